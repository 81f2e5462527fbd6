"""Organisations named in documents: organs, companies, schools and hospitals whose name begins with a place."""

import re
from bisect import bisect_right
from functools import cache
from itertools import accumulate

import pandas as pd

from govnlp.documents.corpus import CONTENT, HEADINGS
from govnlp.documents.entities.divisions import gazetteer
from govnlp.text import either

COLUMNS = ["doc_id", "block", "name", "kind", "line", "start", "end"]
KINDS = {
    "party": "纪律检查委员会|纪委|组织部|宣传部|统战部|政法委|[省市区县州旗]委",
    "government": "人民政府|街道办事处|委员会|管委会|国资委|发展改革委|发改委|卫健委|政府|厅|局|法院|检察院"
    "|人大常委会|政协",
    "company": "有限公司|股份公司|公司|集团|银行",
    "education": "大学|学院|学校|中学|小学|幼儿园|研究院|研究所|科学院",
    "health": "医院|卫生院|疾控中心|卫生服务中心",
    "media": "日报|晚报|电视台|广播电视台|融媒体中心",
}
SUFFIX = re.compile("|".join(f"(?P<{kind}>{words})" for kind, words in KINDS.items()))
ENDS = re.compile("(?:大学|学院|医院|集团|公司)$")
NO_BODY = re.compile("(?:[大客餐展门歌]厅|[大全布格结开破棋僵时变终出]局)$")
MORE = ("有限", "股份", "委员会", "总", "分", "附属", "党组", "党委", "机关")  # the name goes on
RUN = re.compile("[一-鿿]+")
# at the start of a clause, a place that no list of divisions holds
UNLISTED = re.compile("[一-鿿]{2}[市区县旗](?![域内外长])")
PLACE_TAGS = ("ns", "nr", "nz", "nrt")
NOUNS = set("n nt nz ns j b vn f m s nr an a l i eng ng v k g".split())
BREAKS = re.compile(
    "[和与及对向在由从被把为是将到的]|以及|支持|组织|推动|建设|加强|实施|根据|按照|关于|会同|各|中小学|书记|主任|走进|成立|局长|部长|贯彻|全面|落实|负责|召开|印发|入选|获[评批]|新增|[全我本][省市区县国]"
)
LONGEST = 24


def extract_organisations(corpus):
    """Organisations named in a corpus: those whose name begins with a place and ends with a kind of body.

    Parameters
    ----------
    corpus : Corpus

    Returns
    -------
    DataFrame
        One row per mention, in reading order: doc_id, block, name, kind (party, government, company, education,
        health or media), line (of the source), start and end (of the name in the block's text).

    Notes
    -----
    Names without a place (市财政局, 我区教育局) and bare kinds (有关部门) are left out, so that a name means one body.
    A place that the shipped list of divisions lacks counts at the start of a clause.

    Examples
    --------
    >>> import govnlp as gn
    >>> table = extract_organisations(gn.parse_text("武汉市汉阳区教育局与武汉大学合作，青槐区财政局配合。"))
    >>> table[["name", "kind"]].to_numpy().tolist()
    [['武汉市汉阳区教育局', 'government'], ['武汉大学', 'education'], ['青槐区财政局', 'government']]
    """
    blocks = corpus.blocks[corpus.blocks["kind"].isin(CONTENT + HEADINGS)]
    rows = [
        (b.doc_id, b.block, name, kind, b.lines[bisect_right(b.line_starts, at) - 1], at, at + len(name))
        for b in blocks.itertuples()
        for name, kind, at in find_organisations(b.text)
    ]
    table = pd.DataFrame(rows, columns=COLUMNS, dtype=object)
    return table.astype(dict.fromkeys(("line", "start", "end"), int))


def find_organisations(text):
    """Names of organisations in a text: (name, kind, offset)."""
    return [
        (name, kind, run.start() + at)
        for run in RUN.finditer(text)
        if SUFFIX.search(run[0])
        for name, kind, at in _in_run(run[0])
    ]


def _in_run(run):
    """Names in a run of characters without punctuation."""
    import rjieba

    words = rjieba.tag(run)
    starts = [0, *accumulate(len(word) for word, _ in words)]
    named = words[0][1] in PLACE_TAGS and starts[1] > 1
    found, at = [], 0
    while place := (not at and named and UNLISTED.match(run)) or _listed().search(run, at):
        name, at = None, place.end()
        if place.start() in starts and not ENDS.search(
            run, 0, place.start()
        ):  # 南方医科大学深圳医院 begins before
            name = _name_from(run, place, words[starts.index(place.start()) :])
        if name:
            found.append((*name, place.start()))
            at = place.start() + len(name[0])
    return found


@cache
def _listed():
    """Names of divisions that mean a place wherever they stand, the longest first, as a pattern."""
    forms = [form for form, regions in gazetteer()[0].items() if any(_is_certain(form, r) for r in regions)]
    return re.compile(either(forms))


def _is_certain(form, region):
    return (
        len(form) > 1
        and form[1:] != "区"
        and not region.word
        and (form == region.name or not region.is_county)
    )


def _name_from(run, place, words):
    """The name that begins at a place, and its kind; None where no kind of body ends it soon."""
    at, name = place.start(), None
    for word, tag in words:
        at += len(word)
        if at > place.start() + LONGEST or (at > place.end() and (tag not in NOUNS or BREAKS.search(word))):
            break
        ends = [m for m in SUFFIX.finditer(run, place.end(), at) if m.end() == at]
        if ends and not NO_BODY.search(run, place.end(), at):
            name = (run[place.start() : at], ends[-1].lastgroup)
            if not run.startswith(MORE, at):
                break
    return name
