"""Frames: each value of a sentence with the words before and after it, in runs of values that share their words."""

import re
from dataclasses import dataclass, field

from govnlp.analysis.indicators.phrases import ENDS, FROM, OPENING, read_phrase
from govnlp.analysis.indicators.sizes import is_size
from govnlp.analysis.indicators.things import read_things
from govnlp.analysis.indicators.tokens import ends, settle

HOUSEHOLDS = {"户", "人"}
BREAKS = frozenset(",;:.")
HAN = re.compile("[一-鿿]")
STATED = 4  # words that say of counted things how they rank or change


@dataclass(slots=True)
class Frame:
    """A value with its words before and after it in its clause, and the phrases that they make."""

    quantity: object
    tokens: list
    at: int
    left: list
    right: list
    begin: int
    end: int
    first: bool
    item: bool
    phrase: object = None
    things: list = field(default_factory=list)
    rest: list = field(default_factory=list)
    opened: str = ""
    former: bool = False

    def read(self):
        """Read the phrases around the value."""
        left, counted = (
            self.left,
            self.quantity.kind == "count" and bool(self.right) and self.right[0].letter in "nbagvd",
        )
        while (
            counted and len(left) > 1 and (left[-1].letter == "s" or left[-1].word in ("共", "共计", "总计"))
        ):
            left = left[:-1]  # 托管区内193个小区; 眼镜、校服等共136个批次
        if left and counted and (left[-1].word == "等" or left[-1].letter in "cd"):
            opened = next((t for t in left[:OPENING] if t.letter in "aw"), None)
            left = [opened] if opened and left[-1].letter != "d" else []
        if self.quantity.kind == "rank":
            at = next((i for i, t in enumerate(left) if i and t.word == "在"), None)
            left = left[:at] + [t for t in left[at + 1 :] if t.word not in ("中", "里")] if at else left
        self.phrase = read_phrase(left, counted)
        if counted and self.phrase.words and self.phrase.words[-1].letter in "rf":
            self.phrase.words[-1].letter = "a"
        if (
            not self.phrase.change
            and self.quantity.kind == "share"
            and self.right
            and self.right[0].letter in "rf"
            and len(self.right) == 1
            and "to" not in self.right[0].roles
        ):
            self.phrase.change, self.right = self.right[0], []
        self.opened = self.left[0].word if self.left else ""
        whole = any(t.letter == "w" for t in self.left[:2]) and (
            not self.phrase.words or self.left[-1].word == "等"
        )
        right = self.right
        if self.quantity.kind == "ordinal":  # (第4个)里程突破600公里的城市
            clause = self.tokens[self.at + 1 : self.end]
            right = clause[max((i + 1 for i, t in enumerate(clause) if t.letter == "d"), default=0) :]
        self.things, self.rest = read_things(right, whole)
        self.former = self.is_former()
        return self

    def share_head(self, following):
        """Take the head that only the next item carries (11个煤层气、5个页岩气项目)."""
        if not (following.item and self.quantity.unit == following.quantity.unit and len(self.things) == 1):
            return
        own, head = self.things[0], following.things[-1:]
        if (
            len(following.things) > 1
            and all(t.letter != "d" for t in following.things)
            and "head" in head[0].roles
            and not own.roles & {"head", "owner", "person"}
            and not own.word.endswith(ends("owner", "person", least=2))
            and own.value is None
        ):
            self.things = [own, *head]

    @property
    def stated(self):
        """What is said of counted things by a rank or a change (6项指标排名第一, 5项指标二季度正增长)."""
        words = [t for t in self.rest if t.letter != "x"]
        words = words[: next((i for i, t in enumerate(words) if t.letter == "i"), None)]
        if self.quantity.kind != "count" or not self.things or not 1 < len(words) <= STATED:
            return []
        values = [t for t in self.tokens[self.at + 1 : self.end] if t.letter == "Q"]
        if words[0].letter == "k":
            return [*words, values[0]] if values and values[0].start == words[-1].end else []
        return words if words[-1].letter in "rf" and not values else []

    def is_former(self):
        """Whether a change sets out from the value (由3天缩短到1天, 比2016年的3万人增长)."""
        compared = any(t.word in ("比", "较") for t in self.left[-3:-1]) and self.left[-2].letter == "t"
        if compared and self.right:
            return self.right[0].letter in "rf"
        came = self.phrase.has(FROM) or any(t.word in FROM for t in self.left[-4:])
        return came and any("to" in t.roles or t.word in ("为", "成") for t in self.right[:4])


def find_frames(tokens, quantities, text):
    """Frames of a sentence in order; sizes of things that are counted stay words.

    Parameters
    ----------
    tokens : list of Token
    quantities : list of Quantity
    text : str

    Returns
    -------
    list of Frame
    """
    marks = [i for i, t in enumerate(tokens) if t.letter == "Q"]
    breaks = [i for i, t in enumerate(tokens) if t.letter in BREAKS]
    breaks = [i for i in breaks if tokens[i].letter != ":" or i + 1 not in marks]
    breaks = [-1, *breaks, len(tokens)]
    _mark_sizes(tokens, marks, _bounds(marks, breaks), quantities, text)
    settle(tokens)
    marks = [i for i in marks if tokens[i].letter == "Q"]
    frames = []
    for k, (i, (begin, end)) in enumerate(zip(marks, _bounds(marks, breaks), strict=True)):
        before = marks[k - 1] + 1 if k and marks[k - 1] >= begin else begin
        after = marks[k + 1] if k + 1 < len(marks) and marks[k + 1] < end else end
        left, item = _own_left(tokens[before:i], before > begin)
        right = _own_right(tokens[i + 1 : after], after < end)
        quantity = quantities[tokens[i].value]
        frames.append(Frame(quantity, tokens, i, left, right, begin, end, before == begin, item).read())
    for f, following in zip(frames[-2::-1], frames[:0:-1], strict=True):
        _share(f, following)
    return frames


def _mark_sizes(tokens, marks, bounds, quantities, text):
    """Make words of the values that are sizes of what is counted."""
    for k, (i, (begin, end)) in enumerate(zip(marks, bounds, strict=True)):
        former = tokens[marks[k - 1]] if k and marks[k - 1] > begin else None
        latter = tokens[marks[k + 1]] if k + 1 < len(marks) and marks[k + 1] < end else None
        previous, following = (quantities[t.value] if t else None for t in (former, latter))
        left = former.end if former else tokens[begin].start
        stop = tokens[end].start if end < len(tokens) else tokens[-1].end
        if is_size(quantities[tokens[i].value], previous, following, text, left, stop):
            tokens[i].letter, tokens[i].tag = "n", "b"


def _share(f, following):
    """Take from the next value of a clause the things that both count, and leave it what only it measures."""
    f.share_head(following)
    if following.at == f.at + 1 and {f.quantity.unit_base, following.quantity.unit_base} == HOUSEHOLDS:
        f.things = following.things = following.things or following.rest  # 86户273人的搬迁
        f.rest = following.rest = []
    measured = f.things and all(t.letter == "b" for t in f.things) and following.right[:1]
    graded = not f.right and "级" in f.quantity.marks and following.item
    if graded or (measured and not following.item and following.right[0].letter == "d"):
        f.things = following.things  # 百亿级、五百亿级集群; 9个总投资84亿元的项目
    same = following.begin == f.begin and not following.item and f.quantity.kind == "count"
    if same and f.things and f.things[0].letter != "a" and f.quantity.unit not in ("类", "项"):
        f.things = _without_measure(f.things)
    if f.things and all(t.value is not None for t in f.things) and following.item and following.things:
        f.things = f.things + [t for t in following.things if t.value is None]  # 10个过百亿、20个过50亿项目


def _without_measure(things):
    """Counted things without a measure of theirs that the next value states (10个视频总浏览量超过500万人次)."""
    at = len(things)
    if things[-1].letter == "b" or things[-1].word.endswith(ENDS):
        at -= 1
        while at > 1 and (things[at - 1].letter in "abd" or things[at - 1].word == "总"):
            at -= 1
    return things[:at] or things


def _bounds(marks, breaks):
    """For each value, the first token of its clause and the break that ends it."""
    out, b = [], 0
    for i in marks:
        while breaks[b + 1] < i:
            b += 1
        out.append((breaks[b] + 1, breaks[b + 1]))
    return out


def _own_left(between, inside):
    """Words before a value that are its own, and whether it is an item of a list that goes on."""
    if not inside:
        return between, False
    at = next((k for k, t in enumerate(between) if t.letter == "i"), None)
    if at is not None:
        return between[at + 1 :], True
    if between and between[-1].letter == "c":
        return [], True
    if between and between[0].letter == "c":
        return between[1:], True
    return between, False


def _own_right(between, inside):
    """Words after a value up to the item of the next one."""
    if not inside:
        return between
    at = next((k for k, t in enumerate(between) if t.letter == "i"), None)
    if at is not None:
        return between[:at]
    return between[:-1] if between and between[-1].letter == "c" else between


def joined_runs(frames):
    """Frames in runs: values that nothing but 、 and 和 parts (348项、191项和498项)."""
    runs = []
    for f in frames:
        if runs and _is_joined(runs[-1][-1], f, runs[-1]):
            runs[-1].append(f)
        else:
            runs.append([f])
    return runs


def _is_joined(a, b, run):
    """Whether a value only goes on from the one before it."""
    between = b.tokens[a.at + 1 : b.at]
    if not between or any(t.letter not in "ic," for t in between) or len(between) > 1:
        return False
    if b.quantity.unit == "位" and a.quantity.kind in ("rank", "places"):
        b.quantity.kind = a.quantity.kind
    if between[0].letter == "," and (b.right and HAN.match(b.right[0].word)):
        return False
    each = run[0].phrase.has({"分别", "分别为", "分别达", "分别达到", "依次"})
    same = a.quantity.unit_base == b.quantity.unit_base and a.quantity.unit.endswith(
        "人口"
    ) == b.quantity.unit.endswith("人口")
    return (
        (a.quantity.kind == b.quantity.kind or each)
        and (same or each)
        and not (b.things and not each and b.quantity.kind == "count")
    )
