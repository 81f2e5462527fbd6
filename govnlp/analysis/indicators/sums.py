"""What money is for, who gives it, and by what standard."""

from itertools import dropwhile, takewhile

from govnlp.analysis.indicators.patterns import pattern
from govnlp.analysis.indicators.phrases import LONGEST
from govnlp.analysis.indicators.state import clause_before
from govnlp.analysis.indicators.things import read_things
from govnlp.analysis.indicators.tokens import ends, having, letters_of, text_of

MONEY = {"元", "美元", "欧元", "日元", "港元", "港币"}
GIVING = {"给予", "予以", "享受", "申领"}
UNNAMED = GIVING | {"标准", "发放", "确定", "安排"}
BY = {"按", "按照", "暂按"}
LONGEST_GIVER = 8  # characters of who gives, or what was done with a grant


class Sums:
    """Words of a value's clause that only hold of money."""

    def _is_grant(self):
        """Whether the clause goes on with a list of sums that were given (发放补贴3亿元、贷款2亿元)."""
        alike = self.frame.item and self.state.unit == self.quantity.unit_base
        return alike and self.subject.endswith(ends("grant", least=2))

    @property
    def award(self):
        """Grant that is given by a standard (按每人800元的标准给予创业补贴)."""
        after = self.frame.tokens[self.frame.at + 1 :]
        right = [t for t in after if t.letter != "Q"][:20] if self.kind == "share" else self.frame.right
        given = [i for i, t in enumerate(right) if t.word.endswith(ends("grant"))]
        last = next((i for i in given if i + 1 not in given), -1)
        first = last
        while first > 0 and right[first - 1].letter in "nbavw" and right[first - 1].word not in UNNAMED:
            first -= 1
        return text_of(right[first : last + 1]) if last >= 0 else ""

    @property
    def each(self):
        """For each of what a standard holds (按每招用1人800元的标准), or ""."""
        left = self.frame.left
        at = next((i for i, t in enumerate(left) if t.word == "每"), len(left))
        return text_of(left[at:])

    @property
    def standard(self):
        """Whether money is given by a standard."""
        return self.quantity.unit_base in MONEY and any(t.word == "标准" for t in self.frame.right)

    @property
    def capped(self):
        """What each may be given at most by the grant before (按投资的10%给予补助,单个企业不超过9万元), or ""."""
        single = [t for t in (*self.frame.left, *self.words[:1]) if "single" in t.roles][-1:]
        if not single or self.letters.strip("n"):
            return ""
        before = self.before or text_of(clause_before(self.frame))
        grant = next((x for x in ends("grant", least=2) if before.endswith(x)), "")
        own = self.subject.removeprefix(single[0].word)
        return grant and single[0].word + own + grant * (not own.endswith(ends("grant", least=2)))

    @property
    def given(self):
        """What a list says how much each gets of (给予安家补贴:博士10万元、硕士5万元), or ""."""
        told = pattern("given to each").search(self.state.text, self.state.start, self.quantity.start)
        paid = self.kind == "duration" and self.state.text.startswith("的", self.quantity.end)  # 5个月的工资
        if not told or not (paid or self.quantity.unit_base in MONEY):
            return ""
        whom = (told["whom"] or "") * self.subject.endswith(("级", "类", "等", "档"))
        return whom + self.subject + told["grant"]

    @property
    def by(self):
        """Whether the value is what something goes by (按投资额的10%)."""
        return any(t.word in BY for t in self.frame.left)

    @property
    def giver(self):
        """Who gives, or what was done with a grant, where it is short (中央财政安排2亿元国债资金)."""
        words = self.words
        while words and words[-1].word in GIVING:
            words = words[:-1]
        light = len(words) == 1 and words[0].letter == "w"
        text = text_of([t for t in words if not t.word.endswith("规模")])
        return "" if light or len(text) > LONGEST_GIVER or any(t.letter in "cplm" for t in words) else text

    @property
    def purpose(self):
        """What money is for: after 用于 or a verb, in its clause or the next."""
        verb = self.frame.left[-1].word if self.frame.left else ""
        done = any(t.word == "完成" for t in self.frame.left[-2:-1])  # 完成投资3亿元,投资完成率70%
        payer = text_of([t for t in self.words if t.letter not in "aw"])  # 中央财政安排
        other = payer and not payer.endswith(("财政", "里", *ends("area")))
        if self.quantity.unit_base != "元" or self.before or done or other or verb not in having("funding"):
            return ""
        after = [t for t in self.frame.right if t.letter != "l"] or self._next_clause()
        if not after:
            return ""
        what, purpose = "", "purpose" in after[0].roles
        if not purpose and (after[0].letter in "av" or after[0].word == "对"):  # 投入3亿元,对学生发放补助
            what = text_of([t for t in after if t.letter in "avnbgs"])
        elif purpose or after[0].letter == "w":  # 投资3亿元(,)完成28个小区的改造
            rest = [t for t in after[1:] if t.letter != "l"]
            rest = rest or self.frame.tokens[self.frame.at + 1 : self.frame.end]
            at = next((i + 1 for i, t in enumerate(rest) if t.letter == "Q"), 0)
            what = text_of(read_things(rest[at:], whole=True)[0])
        return what and payer + what + (verb if verb in having("common") else "资金")

    @property
    def invested(self):
        """What part of a total was invested (总投资10亿元,计划完成3亿元), or ""."""
        project, said = pattern("total").sub("", self.before), {t.word for t in self.frame.left}
        planned = "计划" * ("计划" in said)
        return f"{project}{planned}完成投资" if "完成" in said and project != self.before else ""

    @property
    def physical(self):
        """Whether the value measures something that can be seen: no money, and no grade."""
        return self.quantity.unit_base not in MONEY and "级" not in self.quantity.marks

    @property
    def levied(self):
        """What is taken by a rate, and the verb (按发生额的50%扣除, 从发生额中提取50%), or ""."""
        left, after = self.frame.left, self.frame.tokens[self.frame.at + 1 :]
        at = next((i for i, t in enumerate(left) if t.word in BY), None)
        verb = next((t.word for t in after if "levy" in t.roles or t.letter in ";."), "")
        if at is None and left and "levy" in left[-1].roles:  # 从发生额中提取
            at, verb = next((i for i, t in enumerate(left) if t.word in ("从", "自")), None), left[-1].word
            left = left[:-2] if left[-2:-1] and left[-2].word == "中" else []
        said = left[at + 1 :] if at is not None else []
        base = text_of([t for t in said if t.letter not in "td"])
        base = base or self.subject * (at is not None)  # 茶厂按6%返还
        return base + verb if base and not base.endswith("率") and len(verb) > 1 else ""

    @property
    def allotted(self):
        """What is set at a share of something else (按上月缴费额的110%确定应缴额, 按面积的5%配置用房), or ""."""
        left, right = self.frame.left, self.frame.right
        at = next((i for i, t in enumerate(left) if t.word in BY), len(left))
        base = text_of([t for t in left[at + 1 :] if t.letter not in "tdo"])
        what = [*dropwhile(lambda t: "allot" in t.roles or t.word == "无偿", right)]
        told = base and what and "allot" in right[0].roles and letters_of(what).strip("nbgav") == ""
        return f"{text_of(what)}占{base}比例" if told and len(text_of(what)) <= LONGEST else ""

    @property
    def taxed(self):
        """The rate of a tax or a due (按15%的税率征收茶税, 减按25%计入茶税额), or ""."""
        after = self.frame.tokens[self.frame.at + 1 : self.frame.end]
        at = next((i for i, t in enumerate(after) if "levy" in t.roles), len(after))
        due = text_of([*takewhile(lambda t: t.letter not in ",;.:icdQ", after[at + 1 :])])
        plain = all(t.letter in "nbdl" or t.word == "计算" for t in after[:at])
        plain = plain and len(due) <= LONGEST and due.endswith(("税", "费", "金", "额"))
        return "" if not plain else due + "税率" if due[-1] == "税" else after[at].word + due + "比例"
