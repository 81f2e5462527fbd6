"""The conditions of the grammar on a value's clause, and the words that only hold under one of them."""

import re

from govnlp.analysis.indicators import norms
from govnlp.analysis.indicators.grants import Grants
from govnlp.analysis.indicators.phrases import clean
from govnlp.analysis.indicators.slots import MONEY, PACES
from govnlp.analysis.indicators.state import clause_before
from govnlp.analysis.indicators.things import read_things
from govnlp.analysis.indicators.tokens import ends, having, text_of

FELL = re.compile("(?:后退|下降|下滑)了?$")
PLANS = ("计划", "行动", "工程", "活动", "培训班", "赛事")
LONGEST_MEASURE = 6  # characters of a measure that says nothing of its own
MEASURES = ("率", "满意度", "时限", "时间", "周期")


LONGEST_DOER = 8  # characters of who does something and the verb


class Slots(Grants):
    """Words of a value's clause by the names that the grammar calls them, with conditions on them."""

    @property
    def carried(self):
        """Whether the clauses before leave a subject."""
        return bool(self.state.stem)

    @property
    def taken(self):
        """Whether the time is what something took (用9天完成检测), or nothing else that it could be of was named."""
        spent = bool(self.frame.left) and "using" in self.frame.left[-1].roles
        short = set(self.quantity.marks) & {"仅", "不到"} and not self.frame.left
        return not self.state.stem or (spent and bool(self.frame.right)) or bool(short)

    @property
    def places(self):
        """Whose rank has changed by so many places (排名第五位，提升三位)."""
        own = text_of([t for t in self.words if t.letter not in "ls"])
        ranked = own.endswith(("排名", "位次", "名次"))
        return own if ranked else self.state.ranks[-1] if self.state.ranks else own + "排名"

    @property
    def moved(self):
        """Whether a rank rose or fell."""
        return (
            "下降" if FELL.search(self.text, max(0, self.quantity.start - 4), self.quantity.start) else "提升"
        )

    @property
    def spell(self):
        """What the time is called."""
        return "" if self.running else "用时"

    @property
    def regaining(self):
        """What reached again a part of its former level (客运量恢复到上年的八成)."""
        at = next((i for i, t in enumerate(self.words) if t.word.startswith("恢复")), None)
        return "" if at is None else text_of(self.words[:at]) or self.before

    @property
    def kind_of(self):
        """Head of the things before, where the subject is a kind of them (咨询类)."""
        return self.state.head if self.subject.endswith(("类", "型")) else ""

    @property
    def contributor(self):
        """What contributes to that which the subject names (对经济增长的贡献率)."""
        named = self.subject.endswith("贡献率") and self.frame.opened == "对"
        return re.sub("(?:占比|比重|增速)$", "", self.before) if named else ""

    @property
    def running(self):
        """Whether something has gone on for as many years."""
        return "连续" in self.quantity.marks

    @property
    def measuring(self):
        """Whether the subject is nothing but a measure."""
        return self.subject in having("bare")

    @property
    def bare_rate(self):
        """Whether a short rate is an item beside the count of what it is of (项目交房2套、交房率90%)."""
        short = len(self.subject) <= 4 and self.subject.endswith("率") and self.subject not in having("macro")
        return short and self.frame.item and self.state.counted and bool(self.owner)

    @property
    def changed(self):
        """Whether the value says by how much something changed."""
        return bool(self.change_token) and not self.frame.phrase.level

    @property
    def unchanged(self):
        """Whether no verb of change stands before it."""
        return self.change_token is None

    @property
    def inside(self):
        """Whether something is to be done within the time (自受理之日起20日内)."""
        return norms.is_limit(self.frame, self.subject)

    @property
    def outcome(self):
        """What was done with all of them (项目100%开工)."""
        words = [t for t in self.frame.right if t.letter not in "lmwx"]
        return (
            words[0].word
            if words
            and words[0].word in having("outcome")
            and (len(words) == 1 or words[1].letter not in "nbg")
            else ""
        )

    @property
    def graded(self):
        """Whether the value grades things (百亿级)."""
        return "级" in self.quantity.marks

    @property
    def rate_before(self):
        """Whether the value before is a rate, and this one that of some of them, who alone are named."""
        some = self.among_them or (self.frame.item and self.state.among)  # 其中甲镇98%、乙镇97%
        return some and self.before.endswith("率") and not self.subject.endswith(("率", "比重", "比例"))

    @property
    def plan(self):
        """Plan, action or campaign of the clause before, of which something was done (实施人才计划,培训300人次)."""
        words = clause_before(self.frame) or []
        while words and words[0].letter in "wamlp":
            words = words[1:]
        own = self.frame.first and not self.change_token
        return text_of(words) if own and words and words[-1].word.endswith(PLANS) else ""

    @property
    def acting(self):
        """Whether the verb is more than a noun of its own (投资, 消费)."""
        unit = self.quantity.unit_base
        return (
            self.subject not in having("common")
            and unit in (self.state.unit, self.state.count_unit)
            and unit not in MONEY
        )

    @property
    def gap(self):
        """By how much a figure is above another one (比全省高1.4个百分点, 超过全省2个百分点)."""
        left = self.frame.left
        at = max((i for i, t in enumerate(left) if t.word in ("比", "较", "超过")), default=-1)
        ends = bool(left) and left[-1].word.rstrip("出") in ("高", "低", "快", "慢")
        if at < 0 or at + 1 >= len(left) or not (ends or left[at].word == "超过") or self.change_token:
            return ""
        how = left[-1].word.rstrip("出") + "于" if ends else "高于"
        other = text_of([t for t in left[at + 1 : len(left) - ends] if t.letter != "t"])
        owner = text_of(clean(left[:at])) or self.before
        if owner.removeprefix("实际") in PACES:
            owner = re.sub("(?:增速|增幅|涨幅|降幅)$", "", self.latest) + owner
        return f"{owner}{how}{other}" if owner and other else ""

    @property
    def followed(self):
        """Whether things follow the value."""
        return bool(self.frame.things)

    @property
    def among_them(self):
        """Whether the clause picks some of the things before (其中)."""
        return any(t.word == "其中" for t in self.frame.left[:2]) or self.frame.opened == "含"

    @property
    def counted(self):
        """Whether the value counts what follows it, and is no size or population of it."""
        if not self.frame.things or (self.words and any(t.letter == "d" for t in self.frame.right[:1])):
            return False
        open_end = not self.words or self.words[-1].letter in "awkv" or self.words[-1].tag in ("v", "vd")
        return (
            open_end
            or self.among_them
            or self.frame.phrase.has({"把", "将", "对"})
            or not (self.frame.first or self.frame.item)
            or self.frame.things[0].tag in ("n", "quote", "b", "l", "nz", "j", "ns", "letters")
        )

    @property
    def deverbal(self):
        """Whether the subject is a short measure made of verbs (按期办结率, 平均办理时限, 清偿率)."""
        *others, last = self.words or [None]
        return (
            last is not None
            and bool(self.state.group)
            and len(self.subject) <= LONGEST_MEASURE
            and last.word.endswith(MEASURES)
            and self.subject not in having("macro")
            and all(t.letter in "avwml" or t.tag in ("v", "vn", "d") for t in others)
        )

    @property
    def ownable(self):
        """Whether the subject before may own a bare measure."""
        phrase, owner, bare = self.subject, self.owner, having("bare")
        yearly = len(self.words) > 1 and self.words[0].word == "年" and not self.things
        words = self.words[yearly:]  # 年产值
        if (
            not owner
            or (any(t.letter != "b" for t in words) and phrase not in bare and not self.deverbal)
            or phrase in owner
            or phrase in having("macro")
            or (self.frame.first and self.frame.begin == 0)
        ):
            return False
        if phrase not in having("common"):
            return True
        owning = owner.endswith(ends("owner", "head", "event", least=2))
        return owning and not self.among_them and phrase not in having("owner")

    @property
    def single(self):
        """Whether the subject is one of many (一个领导挂两个项目)."""
        return bool(self.words) and "single" in self.words[0].roles and len(self.subject) <= LONGEST_DOER

    @property
    def doer(self):
        """Who or what each of them is, with the verb."""
        return text_of(self.words[1:])

    @property
    def held(self):
        """What was held, and the verb (连续第3年举办的大赛)."""
        return text_of(read_things(self.frame.right[2:], whole=True)[0]) + self.frame.right[0].word

    @property
    def invested(self):
        """What part of a total was invested (总投资10亿元,完成3亿元), or ""."""
        project = re.sub("(?:计划)?(?:总?投资|投资总额)额?$", "", self.before)
        done = any(t.word == "完成" for t in self.frame.left)
        planned = "计划" if any(t.word == "计划" for t in self.frame.left) else ""
        return f"{project}{planned}完成投资" if done and project != self.before else ""
