"""Turns of interviews: a closed list of speakers, inferred from labels that recur."""

import re
from collections import Counter
from itertools import pairwise

from govnlp.documents.entities.personal_names import is_name
from govnlp.documents.parsing.announced import announced
from govnlp.documents.parsing.furniture import MASTHEAD
from govnlp.documents.parsing.labels import (
    CORE,
    FRAME,
    MARKS,
    Label,
    are_names,
    fullest_names,
    in_full,
    is_label,
    label_of,
    labelled,
    named_headlines,
    named_speaker,
)
from govnlp.documents.parsing.lines import AROUND, TURN
from govnlp.documents.parsing.speakers import (
    ANSWERS,
    ASKS,
    NAME,
    OF_POST,
    VOICE,
    is_guest,
    is_surname,
    plain_label,
    speaker_of,
    whole_names,
)
from govnlp.documents.parsing.transcripts import (
    NAMED,
    NETIZEN,
    below_questions,
    beside_times,
    glued_questions,
    is_post,
    of_board,
    of_cards,
    of_letter,
    set_named_headings,
)
from govnlp.text import squeeze

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
LEGEND = re.compile(rf"(?:[{MARKS}]\s?[^{MARKS}]{{1,20}}){{2}}$")  # ○记者 ●周渠
POSTED = re.compile(r"[一-鿿·\s]{2,12}[(][^()]{2,24}[)]\s?:")
HOST = re.compile("主持|策划")
OFFICE = re.compile(
    r"(?:长|主任|书记|主席|委员|代表|发言人)\s{0,2}[一-鿿·]{2,8}[^一-鿿]*$"
)  # with the name behind it
HANDS_OVER = re.compile("请[^。谢]{0,12}提问|提问环节")  # said by who leads a conference
SEVERAL = 3  # people who speak in turn
LONGEST = 24  # characters of a label without a colon
HEAD = 12  # lines that introduce those who speak
OPENS = "it opens with the label of who asks or answers"
POSTED_HOST = re.compile(r"[\[【]?主持人[、兼][^:]{2,24}[:\]】]")  # 主持人、区委宣传部副部长周渠：
ASKS_ALONE = "it asks, and what stands below answers it"
AGAIN = "追问"  # asked by who asked before


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
    Lines that ask are turns without any label where the text says above that it answers questions.

    Examples
    --------
    >>> from govnlp.documents.parsing.rules import classify
    >>> from govnlp.documents.reading.source import Source
    >>> lines = classify(Source("a", lines=["记者：水清了吗？", "林溪：清了。", "鱼也回来了。"]))
    >>> find_turns(lines)
    >>> [(x.kind, x.speaker) for x in lines]
    [('question', '记者'), ('answer', '林溪'), ('answer', '林溪')]
    """
    set_named_headings(lines)
    labels = in_full(lines, {i: y for i, x in enumerate(lines) if (y := label_of(x)) and x.why != NAMED})
    starts = of_letter(lines) or of_board(lines) or of_cards(lines) or timed(lines, labels)
    for i in named_headlines(lines, labels, asking_in(lines, labels)):
        del labels[i]
    names = {i for i, x in labels.items() if are_names(lines[i].folded[x.end :])}
    first = next((i for i, x in labels.items() if i not in names and ASKS.match(x.name)), len(lines))
    credits = {i for i in names if i < first}  # and 主持人：林禾 of minutes, where nobody asks
    told = introduced(lines, labels, credits)
    labels = {i: x for i, x in labels.items() if i not in credits}
    labels |= below_questions(lines, labels)
    starts = starts or turns_of(lines, labels, told) or glued_questions(lines, labels)
    starts = starts or unlabelled_questions(lines, labels)
    starts = starts or set_apart(lines) or round_table(lines, labels) or marked(lines) or announced(lines)
    if not starts:
        return
    for i in credits:
        lines[i].become("byline", "it names one of those who speak")
    kind = speaker = None
    answered = any(x == "answer" for x, _, _ in starts.values())
    fullest = fullest_names(lines, starts)
    for i, line in enumerate(lines):
        if i in starts:
            kind, speaker, label = starts[i]
            speaker = fullest.get(speaker) or (named_speaker(line, label, speaker) if label else speaker)
            line.become(kind, OPENS if label else ASKS_ALONE)
            line.speaker, line.marker, line.label = speaker, TURN, label
        elif i - 1 in starts and is_label(lines[i - 1]) and is_post(lines, i):
            line.become("byline", "it is the post of who speaks, below the name")
            line.marker = TURN
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


def introduced(lines, labels, credits):
    """Whether those who are named beside what they do ask or answer: 主持人(周渠), 主持人：宣传部部长 周渠."""
    out = {}
    for i, x in labels.items():
        asks = ASKS.match(x.name)
        line = lines[i].folded
        named = line[x.end :] if i in credits else FRAME.sub("", line[: x.end]).removeprefix(x.name)
        if asks or i in credits:
            names = [*re.split(r"[\s、]", named), plain_label(named)]
            out |= dict.fromkeys(filter(is_name, names), "question" if asks else "answer")
    return out


def turns_of(lines, labels, told=None):
    """Kind, speaker and label by the place of each label of an interview; nothing where there is none.

    `told` is what those do whom the text introduces by name.
    """
    labels = dict(sorted(labels.items()))
    order = list(labels.values())
    names = [x.name for x in order]
    asking = asking_in(lines, labels)
    answering = {x for x in names if ANSWERS.match(x)}
    behind = Counter(b for a, b in pairwise(names) if a in asking and b not in asking)
    named = {x for x, n in behind.items() if NAME.match(x) or (is_surname(x) and n > 1)}
    if not asking or not (answering or named or max(map(names.count, asking)) > 1):
        return {}
    posted = {x.name for i, x in labels.items() if x.more and OFFICE.search(lines[i].folded, 0, x.end)}
    if any(map(is_name, named)):
        posted |= {x for x in names if is_guest(x, names.count(x))} - asking  # more guests than one
    posted |= set(filter(VOICE.fullmatch, names))
    kinds = dict.fromkeys(map(speaker_of, answering | named | posted), "answer")
    hosts = {x.name for i, x in labels.items() if is_name(x.name) and HANDS_OVER.search(said(lines, i, x))}
    kinds |= dict.fromkeys(hosts - kinds.keys(), "question")
    kinds |= (told or {}) | dict.fromkeys(map(speaker_of, asking), "question")
    known = {x["name"] for line in lines[:HEAD] if (x := OF_POST.match(squeeze(line.folded)))}
    whole = whole_names(names, known)
    kinds |= {whole[x]: "answer" for x in kinds if x in whole}
    speakers = {i: speaker_of(whole.get(x.name, x.name)) for i, x in labels.items()}
    for i in (i for i, x in speakers.items() if x == AGAIN):
        before = [x for j, x in speakers.items() if j < i and kinds.get(x) == "question"]
        speakers[i] = before[-1] if before else AGAIN
    return {i: (kinds[x], x, labels[i]) for i, x in speakers.items() if x in kinds}


def timed(lines, labels):
    """Turns of a transcript with its times: some ask by what they are called or hand over, the others answer."""
    labels = beside_times(lines, labels)
    asks = asking_in(lines, labels)
    for i, x in labels.items():
        words = said(lines, i, x)
        if NETIZEN.match(x.name) or HANDS_OVER.search(words) or (words.endswith("?") and not is_name(x.name)):
            asks = asks | {x.name}
    spoken = {i: x for i, x in labels.items() if x.name in asks or not MASTHEAD.match(x.name)}
    return {i: ("question" if x.name in asks else "answer", speaker_of(x.name), x) for i, x in spoken.items()}


def asking_in(lines, labels):
    """Labels that ask by what they are called, newspapers that ask once at least, or else those that ask always."""
    asked = {x.name for i, x in labels.items() if said(lines, i, x).endswith("?")}
    asking = {x.name for i, x in labels.items() if ASKS.match(x.name) or POSTED_HOST.match(lines[i].folded)}
    asking |= {x for x in asked if MASTHEAD.match(x) or (not is_name(x) and _sends(lines, x))}
    return asking or asking_always(lines, labels)


def _sends(lines, name):
    """Whether a text begins with the reporters of a newspaper or station of that name, or says whom it talks to."""
    sent = re.compile(rf"[^:]*{re.escape(name)}[一-鿿]{{0,4}}(?:记者|走进|对话|专访|采访)")
    return any(sent.match(x.folded) for x in lines[:HEAD])


def asking_always(lines, labels):
    """Labels under which nothing but questions stand, twice or more: the name of a newspaper that asks."""
    asked = Counter(x.name for i, x in labels.items() if said(lines, i, x).endswith("?"))
    every = Counter(x.name for x in labels.values())
    return {name for name, n in asked.items() if n == every[name] > 1}


def unlabelled_questions(lines, labels):
    """Turns where two or more labels answer, or one person does twice, most below a line that asks without one."""
    n = Counter(x.name for x in labels.values())
    answers = [i for i, x in labels.items() if ANSWERS.match(x.name) or (is_name(x.name) and n[x.name] > 1)]
    asked = [i - 1 for i in answers if i and i - 1 not in labels and lines[i - 1].folded.endswith("?")]
    if len(asked) < 2 or len(asked) < len(answers) / 2:
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
    asks = [x.folded[-1] == "?" for x in lines]
    near = sum(
        a or b for a, b in pairwise([*asks, False])
    )  # lines that ask, or stand before one, as two labels do
    for form in APART if near > 1 else ():
        matches = {
            i: form.match(x.folded, 0, LONGEST + 1) for i, x in enumerate(lines) if x.kind not in AROUND
        }
        labels = {i: labelled(lines[i], x) for i, x in matches.items() if x}
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
