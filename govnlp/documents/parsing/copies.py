"""Copies: what a site prints long after its day, so that the day on the page dates nothing."""

import re

from govnlp.documents.parsing.days import HEAD
from govnlp.documents.parsing.furniture import OFFERED
from govnlp.documents.parsing.years import years_of_headings

OF_FILE = (  # what a site says of a file that it shares: its size and its pages
    re.compile(r"[一-鿿]{0,4}大小\s?:|[•-]?\s?\d[\d.]*\s?[KM]B?[\s|]*$"),
    re.compile(r"页数\s?:|[•-]?\s?\d+\s?页[\s|]*$"),
)
# names that a site of samples has masked: **乡, XX街道, 20**年
MASKED = re.compile(
    r"(?<![*×])(?:[*×]{1,3}|[Xx]{2,3})(?=[省市区县州乡镇村局]|街道)|(?:19|20)[*×Xx]{2}年|[*×]{2}年"
)
MASK = re.compile("[*×Xx]")  # in every `MASKED`, and sought much faster
OF_TEACHER = re.compile(r".*作者\s?:\s?[一-鿿]老师")  # who writes samples
MASKS = 2
LATER = 2  # years: a page that prints a speech so long after the year that it plans is a copy


def is_shared(lines):
    """Whether a site prints the size and the pages of a file, who uploaded it, or a sample: its date is no other's."""
    head = [x.folded for x in lines[:HEAD] if x.kind in ("boilerplate", "page")]
    shared = any(map(OFFERED.match, head)) or all(any(map(form.match, head)) for form in OF_FILE)
    return shared or _is_sample(lines)


def _is_sample(lines):
    """Whether a text is a sample for others to copy: its names are masked, or a teacher is said to have written it."""
    texts = (x.folded for x in lines[:HEAD] if x.kind == "paragraph" and MASK.search(x.folded))
    masked = sum(len(MASKED.findall(text)) for text in texts)
    return masked >= MASKS or any(OF_TEACHER.match(x.folded) for x in lines[:HEAD] if x.kind == "dateline")


def year_of_speech(headings, printed):
    """The year after the one that the headings of a speech review, long before that of its page; or None.

    >>> year_of_speech(["一、2010年工作成绩", "二、今年的任务"], 2021)
    (2011, '2010年工作成绩')
    """
    told = max(years_of_headings(headings), default=None)
    return told if told and told[0] + LATER < printed else None
