"""Characters that are read as others: full-width digits and letters, and years in Han digits."""

import re

from govnlp.text import DIGITS, HAN_YEAR

WIDE = re.compile("[０-９Ａ-Ｚａ-ｚ]")
YEAR = re.compile(f"{HAN_YEAR}(?=年)")  # no dictionary has 〇, so that 二〇二五年 would count as 五年


def read_as(text):
    """A text of the same length, with the half-width forms that dictionaries know.

    Examples
    --------
    >>> read_as("二〇二五年投资１２亿")
    '2025年投资12亿'
    """
    text = YEAR.sub(lambda year: year[0].translate(DIGITS), text)
    return WIDE.sub(lambda letter: chr(ord(letter[0]) - 0xFEE0), text)
