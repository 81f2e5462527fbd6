"""Names of those who act: noun phrases whose head is a body, a post or a person."""

import re
from functools import lru_cache

from govnlp.analysis.duties.deadlines import DAY
from govnlp.analysis.duties.reading import QUIET, read, words

FIRST = re.compile(rf"(?:其中[，,]?|同时[，,]?|或者|原则上|请|望|\d{{4}}年(?!度)|{DAY}[，,]?)*")
"""What may stand before the subject of a sentence."""
HEAD = "[HGAF]"
VERBAL = "[uUvVw](?=[uUvV]{0,2}G)"
"""A verb that a noun behind it makes part of a name (养护|单位, 推荐|机构)."""
MORE = f"(?:(?:[nr]|(?<=F)[auU])[nrauU]*{HEAD}|r[nrauU]*v[nrauUv]*G|{HEAD}|[uUV]G)"
"""What belongs to a head before it (区政府|办公室, 企业|登记机关); a verb with another object is its act."""
BEGINNING = "(?:v(?=[uUvV]?[HA]|n[nrau]*G)|U(?=[uUvV]*A|[nrauUv]{0,3}G))"
PHRASE = f"{BEGINNING}?(?:[nra]|{VERBAL}|u|(?<=[nrauU])U|(?<=n)v(?=A))*+{HEAD}{MORE}*+"
RELATIVE = "(?![VMWYPdxa])(?:[vp][^MWYPx;]+|[^MWYPx;HGAF]+|[^MWYPx;]+[vVUHGAF])D"
"""A clause before a noun: what it has or does (负有责任的), who acts on it (市政府确定的), whose it is (各镇的)."""
PIECE = rf"(?:[nrau]|{VERBAL}|(?<!{HEAD})[Uv]|{HEAD}){{1,12}}+[,&]+"
"""A piece of a list that shares its head with those behind it (财政、税务|部门), or has its own."""
LAST_ONE = f"(?:{PHRASE}(?:E(?:[nuUv]*G)?)?|[nuUv]{{1,6}}E[nuUv]*G)"
LIST = f"(?!V|a[UvV](?!G))(?:{PIECE})*(?:{RELATIVE})?(?:{PIECE})*{LAST_ONE}"
NAME = re.compile(f"({LIST})")
ACTS = re.compile(rf"({LIST}|VG(?=[da]*[MP]))(?=[da]*[MWwVUvPpY])")
LAST = re.compile(rf"({LIST}|VG(?=[da]*(?:[MP]|$)))(?=[da]*(?:[MWwVUvPpY]|$))")


COUNTED = re.compile(
    r"\d[余多]?[万亿]?(?:[%％家所人名户台座项处支]|个(?![^、，]{0,4}(?:[区县市州镇乡盟旗街部]|(?<!城中)村)))(?:以上|以下|左右)?$|(?<=[^第])一批"
)
"""What a name counts is set up or reached, and acts not: 新建幼儿园7所, 建设一批中试基地."""
CALLED = re.compile("a(?:nH|[nuU]G)$")
"""A word for how something is done before a noun, or a body of whose name it is part (主动健康研究院, 主动预警中心)."""
MADE = re.compile("[UV][nraFA][^D]*$|v[nraFA][^D,]*$|[UV][vw][^D]*D")
"""A verb and its object (优化民营企业, 建设具有影响力的消费中心), which read like a name whose first word is a verb."""

LONGEST = 200
"""Words of the longest list of actors that is looked for; matching takes the square of it."""


def is_actor(text):
    """Whether a text is nothing but actors (各区人民政府、市政府各部门).

    >>> is_actor("各区人民政府、市政府各部门"), is_actor("加强组织领导")
    (True, False)
    """
    if "，" in text and "，" in QUIET.sub("", text):  # parts clauses, and no actors
        return False
    letters = read(text).letters
    named = len(letters) <= LONGEST and bool(NAME.fullmatch(letters)) and text not in words("not_alone")
    return named and not _is_object(text)


@lru_cache(maxsize=20_000)
def _is_object(name):
    """Whether a name is what a sentence sets up or reaches: it counts things, or begins with a verb.

    >>> _is_object("建设云岭医疗中心"), _is_object("建设单位"), _is_object("新建幼儿园7所"), _is_object("6个县市")
    (True, False, True, False)
    >>> _is_object("建设一批中试基地"), _is_object("梯度培育企业")
    (True, True)
    """
    name = QUIET.sub("", name)
    reading = read(name)
    first = name[: reading.ends[0]]
    act = "的" not in name and reading.letters[1:2] != "G" and first in words("acts")
    how = first in words("manner") and not CALLED.match(reading.letters)
    if act or how or COUNTED.search(name):
        return True
    return name.endswith(tuple(words("made"))) and bool(MADE.match(reading.letters))


@lru_cache(maxsize=4_000)
def name_at(text, start=0, pattern=NAME):
    """The name that begins at an offset, or None."""
    reading = read(text)
    if start not in reading.starts:
        return name_at(text[start:], 0, pattern) if 0 < start < len(text) else None
    at = reading.starts.index(start)
    found = pattern.match(reading.letters, at, at + LONGEST)
    name = text[start : reading.ends[found.end(1) - 1]] if found else None
    return name if name and not _is_object(name) else None


def actor_of(clause, alone=False):
    """The actor that a clause begins with, where an act, a modal or a preposition follows, or, if `alone`, nothing.

    >>> actor_of("区水利局检查河道管理单位"), actor_of("加强检查")
    ('区水利局', None)
    """
    at = FIRST.match(clause).end()
    name = name_at(clause, at, LAST if alone else ACTS)
    return None if name in words("not_alone") else name
