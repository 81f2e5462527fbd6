"""Quantities of a sentence with their names: lists that share a verb or a head noun, subjects carried on."""

import re
from bisect import bisect_right
from functools import cache

from govnlp.analysis.facts.names import name_quantity
from govnlp.analysis.facts.objects import SIZED
from govnlp.analysis.facts.relations import funding_verb, is_deadline
from govnlp.analysis.facts.subjects import (
    LONGEST,
    NOUNS,
    change,
    lexicon,
    strip_start,
    subject_of,
    tag,
    unbracketed,
)
from govnlp.documents.places import gazetteer

CLAUSE = re.compile("[,;。!?\n]|:(?![-−]?\\d+(?:\\.\\d+)?%)")
RANKED_BY = re.compile("([^,;:。]{2,16}?)(?:由高到低|从高到低|由低到高|排序|排名)[^。;]{0,12}(?:依次|分别|:)")
PEOPLED = {"户": "户数", "人": "人数"}
CHANNELS = ("平台", "热线", "信箱", "网站", "网", "公众号", "微博")
PASSING = {"件", "条", "次", "人次", "篇", "件次", "份"}
FROM = re.compile("(?:由|从)[^,由从]{0,6}$")
TO = re.compile("[^,;:。]{0,12}(?:到|至|为|成|居)(?:约|近|超过|全[市省区县国])?")
HAN = re.compile("[一-鿿]")
AND = re.compile("[一-鿿](?:和|以及|(?<!参)与|(?<![普惠涉波以])及)$")
DEVICE = re.compile("[一-鿿]{0,6}?(?:装置|机组|生产线|变电站|电站|输变电|锅炉|储罐|泊位|船舶|货轮|运力)")
SIZES = re.compile("项目|企业|产业|园区|集群|板块|台阶|大镇|强镇|强县")  # (5个)百亿(项目)
LIMITS = {"以上", "以下", "及以上", "以内", "级", "过", "超", "超过"}
WIDEST = 80  # characters of a clause before and after a value
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
    cuts = [start, *(m.end() for m in CLAUSE.finditer(text, start, stop))]
    spans = []
    for i, q in enumerate(quantities):
        begin = max(cuts[bisect_right(cuts, q.start) - 1], q.start - WIDEST)
        left = max(begin, quantities[i - 1].end if i else start)
        later = bisect_right(cuts, q.end)
        end = min(cuts[later] - 1 if later < len(cuts) else stop, q.end + WIDEST)
        right = min(end, quantities[i + 1].start if i + 1 < len(quantities) else stop)
        spans.append((begin, left, right, end))
    named, verb_before, i = [], None, 0
    subject = _ranked_by(text, start, quantities[0].start) if quantities else ""
    while i < len(quantities):
        q, (begin, left, right, end) = quantities[i], spans[i]
        if _is_threshold(text, quantities, spans, i):
            i += 1
            if i < len(quantities) and spans[i][0] == begin:
                spans[i] = (begin, left, *spans[i][2:])
            continue
        run = _run(text, quantities, i)
        before = unbracketed(text[left : q.start])
        if left > begin and not before.startswith("、") and "、" in before:  # (46盏)路灯、修了(9处台阶)
            before = before[before.index("、") :]
        if left > begin and AND.search(before):  # (3亿元)防汛款和(5亿元修复资金)
            before = "、"
        phrase, verb, level = subject_of(before)
        after = _after(text, quantities, spans, i + run - 1)
        joined = (
            i + 1 < len(quantities) and quantities[i + 1].start == q.end and spans[i][0] == spans[i + 1][0]
        )
        if joined and {q.unit_base, quantities[i + 1].unit_base} == set(PEOPLED):  # 90户300人搬进新居
            after = _after(text, quantities, spans, i + 1)
        spent = q.kind == "duration" and (before.endswith(("用", "短短")) or {"不到", "仅"} & set(q.marks))
        if spent and not (phrase or verb or after or subject) and text[end : end + 1] == ",":
            after = CLAUSE.split(text[end + 1 : stop])[0]  # (仅用)半年,规模突破百亿
        elif after in ("", "的") and text[end : end + 1] == "," and is_deadline(q, before):
            after = CLAUSE.split(text[end + 1 : stop])[0]
        elif not after and text[end : end + 1] == "," and funding_verb(phrase, before, subject):
            limit = quantities[i + 1].start if i + 1 < len(quantities) else stop
            after = "," + CLAUSE.split(text[end + 1 : limit])[0]  # 投入3亿元,改造河道12公里
        if phrase or after[:1].isalnum():
            phrase = _with_shared_verb(phrase, before, verb_before, q)
        same = i and quantities[i - 1].unit_base == q.unit_base != "元" and not after[:1].isalnum()
        if same and q.kind in ("count", "amount") and phrase in lexicon()["transitive"]:
            phrase = _with_shared_object(phrase, subject)
        items = None
        alone = not (phrase or subject or after[:1].isalnum()) and begin > start
        if alone and q.kind in ("amount", "share"):
            topic = _topic(text[start:begin])
            items = _items("", topic, run) if run > 1 and topic else None
            subject = "" if "、" in topic and not items else topic
        if run > 1 and not items:
            items = _items(before, subject_of(before, WIDEST)[0], run)
        marks = quantities[i + run - 1].marks
        for k, q in enumerate(quantities[i : i + run]):
            if not q.marks:
                q.marks = tuple(x for x in marks if x in BOUNDS)
            # (办件57件,其中)热线(19件)
            owned = run == 1 and (q.kind == "share" or not HAN.match(after)) and _is_owner(phrase, q)
            alike = owned and (not i or quantities[i - 1].unit_base == q.unit_base)
            what = phrase + subject if alike and phrase not in subject else items[k] if items else phrase
            made = name_quantity(q, (what, verb, level), before, after, subject)
            made.subject = subject if owned else made.subject
            made.inherited = bool(subject) and made.subject == subject
            apart = made.inherited and not phrase and quantities[i - 1].kind == "count"
            if apart and q.unit_base in PEOPLED and quantities[i - 1].unit_base != q.unit_base:
                made.name = subject.removesuffix("人口") + PEOPLED[q.unit_base]  # 5个小组,90户400人
            made.former = run == 1 and bool(FROM.search(before) and TO.fullmatch(after))
            if made.former and (m := change().search(after)):
                made.direction = "下降" if m[1] in lexicon()["fall"] else "增长"
            named.append((q, made, (begin, left, end)))
        subject = made.subject or subject
        verb_before = (
            (_leading_verb(phrase), q) if q.kind in ("count", "amount") and q.unit_base != "元" else None
        )
        i += run
    return named


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


def _after(text, quantities, spans, i):
    """Text after a value up to the next one, sizes left in (13个80亿元以上项目).

    Where it is nothing but a size, the noun is that of the next item of the list (2个50亿元以上、5个10亿元以上项目).
    """
    start, last = quantities[i].end, i
    while last + 1 < len(quantities) and spans[last][2] == quantities[last + 1].start < spans[i][3]:
        sized = _is_threshold(text, quantities, spans, last + 1)
        bare = SIZED.sub("", text[start : spans[last][2]]) in ("", "、")
        if not bare or not (sized or (last > i and quantities[last + 1].unit == quantities[i].unit)):
            break
        if not sized:
            start = quantities[last + 1].end
        last += 1
    return text[start : spans[last][2]]


def _leading_verb(phrase):
    """Verb that a subject begins with and that has an object before or after the value (新建公园, 新建), or ""."""
    return next(
        (v for v in _verbs() if phrase == v or (phrase.startswith(v) and len(phrase) > len(v) + 1)), ""
    )


@cache
def _verbs():
    return sorted(lexicon()["verbs"] - lexicon()["light"], key=lambda w: (-len(w), w))


def _with_shared_verb(phrase, before, verb_before, quantity):
    """Subject of a further item of a list with the verb that all items share (新建公园3个、广场5个)."""
    countable = quantity.kind == "count" or (quantity.kind == "amount" and quantity.unit_base != "元")
    if not verb_before or not verb_before[0] or not before.startswith("、") or not countable:
        return phrase
    bare = len(phrase) == 1 or phrase in lexicon()["generic"] or phrase in lexicon()["levels"]
    first = tag(before.lstrip("、"))[:1]
    if phrase.endswith(("量", "额", "值", "率", "收入")) and quantity.kind == "amount":
        return phrase
    has_verb = bool(first) and first[0][0] in lexicon()["verbs"] | lexicon()["light"]
    return phrase if bare or has_verb else verb_before[0] + phrase


def _with_shared_object(verb, subject):
    """A bare verb with the object that another verb had before (新建管网155公里、改造140公里)."""
    first = next((v for v in _verbs() if subject.startswith(v) and len(subject) > len(v) + 1), "")
    return verb + subject[len(first) :] if first else verb


def _is_threshold(text, quantities, spans, i):
    """Whether a quantity is the size of things that are counted (50亿元以上项目5个)."""
    q, (begin, _, _, _) = quantities[i], spans[i]
    if q.kind == "amount" and q.unit_base not in ("元", "") and DEVICE.match(text, q.end):
        return True
    if q.unit_base == "元" and "元" not in q.unit and SIZES.match(text, q.end):
        return True
    if q.kind in ("share", "rank") or not set(q.marks) & LIMITS:
        return False
    if text[spans[i][1] : q.start].endswith("在") and HAN.match(text, q.end):  # 在200人以上安置点
        return True
    if i and quantities[i - 1].end == q.start and quantities[i - 1].kind == "count":
        return True
    following = i + 1 < len(quantities) and spans[i + 1][0] == begin
    return (
        following
        and re.match("[^、,和及与]", text[q.end : q.end + 1]) is not None
        and quantities[i + 1].kind == "count"
    )


def _run(text, quantities, i):
    """How many quantities from this one on are only joined (348项、191项和498项)."""
    run = 1
    while i + run < len(quantities):
        a, b = quantities[i + run - 1], quantities[i + run]
        if a.kind == "rank" and b.unit == "位":  # 排名46位、82位
            b.kind = "rank"
        if (
            a.kind != b.kind
            or a.unit_base != b.unit_base
            or a.unit.endswith("人口") != b.unit.endswith("人口")
            or not re.fullmatch("(?:、|,|和|与|及|以及)", text[a.end : b.start])
            or (text[a.end : b.start] == "," and HAN.match(text, b.end))  # 服务商8家,12家企业启动改造
        ):
            break
        run += 1
    return run


def _items(left, phrase, n):
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
