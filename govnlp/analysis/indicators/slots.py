"""What the names of the grammar are made of: words of the clause, and what the clause before left."""

import re

from govnlp.analysis.indicators.phrases import BOTH, EACH, LONGEST, clean, leading_act, read_things
from govnlp.analysis.indicators.tokens import ends, having, text_of

OFFENCE = re.compile(
    "违反[^,;。]{2,24}?(?:规定|第[一二三四五六七八九十百]+条(?:第[一二三四五六七八九十]+款)?)(?:规定)?"
)
SUCH_A_CASE = re.compile("(?:^|[,;。:])([^,;。:]{2,24})的,[^;。]*$")
SEVERITY = re.compile(
    "(情节(?:特别|较为?)?(?:严重|较轻|轻微)|拒不[改整]正|逾期(?:不|未|仍)[^,;]{2,8}|造成(?:严重)?后果|后果严重|[有无]违法所得)的[^;。]*$"
)
SINCE = re.compile("(?:之日起|之时起|日起|时起|[后前]|起)的?$")
MONEY = {"元", "美元", "欧元", "日元", "港元", "港币"}
PACES = ("增速", "增幅", "降幅", "涨幅")
RATES = ("税率", "比例", "标准", "幅度", "速度", "增速", "利率", "费率")
OWNERLESS = ("率", "浓度", "指数", "比重", "占比", "强度", "天数", "比例", "增速", "增幅", "排名")
MACRO = frozenset(
    "投资 消费 出口 进口 税收 贷款 存款 就业 收入 利润 投入 资金 产值 经费 其他 项目 企业 居民 群众 人口 用户 城镇 农村 价格 完成 面积 余额 总部".split()
)


class Slots:
    """Words of a value's clause by the names that the grammar calls them, with conditions on them."""

    def __init__(self, frame, state, text, words=None):
        self.frame, self.state, self.text = frame, state, text
        self.quantity = frame.quantity
        self.kind, self.unit = self.quantity.kind, self.quantity.unit
        if self.kind == "amount" and not self.quantity.unit_base:
            self.kind = "count"
        self.words = frame.phrase.words if words is None else words
        self.change_token = frame.phrase.change
        self.acts = leading_act(self.words)

    def __getitem__(self, key):
        return getattr(self, key)

    @property
    def subject(self):
        return text_of(self.words)

    @property
    def things(self):
        return (
            text_of(self.frame.things).strip("的、和与及”“-—+")
            if not self._is_quoted()
            else text_of(self.frame.things)
        )

    def _is_quoted(self):
        return any(t.tag == "quote" for t in self.frame.things)

    @property
    def act(self):
        """Verb that the subject ends with, if it says more than 实现 or 有; with what it opens."""
        verbs = [
            i
            for i, t in enumerate(self.words)
            if t.letter == "a" or (t.letter == "v" and (len(t.word) > 1 or len(self.words) == 1))
        ]
        if not verbs or len(self.words) - verbs[-1] > 3:
            return ""
        start = verbs[-1]
        while start and (
            self.words[start - 1].letter == "a"
            or (start > 1 and self.words[start - 1].letter == "c" and self.words[start - 2].letter in "av")
        ):
            start -= 1
        return text_of(self.words[start:])

    @property
    def said(self):
        """First words of what is said of the things (下沉一线), where nothing else tells them apart."""
        if self.kind == "count" and self.frame.things and any(t.letter in "aw" for t in self.frame.left):
            return ""
        words = [t for t in self.frame.rest if t.letter not in "mxltd"]
        if (
            not words
            or words[0].letter not in "avw"
            or (self.frame.things and (self.verb or self.frame.item or len(self.things) > 8))
            or len(words[0].word) < 2
        ):
            return ""
        ends = next((i for i, t in enumerate(words) if i and t.letter not in "nbga"), len(words))
        if words[0].letter == "w":
            return text_of(words[1:ends]) if ends > 1 and sum(len(t.word) for t in words[1:ends]) <= 8 else ""
        told = text_of(words[:ends])
        return told if len(told) <= 8 else words[0].word

    @property
    def change(self):
        return self.change_token.word if self.change_token else ""

    @property
    def owner(self):
        """Owner of a bare measure; a total is not of what is new."""
        owner = self.state.owner or self.state.noun_before
        if self.subject.endswith("率") and owner.endswith(self.subject[:-1]):  # 项目交房2套、交房率
            owner = owner.removesuffix(self.subject[:-1])
        return owner.removeprefix("新增").removeprefix("净增") if self.subject in having("total") else owner

    @property
    def before(self):
        return self.state.stem

    @property
    def latest(self):
        return self.state.last or self.state.stem

    @property
    def topic(self):
        return self.state.topic

    @property
    def verb(self):
        """Verb that a list shares, where this item has none."""
        return self.state.verb if self.frame.item or self.among_them else ""

    @property
    def shared(self):
        """Verb of the list before an own subject that has none (引进A3个、B5个)."""
        if (
            self.acts
            or not self.state.verb
            or not self.words
            or self.quantity.unit_base in MONEY
            or self.kind in ("share", "duration", "rank")
        ):
            return ""
        if self.subject.endswith(("量", "额", "值", "率", "收入", "面积")) and self.kind == "amount":
            return ""
        alike = self.words[-1].word == self.state.head and self.quantity.unit_base == self.state.unit
        goes_on = self.frame.item or alike or (self.among_them and self.quantity.unit_base == self.state.unit)
        if not goes_on or self.words[0].letter in "awv" or self.change:
            return ""
        return self.state.verb

    @property
    def offence(self):
        """What a fine is for: the rule that was broken, or the case; with what makes it severe."""
        before = self.text[self.state.start : self.quantity.start]
        rule = OFFENCE.findall(before)
        case = SUCH_A_CASE.search(before)
        severe = SEVERITY.search(before)
        what = rule[-1] if rule else case[1] if case and not severe else ""
        return what + (severe[1] + "的" if severe else "的" if what else "")

    @property
    def action(self):
        """What is to be done within a time."""
        words = [
            t
            for t in self.frame.right
            if t.letter not in "mx" and t.word not in EACH | BOTH and t.word not in ("内", "时间", "的")
        ]
        if not words:
            tokens, at = self.frame.tokens, self.frame.end + 1
            while at < len(tokens) and tokens[at].letter not in ",;.:" and len(words) < 12:
                words += [tokens[at]] if tokens[at].letter not in "mx" else []
                at += 1
        while words and sum(len(t.word) for t in words) > LONGEST:
            words.pop()
        while (
            words
            and words[0].letter in "opx"
            and len(words) > 1
            and words[0].word not in ("向", "将", "对", "予以")
        ):
            words = words[1:]
        return text_of(words) or self.subject or self.owner

    @property
    def ranked(self):
        """What a rank is of: the own subject; a bare measure of the subject before; what was said last."""
        at = max((i for i, t in enumerate(self.words) if t.letter == "k"), default=len(self.words))
        words = [t for t in self.words[:at] if t.letter not in "kls" and t.word not in self.among]
        words += [self.change_token] if self.change_token and "ranked" not in self.change_token.roles else []
        own = text_of(words)
        if not own:
            return self.state.last or self.state.topic
        if own in self.state.stem and own != self.state.stem:
            return self.state.stem
        if all(t.letter == "b" or t.word in PACES or "rise" in t.roles for t in words):
            return self.state.owner_of_bare(own) + own
        return own

    @property
    def among(self):
        """Area in which something has a rank."""
        tokens = [t for t in self.frame.left if t.letter == "s"] or [
            t for t in self.frame.tokens[self.frame.begin : self.frame.at] if t.letter == "s"
        ]
        at = max((i for i, t in enumerate(self.words) if t.letter == "k"), default=len(self.words))
        return tokens[-1].word if tokens else text_of(self.words[at + 1 :])

    @property
    def place(self):
        scopes = [t.word for t in self.frame.left if t.letter == "s"]
        return scopes[-1] if scopes and self.things else ""

    @property
    def levelled(self):
        """The things before at another level of government."""
        level = self.words[0].word
        known = sorted(having("level") | {"全国"}, key=lambda w: (-len(w), w))
        found = next((w for w in known if w in self.before), None)
        if found:
            return self.before.replace(found, level, 1)
        return self.state.verb + level + self.before.removeprefix(self.state.verb)

    @property
    def acted(self):
        """What was done with the things before (隐患整改; 改造管网 after 新建管网)."""
        noun = self.state.things
        if self.subject in having("outcome") and "transitive" not in self.words[0].roles:
            return noun + self.subject
        return self.subject + noun

    # conditions

    @property
    def carried(self):
        return bool(self.state.stem)

    @property
    def uncarried(self):
        return not self.state.stem

    @property
    def bare_rate(self):
        """Whether a short rate is an item beside the count of what it is of (项目交房2套、交房率90%)."""
        short = len(self.subject) <= 4 and self.subject.endswith("率") and self.subject not in having("macro")
        return short and self.frame.item and self.state.counted and bool(self.owner)

    @property
    def changed(self):
        return bool(self.change_token) and not self.frame.phrase.level

    @property
    def unchanged(self):
        return self.change_token is None

    @property
    def inside(self):
        within = {"内", "以内", "之内", "前"} & set(self.quantity.marks)
        since = self.text[self.state.start : self.quantity.start]
        return bool(within) and (
            SINCE.search(since) is not None or not self.words or any(t.word == "自" for t in self.frame.left)
        )

    @property
    def fulfilled(self):
        """Whether what follows a share is what was done with all of them (项目100%开工)."""
        return bool(self.outcome)

    @property
    def outcome(self):
        words = [t for t in self.frame.right if t.letter not in "lmwx"]
        return (
            words[0].word
            if words
            and words[0].word in having("outcome")
            and (len(words) == 1 or words[1].letter not in "nbg")
            else ""
        )

    @property
    def rated(self):
        return self.things.endswith(RATES)

    @property
    def circled(self):
        return self.things.endswith("圈")

    @property
    def contracted(self):
        return self.things.endswith(("合同", "协议"))

    @property
    def graded(self):
        return "级" in self.quantity.marks

    @property
    def rate_before(self):
        return self.before.endswith("率") and not self.subject.endswith(("率", "比重", "比例"))

    @property
    def awarded(self):
        return (
            self.quantity.unit_base in MONEY
            and bool(self.award)
            and any(t.word == "标准" for t in self.frame.right)
        )

    @property
    def award(self):
        """Grant that is given by a standard (按每人800元的标准给予创业补贴)."""
        right = (
            [t for t in self.frame.tokens[self.frame.at + 1 :] if t.letter != "Q"][:20]
            if self.kind == "share"
            else self.frame.right
        )
        last = max((i for i, t in enumerate(right) if t.word.endswith(ends("grant"))), default=-1)
        first = last
        while (
            first > 0
            and right[first - 1].letter in "nbav"
            and right[first - 1].word not in ("一次性", "标准", "给予", "予以")
        ):
            first -= 1
        return text_of(right[first : last + 1]) if last >= 0 else ""

    @property
    def giver(self):
        """Who gives, or what was done with a grant, where it is short (中央财政安排2亿元国债资金)."""
        words = self.words
        while words and words[-1].word in ("给予", "予以", "享受", "申领"):
            words = words[:-1]
        if (
            (len(words) == 1 and words[0].letter == "w")
            or any(t.letter in "cpm" for t in words)
            or len(text_of(words)) > 8
        ):
            return ""
        return text_of(words)

    @property
    def acting(self):
        return self.subject not in MACRO

    @property
    def recovered(self):
        return bool(self.words) and self.words[-1].word in ("恢复", "回升")

    @property
    def graded_grant(self):
        return any(t.word in ("按", "按照") for t in self.frame.left) and bool(self.award)

    @property
    def compared(self):
        return bool(self.gap)

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
        if owner in PACES:
            owner = self.before.removesuffix(owner) + owner
        return f"{owner}{how}{other}" if owner and other else ""

    @property
    def funding(self):
        """Whether a verb alone stands before money, so that its purpose follows."""
        alone = self.frame.left[-1].word if self.frame.left else ""
        return (
            self.quantity.unit_base == "元"
            and alone in having("funding")
            and not self.carried
            and bool(self.purpose)
        )

    @property
    def purpose(self):
        """What money is for: after 用于 or a verb, in its clause or the next."""
        tokens, words = self.frame.tokens, []
        at = self.frame.at + 1
        at += at < len(tokens) and tokens[at].letter == ","
        while at < len(tokens) and tokens[at].letter not in ",;.Q":
            words.append(tokens[at])
            at += 1
        if not words or not (words[0].word in ("用于", "用来", "支持", "主要") or words[0].letter in "awv"):
            return ""
        words = words[words[0].letter not in "av" or words[0].word in ("支持", "用于") :]
        words = (
            read_things(words, whole=True)[0]
            if words and words[0].letter not in "av"
            else [t for t in words if t.letter in "avnbg"]
        )
        used = "投入" if self.frame.left[-1].word == "投入" else "资金"
        return text_of(words) + used if words else ""

    @property
    def goal(self):
        return self.things.endswith("目标")

    @property
    def told(self):
        return bool(self.said)

    @property
    def followed(self):
        return bool(self.frame.things)

    @property
    def among_them(self):
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
            or self.frame.things[0].tag in ("n", "quote", "b", "l", "nz", "j", "ns", "letters")
        )

    @property
    def granted(self):
        return self.quantity.unit_base == "元" and self.things.endswith(ends("grant"))

    @property
    def ownable(self):
        """Whether the subject before may own a bare measure."""
        phrase, owner = self.subject, self.owner
        if (
            not owner
            or phrase in owner
            or phrase in having("macro")
            or (self.frame.first and self.frame.begin == 0)
        ):
            return False
        if phrase in MACRO:
            return (
                owner.endswith(ends("owner", "head", least=2))
                and not self.among_them
                and phrase not in having("owner")
            )
        return True
