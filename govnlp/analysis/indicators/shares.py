"""Names of shares: a part of what follows (承担60%的任务), fulfilment (项目100%开工), a part of a whole (占)."""

import re

from govnlp.analysis.indicators.objects import object_of
from govnlp.analysis.indicators.subjects import LONGEST, NOUNS, is_open, last_listed_verb, lexicon, tag

OF_THEM = re.compile("(.{2,})的占")  # 表示支持的占(六成)
RATES = ("税率", "比例", "标准", "幅度", "速度", "增速", "利率", "费率", "占比")
FULFILLED = re.compile(
    "(?:实现|按期|如期|按时|全部|已|完成)*(开工|完工|竣工|复工|投产|办结|回复|达标|覆盖|到位|公开|落实|入库|整改|销号|完成|通过)(?![率面])"
)
AIM = re.compile("(?:提出|确定|设定|制定|定下|完成|实现)了?$")
GOAL = re.compile("的([^,;。的]{2,12}?目标)")
SAID = re.compile("(?:将|要|能够?|可以?|已经?|均|都|基本|全部|实现了?)*([一-鿿“”]{4,})(?=$|[,;。、])")
PREDICATE = re.compile("(?<=.)(?:达到|实现|完成|配备|征收|缴纳|的|(?<=税率)[^的]+|(?<=比例)[^的]+)")
GIVEN = re.compile("(?:安排|预留|拿出|划出|提取)$")
BY = ("按", "减按", "以")


def part_of(c):
    """Subject and name of a share that is a part of what follows (按20%的税率, 承担60%的任务)."""
    given = (
        c.right and GIVEN.search(c.left) and tag(c.right[:8])[0][1] in NOUNS - {"v"}
    )  # 安排不少于5%建设用地指标
    if c.quantity.unit not in ("%", "成") or c.verb or not (given or c.right.startswith("的")):
        return None
    whole = object_of(c.right)[0]
    if not whole or not (is_open(c.phrase) or c.phrase.startswith(BY)):
        return None
    subject = PREDICATE.split(whole)[0]
    if subject in RATES:
        return subject, last_listed_verb(c.phrase) + subject
    done = last_listed_verb(c.phrase)
    return subject, (done + subject or subject) + ("" if done else said_of(c.right, subject)) + "占比"


def aimed_at(c):
    """Subject and name of a goal that follows its share (提出8%左右的增长目标)."""
    if c.quantity.unit == "%" and AIM.search(c.left) and (m := GOAL.fullmatch(c.right)):
        return m[1], m[1] + "值"
    return None


def rate_among(c):
    """Subject and name of the same rate for some of them (办结率95%,其中市级98%)."""
    whole = c.kind == "share" and not c.verb and c.before.endswith("率") and c.left.startswith("其中")
    if not whole or not c.phrase or c.phrase.endswith(("率", "比", "比重", "比例")) or "占" in c.phrase:
        return None
    return c.before, c.phrase + c.before


def said_of(right, noun):
    """What is said of things of which a share is named (80%的村庄建成文化广场), where it is short; or ""."""
    rest = right[1:].partition(noun)[2]
    if not (m := SAID.match(rest)) or len(m[1]) + len(noun) > LONGEST:
        return ""
    first, *others = tag(m[1])
    finished = bool(others) and others[-1][0] not in lexicon()["light"] | lexicon()["tail"]
    return m[1] if finished and first[1] == "v" else ""


def finish_share(c, subject, name):
    """Subject and name with what a share says of them: fulfilment, or the part that they take."""
    phrase, share = c.phrase, c.kind == "share"
    if share and len(phrase) > 1 and not c.verb and (m := FULFILLED.match(c.right)):
        name = subject = f"{phrase}{m[1]}率".replace(m[1] * 2, m[1])
    if share and (m := OF_THEM.fullmatch(phrase)):
        name = m[1] + "占比"
    elif phrase.startswith("占") or (share and "占" in phrase and not c.verb):
        name = name.removesuffix("总数") + ("" if "比" in phrase[phrase.find("占") + 1 :] else "比重")
    return subject, name
