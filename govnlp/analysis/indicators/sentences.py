"""Names of the values of a sentence, run by run: values of a list, values of one list in common, single ones."""

import re
from itertools import dropwhile, pairwise

from govnlp.analysis.indicators.apart import tell_apart
from govnlp.analysis.indicators.endings import ending_of
from govnlp.analysis.indicators.frames import find_frames
from govnlp.analysis.indicators.lists import ADDED
from govnlp.analysis.indicators.members import members_of
from govnlp.analysis.indicators.naming import direction_of, made_of, name_one
from govnlp.analysis.indicators.patterns import pattern
from govnlp.analysis.indicators.slots import Slots
from govnlp.analysis.indicators.state import State, clause_after, clause_before, list_before, nearby
from govnlp.analysis.indicators.tokens import ends, having, letters_of, text_of, tokenize
from govnlp.numerals import to_number

BOUNDS = ("以上", "以下", "左右", "以内", "上下")
LINKS = re.compile("[、和]")
YEARS = "零一二三四五"


def name_all(text, start, stop, quantities):
    """Named values of a sentence.

    Parameters
    ----------
    text : str
        Half-width text of a block.
    start, stop : int
        Where the sentence begins and ends.
    quantities : list of Quantity
        Those of the sentence.

    Returns
    -------
    list of Named

    Examples
    --------
    >>> from govnlp.analysis.indicators.quantities import find_quantities
    >>> text = "城镇和农村居民人均可支配收入分别增长5.7%和8.5%"
    >>> [n.name for n in name_all(text, 0, len(text), find_quantities(text))]
    ['城镇居民人均可支配收入增速', '农村居民人均可支配收入增速']
    """
    begin, stop = nearby(text, start, quantities[0].start), clause_after(text, quantities[-1].end, stop)
    tokens = tokenize(text, begin, stop, quantities)
    state, named = State(text, start), []
    for run in _joined_runs(find_frames(tokens, quantities, text)):
        state.enter(run[0])
        named += _name_run(run, state)
    return tell_apart([n for n in named if n.name and not _says_nothing(n, text)])


def _joined_runs(frames):
    """Frames in runs: values that nothing but 、 and 和 parts (348项、191项和498项)."""
    runs = []
    for f in frames:
        if runs and _is_joined(f, runs[-1]):
            runs[-1].append(f)
        else:
            runs.append([f])
    return runs


def _is_joined(b, run):
    """Whether a value only goes on from the last one of a run."""
    a = run[-1]
    between = [t for t in b.tokens[a.at + 1 : b.at] if t.tag != "bracket"]  # 70万元(累计)、50万元(累计)
    each = not run[0].phrase.signs.isdisjoint(having("each"))
    alike = between and (between[0].letter != "," or a.quantity.unit == b.quantity.unit)
    moved = b.phrase.change and run[0].phrase.change and all(t.letter in "rfl" for t in between[1:])
    if each and alike and moved:
        between = between[:1]  # 分别增长3%、下降2%
    if len(between) != 1 or between[0].letter not in "ic,":
        return False
    if between[0].letter == "," and b.right:
        return False
    if a.phrase.change and having("levelled").intersection(b.quantity.marks):
        return False  # 净增9户、突破80户
    if b.quantity.unit == "位":
        b.quantity.kind = a.quantity.kind
    if each:
        return True
    same = a.quantity.kind == b.quantity.kind and a.quantity.unit_base == b.quantity.unit_base
    return same and not (b.things and b.quantity.kind == "count")


def _says_nothing(n, text):
    """Whether a name is none, or a value only ends what tells how often something is done (每半年召开1次)."""
    start, q = n.frame.tokens[n.frame.begin].start, n.frame.quantity
    often = q.unit == "次" and pattern("how often").search(text, start, q.end)
    return often or pattern("says nothing").fullmatch(n.name)


def _name_run(run, state):
    """Named values of a run, each with its own member of the list before it where there are as many."""
    first, phrase = run[0], run[0].phrase
    if first.former and not phrase.words:
        phrase.words = clause_before(first)  # 人均收入,由5千元增加到7千元
    each = phrase.change and phrase.signs & having("each")
    if len(run) == 1 and (each or _of_all(first) or _ranks_all(first)):
        return _each_of(first, state)
    for f in run[:-1]:
        if f.quantity.unit_base == run[-1].quantity.unit_base:
            f.quantity.marks = f.quantity.marks or tuple(x for x in run[-1].quantity.marks if x in BOUNDS)
    members = _members(run, state) if len(run) > 1 else None
    if len(run) > 1 and not members and _by_each(first, state):
        return _year_by_year(run, state)
    if not members:
        return [name_one(f, state, None if f is first else first) for f in run]
    made, before = [], (state.stem, state.owner, state.verb)
    change, level, run[-1].phrase.signs = phrase.change, phrase.level, phrase.signs
    former = run[-1].is_former()
    for f, member in zip(run, members, strict=True):
        state.stem, state.owner, state.verb = before
        if f.phrase.change:  # 分别增长3%、2%和下降5%
            change, level = f.phrase.change, f.phrase.level
        f.phrase.change, f.phrase.level, f.phrase.signs = change, level, phrase.signs
        f.phrase.whole = phrase.whole
        f.former = former or f.is_former()
        made.append(_name_member(f, member, state))
    return made


def _by_each(frame, state):
    """Whether a share is one of several that go with each of something (分别按投资额的2%、4%)."""
    end = frame.quantity.start
    return frame.quantity.kind == "share" and pattern("each by").search(state.text, state.start, end)


def _year_by_year(run, state):
    """Shares of a grant given one year after the other (2年内增收部分分别按60%、40%给予返还); else no values."""
    told = pattern("years of a grant").search(state.text, state.start, run[0].quantity.start)
    given = pattern("what is given").match(state.text, run[-1].quantity.end)
    if not (told and given) or to_number(told["n"]) != len(run):
        return []
    names = [f"第{YEARS[i]}年{told['of']}{given[1]}比例" for i in range(1, len(run) + 1)]
    return [made_of(f, name, None, "member") for f, name in zip(run, names, strict=True)]


def _of_all(frame):
    """Whether the value is that of each of those named before (均达100%, 各1户; not 各县1户)."""
    both = [t for t in frame.left if "both" in t.roles or t.word[0] == "均"]
    following = frame.tokens[frame.tokens.index(both[-1]) + 1] if both else None
    return bool(both) and (both[-1].word != "各" or following.letter not in "nbgs")


def _ranks_all(frame):
    """Whether a rank is that of each measure listed before it (茶叶产量、出口额居全省第一)."""
    words = [t for t in frame.phrase.words if t.letter not in "ksl"]
    if frame.quantity.kind != "rank" or all(t.letter != "i" for t in words):
        return False
    listed = {x + tail for x in LINKS.split(text_of(words)) for tail in ("", words[-1].word)}
    members = members_of(words) or [""]
    return all(m in listed and m.endswith(ends("bare", "ending", "pace")) for m in members)


def _members(run, state):
    """What the values of a run belong to, one by one: listed with them, in the clause before, named last; or None."""
    first, phrase, n, slots = run[0], run[0].phrase, len(run), Slots(run[0], state)
    words, common = _list_words(first)
    if told := slots.gaps(n) or _parted(first, n):
        return told
    named = [name for _, name in state.names[-n:]]
    at = next((i for i, t in enumerate(phrase.words) if t.letter == "e"), len(phrase.words))
    if others := members_of(phrase.words[at + 1 :], n):  # (增长7%,)分别高于全国、全省0.4、1.8个百分点
        ahead = text_of(phrase.words[:at]) or state.ranked or slots.latest
        return [ahead + phrase.words[at].word + x for x in others]
    granted = text_of(run[-1].things)  # 分别给予3万元、2万元奖励
    common = granted if granted.endswith(ends("grant")) else common
    if _by_each(first, state) and (award := Slots(run[-1], state).award):  # 分别按投资额的2%、4%给予补助
        common = award + "比例"
    found = members_of(words, n)
    if found:
        return [m if m.endswith(common) else m + common for m in found]
    listed = (_summed_up(x, phrase.words, n) for x in (first.left, list_before(first)))
    if summed := next(filter(None, listed), None):
        return summed
    if first.quantity.kind == "rank":  # 分别居全省第4、第2位
        own = [t for t in words if t.letter not in "ksl"]
        if own and all(t.letter == "b" or "pace" in t.roles for t in own):  # 产值增长3%、2%,总量居第4、第2位
            named = [pattern("pace").sub("", x) + text_of(own) for x in named]
        return named if len(named) == n else None
    if not phrase.signs.isdisjoint(having("each")):
        apart = len(state.group) == len(set(state.group))  # not 团队28批次、3万人次
        if apart and n == len(state.group) and all(t.letter in "ba" for t in phrase.words):
            return [slots.all_of(x) + phrase.text for x in state.group]  # 小学5所、初中3所,新增学位分别为...
        ways = clause_before(first), list_before(first)
        sized = any(t.value is not None for t in ways[1])  # 年产量达到1吨、2吨的茶场,分别给予
        ways = [x for x in ways[:: -1 if sized else 1] if any(t.letter not in "tic" for t in x)]
        before = [x[x[0].word == "对" :] for x in ways]
        found = words and next(filter(None, (members_of(x, n) for x in before)), None)
    if found:  # 开展A和B计划,分别培训3人、5人
        return [x + (common or text_of(words)) for x in found]
    each = phrase.signs & having("each")
    fulfilled = slots.kind == "share" and each and slots.yardstick
    beside = [t for t in phrase.words if "pace" not in t.roles]
    if fulfilled or (phrase.words and phrase.words[0].letter == "z"):  # 面积3亩,产值5万元,分别占全县的4%和6%
        levels = (pattern("pace").sub("", _without_change(name)) for _, name in reversed(state.names))
        named = [x + (fulfilled or phrase.text) for x in dict.fromkeys(levels)][n - 1 :: -1]
    elif each and (not beside or beside[0].letter == "e") and all(x.endswith(ends("pace")) for x in named):
        # 分别增长3%、2%,分别高于全省1个和2个百分点
        named = [slots.paced_as(x) + text_of(beside) for x in named]
    elif phrase.words:  # 三次产业贡献率分别为9%、...,分别拉动经济增长0.1、...
        sectors = [pattern("of a sector").match(x) for _, x in state.names[-n:]]
        return [m[0] + phrase.text for m in sectors] if each and len(named) == n and all(sectors) else None
    elif phrase.change:  # 分别完成预算的98%、97%,分别增长3%、2%
        named = [_without_change(x) for x in named]
    return [slots.all_of(x) for x in named] if len(named) == n else None


def _parted(frame, n):
    """Members that commas part, the last of which is a list itself (茶业,竹业,木材、藤器加工业分别...), or []."""
    clauses = [[]]
    for t in frame.tokens[: max(0, frame.begin - 1)]:
        clauses = [*clauses, []] if t.letter == "," else [*clauses[:-1], [*clauses[-1], t]]
    before = [text_of(x) for x in clauses[1 - n :] if x and not letters_of(x).strip("nbgic")]
    return [*before, frame.phrase.text] if 1 < len(before) == n - 1 else []


def _summed_up(words, own, n):
    """As many members as 等 sums up in a word for all (茶叶、竹器等传统行业产值分别增长3%、2%), or []."""
    at = next((i for i, t in enumerate(words) if "others" in t.roles), 0)
    items = LINKS.split(text_of(dropwhile(lambda t: t.letter not in "nbg", words[:at])))
    whole = next((t for t in words[at + 1 :] if t.word.endswith(ends("collective"))), None)
    if len(items) != n or not whole:
        return []
    tail = text_of([t for t in own if t.start > whole.start and t.letter not in "lmw"])
    called = max((w for w in ends("collective") if whole.word.endswith(w)), key=len)
    return [x + called * (x[-1] != called[-1]) + tail for x in items]


def _without_change(name):
    """What a name is of that says how much more it was, or what part of an aim."""
    return pattern("more or less").sub("", name)


def _list_words(frame):
    """Words that may list the members of a run (subject or clause before), and those after 分别, which all share."""
    words = frame.phrase.words  # 分别高于全省1和2个百分点
    beyond = [t for a, t in pairwise(words) if a.letter == "e"]
    words = [t for t in words if t.letter not in "ks" or "whose" in t.roles or t in beyond]
    by = next((i for i, t in enumerate(words) if t.word in ("按", "按照")), None)
    words = words[:by] or words  # A、B档次(按照总分)
    each = next((i for i, t in enumerate(frame.left) if "each" in t.roles), len(frame.left))
    after = frame.left[each + 1 :]  # (新增就业、再就业)分别(完成年度目标)
    common = [t for t in words if any(t is x for x in after)]
    if not common or len(common) == len(words):
        return words or clause_before(frame), ""
    return words[: len(words) - len(common)], text_of(common)


def _name_member(frame, member, state):
    """A value of a list named after its member."""
    slots = Slots(frame, state)
    if slots.kind == "rank":
        state.ranks.append(member + slots.among + "排名")
        return made_of(frame, state.ranks[-1], None, "member")
    if slots.kind == "places":
        return made_of(frame, member + slots.moved + "位次", direction_of(slots, member), "member")
    owned = state.owner + member if member in having("bare") else member
    verb = slots.change if slots.change in ADDED else slots.shared
    stem = owned if owned.startswith(verb) else verb + owned
    name = stem + ending_of(slots, stem)
    state.stem, state.last = stem, name
    state.names.append((state.run, name))
    return made_of(frame, name, direction_of(slots, name), "member")


def _each_of(frame, state):
    """One value that each member of a list has (均达100%, 均居第2位, 各1户)."""
    slots = Slots(frame, state)
    words = [t for t in frame.phrase.words if t.letter not in "ksl"]
    members, several = members_of(words) or [], False
    if not words and state.names:
        members = [n for run, n in state.names if run == state.names[-1][0]]
        several = len(members) > 1
        if not several:
            members = [n for _, n in state.names if not n.endswith(ends("pace"))][-2:]
    elif not members and all(t.letter == "b" for t in words):
        members = [n for _, n in state.names if n.endswith(text_of(words))]
    if len(members) < 2 or not (words or several or slots.kind == "rank" or "分别" in frame.phrase.signs):
        return [name_one(frame, state)]
    if words and all(t.letter in "bic" for t in words):  # 总量和占比均居第二, 办结率、满意率均为100%
        owner = "、".join(state.group) if len(state.group) > 1 else state.owner
        members = [m if m in owner else owner + m for m in members]
    if slots.kind == "rank":
        return [made_of(frame, m + slots.among + "排名", None, "each member") for m in members]
    names = [slots.shared + m + ending_of(slots, m) for m in members]
    state.names += [(state.run, name) for name in names]
    state.stem = state.last = text_of(words)
    return [made_of(frame, name, direction_of(slots, name), "each member") for name in names]
