"""The list of words and roles: each word once, and no role that nothing reads."""

import re
from collections import Counter
from pathlib import Path

import govnlp.analysis.indicators as room
from govnlp.lexicons import lexicon_content, lexicon_path

ONE_WORD = "term"  # of words that stand in the list so that they are one word; nothing asks for it
DOCS = Path(__file__).parents[3] / "docs" / "indicators.md"
LINES = [x for x in lexicon_path("lexemes.csv").read_text(encoding="utf-8").splitlines() if x[:1] != "#"][1:]
ROLES = {role for x in LINES for role in x.split(",")[1].split()}


def test_a_word_is_listed_once():
    assert [w for w, n in Counter(x.split(",")[0] for x in LINES).items() if n > 1] == []


def test_a_role_is_used():
    code = "".join(p.read_text(encoding="utf-8") for p in Path(room.__file__).parent.glob("*.py"))
    grammar = lexicon_content("grammar.yaml")
    rows = [str(r.get("ends", "")) for r in grammar["rules"]]
    rows += [
        r[x]
        for side in ("heads", "fronts")
        for r in lexicon_content("members.yaml")[side]
        for x in ("own", "others")
    ]
    endings = [row for kind in lexicon_content("endings.yaml")["rows"].values() for row in kind]
    rows += [str(row.get(x, "")) for row in endings for x in ("ends", "unless", "signs", "verb")]
    used = {
        *re.findall('"([a-z]+)"', code),
        *re.findall("[a-z]+", " ".join(rows)),
        *grammar["letters"]["roles"],
        ONE_WORD,
    }
    assert ROLES - used == set()


def test_a_role_is_explained():
    """In the tables of the page that the file names."""
    rows = re.findall(r"^\| ([a-z_, ]+) \|", DOCS.read_text(encoding="utf-8"), re.MULTILINE)
    assert ROLES - {role for row in rows for role in row.split(", ")} == set()
