"""Documents that a text cites: which one is meant, how it is cited, and how it ranks."""

import re
from functools import cache

import pandas as pd

from govnlp.analysis.citations.resolving import UNKNOWN, Register, number_key, rank_of, title_key
from govnlp.arguments import takes
from govnlp.lexicons import lexicon_content

COLUMNS = ["doc_id", "block", "line", "title", "number", "target", "target_doc", "relation", "rank", "quote"]
PREFIX = re.compile(
    "^.*(?:通知|决定|意见|文件|根据|按照|依据|依照|落实|贯彻|执行|废止|以|的|和|与|及|见"
    "|(?:部|委员会|办公厅|总局|[科教]委)(?=[^联办厅发函规字]{2,8}[发字函规])"
    "|[厅局委会](?=[京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川黔云滇藏陕甘青宁新][一-鿿]{1,6}[发字函规]))"
)
"""What stands before a number and is no part of it, such as the name of its issuer (财政部|财教字, 保障厅|云财发)."""
REGULATION = 2
"""Rank of 条例 of the State Council."""
REPEALED = "废止"
AROUND = 20
"""Characters before and behind a citation that the quote holds."""
BEFORE = 60
"""Characters before a citation in which its relation is sought; no further than the sentence."""
OPEN, CLOSE = r"[〔\[【（(〖［]", r"[〕\]】）)〗］]"
BEARING = rf"[一-鿿\s]{{1,20}}{OPEN}(?:19|20)\d\d年?{CLOSE}第?\d{{1,5}}号"
NUMBER = re.compile(rf"[一-鿿]{{1,16}}{OPEN}(?:19|20)\d\d年?{CLOSE}第?\d{{1,5}}号")
ORDER = r"[一-鿿、]{2,24}(?:令第?(?:(?:19|20)\d\d年)?第?\d{1,4}号|(?:19|20)\d\d年第?\d{1,4}号令)"
CITED = re.compile(
    r"《([^《》\n]{2,100}(?:《[^《》\n]{2,80}》[^《》\n]{0,60})*)》"
    rf"(?:\s?[（(]({BEARING}|{ORDER})[^（）()\n]{{0,60}}[）)])?"
)
BARE = re.compile(
    "(?<=根据|依据|依照|按照|遵照|违反|适用)(?![本该前上其此])[一-鿿]{0,24}?(?:法|条例)"
    r"(?=第[一二三四五六七八九十百零〇\d]+条)|中央[一二三四五六七八九十]项规定"
)
"""What is cited without 《》: a law by its article (依据宪法第三十条)."""
ANNOUNCED = ("以下简称", "以下简称为", "以下统称", "简称")
ENDING = re.compile(r"(?:[（(〔][^（）()〔〕]{1,24}[）)〕])+$")


@takes(corpus="Corpus")
def extract_citations(corpus):
    """Documents that a text cites by 《…》, by number or, of laws, by article (依据宪法第三十条), each resolved.

    A short form that the text announced (以下简称《办法》) is that of its document. A title stands for a document of
    the corpus where title or number agree; names of forms and certificates (申请表, 许可证) are left out.

    Parameters
    ----------
    corpus : Corpus

    Returns
    -------
    DataFrame
        A row per mention in reading order: doc_id, block, line (of the source, from 1), title (as printed, None
        where a number alone is cited), number (发文字号 or 令, or None), target (full title, else number),
        target_doc (doc_id of the document of the corpus that is meant, or None), relation (依据, 贯彻, 转发, 印发,
        废止, 修订, 代替, 参照, 答复, or 提及 for a bare mention), rank (1 law, 2 regulation, 3 central document, 4 rule
        or ministry, 5 province, 6 city, 7 county, 8 unknown), quote.

    Examples
    --------
    >>> from govnlp import parse_text
    >>> text = "根据《水源保护办法》（云政发〔2020〕7号，以下简称《办法》）制定本细则。违反《办法》的，责令改正。"
    >>> table = extract_citations(parse_text(text))
    >>> table[["title", "number", "relation"]].to_numpy().tolist()[0]
    ['水源保护办法', '云政发〔2020〕7号', '依据']
    >>> table["target"].tolist()
    ['水源保护办法', '水源保护办法']
    """
    register, rows, documents = Register(corpus.documents), [], corpus.documents.set_index("doc_id")
    for doc_id, blocks in corpus.blocks.groupby("doc_id", sort=False):
        aliases, own = {}, documents.loc[doc_id]
        heads = blocks[blocks["kind"].isin(("title", "heading"))]
        whole = "".join(heads.loc[heads["kind"] == "title", "text"])  # a title may be of several lines
        inside = {_key(text) for text in [whole, *heads["text"]]}  # what the file contains or is called
        for block in blocks[~blocks["kind"].isin(("boilerplate", "page"))].to_dict("records"):
            rows += _of_block(block, aliases, own, inside, register)
    return pd.DataFrame(rows, columns=COLUMNS, dtype=object).astype(
        {"block": int, "line": "Int64", "rank": int}
    )


@cache
def _rules():
    """Patterns of the lexicon, compiled."""
    content = lexicon_content("citations.yaml")
    relations = [
        (row["relation"], *(re.compile(row[side]) if side in row else None for side in ("before", "after")))
        for row in content["relations"]
    ]
    ends = tuple(content["documents"])
    return relations, re.compile(content["lists"]), re.compile(content["alias"]), ends


def _of_block(block, aliases, own, inside, register):
    """Citations of one block of the document `own`, but for what it has `inside`; its `aliases` grow."""
    _, between, alias, _ = _rules()
    local = own["genre"] == "work_report" and pd.notna(own["region"])
    own = own["doc_number"] or next((m[0] for x in inside for m in NUMBER.finditer(x)), None)
    text, before, rows = block["text"], None, []
    for start, end, title, number in _mentions(text):
        listed = before is not None and between.match(text[before[0] : start])
        if title is not None and not number and title not in aliases and not is_document(title):
            before = (end, before[1]) if listed else before
            continue
        if text[:start].endswith(ANNOUNCED):
            continue
        if title is None and own and number_key(number).endswith(number_key(own)):
            continue
        full, full_number = aliases.get(title, (title, number))
        announced = alias.search(text[start:end] + _bracket(text, end))
        if title is not None and announced:
            aliases[announced[1]] = (full, full_number)
        relation = relation_of(text, start, end)
        if listed and before[1] != "提及" and relation != REPEALED:  # 印发《新办法》，《旧办法》同时废止
            relation = before[1]
        if full and _key(full) in inside and relation != REPEALED:  # an earlier one may have the same title
            continue
        before = (end, relation)
        starts = block["line_starts"]
        line = block["lines"][max(i for i, x in enumerate(starts) if x <= start)]
        rows.append(
            [
                block["doc_id"], block["block"], line, title, number, full or full_number,
                register.find(full, full_number, block["doc_id"]), relation, _rank(full, full_number, local),
                text[max(0, start - AROUND) : end + AROUND],
            ]
        )  # fmt: skip
    return rows


def _key(title):
    """What two forms of one title have in common, on trial (试行) or not."""
    return title_key(ENDING.sub("", title))


def _rank(title, number, local):
    """Rank of a cited document; a regulation without place in a local report may be that place's own."""
    rank = rank_of(title, number)
    return (
        UNKNOWN if local and rank == REGULATION and not title.startswith(("中华", "国家", "全国")) else rank
    )


def _bracket(text, at):
    """The bracket that begins at an offset, or nothing."""
    found = re.match(r"[（(][^（）()]{0,60}[）)]", text[at:])
    return found[0] if found else ""


def _mentions(text):
    """Start, end, title and number of each citation; numbers that stand without a title have none."""
    found = [
        (*m.span(), m[1], m[2] and re.sub("^见", "", re.sub(r"\s", "", m[2]))) for m in CITED.finditer(text)
    ]
    taken = [(start, end) for start, end, _, _ in found]
    for match in [*BARE.finditer(text), *NUMBER.finditer(text)]:
        if any(start <= match.start() < end for start, end in taken):
            continue
        if match.re is BARE:
            found.append((*match.span(), match[0], None))
        else:
            prefix = PREFIX.search(match[0])
            day = text[match.start() - 1 : match.start()].isdigit() and match[0][0] == "日"  # 7月22日国科发
            at = match.start() + (prefix.end() if prefix else day)
            found.append((at, match.end(), None, re.sub(r"\s", "", text[at : match.end()])))
    return sorted(found)


def is_document(title):
    """Whether a title is that of a document, and not of a form or paper.

    >>> is_document("水源保护办法（试行）"), is_document("取水许可申请表")
    (True, False)
    """
    return ENDING.sub("", title).rstrip("）)").endswith(_rules()[3])


def relation_of(text, start, end):
    """How a document is cited, by the words before and behind, within the sentence.

    >>> text = "《旧办法》同时废止。"
    >>> relation_of(text, 0, 5)
    '废止'
    """
    before = re.split("[。；;！？\n]", text[max(0, start - BEFORE) : start])[-1]
    after = re.split("[。；;\n]", text[end : end + 2 * BEFORE])[0]
    for relation, ahead, behind in _rules()[0]:
        if (ahead is None or ahead.search(before)) and (behind is None or behind.search(after)):
            return relation
    return None
