"""Text as values and times are sought in it: half-width, years in Arabic figures, no blanks within numbers."""

import re

from govnlp.numerals import narrow
from govnlp.text import DIGITS, HAN_YEAR

CIRCLES = re.compile("[○◯O](?<=[一二三四五六七八九十百千万亿].)(?=[一二三四五六七八九十百千万])")  # 二百○八
SPACED_YEARS = re.compile("(?<!\\d)((?:19|20)\\d\\d)( +)(?=年)")
HAN_YEARS = re.compile(f"{HAN_YEAR}(?=(?:[、至到—和]{HAN_YEAR})?两?年)")
DECIMALS = r" ?\. ?\d(?: \d)*"
APART = (  # numbers whose figures are printed apart, and what has to follow them
    r"(?:1 9|2 0) \d \d ?(?=年)",
    r"\d+ \.\d+ ?(?=[一-鿿%‰])",  # 12 .5%
    r"\d(?: \d){0,2}(?: ?, ?\d \d \d)+ (?=[一-鿿])",
    rf"\d(?: \d)+(?:{DECIMALS})? (?=[一-鿿%‰])",
    rf"\d(?=[. ]{{2}}){DECIMALS} (?=[一-鿿%‰])",
)
# behind no other number: columns of figures are left alone
SPACED = re.compile(rf"(?<![\dA-Za-z.:])(?<!\d,)(?<![\d%,.] )(?:{'|'.join(APART)})")


def read_plain(text):
    """Half-width text with years in Arabic figures, before their 年, circles as zeros, no blanks within numbers.

    Examples
    --------
    >>> read_plain("一九五三年到一九五七年，增长５％，有二百○八所，到2020 年达7 4 .5 亿元")
    '1953年到1957年,增长5%,有二百〇八所,到 2020年达74.5亿元'
    """
    return read_places(text)[0]


def read_places(text):
    """A text as `read_plain` reads it, and where each of its characters, and its end, stand in the text.

    Examples
    --------
    >>> text, places = read_places("增长1 2 ％")
    >>> text, list(places)
    ('增长12%', [0, 1, 2, 4, 6, 7])
    """
    text = narrow(text)
    places = range(len(text) + 1)
    if " " in text:
        gaps = {i for m in SPACED.finditer(text) for i in range(*m.span()) if text[i] == " "}
        if gaps:
            places = [i for i in places if i not in gaps]
            text = "".join([text[i] for i in places[:-1]])
        text = SPACED_YEARS.sub(lambda year: year[2] + year[1], text)
    return HAN_YEARS.sub(lambda year: year[0].translate(DIGITS), CIRCLES.sub("〇", text)), places
