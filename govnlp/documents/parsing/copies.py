"""A title that a page prints twice, and what it has between the two; a name that stands twice below it."""

import re

from govnlp.documents.entities.personal_names import is_name
from govnlp.documents.parsing.policy import BODY, KINDS
from govnlp.text import squeeze

WORD = 8  # characters of a line of a bar
AGAIN, PIECES = 8, (1, 2, 3, 4)  # lines within which a title is printed again, and lines that it then takes
LONGEST = 100  # characters of a title
NO_TITLE = re.compile(f"(?:[，、；：。,;:]|{BODY})$")  # clauses, and offices of a letterhead
NO_WORD_ALONE = re.compile(f"(?:{KINDS}|{BODY})$")  # what may be a part of the document, or sign it
OWN = re.compile(r"\d[日号)]|日\)|号$|文件$")  # of the document: its number, its history


def set_copies(lines, above):
    """Set aside what is printed twice above a text; changes the lines in place.

    Parameters
    ----------
    lines : list of Line
    above : range
        Those above the first sentence.

    Examples
    --------
    >>> from govnlp.documents.parsing.rules import classify
    >>> from govnlp.documents.reading.source import Source
    >>> text = ["栏目", "清渠三十里的老故事", "发布人", "清渠三十里的老故事", "渠清了。"]
    >>> lines = classify(Source("a", lines=text))
    >>> set_copies(lines, range(4))
    >>> [x.kind for x in lines]
    ['boilerplate', 'title', 'boilerplate', 'boilerplate', 'paragraph']
    """
    _set_repeated(lines, above)
    _set_again(lines, [i for i in above if lines[i].kind in ("head", "paragraph")])


def _set_repeated(lines, part):
    """A name that is printed twice below the title."""
    before = title = None
    for line in (lines[i] for i in part if lines[i].kind != "boilerplate"):
        twice = before is not None and line.kind == "head" and line.text == before.text
        if twice and len(line.text) <= WORD and title is not before:
            for name in (before, line):
                name.become("boilerplate", "it is a name that stands twice below the title")
        before, title = line, title or line


def _set_again(lines, short):
    """A title that is printed again, in one line or in several, and what a page has between the two."""
    texts = [squeeze(lines[i].folded) for i in short]
    for first, title in enumerate(texts):
        named = WORD < len(title) <= LONGEST and not NO_TITLE.search(title)
        below = range(first + 1, min(first + AGAIN, len(short))) if named else ()
        runs = [range(at, at + n) for at in below for n in PIECES if at + n <= len(short)]
        again = [run for run in runs if "".join(texts[i] for i in run) == title]
        copies = {at for run in again for at in run}
        size = 1  # lines of the title
        while copies and size < len(PIECES) and max(copies) + 1 < len(short):
            if texts[first + size] != texts[max(copies) + 1] or lines[short[first + size]].kind != "head":
                break
            copies.add(max(copies) + 1)
            size += 1
        between = set(range(first + size, max(copies, default=0))) - copies
        below = lines[short[max(copies)] :] if copies else ()
        listed = {squeeze(x.folded) for x in below if len(x.text) <= LONGEST and not is_name(x.text)}
        if again and {texts[at] for at in between}.isdisjoint(listed):
            lines[short[first]].become("title", "it is printed again below")
            for i in short[:first]:
                if (
                    len(lines[i].text) <= WORD
                    and lines[i].kind == "head"
                    and not NO_WORD_ALONE.search(lines[i].text)
                ):
                    lines[i].become("boilerplate", "it stands above a title that is printed again")
            for at in sorted(copies | {x for x in between if not OWN.search(texts[x])}):
                why = (
                    "it repeats the title above it"
                    if at in copies
                    else "it stands between a title and its copy"
                )
                lines[short[at]].become("boilerplate", why)
            return
