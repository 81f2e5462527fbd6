"""What the clauses of a sentence hand on: its topic, the subject, owner and verb before, the names given so far."""

import re
from itertools import dropwhile, takewhile

from govnlp.analysis.indicators.patterns import pattern
from govnlp.analysis.indicators.phrases import LONGEST, clean, read_phrase
from govnlp.analysis.indicators.tokens import ends, having, text_of

BREAK = re.compile("[,;]")
LONGEST_LIST = 90  # characters of a clause that lists what the next one counts
CLAUSES = 3  # clauses of a sentence up to its first value that are read
OPENING = 24  # words of a clause in which the topic of a sentence stands
NOUNS = frozenset("nbg")  # letters of nouns
LONGEST_NOUN = 4  # words of the things at the end of a clause
BY = {"按", "按照"}
OPENED = {"对", "鼓励", "支持"}  # words that open a clause with whom or what a grant is for


class State:
    """What the clauses of a sentence leave for the next: subject, owner, verb, names."""

    def __init__(self, text, start):
        self.text, self.start, self.run = text, start, 0
        # subject, what owns bare measures, verb, last name; of the value before, and of the last count
        self.stem = self.owner = self.verb = self.last = ""
        self.things = self.head = self.unit = self.count_unit = ""
        self.size = self.ranked = ""  # of what is counted or given; what the value before has a rank in
        self.subject = self.done = ""  # of the value before, and its verb behind the thing
        self.ranks, self.group = [], []  # names of ranks; things counted by the last list
        self.names = []  # (run, name) of levels and changes, for the ranks that follow
        self.first = self.frame = None  # of the first value that nothing before it names, and of the run

    def enter(self, frame):
        """Go on to the run that begins with a value."""
        self.first, self.frame, self.run = self.first if self.stem else frame, frame, self.run + 1

    @property
    def topic(self):
        """Noun that opens a sentence whose value comes in a later clause (粮食产量屡创新高,达到30万吨), or ""."""
        words, opening = [], self.first.tokens[: max(0, self.first.begin - 1)]
        first = max((i + 1 for i, t in enumerate(opening) if t.word == ":"), default=0)
        for t in clean(opening[first:][:OPENING]):
            noun = words and ((t.letter in "da" and t.tag != "v") or "pace" in t.roles)
            told = words and (t.tag in ("i", "l") or t.word == "有所")
            if told or (t.letter not in "nbgic" and not noun) or "often" in t.roles:  # 再创新高
                break
            words.append(t)
        topic = text_of(words).rstrip("、和与及的创")
        return topic if len(topic) > 3 or topic.endswith(("率", "GDP")) else ""

    @property
    def branch(self):
        """Branch of the economy that opens the sentence (服务业平稳发展,增加值3亿元), or ""."""
        opening = self.first.tokens[: max(0, self.first.begin - 1)]
        opening = [*dropwhile(lambda t: t.letter in "tslx,", opening)]
        words = [*takewhile(lambda t: t.letter in "nbgic", opening)]
        rest = opening[len(words) :]
        # 甲业、乙厂等一批企业成长较快,产值3亿元
        if words and words[0].tag[0] != "v" and rest and "others" in rest[0].roles:
            of_them = dropwhile(lambda t: t.tag == "m", rest[1:])
            whole = text_of(takewhile(lambda t: t.letter in "nbg", of_them))
            return text_of(words) + "等" + whole if whole.endswith(ends("firm", "owner")) else ""
        heads = (text_of(words[:i]) for i in range(len(words), 0, -1))
        return next(filter(pattern("branch").search, heads), "")

    def keep(self, slots, kept):
        """Remember what a value was named after."""
        words, letters, self.ranked, self.subject = slots.words, slots.letters, "", slots.listed
        if letters[-1:] == "a" and letters[:-1] and not letters[:-1].strip("n"):
            self.done = words[-1].word
        elif self.subject != slots.subject + self.done:
            self.done = ""
        if kept:
            self.stem = kept
            sizes = [t.word for t in words if t.value is not None and t.word in kept]
            self.size = sizes[0] if sizes else self.size
        if slots.frame.things and kept.endswith(slots.things):
            self.things, self.head = slots.things, slots.frame.things[-1].word
            self.owner = kept
        elif words and kept == slots.shared + slots.subject:
            acts = len(slots.acts) if len(slots.acts) < len(words) else 0
            named = not NOUNS.isdisjoint(letters)  # 批捕5人,起诉9人
            self.things, self.head = text_of(words[acts:]) if named else "", words[-1].word
            if words[-1].word != "率" or len(words) > 2:  # 自动化率 has no owner
                self.owner = slots.shared + text_of(_owner(words, letters))
        elif not (kept in self.owner or kept in having("bare") or kept.startswith(self.owner or "\0")):
            measured = letters[-1:] == "b" and kept.endswith(slots.subject)
            self.owner = kept.removesuffix(slots.subject) if measured else kept
        if slots.quantity.unit_base == "人次":  # visitors earn nothing
            self.owner = ""
        if slots.kind == "count":
            chosen = kept if words and "selector" in words[0].roles else self.things or kept  # 新签约项目
            self.count_unit = slots.quantity.unit_base
            self.group = [*(self.group if slots.frame.item else []), chosen]
        self.unit = slots.quantity.unit_base


def _owner(words, letters):
    """Words of a subject before its measure (服务业占总值的比重, 园区产值), or before what was done (项目开复工)."""
    if "z" in letters[1:]:
        return words[: letters.index("z", 1)]
    if len(words) == 1 and {"bare", "measure"} <= words[0].roles:  # 收入3亿元,支出2亿元
        return []
    measured = len(letters.rstrip("a" if letters[-1] == "a" and letters[0] == "n" else "b"))
    return words[:measured] if measured and "owner" not in words[-1].roles else words


def nearby(text, start, at):
    """Where the clauses begin that a sentence's first value may draw on: its own and two before it."""
    for _ in range(CLAUSES):
        at = max(text.rfind(",", start, at), text.rfind(";", start, at))
        if at < 0:
            return start
    return at + 1


def clause_after(text, at, stop):
    """Where the clause ends that follows the one of a sentence's last value, and is no condition (反悔的)."""
    ends = BREAK.finditer(text, at, stop)
    next(ends, None)
    return next((m.start() for m in ends if text[m.start() - 1] != "的"), stop)


def noun_before(frame):
    """Things at the end of the clause before, which own a bare measure (优化重点产业链,营收规模达到220亿元), or ""."""
    tokens, end = frame.tokens, frame.begin - 1
    if end < 1:
        return ""
    at = _noun_start(tokens, end)
    if {"ranked", "clause"} <= tokens[at - 1].roles:  # 望溪区位于云岭市中心,面积9平方公里
        end, at = at - 1, _noun_start(tokens, at - 1)
    while at < end and tokens[at].tag == "m":
        at += 1
    words = text_of(tokens[at:end])
    named = len(words) > 1 and not words.endswith(ends("aim"))  # 围绕年度目标,(完成投资3亿元)
    return words if frame.first and tokens[end - 1].tag not in ("a", "f") and named else ""


def _noun_start(tokens, end):
    """Where the nouns begin that end at a place."""
    at = end
    while at > max(0, end - LONGEST_NOUN) and tokens[at - 1].letter in "nbg":
        at -= 1
    return at


def _begin(tokens, at):
    """Where the clause begins that goes on to a token."""
    return next((i for i in range(at, 0, -1) if tokens[i - 1].letter in ",;:."), 0)


def _words_before(frame):
    """Words of the clause before that of a value; none where it has a value."""
    end = max(0, frame.begin - 1)
    begin = _begin(frame.tokens, end)
    if begin and all(t.letter in "lmx" for t in frame.tokens[begin:end]):  # 由高到低排序,依次是:
        begin, end = _begin(frame.tokens, begin - 1), begin - 1
    words = frame.tokens[begin:end]
    return [] if any(t.letter == "Q" for t in words) else words


def condition_of(frame):
    """Clause before that of a value that says for whom or in what case it holds (满十年的, 对新办企业), or ""."""
    words = [t for t in _words_before(frame) if t.letter != "x"]
    words = words[len(words) > 1 and words[0].letter == "l" and words[1].word in OPENED :]  # 继续支持
    each = next((i for i, t in enumerate(words) if t.word[0] == "每" and t.tag != "per"), 0)
    if each and words[-1].letter != "d" and any(t.tag == "m" for t in words[each:]):
        words = words[each:]  # 茶厂每招用1人,(给予3千元补贴)
    left = frame.left
    if left and len(frame.phrase.words) == 1 and {"grant", "act"} <= left[-1].roles:
        left = left[:-1]  # 对新办的企业给予(奖励400万元)
    at = max((i for i, t in enumerate(left) if t.word == "对"), default=-1)
    given = list(dropwhile(lambda t: t.letter in "wm", reversed(left)))[::-1]
    closed, alone = len(given) < len(left), at < 0 and given != frame.left
    if at >= 0 and closed and frame.phrase.words[:1] != left[at + 1 : at + 2]:
        words = given[at:]  # 对新办的企业给予(最高400万元奖励)
    elif left[:1] and left[0].word == "每" and any(t.value is not None for t in left):
        words = [*takewhile(lambda t: t.letter != "w", left)]  # 每培训1人给予茶企(奖励1万元)
    elif _told(given) and (closed if given[-1].letter == "d" else alone):
        words = given  # 首次入选的给予(20万元奖励), 通过复评的茶厂给予(1万元奖励)
    elif at >= 0:  # 鼓励上市,对上市的茶厂奖励(9万元), 对新办茶厂按投资额(10%补助)
        by = next((i for i, t in enumerate(left) if i > at and t.word in BY), at)
        words = [] if not words or any(t.letter == "d" for t in left[at:by]) else left[at:by]
    if not any(t.letter == "d" for t in frame.left) and (not words or words[0].word not in {*OPENED, "每"}):
        served = _served(frame.tokens[: frame.begin])
        both = served + words * bool(words and words[-1].letter == "d")  # 对新办的企业,满十年的
        words = both if len(text_of(both)) <= LONGEST else served
    granted = any("grant" in t.roles for t in (*frame.left, *frame.right))
    opened = bool(words) and words[0].word in (OPENED if granted else {"对"})
    if opened and len(text_of(words)) > LONGEST:  # 对同时达到...的企业
        words = words[max(i for i, t in enumerate(words[:-1]) if t.letter == "d" or not i) :]
    text = pattern("handed").sub("", pattern("numbered").sub("", text_of(words[opened:])))
    told = words and (opened or words is given or words[0].word[0] == "每" or words[-1].letter == "d")
    return text if told and len(text) <= LONGEST else ""


def _told(words):
    """Whether words say in what case, or name things with what is said of them (通过复评的茶厂)."""
    at = max((i for i, t in enumerate(words) if t.letter == "d"), default=0)
    if not at or (words[0].letter == "p" and words[0].word != "通过"):
        return False
    how = words[-1].word[-1] in "式则序"  # 采取后补助的方式
    return not how and all(t.letter in "nbgs" for t in words[at + 1 :])


def _served(tokens):
    """Words of the last clause of a sentence that says for whom something holds (对认定的企业,), if it has no value."""
    at = max((i for i, t in enumerate(tokens) if t.word == "对"), default=len(tokens))
    begin = max((i + 1 for i, t in enumerate(tokens[:at]) if t.letter in ",;:.x"), default=0)
    if any(t.letter not in "nsgbml" for t in tokens[begin:at]):  # 加大对企业的支持
        return []
    words = tokens[at : next((i for i in range(at, len(tokens)) if tokens[i].letter in ",;:."), at)]
    return [] if any(t.letter in "Q;" for t in tokens[at:]) else words


def list_before(frame):
    """Words of the clause before that of a value, after the verb that opens it; none where it has a value."""
    return list(dropwhile(lambda t: t.letter in "wlm", _words_before(frame)))


def clause_before(frame):
    """Subject of the clause before that of a value, if that has no value."""
    words = takewhile(lambda t: "often" not in t.roles, list_before(frame))
    return read_phrase([*words], longest=LONGEST_LIST).words
