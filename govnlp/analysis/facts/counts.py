"""Names of counts: things that stand after their number, and what they do."""

from govnlp.analysis.facts.subjects import LONGEST, NOUNS, is_verbal, last_verb, lexicon, strip_start, tag


def population(c):
    """Subject and name of a population (3万农村人口)."""
    if not c.quantity.unit.endswith("人口"):
        return None
    name = c.phrase.removesuffix("人口") + "人口"
    return name, name


def capacity(c):
    """Subject and name of a capacity whose head follows (新增发电300万千瓦产能)."""
    return (c.phrase + c.noun,) * 2 if c.phrase and c.noun in ("能力", "规模", "产能") else None


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
