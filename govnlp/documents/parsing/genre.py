"""Kind of a document, with the words or the form that show it."""

import re
from itertools import dropwhile

from govnlp.documents.parsing.articles import SERIES
from govnlp.documents.parsing.formal import ADDRESSEE
from govnlp.documents.parsing.furniture import CREDIT, DAY, PAPER, TOLD
from govnlp.documents.parsing.notes import is_note
from govnlp.documents.parsing.parts import QUOTING, REPORT, is_of_report
from govnlp.documents.parsing.policy import BODY, ISSUED, KINDS
from govnlp.text import squeeze

COMMITTEE = re.compile("各位(?:副主任|委员)")
DEPUTIES = re.compile("各位(?:代表|委员)[^。,;]{0,20}[:!]|^各位代表")
SPEECH = re.compile("(?:讲话|致辞|发言|[开闭]幕词)$")
PRESENT = re.compile("[^。]{0,30}(?:同志们|来宾|嘉宾)[^。]{0,12}[:!]$")  # the address of a speech
REPORTER = re.compile(
    "记者|通讯员|作者|[撰采文摄]|社(?![会区保])|本报|供图"
)  # in the credit of a text or of a picture
ARTICLE = re.compile("第.{1,6}条")
LETTER = re.compile(
    "(?:关于|印发|转发|公布).{2,}(?:通知|批复|通报|函|意见)$|会.{0,4}纪要$"
)  # the form of a title, whatever is issued with it
AMENDS = re.compile(
    "关于(?:修改|修正)[^，。]*(?:条例|办法|规定|规则|细则|法|法规|规章)》?[^，。]{0,12}的决定(?:[(（].{1,12}[)）])?$"
)
DECISION = re.compile("关于.{2,}决定$|(?:公告|通告|公示|通知)$")  # of an assembly it may be a law
# titles of what an office lays down; those that begin with its name may be cut short
PLANS = "规划|纲要|计划|预案"  # named so by themselves: a headline says more (推出十项措施)
PLANNED, PLAN = (
    re.compile(rf"(?:{x})(?:[(（].{{1,16}}[)）])?$") for x in (f"{PLANS}|方案|要点|意见|[措举]施", PLANS)
)
# 若干*策: a word that a site has masked
POLICIES = re.compile("(?:若干|扶持|支持|奖励)(?:[政*]策|措施)(?:[(（].{1,16}[)）])?$")
LAID_DOWN = re.compile(
    "(?:制[定订]|提出|出台)(?:如下|以下|本)[^。，,]{0,8}(?:[政*]策|措施|意见|办法|方案|细则|规定)"
)
FIVE_YEARS = re.compile("国民经济和社会发展.{0,40}五年规划(?:.{0,20}纲要)?(?:[(（].{1,12}[)）])?$")
OFFICIAL = re.compile(
    rf"(?!.*(?:报告|汇报|情况|总结|答复)$)[一-鿿、 ]{{2,40}}(?:{BODY}|部门)(?:关于|印发|转发|批转)"
)
RETOLD = re.compile(
    "(?:出台|发布|下发|公布|制定|通过|审议|解读)(?!.*关于)"
)  # in a headline about such a document
ADDRESS = re.compile("(?:在|于).{2,}[上时]的.{0,4}(?:讲话|致辞|发言|演讲)")
# states, and lays nothing down; not the gazette of a government
COMMUNIQUE = re.compile("(?<!政府)公报(?:\\W?第.{1,3}[号期]|\\W?(?:19|20)\\d\\d年?)?\\W?$")
CREDITED = re.compile(
    r"[(](?:文|图|摄影?|记者|通讯员|撰稿|供稿|采写)\s?[/:|\s][^()。]{2,40}[)]$"
)  # who wrote it, behind the text
INTERVIEWED = re.compile("接受[^。，]{0,16}[采专]访[时中]")
CHRONICLE = re.compile(  # told, but no news
    "^(?!.*(?:推出|出台|审议|听取|出席|参加|讨论|热议|学习|解读|召开)).*(?:大事记|年鉴|公报|纪要|总结|报告|简报|汇报|情况|方案|办法|规定|说明)(?:[(（《].{1,16}[)）》])?$|大事记|年鉴|公报(?!.{0,2}(?:发布|公布|出炉))"
)
EVENT = re.compile("\\d{1,2}日|近日|日前|[上下]午|当天")
# a session, told at length: 人民代表大会第二次会议在县礼堂隆重开幕
CONVENED = re.compile("(?:会议|大会)[^，。]{0,16}(?:(?:隆重|胜利|正式)(?:开幕|召开|闭幕)|开幕|闭幕)")
ABSTRACT = re.compile(
    r"^(?:(?:内容)?(?:摘要|提要|导读|核心提示)[:：]|[【\[](?:摘要|提要|导[读语]|核心提示)[】\]][:：]?)\s*"
)  # before the first sentence of a story
CUT_LEAD = re.compile(rf"(?={ABSTRACT.pattern}).*[.…]$")  # the opening, which stands again below
SUMMARY = re.compile(  # reports of an office or an official on its own work
    r"(?:(?:19|20)[\dXx×*]{2}年|年度).{0,24}工作总结(?:[(（].{1,12}[)）])?$|(?:汇报材料|述职(?:述[廉德学法]){0,3}报告)(?:[(（].{1,12}[)）])?$"
)
COUNTED = re.compile("来源|[阅访][读问]次数|浏览|点击|\\d\\d?:\\d\\d")  # beside the date of a page of news
PAPERS = re.compile(PAPER)
TALK = re.compile("专访|[—－-]\\s?访")  # in the title of a talk that is told
TO_REPORTER = re.compile(  # within news, which may open with a scene
    "(?:向|对|告诉|带着?|陪同)(?:本[报台网])?记者(?![会站节]|提问)"
    "|记者(?:[在从][^。，,]{1,20}(?:看到|了解到|获悉)|来到|走进|看到|了解到|获悉|采访了|见到)"
)
PRESS = re.compile(f"记者|通讯员|来源|本[报台网]|{PAPER}")
OF_SITE = re.compile("责任编辑|责编")
DESCRIBES = re.compile(
    f"(?:{KINDS}|{PLANS}|(?<![办想看说书])法|指引|概况|简介)(?:[(（].{{1,16}}[)）])?$|^[试浅]?论"
)
LOOKS_BACK = re.compile("回顾(?:全年|一年来?|过去的?[一五]年来?)")  # opens a paragraph of a report
LOOKS_AHEAD = re.compile(
    "(?:[一二三四五六]、)?(?:明年|今后五年|(?:19|20)\\d\\d年|下年度)的?[^。]{0,8}(?:工作|思路|任务|安排)"
)
HEADED = re.compile(  # a title, and what opens the text right behind it
    "[^。，,：:；]{0,40}?(?:(?P<speech>(?:会议?|大会)上?的?讲话)|(?:工作|年终|年度|半年)总结|政府工作报告)"
    r"(?=\s|文章|同志|各位|今[年天]|(?:19|20)\d\d年|[一1][、.]|[和及与暨“]|$)"
)
HELD_NOW = re.compile("(?:同志们[：:！!])?(?:今天|这次)[，,]?(?:我们|在这里)[^。]{0,12}开[^。]{2,40}会")
TALKS = re.compile("我[^。，,]{0,14}讲[^。，,]{0,4}[点个][^。，,]{0,6}(?:意见|问题|要求)")
LINES = 12  # of the head among which a page says when and whence its text comes
NAMED = 4  # lines in which a document names those whom it is for
LEAD = 40  # characters of a first paragraph in which news say when
ITSELF = re.compile(f"(?:编制|制[定订])本(?:{KINDS})")  # of a document that has no number
RULES = re.compile(
    r"(?:条例|办法|规定|细则|规则|章程)(?:\(.+\)|（.+）)?$"
)  # a title under which fewer articles do
# what a law says of itself; measures that a paper numbers in this way say none of it
IN_FORCE = re.compile("制[定订]本|本(?:条例|办法|规定|细则|规则|法|章程)|[施实]行|生效|实施")
ARTICLES = 5  # numbered articles that make a law; a notice quotes one or two
SALUTATION = 60  # characters within which a report addresses the deputies


def genre_of(lines, articles, stated, title, page):
    """Kind of document by what its form shows, and the words or the form that show it.

    `stated` is what a policy document states of itself, `page` what the format does.
    """
    if found := _report(lines, title):
        return "work_report", found
    if COMMUNIQUE.search(title):
        return "communique", title[-20:]
    if LETTER.search(title):
        return "policy_document", title[-20:]
    if found := _law(lines, stated, title):
        return "law", found
    if question := next((x.text for x in lines if x.kind == "question"), None):
        return "interview", question[:20]
    if found := _policy(lines, stated, title):
        return found
    part = next((x["title"] for x in articles if SERIES.fullmatch(squeeze(x["title"] or ""))), None)
    if len(articles) > 1 and not part:
        return "news_page", f"{len(articles)} articles"
    if found := _by_title(lines, title or part or ""):
        return found
    if found := _addressed(lines):
        return "speech", found
    if found := _looks_both_ways(lines):
        return "work_report", found
    if not title and (found := _headed(lines)):
        return found
    if found := _spoken(lines):
        return "speech", found
    credit = (x.text for x in lines if x.kind in ("byline", "caption") and REPORTER.search(x.folded))
    ends = (x[0] for line in lines if line.kind == "paragraph" and (x := CREDITED.search(line.folded[-60:])))
    if found := next(credit, None) or next(ends, None) or _told(lines, title, page):
        return "news", found[:20]
    return None, None


def _headed(lines):
    """Kind of a text whose title stands in one line with it (镇2021年工作总结一、…), and the words; or None."""
    first = next((x.text for x in lines if x.kind == "paragraph"), "")
    found = HEADED.match(first)
    return found and ("speech" if found["speech"] else "work_report", found[0][-20:])


def _spoken(lines):
    """The words of one who speaks to a meeting that is held (我先讲三点意见), or None."""
    opening = [x.text for x in lines if x.kind == "paragraph"][:NAMED]
    said = any(map(HELD_NOW.match, opening)) and (x for text in opening if (x := TALKS.search(text)))
    return next((x[0] for x in said), None) if said else None


def _report(lines, title):
    """What shows a report to deputies or to their committee: its title, its own line, their address."""
    letter = LETTER.search(title)  # 关于印发《政府工作报告》责任分解方案的通知
    if (REPORT.search(title) or SUMMARY.search(title)) and not letter:
        return title[-20:]
    said = [x for x in lines[:30] if x.kind not in QUOTING]
    if not any("报告" in x.text or "汇报" in x.text for x in said):
        said = [x for x in said if not COMMITTEE.search(x.text)]  # to whom posts are explained, too
    addressed = () if SPEECH.search(title) else (x for x in said if DEPUTIES.search(x.folded[:SALUTATION]))
    named = () if letter else filter(is_of_report, said)
    credited = next((x for x in said if x.kind == "paragraph"), None)
    if credited is not None and CREDIT.match(credited.folded):
        return None  # news that quote it
    return next((x.text[:20] for x in (*addressed, *named)), None)


def _looks_both_ways(lines):
    """The heading of what is planned below a paragraph that looks back on a year or five, or None."""
    below = dropwhile(lambda x: not (x.kind == "paragraph" and LOOKS_BACK.match(x.text)), lines)
    return next((x.text[:20] for x in below if x.kind == "heading" and LOOKS_AHEAD.match(x.text)), None)


def _law(lines, stated, title):
    """The first and the number of the articles that make a law: five, or fewer where it opens with one or a chapter.

    The title alone shows a decision that changes one.
    """
    if AMENDS.search(title):
        return title[-20:]
    numbered = [x.text for x in lines if x.text[0] == "第" and ARTICLE.match(x.text)]
    opens = next((x for x in lines if x.kind in ("heading", "paragraph")), None)
    chapters = any(x.kind == "heading" and x.marker == "chapter" for x in lines)
    first = bool(numbered) and numbered[0].startswith("第一条")
    few = (
        not stated["signed"]
        and len(numbered) > 1
        and (
            (first and RULES.search(title))
            or (not title and (ARTICLE.match(opens.text) or opens.marker == "chapter"))
        )
    )
    retold = _lead(lines) and not any(IN_FORCE.search(x.text) for x in lines)
    law = (first and chapters) or few or len(numbered) >= ARTICLES
    return f"{numbered[0].split()[0][:8]} … {len(numbered)}" if law and not retold else None


def _policy(lines, stated, title):
    """Kind of what an office lays down, by its number, issuer, title or address; with the words, or None."""
    issued = stated["issuer"] and ISSUED.search(stated["title"] or "") and not _retold(lines, stated)
    announced = DECISION.search(title) and not RETOLD.search(title)
    if stated["doc_number"] or issued or announced:
        return "policy_document", stated["doc_number"] or (stated["title"] or title)[-20:]
    opening = [x.text for x in lines[:30]]
    itself = ISSUED.search(title) and next((y for x in opening if (y := ITSELF.search(x))), None)
    if itself:  # a law that is printed without line ends has its articles in one line
        law = RULES.search(title) and any("第二条" in x.text for x in lines)
        return "law" if law else "policy_document", itself[0]
    if stated["issuer"] and stated["signed"]:
        addressed = (x for x in lines[:NAMED] if x.kind == "paragraph" and ADDRESSEE.match(x.folded))
        return next((("policy_document", x.text[:20]) for x in addressed), None)
    return None


def _retold(lines, stated):
    """Whether what is called the title of a document is the headline of news about it (望溪县印发防汛方案)."""
    return not LETTER.search(stated["title"]) and _lead(lines) is not None


def _by_title(lines, title):
    """Kind of document that a title names, a plan only above headings that are numbered; with the words, or None."""
    if ADDRESS.search(title):
        return "speech", title[-20:]
    steps = sum(x.kind == "heading" and x.marker is not None for x in lines)
    plan = FIVE_YEARS.search(title) or (
        POLICIES.search(title) and any(ARTICLE.match(x.text) or x.marker for x in lines)
    )
    plan = plan and not RETOLD.search(title)
    laid = any(LAID_DOWN.search(x.text) for x in lines[:LINES] if x.kind == "paragraph")
    plan = plan or (laid and sum(x.marker is not None for x in lines) > 1 and _lead(lines) is None)
    if plan or OFFICIAL.match(title) or (steps > 1 and PLANNED.search(title) and not RETOLD.search(title)):
        return "policy_document", title[:20]
    return None


def _addressed(lines):
    """Address of those present with which the text of a speech opens, or None."""
    first = next((x for x in lines if x.kind in ("heading", "paragraph")), None)
    return first.text[:20] if first is not None and PRESENT.match(first.folded) else None


def _told(lines, title, page):
    """What shows that a text is news: how its first paragraph opens, or a page's date and source."""
    if CHRONICLE.search(title):
        return None
    datelines = [x for x in lines[:LINES] if x.kind == "dateline"]
    head = [x for x in datelines if DAY.search(x.folded)]
    sourced = any("来源" in x.text or PAPERS.search(x.folded) for x in head) or (
        page.get("published") and page.get("outlet")
    )
    first, second = ([x.text for x in lines if x.kind == "paragraph"] + [" ", " "])[:2]
    told = first[-1] in "。！？”"
    if told and (convened := CONVENED.search(first[: 3 * LEAD])):
        return convened[0]
    happened = EVENT.search(first[: 3 * LEAD] + second[:LEAD])
    happened = told and happened and any(COUNTED.search(x.text) for x in head)
    interviewed = INTERVIEWED.search(first)
    sourced = sourced and not (PLAN.search(title) and not RETOLD.search(title))
    wired = next((x.text for x in datelines if CREDIT.match(x.folded)), None)  # 新华社临溪4月12日电　题：
    if found := _lead(lines) or (interviewed and interviewed[0]) or wired:
        return found
    if (title and sourced and told) or (told and TALK.search(title)):
        return title[-20:]
    return first[:20] if happened else _reported(lines, title)


def _reported(lines, title):
    """The words of a text without steps that reporters are told something, or its line of editors; or None.

    Every site names who answers for a page (责任编辑), also below what lays down or describes something.
    """
    if DESCRIBES.search(title) or any(
        (x.kind == "heading" and x.marker) or ARTICLE.match(x.text) for x in lines
    ):
        return None
    words = (x for line in lines if line.kind == "paragraph" and (x := TO_REPORTER.search(line.text)))
    pressed = any(PRESS.search(x.folded) for x in lines[:LINES])
    editors = (
        x.text[:20]
        for x in lines
        if x.kind == "editor" and not is_note(x.folded) and (pressed or not OF_SITE.search(x.folded))
    )
    return next((x[0] for x in words), None) or next(editors, None)


def _lead(lines):
    """How the first paragraph opens where it opens as news do, or None."""
    whole = (x for x in lines if x.kind == "paragraph" and not CUT_LEAD.match(x.text))
    first = next(whole, None)
    if first is None or first.text[-1] not in "。！？”—：":
        return None
    text = ABSTRACT.sub("", first.text, count=1)
    found = CREDIT.match(first.folded) or TOLD.search(text[:LEAD])
    return found and found[0]
