"""The time that a statement speaks of, resolved against the year of its document, with the words that say so."""

import math
import re
from collections import Counter
from functools import lru_cache
from itertools import pairwise
from operator import itemgetter
from typing import NamedTuple

from govnlp.analysis.indicators.labels import in_title
from govnlp.analysis.indicators.patterns import found_before, looks_back, pattern
from govnlp.analysis.indicators.plain import read_plain
from govnlp.lexicons import lexicon_content
from govnlp.numerals import to_number

DAY = "(?:\\d{1,2}月)?(?:\\d{1,2}日)?"
NEXT = 4  # characters between a year and the value that it alone holds for (由2016年的不足5万人)
INSERTED = 60  # characters of a bracket that are looked at on each side of a time
DATED = re.compile("[\\d年月日度季底末初份全上下半至到截止—-]*")  # brackets that say no more than when
CONGRESS = 1922  # five years before the first congress of the party, were they all five years apart
UNKNOWN = 0  # year of what was at some time before
CALLED = {3: "Q1", 6: "H1"}  # months from January on that have a name together
PARTS = ("月", "季度", "半年")  # words of which the name of a part of a year has one
OFTEN = 10  # times that a text names the plan that it is about
STOP, CLAUSE = re.compile("[。!?\n]"), re.compile("[,;。!?\n]")
LEADS = re.compile("(?:^|[。!?;\n]).{0,4}$")  # before what opens a sentence
LOWEST = 99  # level of what stands below every heading
YEAR_ALONE = re.compile(r"^[【\[]?((?:19|20)\d\d)年?[】\]]?$")  # a heading of a chronicle
HALF = re.compile("(?<![上下])半年(?=[^以之来]*(?:报告|总结|汇报|小结))")  # in the title of a report
FOUR = re.compile("[0-9]{4}")


class Time(NamedTuple):
    """An expression of time: first and last year, or years from that of its text (`shift`); up to where it holds.

    Without a last year it goes on to the year that the text speaks of, which it is where there is neither; `part` is
    the part of the year (Q1, H1, M05, M01-05), or "".
    """

    start: int
    first: int | None
    last: int | None
    shift: int | tuple | None
    words: str
    reach: float = math.inf
    part: str = ""

    def is_year(self):
        """Whether it is one year, or a part of one."""
        return self.first == self.last and not isinstance(self.shift, tuple)


NOW = Time(0, None, None, None, "")  # the year that a text speaks of


def find_times(text):
    """Expressions of time in a text, in order.

    Years that something is compared with (比2016年, 较上年), years of birth and years in titles are left out; a year
    that owns a value (比2016年的5万人, 由2016年的5万人) holds for this alone, and one that is said among other words
    in brackets (扣除2022年的专项资金) holds within them.

    Returns
    -------
    list of Time
    """
    times, plan = [], None
    for m in pattern("times").finditer(text):
        before, start, end = text[max(0, m.start() - 2) : m.start()], m.start(), m.end()
        compared = found_before("comparison", text, m.start()) is not None
        if compared and not (m["year"] and pattern("owned").match(text, end)):
            continue
        multiple = before.endswith(("是", "为", "至", "到")) and pattern("compared with").match(text, end)
        multiple = multiple and not pattern("set out").search(text, max(0, start - INSERTED), start)
        if multiple or in_title(text, start) or pattern("of a life").match(text, end):  # 是1997年的2.3倍
            continue
        left = (m["year"] or m["relative"]) and (before.endswith(("由", "从")) or m[0][0] == "从")
        first = last = shift = None
        if m["from"] or m["year"]:
            first, last = int(m["from"] or m["year"]), None if m["since"] else int(m["to"] or m["year"])
        elif m["plan"] or m["nth"]:
            first, last = plan = plan_span(m["nth"] or m["plan"][:-1])
            last = first + int(to_number(m["early"])) - 1 if m["early"] else None if m["on"] else last
        elif plan and pattern("five years").match(m[0]):
            first, last = plan
        elif m["congress"]:
            first = CONGRESS + 5 * int(to_number(m["congress"]))
        elif m["once"]:
            first = last = UNKNOWN
        elif m["ago"]:
            shift = -int(to_number(m["ago"]))
        elif m["ahead"]:
            shift = 0, int(to_number(m["ahead"])) - 1
        elif m["past"]:
            shift = -int(to_number(m["n"] or m["m"] or m["o"])), -1
        else:
            shift = lexicon_content("quantities.yaml")["years"][m["relative"]]
        own = compared or (left and pattern("left").match(text, end))
        parts = own and pattern("parts owned").match(text, end)
        reach = parts.end() if parts else end + NEXT if own else _end_of_bracket(text, start, end)
        led = LEADS.search(text[max(0, start - 5) : start])
        if m["once"] or m["ago"] or m["congress"]:
            reach = next((s.start() for s in STOP.finditer(text, end)), reach)
        elif m["year"] and not led and pattern("event").match(text, end):
            reach = next((s.start() for s in CLAUSE.finditer(text, end)), reach)
        times.append(Time(start, first, last, shift, m[0], reach))
    return _with_parts(text, times)


def part_of_year(m):
    """Code of what the pattern of parts of a year has found; "" for all of it.

    >>> [part_of_year(pattern("part of a year").search(x)) for x in ("1-6月", "前三季度", "1-5月", "5月末", "全年")]
    ['H1', 'M01-09', 'M01-05', 'M05', '']
    """
    kind = m.lastgroup
    if kind is None or kind in ("half", "first", "current"):
        return {"上": "H1", "半": "H1", "下": "H2", "当月": "", None: ""}[kind and m[kind]]
    n = int(to_number(m[kind]) * (3 if kind == "quarters" else 1))
    first = {"to": f"{m['from'] or '':0>2}-", "quarters": "01-", "months": "01-", "by": "01-"}.get(kind, "")
    spanned = first == "01-" and kind != "by" and CALLED.get(n)
    if kind == "quarter":
        return f"Q{n}"
    return "" if first == "01-" and n == 12 else spanned or f"M{first}{n:02}"


def _with_parts(text, times):
    """Times of a text with the parts of years (2021年一季度), which without a year are of the one named last."""
    if not any(word in text for word in PARTS):
        return times
    parts = pattern("part of a year").finditer(text)
    parts = [m for m in parts if not found_before("no part", text, m.start())]
    parts = [m for m in parts if not in_title(text, m.start())]
    if not any(map(part_of_year, parts)):
        return times
    found, out, base = {t.start: t for t in times} | {m.start(): m for m in parts}, [], NOW
    for start in sorted(found):
        x, last = found[start], out[-1] if out else NOW
        if isinstance(x, Time):
            again = text.startswith("同期", start + len(x.words))
            out.append(x._replace(part=last.part) if again else x)
            base = base if again or x.reach < math.inf else x if x.is_year() else NOW
        elif out and last.start + len(last.words) == start and last is base:
            out[-1] = base = last._replace(part=part_of_year(x), words=last.words + x[0])
        elif x["current"]:  # 1-7月,出口当月增长2%
            month = next((f"{n:02}" for n, called in CALLED.items() if called == last.part), last.part[-2:])
            out += [last._replace(start=start, words=x[0], part=f"M{month}")] * month.isdigit()
        elif part_of_year(x) or last.part:
            near = not STOP.search(text, base.start, start)
            opens = base.first and LEADS.search(text[max(0, base.start - 5) : base.start])
            year = base if near or opens else NOW
            reach = _end_of_bracket(text, start, x.end())
            out.append(year._replace(start=start, words=x[0], reach=reach, part=part_of_year(x)))
    return out


def _end_of_bracket(text, start, end):
    """Where the brackets end that hold a time and more (扣除2022年的资金); infinite where there are none."""
    opened = text.rfind("(", max(0, start - INSERTED), start)
    closed = text.find(")", end, end + INSERTED)
    if opened < 0 or closed < 0 or ")" in text[opened:start] or "(" in text[end:closed]:
        return math.inf
    return math.inf if DATED.fullmatch(text[opened + 1 : closed]) else closed


def plan_span(nth):
    """First and last year of a five-year plan.

    Examples
    --------
    >>> plan_span("一"), plan_span("十四")
    ((1953, 1957), (2021, 2025))
    """
    n = int(to_number(nth))
    first = 1951 + 5 * n if n > 2 else 1948 + 5 * n  # three years lie between the second and the third
    return first, first + 4


def main_plan(title, text):
    """Years of the five-year plan that a text is about, as its title says or it says often, or None.

    Examples
    --------
    >>> main_plan("茶业“十四五”规划", "回顾“十三五”"), main_plan("茶业规划", "“十三五”期间")
    ((2021, 2025), None)
    """
    for words, often in ((title, 1), (text, OFTEN)):
        named = Counter(nth or quoted for nth, quoted in pattern("plan").findall(words))
        plan, n = max(sorted(named.items()), key=itemgetter(1), default=(None, 0))
        if n >= often:
            return plan_span(plan)
    return None


class Years(NamedTuple):
    """Years that the times of a document are resolved by.

    Its own; the one that 今年 means: a January issue that reviews 今年 means the year before; those of the
    five-year plan that it is about, which it calls 五年内; and what the second is inferred from.
    """

    year: int | None
    spoken: int | None
    plan: tuple | None = None
    evidence: str = "document"

    def of_part(self, part, headed=None):
        """Those of a part of a report: a review looks back on the year before, or on the one that its heading names.

        What the title of a report sums up is that of its review, and what is to be done is of the year after it.
        """
        if not part or self.year is None or (part == "review" and self.evidence == "title"):
            return self
        if self.evidence == "title" and self.year == self.spoken and headed is None:
            return self._replace(spoken=self.year + 1, evidence="part")  # 明年 is the same one
        review, year, spoken = part == "review", self.year, self.year - (part == "review")
        if headed and headed.part and (headed.first == year or headed.first is headed.shift is None):
            # a report on half of the year
            return self
        named = headed.first if headed and headed.is_year() else None
        if named and (named < spoken or named == spoken + review):
            year, spoken = min(year, named + review), named  # it was published late
        return self._replace(year=year, spoken=spoken, evidence="part" if review else self.evidence)


def resolve(time, years):
    """Period of an expression of time: "2021", "2016-2020", "2021Q1", or None where the document has no year.

    Examples
    --------
    >>> resolve(find_times("去年7月起")[0], Years(2021, 2021))
    '2020'
    >>> resolve(find_times("五年内新建铁路")[0], Years(1955, 1955, plan_span("一")))
    '1953-1957'
    >>> resolve(find_times("今年一季度产值3亿元")[0], Years(2021, 2021))
    '2021Q1'
    """
    first, last, shift = time.first, time.last, time.shift
    year, spoken, plan, _ = years
    if plan and shift and plan[0] <= (spoken or 0) and pattern("five years").match(time.words):
        (first, last), shift = plan, None
    if first is None and shift is None:
        first = last = spoken
    if first and not last:
        last = spoken and max(first, spoken)
        first = last and first  # 2018年以来, in a text without a year
    if shift is None:
        return (first or None) and (f"{first}{time.part}" if first == last else f"{first}-{last}")
    if year is None:
        return None
    if isinstance(shift, tuple):
        return f"{year + shift[0]}-{year + shift[1]}"
    base = year if shift and time.words != "上年" else spoken  # of the year that is reviewed
    return f"{base + shift}{time.part}"


def times_of_headings(blocks, title):
    """By block, the time of its heading or of a review of a plan above it, else the part of a year in the title."""
    titled = [t for t in find_times(HALF.sub("上半年", read_plain(title))) if t.part]
    top = {0: titled[0]} if len(titled) == 1 else {}  # times of the headings above, by their levels
    heads, found = dict(top), {}
    for a, b in pairwise([None, *blocks]):
        if b.kind == "title" or (a is not None and getattr(a, "part", None) != getattr(b, "part", None)):
            heads = dict(top)
        section = getattr(b, "section", None) or ""
        back = b.kind == "paragraph" and "目标" not in section and looks_back(section)
        if back and (m := pattern("plan gone by").match(read_plain(b.text))):  # holds up to the next heading
            heads[LOWEST] = find_times(m[0])[0]
        if b.kind == "heading":
            heads = {level: t for level, t in heads.items() if level < b.level}
            if time := _time_of_heading(b, top.get(0)):
                heads[b.level] = time
        found[b.block] = heads[max(heads)] if heads else None
    return found


def _time_of_heading(heading, titled):
    """The one time that a heading names, a part of a year without one in that of the title; or None."""
    times, back = find_times(YEAR_ALONE.sub(r"\1年", read_plain(heading.text))), looks_back(heading.text)
    if len(times) != 1 or (heading.part == "plan" and back):
        return None
    time = times[0]
    if time.part and titled and time.first is time.shift is None:  # 一、上半年工作情况
        return time._replace(first=titled.first, last=titled.last)
    aims = heading.part == "plan" and pattern("plan's aims").search(heading.text)  # “十四五”时期主要目标
    aims = aims or (heading.part != "plan" and back and pattern("plan gone by").search(heading.text))
    before = heading.part is None and back and time.shift == -1  # 去年计划执行情况
    return time if (aims or time.is_year()) and (time.first or time.part or before) else None


@lru_cache
def last_year(period):
    """The year that a period ends in.

    >>> last_year("2016-2020"), last_year("2021M01-05")
    (2020, 2021)
    """
    return int(FOUR.findall(period)[-1])
