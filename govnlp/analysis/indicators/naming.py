"""The name of one value: what its clause does not say, the clauses before supply."""

from dataclasses import dataclass, replace
from functools import lru_cache

from govnlp.analysis.indicators.endings import ending_of
from govnlp.analysis.indicators.grammar import decide
from govnlp.analysis.indicators.lists import ADDED
from govnlp.analysis.indicators.patterns import pattern
from govnlp.analysis.indicators.slots import Slots
from govnlp.analysis.indicators.tokens import HAN, ends, having, tag, text_of

LEADING = "、与及的和"  # what no name begins with
NAMING = {"things of a subject", "topic", "changed things"}  # after these it has none, or that of change
DOING = {"done things", "done stretch", "own phrase", "grant"}  # after these the next item has the same verb


@dataclass(slots=True)
class Named:
    """A value with its name, the direction of its change, the rule that named it, and where its clause stands."""

    frame: object
    name: str
    direction: str | None
    rule: str
    inherited: bool = False

    @property
    def time(self):
        """The time that stands before the value in its clause, and is no other one's (比2016年), or ""."""
        left = self.frame.left
        times = [i for i, t in enumerate(left) if t.tag == "time"]
        own = [i for i in times if not i or left[i - 1].word not in ("比", "较", "同")]
        return left[own[-1]].word if own else ""


def name_one(frame, state, like=None):
    """A value named by the grammar; `like` is the frame before it whose words it shares."""
    if like is not None:
        moved = frame.phrase if frame.phrase.change else like.phrase  # 分别增长3%、下降2%
        frame.phrase = replace(like.phrase, change=moved.change, level=moved.level)
        frame.things = frame.things or like.things
    slots = Slots(frame, state)
    rule = decide(slots)
    stem = _balanced(rule.name.format_map(slots))
    if rule.rule == "rank" and not slots.ranked and slots.among.startswith(ends("scope")):
        return made_of(frame, "", None, rule.rule)
    per = frame.phrase.per
    if (slots.words or per.endswith(ends("area", "settled", "tier"))) and per not in stem:
        stem = per + stem
    own = slots.words or slots.things
    if slots.change in ADDED and own and slots.change not in stem:
        stem = slots.change + stem
    if rule.rule == "rank":
        before = state.stem
        state.ranks.append(stem)
        state.ranked = slots.ranked
        if slots.subject.startswith(slots.ranked or "\0"):  # 财政收入居全市第一,达到3亿元
            state.stem = slots.ranked
        lasting = "连续" in state.text[frame.tokens[frame.begin].start : frame.quantity.start]  # and so known
        return made_of(frame, stem, None, rule.rule, not lasting and stem.startswith(before or "\0"))
    if "连续" in slots.quantity.marks and slots.change in having("pace"):  # 投资增速连续5个月回升
        stem += slots.change
    kept = stem if rule.keeps in (None, rule.name) else rule.keeps.format_map(slots)
    kept = pattern("set aim").sub("", kept)
    if slots.whole:
        stem = pattern("own share").sub("", stem)
    if slots.change_token:
        stem = pattern("aim beaten").sub("", stem)  # 税收超额完成增长5%的目标
    if slots.change_token and slots.kind != "share":
        stem = pattern("rate of a number").sub("", stem)  # 优良天数比率80%、增加8天
    told = slots.lasting(stem) if "连续" in slots.quantity.marks else stem
    name = told + ending_of(slots, told) if told else ""
    name = name or ("" if rule.rule == "time limit" else _stated(slots))
    inherited = bool(state.stem) and kept == state.stem
    state.keep(slots, stem if frame.former else kept)
    if slots.kind == "places":
        state.ranked = slots.places.removesuffix("排名")  # 排名提升4位至第18位
    if rule.rule in DOING:
        done = (slots.act or slots.verb) if rule.rule.startswith("done") else ""
        acts = slots.acts if len(slots.acts) < len(slots.words) or slots.things else []  # 造林 has no object
        state.verb = text_of(acts) or slots.shared or done
    elif rule.rule in NAMING or (rule.rule == "things" and not frame.item):
        state.verb = slots.change * (rule.rule == "changed things")
    if "连续" in slots.quantity.marks:
        state.last = stem  # (新区增速)连续三年位居第一
    elif slots.kind != "places":
        state.last = name
        state.names.append((state.run, name))
    return made_of(frame, name, direction_of(slots, name), rule.rule, inherited)


def made_of(frame, name, direction, rule, inherited=False):
    """A value with its name, without what no name begins with."""
    name = _balanced(name)
    if name[:1] in LEADING:
        name = pattern("leading").sub("", name)
    return Named(frame, name, direction, rule, inherited)


def direction_of(slots, name):
    """增长 or 下降 where the words before or after the value say so, else None."""
    change, stated = slots.change_token, slots.frame.stated
    if slots.frame.former:
        return None
    if slots.kind == "change":  # 翻一番
        return "增长"
    if change is None and stated and stated[-1].letter in "rf":
        change = stated[-1]
    if change is not None:
        return "下降" if "fall" in change.roles or slots.quantity.value < 0 else "增长"
    granted = slots.words and {"grant", "act"} <= slots.words[-1].roles  # 对净增企业的县奖励
    return "增长" if name.startswith(ADDED) and not granted else None


def _stated(slots):
    """The words around a value that nothing else names."""
    left, right = ([t for t in words if HAN.match(t.word)] for words in (slots.frame.left, slots.frame.right))
    words = [t for t in left if t.letter not in "tlpcmxo"]
    words = words if any(t.letter not in "rf" for t in words) else []
    said = text_of(words[-3:] or right[:3] or left[-3:] * (not slots.change)).removesuffix("这")
    return ending_of(slots, said) or said if said in having("scope") else said  # 全县900平方公里


@lru_cache(maxsize=65536)
def _balanced(name):
    """Name without quotation marks that lost their other half, and without words said twice in a row."""
    if len(set(name)) < len(name) - 1:
        name = pattern("twice").sub(lambda m: m[1] if len(tag(m[1])) == 1 else m[0], name)
    if "完成率" in name:
        name = pattern("reached").sub(r"\1\2", name)
    return name if name.count("“") == name.count("”") else name.replace("“", "").replace("”", "")
