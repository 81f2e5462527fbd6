"""Numeric abbreviations with their members, coined terms and slogans, found by their form."""

import re
from functools import cache

import pandas as pd
import yaml

from govnlp.analysis.enumerations import find_members
from govnlp.documents.corpus import CONTENT, HEADINGS
from govnlp.lexicons import lexicon_path

COLUMNS = ["phrase", "kind", "n", "doc_ids", "expansion", "first_doc", "first_block"]
NUMERAL = "一二三四五六七八九十百千万两双"
QUOTED = re.compile(r"[“\"]([^“”\"]{1,40})[”\"]")
HAN = r"\u4e00-\u9fff"
PLAN = re.compile(r"十[一二三四五六七八九]五")
ABBREVIATION = re.compile(rf"[{NUMERAL}\d](?:[个大项条张种]?[{HAN}]{{1,4}})")
COMPOUND = re.compile(rf"(?:[{NUMERAL}][^{NUMERAL}\W]{{1,4}}){{2,5}}")
ITEM = re.compile(rf"[{HAN}]{{3,10}}")
CLAUSES = re.compile(r"[^。；;！!？?：:“”\"（）()《》—]+")
SENTENCE_END = tuple("。！？!?；;…")


@cache
def _words():
    """The shipped lists, those of single characters and words as alternatives of a pattern."""
    lists = yaml.safe_load(lexicon_path("phrases.yaml").read_text(encoding="utf-8"))
    either = {name: "|".join(sorted(map(re.escape, lists[name]), key=lambda w: (-len(w), w))) for name in
              ("measures", "abstract", "joint", "single")}  # fmt: skip
    number = "[一二三四五六七八九十]"
    not_before = "(?<![第每各几这那上下前后头数十百千万零〇一二三四五六七八九两周初月])"
    bare = re.compile(
        rf"{not_before}(?:{number}[个大](?:{either['abstract']})|{number}[{HAN}]{{0,2}}(?:{either['joint']}))"
    )
    return lists, bare, re.compile(rf"[{NUMERAL}\d]+(?:{either['measures']})")


def extract_phrases(corpus):
    """Numeric abbreviations, coined terms and slogans of a corpus.

    A numeric abbreviation is a numeral with one to four characters that stand for a list: in quotation marks (“六稳”),
    or in one of the forms that count nothing (三个加快, 四水共治). Its members are those of the nearest enumeration of
    exactly that many items. A coined term is what else stands in quotation marks, 2 to 10 characters, unless it is
    speech or a title. A slogan is a run of parallel phrases of equal length with a character in common in the same place.

    Parameters
    ----------
    corpus : Corpus

    Returns
    -------
    pandas.DataFrame
        One row per phrase, most frequent first: ``phrase``, ``kind`` (numeric_abbreviation, coined_term or slogan),
        ``n`` (occurrences), ``doc_ids`` (list), ``expansion`` (list of members or None), ``first_doc``,
        ``first_block``.

    Examples
    --------
    >>> from types import SimpleNamespace
    >>> text = "云岭市推进“三清”行动，清垃圾、清河道、清路障，干部争当“店小二”。"
    >>> blocks = pd.DataFrame({"doc_id": ["甲"], "block": [0], "kind": ["paragraph"], "text": [text]})
    >>> extract_phrases(SimpleNamespace(blocks=blocks))[["phrase", "kind", "expansion"]].values.tolist()
    [['三清', 'numeric_abbreviation', ['清垃圾', '清河道', '清路障']], ['店小二', 'coined_term', None], \
['清垃圾、清河道、清路障', 'slogan', None]]
    """
    blocks = corpus.blocks[corpus.blocks["kind"].isin(CONTENT + HEADINGS)]
    found = [
        (phrase, kind, doc, block, place, start, end)
        for place, (doc, block, text) in enumerate(
            zip(blocks["doc_id"], blocks["block"], blocks["text"], strict=True)
        )
        for phrase, kind, start, end in _phrases_of(text)
    ]
    if not found:
        return pd.DataFrame(columns=COLUMNS)
    texts, docs = blocks["text"].tolist(), blocks["doc_id"].tolist()
    rows = {}
    for phrase, kind, doc, block, place, start, end in found:
        row = rows.setdefault(phrase, [phrase, kind, 0, [], None, doc, block])
        row[2] += 1
        if doc not in row[3]:
            row[3].append(doc)
        if kind == "numeric_abbreviation" and row[4] is None:
            following = [
                t
                for t, d in zip(texts[place + 1 : place + 11], docs[place + 1 : place + 11], strict=True)
                if d == doc
            ]
            row[4] = find_members(phrase, texts[place], start, end, following)
    table = pd.DataFrame(list(rows.values()), columns=COLUMNS)
    table["expansion"] = pd.Series([row[4] for row in rows.values()], dtype=object)
    order = sorted(range(len(table)), key=lambda i: (-table["n"].iloc[i], i))
    return table.iloc[order].reset_index(drop=True)


def _phrases_of(text):
    """Phrases of one block: (phrase, kind, start, end), the ends taking in the quotation marks."""
    out, taken = [], []
    for m in QUOTED.finditer(text):
        kind = _kind_of_quoted(text, m)
        if kind:
            out.append((m[1], kind, m.start(), m.end()))
            taken.append((m.start(), m.end()))
    lists, bare, _ = _words()
    for m in bare.finditer(text):
        free = all(m.end() <= a or m.start() >= b for a, b in taken)
        if free and m[0] not in lists["idioms"]:
            out.append((m[0], "numeric_abbreviation", m.start(), m.end()))
    out += _slogans(text)
    return out


def _kind_of_quoted(text, match):
    """Kind of a quoted string, or None for speech, titles and counts."""
    inner = match[1]
    before = text[: match.start()].rstrip(" ：:，,")
    lists, _, counted = _words()
    if (
        inner.endswith(SENTENCE_END)
        or before.endswith(tuple(lists["speaking"]))
        or re.search(r"[《》]", inner)
    ):
        return None
    letters = re.sub(r"\W", "", inner)
    if PLAN.fullmatch(letters) or _is_abbreviation(letters, lists, counted):
        return "numeric_abbreviation"
    if re.search(r"[、，,]", inner):
        return "slogan" if len(letters) <= 24 else None
    return "coined_term" if 2 <= len(letters) <= 10 and re.search(f"[{HAN}]", letters) else None


def _is_abbreviation(letters, lists, counted):
    """Whether the letters of a quoted string have the form of a numeric abbreviation."""
    if letters in lists["idioms"]:
        return False
    if COMPOUND.fullmatch(letters):
        return True
    if re.match(r"[一两\d]", letters) or not ABBREVIATION.fullmatch(letters):
        return False
    return not counted.fullmatch(letters)


def _slogans(text):
    """Runs of two or more parallel phrases, divided by 、 or ，: equal length, the same character in the same place."""
    out = []
    for clause in CLAUSES.finditer(text):
        run = []
        for piece in [*re.finditer(r"[^、，,]+", clause[0]), None]:
            fits = piece is not None and ITEM.fullmatch(piece[0])
            if run and not (fits and _parallel(run[-1][0], piece[0])):
                if len(run) > 2 or (len(run) == 2 and run[0][0][0] in NUMERAL + "每"):
                    start, end = clause.start() + run[0].start(), clause.start() + run[-1].end()
                    out.append((text[start:end], "slogan", start, end))
                run = []
            if fits:
                run.append(piece)
    return out


def _parallel(a, b):
    """Whether two phrases are parallel: lengths within one, the first characters the same or both repeated or both numerals."""
    if abs(len(a) - len(b)) > 1 and a[:2] != b[:2] and not (a[0] in NUMERAL and b[0] in NUMERAL):
        return False
    return a[0] == b[0] or (a[0] == a[1] and b[0] == b[1])
