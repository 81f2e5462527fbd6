"""Numeric abbreviations with their members, coined terms and slogans, found by their form."""

import re

import pandas as pd

from govnlp.analysis.phrases.abbreviations import find_abbreviations, is_abbreviation
from govnlp.analysis.phrases.adjoining import members_after, members_before
from govnlp.analysis.phrases.coinages import find_coinages
from govnlp.analysis.phrases.enumerations import FAR, find_members, number_of
from govnlp.analysis.phrases.official import official_members
from govnlp.analysis.phrases.slogans import UNEVEN, are_names, find_slogans
from govnlp.analysis.phrases.words import DIGITS, NUMERAL, lists, tagged
from govnlp.arguments import gives, takes
from govnlp.documents.entities.divisions import gazetteer
from govnlp.documents.inventory import document_dates
from govnlp.text import HAN, finder

COLUMNS = ["phrase", "kind", "n", "doc_ids", "expansion", "members_from", "first_doc", "first_block"]
QUOTED = re.compile(r"[“\"]([^“”\"]{1,40})[”\"]|‘([^‘’]{1,40})’")
SINGLE = re.compile(rf"(?<=[{HAN}])(?:[“\"][{HAN}][”\"]|‘[{HAN}]’)")
PLACE = re.compile("[省市区县旗州镇乡]$")  # 临溪|区: 临溪经济 is that of the place
SHORT = 4  # characters of a quoted word that ends like the name of an office and is none (店小二局)
SURE = 4  # items of a list right before an official abbreviation that are no chance: the text means these
AROUND = 6  # characters before a quoted one that tell where its word begins
FUNCTION = "pcudmq"  # tags of words that make no term with a quoted character
BELOW = 60  # blocks after an abbreviation in which its members may begin a line each
COUNTED = re.compile(
    rf"百分之[{NUMERAL}]+|[\d{NUMERAL}]+(?:[条项个年天月日大](?:[\d{NUMERAL}]+[月日])?)?|\d+[条项个].+"
)
# (以下简称“申报单位”), 点击“在线办理”
DEFINED = re.compile(
    "(?:简称|统称|下称|点击|登录|登陆|进入|勾选|打开|下载|关注|扫描|填写|选择|查询|规定的|所称的?|[注标]明|盖有?)$"
)
# 在“证书编号”栏, “器件”是指, 引进“恒丰堂”等九家
NAMED_FIELD = re.compile(r"[，,]?(?:是指|系指|即指)|字样|印章|栏|字段|按钮|选项|等\d+家|APP|小程序|公众号")
NAMED = re.compile(
    "(?:平原|盆地|高原|山脉|(?<![联云])网|网站|公众号|小程序|大学|学院|公司|所|系统|专区|栏目|频道)$"
)
DEMAND = re.compile(r"的?(?:重要|殷切|谆谆)?(?:总?要求|指示|论述|讲话|嘱托|批示)")
HONOUR = re.compile(
    r"(?:获评|入选|荣获|获得?|评为|授予|认定为|列入|蝉联|摘得|捧回|位列|跻身)(?:全[国省市]|国家)?$"
)
HONOURED = ("全国", "中国", "国家", "全省", "世界", "全球", "亚洲", "国际", "年度")
SENTENCE_END = tuple("。！？!?；;…吗呢吧")


@takes(corpus="Corpus")
@gives(str="phrase kind members_from first_doc", int64="n first_block")
def extract_phrases(corpus):
    """Numeric abbreviations, coined terms and slogans of a corpus.

    A numeric abbreviation is a numeral with what stands for a list: in quotation marks (“六稳”, ‘六稳’), or in one of
    the forms that count nothing (三个加快, 四水共治, 八大行动, 一户一册). Its members are those of the nearest
    enumeration of exactly that many items, before it, after it or over the blocks that follow; else those of the
    shipped list of official abbreviations as of the document's year. A coined term is what else stands in quotation
    marks, 2 to 10 characters, unless it is speech or a title. A slogan is a run of parallel phrases: about equally
    long, with a first character, a doubled beginning or a numeral in common.

    Parameters
    ----------
    corpus : Corpus

    Returns
    -------
    pandas.DataFrame
        One row per phrase, most frequent first: ``phrase``, ``kind`` (numeric_abbreviation, coined_term or slogan),
        ``n`` (occurrences in content and headings, as str.count counts them), ``doc_ids`` (list),
        ``expansion`` (list of members or None), ``members_from`` (text, lexicon or None), ``first_doc``,
        ``first_block`` (by date; in documents without one only where no other has the phrase).

    Examples
    --------
    >>> from govnlp import parse_text
    >>> corpus = parse_text("云岭市推进“三清”行动，清垃圾、清河道、清路障，干部争当“店小二”。")
    >>> extract_phrases(corpus)[["phrase", "kind", "expansion"]].values.tolist()
    [['三清', 'numeric_abbreviation', ['清垃圾', '清河道', '清路障']], ['店小二', 'coined_term', None], \
['清垃圾、清河道、清路障', 'slogan', None]]
    """
    searched = corpus.content(include_headings=True)
    texts, docs, blocks = (searched[column].tolist() for column in ("text", "doc_id", "block"))
    places = {}
    for at, text in enumerate(texts):
        for phrase, kind, start, end in _phrases_of(text):
            places.setdefault(phrase, (kind, []))[1].append((at, start, end))
    occurring = occurrences(places, occurring_texts(corpus))
    places_of_corpus = corpus.documents.get("place", pd.Series(dtype=object)).dropna()
    own = {PLACE.sub("", place) + head for place in places_of_corpus for head in lists()["heads"]}
    marked = "\n".join(phrase for phrase, (_, found) in places.items() for _ in found)
    marked = occurrences(places, {"": marked})  # also within longer ones: “红色引擎工程”
    years = corpus.documents.set_index("doc_id")["year"].to_dict()
    dates = document_dates(corpus.documents).fillna(pd.Timestamp.max).to_dict()
    of_doc = searched.reset_index(drop=True).groupby("doc_id").indices
    rows = []
    for phrase, (kind, found) in places.items():
        counts = occurring[phrase]
        n, first = sum(counts.values()), _first_place(phrase, counts, dates, found, texts, of_doc)
        if phrase not in own and not _is_everyday(phrase, kind, len(found), marked[phrase][""], n):
            members, origin = _expansion(phrase, kind, found, texts, docs, {years.get(doc) for doc in counts})
            rows.append([phrase, kind, n, list(counts), members, origin, docs[first], blocks[first]])
    table = pd.DataFrame(rows, columns=COLUMNS)
    table["expansion"] = pd.Series([row[4] for row in rows], dtype=object)
    order = sorted(range(len(table)), key=lambda i: (-rows[i][2], i))
    return table.iloc[order].reset_index(drop=True)


def _first_place(phrase, counts, dates, found, texts, of_doc):
    """Where a phrase first occurs by date, also within a longer one; else where it was first found as a phrase."""
    inside = (at for at in of_doc.get(min(counts, key=lambda doc: dates[doc]), ()) if phrase in texts[at])
    return next(inside, found[0][0])


def occurring_texts(corpus):
    """Text of each document in which phrases are counted, as str.count does: its content with titles and headings."""
    return (
        corpus.content(include_headings=True).groupby("doc_id", sort=False)["text"].agg("\n".join).to_dict()
    )


def occurrences(phrases, texts):
    """How often each phrase occurs in each document that has it, as str.count says: not overlapping itself.

    One pass over the texts, however many phrases there are.
    """
    counts, find = {phrase: {} for phrase in phrases}, finder(phrases)
    for doc, text in texts.items():
        ends = {}
        for start, phrase in find(text):
            if start >= ends.get(phrase, 0):
                ends[phrase] = start + len(phrase)
                counts[phrase][doc] = counts[phrase].get(doc, 0) + 1
    return counts


def _is_everyday(phrase, kind, found, marked, n):
    """Whether a quoted string is of whole words (设施建设) and the text mostly writes it without quotation marks.

    Of a string of several words those within longer phrases are marked too, of a word (当家: 当家人) they are not.
    """
    words = tagged(phrase)
    whole = all(len(word) > 1 for word, _ in words)
    return kind == "coined_term" and (n > 2 * found if len(words) == 1 else whole and n > 2 * marked)


def _expansion(phrase, kind, found, texts, docs, years):
    """Members, and where they were found: in the text, at the first place that lists them, or in the lexicon.

    The lexicon gives way only to a list whose items all carry the key of the abbreviation, or that stands right before
    it, where so many items are no chance; and says nothing where it meant other things in the documents' `years`.
    """
    numeric = kind == "numeric_abbreviation"
    n, key = number_of(phrase) if numeric else (0, "")
    years = {None if pd.isna(year) else int(year) for year in years}
    meant = [official_members(phrase, year) for year in years] if kind != "slogan" else [None]
    official = meant[0] if all(members == meant[0] for members in meant) else None
    listed = any(meant)
    size = DIGITS.get(phrase[0], 0)
    for at, start, end in found if official and size >= SURE else ():  # 政策、经办、信息、监督“四位一体”
        # “四位一体”（党建、治理、服务、监督）
        after = texts[at][end:][:FAR] if key not in official[0] else ""
        members = members_before(texts[at][:start][-FAR:], size) or members_after(after, size)
        named = sum(member in gazetteer()[0] for member in members or ())  # places that have “四好农村路”
        if members and named < 2:
            return members, "text"
    for at, start, end in found if numeric else ():
        below = range(at + 1, min(at + 1 + BELOW, len(texts)))
        following = [texts[i] for i in below if docs[i] == docs[at]]
        members = find_members(phrase, texts[at], start, end, following)
        if not members or _are_bodies(members, key):
            continue
        if not listed or (_is_sure(key, n) and all(key in m for m in members)):
            return _without_head(members, {texts[i][e : e + 2] for i, _, e in found}), "text"
    if listed:
        return official, "lexicon" if official else None
    n = n if numeric else len(phrase)
    before = (members_before(texts[at][:start][-FAR:], n) for at, start, _ in found) if n > 1 else ()
    members = next((items for items in before if items and not _are_bodies(items, key)), None)
    if numeric or (members and all(map(str.startswith, members, phrase))):  # “进农户、谈心事”的“进谈”
        return members, "text" if members else None
    return None, None


def _are_bodies(members, key):
    """Whether a list before a label names who carries it out (云岭学院、临溪学院“双高”建设), not its members.

    Those bear what the label counts: 县医院、村医院“两医”.
    """
    bodies = all(member.endswith(tuple(lists()["bodies"])) for member in members)
    return bodies and not (key and all(key in member for member in members))


def _is_sure(key, n):
    """Whether items that share a key are no chance: two or three with one character in common may be."""
    return len(key) > 1 or (key and n >= SURE)


def _without_head(members, heads):
    """Members without the noun the abbreviation stands before (“三无”小区), if only the last carries it."""
    *others, last = members
    ends = [
        last.find(h, 2) for h in heads if re.fullmatch(f"[{HAN}]{{2}}", h) and not any(h in m for m in others)
    ]
    return [*others, last[: min((e for e in ends if e > 0), default=len(last))]]


def _phrases_of(text):
    """Phrases of one block: (phrase, kind, start, end), the ends taking in the quotation marks."""
    out, taken = [], []
    for m in QUOTED.finditer(text):
        kind = _kind_of_quoted(text, m)
        if kind:
            out.append((m[1] or m[2], kind, m.start(), m.end()))
        if kind or _is_honour(text, m):
            taken.append((m.start(), m.end()))
    out += filter(None, (_with_neighbour(text, m) for m in SINGLE.finditer(text)))
    for phrase, start, end in find_abbreviations(text):
        if all(end <= a or start >= b for a, b in taken):
            out.append((phrase, "numeric_abbreviation", start, end))
            taken.append((start, end))
    out += [x for x in find_coinages(text) if all(x[3] <= a or x[2] >= b for a, b in taken)]
    out += find_slogans(text)
    return out


def _with_neighbour(text, match):
    """A quoted character with the noun after it (“土”办法), else with what stands before it (战“疫”)."""
    start, end = match.span()
    word, tag = next(iter(tagged(text[end : end + 6])), ("", ""))
    if tag.startswith("n"):
        if len(word) > 1 and tagged(text[start + 1])[0][1] == "v":  # 注重“办”学校
            return None
        end += len(word)
    else:
        before, tag = tagged(text[max(0, start - AROUND) : start])[-1]
        if len(before) > 1 or tag[0] in FUNCTION:  # 产业“点”, 和“美”, 七个“新”
            return None
        start -= 1
    return text[start:end], "coined_term", start, end


def _kind_of_quoted(text, match):
    """Kind of a quoted string, or None for speech, titles and counts."""
    inner = match[1] or match[2]
    before = text[: match.start()].rstrip(" ：:，,")
    if (
        inner.endswith(SENTENCE_END)
        or before.endswith(tuple(lists()["speaking"]))
        or re.search(r"[《》]", inner)
    ):
        return None
    if (
        inner.endswith("了") and len(inner) != 4
    ) or "*" in inner:  # “垮台了”; a set phrase (案结事了) has four letters
        return None
    letters = re.sub(r"\W", "", inner)
    after = text[match.end() : match.end() + 8]
    defined = DEFINED.search(before) or NAMED_FIELD.match(after) or NAMED.search(inner)
    defined = defined or _is_honour(text, match)
    defined = defined or (DEMAND.match(after) and inner.startswith(("把", "要", "在")))
    if is_abbreviation(inner):
        return "numeric_abbreviation"
    if re.search(r"[、，,]", inner):
        items = re.split("[、，,；;]", inner)
        sizes = sorted(map(len, items))
        even = sizes[0] == sizes[-1] > 2
        like = even or (sizes[-1] <= UNEVEN * sizes[0] and not are_names(items))
        return "slogan" if len(letters) <= 24 and like else None
    defined = defined or (len(letters) > SHORT and letters.endswith(tuple(lists()["offices"])))
    counted_only = COUNTED.fullmatch(letters)
    return (
        "coined_term"
        if not (counted_only or defined) and 2 <= len(letters) <= 10 and re.search(f"[{HAN}]", letters)
        else None
    )


def _is_honour(text, match):
    """Whether a quoted string is the name of an honour (获评“全国先进茶区”)."""
    before = text[max(0, match.start() - 8) : match.start()]
    return HONOUR.search(before) is not None and (match[1] or match[2]).startswith(HONOURED)
