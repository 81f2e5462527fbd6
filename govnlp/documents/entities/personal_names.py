"""Personal names: surnames, and names written without a blank."""

import re
from functools import cache

from govnlp.lexicons import lexicon_path

DOT = "·•‧・"  # between the parts of a name: 买买提江·吾买尔
DOTTED = re.compile(f"[一-鿿]{{1,7}}(?:[{DOT}][一-鿿]{{1,7}}){{1,3}}")
WIDE = "[ \u3000\u00a0]{1,4}"  # blanks that set a word of few characters as wide as longer ones
PADDED = "(?<![一-鿿])(?:([一-鿿]){0}([长任])|([一-鿿]|{1}){0}([一-鿿])(?:{0}([一-鿿]))?)(?![一-鿿])"


@cache
def surnames():
    """Surnames by strength: ``{"common": set, "rare": set, "compound": set}``."""
    found, strength = {}, None
    for line in lexicon_path("surnames.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            strength = found.setdefault(line.strip("[]"), set())
        elif line and not line.startswith("#"):
            strength.update(line.split())
    return found


def surname_length(text):
    """Number of characters of the surname that `text` begins with, 0 where it begins with none."""
    known = surnames()
    if text[:2] in known["compound"]:
        return 2
    return int(text[:1] in known["common"] or text[:1] in known["rare"])


@cache
def _padded():
    """Pattern of a post (局　长) or a name whose characters blanks part."""
    return re.compile(PADDED.format(WIDE, "|".join(sorted(surnames()["compound"]))))


def unpadded(text):
    """Text whose names, and posts such as 局　长, are no longer set wide, and the names that were.

    >>> unpadded("组　长：李　林　区长")
    ('组长：李林　区长', {'李林'})
    """
    names = set()

    def joined(found):
        if found[1]:
            return found[1] + found[2]
        name = "".join(filter(None, found.groups()))
        if surname_length(name) < len(found[3]) or not is_name(name):
            return found[0]
        names.add(name)
        return name

    return _padded().sub(joined, text), names


def is_name(text):
    """Whether `text` is a surname and one or two characters more."""
    return 1 <= len(text) - surname_length(text) <= 2 and surname_length(text) > 0


def cuttings(text):
    """Every way to cut `text` into names."""
    ways = {len(text): [[]]}
    for start in range(len(text) - 2, -1, -1):
        ends = [end for end in range(start + 2, start + 5) if ways.get(end) and is_name(text[start:end])]
        ways[start] = [[text[start:end], *rest] for end in ends for rest in ways[end]][:50]
    return ways.get(0, [])


def split_names(text):
    """Names written without a blank, and whether the places to cut are certain.

    Of several cuttings the one with the fewest rare surnames and names of two characters is taken, the first of equals.

    Examples
    --------
    >>> split_names("陈晓禾赵一帆")
    (['陈晓禾', '赵一帆'], True)
    >>> split_names("周雨林王一")
    (['周雨', '林王一'], False)
    """
    if is_name(text) or DOTTED.fullmatch(text):
        return [text], True
    ways = cuttings(text) if len(text) <= 16 else []
    if len(ways) < 2:
        return (ways[0], True) if ways else ([], True)
    firm = [way for way in ways if all(map(is_common, way))]
    costs = [sum(2 * (not is_common(name)) + (len(name) == 2) for name in way) for way in ways]
    return ways[costs.index(min(costs))], len(firm) == 1


def is_common(name):
    """Whether a name begins with a common surname or a compound one."""
    known = surnames()
    return name[0] in known["common"] or name[:2] in known["compound"]
