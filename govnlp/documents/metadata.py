"""Metadata of a document: title, outlet, dates, year with its evidence, genre, authors."""

import re
from collections import Counter

import pandas as pd

from govnlp.documents.lines import CREDIT, DATE, fold
from govnlp.documents.people import split_byline
from govnlp.documents.places import infer_region
from govnlp.documents.policy import iso_date, policy_metadata

FULL_DATE = re.compile(DATE)
YEAR = re.compile(r"(?<![\d.])((?:19|20)\d\d)\s?年?(?![\d.])")
AHEAD = re.compile(r"(?:到|至|争取|力争|规划|展望|—|-|~)\s?$")
REVIEWED = re.compile(r"((?:19|20)\d\d)\s?年?(?:度|政府|主要)*工作(?:的)?(?:回顾|总结|情况)")
SOURCE = re.compile(r"(?:来源|来自)\s?:\s*([^\s:|]{2,30})")
PAPER = re.compile(
    r"^[(]?(?:本报)?([一-鿿\-—]{2,12}?(?:日报|晚报|时报|早报|晨报|都市报|新闻网|网|电视台|通讯社|新华社|客户端))(?:全媒体?|见习|首席)*记者"
)
TAIL_DATE = re.compile(rf"\s*{DATE}.{{0,20}}$")
NOT_OUTLET = re.compile(r"本[报网台刊社站]|^(?:原创|综合|网络|互联网)")
HEAD, OPENING = 40, 30_000


def metadata(source, lines, numbers, articles, part_of):
    """Row of `Corpus.documents` for parsed lines.

    Notes
    -----
    What the format states comes first, then what the text states. The title of a document with several
    articles is the line that stands before all of them, if there is one. Only a full date is a date of
    publication; else the year is the latest that the text speaks of without looking ahead.
    """
    stated = policy_metadata(source)
    genre = "work_report" if any(part_of) else _genre(lines, articles, stated)
    published = _date(source.stated.get("published") or stated["published"]) or _published(lines)
    year, evidence = _year(lines, part_of, genre, published, stated)
    region, code = infer_region(_opening(lines))
    return {
        "doc_id": source.doc_id,
        "path": source.path,
        "title": _title(source, lines, numbers, articles, stated),
        "outlet": source.stated.get("outlet") or _outlet(lines),
        "published": published if published is not None else pd.NaT,
        "year": year,
        "year_evidence": evidence,
        "region": region,
        "region_code": code,
        "genre": genre,
        "doc_number": stated["doc_number"],
        "issuer": stated["issuer"],
        "signed": stated["signed"],
        "topic_class": stated["topic_class"],
        "encoding": source.encoding,
        "n_chars": sum(map(len, source.lines)),
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
    first = next(
        (i for i, x in enumerate(lines[:12]) if x.kind not in ("page", "boilerplate", "byline", "caption")),
        None,
    )
    if first is None or lines[first].kind != "title":
        return stated["title"]
    text = lines[first].text
    if len(articles) > 1 and (numbers[first] == 0 and not _dateline_follows(lines, first)):
        return None
    if stated["title"] and fold(stated["title"]).startswith(fold("".join(text.split()))):
        return stated["title"]
    return TAIL_DATE.sub("", re.split(r"[|｜]", text)[0]).strip() or text


def _dateline_follows(lines, i):
    return i + 1 < len(lines) and lines[i + 1].kind == "dateline"


def _genre(lines, articles, stated):
    """Kind of document: what its form shows."""
    opening = [x.text for x in lines[:30]]
    if any(x.startswith("各位代表") or (len(x) < 40 and "政府工作报告" in x) for x in opening):
        return "work_report"
    if sum(x.startswith("第") and x[:8].find("条") > 0 for x in (y.text for y in lines)) >= 5:
        return "law"
    if any(x.kind == "question" for x in lines):
        return "interview"
    if stated["doc_number"]:
        return "policy_document"
    if len(articles) > 1:
        return "news_page"
    return "news" if any(x.kind in ("byline", "caption") for x in lines) else None


def _date(text):
    iso = iso_date(text)
    return pd.Timestamp(iso) if iso else None


def _published(lines):
    """Full date of a dateline, or the one that ends a headline."""
    for line in lines[:HEAD]:
        folded = fold(line.text[:200])
        found = FULL_DATE.search(folded) if line.kind in ("dateline", "title") else None
        if found and (line.kind == "dateline" or TAIL_DATE.search(folded)):
            return _date(found[0].replace(" ", ""))
    return None


def _year(lines, part_of, genre, published, stated):
    """Year in which a document speaks, and the words that show it."""
    if genre == "work_report":
        named = [
            (int(y[1]), y[0])
            for x in lines
            if x.kind == "title" or (x.kind == "heading" and x.level == 1)
            for y in YEAR.finditer(x.text)
        ]
        reviewed = [
            (int(y[1]) + 1, y[0]) for x in lines if x.kind == "heading" and (y := REVIEWED.search(x.text))
        ]
        if named or reviewed:
            return max(named + reviewed)
        past = [
            y for x, part in zip(lines, part_of, strict=True) if part == "review" for y in _years_of(x.text)
        ]
        often = Counter(year for year, _ in past)
        past = [x for x in past if often[x[0]] > 1] or past
        if published is None and past:
            year, words = max(past)
            return year + 1, words
    if published is not None:
        return published.year, str(published.date())
    if stated["signed"]:
        return int(stated["signed"][:4]), stated["signed"]
    found = {}
    for line in lines:
        for year, words in _years_of(line.text[:2000]):
            found.setdefault(year, words)
    return (max(found), found[max(found)]) if found else (None, None)


def _years_of(text):
    """(year, words around it) of the years that a text speaks of without looking ahead."""
    return [
        (int(x[1]), text[max(0, x.start() - 6) : x.end() + 8])
        for x in YEAR.finditer(text)
        if "年" in x[0]
        and 1949 <= int(x[1]) <= 2049
        and not AHEAD.search(text[max(0, x.start() - 4) : x.start()])
    ]


def _outlet(lines):
    """Newspaper or site that a dateline, a credit or a byline names."""
    for line in lines:
        folded = fold(line.text[:HEAD])
        found = SOURCE.search(folded) if line.kind == "dateline" else None
        found = found or (PAPER.match(folded) if line.kind == "byline" else None)
        if found is None and line.kind in ("paragraph", "answer"):
            found = CREDIT.match(folded)
        if found and not NOT_OUTLET.search(found[1]):
            return found[1].strip("—-")
    return None
