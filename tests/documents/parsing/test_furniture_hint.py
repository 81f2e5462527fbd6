"""`furniture.HINT` holds a character of every line that a pattern of furniture holds for: no pattern is passed over."""

import re
from itertools import islice, product
from re import _constants as form
from re import _parser

import pytest

from govnlp.documents.parsing import furniture
from govnlp.lexicons import lexicon_path

MOST = 400  # strings of a pattern that are tried
NEUTRAL = "渠"  # stands for any character, and is in no list of hints
REPEATS = (form.MAX_REPEAT, form.MIN_REPEAT, form.POSSESSIVE_REPEAT)
CLASSES = {form.CATEGORY_DIGIT: "1", form.CATEGORY_SPACE: " "}
NAMES = (
    "AFFILIATION BACK_NUMBERS BYLINE PICTURED CREDITED DATED DATELINE EDITOR ISSUE MASTHEAD NAMES NOTE OFFER OFFICIAL"
    " ORIGIN PRODUCED SITE_AUTHOR TABLE"
)


def rows():
    """Rows of the shipped list but for the words on buttons and in cards, which are known by their neighbours."""
    section = None
    for line in lexicon_path("furniture.txt").read_text(encoding="utf-8").splitlines():
        if furniture.SECTION.fullmatch(line):
            section = line[1:-1]
        elif line and line[0] != "#" and section in ("anywhere", "piece", "line"):
            yield line


def shortest(tree):
    """The shortest strings that a parsed pattern describes, each branch in turn; what looks around adds nothing."""
    pieces = [list(islice(piece(*item), MOST)) for item in tree]
    return ("".join(x) for x in islice(product(*pieces), MOST))


def piece(kind, value):
    if kind is form.LITERAL:
        yield chr(value)
    elif kind in (form.ANY, form.NOT_LITERAL):
        yield NEUTRAL
    elif kind is form.IN:
        yield one_of(value)
    elif kind is form.BRANCH:
        for branch in value[1]:
            yield from shortest(branch)
    elif kind in (form.SUBPATTERN, form.ATOMIC_GROUP):
        yield from shortest(value[-1] if kind is form.SUBPATTERN else value)
    elif kind in REPEATS:
        least, _, repeated = value
        yield from (x * least for x in shortest(repeated))
    else:
        yield ""


def one_of(choices):
    kind, value = choices[0]
    if kind is form.LITERAL:
        return chr(value)
    if kind is form.RANGE and not value[0] <= ord(NEUTRAL) <= value[1]:
        return chr(value[0])
    return CLASSES.get(value, NEUTRAL) if kind is form.CATEGORY else NEUTRAL


def passed_over(pattern):
    """Lines for which a pattern holds and `HINT` doesn't; a pattern of which no line can be made is one, too."""
    pattern = re.compile(pattern)
    lines = [x for x in shortest(_parser.parse(pattern.pattern)) if x and pattern.search(x)]
    return [x for x in lines if not furniture.HINT.search(x)] if lines else [pattern.pattern]


def test_a_pattern_without_a_hint_is_found():
    assert passed_over("渠清(?:了水|亮着)") == ["渠清了水", "渠清亮着"]


@pytest.mark.parametrize("name", NAMES.split())
def test_patterns_in_code_have_a_hint(name):
    assert passed_over(getattr(furniture, name)) == []


def test_rows_of_the_list_have_a_hint():
    assert {row: found for row in rows() if (found := passed_over(row))} == {}
