"""Quantities of a sentence with their names: runs that share a noun, subjects carried on."""

import re

from govnlp.analysis.indicators.clauses import HAN, WIDEST, divide, is_size, text_before, text_told
from govnlp.analysis.indicators.context import Context
from govnlp.analysis.indicators.names import name_quantity
from govnlp.analysis.indicators.sharing import items_of, leading_verb, with_shared_object, with_shared_verb
from govnlp.analysis.indicators.subjects import LONGEST, NOUNS, change, lexicon, strip_start, subject_of, tag
from govnlp.documents.entities.divisions import gazetteer

RANKED_BY = re.compile("([^,;:。]{2,16}?)(?:由高到低|从高到低|由低到高|排序|排名)[^。;]{0,12}(?:依次|分别|:)")
PEOPLED = {"户": "户数", "人": "人数"}
CHANNELS = ("平台", "热线", "信箱", "网站", "网", "公众号", "微博")
PASSING = {"件", "条", "次", "人次", "篇", "件次", "份"}
FROM = re.compile("(?:由|从)[^,由从]{0,6}$")
TO = re.compile("[^,;:。]{0,12}(?:到|至|为|成|居)(?:约|近|超过|全[市省区县国])?")
EACH = re.compile("分别(?:达到?|为|有|完成|实现)?[到至]?$")  # 产量和客流分别达30吨、5万人次
BOUNDS = ("以上", "以下", "左右", "以内", "上下")


def name_all(text, start, stop, quantities):
    """Quantities of a sentence with their names; the sizes of things that are counted are left out.

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
    list of (Quantity, Named, (int, int, int))
        The bounds are where the clause begins, where what belongs to the value begins, where the clause ends.
    """
    s = divide(text, start, stop, quantities)
    subject = _ranked_by(text, start, quantities[0].start) if quantities else ""
    named, verb, i = [], "", 0
    while i < len(quantities):
        if is_size(s, i):
            if i + 1 < len(quantities) and s.spans[i + 1].begin == s.spans[i].begin:
                s.spans[i + 1].left = s.spans[i].left
            i += 1
            continue
        last = _end_of_run(text, quantities, i)
        of_run, subject, verb = _name_run(s, i, last, subject, verb)
        named += of_run
        i = last + 1
    return named


def _name_run(s, i, last, carried, shared):
    """Named values of a run, and the subject and the verb that they leave for the next."""
    first, span, run = s.quantities[i], s.spans[i], s.quantities[i : last + 1]
    before = text_before(s, i)
    phrase, verb, level = subject_of(before)
    after = text_told(s, i, last, before, (phrase, verb, level), carried)
    followed = after[:1].isalnum()
    if phrase or followed:
        phrase = with_shared_verb(phrase, before, shared, first)
    if not followed and _is_alike(s.quantities, i) and phrase in lexicon()["transitive"]:
        phrase = with_shared_object(phrase, carried)
    topic, items = "", None
    if not (phrase or carried or followed) and span.begin > s.start and first.kind in ("amount", "share"):
        topic = _topic(s.text[s.start : min(span.begin, s.start + WIDEST)])
        items = items_of("", topic, len(run)) if topic and len(run) > 1 else None
        carried = topic if items or "、" not in topic else ""
    if len(run) > 1 and not items:
        items = items_of(before, subject_of(before, WIDEST)[0], len(run))
    named = []
    for q, item in zip(run, items or [phrase] * len(run), strict=True):
        if q.unit_base == run[-1].unit_base:
            q.marks = q.marks or tuple(x for x in run[-1].marks if x in BOUNDS)
        context = Context(q, item, verb, level, before, after, carried)
        made = _name_one(context, s.quantities, i) if len(run) == 1 else name_quantity(context)
        made.inherited = bool(carried) and made.subject == carried
        if made.inherited and not phrase:
            made.name = _members(q, s.quantities[i - 1], carried) or made.name
        named.append((q, made, (span.begin, span.left, span.end)))
    counted = run[-1].kind in ("count", "amount") and run[-1].unit_base != "元"
    return named, made.subject or carried, leading_verb(phrase) if counted else ""


def _name_one(c, quantities, i):
    """Name of a value that is no part of a run; a place or a channel says whose it is."""
    owned = (c.kind == "share" or not HAN.match(c.right)) and _is_owner(c.phrase, c.quantity)
    alike = not i or quantities[i - 1].unit_base == c.quantity.unit_base
    if owned and alike and c.phrase not in c.before:  # (办件57件,其中)热线(19件)
        c.phrase += c.before
    made = name_quantity(c)
    made.subject = c.before if owned else made.subject
    made.former = bool(FROM.search(c.left) and TO.fullmatch(c.right))
    if made.former and (m := change().search(c.right)):
        made.direction = "下降" if m[1] in lexicon()["fall"] else "增长"
    return made


def _members(quantity, previous, subject):
    """Name of the households or people of things counted before (5个小组,90户400人), or ""."""
    if quantity.unit_base not in PEOPLED or previous.kind != "count":
        return ""
    if previous.unit_base == quantity.unit_base:
        return ""
    return subject.removesuffix("人口") + PEOPLED[quantity.unit_base]


def _is_alike(quantities, i):
    """Whether a value counts or measures in the unit of the one before it, money aside."""
    q = quantities[i]
    return i > 0 and q.kind in ("count", "amount") and quantities[i - 1].unit_base == q.unit_base != "元"


def _ranked_by(text, start, stop):
    """What a list of places is ranked by (按完成率由高到低排序,依次是), in its sentence or the one before; or ""."""
    before = max(0, start - WIDEST) if text.startswith(("依次", "分别"), start) else start
    found = [*RANKED_BY.finditer(text, before, stop)]
    return subject_of(found[-1][1])[0] if found else ""


def _topic(text):
    """Noun that opens a sentence whose figure comes in a later clause (粮食产量屡创新高,达到1.09万亿斤), or ""."""
    noun, kind = "", ""
    for word, kind in tag(strip_start(text)):
        if not (kind in NOUNS | {"vn"} or (noun and word in "、和")) or len(noun) > LONGEST:
            break
        noun += word
    return noun if len(noun) > 3 and kind in ("v", "d", "a", "zg") else ""


def _is_owner(phrase, quantity):
    """Whether a phrase is a place or a channel that things pass through, and so says whose value it is, not what."""
    return phrase in gazetteer()[0] or (quantity.unit in PASSING and phrase.endswith(CHANNELS))


def _is_one_measure(a, b):
    return a.unit_base == b.unit_base and a.unit.endswith("人口") == b.unit.endswith("人口")


def _end_of_run(text, quantities, i):
    """The last of the quantities from this one on that are only joined (348项、191项和498项)."""
    last = i
    while last + 1 < len(quantities):
        a, b = quantities[last], quantities[last + 1]
        if a.kind == "rank" and b.unit == "位":  # 排名46位、82位
            b.kind = "rank"
        if (
            a.kind != b.kind
            or not (
                _is_one_measure(a, b)
                or EACH.search(text, max(0, quantities[i].start - 6), quantities[i].start)
            )
            or not re.fullmatch("(?:、|,|和|与|及|以及)", text[a.end : b.start])
            or (text[a.end : b.start] == "," and HAN.match(text, b.end))  # 服务商8家,12家企业启动改造
        ):
            break
        last += 1
    return last
