"""What the rules of the grammar are made of: words of a value's clause, what the clauses before left, conditions."""

import re
from functools import cached_property

from govnlp.analysis.indicators.frames import SERVING
from govnlp.analysis.indicators.lists import Lists
from govnlp.analysis.indicators.patterns import pattern
from govnlp.analysis.indicators.ranks import Ranks
from govnlp.analysis.indicators.spells import Spells
from govnlp.analysis.indicators.state import clause_before, noun_before
from govnlp.analysis.indicators.sums import MONEY, Sums
from govnlp.analysis.indicators.things import read_things, worked_on
from govnlp.analysis.indicators.tokens import ends, having, leading_act, letters_of, roles_of, text_of

COUNTED = frozenset("n quote b l nz j ns letters".split())  # tags of what a value counts
LONGEST_SAID = 20  # characters of what is said of things
LONGEST_MEASURE = 6  # characters of a measure that says nothing of its own
GROWN = ("出栏", "存栏", "面积", "产量")  # of what brings a value of its own (生猪出栏5万头,产值3亿元)
CARRIED = ("上年结转", "上年结余")  # a sum that owns nothing
OFFICES = ("个", "家")  # units of what is no person
ROUNDS = ("批次", "轮次", "场次", "批", "轮")  # units of what 的 may part from them (12个批次的抽检)
SHORT_RATE = 4  # characters of a rate that is one of the things counted before


class Slots(Lists, Ranks, Sums, Spells):
    """Words of a value's clause, and of the clauses before, by the names that the grammar calls them."""

    def __init__(self, frame, state):
        self.frame, self.state, self.quantity = frame, state, frame.quantity
        self.kind, self.unit = self.quantity.kind, self.quantity.unit
        if self.kind == "amount" and not self.quantity.unit_base:
            self.kind = "count"
        self.words, self.change_token = frame.phrase.words, frame.phrase.change
        self.acts, self.letters = leading_act(self.words), letters_of(self.words)
        self.subject = text_of(self.words)
        self.change = self.change_token.word if self.change_token else ""
        self.before, self.whole = self.all_of(state.stem), frame.phrase.whole
        self.things = self._things() if frame.things else ""

    def __getitem__(self, key):
        return getattr(self, key)

    def all_of(self, name):
        """A name before; if more of it was added, and the value is a level, of all of it (企业净增9户、达80户)."""
        signs = self.frame.phrase.signs | {*self.quantity.marks}
        level = not self.words and self.quantity.unit_base == self.state.unit and signs & having("levelled")
        return re.sub("^[新净]增", "", name) if level else name

    @cached_property
    def topic(self):
        """The noun that opens the sentence, else what the clause before speaks of."""
        return self.state.topic or noun_before(self.state.frame) or text_of(clause_before(self.frame))

    def _things(self):
        """Things after the value."""
        quoted = any(t.tag == "quote" for t in self.frame.things)
        counts = self.kind == "count" or self.physical
        things = self._offices() if self.unit in OFFICES else self.frame.things
        text = text_of(worked_on(things) if counts else things)
        text = text if quoted else text.strip("的、和与及”“-—+")
        if self.kind in ("amount", "count") and (text == "目标" or len(text) > LONGEST_MEASURE):
            text = pattern("aim").sub("", text)
        return text.removeprefix("规模") if self.kind == "amount" else text

    def _offices(self):
        """Things without the persons who speak for them (12个部门的负责人)."""
        things = self.frame.things
        of = next((i for i, t in enumerate(things) if t.letter == "d"), 0)
        whose = of and things[of - 1].word.endswith(ends("office", "firm", "settled", "tier"))
        last = things[-1].word
        person = last.endswith(ends("person")) and not last.endswith(ends("whole"))  # 3个镇的人口
        return things[:of] if whose and person else things

    @property
    def act(self):
        """Verb that the subject ends with, if it says more than 实现 or 有; with what it opens."""
        words = self.words
        serves = words[1:] and {"act", "clause"} <= words[-1].roles  # 管网改造惠及90户
        if words and words[0].letter in "nb" and words[-1].letter == "a" and (serves or self._lightly):
            return self.subject  # 出台成果转化28条措施
        verbs = [i for i, t in enumerate(words) if t.letter in "av"]
        at = max((i for i in verbs if words[i].letter == "a" or len(words[i].word) > 1 or not i), default=-1)
        if at < 0 or len(words) - at > 3:
            return ""
        if words[-1].letter == "n" and [t.tag for t in words[at - 1 : at + 1]] == ["n", "v"]:
            return self.subject  # 茶业创新试点(三项业务)
        while at and (words[at - 1].letter == "a" or (at > 1 and words[at - 1].letter == "c")):
            at -= 1
        return text_of(words[at:])

    @property
    def _lightly(self):
        """Whether the clause opens with a verb that says little of its own."""
        opening = self.frame.left[:2]
        return opening[0].letter == "w" and opening[-1] is self.words[0] and len(self.subject) <= LONGEST_SAID

    @property
    def said(self):
        """First words of what is said of the things (下沉一线), where nothing else tells them apart."""
        if self.frame.stated:
            return text_of(self.frame.stated)
        if served := self._served or (self.kind == "count" and self._chosen):
            return served
        left = self.frame.left[: 1 if self.listing else None]
        acts = [t for t in left if t.letter in "aw" and "pivot" not in t.roles]
        acts = any(t.word[-1] != "有" or "clause" in t.roles for t in acts)
        if self.kind == "count" and self.frame.things and acts:
            return ""
        rest = [t for t in self.frame.rest if "manner" not in t.roles or t.letter == "a"]
        kept = having("negation") | {"到", "至"}  # 延伸到小区, 未达产
        words = [t for t in rest if t.letter not in "mltd" or t.word in kept]
        told = self.frame.things and (self.verb or self.frame.item or len(self.things) > 8)
        denied = bool(words[1:]) and "negation" in words[0].roles
        acted = words and (words[0].letter in "avw" or rest[0].word == "被")  # 被中央媒体推介
        won = words[:1] and words[0].word == "获"
        short = words[:1] and len(words[0].word) < 2 and words[0].letter in "avw"
        if not denied and (told or not acted or (short and not won)):
            return ""
        frame, following = self.frame, self.frame.at + 1 + len(self.frame.right)
        if following < frame.end and frame.tokens[following].letter == "Q" and len(rest) < 3:
            return ""  # 15个项目开工14个
        if "move" in words[0].roles and not self.sent:  # 事项下放基层
            return words[0].word.rstrip("到至")
        light = words[0].letter == "w" and not won and "outcome" not in words[0].roles
        words = words[light:]
        letters = letters_of(words)
        outside = [i > denied and t.letter not in "nbgavsl" for i, t in enumerate(words)]
        closing = (i for i, t in enumerate(words) if outside[i] or t.tag == "c")
        joint = (i for i in closing if letters[i - 1 : i + 2].strip("av") != "c")  # not 废止或宣布失效
        end = next(joint, len(words))
        text = text_of(words[:end]).removesuffix(self.things * (self.kind == "count"))  # 5个村认定为示范村
        listed = end < len(words) and words[end].letter in "ic"
        return text if len(text) <= LONGEST_SAID and not listed else "" if light or won else words[0].word

    @property
    def _chosen(self):
        """Verb with 的 that says which things the value counts (对确定的10个试点村), or ""."""
        left = [t for t in self.frame.left if t.letter not in "lmt" and t.word != "已"]
        verb = left[-2:-1] if left[-1:] and left[-1].letter == "d" else []
        chosen = verb and verb[0].letter in "aw" and verb[0].word[-1] != "有"
        return text_of(left[-2:]) if chosen and (len(left) == 2 or left[-3].letter == "p") else ""

    @property
    def _served(self):
        """What the clause ends with, where it opens with whom it serves (对5个乡镇、8个站所开展审计), or ""."""
        frame = self.frame
        if self.kind != "count" or frame.tokens[frame.begin].word not in SERVING:
            return ""
        last = max(i for i in range(frame.at, frame.end) if frame.tokens[i].letter == "Q")
        rest = read_things(frame.tokens[last + 1 : frame.end])[1]
        empty = len(rest) > 1 and rest[0].letter == "w" and rest[1].letter in "av"  # 予以表彰
        text = text_of(rest[empty:])
        text = text if len(text) <= LONGEST_SAID else text_of(rest[: 1 + (rest[0].letter == "n")])  # 免费提供
        return text if rest and rest[0].letter in "awvn" else ""

    @property
    def outcome(self):
        """What was done with all of them (项目100%开工), or ""."""
        words = [t for t in self.frame.right if t.letter not in "lmwx"][:2]
        done = words and words[0].word in having("outcome") and words[-1].letter not in "nbg"
        return words[0].word if done else ""

    @property
    def sent(self):
        """Whether the verb before the value has those counted do something (安排30名干部下沉)."""
        return "pivot" in roles_of(self.frame.left[-2:])

    @property
    def owner(self):
        """Owner of a bare measure; a total is not of what is new."""
        state = self.state
        owner = "、".join(state.group) if self.deverbal else state.owner or noun_before(state.frame)
        owner = owner if state.stem else state.branch or owner
        owner = re.sub("存贷款?$", "", owner)  # 本外币存贷款余额3亿元,贷款余额
        done = "[新净]增" if self.subject in having("total") else "(?:种植|养殖|栽[种培])(?!面积|业)"
        return re.sub(f"^(?:{done})", "", owner)

    @property
    def latest(self):
        """The last name; of a pace that itself moved, the pace (增速增加幅度)."""
        last = pattern("set beside").sub("", pattern("paced by").sub("", self.state.last))
        return self.paced_as(last or self.state.stem)

    def paced_as(self, name):
        """A pace before to which points are added: after a fall, 增速, unless the clause speaks of the fall."""
        fall = not self.unit.endswith("百分点") or pattern("of a fall").search(text_of(self.frame.left))
        return name if fall else pattern("fell by").sub("增速", name)

    @property
    def portion(self):
        """The last name, if it is a share or a pace that points may be added to, or ""."""
        names = (self.latest, self.before * bool(self.words))  # 占比分别提高2个和1个百分点
        return next((x for x in names if pattern("portion").search(x)), "")

    @property
    def striven(self):
        """The pace named before, of which the value is another aim (确保增长7%,力争8%), or ""."""
        striving = any("striving" in t.roles for t in self.frame.left)
        return self.latest if striving and self.latest.endswith(ends("pace")) else ""

    @property
    def part(self):
        """What is said of a part of the subject before, unless that is a rate (支出3亿元,八成用于民生), or ""."""
        said = self.before and not self.before.endswith(ends("rate", "pace")) and self.predicate
        return self.before + said if said else ""

    @property
    def acting(self):
        """Whether what the verb did was counted before, and the verb is no noun (投资, 消费)."""
        unit = self.quantity.unit_base
        known = unit in (self.state.unit, self.state.count_unit) and "“" not in self.state.things
        if self.kind == "count" and not self.before:
            known = bool(self._project)
        elif len(self.words) > 1 and self.kind != "count":
            return False  # 植树造林3亩
        return known and unit not in MONEY and self.subject not in having("common") | having("bare")

    @property
    def counted(self):
        """Whether the value counts what follows it, and is no size or population of it."""
        frame, words = self.frame, self.words
        owned = words and frame.right[:1] and frame.right[0].letter == "d"
        if not frame.things or (owned and not self.unit.endswith(ROUNDS)):
            return False
        named = next((t for t in frame.things if "negation" not in t.roles), frame.things[0])
        told = not words or words[-1].letter in "awkv" or frame.left[-1].word in ("有", "已有", "仍有")
        acted = not frame.phrase.signs.isdisjoint(("把", "将", "对"))
        told = told or acted or not (frame.first or frame.item) or named.tag in COUNTED or self.papers
        return told or (named.tag == "nr" and len(self.things) > 2)

    @property
    def deverbal(self):
        """Whether the subject is a short measure made of verbs (按期办结率, 平均办理时限, 清偿率)."""
        words, short = self.words, len(self.subject) <= LONGEST_MEASURE
        if not (words and short and self.state.group and words[-1].word.endswith(ends("process"))):
            return False
        return not self.letters[:-1].strip("avwml")

    @property
    def ownable(self):
        """Whether the subject before may own a bare measure."""
        subject, words = self.subject, self.words
        rate = self.frame.item and len(subject) <= SHORT_RATE and subject.endswith("率")
        yearly = words[0].word == "年" and not self.things  # 年产值
        bare = not self.letters[yearly:].strip("b") or subject in having("bare")
        if not (bare or rate or (self.state.group and self.deverbal)):
            return False
        words = words[yearly:]
        if subject in having("macro"):
            return False
        owner = self.owner
        if owner.startswith(CARRIED):
            return False  # 上年结余1千万元,支出3亿元
        if subject in having("earning") and owner.endswith(ends("person")):
            return False  # 职工500人,年产值2亿元
        latest = self.state.last * (self.state.unit != self.state.count_unit)
        if not owner or subject in owner or latest.startswith(subject.removesuffix("率")):
            return False  # 出生人口5千人,出生率5‰; 学校3所,竣工面积9亩,竣工率8%
        if subject[0] == "总" and pattern("governed").match(owner):
            return False  # 辖3个镇,总面积500平方公里
        parallel = self.change and owner == self.before and self.latest.endswith(ends("pace"))
        if parallel and subject not in having("common"):
            return False  # 材料精简5%,时限压缩4%
        owning = (*ends("owner", "head", "event", least=2), *ends("industry"))
        summing = subject in having("total") | having("whole") | having("rate")
        measure = owner.endswith((*ends("bare", "time", least=2), "率")) and not owner.endswith(owning)
        if measure and not summing:
            return False  # 贷款额度30万元,贷款期限3年
        grown = subject.endswith("产值") and self.before.endswith(GROWN)
        owns = grown or owner.endswith(owning)
        lies = not self.state.stem and "measured" in self.frame.left[0].roles  # 建成竹林,面积2万亩
        return owns or lies or any("common" not in t.roles for t in words)

    @property
    def bare(self):
        """Whether the subject is nothing but a measure."""
        return self.subject in having("bare")

    @property
    def level(self):
        """Whether the value is a level that was reached, and not by how much something changed (增速达到8%)."""
        paced = self.change in having("pace") or self.change == "增长"
        return self.frame.phrase.level and not (paced and self.kind == "share")

    @property
    def predicate(self):
        """What part of the subject does or is (茶园三分之二不在镇区)."""
        right, end = self.frame.right, self.frame.at + 1 + len(self.frame.right)
        said = text_of(right)
        if end != self.frame.end or not right or right[0].letter not in "avwlmo" or "to" in right[0].roles:
            return ""
        return said if len(said) <= LONGEST_SAID and all(t.letter not in "rfd" for t in right) else ""
