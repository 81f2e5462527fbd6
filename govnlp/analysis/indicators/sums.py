"""Names of sums of money: investment planned and done, grants."""

import re

from govnlp.analysis.indicators.objects import object_of
from govnlp.analysis.indicators.subjects import LONGEST, is_open, lexicon, strip_end, tag

DONE = re.compile("(?:年度)?(?:计划)?(?:已|累计)*完成$")
FINE = re.compile("的?(罚款|罚金|滞纳金)")
SUBSIDY = re.compile(
    "的?(?:标准)?(?:给予|予以|申领|申请|享受|发放)?(?:一次性)?"
    "([一-鿿]{1,8}?(?:补贴|补助|津贴|奖励))(?![一-鿿])"
)
INVESTMENTS = ("投资", "总投资", "计划总投资")


def invested_in(c):
    """Subject and name of an investment in what follows (总投资5亿元的项目)."""
    if c.noun and c.phrase in INVESTMENTS and c.right.startswith("的"):
        return c.noun, c.noun + c.phrase
    return None


def investment_done(c):
    """Subject and name of the part of an investment that is done (总投资5亿元,年度计划完成2亿元)."""
    if c.quantity.unit_base != "元" or not c.before.endswith("投资") or not (m := DONE.search(c.left)):
        return None
    subject = strip_end(c.before, "generic")
    return subject, subject + "".join(x for x in ("年度", "计划") if x in m[0]) + "完成投资"


def fine_of(c):
    """Subject and name of a fine (处5万元以上10万元以下罚款), or how many times a sum it is (违法所得1倍的罚款)."""
    if not (m := FINE.match(c.right)):
        return None
    name = m[1] + ("倍数" if c.quantity.unit == "倍" else "")
    return m[1], name


def subsidy_of(c):
    """Subject and name of a subsidy that ends the clause (给予700元创业补贴)."""
    if c.quantity.unit_base != "元" or c.verb or not (m := SUBSIDY.match(c.right)):
        return None
    return m[1], m[1]


def grant_of(c):
    """Subject and name of money that is named after its value (安排2亿元专项资金), with who or what stands before."""
    if c.quantity.unit_base != "元":
        return None
    noun = object_of(c.right)[0]
    if not noun.endswith(tuple(lexicon()["grants"])) or len(noun) > LONGEST or not is_open(c.phrase):
        return None
    words = tag(c.phrase)
    joined = bool(words) and words[-1][1] == "c"  # 优先供地并(给予60万元补助)
    kept = "" if joined else "".join(w for w, t in words if t not in ("p", "d"))
    name = kept.removesuffix("给予") + noun if len(kept) + len(noun) <= LONGEST else noun
    return name, name
