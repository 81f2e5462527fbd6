"""The time that a statement speaks of, resolved against the year of its document, with the words that say so."""

import re

from govnlp.analysis.indicators.labels import in_title
from govnlp.numerals import to_number

SHIFTS = {
    "今年": 0,
    "本年": 0,
    "年内": 0,
    "去年": -1,
    "上年": -1,
    "前年": -2,
    "明年": 1,
    "后年": 2,
    "过去一年": -1,
    "过去的一年": -1,
}
PLANS = {
    "六五": (1981, 1985),
    "七五": (1986, 1990),
    "八五": (1991, 1995),
    "九五": (1996, 2000),
    "十五": (2001, 2005),
    "十一五": (2006, 2010),
    "十二五": (2011, 2015),
    "十三五": (2016, 2020),
    "十四五": (2021, 2025),
    "十五五": (2026, 2030),
}
TIMES = re.compile(
    r"(?=[\d两二三四五六七八九十从自今本去前明后过上近未“])(?:"  # fails at once where no expression can begin
    r"(?P<from>(?:19|20)\d\d)(?:年)?(?:-|—|–|－|至|到)(?P<to>(?:19|20)\d\d)年"
    r"|(?:从|自)?(?P<year>(?:19|20)\d\d)年"
    r"|(?P<relative>今年|本年(?!度)|去年|前年|明年|后年|过去的?一年|(?<![比较])上年(?!度))"
    r"|(?P<past>(?P<n>[两二三四五六七八九十]|\d{1,2})(?:个)?年(?:来|以来|累计|间)|(?:过去的?|近)(?P<m>[两二三四五六七八九十]|\d{1,2})年|(?:^|(?<=[。;,:\n]))(?P<o>[两三四五])年[内中](?=[,一-鿿]))"
    r"|(?:今后|未来)(?P<ahead>[两二三四五六七八九十]|\d{1,2})年"
    r"|“?(?P<plan>十[一二三四五]五|(?<=“)[六七八九十]五(?=”))”?(?=期间|时期|以来|末|前|后))"
)
DAY = "(?:\\d{1,2}月)?(?:\\d{1,2}日)?"
OF_A_LIFE = re.compile(  # 1949年1月1日至1953年12月31日出生的
    f"{DAY}(?:[至到—-](?:(?:19|20)\\d\\d年)?{DAY})?(?:及?以前|之前|前|及?以后|之后|后|期间)?(?:出生|参加工作|入伍|退休)"
)
COMPARED_WITH = re.compile("的(?:近|约|超过?)?\\d+(?:\\.\\d+)?(?:多)?[倍%]|的[一二两三四五六七八九十]+倍")
NOT_A_PERIOD = re.compile(r"(?:比|较|同|与|于|对比|相比)$")


def find_times(text):
    """Expressions of time in a text: (start, first year or None, last year or None, shift or None, words).

    Years that something is compared with (比2016年, 较上年), years of birth and years in titles are left out.
    """
    times = []
    for m in TIMES.finditer(text):
        if NOT_A_PERIOD.search(text[max(0, m.start() - 2) : m.start()]):
            continue
        if text[m.start() - 1 : m.start()] in "是为至到" and COMPARED_WITH.match(
            text, m.end()
        ):  # 是1997年的2.3倍
            continue
        if in_title(text, m.start()) or OF_A_LIFE.match(text, m.end()):
            continue
        if m["from"]:
            times.append((m.start(), int(m["from"]), int(m["to"]), None, m[0]))
        elif m["year"]:
            times.append((m.start(), int(m["year"]), int(m["year"]), None, m[0]))
        elif m["past"] or m["ahead"]:
            n = int(to_number(m["n"] or m["m"] or m["o"] or m["ahead"]))
            times.append((m.start(), None, None, (0, n - 1) if m["ahead"] else (-n, -1), m[0]))
        elif m["plan"]:
            times.append((m.start(), *PLANS[m["plan"]], None, m[0]))
        else:
            times.append((m.start(), None, None, SHIFTS[m["relative"]], m[0]))
    return times


def resolve(time, year, spoken):
    """Period of an expression of time: "2021", "2016-2020", or None where the document has no year.

    `spoken` is the year that 今年 means: a January issue that reviews 今年 means the year before.

    Examples
    --------
    >>> resolve(find_times("去年7月起")[0], 2021, 2021)
    '2020'
    """
    _, first, last, shift, _ = time
    if shift is None:
        return str(first) if first == last else f"{first}-{last}"
    if year is None:
        return None
    if isinstance(shift, tuple):
        return f"{year + shift[0]}-{year + shift[1]}"
    return str(spoken if shift == 0 else year + shift)
