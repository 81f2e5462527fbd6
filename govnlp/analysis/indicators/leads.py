"""Times that a paragraph gives to those below it: the head of a list, years that an average is of."""

from govnlp.analysis.indicators.patterns import pattern
from govnlp.analysis.indicators.periods import find_times
from govnlp.analysis.indicators.plain import read_plain

OPENING = 4  # characters that may stand before a time that opens a paragraph


def times_of_leads(blocks):
    """By block, the time of the list that it is an item of, and the years that a paragraph above looks back on.

    A list has a head that ends in a colon (2022年，建设取得进展：); 主要指标 belong to what stands before them.
    Years looked back on (五年来) hold up to a paragraph or a heading that names another time, another part,
    or, in a text without parts, another chapter.
    """
    found, head, span, before, part = {}, None, None, None, None
    for b in blocks:
        text = read_plain(b.text)
        times = find_times(text)
        opening = times[0] if times and times[0].start <= OPENING else None
        if getattr(b, "part", None) != part:
            part, span = getattr(b, "part", None), None
        if b.kind != "paragraph" or not pattern("item").match(text):
            head = before if b.kind == "paragraph" and pattern("indicators of it").match(text) else None
        if opening or (part is None and b.kind == "heading" and b.level == 1):
            span = None
        found[b.block] = head, span
        if opening and pattern("years gone by").match(text, opening.start):
            span = opening
        definite = opening and opening.first and opening.last and not opening.words.startswith(("自", "从"))
        before = opening if definite else None
        if before and text.endswith(":"):
            head = before
    return found
