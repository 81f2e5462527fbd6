"""Parts of a work report: where the review of what was done ends and the plan of what is to be done begins."""

import re
from functools import cache
from itertools import accumulate, pairwise, product

from govnlp.documents.corpus import CONTENT, HEADINGS
from govnlp.documents.parsing.labels import MARKS
from govnlp.text import find_dates

# behind the name of a report, but not in a headline about one (政府工作报告更重实效)
ITS_NAME_ENDS = r"(?=\s*(?:$|[(（—–】》_|\]。:-]|,(?!是|为)|[\d一二三四五六七八九十]|全文|摘[要登]|讨论稿))"
# what a report calls itself in a line of its own, or how it begins; 陆远作政府工作报告 is news about one
REPORT = re.compile(
    r"^(?!.*(?:听取|审议|学习|讨论|解读|贯彻|落实|起草|征求|热议|读懂|速[读览递]|[图数]解|[图数]说|数读|一图|[亮看]点|聚焦|关注|(?<!工)[作做看]《?[^，。]{0,12}报告))"
    rf".*(?:政府|工作)(?:情况)?的?报告{ITS_NAME_ENDS}"
    r"|^各位代表|各位(?:副主任|委员)[^。]{0,20}[:!]|我受[^。]{2,24}委托|我谨?代表[^。]{2,24}(?:向大会|向会议|报告工作)"
    r"|(?:计划|预算)(?:[（(]?草案[）)]?)?的报告$|年(?:政府)?工作回顾$|工作[和与及、].{2,20}任务的报告"
    r"|工作(?:总结|情况)[和与及暨、].{2,20}工作(?:思路|安排|打算|计划)"
)
HINT = re.compile("报告|各位|委托|代表|工作[回总情]")  # in every `REPORT`, and sought much faster
TOLD = re.compile("作了?[^，。,]{0,6}工作报告》?[。，,;；]")  # news that tell what a report says
QUOTING = ("question", "answer", "caption", "boilerplate")  # kinds of lines that speak of a report at most
REVIEW = re.compile(
    r"回[顾顧]|成就|(?:过去|去年|以来|五年|一年|上年|[上前]半年|季度|年度?).{0,8}工作(?:情况|总结|回顾|主要成)|工作总结|工作(?:开展|进展|推进|落实)?情况$|(?:过去|去年|上年|以来|年来).{0,8}工作$|主要成就|(?:完成|执行|审计|检查|调查|办理|运行)情况"
)
PLAN = re.compile(
    r"安排|打算|建议|草案|工作计划|下半年|下一?(?:步|阶段)|考虑|任务|目标|(?:总体|工作|目标|今年|明年|今后|未来|下一步).{0,8}(?:要求|思路|部署|目标|重点)|今后|展望|奋斗目标"
    r"|今年.{0,4}工作"
)
WORK = re.compile(r"(?:重点|主要)工作|年(?:政府)?工作$")  # that was done, or that is to be done
NEXT = re.compile("^.{0,4}(?:下一?步|下一?阶段|下半年|明年|来年|今后)")
SUMMARY = re.compile(
    r"^(?!.*(?:半年|季度|月)).*(?:工作|年终|年度)总结(?:[(（].{1,12}[)）])?$"
)  # of a year, in a title
INTENDED = re.compile("工作的?(?:打算|思路|计划|安排|设想)$")
PLAN_SENTENCE = re.compile(
    r"(?:今年|明年|19\d\d年|20\d\d年|今后五年|今后一个时期|新的一年|下一步)[一-鿿]{0,8}(?:工作|发展)的?"
    r"(?:总体要求|总体思路|总体安排|基本思路|主要预期目标|预期目标|主要目标|奋斗目标|指导思想)"
)
# Alternatives that all begin with a character, and not with a class or a look behind, are sought twice as fast.
FIRM = re.compile(  # never said of what was done
    r"将(?<![即现]将)(?![近要军领士来])|要(?<![重主需只必]要)(?![求素点闻务道塞害是])|必须|预期(?:目标|增长|下降)"
    r"|今年(?!以来)|明年|计划(?=新|完成[^率情]|实现|达到)|下一步|今后"
)
AHEAD = re.compile(FIRM.pattern + "|力争|确保|争取|努力|左右|以上")
NUMBERED = ("增长", "下降", "达", "达到", "完成", "突破", "建成", "连续")
HOW = ("不断", "持续", "显著", "明显", "稳步", "有效", "全面", "进一步")
BETTER = "(?:提升|改善|增强|优化|提高|加强|扩大|好转)"
BEHIND = re.compile(
    "|".join(
        (
            "了|去年|过去|一年来|五年来|以来|上年|同比|累计|成功|荣获|获批|被评为|位居|首次|超额|圆满|成效",
            *(rf"{word}\d" for word in NUMBERED),
            *(word + BETTER for word in HOW),
        )
    )
)
YEAR_AHEAD = re.compile(r"(?:今年|明年|(?:19|20)\d\d年)是[^。]{2,40}(?:之年|一年|时期|关头)")
INTRODUCED = re.compile(  # what news say above the list of a report's targets
    r"^(?!.*(?:完成|实现|对照|围绕|年初|去年|取得|成[效绩就]|回顾)).*(?:提出|确定|明确|公布|部署)了?[^。；]{0,16}(?:(?:主要|重点|目标|工作)任务|(?:预期|发展|工作|主要|奋斗)目标)"
)
AIMS = re.compile(  # a line that is nothing but the label of targets: 2021年全县主要预期目标：
    r"(?=.{4})[■◆●]?(?:(?:19|20)\d\d年|[今明全]年|(?:今后|未来)[三五]年|“?十[一二三四五]五”?(?:时期|期间))?的?(?:[全我][省市区县州])?"
    r"(?:(?:国民)?经济(?:和?社会)?发展)?的?(?:主要|预期|总体|工作|奋斗|具体|发展)*目标(?:任务)?(?:如下|[是为])?[:：]?$"
)
TARGET = "目标"  # in each such label, and sought much faster
WORK_AHEAD = re.compile(
    "(?:(?:今年|明年|下一步)的?(?:重点|主要)|全年的?重点)工作(?:任务)?[:：]?$"
)  # below such a list
FIGURE, DONE = (
    re.compile(r"\d"),
    re.compile("[了已]|去年|上年|以来|同比|累计|超额|截[至止]|实际|完成(?:目标|任务|计划|预算)的"),
)
ITEMS = 2  # under one mark that make a list
HEADING, STATED = 0.5, 0.25  # what a heading of a plan, or the sentence that opens one, adds to a border
LONGEST = 24  # characters of the label of a list
BEGINNING = 24  # characters in which the first sentence of a plan says that it is one
HEAD = 30  # lines in which a text says what it is
OPENING = 200  # characters of a paragraph in which it says what it speaks of
SURE = 0.6  # of the gain, without any words for a border
NEAR = 0.12  # of the lines, from the last sentence on what was done to the heading of the plan
SLACK = 0.25  # of the gain that an earlier heading of a plan may lack


def parts(lines):
    """Part of a work report to which each line belongs: review, plan or None.

    A report is known by its title or its address to deputies, another text by headings that review one year and plan
    the next; news that tell what a report says have its parts, and so has the list of tasks that news introduce. The
    border is the place that parts sentences on what is to be done (将, 要, 今年) best from those on what was done
    (了, 去年, 增长3%), among headings and the sentences that state what is required of the year; those whose words
    say so count more.

    Examples
    --------
    >>> from govnlp.documents.parsing.rules import classify
    >>> from govnlp.documents.reading.source import Source
    >>> text = ["各位代表：", "一、2020年工作回顾", "修了三座桥。", "二、2021年工作安排", "再修两座。"]
    >>> parts(classify(Source("a", lines=text)))
    [None, 'review', 'review', 'plan', 'plan']
    """
    out = [None] * len(lines)
    start = _beginning(lines)
    top = [i for i, x in enumerate(lines) if i >= start and x.kind == "heading" and x.level in (None, 1)]
    told = any(TOLD.search(x.text[:OPENING]) for x in lines[:HEAD] if x.kind not in QUOTING)
    known = (
        told or is_report(lines) or _opens_with_plan(lines) or _sums_up(lines, [lines[i].text for i in top])
    )
    if not (known or _speaks_of_two_years([lines[i].text for i in top])):
        for i in _introduced(lines):
            out[i] = "plan"
        return out
    gain = cache(lambda: _gains(lines))  # a third of the time of this, and one report in four needs none
    words = _words_of_headings(lines, top, start, gain)
    plan = _border(lines, top, start, gain, words)
    review = next((i for i in top if words[i] < 0 and (plan is None or i < plan)), None)
    if plan is not None and review is None:
        review = next((i for i in top if i < plan), None)
    ahead = any(FIRM.search(x.text[:OPENING]) for x in lines[start:])
    ahead = ahead or any(
        PLAN.search(x.text) for x in lines[:start] if x.kind == "title"
    )  # ...和2021年预算草案的报告
    whole = plan is None and not ahead and is_report(lines)  # the copy ends before the plan
    if review is None and (plan or whole) and sum(_tense(lines[start:plan])) < 0:
        address = (i for i, x in enumerate(lines[:HEAD]) if x.text.startswith("各位代表"))
        review = min(next(address, start), plan or len(lines))
    if review is not None:
        end = plan if plan is not None else len(lines)
        out[review:end] = ["review"] * (end - review)
    if plan is not None:
        out[plan:] = ["plan"] * (len(lines) - plan)
    return out


def _beginning(lines):
    """First line of the text, below the title and what a page and its card print around it."""
    body = next((i for i, x in enumerate(lines) if x.kind == "heading" and x.marker), len(lines))
    title = max((i for i, x in enumerate(lines[: min(body, HEAD)]) if x.kind == "title"), default=-1)
    return next(
        (i for i in range(title + 1, len(lines)) if lines[i].kind in (*CONTENT, *HEADINGS)), len(lines)
    )


def is_report(lines):
    """Whether the head of a text calls it a report, or addresses deputies."""
    return any(map(is_of_report, lines[:HEAD]))


def is_of_report(line):
    """Whether a line names the report that it belongs to, or addresses the deputies."""
    if len(line.text) >= 80 or line.kind in QUOTING or not HINT.search(line.folded):
        return False
    return REPORT.search(line.folded) is not None


def _opens_with_plan(lines):
    """Whether a text begins within a report, with the sentence on what is required of the year."""
    first = next((x.text for x in lines if x.kind == "paragraph"), "")
    return PLAN_SENTENCE.search(first[:BEGINNING]) is not None


def _sums_up(lines, headings):
    """Whether a text is called a summary of a year, and one of its later headings opens what comes next."""
    titled = any(x.kind == "title" and SUMMARY.search(x.text) for x in lines[:HEAD])
    later = headings[1:]
    return titled and (any(map(NEXT.match, later)) or any(map(INTENDED.search, later[-1:])))


def _is_next(heading):
    """Whether a heading below 主要工作, which is then of the time before, opens what is to be done."""
    return bool(NEXT.match(heading) or INTENDED.search(heading))


def _speaks_of_two_years(headings):
    """Whether one of the widest headings reviews a year, and a later one plans the next (budgets, summaries)."""
    reviewed, planned, either = (
        [(i, day.year) for i, x in enumerate(headings) if words.search(x) for day in find_dates(x)]
        for words in (REVIEW, PLAN, WORK)
    )
    pairs = [*product(reviewed, planned + either), *product(either, planned)]
    return any(i < j and year + 1 == following for (i, year), (j, following) in pairs)


def _introduced(lines):
    """Items below a line that introduces targets or tasks of a report: under one mark (◆), or with a figure each."""
    ahead = -1  # the line behind the last such list
    for i, line in enumerate(lines[:-1], 1):
        mark, label = lines[i].text[0], _is_label(line, i - 1 == ahead)
        listed = mark in MARKS and (label or (line.kind == "paragraph" and INTRODUCED.match(line.text)))
        if not (listed or label):
            continue
        end = i
        while end < len(lines) and (lines[end].text[0] == mark if listed else _is_target(lines[end])):
            end += 1
        if end - i >= (1 if label else ITEMS):
            yield from range(i, end)
            ahead = end


def _is_label(line, below):
    """Whether a line is nothing but the label of targets, or below a list of them that of the work to be done."""
    if not (below or TARGET in line.text) or len(line.text) > LONGEST:
        return False
    if line.marker or line.kind not in (*CONTENT, *HEADINGS):
        return False
    announced = line.text[-1] in ":：" and INTRODUCED.match(line.text)
    return bool(announced or AIMS.match(line.text) or (below and WORK_AHEAD.match(line.text)))


def set_labels(lines):
    """Labels of targets (今年预期目标) below a title and above one of them open no article; in place."""
    titled = False
    for line, below in pairwise(lines):
        label = titled and line.kind == "head" and len(line.text) <= LONGEST and AIMS.match(line.text)
        if label and _is_target(below):
            line.become("heading", "it is the label of a list of targets")
        titled = titled or line.kind == "title"


def _is_target(line):
    """Whether a line below the label of targets holds one: a figure, and no word for what was done."""
    figure = line.kind in ("paragraph", *HEADINGS) and not line.marker and FIGURE.search(line.text)
    return bool(figure and not DONE.search(line.text[:OPENING]))


def _border(lines, top, start, gain, words):
    """First line of the plan, or None where nothing opens one."""
    stated = {
        i: STATED
        for i, x in enumerate(lines)
        if i >= start and i not in words and PLAN_SENTENCE.search(x.text[:OPENING])
    }
    places = {i: x for i, x in (stated | words).items() if x > 0}
    if len(places) == 1:
        return min(places)
    if not places:
        reviewed = max((i for i, x in words.items() if x < 0), default=start)
        return _border_by_tense(lines, top, reviewed, gain())
    best = max(places, key=lambda i: (places[i] + gain()[i], -i))
    good = (i for i in places if places[i] >= places[best] and gain()[i] >= gain()[best] - SLACK)
    return min(good)  # the tasks of five years, and those of the year below them, are one plan


def _border_by_tense(lines, top, start, gain):
    """Border by tense alone, moved to the heading that follows, or to the sentence on what the year will be."""
    best = max(range(start, len(lines)), key=lambda i: (gain[i], -i), default=None)
    if best is None or gain[best] < SURE or (balance := sum(_tense(lines[best:]))) < 0:
        return None  # nothing but a review has its last line for a plan
    if best == start:  # nothing was done above it, nor is to be done before the first line that says so
        best = next((i for i in range(start, len(lines)) if sum(_tense([lines[i]])) > 0), best)
    ahead = balance > 0 and any(FIRM.search(x.text[:OPENING]) for x in lines[best:])
    near = range(best, best + 1 + max(1, int(NEAR * len(lines))))
    opening = (i for i in near if i < len(lines) and YEAR_AHEAD.match(lines[i].text))
    if not ahead:  # lines without such a word at the end of a review are no plan
        return next(opening, None)
    return next((i for i in top if i in near), next(opening, best))


def _words_of_headings(lines, top, start, gain):
    """What the words of the widest headings say for a plan that begins there (below 0: they say that it does not)."""
    said = min((x.year for line in lines[:start] for x in find_dates(line.text) if x.month), default=0)
    dates = {i: [x.year for x in find_dates(lines[i].text) if not x.day] for i in top}  # a day is a session's
    years = {i: max(found) for i, found in dates.items() if found}
    latest = max(years.values(), default=0) if len(set(years.values())) > 1 else None
    out = {}
    for i in top:
        text = lines[i].text
        over = i in years and years[i] < (latest or said)
        reviewed = REVIEW.search(text) or (
            text.endswith("工作") and (over or any(j > i and _is_next(lines[j].text) for j in top))
        )
        work = WORK.search(text) and (i > top[0] or gain()[i] > gain()[start])  # below what was done
        planned = not reviewed and (
            PLAN.search(text) or work or (latest is not None and years.get(i) == latest)
        )
        out[i] = HEADING if planned else -1 if reviewed else 0
    return out


def _gains(lines):
    """How well each place parts what was done from what is to be done: 1 where nothing is amiss."""
    tense = _tense(lines)
    whole = sum(map(abs, tense)) or 1
    before = [0, *accumulate(tense)]
    return [(before[-1] - 2 * x) / whole for x in before[:-1]]


def _tense(lines):
    """How many more words of each line speak of what is to be done than of what was done."""
    texts = (x.text[:OPENING] for x in lines)
    return [len(AHEAD.findall(x)) - len(BEHIND.findall(x)) for x in texts]
