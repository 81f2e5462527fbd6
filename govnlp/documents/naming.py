"""Short names of documents: place, year and genre, the same in all figures of a run."""

import re
import unicodedata
from collections import Counter

from govnlp.lexicons import lexicon_content

RANK = re.compile(r"委|政府|人大|政协|纪委|长(?!期|效|久|远)")
UNSEEN = re.compile(r"[\s\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad]+")


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


def short_names(documents, lang="zh"):
    """A short name for every document: place, year and genre; words of its title where these do not tell it apart.

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
    untitled = lexicon_content("figures.yaml")["untitled"][lang]
    names, records = {}, documents.to_dict("records")
    titles = {row["doc_id"]: _title(row.get("title"), row.get("place")) for row in records}
    for row in records:
        doc_id, year, genre = row["doc_id"], row.get("year"), row.get("genre")
        place = row["place"] if isinstance(row.get("place"), str) else None
        known = [place, str(int(year)) if pd.notna(year) else None]
        kind = genre if isinstance(genre, str) and genre else None
        kind = genres[kind][lang] if kind in genres else kind
        if kind is None and titles[doc_id]:
            kind = cut(titles[doc_id], 8 if any(known) else 16)
        elif place is None and titles[doc_id] and kind not in titles[doc_id]:
            kind = f"{kind}·{cut(titles[doc_id], 7)}"
        names[doc_id] = " ".join(part for part in (*known, kind) if part) or untitled
    names = _told_apart(names, {doc_id: cut(title, 7) for doc_id, title in titles.items()})
    return _told_apart(names, {})


def _title(title, place):
    """A title without its own place at the beginning, blanks and marks that are not seen."""
    title = UNSEEN.sub("", title) if isinstance(title, str) else ""
    if not isinstance(place, str) or not title.startswith(place):
        return title
    rest = title.removeprefix(place)
    return place[-1] + rest if RANK.match(rest) else rest  # 临溪区委书记 is 区委书记 of 临溪区


def _told_apart(names, words):
    """Names that several documents share with words of their own added, else numbers."""
    shared = Counter(names.values())
    out, seen = {}, Counter()
    for doc_id, name in names.items():
        seen[name] += 1
        own = words.get(doc_id)
        if shared[name] > 1 and own and own not in name and name.split()[-1] not in own:
            name = f"{name}·{own}"
        elif shared[name] > 1 and not words:
            name = f"{name} ({seen[name]})"
        out[doc_id] = name
    return out
