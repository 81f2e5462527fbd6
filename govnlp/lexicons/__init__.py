"""Lexicons as data files, each with its version, source and licence in its own header."""

from functools import cache
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


def shipped_by_jieba(name):
    """Path of one of jieba's data files, found without importing jieba."""
    from importlib.util import find_spec

    return Path(find_spec("jieba").origin).parent / name


def parse_yaml(text):
    """Content of a YAML text: plain values, lists and dicts alone."""
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # written in C: ten times faster
    return yaml.load(text, Loader=loader)


@cache
def lexicon_content(name):
    """Content of a shipped YAML lexicon, read once; it is shared, and so not to be changed.

    Examples
    --------
    >>> sorted(lexicon_content("negation.yaml"))[:2]
    ['affirmative', 'licence']
    """
    return parse_yaml(lexicon_path(name).read_text(encoding="utf-8"))


@cache
def frequencies():
    """Counts of words in government texts, counts of neighbours by first word, and the number of all words."""
    words, neighbours = {}, {}
    with open(lexicon_path("frequencies.tsv"), encoding="utf-8") as lines:
        rows = [line.rstrip("\n").split("\t") for line in lines if not line.startswith("#")]
    for first, second, n in rows[1:]:
        if second:
            neighbours.setdefault(first, {})[second] = int(n)
        else:
            words[first] = int(n)
    return words, neighbours, sum(words.values())
