"""One file to parsed documents, or to a row of problems; parsed documents to a corpus."""

from operator import itemgetter
from pathlib import Path

import numpy as np
import pandas as pd

from govnlp.documents.corpus import ARTICLE_COLUMNS, BLOCK_COLUMNS, DOCUMENT_COLUMNS, PROBLEM_COLUMNS, Corpus
from govnlp.documents.parsing.structure import parse
from govnlp.documents.reading.detecting import format_of
from govnlp.documents.reading.formats import READERS, members_of, read_content, source_of
from govnlp.documents.reading.limits import check_time, limit, within_limits
from govnlp.documents.reading.listing import CATALOGUE, set_aside
from govnlp.documents.reading.problems import Unreadable, problem
from govnlp.notes import Note, from_json, joined
from govnlp.text import units_of
from govnlp.workers import rarely_collected

CHINESE = 0.3
"""Share of Chinese characters among letters, under which a text is in another language with Chinese names in it."""
FEW_LETTERS = 40
"""Letters of which a share can be told."""


def foreign_share(blocks):
    """Share of Chinese characters among the letters of blocks in another language; None of Chinese ones and of few.

    >>> foreign_share([{"text": "The district's report of 2021 was read out in the hall of the people."}])
    0.0
    >>> foreign_share([{"text": "GDP 8.5%"}]), foreign_share([{"text": "渠清了。" * 20}])
    (None, None)
    """
    text = "".join(block["text"] for block in blocks)
    codes = units_of(text)
    n = int(
        np.count_nonzero(codes - ord("一") <= ord("鿿") - ord("一"))
    )  # what is below 一 becomes a large number
    if n >= CHINESE * len(codes):  # and the more so of the letters
        return None
    letters = sum(map(str.isalpha, text))
    return n / letters if letters >= FEW_LETTERS and n < CHINESE * letters else None


def check_any(corpus, paths):
    """Raise ValueError where a source gave no document; it names what was tried."""
    if corpus.documents.empty:
        tried = [
            Note(
                "file_problem", path=x.path, reason=from_json(x.note) if isinstance(x.note, str) else x.reason
            )
            for x in corpus.problems.head(5).itertuples()
        ]
        tried = joined(*tried) if tried else Note("empty_folder")
        raise ValueError(Note("none_readable", n=len(paths), tried=tried))


def parse_file(path, limits=None):
    """Parsed documents and problems of one file of this machine."""
    return parse_content(str(path), read_content(path, limits), limits)


@rarely_collected()
def parse_content(path, content, changed=None):
    """Parsed documents and problems of one file, within the limits.

    Parameters
    ----------
    path : str
        Path or address; its ending tells the format.
    content : bytes or Exception
        What `read_content` gave.
    changed : dict, optional
        Limits other than the usual ones.
    """
    if isinstance(content, Exception):
        return [], [problem(path, "read", content.args[0])]
    with within_limits(changed):
        return _parse_bytes(content, Path(path).name, path, 0)


def _parse_bytes(data, name, path, depth):
    """Parsed documents and problems of the bytes of a file or of an archive's member."""
    parsed, problems, stage = [], [], "read"
    try:
        format = format_of(data, name)
        members = members_of(data, format)
        if members is not None and depth >= limit("depth"):
            raise Unreadable(Note("archives_too_deep"))
        if format in READERS or members is None:
            source = source_of(data, name, path, format)
            problems += (problem(path, stage, note) for note in source.notes)
            stage = "parse"
            parsed.append(parse(source))
            share = foreign_share(parsed[-1][2])
            if share is not None:
                problems.append(problem(path, stage, Note("not_chinese", share=share)))
            stage = "read"
        for member, content in members or ():
            check_time()
            inner = f"{path}!{member}"
            if set_aside(Path(member.replace("\\", "/"))):
                continue
            if isinstance(content, Unreadable):
                problems.append(problem(inner, "read", content.args[0]))
                continue
            if format == "zip" and depth == 0 and inner.endswith(("!" + CATALOGUE, "/" + CATALOGUE)):
                continue  # it is joined to the documents, and is none
            found, bad = _parse_bytes(content, member.replace("\\", "/"), inner, depth + 1)
            parsed += found
            problems += bad
    except Unreadable as error:
        problems.append(problem(path, stage, error.args[0]))
    except Exception as error:  # one bad file never stops a run
        note = Note("reader_failed", error=type(error).__name__, message=str(error))
        problems.append(problem(path, stage, note))
    return parsed, problems


@rarely_collected()
def corpus_from_sources(sources, problems=()):
    """Corpus of sources that are already in memory, with what could not be read."""
    return assemble([([parse(x) for x in sources], list(problems))])


@rarely_collected()
def assemble(parts):
    """Corpus from parsed documents and problems of several files; doc_ids are made unique in reading order."""
    parsed = [x for found, _ in parts for x in found]
    names = unique([document["doc_id"] for document, _, _ in parsed])
    return Corpus(
        _frame([[x] for x, _, _ in parsed], DOCUMENT_COLUMNS, names),
        _frame([x for _, x, _ in parsed], ARTICLE_COLUMNS, names),
        _frame([x for _, _, x in parsed], BLOCK_COLUMNS, names),
        _frame([bad for _, bad in parts], PROBLEM_COLUMNS),
    )


def unique(stems):
    """Names in order, with a number after those that were there before.

    >>> unique(["a", "b", "a", "a"])
    ['a', 'b', 'a-2', 'a-3']
    """
    seen, names, following = set(), [], {}
    for stem in stems:
        name, n = stem, following.get(stem, 2)
        while name in seen:
            name, n = f"{stem}-{n}", n + 1
        seen.add(name)
        following[stem] = n
        names.append(name)
    return names


def _frame(parts, columns, names=()):
    """Table of the rows, as dicts of the same keys, of several documents that are named anew; others stay None."""
    rows = [row for some in parts for row in some]
    own = rows[0] if rows else ()
    table = {x: list(map(itemgetter(x), rows)) if x in own else [None] * len(rows) for x in columns}
    if names:
        table["doc_id"] = [name for name, some in zip(names, parts, strict=True) for _ in some]
    return pd.DataFrame(table, dtype=object)
