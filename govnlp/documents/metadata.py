"""Metadata of a document: title, outlet, dates, year with its evidence, genre, authors."""

import re
from collections import Counter

import pandas as pd

from govnlp.documents.lines import CREDIT, DATE, fold
from govnlp.documents.policy import iso_date, policy_metadata

FULL_DATE = re.compile(DATE)
YEAR = re.compile(r"(?<![\d.])((?:19|20)\d\d)\s?年?(?![\d.])")
AHEAD = re.compile(r"(?:到|至|争取|力争|规划|展望|—|-|~)\s?$")
REVIEWED = re.compile(r"((?:19|20)\d\d)\s?年?(?:度|政府|主要)*工作(?:的)?(?:回顾|总结|情况)")
PLANNED = re.compile(r"((?:19|20)\d\d)\s?年?[一-鿿]{0,8}(?:安排|建议|任务|工作|目标|要求)")
LAST_YEAR = re.compile(r"(?:过去|刚刚过去)(?:的)?(?:一年|五年)")
SOURCE = re.compile(r"(?:来源|来自)\s?:\s*([^\s:|]{2,30})")
PAPER = re.compile(r"^[(]?(?:本报)?([一-鿿\-—]{2,12}?(?:日报|晚报|时报|早报|晨报|都市报|新闻网|网|电视台|通讯社|新华社|客户端))(?:全媒体?|见习|首席)*记者")
TAIL_DATE = re.compile(rf"\s*{DATE}.{{0,20}}$")
NOT_OUTLET = re.compile(r"本[报网台刊社站]|^(?:原创|综合|网络|互联网)")
HEAD = 40


def metadata(source, lines, numbers, articles):
    """Row of `Corpus.documents` for parsed lines.

    Notes
    -----
    What the format states comes first, then what the text states. The title of a document with several
    articles is the line that stands before all of them, if there is one. Only a full date is a date of
    publication; else the year is the latest that the text speaks of without looking ahead.
    """
    stated = policy_metadata(source)
    genre = _genre(lines, articles, stated)
    published = _date(source.stated.get("published") or stated["published"]) or _published(lines)
    year, evidence = _year(lines, genre, published, stated)
    return {
        "doc_id": source.doc_id,
        "path": source.path,
        "title": _title(source, lines, numbers, articles, stated),
        "outlet": source.stated.get("outlet") or _outlet(lines),
        "published": published if published is not None else pd.NaT,
        "year": year,
        "year_evidence": evidence,
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
    pieces = re.split(r"(记者|通讯员|作者|撰文|统筹|编辑|摄影|策划|图片?)", fold(text).strip("()【】 "))
    names = []
    for role, rest in zip(pieces[1::2], pieces[2::2], strict=True):
        if role in ("记者", "通讯员", "作者", "撰文"):
            names += re.findall(r"(?<![一-鿿])[一-鿿·]{2,4}(?![一-鿿])", rest)
    return list(dict.fromkeys(names))


def _title(source, lines, numbers, articles, stated):
    """Title of the whole document, or None."""
    if source.stated.get("title"):
        return source.stated["title"]
    first = next(
        (i for i, x in enumerate(lines[:12]) if x.kind not in ("page", "boilerplate", "byline", "caption")), None
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


def _year(lines, genre, published, stated):
    """Year in which a document speaks, and the words that show it."""
    if genre == "work_report":
        for pattern, add in ((REVIEWED, 1), (PLANNED, 0)):
            for line in lines:
                found = pattern.search(line.text) if line.kind in ("heading", "title") else None
                if found:
                    return int(found[1]) + add, found[0]
    if published is not None:
        return published.year, str(published.date())
    if stated["signed"]:
        return int(stated["signed"][:4]), stated["signed"]
    counts, words = Counter(), {}
    for line in lines:
        text = line.text[:2000]
        for found in YEAR.finditer(text):
            year = int(found[1])
            if "年" in found[0] and 1949 <= year <= 2049 and not AHEAD.search(text[max(0, found.start() - 4) : found.start()]):
                counts[year] += 1
                words.setdefault(year, text[max(0, found.start() - 6) : found.end() + 8])
    if not counts:
        return None, None
    year = max(counts) if genre != "work_report" else counts.most_common(1)[0][0]
    return year, words[year]


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
