"""Every occurrence of a phrase, with its neighbourhood and its source line."""

import random
import re
from bisect import bisect_right
from pathlib import Path

import pandas as pd

from govnlp.arguments import gives, takes, whole
from govnlp.notes import Mistake, Note, joined
from govnlp.words.segmenting import segment
from govnlp.words.word_patterns import is_pattern, word_finder

COLUMNS = ["doc_id", "article", "block", "line", "left", "match", "right"]
SORT = re.compile("(?:left|right)[1-3]?")


def searchable(corpus):
    """Iterate over what `occurrences` needs of each block: doc_id, article, block, text, lines, line_starts."""
    columns = ["doc_id", "article", "block", "text", "lines", "line_starts"]
    return corpus.blocks[columns].itertuples(index=False, name=None)


def occurrences(blocks, find, width):
    """Yield a row of a concordance for every match of ``find(text)`` in blocks from `searchable`."""
    for doc_id, article, block, text, lines, starts in blocks:
        for found in find(text):
            a, b = found.span()
            line = lines[max(0, bisect_right(starts, a) - 1)]
            left, right = text[max(0, a - width) : a], text[b : b + width]
            yield [doc_id, article, block, line, left, found.group(), right]


@takes(corpus="Corpus", phrase="str", width=whole(0), sample=whole(0), random_state=whole(0))
@gives(str="doc_id left match right", int64="block line")
def concordance(corpus, phrase, *, regex=False, width=20, sort=None, sample=None, random_state=0):
    """Find a phrase in the text itself, however a segmenter would cut it.

    Parameters
    ----------
    corpus : Corpus
        All its blocks are searched, headings and furniture too.
    phrase : str
        A string, found as ``str.count`` counts it, or with ``regex=True`` a pattern, found as ``re.finditer``
        does. A string with wildcards that does not occur as it stands is a pattern of words (`word_finder`):
        ``乡村*``, ``乡村[n]``, ``加强 ... 建设``.
    width : int
        Characters to either side.
    sort : {"left", "right", "left1" ... "left3", "right1" ... "right3"}, optional
        Order by the text before the phrase (read backwards from it) or after it, or by the first, second or third
        word to one side; default: by place.
    sample : int, optional
        So many lines, drawn at random, in order of place unless sorted; all of them where there are no more.
    random_state : int
        Of the draw.

    Returns
    -------
    DataFrame
        One row per occurrence: doc_id, article, block, line (of the source, from 1), left, match, right. The note says
        how many there are, and of a phrase that does not occur which part of it does.

    Raises
    ------
    ValueError
        An empty phrase, a pattern that is none, or an unknown `sort`.

    Examples
    --------
    >>> from govnlp import parse_text
    >>> corpus = parse_text("持续优化营商环境，让企业安心。")
    >>> concordance(corpus, "营商环境").loc[0, ["left", "match", "right"]].tolist()
    ['持续优化', '营商环境', '，让企业安心。']
    """
    if not phrase:
        raise ValueError(Mistake("phrase_empty"))
    if sort is not None and not SORT.fullmatch(sort):
        raise ValueError(
            Mistake(
                "argument_unknown", what="sort", value=sort, known="left, right, left1–left3, right1–right3"
            )
        )
    documents = corpus.blocks["doc_id"].nunique()
    rows = list(occurrences(searchable(corpus), finder(corpus, phrase, regex), width))
    values = {"n": len(rows), "phrase": phrase, "documents": documents}
    note = Note("occurrences_in", **values) if rows or regex else _nearest(corpus, phrase, documents)
    if sample is not None and len(rows) > sample:
        rows = [rows[i] for i in sorted(random.Random(random_state).sample(range(len(rows)), sample))]
        note = joined(note, Note("lines_drawn", n=sample, seed=random_state))
    table = pd.DataFrame(_sorted(rows, sort), columns=COLUMNS).astype({"article": "Int64"})
    table.attrs["note"] = note
    return table


def finder(corpus, phrase, regex):
    """What finds the matches in a text: the phrase as it stands, or a pattern of letters or of words."""
    if not regex and is_pattern(phrase) and not any(phrase in text for text in corpus.blocks["text"]):
        return word_finder(phrase)
    try:
        find = re.compile(phrase if regex else re.escape(phrase)).finditer
    except re.error as problem:
        raise ValueError(Note("no_expression", phrase=phrase, error=str(problem))) from None
    return find if regex else lambda text: find(text) if phrase in text else ()


def _sorted(rows, sort):
    """Rows in the order that was asked for; ties keep their place."""
    if sort in (None, "left", "right"):
        keys = {"left": lambda row: row[4][::-1], "right": lambda row: row[6]}
        return sorted(rows, key=keys[sort]) if sort else rows
    side, number = sort[:-1], int(sort[-1])
    words = segment([row[4 if side == "left" else 6] for row in rows])
    nth = [[word for word in line if word[0].isalnum()] for line in words]
    nth = [(line[::-1] if side == "left" else line)[number - 1 : number] for line in nth]
    return [row for _, row in sorted(zip(nth, rows, strict=True), key=lambda pair: pair[0])]


def _nearest(corpus, phrase, documents):
    """What is said of a phrase that does not occur: its longest part that does, and how often."""
    text = "\n".join(corpus.blocks["text"])
    parts = (
        (phrase[i : i + size])
        for size in range(len(phrase) - 1, 1, -1)
        for i in range(len(phrase) - size + 1)
    )
    part = next((part for part in parts if part in text), None)
    if part is None:
        return Note("occurrences_in", n=0, phrase=phrase, documents=documents)
    return Note("part_occurs", phrase=phrase, documents=documents, part=part, n=text.count(part))


def group_lines(table):
    """Lines of a concordance by what was matched.

    Parameters
    ----------
    table : DataFrame
        From `concordance`, of a pattern.

    Returns
    -------
    DataFrame
        match, n, n_documents, left and right (of the first line); most frequent first.

    Examples
    --------
    >>> from govnlp import parse_text
    >>> lines = concordance(parse_text("乡村振兴靠乡村治理，乡村振兴靠人。"), "乡村*")
    >>> group_lines(lines)[["match", "n"]].values.tolist()
    [['乡村振兴', 2], ['乡村治理', 1]]
    """
    groups = table.groupby("match", sort=False)
    counts = groups.agg(n=("match", "size"), n_documents=("doc_id", "nunique"), left=("left", "first"),
                        right=("right", "first")).reset_index()  # fmt: skip
    return counts.sort_values(["n", "match"], ascending=[False, True]).reset_index(drop=True)


def keep_notes(table, path):
    """Write lines to a .csv with a column for a reader's notes; notes that the file already has stay with their lines.

    Parameters
    ----------
    table : DataFrame
        From `concordance`; it may be sorted, drawn or searched anew.
    path : str or path

    Returns
    -------
    DataFrame
        `table` with note ("" where there is none). Lines of the file that are not in `table` but have a note stay, at
        the end.

    Raises
    ------
    ValueError
        The file has no column ``reading_note``: it is another one.
    """
    path, keys = Path(path), ["doc_id", "block", "left", "match", "right"]
    if not path.exists():
        noted = table.assign(reading_note="")
    else:
        before = pd.read_csv(path, dtype=str, keep_default_na=False).astype({"block": int})
        if "reading_note" not in before.columns:
            raise ValueError(Mistake("no_reading_note", name=path.name))
        kept = before[before["reading_note"].ne("")].drop_duplicates(keys)
        noted = table.astype({"block": int}).merge(kept[[*keys, "reading_note"]], on=keys, how="left")
        noted["reading_note"] = noted["reading_note"].fillna("")
        there = set(noted[keys].itertuples(index=False, name=None))
        others = [row not in there for row in kept[keys].itertuples(index=False, name=None)]
        noted = pd.concat([noted, kept[others]], ignore_index=True)
    noted.to_csv(path, index=False, encoding="utf-8-sig", lineterminator="\n")
    return noted
