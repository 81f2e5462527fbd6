"""How firmly a text commits itself: words from 必须 to 探索 with their clause, denied or reported."""

import re
from functools import lru_cache

import pandas as pd

from govnlp.analysis.themes.lexicon import read_themes
from govnlp.analysis.themes.matching import Matcher, cues
from govnlp.analysis.themes.scores import placed_texts
from govnlp.arguments import gives
from govnlp.text import CLAUSE_END, SENTENCE_END, either, half_width

NOMINAL = "nbj"
"""Tags of words behind which none commits itself: 政策支持, 机制保障."""
WINDOW = 12
"""Characters on either side of a word that tell whether it is a noun."""
AND_SO_ON = tuple("、“‘《")
"""Marks behind a word after which what it governs goes on."""
PUNCTUATED = r"[^一-鿿\w]"
TITLE = re.compile("《[^》]*》?|“[一二三四五六七八九十两双][^”]{1,8}”|[（(](?:试行|暂行)[）)]")
DONE = re.compile("(?:了(?!解)|过)")
COLUMNS = [
    "doc_id", "article", "section", "block", "degree", "strength", "term", "clause", "negated", "reported", "unit_id",
]  # fmt: skip


@gives(str="doc_id section degree term clause unit_id", int64="strength")
def extract_commitments(source, lexicon=None):
    """Words of commitment, each with its clause.

    Left out are the reviewing part of a work report and what is said to be done (研究制定了), titles in 《》, and
    words of which the lexicon notes "also a noun" where they are one (政策支持, 保障机制, 试点的).

    Parameters
    ----------
    source : Corpus or DataFrame
        A corpus stands for its content blocks, a table for its rows (unit_id, text).
    lexicon : DataFrame, optional
        From `read_themes`; default ``read_themes("commitment")``.

    Returns
    -------
    DataFrame
        A row per hit in order of the text: doc_id, article, section, block, degree (必须, 确保, 力争, 鼓励,
        探索), strength (5 duty to 1 trial), term, clause (between two punctuation marks), negated (bool),
        reported (the word by which the sentence, or the quotation it stands in, is given as what somebody
        says, or None), unit_id. A denied duty is no weaker duty: count negated rows apart.

    Examples
    --------
    >>> from govnlp import parse_text
    >>> table = extract_commitments(parse_text("会议指出，要确保按期完工。不再鼓励新建。"))
    >>> table[["degree", "clause", "negated", "reported"]].to_numpy().tolist()
    [['确保', '要确保按期完工', False, '指出'], ['鼓励', '不再鼓励新建', True, None]]
    """
    lexicon = read_themes("commitment") if lexicon is None else lexicon
    matcher, rows, reviewing = Matcher(lexicon), [], set()
    if hasattr(source, "blocks"):
        review = source.blocks[source.blocks["part"].eq("review")]
        reviewing = set(zip(review["doc_id"], review["block"], strict=True))
    noun = lexicon["note"].fillna("").str.startswith("also a noun").tolist()
    for unit in placed_texts(source).to_dict("records"):
        text = unit.pop("text")
        hits = () if (unit["doc_id"], unit["block"]) in reviewing else matcher.hits(text)
        titles = [match.span() for match in TITLE.finditer(text)]
        for start, end, found, negated in hits:
            done = DONE.match(text, end) or text[:start].endswith(("已", "已经"))
            if (
                done
                or any(a <= start < b for a, b in titles)
                or (noun[found[0]] and _is_noun(text, start, end))
            ):
                continue
            rows += [
                unit
                | {
                    "degree": lexicon["theme"].iloc[row],
                    "strength": lexicon["group"].iloc[row],
                    "term": text[start:end],
                    "clause": _between(CLAUSE_END, text, start, end),
                    "negated": negated,
                    "reported": _reported(text, start),
                }
                for row in found
            ]
    table = pd.DataFrame(rows, columns=COLUMNS).astype(
        {"article": "Int64", "block": "Int64", "negated": bool}
    )
    return table.assign(reported=pd.Series([row["reported"] for row in rows], dtype=object))


def _is_noun(text, start, end):
    """Whether a word is a noun: a head (机制) or 的 follows, or it follows a noun, or ends a clause behind a verb."""
    import rjieba

    before = re.split(PUNCTUATED, text[max(0, start - WINDOW) : start])[-1]
    after = re.split(PUNCTUATED, text[end : end + WINDOW])[0]
    following = rjieba.tag(after)
    if following and following[0][0] in cues()["nominal_heads"]:
        return True
    word, tag = (rjieba.tag(before) or [("", "x")])[-1]
    if not after and text[end : end + 1] not in AND_SO_ON:
        return tag[0] in NOMINAL + "va"
    return (tag == "vn" or tag[0] in NOMINAL) and not word.endswith(tuple(cues()["willing"]))


def _between(marks, text, start, end):
    """The stretch of a text around a span that holds none of the marks."""
    before = [match.end() for match in marks.finditer(text, 0, start)]
    after = marks.search(text, end)
    return text[before[-1] if before else 0 : after.start() if after else len(text)].strip()


@lru_cache(maxsize=1)
def _says():
    words = either(cues()["reporting"])
    return re.compile(f'({words})(?=[，,：:“「"]|$|要|必须|应)'), re.compile(f"({words})[，,：:]?$")


def _reported(text, start):
    """The word that gives what follows it as said, before `start` in the sentence or before an open quotation."""
    text = half_width(text[:start])
    quote = max(text.rfind("“"), text.rfind("「"))
    opened = quote >= 0 and not re.search("[”」]", text[quote:])
    said = _says()[1].search(text[:quote].rstrip()) if opened else None
    if said is None:
        sentence = text[max((match.end() for match in SENTENCE_END.finditer(text)), default=0) :]
        said = _says()[0].search(sentence)
    return said.group(1) if said else None
