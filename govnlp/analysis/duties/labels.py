"""Labels of responsibility: （责任单位：…；配合单位：…）, （…牵头，…配合）, （…按职责分工负责）."""

import re
from functools import cache
from typing import NamedTuple

from govnlp.analysis.duties.actors import either, is_actor, words
from govnlp.analysis.duties.bearers import hold, release

BRACKETED = re.compile(r"[（(〔]((?:[^（）()〔〕]|[（(〔][^（）()〔〕]*[）)〕])+)[）)〕]")


class Label(NamedTuple):
    """Who is responsible and who helps, and where the bracket stands."""

    start: int
    end: int
    bearer: str | None
    support: str | None


@cache
def _patterns():
    lead, responsible, support = (either(words("labels")[key]) for key in ("lead", "responsible", "support"))
    return {
        "inline": re.compile(
            rf"(?<![一-鿿])(?:(?:{lead}|{responsible}|{support})\s*[：:][^。\n；;（(]*[；;]?\s*)+[。\n]?"
        ),
        "parts": re.compile(rf"(?P<role>{lead}|{responsible}|{support})\s*[：:]"),
        "support": re.compile(rf"{support}"),
        "leads": re.compile(r"^(.+?)(?:共同|联合)?牵头(?:负责|落实|组织实施)?$"),
        "helps": re.compile(
            r"^(.+?)(?:按(?:照)?(?:各自)?职责(?:分工)?)?(?:配合|参与|协同|协助|协办)(?:负责|落实)?$"
        ),
        "does": re.compile(
            r"^(?:由)?(.+?)(?:按(?:照)?(?:各自)?(?:职责|分工)(?:分工)?|分工|分别|具体|共同|组织|依职责|根据职责)*(?:负责|落实|承办|实施)(?:落实|实施)?$"
        ),
    }


def find_labels(text):
    """Brackets, and sentences such as 责任单位：区水利局, that name who is responsible.

    >>> [x[2:] for x in find_labels("完成清淤。（区水利局牵头，区财政局、各镇配合）")]
    [('区水利局', '区财政局、各镇')]
    """
    found = []
    for match in BRACKETED.finditer(text):
        bearer, support = parse_label(match[1])
        bearer = bearer or _only_units(text, match)
        if bearer or support:
            found.append(Label(*match.span(), bearer, support))
    for match in _patterns()["inline"].finditer(text):
        bearer, support = parse_label(match[0].strip().rstrip("。；;"))
        if (bearer or support) and not any(x.start <= match.start() < x.end for x in found):
            found.append(Label(*match.span(), bearer, support))
    return sorted(found)


def _only_units(text, bracket):
    """The units of a bracket behind a sentence that holds nothing else: 办好学校。（区教育局、区财政局）."""
    units, ended = bracket[1].strip(" 　。；;"), text[: bracket.start()].rstrip().endswith(("。", "；", ";"))
    several = "、" in units and text[bracket.end() : bracket.end() + 1] in ("。", "；", "\n", "")
    is_list = (ended or several) and all(is_actor(x.strip()) for x in re.split("[、，,；;]", hold(units)))
    named = is_actor(text[max(0, bracket.start() - 2) : bracket.start()])  # 有关部门（某局、某局）
    return units if is_list and (ended or not named) else None


def label_line(text):
    """The label that a line of its own is (责任单位：区教育局), or None."""
    text = text.strip().rstrip("。；")
    inner = BRACKETED.fullmatch(text)
    text = inner[1] if inner else text
    parts = _patterns()["parts"].match(text)
    if not parts and not inner:
        return None
    bearer, support = parse_label(text)
    return Label(0, len(text), bearer, support) if bearer or support else None


def parse_label(text):
    """Bearer and support of the inside of a bracket.

    >>> parse_label("责任单位：区教育局、区财政局；配合单位：各镇"), parse_label("区教育局等单位按职责分工负责")
    (('区教育局、区财政局', '各镇'), ('区教育局等单位', None))
    """
    patterns, text = _patterns(), hold(text)
    bearers, support = [], []
    roles = list(patterns["parts"].finditer(text))
    ends = [role.start() for role in roles[1:]] + [len(text)]
    for role, end in zip(roles, ends, strict=False):
        units = text[role.end() : end].strip(" 　，,；;。")
        lead = _phrases(
            units, bearers if not patterns["support"].fullmatch(role["role"]) else support, support
        )
        if not lead:
            (support if patterns["support"].fullmatch(role["role"]) else bearers).append(units)
    if not roles and re.search("牵头|配合|负责|落实|参与|协同|承办", text[-12:]):
        _phrases(text, bearers, support)
    return tuple(release("、".join(filter(None, units))) or None for units in (bearers, support))


def _phrases(text, bearers, support):
    """Put the units of 某局牵头，某局配合 where they belong; whether the text has this form."""
    patterns, found = _patterns(), False
    for part in re.split("[，,；;。]", text):
        part = part.strip()
        helps = patterns["helps"].match(part)
        does = patterns["leads"].match(part) or patterns["does"].match(part)
        if helps or does:
            (support if helps else bearers).append((helps or does)[1])
            found = True
        elif found and part:  # 以下均需落实: a remark behind it
            break
    return found
