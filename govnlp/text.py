"""The ground floor: forms of writing, blanks, sentences, dates, and alternations of words; used by all.

What is found here is found by offsets: `half_width` and `fold` keep the length of a text, and `origins` leads from
a normalised text back to the one that was printed.
"""

import re
import unicodedata
from datetime import date
from typing import NamedTuple

import numpy as np

HAN = "一-鿿"  # the inside of a character class
BLANK = r" \u00a0\u2002-\u200a\u202f\u3000"  # the same; without line ends, and tabs, which part cells
SENTENCE = re.compile(r"[^。！？!?\n]+[。！？!?]*[”’』」）)]*|[。！？!?]+[”’』」）)]*")
SENTENCE_END = re.compile(r"[。！？!?\n]")
OPENINGS = 19  # bits of the numbers of pairs in `finder`: half a megabyte, which a processor keeps at hand
OPENS, WHOLE, SECOND = 1, 2, 4  # what a pair is in words: the opening, all, the second and third character
CLAUSE_END = re.compile(r"[，。；：！？,;:!?\n]")
QUOTES = "〝〞〟„‟"  # other forms of “ and ”
WIDE = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
WIDE |= str.maketrans(f"\u3000\u00a0﹪{QUOTES}", "  %“””“”")
TRADITIONAL = (  # characters of labels
    "記員編輯責審攝來發佈時間問題報訊電圖號聞網頁評論轉載"
    "聲閱讀瀏覽點擊關閉條區縣鎮鄉會團務辦廳處國書總當體認節"
)
SIMPLIFIED = (
    "记员编辑责审摄来发布时间问题报讯电图号闻网页评论转载"
    "声阅读浏览点击关闭条区县镇乡会团务办厅处国书总当体认节"
)
FOLD = WIDE | str.maketrans(TRADITIONAL, SIMPLIFIED)
TO_WIDE, TO_FOLD = np.arange(1 << 16, dtype="<u2"), np.arange(1 << 16, dtype="<u2")  # by units of UTF-16
TO_WIDE[list(WIDE)] = list(WIDE.values())
TO_FOLD[list(FOLD)] = list(FOLD.values())
FOLDABLE = re.compile(f"[\uff01-\uff5e\u3000\u00a0﹪{QUOTES}{TRADITIONAL}]")

# Radicals of U+2E80 that text copied from a .pdf has for the characters; Unicode's NFKC leaves all but two as they are.
RADICALS = "⺎⺓⺜⺝⺠⺧⺩⺫⺬⺶⻁⻄⻅⻆⻉⻊⻋⻑⻓⻔⻗⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻧⻨⻩⻪⻬⻮⻰⻳"
CHARACTERS = "兀幺日月民牛王目示羊虎西见角贝足车長长门雨青韦页风飞食马骨鬼鱼鸟卤麦黄黾齐齿龙龟"
# and the forms they stand for
ALIKE = ((0x2F00, 0x2FD5), (0xF900, 0xFAFF), (0x2F800, 0x2FA1D), (0xFE50, 0xFE6B))
PLAIN = str.maketrans(RADICALS, CHARACTERS) | {
    code: form
    for first, last in ALIKE
    for code in range(first, last + 1)
    if len(form := unicodedata.normalize("NFKC", chr(code))) == 1 and form != chr(code)
}
ODD = np.zeros(1 << 16, dtype=bool)  # units of UTF-16 with which a character of `PLAIN` begins
ODD[[x if x < 1 << 16 else 0xD7C0 + (x >> 10) for x in PLAIN]] = True
INVISIBLE = "\u00ad\u034f\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\U000e0100-\U000e01ef"
SIGN = f"{HAN}，。；：、？！（）《》“”"
SPACED = re.compile(  # 工 作 报 告, from its first gap on
    f"(?P<gap>[{BLANK}](?<=[{SIGN}].)(?<![{SIGN}]{{2}}.)[{BLANK}]{{0,2}})(?:[{SIGN}](?P=gap)){{2,}}[{SIGN}](?![{SIGN}])"
)
UNSEEN = re.compile(f"[{INVISIBLE}]")
# What may need more than `PLAIN`; a class at the beginning is sought several times as fast as a choice.
CUT = re.compile(f"[{INVISIBLE}{BLANK}](?:(?<=[{INVISIBLE}])|(?<=[{BLANK}])[{SIGN}][{BLANK}])")

ZEROS, NUMERALS = "〇○◯零OОＯ", "一二三四五六七八九"
DIGITS = str.maketrans(f"{ZEROS}{NUMERALS}０１２３４５６７８９", "0" * len(ZEROS) + "1234567890123456789")
DIGIT = "[0-9０-９]"
HAN_YEAR = f"(?:一[八九]|二[{ZEROS}０0])[{ZEROS}{NUMERALS}０0]{{2}}"
ARABIC_YEAR = "(?:[1１]{0}[8-9８-９]{0}{1}{0}{1}|[2２]{0}[0０]{0}{1}{0}{1})"
NUMBER = f"(?:{DIGIT}[{BLANK}]?{DIGIT}?|(?:[一二三]?十|[廿卅])[{NUMERALS}]?|[{ZEROS}]?[{NUMERALS}])"
GAP = f"[{BLANK}]?"
DATE = re.compile(
    rf"(?<![0-9０-９.．{ZEROS}{NUMERALS}])(?:"
    rf"(?P<year>{HAN_YEAR}|{ARABIC_YEAR.format(GAP, DIGIT)}){GAP}年(?:度?{GAP}(?P<month>{NUMBER}){GAP}月"
    rf"(?:份?{GAP}(?P<day>{NUMBER}){GAP}[日号])?)?"
    rf"|(?P<year2>{ARABIC_YEAR.format('', DIGIT)}){GAP}[-－/／.．]{GAP}(?P<month2>{DIGIT}{{1,2}})"
    rf"(?:{GAP}[-－/／.．]{GAP}(?P<day2>{DIGIT}{{1,2}}))(?![0-9０-９.．])"
    rf"|(?P<year3>(?:19|20)\d\d)(?P<month3>[01]\d)(?P<day3>[0-3]\d)(?![\d.])"
    rf"|(?P<year4>{HAN_YEAR})(?![{ZEROS}{NUMERALS}十百千万亿]))"
)
OPENS_DATE = re.compile(
    f"[一二12１２]{GAP}[八九89８９{ZEROS}０0]"
)  # with which each opens, and found much faster


class Date(NamedTuple):
    """A date in a text: its offsets, its year, and its month and day where they are written."""

    start: int
    end: int
    year: int
    month: int | None = None
    day: int | None = None

    @property
    def iso(self):
        """2021-03-04, 2021-03 or 2021."""
        return "-".join(f"{x:02}" for x in (self.year, self.month, self.day) if x is not None)


def half_width(text):
    """Text with half-width forms of full-width letters, digits, punctuation and blanks; of the same length.

    Quotation marks of other forms become everyday ones.

    >>> half_width("增长５％，（其中）"), half_width("“十四五〞")
    ('增长5%,(其中)', '“十四五”')
    """
    return text if text.isascii() else _mapped(text, TO_WIDE)


def fold(text):
    """Half-width forms, and simplified ones of the characters that labels are written with; of the same length.

    >>> fold("記者：（甲）")
    '记者:(甲)'
    """
    return _mapped(text, TO_FOLD) if FOLDABLE.search(text) else text


def units_of(text):
    """Units of a text in UTF-16, which numpy looks up many times as fast as `str.translate` and patterns do.

    >>> units_of("渠A").tolist()
    [28192, 65]
    """
    return np.frombuffer(text.encode("utf-16-le", "surrogatepass"), dtype="<u2")


def _mapped(text, table):
    """Text with other characters for some."""
    return table.take(units_of(text)).tobytes().decode("utf-16-le", "surrogatepass")


def squeeze(text):
    """Text without blanks, line ends and invisible characters.

    >>> squeeze("通　 知")
    '通知'
    """
    plain = "".join((text or "").split())
    return plain if plain.isprintable() else UNSEEN.sub("", plain)  # invisible characters are none that print


def normalise(text):
    """Text as it is meant: everyday characters for radicals and compatibility forms, nothing invisible in it.

    Zero-width characters and soft hyphens go, and so do the gaps of a run that is set letter by letter (工 作 报 告).
    Everything else, full-width forms among it, stays as it was printed.

    >>> normalise("⼈⺠政府﹝2021﹞"), normalise("营商\u200b环境与葛\U000e0100城区"), normalise("政 府 工 作 报 告")
    ('人民政府〔2021〕', '营商环境与葛城区', '政府工作报告')
    """
    if ODD.take(units_of(text)).any():
        text = text.translate(PLAIN)
    if not CUT.search(text):
        return text
    out, at = [], 0
    for start, end in _gaps(text):
        out.append(text[at:start])
        at = end
    return "".join([*out, text[at:]])


def origins(text):
    """Offset in a text of each character of its normalised form, and the length of the text behind them.

    >>> origins("营商\u200b环境")
    [0, 1, 3, 4, 5]
    """
    gone = {i for start, end in _gaps(text.translate(PLAIN)) for i in range(start, end)}
    return [i for i in range(len(text) + 1) if i not in gone]


def _gaps(text):
    """Spans of a text that its normalised form leaves out, in order."""
    spans = [x.span() for x in UNSEEN.finditer(text)]
    for run in SPACED.finditer(text):
        spans += [
            (run.start() + x.start(), run.start() + x.end()) for x in re.finditer(f"[{BLANK}]+", run[0])
        ]
    return sorted(spans)


def longest_first(words):
    """Words in order of their length, those of a length by their characters."""
    return sorted(words, key=lambda word: (-len(word), word))


def either(words):
    """Pattern for any of some words, the longest first.

    >>> either(["区", "区县"])
    '区县|区'
    """
    return "|".join(map(re.escape, longest_first(words)))


def finder(words):
    """What finds some words in a text, also inside one another, in a time that hardly grows with their number.

    Parameters
    ----------
    words : iterable of str

    Returns
    -------
    callable
        Text to a list of (start, word) in the order of the starts, the shorter ones first.

    Notes
    -----
    A place is looked at where numpy finds a number made of two characters that is that of the opening of a word, and
    next to it one that is in a word; then by the lengths that words with this opening have.

    Examples
    --------
    >>> finder(["临溪", "临溪区"])("在临溪区")
    [(1, '临溪'), (1, '临溪区')]
    """
    words = set(filter(None, words))
    alone, sizes = sorted(x for x in words if len(x) == 1), {}
    for start, size in sorted({(word[:2], len(word)) for word in words.difference(alone)}):
        sizes[start] = (*sizes.get(start, ()), size)
    marks = np.zeros(1 << min(OPENINGS, len(words).bit_length() + 6), dtype=np.uint8)
    for mark, pairs in (
        (OPENS, sizes),
        (WHOLE, (x for x in words if len(x) == 2)),
        (SECOND, (x[1:3] for x in words if len(x) > 2)),
    ):
        marks[_pairs("".join(pairs), len(marks))[::2]] |= mark
    single = re.compile(f"[{re.escape(''.join(alone))}]") if alone else None
    padding = "\n" * max(map(len, words), default=0)  # so that what is cut from the end of a text is no word

    def find(text):
        found = [(x.start(), x[0]) for x in single.finditer(text)] if alone else []
        marked = marks.take(_pairs(text, len(marks)))
        text += padding
        places = np.flatnonzero((marked & OPENS).view(bool))  # `OPENS` is 1, and truth is found fast
        behind = marked.take(places + 1, mode="clip") & SECOND if len(places) else places
        for at in places[(marked[places] & WHOLE) | behind > 0].tolist():
            for size in sizes.get(text[at : at + 2], ()):
                if (word := text[at : at + size]) in words:
                    found.append((at, word))
        return sorted(found) if alone else found

    return find


def _pairs(text, n):
    """A number below `n`, a power of two, for every two neighbouring characters of a text; few other pairs share it."""
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    numbers = codes[:-1] * np.uint32(0x9E35)
    numbers += codes[1:]
    numbers &= np.uint32(n - 1)
    return numbers


def find_dates(text):
    """Dates and years of a text, however they are written.

    Parameters
    ----------
    text : str

    Returns
    -------
    list of Date
        In the order of the text; those that the calendar does not have are left out. A bare number of four
        figures is none; one in Chinese numerals (一九八〇) is.

    Examples
    --------
    >>> [x.iso for x in find_dates("二○二一年十二月二十五日，1 9 9 3 年，２００８年3月")]
    ['2021-12-25', '1993', '2008-03']
    """
    out, at = [], 0
    while opening := OPENS_DATE.search(text, at):
        found = DATE.match(text, opening.start())
        at = found.end() if found else opening.end() - 1
        if not found:
            continue
        named = {name.rstrip("234"): part for name, part in found.groupdict().items() if part}
        year, month, day = map(named.get, ("year", "month", "day"))
        numbers = [number_of(x) if x else None for x in (year, month, day)]
        try:
            date(numbers[0], numbers[1] or 1, numbers[2] or 1)
        except ValueError:
            continue
        out.append(Date(*found.span(), *numbers))
    return out


def number_of(text):
    """Number of a year, month or day: digit by digit or, below a hundred, with 十.

    >>> number_of("二〇二一"), number_of("二十五"), number_of("廿一"), number_of("1 2")
    (2021, 25, 21, 12)
    """
    text = squeeze(text).replace("廿", "二十").replace("卅", "三十").replace("十十", "十")
    if "十" not in text:
        return int(text.translate(DIGITS))
    tens, ones = text.split("十", 1)
    return 10 * int((tens or "一").translate(DIGITS)) + int((ones or "〇").translate(DIGITS))
