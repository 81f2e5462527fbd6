"""Notes by the editors above a text: their labels, and the lines that they take up."""

import re

from govnlp.documents.corpus import CONTENT

NAMES = "编者按|编者的话|编者注|编前语?|编后|开栏的话|开栏语|开栏寄语|写在前面"
LABEL = re.compile(rf"[【\[(]?(?:{NAMES})[)】\]]?:?")
OPENS = re.compile(rf"[【\[(]?(?:{NAMES})(?:[)】\]:]|$)")
SAID = "it is a note by the editors"
SPEAKS = ("byline", "question")  # kinds that end a note: of the text that it introduces
CLOSING = ")）】]"


def is_note(text):
    """Whether a line in half width is the label of a note by the editors, or opens with it.

    >>> is_note("编者按:渠清了。"), is_note("【开栏语】"), is_note("编者按语很长")
    (True, True, False)
    """
    return OPENS.match(text) is not None


def set_notes(lines):
    """What stands below the label of a note, up to the text that it introduces, is of the note; changes the lines.

    Where nothing shows that another text begins, the label alone is set aside; a text that is nothing but a note stays.
    """
    notes = [i for i, x in enumerate(lines) if x.why == SAID]
    if notes and not any(x.kind in CONTENT for x in lines):
        for i in notes:
            lines[i].become("paragraph", "it is running text")
    for i in notes:
        if LABEL.fullmatch(lines[i].folded) or _is_open(lines[i]):
            for line in lines[i + 1 : _end(lines, i)]:
                line.become("editor", SAID)


def _is_open(line):
    """Whether a line opens a bracket that it does not close: (编者按:渠清了。"""
    return line.text[0] in "（(" and not any(x in line.text for x in "）)")


def _end(lines, i):
    """Where the note that opens at a line ends: behind its bracket, or above a headline, a byline or a question."""
    at = i + 1
    while at < len(lines) and lines[at].kind == "paragraph":
        at += 1
        if _is_open(lines[i]) and lines[at - 1].text[-1] in CLOSING:
            return at
    if _is_open(lines[i]):
        return i + 1
    text = at
    while text < len(lines) and lines[text].kind in ("head", "title"):
        text += 1
    return at if text < len(lines) and lines[text].kind in SPEAKS else i + 1
