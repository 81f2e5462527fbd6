"""What is to be done within a time, is forbidden for it, or took it; and what a fine is for."""

from itertools import takewhile

from govnlp.analysis.indicators import norms
from govnlp.analysis.indicators.patterns import pattern
from govnlp.analysis.indicators.phrases import LONGEST
from govnlp.analysis.indicators.state import condition_of
from govnlp.analysis.indicators.tokens import text_of

BARE = 2  # characters of a verb without an object
LONGEST_ACTION = 12  # words of the next clause that say what is to be done


class Spells:
    """Words of a value's clause that only hold of times and fines."""

    @property
    def until(self):
        """Text of the sentence up to the value."""
        return self.state.text[self.state.start : self.quantity.start]

    @property
    def since(self):
        """Whether the value is a time that something lasts after another (毕业后3年)."""
        return "since" in self.frame.left[-1].roles

    @property
    def offence(self):
        """What a fine is for, and who is fined."""
        return norms.offence(self.until) + norms.target(self.until) + self.frame.phrase.per

    @property
    def warned(self):
        """What news say that a fine is for, and what it is called (电动车不上牌的,最高罚200元), or ""."""
        until = self.until
        told = pattern("fined in news").search(until) if until[-1:] == "罚" else None
        return told["case"] + "罚款" + ("上限" if told["most"] else "金额") if told else ""

    @property
    def fined(self):
        """What a fine is a multiple or a part of, and what it is called (违法所得罚款倍数)."""
        base = pattern("fined by").search(self.until)
        told = base and not self.offence.startswith("有" + base["of"])  # 有违法所得的
        fine = next(t.word for t in self.frame.right if t.letter == "F")
        most = "上限" if base and base["most"] else ""
        return (base["of"] if told else "") + fine + ("倍数" if self.unit == "倍" else "比例") + most

    @property
    def penalty(self):
        """What is forbidden or stopped for a time (停业, 停止执业)."""
        bounded = self.quantity.high or {"以上", "以下"} & set(self.quantity.marks)
        what = norms.penalty([*self.frame.left, *self.frame.right]) if bounded else ""
        return norms.severity(self.until) + what if what else ""

    @property
    def rhythm(self):
        """What is to be done once in a time (公开募捐情况, 目录公布)."""
        last = self.frame.tokens[self.frame.end - 1].word
        done = text_of(norms.action(self.frame.tokens, self.frame.at))
        # 茶艺访谈成为常态,每三个月举行一次
        topic = self.state.topic * (0 < len(done) <= BARE and not self.subject)
        return topic + self.subject * (last in norms.ONCE) + done

    @property
    def duty(self):
        """What is to be done within a time, or is forbidden for it, and what the time is called."""
        words = norms.action(self.frame.tokens, self.frame.at)
        done = text_of(words).removeprefix("由")
        if self.unit == "年" and pattern("granted for").search(done):  # 2年内给予补贴
            return ""
        if not done or words[0].roles & {"ban", "negation"}:
            return done and done + "期限"
        if len(done) <= BARE:  # 作出, 备案; 请求撤销的,应当在三个月内提出
            case = condition_of(self.frame)
            done = (norms.subject_of(self.frame.left) or case * (not case.endswith("之一的"))) + done
        # 鸣放前五日内, 开工十五日前
        ahead = self.quantity.marks[:1] == ("前",) or "提前" in self.quantity.marks
        return done + "提前" * ahead + "时限"

    @property
    def action(self):
        """What was done in a time."""
        light = any(t.letter == "w" for t in self.frame.right[:1])
        right = self.frame.right[light:]
        words = [t for t in right if t.letter not in "mx" and t.word not in ("内", "时间", "的")]
        words = words or self._next_clause()
        while words and sum(len(t.word) for t in words) > LONGEST:
            words.pop()
        while len(words) > 1 and (words[0].letter in "opxlm" or words[0].word in ("使", "让")):
            words = words[1:]
        return text_of(words) or self.owner

    def _next_clause(self):
        """Words of the clause after that of the value."""
        clause = takewhile(lambda t: t.letter not in ",;.:", self.frame.tokens[self.frame.end + 1 :])
        return [t for t in clause if t.letter not in "mx"][:LONGEST_ACTION]

    @property
    def spent(self):
        """Whether the time is what something took (用9天完成检测), or nothing else that it could be of was named."""
        left, begin = self.frame.left, self.frame.begin
        if self.longest:
            return False
        using = left and self.frame.right and "using" in left[-1].roles
        short = not left and not {"仅", "不到"}.isdisjoint(self.quantity.marks)
        labelled = begin and self.frame.tokens[begin - 1].word == ":"  # 补贴期限:(最长三年)
        return (not self.before and not labelled) or using or short

    @property
    def longest(self):
        """Whether the time is a bound (给予补贴,最长不超过6个月)."""
        return any(m.startswith("最长") for m in self.quantity.marks)

    @property
    def spell(self):
        """What the time is called."""
        return "" if "连续" in self.quantity.marks else "用时"

    def lasting(self, stem):
        """A stem with what went on so long (审计连续3年获评优秀); that alone where something was done (连续3年获奖)."""
        said = pattern("lasting").match(self.state.text, self.quantity.end)
        if not said or stem.endswith((said[1], self.change or said[1])):
            return stem
        done = not self.words and (said["done"] or stem != self.before)
        return said[1] if done else stem + said[1]

    @property
    def inside(self):
        """Whether something is to be done within the time (自受理之日起20日内)."""
        within = pattern("within").match(self.state.text, self.quantity.end)  # 在12个月的期限内
        return bool(within) or norms.is_limit(self.frame, self.subject)
