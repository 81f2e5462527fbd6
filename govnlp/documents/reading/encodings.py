"""Bytes to text: the encodings in which Chinese documents are met, mixed and broken ones among them."""

import re

MARKS = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
ENDS = "\x0b\x0c\x85\u2028\u2029"
SAMPLE = 20_000
WIDE = frozenset((0, 0x20, 0x30, 0xFF, *range(0x4E, 0xA0)))  # high bytes of everyday UTF-16
WORD = re.compile(r"[一-鿿]")
CONTROLS = bytes((*range(9), *range(14, 32), *range(0x7F, 0xA0)))
DUBIOUS = re.compile(r"[\u0080-\u00bf\ue000-\uf8ff\ufffd\x00-\x08\x0e-\x1f\uac00-\ud7af]")
COMMON = frozenset(
    bytes((high, low)).decode("gb2312", "ignore") for high in range(0xB0, 0xD8) for low in range(0xA1, 0xFF)
) | frozenset(
    bytes((high, low)).decode("big5", "ignore")
    for high in range(0xA4, 0xC7)
    for low in (*range(0x40, 0x7F), *range(0xA1, 0xFF))
)
PLAUSIBLE = COMMON | frozenset(map(chr, range(0x21, 0x7F))) | frozenset("。，、；：？！“”‘’（）《》〔〕—…　")


def plausibility(text):
    """Share of everyday characters in a text, -1..1: misread bytes give rare characters, Hangul and controls.

    >>> plausibility("云岭市政府工作报告") > 0.9 > plausibility("涔戝箔甯傛斂搴")
    True
    """
    some = text[:SAMPLE]
    written = "".join(some.split())
    if not written:
        return 0.0
    good = sum(map(PLAUSIBLE.__contains__, written))
    return (good - len(DUBIOUS.findall(some))) / len(written)


def decode(data):
    """Text of bytes in whatever encoding, and the name of that encoding.

    A byte order mark decides; then valid UTF-8; else the most plausible of GB18030, Big5 and UTF-16. Lines of
    files that mix encodings are decoded one by one. UTF-8 that was once read as Latin-1 or GBK is mended.

    Parameters
    ----------
    data : bytes

    Returns
    -------
    (str, str)
        Text with ``\\n`` as the only line end and without NUL, and the encoding ("mixed" for mixed ones).

    Examples
    --------
    >>> decode("云岭市政府工作报告".encode("gbk"))
    ('云岭市政府工作报告', 'gb18030')
    """
    text, encoding = _decoded(data)
    mended = mend(text)
    if mended is not None:
        text, encoding = mended, f"{encoding}, mended"
    return _plain(text), encoding  # no decoder gives lone surrogates


def clean(text):
    """Text with universal line ends, without NUL and with lone surrogates replaced."""
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return _plain(text)


def lines_of(text):
    """Lines of a text; those ends count, too, that word processors write and editors show.

    >>> lines_of("修桥。\\x0b修路。\\u2029")
    ['修桥。', '修路。', '']
    """
    for end in ENDS:
        if end in text:
            text = text.replace(end, "\n")
    return text.split("\n")


def _plain(text):
    """Text with universal line ends, without NUL and the mark of its encoding."""
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return text.replace("\x00", "").removeprefix("\ufeff")


def _decoded(data):
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return data.decode(encoding, "replace"), encoding
    wide = [x for x in ("utf-16-le", "utf-16-be") if _looks_wide(data, x)]
    if not wide:
        try:
            return data.decode("utf-8"), "utf-8"
        except UnicodeDecodeError:
            pass
    found = []
    for encoding in (*wide, "gb18030", "big5", "cp950", "big5hkscs"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        found.append((plausibility(text), text, encoding))
    if found:
        best = max(found, key=lambda x: x[0])
        return best[1], {"cp950": "big5", "big5hkscs": "big5"}.get(best[2], best[2])
    return _line_by_line(data), "mixed"


def _looks_wide(data, encoding):
    """Whether bytes without a mark are UTF-16, with high bytes where they should be."""
    if len(data) < 4 or len(data) % 2:
        return False
    some = data[:SAMPLE]
    high = some[1::2] if encoding == "utf-16-le" else some[0::2]
    low = some[0::2] if encoding == "utf-16-le" else some[1::2]
    if 0 not in some:  # no line end, digit or blank at all
        return all(0x4E <= x <= 0x9F for x in high) and plausibility(some.decode(encoding, "replace")) > 0.95
    right = sum(map(WIDE.__contains__, high))
    return right >= 0.95 * len(high) and high.count(0) > low.count(0)


def _line_by_line(data):
    """Each line in UTF-8 or, where it is not that, in the legacy encoding that suits it best."""
    lines = []
    for line in data.replace(b"\r\n", b"\n").replace(b"\r", b"\n").split(b"\n"):
        try:
            lines.append(line.decode("utf-8"))
        except UnicodeDecodeError:
            tries = [line.decode(x, "replace") for x in ("utf-8", "gb18030", "big5")]
            lines.append(max(tries, key=plausibility))
    return "\n".join(lines)


def mend(text):
    """UTF-8 that was once read as Latin-1, Windows-1252 or GBK, mended; None for other texts.

    >>> mend("云岭市政府".encode("utf-8").decode("latin-1"))
    '云岭市政府'
    >>> mend("云岭市政府") is None
    True
    """
    some = text[:SAMPLE]
    if some.isascii() or "的" in some:
        return None
    for wrong in ("latin-1", "cp1252", "gb18030"):
        try:
            mended = text.encode(wrong).decode("utf-8")
        except UnicodeError:
            continue
        if WORD.search(mended) and plausibility(mended) > max(0.6, plausibility(text)):
            return mended
    return None


def is_binary(text):
    """Whether what was decoded is no text at all: a good part of it control characters or misread bytes."""
    some = text[:SAMPLE]
    narrow = some.encode("latin-1", "ignore")  # without Chinese; bytes are counted several times as fast
    odd = len(narrow) - len(narrow.translate(None, CONTROLS)) + some.count("\ufffd")
    return len(some) > 20 and odd > 0.1 * len(some)


def clean_lines(lines):
    """Lines without line ends, NUL and lone surrogates inside."""
    text = "\n".join(lines)
    if "\r" in text or text.count("\n") >= len(lines):
        text = "\n".join(x.replace("\r", " ").replace("\n", " ") for x in lines)
    return clean(text).split("\n")
