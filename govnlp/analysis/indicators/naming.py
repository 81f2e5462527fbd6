"""The name of one value: what its clause does not say, the clauses before supply."""

import re
from dataclasses import dataclass
from functools import lru_cache

from govnlp.analysis.indicators.conditions import Slots
from govnlp.analysis.indicators.endings import PACES, ending_of
from govnlp.analysis.indicators.grammar import decide
from govnlp.analysis.indicators.tokens import HAN, tag, text_of

REACHED = re.compile("完成((?:年度|全年|本年)?(?:目标|计划|任务)+)(完成率)")
RATE = re.compile("(?<=数)(?:比[率例重]|占比)$")
TWICE = re.compile(r"([一-鿿]{2,})\1")
SHORT = 5  # characters of a name that says nothing without its clause (培训人次)


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


def name_one(frame, state, text, number, like=None):
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
        return made_of(frame, stem, None, rule.rule)
    kept = rule.keeps.format_map(slots) if rule.keeps != rule.name else stem
    if slots.change_token and slots.kind not in ("share", "rank"):
        stem = RATE.sub("", stem)  # 优良天数比率80%、增加8天
    name = stem + ending_of(slots, stem) if stem else ""
    name = name or ("" if rule.rule == "time limit" else _stated(slots))
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
    made = made_of(frame, name, direction_of(slots, name), rule.rule)
    made.inherited = inherited
    return made


def made_of(frame, name, direction, rule):
    """A value with its name and where its clause stands."""
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


def direction_of(slots, name):
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
