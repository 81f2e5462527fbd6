"""The title above a text: lines are weighed by their form, their place and the words that they share with the text."""

import re
from itertools import pairwise
from typing import NamedTuple

from govnlp.documents.entities.personal_names import is_name
from govnlp.documents.parsing.formal import ADDRESSEE
from govnlp.documents.parsing.furniture import buttons
from govnlp.documents.parsing.joining import WRAPPED
from govnlp.documents.parsing.lines import AROUND, KIND_NAME, Line
from govnlp.documents.parsing.policy import BODY, KINDS
from govnlp.documents.parsing.rows import ROW
from govnlp.text import HAN, squeeze

LINES, TEXT = 60, 4000  # lines and characters of a text whose words a title shares
SHORT, LONG = 5, 10  # characters of words on buttons, and of headlines
ALIKE = 0.3  # share of its pairs of characters that a line has in common with the text of which it is
SENTENCE = 15  # characters; shorter lines with a full stop are captions and slogans too
PROSE = 60  # characters of a line that is of the text by its inner full stop
STOPS = frozenset("。！？!?”")
HALF_STOP = re.compile(rf"[{HAN}]\.$")
BEHIND = re.compile(
    r"(?<=[。！？!?”])(?:\s?\[[\d,–-]{1,7}\]|\s?[(（][^()（）]{1,30}[）)])+$"
)  # references, or who reports
NAMES_KIND = re.compile(rf"关于|(?:{KINDS})(?:[(].{{1,16}}[)])?$")
LABELLED = ("dateline", "editor", "byline")
CANDIDATES = ("head", "title")
OFFICE = re.compile(rf"(?:{BODY}|政府|中心|公司|[课专]题组|学院|大学|[社站所])$")
BAR = re.compile(r"[>›»|_]|[:】\]]$|\s-\s|^[一-鿿]{2,4}:\s?\S|^[【\[].{2,6}[】\]]\s?[^一-鿿]*$")
LETTER = re.compile("(?:关于|印发).{2,}(?:通知|意见|方案|函|决定|办法|规定)(?:[(].{1,12}[)])?$")
HEAD = 12  # lines in which the title of a printed document stands
DASHES = "—─-–"  # with which a second headline opens, below one that may be short
MARKS = "■□●◆▶◎◇○ "
HAS_HAN, NO_CHINESE = re.compile(f"[{HAN}]"), re.compile(rf"[^{HAN}]*[A-Za-z\d][^{HAN}]*")
NO_HAN = re.compile(f"[^{HAN}]")
ABOVE, BETWEEN = "it stands above the title", "it stands between the title and the text"


class Place(NamedTuple):
    """A line above a text, the one below it, in how many lines it is printed, the share of its words in the text."""

    line: Line
    below: Line
    printed: int
    shared: float
    opens: bool  # whether the text opens with it, as an encyclopedia's does


WEIGHTS = (  # by a logistic regression over the lines above the texts of 140 pages, rounded
    (3, "opens the text", lambda x: x.opens),
    (2, "names a kind of document", lambda x: NAMES_KIND.search(x.line.folded)),
    (
        2,
        "stands above a date, a source or a byline",
        lambda x: x.below.kind in LABELLED or _are_names(x.below.text),
    ),
    (2, "is as long as headlines are", lambda x: len(x.line.text) >= LONG),
    (-2, "is as short as words on buttons are", lambda x: len(x.line.text) <= SHORT),
    (1, "is printed again", lambda x: x.printed > 1),
    (1, "shares words with the text", lambda x: x.shared >= ALIKE),
    (1, "shares most words with the text", lambda x: x.shared >= 2 * ALIKE),
    (-2, "has the form of a label, a step or a bar", lambda x: BAR.search(x.line.folded)),
    (-2, "is the name of an office", lambda x: OFFICE.search(x.line.folded)),
    (-2, "is the name of a person", lambda x: _are_names(x.line.text)),
)
LEAST, PART = 0, 1  # weight of a title or a further line of it, and of one above it on a page with furniture
LONGEST_RUN = 4  # neighbouring lines of a headline with what stands above and below it


def set_title(lines):
    """Of the short lines above a text, those that weigh most are its title, and the others furniture; in place."""
    end = next((i for i, x in enumerate(lines) if _opens_text(x)), 0)
    start = max((i + 1 for i in range(end) if lines[i].kind == "page"), default=0)
    for line in lines[:end] if HAS_HAN.search(lines[end].text) else ():
        if line.kind in (*CANDIDATES, "paragraph") and NO_CHINESE.fullmatch(line.text):
            line.become("boilerplate", "it has no Chinese character and stands above the text")
    weights = {i: weigh(lines, i, end) for i in range(start, end) if _may_be_title(lines, i, end)}
    best = max(weights, key=lambda i: (weights[i], -i), default=None)
    if best is None or weights[best] < LEAST:
        return
    first, last = _run(lines, weights, best, start)
    text, title, furniture = _text(lines, end), "", False
    for i in range(start, end):
        line, name = lines[i], squeeze(lines[i].folded)
        short = line.kind in CANDIDATES
        furniture = i > last and (furniture or line.kind in (*LABELLED, "boilerplate"))
        if first <= i <= last and name not in title:
            line.become("title", "it is what most looks like a title above the text")
            title += name
        elif i < first and (short or line.kind == "paragraph"):
            if i < first - 1 or name[-1] != ":" or shared(name, text) < ALIKE:
                line.become("boilerplate", ABOVE)
        elif i >= first and (short or line.kind == "paragraph") and len(name) > 1 and name in title:
            line.become("boilerplate", "it repeats the title")
        elif i > last and short and _are_names(line.text):
            line.become("byline", "it is a name between the title and the text")
        elif i > last and short and name[-1] == ":":
            line.become("paragraph", "it leads over to what stands below it")
        elif i > last and short and (furniture or BAR.search(line.folded)):
            if weights[i] <= LEAST and shared(name, text) < ALIKE:
                line.become("boilerplate", BETWEEN)


def set_printed(lines):
    """What a paper says above a document that it prints, without a headline of its own, is of the paper; in place."""
    above = []
    for line, below in pairwise(lines[:HEAD]):
        if line.kind not in AROUND and ADDRESSEE.match(below.folded) and LETTER.search(line.folded) and above:
            line.become("title", "those whom the document is for are named below it")
            for x in above:
                x.become("editor", "it introduces the document that is printed below")
            return
        if line.kind in ("title", "question", "answer") or (line.kind == "head" and line.folded[-1] != ":"):
            return
        if line.kind in ("paragraph", "head"):
            above.append(line)


def _are_names(text):
    """Whether a line is nothing but names, behind a mark or not: ■ 林禾 周渠."""
    return not KIND_NAME.fullmatch(text) and all(map(is_name, text.lstrip(MARKS).split()))


def _run(lines, weights, best, start):
    """First and last line of the title: neighbours that weigh enough, and more above where a page prints furniture."""
    furniture = any(lines[i].kind == "boilerplate" for i in range(start, best))
    first, last = best, best
    while weights.get(last + 1, LEAST - 1) >= LEAST:
        last += 1
    while first - 1 in weights and (
        weights[first - 1] >= (PART if furniture or len(lines[first - 1].text) <= SHORT else LEAST)
        or lines[first].text[0] in DASHES
        or (OFFICE.search(lines[first - 1].folded) and NAMES_KIND.search(lines[first].folded))
    ):
        first -= 1
    return (first, last) if last - first < LONGEST_RUN else (best, best)


def _opens_text(line):
    """Whether a line is of the text: a sentence, a row of a table, a turn, or a numbered heading."""
    return (
        (
            line.kind == "paragraph"
            and (is_text(line.text) or line.marker == ROW or "\t" in line.text or line.why == WRAPPED)
        )
        or (line.kind in (*CANDIDATES, "paragraph") and ADDRESSEE.match(line.folded) is not None)
        or line.kind in ("question", "answer")
        or (line.kind == "heading" and line.marker is not None)
    )


def _may_be_title(lines, i, end):
    """Whether a line above a text is short and no sentence, or stands above a date and is no sentence."""
    line = lines[i]
    if line.folded[-1] == ":":
        return False
    if line.kind == "boilerplate":  # a word between buttons may be the name that an encyclopedia explains
        return (
            lines[end].text.startswith(line.text)
            and len(line.text) > 1
            and not buttons().fullmatch(line.folded)
        )
    dated = line.kind == "paragraph" and lines[i + 1].kind in LABELLED and line.folded[-1] not in ",;。"
    return line.kind in CANDIDATES or (dated and LONG < len(line.text) <= 3 * LONG)


def _text(lines, start):
    return "".join(x.folded for x in lines[start : start + LINES])[:TEXT]


def weigh(lines, i, end):
    """Weight of a line as the title of the text that begins at `end`."""
    name, text = lines[i].folded, _text(lines, end)
    printed = sum(name in x.folded or x.folded in name for x in lines[:end] if len(x.text) > SHORT)
    place = Place(
        lines[i], lines[i + 1], printed, shared(name, text), len(name) > 1 and text.startswith(name)
    )
    return sum(weight for weight, _, holds in WEIGHTS if holds(place))


def shared(name, text):
    """Share of the pairs of Chinese characters of a name that stand in a text.

    >>> shared("清渠三十里", "渠长三十里。")
    0.5
    """
    han = NO_HAN.sub("", name)
    pairs = [han[i : i + 2] for i in range(len(han) - 1)]
    return sum(x in text for x in pairs) / len(pairs) if pairs else 0.0


def is_text(text):
    """Whether a line is a sentence, or is long and holds the end of one."""
    return ends(text) or (len(text) > PROSE and "。" in text)


def is_sentence(text):
    """Whether a line is long enough for a sentence and ends as one does."""
    return len(text) > SENTENCE and ends(text)


def ends(text, least=LONG):
    """Whether a line of some length ends as sentences do, or with the end of one and what stands behind it."""
    text = BEHIND.sub("", text) if text[-1] in "])）" else text
    return len(text) >= least and (text[-1] in STOPS or HALF_STOP.search(text) is not None)
