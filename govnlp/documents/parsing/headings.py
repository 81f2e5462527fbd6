"""Numbered headings: their levels, tables of contents, and the parts of a work report."""

import re
from itertools import pairwise

from govnlp.documents.parsing.lines import MARKERS, NUMERAL
from govnlp.text import squeeze

LAW_ARTICLE = re.compile(rf"第{NUMERAL}条")
LAW = 5
REPORT = re.compile(r"(?:政府|工作)报告|^各位代表|年(?:政府)?工作回顾$")
YEAR = re.compile(r"((?:19|20)\d\d)年")
REVIEW = re.compile(
    r"回顾|(?:过去|去年|以来|五年|一年|上年|年度?).{0,8}工作(?:情况|总结|回顾|主要成)|工作总结|主要成就"
)
PLAN = re.compile(
    r"安排|建议|任务|(?:总体|工作|目标|今年|明年|今后|未来|下一步).{0,8}(?:要求|思路|部署|目标|重点)|今后|展望|奋斗目标|(?:重点|主要)工作|今年.{0,4}工作|年(?:政府)?工作$"
)
PLAN_SENTENCE = re.compile(
    r"(?:今年|(?:19|20)\d\d年|今后五年|新的一年)[一-鿿]{0,8}(?:工作|发展)的?(?:总体要求|总体思路|主要预期目标|预期目标|主要目标|指导思想)"
)


def set_aside_contents(lines):
    """Make the lines of a table of contents boilerplate: from 目录 to the second mention of its first entry."""
    start = next((i for i, x in enumerate(lines[:200]) if squeeze(x.text) in ("目录", "目次")), None)
    if start is None or start + 1 >= len(lines):
        return
    first = squeeze(lines[start + 1].text)
    again = next(
        (i for i in range(start + 2, min(len(lines), start + 400)) if squeeze(lines[i].text) == first), None
    )
    for line in lines[start : again or start + 1]:
        line.marker = None
        line.become("boilerplate", "it belongs to the table of contents")


def is_law(lines):
    """Whether a text consists of articles (第一条 ...)."""
    found = (x for x in lines if x.text[0] == "第" and LAW_ARTICLE.match(x.text[:10]))
    return sum(1 for _, _ in zip(range(LAW), found, strict=False)) == LAW


def set_sentences(lines):
    """Numbered sentences: a whole one above its text is a heading; items of a law's list are none."""
    if is_law(lines):
        for line in lines:
            if line.kind == "heading" and line.marker in ("bracket", "number", "small"):
                line.become("paragraph", "it is an item of an article of a law")
        return
    for line, after in pairwise(lines):
        alone = line.kind == "paragraph" and line.marker in ("ordinal", "bracket") and len(line.text) <= 60
        if (
            alone
            and line.text.find("。") == len(line.text) - 1
            and after.kind == "paragraph"
            and not after.marker
        ):
            line.become("heading", "it is a numbered sentence that stands alone above its text")


def set_levels(lines):
    """Give headings their levels: the numberings that a document uses, from the widest to the narrowest."""
    used = {x.marker for x in lines if x.kind == "heading" and x.marker and x.level is None}
    level = {name: n for n, name in enumerate((x for x in MARKERS if x in used), 1)}
    for line in lines:
        if line.kind == "heading" and line.level is None:
            line.level = level.get(line.marker, 1)


def parts(lines):
    """Part of a work report to which each line belongs: review, plan or None.

    A report is known by its title or its address to deputies. Its plan begins with the first widest
    heading that speaks of
    tasks, or, without such a heading, with the sentence that states what is required of the year.

    Examples
    --------
    >>> from govnlp.documents.parsing.rules import classify
    >>> from govnlp.documents.reading.source import Source
    >>> text = ["各位代表：", "一、2020年工作回顾", "修了三座桥。", "二、2021年工作安排", "再修两座。"]
    >>> parts(classify(Source("a", lines=text)))
    [None, 'review', 'review', 'plan', 'plan']
    """
    out = [None] * len(lines)
    if not any(len(x.text) < 80 and REPORT.search(x.folded) for x in lines[:30]):
        return out
    top = [i for i, x in enumerate(lines) if x.kind == "heading" and x.level in (None, 1)]
    years = {i: int(found[1]) for i in top if (found := YEAR.search(lines[i].text))}
    latest = max(years.values(), default=0)
    plan = next((i for i in years if len(set(years.values())) > 1 and years[i] == latest), None)
    plan = (
        plan
        if plan is not None
        else next((i for i in top if PLAN.search(lines[i].text) and not REVIEW.search(lines[i].text)), None)
    )
    if plan is None:
        plan = next((i for i, x in enumerate(lines) if PLAN_SENTENCE.search(x.text[:200])), None)
    review = next((i for i in top if REVIEW.search(lines[i].text)), None)
    if plan is not None and (review is None or review > plan):
        review = next((i for i in top if i < plan), None)
    if review is None and plan:
        address = (i for i, x in enumerate(lines[:30]) if x.text.startswith("各位代表"))
        review = min(next(address, 0), plan)
    if review is not None:
        end = plan if plan is not None and plan > review else len(lines)
        out[review:end] = ["review"] * (end - review)
    if plan is not None:
        out[plan:] = ["plan"] * (len(lines) - plan)
    return out
