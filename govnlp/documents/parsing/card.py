"""The card of a document (索引号, 发文机关, 成文日期 ...): fields in a line, in cells, or each on a line of its own."""

import re
from collections import Counter, defaultdict
from functools import cache, lru_cache
from itertools import pairwise

from govnlp.documents.parsing.furniture import fields
from govnlp.text import HAN, either, squeeze

LABELS = {
    "索引号": "index_number",
    "主题分类": "topic_class",
    "发文机关": "issuer",
    "发文机构": "issuer",
    "发文单位": "issuer",
    "发布机构": "issuer",
    "发布部门": "issuer",
    "发布单位": "issuer",
    "制定机关": "issuer",
    "公布机关": "issuer",
    "颁布部门": "issuer",
    "颁布单位": "issuer",
    "成文日期": "signed",
    "发文日期": "signed",
    "生成日期": "signed",
    "标题": "title",
    "文件名称": "title",
    "名称": "title",
    "法规名称": "title",
    "来信标题": "title",
    "信件标题": "title",
    "信息名称": "title",
    "发文字号": "doc_number",
    "文件编号": "doc_number",
    "发布文号": "doc_number",
    "文号": "doc_number",
    "发布日期": "published",
    "发布时间": "published",
    "公开日期": "published",
    "公布日期": "published",
}
ADDRESSED = re.compile("^各|[府位门局委院处市县区镇乡们表员志席长任]$")  # 各乡镇人民政府：, 周主席：
OFFICE = re.compile(rf"[{HAN}、 ]{{2,40}}(?:政府|办公[厅室]|[厅局委部院会处])$")
SITE = re.compile("网站?$")  # which publishes, but issues nothing
LINES = 40  # of the head in which a card stands
NUMBER = "字号"  # of a document, or how large its letters are
LONGEST = 500  # characters of a line of a card
HINT = re.compile(r"[\t|｜:：【〖\[]")  # without which a line holds no field, and sought fast
TOLD = 15  # characters: of a longer field that ends as a sentence does
LISTED = 3  # values of one label: those of the entries of a list
FEWEST = 2  # labels of a card; one alone may be a sentence's
MARKS = " \t\u3000•∙●·■◆▪*-"
CELLS = re.compile(r"[\t|｜]")
WORD = rf"[{HAN}]{{2,8}}|[{HAN}](?:\s+[{HAN}]){{1,4}}"  # 发文机关, 索 引 号
# 【文号】, 文号：, and within a line whose letter-spaced label was joined to the value before it (3号索引号：)
LABEL = re.compile(
    rf"(?:(?<=\s)|^)(?:[【〖\[]\s?({WORD})\s?[】〗\]]\s*[:：=]?|({WORD})\s?[:：])"
    rf"|({either(x for x in LABELS if len(x) > 2)})\s?[:：]"
)
INDEX = re.compile(r"(?:[•·]\s*)?[A-Z\d]{6,}/?(?:19|20)\d\d-\d{3,6}")  # 索引号 without its label
DRESS = re.compile(r"[\[\]【】〖〗:：]+")


def labelled(texts):
    """Fields of a table of metadata (发文字号, 主题分类 ...), one or more pairs of label and value a line.

    >>> labelled(["索 引 号：000/2021", "文号\\t云政发〔2021〕5号\\t成文日期\\t2021年3月4日"])
    {'index_number': '000/2021', 'doc_number': '云政发〔2021〕5号', 'signed': '2021年3月4日'}
    >>> labelled(["【发布部门】云岭市人民政府　【发文字号】云政发〔2021〕5号", "标题：", "清渠办法"])
    {'issuer': '云岭市人民政府', 'doc_number': '云政发〔2021〕5号', 'title': '清渠办法'}
    """
    values = defaultdict(dict)
    for _, label, value in _pairs(texts):
        name = "doc_number" if label == NUMBER and value.endswith("号") else LABELS.get(label)
        if value and name and not (name == "issuer" and SITE.search(value)):
            values[name].setdefault(value)
    return {name: next(iter(x)) for name, x in values.items() if len(x) < LISTED}


def set_card(lines):
    """Make the lines of a card at the head of a document datelines.

    Examples
    --------
    >>> from govnlp.documents.parsing.rules import classify
    >>> from govnlp.documents.reading.source import Source
    >>> text = ["• [ 发布机构 ]", "• 临溪区财政局", "有效性: 有效 文号:", "", "热线管理办法", "热线不停。"]
    >>> lines = classify(Source("a", lines=text))
    >>> set_card(lines)
    >>> [x.kind for x in lines]
    ['dateline', 'dateline', 'dateline', 'head', 'paragraph']
    """
    rows, head = [], [x for x in lines[:LINES] if x.kind != "page"]
    for line in head:
        rows += [("", None)] * bool(line.gap) + [(line.text, line)]
    found = list(_pairs([text for text, _ in rows]))
    known = [(i, label) for i, (_, label, _) in enumerate(found) if _is_known(label)]
    often = Counter(label for _, label in known)
    if len(often) < FEWEST or max(often.values()) >= LISTED:
        return
    (first, _), (last, _) = known[0], known[-1]
    # 内容概述: with nothing behind it
    while last + 1 < len(found) and not found[last + 1][2] and not ADDRESSED.search(found[last + 1][1]):
        last += 1
    for i in {i for at, _, _ in found[first : last + 1] for i in at}:
        line, text = rows[i][1], rows[i][0]
        if len(text) > TOLD and text[-1] in "。？！":
            line.become("paragraph", "it is what a field tells in sentences")
        elif line.kind != "boilerplate":  # what a page's tree sets aside stays so
            line.become("dateline", "it is a field of the document's card")


def is_field(folded):
    """Whether a line opens with a label of a card, or is a number of its index."""
    found = LABEL.match(folded.lstrip(MARKS))
    return bool(INDEX.fullmatch(folded) or (found and _is_known(squeeze(found[found.lastindex]))))


@cache
def _known():
    """Pattern of the labels that are known."""
    return re.compile(f"{either(LABELS)}|{fields().pattern}")


@lru_cache(maxsize=10_000)
def _is_known(label):
    return _known().fullmatch(label) is not None


def _pairs(texts):
    """Numbers of the lines, label and value of each field; a value may stand below its label.

    A last one is a value only where it fits its label, by a bullet, a figure or its form: else the text begins with it.
    """
    waiting, apart = None, None  # a label without its value; the same with what stands below it
    for i, line in enumerate(texts):
        text = line.strip(MARKS)
        found = _fields(text)
        if found:
            if apart or waiting:
                yield apart or waiting
            *whole, (label, value) = found
            yield from (((i,), *x) for x in whole)
            waiting, apart = (None if value else ((i,), label, "")), None
            if value:
                yield (i,), label, value
        elif text and waiting:
            (at,), label, _ = waiting
            if i == at + 1 and (line.strip()[0] in MARKS or _fits(LABELS.get(label), text)):
                yield (at, i), label, text
                waiting = None
            elif apart:
                yield waiting
                waiting, apart = None, None
            else:
                apart = (at, i), label, text
    if waiting:
        yield waiting


def _fits(name, text):
    """Whether a line below a label has the form of what the label asks for: a figure, an office, any title."""
    return text[0].isdigit() or name == "title" or bool(name == "issuer" and OFFICE.match(text))


def _fields(text):
    """Pairs of label and value in a line; an empty list where it opens with no label."""
    if len(text) > LONGEST or not HINT.search(text):
        return []
    cells = [x.strip() for x in CELLS.split(text)] if CELLS.search(text) else ()
    if len([x for x in cells if x]) > 1:
        if ":" not in text and "：" not in text:
            if not _known().search(squeeze(DRESS.sub("", text))):
                return []
            if any(_is_known(a) and _is_known(b) for a, b in pairwise(map(squeeze, cells))):
                return []  # names of columns
        out = []
        for cell in cells:
            label, colon, value = cell.partition("：") if "：" in cell else cell.partition(":")
            name = squeeze(DRESS.sub("", label))
            if _is_known(name) or (colon and not value and LABEL.fullmatch(cell)):
                out.append((name, value.strip()))
            elif cell and out and not out[-1][1]:
                out[-1] = out[-1][0], cell
        return out if any(value for _, value in out) else []
    if not LABEL.match(text):
        return []
    found = list(LABEL.finditer(text))
    ends = [x.start() for x in found[1:]] + [len(text)]
    return [
        (squeeze(x[x.lastindex]), text[x.end() : end].strip()) for x, end in zip(found, ends, strict=True)
    ]
