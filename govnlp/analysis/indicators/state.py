"""What the clauses of a sentence hand on: its topic, the subject, owner and verb before, the names given so far."""

import re

from govnlp.analysis.indicators.phrases import clean, read_phrase
from govnlp.analysis.indicators.tokens import text_of

BREAK = re.compile("[,;]")
LONGEST_LIST = 90  # characters of a clause that lists what the next one counts
CLAUSES = 3  # clauses of a sentence up to its first value that are read


class State:
    """What the clauses of a sentence leave for the next: subject, owner, verb, names."""

    def __init__(self, start):
        self.start = start
        self.stem = self.owner = self.verb = self.head = self.things = self.unit = self.count_unit = (
            self.topic
        ) = self.last = self.noun_before = ""
        self.counted = self.among = False
        self.ranks, self.group = [], []  # names of ranks; things counted by the last list
        self.names = []  # (run, name) of levels and changes, for the ranks that follow

    def owner_of_bare(self, noun):
        """Owner of a bare measure that is ranked: 增速 of the subject, 总量 of the things."""
        return self.stem if noun not in self.stem else ""

    def keep(self, slots, kept):
        """Remember what a value was named after."""
        words = slots.words
        if kept:
            self.stem = kept
        if slots.frame.things and slots.things and kept.endswith(slots.things):
            self.things, self.head = slots.things, slots.frame.things[-1].word
            self.owner = kept
        elif words and kept == slots.shared + slots.subject:
            acts = len(slots.acts) if len(slots.acts) < len(words) else 0
            self.things, self.head = text_of(words[acts:]), words[-1].word
            shares = next((i for i, t in enumerate(words) if t.letter == "z" and i), None)
            bare = next(
                (i for i, t in enumerate(words) if all(x.letter == "b" for x in words[i:]) and i), None
            )
            owner = (
                words[:bare] if bare and words[-1].letter == "b" and "owner" not in words[-1].roles else words
            )
            owner = words[:shares] if shares else owner  # 服务业占生产总值的比重
            if words[-1].word != "率" or len(words) > 2:  # 自动化率 has no owner
                self.owner = slots.shared + text_of(owner)
        elif kept and kept not in self.owner and not kept.startswith(self.owner or "\0"):
            self.owner = kept
        if slots.quantity.unit_base == "人次" and slots.acts:  # visitors earn nothing
            self.owner = ""
        self.among = slots.among_them or (self.among and slots.frame.item)
        if slots.kind == "count":
            chosen = kept if words and "selector" in words[0].roles else self.things  # 新签约项目
            self.count_unit = slots.quantity.unit_base
            self.group = [*(self.group if slots.frame.item else []), chosen]
        self.unit, self.counted = slots.quantity.unit_base, slots.kind == "count"


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


def topic_of(tokens, frame):
    """Noun that opens a sentence whose value comes in a later clause (粮食产量屡创新高,达到30万吨), or ""."""
    if not frame.begin:
        return ""
    words = []
    first = max((i + 1 for i, t in enumerate(tokens[: frame.begin - 1]) if t.word == ":"), default=0)
    for t in clean(tokens[first : frame.begin - 1][:24]):
        said = words and t.tag in ("i", "l") and len(t.word) > 3  # 再创新高
        noun = words and t.letter in "da" and (t.tag != "v" or "common" in t.roles)
        if said or (t.letter not in "nbgic" and not noun):
            break
        words.append(t)
    while words and words[-1].letter in "icd":
        words.pop()
    return text_of(words) if len(text_of(words)) > 3 else ""


def noun_before(tokens, frame):
    """Things at the end of the clause before, which own a bare measure (优化重点产业链,营收规模达到220亿元), or ""."""
    at, words = frame.begin - 2, []
    while at >= 0 and tokens[at].letter in "nbg" and len(words) < 4:
        words.insert(0, tokens[at])
        at -= 1
    while words and words[0].tag == "m":
        words = words[1:]
    return text_of(words) if words and frame.first else ""


def clause_before(frame):
    """Subject of the clause before that of a value, if that has no value."""
    tokens, words = frame.tokens[: max(0, frame.begin - 1)], []
    cut = max((i + 1 for i, t in enumerate(tokens) if t.letter in ",;:."), default=0)
    if not any(t.letter == "Q" for t in tokens[cut:]):
        words = read_phrase(tokens[cut:], longest=LONGEST_LIST).words
    return words


def list_before(frame):
    """Words of the clause before that of a value, as they stand, after the verb that opens it."""
    tokens = frame.tokens[: max(0, frame.begin - 1)]
    words = tokens[max((i + 1 for i, t in enumerate(tokens) if t.letter in ",;:."), default=0) :]
    while words and words[0].letter in "wlm":
        words = words[1:]
    return [] if any(t.letter == "Q" for t in words) else words
