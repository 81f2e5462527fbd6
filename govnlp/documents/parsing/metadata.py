"""Metadata of a document: title, outlet, dates, year with its evidence, genre, authors."""

import re
from itertools import pairwise

import pandas as pd

from govnlp.documents.entities.bylines import split_byline
from govnlp.documents.entities.divisions import is_whole
from govnlp.documents.entities.home import home_of_paper, infer_home
from govnlp.documents.parsing.copies import is_shared, year_of_speech
from govnlp.documents.parsing.days import (
    ADOPTED,
    HEAD,
    OWN_YEAR,
    TAIL_DATE,
    day_of,
    published_on,
    signed_on,
    version_of,
)
from govnlp.documents.parsing.formal import ADDRESSEE, DASHED, HELD
from govnlp.documents.parsing.furniture import DAY_ALONE, OFFERED
from govnlp.documents.parsing.genre import genre_of
from govnlp.documents.parsing.lines import KIND_NAME
from govnlp.documents.parsing.notes import is_note
from govnlp.documents.parsing.openings import year_in_force, year_of_summary, year_summed_up
from govnlp.documents.parsing.outlets import NOT_OUTLET, outlet_of
from govnlp.documents.parsing.policy import KINDS, NUMBER, SIGNATORY, policy_metadata
from govnlp.documents.parsing.titles import ABOVE, begins_title
from govnlp.documents.parsing.years import SPEECH_LINES, infer_year, year_of_report
from govnlp.text import find_dates, fold, squeeze

SPOKEN = re.compile("(?:讲话|致辞|发言|演讲|报告|讲稿)(?:稿|提纲|摘要|全文)?(?:[(（][^()（）]{1,12}[)）])?$")
ENDS_NUMBERED = re.compile(rf"[(（]({NUMBER.pattern})[)）]$")
NUMBERED_TITLE = re.compile(rf"[(（]?(?:{NUMBER.pattern})[)）《]?")  # what a title may leave of its line
WIRED = re.compile(
    r"[一-鿿·\-—]{0,12}[社报网台][一-鿿]{0,6}((?:19|20)\d\d)年\d{1,2}月\d{1,2}日[电讯](?![讯问报稿])"
)  # 新华社云岭1998年3月6日电
TITLE_LABEL = re.compile(
    "^(?:标\\s*题|(?:访谈|文章|信息|来信)(?:主题|标题|名称))\\s?[:：]\\s*"
    "|^第\\s?\\d+\\s?页[\\s,，/]*共\\s?\\d+\\s?页\\s*"  # of a paper that is printed page by page
)
LINK = re.compile(r"\s*\[复制链接\]$")  # a button of a forum
# lines of one title: 关于2020年预算执行和 / 其他财政收支的审计工作报告
BEGINS_TITLE = re.compile("关于|(?:工作|[和及与的、暨等对]|社会发展|第[一二三四五六七八九十]{1,2}个五年)$")
ENDS_TITLE = re.compile(f"(?:{KINDS}|纲要|说明|情况)(?:[(（].{{1,12}}[)）])?$")
OF_PLAN = re.compile("第[一二三四五六七八九十]{1,2}个五年规划")  # opens the second line of a plan's title
ISSUES = re.compile("《([^《》]{6,60})》")
STAGE = re.compile("[(（].{1,8}[)）]$")
FIRST_LINES = 4  # in which a notice names what it issues
REPORT = re.compile("^[^，。,：:《]{0,24}工作报告(?=[，：: ])")  # what opens a text on one line
MONTH = re.compile(r"\S{4}年\s?\S{1,3}\s?月(?:\s*日)?")
OPENING = 30_000  # characters
TOP = 20  # lines, furniture not counted, among which the title stands
TWICE = 4  # lines from the first title on in which one that is printed twice stands
DOCUMENTS = ("law", "policy_document")  # genres that are dated when they are issued
UNSIGNED = ("news", "news_page", "interview")  # what stands below the name of a paper is the day of its issue
# in the names of sites that print others' documents later
REPRINTS = re.compile("法律|法规|资料|文库|图书馆|范文")
LATER = pd.Timedelta(days=366)  # a page that prints a document so long after its day is a copy
BARS = ("|", "｜", "丨")  # between a column and the title
KIND_OF = 8  # characters of a line that says nothing but what kind of document it is: 统计公报
TAIL_YEAR = re.compile(r"^(?P<title>.*(?P<year>(?:19|20)\d\d)年.*)\s(?P=year)$")  # printed again by a site
DASHES = "—―─– "  # of a second headline that stands alone
BUTTON = 4  # characters of a word above a text that may be a button's: 朗读
SPEAKER = 200  # characters of a line that say who speaks where, also where the whole report is one line


def metadata(source, lines, numbers, articles, part_of):
    """Row of `Corpus.documents` for parsed lines.

    Notes
    -----
    What the format states comes first, then what the text states. The title of a document with several
    articles is the line that stands before all of them, if there is one. Only a full date is a date of
    publication; else the year is the latest that the text speaks of without looking ahead. The day on which a page
    prints a law, or a site of reprints a document, is not that of its year, nor of its publication where
    its own is a year away; such a site is no outlet. The day on which a file was uploaded dates nothing.
    """
    stated = policy_metadata(source)
    opening, title = _opening(lines), _title(source, lines, numbers, articles, stated)
    in_title = ENDS_NUMBERED.search(squeeze(title or ""))
    doc_number = stated["doc_number"] or (in_title and in_title[1])
    genre, genre_evidence = genre_of(lines, articles, stated, title or "", source.stated)
    signed = day_of(source.stated.get("signed")) or (version_of(lines) if genre == "law" else None)
    signed = signed or day_of(stated["signed"]) or signed_on(lines, genre)
    signed = None if genre in UNSIGNED else signed
    of_card = day_of(source.stated.get("published") or stated["published"])
    published = of_card or published_on(lines, signed, genre == "work_report" or SPOKEN.search(title or ""))
    outlet = source.stated.get("outlet")
    outlet = outlet if outlet and not NOT_OUTLET.search(outlet) else outlet_of(lines)
    review = [x.text for x, part in zip(lines, part_of, strict=True) if part == "review"]
    copied = genre in DOCUMENTS and REPRINTS.search(outlet or "")
    reprinted = copied or (genre == "law" and not of_card)
    outlet = None if copied else outlet
    if reprinted and signed is not None and published is not None and published - signed > LATER:
        published = None
    if reprinted or is_shared(lines):
        undated = [x for x in lines if x.kind != "dateline" or x.why == HELD]
        year, evidence = _year(undated, review, title, genre, None, signed, doc_number)
    else:
        year, evidence = _year(lines, review, title, genre, published, signed, doc_number)
    headings = [x.text for x in lines if x.kind == "heading" and x.level == 1] if genre == "speech" else ()
    if published is not None and (copy := year_of_speech(headings, published.year)):
        (year, evidence), published = copy, None
    home = infer_home(opening, stated["issuer"], title)
    if home["place"] is None and genre in UNSIGNED:
        home |= home_of_paper(outlet, opening)
    said = str(source.stated.get("published") or "")
    if published is of_card is None and OWN_YEAR.match(said):  # 2021年3月 states a year, but no day
        year, evidence = int(said[:4]), said
    return {
        "doc_id": source.doc_id,
        "path": source.path,
        "title": title,
        "outlet": outlet,
        "published": published if published is not None else pd.NaT,
        "year": year,
        "year_evidence": evidence,
        **home,
        "genre": genre,
        "genre_evidence": genre_evidence,
        "doc_number": doc_number,
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
    """Text of the lines that are no furniture, up to the length that tells where a document speaks of.

    The name of a division right above the title is that of the column in which a paper prints it.
    """
    out, left = [], OPENING
    for line, below in zip(lines, [*lines[1:], None], strict=False):
        if left <= 0:
            break
        column = line.why == ABOVE and below is not None and below.kind == "title" and is_whole(line.text)
        if line.kind != "boilerplate" or column:
            out.append(line.text[:left])
            left -= len(line.text)
    return out


def _title(source, lines, numbers, articles, stated):
    """Title of the whole document, or None."""
    if source.stated.get("title"):
        return source.stated["title"]
    if stated["named"] and _stands(lines, stated["named"]):
        return stated["named"]
    passed = ("page", "boilerplate", "byline", "caption") + (
        ("dateline", "editor") if len(articles) == 1 else ()
    )
    shown = [i for i, x in enumerate(lines) if x.kind not in ("page", "boilerplate")][:TOP]
    first = next((i for i in shown if lines[i].kind not in passed), None)
    if first is not None and is_note(lines[first].folded):
        first = next((i for i, x in enumerate(lines) if x.kind == "title"), None)
    if first is None or lines[first].kind != "title":
        return stated["title"] or _issued(lines) or _offered(lines) or stated["named"]
    first = _repeated(lines, first)
    text = LINK.sub("", TITLE_LABEL.sub("", lines[first].text))
    below = lines[first]
    for below in lines[first + 1 :]:
        if below.kind != "title" or not _goes_on(text, below.text):
            break
        text += below.text
    if len(articles) > 1 and (numbers[first] == 0 and not _dateline_follows(lines, first)):
        return None
    if stated["title"] and fold(stated["title"]).startswith(fold(squeeze(text))):
        return stated["title"]
    own = squeeze(text).removeprefix(stated["title"] or "").removesuffix(f"{stated['title']}》")
    if stated["title"] and NUMBERED_TITLE.fullmatch(own):
        return stated["title"]
    if stated["title"] and squeeze(text).endswith(BARS, 0, -len(stated["title"])):  # its column before it
        return stated["title"]
    first, *rest = re.split(r"[|｜丨_]|\s[-–—]\s", text)
    content = next((x.text for x in lines if x.kind == "paragraph"), "")
    if len(first) < len("".join(rest)) and not content.startswith(first):
        first = text  # 专家解读｜... has its column before its title, and others behind it
    title = TAIL_YEAR.sub(r"\g<title>", TAIL_DATE.sub("", first)).strip().lstrip(DASHES) or text
    if SIGNATORY.fullmatch(title) and DAY_ALONE.fullmatch(below.folded):
        return None  # the office that signs a text without a title at its head
    if len(title) <= BUTTON and not KIND_NAME.fullmatch(title):
        return _issued(lines) or (None if ADDRESSEE.match(below.folded) else title)
    return title


def _repeated(lines, first):
    """Number of the title, which some pages print twice below the name of their column."""
    texts = [squeeze(x.text) for x in lines[first : first + TWICE]]
    again = (i for i, (x, y) in enumerate(pairwise(texts), first) if x == y and len(x) > BUTTON)
    return next((i for i in again if lines[i].kind == "title" and "\t" not in lines[i].text), first)


def _stands(lines, title):
    """Whether a title, which the card of a document names, stands above its text on lines of its own."""
    texts = [NUMBER.sub("", squeeze(x.text)) for x in lines[:HEAD]]
    return any(title == "".join(texts[i : i + n]) for i in range(len(texts)) for n in (1, 2, 3))


def _goes_on(text, below):
    """Whether the second line of a headline ends the title of a document that the first has begun."""
    if (
        KIND_NAME.fullmatch(below) or OF_PLAN.match(below) or begins_title(text, below)
    ):  # 公告 below the name of the office
        return True
    ends = ENDS_TITLE.search(below) and not ENDS_TITLE.search(text)
    return bool(ends and (BEGINS_TITLE.search(text) or len(below) <= KIND_OF))


def _issued(lines):
    """Title of what a text without one issues: it is named in the first sentences and stands alone below them."""
    named = [x for line in lines[:FIRST_LINES] for x in ISSUES.findall(line.text)]
    alone = {squeeze(x.text) for x in lines if x.kind in ("heading", "title") and not x.marker}
    return next((x for x in named if squeeze(STAGE.sub("", x)) in alone or squeeze(x) in alone), None)


def _offered(lines):
    """Name of the file that a site offers above a text without a title, or None."""
    found = (OFFERED.match(x.folded) for x in lines[:FIRST_LINES] if x.kind == "boilerplate")
    return next((x["name"] for x in found if x), None)


def _dateline_follows(lines, i):
    return i + 1 < len(lines) and lines[i + 1].kind == "dateline"


def _year(lines, review, title, genre, published, signed, doc_number):
    """Year in which a document speaks, and the words that show it."""
    if genre == "work_report":
        headings = [x.text for x in lines if x.kind == "heading" and x.level == 1]
        head = [x.text[:SPEAKER] for x in lines if x.kind != "boilerplate"][:SPEECH_LINES]
        content = [x.text for x in lines if x.kind not in ("boilerplate", "page")]
        opening = title or next(iter(REPORT.findall(content[0] if content else "")), None)
        found = not title and year_of_summary(content)
        found = found or year_of_report(opening, headings, head, review, content)
        if found[0]:
            return found
    numbered = OWN_YEAR.search(doc_number or "")
    if genre == "policy_document" and signed is None and numbered:
        return int(numbered[0]), doc_number  # sites publish what was issued years ago
    issued = genre in DOCUMENTS
    if not issued and genre != "news" and (summed := year_summed_up(title)):
        return summed  # a bulletin comes out in the year after its own
    if genre == "news" and (wired := _telegraphed(lines)):
        return wired  # sites publish what was written years ago
    for day in (signed, published) if issued else (published, signed):
        if day is not None:
            return day.year, str(day.date())
    if numbered:
        return int(numbered[0]), doc_number
    texts = [x.text for x in lines if x.kind not in ("boilerplate", "page")]
    found = _own_date(lines) or infer_year(texts, title)
    return (issued and not found[0] and year_in_force(texts)) or found


def _telegraphed(lines):
    """Year of the day with which an agency or a paper opens its text, and the words; or None."""
    first = next(
        (x for x in lines if x.kind == "paragraph" or (x.kind == "dateline" and WIRED.match(x.folded))), None
    )
    found = first and WIRED.match(first.folded)
    return found and (int(found[1]), found[0])


def _own_date(lines):
    """Year of a date in brackets below the title, or of a month that stands alone there or at the end; or None.

    As in （2017年3月21日，根据录音整理）, （2019年） and 2019年7月.
    """
    above = next((i for i, x in enumerate(lines) if x.kind == "heading"), SPEECH_LINES)
    once = sum(bool(MONTH.fullmatch(x.folded)) for x in lines) == 1  # of a chronicle there are several
    for line in (*lines[: min(above, SPEECH_LINES)], *lines[-2:]):
        text = line.folded[:HEAD].lstrip("(—–―- ")
        found = next((x for x in find_dates(text) if x.start == 0 and not ADOPTED.search(line.text)), None)
        alone = found and text[found.end :].strip(") 日") == ""
        if found and (
            (line.folded[0] in DASHED and (alone or found.month)) or (alone and found.month and once)
        ):
            return found.year, line.text[:HEAD]
    return None
