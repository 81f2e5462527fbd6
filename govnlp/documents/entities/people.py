"""People named in documents: those of the byline with their role, officials with their post."""

import re
from functools import lru_cache

import pandas as pd

from govnlp.arguments import takes
from govnlp.documents.entities.bylines import credits
from govnlp.documents.entities.divisions import gazetteer
from govnlp.documents.entities.personal_names import (
    DOT,
    DOTTED,
    is_name,
    surname_length,
    unpadded,
)

COLUMNS = ["doc_id", "block", "name", "role", "post", "certain"]
POST = re.compile(
    r"总书记|副书记|书记|秘书长|检察长|[省市区县镇乡州盟旗厅局部处科院]长|副主任|主任|副主席|主席|常委|委员|专员|分管领导|督学"
)
ORGANISATION = re.compile(r"[^\W\d_a-zA-Z]{0,20}$")
CUT = re.compile(
    r"[的是在由与了被把以让向对给从据任到，]|(?<!共)和|委托|时任|会议?上|来自|以及|[今昨当]天|[上下]午"
)
VERB = re.compile(
    r"[说称讲谈问答看走赴来到在向率带为作做对主同与和等把将就还也又一的]|表示|介绍|认为|接受|强调|告诉|坦言|提出|宣布|宣读|参加|调研|当选|回忆|深入|"
    r"出席|会见|主持|通报|发言|汇报|部署|视察|考察|检查|走访|慰问|开场|开会|开门|感慨|解释|致辞|要求|代表|先生|女士|同志|陪同|总结|透露|希望|现场|亲自|分别|[立当]即|马上|随即"
)
PART = re.compile(f"[一-鿿]{{1,7}}(?:[一-鿿]{{0,7}}[{DOT}])+")
SAYS = "vdazpc"  # tags of verbs, adverbs, adjectives, prepositions and conjunctions
SAID = "说称讲谈"
AHEAD = 8  # characters behind a name that tell whether it ends there
LONGEST_NAME = 20  # characters of a name of several parts and of what follows it
TITLES = ("总书记", "主席", "书记", "省长", "市长", "县长", "区长")
# 任命周雨、王一为云岭市水务局局长, 免去周雨的局长职务, 周雨任局长
APPOINTED = [
    re.compile(f"任命([一-鿿、{DOT} \u3000]{{2,40}}?)(?:同志)?(?:代?为|担任)([^，。；（(\\s]{{2,40}})"),
    re.compile(f"免去([一-鿿、{DOT} \u3000]{{2,40}}?)(?:同志)?(?:兼任)?的([^，。；\\s]{{2,40}}?)职务"),
    re.compile(
        f"(?:^|[。；，\\s])([一-鿿]{{2,4}}|[一-鿿{DOT}]{{4,15}})(?:同志)?任([^，。；\\s]{{0,30}}?(?:{POST.pattern}))",
        re.MULTILINE,
    ),
]
SPACED = re.compile(
    f"({POST.pattern})\\s?([一-鿿])[ \u3000\u00a0]{{1,2}}(?=([一-鿿])([^。]{{0,8}}))"
)  # 书记王 磊说
# 王磊（市水务局局长）, 扎西·顿珠 副市长
BRACKETED = re.compile(
    f"(?<![一-鿿{DOT}])({DOTTED.pattern}|[一-鿿]{{2,4}})[（(]([^（）()。；;]{{0,30}}?(?:{POST.pattern}))[)）]"
    f"|({DOTTED.pattern})[ \u3000]([一-鿿、]{{0,20}}?(?:{POST.pattern}))(?=\\s|$)"
)
TITLED = re.compile(r"[一-鿿]{3}$")
HAN = re.compile(r"[一-鿿]")
BLANKS = re.compile(r"\s*")
ROW = re.compile(r"(?:^|[:：])\s*([一-鿿]{2,4}|[一-鿿]\s{1,2}[一-鿿])\s{2,}[一-鿿、]{0,30}$")
SINGLE = re.compile(r"(?<![一-鿿])([一-鿿]{1,3}[^\W省市区县州镇乡村街办局委])\s([一-鿿、]{0,20})$")
APART = re.compile(r"\s{2,}[一-鿿]|$")
CELL = re.compile(r"[一-鿿、]{2,40}(?:\s{1,2}[一-鿿](?![一-鿿]))?")


def name_after(text, at, padded=()):
    """The name that begins at `at` and ends before punctuation or a verb; None where there is none.

    Those that were set wide (`padded`) are names, also where they are words.
    """
    while text[at : at + 1] in (" ", "\u3000"):
        at += 1
    if name := _foreign_name(text[at : at + LONGEST_NAME]):
        return name
    if name := next((x for x in sorted(padded) if text.startswith(x, at)), None):
        return name
    surname = surname_length(text[at : at + 2])
    if not surname or text[at - 1 : at + 1] == "长江":
        return None
    for given in (1, 2):
        end = at + surname + given
        name, after = text[at:end], text[end : end + AHEAD]
        if _is_word(name) or name[1:2] == "副":
            return None
        if not all(map(HAN.match, name)) or len(name) < end - at:
            return None
        if not after or not HAN.match(after) or VERB.match(after) or _begins_clause(after, given):
            return name
    return None


def _foreign_name(text):
    """A name of several parts (买买提江·吾买尔) or one that the dictionary knows (次仁央宗), at the beginning."""
    dot = PART.match(text)
    words = _tagged(text) if dot is None else ()
    if words and words[0][1].startswith("nr") and len(words[0][0]) > 3 and not surname_length(text[:2]):
        return words[0][0]
    for end in range(dot.end() + 2, min(dot.end() + 6, len(text) + 1)) if dot else ():
        after = text[end : end + 8]
        if not HAN.match(after) or VERB.match(after) or _begins_clause(after, 1):
            return text[:end]
    return None


def _begins_clause(text, given=2):
    """Whether a text begins as what is said of a person does, behind a given name of so many characters.

    Behind one, a single character may be the second of the name: 陈晓|进行, but 陈晓进|提出; 陈晓明|说 is no 陈晓|明说.
    """
    import rjieba

    word, tag = next(iter(rjieba.tag(text, False)), ("", "x"))  # words of the dictionary alone
    return tag[0] in SAYS and (given > 1 or (len(word) > 1 and word[1] not in SAID))


def _tagged(text):
    """Words of a text with their tags."""
    import rjieba

    return rjieba.tag(text)


@lru_cache(maxsize=10_000)
def _is_person(text):
    """Whether a text is a name that the dictionary knows (before a title: 陈建国书记)."""
    import rjieba

    words = rjieba.tag(text)
    return is_name(text) and len(words) == 1 and words[0][1].startswith("nr")


@lru_cache(maxsize=10_000)
def _is_word(text):
    """Whether a text is a word of the dictionary and no name (关于, 时隔)."""
    import rjieba

    return rjieba.cut(text, False) == [text] and not rjieba.tag(text)[0][1].startswith("nr")


def officials(text):
    """Officials of a text: pairs of name and post.

    Examples
    --------
    >>> officials("云岭市青槐区委书记陈晓禾说,发展是第一要务。")
    [('陈晓禾', '云岭市青槐区委书记')]
    """
    text, padded = unpadded(text)
    text = SPACED.sub(_beside_post, text)
    found, begin, tabular = _appointed(text) + _bracketed(text), 0, False
    for post in POST.finditer(text):
        if post.start() < begin:
            continue
        if table := _table(text, begin, post):
            pairs, begin = table
            found, tabular = found + pairs, True
            continue
        titled = TITLED.search(text, max(0, post.start() - 3), post.start()) if post[0] in TITLES else None
        if titled and _is_person(titled[0]) and titled[0] not in gazetteer()[0]:
            found.append((titled[0], post[0]))
            continue
        name = name_after(text, post.end(), padded)
        if text[post.end() - 1 : post.end() + 2] in gazetteer()[0]:  # 石家庄市长安区
            continue
        if not name or post[0] == "总书记":  # whose name stands before it
            continue
        if tabular and APART.match(text, text.index(name, post.end()) + len(name)):
            continue  # the first half of the next row
        left = ORGANISATION.search(text[max(begin, post.start() - 20) : post.start()])[0]
        left = left[max((m.end() for m in CUT.finditer(left)), default=0) :]
        left, begin = left.lstrip("日"), post.end()
        if not (left + post[0]).endswith("班主任"):
            found += [(x, left + post[0]) for x in _listed(text, post.end(), name, padded)]
    return found


def _listed(text, at, name, padded):
    """A name behind a post, and those that a list has behind it (副区长陈晓、周雨)."""
    while name:
        yield name
        at = text.index(name, at) + len(name)
        name = name_after(text, at + 1, padded) if text.startswith("、", at) else None


def _beside_post(found):
    """A post and the surname behind it, without the blank that sets a name of two characters wide."""
    after = found[4]
    ends = not HAN.match(after) or VERB.match(after) or _begins_clause(after)
    return f"{found[1]} {found[2]}" if surname_length(found[2]) and ends else found[0]


def _bracketed(text):
    """Pairs of names and the posts that stand in brackets, or a blank, behind them."""
    pairs = ((found[1] or found[3], found[2] or found[4]) for found in BRACKETED.finditer(text))
    return [(x, post) for x, post in pairs if DOTTED.fullmatch(x) or (is_name(x) and not _is_word(x))]


def _appointed(text):
    """Pairs of those who are appointed or relieved and their post."""
    if "任" not in text and "免" not in text:
        return []
    return [
        (name, found[2])
        for pattern in APPOINTED
        for found in pattern.finditer(text)
        for name in "".join(found[1].split()).split("、")
        if is_name(name) or DOTTED.fullmatch(name)
    ]


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
        or official), post (of officials, else None), certain (False where names run together could be cut in
        another way).

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
    rows = []
    columns = ["doc_id", "block", "kind", "speaker", "text"]
    for doc_id, block, kind, speaker, text in corpus.once()[columns].itertuples(index=False):
        rows += [(doc_id, block, name, role, None, certain) for name, role, certain in credits(text, kind)]
        if kind == "boilerplate":
            continue
        said = [speaker] if isinstance(speaker, str) else []
        rows += [
            (doc_id, block, name, "official", post, True)
            for part in [*said, text]
            for name, post in officials(part)
        ]
    return pd.DataFrame(rows, columns=COLUMNS, dtype=object).drop_duplicates(ignore_index=True)
