"""Lists that adjoin a label: right before it (甲、乙、丙三项行动) or right after it (三项行动：甲、乙、丙)."""

import re
from functools import cache

from govnlp.analysis.phrases.words import any_of, lists, places_of, split_joined
from govnlp.text import HAN

LISTED = re.compile(
    r"[^。；;、]{0,12}?(?:[（(：:—]+|[，,]?(?:即|包括|也就是|分别是|分别为|是指|指(?![导挥标定引示数])))([^。（）()：:—]+)"
)
CLAUSE = re.compile(r"[^。；;！？!?：:，,（）()《》\s]*$")
BEFORE_LABEL = re.compile(r"(?:等|这|(?<=行为)为|(?<!行)为|的|等等|共|在内的)?[“\"‘]?$")
DASHED = re.compile(rf"((?:[{HAN}]{{1,4}}[—–－\-]{{1,2}})+[{HAN}]{{1,4}})$")
OBJECT = re.compile(f"[{HAN}](?:打造|构建|成为|争当|晋级|获评|入选)[{HAN}]")
LONGEST = 20  # characters of a member in a list divided by 、
UNEVEN = 3  # how many times as long as the shortest member the longest may be, and as many characters more


def members_before(before, n):
    """Members of a list that ends right where the label begins; None unless it has exactly n items.

    Divided by 、, by dashes (市—区—街道三级), or by nothing where all are tiers of government (县乡村三级).

    Examples
    --------
    >>> members_before("做到定人、定岗、定责“", 3), members_before("健全市县乡", 3)
    (['定人', '定岗', '定责'], ['市', '县', '乡'])
    """
    before = BEFORE_LABEL.sub("", before)
    dashed = DASHED.search(before)
    if dashed:
        pieces = re.split("[—–－-]+", dashed[1])
        pieces[0] = _without_lead(pieces[0], pieces[1:])
        sizes = set(map(len, pieces))  # 大学毕业生—社区“两委” is a path
        return pieces if len(pieces) == n and max(sizes) - min(sizes) < 2 else None
    inner = re.search(r"[“‘\"]([^“”‘’\"]+)[”’\"]$", before)
    clause = inner[1] if inner and "、" in inner[1] else CLAUSE.search(before)[0]
    if re.search('[“”‘’"\\d]|、$', clause):  # 甲、乙、“双百”: an item beside them
        return None
    pieces = _split_last([p for p in clause.split("、") if p], n)
    if len(pieces) != n or len(pieces) < 2 or _tiers(clause, n):
        return _tiers(clause, n)
    if _governed().fullmatch(pieces[-1]):  # 统筹推进、一体落实“两区”; 围绕一个目标、实施“三项工程”
        return None
    if n == 2 and pieces[0][0] != pieces[1][0] and _governing().match(pieces[1]):  # 提升质效、推进学校“双优”
        return None
    pieces[-1] = without_carrier(pieces[-1])
    if not inner:
        pieces[0] = _without_lead(pieces[0], pieces[1:])
    sizes = sorted(map(len, pieces))
    even = sizes[0] > 0 and sizes[-1] <= min(LONGEST, UNEVEN * sizes[0] + UNEVEN)
    even = even and not OBJECT.search(pieces[-1])  # 高新区、经开区打造“双核”
    return pieces if even and "等" not in pieces[-1] and len(set(pieces)) == n else None


def members_after(part, n):
    """An enumeration that follows at once: in brackets, after a colon, a dash, a comma or 即."""
    m = LISTED.match(part)
    if not m:
        return None
    for mark in ("、", "；", "，"):
        inside = m[1] if mark == "；" else re.split("[；;]" if mark == "，" else "[；;，,]", m[1])[0]
        pieces = [p for p in inside.replace(";", "；").replace(",", "，").split(mark) if p]
        pieces = _split_last(pieces, n) if mark == "、" and len(pieces) > 1 else pieces
        pieces = [re.sub(r"[“”‘’\"\s]|等$", "", p if mark != "；" else re.split("，", p)[0]) for p in pieces]
        if len(pieces) == n and all(0 < len(p) <= LONGEST for p in pieces):
            return [_without_lead(leading().sub("", pieces[0]), pieces[1:]), *pieces[1:]]
    return None


def _tiers(clause, n):
    """The last n tiers of government in a row at the end of a clause (省市县三级), if no other precedes them."""
    tiers, found = sorted(lists()["tiers"], key=len, reverse=True), []
    while clause and (tier := next((t for t in tiers if clause.endswith(t)), None)):
        found.insert(0, tier)
        clause = clause.removesuffix(tier).removesuffix("、")
    return found if len(found) == n else None


def _without_lead(first, others):
    """The first item of a list without what governs all of them (大力实施道路提升: 道路提升).

    Where the others are of one length, so is the first one, if a word begins there. Where another item begins with
    such a verb itself, each has its own, and only what stands before another such verb is cut.
    """
    words = places_of(first)
    sizes = {len(other) for other in others}
    size = len(first) - max(sizes)
    if len(sizes) == 1 and len(others) > 1 and size > 0 and size in {start for start, *_ in words}:
        return first[size:]
    parallel = any(_governing().match(other) for other in others)
    cut = next((m.end() for m in [_governing().match(first)] if m and m.end() < len(first)), 0)
    if cut and (not parallel or _governing().match(first[cut:])):
        return _without_lead(first[cut:], others)
    inner = [start + len(word) for start, word, _ in words[:-1] if word in lists()["leads"]]
    return first[inner[-1] :] if inner and size > 0 and not parallel else first


@cache
def _governing():
    """Pattern of adverbs, prepositions and verbs that stand before a list."""
    return re.compile(f"(?:{any_of('leads')})(?:了|好)?(?:一[条个批])?")


@cache
def _governed():
    """Pattern of verbs alone, whose object is the label."""
    return re.compile(f"(?:{any_of('leads')})+")


def without_carrier(member):
    """A last member without the verbs between a list and its label (甲、乙实现“双增”)."""
    return _carrier().sub("", member) or member


@cache
def _carrier():
    return re.compile(f"(?:{any_of('carriers')})+(?:全[国省市区县])?$")


def _split_last(pieces, whole):
    """Pieces with 和, 与, 及 as further divisions where that gives the number looked for."""
    last = split_joined(pieces[-1]) if pieces else []
    return pieces[:-1] + last if len(pieces) + len(last) - 1 == whole else pieces


@cache
def leading():
    """Pattern of the words that lead up to the first member."""
    return re.compile(f"^(?:{any_of('leads')})")
