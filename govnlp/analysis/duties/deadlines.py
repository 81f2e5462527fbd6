"""Deadlines: the day on which something must be done, from the words that a text has for it."""

import re
from calendar import monthrange

import pandas as pd

YEAR = r"(?P<year>(?:19|20)\d\d|今|本|当|明|次)年度?"
MONTH = r"(?P<month>1[0-2]|0?[1-9])月份?"
TILL = "(?:以?前|之前|止|内)"
RULES = [
    (rf"(?:{YEAR})?{MONTH}(?P<day>3[01]|[12]\d|0?[1-9])[日号]{TILL}", "day"),
    (rf"(?:{YEAR})?{MONTH}[底末下]旬?{TILL}?", "month"),
    (rf"(?:{YEAR})?{MONTH}上旬{TILL}?", "ten"),
    (rf"(?:{YEAR})?{MONTH}中旬{TILL}?", "twenty"),
    (rf"(?:{YEAR})?{MONTH}(?:以前|之前|前)", "before_month"),
    (
        rf"(?:{YEAR})?第?(?P<quarter>[一二三四1-4])季度(?:[末底]{TILL}?|{TILL}|(?=完成|建成|启动|开工|投用))",
        "quarter",
    ),
    (rf"(?:{YEAR})?上半年(?:{TILL}|(?=完成|建成|启动|开工|投用))", "half"),
    (rf"{YEAR}年?[底末]{TILL}?", "year"),
    (rf"(?<![\d一二三四五六七八九十两几数少往近])(?:年底(?!数)|年末|岁末|年内){TILL}?", "year"),
    (rf"{YEAR}内", "year"),
    (rf"{YEAR}(?:以前|之前|前)", "before_year"),
    (rf"(?:到|至|力争|争取){YEAR}(?![\d一-鿿]{{0,3}}[月初])", "year"),
    (r"“?十(?P<plan>[二三四五六])五”?(?:时期|期间|期)?末", "plan"),
]
"""Wordings, and what the date is: the last day of what is named, or, with 前 after a month or a year or after its first
day, the day before it."""
TIMED = re.compile("[月季年岁末]")
"""One of these is in every wording."""
COMPILED = [(re.compile(pattern), kind) for pattern, kind in RULES]
DAY = "(?:" + re.sub(r"\(\?P<\w+>", "(?:", "|".join(pattern for pattern, _ in RULES)) + ")"
LEADING = re.compile(f"(?:(?:并|要)?(?:在|于|到)?{DAY}[，,]?)?")
"""A deadline at the head of a clause."""
SINCE = re.compile(r"(?:截至|截止到?|自|从|始于|早于|每年)$|期限?[自从][^，。；]{0,24}$")
"""What makes a date a beginning, a state reached or the end of a term (使用期限自启用之日起至2047年6月30日止)."""
NUMBER = r"[一二三四五六七八九十两\d]{1,3}"
EVENT = r"(?:(?:自|从|在|于)[^，。；、]{1,16}?(?:后|起|前)的?|[^，。；、应当须要由的]{1,8}后)"
RELATIVE = re.compile(
    rf"每[年月季周][^，。；]{{0,8}}?(?:[日底月末]前|末(?!端))|{EVENT}?(?<![近续]){NUMBER}个?(?:工作日|自然日|日|天|小时|月|周|年)(?:之内|以内|内)"
    "(?!不得|不能|不准|禁止|累计|有|未|获|取得|可)"
)
"""Terms counted from an event, or that come back: words without a day; a term of a ban (三年内不得) is none."""
MEASURED = re.compile("(?:压缩|缩短|压减|控制|减少|降低|延长|提速)[至到在为]$|(?:毕业|离校|入职)$")
"""What makes a term a measure (办理时间压缩至5个工作日内) or an age (毕业5年内)."""
FIRST_PLAN = {"二": 2015, "三": 2020, "四": 2025, "五": 2030, "六": 2035}
ENDS = {"year": (0, 12, 31), "half": (0, 6, 30), "before_year": (-1, 12, 31)}
QUARTERS = {"一": 1, "二": 2, "三": 3, "四": 4}


def find_deadline(text, issued=None):
    """The deadline that a sentence states.

    Parameters
    ----------
    text : str
    issued : Timestamp or int, optional
        Day or year of the document: a month without a year lies after it, and what lies before it is no deadline.

    Returns
    -------
    tuple of (Timestamp or NaT, str or None)
        The last day, and the words for it. Relative terms (20个工作日内) have words and no day.

    Examples
    --------
    >>> issued = pd.Timestamp(2025, 3, 4)
    >>> said = "6月底前完成", "年内建成", "到2027年达到八成", "2026年1月1日前"
    >>> [str(find_deadline(x, issued)[0])[:10] for x in said]
    ['2025-06-30', '2025-12-31', '2027-12-31', '2025-12-31']
    >>> find_deadline("受理后20个工作日内办结", issued)
    (NaT, '受理后20个工作日内')
    """
    for start, end, kind, found in _candidates(text):
        clause = re.split("[，。；：]", text[end:])[0]
        if re.search("的$", clause) and len(clause) < 12:  # 2015年底前参加工作的: who, not by when
            continue
        day = _day(kind, found, issued)
        if day is not None and not _past(day, issued):
            return day, text[start:end].strip("，")
    relative = next((m for m in RELATIVE.finditer(text) if not MEASURED.search(text[: m.start()])), None)
    return pd.NaT, relative[0] if relative else None


def _candidates(text):
    """Matches in order of place, the longest first; of what overlaps the first rule's."""
    found, taken = [], set()
    for pattern, kind in COMPILED if TIMED.search(text) else ():
        for match in pattern.finditer(text):
            places = set(range(*match.span()))
            if places & taken or SINCE.search(text[: match.start()]):
                continue
            taken |= places
            found.append((*match.span(), kind, match.groupdict()))
    return sorted(found, key=lambda row: row[0])


def _year(word, issued):
    """The year that a word means; None where the document's own is needed and not known."""
    own = issued.year if isinstance(issued, pd.Timestamp) else issued
    if word and word.isdigit():
        return int(word)
    return None if own is None else own + (word in ("明", "次"))


def _day(kind, found, issued):
    """The last day."""
    if kind == "plan":
        return pd.Timestamp(FIRST_PLAN[found["plan"]], 12, 31)
    year = _year(found.get("year"), issued)
    if year is None:
        return None
    if kind in ENDS:
        return pd.Timestamp(year + ENDS[kind][0], *ENDS[kind][1:])
    if kind == "quarter":
        month = 3 * QUARTERS.get(found["quarter"], 0) or 3 * int(found["quarter"])
        return pd.Timestamp(year, month, monthrange(year, month)[1])
    month = int(found["month"])
    last = monthrange(year, month)[1]
    days = {"month": last, "ten": 10, "twenty": 20, "before_month": 1}
    number = int(found["day"]) if kind == "day" else days[kind]
    if number > last:
        return None
    day = pd.Timestamp(year, month, number)
    if kind == "before_month" or (kind == "day" and number == 1 and found["month"]):
        day -= pd.Timedelta(days=1)
    if not found.get("year") and _past(day, issued):
        day = day.replace(year=day.year + 1, day=min(day.day, monthrange(day.year + 1, day.month)[1]))
    return day


def _past(day, issued):
    if issued is None:
        return False
    return day < issued if isinstance(issued, pd.Timestamp) else day.year < issued
