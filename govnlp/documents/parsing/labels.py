"""Labels that open turns: what stands before a colon, in brackets or alone, and the name in it."""

import re
from itertools import pairwise
from typing import NamedTuple

from govnlp.documents.entities.personal_names import is_name
from govnlp.documents.parsing.furniture import BYLINE, TOLD
from govnlp.documents.parsing.lines import AROUND
from govnlp.documents.parsing.speakers import ANSWERS, ASKS, COUNTED, QUOTED, plain_label
from govnlp.text import fold, half_width, squeeze

MARKS = "○●◇◆□■△▲▽▼•◎★☆※"  # of those who ask and those who answer
LETTERS = "[一-鿿·A-Za-z]"
# letters never follow letters: no way back
WHO = rf"(?:{LETTERS}{{1,20}}+|《[一-鿿]{{2,10}}》{LETTERS}{{0,20}}+)(?:{QUOTED}[一-鿿]{{0,3}}+)?\d{{0,2}}"
CORE = rf"(?:[一-鿿]{{2,14}}、){{0,2}}{WHO}(?:\s{{1,2}}[一-鿿·]{{1,8}}+)?(?:\s?[(][^()]{{1,30}}[)])?"
LABEL = re.compile(
    rf"\s*(?:[一二三四五六七八九十]{{1,3}}、|\d{{1,2}}[.、．]|[{MARKS}]|\*{{2}})?\s*"
    rf"(?:[【\[(［《<]?(?P<label>{CORE}|[*×]{{1,3}})(?:[】\])］》>]|\*{{2}})?\s?:(?:\*{{2}})?|(?P<counted>{COUNTED})"
    rf"|[【\[(［<](?P<alone>{CORE})[】\])］>])\s*"
)
OPENING = re.compile(
    r"[:：【\[（(［<QA问答](?:(?<![QA问答])|\d)"
)  # a class at the beginning is sought much faster
REACH = 60
NUMERALS = re.compile(r"[一二三四五六七八九十百\s]+$|\d+$")
NUMBER = re.compile(rf"^\s*(?:[一二三四五六七八九十]{{1,3}}、|\d{{1,2}}[.、．]|[{MARKS}])")
FRAME = re.compile(rf"{NUMBER.pattern}|[\s\d:.、．【】\[\]()［］《》<>*|/—]")  # around a name
EDGES = " :.、．【】[]［］<>*|/—"  # of a label
HEADS = ("head", "title", "byline", "caption")  # kinds of lines above a text
# those to whom a letter is written: 编辑同志：
WRITTEN_TO = re.compile("(?:总?编辑|编者|主编|记者)(?:同志们?|先生|女士|老师|部)|[一-鿿]{0,8}(?:报社|编辑部)")
REPORTED = re.compile(r".{0,12}(?:记者|通讯员)\s?[一-鿿]{2,4}")  # who tells news: (记者 林溪)3月6日，…
CALLED = re.compile(r"[(](?:以下)?简称[:“\"]?(?P<short>[一-鿿]{1,4})[”\"]?[)]")  # 记者(以下简称记)
POST_BEHIND = re.compile(r"([一-鿿·]+)\s?[(]([^()]*)[)]")  # 林溪(水务局局长)
NAMES = 4  # characters of the longest


class Label(NamedTuple):
    """Label of a turn: its name, where the text begins behind it, and whether it says more than the name."""

    name: str
    end: int
    more: bool


def label_of(line):
    """Label before the colon of a line or in brackets at its beginning, or None."""
    if not OPENING.search(line.text, 0, REACH):
        return None
    marked = line.kind == "caption" and line.text[0] in MARKS and line.text[-1] != "摄"  # ▲周渠：清了。
    if not (marked or line.kind in ("paragraph", "head", "byline", "heading")):
        return None
    label = _label(line)
    if (
        label
        and line.kind == "byline"
        and 0 < max(map(len, line.text[label.end :].split()), default=0) <= NAMES
    ):
        return None
    named = label and line.kind == "head" and line.folded[-1] != "?"
    if named and ASKS.match(label.name) and are_names(line.folded[label.end :]):
        return None  # 主持人：周渠 says who asks
    return label


def in_full(lines, labels):
    """The labels by the names that they stand for, where one says so: 记 below 记者（以下简称记）."""
    called = ((x.name, CALLED.search(lines[i].folded, 0, x.end)) for i, x in labels.items())
    names = {short["short"]: name for name, short in called if short}
    return {i: x._replace(name=names.get(x.name, x.name)) for i, x in labels.items()}


def named_headlines(lines, labels, asking):
    """Places of headlines that open with a name (林溪：让水变清): the first line of a text, or one above other text."""
    out, places = [], [i for i, x in enumerate(lines) if x.kind not in AROUND]
    for i, below in zip(places, [*places[1:], None], strict=False):
        label = labels.get(i)
        if lines[i].kind not in HEADS or (label and label.name in asking):
            break
        alone = i == places[0] or below not in labels
        if label and alone and lines[i].kind == "head" and label.end < len(lines[i].text):
            out.append(i)
    return out


def are_names(text):
    """Whether a text is the name of a person, or the names of several, with their posts or without."""
    words = text.split() if text[-1:] not in "。!?" else []
    named = is_name("".join(words)) or all(map(is_name, words)) or is_name(plain_label(text))
    return bool(BYLINE.match(text)) or (bool(words) and named)


def _label(line):
    """Label of a line; names keep the characters that they are written with."""
    found = LABEL.match(line.folded, 0, REACH)
    if not found:
        return None
    group = found.lastgroup
    if group == "alone" and (NUMERALS.match(found[group]) or found.end() == len(line.text)):
        return None
    if group == "alone" and REPORTED.match(found[group]) and TOLD.match(line.text[found.end() :]):
        return None
    if WRITTEN_TO.fullmatch(found[group]):
        return None
    return labelled(line, found, group)


def labelled(line, found, group="label"):
    """The label that a group of a match holds."""
    name = plain_label(found[group])
    if not (ASKS.match(name) or ANSWERS.match(name)):
        name = plain_label(half_width(line.text[found.start(group) : found.end(group)]))
    said, plain = FRAME.sub("", CALLED.sub("", found[0])), FRAME.sub("", fold(name))
    alone = said == plain or (said.startswith(plain) and is_name(said[len(plain) :]))  # 主持人(王跃)
    return Label(name, found.end(), not alone)


def named_speaker(line, label, speaker):
    """Who speaks under a label, with all that it says: 主持人林溪, 水务局局长林溪, also for 林溪（水务局局长）."""
    printed = CALLED.sub("", line.folded[: label.end])
    if label.more:
        return squeeze(POST_BEHIND.sub(r"\2\1", NUMBER.sub("", printed)).strip(EDGES))
    said = FRAME.sub("", printed)
    return said if said.startswith(speaker) and is_name(said[len(speaker) :]) else speaker


def fullest_names(lines, starts):
    """The longest name, with the post that a label gives, of each person who answers."""
    posted = ((i, x, label) for i, (kind, x, label) in starts.items() if kind == "answer" and label)
    names = [(x, named_speaker(lines[i], label, x)) for i, x, label in posted if label.more]
    return dict(sorted(names, key=lambda x: len(x[1])))


def is_label(line):
    """Whether a line is nothing but the label of the turn that the next one begins."""
    return line.label is not None and line.label.end == len(line.text)


def without_label(line):
    """Text of a turn's first line without its label."""
    return line.text if line.label is None else line.text[line.label.end :]


def set_posts_apart(lines):
    """Labels that say more than a name, and stand alone above a time or a post, become bylines."""
    for line, below in pairwise(lines):
        apart = line.label is not None and line.label.more and is_label(line)
        if apart and below.speaker != line.speaker:
            line.become("byline", "it is the post and the name of who speaks below")
            line.speaker = line.label = None
