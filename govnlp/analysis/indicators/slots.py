"""What the names of the grammar are made of: words of the clause, and what the clause before left."""

from functools import cached_property

from govnlp.analysis.indicators import norms
from govnlp.analysis.indicators.phrases import BOTH, EACH, LONGEST, leading_act
from govnlp.analysis.indicators.tokens import ends, having, text_of

MONEY = {"元", "美元", "欧元", "日元", "港元", "港币"}
LEVELS = {"达", "达到", "为", "超", "超过", "突破", "共有", "总数达"}
BARE = 2  # characters of a verb without an object
LONGEST_SAID = 10  # characters of what is said of things
PACES = ("增速", "增幅", "降幅", "涨幅")


class Words:
    """Words of a value's clause, and of the clauses before, by the names that the grammar calls them."""

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

    @cached_property
    def subject(self):
        """Subject of the clause."""
        return text_of(self.words)

    @cached_property
    def things(self):
        """Things after the value."""
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
        if self.frame.stated:
            return text_of(self.frame.stated)
        acts = any(t.letter in "aw" and "pivot" not in t.roles for t in self.frame.left)
        if self.kind == "count" and self.frame.things and acts:
            return ""
        words = [t for t in self.frame.rest if t.letter not in "mxltd" and "manner" not in t.roles]
        if (
            not words
            or words[0].letter not in "avw"
            or (self.frame.things and (self.verb or self.frame.item or len(self.things) > 8))
            or len(words[0].word) < 2
        ):
            return ""
        light = words[0].letter == "w"
        words = words[light:]
        ends = next((i for i, t in enumerate(words) if i and t.letter not in "nbgav"), len(words))
        if light:
            return text_of(words[:ends]) if len(text_of(words[:ends])) <= LONGEST_SAID else ""
        if "move" in words[0].roles and not self.sent:  # 事项下放基层
            return words[0].word
        told = text_of(words[:ends])
        return told if len(told) <= LONGEST_SAID else words[0].word

    @property
    def sent(self):
        """Whether the verb before the value has those counted do something (安排30名干部下沉)."""
        return any("pivot" in t.roles for t in self.frame.left[-2:])

    @property
    def change(self):
        """Verb of change."""
        return self.change_token.word if self.change_token else ""

    @property
    def owner(self):
        """Owner of a bare measure; a total is not of what is new."""
        owner = self.state.owner or self.state.noun_before
        owner = "、".join(self.state.group) if self.deverbal else owner
        if self.subject.endswith("率") and owner.endswith(self.subject[:-1]):  # 项目交房2套、交房率
            owner = owner.removesuffix(self.subject[:-1])
        return owner.removeprefix("新增").removeprefix("净增") if self.subject in having("total") else owner

    @property
    def before(self):
        """Subject of the clauses before."""
        return self.state.stem

    @property
    def latest(self):
        """The last name."""
        return self.state.last or self.state.stem

    @property
    def topic(self):
        """Noun that opens the sentence."""
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
            or (self.quantity.unit_base in MONEY and not self._is_grant())
            or self.kind in ("share", "duration", "rank")
        ):
            return ""
        if self.subject.endswith(("量", "额", "值", "率", "收入", "面积")) and self.kind == "amount":
            return ""
        alike = self.words[-1].word == self.state.head and self.quantity.unit_base == self.state.unit
        goes_on = self.frame.item or alike or (self.among_them and self.quantity.unit_base == self.state.unit)
        levelled = not self.frame.item and not self.among_them and self.frame.phrase.has(LEVELS)
        first, following = self.words[0], self.words[1:2]
        compound = first.letter == "v" and following and following[0].letter in "nb"  # 示范合作社
        if not goes_on or levelled or (first.letter in "awv" and not compound) or self.change:
            return ""
        return self.state.verb

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
        if "每" not in self.quantity.marks:
            return ""
        last = self.frame.tokens[self.frame.end - 1].word
        return self.subject * (last in norms.ONCE) + text_of(norms.action(self.frame.tokens, self.frame.at))

    @property
    def duty(self):
        """What is to be done within a time, or is forbidden for it, and what the time is called."""
        words, marks = norms.action(self.frame.tokens, self.frame.at), self.quantity.marks
        done = text_of(words).removeprefix("由")
        if not done or norms.is_ban(words):
            return done and done + "期限"
        done = norms.subject_of(self.frame.left) + done if len(done) <= BARE else done  # 作出, 备案
        ahead = "提前" in marks or marks[:1] == ("前",)  # 开工十五日前, 鸣放前五日内
        return done + "提前" * ahead + "时限"

    @property
    def action(self):
        """What was done in a time."""
        words = [
            t
            for t in self.frame.right[any(t.letter == "w" for t in self.frame.right[:1]) :]
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
            and words[0].letter in "opxlm"
            and len(words) > 1
            and words[0].word not in ("向", "对", "予以")
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
        """Area of an order."""
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
        return self.state.verb + level + self.before.removeprefix(self.state.verb).removeprefix("各类")

    @property
    def acted(self):
        """What was done with the things before (隐患整改; 改造管网 after 新建管网)."""
        noun = self.state.things
        if self.subject in having("outcome") and "transitive" not in self.words[0].roles:
            return noun + self.subject
        return self.subject + noun
