"""Characters that are read as others: full-width digits and letters, and years in Han digits."""

import re

from govnlp.text import DIGITS, HAN_YEAR

WIDE = re.compile("[０-９Ａ-Ｚａ-ｚ]")
YEAR = re.compile(f"{HAN_YEAR}(?=年)")  # no dictionary has 〇, so that 二〇二五年 would count as 五年
NARROW = DIGITS | {code: code - 0xFEE0 for a, z in ("ＡＺ", "ａｚ") for code in range(ord(a), ord(z) + 1)}


def read_as(text):
    """A text of the same length, with the half-width forms that dictionaries know.

    Examples
    --------
    >>> read_as("二〇二五年投资１２亿")
    '2025年投资12亿'
    """
    for pattern in (YEAR, WIDE):
        text = pattern.sub(_narrow, text)
    return text


def _narrow(match):
    return match[0].translate(NARROW)
