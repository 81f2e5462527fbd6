"""Turns of interviews: a closed list of speakers, inferred from labels that recur."""

import re
from collections import Counter
from itertools import pairwise
from typing import NamedTuple

from govnlp.documents.entities.personal_names import is_name
from govnlp.documents.parsing.furniture import BYLINE
from govnlp.documents.parsing.lines import AROUND
from govnlp.documents.parsing.speakers import ANSWERS, ASKS, COUNTED, NAME, QUOTED, plain_label, speaker_of
from govnlp.text import fold, half_width

LETTERS = "[一-鿿·A-Za-z]"
# letters never follow letters: no way back
WHO = rf"(?:{LETTERS}{{1,20}}+|《[一-鿿]{{2,10}}》{LETTERS}{{0,20}}+)(?:{QUOTED}[一-鿿]{{0,3}}+)?\d{{0,2}}"
CORE = rf"(?:[一-鿿]{{2,14}}、){{0,2}}{WHO}(?:\s{{1,2}}[一-鿿·]{{1,8}}+)?(?:\s?[(][^()]{{1,30}}[)])?"
LABEL = re.compile(
    rf"\s*(?:[一二三四五六七八九十]{{1,3}}、|\d{{1,2}}[.、．]|[•●■◆]|\*{{2}})?\s*"
    rf"(?:[【\[(［《<]?(?P<label>{CORE}|[*×]{{1,3}})(?:[】\])］》>]|\*{{2}})?\s?:(?:\*{{2}})?|(?P<counted>{COUNTED})"
    rf"|[【\[(［<](?P<alone>{CORE})[】\])］>])\s*"
)
APART = tuple(  # labels that no colon ends: 记　者　渠清了吗？, 记者/渠清了吗？, 记者 on a line of its own
    map(
        re.compile,
        (
            r"(?P<label>[一-鿿](?:\s{1,3}[一-鿿]|[一-鿿]{1,3}))\s{1,3}(?=\S)",
            rf"(?:\*{{2}})?(?P<label>{CORE})(?:\*{{2}})?\s?(?:[|/]|—{{1,2}}|\s)\s?(?=\S)",
            rf"(?P<label>{CORE})$",
        ),
    )
)
MARKS = "○●◇◆□■△▲▽▼"  # of those who ask and those who answer
LEGEND = re.compile(rf"(?:[{MARKS}]\s?[^{MARKS}]{{1,20}}){{2}}$")  # ○记者 ●周渠
POSTED = re.compile(r"[一-鿿·\s]{2,12}[(][^()]{2,24}[)]\s?:")
HOST = re.compile("主持|策划")
OFFICE = re.compile(
    r"(?:长|主任|书记|主席|委员|代表|发言人)\s{1,2}[一-鿿·]{2,8}[^一-鿿]*$"
)  # with the name behind it
SEVERAL = 3  # people who speak in turn
OPENING = re.compile(
    r"[:：【\[（(［<QA问答](?:(?<![QA问答])|\d)"
)  # a class at the beginning is sought much faster
REACH = 60
LONGEST = 24  # characters of a label without a colon
NUMERALS = re.compile(r"[一二三四五六七八九十百]+$|\d+$")
FRAME = re.compile(
    r"^\s*(?:[一二三四五六七八九十]{1,3}、|\d{1,2}[.、．]|[•●■◆])|[\s\d:.、．【】\[\]()［］《》<>*|/—]"
)  # around a name
TURN = "turn"  # marker of a turn's first line
NAMES = 4  # characters of the longest


class Label(NamedTuple):
    """Label of a turn: its name, where the text begins behind it, and whether it says more than the name."""

    name: str
    end: int
    more: bool


def find_turns(lines):
    """Set kind and speaker of the lines that belong to an interview; changes them in place.

    Parameters
    ----------
    lines : list of Line

    Notes
    -----
    There are turns only where a label that asks (记者, 主持人, 问 ...) is answered under another label, or where
    two labels that answer (答) stand below questions without one. A name is a speaker when it follows a label
    that asks; it stays one for the whole document. What follows without a label belongs to the turn before it.

    Examples
    --------
    >>> from govnlp.documents.parsing.rules import classify
    >>> from govnlp.documents.reading.source import Source
    >>> lines = classify(Source("a", lines=["记者：水清了吗？", "林溪：清了。", "鱼也回来了。"]))
    >>> find_turns(lines)
    >>> [(x.kind, x.speaker) for x in lines]
    [('question', '记者'), ('answer', '林溪'), ('answer', '林溪')]
    """
    labels = {i: label for i, x in enumerate(lines) if (label := label_of(x))}
    opening = next((i for i, x in enumerate(lines) if x.kind not in AROUND), None)
    if opening in labels and lines[opening].kind == "head" and not ASKS.match(labels[opening].name):
        del labels[opening]  # 林溪：让水变清 above an interview is its title
    starts = turns_of(lines, labels) or unlabelled_questions(lines, labels)
    starts = starts or set_apart(lines) or round_table(lines, labels) or marked(lines)
    if not starts:
        return
    kind = speaker = None
    answered = any(x == "answer" for x, _, _ in starts.values())
    for i, line in enumerate(lines):
        if i in starts:
            kind, speaker, label = starts[i]
            line.become(kind, "it opens with the label of who asks or answers")
            line.speaker, line.marker, line.label = speaker, TURN, label
        elif i in labels and line.text[0] in "[【":
            kind = None  # somebody else speaks
        elif (
            kind
            and line.kind in ("paragraph", "head")
            and (line.kind == "paragraph" or line.folded[-1] in "?!")
        ):
            if kind == "question" and not answered:
                kind, speaker = "answer", None
            line.speaker = speaker
            line.become(kind, "it belongs to the turn above it")
        elif line.kind in ("head", "title", "editor"):
            kind = None


def label_of(line):
    """Label before the colon of a line or in brackets at its beginning, or None."""
    if line.kind not in ("paragraph", "head", "byline", "heading"):
        return None
    label = _label(line)
    if (
        label
        and line.kind == "byline"
        and 0 < max(map(len, line.text[label.end :].split()), default=0) <= NAMES
    ):
        return None
    named = label and line.kind == "head" and line.folded[-1] != "?"
    if named and ASKS.match(label.name) and _are_names(line.folded[label.end :]):
        return None  # 主持人：周渠 says who asks
    return label


def _are_names(text):
    """Whether a text is the name of a person, or the names of several, with their posts or without."""
    words = text.split()
    return bool(BYLINE.match(text)) or (bool(words) and (is_name("".join(words)) or all(map(is_name, words))))


def _label(line):
    """Label of a line; names keep the characters that they are written with."""
    if not OPENING.search(line.text, 0, REACH):
        return None
    found = LABEL.match(line.folded, 0, REACH)
    if not found:
        return None
    group = next(x for x in ("label", "counted", "alone") if found[x])
    label = _labelled(line, found, group)
    if group == "alone" and (NUMERALS.match(label.name) or found.end() == len(line.text)):
        return None
    return label


def _labelled(line, found, group="label"):
    """The label that a group of a match holds."""
    name = plain_label(found[group])
    if not (ASKS.match(name) or ANSWERS.match(name)):
        name = plain_label(half_width(line.text[found.start(group) : found.end(group)]))
    said, plain = FRAME.sub("", found[0]), FRAME.sub("", fold(name))
    alone = said == plain or (said.startswith(plain) and is_name(said[len(plain) :]))  # 主持人(王跃)
    return Label(name, found.end(), not alone)


def turns_of(lines, labels):
    """Kind, speaker and label by the place of each label of an interview; nothing where there is none."""
    order = [labels[i] for i in sorted(labels)]
    names = [x.name for x in order]
    asking = {x for x in names if ASKS.match(x)} or asking_always(lines, labels)
    answering = {x for x in names if ANSWERS.match(x)}
    named = {b for a, b in pairwise(names) if a in asking and b not in asking and NAME.match(b)}
    if not asking or not (answering or named or max(map(names.count, asking)) > 1):
        return {}
    posted = {x.name for i, x in labels.items() if x.more and OFFICE.search(lines[i].folded, 0, x.end)}
    kinds = dict.fromkeys(map(speaker_of, answering | named | posted), "answer")
    kinds |= dict.fromkeys(map(speaker_of, asking), "question")
    speakers = {i: speaker_of(x.name) for i, x in labels.items()}
    return {i: (kinds[x], x, labels[i]) for i, x in speakers.items() if x in kinds}


def asking_always(lines, labels):
    """Labels under which nothing but questions stand, twice or more: the name of a newspaper that asks."""
    asked = Counter(x.name for i, x in labels.items() if said(lines, i, x).endswith("?"))
    every = Counter(x.name for x in labels.values())
    return {name for name, n in asked.items() if n == every[name] > 1}


def unlabelled_questions(lines, labels):
    """Turns where two or more labels answer, each below a line that asks without one."""
    answers = [i for i in labels if ANSWERS.match(labels[i].name)]
    asked = [i - 1 for i in answers if i and i - 1 not in labels and lines[i - 1].folded.endswith("?")]
    if len(asked) < 2:
        return {}
    turns = {i: ("answer", speaker_of(labels[i].name), labels[i]) for i in answers}
    return dict.fromkeys(asked, ("question", None, None)) | turns


def round_table(lines, labels):
    """Turns of several people each of whom is named with the post (林溪（水务局局长）：...); the host asks."""
    named = {x.name for i, x in labels.items() if POSTED.match(lines[i].folded)}
    if sum(map(is_name, named)) < SEVERAL:
        return {}
    hosts = {x for x in named for line in lines if HOST.match(line.folded) and line.folded.endswith(x)}
    return {
        i: ("question" if x.name in hosts else "answer", x.name, x)
        for i, x in labels.items()
        if x.name in named
    }


def set_apart(lines):
    """Turns whose labels a blank, a stroke or the end of the line sets apart; two of them ask at least."""
    for form in APART:
        matches = {
            i: form.match(x.folded, 0, LONGEST + 1) for i, x in enumerate(lines) if x.kind not in AROUND
        }
        labels = {i: _labelled(lines[i], x) for i, x in matches.items() if x}
        always = asking_always(lines, labels)
        asks = {i: x for i, x in labels.items() if x.name in always or ASKS.match(x.name)}
        asked = [i for i, x in asks.items() if said(lines, i, x).endswith("?")]
        if len(asked) < 2:
            continue
        behind = Counter(labels[b].name for a, b in pairwise(labels) if a in asked)
        kept = {
            i: x
            for i, x in labels.items()
            if i in asks or ANSWERS.match(x.name) or is_name(x.name) or behind[x.name] > 1
        }
        if turns := turns_of(lines, kept):
            return turns
    return {}


def said(lines, i, label):
    """What follows a label in its line, or else the next line."""
    below = lines[i + 1].folded if i + 1 < len(lines) else ""
    return lines[i].folded[label.end :] or below


def marked(lines):
    """Turns of two who speak under marks (○渠清了吗？ ●清了。), which a line above them may explain."""
    opened = {i: x.text[0] for i, x in enumerate(lines) if x.text[0] in MARKS}
    legend = next((i for i in opened if LEGEND.match(lines[i].text)), None)
    explained = lines[legend].text if legend is not None else ""
    names = {x[0]: plain_label(x[1:].strip()) for x in re.findall(f"[{MARKS}][^{MARKS}]+", explained)}
    opened.pop(legend, None)
    order = list(dict.fromkeys(opened.values()))
    if len(order) != 2:
        return {}
    asked = [i for i, mark in opened.items() if mark == order[0]]
    if len(asked) < 2 or not all(lines[i].folded[-1] == "?" for i in asked):
        return {}
    if legend is not None:
        lines[legend].become("byline", "it explains the marks of those who speak")
    kinds = dict(zip(order, ("question", "answer"), strict=True))
    return {i: (kinds[x], names.get(x), Label(names.get(x) or x, 1, False)) for i, x in opened.items()}


def is_label(line):
    """Whether a line is nothing but the label of the turn that the next one begins."""
    return line.label is not None and line.label.end == len(line.text)


def without_label(line):
    """Text of a turn's first line without its label; one that says more than the name (an office) stays."""
    label = line.label
    return line.text if label is None or label.more else line.text[label.end :]
