"""The enumeration a numeric abbreviation stands for."""

import re
from functools import cache

from govnlp.analysis.indicators.tokens import tag
from govnlp.lexicons import lexicon_content

DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九十")} | {"两": 2, "双": 2}
PART = re.compile("([一二三四五六七八九两双])([^一二三四五六七八九十两双个大\\W])")
PIECES = re.compile(r"[^、，,；;。：:！!？?（）()—“”\"‘’\s]+")
ORDINAL = re.compile(r"(?:^|[。；;，,：:\s])[一二三四五六七八九十]是要?([^，,。；;：:]+)")
IS = re.compile("^(?:的|其中)?[一二三四五六七八九十][^是]{1,3}是")  # 五员是党员、网格员 ...
QUOTED = re.compile(r"[“\"]([^“”\"]{1,20})[”\"]")
INTRODUCED = re.compile("[，,]?(?:即|包括|也就是|分别是|分别为)")
GAP = re.compile(r"[、，,和与及以还有]{0,3}")
INTRODUCING = re.compile('[”"]?(?:。?|[^。]*[:：])')  # what may follow before a list of lines
APART = re.compile("[。（）()：:！？!?]")
FAR = 150
NEAR = 12
LONG = 8  # characters of two members that have but one in common


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
        The blocks after it, for lists that begin a new line per item.

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
    members = _find(phrase, text, start, end, following)
    return _tidied(members, phrase) if members else None


def _find(phrase, text, start, end, following):
    """Members as the text cuts them."""
    after, before = text[end : end + FAR], text[max(0, start - FAR) : start]
    if parts := _parts(phrase):
        return _members_of_parts(parts, after) or _members_of_parts(parts, before)
    n = DIGITS.get(phrase[0], 0)
    rest = re.sub(r"^[个大项条种]", "", phrase[1:])
    if n < 2 or not rest or (rest != "一" and re.search("[一二三四五六七八九十]", rest)):
        return None
    keys = list(dict.fromkeys([rest, rest[0], rest[-1]]))
    for part, follows in ((after, True), (before, False)):
        for key in keys:
            members = _keyed(part, key, n, None if len(key) > 1 or n > 3 else follows)
            if members:
                return members
    return (
        _ordinals(text[end:], n)
        or _quoted(after, n)
        or _quoted(before, n, near_end=True)
        or _listed(after, n)
        or (_lines(following, n) if INTRODUCING.fullmatch(text[end:]) else None)
    )


def _tidied(members, phrase):
    """Members without what leads up to the first one and what follows the last; None where one comes twice.

    These two are cut to the length of the others where those are of one length (推动产业、行业、企业).
    """
    members = [re.sub("等[^、]{0,4}$", "", m).removesuffix(phrase) if len(m) > 3 else m for m in members]
    first, *middle, last = members
    rest = middle or [last]
    heads = {m[0] for m in (*middle, last)}
    sizes = set(map(len, rest))
    size = max(sizes) if len(sizes) == 1 and max(sizes) > 1 else 0
    if len(heads) == 1 and middle:  # 把工作融入建设、融入管理、融入生活
        first = first[max(0, first.find(*heads)) :]
        if size and any(t in ("v", "vn") for _, t in tag(last[size:])):
            last = last[:size]
    elif size and len(first) > size and _is_lead(first, len(first) - size):
        first = first[-size:]
    members = [first, *middle, last]
    return members if len(set(members)) == len(members) else None


def _is_lead(text, size):
    """Whether the first characters of a text are words of their own, among them a verb or a preposition."""
    lead, at = [], 0
    for word, kind in tag(text):
        if at >= size:
            break
        lead.append(kind)
        at += len(word)
    return at == size and bool({"v", "p", "d"} & set(lead))


def _parts(phrase):
    """Numbers and keys of a compound abbreviation (三清两建: 3 清, 2 建); [] where it is none."""
    found = PART.findall(phrase)
    whole = len(found) > 1 and "".join(map("".join, found)) == phrase and set(phrase[::2]) != {"一"}
    return [(DIGITS[number], key) for number, key in found] if whole else []


def _members_of_parts(parts, text):
    """Members of all parts in a row: each with its key at its beginning or at its end; None if one part has none."""
    pieces = [
        p for m in PIECES.finditer(text) for p in re.split("以及|还有|和|与|及", _leads().sub("", m[0])) if p
    ]
    for fits in (str.startswith, str.endswith):
        wanted = [key for number, key in parts for _ in range(number)]
        for at in range(len(pieces) - len(wanted) + 1):
            run = pieces[at : at + len(wanted)]
            if all(fits(p, key) and len(p) > len(key) for p, key in zip(run, wanted, strict=True)):
                return run
    return None


@cache
def _leads():
    """Pattern of the words that lead up to the first member."""
    lists = lexicon_content("phrases.yaml")
    return re.compile(
        "^(?:" + "|".join(sorted(map(re.escape, lists["leads"]), key=lambda w: (-len(w), w))) + ")"
    )


def _split_last(pieces, whole):
    """Pieces with 和, 与, 及 as further divisions where that gives the number looked for."""
    last = re.split("以及|还有|和|与|及", pieces[-1], maxsplit=1)
    return pieces[:-1] + last if len(last) == 2 and all(last) and len(pieces) < whole else pieces


def _keyed(part, key, n, follows=None):
    """The first run of exactly n pieces that all begin, or all end, with the key.

    Two or three with one character in common prove little: then the run must come right after the abbreviation
    (`follows`) or right before it (False); elsewhere it may stand apart (None).
    """
    leads = _leads()
    for fits in (str.startswith, str.endswith):
        run, begin, end = [], 0, 0
        for m in [*PIECES.finditer(part), None]:
            piece = IS.sub("", leads.sub("", m[0])) if m else ""
            pieces = [p for p in re.split("以及|还有|和|与|及", piece) if p]
            fit = bool(m) and len(piece) > len(key) and fits(piece, key)
            several = fit and pieces and all(fits(p, key) and len(p) > len(key) for p in pieces)
            if not fit or (run and APART.search(part[end : m.start()])):
                gap = {None: "", True: part[:begin], False: part[end:]}[follows]
                close = len(gap) <= NEAR and "。" not in gap
                if len(run) == n and close and (len(key) > 1 or n > 2 or max(map(len, run)) <= LONG):
                    return run
                run = []
            if fit:
                begin, end = m.start() if not run else begin, m.end()
                run += pieces if several else [piece]
    return None


def _ordinals(part, n):
    """Members after 一是, 二是, ... that begin in the next clause."""
    marks = list(ORDINAL.finditer(part))
    near = bool(marks) and "。" not in part[1 : marks[0].start() + 1] and marks[0].start() <= NEAR
    return [m[1] for m in marks] if near and "一是" in marks[0][0] and len(marks) == n else None


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


def _listed(part, n):
    """An enumeration with 、 that follows at once: in brackets, after a colon, a dash, a comma or 即."""
    m = re.match(
        r"[^。；;、]{0,12}?(?:[（(：:—]+|[，,]?(?:即|包括|也就是|分别是|分别为))([^。；;，,（）()：:—]+)",
        part,
    )
    if not m or "、" not in m[1]:
        return None
    pieces = _split_last([p for p in re.split("、", _leads().sub("", m[1])) if p], n)
    pieces = [re.sub(r"[“”\"\s]|等$", "", p) for p in pieces]
    return pieces if len(pieces) == n and all(len(p) <= 16 for p in pieces) else None


def _lines(following, n):
    """Members from the blocks below that begin with a dash: exactly n of them in a row."""
    run = []
    for text in following:
        m = re.match(r"[—–-]{1,2}\s*([^，,。；;：:]+)", text)
        if not m:
            break
        run.append(m[1])
    return run if len(run) == n else None
