"""The phrase before a value: its subject, and the verb of change."""

from dataclasses import dataclass, field

from govnlp.analysis.indicators.tokens import having, text_of

LONGEST = 30  # characters of a name: longer phrases hold a clause
ENDS = ("率", "数", "量", "额", "值", "比", "面积", "收入", "指数", "人次", "余额", "水平", "强度", "浓度")
OFFICES = tuple("区 市 县 省 局 委 镇 街 州 街道 部门 办 政府 公司 中心 单位 我们 会 各地".split())
EACH = {"分别", "分别为", "分别达", "分别达到", "依次"}
BOTH = {"均", "都", "双双", "均为", "均达", "均达到", "各"}
FROM = {"由", "从", "由此前"}
PLACES = tuple("省市区县州盟旗")
PACES = ("增速", "增幅", "降幅", "涨幅")
OTHERS = {"等", "等等"}
OPENING = 3  # words of a clause among which the verb stands that governs a list
PER = {"人均", "户均", "亩均", "月均", "日均"}


@dataclass(slots=True)
class Phrase:
    """What stands before a value: words of its subject, verb of change, signs of how the value relates to it."""

    words: list
    change: object = None
    level: bool = False
    per: str = ""
    signs: set = field(default_factory=set)
    dropped: list = field(default_factory=list)

    @property
    def text(self):
        """The subject as text."""
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
    phrase = Phrase([], signs={t.word for t in tokens if t.word in EACH})
    if len(tokens) > 1 and (tokens[-1].tag == "per" or tokens[-1].word in PER):
        phrase.per = tokens[-1].word
        tokens = tokens[:-1]
    words = [t for t in tokens if t.letter != "x" or t.word in OTHERS]
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
            if last.word == "比" and not phrase.change and not phrase.dropped:
                break  # 投入产出比
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
    words = _before_area(_after_others(words))
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
    at = max((i for i, t in enumerate(words) if t.word in OTHERS and 0 < i < len(words) - 1), default=-1)
    measured = at > 0 and "collective" in words[at + 1].roles and words[-1].letter == "b"
    if measured and sum(len(t.word) for t in words) <= LONGEST and all(t.letter in "nbgicx" for t in words):
        return words[:at] + words[at + 1 :]  # 家电、汽车等产业增加值
    done = [t for t in words[: min(at, OPENING)] if t.letter == "a"][:1] if at > 0 else []
    return [t for t in [*done, *words[at + 1 :]] if t.word not in OTHERS]


def _before_area(words):
    """Words before 在 and an area, where the rest says how the subject stands there (产能在全国率先突破)."""
    at = next(
        (i for i, t in enumerate(words[:-2]) if i and t.word == "在" and words[i + 1].letter == "s"), None
    )
    return words[:at] if at and words[at - 1].letter in "nb" else words


def _after_preposition(words):
    """Words without a preposition and its object before a verb (为群众提供, 对企业发放)."""
    served = len(words) > 2 and words[0].word == "为" and words[2].letter in "aw"  # 为学生提供住房
    if words and (words[0].letter == "p" or served):
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
        if first.letter in "rf" and ("act" in first.roles or rest[0].letter == "k"):
            break  # 增幅列全省第七
        if first.letter == "w" and first.tag == "vn" and len(rest) == 1 and rest[0].letter == "b":
            break  # 储备规模
        if first.word in ("平均", "实际") and rest[-1].letter in "nbrf":
            break  # 平均办理时限, 实际增速
        if first.letter in "torfipcd,:.xQ":
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
            or ("how" in first.roles and rest[0].letter in "av")
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
    if "term" in following.roles and following.word.startswith("地区"):  # 云岭地区生产总值
        return True
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
    if any(t.letter in "ab" for t in words[:-1]) and words[0].letter != "p":
        return False
    if "selector" in words[0].roles:
        return False
    return (
        words[0].letter in "potm"
        or words[0].tag in ("ns", "nr", "d")
        or (
            text.removesuffix("社会").endswith(OFFICES)
            and not text.endswith(("小区", "社区", "园区", "城区", "景区", "片区", "城市"))
        )
    )


def leading_act(words):
    """Verb that a phrase opens with (引进, 新建, 优化), or ""."""
    taken = []
    for i, t in enumerate(words):
        if taken and "trait" in t.roles and i + 1 < len(words) and words[i + 1].letter in "nb":
            break  # 新增(上市公司)
        leads = not i and t.letter in "vr" and words[1:2] and words[1].letter == "a"  # 升级改造
        if (
            t.letter == "a"
            or (not i and t.letter in "rf" and "act" in t.roles)
            or leads
            or (taken and t.letter in "c" and i + 1 < len(words) and words[i + 1].letter in "ar")
            or (taken and t.letter in "rv" and (words[i - 1].letter == "c" or "act" in t.roles))
        ):
            taken.append(t)
        else:
            break
    while taken and taken[-1].letter == "c":
        taken.pop()
    return taken if len(taken) < len(words) or taken else []
