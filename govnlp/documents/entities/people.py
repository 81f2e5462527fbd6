"""People named in documents: those of the byline with their role, officials with their post."""

import re

import pandas as pd

from govnlp.arguments import takes
from govnlp.documents.entities.bylines import credits
from govnlp.documents.entities.divisions import gazetteer, is_apart
from govnlp.documents.entities.mentions import begins_clause, is_person, is_word, listed_names, name_after
from govnlp.documents.entities.personal_names import DOT, DOTTED, is_name, surname_length, unpadded
from govnlp.lexicons.traditional import as_written, in_traditional, simplified

COLUMNS = ["doc_id", "block", "name", "role", "post", "certain"]
POST = re.compile(
    "主席团(?:[一-鿿]{0,6}[及和])?成员|总书记|副书记|书记|秘书长|检察长|[省市区县镇乡州盟旗厅局部处科院庭署]长|(?<!小)组长|副主任|主任|副主席|主席(?!台)|主委|常委|委员|专员|调研员|总理|发言人"
    "|党组成员|(?:分管|[省市区县州镇乡])领导|督学"
)
ORGANISATION = re.compile(r"[^\W\d_a-zA-Z]{0,20}$")
CUT = re.compile(
    r"委托|时任|会议?上|来自|以及|[今昨当]天|[上下]午|(?:[专约采探走回]|^|(?<![一-鿿]))访|对话|连线|会[见晤]|拜会|陪同|看望|请[来到]|邀请|走[进近]"
    r"|丨|该(?:[省市区县州盟旗镇乡厅局委处院]$)?|[的是在由与了被把以让向对给从据任到，]|(?<![共呼])和|(?<!普)及"
)
TITLES = ("总书记", "主席", "书记", "省长", "市长", "县长", "区长")
NAMES = f"([一-鿿、{DOT} \u3000]{{2,40}}?)(?:同志)?"
TO = r"([^，,。；;（(\s、]{2,40}(?:、(?![一-鿿]{2,3}(?:同志)?为)[^，,。；;（(\s、]{2,20})*)"
# 任命周雨、王一为云岭市水务局局长, 选举周雨为主任、王一为区长, 免去周雨的局长职务, 周雨辞去局长职务, 周雨任局长
APPOINTED = [
    re.compile(f"(?:任命|选举|选出|推选){NAMES}(?:代?为|担任){TO}"),
    re.compile(
        f"(?:^|[、，,。；;\\s])((?:[一-鿿]{{2,3}}、)*[一-鿿]{{2,3}})(?:同志)?(?:当选)?为([^，,。；;、\\s]{{0,30}}?(?:{POST.pattern}))"
    ),
    re.compile(
        f"(?:免[去除]|接受|同意){NAMES}(?:的?请求)?(?:(?:辞去|兼任)的?|(?<=同志)|的)"
        r"([^，,。；;\s]{2,40}?(?<!代表))(?:职务|一职)"
    ),
    re.compile(
        f"(?:^|[。；，\\s])([一-鿿]{{2,4}}|[一-鿿{DOT}]{{4,15}})(?:同志)?任([^，。；\\s]{{0,30}}?(?:{POST.pattern}))",
        re.MULTILINE,
    ),
    # 周雨，男，1975年3月生，现任望溪县水务局副局长
    re.compile(
        f"(?<![一-鿿])([一-鿿]{{2,3}}|{DOTTED.pattern})(?:同志[，,]|[，,][男女][，,])[^。；\n]{{0,100}}?现任"
        f"([^，,。；\\s]{{0,40}}(?:{POST.pattern}))"
    ),
]
# one of a list of appointments: 周雨（女）为水务局局长； 王一的水务局局长职务。
ENTRY = re.compile(
    f"(?:^|[\n；;。：])([一-鿿][ \u3000]{{0,2}}[一-鿿]{{1,3}}|{DOTTED.pattern})(?:同志)?(?:[（(][一-鿿]{{1,6}}[）)])?"
    f"(?:为([^，。；\\s]{{2,40}}?(?:{POST.pattern}|[审检][判察]员))|的([^，。；\\s]{{2,40}}?)职务)(?=[\n；;。]|$)"
)
# one of several in a sentence: 任命周雨任区水务局局长、王一任区民政局局长，免去陈晓的区水务局局长职务
MEMBER = re.compile(
    f"(?:任命|免去|免|选举|[、，,；])([一-鿿]{{2,3}}|{DOTTED.pattern})(?:同志)?(?:[（(][一-鿿]{{1,6}}[）)])?"
    f"(?:[任为]([^、，,。；;\\s]{{2,40}}?(?:{POST.pattern}|[审检][判察]员))|的([^、，,。；;\\s]{{2,40}}?)职务)(?=[、，,。；;\\s]|$)"
)
DECIDED = re.compile("任命|免去")
ELECTED = re.compile("[任免选]|辞去")  # without which nobody is appointed
SPACED = re.compile(
    f"({POST.pattern})\\s?([一-鿿])[ \u3000\u00a0]{{1,2}}(?=([一-鿿])([^。]{{0,8}}))"
)  # 书记王 磊说
SIGNED = re.compile(
    f"[一-鿿、]{{2,30}}(?:{POST.pattern})[ \u3000]+([一-鿿]{{2,3}})"
)  # a line: 水务局局长 温存
LISTED = re.compile("[是为有]?[:：](?=[一-鿿]{2,4}、)")
# 周雨院长所作的望溪县法院工作报告: the head of a court is called like that of a hospital
OF_COURT = re.compile(
    "(?:(?<=[了取议过])|(?<![一-鿿]))((?!了)[一-鿿]{2,3})(院长|检察长)(?:同志)?所?[作做]的"
    "([^，。；《》]{0,20}?(?:法院|检察院))(?=(?:的|工作)*报告)"
)
READ = ("work_report", "speech")  # genres in which a name alone above the text is that of who speaks
OPENED = re.compile(f"[（({DOT}]")  # without which no name has a post in brackets
# 王磊（市水务局局长）, 扎西·顿珠 副市长
BRACKETED = re.compile(
    f"(?<![一-鿿{DOT}])({DOTTED.pattern}|[一-鿿]{{2,4}})[（(]([^（）()。；;]{{0,30}}?(?:{POST.pattern}))[)）]"
    f"|({DOTTED.pattern})[ \u3000]([一-鿿、]{{0,20}}?(?:{POST.pattern}))(?=\\s|$)"
)
BLANKS = re.compile(r"\s*")
ROW = re.compile(r"(?:^|[:：])\s*([一-鿿]{2,4}|[一-鿿]\s{1,2}[一-鿿])\s{2,}[一-鿿、]{0,30}$")
SINGLE = re.compile(r"(?<![一-鿿])([一-鿿]{1,3}[^\W省市区县州镇乡村街办局委])\s([一-鿿、]{0,20})$")
# before a title: what is no name, a word between a name and it, or an office
NOT_LAST = re.compile("[^一-鿿]|[为任及和等部局委办处厅道会区县镇乡村]$")
BORDER = re.compile("[^一-鿿]?")  # before a name of two characters, or nothing
APART = re.compile(r"\s{2,}[一-鿿]|$")
CELL = re.compile(r"[一-鿿、]{2,40}(?:\s{1,2}[一-鿿](?![一-鿿]))?")


def officials(text):
    """Officials of a text: pairs of name and post.

    Examples
    --------
    >>> officials("云岭市青槐区委书记陈晓禾说,发展是第一要务。")
    [('陈晓禾', '云岭市青槐区委书记')]
    """
    text, padded = unpadded(text)
    if (signed := SIGNED.fullmatch(text)) and is_name(signed[1]):
        padded.add(signed[1])
    text = OF_COURT.sub(r"\3\2\1所作的", SPACED.sub(_beside_post, text))
    found, begin, tabular = _appointed(text) + _bracketed(text), 0, False
    for post in POST.finditer(text):
        if post.start() < begin:
            continue
        if table := _table(text, begin, post):
            pairs, begin = table
            found, tabular = found + pairs, True
            continue
        listed = LISTED.match(text, post.end())  # 主席是:陈晓、周雨
        name = name_after(text, listed.end() if listed else post.end(), padded)
        if (post[0] in TITLES or not name) and (titled := _titled(text, post)):
            found.append(titled)
            continue
        if text[post.end() - 1 : post.end() + 2] in gazetteer()[0]:  # 石家庄市长安区
            continue
        if not name or post[0] == "总书记":  # whose name stands before it
            continue
        if tabular and APART.match(text, text.index(name, post.end()) + len(name)):
            continue  # the first half of the next row
        held, begin = _held(text, begin, post), post.end()
        if not held.endswith("班主任"):
            found += [(x, held) for x in listed_names(text, post.end(), name, padded)]
    return found


def _held(text, begin, post):
    """A post with its office, and those before it that the same person has: 县委书记、县人大常委会主任.

    >>> _held("县委书记、县长陈晓禾", 0, POST.search("县委书记、县长陈晓禾", 5))
    '县委书记、县长'
    """
    start, held = post.start(), post[0]
    while True:
        left = ORGANISATION.search(text[max(begin, start - 20) : start])[0]
        left = left[max((m.end() for m in CUT.finditer(left)), default=0) :].lstrip("日")
        start, held = start - len(left), left + held
        before = next((x for x in POST.finditer(text, begin, start) if x.end() == start - 1), None)
        if before is None or text[start - 1] != "、" or _titled(text, before):
            return held
        start, held = before.start(), f"{before[0]}、{held}"


def _titled(text, post):
    """Name and post of one whose title stands behind the name (王晓明局长, 王晓明副秘书长); else None."""
    start = post.start() - (text[post.start() - 1 : post.start()] == "副")
    size = 2 if BORDER.fullmatch(text[max(0, start - 3) : start - 2]) else 3  # ，周雨局长
    name = text[max(0, start - size) : start]
    if len(name) < size or NOT_LAST.search(name) or not is_person(name) or name in gazetteer()[0]:
        return None
    sure = post[0] in TITLES or (start == len(name) or size == 2 or is_apart(text, start - 3, name))
    return (name, text[start : post.end()]) if sure else None


def _beside_post(found):
    """A post and the surname behind it, without the blank that sets a name of two characters wide."""
    ends = surname_length(found[2]) and begins_clause(found[4])
    return f"{found[1]} {found[2]}" if ends else found[0]


def _bracketed(text):
    """Pairs of names and the posts that stand in brackets, or a blank, behind them."""
    if not OPENED.search(text):
        return []
    pairs = ((found[1] or found[3], found[2] or found[4]) for found in BRACKETED.finditer(text))
    return [(x, post) for x, post in pairs if DOTTED.fullmatch(x) or (is_name(x) and not is_word(x))]


def _appointed(text):
    """Pairs of those who are appointed or relieved and their post."""
    patterns = (*APPOINTED, ENTRY) if ELECTED.search(text) else (ENTRY,)
    patterns += (MEMBER,) * bool(DECIDED.search(text))
    named = [
        (name, found[found.lastindex])
        for pattern in patterns
        for found in pattern.finditer(text)
        for name in "".join(found[1].split()).split("、")
        if DOTTED.fullmatch(name) or (is_name(name) and not is_word(name))
    ]
    return list(dict.fromkeys(named))


def _table(text, begin, post):
    """Pairs of a table of names with posts that lost its lines, and where it ends; None where a post is in none.

    组长：陈晓禾  区长周雨  副区长: the post is that of the name before it, not of the one that follows at once.
    """
    left = max(begin, post.start() - 40)
    single = SINGLE.search(text, left, post.start())
    if single and is_name(single[1]) and APART.match(text, post.end()):
        return [(single[1], single[2] + post[0])], post.end()
    first = ROW.search(text, left, post.start())
    name = BLANKS.sub("", first[1]) if first else ""
    if not is_name(name):
        return None
    pairs, at = [], BLANKS.match(text, first.end(1)).end()
    while name and (cell := CELL.match(text, at)):
        posts = list(POST.finditer(cell[0]))
        if text[cell.end() : cell.end() + 1] in (":", "："):  # the heading of the next rows: ...部长副主任:
            posts.pop()
            cell = CELL.match(text, at, at + posts[-1].end() if posts else at + 2)
        rest = BLANKS.sub("", cell[0][posts[-1].end() :]) if posts else None
        if rest is None or (rest and not is_name(rest)):
            break
        pairs.append((name, cell[0][: posts[-1].end()]))
        name, at = rest, cell.end()
        at += len(BLANKS.match(text, at)[0])
    return (pairs, at) if pairs else None


@takes(corpus="Corpus")
def extract_people(corpus):
    """People named in the documents of a corpus.

    Parameters
    ----------
    corpus : Corpus

    Returns
    -------
    DataFrame
        One row per person and block: doc_id, block, name, role (reporter, correspondent, photographer, editor
        or official), post (of officials, None where the name of who reads a report stands alone; else None), certain
        (False where names run together could be cut in another way).

    Notes
    -----
    Rules: a name is a surname of the shipped list and one or two characters more. Those of a byline follow a
    label such as 记者; an official follows a public post, alone or in a list, and punctuation or a verb must come
    next. Of the furniture of a page, such as links to other texts, only a name behind a label and a colon counts.

    Examples
    --------
    >>> import govnlp as gn
    >>> corpus = gn.parse_text("青槐区区长陈晓禾介绍,新增学校3所。\\n记者 周雨", doc_id="d")
    >>> extract_people(corpus)[["name", "role", "post"]].values.tolist()
    [['陈晓禾', 'official', '青槐区区长'], ['周雨', 'reporter', None]]
    """
    rows, blocks = [], corpus.once()[["doc_id", "block", "kind", "speaker", "text"]]
    traditional = in_traditional(blocks)
    read = set(corpus.documents["doc_id"][corpus.documents["genre"].isin(READ)])
    for (doc_id, block, kind, _, text), said in zip(
        blocks.itertuples(index=False), new_speakers(blocks), strict=True
    ):
        if kind == "byline" and doc_id in read and (name := _alone(text)):
            rows.append((doc_id, block, name, "official", None, True))
        rows += [(doc_id, block, *one) for one in _of_block(kind, said, text, doc_id in traditional)]
    return pd.DataFrame(rows, columns=COLUMNS, dtype=object).drop_duplicates(ignore_index=True)


def new_speakers(blocks):
    """Who speaks in each block where a turn begins, else "": the post of a label is said of the turn once."""
    speakers = blocks["speaker"].where(blocks["speaker"].notna(), "")
    same = speakers.eq(speakers.shift()) & blocks["doc_id"].eq(blocks["doc_id"].shift())
    return speakers.mask(same, "").tolist()


def _alone(text):
    """The name that a line is, set wide or not; else None."""
    name = unpadded(text)[0].strip()
    return name if is_name(simplified(name)) and not is_word(name) else None


def _of_block(kind, speaker, text, traditional):
    """Name, role, post and certainty of the people of a block, in its own characters."""
    said, simple = (simplified(speaker), simplified(text)) if traditional else (speaker, text)
    found = [(name, role, None, certain) for name, role, certain in credits(simple, kind)]
    if kind != "boilerplate":
        found += [(name, "official", post, True) for x in (said, simple) for name, post in officials(x)]
    if not traditional:
        return found
    whole = f"{said}\n{simple}", f"{speaker}\n{text}"
    return [
        (as_written(name, *whole), role, post and as_written(post, *whole), sure)
        for name, role, post, sure in found
    ]
