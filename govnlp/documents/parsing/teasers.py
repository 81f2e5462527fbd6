"""Teasers: the opening of a text that stands above the text itself, so that it would count twice."""

import re

from govnlp.documents.parsing.genre import ABSTRACT
from govnlp.documents.parsing.lines import AROUND
from govnlp.text import squeeze

APART = (*AROUND, "caption", "byline")  # kinds that stand between a teaser and its text
REACH = 12  # lines from the first paragraph on in which the text begins
SHORTEST = 20  # characters of a passage that no chance repeats
CUT_OFF = re.compile(r"[.…]{2,}(?:\[?(?:详细|全文|更多)\]?)?$")
TEASER = "it is the opening of the text, which stands again below"


def set_aside_teaser(lines):
    """The first paragraphs of a text that stand again right below are furniture; changes the lines in place.

    They may be called an abstract, be cut off, or be the first sentences of what stands below.

    Examples
    --------
    >>> from govnlp.documents.parsing.rules import classify
    >>> from govnlp.documents.reading.source import Source
    >>> opening = "昨天，望溪县的居民来到渠边，看清渠工程完工。"
    >>> lines = classify(Source("a", lines=[f"摘要：{opening}", f"{opening}渠有三十里长。"]))
    >>> set_aside_teaser(lines)
    >>> [x.kind for x in lines]
    ['boilerplate', 'paragraph']
    """
    text = [x for x in lines if x.kind not in APART]
    first = next((i for i, x in enumerate(text) if x.kind == "paragraph"), len(text))
    below = range(first + 1, min(first + 1 + REACH, len(text)))
    said = _said(text[first]) if below else ""
    again = next((i for i in below if _repeats(said, text[i])), None)
    if again is None:
        return
    pairs = list(zip(text[first:again], text[again:], strict=False))
    same = next((n for n, pair in enumerate(pairs) if not _repeats(_said(pair[0]), pair[1])), len(pairs))
    teaser, between = text[first : first + same], text[first + same : again]
    whole = any(x.kind == "paragraph" and len(x.text) >= SHORTEST for x in teaser)
    if whole and all(x.kind in ("head", "title") for x in between):
        for line in teaser:
            line.become("boilerplate", TEASER)


def _said(line):
    """What a teaser says, which may be called an abstract, or be cut off."""
    return squeeze(CUT_OFF.sub("", ABSTRACT.sub("", line.text)))


def _repeats(said, below):
    """Whether a line holds all that is said above it: the same, or that and more."""
    text = squeeze(below.text)
    return said == text or (len(said) >= SHORTEST and text.startswith(said))
