"""The year of a report by the session of the National People's Congress that it names."""

import re
from functools import cache

from govnlp.lexicons import lexicon_content
from govnlp.text import find_dates

SESSION = re.compile(
    "第?([一二三四五六七八九十]{1,3})届(?:全国人民代表大会|全国人大|人大)第?([一二三四五])次会议"
)
CONGRESS = re.compile(  # addressed as a whole, before its first session is over
    "向第?([一二三四五六七八九十]{1,3})届(?:全国人民代表大会|全国人大|人大)(?!第|[一二三四五]次)[^。]{0,6}?[作做提报]"
)
RECALLED = re.compile(f"(去年|今年)[^，。；]{{0,4}}?{SESSION.pattern}")
ADDRESSED = re.compile("现在|我代表|向大会|本次|这次|提请|(?<!工)[作做].{0,8}报告")


def year_of_session(opening):
    """Year of the session of the National People's Congress to which the opening of a report is addressed."""
    for clause in re.split("[。\n]", opening):
        found = SESSION.search(clause)
        if found is None and (congress := CONGRESS.search(clause)):
            year = sessions().get((congress[1], "一"))
            return (year, congress[0]) if year else None
        if found and ADDRESSED.search(clause) and not find_dates(clause[: found.start()]):
            year = sessions().get((found[1], found[2]))
            if year:
                return year, found[0]
    return None


def year_after_session(texts):
    """Year of a text that calls a session of the National People's Congress last year's or this year's."""
    for text in texts:
        for found in RECALLED.finditer(text):
            if year := sessions().get((found[2], found[3])):
                return year + (found[1] == "去年"), found[0]
    return None


@cache
def sessions():
    """Year of each session of the National People's Congress, by the numerals of congress and session."""
    years = lexicon_content("congresses.yaml")["years"]
    return {
        (congress, numeral): year
        for congress, held in years.items()
        for numeral, year in zip("一二三四五", held, strict=False)
    }
