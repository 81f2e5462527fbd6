"""Newspaper or site in which a document stands."""

import re

from govnlp.documents.parsing.furniture import CREDIT, DATE, DAY, ISSUE, MASTHEAD, ORIGIN, PAPER
from govnlp.documents.parsing.lines import TURN
from govnlp.documents.parsing.texts import ends
from govnlp.text import fold

# 来源：临溪日报作者：林溪: the next label may follow without a blank
NEXT = (
    "(?:作者|责任编辑|责编|编辑|记者|通讯员|发[布表](?:时间|日期)|时间|日期|浏览|点击|阅读|字号|字体)"
    r"[^\s:：]{0,2}[:：]"
)
SOURCE = re.compile(
    r"(?:稿件|信息|文章|新闻)?(?:来源|来自|稿源|出处|转载?自)\s*[:：]\s*"
    rf"(?!{NEXT})([^\s|｜:：,，;；()（）【】\[\]]{{2,30}}?)(?={NEXT}|[|｜,，;；()（）【】\[\]]|\s(?!\s*[:：])|$)"
)
REPRINT = re.compile("(?:本文|文章)?转(?:载)?自\\s?[:：]")
PAPER_AT = re.compile(PAPER)
PAPER_REPORTER = re.compile(
    r"^[(●■□◆•·▶\s]*(?:本报)?([一-鿿\-—]{2,14}?(?:日报|晚报|时报|早报|晨报|商报|都市报|新闻网|网|电视台|广播电台|通讯社|新华社|客户端|融媒体中心"
    r"|新闻传媒中心)|(?!首席|电视|资深|高级|国[内际])[一-鿿]{2}(?:新闻|财经|视频))\s?(?:全媒体?|融媒|见习|首席)*记者"
)
REPORTER_OF = re.compile(rf"[(]({PAPER})(?:全媒体?|融媒|见习|首席)*记者")
IN_FRONT = re.compile(rf"[(【]({PAPER})[)】](?=[一-鿿\d“])")  # (临溪晨报)到年底，…
OWN_REPORTER = re.compile(  # 《临溪新闻》记者专访了: of whom a paper tells in its own text
    r"^.{0,24}《([一-鿿]{2,10}(?:[日晚时早晨商周]?报|周刊|新闻|在线))》[一-鿿]{0,2}记者(?=专访|采访了|独家|注意到|获悉|从|了解到)"
)
TAIL_OUTLET = re.compile(rf"{DATE}\s?({PAPER})$")
QUOTED_MASTHEAD = re.compile(r"《[^》]+》\s*(?:$|[\d第(·])")
JOURNAL = re.compile(r"([一-鿿·]{2,12}?)\s(?:19|20)\d\d年第?\d{1,2}期$")
NOT_OUTLET = re.compile(
    r"本[报网台刊社站]|^(?:[A-Za-z]*\d{4,}$|原创|综合|网络|互联网|未知|不详|佚名|转载|其他|admin|.{0,2}办公室$|.{0,2}政府办$)"
)
OF_DIVISION = re.compile("[省市区县旗镇乡村]$")  # 临溪县消息: where the news are from
CREDITS = re.compile("[讯电消网]")  # one of these is in every `CREDIT`
CONTENT = ("paragraph", "answer")  # kinds that may open with a credit, and those that name the outlet else
SAYING = ("dateline", "byline", "editor")  # kinds that may say 来源
NAMING = (*CONTENT, *SAYING, "title", "page", "caption")
# of a page, and what asks for a visit: neither is of the name
BEFORE = re.compile(r"(?:https?://|www\.)\S+\s*|^(?:点击|关注|订阅|进入)(?=[一-鿿]{2,8}报$)")
ENDS = "。！？!?”）)"  # with which a whole line ends
HEAD = 40  # characters of a line that may name the outlet


def outlet_of(lines):
    """Newspaper or site that the head of a page, a dateline, a credit or a byline names."""
    source, told = None, False
    for line in (x for x in lines if x.kind in NAMING and not (x.kind == "byline" and x.marker == TURN)):
        cut = told and line.text[-1] not in ENDS  # the opening of another page
        told = told or (line.kind in CONTENT and ends(line.text))
        opens = (
            line.folded[0] in "(【" or "》" in line.folded[:HEAD] or CREDITS.search(line.folded, 0, 2 * HEAD)
        )
        if line.kind in CONTENT and (cut or not opens):
            continue
        whole = " ".join(line.folded[: 4 * HEAD].split())  # a masthead is set apart by blanks
        whole = BEFORE.sub("", whole)
        folded = whole[:HEAD]
        if line.kind == "title" and (found := TAIL_OUTLET.search(fold(line.text[-HEAD:]))):
            return found[1]
        found = SOURCE.search(whole) if line.kind in SAYING or REPRINT.match(whole) else None
        reprints = found and PAPER_AT.search(found[1])  # a site that names the paper
        if line.kind in ("dateline", "title", "page") and DAY.search(folded) and not reprints:
            papers = [x.strip("《》") for x in folded.split() if MASTHEAD.fullmatch(x)]
            if papers:
                return next((x for x in papers if not x.endswith("网")), papers[0])  # which a site reprints
        if line.kind in ("dateline", "title") and (paper := PAPER_AT.search(DAY.sub(" ", folded))):
            issue = (
                ISSUE.match(folded.lstrip("《"))
                or QUOTED_MASTHEAD.match(folded)
                or DAY.match(folded)
                or MASTHEAD.match(folded)
                or ORIGIN.match(folded)
            )
            if issue and (line.kind == "dateline" or folded.startswith("《")):
                return paper[0]
        found = found or (PAPER_REPORTER.match(folded) if line.kind == "byline" else None)
        found = found or (JOURNAL.match(whole) if line.kind == "dateline" else None)
        if found is None and line.kind in ("byline", "caption"):
            found = REPORTER_OF.search(folded)
        if line.kind in CONTENT or (line.kind == "dateline" and not found):
            found = CREDIT.match(folded) or IN_FRONT.match(folded) or OWN_REPORTER.match(folded)
        told_from = found and line.kind in CONTENT and OF_DIVISION.search(found[1])
        if found and not told_from and not NOT_OUTLET.search(found[1]):
            name = found[1].strip("—-《》")
            if PAPER_AT.search(name):
                return name
            source = source or name
    return source
