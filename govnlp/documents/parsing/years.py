"""The year in which a text speaks: stated by a date, else inferred, with the words that show it."""

import re
from collections import Counter

from govnlp.documents.parsing.congresses import year_after_session, year_of_session
from govnlp.documents.parsing.openings import (
    BARE_YEAR,
    OPENINGS,
    YEAR_END,
    held_in,
    year_after_estimate,
    year_after_recalled,
    year_of_opening,
)
from govnlp.documents.parsing.policy import KINDS
from govnlp.text import find_dates, half_width

FIRST, LAST = 1949, 2049
AHEAD = re.compile(r"(?:到|至|争取|力争|规划|展望|目标|—|-|~|～)\s?(?:是|为)?$")
BASE = re.compile(r"(?:比|较|同|与|自|从|自从|早在|始于|截至|回到)\s?$")
SINCE = re.compile(
    r"^(?:\d{1,2}月)?(?:\d{1,2}日)?[^，。,;；]{0,14}(?:以来|同期|同比|之前|以前|起[，,])|^的\s?\d[\d.]*余?(?:倍|[%％])"
)
SPOKEN = re.compile(r"(?:预计|预期|今年|本年度?|刚刚过去的|即将过去的|回望|站在|进入|跨入|告别)[（(]?$")
DONE = re.compile(r"^[^，。,;；]{0,14}(?:建成|投用|投产|完工|竣工|交付|通车|开通|启用|开业|投入)")
PLANNED = re.compile(
    r"^(?:年度|度|第\d+[期号]|[，,]?(?:你们?|您|贵[省市区县局])(?:将|准备|打算|计划|如何|怎样|有哪些|有什么)|[，,]?[一-鿿]{0,8}(?:计划|预计|拟|将|安排|预算|要点|工作方案|方案|工作思路|工作会议|任务书)|《?政府工作报告[^，。；]{0,24}解读)"
)
ITS_YEAR = re.compile("^是[^。；]{0,30}?(?:开局|起步|收官|关键|决胜|攻坚)[一-鿿]{0,4}之年")  # said in it
AIM = re.compile(
    "^[，,]?[一-鿿]{0,8}(?:力争|争取)|^[远愿]景|^[底末]?(?:之|以)?前(?:全[部面])?(?:完成|完工|建成|竣工|通车|投产|投用)"
)  # a year by which something shall be done
RANGE = re.compile(r"从\s?(?:19|20)\d\d年[^，。,]{0,6}到\s?$")
DEICTIC = re.compile("今年|去年|明年|前年|(?<![比较])上年|本月|本周|昨[日天]|日前|近日")
# behind a year in a heading: what the report looks back on, and what it plans
REVIEWED = re.compile(
    "度?(?:国内|政府|主要|全[省市区县州])*(?:工作)?(?:的)?(?:主要)?(?:回顾|总结|工作情况|(?<=工作)(?:成绩|成效))"
)
PLANNED_WORK = re.compile(
    "度?(?:政府|经济社会发展|全[省市区县州])*(?:的)?(?:工作|重点|主要|目标|任务|发展|总体)(?!回顾|总结|情况)"
)
AUDITED = re.compile("年度.*预算执行.*审计.{0,4}报告$")  # made in the year after the one that it audits
REPORTED = re.compile("(?:报告|回顾|总结)$")  # before a year in a heading: 首先报告2001年的工作
SPEECH = re.compile("[^，。；]{0,30}(?:会议?上|代表大会)|[）)]?$")  # behind the day of a report
RESULT = re.compile("比(?:上一?|去|前一?)年(?:同期)?[^，。；]{0,6}[增减提下降翻长]")
CLOSED = re.compile("预计[^。；]{0,40}(?:是|比)(?:19|20)\\d\\d年")  # behind a year that is nearly over
EXPECTED = re.compile("将|预计|计划|力争|要|可以|开始|上半年|季度|^到|^[—-]")
CLAUSES = re.compile("[。；;]")
LATE = 11  # month: who reports in the last weeks of a year reviews that year and plans the next
NEXT_YEAR = re.compile("(?<!为)明年[^，。；]{0,12}(?:工作|任务|要求|目标|安排)")
ESTIMATED = re.compile("预计[^，。；]{0,14}(?:今年|全年)|(?:今年|全年)[^，。；]{0,6}预计")
OPENED = 1500  # characters in which a report says before whom it is given
SPEECH_LINES = 12  # lines of the head among which that day stands
DRAFTED = re.compile(  # 编制“十四五”规划; plans of a trade that are done (编制了) come later
    '(?:编制|谋划|起草)(?![了《]|实施)[^，。,;；《]{0,8}[“"]?十([一二三四五])五[”"]?[^，。,;；]{0,8}规划'
    '|[“"]?十([一二三四五])五[”"]?[^，。,;；]{0,8}规划(?:的?编制(?!实施)|谋划|起草)'
)
A_PLAN = '[“"]?十([一二三四五]?)五[”"]?'
THIS_YEAR_OF = f'今年是[^，。；“"]{{0,12}}{A_PLAN}[^，。；]{{0,8}}'
OF_PLANS = (  # what is said in a year of a five-year plan, and that year of the eleventh
    (re.compile(THIS_YEAR_OF + "(?:开局|起步|第一|首)之?年"), 2006),
    (re.compile(THIS_YEAR_OF + "(?:收官|最后一)之?年"), 2010),
    (re.compile(f"刚刚过去的{A_PLAN}(?:时期|期间|规划)"), 2011),
    (re.compile(f"审查[^，。；]{{0,12}}{A_PLAN}规划纲要[（(]?草案"), 2006),
)
# “2021望溪书展”明天开幕: an event that is named by its year
NAMED = re.compile(
    '[“"]((?:19|20)\\d\\d)(?!年)[一-鿿]{3,14}[”"](?:将于|于|在)?(?:今[天日]|明[天日]|昨[天日]|近日|日前)'
)
# 庆祝改革开放40周年: of that year, but no speech at its ceremony
JUBILEE = re.compile(r"(改革开放|国成立|建国|党成立|建党)(1?\d\d)周年(?![^，。；、]{0,4}(?:大会|讲话))")
BEGAN = {"改革开放": 1978, "国成立": 1949, "建国": 1949, "党成立": 1921, "建党": 1921}
OF_A_YEAR = re.compile(
    "总结|报告|公报|计划|要点|预算|决算|大事记|年鉴|季度|半年|^(?!.*(?:纪念|庆祝|周年)).*会议?上的.{0,4}(?:讲话|致辞|发言)"
    rf"|^(?:19|20)\d\d年.*(?:{KINDS}|政策|[措举]施)$"
    r"|^(?:19|20)\d\d年.*(?:补[贴助]|标准|政策|申报|奖励|招生|缴费).*[?？]$"
    r"|^(?=.*(?:[情简概]况|数据|指标|分析)).*年\d{1,2}(?:[-—–~～至到]\d{1,2})?月(?!\d)"
)  # in a title, what is about one year
AIMED = re.compile("远景|愿景|目标|底?前|以[前来]")  # behind a year in a title that is not its own
CONVENED = re.compile(  # news of a session, which looks back on the year before
    "(?:人大|政协|人代会|[两全]会|会议|大会)[^，。]{0,16}(?:开幕|闭幕)"
)
HINT = re.compile(r"年|[12]\d{3}")  # without which a text names no year
WHOLE = 200_000  # characters of a text that are read


def infer_year(texts, title=None):
    """Year in which a text without a date speaks, and the words that show it.

    Parameters
    ----------
    texts : iterable of str
        Lines of content.
    title : str, optional
        Title of the document.

    Returns
    -------
    (int, str), or (None, None) where the evidence is weak

    Notes
    -----
    A full date, a year that is estimated or planned for (预计2021年, 2017年度) or called its own (2020年是关键之年),
    that of an issue (2018年第1期) and the end of a span (从1958年到2019年) show when a text speaks; the latest counts.
    So does the first or the last year of a five-year plan, where it is this one (今年是“十四五”开局之年), and the one
    after a plan that has just ended. Years that it compares with (比2019年, 2019年同期, 2020年以来) or looks ahead to
    (到2025年, 2025年力争) don't. Other years are history as a rule: they count where the text names the latest of
    them more than once, and has no word such as 去年 for its own time or names this year in its title. A text that
    names no year but speaks of drafting a five-year plan (编制“十四五”规划) is of the year before it begins; that of
    a jubilee (改革开放40周年) counts, too. A title that is about a year or some of its months (2021年工作总结,
    2021年1-5月运行情况) names it where no later one is shown; else the first sentence may (截至2021年8月底), or the
    charts of a text about a whole year.

    Examples
    --------
    >>> infer_year(["炉子1964年点火。", "预计2021年全区新增绿地五处，到2025年再增十处。"])
    (2021, '预计2021年全区新增绿地五处')
    >>> infer_year(["炉子1964年点火，去年熄了。"])
    (None, None)
    """
    firm, plain, words, near, left, draft = Counter(), Counter(), {}, False, WHOLE, None
    texts = list(texts)
    for text in texts:
        draft = draft or DRAFTED.search(text[:left]) or JUBILEE.search(text[:left])
        near = near or bool(DEICTIC.search(text[:left]))
        for year, sure, quote in mentions(text[:left]):
            (firm if sure else plain)[year] += 1
            words.setdefault((year, sure), quote)
        for year, quote in _years_of_plans(text[:left]):
            firm[year] += 1
            words.setdefault((year, True), quote)
        left -= len(text)
        if left <= 0:
            break
    best, latest = max(firm, default=0), max(plain, default=0)
    if latest > best:
        titled = any(day.year == latest for day in find_dates(title or ""))
        if plain[latest] > 1 and (titled or not (near or CONVENED.search(title or ""))):
            after = year_after_recalled(texts)
            return after if after and after[0] > latest else (latest, words[latest, False])
        best, draft = 0, None
    if draft and not best:
        drafted = 2005 + 5 * "一二三四五".find(draft[1] or draft[2])
        return BEGAN[draft[1]] + int(draft[2]) if draft.re is JUBILEE else drafted, draft[0]
    if best - 1 == latest and held_in(texts) in YEAR_END:
        return latest, words[latest, False]
    found = (best, words.get((best, True)))
    if OF_A_YEAR.search(title or ""):  # 2020年计划执行情况与2021年计划
        found = max(found, _year_of_title(title), key=lambda x: x[0] or 0)
    if not found[0]:
        opened = year_of_opening(texts, title or "")
        found = opened or next(filter(None, (form(texts) for form in OPENINGS)), None)
    return found if found and found[0] >= latest else (None, None)


def _years_of_plans(text):
    """Years that the plans and events show of which a text speaks as of its own time, with the words."""
    for form, year in OF_PLANS:
        for found in form.finditer(text):
            yield year + 5 * "一二三四五".find(found[1] or "〇"), found[0]
    yield from ((int(x[1]), x[0]) for x in NAMED.finditer(text))


def _year_of_title(title):
    """The latest year of a title (2020年执行情况与2021年计划) that ends no span, and the words; or two None."""
    title = BARE_YEAR.sub(r"\g<0>年", title or "")
    days = [x for x in find_dates(title) if not x.day and not AIMED.match(title[x.end :])]
    ahead = (re.sub("截[至止]到?$", "", half_width(title[: x.start])) for x in days)
    years = [x for x, before in zip(days, ahead, strict=True) if not AHEAD.search(before)]
    last = max(years, key=lambda x: x.year, default=None)
    return (last.year, text_of(title, last)) if last else (None, None)


def mentions(text):
    """(year, whether it shows when the text speaks, words) of the years in a text, base years left out."""
    out, plain = [], half_width(text)
    for found in find_dates(text) if HINT.search(text) else ():
        before, after = plain[max(0, found.start - 14) : found.start], plain[found.end : found.end + 30]
        year = found.year + (before.endswith("刚刚过去的") and after[:1] in set("，,。"))
        span = bool(RANGE.search(before))
        if not FIRST <= year <= LAST or (AHEAD.search(before) and not span):
            continue
        aimed = AIM.match(after) and not SPOKEN.search(before)
        done = SPOKEN.search(before) and DONE.match(after)
        if aimed or done or BASE.search(before) or SINCE.match(after):
            continue
        own = ITS_YEAR.match(after) and "明年" not in text
        sure = span or bool(found.day or SPOKEN.search(before) or PLANNED.match(after) or own)
        out.append((year, sure, text[max(0, found.start - 2) : found.end + 8]))
    return out


def year_of_report(title, headings, head, review, texts):
    """Year of a work report, and the words that show it.

    Parameters
    ----------
    title : str or None
    headings : list of str
        Headings of the first level.
    head : list of str
        The lines of its head: who speaks where and when.
    review, texts : list of str
        Lines of the part that looks back, and of all content.

    Returns
    -------
    (int, str) or (None, None)

    Notes
    -----
    In this order: the later of two years in the title; the day of the speech; the year in the title, or the one after
    it where the title calls it looked back on (2020年工作回顾) or audited; the year after the one that a heading
    reviews; the one whose work a heading plans; the session of the National People's Congress before which it is
    given, or that it calls last year's or this year's; the year after the latest that the review names often or whose
    results the text gives. A report of November or December is of the year that comes, where a heading reviews the
    year of the day or plans the next, or the text estimates the whole year or plans 明年.

    Examples
    --------
    >>> year_of_report(None, ["一、二〇二〇年工作回顾"], [], [], [])
    (2021, '二〇二〇年工作回顾')
    >>> year_of_report(None, [], ["1987年3月2日在云岭市人民代表大会上"], [], [])
    (1987, '1987年3月2日在云岭市人民代表大会上')
    """
    titled = _year_of_title(title)
    if titled[0] and len({x.year for x in find_dates(title)}) > 1:
        return titled
    for text in head[:SPEECH_LINES]:
        for day in find_dates(text):
            if day.day and SPEECH.match(text[day.end :]):
                ahead = day.month >= LATE and _year_ahead(day.year, headings, texts)
                return ahead or (day.year, text[day.start : day.start + 20])
    if titled[0]:
        recalled = "回顾" in titled[1] and next(iter(years_of_headings([titled[1]])), None)
        return recalled or (titled[0] + bool(AUDITED.search(title)), titled[1])
    if stated := years_of_headings(headings):
        return stated[0]
    found = year_of_session("\n".join(texts)[:OPENED]) or year_after_session(texts)
    found = found or _year_after_review(review) or _year_of_results(texts)
    return found or year_after_estimate(texts) or (None, None)


def text_of(text, day):
    """The words that show a year, from the year on."""
    return text[day.start : day.end + 8].strip()


def years_of_headings(headings):
    """The year after each that a heading reviews, then each that a heading plans, with the words."""
    dated = [(text, day) for text in headings for day in find_dates(text)]
    reviewed = [
        (day.year + 1, text_of(text, day))
        for text, day in dated
        if REVIEWED.match(text[day.end :]) or REPORTED.search(text[: day.start])
    ]
    return reviewed + [
        (day.year, text_of(text, day)) for text, day in dated if PLANNED_WORK.match(text[day.end :])
    ]


def _year_ahead(year, headings, texts):
    """The next year, where a report of the last weeks of one is about it, and the words; else None."""
    named = [(x.year, text_of(text, x)) for text in headings for x in find_dates(text)]
    for stated in years_of_headings(headings) + named:
        if stated[0] == year + 1:
            return stated
    words = (found for text in texts if (found := NEXT_YEAR.search(text) or ESTIMATED.search(text)))
    return next(((year + 1, found[0]) for found in words), None)


def _year_after_review(review):
    """The year after the latest that a review names more than once, and the words."""
    past = [(year, quote) for year, quote, _ in _past(review)]
    often = Counter(year for year, _ in past)
    past = [x for x in past if often[x[0]] > 1] or past
    return (max(past)[0] + 1, max(past)[1]) if past else None


def _year_of_results(texts):
    """The year after the latest whose results a text gives (比上年增长), and the words."""
    shown = [(year + 1, quote) for year, quote, clause in _past(texts) if RESULT.search(clause)]
    return max(shown, default=None)


def _past(texts):
    """Years of which a text does not say that they are still to come or the border of a span.

    Each with its words and with what is said of it, up to the end of the sentence or the next year.
    """
    for text in texts:
        days = find_dates(text) if HINT.search(text) else []
        for day, following in zip(days, [*(x.start for x in days[1:]), len(text)], strict=False):
            before = half_width(text[max(0, day.start - 14) : day.start])
            clause = CLAUSES.split(text[day.end : min(following, day.end + 60)])[0]
            plain = not AHEAD.search(before) and not BASE.search(before) and FIRST <= day.year <= LAST
            if plain and not EXPECTED.search(clause) and not SINCE.match(text[day.end :]):
                yield day.year, text_of(text, day), clause
