"""Names of figures that stand in relation to another: gaps, recoveries, deadlines, money for a purpose."""

import re

from govnlp.analysis.indicators.objects import action_after, object_of
from govnlp.analysis.indicators.subjects import lexicon, subject_of

GAP = re.compile(
    "(?<![占对])(?:比(?![重例率])|较)([^,、比较]{2,12}?)(?<![提新降])(高|低|快|慢)出?$"
)  # 增速比全市平均水平高(1.4个百分点)
OVER = re.compile("(?<!不)超过([^,、\\d]{2,14})$")
BEYOND = re.compile("(.+?)((?:高|低|快|慢|好)于|高出)(.{2,})")
BACK = re.compile("(.*?)[已约]?恢复(?:[到至](?:[去上]年|前一?年|(?:19|20)\\d\\d年|.{1,4}前)[^,;]{0,6})?")
DAY = re.compile("(?:之日|之时|日|时)?起的?$")
SINCE_DAY = re.compile("(?:[之日时]起|[^以前先]后)的?$")
BASED_ON = re.compile("按照?[^,;:。]{2,24}的$")  # 按投资额的(10%给予补助)
GIVEN = re.compile("(?:的?标准)?[^,;。]{0,6}?(?:给予|予以|进行)([^,;。的、()]{2,8})")
STANDARD = re.compile(  # 按每人1000元的标准给予就业补贴
    "的?标准(?:一次性)?(?:给予|予以|发放|支付|享受)(?:一次性)?([^,;。、]{0,12}?(?:补贴|补助|奖励|奖补|奖金|津贴|救助金))(?![一-鿿])"
)
FUNDED = re.compile("^[、,]?(?:今年|全年|年内|共|累计|已|再|拟|将)*")
PURPOSE = re.compile(",?(?:专项|主要|全部|专门)?(?:用于|用来)")
PACES = ("增速", "增幅", "降幅", "涨幅")
OWNERLESS = ("率", "浓度", "指数", "比重", "占比", "强度", "天数", "比例")


def relation_name(quantity, phrase, left, right, before):
    """Name of a figure that is stated in relation to another, or "".

    Parameters
    ----------
    quantity : Quantity
    phrase : str
        Subject before it.
    left, right : str
        Text of the clause before and after it.
    before : str
        Subject of the quantity before it in the sentence, or "".

    Returns
    -------
    str
    """
    if "百分点" in quantity.unit:
        return _gap(phrase, left, before)
    if quantity.kind == "share":
        if m := BACK.fullmatch(left.strip("、,")):
            owner = subject_of(m[1])[0] or before
            return owner and owner + "恢复比例"
        if BASED_ON.search(left) and (m := GIVEN.match(right)):
            return m[1] + "比例"
    if quantity.kind == "duration" and is_deadline(quantity, left):
        action = action_after(right)
        return DAY.sub("", phrase) if len(action) < 2 or action[0] in "由经通在按以到或" else action
    if quantity.unit_base == "元" and (m := STANDARD.match(right)):
        return m[1] + "标准"
    if quantity.unit_base == "元" and (verb := funding_verb(phrase, left, before)):
        return _purpose(verb, right)
    return ""


def funding_verb(phrase, left, before):
    """Verb that alone stands before a sum (投入, 争取) and so asks what it was for; "" where it has an owner."""
    alone = FUNDED.sub("", left.removesuffix("了"))
    return alone if alone in lexicon()["funding"] and phrase in ("", alone) and not before else ""


def is_deadline(quantity, left):
    """Whether something has to be done within a time from a day on (自受理之日起20日内)."""
    within = {"内", "以内", "之内"} & set(quantity.marks)
    return bool(within) and SINCE_DAY.search(left) is not None


def can_own(before, phrase):
    """Whether a subject may own a bare noun that follows: a rate or a concentration has no investment."""
    noun = phrase in lexicon()["generic"] - lexicon()["tail"] and not phrase.endswith(OWNERLESS)
    return not (noun and before.endswith(OWNERLESS))


def _gap(phrase, left, before):
    """By how much a figure is above or below another (高于全市平均水平0.8个百分点)."""
    if m := GAP.search(left):
        owner, word, other = _owner(left[: m.start()], before), m[2] + "于", m[1]
    elif m := OVER.search(left):
        owner, word, other = _owner(left[: m.start()], before), "高于", m[1]
    elif m := BEYOND.fullmatch(phrase):
        owner, word, other = m[1], m[2], m[3].rstrip("0123456789.、和与")
    else:
        return ""
    if owner in PACES and before:
        owner = before.removesuffix(owner) + owner
    return f"{owner}{word}{other}幅度" if owner else ""


def _owner(text, before):
    """Subject at the end of a text, with the word for its pace that `subject_of` takes for a verb."""
    return (subject_of(text)[0] or before) + next((x for x in PACES if text.endswith(x)), "")


def _purpose(verb, right):
    """Money that was spent (投入3亿元用于河道治理) or raised for what follows."""
    text = PURPOSE.sub("", right)
    if text == right and right.startswith(","):
        noun = subject_of(text[1:])[0]
        noun = noun if noun.startswith(tuple(lexicon()["verbs"] - lexicon()["funding"])) else ""
    else:
        opened = next((v for v in lexicon()["spent_on"] if text.startswith(v)), "")
        if text == right and not opened:
            return ""
        noun = object_of(text.removeprefix(opened), whole=True)[0]
    return noun and noun + ("投入" if verb == "投入" else "资金")
