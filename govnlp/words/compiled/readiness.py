"""Whether compiled code pays: numba takes a moment to import, and ten seconds to compile, once on a machine."""

import hashlib
import platform
import sys
from contextlib import suppress
from importlib import metadata
from importlib.util import find_spec
from pathlib import Path

READY = 20_000  # characters, from where on a call takes less time than rjieba's, once everything is loaded
WARM = 500_000  # characters, from where on loading what was compiled before is made good
COLD = 100_000_000  # characters, from where on compiling is made good
HERE = Path(__file__).parent


def pays(characters):
    """Whether so much text is counted sooner by compiled code, with what has to be loaded or compiled for it."""
    if find_spec("numba") is None or find_spec("platformdirs") is None:
        return False
    if "govnlp.words.compiled.engine" in sys.modules:
        return characters >= READY
    return characters >= (WARM if _mark().exists() else COLD)


def load_engine(words, frequency):
    """The engine; what numba compiles for it is kept for the next time, and a mark says so.

    Raises
    ------
    ValueError
        numba is not installed, or finds no folder to keep what it compiles.
    """
    if find_spec("numba") is None or find_spec("platformdirs") is None:
        raise ValueError("engine='compiled' needs the extra `fast`: pip install 'govnlp[fast]'")
    mark = _mark()
    if (
        not mark.exists()
    ):  # numba looks at one file at a time, and would keep code that another one has changed
        for kept in HERE.glob("__pycache__/*.nb?"):
            kept.unlink(missing_ok=True)
    try:
        from govnlp.words.compiled.engine import Engine
    except RuntimeError as error:
        raise ValueError(f"{error}; set NUMBA_CACHE_DIR to a folder that can be written") from error
    engine = Engine(words, frequency)
    if not mark.exists():
        engine.number(["预热2025年"], lambda text: ())
        with suppress(OSError):
            mark.parent.mkdir(parents=True, exist_ok=True)
            mark.touch()
    return engine


def _mark():
    """A file that is there once this code was compiled by this numba on this machine."""
    from platformdirs import user_cache_path

    whole = hashlib.sha256(f"{platform.node()} {sys.version} {metadata.version('numba')}".encode())
    for path in sorted(HERE.glob("*.py")):
        whole.update(path.read_bytes())
    return user_cache_path("govnlp") / "compiled" / whole.hexdigest()[:32]
