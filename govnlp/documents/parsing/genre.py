"""Kind of a document, with the words or the form that show it."""

import re

from govnlp.documents.parsing.articles import SERIES
from govnlp.documents.parsing.formal import ADDRESSEE
from govnlp.documents.parsing.furniture import CREDIT, DAY, TOLD
from govnlp.documents.parsing.parts import QUOTING, REPORT, is_of_report
from govnlp.documents.parsing.policy import BODY, ISSUED, KINDS
from govnlp.text import find_dates, half_width, squeeze

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
DECISION = re.compile("关于.{2,}决定$|(?:公告|通告|公示|通知)$")  # of an assembly it may be a law
# titles of what an office lays down; those that begin with its name may be cut short
PLANS = "规划|纲要|计划|预案"  # named so by themselves: a headline says more (推出十项措施)
PLANNED, PLAN = (
    re.compile(rf"(?:{x})(?:[(（].{{1,16}}[)）])?$") for x in (f"{PLANS}|方案|要点|意见|[措举]施", PLANS)
)
POLICIES = re.compile("(?:若干|扶持|支持|奖励)(?:政策|措施)(?:[(（].{1,16}[)）])?$")
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
    "^(?!.*(?:审议|听取|出席|参加|讨论|热议|学习|解读|召开)).*(?:大事记|年鉴|公报|纪要|总结|报告|简报|汇报|情况|方案|办法|规定|说明)(?:[(（《].{1,16}[)）》])?$|大事记|年鉴|公报"
)
EVENT = re.compile("\\d{1,2}日|近日|日前|[上下]午|当天")
ABSTRACT = re.compile(
    r"^(?:内容)?(?:摘要|提要|导读|核心提示)[:：]\s*"
)  # before the first sentence of a story
SUMMARY = re.compile(  # reports of an office or an official on its own work
    r"(?:(?:19|20)[\dXx×*]{2}年|年度).{0,24}工作总结(?:[(（].{1,12}[)）])?$|(?:汇报材料|述职(?:述[廉德学法]){0,3}报告)(?:[(（].{1,12}[)）])?$"
)
COUNTED = re.compile("来源|[阅访][读问]次数|浏览|点击")  # beside the date of a page of news
LINES = 12  # of the head among which a page says when and whence its text comes
NAMED = 4  # lines in which a document names those whom it is for
LEAD = 40  # characters of a first paragraph in which news say when
ITSELF = re.compile(f"(?:编制|制[定订])本(?:{KINDS})")  # of a document that has no number
RULES = re.compile(
    r"(?:条例|办法|规定|细则|规则|章程)(?:\(.+\)|（.+）)?$"
)  # a title under which fewer articles do
ARTICLES = 5  # numbered articles that make a law; a notice quotes one or two
SALUTATION = 60  # characters within which a report addresses the deputies
# at the end of a title: what comes out in the year after the one that it sums up
SUMMED_UP = re.compile(
    "(?:公报|大事记|年鉴|年度报告|年报|总结|工作回顾|决算(?:公开)?(?:情况)?(?:说明|报告)?|(?:主要|经济|统计)(?:指标|数据|资料)"
    "|(?:运行|收支|完成|执行)情况)"
    "(?:[(（\\[].{1,8}[)）\\]]|\\s?(?:19|20)\\d\\d年?)?$"
)
SENTENCE = 10  # characters; shorter lines are headlines
OPENS = re.compile(  # the first sentence of a text about a year
    "((?:19|20)\\d\\d)年(?:[，,][^。]{4,}|[一-鿿]{4,20}[，,]面对[^。]*)。"
)
# 图4：2017—2021年投资增速, of which the last year is that of a text about a whole year
CHART = re.compile(r"[图表]\s?\d{1,2}\s?[:：]?\s?(?:19|20)\d\d年?\s?[-—–~～至]{1,2}\s?((?:19|20)\d\d)年")
# 截至2015年8月底; a text that counts up to the end of a year may be of the next
ENTRY = re.compile(r"[【\[][^】\]]{2,20}[】\]]\s*((?:19|20)\d\d)年[，,]?")  # of a year-book
UP_TO = re.compile(r"(?:[一二三四五六七八九十\d]{1,2}[、.．])?截[至止]到?((?:19|20)\d\d)年(?!12月)\d{1,2}月")
OF_ALL = re.compile("全年|年末|年全[省市区县州]")  # in a text about a year that is over
BARE_YEAR = re.compile(
    r"(?<=[(（])(?:19|20)\d\d(?=[)）])|(?<=[报鉴记结料据标]\s)(?:19|20)\d\d$|^(?:19|20)\d\d(?=[一-鿿])(?!年)"
)


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
    credit = (x.text for x in lines if x.kind in ("byline", "caption") and REPORTER.search(x.folded))
    ends = (x[0] for line in lines if line.kind == "paragraph" and (x := CREDITED.search(line.folded[-60:])))
    if found := next(credit, None) or next(ends, None) or _told(lines, title, page):
        return "news", found[:20]
    return None, None


def _report(lines, title):
    """What shows a report to deputies or to their committee: its title, its own line, their address."""
    letter = LETTER.search(title)  # 关于印发《政府工作报告》责任分解方案的通知
    if (REPORT.search(title) or SUMMARY.search(title)) and not letter:
        return title[-20:]
    said = [x for x in lines[:30] if x.kind not in QUOTING]
    addressed = () if SPEECH.search(title) else (x for x in said if DEPUTIES.search(x.folded[:SALUTATION]))
    named = () if letter else filter(is_of_report, said)
    credited = next((x for x in said if x.kind == "paragraph"), None)
    if credited is not None and CREDIT.match(credited.folded):
        return None  # news that quote it
    return next((x.text[:20] for x in (*addressed, *named)), None)


def _law(lines, stated, title):
    """The first and the number of the articles that make a law: five, or fewer where it opens with one."""
    numbered = [x.text for x in lines if x.text[0] == "第" and ARTICLE.match(x.text)]
    opens = next((x for x in lines if x.kind in ("heading", "paragraph")), None)
    few = (
        not stated["signed"]
        and len(numbered) > 1
        and (
            (numbered[0].startswith("第一条") and RULES.search(title))
            or (not title and (ARTICLE.match(opens.text) or opens.marker == "chapter"))
        )
    )
    return f"{numbered[0].split()[0][:8]} … {len(numbered)}" if few or len(numbered) >= ARTICLES else None


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
    sourced = any("来源" in x.text for x in head) or (page.get("published") and page.get("outlet"))
    first, second = ([x.text for x in lines if x.kind == "paragraph"] + [" ", " "])[:2]
    told = first[-1] in "。！？”"
    happened = EVENT.search(first[: 3 * LEAD] + second[:LEAD])
    happened = told and happened and any(COUNTED.search(x.text) for x in head)
    interviewed = INTERVIEWED.search(first)
    sourced = sourced and not (PLAN.search(title) and not RETOLD.search(title))
    wired = next((x.text for x in datelines if CREDIT.match(x.folded)), None)  # 新华社临溪4月12日电　题：
    if found := _lead(lines) or (interviewed and interviewed[0]) or wired:
        return found
    return title[-20:] if title and sourced and told else first[:20] if happened else None


def _lead(lines):
    """How the first paragraph opens where it opens as news do, or None."""
    first = next((x for x in lines if x.kind == "paragraph"), None)
    if first is None or first.text[-1] not in "。！？”—：":
        return None
    text = ABSTRACT.sub("", first.text, count=1)
    found = CREDIT.match(first.folded) or TOLD.search(text[:LEAD])
    return found and found[0]


def year_summed_up(title):
    """The one year that the title of a report of figures, a chronicle or a yearbook names, and the words; or None.

    >>> year_summed_up("云岭市2021年统计公报"), year_summed_up("云岭市2021年工作要点")
    ((2021, '2021年统计公报'), None)
    """
    titled = BARE_YEAR.sub(r"\g<0>年", title or "")
    years = [x for x in find_dates(titled) if not x.month] if SUMMED_UP.search(titled) else []
    return (years[0].year, titled[years[0].start : years[0].end + 8]) if len(years) == 1 else None


def year_of_opening(texts):
    """The year with which the first sentence of a text about a whole year begins, and the words; or None.

    >>> year_of_opening(["2021年，全区上下同心，稳中有进。", "全年新增绿地五处。"])
    (2021, '2021年，全区上下')
    """
    first = next((x for x in texts if len(x) > SENTENCE and x[-1] == "。"), "")
    opens = OPENS.match(half_width(first).replace(",", "，"))
    return (int(opens[1]), first[:10]) if opens and any(map(OF_ALL.search, texts)) else None


def year_of_charts(texts):
    """The last year of all charts of a text about a whole year, two at least, and the words; or None.

    >>> year_of_charts(["全年降雨30天。", "图1：2017—2021年雨日", "图2：2017—2021年雨量"])
    (2021, '图1：2017—2021年')
    """
    found = [x for x in map(CHART.match, texts) if x]
    same = len(found) > 1 and len({x[1] for x in found}) == 1 and any(map(OF_ALL.search, texts))
    return (int(found[0][1]), found[0][0]) if same else None


def year_up_to(texts):
    """The year of the day or month up to which the first sentence of a text counts, and the words; or None.

    >>> year_up_to(["截至2021年8月底，全区新增绿地五处。", "2019年只有两处。"])
    (2021, '截至2021年8月')
    """
    first = next((x for x in texts if x.endswith("。")), "")
    found = UP_TO.match(half_width(first))
    return (int(found[1]), first[: found.end()]) if found else None


def year_of_entry(texts):
    """The latest year with which an entry of a year-book begins, and the words; or None.

    >>> year_of_entry(["【沿革】 1949年，设县。", "【概况】 2003年，全县新增绿地五处。"])
    (2003, '【概况】 2003年，')
    """
    return max(((int(x[1]), x[0]) for x in map(ENTRY.match, texts) if x), default=None)
