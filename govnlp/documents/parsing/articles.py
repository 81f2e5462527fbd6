"""Articles of a document: which short lines are headlines, which sub-headings, and where articles begin."""

import re
from collections import Counter
from itertools import islice, pairwise
from statistics import median

from govnlp.documents.corpus import CONTENT
from govnlp.documents.entities.personal_names import is_name
from govnlp.documents.parsing.bulletins import ITEM_LENGTH, ITEMS, set_bulletin
from govnlp.documents.parsing.furniture import CREDIT, TOLD
from govnlp.documents.parsing.lines import AROUND, STATED, TURN, runs_of
from govnlp.documents.parsing.texts import SHORT, ends
from govnlp.text import squeeze

AGENCY = re.compile(
    r".{1,14}(?:[省市区县州盟旗镇乡村街]|街道|社区|[委局办厅部处院会]|政府|中心|集团|公司|学校|大学)\s?:\s?\S{4,}"
)
REPORTED = re.compile(  # (记者林禾 通讯员周渠)9月6日, ...
    r"[(【\[](?:本报|[一-鿿]{2,8}?)?(?:见习|实习|特约|全媒体?)?(?:记者|通讯员)[^()【】\[\]。]{2,30}[)】\]]\s?\S"
)
CLOSING = re.compile(  # who reported, behind the last sentence of an article
    r"(?:[(](?:本报)?(?:见习|实习|特约)?(?:记者|通讯员|撰稿|供稿|作者)[^()。]{2,30}[)]"
    r"|\s{2,}(?:本报)?(?:见习|实习|特约)?(?:记者|通讯员)\s?[一-鿿\s]{2,16})$"
)
VALUE = re.compile(r"[一-鿿]{2,8}\s?:\s?\S")
BRIEF, MARKS = 8, "●◆■★○◎▲△▼□"  # characters of the headline of news in brief; marks of its items
BULLET, FIGURE = re.compile(r"[●◆■★○◎]"), re.compile(r"\d")
TWO_PIECES = re.compile(r"\S{5,}\s+\S{5,}")
REVIEW_HEADING = re.compile(r"(?:(?:19|20)\d\d年|过去).{0,8}工作(?:的)?回顾")
SERIES = re.compile(  # of texts in a collection: 讲话稿 篇1, 范文三
    r"【?(?P<name>.{2,40}?)(?:第[一二三四五六七八九十\d]{1,3}篇|(?<=[篇例文])[一二三四五六七八九十\d]{1,3})[:】]?"
)
FIRST_ARTICLE = re.compile("第一[章条]")
HEADLINE = "title", "it is short, no sentence, and an article opens with it"
SUB_HEADING = "heading", "it is short, no sentence, and stands between paragraphs of an article"
SPAN = 0.3  # of the lines, from the first to the last chapter
LONGEST_RUN = 4  # short lines of a headline with what stands above and below it
REACH = 10  # lines of the frame of a page between a headline and its text
LEAD, ALIKE = 40, 3  # characters of a paragraph that name who reports; by which lines of one form differ


def set_articles(lines):
    """Resolve short lines into titles, headings, captions and paragraphs; gives the article of each line.

    Parameters
    ----------
    lines : list of Line
        Changed in place: no ``head`` is left.

    Returns
    -------
    list of int or None
        Parallel to `lines`; None for the furniture of pages and for what stands before the first article.

    Examples
    --------
    >>> from govnlp.documents.parsing.rules import classify
    >>> from govnlp.documents.reading.source import Source
    >>> text = ["B1", "清渠三十里", "渠清了。", "B2", "新桥通车", "桥通了。"]
    >>> set_articles(classify(Source("a", lines=text)))
    [None, 0, 0, None, 1, 1]
    """
    set_items(lines)
    set_bulletin(lines)
    set_authors(lines)
    runs = head_runs(lines)
    starts = headlines(lines, runs)
    set_aside_issue(lines, starts)
    titled = next((i in starts for i, x in enumerate(lines) if x.kind in CONTENT or i in starts), True)
    out, article, content = [], -1, False
    for i, line in enumerate(lines):
        if i in starts and (content or article < 0):
            article, content = article + 1, False
        if line.kind in CONTENT or (line.kind == "heading" and line.marker and not titled):
            article = max(article, 0)
        content = content or line.kind in CONTENT
        furniture = line.kind in ("page", "boilerplate") or article < 0
        out.append(None if furniture else article)
    return out


def set_items(lines):
    """Most of many short lines under one mark (●) are items of lists; the others among them are what heads these."""
    for run in runs_of(range(len(lines)), lambda i: lines[i].kind == "head"):
        items = [i for i in run if BULLET.match(lines[i].text)] if len(run) > LONGEST_RUN else []
        if len({lines[i].text[0] for i in items}) == 1 and len(items) > len(run) / 2:
            for i in range(items[0], run[-1] + 1):
                goes_on = FIGURE.search(lines[i].text)  # 320张 below ●新增床位
                if i in items or i + 1 not in items or goes_on:
                    lines[i].become("paragraph", "it is an item of a list")


def set_authors(lines):
    """A name alone between the headline and the text of an article on a page of a paper is its author's."""
    if not any(x.kind == "page" and "版" in x.text for x in lines):
        return
    for first, last in _spans(lines):
        *above, line = lines[first : last + 1]
        opened = first == 0 or lines[first - 1].kind != "paragraph" or ends(lines[first - 1].text)
        named = is_name(squeeze(line.text)) and not any(is_name(squeeze(x.text)) for x in above)
        told = any(x.kind == "paragraph" and line.text not in x.text for x in lines[last + 1 : last + 2])
        if above and opened and named and told:
            line.become("byline", "it is a name between the title and the text")


def _spans(lines):
    """First and last of neighbouring short lines."""
    for run in runs_of(range(len(lines)), lambda i: lines[i].kind in ("head", "title")):
        yield run[0], run[-1]


def set_aside_issue(lines, starts):
    """The name of an issue above the first mark of a page begins no article: its pages' headlines do."""
    content = next((i for i, x in enumerate(lines) if x.kind in CONTENT), 0)
    opening = sorted(x for x in starts if x < content)
    marks = [i for i in range(content) if lines[i].kind == "page"]
    if marks and len(opening) > 1 and opening[0] < marks[-1] < opening[-1]:
        starts -= {x for x in opening if x < marks[-1]}


def head_runs(lines):
    """Runs (first, last) of consecutive short lines; what can be no headline becomes a paragraph."""
    runs = []
    for span in _spans(lines):
        run = _without_label(lines, span)
        if is_run(lines, run):
            runs.append(run)
        else:
            _as_paragraphs(lines, run)
    return runs


def _without_label(lines, run):
    """A run without the line that leads over to a text (现将…公布如下：) and ends it."""
    first, last = run
    fields = [i for i in range(first + 1, last + 1) if VALUE.match(lines[i].folded)]
    if lines[first].why == STATED and len(fields) == last - first > 1:
        for i in fields:
            lines[i].become("paragraph", "it is one of several labels with their values below the title")
        return first, first
    if last > first and lines[last].kind == "head" and lines[last].folded.endswith(":"):
        lines[last].become("paragraph", "it leads over to what stands below it")
        return first, last - 1
    return run


def is_run(lines, run):
    """Whether a run of short lines can be a headline or a sub-heading."""
    first, last = run
    if lines[first].kind == "title":
        return True
    if last - first >= 2 and all(VALUE.match(x.folded) for x in lines[first : last + 1]):
        return False  # fields of a record, one a line
    if opens(lines, first):
        return len(lines) > 1 and last - first < LONGEST_RUN and not lines[last].folded.endswith(":")
    followed = any(x.kind not in AROUND for x in lines[last + 1 : last + REACH])
    cry = lines[last].folded.endswith("!") and not _opens_article(lines, last)
    return followed and last - first < LONGEST_RUN and not cry and not lines[last].folded.endswith(":")


def opens(lines, i):
    """Whether nothing but furniture stands above a line."""
    return all(x.kind in AROUND for x in islice(lines, i))


def _as_paragraphs(lines, run):
    first, last = run
    keep = 1 if opens(lines, first) and last > first and not lines[first].folded.endswith(":") else 0
    for line in lines[first + keep : last + 1]:
        line.become("paragraph", "it is short but one of too many to be a headline")
    if keep:
        lines[first].become("title", "it is the first of the short lines that open the document")


def headlines(lines, runs):
    """First lines of headlines; sets the kinds of all runs."""
    chosen, pages = set(), sum(x.kind == "page" for x in lines) >= 2
    marked = any(x.kind == "page" for x in lines)
    within = [r for r in runs if r[0] > 0]
    parallel = _parallel(lines, runs)
    spread = sum(_newspaper(lines, r) for r in runs if r[0] not in parallel) >= 3
    series = Counter(found["name"] for a, _ in runs if (found := SERIES.fullmatch(squeeze(lines[a].folded))))
    lengths = [len(lines[r[0]].text) for r in runs]
    items = len(within) >= ITEMS and median(lengths) >= ITEM_LENGTH
    whole = is_numbered(lines)
    seen_content = False
    position = 0
    for first, last in runs:
        seen_content = seen_content or any(
            x.kind in CONTENT or (x.kind == "heading" and x.marker) for x in lines[position:first]
        )
        position = last + 1
        if first < last and BULLET.match(lines[first].text) and _opens_article(lines, last):
            lines[first].become(*SUB_HEADING)  # ■人物 names the column above the headline
            first += 1
        apart = (
            not whole
            and first not in parallel
            and (pages or items or (spread and _newspaper(lines, (first, last))))
        )
        headline = (
            not seen_content
            or lines[first].kind == "title"
            or _opens_article(lines, last)
            or (not whole and _stands_between(lines, first, last))
            or (marked and chosen and _opens_briefs(lines, last))
            or (apart and not lines[first].text.endswith("—"))
        )
        headline = headline or (pages == 0 and not chosen and _opens_law(lines, last))
        part = SERIES.fullmatch(squeeze(lines[first].folded))
        headline = headline or (part is not None and series[part["name"]] > 1)
        headline = headline and not REVIEW_HEADING.fullmatch(lines[first].text)
        listed = seen_content and BULLET.match(lines[first].text) and not _opens_article(lines, last)
        headline = headline and not listed
        for line in lines[first : last + 1]:
            kind, why = HEADLINE if headline else SUB_HEADING
            line.become(kind, why)
        if headline:
            chosen.add(first)
    _set_stated(lines)
    chosen |= {
        i for i, x in enumerate(lines) if x.kind == "title" and (i == 0 or lines[i - 1].kind != "title")
    }
    return chosen


def _set_stated(lines):
    """Headings that the format states and that open the document or, behind content, an article are titles."""
    titled = any(x.kind == "title" and x.why == STATED for x in lines)
    content = False
    for i, line in enumerate(lines):
        content = content or line.kind in CONTENT
        if line.kind != "heading" or line.why != STATED or line.marker:
            continue
        sheet = len(line.text) <= SHORT and i + 1 < len(lines) and lines[i + 1].kind == "title"  # its name
        if (content and titled and _opens_article(lines, i)) or not (titled or sheet or not opens(lines, i)):
            line.kind, titled = "title", True


def _opens_law(lines, last):
    """Whether the first chapter or article follows: what an order puts into force has its title below the order."""
    return last + 1 < len(lines) and FIRST_ARTICLE.match(lines[last + 1].text) is not None


def is_numbered(lines):
    """Whether chapters or 一、二、 run through most of a text: it is one document, no page of a newspaper."""
    for marker in ("chapter", "ordinal"):
        found = [i for i, x in enumerate(lines) if x.kind == "heading" and x.marker == marker]
        names = [lines[i].text[:3] for i in found]
        if len(set(names)) == len(names) > 1 and found[-1] - found[0] > len(lines) * SPAN:
            return True
    return False


def _parallel(lines, runs):
    """First lines of neighbouring runs that are built alike (length, place of the colon): sub-headings."""
    texts = [lines[first].folded for first, _ in runs]
    shapes = [(len(x), x.find(":"), bool(AGENCY.match(x))) for x in texts]
    pairs = [
        n
        for n, (a, b) in enumerate(pairwise(shapes))
        if 0 < a[1] == b[1] < a[0] - 1
        and (a == b or (abs(a[0] - b[0]) <= ALIKE and not (a[2] or b[2] or " " in texts[n])))
    ]
    return {runs[m][0] for n in pairs for m in (n, n + 1)}


def _opens_article(lines, last):
    """Whether a byline or the credit of an agency or newspaper follows."""
    following = next((x for x in lines[last + 1 : last + 4] if x.kind != "caption"), None)
    if following is None or following.marker == TURN:
        return False
    opening = following.folded[:LEAD]
    return following.kind == "byline" or bool(CREDIT.match(opening) or REPORTED.match(opening))


def _stands_between(lines, first, last):
    """Whether an article ends with its reporters right above a run, and the text below opens as news do."""
    above = lines[first - 1]
    if above.kind == "byline" and first > 1:
        closed = lines[first - 2].kind == "paragraph"
    else:
        closed = above.kind == "paragraph" and CLOSING.search(above.folded)
    below = next((x for x in lines[last + 1 : last + 4] if x.kind != "caption"), None)
    return bool(closed and below and below.kind == "paragraph" and TOLD.search(below.text[:LEAD]))


def _opens_briefs(lines, last):
    """Whether two items or more with one mark follow a short line: news in brief."""
    items = [x.text[0] for x in lines[last + 1 : last + 3]]
    return len(lines[last].text) <= BRIEF and len(items) == 2 and items[0] == items[1] in MARKS


def _newspaper(lines, run):
    """Whether a run looks like a headline of a page: pieces set apart, or an agency and what it does."""
    folded = [x.folded for x in lines[run[0] : run[1] + 1]]
    return any(TWO_PIECES.match(x) or AGENCY.match(x) for x in folded)
