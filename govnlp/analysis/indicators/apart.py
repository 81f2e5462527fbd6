"""Names that would be alike are told apart: values of one sentence, or of a law, that differ never share a name."""

from bisect import bisect_right
from collections import defaultdict
from itertools import dropwhile, pairwise

from govnlp.analysis.indicators.patterns import pattern
from govnlp.analysis.indicators.phrases import LONGEST
from govnlp.analysis.indicators.state import condition_of, noun_before
from govnlp.analysis.indicators.tokens import ends, text_of

START = 15  # place of where a value begins in a row
STATED = ("amount", "count")  # kinds of values that say how much there is of something
MOVING = ("amount", "count", "share", "duration")  # kinds of values that rise and fall; ranks have places
SHORT = 5  # characters of a name that says nothing without its clause (培训人次)


def tell_apart(named):
    """Named values of a sentence with names that tell them apart: what a change set out from is the former one."""
    alike, case = {}, ""
    for before, n in pairwise([None, *named]):
        n.name += "(原)" if n.frame.former else ""
        if before and before.name == n.name + "(原)" and not n.direction:
            n.direction = _moved(before.frame.quantity, n.frame.quantity)
        cased = n.name.removesuffix("比例").endswith(("的期限", *ends("grant")))
        if cased and n.rule not in ("member", "given to each"):
            case = condition_of(n.frame) or case * _only_bounds(n.frame)
            n.name = _in_case(n, case)
        alike.setdefault((n.name, n.frame.quantity.unit_base), []).append(n)
    single = [group[0] for group in alike.values() if len(group) < 2]
    for group in alike.values():
        if len(group) < 2 or len({n.frame.quantity.base for n in group}) < 2:
            continue
        capped = [n for n in group if pattern("cap").search("".join(n.frame.quantity.marks))]
        if len(capped) == 1 and len(group) == 2:  # 每课时5元、最高不超过2000元的补助
            capped[0].name += "上限"
            continue
        yearly = [n for n in group if pattern("yearly").search("".join([t.word for t in n.frame.left]))]
        done = [n for n in group if n.frame.quantity.kind == "count" and "完成" in text_of(n.frame.left)]
        if 0 < len(yearly) < len(group):  # 五年增长40%,年均增长7%
            for n in yearly:
                paced = pattern("pace").search(n.name)
                at = paced.start() if paced else 0
                n.name = n.name[:at] + "年均" + n.name[at:]
        elif 0 < len(done) < len(group):  # 8个项目已完成5个
            for n in done:
                n.name = "完成" + n.name
        elif len({n.time for n in group if n.time or _is_partial(group)}) == len(group):
            for n in group:
                n.name += f"({n.time})" if n.time else ""
        elif not _set_apart(group):
            _set_below(group, single)
    return named


def with_articles(rows, blocks):
    """Rows of a law: those that share a name but not a value bear their article (答复时限(第九条))."""
    openings, stated = [(-1, 0, "")], defaultdict(set)  # places of articles; values and articles by name
    for b in blocks:
        numbers = pattern("article").finditer(b.text)
        openings += [(b.block, m.start(m.lastindex), m[m.lastindex]) for m in numbers]
    articles = [openings[bisect_right(openings, (r[1], r[START] + 1)) - 1][2] for r in rows]
    for r, article in zip(rows, articles, strict=True):
        stated[r[2]].add((r[3:6], article))

    def differ(name):
        values, articles = map(set, zip(*stated[name], strict=True))
        return len(values) > 1 and len(articles) > 1

    named = zip(rows, articles, strict=True)
    return [(*r[:2], r[2] + f"({a})" * (a != "" and differ(r[2])), *r[3:]) for r, a in named]


def _moved(before, after):
    """增长 or 下降 by what a value was before (由900万元调整为700万元), or None."""
    if before.kind != after.kind or after.kind not in MOVING or before.unit_base != after.unit_base:
        return None
    return "增长" if after.base > before.base else "下降" if after.base < before.base else None


def _is_partial(group):
    """Whether one of two values is that of a part of the time of the other (增长6%,其中4月份增长9%)."""
    among = len(group) == 2 and any(t.word == "其中" for t in group[1].frame.left)
    return among and group[1].time.endswith(("月", "月份", "季度"))


def _only_bounds(frame):
    """Whether a clause says nothing but how much a grant may be (每家最高补助3万元), as that of the clause before."""
    return frame.first and all({"grant", "act"} <= t.roles or t.letter in "lmtox" for t in frame.left)


def _in_case(n, case):
    """Name of a grant with the case that it is given in."""
    name = pattern("given").sub("", n.name)
    if case in name:
        return name
    shared = next((k for k in range(min(len(case), len(name)), 0, -1) if case.endswith(name[:k])), 0)
    return case + name[shared:]


def _set_apart(group):
    """Put nouns of their clauses before names that are alike; False where these don't tell them apart."""
    own, before = zip(*(_fronts(n.frame, n.name) for n in group), strict=True)
    fronts = own if any(own) else before
    apart = len(set(fronts)) == len(group) and max(map(len, fronts)) <= LONGEST
    for n, front in zip(group, fronts if apart else (), strict=apart):
        n.name = front + n.name.removeprefix(front)
    return apart


def _set_below(group, others):
    """Put before names that are alike what each was told below (火灾9起、死亡3人,事故8起、死亡2人)."""
    fronts = []
    for n in group:
        before = [x.frame for x in others if x.frame.at < n.frame.at and x.frame.quantity.kind in STATED]
        before = [f for f in before if not f.phrase.change]
        fronts.append(_thing(before[-1]) if before else "")
    if all(fronts) and len(set(fronts)) == len(group) and max(map(len, fronts)) <= LONGEST:
        for n, front in zip(group, fronts, strict=True):
            n.name = front + n.name


def _thing(frame):
    """Nouns of a value without the verbs around them (发生火灾, 一审收案), or ""."""
    words = [*dropwhile(_is_verb, frame.things or frame.phrase.words)]
    while words[1:] and _is_verb(words[-1]):
        words.pop()
    return text_of(words or frame.phrase.words[1:])


def _is_verb(t):
    """Whether a word is a verb, or light."""
    return t.letter in "avwrl"


def _fronts(frame, name):
    """Nouns of the clause that a name lacks, and those of the one before: they tell values of one name apart."""
    granted = name.endswith(ends("grant"))  # 新认定示范企业给予(奖补)
    own = [t for t in frame.left if t.letter in ("nbgav" if granted else "nbg") and t.tag != "m"]
    own = [t for t in own if (granted or len(t.word) > 1) and t.word not in name]
    while own and own[-1].letter in "av":  # 茶社应有(3万元资金)
        own.pop()
    short = len(name) <= SHORT
    return text_of(own), condition_of(frame) or (noun_before(frame) if short else "")
