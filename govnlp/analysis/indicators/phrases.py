"""The phrases around a value: the subject before it with its verb of change, the things after it."""

from dataclasses import dataclass, field

from govnlp.analysis.indicators.tokens import NOUNS, ends, having, text_of

LONGEST = 30  # characters of a name: longer phrases hold a clause
SOON = 8  # characters after a value within which a change is said of it
ENDS = ("率", "数", "量", "额", "值", "比", "面积", "收入", "指数", "人次", "余额", "水平", "强度", "浓度")
OFFICES = tuple("区 市 县 省 局 委 镇 街 州 街道 部门 办 政府 公司 中心 单位 我们 会 各地".split())
EACH = {"分别", "分别为", "分别达", "分别达到", "依次"}
BOTH = {"均", "都", "双双", "均为", "均达", "均达到", "各"}
FROM = {"由", "从", "由此前"}
PLACES = tuple("省市区县州盟旗")
CLAUSES = set("针对 关于 涉及 面向 用于 有关 具有 符合 来自 从事".split())
PACES = ("增速", "增幅", "降幅", "涨幅")
PER = {"人均", "户均", "亩均", "月均", "日均"}
SUCH = "型式级类状"


@dataclass(slots=True)
class Phrase:
    """What stands before a value: the words of its subject, the verb of change, signs of how the value relates to it."""

    words: list
    change: object = None
    level: bool = False
    per: str = ""
    signs: set = field(default_factory=set)
    dropped: list = field(default_factory=list)

    @property
    def text(self):
        return text_of(self.words)

    def has(self, words):
        """Whether one of some words stood between subject and value."""
        return bool(self.signs & words)


def read_phrase(tokens, counted=False, longest=LONGEST):
    """Subject before a value, cleaned of time, place and manner.

    Parameters
    ----------
    tokens : list of Token
        From the beginning of the clause, or from the value before, to the value.
    counted : bool
        Whether the value counts what follows it: a verb before it is what was done with that (优化提升27个公园).
    longest : int
        Characters that the subject may have.

    Returns
    -------
    Phrase
    """
    phrase = Phrase([])
    if len(tokens) > 1 and (tokens[-1].tag == "per" or tokens[-1].word in PER):
        phrase.per = tokens[-1].word
        tokens = tokens[:-1]
    words = [t for t in tokens if t.letter != "x"]
    words = _drop_links(words, phrase)
    if words and words[-1].letter in "rf" and not _is_noun_here(words) and not (counted and _acts(words)):
        phrase.change = words.pop()
        phrase.level = phrase.level or "to" in phrase.change.roles or bool(phrase.signs & having("to"))
        words = _drop_links(_drop_comparison(_drop_links(words, phrase)), phrase)
        if len(words) > 1 and words[-1].letter in "rf" and words[-1].word not in (phrase.change.word, *PACES):
            words = _drop_links(words[:-1], phrase)  # 降幅收窄
    elif phrase.level is False:
        words = _drop_comparison(words, closed=True)
    phrase.words = clean(words, phrase, longest)
    return phrase


def _is_noun_here(words):
    """Whether a verb of change is a noun in its place (的增长, 增长的)."""
    return len(words) > 1 and words[-2].letter == "d" and words[-1].word in ("增长", "提升", "降低")


def _acts(words):
    """Whether a verb of change at the end of words is something done, since another verb stands with it."""
    return (
        "act" in words[-1].roles
        and len(words) > 1
        and (words[-2].letter in "ac" or "light" in words[-2].roles)
    )


def _drop_links(words, phrase):
    """Words without those at their end that only link subject and value; they are kept as signs."""
    while words:
        last = words[-1]
        if last.letter in "tidp,:mx" or last.word in FROM or ("link" in last.roles and last.letter != "r"):
            if last.letter in "rf":
                break
            if last.letter == "i" and len(words) > 1 and words[-2].letter == "Q":
                break
        elif not (last.letter == "d" or (last.letter == "s" and phrase.signs & FROM)):
            break
        phrase.signs.add(last.word)
        phrase.dropped.append(last)
        words = words[:-1]
    return words


def _drop_comparison(words, closed=False):
    """Words without a comparison at their end (比上年同期, 与前三年平均数相比)."""
    ended = bool(words) and words[-1].word in ("相比", "相较", "相比较", "对比")
    if closed and not ended:
        return words
    size = 0
    for i in range(len(words) - 1, -1, -1):
        size += len(words[i].word)
        starts = words[i].word in ("比", "较", "同比") or (ended and words[i].word in ("与", "同", "和"))
        if starts and (not i or words[i - 1].word not in ("占", "对")):
            return words[:i]
        if size > 14 or words[i].letter == "i":
            break
    return words


def clean(words, phrase=None, longest=LONGEST):
    """Words of a subject without time, place, actor, manner and empty verbs in front of it."""
    words = _after_others(words)
    words = _after_preposition(words)
    words = _drop_lead(words)
    first = next((i for i, t in enumerate(words) if t.letter in "aw" and not _in_compound(words, i)), None)
    if first and (_is_actor(words[:first]) or _is_manner(words, first)):
        words = words[first:]
    words = _drop_lead(words)
    words = [t for t in words if t.letter != "t" and not ("inner" in t.roles and t.tag in ("d", "v", "p"))]
    while len(words) > 1 and sum(len(t.word) for t in words) > longest:
        words = words[1:]
    while words and (
        words[-1].letter in "dlicp,:x" or (words[-1].letter == "m" and words[-1].word not in ("以上", "以下"))
    ):
        words = words[:-1]
    return words


def _after_others(words):
    """Words after the last 等, which ends a list of examples."""
    at = max(
        (i for i, t in enumerate(words) if t.word in ("等", "等等") and 0 < i < len(words) - 1), default=-1
    )
    words = words[at + 1 :]
    return words[:-1] if words and words[-1].word == "等" else words


def _after_preposition(words):
    """Words without a preposition and its object before a verb (为群众提供, 对企业发放)."""
    if words and words[0].letter == "p":
        at = next((i for i, t in enumerate(words) if i > 1 and t.letter in "aw"), 0)
        if at and "grant" in words[at].roles:
            return words[1:]
        if at and at < 6:
            return words[at:]
    return words


def _drop_lead(words):
    """Words without those in front that say when, where and how."""
    while words:
        first, rest = words[0], words[1:]
        if not rest:
            return (
                []
                if first.letter in "tompicdsxl,:k"
                or ("lead" in first.roles and "act" not in first.roles and first.letter != "b")
                else words
            )
        if first.letter in "torfipcd,:.xQ" and not (first.letter in "rf" and "act" in first.roles):
            words = rest
        elif first.letter in "wl" or (
            first.letter == "m" and first.tag in ("d", "v", "m", "zg", "vd", "c", "ad")
        ):
            if first.letter == "m" and rest[-1].word.endswith("率") and len(rest) < 3:
                break
            words = rest
        elif (
            (first.letter == "s" and not (first.word in ("城镇", "农村", "城乡", "国内") and True))
            or ("lead" in first.roles and first.letter not in "agb")
            or (first.word.isdigit() and rest[0].letter in "pawv")
            or (first.tag == "ns" and _is_place(words))
            or (first.tag in ("d", "p", "c", "r", "u", "uj") and first.letter != "a")
        ):
            words = rest
        else:
            break
    return words


def _is_place(words):
    """Whether a place in front owns what follows (云岭地区生产总值); not where it is part of a name."""
    word, following = words[0].word, words[1]
    if not word.endswith(PLACES) or len(word) < 3 or words[0].roles & {"scope", "act", "noplace", "selector"}:
        return False
    return following.word not in having("seat") and following.letter in "nbagt" and following.tag != "k"


def _in_compound(words, i):
    """Whether a verb is part of a noun (垃圾治理率, 便民服务项目, 固定资产投资)."""
    if words[i].word in ("投资", "贷款", "收入", "消费", "就业", "服务"):
        return (i > 0 and words[i - 1].letter in "nbg") or i + 1 == len(words)
    after = words[i + 1] if i + 1 < len(words) else None
    if after is None or after.letter in "ic":
        return i > 0 and words[i - 1].letter in "nbg"
    return (
        i > 0
        and words[i - 1].tag.startswith("n")
        and (after.letter == "b" or "head" in after.roles or after.word.endswith(ENDS))
    )


def _is_manner(words, first):
    """Whether what stands before an empty verb says how it was done (以点带面打造)."""
    after = text_of(words[first + 1 :])
    return (
        words[first].letter == "w"
        and len(after) > 2
        and after not in having("bare")
        and "head" not in words[first + 1].roles
        and words[first + 1].letter != "d"
    )


def _is_actor(words):
    """Whether words before a verb name who does something, or where and how."""
    text = text_of(words)
    if text in having("scope"):
        return text[0] == "全"
    if any(t.letter in "ab" for t in words[:-1]) and not words[0].letter == "p":
        return False
    if "selector" in words[0].roles:
        return False
    return (
        words[0].letter in "potm"
        or words[0].tag in ("ns", "nr", "d")
        or (
            text.removesuffix("社会").endswith(OFFICES)
            and not text.endswith(("小区", "社区", "园区", "城区", "景区", "片区"))
        )
    )


def leading_act(words):
    """Verb that a phrase opens with (引进, 新建, 优化), or ""."""
    taken = []
    for i, t in enumerate(words):
        if (
            t.letter == "a"
            or (taken and t.letter in "c" and i + 1 < len(words) and words[i + 1].letter in "ar")
            or (taken and t.letter in "rv" and (words[i - 1].letter == "c" or "act" in t.roles))
        ):
            taken.append(t)
        else:
            break
    while taken and taken[-1].letter == "c":
        taken.pop()
    return taken if len(taken) < len(words) or taken else []


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
    words = [t for t in tokens if t.letter != "x"]
    while words and (
        (
            words[0].letter in "dmx"
            and (len(words[0].word) == 1 or "manner" in words[0].roles or words[0].tag in ("m", "c"))
        )
        or words[0].word in ("余", "多")
    ):
        words = words[1:]
    of = next((i for i, t in enumerate(words[:12]) if t.letter in "d,.;:"), 0)
    if of and words[of].letter == "d" and (words[0].letter in "pl" or words[0].word in CLAUSES):
        words = words[of + 1 :]  # 由镇长为组长的采茶专班, 可推广的典型茶园
    if words and words[0].letter in "rf" and ("to" in words[0].roles or len(words) < 2):
        return [], words
    if words and words[0].tag == "quote" and (len(words) == 1 or words[1].letter not in "nbag"):
        return words[:1], words[1:]
    at = _compound(words, whole) or _noun_end(words)
    while at > 1 and (
        words[at - 1].word in ("中", "里", "内", "上", "之中", "当中", "之间")
        or words[at - 1].letter in "dicm"
    ):
        at -= 1
    return words[:at], words[at:]


def _compound(words, whole):
    """How many words a long compound takes that ends with a head such as 会 or 工作, with no predicate inside; else 0."""
    end = next(
        (
            i
            for i, t in enumerate(words)
            if t.letter in "iclmpt,.;:Q" or t.tag not in NOUNS | {"v", "quote", "letters", "title"}
        ),
        len(words),
    )
    text = text_of(words[:end])
    if not end or len(text) > LONGEST or not (whole or text.endswith(ends("event"))):
        return 0
    listed = end < len(words) and words[end].letter == "i"
    if listed and len(text) < 3:
        return 0
    if whole and (end == len(words) or (words[end].tag == "x" and not listed)):
        return end
    return end if not any(t.roles & {"predicate", "manner"} for t in words[:end]) else 0


def _noun_end(words):
    """How many words the noun phrase at the beginning takes."""
    size = 0
    for at, t in enumerate(words):
        following = words[at + 1] if at + 1 < len(words) else None
        after = following.word if following else ""
        if t.letter in "t,.;:Qx" or (
            t.letter in "rf"
            and at
            and not (following and ("head" in following.roles or following.letter == "b"))
        ):
            return at
        if size >= LONGEST:
            return at
        head_next = bool(following) and (
            "head" in following.roles or following.letter == "b" or after[-1:] in "率量数额户者员"
        )
        if t.word in ("以上", "以下", "级以上") and at and following and following.letter in "nbagx":
            size += len(t.word)
            continue
        if t.letter == "w" and not head_next:
            return at
        if (t.letter in "lk" or (t.letter == "m" and t.tag != "n") or ("manner" in t.roles)) and not (
            at == 0 and t.tag in ("d", "r") and len(t.word) > 1 and following and following.letter in "nb"
        ):
            return at
        compound = not at or head_next
        nominal = (t.tag in NOUNS and not (t.letter == "a" and at and not compound)) or t.tag in (
            "quote",
            "title",
            "letters",
        )
        verbal = t.tag == "v" and compound and (head_next or at or t.letter != "a")
        headless = (
            at and t.tag == "v" and words[0].tag == "b" and all(x.tag in ("b", "v") for x in words[:at])
        )
        cut = (
            not at and t.tag in ("d", "r") and len(t.word) > 1 and following and following.letter in "nb"
        )  # 高新园区
        suffix = (
            headless
            or cut
            or (
                at
                and (
                    "grant" in t.roles
                    or (len(t.word) > 1 and t.word[0] in SUCH and t.tag == "v")
                    or "head" in t.roles
                    or t.letter == "b"
                    or t.letter == "g"
                )
            )
        )
        joined = (
            t.letter in "ic"
            and at
            and following
            and size < 16
            and following.letter in "nbgaw"
            and not (following.letter in "aw" and following.tag == "v")
        )
        of = t.letter == "d" and at and following and following.letter in "nbga"
        if not (nominal or verbal or suffix or joined or of):
            return at
        size += len(t.word)
    return len(words)
