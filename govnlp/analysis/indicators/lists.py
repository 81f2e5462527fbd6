"""What the clauses of a list share: an item takes the verb, the things or the measure of those before it."""

from itertools import dropwhile

from govnlp.analysis.indicators.patterns import pattern
from govnlp.analysis.indicators.phrases import read_phrase
from govnlp.analysis.indicators.state import clause_before
from govnlp.analysis.indicators.sums import MONEY
from govnlp.analysis.indicators.things import read_things
from govnlp.analysis.indicators.tokens import ends, having, text_of

ADDED = ("新增", "净增")  # verbs of change that are words of the name
LONGEST_LIST = 20  # characters of examples in a name
LONGEST_PLACE = 6  # characters of the name of a place
ALIKE = 2  # characters of things and measures that stand side by side (水耗, 电耗)


class Lists:
    """Words of a value's clause that it shares with the clauses before."""

    @property
    def verb(self):
        """Verb that a list shares, where this item has none."""
        said = self.frame.rest[:1]  # (建成村45个,)其中9个村被列入名录
        own = said and (said[0].word == "被" or "predicate" in said[0].roles)
        return self.state.verb if self.frame.item or (self.among_them and not own) else ""

    @property
    def listed(self):
        """The subject with what the one before has around a word like it (单位水耗、电耗; 草鱼养殖3亩,青鱼2亩)."""
        word, former, done = self.subject, self.state.subject, self.state.done
        alike = self.physical and self.quantity.unit_base == self.state.unit and not self.change
        if alike and self.kind == "count" and (self.among_them or self.frame.item) and self.letters == "n":
            named = word.endswith(ends("firm", "person")) or pattern("trade").search(word)
            return word + done * bool(named)  # 企业投产9家,其中工业5家、建筑业4家
        if len(word) != ALIKE or self.letters != "n":
            return word
        measured = self.kind == "share" or {self.quantity.unit_base, self.state.unit} <= MONEY
        if self.frame.item and measured and former[-1:] == word[-1] and former[-ALIKE:] != word:
            return former[:-ALIKE] + word
        return word + done * (alike and len(former) == ALIKE + len(done))

    @property
    def shared(self):
        """Verb of the list before an own subject that has none (引进A3个、B5个)."""
        state, quantity = self.state, self.quantity
        listed = state.verb and self.words and self.kind not in ("share", "duration", "rank")
        listed = listed and (self.frame.item or "stage" not in self.words[0].roles)  # 签订合同3个,在谈项目2个
        if not listed or self.acts or any(t.word[0] == "总" for t in self.words):
            return ""
        measured = self.subject.endswith(("量", "额", "值", "率", "收入", "面积"))
        if (self.kind == "amount" and measured) or (quantity.unit_base in MONEY and not self._is_grant()):
            return ""
        same_unit = quantity.unit_base == state.unit
        alike = self.words[-1].word == state.head and same_unit
        if not (self.frame.item or alike or (self.among_them and same_unit)):
            return ""
        light = any(t.letter == "w" for t in self.frame.left[:2])
        level = light or self.frame.phrase.signs & having("levelled")
        levelled = level and not self.frame.item
        first, following = self.words[0], self.words[1:2]
        compound = first.letter == "v" and following and following[0].letter in "nb"  # 示范合作社
        return "" if levelled or (first.letter in "awv" and not compound) or self.change else state.verb

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
    def rated(self):
        """Measure of which a list gives the value place by place, where the clause names nothing but a place, or ""."""
        if len(self.subject) > LONGEST_PLACE or self.letters.strip("ng"):
            return ""
        if not self.subject.endswith(ends("area", "settled", "tier")):
            return ""
        before = self.before or self.topic
        alike = ("rate", "pace") if self.kind == "share" else ("measure", "ending")
        same = self.kind == "share" or self.quantity.unit_base == self.state.unit
        alike = same and before.endswith(ends(*alike))
        return pattern("each place").sub("", before) if alike else ""

    @property
    def elsewhere(self):
        """The subject before in towns or in the country (城镇居民收入3万元,农村2万元), or ""."""
        if self.quantity.unit_base != self.state.unit or not pattern("elsewhere").fullmatch(self.subject):
            return ""
        before = pattern("elsewhere").sub(self.subject, self.before, count=1)
        return before if self.subject in before else self.subject + before

    @property
    def extended(self):
        """What was said before, with the measure that its value gave it, if that is what grew (茶叶2万亩,增长3%)."""
        last = self.state.last
        if self.change in ADDED and self.before.startswith(ADDED):  # 新增贷款3亿元,净增1亿元
            return self.change + self.before[len(self.change) :]
        grown = self.change and self.kind == "share" and "面积" not in self.before
        return last if grown and last == self.before + "面积" else self.before

    @property
    def paceless(self):
        """What was said before without its pace, which has no share (茶税增速回落,占比降至20%)."""
        return pattern("pace").sub("", self.before)

    @property
    def grown(self):
        """What has the share named before, if that is what grew by a part of itself (茶税占税收的6%,增长5%), or ""."""
        part = pattern("share of").search(self.before) if self.change == "增长" else None
        return part[1] if part and not self.frame.phrase.level else ""

    @property
    def of_each(self):
        """The measure before, of each head (产值18亿元,人均达到3万元), or ""."""
        summed = self.quantity.unit_base == "元" and self.before.endswith(("值", "GDP", "收入"))
        each = summed and self.subject in ("人均", "户均", "亩均") and not clause_before(self.frame)
        return self.subject + self.before if each else ""

    @property
    def divided(self):
        """Measure before, of which the subject names a part only (投资增长9%,其中第一产业增长12%), or ""."""
        part, text, start = pattern("division").search(self.subject), self.state.text, self.state.start
        among = (self.kind == "amount" or self.change) and self.subject.endswith(ends("firm", "industry"))
        among = among and "其中" in text[start : self.quantity.start]
        if among and (made := pattern("made by firms").search(self.before or text[:start])):
            return made[1]  # 总产值9亿元,其中国有企业4亿元
        named = self.change and self.subject.endswith(ends("firm"))
        made = named and pattern("made by firms").search(self.before)
        founded = made and pattern("founded").match(self.subject)
        if made and not founded and self.before[: made.start()].endswith(ends("firm")):
            return made[1]  # 国有企业利润增长8%,集体企业增长5%
        if not (part or self.change) or self.letters.strip("nca") or self.subject.endswith(ends("ending")):
            return ""
        told = pattern("divisible").search(self.before) or pattern("divided").search(text[:start])
        alike = told and self.change and told.string[: told.start()].endswith(self.subject[-2:])
        named = (part or self.among_them) and not self.letters.strip("n")
        return told[1] if told and (alike or named) else ""

    @property
    def budget(self):
        """Budget whose revenue was told before (财政收入3亿元,支出2亿元), or ""."""
        revenue = pattern("revenue").search(self.before)
        return self.before[: revenue.start()] if revenue else ""

    @property
    def moving(self):
        """Measure of which the clause before says no more than that it moved (贡献率不断提高,达到60%), or ""."""
        frame = self.frame
        near = (
            frame.tokens[max(0, frame.begin - 3) : frame.begin - 1] if frame.first and frame.begin > 1 else []
        )
        # 茶税万元,同比增长9%
        lost = len(near) > 1 and near[0].letter in "nbw" and pattern("figure lost").fullmatch(near[1].word)
        words = clause_before(frame) if lost or (near and near[-1].letter in "rf") else []
        if lost:
            words = read_phrase(words[:-1]).words
        said = self.state.text[self.state.start : frame.tokens[frame.begin - 1].start]
        own = lost or ";" in said[said.rfind(",") + 1 :]  # 投资3亿元;一般预算稳步增收,达到2亿元
        return text_of(words) if words and (own or words[-1].letter == "b") else ""

    @property
    def resized(self):
        """The things or the grant before, of another size (收入超500亿元的园区3家、超200亿元的8家), or ""."""
        if self.words[0].value is self.words[-1].value is None:
            return ""
        unnumbered = pattern("unnumbered").search(self.before)  # 亿元以上项目9个,其中10亿元以上3个
        size = self.state.size or (unnumbered[0] if unnumbered else "")
        if size and self.words[0].value is not None:
            front, _, rest = self.before.partition(size)
            return front + self.subject + rest * (len(self.words) == 1) if front else ""
        things = self.state.things if self.among_them and self.words[-1].value is not None else ""
        return things and self.before.replace(things, self.subject + things)

    @property
    def listing(self):
        """Whether examples of the things stand before the value (老河整治等9个项目)."""
        return bool(self.frame.left) and "others" in self.frame.left[-1].roles

    @property
    def papers(self):
        """Whether the value counts papers or tasks, which what stands before it says more of."""
        right = self.frame.right
        return bool(right) and "about" in right[0].roles

    @property
    def about(self):
        """What counted papers are about, where it stands before their number (出台促进消费12项行动), or ""."""
        frame, words = self.frame, [t for t in self.frame.left if t.letter not in "tx"]
        if not words or frame.item or frame.things != frame.right[:1] or not self.papers:
            return ""
        of = words[-1].letter == "d"
        words = words[: len(words) - of]
        said = [*dropwhile(lambda t: t.letter not in "aw", words)]
        said = said[said[:1] != [] and said[0].letter == "w" :]
        if len(said) < 2 or self.listing or any(t.letter in "psd" for t in words):
            return ""
        named = any(t.letter in "nbg" for t in said) if of else said[-1].letter in "nbg"
        text = text_of(said)
        return text if named and said[-1].letter != "w" and len(text) <= LONGEST_LIST else ""

    @property
    def examples(self):
        """Examples of the things, where these are one word and no more is said of them, or ""."""
        left = self.frame.left
        if not self.listing or len(self.frame.things) > 1 or self.said:
            return ""
        words = list(dropwhile(lambda t: t.letter in "wlmav", left))
        whole = left[0] is self.frame.tokens[self.frame.begin] and all(t.letter not in "pdtQ" for t in words)
        text = text_of(words[:-1])
        return text + words[-1].word if text and whole and len(text) < LONGEST_LIST else ""

    @property
    def ours(self):
        """The things before, unless persons are told of what is none (3个村入选,2人获评)."""
        return self.before * ((self.quantity.unit_base == "人") == (self.state.count_unit == "人"))

    @property
    def acted(self):
        """What was done with the things before (隐患整改; 改造管网 after 新建管网)."""
        noun = self.state.things or self._project
        outcome = "outcome" in self.words[0].roles and "transitive" not in self.words[0].roles
        outcome = outcome or not self.state.things
        return noun + self.subject if outcome else self.subject + noun

    @property
    def _project(self):
        """What the sentence begins with, if nothing of it was told yet (重大项目建设提速,开工20个), or ""."""
        named = pattern("project").match("" if self.before else self.state.topic)
        other = any(t.letter in "nbg" for t in self.frame.left)
        return named[0] if named and not other and self.subject not in named.string else ""

    @property
    def remeasured(self):
        """Measure of an item like the one before (投资3亿元的码头、2亿元的茶厂), or ""."""
        said = self.state.last.removeprefix(self.state.stem)
        return said if self.frame.item and said in having("bare") else ""

    @property
    def among_them(self):
        """Whether the clause picks some of the things before (其中)."""
        return "其中" in [t.word for t in self.frame.left[:2]]

    @property
    def called(self):
        """What those of whom some are named first are called (甲厂等12家企业为一类企业), or ""."""
        left, rest = self.frame.left, self.frame.rest or self.frame.right
        things = self.frame.things
        at = left and left[0].word == "授予" and [i for i, t in enumerate(things) if i and t.tag == "quote"]
        if at:  # 授予19个单位“先进单位”称号
            return text_of(things[at[0] :]) + text_of(things[: at[0]])
        alike = self.among_them or self.quantity.unit_base == self.state.count_unit
        told = self.frame.right[:1] if alike else []
        if told and not self.words and told[0].word in ("为", "是", "属于"):  # (会议9场,)其中5场为记者会
            called = read_things(self.frame.right[1:], whole=True)[0]
            return text_of(called) + self.state.head * bool(called and called[-1].letter == "g")
        named = left and "others" in left[-1].roles and rest and rest[0].word in ("为", "是")
        rest = [*dropwhile(lambda t: t.letter == "t", rest[1:])]  # 为2021年度先进个人
        return text_of(read_things(rest, whole=True)[0]) if named else ""
