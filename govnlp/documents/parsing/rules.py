"""What a line is when it is looked at by itself: a table of rules in order of precedence."""

import re
from collections.abc import Callable
from itertools import pairwise, product
from typing import NamedTuple

from govnlp.documents.entities.personal_names import is_name
from govnlp.documents.parsing import furniture as form
from govnlp.documents.parsing.lines import ARTICLE, SHORT, STATED, split
from govnlp.documents.parsing.notes import OPENS as OPENS_NOTE
from govnlp.documents.parsing.notes import SAID, is_note
from govnlp.documents.parsing.pieces import CLOCK, MARKUP
from govnlp.documents.parsing.policy import KINDS
from govnlp.text import HAN, HAN_YEAR, squeeze

HEADLINE, CLAUSES = 45, 34  # characters of a headline, and of one with a comma in it
NUMBERED = {"ordinal": 60, "bracket": 60}  # characters of a numbered heading; 40 with any other numbering
CELLS = 2  # tabs of a row of a table
FURNITURE = 80  # characters: longer lines that name a button speak of it
CREDITED = 200  # characters of a caption with the photographer's name behind it
TOLD = 3  # sentences of one
WORD = re.compile(f"[{HAN}]")
STAGE = re.compile(  # (试行) behind a title, or alone below it
    r"\((?:试行|暂行|草案|修订稿?|修正案?|征求意见稿|送审稿|讨论稿|审议稿|摘要|摘登|节选|全文|[上中下]|(?:19|20)\d\d(?:年?[-—–~至]+(?:19|20)\d\d)?年?(?:度|版|本|修订|修正)?"
    rf"|{HAN_YEAR}年?|之?[一二三四五六七八九十]{{1,3}}|第[一二三四五六七八九十\d]{{1,3}}[号期批次版辑集册])\)$"
    r"|(?<=报告|总结|规划|计划|方案|预案|公报|纲要)\([^()、,;]{1,8}\)$"  # 工作总结（教育局）
)
TIME_ALONE = re.compile(rf"[\[【（(]?{CLOCK}[\]】）)]?")  # of a turn: [10:03]
FIELD = re.compile(
    r"(?:(?:出席|列席|缺席|请假|主持|记录|整理|主办|牵头|责任|配合|承办|协办|联系|完成|参与|实施)[一-鿿]{0,4}|地\s*址|电\s*话|邮\s*编|邮\s*箱|传\s*真|地点|时限|单位|[一-鿿]{0,8}截止(?:日期|时间))\s?:\s?\S"
)
FINAL = re.compile(r"[。;,、…)]|(?<![\dA-Za-z])\.")  # the last character of what is no headline
# 440.5亿元 地区生产总值: a line of a box
FIGURE = re.compile(r"\d[\d.,]*(?!\s?[年月日])[万亿]?(?:%|[一-鿿]{1,2})\s+[一-鿿“]\S+$")
ROW = re.compile(r"\s{2,}[+-]?\d{1,3}(?:\.\d+)?%?$")  # of a table with blanks between its cells
OUTCRY = re.compile(r"[^。;!?,]{2,20}[!?]+(?=[^!?])")
OFFICIAL_TITLE = re.compile(  # which may be longer than other headlines, its number behind it
    rf"(?:关于|[^。;]{{4,60}}(?:关于|印发|转发|批转))[^。;]{{2,80}}(?:{KINDS})(?:[(].{{1,24}}[)])?$"
)
INNER = re.compile("[。;]|[!?](?!”|$)|[^主]说:")


class Rule(NamedTuple):
    """What a line is, why in words, and the test that it has to pass: the line itself, or its text in half width."""

    kind: str
    why: str
    holds: Callable
    stopped: bool = False  # whether it may hold for a line that ends with a full stop or a semicolon
    numbered: bool = False  # and for one that opens with a number, as most headings of reports and laws do


def _dated(text):
    if "19" not in text and "20" not in text:
        return False
    return form.DATED.match(text) or (form.DAY.search(text) and form.DATELINE.match(text))


def _is_page(text):
    if text[-1] in "?。:":  # Q1：谁可以申请？
        return False
    return form.PAGE.fullmatch(text) and not form.is_furniture(text)


def _is_bar(text):
    return form.buttons().fullmatch(text) and form.SEVERAL.search(text)


def _is_frame(text):
    return len(text) <= FURNITURE and text[-1] not in "。;" and form.is_furniture(text)


def _is_byline(text):
    return form.BYLINE.match(text) and not form.SPEECH.search(text)


def _credits_picture(text):
    end = len(text) - form.LONGEST_CREDIT
    return form.PICTURED.match(text) or (
        form.OF_PICTURE.search(text, end) and form.PICTURE_CREDIT.search(text, end)
    )


def _is_caption(text):
    written = text.endswith(("摄影报道", "图")) or form.WROTE.search(text)
    return _credits_picture(text) and not (written and _is_byline(text))


def _is_editor(text):
    if text.endswith("出品") and form.PRODUCED.match(text):
        return True
    found = form.EDITOR.match(text) or form.CREDITED.match(text)
    return found and (found["name"] is None or is_name(squeeze(found["name"])))


def _is_signed(text):
    found = form.NAMES.match(text)
    return found and all(map(is_name, form.BLANKS.split(found[1])))


def _is_official(text):
    found = form.OFFICIALS.fullmatch(text)
    return form.OFFICIAL.fullmatch(text) or (
        found and all(map(is_name, form.APART.sub(r"\1\2", found["names"]).split()))
    )


def is_heading(line):
    """Whether a numbered line is a heading of its own: no sentence, not a clause of a list."""
    text = line.folded
    return (
        line.marker
        and len(text) <= NUMBERED.get(line.marker, 40)
        and text[-1] not in "。;,:、!."
        and not INNER.search(text)
    )


def is_head(line):
    """Whether a line without numbering may be a headline or a sub-heading."""
    text = STAGE.sub("", line.folded)
    if not text:
        return True
    if line.marker or ARTICLE.match(text):
        return False
    if len(text) > (CLAUSES if "," in text else HEADLINE):
        return OFFICIAL_TITLE.fullmatch(line.folded) is not None
    if text.count("\t") >= CELLS or ROW.search(text) or FIGURE.match(text):
        return False
    if (
        FINAL.match(text, len(text) - 1)
        or not WORD.search(text)
        or FIELD.match(text)
        or form.SALUTATION.fullmatch(text)
    ):
        return False
    outcry = OUTCRY.match(text)
    return text.count(",") < 3 and not INNER.search(text, outcry.end() if outcry else 0)


NOTE = Rule("editor", SAID, is_note, True)
PUBLISHED = "it is the date or the source of the publication"
BACK_NUMBERS = Rule("boilerplate", "it lists back numbers of a paper", form.BACK_NUMBERS.match)
LONG_LINES = (
    NOTE,
    BACK_NUMBERS,
    Rule("boilerplate", "it is a remark on rights or on how the text came about", form.OFFERED.match),
    Rule(
        "caption",
        "the credit of a picture ends it",
        lambda text: len(text) < CREDITED and text.count("。") <= TOLD and _credits_picture(text[-30:]),
    ),
)
MARKS = (
    Rule("boilerplate", "it is the time of a turn", TIME_ALONE.fullmatch),
    Rule("page", "it is the mark of a page and nothing else", _is_page, True),
    Rule("boilerplate", "it lists the pages of an issue", form.PAGES.fullmatch),
    Rule("boilerplate", "it is ornament without words", form.ORNAMENT.fullmatch),
    Rule("boilerplate", "it is the name of an attached file", form.FILE.search, numbered=True),
    Rule("boilerplate", "it is markup and no text", MARKUP.fullmatch),
    NOTE,
)
WORDS = (
    BACK_NUMBERS,
    Rule("dateline", PUBLISHED, form.SITE_AUTHOR.match),
    Rule("byline", "it names reporters beside a date", lambda x: _dated(x) and form.BYLINE.match(x)),
    Rule("dateline", PUBLISHED, _dated, True, True),
    Rule(
        "boilerplate",
        "it is a button, link or notice that sites put around their texts",
        _is_frame,
        numbered=True,
    ),
    Rule("boilerplate", "it is a bar of buttons or counters", _is_bar, numbered=True),
    Rule("caption", "the credit of a picture ends it", _is_caption, True, True),
    Rule("caption", "it is the name of a table", form.TABLE.fullmatch),
    Rule("boilerplate", "it is a remark on rights or on how the text came about", form.is_remark, True, True),
    Rule("dateline", PUBLISHED, form.DATELINE.match, True, True),
    Rule("dateline", "it names a newspaper and its issue", form.ISSUE.match),
    Rule("dateline", "it is the name of a newspaper or a station", form.MASTHEAD.match),
    Rule("dateline", "it says where the text was published first", form.ORIGIN.match),
    Rule("editor", "it names editors or those who checked the page", _is_editor, True),
    Rule("byline", "it names reporters or correspondents", _is_byline),
    Rule("byline", "it is an office and the name of its holder", _is_official, numbered=True),
    Rule("byline", "it names one of those who speak", form.introduces),
    Rule("byline", "it is nothing but names in brackets", _is_signed),
    Rule("byline", "it is where the author works", form.AFFILIATION.fullmatch),
)
WORDED = {  # by whether a line is stopped, is numbered, and has a character of `HINT`, which WORDS need
    (stop, number, bool(words)): [x for x in (*MARKS, *words) if x.stopped >= stop and x.numbered >= number]
    for stop, number, words in product((False, True), (False, True), ((), WORDS))
}
# What a sentence opens with for which one of those rules holds, unless it credits a picture or holds an offer or a
# date: one pattern instead of seven tests, which nearly all sentences fail. One that is numbered opens with none.
OPENS = re.compile(
    "|".join(
        x.pattern.replace("?P<name>", "?:")
        for x in (
            form.PAGE,
            OPENS_NOTE,
            form.NOTE,
            form.DATELINE,
            form.PICTURED,
            form.EDITOR,
            form.CREDITED,
        )
    )
)
# what most long lines lack: one pattern instead of three
OPENS_LONG = re.compile("|".join(x.pattern for x in (OPENS_NOTE, form.BACK_NUMBERS, form.OFFERED)))
TOOK_PART = re.compile(r"(?:出席|列席|缺席|请假|参会)[一-鿿]{0,4}\s?:\s?[^。;]{2,100}$")
SHAPES = (
    Rule("byline", "it names who took part", lambda x: TOOK_PART.match(x.folded)),
    Rule("heading", "it is numbered and no sentence", is_heading),
    Rule("head", "it is short and no sentence", is_head),
)
ROLES = {"title": "title", "caption": "caption", "byline": "byline", "furniture": "boilerplate"}
TEXT = "it is running text"


def classify(source):
    """Lines of a source, each with the kind that it has by its own form or by its format.

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
    lines = split(source)
    for line in lines:
        role = source.role(line.number - 1) if source.roles else None
        if role:
            _take_role(line, role)
        else:
            decide(line)
    for line, ending in pairwise(lines):
        if line.number == ending.number and form.FILE.fullmatch(ending.folded):
            line.become("head", "it is the name of the file, which stands again below")
    return lines


def decide(line):
    """Give a line the kind and the reason of the first rule that holds.

    >>> from govnlp.documents.parsing.lines import Line
    >>> for text in ("责任编辑：林溪", "云岭日报 2021年3月4日 第3版", "渠水清了。"):
    ...     line = decide(Line(1, text))
    ...     print(line.kind, "|", line.why)
    editor | it names editors or those who checked the page
    dateline | it names a newspaper and its issue
    paragraph | it is running text
    """
    text = line.folded
    stopped = text[-1] in "。;"
    if len(text) > SHORT:
        worded = rule = _first(LONG_LINES if OPENS_LONG.match(text) else LONG_LINES[-1:], text)
    elif stopped and not (
        (not line.marker and OPENS.match(text))
        or form.OFFER.search(text)
        or form.OF_PICTURE.search(text, len(text) - form.LONGEST_CREDIT)
        or _dated(text)
    ):
        worded = rule = None
    else:
        hinted = form.HINT.search(text) is not None
        worded = _first(WORDED[stopped, line.marker is not None, hinted], text)
        rule = worded or (None if stopped else _first(SHAPES, line))
    if worded:
        line.marker = None  # a number that opens furniture numbers nothing
    line.become(rule.kind if rule else "paragraph", rule.why if rule else TEXT)
    return line


def _first(rules, line):
    """First of some rules that holds for a line or its text, or None."""
    for rule in rules:
        if rule.holds(line):
            return rule
    return None


def _take_role(line, role):
    """Kind and level of a line whose role the format states."""
    level = int(role[7:]) if role.startswith("heading") else None
    line.become("heading" if level else ROLES.get(role, "paragraph"), STATED)
    line.level = level
    line.marker = line.marker if level and len(line.text) <= SHORT else None
