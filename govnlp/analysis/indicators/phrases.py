"""The phrase before a value: its subject, and the verb of change."""

from dataclasses import dataclass, field
from itertools import takewhile

from govnlp.analysis.indicators.tokens import ends, having, letters_of, roles_of, text_of

LONGEST = 30  # characters of a name: longer phrases hold a clause
OPENING = 3  # words of a clause among which the verb stands that governs a list
SERVED = 10  # words of a preposition's object before the verb
COMPARED = ("相比", "相较", "相比较", "对比")
SPANS = tuple("年月日天周时")  # how times that something is done for end (每年)
LEADING = frozenset("torfipcd,:.xQwl")  # letters of words that open no subject
ALONE = frozenset("tompicdsxl,:k")  # letters of words that are no subject by themselves
LINKING = frozenset("tidp,:mx")  # letters of words that only link subject and value
ENDING = frozenset("dlicpm,:x")  # letters of words that end no subject


@dataclass(slots=True)
class Phrase:
    """What stands before a value: words of its subject, verb of change, signs of how the value relates to it."""

    words: list
    change: object = None
    level: bool = False
    per: str = ""
    whole: str = ""
    signs: set = field(default_factory=set)

    @property
    def text(self):
        """The subject as text."""
        return text_of(self.words)


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
    played = roles_of(tokens)
    phrase = Phrase([], signs={t.word for t in tokens if "each" in t.roles} if "each" in played else set())
    while tokens and (tokens[-1].tag == "per" or (tokens[1:] and "per" in tokens[-1].roles)):  # 每生每年
        phrase.per = tokens[-1].word + phrase.per
        by = max((i for i, t in enumerate(tokens) if t.word in ("按", "按照")), default=-1)
        standard = tokens[by + 1 : -1]  # 学校按照小学(每班不超过40人)配置资源
        tokens = standard if any(t.letter in "nb" for t in standard) else tokens[:-1]
    if "single" in played:
        tokens = _each_named(tokens, phrase)
    led = len(tokens) > 2 and tokens[0].letter in "vaw" and tokens[2].letter not in "nb"  # 支持每个县(新建)
    led = led or (len(tokens) > 2 and tokens[0].letter == "s")  # 全市每区(新建)
    at = int(led and tokens[1].tag == "per")
    if not phrase.per and len(tokens) > 1 and tokens[at].tag == "per" and not tokens[at].word.endswith(SPANS):
        phrase.per, tokens = tokens[at].word, tokens[at + 1 :]  # 每亩地村集体收入
    words = _drop_links([t for t in tokens if t.letter != "x" or "others" in t.roles], phrase)
    gap = words and "pace" in words[-1].roles and any(t.letter == "e" for t in words)  # 高于全市增幅
    if words and words[-1].letter in "rf" and not gap and not (counted and _acts(words)):
        phrase.change = words.pop()
        if words and "extreme" in words[-1].roles:  # 由30%最高提至50%
            words.pop()
        phrase.level = "to" in phrase.change.roles or not phrase.signs.isdisjoint(having("to"))
        words = _drop_links(_drop_comparison(_drop_links(words, phrase)), phrase)
    phrase.words = clean(words, longest, played)
    if not (phrase.change or counted):
        phrase.change = _change_before(words, phrase.words)
        phrase.level = phrase.change and not phrase.signs.isdisjoint(having("to"))
    return phrase


def _change_before(words, subject):
    """Verb of change among words that the subject follows (今年降低|企业成本), or None."""
    lead = [*takewhile(lambda t: t not in subject[:1], words)]
    if not subject or not lead or lead[-1].letter not in "rf" or lead[-1].roles & {"to", "pace"}:
        return None
    manner = lead[-1].letter == "r" and subject[0].letter in "aw"  # 提速建设
    named = "z" in letters_of(subject) or not set("nbgapdi").isdisjoint(letters_of(lead))
    return None if manner or named else lead[-1]


def _each_named(tokens, phrase):
    """Words without those behind a link that say what each of them is (标准为每个重点村)."""
    at = max((i for i, t in enumerate(tokens) if t.word[0] == "每" and "single" in t.roles), default=0)
    if not at or tokens[at - 1].letter != "l" or any(t.letter not in "nbgo" for t in tokens[at:]):
        return tokens
    phrase.per = text_of(tokens[at:]) + phrase.per
    return tokens[:at]


def _acts(words):
    """Whether a verb of change at the end of words is something done, since another verb stands with it."""
    return len(words) > 1 and words[-2].letter in "ac" and "act" in words[-1].roles


def _drop_links(words, phrase):
    """Words without those at their end that only link subject and value; they are kept as signs."""
    while words:
        last = words[-1]
        if last.letter not in LINKING and last.roles.isdisjoint(("from", "link")):
            break
        phrase.signs.add(last.word)
        words = words[:-1]
    return words


def _drop_comparison(words):
    """Words without a comparison at their end (比上年同期, 与前三年平均数相比)."""
    opening = ("与", "同", "和") if words and words[-1].word in COMPARED else ("比", "较", "同比")
    return words[: max((i for i, t in enumerate(words) if t.word in opening), default=len(words))]


def clean(words, longest=LONGEST, played=None):
    """Words of a subject without time, place, actor, manner and empty verbs in front of it; `played`: their roles."""
    if not words:
        return words
    played = roles_of(words) if played is None else played
    if "opener" in played:
        openers = [i for i, t in enumerate(words[:-1]) if "opener" in t.roles]
        since = [i for i in openers if _sets_off(words[max(i - 1, 0)], words[i], words[i + 1])]
        words = words[since[-1] + 1 :] if since else words
    words = words[words[0].tag == "c" :]
    words = _after_others(words) if "others" in played else words
    words = _drop_lead(_after_preposition(_before_area(words)))
    verbs = [i for i, t in enumerate(words) if t.letter in "aw" and t.tag != "d"]
    verbs = verbs if words and not _says_which(words) else []
    first = next((i for i in verbs if not _in_compound(words, i)), None)
    if first and (_is_actor(words[:first]) or _is_manner(words, first)):
        words = _drop_lead(words[first:])
    words = without_where(words)
    said = [t.word for t in words]
    if "是" in said and "一个" in said[said.index("是") + 1 :][:1]:  # 白塔小区是一个建成(20年的小区)
        words = [t for t in words if t.word not in ("是", "一个")]
    words = [t for t, after in zip(words, words[1:] + words[-1:], strict=True) if not _is_inner(t, after)]
    while len(words) > 1 and sum([len(t.word) for t in words]) > longest:
        words = words[1:]
    while words and (words[-1].letter in ENDING or words[-1].word == "年"):  # 游客人数年(增长5%)
        words = words[:-1]
    return words


def _is_inner(t, following):
    """Whether a word within a subject says nothing (工业|完成|产值), or when."""
    said = "inner" in t.roles and t.tag in ("d", "v", "p") and (t.word, following.letter) != ("实现", "d")
    done = t.tag == "ul" and following.word != "率"  # 签订了合同; not 案结事了率
    return said or done or t.letter == "t" or (t.letter == "w" and "earning" in following.roles)


def _sets_off(before, t, following):
    """Whether a subject only begins after an opener (挂牌以来, 建成后可, 两年后, 我们通过, 调查显示, 补贴让餐费)."""
    if t.word in ("让", "使") and following.letter in "nb":
        return True
    if t.word == "中":
        return t.tag == "f" and following.letter in "ab"
    if t.word in ("前", "或"):  # 年底前完成; 职工9人以下或收入
        return before.value is not None or before.word[-1] in "底末节"
    always = "finding" in t.roles or t.word == "以来"
    return always or (following.letter in "pavwlm" and following.word != "再")


def _after_others(words):
    """Words after the last 等, which ends a list of examples, and the verb that opens it; all of kinds of crime."""
    at = max((i for i, t in enumerate(words[:-1]) if "others" in t.roles), default=0)
    if not at:
        return words
    if "collective" in words[at + 1].roles and (words[-1].letter == "b" or at + 2 == len(words)):
        return words[:at] + words[at + 1 :]
    done = words[at + 1].word == "领域" and words[at + 2].letter in "aw"  # 交通、水利等领域谋划重大项目
    at += done or words[at + 1].word == "方面"  # 护理、茶艺等方面人才
    return [t for t in words[: min(at, OPENING)] if t.letter == "a"][:1] + words[at + 1 :]


def _before_area(words):
    """Words before 在 and an area, where the rest says how the subject stands there (产能在全国率先突破)."""
    if "在" not in (said := [t.word for t in words[1:-2]]):
        return words
    at = next((i for i, word in enumerate(said, 1) if word == "在" and words[i + 1].letter == "s"), None)
    how = at and all(t.letter != "d" for t in words[at:])  # not 茶业在全市工业中的份额
    return words[:at] if how and words[at - 1].letter in "nb" and words[-1].letter not in "az" else words


def without_where(words):
    """Words without 在 and a place before the verb at their end (结果在单位公示)."""
    if "在" not in (said := [t.word for t in words[1:]]):
        return words
    at = said.index("在") + 1
    where, last = words[at + 1 : -1], words[-1:]
    if not where or last[0].letter not in "av" or letters_of(where).strip("nbgswa"):
        return words
    while at and words[at - 1].letter in "lm":
        at -= 1
    return words[:at] + last


def _after_preposition(words):
    """Words without a preposition and its object before a verb (为群众提供, 对企业发放)."""
    served = len(words) > 2 and words[0].word == "为" and words[2].letter in "aw"  # 为学生提供住房
    if words and (served or words[0].letter == "p"):
        then = [*words[1:], words[-1]]  # not 上市 in 对上市的企业奖励
        verbs = (i for i, t in enumerate(words) if i > 1 and t.letter in "aw" and then[i].letter != "d")
        at = next(verbs, 0)
        return words[1:] if "grant" in words[at].roles else words[at:] if at < SERVED else words
    return words


def _drop_lead(words):
    """Words without those in front that say when, where and how."""
    while len(words) > 1 and _leads(words):
        words = words[1:]
    if len(words) == 1:
        t = words[0]
        lead = "lead" in t.roles and "act" not in t.roles
        rest = "whose" in t.roles or (t.word[0] == "其" and "telling" in t.roles)  # 农村9人; 其它0.3万亩
        return [] if not rest and (t.letter in ALONE or lead) else words
    return words


def _leads(words):
    """Whether the first of several words only says when, where or how."""
    first, second, last = words[0], words[1], words[-1]
    ranked = second.letter == "k" or (second.letter == "s" and "pace" in first.roles)  # 增幅(列)全省第七
    if first.letter in "rf" and (ranked or "act" in first.roles):
        return False
    if first.word in ("平均", "实际") and last.letter in "nbrf":
        return False  # 平均办理时限, 实际增速
    if first.roles & {"negation", "telling"} or _says_which(words):
        return False  # 未参保毕业生, 其他困难家庭, 首次认定的企业
    if first.letter in LEADING:
        return first.letter != "w" or second.letter != "i" or words[2:3] == [] or words[2].tag != "v"
    if _is_misread(words):
        return False
    if first.letter == "m" and first.tag in ("d", "v", "m", "zg", "vd", "c", "ad"):
        return not (last.word.endswith("率") and len(words) < 4)
    return (
        (first.letter == "s" and "whose" not in first.roles)
        or "lead" in first.roles
        or ("how" in first.roles and second.letter in "av")
        or (first.tag in ("d", "p", "c", "r", "u", "uj") and first.letter != "g")
    )


def _says_which(words):
    """Whether words open with what is said of things behind 的 (有出口实绩的企业, 通过评价的企业)."""
    letters = letters_of(words[2:])
    which = "which" in words[0].roles and "d" in letters[:-1]
    return which and not letters.endswith("db")  # not 有公园的比例


def _is_misread(words):
    """Whether the first word is half of a noun that the tagger took for an adverb (高速|联络线, 长期|护理险)."""
    first, second = words[0], words[1] if len(words) > 1 else words[0]
    long = first.tag == "d" and len(first.word) > 1 and first.roles <= {"manner"}
    return long and second.tag == second.letter == "n"


def _in_compound(words, i):
    """Whether a verb is part of a noun (垃圾治理率, 便民服务项目, 固定资产投资)."""
    owned = i > 0 and words[i - 1].letter in "nbg"
    if "nominal" in words[i].roles:
        return owned or i + 1 == len(words)
    after = words[i + 1] if i + 1 < len(words) else None
    if after is None or after.letter in "ic":
        return owned
    measure = after.letter == "b" or "head" in after.roles or after.word.endswith(ends("ending"))
    return measure and i > 0 and words[i - 1].tag.startswith("n")


def _is_manner(words, first):
    """Whether what stands before an empty verb says how it was done (以点带面打造)."""
    following = words[first + 1 :]
    measure = following and (following[0].letter == "b" or "head" in following[0].roles)
    by = following and following[0].letter == "d" and any(t.word == "通过" for t in words[:first])
    clause = measure or by  # 通过网络实现的零售额
    return words[first].letter == "w" and len(text_of(following)) > 2 and not clause


def _is_actor(words):
    """Whether words before a verb name who does something, or where and how."""
    first, text = words[0], text_of(words)
    if words[-1].letter == "s" and len(words) > 1:
        return False  # 门户网站(在)全省(考核中)
    if text in having("scope"):
        return text[0] == "全"
    if any(t.letter in "abz" for t in words[:-1]) or first.roles & {"selector", "telling", "negation"}:
        return False
    if first.letter in "potm" or first.tag in ("ns", "nr", "d"):
        return not _is_misread(words)
    return text.removesuffix("社会").endswith(ends("office")) and not text.endswith(ends("settled"))
