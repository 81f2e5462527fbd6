"""Organisations named in documents: organs, companies, schools and hospitals named by a place or a proper noun."""

import re
from bisect import bisect_right
from functools import cache
from itertools import accumulate

import pandas as pd

from govnlp.arguments import takes
from govnlp.documents.entities.divisions import gazetteer
from govnlp.lexicons import frequencies
from govnlp.text import finder

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
FIRM = re.compile("公司|集团|银行|小学|中学")
WHOLE = re.compile("([一-鿿]{2,6})(?:集团|(?:股份)?有限公司)")  # between two marks: 长岭机电、福中集团
LEADING = ("如", "以")  # 企业如福中集团: the dictionary takes the conjunction for a surname
CENTRAL = "人民银行"  # an office of the state, known without a place
COMMITTEE = re.compile("(?<=[省市区县州旗])委(?:宣传部|组织部|统战部|政法委|办公室)?(?![员派托婉内])")
SUFFIX = re.compile("|".join(f"(?P<{kind}>{words})" for kind, words in KINDS.items()))
ENDS = re.compile("(?:大学|学院|医院|集团|公司)$")
NO_BODY = re.compile("(?:[大客餐展门歌]厅|[大全布格结开破棋僵时变终出当]局|(?<![民财行邮])政局|地方政府)$")
# kinds of bodies: as a whole (综合大学, 十国集团) or behind a place (云岭省|普通高等学校, 望溪|三市教育局)
BODIES = "(?:学校|[中小]学|大学|学院|专科学校|医院|银行|公司)"
OF_A_KIND = re.compile(
    f"(?:普通|非?上市|共富|高等|高级|中等|初级|综合|全日制|师范|本科|专科|国有|中央)+{BODIES}|中国(?:大学|学校|医院|公司)|.{{1,4}}国集团|[两三四]大集团"
)
KIND_OF_A_PLACE = re.compile(
    f"(?:促进|普通|高等|中等|全日制|本科|专科|优质|绿色|国有|有关|[省市县]级)+{BODIES}|街道办事处|[两二三四五六七八九十几多][省市区县].+"
)
MORE = ("有限", "股份", "委员会", "总", "分", "附属", "党组", "党委", "机关")  # the name goes on
# what the whole name ends with: 区人民政府|办公室, 南方大学|深圳医院
WITHIN = re.compile("办公[厅室]|(?:综合)?(?:行政)?执法[总支大]队")
BRANCH = re.compile("医院|分校|分院|研究生?院|学院")
BRANCHED = 8  # characters from the name of a school or hospital to the end of that of its branch
RUN = re.compile("[一-鿿]+")
# at the start of a clause, a place that no list of divisions holds
UNLISTED = re.compile("[一-鿿]{2}[市区县旗](?![域内外长])")
PLACE_TAGS = ("ns", "nr", "nz", "nrt")
PROPER = (*PLACE_TAGS, "nt")
BY_NAME = (
    "company",
    "education",
    "health",
    "media",
)  # kinds that a proper noun names without a place: 恒丰银行
NOUNS = set("n nt nz ns j b vn f m s nr an a l i eng ng v k g".split())
BREAKS = re.compile(
    "[三四五六七八九十]大|工作室|[和与及对向在由从被把为是将到的获]|新建|扩建|投用|特色|上市|以及|支持|组织|推动|建设|加强|实施|根据|按照|关于|会同|各|中小学|民办|公立|营利|普惠|外资|合资|申请|小额贷款|融资担保|法治|服务型|[一二三]级|[一二三]甲|县区|社区医院|还给|企业|书记|主任|走进|成立|局长|部长|贯彻|全面|落实|负责|召开|印发|设立|发行|举办|办法|圆梦|规定|加快|同志|代?[省市区县]长|反党|卖国|侵略|反革命|领导|统治|垄断|入选|获[评批]|新增|[全我本][省市区县国]"
)
OF_A_TIER = tuple("省市区县旗盟州")
# where no place stands before it, 会同 is a verb as a rule and the office one of the text's own county
VERB = re.compile("(?<!中共)会同县")
LONGEST = 24
EVERYDAY = 10  # occurrences in the half million words of `frequencies.tsv` that make a word an everyday one


@takes(corpus="Corpus")
def extract_organisations(corpus):
    """Organisations named in a corpus: a place or a proper noun begins their name, a kind of body ends it.

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
    A place that the shipped list of divisions lacks counts at the start of a clause. Without a place, a proper noun
    names companies, schools, hospitals and media (恒丰银行), not offices.

    Examples
    --------
    >>> import govnlp as gn
    >>> table = extract_organisations(gn.parse_text("武汉市汉阳区教育局与武汉大学合作，青槐区财政局配合。"))
    >>> table[["name", "kind"]].to_numpy().tolist()
    [['武汉市汉阳区教育局', 'government'], ['武汉大学', 'education'], ['青槐区财政局', 'government']]
    """
    blocks = corpus.content(include_headings=True)
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

    if (firm := WHOLE.fullmatch(run)) and _is_own_name(firm[1]):
        return [(run, "company", 0)]
    words = rjieba.tag(run)
    starts = [0, *accumulate(len(word) for word, _ in words)]
    found, at = [], 0
    for begin, end, kinds in _anchors(run, words, starts):
        if begin < at or ENDS.search(run, 0, begin):  # 南方医科大学深圳医院 begins before
            continue
        name = _name_from(run, begin, end, words[starts.index(begin) :])
        name = name and _whole(run, begin, *name)
        if name and run.startswith("等", begin - 1) and begin and name[1] in BY_NAME:  # 等云岭高等院校
            continue
        if name and (name[1] in kinds or name[0].endswith(CENTRAL)):
            found.append((*name, begin))
            at = begin + len(name[0])
    return found


def _whole(run, begin, name, kind):
    """A name with the office or branch that goes on with it."""
    import rjieba

    end = begin + len(name)
    if kind in ("party", "government"):
        more = WITHIN.match(run, end)
        return (name + more[0], kind) if more else (name, kind)
    if kind in ("education", "health"):
        at, places = end, 0
        for word, tag in rjieba.tag(run[end : end + BRANCHED + 2]):
            at, places = at + len(word), places + (tag == "ns")
            if tag not in NOUNS or BREAKS.search(word) or at > end + BRANCHED or places > 1:
                break
            if BRANCH.search(run, at - 2, at) and BRANCH.search(word):
                return run[begin:at], "health" if run.endswith("医院", begin, at) else kind
    return name, kind


def _anchors(run, words, starts):
    """Where names may begin, where that beginning ends and which kinds it tells from their namesakes.

    Places of the table, and one at the start of a clause that it lacks, begin any name; a proper noun begins that of
    a company, a school, a hospital or a paper, and so does a word that the dictionary lacks right before 集团 or 小学;
    an everyday word that is tagged as a proper noun (长江) begins that of a paper.
    """
    import rjieba

    anchors = {begin: (end, KINDS) for begin, end in _listed_places(run) if begin in starts}
    first = UNLISTED.match(run)
    if first and words[0][1] in PLACE_TAGS and starts[1] > 1 and _is_rare(first[0][:-1]):
        anchors.setdefault(0, (first.end(), KINDS))
    for i, (begin, (word, tag)) in enumerate(zip(starts, words, strict=False)):
        if len(word) < 2 or BREAKS.search(word) or word[0] in LEADING:
            continue
        if tag == "ns" and word in gazetteer()[0] and _is_rare(word):  # 汉阳水务局
            anchors.setdefault(begin, (begin + len(word), KINDS))
        elif tag in PROPER:
            kinds = BY_NAME if word == "中国" or _is_rare(word) else ("media",)
            before, kind = words[i - 1] if i else ("", "")
            if before in OF_A_TIER:  # which one, the name does not say: 市|农科院
                continue
            cut = len(before) == 1 and kind == "nr"  # 企业|鑫|弘卓|公司
            anchors.setdefault(begin - cut, (begin + len(word), kinds))
        elif i + 1 < len(words) and FIRM.fullmatch(words[i + 1][0]) and rjieba.cut(word, False) != [word]:
            anchors.setdefault(begin, (begin + len(word), BY_NAME))
    return [(begin, *anchors[begin]) for begin in sorted(anchors) if not VERB.match(run, begin)]


def _is_own_name(text):
    """Whether what stands before 集团 or 有限公司 is a name: nouns alone, and no word of the dictionary."""
    import rjieba

    words = rjieba.tag(text)
    return (
        rjieba.cut(text, False) != [text]
        and not BREAKS.search(text)
        and not any(kind[0] in "vdrpcmqu" for _, kind in words)
    )


def _is_rare(word):
    """Whether a word that is tagged as a name is none of the everyday ones (都市, 高水平, 智慧)."""
    return word in gazetteer()[0] or frequencies()[0].get(word, 0) < EVERYDAY


def _listed_places(run):
    """Where names of divisions stand that mean a place anywhere: of those that overlap the first and longest."""
    longest = {}
    for start, form in _listed()(run):
        longest[start] = max(longest.get(start, 0), start + len(form))
    out, at = [], 0
    for start in sorted(longest):
        if start >= at:
            out.append((start, longest[start]))
            at = longest[start]
    return out


@cache
def _listed():
    forms = [form for form, regions in gazetteer()[0].items() if any(_is_certain(form, r) for r in regions)]
    return finder(forms)


def _is_certain(form, region):
    return (
        len(form) > 1
        and form[1:] not in ("区", "县")  # 建成区|和县|人民政府
        and not region.word
        and (form in region.wholes or not region.is_county)
    )


def _name_from(run, begin, end, words):
    """The name that begins with what stands from `begin` to `end`, and its kind; None where no body ends it soon."""
    last = end
    places = dict(_listed_places(run[last : last + LONGEST]))
    inner = 0
    while inner in places:  # 武汉市|汉阳区|委
        inner = places[inner]
    last += inner
    if committee := COMMITTEE.match(run, last):
        return run[begin : committee.end()], "party"
    at, name = begin, None
    for word, tag in words:
        at += len(word)
        if at > begin + LONGEST or (at > last and not name and (tag not in NOUNS or BREAKS.search(word))):
            break
        # 武昌区|委: the kind of the place is the first half of 区委
        ends = [m for m in SUFFIX.finditer(run, end - 1, at) if m.end() == at]
        whole = SUFFIX.search(run, begin + 2, at) if at == end else None  # 光明日报 is one word
        generic = OF_A_KIND.fullmatch(run, begin, at) or KIND_OF_A_PLACE.fullmatch(run, last, at)
        if (ends or (whole and whole.end() == at)) and not (generic or NO_BODY.search(run, begin, at)):
            kind = "government" if run.endswith(CENTRAL, begin, at) else (ends or [whole])[-1].lastgroup
            name = (run[begin:at], kind)
            if not run.startswith(MORE, at):
                break
        elif name and not run.startswith(MORE, at - len(word)):  # 集团|有限责任|公司
            break
    return name
