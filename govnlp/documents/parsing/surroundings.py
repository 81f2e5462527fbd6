"""Furniture by form and position: bars of one-word lines, trails, lists of links, counts, a title printed twice."""

import re

from govnlp.documents.entities.personal_names import is_name
from govnlp.documents.parsing.copies import NO_WORD_ALONE, WORD, set_copies
from govnlp.documents.parsing.furniture import buttons
from govnlp.documents.parsing.joining import STOPS
from govnlp.documents.parsing.lines import runs_of
from govnlp.documents.parsing.policy import KINDS
from govnlp.text import HAN

LINKS = re.compile(
    r"(?:相关)?链接|(?:延伸|相关|推荐)阅读|相关(?:新闻|文章|报道|推荐)|往期(?:推荐|回顾|精彩)+"
)
AROUND_WORDS = re.compile(r"^[\W_]+|[\W_]+$")
SENTENCE = 15  # characters; shorter lines with a full stop are captions and slogans too
REFERENCES = re.compile(r"(?<=.)(?:\[[\d,–-]{1,7}\])+$")
UNKNOWN = 4  # characters of a line of a bar that no list knows
FEWEST = 2  # words that are known make a bar
LINKED = 4  # lines below a text among furniture; more of them are a list
STEP, VALUE = 12, 20  # characters of a step of a trail, and of the value below a label
NO_WORD = re.compile(r"[^\w、，。；：？！（）“”《》—…]+|[【】（）]")
NO_LETTER = re.compile(r"[\W\d_]+")  # what is left are the words of a bar
WAY = re.compile(r"位置\s?:|\w\s*[>›»]+\s*\w")
ARROW = re.compile(r"\s*(?:>{1,2}|›|»|＞|→|/)\s*")
CONTACT = re.compile(
    r"(?:主办|承办|协办|技术支持|地址|邮编|传真|[一-鿿]{0,6}(?:邮箱|热线|电话|标识码|许可证|备案号|访客))\s?:|Copyright|©"
    r"|(?:.{0,8}转载.{0,8}(?:出处|来源|注明)|未经.{0,6}转载|您是第.{1,9}位|友情链接|联系我们|热点推荐|猜你喜欢|查看更多|更多>+|第\d+页)"
)
NAMED = re.compile(rf"(?:{KINDS})$")
HAS_HAN, LAST_WORD = re.compile(f"[{HAN}]"), re.compile(rf"[{HAN}]{{2,6}}|\d{{4,8}}")
LABELLED = ("dateline", "editor", "byline")
CELL, CELLS, NUMBERS = 25, 15, 5


def set_aside_links(lines):
    """Titles of other pages under 相关链接 and the like are furniture."""
    inside = False
    for line in lines:
        if line.kind == "boilerplate":
            inside = inside or bool(LINKS.fullmatch(AROUND_WORDS.sub("", line.text)))
        elif (
            inside
            and line.kind in ("head", "paragraph")
            and len(line.text) <= 80
            and line.text[-1] not in "。;；"
        ):
            line.become("boilerplate", "it is the title of another page in a list of links")
        else:
            inside = False


def set_cells(lines):
    """Cells of a table that stand one a line, numbers among them, are neither pages nor headlines."""
    for cells in runs_of(lines, lambda x: len(x.text) <= CELL and x.text[-1] not in "。：:"):
        if len(cells) >= CELLS and sum(x.text.isdigit() for x in cells) >= NUMBERS:
            for line in cells:
                if line.kind in ("head", "page"):
                    line.become("paragraph", "it is a cell of a table")


def set_counts(lines):
    """01, 02, 03 above the parts of an article are ornament where no other line marks a page."""
    marks = [x for x in lines if x.kind == "page"]
    if len(marks) > 1 and [x.text for x in marks] == [f"{n:02}" for n in range(1, len(marks) + 1)]:
        for line in marks:
            line.become("boilerplate", "it counts the parts of an article")


def set_bars(lines):
    """Toolbars, trails and counters that a page has printed one word a line, above and below its text."""
    texts = [i for i, x in enumerate(lines) if x.kind == "paragraph" and is_sentence(x.text)]
    above = range(texts[0] if texts else len(lines))
    below = range(texts[-1] + 1, len(lines)) if texts else range(0)
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
    set_copies(lines, above)


def set_opening(lines):
    """Of the short lines that furniture parts from each other above a text, those that name it are its title.

    They stand right above its date or source, or its first sentence opens with them, as an encyclopedia's does.
    """
    _set_foreign(lines)
    end = next((i for i, x in enumerate(lines) if x.kind == "paragraph" and is_sentence(x.text)), 0)
    runs = list(runs_of(range(end), lambda i: lines[i].kind == "head"))
    aside = sum(x.kind == "boilerplate" for x in lines[:end])
    if aside + sum(map(len, runs)) <= LINKED or any(x.kind in ("title", "page") for x in lines[:end]):
        return
    dated = [run for run in runs if lines[run[-1] + 1].kind in LABELLED]
    named = [
        [i] for i in range(end) if lines[i].kind in ("head", "boilerplate") and _opens_with(lines, end, i)
    ]
    longest = max((len(lines[i].text) for run in dated for i in run), default=0)
    if dated and (len(runs) > 1 or longest > WORD):
        title = _behind_words(max(dated, key=lambda run: max(len(lines[i].text) for i in run)), lines)
    elif named:
        title = named[0]
        lines[title[0]].become("head", "the text below it opens with it")
    else:
        return
    if max(len(lines[i].text) for i in title) > WORD:
        title = [i for i in title if not _is_filling(lines[i])]
    for run in runs:
        words = len(run) >= FEWEST and all(len(lines[i].text) <= WORD for i in run)
        followed = lines[run[-1] + 1].kind == "boilerplate"  # what the text follows may be its first heading
        for i in run:
            filling = _is_filling(lines[i]) and not is_name(lines[i].text)
            if i not in title and (i < title[-1] or filling or words or followed):
                lines[i].become(
                    "boilerplate", "it stands above a text, among furniture and apart from the title"
                )


def set_closing(lines):
    """A few short lines below a text and below two lines of furniture or more: links to what came before and after."""
    last = next((i for i in range(len(lines) - 1, -1, -1) if is_sentence(lines[i].text)), len(lines))
    below = range(last + 1, len(lines))
    _set_last_word(lines, below)
    for line in (lines[i] for i in below if lines[i].kind in ("head", "paragraph")):
        if CONTACT.match(line.folded) and line.text[-1] not in STOPS:
            line.become("boilerplate", "it says who keeps the site, below a text")
        elif is_button(line):
            line.become("boilerplate", "it is a button below a text")
    for run in runs_of(below, lambda i: lines[i].kind in ("head", "paragraph")):
        aside = sum(lines[i].kind == "boilerplate" for i in range(last + 1, run[0]))
        short = all(
            len(lines[i].text) <= VALUE and _without_references(lines[i].text)[-1] not in STOPS for i in run
        )
        if aside >= FEWEST and len(run) <= LINKED and short:
            for i in run:
                lines[i].become("boilerplate", "it stands below a text and among furniture")


def _set_foreign(lines):
    """Lines without a Chinese character above the first line that has one: addresses, Original URL, A- A A+."""
    first = next((i for i, x in enumerate(lines) if x.kind != "boilerplate" and HAS_HAN.search(x.text)), 0)
    for line in lines[:first]:
        if line.kind in ("head", "paragraph"):
            line.become("boilerplate", "it has no Chinese character and stands above all that have")


def _set_last_word(lines, below):
    """A word alone that follows the last sentence of a text, with nothing but furniture below it."""
    plain = [i for i in below if lines[i].kind != "boilerplate"]
    if len(plain) == 1 and plain[0] == below[0]:
        line = lines[plain[0]]
        alone = LAST_WORD.fullmatch(line.text) and not (NO_WORD_ALONE.search(line.text) or is_name(line.text))
        if alone and line.kind in ("head", "paragraph"):
            line.become("boilerplate", "it is a word alone below a text")


def _behind_words(run, lines):
    """The last lines of a run, which are longer than a word, where words of a bar stand above them."""
    words = [i for i in run[:-1] if len(lines[i].text) <= WORD]
    return (
        [i for i in run if i > words[-1]] if len(words) >= FEWEST and len(lines[run[-1]].text) > WORD else run
    )


def _opens_with(lines, end, i):
    """Whether the text at `end` opens with a line that is the name of something, no button."""
    name = lines[i].text
    return len(name) > 1 and lines[end].text.startswith(name) and not buttons().fullmatch(lines[i].folded)


def is_sentence(text):
    """Whether a line is long enough for a sentence and ends as one does."""
    text = _without_references(text)
    return len(text) > SENTENCE and text[-1] in STOPS


def _without_references(text):
    """A text without the marks of references behind it ([2-3])."""
    return REFERENCES.sub("", text) if text.endswith("]") else text


def is_button(line):
    """Whether a line is a button, a sign between buttons, or a label of a bar without its value."""
    if line.kind == "boilerplate" or NO_WORD.fullmatch(line.text):
        return True
    plain = line.folded.strip(":>|×【】[]() ")
    return bool(buttons().fullmatch(plain) and NO_LETTER.sub("", plain))


def _is_filling(line):
    """Whether a line between buttons may be one that no list knows, and not the title of a short notice."""
    return len(line.text.strip("- |")) <= UNKNOWN and not NAMED.search(line.folded)


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
            and value.folded[-1] not in ":?"
        ):
            value.become(line.kind, "it is the value of the label above it")
        elif value is None or value.kind == "boilerplate" or value.folded[-1] == ":":
            line.become("boilerplate", "it is a label without a value")
