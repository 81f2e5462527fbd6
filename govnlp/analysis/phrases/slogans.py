"""Slogans without quotation marks: runs of parallel phrases."""

import re
from functools import cache, lru_cache

from govnlp.analysis.phrases.words import NUMERAL, any_of, in_dictionary, lists, places_of, tagged
from govnlp.text import HAN

PIECE = re.compile("[^、，,]+")
SHORTEST, LONGEST = 3, 10  # characters of a phrase that may be parallel to others
ITEM = re.compile(rf"[{HAN}]{{{SHORTEST},{LONGEST}}}")
MEETING = re.compile("[二三四五六七八九十]{1,3}[届次]")
# a quantity or a year (四亿六千万元, 百分之五, 一九四九年), a rank (世界第二), a mark (一是采取)
DIGIT = "[一二三四五六七八九十]"
AMOUNT = re.compile(
    f"百分之|[{NUMERAL}〇零]{{2}}|{DIGIT}至{DIGIT}|第(?!一){DIGIT}|^{DIGIT}是|{DIGIT}年|{DIGIT}[档等类级卷]"
)
NUMBERS = frozenset(NUMERAL)
UNEVEN = 2  # how many times as long as the shortest phrase of a slogan the longest may be
NOMINAL = "nbjfs"  # parts of speech of names, as the tagger's first letters
PROPER = ("nt", "ns", "nr")  # of bodies, places and persons
OFFICES = ("厅", "局", "委", "办", "会议", "部门", "公司", "银行")
TIERS = "省市县区州"
AUXILIARY = ("要", "会", "能", "能够")
PREPOSITIONS = frozenset("向对将把按在由为从")
CLAUSES = re.compile(r"[^。；;！!？?：:“”\"‘’（）()《》—]+")


def find_slogans(text):
    """Runs of three or more parallel phrases divided by 、 or a comma; two suffice for a pair."""
    out = []
    for clause in CLAUSES.finditer(text):
        run = []
        for m in [*PIECE.finditer(clause[0]), None]:
            piece = (m[0], clause.start() + m.start()) if m else ("", 0)
            joined = _join(run, piece, text[piece[1] - 1]) if run else None
            if joined:
                run = joined
                continue
            long = len(run) > 2 and not _is_noun_list([item for item, _ in run])
            if long or (len(run) == 2 and _pair(run[0][0], run[1][0])):
                start, end = run[0][1], run[-1][1] + len(run[-1][0])
                out.append((text[start:end], "slogan", start, end))
            run = [piece] if m else []
    return out


@cache
def _counted():
    """Pattern of what counts the items of a list or ranks things (第三项、第四项; 一等奖、二等奖)."""
    return re.compile(
        f"第[{NUMERAL}]+(?:{any_of('measures')}|{any_of('divisions')})|[一二三四五]+[等类级型档流届中]"
    )


def _join(run, piece, mark):
    """The run with one more piece, freed of what leads up to the first piece and of what follows the last.

    A verb that leads up to the first piece governs all that 、 divides, but not what stands behind a comma.
    """
    (last, at), (new, place) = run[-1], piece
    tails = lists()["tails"]
    cut = next(
        (i for i in (len(last), len(last) + 1) if new[i : i + 1] in tails and _parallel(last, new[:i])), None
    )
    if cut and len(run) > 1:
        return [*run, (new[:cut], place)]
    if not SHORTEST <= len(new) <= LONGEST:
        return None
    if _parallel(last, new):
        return [*run, piece]
    if len(run) == 1 and len(last) > len(new):
        for size in (len(new), len(new) - 1, len(new) + 1):
            start, end = len(last) - size, last[-size:]
            if _parallel(end, new) and _begins(last, start) and not _governs(last[:start], mark):
                return [(end, at + start), piece]
    return None


def _begins(text, start):
    """Whether a word begins at a place of a text, or a numeral stands there."""
    return text[start : start + 1] in NUMERAL or any(at == start for at, *_ in places_of(text))


def _governs(lead, mark):
    """Whether what leads up to the first piece has a verb, where a comma divides the pieces."""
    return mark in "，," and any(kind == "v" and word not in AUXILIARY for word, kind in tagged(lead))


def are_names(items):
    """Whether items are names of things that have no character in common at either end.

    >>> are_names(["茶", "竹", "药材"]), are_names(["技防", "人防"]), are_names(["水更清", "天更蓝"])
    (True, False, False)
    """
    ends = len({item[:1] for item in items}), len({item[-1:] for item in items})
    return min(ends) > 1 and all(kind[0] in NOMINAL for item in items for _, kind in tagged(item))


def _is_noun_list(items):
    """Whether items are a list of things (应急网点、应急企业) or bodies (市水利局、市财政局; 各镇、各界人士)."""
    sizes = [len(item) for item in items]
    bodies = [item.endswith(OFFICES) for item in items]
    if all(bodies) or (any(bodies) and items[0][0] in TIERS) or max(sizes) > UNEVEN * min(sizes):
        return True
    words = [tagged(item) for item in items]
    if items[0][0] in TIERS + "本各该" and all(w[-1][1][0] in NOMINAL + "l" for w in words):
        return True
    if all(
        _is_thing_with_attribute(w) for w in words
    ):  # 家庭农场、农业企业; 申请条件、申报方式; 不同行业、重大事项
        return True
    kinds = [kind for w in words for _, kind in w]
    if all(kind[0] in NOMINAL for kind in kinds) and any(kind.startswith(PROPER) for kind in kinds):
        return True
    common = next(iter({item[:2] for item in items})) if len({item[:2] for item in items}) == 1 else ""
    kinds = {w[0][1] for w in words}
    return bool(common) and not kinds & {"v", "d", "p", "m", "a", "r"}


def _is_thing_with_attribute(words):
    """Whether the words of an item end in a noun, and none is of one character."""
    whole = all(len(word) > 1 and kind[0] in "nvlab" and word[0] not in "更最" for word, kind in words)
    return whole and words[-1][1][0] in "nl"


def _pair(a, b):
    """Whether two phrases alone make a slogan: numbered ones, or 3 characters with the middle in common."""
    alike = abs(len(a) - len(b)) < 2
    if a[0] != b[0] and {a[0], b[0]} <= NUMBERS and _counts(a) and _counts(b):
        return False  # 六个轧钢厂，十座炼焦炉
    if alike and {a[0], b[0]} <= NUMBERS | {"每"} and not {"是", "指"} & {*a[1:3], *b[1:3]}:
        return True
    pairs = list(zip(a, b, strict=True)) if len(a) == len(b) else []
    counts = [{x, y} for x, y in pairs if x != y and {x, y} <= NUMBERS]
    if counts and (any(x == y for x, y in pairs) or counts[0] <= set("百千万")):
        return True
    middle = len(a) == len(b) == 3 and a[1] == b[1] and a[0] != b[0] and a[2] != b[2]
    return middle and not (_is_thing(a) or _is_thing(b) or {a[0], b[0]} & PREPOSITIONS)


def _is_thing(text):
    """Whether three characters name a thing or a place: a noun and its kind (塑料|袋), or a name (石家庄)."""
    kinds = [kind for part in (text, text[:2], text[2]) for _, kind in tagged(part)[:1]]
    noun = in_dictionary(text[:2]) and not in_dictionary(text[1:])  # 顺|民意
    kind = noun and kinds[1] in ("n", "vn") and kinds[2][0] in "nqk"
    return kind or (in_dictionary(text) and kinds[0].startswith(PROPER))


def _counts(text):
    """Whether the second character of a text is a measure word."""
    return text[1] == "大" or text[1] in lists()["measures"]


def _parallel(a, b):
    """Whether two phrases of 3 to 10 characters are parallel in length and in their characters."""
    if min(len(a), len(b)) < SHORTEST or (abs(len(a) - len(b)) > 1 and a[:2] != b[:2]):
        return False
    alike = a[0] == b[0] or (a[0] == a[1] and b[0] == b[1]) or (a[0] in NUMERAL and b[0] in NUMERAL)
    return (alike or (len(a) == len(b) and _pair(a, b))) and _is_item(a) and _is_item(b)


@lru_cache(maxsize=10_000)
def _is_item(text):
    """Whether a phrase is of 3 to 10 characters and counts or ranks nothing."""
    counts = _counted().match(text) or AMOUNT.search(text) or MEETING.search(text)
    return ITEM.fullmatch(text) is not None and not counts
