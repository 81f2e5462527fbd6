"""Where a line of Chinese and English may end."""

CLOSING, OPENING = "，。、；：？！）》”’%,.;:?!)", "（《“‘("
"""Marks that begin no line, and that end none."""


def may_break(left, right):
    """Whether a line may end between two characters: not within a word or a number, nor beside a mark on its side.

    >>> may_break("河", "道"), may_break("3", "."), may_break("河", "，"), may_break("“", "河"), may_break("m", " ")
    (True, False, False, False, False)
    """
    within = "!" <= left <= "~" and "!" <= right <= "~"
    return not within and right not in CLOSING + " " and left not in OPENING
