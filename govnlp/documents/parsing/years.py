"""The year in which a text speaks: stated by a date, else inferred, with the words that show it."""

import re
from collections import Counter

YEAR = re.compile(r"(?<![\d.])((?:19|20)\d\d)\s?年")
FIRST, LAST = 1949, 2049
AHEAD = re.compile(r"(?:到|至|争取|力争|规划|展望|目标|—|-|~|～)\s?(?:是|为)?$")
BASE = re.compile(r"(?:比|较|同|与|自|从|自从|早在|始于|截至|回到)\s?$")
SINCE = re.compile(r"^(?:\d{1,2}月)?(?:\d{1,2}日)?[^，。,;；]{0,14}(?:以来|同期|同比|之前|以前|起[，,])")
DAY = re.compile(r"^\d{1,2}月\d{1,2}日")
SPOKEN = re.compile(r"(?:预计|预期|今年|本年度?|刚刚过去的|即将过去的|回望|站在|进入|跨入|告别)[（(]?$")
DONE = re.compile(r"^[^，。,;；]{0,14}(?:建成|投用|投产|完工|竣工|交付|通车|开通|启用|开业|投入)")
PLANNED = re.compile(
    r"^(?:年度|度|第\d+[期号]|[，,]?[一-鿿]{0,8}(?:计划|预计|拟|将|力争|安排|预算|要点|工作方案|方案|工作会议|任务书))"
)
RANGE = re.compile(r"从\s?(?:19|20)\d\d年[^，。,]{0,6}到\s?$")
DEICTIC = re.compile("今年|去年|明年|前年|上年|本月|本周|昨[日天]|日前|近日")
REVIEWED = re.compile(r"((?:19|20)\d\d)\s?年?(?:度|政府|主要)*工作(?:的)?(?:回顾|总结|情况)")
DRAFTED = re.compile(  # 编制“十四五”规划; plans of a trade that are done (编制了) come later
    '(?:编制|谋划|起草)(?![了《]|实施)[^，。,;；《]{0,8}[“"]?十([一二三四五])五[”"]?[^，。,;；]{0,8}规划'
    '|[“"]?十([一二三四五])五[”"]?[^，。,;；]{0,8}规划(?:的?编制(?!实施)|谋划|起草)'
)
WHOLE = 200_000


def infer_year(texts):
    """Year in which a text without a date speaks, and the words that show it.

    Parameters
    ----------
    texts : iterable of str
        Lines of content.

    Returns
    -------
    (int, str) or (None, None)
        None where the evidence is weak.

    Notes
    -----
    A full date, a year that is estimated or planned for (预计2021年, 2017年度), that of an issue
    (2018年第1期) and the end of a span (从1958年到2019年) show when a text speaks; the latest of them counts.
    Years that it compares with (比2019年, 2019年同期, 2020年以来) or looks ahead to (到2025年) don't. Other
    years are history as a rule: they count where the text has no word such as 去年 for its own time and names
    the latest of them more than once. A text that names no year but speaks of drafting a five-year plan
    (编制“十四五”规划) is of the year before that plan begins.

    Examples
    --------
    >>> infer_year(["炉子1964年点火。", "预计2021年全区新增绿地五处，到2025年再增十处。"])
    (2021, '预计2021年全区新增绿地五处')
    >>> infer_year(["炉子1964年点火，去年熄了。"])
    (None, None)
    """
    firm, plain, words, near, left, draft = Counter(), Counter(), {}, False, WHOLE, None
    for text in texts:
        draft = draft or DRAFTED.search(text[:left])
        near = near or bool(DEICTIC.search(text[:left]))
        for year, sure, quote in mentions(text[:left]):
            (firm if sure else plain)[year] += 1
            words.setdefault((year, sure), quote)
        left -= len(text)
        if left <= 0:
            break
    best, latest = max(firm, default=0), max(plain, default=0)
    if latest > best:
        counts = plain[latest] > 1 and not near
        return (latest, words[latest, False]) if counts else (None, None)
    if draft and not best:
        return 2005 + 5 * "一二三四五".index(draft[1] or draft[2]), draft[0]
    return (best, words[best, True]) if best else (None, None)


def mentions(text):
    """(year, whether it shows when the text speaks, words) of the years in a text, base years left out."""
    out = []
    for found in YEAR.finditer(text):
        before, after = text[max(0, found.start() - 14) : found.start()], text[found.end() : found.end() + 30]
        year = int(found[1])
        span = bool(RANGE.search(before))
        if not FIRST <= year <= LAST or (AHEAD.search(before) and not span):
            continue
        if BASE.search(before) or SINCE.match(after) or (SPOKEN.search(before) and DONE.match(after)):
            continue
        sure = span or bool(DAY.match(after) or SPOKEN.search(before) or PLANNED.match(after))
        out.append((year, sure, text[max(0, found.start() - 2) : found.end() + 8]))
    return out


def year_of_report(sections, texts):
    """Year of a work report: that after the one it reviews, and the words that show it.

    Parameters
    ----------
    sections : iterable of str
        Titles and headings.
    texts : list of str
        Lines of its review.

    Returns
    -------
    (int, str) or (None, None)

    Examples
    --------
    >>> year_of_report(["一、2020年工作回顾"], [])
    (2021, '2020年工作回顾')
    """
    for text in sections:
        found = REVIEWED.search(text)
        if found:
            return int(found[1]) + 1, found[0]
    past = [(year, quote) for text in texts for year, _, quote in mentions(text)]
    often = Counter(year for year, _ in past)
    past = [x for x in past if often[x[0]] > 1] or past
    if not past:
        return None, None
    year, quote = max(past)
    return year + 1, quote
