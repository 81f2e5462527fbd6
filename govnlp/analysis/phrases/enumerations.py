"""The enumeration a numeric abbreviation stands for."""

import re
from functools import lru_cache

from govnlp.analysis.phrases.adjoining import leading, members_after, without_carrier
from govnlp.analysis.phrases.words import DIGITS, places_of, split_joined, tagged

NUMBER = "[一二三四五六七八九十两双]"
ONE = re.compile("一批?")  # 四个一批
PART = re.compile(f"({NUMBER})([^一二三四五六七八九十两双个大\\W])")
BRACKET = re.compile('[”"’]?[^。；;、，,（(]{0,6}[（(]([^（）()]+)[）)]')
SUM = re.compile(r"\d(?:\+[\dN])+")
PIECES = re.compile(r"[^、，,；;。：:！!？?（）()《》—“”\"‘’\s]+")
ORDINAL = re.compile(r"(?:^|[。；;，,：:\s])([一二三四五六七八九十])是要?([^，,。；;：:]+)")
QUOTED = re.compile(r"[“\"‘]([^“”\"‘’]{1,20})[”\"’]")
INTRODUCED = re.compile("[，,]?(?:即|包括|也就是|分别是|分别为)")
GAP = re.compile(r"[、，,和与及以还有]{0,3}")
INTRODUCING = re.compile(
    '[”"’]?(?:[^。，,；;]{0,8}。?|[^。]*[:：])'
)  # what may follow before a list of lines
APART = re.compile("[。（）()：:！？!?]")
FAR = 150
NEAR = 12
LONG = 8  # characters of two members that have but one in common
MARKS = {
    "（一）": re.compile(r"[（(]([一二三四五六七八九十])[）)]\s*"),
    "一、": re.compile(r"([一二三四五六七八九十])[、.．]\s*"),
    "1.": re.compile(r"[（(]?(\d{1,2})[)）.．、](?!\d)\s*"),
    "一是": re.compile(r"([一二三四五六七八九十])是要?"),
    "——": re.compile(r"[—–-]{1,2}\s*"),
}


def find_members(phrase, text, start, end, following):
    """Members of a numeric abbreviation from the nearest enumeration of exactly as many items.

    Parameters
    ----------
    phrase : str
        The abbreviation without quotation marks.
    text : str
        The block it stands in, from `start` to `end`.
    start, end : int
        Offsets in `text`.
    following : list of str
        The blocks after it, for members that begin a line or a heading each.

    Returns
    -------
    list of str or None
        None when no enumeration of that many items is near.

    Examples
    --------
    >>> text = "云岭市抓好“三通”：通路、通水和通电。"
    >>> find_members("三通", text, 5, 9, [])
    ['通路', '通水', '通电']
    """
    after, before = text[end : end + FAR], text[max(0, start - FAR) : start]
    if parts := parts_of(phrase):
        return (
            _members_of_parts(parts, after) or _members_of_parts(parts, before) or _in_brackets(phrase, after)
        )
    n, rest = number_of(phrase)
    if n < 2:
        return _in_brackets(phrase, after)
    members = (
        _keyed_near(before, after, rest, n)
        or _ordinals(text[end:], n)
        or _quoted(after, n)
        or _quoted(before, n, near_end=True)
        or members_after(after, n)
    )
    if members:
        return _tidied(members, phrase)
    return _lines(following, n) if INTRODUCING.fullmatch(text[end:]) else None


def _in_brackets(phrase, after):
    """Members of a sum in the bracket right behind it: as many as its numbers say (四园一中心), or, of 5+N, any."""
    found = BRACKET.match(after)
    members = [x for part in re.split("[、，,；;]", found[1]) for x in split_joined(part)] if found else []
    numbers = [DIGITS.get(x) or int(x) for x in re.findall(rf"{NUMBER}|\d", phrase)]
    fits = len(members) > 1 and (phrase.endswith("N") or (len(numbers) > 1 and len(members) == sum(numbers)))
    return members if fits else None


def number_of(phrase):
    """Number and key of a simple abbreviation (四个环境: 4, 环境; 四微一体: 4, 微); (0, "") where it is none."""
    rest = re.sub(r"^[个大项条种类级]", "", phrase[1:]).removesuffix("一体")
    simple = bool(rest) and (ONE.fullmatch(rest) or not re.search("[一二三四五六七八九十两双]", rest))
    return (DIGITS.get(phrase[0], 0), rest) if simple else (0, "")


def parts_of(phrase):
    """Numbers and keys of a compound abbreviation (三清两建: 3 清, 2 建; 1+3: 1, 3); [] where it is none."""
    if SUM.fullmatch(phrase):
        return [] if "N" in phrase else [(int(number), "") for number in phrase.split("+")]
    found = [] if phrase.endswith("一体") else PART.findall(phrase)
    whole = len(found) > 1 and "".join(map("".join, found)) == phrase and set(phrase[::2]) != {"一"}
    return [(DIGITS[number], key) for number, key in found] if whole else []


def _keyed_near(before, after, rest, n):
    """Members that share the key of the abbreviation, or its first or last character."""
    for part, follows in ((after, True), (before, False)):
        for key in dict.fromkeys([rest, rest[0], rest[-1]]):
            members = _keyed(part, key, n, None if len(key) > 1 or n > 3 else follows)
            if members:
                return members
    return None


def _tidied(members, phrase):
    """Members without what leads up to the first one and what follows the last; None where one comes twice.

    These two are cut to the length of the others where those are of one length (推动产业、行业、企业).
    """
    members = [re.sub("等[^、]{0,6}$", "", m).removesuffix(phrase) if len(m) > 3 else m for m in members]
    members[-1] = without_carrier(members[-1])
    first, *middle, last = members
    ends = {m[-1] for m in (first, *middle)}
    if middle and len(ends) == 1 and last.find(*ends) > 0:  # 生活源、农业源、移动源|一体治理
        last = last[: last.rfind(*ends) + 1]
    rest = middle or [last]
    heads = {m[0] for m in (*middle, last)}
    sizes = set(map(len, rest))
    size = max(sizes) if len(sizes) == 1 and max(sizes) > 1 else 0
    if len(heads) == 1 and middle:  # 把工作融入建设、融入管理、融入生活
        first = first[max(0, first.find(*heads)) :]
        if size and any(t in ("v", "vn") for _, t in tagged(last[size:])):
            last = last[:size]
    elif size and len(first) > size and _is_lead(first, len(first) - size):
        first = first[-size:]
    members = [first, *middle, last]
    return members if len(set(members)) == len(members) else None


def _is_lead(text, size):
    """Whether the first characters of a text are words of their own, among them a verb or a preposition."""
    lead = [(start, word, kind) for start, word, kind in places_of(text) if start < size]
    ends = lead[-1][0] + len(lead[-1][1]) == size
    return ends and bool({"v", "p", "d"} & {kind for *_, kind in lead})


def _members_of_parts(parts, text):
    """Members of all parts in a row: each with its key at its beginning or end, or, of a sum, with its number."""
    whole = [p for m in PIECES.finditer(text) for p in split_joined(m[0])]
    bare = [leading().sub("", p) or p for p in whole]
    if not parts[0][1]:
        wanted, fits = [number for number, _ in parts], (_begins_with_number,)
    else:
        wanted, fits = [key for number, key in parts for _ in range(number)], (str.startswith, str.endswith)
    for fit in fits:
        pieces = whole if fit is str.endswith else bare
        for at in range(len(pieces) - len(wanted) + 1):
            run = pieces[at : at + len(wanted)]
            if all(fit(p, key) and len(p) > 1 for p, key in zip(run, wanted, strict=True)):
                return _without_leads(run) if fit is str.endswith else run
    return None


def _begins_with_number(piece, number):
    """Whether a piece counts as many things (3个平台, 三个平台)."""
    return piece.startswith(str(number)) or DIGITS.get(piece[0]) == number


def _keyed(part, key, n, follows=None):
    """The first run of exactly n pieces that all begin, or all end, with the key.

    Two or three with one character in common prove little: then the run must come right after the abbreviation
    (`follows`) or right before it (False); elsewhere it may stand apart (None).
    """
    if part.count(key) < n:
        return None
    for fits in (str.startswith, str.endswith):
        run, begin, end = [], 0, 0
        for m in [*PIECES.finditer(part), None]:
            piece = m[0] if m and fits(m[0], key) else _bare(m[0]) if m else ""
            fit = bool(m) and len(piece) > len(key) and fits(piece, key)
            pieces = split_joined(piece) if fit else []
            several = pieces and all(fits(p, key) and len(p) > len(key) for p in pieces)
            if not fit or (run and APART.search(part[end : m.start()])):
                gap = {None: "", True: part[:begin], False: part[end:]}[follows]
                close = len(gap) <= NEAR and "。" not in gap
                if len(run) == n and close and (len(key) > 1 or n > 2 or max(map(len, run)) <= LONG):
                    return run if fits is str.startswith else _without_leads(run)
                run = []
            if fit:
                begin, end = m.start() if not run else begin, m.end()
                run += pieces if several else [piece]
    return None


def _without_leads(run):
    """Pieces without what leads up to the first, or to each where each has it; none is cut to less than all others."""
    if all(_bare(piece) != piece for piece in run):
        run = [_bare(piece) for piece in run]
    first, *others = run
    while len(shorter := _bare(first)) >= min(map(len, others)) and shorter != first:
        first = shorter
    return [first, *others]


@lru_cache(maxsize=10_000)
def _bare(piece):
    """A piece without what leads up to it: the same text is searched for several keys."""
    return leading().sub("", piece)


def _ordinals(part, n):
    """Members after 一是, 二是, ... that begin in the next clause and do not go on to another number."""
    if not ORDINAL.search(part[: NEAR + len("，一是清")]):
        return None
    marks = []
    for m in ORDINAL.finditer(part):
        if DIGITS[m[1]] != len(marks) + 1:
            break
        marks.append(m)
    near = bool(marks) and "。" not in part[1 : marks[0].start() + 1]
    return [m[2] for m in marks] if near and len(marks) == n else None


def _quoted(part, n, near_end=False):
    """Exactly n quoted items in a row, next to the abbreviation but not listed together with it."""
    runs, end = [], None
    for m in QUOTED.finditer(part):
        if end is not None and GAP.fullmatch(part[end : m.start()]):
            runs[-1].append(m)
        else:
            runs.append([m])
        end = m.end()
    if not runs:
        return None
    run = runs[-1 if near_end else 0]
    between = part[run[-1].end() :] if near_end else part[: run[0].start()]
    between, introduced = INTRODUCED.subn("", between)
    apart = len(between) <= NEAR and not re.search("[、，,。；;和与及]", between) and (between or introduced)
    return [m[1] for m in run] if len(run) == n and apart else None


def _lines(following, n):
    """Members from the blocks below: exactly n in a row that begin with a dash, or with 1 to n in one numbering."""
    for name, mark in MARKS.items():
        run = []
        for text in following:
            m = mark.match(text)
            if m and name != "——" and _value(m[1]) != len(run) + 1:
                break
            if m:
                run.append(re.match(r"[^，,。；;：:]*", text[m.end() :])[0])
            elif name == "——" or not run:
                break
        if len(run) == n and all(run):
            return run
    return None


def _value(digit):
    """Value of a number in digits or of one Chinese numeral."""
    return int(digit) if digit.isdecimal() else DIGITS[digit]
