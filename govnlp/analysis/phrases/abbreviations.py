"""Numeric abbreviations by their form, quoted or not: “六稳”, 四水共治, 八大行动, 一户一册, 千企进村."""

import re
from functools import cache

from govnlp.analysis.phrases.adjoining import members_after, members_before
from govnlp.analysis.phrases.enumerations import FAR, number_of
from govnlp.analysis.phrases.words import NUMERAL, any_of, lists, places_of, tagged
from govnlp.numerals import to_number
from govnlp.text import HAN

SUM = re.compile(r"[1-9](?:\+[1-9NX])+")  # “1+3+N”; 1234 alone may be any number
OPEN_SUM = re.compile(r"(?<![\d+])[1-9](?:\+[1-9])*\+N(?![A-Za-z\d+])")
TENS = re.compile(r"[十百千万]{2,4}(?:工程|行动|计划|项目)?")  # 十百千万工程: so many of each kind
GRADE = re.compile(
    "[一二三四五六七八九十\\d]+(?:A{1,5}|星|级|星级|等|档|钻|类|A级)"
)  # of a village, of a plant
MARK = re.compile("[、，,]")
LONG = 3  # characters of a part that names members (双随机、一公开); longer ones are a slogan (一网通办、一窗受理)
PLAN = re.compile("十[一二三四五六七八九]五|[二三四五六七八九]五")
CONGRESS = re.compile("[一二三四五六七八九十]+大")
ABBREVIATION = re.compile(rf"[{NUMERAL}\d](?:[个大项条张种]?[{HAN}]{{1,4}})")
COMPOUND = re.compile(rf"(?:[{NUMERAL}][^{NUMERAL}\W]{{1,4}}){{2,5}}")
ORDINAL = re.compile("[一二三四五六七八九十]+是")
NUMBER = "[一二三四五六七八九十]"
NOT_BEFORE = "(?<![第每各几这那上下前后头数十百千万零〇一二三四五六七八九两周初月])"
COUNTED = rf"(?![{NUMERAL}亿零〇])([{HAN}])"
EACH = re.compile(rf"(?<![每十百千万])一(?!对一){COUNTED}一{COUNTED}(?![{HAN}]{{0,1}}一)")


@cache
def _patterns():
    measured = rf"{NOT_BEFORE}[三四五六七八九十两](?:[大项级类]|个)(?=[{HAN}])"
    joint = rf"(?!一道){NUMBER}[{HAN}]{{0,2}}(?:{any_of('joint')})"  # 一道同步 numbers nothing
    bare = rf"{NOT_BEFORE}(?:{NUMBER}[个大](?:{any_of('abstract')})|{joint})"
    verbs = "".join(lists()["reaching"])
    mass = (
        rf"(?<![几数\d{NUMERAL}])(?:[百千万][{HAN}][{verbs}][百千万]?[{HAN}]|[百千万][{HAN}][百千万][{HAN}])"
    )
    return (
        re.compile(bare),
        re.compile(measured),
        re.compile(mass),
        re.compile(rf"[{NUMERAL}\d]+(?:{any_of('measures')})"),
    )


def is_abbreviation(inner):
    """Whether what stands in quotation marks has the form of a numeric abbreviation.

    Examples
    --------
    >>> is_abbreviation("六稳"), is_abbreviation("1+3"), is_abbreviation("三公里"), is_abbreviation("百姓富")
    (True, True, False, False)
    """
    letters = re.sub(r"\W", "", inner)
    if GRADE.fullmatch(letters) or any(
        len(part) > LONG and part[1] not in "个大" for part in MARK.split(inner)[1:]
    ):
        return False
    if SUM.fullmatch(inner) or PLAN.fullmatch(letters) or (TENS.fullmatch(letters) and len(letters) > 2):
        return True
    if to_number(letters) is not None or CONGRESS.fullmatch(letters):
        return False
    word = letters[:2] if letters[:1] in "百千万" else letters  # 百姓富
    if word in lists()["idioms"] or letters.startswith(tuple(lists()["places"])):
        return False
    if letters.lstrip(NUMERAL).startswith(tuple(lists()["spans"])):
        return False
    if COMPOUND.fullmatch(letters):
        return any(part not in lists()["times"] for part in re.split(f"[{NUMERAL}]", letters)[1:])  # 一月一日
    if re.match(r"[一\d]", letters) or not ABBREVIATION.fullmatch(letters):
        return False
    return not _patterns()[3].fullmatch(letters)


def find_abbreviations(text):
    """Numeric abbreviations of a text that stand without quotation marks.

    A numeral with a measure word and a noun counts things as often as not. It is an abbreviation where the noun sums
    up and 大 stands before it (三大攻坚战, 八大行动), or a list of exactly as many items (甲、乙、丙三项行动).

    Parameters
    ----------
    text : str

    Returns
    -------
    list of (str, int, int)
        Phrase, start and end, in order of the text.

    Examples
    --------
    >>> [x[0] for x in find_abbreviations("县乡村三级网络实行一户一册，开展八大行动和千企进村，列出三项要求。")]
    ['三级网络', '一户一册', '八大行动', '千企进村']
    """
    bare, measured, mass, _ = _patterns()
    found = [
        m.span()
        for m in bare.finditer(text)
        if not {m[0], m[0][:2]} & set(lists()["idioms"])
        and not ORDINAL.match(m[0])
        and not _is_inside(text, m.start())
    ]
    found += [m.span() for m in OPEN_SUM.finditer(text)]
    times = set(lists()["times"])
    often = times.union(lists()["measures"])  # 一月一日, 一年一个
    weights = tuple(lists()["weights"])  # 千万千升 and 百亩千斤 are amounts
    found += [
        m.span()
        for m in mass.finditer(text)
        if not m[0].endswith(weights)
        and m[0][:2] not in lists()["idioms"]
        and m[0][1] not in weights
        and not m[0].startswith(tuple(lists()["places"]))
        and _stands_alone(text, *m.span())
    ]
    found += [
        (m.start(), _word_end(text, m.end()))
        for m in EACH.finditer(text)
        if m[1] != m[2] and not (m[1] in times and m[2] in often) and _stands_alone(text, *m.span())
    ]
    for m in measured.finditer(text):
        end = _head_end(text, m.end())
        if end and m[0][1] == "级" and _goes_on(text, end):  # 市县两级重点企业
            continue
        if end and (m[0][1] == "大" or _is_listed(text, m.start(), end)):
            found.append((m.start(), end))
    return [(text[a:b], a, b) for a, b in _longest(found)]


def _longest(spans):
    """Spans without those that overlap a longer one that begins earlier or at the same place."""
    out = []
    for start, end in sorted(spans, key=lambda span: (span[0], -span[1])):
        if not out or start >= out[-1][1]:
            out.append((start, end))
    return out


def _stands_alone(text, start, end):
    """Whether four characters are words of their own that the dictionary does not hold as an idiom (一心一意)."""
    words = places_of(text[max(0, start - 6) : end + 4])
    begin = start - max(0, start - 6)
    inside = [(a, word, kind) for a, word, kind in words if a < begin + end - start and a + len(word) > begin]
    idiom = len(inside) == 1 or any(kind in ("i", "l") for *_, kind in inside)
    return not idiom and text[start:end] not in lists()["idioms"] and inside[0][0] >= begin


def _word_end(text, at):
    """End of the word that goes on at a place (一户一方|案)."""
    since = max(0, at - 4)
    words = ((since + a, since + a + len(word)) for a, word, _ in places_of(text[since : at + 4]))
    return next((end for begin, end in words if begin < at <= end), at)


def _is_inside(text, at):
    """Whether a place lies within a word: 长|三角."""
    since = max(0, at - 4)
    return any(a < at - since < a + len(word) for a, word, _ in places_of(text[since : at + 4]))


def _head_end(text, start):
    """End of the nouns that sum up, with what stands between them and the measure word; None where there is none."""
    end = None
    for at, word, kind in places_of(text[start : start + 10])[:4]:
        if word in lists()["summed"]:
            end = start + at + len(word)
        elif end or kind[0] not in "nabvjl" or kind in ("vshi", "vyou") or len(word) == 1:
            break
    return end


def _goes_on(text, end):
    """Whether a noun follows, so that what came before is no head."""
    following = tagged(text[end : end + 6])
    return bool(following) and following[0][1].startswith(("n", "vn"))


def _is_listed(text, start, end):
    """Whether the list of the members stands right before the label or right after it."""
    n, _ = number_of(text[start:end])
    before, after = text[max(0, start - FAR) : start], text[end : end + FAR]
    return n > 1 and (members_before(before, n) or members_after(after, n)) is not None
