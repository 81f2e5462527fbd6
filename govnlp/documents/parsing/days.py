"""The days of a document: when it was published, signed, adopted or last amended."""

import re
from itertools import pairwise

import pandas as pd

from govnlp.documents.parsing.formal import SIGNED
from govnlp.documents.parsing.furniture import ANY_DATE, ANY_DAY, DATE, DAY_ALONE
from govnlp.documents.parsing.genre import ARTICLE
from govnlp.documents.parsing.policy import iso_date
from govnlp.text import find_dates, fold

OWN_YEAR = re.compile(r"(?:19|20)\d\d")
TAIL_DATE = re.compile(rf"\s*{DATE}.{{0,20}}$")
ADOPTED = re.compile("通过|批准|公布|发布|修[订正]|颁布")
HEAD = 40  # lines in which a document says when it is of
WITHOUT_SIGN = re.compile(r"月\d{1,2}$")  # 2013年03月09
MEETING_TIME = re.compile(r"(?:会议|活动)?(?:时间|日期)\s?:")
OF_MEETING = re.compile("地点|主持|参[会加]|出席|会议")  # below the time of a meeting
# behind a date: the day of a session, of a vote, or from which something is in force
OTHER_DAY = re.compile(
    "[^。]{0,8}?(?:在[^。]{2,50}(?:会议?|大会|论坛|$)|[^。]{0,50}(?:会议?|大会)[^。]{0,40}(?:通过|批准|修[订正]|上)"
    "|起?(?:施行|生效))"
)
OTHER_LABEL = re.compile("(?:归档|废止|生效|失效|施行|实施|截止|采访|会议|活动)(?:时间|日期)\\s?:?\\s?$")
DATING = ("dateline", "title", "byline", "editor")  # kinds that say when a text was published
# of an electronic paper, of a system, of a bulletin
STAMP = re.compile(rf"{ANY_DATE}(?:[发公]布$|\s?星期[一二三四五六日天]\s?出版|T\d\d:)")
TWO_DIGITS = re.compile(r"^([0-4]\d-\d\d-\d\d)(?=\s\d\d?:\d\d)")  # 21-03-06 09:34
DAY_FIRST = re.compile(r"^(\d\d?)\.(\d\d?)\.((?:19|20)\d\d)(?!\d)")  # 07.03.2014
SLASH = re.compile("(?<=[年月])/(?=\\d)")  # 望溪日报/2021年/3月/6日


def day_of(text):
    """The day with which a text begins, or None."""
    iso = iso_date(text)
    return pd.Timestamp(iso) if iso else None


def says_when(text):
    """Whether a text that is given as a date holds a day, or begins with a year.

    >>> [says_when(x) for x in ("2021年3月4日", "2021年3月", "昨天")]
    [True, True, False]
    """
    return bool(iso_date(text) or OWN_YEAR.match(text))


def signed_on(lines, genre):
    """Date below an office that signs, or in brackets below the title of a policy document."""
    for before, line in pairwise(lines):
        if line.kind == "dateline" and DAY_ALONE.fullmatch(line.folded):
            bracketed = (
                genre == "policy_document" and line.folded[0] == "(" and before.kind in ("title", "dateline")
            )
            if before.why == SIGNED or bracketed:
                return day_of(line.folded.strip("() "))
    return None


def published_on(lines, signed, spoken):
    """Full date of a dateline, or the one that ends a headline.

    The day of a vote is not, nor is one that stands alone below the title of a speech or below a text that is signed.
    """
    below = False
    for line, following in zip(lines[:HEAD], [*lines[1:], None], strict=False):
        below = below or line.kind == "paragraph"
        if line.kind not in DATING and not STAMP.match(line.folded):
            continue
        if MEETING_TIME.match(line.folded) and following is not None and OF_MEETING.match(following.folded):
            continue
        folded = DAY_FIRST.sub(r"\3-\2-\1", TWO_DIGITS.sub(r"20\1", fold(line.text[:200])))
        folded = SLASH.sub("", folded)
        days = ANY_DAY.finditer(folded)
        found = next((x for x in days if not OTHER_LABEL.search(folded[: x.start()])), None)
        below_it = following.folded if following is not None else ""
        rest = found and (folded[found.end() :] + below_it * _is_open(line) or below_it)
        if not found or OTHER_DAY.match(rest):
            continue
        day = day_of(WITHOUT_SIGN.sub(r"\g<0>日", found[0].replace(" ", "")))
        own = signed is not None and day is not None and day <= signed and (below or folded[0] == "(")
        if DAY_ALONE.fullmatch(folded) and (spoken or own):
            continue
        if line.kind != "title" or TAIL_DATE.search(folded) or STAMP.match(folded):
            return day
    return None


def _is_open(line):
    """Whether a line ends within brackets, as in （2021年3月4日第十届 / 五次会议通过）."""
    return line.folded.count("(") > line.folded.count(")")


def version_of(lines):
    """Day on which a law was adopted or last amended: the latest that its head names before its first article."""
    days = []
    for line, following in zip(lines[:HEAD], [*lines[1:], None], strict=False):
        if ARTICLE.match(line.text):
            break
        if DAY_ALONE.fullmatch(line.folded) and (day := day_of(line.folded.strip("() "))):
            days.append(day.date().isoformat())
        text = line.text + following.text if following is not None and _is_open(line) else line.text
        head, first, _ = text.partition("第一条")
        dates = find_dates(head)
        for day, end in zip(dates, [*(x.start for x in dates[1:]), None], strict=False):
            said = head[day.end : end]
            if day.day and ADOPTED.search(said) and not said.startswith("起"):
                days.append(day.iso)
        if first:  # a law without line ends
            break
    return pd.Timestamp(max(days)) if days else None
