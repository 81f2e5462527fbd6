"""The divisions of China: provinces, prefectures and counties by the forms of their names."""

import csv
import re
from collections import Counter, defaultdict
from functools import cache
from itertools import accumulate
from typing import NamedTuple

from govnlp.documents.entities.personal_names import surnames
from govnlp.lexicons import lexicon_path
from govnlp.text import finder

# a short form before these belongs to the name of a road, a paper, a school, a firm, a product
NOT_BEFORE = re.compile(
    "[东西南北中]?[一二三四]?[路街巷弄]|[厂造树人菜话港桥站乡镇村岸侧部段]|社区|大道|大桥|铁厂|兵工厂|日报|晚报|晨报|商报|新闻网|频道|在线|卫视|大学|学院|医院|银行|机场|火车站"
    "|公司|集团|海关|合作组织|[一-鿿]{0,8}有限|石化|生产建设兵团|基本法|湖(?![北南州滨])|湾(?![仔里])"
)
# 由民政局会同县财政局: of the county of this name only at the start of a sentence, in a list or behind these
VERBAL, NO_VERB = (
    "会同县",
    ("湖南省", "怀化市", "湖南", "怀化", "年", "中共", "在", "到", "、", "。", "\n", "《", " "),
)
REACH = 12  # characters before a name in which its parent is sought
BEHIND = ("委", "政府", "人民", "人大", "政协", "经济特区")  # what may follow a name within one word
ALWAYS = 5  # times that a form stands apart, and never otherwise, before it is taken to do so in the rest of a text
# behind the name of a person who acts or speaks
ACTS = "同志|一行|[说讲率等在就向到作做，。、,]|表示|指出|强调|介绍|认为|主持|出席|参加|陪同|带队|带领|[调检]查|调研"
AUTONOMOUS = re.compile("自治([州县旗])$")
ABOVE_COUNTIES = ("省", "市", "州", "盟", "地区", "自治区")  # with which the names of their parents end
AROUND = 8  # characters on each side of a name that tell where words end


class Region(NamedTuple):
    """A province, prefecture or county; `until` is the last year of a former one.

    Its `wholes` are its name and the one that is said of an autonomous one (恩施州). Counties rank below prefectures;
    cities under a province itself (90) do not, the parts of Taiwan do.
    """

    code: str | None
    full_name: str
    name: str
    parents: tuple
    short: str
    word: bool
    until: int | None
    is_county: bool
    wholes: tuple


@cache
def regions():
    """The shipped divisions, in the order of their codes."""
    found = []
    with lexicon_path("regions.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(line for line in file if not line.startswith("#")):
            *parents, name = row["name"].split("/")
            full = "".join([*parents, name])
            until = int(row["until"]) if row["until"] else None
            code, word = row["code"] or None, bool(row["word"])
            county = not code or not (code.endswith("00") or (code[2:4] == "90" and name.endswith("市")))
            kind = AUTONOMOUS.search(name)
            wholes = (name, row["short"] + kind[1]) if kind and row["short"] else (name,)
            found.append(Region(code, full, name, tuple(parents), row["short"], word, until, county, wholes))
    return found


@cache
def gazetteer():
    """Regions by form of name, and what finds in a text those of these forms that may count there.

    Short forms of counties that are words (合作, 资源) never do, and would be a fourth of all that is found.
    """
    by_form = defaultdict(list)
    for region in regions():
        for form in {*region.wholes, region.short} - {""}:
            by_form[form].append(region)
    return dict(by_form), finder(form for form, of_form in by_form.items() if _may_count(form, of_form))


def _may_count(form, of_form):
    """Whether a form is a whole name, the short one of a wider region than counties, or no word."""
    return any(form in r.wholes or not r.is_county or not r.word for r in of_form)


@cache
def counties():
    """Full names of the counties and districts, to which towns belong."""
    return {region.full_name for region in regions() if region.is_county}


def find_forms(text, levels=frozenset()):
    """Yield offset and form of every name of a region in `text` at borders of words, the longest where several begin.

    The short form of a county is one only where the whole name stands in the text too, or where the text calls what
    it speaks of by the kind of that county (`levels`: 区 for 全区).
    """
    end, apart = 0, Counter()
    longest = dict(gazetteer()[1](text))  # of those that begin at one place the longest ends last
    forms = set(longest.values())
    named = {x for x in forms if not forms.isdisjoint(_vouchers(x)) or not levels.isdisjoint(_kinds(x))}
    places = [at for at in sorted(longest) if longest[at] in named]
    people = {x[0] for at in places if at and (x := _holders().match(text, at - 1))}  # 县长李镇江
    for at in places:
        form = longest[at]
        split = begins_district(form, longest.get(at + len(form) - 1))
        form = form[:-1] if split else form
        if people and text[at - 1 : at + len(form)] in people:
            continue
        chained = split or (
            is_whole(form) and ((end and at == end) or at + len(form) in longest)
        )  # 上海市|浦东新区
        if form == VERBAL and at and not text.endswith(NO_VERB, 0, at):
            continue
        if at >= end and (chained or apart[form] == ALWAYS or is_apart(text, at, form)):
            yield at, form
            end = at + len(form)
            apart[form] += apart[form] < ALWAYS
        elif at >= end:
            apart[form] = -len(text)


@cache
def begins_district(city, district):
    """Whether the last character of a city's name begins the name of its district: 青岛|市南区."""
    found = gazetteer()[0].get(district, ()) if city[:-1] in gazetteer()[0] else ()
    return any(r.parents[-1:] == (city,) and r.name == district for r in found)


@cache
def _holders():
    """Pattern of a name of three characters between a post and what its holder does."""
    common = "".join(sorted(surnames()["common"]))
    return re.compile(rf"[{common}](?<=[长任记员席理者].)[一-鿿]{{2}}(?={ACTS})")


@cache
def _vouchers(form):
    """Names of which one must stand in a text where a form counts: its own, or a whole one of a county."""
    of_form = gazetteer()[0][form]
    if any(form in r.wholes or not r.is_county for r in of_form):
        return {form}
    return {x for r in of_form if not r.word for x in r.wholes}


@cache
def _kinds(form):
    """Last characters of the names of the counties in use of which a form is the short one, and no word but a place."""
    import rjieba

    kinds = {r.name[-1] for r in gazetteer()[0][form] if r.is_county and form == r.short and not r.word}
    return kinds if kinds and rjieba.tag(form) == [(form, "ns")] else frozenset()


def is_apart(text, at, form):
    """Whether a name is made of whole words: 推广|安全 holds no 广安 and 完成|都市|圈 no 成都市."""
    import rjieba

    start = max(0, at - AROUND)
    words = rjieba.cut(text[start : at + len(form) + AROUND], False)
    edges = [0, *accumulate(map(len, words))]
    begin, end = at - start, at - start + len(form)
    # in 武汉|市委 the last character belongs to the word behind; 河北省人民政府 is a word of the dictionary
    ends = end in edges or (len(form) > 2 and end - 1 in edges) or text.startswith(BEHIND, at + len(form))
    begins = begin in edges or text.endswith("中共", 0, at)  # 中共南京市委 is one
    return begins and ends


def in_longer_name(text, at, form):
    """Whether a short form is but the beginning of another name, as in 汉阳铁厂."""
    return not is_whole(form) and NOT_BEFORE.match(text, at + len(form)) is not None


@cache
def is_whole(form):
    """Whether a form is the whole name of a region."""
    return any(form in region.wholes for region in gazetteer()[0].get(form, ()))


@cache
def short_of(name):
    """Short forms of a parent's name, so that 武汉 vouches for what lies in 武汉市."""
    found = (form for region in gazetteer()[0].get(name, ()) for form in (region.name, region.short))
    return tuple(sorted(set(filter(None, found))))


@cache
def _candidates(form):
    """Regions of a form of name, the widest first, those in use before former ones."""
    return sorted(gazetteer()[0][form], key=lambda r: (len(r.parents), r.until is not None))


@cache
def _parents(form):
    """Short forms of the last and of the first parents of a form's regions: of all of them, and region by region."""
    found = []
    for place in (-1, 0):
        pairs = [(r, short_of(r.parents[place])) for r in _candidates(form) if r.parents]
        found.append((tuple({name for _, names in pairs for name in names}), pairs))
    return found


def choose(form, before, seen, home):
    """The region that `form` after `before` stands for, given the forms `seen`; None if uncertain.

    The nearest parent before it tells namesakes apart: 江苏省鼓楼区 stays open, since two cities of 江苏 have one.
    """
    candidates = _candidates(form)
    if candidates[0].is_county and (above := _province_before(before)):
        candidates = [r for r in candidates if r.parents[0] == above]
    for any_of_them, pairs in _parents(form):
        if before.endswith(any_of_them):
            return only([r for r, names in pairs if before.endswith(names)])
    if len(form) == 2 and form == gazetteer()[0][form][0].name:
        return only([r for r in candidates if r.full_name == home])  # 杞县, in a text that is about it
    first = next(iter(candidates), None)
    if first is None:
        return None
    if form == first.short and not first.is_county:
        return first
    if one := only(candidates):
        if not (one.word and one.is_county):
            return one
        if form not in one.wholes:
            return None  # the whole name of one that is a word (中山区) needs its city in the text
    vouched = [
        r
        for r in candidates
        if r.full_name == home or any(not seen.isdisjoint(short_of(p)) for p in r.parents[-1:])
    ]
    if home and only(vouched) is None:
        vouched = [r for r in candidates if home.startswith(r.full_name) or r.full_name.startswith(home)]
    return only(vouched)


def _province_before(text):
    """Province of the province or prefecture with whose whole name a text ends, or None.

    >>> _province_before("江苏省盐城市"), _province_before("在盐城")
    ('江苏省', None)
    """
    if not text.endswith(ABOVE_COUNTIES):
        return None
    named = (r for n in range(3, REACH) for r in gazetteer()[0].get(text[-n:], ()) if text[-n:] in r.wholes)
    return next(((*r.parents, r.name)[0] for r in named if not r.is_county and r.until is None), None)


def only(candidates):
    """The one of several candidates that is in use now, or the one there is; None where several are."""
    current = [r for r in candidates if r.until is None] or sorted(candidates, key=lambda r: -r.until)[:1]
    return current[0] if len(current) == 1 else None
