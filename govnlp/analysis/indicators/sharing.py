"""What the items of a list share: a verb in front (新建公园3个、广场5个), a head at the end (电子、汽车产业产值)."""

import re
from functools import cache

from govnlp.analysis.indicators.subjects import LONGEST, lexicon, subject_of, tag


def leading_verb(phrase):
    """Verb that a subject begins with and that has an object before or after the value (新建公园, 新建), or ""."""
    return next(
        (v for v in _verbs() if phrase == v or (phrase.startswith(v) and len(phrase) > len(v) + 1)), ""
    )


@cache
def _verbs():
    return sorted(lexicon()["verbs"] - lexicon()["light"], key=lambda w: (-len(w), w))


def with_shared_verb(phrase, before, verb, quantity):
    """Subject of a further item of a list with the verb that all items share (新建公园3个、广场5个)."""
    countable = quantity.kind == "count" or (quantity.kind == "amount" and quantity.unit_base != "元")
    if not verb or not before.startswith("、") or not countable:
        return phrase
    bare = len(phrase) == 1 or phrase in lexicon()["generic"] or phrase in lexicon()["levels"]
    first = tag(before.lstrip("、"))[:1]
    if phrase.endswith(("量", "额", "值", "率", "收入")) and quantity.kind == "amount":
        return phrase
    has_verb = bool(first) and first[0][0] in lexicon()["verbs"] | lexicon()["light"]
    return phrase if bare or has_verb else verb + phrase


def with_shared_object(verb, subject):
    """A bare verb with the object that another verb had before (新建管网155公里、改造140公里)."""
    first = next((v for v in _verbs() if subject.startswith(v) and len(subject) > len(v) + 1), "")
    return verb + subject[len(first) :] if first else verb


def items_of(left, phrase, n):
    """The n subjects that a list of values belongs to, each with the words that all share; None if there are not n."""
    if n == 2 and "城乡" in phrase:
        return [phrase.replace("城乡", x) for x in ("城镇", "农村")]
    if m := re.search("“([^”]+)”(.*)$", left):
        items, shared = re.split("[、和与及]", m[1]), subject_of(m[2])[0]
        return [x + shared for x in items] if len(items) == n else None
    for divisions in ("、|以及|[和与及]", "、"):
        items = [x for x in re.split(divisions, phrase) if x]
        if len(items) == n:
            return [x[-LONGEST:] for x in _share_head(items)]
    known = lexicon()["shorthand"]
    if all(c in known for c in phrase[:n]):
        return [known[c] + phrase[n:] for c in phrase[:n]]
    return None


def _share_head(items):
    """Items of a list with the head noun that only the last one carries."""
    *others, last = items
    if m := re.fullmatch("(.+?)[两二三四五六七八九十]+[大个类项](.+)", last):  # 电子、汽车、医药三大产业产值
        return [x + m[2] for x in (*others, m[1])]
    heads = lexicon()["generic"] | {"增速", "增幅", "指数"}
    head = next(
        (h for h in sorted(heads, key=lambda w: (-len(w), w)) if last.endswith(h) and len(last) > len(h)), ""
    )
    head = _rate(last) if head == "率" else head
    whole = ("率", "额", "量", "值", "数", "比", *heads)
    if all(last[len(x) - 1 : len(x)] == x[-1] and len(last) > len(x) + 2 for x in others):
        return [x + last[len(x) :] for x in others] + [last]  # 国控、省控断面优良比例
    if head and not all(x.endswith(whole) for x in others):
        return [x if x.endswith(whole) else x + head for x in others] + [last]
    size = max(map(len, others))
    if size <= 4 and len(last) >= size + 3:
        rests = [_rest(last, len(x)) for x in others]
        return [x if x.endswith(rest) else x + rest for x, rest in zip(others, rests, strict=True)] + [last]
    return items


def _rate(phrase):
    """The rate that a phrase ends with: its last word, with the word before where that is 率 alone (机械化率)."""
    words = [w for w, _ in tag(phrase)]
    rate = "".join(words[-2:]) if words[-1] == "率" else words[-1]
    return rate if 2 < len(rate) < len(phrase) else phrase[-3:]


def _rest(phrase, size):
    """Phrase without its first words, which take `size` characters at least."""
    at = 0
    for word, _ in tag(phrase):
        if at >= size:
            break
        at += len(word)
    return phrase[at:]
