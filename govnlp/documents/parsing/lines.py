"""Lines of a document with their features; each knows what it became and why."""

import re
from dataclasses import dataclass
from itertools import groupby

from govnlp.documents.parsing.markup import without_markup
from govnlp.documents.parsing.pieces import NEAR, of_file, pieces_of, speakers_within
from govnlp.documents.parsing.policy import KINDS
from govnlp.text import BLANK, HAN, fold, normalise, origins, squeeze

NUMERAL = "[一二三四五六七八九十百千零〇]{1,8}"
MARKERS = {
    "book": re.compile(rf"第{NUMERAL}(?:编|篇|部分)(?![{HAN}])"),
    "chapter": re.compile(rf"第{NUMERAL}章"),
    "section": re.compile(rf"第{NUMERAL}节"),
    "ordinal": re.compile(rf"{NUMERAL}(?:\s?、|\.(?!\d))"),
    "bracket": re.compile(rf"\({NUMERAL}\)"),
    "decimal": re.compile(rf"\d{{1,2}}(?:\.\d{{1,2}}){{1,3}}\s+(?=[{HAN}])"),
    "number": re.compile(r"\d{1,2}[.、．](?!\d)"),
    "small": re.compile(r"\(\d{1,2}\)"),
}
MARKER = re.compile("|".join(f"(?P<{name}>{form.pattern})" for name, form in MARKERS.items()))
ARTICLE = re.compile(rf"第{NUMERAL}条(?:之[一二三四五六七八九十])?(?:\s|$)")  # of a law
FIRST_OF_MARKER = frozenset("第(" + "一二三四五六七八九十0123456789")
KIND_NAME = re.compile(KINDS)
SPREAD_NAME = re.compile(f"{KINDS}|说明|总结|概况")  # of a kind, where it is set letter by letter
SPACED_STATE = re.compile(r"([暂试草])(?<=[(（].)\s+([行案])(?=[)）])")  # of a paper, behind its title
SPREAD = re.compile(
    f"[{BLANK}](?<=[{HAN}\\d].)[{BLANK}]*[{HAN}]"
)  # a blank is rarer than a character, and sought first
SPACED = 16  # characters with the blanks of a word that is set letter by letter: 通　　知
SPACED_DATE = re.compile(rf"[(（]?\d(?:[{BLANK}]\d){{3}}[\d{BLANK}]*年[\d{BLANK}]+月[\d{BLANK}]+日[)）]?")
LAST_WORD = re.compile(rf"([{HAN}])\s+([{HAN}])$")
GOES_ON = "goes on"  # marker of a line that continues the one before it
ABOVE_NUMBER = "letterhead"  # marker of the lines above the number of a document, and of this
TURN = "turn"  # marker of a turn's first line, and of the post of who speaks above it
STATED = "the format of the file says so"
AROUND = ("boilerplate", "page", "dateline", "editor")  # kinds that stand around articles
SHORT = 120  # characters: a longer line is looked at by its ends alone
WHOLE = 0.9  # of a text, in one line
INDENT = frozenset(" \u3000\t\u00a0\u2003")


@dataclass(slots=True)
class Line:
    """A piece of a source line without outer blanks: its features, what it became and why.

    Most pieces are whole lines; a line that holds several turns or paragraphs gives several.
    """

    number: int  # of the source line, from 1
    text: str
    kind: str = "paragraph"
    marker: str | None = None  # the numbering that it opens with
    gap: int = 0  # blank lines above it
    indented: bool = False
    span: tuple = (0, 0)  # in the source line as printed
    folded: str | None = None  # the text in half-width forms
    level: int | None = None
    speaker: str | None = None
    label: tuple | None = None  # with which a turn opens
    why: str = ""

    def __post_init__(self):
        if self.folded is None:
            self.folded = fold(self.text)

    def become(self, kind, why):
        """Change what the line is, with the reason in words; what it is already keeps its first reason."""
        if kind != self.kind or not self.why:
            self.kind, self.why = kind, why


def split(source):
    """Pieces of the non-blank lines of a source, in order, each with its features and no kind yet.

    Parameters
    ----------
    source : Source

    Returns
    -------
    list of Line

    Examples
    --------
    >>> from govnlp.documents.reading.source import Source
    >>> [x.text for x in split(Source("a", lines=["问：渠清了吗？答：清了。", "", "（完）"]))]
    ['问：渠清了吗？', '答：清了。', '（完）']
    """
    out, gap = [], 0
    lines = source.lines or [""]
    plain = without_markup("\n".join(lines))
    unmarked, texts = plain.split("\n"), as_read(plain)
    speakers = speakers_within(texts)
    most = WHOLE * sum(map(len, texts))
    named = of_file(texts) if any("." in x for x in texts[:NEAR]) else None
    whole, behind = fold("\n".join(texts)), 0  # folded once, not line by line
    for number, (printed, raw, text) in enumerate(zip(lines, unmarked, texts, strict=True), 1):
        first, behind = behind, behind + len(text) + 1
        if not text or text.isspace():
            if raw != printed:
                out.append(Line(number, printed.strip(), span=_inner(printed)))
            gap += 1
            continue
        own = len(out)
        places = None if len(raw) == len(text) else origins(raw)
        row = bool(source.roles) and source.roles[number - 1] == "table"
        pieces = [_row(text)] if row else pieces_of(text, speakers, len(text) > most)
        if named and named[0] == number - 1:
            pieces = [(pieces[0][0], named[1]), (named[1], pieces[-1][1])]
        for start, end in pieces:
            span = (start, end) if places is None else (places[start], places[end - 1] + 1)
            if places is not None and len(places) - 1 != len(text):
                span = _inner(raw)
            indented = text[0] in INDENT and not text[:start].strip()
            piece, folded = text[start:end], whole[first + start : first + end]
            out.append(Line(number, piece, "paragraph", numbering(folded), gap, indented, span, folded))
            gap = 0
        if raw != printed:
            _cover(out[own:], *_inner(printed))
    return out


def _inner(text):
    """Span of a text without the blanks around it."""
    return len(text) - len(text.lstrip()), len(text.rstrip())


def _cover(pieces, start, end):
    """Let the pieces of a line cover the markup between them and around them, which is no text of theirs."""
    starts = [start, *(x.span[0] for x in pieces[1:])]
    for piece, first, last in zip(pieces, starts, [*starts[1:], end], strict=True):
        piece.span = first, last


def _row(text):
    """Span of a row of a table: it is one piece, and its first cells may be empty."""
    return len(text) - len(text.lstrip(" \u3000\u00a0")), len(text.rstrip(" \u3000\u00a0"))


def as_read(text):
    """Lines of a text as they are meant; the name of a document's kind that is set letter by letter is one word.

    >>> as_read("通　　知\\n周　　渠\\n⼈⺠\\n关于清渠的通  知\\n清渠细则（暂 行）")
    ['通知', '周　　渠', '人民', '关于清渠的通知', '清渠细则（暂行）']
    """
    return [_joined(x) if 2 < len(x) < SHORT and SPREAD.search(x) else x for x in normalise(text).split("\n")]


def _joined(text):
    """A line with the name of a document's kind, the whole or the last word of it, or a date alone, in one piece."""
    if SPACED_STATE.search(text):  # else no template is read
        text = SPACED_STATE.sub(r"\1\2", text)
    if text.rstrip()[-1] in "日)）" and SPACED_DATE.fullmatch(text.strip()):
        return squeeze(text)
    if len(text) < SPACED and SPREAD_NAME.fullmatch(word := squeeze(text)):
        return word
    found = text[-2].isspace() and LAST_WORD.search(text)
    if found and KIND_NAME.fullmatch(word := found[1] + found[2]):
        return text[: found.start()] + word
    return text


def runs_of(places, belongs):
    """Runs of neighbours that belong together.

    >>> list(runs_of([1, 3, 4, 5, 7], lambda x: x % 2 == 1))
    [[1, 3], [5, 7]]
    """
    return (list(run) for together, run in groupby(places, belongs) if together)


def numbering(folded):
    """Name of the numbering with which a line opens, or None.

    >>> numbering("(一)清渠"), numbering("第三章 水源"), numbering("一条渠")
    ('bracket', 'chapter', None)
    """
    found = MARKER.match(folded) if folded[0] in FIRST_OF_MARKER else None
    return found and found.lastgroup
