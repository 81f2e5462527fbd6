"""Copies: what a site prints long after its day, so that the day on the page dates nothing."""

import re

from govnlp.documents.parsing.days import HEAD
from govnlp.documents.parsing.furniture import OFFERED
from govnlp.documents.parsing.years import years_of_headings

OF_FILE = (  # what a site says of a file that it shares: its size and its pages
    re.compile(r"[一-鿿]{0,4}大小\s?:|\d[\d.]*\s?[KM]B?$"),
    re.compile(r"页数\s?:|\d+\s?页$"),
)
LATER = 2  # years: a page that prints a speech so long after the year that it plans is a copy


def is_shared(lines):
    """Whether a site prints the size and the pages of a file, or who uploaded it: its date is that of the upload."""
    head = [x.folded for x in lines[:HEAD] if x.kind in ("boilerplate", "page")]
    return any(map(OFFERED.match, head)) or all(any(map(form.match, head)) for form in OF_FILE)


def year_of_speech(headings, printed):
    """The year after the one that the headings of a speech review, long before that of its page; or None.

    >>> year_of_speech(["一、2010年工作成绩", "二、今年的任务"], 2021)
    (2011, '2010年工作成绩')
    """
    told = max(years_of_headings(headings), default=None)
    return told if told and told[0] + LATER < printed else None
