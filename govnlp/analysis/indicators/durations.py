"""Names of durations: runs of years, and what is done within a time."""

import re

from govnlp.analysis.indicators.objects import action_after, object_of
from govnlp.analysis.indicators.subjects import is_open, is_verbal, lexicon

TERM = re.compile("的?(?:期限)?的?([^,;。的]{0,6}(?:合同|协议))")
EVENT = re.compile("(?:离校|毕业|退役|入职|参保|工商登记|注册|成立|投产)$")
CIRCLE = re.compile("[^,;。、的]{1,8}?圈")


def reach(c):
    """Subject and name of a circle within reach (15分钟养老服务圈)."""
    if c.kind != "duration" or not (m := CIRCLE.match(c.right)):
        return None
    place = c.phrase.rpartition("、")[2]
    name = ("" if is_open(place) else place) + m[0]
    return name, name


def run_of_years(c):
    """Subject and name of a run of years (连续三年下降, 连续第3年举办的论坛)."""
    if "连续" not in c.quantity.marks or c.kind != "duration":
        return None
    if (m := re.match("([^的,;:。]{2})的([^,;:。]{2,})", c.right)) and (noun := object_of(m[2])[0]):
        return noun, f"{noun}连续{m[1]}"
    vague = is_verbal(c.phrase) or c.phrase.startswith((*lexicon()["predicates"], "这", "该", "其", "那"))
    subject = c.before if vague else c.phrase
    return subject, (subject or action_after(c.right)) + "连续"


def since_event(c):
    """Subject and name of the time since an event in people's lives (离校2年内的毕业生)."""
    if c.kind != "duration" or not (m := EVENT.search(c.left)):
        return None
    return c.before, m[0]


def term_of(c):
    """Subject and name of the term of a contract (签订1年以上劳动合同)."""
    if c.kind != "duration" or not (m := TERM.match(c.right)):
        return None
    return c.before, m[1] + "期限"


def done_within(c):
    """Subject and name of a time that something takes (30天内建成产业基地)."""
    if c.kind != "duration" or (c.phrase and not c.said):
        return None
    return c.before, action_after(c.right) or c.phrase or c.before
