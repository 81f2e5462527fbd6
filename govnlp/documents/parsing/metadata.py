"""Metadata of a document: title, outlet, dates, year with its evidence, genre, authors."""

import re
from itertools import pairwise

import pandas as pd

from govnlp.documents.entities.bylines import split_byline
from govnlp.documents.entities.home import infer_home
from govnlp.documents.parsing.formal import SIGNED
from govnlp.documents.parsing.furniture import CHINESE_DATE, CREDIT, DATE, ISSUE, MASTHEAD, ORIGIN, PAPER
from govnlp.documents.parsing.lines import KIND_NAME
from govnlp.documents.parsing.policy import BODY, ISSUED, NUMBER, iso_date, policy_metadata
from govnlp.documents.parsing.years import SPEECH_LINES, infer_year, year_of_report
from govnlp.text import find_dates, fold, squeeze

FULL_DATE = re.compile(f"{DATE}|{CHINESE_DATE}")
OWN_YEAR = re.compile(r"(?:19|20)\d\d")
SOURCE = re.compile(r"(?:来源|来自)\s?:\s*([^\s:|]{2,30})")
PAPER_AT = re.compile(PAPER)
PAPER_REPORTER = re.compile(
    r"^[(●■□◆•·▶\s]*(?:本报)?([一-鿿\-—]{2,14}?(?:日报|晚报|时报|早报|晨报|商报|都市报|新闻网|网|电视台|广播电台|通讯社|新华社|客户端|融媒体中心"
    r"|新闻传媒中心))\s?(?:全媒体?|融媒|见习|首席)*记者"
)
REPORTER_OF = re.compile(rf"[(]({PAPER})(?:全媒体?|融媒|见习|首席)*记者")
TAIL_OUTLET = re.compile(rf"{DATE}\s?({PAPER})$")
TAIL_DATE = re.compile(rf"\s*{DATE}.{{0,20}}$")
NOT_OUTLET = re.compile(r"本[报网台刊社站]|^(?:原创|综合|网络|互联网|.{0,2}办公室$)")
CREDITS = re.compile("[讯电消]")  # one of these is in every `CREDIT`
SPOKEN = re.compile("(?:讲话|致辞|发言|演讲|报告|讲稿)(?:稿|提纲|摘要|全文)?(?:[(（][^()（）]{1,12}[)）])?$")
WRITTEN = re.compile(rf"[(]?\s?(?:{DATE}|{CHINESE_DATE})\s?[)]?")  # a date and nothing else
NUMBERED_TITLE = re.compile(rf"[(（]?(?:{NUMBER.pattern})[)）]?")  # what a title may leave of its line
MEETING_TIME = re.compile(r"(?:会议|活动)?(?:时间|日期)\s?:")
OF_MEETING = re.compile("地点|主持|参[会加]|出席|会议")  # below the time of a meeting
REPORT = re.compile("(?<![作议取读过看])政府工作报告")
ARTICLE = re.compile("第.{1,6}条")
# behind a date: the day of a session, of a vote, or from which something is in force
OTHER_DAY = re.compile(
    "[^。]{0,8}?(?:在[^。]{2,50}(?:会议?|大会|论坛|$)|[^。]{0,50}(?:会议?|大会)[^。]{0,40}(?:通过|批准|修[订正]|上)"
    "|起?(?:施行|生效))"
)
ADOPTED = re.compile("通过|批准|公布|发布|修[订正]|颁布")
LETTER = re.compile(
    "(?:关于|印发|转发|公布).{2,}(?:通知|批复|通报|函|意见)$|会.{0,4}纪要$"
)  # the form of a title, whatever is issued with it
DECISION = re.compile("关于.{2,}决定$|(?:公告|通告|公示|通知)$")  # of an assembly it may be a law
# titles of what an office lays down; those that begin with its name may be cut short
PLANNED = re.compile("(?:规划|计划|方案|要点|预案|意见|[措举]施)(?:[(（].{1,16}[)）])?$")
OFFICIAL = re.compile(
    rf"(?!.*(?:报告|汇报|情况|总结|答复)$)[一-鿿、 ]{{2,40}}(?:{BODY}|部门)(?:关于|印发|转发|批转)"
)
RETOLD = re.compile("(?:出台|发布|下发|公布|制定|审议|解读)(?!.*关于)")  # in a headline about such a document
ADDRESS = re.compile("(?:在|于).{2,}[上时]的.{0,4}(?:讲话|致辞|发言|演讲)")
TOLD = re.compile(  # how news open
    "(?:(?:19|20)\\d\\d年)?(?:\\d{1,2}月)?\\d{1,2}日(?:[上下]午|晚|起|清晨|凌晨)?[,，]|(?:近日|日前|眼下|今天|昨[日天])[,，]|连日来"
    "|记者.{0,12}[从在获]|本报讯|据.{0,12}介绍[,，]"
)
CHRONICLE = re.compile("大事记|年鉴|公报|纪要|总结|报告|简报|汇报|情况|方案|办法|规定")  # told, but no news
LEAD = 40  # characters of a first paragraph in which news say when
RULES = re.compile(
    r"(?:条例|办法|规定|细则|规则|章程)(?:\(.+\)|（.+）)?$"
)  # a title under which fewer articles do
ARTICLES = 5  # numbered articles that make a law; a notice quotes one or two
HEAD, OPENING = 40, 30_000
SALUTATION = 60  # characters within which a report addresses the deputies
SPEAKER = 200  # characters of a line that say who speaks where, also where the whole report is one line


def metadata(source, lines, numbers, articles, part_of):
    """Row of `Corpus.documents` for parsed lines.

    Notes
    -----
    What the format states comes first, then what the text states. The title of a document with several
    articles is the line that stands before all of them, if there is one. Only a full date is a date of
    publication; else the year is the latest that the text speaks of without looking ahead.
    """
    stated = policy_metadata(source)
    opening, title = _opening(lines), _title(source, lines, numbers, articles, stated)
    genre, genre_evidence = _genre(lines, part_of, articles, stated, title or "", source.stated)
    signed = _date(source.stated.get("signed")) or (_version(lines) if genre == "law" else None)
    signed = signed or _date(stated["signed"]) or _signed(lines, genre)
    published = _date(source.stated.get("published") or stated["published"])
    published = published or _published(lines, signed, genre == "work_report" or SPOKEN.search(title or ""))
    year, evidence = _year(lines, part_of, title, genre, published, signed, stated["doc_number"])
    said = str(source.stated.get("published") or "")
    if published is None and OWN_YEAR.match(said):  # 2021年3月 states a year, but no day
        year, evidence = int(said[:4]), said
    outlet = source.stated.get("outlet")
    return {
        "doc_id": source.doc_id,
        "path": source.path,
        "title": title,
        "outlet": outlet if outlet and not NOT_OUTLET.search(outlet) else _outlet(lines),
        "published": published if published is not None else pd.NaT,
        "year": year,
        "year_evidence": evidence,
        **infer_home(opening, stated["issuer"], title),
        "genre": genre,
        "genre_evidence": genre_evidence,
        "doc_number": stated["doc_number"],
        "issuer": stated["issuer"],
        "signed": signed if signed is not None else pd.NaT,
        "topic_class": stated["topic_class"],
        "encoding": source.encoding,
    }


def authors_of(text):
    """Reporters and correspondents of a byline.

    >>> authors_of("本报记者 林溪 通讯员 沈青禾 周渠")
    ['林溪', '沈青禾', '周渠']
    """
    return list(
        dict.fromkeys(name for name, role in split_byline(text) if role in ("reporter", "correspondent"))
    )


def _opening(lines):
    """Text of the lines that are no furniture, up to the length that tells where a document speaks of."""
    out, left = [], OPENING
    for line in lines:
        if left <= 0:
            break
        if line.kind != "boilerplate":
            out.append(line.text[:left])
            left -= len(line.text)
    return out


def _title(source, lines, numbers, articles, stated):
    """Title of the whole document, or None."""
    if source.stated.get("title"):
        return source.stated["title"]
    passed = ("page", "boilerplate", "byline", "caption") + (
        ("dateline", "editor") if len(articles) == 1 else ()
    )
    first = next((i for i, x in enumerate(lines[:20]) if x.kind not in passed), None)
    if first is None or lines[first].kind != "title":
        return stated["title"]
    text = lines[first].text
    below = lines[first + 1] if first + 1 < len(lines) else lines[first]
    if below.kind == "title" and KIND_NAME.fullmatch(below.text):  # 公告 below the name of the office
        text += below.text
    if len(articles) > 1 and (numbers[first] == 0 and not _dateline_follows(lines, first)):
        return None
    if stated["title"] and fold(stated["title"]).startswith(fold(squeeze(text))):
        return stated["title"]
    if stated["title"] and NUMBERED_TITLE.fullmatch(squeeze(text).removeprefix(stated["title"])):
        return stated["title"]
    first, *rest = re.split(r"[|｜_]|\s[-–—]\s", text)
    content = next((x.text for x in lines if x.kind == "paragraph"), "")
    if len(first) < len("".join(rest)) and not content.startswith(first):
        first = text  # 专家解读｜... has its column before its title, and others behind it
    return TAIL_DATE.sub("", first).strip() or text


def _dateline_follows(lines, i):
    return i + 1 < len(lines) and lines[i + 1].kind == "dateline"


def _genre(lines, part_of, articles, stated, title, page):
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
    announced = DECISION.search(title) and not RETOLD.search(title)
    if stated["doc_number"] or issued or announced:
        return "policy_document", stated["doc_number"] or (stated["title"] or title)[-20:]
    if len(articles) > 1:
        return "news_page", f"{len(articles)} articles"
    if found := _by_title(lines, title):
        return found
    credit = next((x.text for x in lines if x.kind in ("byline", "caption")), None)
    if found := credit or _told(lines, title, page):
        return "news", found[:20]
    return None, None


def _by_title(lines, title):
    """Kind of document that a title names, a plan only above headings that are numbered; with the words, or None."""
    if ADDRESS.search(title):
        return "speech", title[-20:]
    steps = sum(x.kind == "heading" and x.marker is not None for x in lines)
    if OFFICIAL.match(title) or (steps > 1 and PLANNED.search(title) and not RETOLD.search(title)):
        return "policy_document", title[:20]
    return None


def _told(lines, title, page):
    """What shows that a text with a headline is news: how its first paragraph opens, or a page's date and source."""
    first = next((x for x in lines if x.kind == "paragraph"), None)
    if not title or CHRONICLE.search(title) or first is None or first.text[-1] not in "。！？”":
        return None
    lead = TOLD.search(first.text[:LEAD])
    return lead[0] if lead else page.get("published") and page.get("outlet")


def _date(text):
    iso = iso_date(text)
    return pd.Timestamp(iso) if iso else None


def says_when(text):
    """Whether a text that is given as a date holds a day, or begins with a year.

    >>> [says_when(x) for x in ("2021年3月4日", "2021年3月", "昨天")]
    [True, True, False]
    """
    return bool(iso_date(text) or OWN_YEAR.match(text))


def _signed(lines, genre):
    """Date below an office that signs, or in brackets below the title of a policy document."""
    for before, line in pairwise(lines):
        if line.kind == "dateline" and WRITTEN.fullmatch(line.folded):
            bracketed = (
                genre == "policy_document" and line.folded[0] == "(" and before.kind in ("title", "dateline")
            )
            if before.why == SIGNED or bracketed:
                return _date(line.folded.strip("() "))
    return None


def _published(lines, signed, spoken):
    """Full date of a dateline, or the one that ends a headline.

    The day of a vote is not, nor is one that stands alone below the title of a speech or below a text that is signed.
    """
    below = False
    for line, following in zip(lines[:HEAD], [*lines[1:], None], strict=False):
        below = below or line.kind == "paragraph"
        if line.kind not in ("dateline", "title", "byline"):
            continue
        if MEETING_TIME.match(line.folded) and following is not None and OF_MEETING.match(following.folded):
            continue
        folded = fold(line.text[:200])
        found = FULL_DATE.search(folded)
        rest = found and (folded[found.end() :] or (following is not None and following.folded) or "")
        if not found or OTHER_DAY.match(rest):
            continue
        day = _date(found[0].replace(" ", ""))
        own = signed is not None and day is not None and day <= signed and (below or folded[0] == "(")
        if WRITTEN.fullmatch(folded) and (spoken or own):
            continue
        if line.kind != "title" or TAIL_DATE.search(folded):
            return day
    return None


def _version(lines):
    """Day on which a law was adopted or last amended: the latest that its head names before its first article."""
    days = []
    for line in lines[:HEAD]:
        if ARTICLE.match(line.text):
            break
        if WRITTEN.fullmatch(line.folded) and (day := _date(line.folded.strip("() "))):
            days.append(day.date().isoformat())
        dates = find_dates(line.text)
        for day, following in zip(dates, [*(x.start for x in dates[1:]), None], strict=False):
            if day.day and ADOPTED.search(line.text[day.end : following]):
                days.append(day.iso)
    return pd.Timestamp(max(days)) if days else None


def _year(lines, part_of, title, genre, published, signed, doc_number):
    """Year in which a document speaks, and the words that show it."""
    if genre == "work_report":
        headings = [x.text for x in lines if x.kind == "heading" and x.level == 1]
        head = [x.text[:SPEAKER] for x in lines[:SPEECH_LINES]]
        content = [x.text for x in lines if x.kind not in ("boilerplate", "page")]
        review = [x.text for x, part in zip(lines, part_of, strict=True) if part == "review"]
        found = year_of_report(title, headings, head, review, content)
        if found[0]:
            return found
    numbered = OWN_YEAR.search(doc_number or "")
    if genre == "policy_document" and signed is None and numbered:
        return int(numbered[0]), doc_number  # sites publish what was issued years ago
    for day in (signed, published) if genre in ("law", "policy_document") else (published, signed):
        if day is not None:
            return day.year, str(day.date())
    if numbered:
        return int(numbered[0]), doc_number
    return _own_date(lines) or infer_year(
        (x.text for x in lines if x.kind not in ("boilerplate", "page")), title
    )


def _own_date(lines):
    """Year of a date in brackets below the title, or of a month that stands alone there or at the end; or None.

    As in （2017年3月21日，根据录音整理）, （2019年） and 2019年7月.
    """
    above = next((i for i, x in enumerate(lines) if x.kind == "heading"), SPEECH_LINES)
    for line in (*lines[: min(above, SPEECH_LINES)], *lines[-2:]):
        text = line.folded[:HEAD].lstrip("( ")
        found = next((x for x in find_dates(text) if x.start == 0 and not ADOPTED.search(line.text)), None)
        alone = found and text[found.end :].strip(") 日") == ""
        bracketed = line.folded[0] == "("
        if found and ((alone and bracketed) or (found.month and (alone or bracketed))):
            return found.year, line.text[:HEAD]
    return None


def _outlet(lines):
    """Newspaper or site that the head of a page, a dateline, a credit or a byline names."""
    source = None
    for line in lines:
        folded = " ".join(line.folded[: 4 * HEAD].split())[:HEAD]  # a masthead is set apart by blanks
        if line.kind == "title" and (found := TAIL_OUTLET.search(fold(line.text[-HEAD:]))):
            return found[1]
        paper = next((x for x in folded.split() if MASTHEAD.fullmatch(x)), None)
        if paper and line.kind in ("dateline", "title", "page") and FULL_DATE.search(folded):
            return paper.strip("《》")
        if line.kind in ("dateline", "title") and (found := PAPER_AT.search(folded)):
            issue = (
                ISSUE.match(folded.lstrip("《"))
                or folded[0] == "《"
                or FULL_DATE.match(folded)
                or MASTHEAD.match(folded)
                or ORIGIN.match(folded)
            )
            if issue and (line.kind == "dateline" or folded.startswith("《")):
                return found[0]
        found = SOURCE.search(folded) if line.kind == "dateline" else None
        found = found or (PAPER_REPORTER.match(folded) if line.kind == "byline" else None)
        if found is None and line.kind in ("byline", "caption"):
            found = REPORTER_OF.search(folded)
        if found is None and line.kind in ("paragraph", "answer") and CREDITS.search(folded):
            found = CREDIT.match(folded)
        if found and not NOT_OUTLET.search(found[1]):
            name = found[1].strip("—-《》")
            if PAPER_AT.search(name):
                return name
            source = source or name
    return source
