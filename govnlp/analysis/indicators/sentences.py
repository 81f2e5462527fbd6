"""Names of the values of a sentence, run by run: values of a list, values of one list in common, single ones."""

from govnlp.analysis.indicators.conditions import Slots
from govnlp.analysis.indicators.endings import ending_of
from govnlp.analysis.indicators.frames import find_frames, joined_runs
from govnlp.analysis.indicators.members import members_of
from govnlp.analysis.indicators.naming import SHORT, direction_of, made_of, name_one
from govnlp.analysis.indicators.phrases import BOTH, EACH
from govnlp.analysis.indicators.state import (
    State,
    clause_after,
    clause_before,
    list_before,
    nearby,
    noun_before,
    topic_of,
)
from govnlp.analysis.indicators.tokens import having, text_of, tokenize

BOUNDS = ("以上", "以下", "左右", "以内", "上下")


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
        listed = members_of(clause_before(first), len(run)) or members_of(
            list_before(first), len(run)
        )  # 开展A和B计划,分别培训3人、5人
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
        return [name_one(f, state, text, number, None if f is first else first) for f in run]
    made, before = [], (state.stem, state.owner, state.verb)
    for f, member in zip(run, members, strict=True):
        state.stem, state.owner, state.verb = before
        f.phrase.change, f.phrase.level, f.phrase.signs = phrase.change, phrase.level, phrase.signs
        f.former = f.is_former()
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
        return made_of(frame, member + slots.moved + "位次", direction_of(slots, member), "member")
    if slots.kind == "rank":
        name = member + slots.among + "排名"
        state.ranks.append(name)
        return made_of(frame, name, None, "member")
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
    return made_of(frame, name, direction_of(slots, name), "member")


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
        return [name_one(frame, state, text, number)]
    owner = "、".join(state.group) if len(state.group) > 1 else state.owner
    if words and all(t.letter in "bic" for t in words):  # 总量和占比均居第二, 办结率、满意率均为100%
        members = [m if m in owner else owner + m for m in members]
    if slots.kind == "rank":
        return [made_of(frame, m + slots.among + "排名", None, "each member") for m in members]
    if not words:
        return [name_one(frame, state, text, number)]
    made = []
    for m in members:
        verb = slots.shared
        name = verb + m + ending_of(slots, m)
        made.append(made_of(frame, name, direction_of(slots, name), "each member"))
        state.names.append((number, name))
    state.stem = state.last = text_of(words)
    return made


def _ranks(run, state, text, number):
    """Ranks of what was named before, in order (分别居全省第4、第2位)."""
    names = [n for _, n in state.names[-len(run) :]]
    if len(names) < len(run):
        return [name_one(f, state, text, number, None if f is run[0] else run[0]) for f in run]
    among = Slots(run[0], state, text).among
    return [made_of(f, n + among + "排名", None, "member") for f, n in zip(run, names, strict=True)]


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
