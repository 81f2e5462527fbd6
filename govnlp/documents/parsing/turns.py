"""Turns of interviews: a closed list of speakers, inferred from labels that recur."""

import re
from collections import Counter
from itertools import pairwise

from govnlp.documents.entities.personal_names import is_name
from govnlp.documents.parsing.lines import AROUND
from govnlp.documents.parsing.speakers import ANSWERS, ASKS, COUNTED, NAME, QUOTED, plain_label, speaker_of
from govnlp.text import fold, half_width, squeeze

WHO = rf"[一-鿿·A-Za-z]{{1,20}}+(?:{QUOTED}[一-鿿]{{0,3}}+)?\d{{0,2}}"  # letters never follow letters: no way back
CORE = rf"(?:[一-鿿]{{2,14}}、){{0,2}}{WHO}(?:\s{{1,2}}[一-鿿·]{{1,8}}+)?(?:\s?[(][^()]{{1,30}}[)])?"
LABEL = re.compile(
    rf"\s*(?:[一二三四五六七八九十]{{1,3}}、|\d{{1,2}}[.、．]|[•●■◆])?\s*"
    rf"(?:[【\[(［《]?(?P<label>{CORE})[】\])］》]?\s?:|(?P<counted>{COUNTED})|[【\[(［](?P<alone>{CORE})[】\])］])\s*"
)
BLANK_BEHIND = re.compile(
    r"(?P<label>[一-鿿](?:\s{1,3}[一-鿿]|[一-鿿]{1,3}))\s{1,3}(?=\S)"
)  # 记　者　渠清了吗？
POSTED = re.compile(r"[一-鿿·\s]{2,12}[(][^()]{2,24}[)]\s?:")
HOST = re.compile("主持|策划")
SEVERAL = 3  # people who speak in turn
OPENING = re.compile(
    r"[:：【\[（(［QA问答](?:(?<![QA问答])|\d)"
)  # a class at the beginning is sought much faster
REACH = 60
NUMERALS = re.compile(r"[一二三四五六七八九十百]+$|\d+$")
FRAME = re.compile(
    r"^\s*(?:[一二三四五六七八九十]{1,3}、|\d{1,2}[.、．]|[•●■◆])|[\s\d:.、．【】\[\]()［］《》]"
)  # around a name
TURN = "turn"  # marker of a turn's first line
NAMES = 4  # characters of the longest


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
    if opening in labels and lines[opening].kind == "head" and not ASKS.match(labels[opening]):
        del labels[opening]  # 林溪：让水变清 above an interview is its title
    starts = (
        turns_of(lines, labels)
        or unlabelled_questions(lines, labels)
        or turns_of(lines, set_apart(lines))
        or round_table(lines, labels)
    )
    if not starts:
        return
    kind = speaker = None
    answered = any(x == "answer" for x, _ in starts.values())
    for i, line in enumerate(lines):
        if i in starts:
            kind, speaker = starts[i]
            line.speaker, line.marker = speaker, TURN
            line.become(kind, "it opens with the label of who asks or answers")
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
    label, end = _label(line)
    if label and line.kind == "byline" and 0 < max(map(len, line.text[end:].split()), default=0) <= NAMES:
        return None
    named = label and line.kind == "head" and line.folded[-1] != "?"
    if named and ASKS.match(label) and is_name(line.text[end:].strip()):
        return None  # 主持人：周渠 says who asks
    return label


def _label(line):
    """Label of a line and where its text begins behind it; names keep the characters that they are written with."""
    text = line.text
    if not OPENING.search(text, 0, REACH):
        return None, 0
    found = LABEL.match(line.folded, 0, REACH)
    if not found:
        return None, 0
    group = next(x for x in ("label", "counted", "alone") if found[x])
    label = plain_label(found[group])
    if group == "alone" and (NUMERALS.match(label) or found.end() == len(text)):
        return None, 0
    known = ASKS.match(label) or ANSWERS.match(label)
    return label if known else plain_label(
        half_width(text[found.start(group) : found.end(group)])
    ), found.end()


def turns_of(lines, labels):
    """Kind and speaker by the place of each label of an interview; nothing where there is none."""
    order = [labels[i] for i in sorted(labels)]
    asking = {x for x in order if ASKS.match(x)} or asking_always(lines, labels)
    answering = {x for x in order if ANSWERS.match(x)}
    named = {b for a, b in pairwise(order) if a in asking and b not in asking and NAME.match(b)}
    if not asking or not (answering or named or max(map(order.count, asking)) > 1):
        return {}
    kinds = dict.fromkeys(map(speaker_of, answering | named), "answer")
    kinds |= dict.fromkeys(map(speaker_of, asking), "question")
    speakers = {i: speaker_of(x) for i, x in labels.items()}
    return {i: (kinds[x], x) for i, x in speakers.items() if x in kinds}


def asking_always(lines, labels):
    """Labels under which nothing but questions stand, twice or more: the name of a newspaper that asks."""
    asked = Counter(label for i, label in labels.items() if lines[i].folded.endswith("?"))
    every = Counter(labels.values())
    return {label for label, n in asked.items() if n == every[label] > 1}


def unlabelled_questions(lines, labels):
    """Turns where two or more labels answer, each below a line that asks without one."""
    answers = [i for i in labels if ANSWERS.match(labels[i])]
    asked = [i - 1 for i in answers if i and i - 1 not in labels and lines[i - 1].folded.endswith("?")]
    if len(asked) < 2:
        return {}
    return dict.fromkeys(asked, ("question", None)) | {i: ("answer", speaker_of(labels[i])) for i in answers}


def round_table(lines, labels):
    """Turns of several people each of whom is named with the post (林溪（水务局局长）：...); the host asks."""
    named = {x for i, x in labels.items() if POSTED.match(lines[i].folded)}
    if sum(map(is_name, named)) < SEVERAL:
        return {}
    hosts = {x for x in named for line in lines if HOST.match(line.folded) and line.folded.endswith(x)}
    return {i: ("question" if x in hosts else "answer", x) for i, x in labels.items() if x in named}


def set_apart(lines):
    """Labels that a blank and no colon sets apart, where two lines or more ask under one of them."""
    asked = [x for x in lines if x.folded[-1] == "?" and ASKS.match(_blank_label(x.folded)[0] or "-")]
    if len(asked) < 2:
        return {}
    labels = ((i, _blank_label(x.folded)[0]) for i, x in enumerate(lines))
    return {i: x for i, x in labels if x and (ASKS.match(x) or is_name(x))}


def _blank_label(folded):
    """Label that a blank sets apart at the beginning of a text and where the text begins behind it, or None and 0."""
    found = BLANK_BEHIND.match(folded)
    return (squeeze(found["label"]), found.end()) if found else (None, 0)


def is_label(line):
    """Whether a line is nothing but the label of the turn that the next one begins."""
    return line.marker == TURN and _label(line)[1] == len(line.text)


def without_label(line):
    """Text of a turn's first line without its label; one that says more than the name (an office) stays."""
    if line.marker != TURN or line.speaker is None:
        return line.text
    label, end = _label(line)
    label, end = (label, end) if label else _blank_label(line.folded)
    name, plain = FRAME.sub("", line.folded[:end]), FRAME.sub("", fold(label))
    alone = name == plain or (name.startswith(plain) and is_name(name[len(plain) :]))  # 主持人(王跃)
    return line.text[end:] if alone else line.text
