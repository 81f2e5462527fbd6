"""References below an entry, a paper or a page: whose dates are those of other texts."""

import re

from govnlp.documents.parsing.furniture import DATE

HEADING = re.compile(
    r"(?:\d{1,2}\s)?(?:参考(?:资料|文献|来源)|引用(?:来源|文献)|注释(?:与|和|及)?参考)(?:\[编辑\])?:?"
)
NOTED = re.compile(r"\^\s?\S")  # wherever it stands
SEEN = "引用日期"
FIRST = frozenset("参引注^0123456789")  # of a heading, and of a reference that stands anywhere
MARK = re.compile(r"[\[(]?\d{1,3}[\])]?")  # on a line of its own
ENTRY = re.compile(rf"[\[(]?\d{{1,3}}(?:[\])]|[.、．]|\s)\s?\S.*|.*{DATE}[^,。;]{{0,12}}\.?$")
LONGEST = 200  # characters
WHY = "it is a reference, whose dates are those of another text"


def set_references(lines):
    """References are furniture, with the heading above them; changes the lines in place.

    They open with ^ or say when they were seen (引用日期), or stand below 参考资料, one a line, numbered or dated.

    Examples
    --------
    >>> from govnlp.documents.parsing.lines import Line
    >>> lines = [Line(n, text) for n, text in enumerate(["参考资料", "1. 清渠记. 望溪日报. 2012-03-22.", "渠清了。"])]
    >>> set_references(lines)
    >>> [x.kind for x in lines]
    ['boilerplate', 'boilerplate', 'paragraph']
    """
    heading = None
    for line in lines:
        text = line.folded
        if heading is None and text[0] not in FIRST and SEEN not in text:
            continue
        if HEADING.fullmatch(text):
            heading = line
        elif len(text) <= LONGEST and (NOTED.match(text) or SEEN in text or (heading and _is_entry(text))):
            for x in filter(None, (heading, line)):
                x.marker = None
                x.become("boilerplate", WHY)
        else:
            heading = None


def _is_entry(text):
    """Whether a line below the heading is a reference or the number of one."""
    return not text.endswith("。") and bool(MARK.fullmatch(text) or ENTRY.match(text))
