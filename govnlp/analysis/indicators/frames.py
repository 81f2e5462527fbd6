"""Frames: each value of a sentence with the words before and after it, in runs of values that share their words."""

import re
from bisect import bisect_left
from dataclasses import dataclass, field
from itertools import takewhile

from govnlp.analysis.indicators.patterns import pattern
from govnlp.analysis.indicators.phrases import OPENING, read_phrase
from govnlp.analysis.indicators.sizes import mark_sizes
from govnlp.analysis.indicators.things import part_place, read_things, without_measure
from govnlp.analysis.indicators.tokens import dash_of, ends, having, letters_of, settle, text_of

VALUE, BREAK = re.compile("Q"), re.compile("[,;.]|:(?!Q)")  # letters of values, and of what ends a clause
MOVED = re.compile("(?:d.{0,2})?[rf]")  # letters of words behind a value that say that it changed
STATED = 4  # words that say of counted things how they rank or change
MOVING = {"将", "把"}
SERVING = {"对", "为", "向"}  # words that open a clause with whom it serves
FIELDS = ("领域", "方面")  # words that sum up a list of where something is done
CAME = 4  # words near a value that say that a change sets out from it


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
    former: bool = False

    def read(self):
        """Read the phrases around the value."""
        kind, right = self.quantity.kind, self.right
        counts = right and (right[0].letter in "nbagvd" or "negation" in right[0].roles)
        counted = kind == "count" and bool(counts)
        listed = self.left and self.left[-1].letter == "i"  # 机场、(15万千瓦风能开发)
        left = _of_things(self.left) if counted or listed else self.left
        if kind in ("rank", "places"):
            at = next((i for i, t in enumerate(left) if i and t.word == "在"), None)
            left = left[:at] + [t for t in left[at + 1 :] if t.word not in ("中", "里")] if at else left
        came = next((i + 1 for i, t in enumerate(left) if i and t.word == "由"), 0)
        plain = all(t.letter in "nabvtdl" and "per" not in t.roles for t in left[came:])
        if came and plain and any("to" in t.roles or t.word == "为" for t in right):
            left = left[:came]  # 税收由年初预算的(900万元)调整为700万元
        if left[1:] and left[-1].word[-1] == "有" and any(t.word in ("唯一", "首个", "首家") for t in left):
            left = []  # 成为全市唯一拥有(两个保税区的)城区
            self.right = right = [*takewhile(lambda t: t.letter != "d", right)]
        if not (self.first or self.item) and self.tokens[self.begin].word in SERVING:
            left = [self.tokens[self.begin], *left]  # 为5名学生发放(补助3万元)
        left, whole, bound = _parted(left) if kind == "share" else (left, "", ())
        self.quantity.marks += bound
        self.phrase = phrase = read_phrase(left, counted)
        phrase.whole = whole
        if counted and phrase.words and phrase.words[-1].letter in "rf":
            phrase.words[-1].letter = "a"
        changes = MOVED.fullmatch(letters_of(right)) and "to" not in right[-1].roles
        changes = changes and (len(right) < 2 or self.quantity.unit == "%")  # not 高出2个百分点的增速
        changes = changes and not self._goes_on()
        # 保持40%以上增长, 9%的较快增速; not 占全市40%的茶业增长5%
        if changes and kind == "share" and not (phrase.change or self.compared):
            phrase.change, self.right = right[-1], []
        if kind == "ordinal":  # (第4个)里程突破600公里的城市
            clause = self.tokens[self.at + 1 : self.end]
            right = clause[max((i + 1 for i, t in enumerate(clause) if t.letter == "d"), default=0) :]
        else:
            right = self.right[bool(kind == "duration" and right and right[0].word == "时间") :]
        of_each = next((i for i, t in enumerate(right) if "per" in t.roles), None)
        measured = of_each is not None and self.quantity.unit_base != "元" and self._goes_on()
        right = right[:of_each] if measured else right  # 2万人|人均收入3千元
        last = left[-1] if left else None
        done = last and last.letter in "aw" and last.roles.isdisjoint(("pivot", "clause"))
        light = not phrase.words and any(t.letter == "w" for t in left[:2])
        self.things, self.rest = read_things(right, done or light)
        if counted and last is not None and last.word == "在":
            self.things, done = part_place(self.things)
            self.rest = done + self.rest
        paced = self.things and "pace" in self.things[0].roles
        if kind == "count" and paced and not phrase.words:  # 8项增速高于全省
            self.things, self.rest = [], right
        self.former = self.is_former()
        return self

    def _goes_on(self):
        """Whether the words after the value go on to another one."""
        return letters_of(self.tokens[self.at + 1 :][len(self.right) :][:1]) == "Q"

    def share_head(self, following):
        """Take the head that only the next item carries (11个煤层气、5个页岩气项目)."""
        if not (following.item and self.quantity.unit == following.quantity.unit):
            return
        head = following.things[-1:]
        if len(self.things) != 1:
            return
        own = self.things[0]
        first = following.things[:1]
        if first and own.letter == first[0].letter and (own.letter == "g" or own.tag == first[0].tag == "b"):
            self.things = [own, *following.things[1:]]  # 1个国家级、40个省级示范园区
            return
        headed = len(following.things) > 1 and "head" in head[0].roles
        if headed and own.value is None and not own.word.endswith(ends("head", "owner", "person")):
            self.things = [own, *head]

    @property
    def stated(self):
        """What is said of counted things by a rank or a change (6项指标排名第一, 5项指标二季度正增长)."""
        of = self.quantity.kind == "count" and self.rest
        if not of or not (self.things or of[0].letter == "k" or "pace" in of[0].roles):
            return []
        words = self.rest[: next((i for i, t in enumerate(self.rest) if t.letter == "i"), None)]
        if not 1 < len(words) <= STATED:
            return []
        value = next((t for t in self.tokens[self.at + 1 : self.end] if t.letter == "Q"), None)
        if "k" in letters_of(words[: 1 + ("pace" in words[0].roles)]):
            among = letters_of(words[:-1]) == "ks"  # 位居全省前列
            return [*words, value] if value else words * among
        exceeds = "pace" in words[0].roles and (words[1].letter == "e" or "quicken" in words[1].roles)
        return words if (words[-1].letter in "rf" or exceeds) and not value else []

    @property
    def compared(self):
        """Whether the value is that of another time (较上年28899万元增长, 较2020年同期的93%提高)."""
        at = max((i for i, t in enumerate(self.left) if t.word in ("比", "较")), default=len(self.left))
        then = self.left[at + 1 :]
        return any(t.letter == "t" for t in then) and all(t.letter in "td" or t.word == "同期" for t in then)

    def is_former(self):
        """Whether a change sets out from the value (由3天缩短到1天, 比2016年的3万人增长)."""
        following = self.tokens[self.end + 1 : self.end + 2]  # 由1亿元,增长到2亿元
        right = self.right[:CAME] or [t for t in following if t.letter in "rf"]
        if right and self.compared:
            return right[0].letter in "rf"
        came = any("from" in t.roles for t in self.left[-CAME:]) or self.phrase.signs & having("from")
        made = not self.left or self.left[-1].letter not in "av"  # not 由企业捐资(300万元)建设为图书馆
        return bool(came) and any(
            t.roles & {"to", "ranked"} or (made and t.word in ("为", "成")) for t in right
        )

    @property
    def stop(self):
        """Where the clause ends in the text."""
        return self.tokens[self.end].start if self.end < len(self.tokens) else self.tokens[-1].end


def _of_things(left):
    """Words before a value that counts what follows it, without a place and a list of examples."""
    if left and left[0].word in MOVING and pattern("areas").fullmatch(text_of(left[1:])):
        return left[:1]  # 将临溪县6个镇纳入
    while len(left) > 1 and (
        left[-1].letter == "s" or (left[-1].word == "共" and "others" in left[-2].roles)
    ):
        left = left[:-1]  # 托管区内193个小区; 甲厂、乙厂等共9家企业
    fields = max((i for i, t in enumerate(left[:-1]) if "others" in t.roles), default=0)
    if fields and left[-1].word in FIELDS and all(t.letter == "n" for t in left[fields + 1 :]):
        left = left[: fields + 1]  # 医疗、养老等重点领域(20个共建项目)
    if not left or not (left[-1].letter in "cdi" or "others" in left[-1].roles):
        return left
    first = next((i for i, t in enumerate(left) if t.letter not in "lmtops"), 0)
    opening = left[first : first + 1] if "others" in left[-1].roles else left[:OPENING]
    verbs = [t for t in opening if t.letter in "aw" and left[-1].letter != "d"]
    return verbs[:1]  # 柳源发电、望溪制袜等9个项目


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
    letters, said = letters_of(tokens), text[tokens[0].start : tokens[-1].end]
    marks, breaks = ([m.start() for m in sign.finditer(letters)] for sign in (VALUE, BREAK))
    if "依次" in said:
        breaks = sorted([*breaks, *(i for i, t in enumerate(tokens) if t.word == "依次")])
    breaks = [-1, *breaks, len(tokens)]
    bounds = {i: (breaks[b - 1] + 1, breaks[b]) for i in marks for b in (bisect_left(breaks, i),)}
    marks = mark_sizes(tokens, marks, bounds, quantities, text)
    settle(tokens, quantities, text)
    frames = []
    for k, i in enumerate(marks):
        begin, end = bounds[i]
        before = marks[k - 1] + 1 if k and marks[k - 1] >= begin else begin
        after = marks[k + 1] if k + 1 < len(marks) and marks[k + 1] < end else end
        left, item = _own_left(tokens[before:i], before > begin)
        right = _own_right(tokens[i + 1 : after], after < end)
        quantity = quantities[tokens[i].value]
        frames.append(Frame(quantity, tokens, i, left, right, begin, end, before == begin, item).read())
    for f, following in zip(frames[-2::-1], frames[:0:-1], strict=True):
        _share(f, following)
    told = [t for f in frames if not f.things for t in f.stated[-1:]]
    return [f for f in frames if tokens[f.at] not in told]  # 指标增长,其中6项居(全省第一)


def _share(f, following):
    """Take from the next value of a clause the things that both count, and leave it what only it measures."""
    f.share_head(following)
    counts = f.quantity.kind == following.quantity.kind == "count"
    if following.at == f.at + 1 and counts and f.quantity.unit_base != following.quantity.unit_base:
        f.things = following.things = following.things or following.rest  # 86户273人的搬迁
        f.rest = following.rest = []
    whose = letters_of(f.right) == "d" and following.quantity.kind == "count"
    if whose or (f.quantity.unit == "条" and following.quantity.unit == "公里" and not f.right):
        f.things = f.things or following.things  # 投资600万元的8个项目; 8条、12.3公里道路
    granted = f.quantity.unit_base == following.quantity.unit_base == "元"
    if following.item and not f.right and (f.quantity.kind == "duration" or granted):
        f.things, f.right = following.things, following.right  # 3年、每年5000元的租金补贴; 2万元、1万元奖励
    measured = f.things and f.things[0].letter == "b" and following.right and following.right[0].letter == "d"
    if measured and not following.item:
        f.things = following.things  # 9个总投资84亿元的项目
    apart = following.begin == f.begin and following.left and not following.item
    same = apart and f.quantity.kind in ("count", "share")
    if same and f.things and f.quantity.unit not in ("类", "项"):
        f.things = without_measure(f.things)
    if following.item and f.things and all(t.value is not None for t in f.things):
        f.things = f.things + [t for t in following.things if t.value is None]  # 10个过百亿、20个过50亿项目


def _own_left(between, inside):
    """Words before a value that are its own, and whether it is an item of a list that goes on."""
    if not inside or not between:
        return between, False
    between = between[dash_of(between) :] or between
    at = next((k for k, t in enumerate(between) if t.letter == "i"), None)
    if at is not None:
        others = "others" in between[-1].roles  # (22个项目中)物流园、茶厂等(14个项目)
        return ([], False) if others else (between[at + 1 :], True)
    if between[-1].letter == "c":
        return [], True
    if between[-1].word == "中":  # 24个行业中(15个实现增长)
        return [], False
    # 在13个事项基础上(新增5项)
    on = next((k for k, t in enumerate(between) if t.word == "上"), -1)
    return (between[1:], True) if between[0].letter == "c" else (between[on + 1 :], False)


def _own_right(between, inside):
    """Words after a value up to the item of the next one."""
    if not inside or not between:
        return between
    others = "others" in between[-1].roles  # 4家先进单位和王大明等(15名先进个人)
    at = next((k for k, t in enumerate(between) if t.letter in ("ic" if others else "i")), None)
    if others or at is not None:
        return between[:at]
    return between[:-1] if between[-1].letter == "c" else between


def _parted(tokens):
    """Words before a share up to a bound, the whole that it is part of (不超过|总人数|的三成), or "", and the bound."""
    of = bool(tokens) and tokens[-1].letter == "d"
    same = of and tokens[-2:][0].letter in "nbv"
    at = max((i for i, t in enumerate(tokens) if "reach" in t.roles or (same and t.word == "为")), default=0)
    whole = tokens[at + 1 : len(tokens) - of]
    total = whole[1:] and "total" in whole[-1].roles and "exceed" not in tokens[at].roles  # 不超过职工总数20%
    beyond = "tzs" if same and tokens[at].word == "为" else "tz"  # 为全国的80%
    if not at or not (of or total) or any(t.letter in beyond for t in whole):
        return tokens, "", ()
    begin = at - (tokens[at - 1].word == "不得")
    bounded = tokens[begin].word[0] == "不" or "exceed" in tokens[at].roles
    return tokens[:begin], text_of(whole), (text_of(tokens[begin : at + 1]),) if bounded else ()
