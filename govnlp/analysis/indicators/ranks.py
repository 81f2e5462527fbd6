"""What a rank is of, where it holds, and how far it moved; what a value is compared with."""

import re
from itertools import dropwhile, takewhile

from govnlp.analysis.indicators.members import members_of
from govnlp.analysis.indicators.patterns import pattern
from govnlp.analysis.indicators.phrases import clean
from govnlp.analysis.indicators.state import clause_before
from govnlp.analysis.indicators.sums import MONEY
from govnlp.analysis.indicators.tokens import ends, having, letters_of, text_of

HOW, OVER = frozenset("高低快慢差多"), frozenset(("超", "超过"))
RANKINGS = ("排名", "位次", "名次")


class Ranks:
    """Words of a value's clause that only hold of ranks and of what is compared."""

    @property
    def ranked(self):
        """What a rank is of: the own subject; a bare measure of the subject before; what was said last."""
        words = [t for t in self.words[: self._ranking] if t.letter not in "kls" or "whose" in t.roles]
        if self.change_token and self.change_token.roles.isdisjoint({"ranked", "to"}):
            words.append(self.change_token)
        own = text_of(words).removeprefix("绝对数")
        if own and self._within:
            own = ""
        ours = not own and self.frame.left[:1] and self.frame.left[0].word[0] == "我" and self.place
        if ours or own.endswith(ends("area")):  # 望溪县位列全省工业潜力第9位, 我县位列全国百强县第9位
            area, after = ends("area", "settled"), self.words[self._ranking + 1 :]
            told = [*dropwhile(lambda t: t.letter in "kls" or (not ours and t.word.endswith(area)), after)]
            words = told if ours or (told and not told[-1].word.endswith(area)) else words
            own = text_of(words)
        if not own:
            if self.state.last.endswith("数") and self.frame.first and clause_before(self.frame):
                return ""  # 实施方案9项,建设实现突破,跃居全国第30位
            last = self.state.stem if self.state.unit == "次" else self.state.last  # 茶业2次全省第一
            return self.state.ranked or pattern("set beside").sub("", last) or self.topic
        bare = all(t.letter == "b" or t.roles & {"rise", "pace"} for t in words)
        before = re.sub("^[新净]增", "", self.before) if own in having("total") else self.before
        return pattern("pace").sub("", before) + own if bare and not own[-1] == before[-1:] == "率" else own

    @property
    def among(self):
        """Area in which something has a rank."""
        tokens = self.frame.tokens[self.frame.begin : self.frame.at]
        if self._within:
            return "".join([t.word for t in self.words[: self._ranking] if t.value is None])
        sides = (self.frame.left, tokens)
        areas = ([t for t in x if t.letter == "s" and "whose" not in t.roles] for x in sides)
        found = next(filter(None, areas), [])
        if found:
            return found[-1].word + self._whom(found[-1])
        return text_of(self.words[self._ranking + 1 :])

    def _whom(self, area):
        """Among whom of an area something has a rank (居全国地级市第9位), or ""."""
        left = self.frame.left
        words = left[left.index(area) + 1 :] if area in left else []
        text = text_of(words) if not letters_of(words).strip("nbg") else ""
        told = text.endswith(ends("area", "settled")) and all(t.value is None for t in words)
        return text if told and text not in self.ranked else ""

    @property
    def _within(self):
        """Whether the words before the verb of ranking only say among whom (在全国168个城市排第9位)."""
        left = self.frame.left
        listed = self.frame.item and self.state.ranks and left and left[-1].letter == "k"
        among = text_of(self.words[: self._ranking])
        area = among.endswith(ends("area", "settled"))
        counted = self.words[:1] and self.words[0].value is not None  # (保持全省)120个县市区(第1位)
        several = self.state.ranks and pattern("several places").fullmatch(among)  # 增速居全市第三,西五县第二
        return bool(area and left and (left[0].word == "在" or listed or counted or several))

    @property
    def _ranking(self):
        """Place of the verb of ranking among the words of the subject (位居)."""
        verbs = [i for i, t in enumerate(self.words) if t.letter == "k" or {"to", "ranked"} <= t.roles]
        return max(verbs, default=len(self.words))

    @property
    def gap(self):
        """By how much a figure is above another one (比全省高1.4个百分点), or ""."""
        return next(iter(self.gaps(1)), "")

    def gaps(self, n):
        """By how much a figure is above each of so many (比全省、全市分别高2个和1个百分点), or none."""
        owner, how, others = self._beside
        owner = (self.latest or owner) if owner in ("", *having("pace")) else owner
        names = (members_of(others, n) or [] if n > 1 else [text_of(others)]) if owner and others else []
        return [owner + how + "于" * (how not in OVER) + x for x in names if x]

    @property
    def _beside(self):
        """Whose figure is set beside another's, the word that says how they differ, and words on whose that is."""
        left = [t for t in self.frame.left if t.word not in ("了", "还")]
        words = [t.word for t in left]
        how = words[-1].rstrip("出") if left else ""
        over = min(map(words.index, OVER.intersection(words[:-1])), default=-1)
        if (over == 0 or (over > 0 and self.unit.endswith("百分点"))) and left[-1].letter != "d":
            at, how = over, words[over]  # 超序时进度5个百分点, 增速超全省平均增速2个百分点
        elif how not in HOW or self.change:
            return "", "", []
        else:
            seats = ("与", "同") if words[-2:-1] == ["相比"] else ("比", "较")
            at = max((i for i, word in enumerate(words) if word in seats), default=-1)
        if at < 0:
            return "", "", []
        rest = left[at + 1 :] if how in OVER else left[at + 1 : -1]
        others = [t for t in rest if t.letter != "t" and t.word != "相比" and "each" not in t.roles]
        return text_of(clean(left[:at])), how, others

    @property
    def distance(self):
        """What lies as far apart as a sum says (产值与邻县相比还差3亿元), or ""."""
        owner, how, others = self._beside
        owner = owner or self.before
        return f"{owner}与{text_of(others)}" if owner and others and how not in OVER else ""

    @property
    def paced(self):
        """The last name, if it is a pace and the subject says no more (增长7%,增速回落2个百分点), or ""."""
        return self.latest if self.subject in having("pace") and self.latest.endswith(ends("pace")) else ""

    @property
    def place(self):
        """Area of an order."""
        return next((t.word for t in reversed(self.frame.left) if t.letter == "s"), "")

    @property
    def areas(self):
        """The areas in which a share holds (东山县、西山县80%的茶农), or ""."""
        named = pattern("areas").fullmatch(self.subject) and self.frame.left[-1] is self.words[-1]
        return self.subject if named else ""

    @property
    def places(self):
        """Whose rank has changed by so many places (排名第五位，提升三位)."""
        own = text_of([t for t in self.words if t.letter not in "ls"])
        return own if own.endswith(RANKINGS) else self.state.ranks[-1] if self.state.ranks else own + "排名"

    @property
    def moved(self):
        """Whether a rank rose or fell."""
        fell = pattern("fell").search(self.state.text, max(0, self.quantity.start - 4), self.quantity.start)
        return "下降" if fell else "提升"

    @property
    def regaining(self):
        """What reached again a part of its former level (客运量恢复到上年的八成), or ""."""
        at = next((i for i, t in enumerate(self.words) if t.word.startswith("恢复")), None)
        return "" if at is None or "z" in self.letters else text_of(self.words[:at]) or self.before

    @property
    def _compared(self):
        """Place of the verb before what the subject is measured by (完成预算的98%, 是2015年的3倍), or -1."""
        left = self.frame.left
        return max((i for i, t in enumerate(left) if "equal" in t.roles), default=-1)

    @property
    def measured(self):
        """What is measured by an aim or by a level of another time or place."""
        return text_of(clean(self.frame.left[: max(0, self._compared)])) or self.before

    @property
    def fulfilled(self):
        """The sum before that was aimed at, of which the value is a part (完成预算数3亿元的101%), or ""."""
        of = [t.letter for t in self.frame.left] == ["d"]
        aim = self.latest if self.latest.endswith(ends("aim")) else self.latest.removesuffix("数")
        return aim + "完成率" if of and aim.endswith(ends("aim")) else ""

    @property
    def aimed(self):
        """The aim that the subject before is measured by, as a sum of its own (完成预算数3亿元的101%), or ""."""
        of = text_of(self.frame.left[:1]).startswith(("完成", "占"))
        aim = of and self.words and "aim" in self.words[-1].roles and self.frame.stop > self.quantity.end
        return self.before + text_of([t for t in self.words if t.letter != "z"]) if aim else ""

    @property
    def excess(self):
        """What a sum goes beyond (收入3亿元,超年初预算2000万元), or ""."""
        owner, how, others = self._beside
        aim = text_of(others)
        return (owner or self.before) + how + aim if how in OVER and aim.endswith(ends("aim")) else ""

    @property
    def _set_beside(self):
        """The aim that opens the clause as what the subject before is set beside (比计划目标9亿元超过1亿元), or ""."""
        tokens, begin = self.frame.tokens, self.frame.begin
        if tokens[begin].word not in ("比", "较"):
            return ""
        words = [*takewhile(lambda t: t.letter != "Q", tokens[begin + 1 : self.frame.at])]
        aimed = words and "aim" in words[-1].roles
        return text_of([t for t in words if t.letter != "t"]) if aimed else ""

    @property
    def bettered(self):
        """The aim of the subject before that it is set beside, as a sum of its own, or ""."""
        aim = self._set_beside if self.frame.first and self.frame.stop > self.quantity.end else ""
        return aim and self.before + aim

    @property
    def beyond(self):
        """By how much the subject before went beyond the aim that it is set beside, or ""."""
        aim = "" if self.frame.first or self.change else self._set_beside
        return aim and self.before + "超" + aim + "额" * (self.quantity.unit_base in MONEY)

    @property
    def reached(self):
        """What an aim is of that was reached (收入任务3亿元,完成4亿元), or ""."""
        done = any(t.word == "完成" for t in self.frame.left)
        return pattern("aimed").sub("", self.before) if done and pattern("aimed").search(self.before) else ""

    @property
    def yardstick(self):
        """The aim or the level that the subject is measured by, with 完成率 or 之比, or ""."""
        left, at = self.frame.left, self._compared
        of = bool(left) and left[-1].letter == "d"
        rest = left[at + 1 : len(left) - of]
        text = text_of(rest)
        if at < 0 or not text:
            return ""
        if text.endswith(ends("aim")):
            return text + "完成率"
        level = any(t.letter in "ts" for t in rest) or text.endswith(ends("standing"))
        return f"与{text}之比" if of and level else ""

    @property
    def another(self):
        """The gap before as one to another (高于全国0.5、全省1.3个百分点), or ""."""
        gap = pattern("gap").match(self.state.last) if self.frame.item and not self.change else None
        return gap[1] + text_of(self.frame.left) if gap else ""

    @property
    def pulled(self):
        """What moved another figure by so many points (产值增长8%,拉动农业增长2个百分点), or ""."""
        pulls = self.words[:1] and "pull" in self.words[0].roles
        return self.before if pulls and self.words[0] is self.frame.left[0] else ""

    @property
    def contributed(self):
        """To what the subject before contributes (增加值增长8%,对经济增长的贡献率达20%), or ""."""
        left = self.frame.left
        to = left and left[0].word == "对" and self.subject.endswith("贡献率")
        # 拉动工业增长2个百分点
        pulls = left and left[0].word in having("pull") and self.change and self.before
        dropped = "ldwt" if to else "ldwrf"
        return text_of([t for t in left if t.letter not in dropped]) if to or pulls else ""
