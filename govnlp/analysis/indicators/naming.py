"""Names of the values of a sentence, one after the other: what a clause does not say, the clauses before supply."""

import re
from dataclasses import dataclass
from functools import lru_cache

from govnlp.analysis.indicators.conditions import Slots
from govnlp.analysis.indicators.endings import PACES, ending_of
from govnlp.analysis.indicators.frames import find_frames, joined_runs
from govnlp.analysis.indicators.grammar import decide
from govnlp.analysis.indicators.members import members_of
from govnlp.analysis.indicators.phrases import BOTH, EACH
from govnlp.analysis.indicators.state import State, clause_after, clause_before, nearby, noun_before, topic_of
from govnlp.analysis.indicators.tokens import HAN, having, tag, text_of, tokenize

REACHED = re.compile("完成((?:年度|全年|本年)?(?:目标|计划|任务)+)(完成率)")
RATE = re.compile("(?<=数)(?:比[率例重]|占比)$")
TWICE = re.compile(r"([一-鿿]{2,})\1")
SHORT = 5  # characters of a name that says nothing without its clause (培训人次)
BOUNDS = ("以上", "以下", "左右", "以内", "上下")


@dataclass(slots=True)
class Named:
    """A value with its name, the direction of its change and the rule that named it."""

    quantity: object
    name: str
    direction: str | None
    rule: str
    begin: int
    left: int
    end: int
    inherited: bool = False
    former: bool = False
    time: str = ""
    frame: object = None


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
    frames = find_frames(tokens, quantities, text)
    state, named = State(start), []
    for number, run in enumerate(joined_runs(frames)):
        state.topic = topic_of(tokens, run[0]) if not state.stem else state.topic
        state.noun_before = noun_before(tokens, run[0])
        named += _name_run(run, state, text, number)
    return _apart([n for n in named if n.name])


def _name_run(run, state, text, number):
    """Named values of a run, each with its own member of the list before it where there are as many."""
    first = run[0]
    if first.former and first.first and not first.phrase.words:
        first.phrase.words = clause_before(first) or []  # 人均收入,由5千元增加到7千元
    phrase, each = first.phrase, first.phrase.has(EACH)
    if len(run) > 1 and first.quantity.kind == "rank" and not _ranked_list(phrase, len(run)):
        return _ranks(run, state, text, number)
    if len(run) == 1 and (
        any(t.word in BOTH or t.word[:1] == "均" for t in first.left) or (each and phrase.change)
    ):
        return _each_of(first, state, text, number)
    for f in run[:-1]:
        if f.quantity.unit_base == run[-1].quantity.unit_base:
            f.quantity.marks = f.quantity.marks or tuple(x for x in run[-1].quantity.marks if x in BOUNDS)
    words, common = _list_words(first, len(run))
    members = members_of(words, len(run)) if len(run) > 1 else None
    members = members and [m if m.endswith(common) else m + common for m in members]
    if len(run) > 1 and each and not members and words and all(t.letter in "aw" for t in words):
        listed = members_of(clause_before(first), len(run))  # 开展A和B计划,分别培训3人、5人
        members = listed and [x + text_of(words) for x in listed]
    if (
        each
        and not members
        and 1 < len(run) == len(state.group)
        and phrase.words
        and all(t.letter in "ba" for t in phrase.words)
    ):
        members = [x + phrase.text for x in state.group]  # 小学5所、初中3所,新增学位分别为...
    if first.quantity.kind == "places" and len(state.ranks) >= len(run) > 1:
        members = state.ranks[-len(run) :]
    elif len(run) > 1 and not members and not phrase.words and len(state.names) >= len(run):
        members = [n for _, n in state.names[-len(run) :]]
    if not members:
        return [_name_one(f, state, text, number, None if f is first else first) for f in run]
    made, before = [], (state.stem, state.owner, state.verb)
    for f, member in zip(run, members, strict=True):
        state.stem, state.owner, state.verb = before
        f.phrase.change, f.phrase.level, f.phrase.signs = phrase.change, phrase.level, phrase.signs
        made.append(_name_member(f, member, state, text, number))
    return made


def _ranked_list(phrase, n):
    return bool(members_of([t for t in phrase.words if t.letter not in "ks"], n))


def _list_words(frame, n):
    """Words that may list the members of a run: the subject, or the clause before where it has none."""
    words = [t for t in frame.phrase.words if t.letter not in "ks" or t.word in ("城镇", "农村", "城乡")]
    each = next((i for i, t in enumerate(frame.left) if t.word in EACH), None)
    after = frame.left[each + 1 :] if each else []  # (新增就业、再就业)分别(完成年度目标)
    common = [t for t in words if any(t is x for x in after)]
    if common and len(common) < len(words) and common[-1].letter != "b":
        words = words[: len(words) - len(common)]
    else:
        common = []
    return words or (clause_before(frame) if n > 1 else words), text_of(common)


def _name_member(frame, member, state, text, number):
    """A value of a list named after its member."""
    slots = Slots(frame, state, text)
    if slots.kind == "places":
        return _made(frame, member + slots.moved + "位次", _direction(slots, member), "member", state, number)
    if slots.kind == "rank":
        name = member + slots.among + "排名"
        state.ranks.append(name)
        return _made(frame, name, None, "member", state, number)
    owned = member
    if (
        all(w in having("bare") for w in (member,))
        and state.owner
        and member not in state.owner
        and frame.begin
    ):
        owned = state.owner + member
    verb = slots.shared if not owned.startswith(slots.shared or "\0") else ""
    verb = slots.change if slots.change in ("新增", "净增") and not owned.startswith(slots.change) else verb
    stem = verb + owned
    name = stem + ending_of(slots, stem)
    state.stem, state.last = stem, name
    state.names.append((number, name))
    return _made(frame, name, _direction(slots, name), "member", state, number)


def _each_of(frame, state, text, number):
    """One value that each member of a list has (均达100%, 均居第2位, 各1户)."""
    slots = Slots(frame, state, text)
    words = [t for t in frame.phrase.words if t.letter not in "ksl"]
    members = members_of(words) if words else None
    if not members and not words and state.names:
        run = state.names[-1][0]
        members = [n for r, n in state.names if r == run]
        if len(members) < 2 and slots.kind == "rank":
            members = [n for _, n in state.names][-2:]
    elif not members and slots.kind == "rank" and words and all(t.letter == "b" for t in words):
        bare = text_of(words)
        members = [n for _, n in state.names if n.endswith(bare)]
    if not members or len(members) < 2:
        return [_name_one(frame, state, text, number)]
    owner = "、".join(state.group) if len(state.group) > 1 else state.owner
    if words and all(t.letter in "bic" for t in words):  # 总量和占比均居第二, 办结率、满意率均为100%
        members = [m if m in owner else owner + m for m in members]
    if slots.kind == "rank":
        return [_made(frame, m + slots.among + "排名", None, "each member", state, number) for m in members]
    if not words:
        return [_name_one(frame, state, text, number)]
    made = []
    for m in members:
        verb = slots.shared
        name = verb + m + ending_of(slots, m)
        made.append(_made(frame, name, _direction(slots, name), "each member", state, number))
        state.names.append((number, name))
    state.stem = state.last = text_of(words)
    return made


def _ranks(run, state, text, number):
    """Ranks of what was named before, in order (分别居全省第4、第2位)."""
    names = [n for _, n in state.names[-len(run) :]]
    if len(names) < len(run):
        return [_name_one(f, state, text, number, None if f is run[0] else run[0]) for f in run]
    among = Slots(run[0], state, text).among
    return [
        _made(f, n + among + "排名", None, "member", state, number) for f, n in zip(run, names, strict=True)
    ]


def _name_one(frame, state, text, number, like=None):
    """A value named by the grammar; `like` is the frame before it whose words it shares."""
    if like is not None:
        frame.phrase = like.phrase
        frame.things, frame.rest = frame.things or like.things, frame.rest or like.rest
    slots = Slots(frame, state, text)
    letters = "".join(t.letter for t in slots.words)
    rule = decide(slots, letters, "".join(t.letter for t in frame.right))
    stem = _balanced(rule.name.format_map(slots))
    if frame.phrase.per and frame.phrase.per not in stem and slots.words:
        stem = frame.phrase.per + stem
    own = slots.words or (slots.things and stem.startswith(slots.things))
    if slots.change in ("新增", "净增") and (own or slots.kind == "count") and slots.change not in stem:
        stem = slots.change + stem
    if rule.rule == "rank":
        state.ranks.append(stem)
        return _made(frame, stem, None, rule.rule, state, number)
    kept = rule.keeps.format_map(slots) if rule.keeps != rule.name else stem
    if slots.change_token and slots.kind not in ("share", "rank"):
        stem = RATE.sub("", stem)  # 优良天数比率80%、增加8天
    name = stem + ending_of(slots, stem) if stem else ""
    name = name or _stated(slots)
    inherited = bool(state.stem) and kept == state.stem
    state.keep(slots, stem if frame.former else kept)
    acts = text_of(slots.acts)
    if rule.rule in ("done things", "own phrase", "grant"):
        state.verb = acts or slots.shared or (slots.act if rule.rule == "done things" else "")
    elif rule.rule in ("things of a subject", "topic"):
        state.verb = ""
    state.last = state.last if slots.kind == "places" else name
    if "连续" in slots.quantity.marks:
        state.last = stem + slots.change * (slots.change in PACES)  # (新区)连续三年位居第一
    elif slots.kind != "rank":
        state.names.append((number, name))
    made = _made(frame, name, _direction(slots, name), rule.rule, state, number)
    made.inherited = inherited
    return made


def _made(frame, name, direction, rule, state, number):
    tokens = frame.tokens
    left = frame.left[0].start if frame.left else frame.quantity.start
    end = tokens[frame.end].start if frame.end < len(tokens) else tokens[-1].end
    former = frame.former
    time = next((t.word for t in reversed(frame.left) if t.tag == "time"), "")
    return Named(
        frame.quantity,
        _balanced(name).lstrip("、和与及的"),
        None if former else direction,
        rule,
        tokens[frame.begin].start,
        left,
        end,
        former=former,
        time=time,
        frame=frame,
    )


def _fronts(frame, name):
    """Nouns of the clause that a name lacks, and those of the one before: they tell values of one name apart."""
    own = text_of(
        [
            t
            for t in frame.left
            if t.letter in "nbg" and len(t.word) > 1 and t.tag != "m" and t.word not in name
        ]
    )
    return own, noun_before(frame.tokens, frame)


def _direction(slots, name):
    """增长 or 下降 where the words before or after the value say so, else None."""
    change = slots.change_token
    if (
        change is None
        and slots.kind == "count"
        and slots.frame.right
        and slots.frame.right[0].letter in "rf"
        and not slots.words
    ):
        change = slots.frame.right[0]
    if change is None and slots.frame.stated and slots.frame.stated[-1].letter in "rf":
        change = slots.frame.stated[-1]
    if change is not None:
        return "下降" if "fall" in change.roles or slots.quantity.value < 0 else "增长"
    return "增长" if name.startswith(("新增", "净增")) else None


def _stated(slots):
    """The words around a value that nothing else names."""
    words = [t for t in slots.frame.left if HAN.match(t.word) and t.letter not in "tl"][-3:]
    return text_of(words) or text_of([t for t in slots.frame.right if HAN.match(t.word)][:3])


@lru_cache(maxsize=65536)
def _balanced(name):
    """Name without quotation marks that lost their other half, and without words said twice in a row."""
    name = REACHED.sub(r"\1\2", TWICE.sub(lambda m: m[1] if len(tag(m[1])) == 1 else m[0], name))
    return name if name.count("“") == name.count("”") else name.replace("“", "").replace("”", "")


def _apart(named):
    """Names that tell two values of one sentence apart: what a change set out from is the former one."""
    for n in named:
        if n.former:
            n.name += "(原)"
    alike = {}
    for n in named:
        alike.setdefault((n.name, n.quantity.unit_base), []).append(n)
    for group in alike.values():
        if len({n.quantity.base for n in group}) < 2:
            continue
        if len({n.time for n in group if n.time}) == len(group):
            for n in group:
                n.name += f"({n.time})"
            continue
        own, before = zip(*(_fronts(n.frame, n.name) for n in group), strict=True)
        fronts = own if any(own) else before if len(group[0].name) <= SHORT else ()
        if len(set(fronts)) == len(group):
            for n, front in zip(group, fronts, strict=True):
                n.name = front + n.name.removeprefix(front)
    return named
