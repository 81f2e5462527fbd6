"""Furniture by form and position: bars of one-word lines, trails, lists of links, counts, a title printed twice."""

import re
from itertools import takewhile

from govnlp.documents.corpus import CONTENT
from govnlp.documents.entities.personal_names import is_name
from govnlp.documents.parsing.articles import LEAD, REPORTED
from govnlp.documents.parsing.furniture import CREDIT, buttons, columns
from govnlp.documents.parsing.lines import runs_of
from govnlp.documents.parsing.policy import BODY, KINDS
from govnlp.documents.parsing.rows import ROW
from govnlp.documents.parsing.teasers import CUT_OFF
from govnlp.documents.parsing.texts import ALIKE, ends, is_sentence, shared

LINKS = re.compile(
    r"(?:相关)?链接|(?:延伸|相关|推荐)阅读|相关(?:新闻|文章|报道|推荐)|标题导航|往期(?:推荐|回顾|精彩)+"
    r"|(?:新闻|精彩|热点|热门|今日|编辑)推荐"
)
DIGEST = re.compile(  # above the headlines of what follows
    "(?:内容|新闻|要闻|节目|本期|今[日天])(?:提要|摘要|导读|看点|要目)|(?:本期|今[日天])?(?:节目)?(?:的)?主要内容(?:有|是)?"
)
# 导读 / 渠水清了 2版: above the headlines of other pages
POINTS = re.compile("(?:[今本][日天期版]|要闻|内容|新闻|版面)?(?:导读|提要|看点|要目)")
POINTER = re.compile(
    r"\S.*[\s(.…·—>]第?[A-Z]?[\d一二三四五六七八]{1,2}版\)?$|(?:[A-Z]\d{1,2}|第?\d{1,2})版?[\s:]+[一-鿿“].{3,}"
)
OF_ISSUE = re.compile("本期|今[日天]|新闻|要闻|节目")  # in the label of such a list
LISTED = "it is the title of another page in a list of links"
AROUND_WORDS = re.compile(r"^[\W_]+|[\W_]+$")
WORD = 8  # characters of a line of a bar
UNKNOWN = 4  # characters of a line of a bar that no list knows
LINK, LABEL = 80, 12  # characters of a link, and of the label above a list of what follows
FEWEST = 2  # words that are known make a bar
LINKED = 4  # lines below a text among furniture; more of them are a list
STEP, VALUE = 12, 20  # characters of a step of a trail, and of the value below a label
TOP = 12  # lines in which the column of a page stands
NO_WORD = re.compile(r"[^\w、，。；：？！（）“”《》—…]+|[【】（）]")
OF_DAY, FIGURE = re.compile("(?:日期|时间)\\s?:$"), re.compile("[\\d〇零一二三四五六七八九十]")
NO_LETTER = re.compile(r"[\W\d_]+")  # what is left are the words of a bar
WAY = re.compile(r"位置\s?:|\w\s*[>›»]+\s*\w")
CLOSES = re.compile("[×✕✖╳]")
ARROW = re.compile(r"\s*(?:>{1,2}|›|»|＞|→|/)\s*")
CONTACT = re.compile(
    r"(?:主办|承办|协办|技术支持|地址|邮编|传真|[一-鿿]{0,6}(?:邮箱|热线|电话|标识码|许可证|备案号|访客))\s?:|Copyright|©"
    r"|(?:.{0,8}转载.{0,8}(?:出处|来源|注明)|未经.{0,6}转载|您是第.{1,9}位|友情链接|联系我们|热点推荐|猜你喜欢|查看更多|更多>+|第\d+页)"
)
NAMED = re.compile(rf"(?:{KINDS})$")
PLAIN = ("head", "paragraph", "heading")
# signs the text, goes on with it, or is a field
OWN_TAIL = re.compile(rf"(?:{BODY}|[。！？!?;,、:…)])$|^[(]?附|^[一-鿿]{{2,4}}:\s?\S")
COLUMNS = re.compile(r"\t|\S(?:\u3000|\s{2,})\S")
TAIL = 60  # lines of the text whose words are compared
BUTTON = 6  # characters of a word on a button, alone below a text
LEAST, BETWEEN = 2, 2  # weight of furniture below a text, and of a line that has some above and below it
RUNNING = (
    60  # characters; a longer line is running text, of which a link or a button has no more than its title
)
LABELLED = ("dateline", "editor", "byline")
CELL, CELLS, NUMBERS = 25, 15, 5


def set_aside_links(lines):
    """Titles and openings of other pages under 相关链接 and the like are furniture; changes the lines in place.

    The list ends with a title that stands again above its text, or with one below which another article opens.
    """
    inside, cut, told, listed = False, False, False, set()
    for line, below in zip(lines, [*lines[1:], None], strict=False):
        new = told and line.kind == "head" and below is not None and _opens_news(below)
        if line.kind == "boilerplate":
            inside = inside or bool(LINKS.fullmatch(AROUND_WORDS.sub("", line.text)))
            listed.add(line.text)
        elif inside and line.kind == "paragraph" and CUT_OFF.search(line.folded):
            line.become("boilerplate", "it is the opening of another page, cut off")
            cut = True
        elif inside and not new and line.text not in listed and _may_be_link(line, cut and below is None):
            line.become("boilerplate", LISTED)
            listed.add(line.text)
        else:
            told = told or line.kind in CONTENT
            inside, cut, listed = False, False, set()


def _opens_news(line):
    """Whether a line names who reports, or opens with who does, and is not cut off."""
    opening = line.folded[:LEAD]
    reports = line.kind == "byline" or CREDIT.match(opening) or REPORTED.match(opening)
    return reports and not CUT_OFF.search(line.folded)


def _may_be_link(line, last):
    """Whether a line may be a page's title: it ends no sentence, or is the last, below a cut opening."""
    short = line.kind in ("head", "paragraph") and len(line.text) <= LINK
    return short and (last or line.text[-1] not in "。;；")


def set_aside_digest(lines):
    """Headlines below 内容提要 are furniture where one stands again below, or all name their pages; in place."""
    for i, label in enumerate(lines):
        if len(label.text) > LABEL:
            continue
        name = AROUND_WORDS.sub("", label.text)
        pages = POINTS.fullmatch(name) and list(takewhile(lambda x: POINTER.match(x.folded), lines[i + 1 :]))
        for line in (label, *pages) if pages else ():
            line.become("boilerplate", "it lists the headlines of what follows")
        if label.kind not in PLAIN or not DIGEST.fullmatch(name):
            continue
        items = []
        for line in takewhile(_may_announce, lines[i + 1 :]):
            if _unmarked(line) in map(_unmarked, items):
                break
            items.append(line)
        below = {_unmarked(x) for x in lines[i + 1 + len(items) :] if x.kind in PLAIN}
        if len(items) > 1 and any(_unmarked(x) in below for x in items):
            for line in (label, *items):
                line.become("boilerplate", "it lists the headlines of what follows")
            if OF_ISSUE.search(label.text):
                _set_announced(lines[i + 1 + len(items) :], items)


def _may_announce(line):
    """Whether a line of a list may be a headline of what follows."""
    return line.kind in PLAIN and not is_sentence(line.text) and line.text[-1] != "。"


def _set_announced(lines, items):
    """What the list of an issue announces are its headlines."""
    names = {_unmarked(x) for x in items}
    for line in lines:
        if line.kind == "head" and _unmarked(line) in names:
            line.become("title", "the list of an issue announces it")


def _unmarked(line):
    """A headline without the mark of an item before it."""
    return AROUND_WORDS.sub("", line.text)


def set_cells(lines):
    """Cells of a table that stand one a line, numbers among them, are neither pages nor headlines."""
    for cells in runs_of(lines, lambda x: len(x.text) <= CELL and x.text[-1] not in "。：:"):
        if len(cells) >= CELLS and sum(x.text.isdigit() for x in cells) >= NUMBERS:
            for line in cells:
                if line.kind in ("head", "page"):
                    line.become("paragraph", "it is a cell of a table")


def set_columns(lines):
    """The name of a column (综合) between the mark of a page and a headline is furniture; changes lines in place."""
    for above, line, below in zip(lines, lines[1:TOP], lines[2:], strict=False):
        if above.kind == "page" and {line.kind, below.kind} == {"head"} and columns().fullmatch(line.folded):
            line.become("boilerplate", "it is the name of a column, below the mark of a page")


def set_counts(lines):
    """01, 02, 03 above the parts of an article are ornament where no other line marks a page."""
    marks = [x for x in lines if x.kind == "page"]
    if len(marks) > 1 and [x.text for x in marks] == [f"{n:02}" for n in range(1, len(marks) + 1)]:
        for line in marks:
            line.become("boilerplate", "it counts the parts of an article")


def set_bars(lines):
    """Toolbars, trails and counters that a page has printed one word a line, above and below its text."""
    places = range(len(lines))
    first = next((i for i in places if _is_text(lines[i])), len(lines))
    last = next((i for i in reversed(places) if _is_text(lines[i])), len(lines) - 1)
    above, below = range(first), range(last + 1, len(lines))
    _set_closed(lines, above)
    for part in (above, below):
        _set_trails(lines, part)
        for run in runs_of(part, lambda i: len(lines[i].text) <= WORD or is_button(lines[i])):
            known = [i for i in run if is_button(lines[i])]
            words = [x for i in known if (x := NO_LETTER.sub("", lines[i].text))]
            whole = sum(len(x) > 1 for x in words)  # 大, 中 and 小 alone may be the cells of a table
            if whole < (1 if len(words) > FEWEST else FEWEST):
                continue
            for line in lines[known[0] : known[-1] + 1]:
                if line.kind not in (*LABELLED, "title") and (is_button(line) or _is_filling(line)):
                    line.become("boilerplate", "it is one word of a toolbar that is printed word by word")
        _set_values(lines, part)


def _is_text(line):
    return line.kind == "paragraph" and is_sentence(line.text)


def set_closing(lines):
    """Short lines below a text that weigh enough are furniture; changes the lines in place."""
    texts = (
        i for i in range(len(lines) - 1, -1, -1) if lines[i].kind in CONTENT and ends(lines[i].text, UNKNOWN)
    )
    last = next(texts, None)
    if last is None:
        return
    text = "".join(x.folded for x in lines[max(0, last - TAIL) : last + 1])
    tail = [x for x in lines[last + 1 :] if x.kind not in ("dateline", "byline") and len(x.text) <= RUNNING]
    few = sum(x.kind in PLAIN for x in tail) <= LINKED
    lowest = max((i for i, x in enumerate(tail) if x.kind == "boilerplate"), default=0)
    aside = False
    for i, line in enumerate(tail):
        aside = aside or line.kind in ("boilerplate", "editor")
        weight = weigh_below(line, aside, text) + BETWEEN * (aside and i < lowest)
        if line.kind in (*PLAIN, "page") and (aside or few) and weight >= LEAST:
            line.become("boilerplate", "it stands below a text, among furniture or with no word of the text")
            aside = True


def weigh_below(line, aside, text):
    """Weight of a line below a text as furniture, with furniture above it or without."""
    words = shared(line.folded, text)
    named = is_name(line.text) or OWN_TAIL.search(line.folded) or line.marker
    return (
        3 * aside
        + (words == 0)
        + (len(line.text) <= BUTTON)
        - (words >= ALIKE)
        - 2 * bool(named)
        - 3 * line.indented  # as paragraphs are
        - 4 * (line.marker == ROW or bool(COLUMNS.search(line.text)))
        + 4 * (is_button(line) or bool(CONTACT.match(line.folded)))
    )


def is_button(line):
    """Whether a line is a button, a sign between buttons, or a label of a bar without its value."""
    if line.kind == "boilerplate" or NO_WORD.fullmatch(line.text):
        return True
    plain = line.folded.strip(":>|×【】[]() ")
    return bool(buttons().fullmatch(plain) and NO_LETTER.sub("", plain))


def _is_filling(line):
    """Whether a line between buttons may be one that no list knows, and not the title of a short notice."""
    return len(line.text.strip("- |")) <= UNKNOWN and not NAMED.search(line.folded)


def _set_closed(lines, above):
    """What stands over a text until it is closed by ×, and a character that is left of a word between buttons."""
    closes = [i for i in above if CLOSES.fullmatch(lines[i].text)]
    for i in above[:-1]:
        line, below = lines[i], lines[i + 1]
        if line.kind == "head" and closes == [i + 1]:  # of several × each may be the cell of a table
            line.become("boilerplate", "it stands above the sign that closes it")
        elif (
            len(line.text) == 1
            and line.kind == "head"
            and not is_button(line)
            and below.kind == "boilerplate"
        ):
            line.become("boilerplate", "it is one character above furniture")


def _set_trails(lines, part):
    """The way from the front page to the text, also word by word around lines of arrows, and what stands above it."""
    way = next((i for i in part if lines[i].kind == "boilerplate" and WAY.search(lines[i].folded)), 0)
    if any(lines[i].kind in ("head", "title") for i in part if i > way):
        for i in part[:way]:
            if lines[i].kind == "head":
                lines[i].become("boilerplate", "it stands above the way from the front page to the text")
    arrows = [i for i in part if ARROW.fullmatch(lines[i].text)]
    for i in arrows:
        for near in (i - 1, i, i + 1):
            if near in part and len(lines[near].text) <= STEP:
                lines[near].become("boilerplate", "it is a step of the way from the front page to the text")
    after = arrows[-1] + 2 if arrows else 0
    if arrows and after in part and lines[after].text == lines[after - 1].text:
        lines[after].become("boilerplate", "it repeats the last step of the way from the front page")


def _set_values(lines, part):
    """A label that stands alone (来源：) gives the line below it its kind; one without a value is furniture."""
    for i in part:
        line, last = lines[i], part.start > 0 and i + 1 == len(lines)
        if not (line.kind in LABELLED or last) or line.folded[-1] != ":" or len(line.text) > WORD:
            continue
        value = lines[i + 1] if i + 1 < len(lines) else None
        named = part.start or any(lines[j].kind in ("head", "title") for j in part if j != i + 1)
        asks = value is not None and value.folded[-1] == "?"
        if value is not None and value.kind == "head" and len(value.text) > WORD and not (named or asks):
            line.become("boilerplate", "it is a label without a value")  # the headline stands below it
        elif (
            value is not None
            and value.kind in (line.kind, "head", "paragraph", "dateline", "page")
            and not is_sentence(value.text)
            and len(value.text) <= VALUE
            and value.folded[-1] not in ":?。;!"
            and (FIGURE.search(value.text) or not OF_DAY.search(line.folded))
        ):
            value.become(line.kind, "it is the value of the label above it")
        elif (
            value is None
            or value.kind == "boilerplate"
            or value.folded[-1] == ":"
            or OF_DAY.search(line.folded)
        ):
            line.become("boilerplate", "it is a label without a value")
