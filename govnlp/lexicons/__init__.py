"""Lexicons as data files, each with its version, source and licence in its own header."""

from importlib.resources import as_file, files
from pathlib import Path


def lexicon_path(name):
    """Path of a shipped lexicon file.

    Parameters
    ----------
    name : str
        File name, such as ``"themes.yaml"``.

    Returns
    -------
    pathlib.Path

    Raises
    ------
    FileNotFoundError
        The package ships no such file; the message lists those it ships.

    Examples
    --------
    >>> lexicon_path("policy.csv").name
    'policy.csv'
    """
    shipped = files(__name__)
    if not (shipped / name).is_file():
        there = sorted(
            f.name for f in shipped.iterdir() if not f.name.endswith((".py", ".pyc")) and f.is_file()
        )
        raise FileNotFoundError(f"no shipped lexicon {name!r}; one of: {', '.join(there)}")
    with as_file(shipped / name) as path:
        return Path(path)
