"""Lines of a document: what each one is when it is looked at by itself."""

import re
from dataclasses import dataclass

from govnlp.documents.parsing.furniture import CAPTION, by_words
from govnlp.text import HAN as HAN_RANGE
from govnlp.text import fold

SHORT, HEADLINE, CLAUSES = 120, 45, 34
NUMERAL = "[一二三四五六七八九十百千零〇]{1,8}"
HAN = re.compile(f"[{HAN_RANGE}]")
MARKERS = {
    "book": re.compile(rf"第{NUMERAL}(?:编|篇|部分)(?![一-鿿])"),
    "chapter": re.compile(rf"第{NUMERAL}章"),
    "section": re.compile(rf"第{NUMERAL}节"),
    "ordinal": re.compile(rf"{NUMERAL}、"),
    "bracket": re.compile(rf"\({NUMERAL}\)"),
    "number": re.compile(r"\d{1,2}[.、．](?!\d)"),
    "small": re.compile(r"\(\d{1,2}\)"),
}
FIRST_OF_MARKER = frozenset("第(" + "一二三四五六七八九十0123456789")
FIELD = re.compile(
    r"(?:(?:主办|牵头|责任|配合|承办|协办|联系|完成|参与|实施)[一-鿿]{0,4}|地址|电话|邮编|邮箱|传真|地点|时限|单位)\s?:\s?\S"
)
SCENE = re.compile(
    r"(?:活动|会议|施工|工作|比赛|演出|培训|签约|启动)?(?:仪式)?现场$|工作人员.*$|正在.*$|(?:合影|一角|全景|俯瞰|效果图|外景|示意图)$"
)
VIEW = re.compile(r"(?:合影|全景|俯瞰|鸟瞰|效果图|外景|示意图|夜景|(?<![展焕换现呈添显迎变])新貌)$")
CREDIT = re.compile(
    r"\(?(?P<outlet>[一-鿿·\-—]{2,16}?)(?:[讯电]|消息)\s?(?:[(:)]|(?:[(]?(?:全媒体?)?记者)|\d{1,2}月|(?:19|20)\d\d|\s)"
)
FINAL = re.compile(r"[。;,、…)]$|(?<![\dA-Za-z])\.$")
OUTCRY = re.compile(r"[^。;!?,:]{2,8}[!?]+(?=[^!?])")
INNER = re.compile("[。；;]|[!?！？](?!”|$)")


@dataclass(slots=True)
class Line:
    """A non-blank source line: its number from 1, its text without outer blanks and what it became."""

    number: int
    text: str
    kind: str
    marker: str | None = None
    gap: int = 0
    indented: bool = False
    level: int | None = None
    speaker: str | None = None


def classify(source):
    """Non-blank lines of a source, each with the kind that it has by its own form or by its format.

    Parameters
    ----------
    source : Source

    Returns
    -------
    list of Line
        Kinds are those of blocks, and ``head`` for what may be a headline or a sub-heading.

    Examples
    --------
    >>> from govnlp.documents.reading.source import Source
    >>> [x.kind for x in classify(Source("a", lines=["临溪区清渠纪实", "", "本报记者 林溪", "水清了。"]))]
    ['head', 'byline', 'paragraph']
    """
    out, gap, roles = [], 0, source.roles
    for i, raw in enumerate(source.lines):
        role = roles[i] if roles else None
        text = (
            raw.strip() if role != "table" else raw.strip(" \u3000\u00a0\n")
        )  # a row's first cells may be empty
        if not text.strip():
            gap += 1
            continue
        kind, marker, level = of_role(role, text) if role else form(text)
        out.append(Line(i + 1, text, kind, marker, gap, raw[0] in " \u3000\t\u00a0", level))
        gap = 0
    return out


def of_role(role, text):
    """Kind, marker and level of a line whose role the format states."""
    if role.startswith("heading"):
        folded = fold(text[:SHORT])
        return "heading", numbering(folded) if len(text) <= SHORT else None, int(role[7:])
    if role in ("title", "caption", "byline"):
        return role, None, None
    return ("boilerplate" if role == "furniture" else "paragraph"), None, None


def numbering(folded):
    """Name of the numbering with which a line opens, or None."""
    if folded[0] not in FIRST_OF_MARKER:
        return None
    return next((name for name, pattern in MARKERS.items() if pattern.match(folded)), None)


def form(text):
    """Kind, marker and level (always None) of a line by its own form."""
    if len(text) > SHORT:
        tail = fold(text[-30:])
        kind = "caption" if len(text) < 200 and CAPTION.search(tail) else "paragraph"
        return kind, numbering(fold(text[:8])), None
    folded = fold(text)
    kind = by_words(folded)
    if kind:
        return kind, None, None
    marker = numbering(folded)
    if marker and is_heading(folded, marker):
        return "heading", marker, None
    if not marker and is_head(folded):
        return "head", None, None
    return "paragraph", marker, None


def is_heading(folded, marker):
    """Whether a numbered line is a heading of its own: no sentence, not a clause of a list."""
    most = 60 if marker in ("ordinal", "bracket") else 40
    return len(folded) <= most and folded[-1] not in "。;,:、!" and not INNER.search(folded)


def is_head(folded):
    """Whether a line without numbering may be a headline or a sub-heading."""
    if (
        len(folded) > (CLAUSES if "," in folded else HEADLINE)
        or FINAL.search(folded)
        or not HAN.search(folded)
    ):
        return False
    if FIELD.match(folded):
        return False
    outcry = OUTCRY.match(folded)
    return folded.count(",") < 3 and not INNER.search(folded, outcry.end() if outcry else 0)
