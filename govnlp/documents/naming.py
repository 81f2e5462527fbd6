"""Short names of documents: place, year and genre, the same in all figures of a run."""

import re
import unicodedata
from collections import Counter
from itertools import takewhile

from govnlp.lexicons import lexicon_content
from govnlp.notes import Note

RANK = re.compile(r"委|政府|人大|政协|纪委|长(?!期|效|久|远)")
UNSEEN = re.compile(r"[\s\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad]+")

ABOUT = re.compile(r".*关于(?:(?:印发|转发|批转|公布|发布|修改|废止)的?[《〈]?|[《〈])?(?=.{4})")
COUNTRY = re.compile(r"^[《〈]?(?:中华人民共和国)?")
SPAN = r"年(?![底末初前后以来至到和、—–-])度?"
"""Behind a year that stands for itself: no end of it (2022年底) and no span (2022年至2025年)."""
YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?:年|$)")
FORMULA = re.compile(r"国民经济和社会发展(?=.{4})")
"""What bulletins and plans all have in their titles before what they are."""
NAMED = 10
"""Documents that a message names."""
WIDTH = 14
"""Ems of a name that rows and heads of figures have room for."""


def ems(text):
    """Width of a text in ems: one per Chinese character, 0.56 per other."""
    return sum(1.0 if unicodedata.east_asian_width(c) in "WFA" else 0.56 for c in text)


def cut(text, width):
    """Text of at most so many ems, with an ellipsis where it is longer.

    Examples
    --------
    >>> cut("云岭市青槐区人民政府工作报告", 8)
    '云岭市青槐区人…'
    """
    if ems(text) <= width:
        return text
    kept = ""
    for c in text:
        if ems(kept + c) > width - 1:
            break
        kept += c
    return kept + "…"


def check_known(ids, documents):
    """Raise ValueError for the first doc_id that no document has, naming some of those that there are.

    >>> import pandas as pd
    >>> check_known(["丙"], pd.DataFrame({"doc_id": ["甲", "乙"]}))
    Traceback (most recent call last):
    ValueError: no document '丙'; such as: 甲, 乙
    """
    if unknown := sorted(set(ids) - set(documents["doc_id"])):
        known = ", ".join(documents["doc_id"].head(NAMED))
        raise ValueError(Note("no_such_document", name=unknown[0], known=known))


def short_names(documents, lang="zh"):
    """A short name for every document: place, year and genre; words of its title where these do not tell it apart.

    One without title of which place or genre isn't known either has its doc_id, the name of its file, for a name; where
    that is a number, with the genre.

    Parameters
    ----------
    documents : pandas.DataFrame
        doc_id, and where known place, year, genre and title.
    lang : {"zh", "en"}
        Language of the genre; places and titles stay Chinese.

    Returns
    -------
    dict
        doc_id to a name that no other document has.

    Examples
    --------
    >>> import pandas as pd
    >>> table = pd.DataFrame({"doc_id": ["a"], "place": ["青槐区"], "year": [2021], "genre": ["work_report"]})
    >>> short_names(table), short_names(table, "en")
    ({'a': '青槐区 2021 工作报告'}, {'a': '青槐区 2021 work report'})
    """
    import pandas as pd

    genres = lexicon_content("columns.yaml")["values"]["genre"]
    heads, names, titles = {}, {}, {}
    for row in documents.to_dict("records"):
        doc_id, year = row["doc_id"], row.get("year")
        genre = row["genre"] if isinstance(row.get("genre"), str) else ""
        kind = genres[genre][lang] if genre in genres else genre
        place = row["place"] if isinstance(row.get("place"), str) else ""
        year = str(int(year)) if pd.notna(year) else ""
        title = subject(row.get("title"), place, year)
        heads[doc_id] = " ".join(filter(None, (place, "" if YEAR.search(title) else year)))
        titles[doc_id] = title
        if title and not (genre and place):
            names[doc_id] = _headed(heads[doc_id], title)
        elif not (place and (genre or isinstance(row.get("title"), str))):
            file = UNSEEN.sub("", str(doc_id))
            names[doc_id] = _headed(heads[doc_id] if place else "", file)
            if genre and file.isdecimal():  # 2019.txt says of what year it is, not what
                names[doc_id] += f" {kind}"
        else:
            names[doc_id] = " ".join(filter(None, (place, year, kind)))
    return _numbered(_told_apart(names, heads, titles))


def _headed(head, title):
    return f"{head} {cut(title, WIDTH - ems(head))}".strip()


def subject(title, place=None, year=""):
    """What a title is about: without its own place and year, the country's name, who issues it and in what form.

    Examples
    --------
    >>> subject("临溪区人民政府关于印发《临溪区河道管理办法》的通知", "临溪区"), subject("临溪区委书记谈水", "临溪区")
    ('河道管理办法', '区委书记谈水')
    >>> subject("2022年云岭市临溪区国民经济和社会发展统计公报", "临溪区", "2022")
    '统计公报'
    """
    title = UNSEEN.sub("", title) if isinstance(title, str) else ""
    about = ABOUT.search(title)
    title = COUNTRY.sub("", title[about.end() :] if about else title) or title
    quoted = title.partition("》")[0]
    title = title if "《" in quoted else quoted
    title = _without_year(title, year)
    own = re.match(rf"(?:[一-鿿]{{2,8}}[省市州盟])?{re.escape(place)}", title) if place else None
    if own:
        rest = title[own.end() :]
        title = place[-1] + rest if RANK.match(rest) else rest  # 临溪区委书记 is 区委书记 of 临溪区
    return FORMULA.sub("", _without_year(title, year), count=1)


def _without_year(title, year):
    """A title that neither begins nor ends with the year that is said before it, where more is left than the year."""
    return re.sub(rf"^{year}{SPAN}|{year}年?$", "", title) or title if year else title


def _told_apart(names, heads, titles):
    """Names that several share with words of the title for the genre, from where the titles differ on."""
    groups = {}
    for doc_id, name in names.items():
        groups.setdefault(name, []).append(doc_id)
    told = dict(names)
    for name, ids in groups.items():
        columns = zip(*(titles[doc_id] for doc_id in ids), strict=False)
        common = sum(1 for _ in takewhile(lambda letters: len(set(letters)) == 1, columns))
        for doc_id in ids if len(ids) > 1 else ():
            own = titles[doc_id]
            if WIDTH // 2 < common < len(own):
                own = "…" + own[common - 2 :]  # not in the middle of a word
            if own and name.split()[-1] not in own:
                told[doc_id] = _headed(heads[doc_id], own)
    return told


def _numbered(names):
    """Names that several documents still share with a number."""
    shared, seen, out = Counter(names.values()), Counter(), {}
    for doc_id, name in names.items():
        seen[name] += 1
        out[doc_id] = f"{name} ({seen[name]})" if shared[name] > 1 else name
    return out
