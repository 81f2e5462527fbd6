"""What the rules of the grammar are made of: words of a value's clause, what the clauses before left, conditions."""

import re
from functools import cached_property

from govnlp.analysis.indicators import norms
from govnlp.analysis.indicators.phrases import LONGEST, leading_act
from govnlp.analysis.indicators.things import read_things
from govnlp.analysis.indicators.tokens import ends, having, text_of

FELL = re.compile("(?:后退|下降|下滑)了?$")
MONEY = {"元", "美元", "欧元", "日元", "港元", "港币"}
BARE = 2  # characters of a verb without an object
LONGEST_SAID = 10  # characters of what is said of things
LONGEST_DOER = 8  # characters of who does something and the verb
LONGEST_GIVER = 8  # characters of who gives, or what was done with a grant
LONGEST_MEASURE = 6  # characters of a measure that says nothing of its own
SHORT_RATE = 4  # characters of a rate that is one of the things counted before
LONGEST_ACTION = 12  # words of the next clause that say what is to be done
RANKINGS = ("排名", "位次", "名次")
GIVING = {"给予", "予以", "享受", "申领"}


class Slots:
    """Words of a value's clause, and of the clauses before, by the names that the grammar calls them."""

    def __init__(self, frame, state, text):
        self.frame, self.state, self.text, self.quantity = frame, state, text, frame.quantity
        self.kind, self.unit = self.quantity.kind, self.quantity.unit
        if self.kind == "amount" and not self.quantity.unit_base:
            self.kind = "count"
        self.words, self.change_token = frame.phrase.words, frame.phrase.change
        self.acts = leading_act(self.words)
        self.subject = text_of(self.words)
        self.change = self.change_token.word if self.change_token else ""
        self.before, self.topic = state.stem, state.topic

    def __getitem__(self, key):
        return getattr(self, key)

    @cached_property
    def things(self):
        """Things after the value."""
        quoted = any(t.tag == "quote" for t in self.frame.things)
        return text_of(self.frame.things) if quoted else text_of(self.frame.things).strip("的、和与及”“-—+")

    @property
    def act(self):
        """Verb that the subject ends with, if it says more than 实现 or 有; with what it opens."""
        words = self.words
        at = len(words) - 1
        while at >= 0 and not (
            words[at].letter == "a" or (words[at].letter == "v" and (len(words[at].word) > 1 or not at))
        ):
            at -= 1
        if at < 0 or len(words) - at > 3:
            return ""
        while at and (words[at - 1].letter == "a" or (at > 1 and words[at - 1].letter == "c")):
            at -= 1
        return text_of(words[at:])

    @property
    def said(self):
        """First words of what is said of the things (下沉一线), where nothing else tells them apart."""
        if self.frame.stated:
            return text_of(self.frame.stated)
        acts = any(t.letter in "aw" and "pivot" not in t.roles for t in self.frame.left)
        if self.kind == "count" and self.frame.things and acts:
            return ""
        words = [t for t in self.frame.rest if t.letter not in "mltd" and "manner" not in t.roles]
        told = self.frame.things and (self.verb or self.frame.item or len(self.things) > 8)
        if told or not words or words[0].letter not in "avw" or len(words[0].word) < 2:
            return ""
        if "move" in words[0].roles and not self.sent:  # 事项下放基层
            return words[0].word
        light = words[0].letter == "w"
        words = words[light:]
        end = next((i for i, t in enumerate(words) if i and t.letter not in "nbgav"), len(words))
        text = text_of(words[:end])
        return text if len(text) <= LONGEST_SAID else "" if light else words[0].word

    @property
    def sent(self):
        """Whether the verb before the value has those counted do something (安排30名干部下沉)."""
        return any("pivot" in t.roles for t in self.frame.left[-2:])

    @property
    def doer(self):
        """Who each of them is, with the verb (一个领导挂两个项目)."""
        single = self.words and "single" in self.words[0].roles and len(self.subject) <= LONGEST_DOER
        return text_of(self.words[1:]) if single else ""

    @property
    def held(self):
        """What was held so many times, and the verb (连续第3年举办的大赛)."""
        return text_of(read_things(self.frame.right[2:], whole=True)[0]) + self.frame.right[0].word

    @property
    def invested(self):
        """What part of a total was invested (总投资10亿元,完成3亿元), or ""."""
        project = re.sub("(?:计划)?(?:总?投资|投资总额)额?$", "", self.before)
        said = {t.word for t in self.frame.left}
        planned = "计划" if "计划" in said else ""
        return f"{project}{planned}完成投资" if "完成" in said and project != self.before else ""

    @property
    def owner(self):
        """Owner of a bare measure; a total is not of what is new."""
        owner = "、".join(self.state.group) if self.deverbal else self.state.owner or self.state.noun_before
        if self.subject.endswith("率"):  # 项目交房2套、交房率
            owner = owner.removesuffix(self.subject[:-1])
        return re.sub("^[新净]增", "", owner) if self.subject in having("total") else owner

    @property
    def latest(self):
        """The last name."""
        return self.state.last or self.state.stem

    @property
    def verb(self):
        """Verb that a list shares, where this item has none."""
        return self.state.verb if self.frame.item or self.among_them else ""

    @property
    def shared(self):
        """Verb of the list before an own subject that has none (引进A3个、B5个)."""
        state, quantity = self.state, self.quantity
        if not (state.verb and self.words) or self.acts or self.kind in ("share", "duration", "rank"):
            return ""
        granted = quantity.unit_base in MONEY and not self._is_grant()
        if granted or (
            self.kind == "amount" and self.subject.endswith(("量", "额", "值", "率", "收入", "面积"))
        ):
            return ""
        same_unit = quantity.unit_base == state.unit
        alike = self.words[-1].word == state.head and same_unit
        if not (self.frame.item or alike or (self.among_them and same_unit)):
            return ""
        levelled = not self.frame.item and bool(self.frame.phrase.signs & having("levelled"))
        first, following = self.words[0], self.words[1:2]
        compound = first.letter == "v" and following and following[0].letter in "nb"  # 示范合作社
        return "" if levelled or (first.letter in "awv" and not compound) or self.change else state.verb

    def _is_grant(self):
        """Whether the clause goes on with a list of sums that were given (发放补贴3亿元、贷款2亿元)."""
        alike = self.frame.item and self.state.unit == self.quantity.unit_base
        return alike and self.subject.endswith(ends("grant", least=2))

    @property
    def until(self):
        """Text of the sentence up to the value."""
        return self.text[self.state.start : self.quantity.start]

    @property
    def offence(self):
        """What a fine is for, and who is fined."""
        return norms.offence(self.until) + norms.target(self.until) + self.frame.phrase.per

    @property
    def penalty(self):
        """What is forbidden or stopped for a time (停业, 停止执业)."""
        bounded = self.quantity.high or {"以上", "以下"} & set(self.quantity.marks)
        return norms.penalty([*self.frame.left, *self.frame.right]) if bounded else ""

    @property
    def rhythm(self):
        """What is to be done once in a time (公开募捐情况, 目录公布)."""
        last = self.frame.tokens[self.frame.end - 1].word
        return self.subject * (last in norms.ONCE) + text_of(norms.action(self.frame.tokens, self.frame.at))

    @property
    def duty(self):
        """What is to be done within a time, or is forbidden for it, and what the time is called."""
        words, marks = norms.action(self.frame.tokens, self.frame.at), self.quantity.marks
        done = text_of(words).removeprefix("由")
        if not done or "ban" in words[0].roles:
            return done and done + "期限"
        done = norms.subject_of(self.frame.left) + done if len(done) <= BARE else done  # 作出, 备案
        ahead = "提前" in marks or marks[:1] == ("前",)  # 开工十五日前, 鸣放前五日内
        return done + "提前" * ahead + "时限"

    @property
    def action(self):
        """What was done in a time."""
        words = (
            self.frame.right[1:]
            if self.frame.right and self.frame.right[0].letter == "w"
            else self.frame.right
        )
        words = [t for t in words if t.letter not in "mx" and t.word not in ("内", "时间", "的")]
        if not words:
            words = self._next_clause()
        while words and sum(len(t.word) for t in words) > LONGEST:
            words.pop()
        while len(words) > 1 and words[0].letter in "opxlm" and words[0].word not in ("向", "对", "予以"):
            words = words[1:]
        return text_of(words) or self.subject or self.owner

    def _next_clause(self):
        """Words of the clause after that of the value."""
        words = []
        for t in self.frame.tokens[self.frame.end + 1 :]:
            if t.letter in ",;.:" or len(words) == LONGEST_ACTION:
                break
            words += [t] if t.letter not in "mx" else []
        return words

    @property
    def ranked(self):
        """What a rank is of: the own subject; a bare measure of the subject before; what was said last."""
        at = next(
            (i for i in range(len(self.words) - 1, -1, -1) if self.words[i].letter == "k"), len(self.words)
        )
        words = [t for t in self.words[:at] if t.letter not in "kls"]
        if self.change_token and self.change_token.roles.isdisjoint({"ranked", "to"}):
            words.append(self.change_token)
        own = text_of(words)
        if not own:
            return self.state.ranked or self.state.last or self.topic
        if own.endswith(RANKINGS):  # 综合排名
            return own[:-2]
        if own in self.before:
            return self.before
        bare = all(t.letter == "b" or "rise" in t.roles for t in words)
        return self.before + own if bare else own

    @property
    def among(self):
        """Area in which something has a rank."""
        tokens = self.frame.tokens[self.frame.begin : self.frame.at]
        found = [t for t in self.frame.left if t.letter == "s"] or [t for t in tokens if t.letter == "s"]
        if found:
            return found[-1].word
        at = next(
            (i for i in range(len(self.words) - 1, -1, -1) if self.words[i].letter == "k"), len(self.words)
        )
        return text_of(self.words[at + 1 :])

    @property
    def place(self):
        """Area of an order."""
        return next((t.word for t in reversed(self.frame.left) if t.letter == "s"), "")

    @property
    def places(self):
        """Whose rank has changed by so many places (排名第五位，提升三位)."""
        own = text_of([t for t in self.words if t.letter not in "ls"])
        return own if own.endswith(RANKINGS) else self.state.ranks[-1] if self.state.ranks else own + "排名"

    @property
    def moved(self):
        """Whether a rank rose or fell."""
        fell = FELL.search(self.text, max(0, self.quantity.start - 4), self.quantity.start)
        return "下降" if fell else "提升"

    @property
    def levelled(self):
        """The things before at another level of government."""
        level = self.words[0].word
        known = sorted(having("level") | {"全国"}, key=lambda w: (-len(w), w))
        found = next((w for w in known if w in self.before), None)
        if found:
            return self.before.replace(found, level, 1)
        return self.state.verb + level + self.before.removeprefix(self.state.verb).removeprefix("各类")

    @property
    def acted(self):
        """What was done with the things before (隐患整改; 改造管网 after 新建管网)."""
        noun = self.state.things
        outcome = self.subject in having("outcome") and "transitive" not in self.words[0].roles
        return noun + self.subject if outcome else self.subject + noun

    @property
    def award(self):
        """Grant that is given by a standard (按每人800元的标准给予创业补贴)."""
        right = self.frame.right
        if self.kind == "share":
            right = [t for t in self.frame.tokens[self.frame.at + 1 :] if t.letter != "Q"][:20]
        last = max((i for i, t in enumerate(right) if t.word.endswith(ends("grant"))), default=-1)
        first = last
        while first > 0 and right[first - 1].letter in "nbav" and right[first - 1].word != "一次性":
            first -= 1
        return text_of(right[first : last + 1]) if last >= 0 else ""

    @property
    def standard(self):
        """Whether money is given by a standard."""
        return self.quantity.unit_base in MONEY and any(t.word == "标准" for t in self.frame.right)

    @property
    def by(self):
        """Whether the value is what something goes by (按投资额的10%)."""
        return any(t.word in ("按", "按照") for t in self.frame.left)

    @property
    def giver(self):
        """Who gives, or what was done with a grant, where it is short (中央财政安排2亿元国债资金)."""
        words = self.words
        while words and words[-1].word in GIVING:
            words = words[:-1]
        light = len(words) == 1 and words[0].letter == "w"
        text = text_of(words)
        return "" if light or len(text) > LONGEST_GIVER or any(t.letter in "cpm" for t in words) else text

    @property
    def purpose(self):
        """What money is for: after 用于 or a verb, in its clause or the next."""
        verb = self.frame.left[-1].word if self.frame.left else ""
        if self.quantity.unit_base != "元" or self.before or verb not in having("funding"):
            return ""
        within = self.frame.right
        after = within or self._next_clause()
        if not after or not ("purpose" in after[0].roles or (within and after[0].letter in "av")):
            return ""
        if "purpose" in after[0].roles:
            what = text_of(read_things(after[1:], whole=True)[0])
        else:
            what = text_of([t for t in after if t.letter in "avnbgs"])
        return what and what + (verb if verb in having("common") else "资金")

    @property
    def physical(self):
        """Whether the value measures something that can be seen: no money, and no grade."""
        return self.quantity.unit_base not in MONEY and "级" not in self.quantity.marks

    @property
    def rated(self):
        """Rate of which a list gives the value place by place, where the clause names nothing but a place, or ""."""
        before = self.before or self.topic
        placed = all(t.tag == "ns" or t.word.endswith(ends("area", "settled")) for t in self.words)
        return (
            re.sub("^各[市州县区地镇]+", "", before)
            if placed and before.endswith(ends("rate", "pace"))
            else ""
        )

    @property
    def base(self):
        """The time that a multiple goes back to (是2015年的3倍), or ""."""
        left = self.frame.left
        dated = len(left) > 1 and left[-1].letter == "d" and left[-2].letter == "t"
        return left[-2].word if dated else ""

    @property
    def spent(self):
        """Whether the time is what something took (用9天完成检测), or nothing else that it could be of was named."""
        using = bool(self.frame.left and self.frame.right) and "using" in self.frame.left[-1].roles
        short = not self.frame.left and bool(set(self.quantity.marks) & {"仅", "不到"})
        return not self.before or using or short

    @property
    def spell(self):
        """What the time is called."""
        return "" if "连续" in self.quantity.marks else "用时"

    @property
    def inside(self):
        """Whether something is to be done within the time (自受理之日起20日内)."""
        return norms.is_limit(self.frame, self.subject)

    @property
    def among_them(self):
        """Whether the clause picks some of the things before (其中)."""
        return any(t.word == "其中" for t in self.frame.left[:2]) or self.frame.opened == "含"

    @property
    def acting(self):
        """Whether what the verb did was counted before."""
        unit = self.quantity.unit_base
        return unit in (self.state.unit, self.state.count_unit) and unit not in MONEY

    @property
    def counted(self):
        """Whether the value counts what follows it, and is no size or population of it."""
        frame, words = self.frame, self.words
        if not frame.things or (words and frame.right[:1] and frame.right[0].letter == "d"):
            return False
        return (
            not words
            or words[-1].letter in "awkv"
            or bool(frame.phrase.signs & {"把", "将", "对"})
            or not (frame.first or frame.item)
            or frame.things[0].tag in ("n", "quote", "b", "l", "nz", "j", "ns", "letters")
        )

    @property
    def deverbal(self):
        """Whether the subject is a short measure made of verbs (按期办结率, 平均办理时限, 清偿率)."""
        words, short = self.words, len(self.subject) <= LONGEST_MEASURE
        verbal = all(t.letter in "avwml" for t in words[:-1])
        return bool(words and short and self.state.group and verbal) and words[-1].word.endswith(
            ends("process")
        )

    @property
    def ownable(self):
        """Whether the subject before may own a bare measure."""
        subject, owner = self.subject, self.owner
        if not owner or subject in owner or subject in having("macro"):
            return False
        words = self.words[1:] if self.words[0].word == "年" and not self.things else self.words  # 年产值
        rate = self.frame.item and len(subject) <= SHORT_RATE and subject.endswith("率")
        bare = all(t.letter == "b" for t in words) or subject in having("bare")
        if not (bare or rate or self.deverbal):
            return False
        if subject not in having("common"):
            return True
        return not self.among_them and owner.endswith(ends("owner", "head", "event", least=2))

    @property
    def bare(self):
        """Whether the subject is nothing but a measure."""
        return self.subject in having("bare")

    @property
    def level(self):
        """Whether the value is a level that was reached, and not by how much something changed."""
        return self.frame.phrase.level
