"""Labels of responsibility: （责任单位：…；配合单位：…）, （…牵头，…配合）, （…按职责分工负责）."""

import re
from functools import cache
from typing import NamedTuple

from govnlp.analysis.duties.actors import is_actor
from govnlp.analysis.duties.reading import hold, release, words
from govnlp.text import either

BRACKETED = re.compile(r"[（(〔]((?:[^（）()〔〕]|[（(〔][^（）()〔〕]*[）)〕])+)[）)〕]")

REMARK = re.compile(
    "[（(〔][^（）()]*(?:为牵头|下同)[^（）()]*[）)〕]|[，,；;]?排(?:名|在)[^，,；;]*(?:[，,]下同)?$|[，,]下同$"
)
"""What a bracket says of its own order: 第一责任单位为牵头单位，下同."""


class Label(NamedTuple):
    """Who is responsible, who helps and until when, and where the bracket stands."""

    start: int
    end: int
    bearer: str | None
    support: str | None
    deadline: str | None = None

    def joined(self, other):
        """Both labels of one task: 责任单位：… on one line, 完成时限：… on the next."""
        bearer = "、".join(filter(None, (self.bearer, other.bearer))) or None
        support, deadline = self.support or other.support, self.deadline or other.deadline
        return self._replace(bearer=bearer, support=support, deadline=deadline)


@cache
def _patterns():
    kinds = {"lead": "bearer", "responsible": "bearer", "support": "support", "deadline": "deadline"}
    kinds |= {"measure": "other", "task": "other"}
    roles = {name: kind for key, kind in kinds.items() for name in words("labels")[key]}
    head = rf"(?:{either(roles)})\s*[：:]"
    return {
        "roles": roles,
        "inline": re.compile(rf"(?<![一-鿿])(?:{head}[^。\n；;（(]*[；;]?\s*)+[。\n]?"),
        "parts": re.compile(rf"(?P<role>{either(roles)})\s*[：:]"),
        "leads": re.compile(r"(.+?)(?:共同|联合)?牵头(?:负责|落实|组织实施)?$"),
        "helps": re.compile(
            r"(.+?)(?:按(?:照)?(?:各自)?职责(?:分工)?)?(?:配合|参与|协同|协助|协办)(?:负责|落实)?$"
        ),
        "does": re.compile(
            r"(?:由)?(.+?)(?:按(?:照)?(?:各自)?(?:职责|分工)(?:分工)?|分工|分别|具体|共同|组织|依职责|根据职责)*(?:负责|落实|承办|实施)(?:落实|实施)?$"
        ),
    }


def find_labels(text):
    """Brackets, and sentences such as 责任单位：区水利局, that name who is responsible.

    >>> [x[2:] for x in find_labels("完成清淤。（区水利局牵头，区财政局、各镇配合，完成时限：年底前）")]
    [('区水利局', '区财政局、各镇', '年底前')]
    """
    found = []
    for match in BRACKETED.finditer(text):
        bearer, support, deadline = parse_label(match[1])
        bearer = bearer or _only_units(text, match)
        if bearer or support:
            found.append(Label(*match.span(), bearer, support, deadline))
    for match in _patterns()["inline"].finditer(text):
        said = parse_label(match[0].strip().rstrip("。；;"))
        if any(said) and not any(x.start <= match.start() < x.end for x in found):
            found.append(Label(*match.span(), *said))
    return sorted(found, key=lambda label: label[:2])


def _only_units(text, bracket):
    """The units of a bracket behind a sentence that holds nothing else: 办好学校。（区教育局、区财政局）."""
    units, ended = units_of(bracket[1]), text[: bracket.start()].rstrip().endswith(("。", "；", ";"))
    several = "、" in units and text[bracket.end() : bracket.end() + 1] in ("。", "；", "\n", "")
    named = is_actor(text[max(0, bracket.start() - 2) : bracket.start()])  # 有关部门（某局、某局）
    return units if units and (ended or (several and not named)) else None


def units_of(text):
    """The units that a text lists before any remark (排名第一位的为牵头单位，下同)."""
    kept, pieces = "", re.split("([、，,；;。])", hold(REMARK.sub("", text)).strip(" 　"))
    for mark, piece in zip(["", *pieces[1::2]], pieces[::2], strict=True):
        if mark == "。" or (not is_actor(piece.strip().removesuffix("等")) and mark not in ("", "、")):
            break
        kept += mark + piece
    return release(kept) if is_actor(re.sub("[，,；;]", "、", kept).removesuffix("等")) else ""


def label_line(text):
    """The label that a line of its own is (责任单位：区教育局), or None."""
    text = text.strip().rstrip("。；")
    inner = BRACKETED.fullmatch(text)
    text = inner[1] if inner else text
    said = parse_label(text) if inner or _patterns()["parts"].match(text) else (None,)
    return Label(0, len(text), *said) if any(said) else None


def parse_label(text):
    """Bearer, support and deadline of the inside of a bracket.

    >>> parse_label("责任单位：区教育局、区财政局；配合单位：各镇；时限：6月底")
    ('区教育局、区财政局', '各镇', '6月底')
    >>> parse_label("区教育局等单位按职责分工负责")
    ('区教育局等单位', None, None)
    """
    patterns, text = _patterns(), hold(text)
    found = {"bearer": [], "support": [], "deadline": [], "other": []}
    roles = list(patterns["parts"].finditer(text))
    for role, end in zip(roles, [*[role.start() for role in roles[1:]], len(text)], strict=False):
        units, kind = text[role.end() : end].strip(" 　，,；;。"), patterns["roles"][role["role"]]
        if kind in ("deadline", "other") or not _phrases(units, found, kind):
            found[kind].append(units if kind == "deadline" else _listed(units))
    before = text[: roles[0].start()] if roles else text
    if re.search("牵头|配合|负责|落实|参与|协同|承办", before[-14:]):
        _phrases(before, found)
    return tuple(
        release("、".join(filter(None, found[key]))) or None for key in ("bearer", "support", "deadline")
    )


def _listed(units):
    """The units behind a role, without a remark; commas between them are marks of a list (区水利局，各镇)."""
    units = REMARK.sub("", release(units)).partition("。")[0]
    listed = re.sub("[，,]", "、", units)
    return listed if is_actor(listed) else units


def _phrases(text, found, kind="bearer"):
    """Put the units of 某局牵头，某局配合 where they belong; whether the text has this form."""
    patterns, waiting, any_found = _patterns(), [], False
    for part in map(str.strip, re.split("[，,；;。]", text)):
        helps = patterns["helps"].match(part)
        does = patterns["leads"].match(part) or patterns["does"].match(part)
        if helps or does:
            units, _, others = "，".join([*waiting, (helps or does)[1]]).partition("会同")
            found["support" if helps else kind].append(units)
            found["support"] += [others] if others else []
            waiting, any_found = [], True
        elif is_actor(part):
            waiting.append(part)
        elif any_found and part:  # 以下均需落实: a remark behind it
            break
    return any_found
