"""What the styles of a web page hide."""

import re
from functools import lru_cache

HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
# What keeps copies from being clean; larger parts that are hidden so are shown by a script, or set their own size.
UNSEEN = re.compile(
    r"(?:font-size|opacity)\s*:\s*0(?:\.0+)?(?:px|pt|em|%)?\s*(?:;|!|$)|(?:max-)?height\s*:\s*0(?:px)?\s*(?:;|!|$)|(?:left|top|text-indent)\s*:\s*-\d{3,}",
    re.I,
)
WHOLLY, IN_PLACE = "wholly", "in its place"  # how far an element is hidden
RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")  # of a style sheet


@lru_cache(maxsize=1000)
def unseen_by(style):
    """How far a style hides its element, None where it does not; pages repeat a few styles."""
    return WHOLLY if HIDDEN.search(style) else IN_PLACE if UNSEEN.search(style) else None


def unseen_names(tree):
    """Classes (.a) and identifiers (#a) whose elements the style sheets of a page hide."""
    found = set()
    for sheet in tree.iter("style"):
        for names, style in RULE.findall(sheet.text or ""):
            if unseen_by(style):
                found |= {x.strip() for x in names.split(",")}
    return {x for x in found if re.fullmatch(r"[.#][\w-]+", x)}
