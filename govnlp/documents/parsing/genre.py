"""Kind of a document, with the words or the form that show it."""

import re

from govnlp.documents.parsing.policy import ISSUED, KINDS

REPORT = re.compile("(?<![作议取读过看])政府工作报告")
ARTICLE = re.compile("第.{1,6}条")
LETTER = re.compile(
    "(?:关于|印发|转发|公布).{2,}(?:通知|批复|通报|函|意见)$"
)  # the form of a title, whatever is issued with it
DECISION = re.compile("关于.{2,}(?:决定|公告|通告|公示)$")  # of an assembly it may be a law
ITSELF = re.compile(f"(?:编制|制[定订])本(?:{KINDS})")  # of a document that has no number
REPORTED = re.compile("记者.{0,8}(?:获悉|了解到)")
RULES = re.compile(
    r"(?:条例|办法|规定|细则|规则|章程)(?:\(.+\)|（.+）)?$"
)  # a title under which fewer articles do
ARTICLES = 5  # numbered articles that make a law; a notice quotes one or two
SALUTATION = 60  # characters within which a report addresses the deputies


def genre_of(lines, part_of, articles, stated, title):
    """Kind of document by what its form shows, and the words or the form that show it."""
    opening = [x.text for x in lines[:30]]
    report = (x for x in opening if "各位代表" in x[:SALUTATION] or (len(x) < 40 and REPORT.search(x)))
    if report := next(report, None):
        return "work_report", report[:20]
    if review := next((x.text for x, part in zip(lines, part_of, strict=True) if part), None):
        return "work_report", review[:20]
    if LETTER.search(title):
        return "policy_document", title[-20:]
    numbered = [x.text for x in lines if ARTICLE.match(x.text)]
    few = (
        not stated["signed"]
        and len(numbered) > 1
        and numbered[0].startswith("第一条")
        and RULES.search(title)
    )
    if few or len(numbered) >= ARTICLES:
        return "law", f"{numbered[0].split()[0][:8]} … {len(numbered)}"
    if question := next((x.text for x in lines if x.kind == "question"), None):
        return "interview", question[:20]
    issued = stated["issuer"] and ISSUED.search(stated["title"] or "")
    if stated["doc_number"] or issued or DECISION.search(title):
        return "policy_document", stated["doc_number"] or (stated["title"] or title)[-20:]
    itself = ISSUED.search(title) and next((y for x in opening if (y := ITSELF.search(x))), None)
    if itself:
        return "policy_document", itself[0]
    if len(articles) > 1:
        return "news_page", f"{len(articles)} articles"
    credit = next((x.text for x in lines if x.kind in ("byline", "caption")), None)
    credit = credit or next((y[0] for x in opening if (y := REPORTED.search(x))), None)
    return ("news", credit[:20]) if credit else (None, None)
