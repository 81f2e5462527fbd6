"""The things that stand after a value: a noun phrase, and what is said of it."""

from itertools import pairwise

from govnlp.analysis.indicators.phrases import LONGEST
from govnlp.analysis.indicators.tokens import NOUNS, dash_of, ends, letters_of, text_of

JOINED = 16  # characters after which no further noun joins
OWN = {"全省", "全市", "全县", "全区", "全州", "全盟", "全旗", "全镇", "全村"}
NEAR = 12  # words among which 的 may stand that ends a clause on the things
SAID = frozenset("iclmpt,.;:Q")  # letters of words that no compound holds
STOPS = frozenset("t,.;:Qx")  # letters of words that end a noun phrase
COMPOUND = NOUNS | {"v", "quote", "letters", "title"}
# how something is done by or to those counted (30名党员主动参与); before a noun it selects (主动投案率)
HOW = {"新", "主动", "自觉", "分类"}
WORK = ("工作", "任务", "工程")  # what is done, without saying what
SUCH = "型式级类状"
CLOSING = ("中", "手中", "里", "内", "上", "之中", "当中", "之间", "之后", "之前", "以来", "基础", "免费")


def read_things(tokens, whole=False):
    """Noun phrase that follows a value, and the words that say something of it.

    Parameters
    ----------
    tokens : list of Token
        After the value, up to the next value or the end of the clause.
    whole : bool
        Whether verbs belong to it: it is the object of a verb before the value (完成300座水库除险加固).

    Returns
    -------
    (list of Token, list of Token)
    """
    named = tokens[: dash_of(tokens)]
    words = [] if named[:1] and named[0].word == "(" else [t for t in named if t.letter != "x"]
    while words and words[0].letter in "dm" and (len(words[0].word) == 1 or "manner" in words[0].roles):
        if "negation" in words[0].roles:  # (对5人)不起诉; 12个未脱贫村
            named = words[1:] and words[1].letter in "avnb"
            things, rest = read_things(words[1:], whole) if named else ([], [])
            return (words[:1] + things, rest) if len(things) > 1 else ([], words)
        words = words[1:]
    if words and words[0].letter == "s" and words[0].word in OWN:
        if len(words) == 1:  # 3次全省第一
            return [], words
        words = words[1:]
    elif len(words) > 2 and words[0].word == "全国" and words[1].tag != "quote":
        things, rest = read_things(words[1:], whole)
        return words[: bool(things)] + things, rest  # (10个)全国休闲农业示范县
    if words and (words[0].letter in "pl" or words[0].roles & {"clause", "which"}):
        at = next((i for i, t in enumerate(words[:NEAR]) if t.letter in "d,.;:"), 0)
        words = words[at + 1 :] if words[at].letter == "d" else words
    of = next((i for i, t in enumerate(words[:NEAR]) if t.letter == "d"), 0)
    traits = [i for i, t in enumerate(words[:of]) if t.letter == "i" and words[i - 1].tag == "a"]
    words = words[of + 1 :] if traits else words  # 规模大、效益好的茶厂
    if not words:
        return [], []
    size = next((i for i, t in enumerate(words[:JOINED]) if t.value is not None or t.letter in STOPS), 0)
    if size and words[size].letter == "n":  # (31家)储量10吨以上的制冷企业
        size += 1 + (words[size + 1 : size + 2] != [] and words[size + 1].letter == "d")
        head, rest = read_things(words[size:])
        return words[:size] + head, rest
    if words[0].letter in "rf" and ("to" in words[0].roles or len(words) < 2):
        return [], words
    if words[0].tag == "quote" and (len(words) == 1 or words[1].letter not in "nbag"):
        return words[:1], words[1:]
    if letters_of(words[:2]) == "ac" and (things := read_things(words[2:])[0]) and things[-1].letter == "n":
        return words[: 2 + len(things)], words[2 + len(things) :]  # (6项)扶持与优惠政策
    at = _compound(words, whole) or _noun_end(words)
    while at > 1 and (words[at - 1].word in CLOSING or words[at - 1].letter in "dicm"):
        at -= 1
    rest = words[at:]
    while at > 1 and rest and rest[0].letter in "avw" and _is_how(words[at - 1]):
        at -= 1
    listed = next((i for i, t in enumerate(words[:at]) if t.letter == "i"), 0)
    if any(t.letter == "d" for t in words[:listed]):  # 13个改造的公司、文化馆和学校
        at, rest = listed, words[listed:]
    return words[:at], rest


def _is_how(t):
    """Whether a word before a verb only says where or how (品牌|新|入选, 成果|全国|推广, 实验室|实体化|运行)."""
    where = t.letter == "s" and "whose" not in t.roles
    return where or t.word in HOW or t.word[2:].endswith("化")


def part_place(words):
    """Words of a place among things, and of what is done there (在5个社区标准化建设驿站)."""
    acts = (i for i, (t, u) in enumerate(pairwise(words)) if i and t.letter == "a" and not _is_head(u))
    at = next(acts, len(words))
    how = 1 < at < len(words) and words[at - 1].word[-1] == "化"
    return words[: at - how], words[at:]


def worked_on(words):
    """Things that have something done to them, as what is counted (16个社区的供水改造工作: 供水改造社区)."""
    of = next((i for i, t in enumerate(words) if i and t.letter == "d"), len(words))
    work = words[of + 1 :]
    if len(work) > 1 and work[-1].word in WORK:
        work = work[:-1]
    done = work and work[-1].letter == "a" and words[of - 1].letter in "nbg"
    return work + words[:of] if done else words


def without_measure(things):
    """Counted things without a measure of theirs that the next value states (10个视频总浏览量超过500万人次)."""
    at = max((i for i, t in enumerate(things) if _acts_on_more(t, things[i + 1 :])), default=0)
    if at:
        return things[: at - (things[at - 1].word == "新")]
    end = next((i for i, t in enumerate(things) if i and t.word == "总"), len(things))
    if things[-1].letter == "b" or things[-1].word.endswith(ends("ending")):
        end = min(end, len(things) - 1 - (things[-2:][0].letter == "w"))  # 152家企业完成总产值
    return things[:end] or things


def _acts_on_more(t, following):
    """Whether a verb among things says what they do to what another value counts (5个平台承接项目70个)."""
    headed = len(following) == 1 and _is_head(following[0])
    return t.tag == "v" and ((t.letter == "a" and not headed) or (t.letter == "w" and not following))


def _compound(words, whole):
    """How many words a long compound takes that ends with a head such as 会 or 工作, without a predicate; else 0."""
    end = 0
    joined = "cd" if whole and words[0].letter in "nbg" else ""  # 线上或线下培训, 小区的改造工作
    while (
        end < len(words)
        and not (words[end].tag == "f" and words[end].word in CLOSING)
        and "makes" not in words[end].roles
        and not (end == 1 and "about" in words[0].roles and words[1].letter == "a")  # 措施支持企业
        and (words[end].letter in joined or (words[end].letter not in SAID and words[end].tag in COMPOUND))
    ):
        end += 1
    text = text_of(words[:end])
    if not end or len(text) > LONGEST:
        return 0
    plain = words[-1].letter != "w" and all("manner" not in t.roles or t.letter == "a" for t in words)
    if whole and end == len(words) and plain and not any(map(_acts, words, words[1:])):
        return end
    if not text.endswith(ends("event")):
        return 0
    said = any(t.letter == "w" for t in words[1 : end - 2])  # 站所开展评议活动
    return end if not said and not any(t.roles & {"predicate", "manner"} for t in words[:end]) else 0


def _acts(t, following):
    """Whether a verb says what the noun before it does (出台8条措施支持企业), or a word where it stands (居全省)."""
    done = t.letter == "a" and t.tag == "v" and following.letter in "nbg" and not _is_head(following)
    return done or t.letter == "w" or t.letter + following.letter == "ks"


def _noun_end(words):
    """How many words the noun phrase at the beginning takes."""
    size = 0
    for at, t in enumerate(words):
        following = words[at + 1] if at + 1 < len(words) else None
        bound = at and following and "bound" in t.roles and following.letter in "nbagx"
        if not bound and (_stops(t, at, following) or not _goes_on(words, at, following, size)):
            return at
        size += len(t.word)
    return len(words)


def _is_head(t):
    """Whether a word is a head noun, so that a verb before it is part of the noun phrase."""
    if t is None:
        return False
    village = len(t.word) != 2 and t.word[-1] in "村镇县区"  # (治理)示范村, (脱贫)县
    return village or "head" in t.roles or t.letter == "b" or t.word[-1] in "率量数额户者员"


def _is_cut(t, at, following):
    """Whether the tagger took the beginning of a noun for an adverb (高新园区)."""
    return not at and t.tag in ("d", "ad", "r") and following is not None and following.letter in "nb"


def _stops(t, at, following):
    """Whether no noun phrase goes on with a word."""
    if t.letter in STOPS or (at and (t.tag == "t" or (t.tag == "f" and t.word in CLOSING))):
        return True
    if t.letter == "w" and not _is_head(following):
        return True
    if at and "makes" in t.roles:
        return True  # (6个县)纳入改造范围
    return (t.letter in "lkm" or "manner" in t.roles) and not _is_cut(t, at, following)


def _goes_on(words, at, following, size):
    """Whether a word may be part of the noun phrase that begins with the words before it."""
    t, first = words[at], words[0]
    last = next((w for w in words[at + 1 :] if w.letter not in "va"), None)
    compound = not at or _is_head(following) or _is_head(last)  # (防)返贫监测对象
    if t.tag in NOUNS and not (t.letter == "a" and at and not compound):
        return True
    if t.tag in ("quote", "title", "letters") or _is_cut(t, at, following):
        return True
    if t.tag == "v" and compound and (at or t.letter != "a" or _is_head(following)):
        return True
    if not at:
        return "grant" in t.roles
    if first.tag == "b" and all(x.tag in ("b", "v") for x in words[: at + 1]):
        return True
    suffixed = t.tag == "v" and len(t.word) > 1 and t.word[0] in SUCH
    if suffixed or t.roles & {"grant", "head"} or t.letter in "bg":
        return True
    if following is None:
        return False
    named = t.word in ("与", "同") and following.tag in ("ns", "nr", "nt")  # 企业与临溪大学合作
    joined = t.letter in "ic" and size < JOINED and following.letter in "nbgaw" and not named
    acts = following.letter in "aw" and following.tag == "v"
    return (joined and not acts) or (t.letter == "d" and following.letter in "nbga")
