"""Names of what is laid down: what a fine is for, what has to be done within a time, what is forbidden for how long."""

import re
from itertools import dropwhile

from govnlp.analysis.indicators.patterns import pattern
from govnlp.analysis.indicators.phrases import without_where
from govnlp.analysis.indicators.tokens import ends, text_of

SPANS = {"内", "以内", "之内", "提前"}
BY = {"连同", "依照", "按照", "根据", "依据", "除", "凭"}
OBJECT = {"将", "把", "向", "对", "报"}
OPENS = {"自", "在", "于"}
BREAKS = ",;.:"
CLAUSES = re.compile("[,:]")
EMPTY = {"由", "予以", "进行", "给予"}
ONCE = {"一次", "1次"}
SAID_OF_TIME, OF_WHICH = {"的", "期限", "期限内", "内", "时间"}, {"前", "分别", "均", "都"}
SHORT = 20  # characters of a case that says more than the rule that was broken
CASE = 100  # characters of a case that is named where no rule tells it
LONGEST = 30  # characters of what is to be done


def offence(before):
    """What a fine is for: the rule that was broken, or the case; with what makes it severe.

    Examples
    --------
    >>> offence("有违法所得的,没收违法所得,没有违法所得的,处")
    '没有违法所得的'
    """
    *earlier, own = before.split(";")
    severe = pattern("severity").search(own)
    what = _case(own[: severe.start()] if severe else own, severe)
    while severe and earlier and not what:
        what = _case(earlier.pop(), severe)
    rule = [m[0] for m in pattern("offence").finditer(before)][-1:]
    what = what or "".join(rule)
    article = pattern("acts below").match(before)
    if article and pattern("no act").fullmatch(what):
        what = article[1] + "所列行为"  # of several articles of a law
    return what + (severity(before) or "的" * bool(what))


def _case(text, severe):
    """Rule that was broken or, where that says nothing or it is short, the case, in a part of a sentence."""
    rule = list(pattern("offence").finditer(text))[-1:]
    head, *clauses = CLAUSES.split(text[rule[0].end() :] if rule else "," + text)
    said = rule[0][0] + head.removesuffix("的") if rule else ""  # 违反本条例规定的(作业时限)
    clauses = [pattern("numbered").sub("", x) for x in clauses]
    last = max((i for i, x in enumerate(clauses[:-1]) if x.endswith("的")), default=-1)
    if last < 0 or pattern("severity").match(clauses[last] + ","):
        return said
    first = last
    while first and not pattern("punished").search(clauses[first - 1]):
        first -= 1
    what = "".join(clauses[first : last + 1]).removesuffix("的")
    what = (what if len(what) <= CASE else clauses[last].removesuffix("的")).removeprefix("或者")
    listed, many = what.endswith("之一"), "、" in said and len(what) < 2 * SHORT  # 违反第五条、第六条规定
    told = listed or ("第" in said and not many and (severe or len(what) > SHORT))
    return said if said and told else what


def severity(before):
    """What makes a case severe, in the part of a sentence up to a value (情节严重的), or ""."""
    severe = pattern("severity").findall(before[before.rfind(";") + 1 :])
    return severe[-1] + "的" if severe else ""


def target(before):
    """Who or what is fined, where a rule names several.

    Examples
    --------
    >>> target("拒不改正的,对单位处"), target("处以禽类每只")
    ('单位', '禽类')
    """
    found = pattern("fined").search(before)
    return next(filter(None, found.groups()), "") if found else ""


def penalty(words):
    """What is forbidden or stopped for a time, among the words of a clause, or ""."""
    at = next((i for i, t in enumerate(words) if "penal" in t.roles), None)
    if at is None:
        return ""
    end = next((i for i, t in enumerate(words) if i > at and t.letter in "d,;.:"), len(words))
    return text_of(_short(words[at:end]))


def is_limit(frame, subject):
    """Whether something is to be done within a time (自受理之日起20日内), which is not said of a time itself."""
    changes = frame.phrase.change is not None or subject.endswith(ends("time"))
    return bool(SPANS & set(frame.quantity.marks)) and not changes


def action(tokens, at):
    """What is to be done within a time, or is forbidden for it: in its clause, else in the next that is no condition.

    Parameters
    ----------
    tokens : list of Token
    at : int
        Place of the time among them.

    Returns
    -------
    list of Token
    """
    clause, begin = [], max((i for i, t in enumerate(tokens[:at]) if t.letter in BREAKS), default=0)
    bound = any("must" in t.roles or "order" in t.roles for t in tokens[begin:at])
    for t in [*tokens[at + 1 :], None]:
        if t is not None and t.letter not in BREAKS:
            clause.append(t)
            continue
        words = [w for w in clause if w.letter != "x" and w.word not in OF_WHICH | ONCE]
        words = [*dropwhile(lambda w: w.word in SAID_OF_TIME, words)]
        if words and words[0].word in BY:  # 依照法律向人民法院起诉
            words = words[next((i for i, w in enumerate(words) if w.word in OBJECT), len(words)) :]
        if words and clause[-1].letter not in "dQ":
            return _short(_predicate(words)) if bound or _is_act(words) else []
        if words and clause[-1].letter == "d" and words[0].word[0] in "未没仍":  # 四十日内未开航的
            return _short(words[len(words) > 1 :][:-1])
        if t is None or t.letter in ";.:":
            return []
        clause = []
    return []


def _is_act(words):
    """Whether words say that something is done, and not whom a time is of (离校2年内未就业毕业生)."""
    acts = any(t.letter not in "nbgdsic" or t.tag[0] in "vil" for t in words)
    return (acts or words[0].word[0] == "由") and words[0].word[0] not in "未没仍"


def _predicate(words):
    """Words from the ban on, else after what has to or may be done (建设单位应当), or from its object on."""
    ban = next((i for i, t in enumerate(words) if "ban" in t.roles), None)
    if ban is not None and all(t.letter in "nbgmicslo" for t in words[:ban]):
        return words[ban:]
    modal = max((i for i, t in enumerate(words) if "must" in t.roles), default=-1)
    words = words[modal + 1 :] or words
    moved = next((i for i, t in enumerate(words) if t.word in OBJECT), 0)
    words = words[moved if all(t.letter in "nbgmicsal" for t in words[:moved]) else 0 :]
    while len(words) > 1 and words[0].word != "到" and (words[0].letter in "lmotd" or words[0].word in EMPTY):
        if "negation" in words[0].roles:
            break
        words = words[1:]
    return words


def _short(words):
    """Words of a predicate; from its last verb on, or its last word, where it is too long for a name."""
    words = without_where(words)
    if len(text_of(words)) > LONGEST:
        words = words[max((i for i, t in enumerate(words) if t.tag[0] == "v"), default=-1) :]
    return words


def subject_of(left):
    """Who or what has to, before the first word that says so, where it is short and has nobody else do it."""
    end = next((i for i, t in enumerate(left) if "must" in t.roles or t.word in OPENS), 0)
    subject, others = text_of(left[:end]), any("order" in t.roles for t in left)
    nouns = all(t.letter in "nbgdasvwFx" for t in left[:end])
    return subject if nouns and not others and len(subject) <= LONGEST // 2 else ""
