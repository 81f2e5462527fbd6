"""Numbers as lists of office documents show them."""

DIGITS = "〇一二三四五六七八九"
UNITS = ("", "十", "百", "千")
LEGAL = str.maketrans("〇一二三四五六七八九十百千", "零壹贰叁肆伍陆柒捌玖拾佰仟")
TRADITIONAL = str.maketrans("贰叁陆", "貳參陸")
ROMAN = ((100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
SERIES = {  # formats whose numbers are characters one after the other; beyond them Word shows figures
    "ideographTraditional": "甲乙丙丁戊己庚辛壬癸",
    "ideographZodiac": "子丑寅卯辰巳午未申酉戌亥",
    "decimalEnclosedCircle": "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳",
    "decimalEnclosedCircleChinese": "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳",
    "decimalEnclosedFullstop": "⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛",
    "decimalEnclosedParen": "⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇",
    "ideographEnclosedCircle": "㊀㊁㊂㊃㊄㊅㊆㊇㊈㊉",
}
WIDE = str.maketrans("0123456789", "０１２３４５６７８９")


def numeral(n, style):
    """A number in one of Word's formats; figures where the format is another one.

    >>> [numeral(12, x) for x in ("chineseCounting", "decimal", "upperRoman", "lowerLetter", "decimalEnclosedCircle")]
    ['十二', '12', 'XII', 'l', '⑫']
    >>> [numeral(3, x) for x in ("chineseLegalSimplified", "ideographTraditional", "ideographZodiac", "decimalZero")]
    ['叁', '丙', '寅', '03']
    """
    style = style or "decimal"
    if style in SERIES:
        return SERIES[style][n - 1] if 1 <= n <= len(SERIES[style]) else str(n)
    if style.startswith("decimalFullWidth"):
        return str(n).translate(WIDE)
    if style == "decimalZero":
        return f"{n:02}"
    if "Legal" in style:
        legal = (("一" if 10 <= n < 20 else "") + chinese(n)).translate(LEGAL)
        return legal if "Simplified" in style else legal.translate(TRADITIONAL)
    if style in ("ideographDigital", "japaneseDigitalTenThousand", "taiwaneseDigital", "koreanDigital"):
        return "".join(DIGITS[int(x)] for x in str(n))
    if style.startswith(("chinese", "japanese", "taiwanese")):
        return chinese(n)
    if style.endswith("Letter"):
        letter = "abcdefghijklmnopqrstuvwxyz"[(n - 1) % 26] * ((n - 1) // 26 + 1)
        return letter.upper() if style.startswith("upper") else letter
    if style.endswith("Roman"):
        letters = ""
        for size, mark in ROMAN:
            letters, n = letters + mark * (n // size), n % size
        return letters.upper() if style.startswith("upper") else letters
    return str(n)


def chinese(n):
    """A number up to 9999 in Chinese.

    >>> [chinese(x) for x in (3, 10, 21, 105, 310)]
    ['三', '十', '二十一', '一百〇五', '三百一十']
    """
    out = ""
    for place, digit in enumerate(map(int, reversed(str(n)))):
        if digit:
            out = DIGITS[digit] + UNITS[place] + out
        elif out and not out.startswith("〇"):
            out = "〇" + out
    return out.removeprefix("一") if 10 <= n < 20 else out
