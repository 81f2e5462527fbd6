"""Labels of transcripts that stand on lines of their own, beside the time of a turn or below who asks."""

import re

from govnlp.documents.entities.personal_names import is_name
from govnlp.documents.parsing.furniture import DATE
from govnlp.documents.parsing.labels import CORE, labelled
from govnlp.documents.parsing.pieces import CLOCK
from govnlp.documents.parsing.speakers import ASKS, POST

STAMP = re.compile(rf"[\[【（(]?(?:{DATE}\s)?{CLOCK}[\]】）)]?")  # the time of a turn: [10:03]
ALONE = re.compile(rf"(?P<label>{CORE})$")
POST_ALONE = re.compile(rf"[^,。;:?!]*{POST}")
NETIZEN = re.compile("网[友民]")  # with the name that one goes by
OPEN = ("head", "paragraph", "byline")
LONGEST = 24  # characters of a label on a line of its own
STAMPS = 2  # turns with their times make a transcript
NEAR = 3  # paragraphs of a question at most


def beside_times(lines, labels):
    """Labels of the turns of a transcript that says when each was said: every one of them, or nothing.

    A label stands right above a time or right below that of the turn before, with a colon or alone on its line.
    """
    stamps = {i for i, x in enumerate(lines) if x.text[-1] in "]】）)0123456789" and STAMP.fullmatch(x.folded)}
    if len(stamps) < STAMPS:
        return {}
    found = labels | {i: label for i, x in enumerate(lines) if i not in labels and (label := _alone(lines, i))}
    first = max((i for i in found if i < min(stamps)), default=None)
    turns = {i: x for i, x in found.items() if i == first or i - 1 in stamps or i + 1 in stamps}
    turns |= {i: x._replace(more=True) for i, x in turns.items() if x.end == len(lines[i].text) and i + 1 in stamps}
    return turns if len(turns) >= max(STAMPS, len(stamps) - 1) else {}


def below_questions(lines, labels):
    """Names that stand alone on a line below a question under a label, the post on the next line perhaps."""
    out = {}
    for asked in (i for i, x in labels.items() if ASKS.match(x.name)):
        for i in range(asked + 1, min(asked + 1 + NEAR + 1, len(lines))):
            if i in labels:
                break
            label = _alone(lines, i)
            if label and is_name(label.name) and lines[i - 1].folded[-1] in "?。":
                out[i] = label
                break
    return out


def is_post(lines, i):
    """Whether a line is nothing but a post, as below the name of who speaks."""
    return i < len(lines) and lines[i].kind in OPEN and bool(POST_ALONE.fullmatch(lines[i].folded))


def _alone(lines, i):
    """Label that is a whole line: who asks, or a name, with the post before it or below it; else None."""
    found = ALONE.match(lines[i].folded) if lines[i].kind in OPEN and len(lines[i].text) <= LONGEST else None
    if not found:
        return None
    label = labelled(lines[i], found)
    if not (ASKS.match(label.name) or NETIZEN.match(label.name) or is_name(label.name)):
        return None
    return label._replace(more=label.more or is_post(lines, i + 1))
