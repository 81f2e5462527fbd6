"""Numeric abbreviations with their members, coined terms and slogans, found by their form."""

import re
from functools import cache

import pandas as pd

from govnlp.analysis.phrases.coinages import find_coinages
from govnlp.analysis.phrases.enumerations import find_members
from govnlp.documents.corpus import CONTENT, HEADINGS
from govnlp.lexicons import lexicon_content
from govnlp.text import HAN, either

COLUMNS = ["phrase", "kind", "n", "doc_ids", "expansion", "first_doc", "first_block"]
NUMERAL = "一二三四五六七八九十百千万两双"
QUOTED = re.compile(r"[“\"]([^“”\"]{1,40})[”\"]")
SINGLE = re.compile(rf"(?<=[{HAN}])[“\"][{HAN}][”\"]")
SUM = re.compile(r"[1-9](?:\+[1-9NX])+|123|1234")  # “1+3+N”, “1234”
PLAN = re.compile(r"十[一二三四五六七八九]五")
ABBREVIATION = re.compile(rf"[{NUMERAL}\d](?:[个大项条张种]?[{HAN}]{{1,4}})")
COMPOUND = re.compile(rf"(?:[{NUMERAL}][^{NUMERAL}\W]{{1,4}}){{2,5}}")
ITEM = re.compile(rf"[{HAN}]{{3,10}}")
DEFINED = re.compile(r"(?:简称|统称|下称)$")  # (以下简称“申报单位”)
NAMED_FIELD = re.compile(r"栏|字段|按钮|选项|是指|系指|即指")  # 在“证书编号”栏, “器件”是指
DEMAND = re.compile(r"的?(?:重要|殷切|谆谆)?(?:总?要求|指示|论述|讲话|嘱托|批示)")
HONOUR = re.compile(
    r"(?:获评|入选|荣获|获得?|评为|授予|认定为|列入|蝉联|摘得|捧回|位列|跻身)(?:全[国省市]|国家)?$"
)
HONOURED = ("全国", "中国", "国家", "全省", "世界", "全球", "亚洲", "国际", "年度")
OFFICES = ("厅", "局", "委", "办", "会议", "部门", "公司", "银行")
CLAUSES = re.compile(r"[^。；;！!？?：:“”\"（）()《》—]+")
SENTENCE_END = tuple("。！？!?；;…")


@cache
def _words():
    """The shipped lists, those of single characters and words as alternatives of a pattern."""
    lists = lexicon_content("phrases.yaml")
    words = {name: either(lists[name]) for name in ("measures", "abstract", "joint", "single")}
    number = "[一二三四五六七八九十]"
    not_before = "(?<![第每各几这那上下前后头数十百千万零〇一二三四五六七八九两周初月])"
    bare = re.compile(
        rf"{not_before}(?:{number}[个大](?:{words['abstract']})|{number}[{HAN}]{{0,2}}(?:{words['joint']}))"
    )
    return lists, bare, re.compile(rf"[{NUMERAL}\d]+(?:{words['measures']})")


def extract_phrases(corpus):
    """Numeric abbreviations, coined terms and slogans of a corpus.

    A numeric abbreviation is a numeral with one to four characters that stand for a list: in quotation
    marks (“六稳”), or in one of the forms that count nothing (三个加快, 四水共治). Its members are those of
    the nearest enumeration of exactly that many items. A coined term is what else stands in quotation
    marks, 2 to 10 characters, unless it is speech or a title. A slogan is a run of parallel phrases: about
    equally long, with a first character, a doubled beginning or a numeral in common.

    Parameters
    ----------
    corpus : Corpus

    Returns
    -------
    pandas.DataFrame
        One row per phrase, most frequent first: ``phrase``, ``kind`` (numeric_abbreviation,
        coined_term or slogan), ``n`` (occurrences), ``doc_ids`` (list), ``expansion`` (list of
        members or None), ``first_doc``, ``first_block``.

    Examples
    --------
    >>> from types import SimpleNamespace
    >>> text = "云岭市推进“三清”行动，清垃圾、清河道、清路障，干部争当“店小二”。"
    >>> blocks = pd.DataFrame({"doc_id": ["甲"], "block": [0], "kind": ["paragraph"], "text": [text]})
    >>> extract_phrases(SimpleNamespace(blocks=blocks))[["phrase", "kind", "expansion"]].values.tolist()
    [['三清', 'numeric_abbreviation', ['清垃圾', '清河道', '清路障']], ['店小二', 'coined_term', None], \
['清垃圾、清河道、清路障', 'slogan', None]]
    """
    blocks = corpus.blocks[corpus.blocks["kind"].isin(CONTENT + HEADINGS)]
    found = [
        (phrase, kind, doc, block, place, start, end)
        for place, (doc, block, text) in enumerate(
            zip(blocks["doc_id"], blocks["block"], blocks["text"], strict=True)
        )
        for phrase, kind, start, end in _phrases_of(text)
    ]
    if not found:
        return pd.DataFrame(columns=COLUMNS)
    texts, docs = blocks["text"].tolist(), blocks["doc_id"].tolist()
    rows, heads = {}, {}
    for phrase, kind, doc, block, place, start, end in found:
        row = rows.setdefault(phrase, [phrase, kind, 0, [], None, doc, block])
        row[2] += 1
        if doc not in row[3]:
            row[3].append(doc)
        if kind == "numeric_abbreviation" and row[4] is None:
            following = [
                t
                for t, d in zip(texts[place + 1 : place + 11], docs[place + 1 : place + 11], strict=True)
                if d == doc
            ]
            row[4] = find_members(phrase, texts[place], start, end, following)
        heads.setdefault(phrase, set()).add(texts[place][end : end + 2])
    for phrase, row in rows.items():
        if row[4]:
            row[4] = _without_head(row[4], heads[phrase])
    table = pd.DataFrame(list(rows.values()), columns=COLUMNS)
    table["expansion"] = pd.Series([row[4] for row in rows.values()], dtype=object)
    order = sorted(range(len(table)), key=lambda i: (-table["n"].iloc[i], i))
    return table.iloc[order].reset_index(drop=True)


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
            out.append((m[1], kind, m.start(), m.end()))
        if kind or _is_honour(text, m):
            taken.append((m.start(), m.end()))
    lists, bare, _ = _words()
    out += [_with_neighbour(text, m) for m in SINGLE.finditer(text)]
    for m in bare.finditer(text):
        free = all(m.end() <= a or m.start() >= b for a, b in taken)
        if free and m[0] not in lists["idioms"]:
            out.append((m[0], "numeric_abbreviation", m.start(), m.end()))
    out += [x for x in find_coinages(text) if all(x[3] <= a or x[2] >= b for a, b in taken)]
    out += _slogans(text)
    return out


def _with_neighbour(text, match):
    """A quoted character with the noun after it (“土”办法), else with what stands before it (战“疫”)."""
    import rjieba

    start, end = match.span()
    word, tag = next(iter(rjieba.tag(text[end : end + 6])), ("", ""))
    start, end = (start, end + len(word)) if tag.startswith("n") else (start - 1, end)
    return text[start:end], "coined_term", start, end


def _kind_of_quoted(text, match):
    """Kind of a quoted string, or None for speech, titles and counts."""
    inner = match[1]
    before = text[: match.start()].rstrip(" ：:，,")
    lists, _, counted = _words()
    if (
        inner.endswith(SENTENCE_END)
        or before.endswith(tuple(lists["speaking"]))
        or re.search(r"[《》]", inner)
    ):
        return None
    letters = re.sub(r"\W", "", inner)
    after = text[match.end() : match.end() + 8]
    defined = DEFINED.search(before) or NAMED_FIELD.match(after)
    defined = defined or _is_honour(text, match)
    defined = defined or (DEMAND.match(after) and inner.startswith(("把", "要", "在")))
    if SUM.fullmatch(inner) or PLAN.fullmatch(letters) or _is_abbreviation(letters, lists, counted):
        return "numeric_abbreviation"
    if re.search(r"[、，,]", inner):
        return "slogan" if len(letters) <= 24 else None
    counted_only = re.fullmatch(r"\d+[条项个年]", letters)
    return (
        "coined_term"
        if not (counted_only or defined) and 2 <= len(letters) <= 10 and re.search(f"[{HAN}]", letters)
        else None
    )


def _is_honour(text, match):
    """Whether a quoted string is the name of an honour (获评“全国先进茶区”)."""
    before = text[max(0, match.start() - 8) : match.start()]
    return HONOUR.search(before) is not None and match[1].startswith(HONOURED)


def _is_abbreviation(letters, lists, counted):
    """Whether the letters of a quoted string have the form of a numeric abbreviation."""
    word = letters[:2] if letters[:1] in "百千万" else letters  # 百姓富
    if word in lists["idioms"] or letters.startswith(tuple(lists["places"])):
        return False
    if letters.lstrip(NUMERAL).startswith(tuple(lists["spans"])):
        return False
    if COMPOUND.fullmatch(letters):
        return True
    if re.match(r"[一\d]", letters) or not ABBREVIATION.fullmatch(letters):
        return False
    return not counted.fullmatch(letters)


def _slogans(text):
    """Runs of three or more parallel phrases divided by 、 or a comma; two suffice for a pair."""
    out = []
    for clause in CLAUSES.finditer(text):
        run = []
        for m in [*re.finditer(r"[^、，,]+", clause[0]), None]:
            piece = (m[0], clause.start() + m.start()) if m else ("", 0)
            joined = _join(run, piece) if run else None
            if joined:
                run = joined
                continue
            long = len(run) > 2 and not _is_noun_list([item for item, _ in run])
            if long or (len(run) == 2 and _pair(run[0][0], run[1][0])):
                start, end = run[0][1], run[-1][1] + len(run[-1][0])
                out.append((text[start:end], "slogan", start, end))
            run = [piece] if m else []
    return out


def _join(run, piece):
    """The run with one more piece, freed of what leads up to the first piece and of what follows the last."""
    (last, at), (new, place) = run[-1], piece
    tails = _words()[0]["tails"]
    cut = next(
        (i for i in (len(last), len(last) + 1) if new[i : i + 1] in tails and _parallel(last, new[:i])), None
    )
    if cut and len(run) > 1:
        return [*run, (new[:cut], place)]
    if _parallel(last, new):
        return [*run, piece]
    if len(run) == 1 and len(last) > len(new):
        for size in (len(new), len(new) - 1, len(new) + 1):
            if _parallel(last[-size:], new):
                return [(last[-size:], at + len(last) - size), piece]
    return None


def _is_noun_list(items):
    """Whether items are a list of things: one noun begins them (应急网点、应急企业), or they are offices (市水利局)."""
    import rjieba

    if all(item.endswith(OFFICES) for item in items):
        return True
    words = [rjieba.tag(item) for item in items]
    if items[0][0] in "省市县区州本各该" and all(w[-1][1].startswith("n") for w in words):
        return True
    first = {w[0] for w in words}
    word, tag = min(first)
    return len(first) == 1 and len(word) > 1 and (tag.startswith("n") or tag in ("vn", "b"))


def _pair(a, b):
    """Whether two phrases alone make a slogan: numbered ones, or 3 characters with the middle in common."""
    numbers = set(NUMERAL)
    if {a[0], b[0]} <= numbers | {"每"} and not {"是", "指"} & {*a[1:3], *b[1:3]}:
        return True
    if len(a) == len(b) and any(x != y and {x, y} <= numbers for x, y in zip(a, b, strict=True)):
        return True
    return len(a) == len(b) == 3 and a[1] == b[1] and a[0] != b[0] and a[2] != b[2]


def _parallel(a, b):
    """Whether two phrases of 3 to 10 characters are parallel in length and in their characters."""
    if not (ITEM.fullmatch(a) and ITEM.fullmatch(b)) or (abs(len(a) - len(b)) > 1 and a[:2] != b[:2]):
        return False
    if a[0] == b[0] or (a[0] == a[1] and b[0] == b[1]) or (a[0] in NUMERAL and b[0] in NUMERAL):
        return True
    return len(a) == len(b) and _pair(a, b)
