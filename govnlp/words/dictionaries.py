"""Lists of words: the shipped lexicons and the user's own, from .txt, .csv or .xlsx files."""

from pathlib import Path

import pandas as pd

from govnlp.lexicons import lexicon_path
from govnlp.notes import Mistake, Note

STRENGTHS = ("light", "medium", "strong")


def _text(path):
    """Content of a text file in UTF-8 or, failing that, GB 18030."""
    raw = Path(path).read_bytes()
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return raw.decode("gb18030")


def read_lexicon(source=None):
    """Read a list of words or phrases.

    Parameters
    ----------
    source : path, list of str or DataFrame, optional
        A .txt file (one entry a line; whatever follows the first blank is left out, so jieba's user
        dictionaries can be read), a .csv or .xlsx file with a column ``term`` (else its first column), a
        list, or a table with a column ``term``. Lines that begin with # are comments. Default: the shipped
        policy phrases.

    Returns
    -------
    DataFrame
        One row per entry: term, and the file's other columns. Entries are unique, in the order of the source.

    Raises
    ------
    ValueError
        The ending of the file is not one of those above, or a .csv has no line.
    FileNotFoundError
        There is no such file; the message says where it was looked for.

    Examples
    --------
    >>> read_lexicon(["四水共治", "店小二", "四水共治"])["term"].tolist()
    ['四水共治', '店小二']
    >>> "放管服" in set(read_lexicon()["term"])
    True
    """
    if source is None:
        source = lexicon_path("policy.csv")
    if isinstance(source, pd.DataFrame):
        table = source
    elif isinstance(source, str | Path):
        table = _read_file(Path(source))
    else:
        table = pd.DataFrame({"term": list(source)}, dtype=object)
    if "term" not in table.columns:
        table = table.rename(columns={table.columns[0]: "term"})
    table = table.assign(term=table["term"].astype(str).str.strip())
    return table[table["term"] != ""].drop_duplicates("term").reset_index(drop=True)


def _read_file(path):
    from io import StringIO

    ending = path.suffix.lower()
    if ending not in (".txt", ".csv", ".xlsx"):
        raise ValueError(Note("bad_lexicon", name=path.name))
    if not path.is_file():
        raise FileNotFoundError(
            Note("lexicon_missing", name=path.name, folder=path.absolute().parent.as_posix())
        )
    if ending == ".xlsx":
        return pd.read_excel(path, dtype=str).fillna("")
    lines = [line for line in _text(path).splitlines() if line.strip() and not line.startswith("#")]
    if not lines and ending == ".csv":
        raise ValueError(Mistake("lexicon_empty", path=path))
    if ending == ".txt":
        return pd.DataFrame({"term": [line.split()[0] for line in lines]}, dtype=object)
    return pd.read_csv(StringIO("\n".join(lines)), dtype=str, keep_default_na=False)


def read_stopwords(strength="medium", path=None):
    """Stop words of one strength, from a file with the sections [light], [medium] and [strong].

    Parameters
    ----------
    strength : {"light", "medium", "strong"}
        light: particles, prepositions, conjunctions, pronouns; medium: also adverbs, auxiliary and other
        grammatical verbs, measure words; strong: also the verbs and nouns that every work report repeats
        (加强, 推进, 工作). Each strength includes those before it.
    path : path, optional
        A file of the user's own in the same form; default: the shipped one.

    Returns
    -------
    frozenset of str

    Examples
    --------
    >>> "的" in read_stopwords("light"), "推进" in read_stopwords("medium")
    (True, False)
    """
    if strength not in STRENGTHS:
        raise ValueError(
            Mistake("argument_unknown", what="strength", value=strength, known=", ".join(STRENGTHS))
        )
    wanted, words, section = STRENGTHS[: STRENGTHS.index(strength) + 1], set(), "light"
    for line in _text(path or lexicon_path("stopwords.txt")).splitlines():
        line = line.strip()
        if line.startswith("["):
            section = line.strip("[]")
        elif not line.startswith("#") and section in wanted:
            words.update(line.split())
    return frozenset(words)


def stopword_set(stopwords):
    """Set of stop words from None, a strength, a path, or a collection of words."""
    if stopwords is None:
        return frozenset()
    if isinstance(stopwords, str) and stopwords in STRENGTHS:
        return read_stopwords(stopwords)
    if isinstance(stopwords, str | Path):
        if not Path(stopwords).is_file():
            raise FileNotFoundError(Note("no_stopwords", name=str(stopwords), known=", ".join(STRENGTHS)))
        return frozenset(read_lexicon(stopwords)["term"])
    return frozenset(stopwords)
