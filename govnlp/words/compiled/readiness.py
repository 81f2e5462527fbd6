"""Whether compiled code pays: loading it takes a second, and compiling it some twenty, once on a machine."""

import hashlib
import platform
import sys
from contextlib import suppress
from importlib import metadata
from importlib.util import find_spec
from pathlib import Path

from govnlp.notes import Mistake

LOADED = 20_000  # characters, from where on a call is done sooner than by rjieba, once everything is loaded
WARM = (
    5_000_000  # characters, from where on loading what was compiled before, a second and 100 MB, is made good
)
COLD = 100_000_000  # characters, from where on compiling is made good
HERE = Path(__file__).parent

_counted = 0  # characters that this process was asked for so far: what comes next is likely to be as much


def pays(characters):
    """Whether so much text is counted sooner by compiled code, with what has to be loaded or compiled for it."""
    global _counted
    _counted += characters
    if not _installed():
        return False
    if "govnlp.words.compiled.engine" in sys.modules:
        return characters >= LOADED
    return _counted >= COLD or (_counted >= WARM and _mark().exists())


def load_engine(words, frequency):
    """The engine; what numba compiles for it is kept for the next time, and a mark says so.

    Parameters
    ----------
    words : tuple of str
    frequency : int
        As for `Engine`.

    Returns
    -------
    Engine

    Raises
    ------
    ValueError
        numba is not installed, or finds no folder to keep what it compiles.
    """
    if not _installed():
        raise ValueError(Mistake("install_fast"))
    try:
        from govnlp.words.compiled.engine import Engine, forget_older
    except RuntimeError as error:
        raise ValueError(Mistake("numba_folder", error=error)) from error
    mark = _mark()
    if mark.exists():
        return Engine(words, frequency)
    forget_older(max(path.stat().st_mtime for path in HERE.glob("*.py")))
    engine = Engine(words, frequency)
    engine.numbering(lambda text: ())(["预热2025年"])
    engine.knows("预热")
    with suppress(OSError):
        mark.parent.mkdir(parents=True, exist_ok=True)
        mark.touch()
    return engine


def _installed():
    return all(map(find_spec, ("numba", "platformdirs")))


def _mark():
    """A file that is there once this code was compiled by this numba on this machine."""
    from platformdirs import user_cache_path

    whole = hashlib.sha256(f"{platform.node()} {sys.version} {metadata.version('numba')}".encode())
    for path in sorted(HERE.glob("*.py")):
        whole.update(path.read_bytes())
    return user_cache_path("govnlp") / "compiled" / whole.hexdigest()[:32]
