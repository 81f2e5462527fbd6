"""Years that a title, a first sentence, the charts or the estimates of a text show, with the words."""

import re

from govnlp.text import find_dates, half_width

# at the end of a title: what comes out in the year after the one that it sums up
SUMMED_UP = re.compile(
    "(?:公报|大事记|年鉴|年度报告|年报|年度[一-鿿]{2,16}(?<!政府)(?<!重点)工作报告|总结|工作回顾|决算(?:公开)?(?:情况)?(?:说明|报告)?|(?:主要|经济|统计)(?:指标|数据|资料)"
    "|(?:运行|收支|完成|执行)情况)"
    "(?:[(（\\[].{1,8}[)）\\]]|\\s?(?:19|20)\\d\\d年?)?$"
)
LEAD = 5  # lines in which news say what happened
SENTENCE = 10  # characters; shorter lines are headlines
OPENS = re.compile(  # the first sentence of a text about a year
    "((?:19|20)\\d\\d)年(?:[，,][^。]{4,}|[一-鿿]{4,20}[，,]面对[^。]*)。"
)
# 图4：2017—2021年投资增速, of which the last year is that of a text about a whole year
CHART = re.compile(r"[图表]\s?\d{1,2}\s?[:：]?\s?(?:19|20)\d\d年?\s?[-—–~～至]{1,2}\s?((?:19|20)\d\d)年")
SUMMARY = re.compile(
    r"[^。，,；]{0,24}?((?:19|20)\d\d)年(?:度|全年|[上下]?半年)?[^。，,；\d]{0,6}总结(?!了|经验|会)"
)
TWO_YEARS = re.compile(
    r"((?:19|20)\d\d)年(?:政府)?(?:工作)?(?:的)?(?:回顾|总结)[^\d]{0,8}((?:19|20)\d\d)年(?:政府|工作|主要|重点|的)*(?:工作(?!会议)|任务|安排|目标|打算|总体思路)"
)
RECALLED = re.compile(
    r"回顾了?(?:过去的)?((?:19|20)\d\d)年(?!(?:\d|来|以来|至|到|—|-))[^。，；]{0,16}(?:工作|成绩|成就|情况|时)"
)
OVER = re.compile(  # said of a year in the first months of the next
    r"(?:^|[。；：])((?:19|20)\d\d)年[，,](?!.{0,16}将)[^。]{0,24}(?:共|累计|完成|受理|审结|办结|实现)[^。]{0,12}\d"
)
IN_SESSION = re.compile(
    r"(?:(?P<month>\d{1,2})月(?P<day>\d{1,2}日)?|\d{1,2}日)[^。]{0,16}[，,][^。]{0,30}(?:代表大会|人代会|党代会|人大|政协)[^。，]{0,20}(?:开幕|闭幕|召开|举行)"
)
YEAR_END = (
    "11",
    "12",
)  # months: a session of these looks back on the year that it is held in, or the one before
TOLD_OF = re.compile(  # news of a bulletin or of a conference on figures, in the first sentence
    r"[^。]{0,30}(?:发布|公布|召开|举行)[^。，]{0,12}?((?:19|20)\d\d)年[^。，]{0,24}(?:公报|(?:发布|通报)会|报告|数据|情况)|[^。，]{2,20}工作报告(?:指出|显示|提到)[，,]((?:19|20)\d\d)年[，,]"
)
HEADED = re.compile(
    r"[一二三四五六七八九十]、((?:19|20)\d\d)年(?:[上下]?半年|[一二三四]季度)?[^。，\d]{0,8}总结$"
    r"|[一二三四五六七八九十]、((?:19|20)\d\d)年(?:[上下]?半年|[一二三四]季度)[^。，\d]{0,8}(?:情况|回顾)$"
)
OWN = "|".join(
    f"(?<=本{x})" for x in "办法 条例 规定 细则 规则 通知 意见 方案 决定 措施 政策 标准 法".split()
)  # not 原办法
IN_FORCE = re.compile(
    rf"(?:(?<![一-鿿》])|{OWN})自((?:19|20)\d\d)年(\d{{1,2}})月\d{{1,2}}日起(?:正式)?(?:施行|实施|执行|生效)(?!以来|的)"
)
# 截至2015年8月底; a text that counts up to the end of a year may be of the next
ENTRY = re.compile(r"[【\[][^】\]]{2,20}[】\]]\s*((?:19|20)\d\d)年[，,]?")  # of a year-book
UP_TO = re.compile(r"(?:[一二三四五六七八九十\d]{1,2}[、.．])?截[至止]到?((?:19|20)\d\d)年(?!12月)\d{1,2}月")
CLOSED = re.compile("预计[^。；]{0,40}(?:是|比)(?:19|20)\\d\\d年")  # behind a year that is nearly over
OF_ALL = re.compile("全年|年末|年全[省市区县州]|比上年")  # in a text about a year that is over
SUMS_UP = re.compile("(?:总结|小结|汇报)(?:[(（].{1,8}[)）])?$")  # a title without a year
BARE_YEAR = re.compile(
    r"(?<=[(（])(?:19|20)\d\d(?=[)）])|(?<=[报鉴记结料据标]\s)(?:19|20)\d\d$|^(?:19|20)\d\d(?=[一-鿿])(?!年)"
)


def year_summed_up(title):
    """The one year that the title of a report of figures, a chronicle or a yearbook names, and the words; or None.

    >>> year_summed_up("云岭市2021年统计公报"), year_summed_up("云岭市2021年工作要点")
    ((2021, '2021年统计公报'), None)
    """
    titled = BARE_YEAR.sub(r"\g<0>年", title or "")
    years = [x for x in find_dates(titled) if not x.month] if SUMMED_UP.search(titled) else []
    return (years[0].year, titled[years[0].start : years[0].end + 8]) if len(years) == 1 else None


def year_of_opening(texts, title=""):
    """The year with which the first sentence of a text about a whole year, or of a summary, begins; or None.

    >>> year_of_opening(["2021年，全区上下同心，稳中有进。", "全年新增绿地五处。"])
    (2021, '2021年，全区上下')
    """
    first = next((x for x in texts if len(x) > SENTENCE and x[-1] == "。"), "")
    opens = OPENS.match(half_width(first).replace(",", "，"))
    whole = opens and (SUMS_UP.search(title) or any(map(OF_ALL.search, texts)))
    return (int(opens[1]), first[:10]) if whole else None


def year_of_summary(texts):
    """The year that a summary without lines of its own names at its head, and the words; or None.

    >>> year_of_summary(["柳湾镇2021年上半年总结2021年，我镇清渠。"])
    (2021, '柳湾镇2021年上半年总结')
    """
    found = SUMMARY.match(next(iter(texts), ""))
    return (int(found[1]), found[0][-20:]) if found else None


def year_of_session_news(texts):
    """The second of two years, of which news of a session say that one is looked back on and one planned; or None.

    >>> year_of_session_news(["报告分两部分：2020年工作回顾；2021年主要任务。"])
    (2021, '2020年工作回顾；2021年主要任务')
    """
    found = (x for text in texts if "回顾" in text or "总结" in text for x in TWO_YEARS.finditer(text))
    return next(((int(x[2]), x[0]) for x in found if int(x[1]) + 1 == int(x[2])), None)


def year_after_recalled(texts):
    """The year after the one on which news of a session of January to October look back, and the words; or None.

    >>> year_after_recalled(["3月2日，区人民代表大会会议开幕。", "在回顾2020年工作时，区长说水清了。"])
    (2021, '回顾2020年工作时')
    >>> year_after_recalled(["12月28日，区人民代表大会会议开幕。", "在回顾2020年工作时，区长说水清了。"])
    """
    held = held_in(texts)
    if held in (None, *YEAR_END):
        return None
    found = (x for text in texts if (x := RECALLED.search(text) or OVER.search(text)))
    return max(((int(x[1]) + 1, x[0]) for x in found), default=None)


def year_told_of(texts):
    """The year of the figures of which the first sentence tells, or that the first heading sums up; or None.

    >>> year_told_of(["近日，区教育局发布《2020年教育统计公报》。"]), year_told_of(["一、2021年上半年工作总结"])
    ((2020, '2020年教育统计公报'), (2021, '一、2021年上半年工作总结'))
    """
    first = next((x for x in texts if len(x) > SENTENCE), "")
    if headed := HEADED.match(first):
        return int(headed[headed.lastindex]), first
    found = TOLD_OF.match(first)
    group = found and found.lastindex
    return (int(found[group]), found.string[found.start(group) : found.end()]) if found else None


def held_in(texts):
    """The month of the session of which the first lines of news tell, "" where they name none; or None."""
    found = (IN_SESSION.search(half_width(x)) for x in texts[:LEAD])
    held = next((x for x in found if x), None)
    return held and (held["month"] or "")


def year_in_force(texts):
    """The year from a day of which rules are in force, and the words; or None.

    Those that are in force from January on were issued the year before.

    >>> year_in_force(["本办法自2021年3月1日起施行。"]), year_in_force(["本办法自2021年1月1日起施行。"])
    ((2021, '自2021年3月1日起施行'), None)
    """
    found = next((x for text in texts if "起" in text and (x := IN_FORCE.search(text))), None)
    return (int(found[1]), found[0]) if found and int(found[2]) > 1 else None


def year_of_charts(texts):
    """The last year of all charts of a text about a whole year, two at least, and the words; or None.

    >>> year_of_charts(["全年降雨30天。", "图1：2017—2021年雨日", "图2：2017—2021年雨量"])
    (2021, '图1：2017—2021年')
    """
    found = [x for x in map(CHART.match, texts) if x]
    same = len(found) > 1 and len({x[1] for x in found}) == 1 and any(map(OF_ALL.search, texts))
    return (int(found[0][1]), found[0][0]) if same else None


def year_up_to(texts):
    """The year of the day or month up to which the first sentence of a text counts, and the words; or None.

    >>> year_up_to(["截至2021年8月底，全区新增绿地五处。", "2019年只有两处。"])
    (2021, '截至2021年8月')
    """
    first = next((x for x in texts if x.endswith("。")), "")
    found = UP_TO.match(half_width(first))
    return (int(found[1]), first[: found.end()]) if found else None


def year_of_entry(texts):
    """The latest year with which an entry of a year-book begins, and the words; or None.

    >>> year_of_entry(["【沿革】 1949年，设县。", "【概况】 2003年，全县新增绿地五处。"])
    (2003, '【概况】 2003年，')
    """
    return max(((int(x[1]), x[0]) for x in map(ENTRY.match, texts) if x), default=None)


def year_after_estimate(texts):
    """The year after the latest whose figures a text estimates and compares with another's, and the words; or None.

    >>> year_after_estimate(["2008年预计产茶60吨，是2003年的两倍。", "2010年预计产茶70吨。"])
    (2009, '2008年预计产茶60吨，')
    """
    shown = (
        (day.year + 1, text[day.start : day.end + 8])
        for text in texts
        if "预计" in text
        for day in find_dates(text)
        if CLOSED.match(half_width(text[day.end :]))
    )
    return max(shown, default=None)


OPENINGS = (  # in this order
    year_of_session_news,
    year_after_recalled,
    year_of_charts,
    year_up_to,
    year_of_entry,
    year_of_summary,
    year_told_of,
)
