"""Names of counts: things that stand after their number, and what they do."""

import re

from govnlp.analysis.indicators.objects import object_of
from govnlp.analysis.indicators.subjects import (
    LONGEST,
    NOUNS,
    is_verbal,
    last_verb,
    lexicon,
    strip_start,
    tag,
)

WHERE = re.compile("(?:全[国球省市区县州]|[国省市]内)(?=[一-鿿]{0,2}$)")
MEASURED = re.compile(  # (第4个)轨道里程突破600公里的(城市)
    "^[^,;。]*(?:的|[\\d.一二三四五六七八九两]+[十百千万亿]*(?:元|件|公里|人|吨|平方公里)|[百千万亿]+元)(?:以上|级)?的?(?=[一-鿿]+$)"
)


def population(c):
    """Subject and name of a population (3万农村人口)."""
    if not c.quantity.unit.endswith("人口"):
        return None
    name = c.phrase.removesuffix("人口") + "人口"
    return name, name


def capacity(c):
    """Subject and name of a capacity whose head follows (新增发电300万千瓦产能)."""
    return (c.phrase + c.noun,) * 2 if c.phrase and c.noun in ("能力", "规模", "产能") else None


def order_of(c):
    """Subject and name of a place in the order of their kind (成为全国第3个千亿级园区)."""
    if c.kind != "ordinal":
        return None
    noun = object_of(MEASURED.sub("", c.right))[0]
    where = WHERE.search(c.left)
    return noun, (where[0] if where and noun else "") + (noun or c.phrase or c.before)


def changed_things(c):
    """Subject and name of things whose number changes (减少200个审批环节)."""
    if c.counted and c.verb and not (c.phrase or c.level):
        return c.noun, c.verb + c.noun
    return None


def things(c):
    """Subject and name of things that are counted, with what was done to them (引进13个项目)."""
    if not (c.counted or (c.noun and is_verbal(c.phrase))):
        return None
    done = _opening_verb(c.left) if c.left.endswith("等") else last_verb(c.phrase)
    return c.noun, done + c.noun if done or len(c.noun) > 8 else c.said + c.noun


def some_of_them(c):
    """Subject and name of those among the things before of which something is said (其中32个完工)."""
    if c.phrase or not c.before or c.kind != "count" or not (done := _predicate(c.right)):
        return None
    acted = is_verbal(c.before) or c.before.startswith(tuple(lexicon()["verbs"]))
    return c.before, done if acted else done + c.before


def _predicate(right):
    """Verb that follows a value at once with its object (完工, 有人当护湖员), or "" where it says of a change."""
    words = [(w, t) for w, t in tag(right[:10]) if w not in lexicon()["manner"]]
    if (
        not words
        or words[0][1] not in ("v", "vd", "vn")
        or words[0][0] in lexicon()["rise"] | lexicon()["fall"]
    ):
        return ""
    end = next((i for i, (_, t) in enumerate(words) if i and t not in NOUNS | {"v", "vn"}), len(words))
    return "".join(w for w, _ in words[:end])[: LONGEST // 2]


def _opening_verb(left):
    """Verb that opens a clause whose examples end with 等 (建设风投、商贸等18个集聚区), or ""."""
    verbs = lexicon()["verbs"] - lexicon()["light"]
    text = strip_start(left.lstrip("、"))
    return next((v for v in sorted(verbs, key=lambda w: (-len(w), w)) if text.startswith(v)), "")
