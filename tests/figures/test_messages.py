"""Sentences of the library in Chinese: every one that the code can say has its translation."""

import ast
import re
from pathlib import Path

import pytest
import yaml

import govnlp as gn
from govnlp.documents.reading import formats, pdf
from govnlp.figures.messages import GAP, message_text
from govnlp.figures.saving import save_table
from govnlp.lexicons import lexicon_path

PROSE = re.compile(r"(?!pip install)\b[a-z]{3,} [a-z]{2,}")
PACKAGE = Path(gn.__file__).parent


def entries():
    parts = yaml.safe_load(lexicon_path("messages.yaml").read_text(encoding="utf-8"))
    return [entry for part in parts.values() for entry in part]


def sentences(node):
    """Texts that an expression can give, with 7 for what varies."""
    if isinstance(node, ast.IfExp):
        return sentences(node.body) + sentences(node.orelse)
    if isinstance(node, ast.JoinedStr):
        return ["".join(x.value if isinstance(x, ast.Constant) else "7" for x in node.values)]
    return [node.value] if isinstance(node, ast.Constant) and isinstance(node.value, str) else []


def reasons():
    """Every text that the documents' modules give to Unreadable, and the remedies they are put together with."""
    for path in sorted((PACKAGE / "documents").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Unreadable" and node.args:
                yield from sentences(node.args[0])
    yield from (f"format .x is not read; {remedy}" for remedy in formats.REMEDIES.values())
    yield from (f"{what}; {pdf.REMEDY}" for what in ("text layer is garbled", "images only, no text layer"))


def test_every_reason_has_its_chinese():
    found = sorted(set(reasons()))
    assert len(found) > 30
    english = [text for text in found if PROSE.search(message_text(text, "zh"))]
    assert not english


def test_every_note_of_a_shipped_lexicon_has_its_chinese():
    for themes in (gn.read_themes(), gn.read_themes("instruments"), gn.read_themes("commitment")):
        assert not [note for note in themes["note"].unique() if PROSE.search(message_text(note, "zh"))]


@pytest.fixture(scope="module")
def corpus():
    text = "青槐区优化营商环境，签约项目3个，企业满意。\n\n临溪区持续优化营商环境，不得推诿，企业放心。\n\n"
    return gn.parse_text(text * 3, "甲")


def tables(corpus):
    units = corpus.units("paragraph")
    terms = gn.count_terms(units, stopwords="medium", min_length=2)
    themes = gn.read_themes()
    scores = gn.score_themes(corpus, themes)
    first = terms.units["unit_id"].head(2).tolist()
    yield from (
        gn.frequency(terms),
        gn.frequency(terms.trim(top=3)),
        gn.frequency(terms.subset(terms=["企业"])),
    )
    yield from (
        gn.dispersion(terms),
        gn.diversity(units),
        gn.concordance(corpus, "企业"),
        gn.new_terms(units),
    )
    yield from (gn.collocations(units, "企业"), gn.collocations(units, "企业", window="sentence"))
    yield from (gn.cooccurrence(terms, top=5), gn.correspondence(terms, by="unit_id"), gn.tfidf(terms))
    yield from (gn.tfidf(terms, idf="corpus", sublinear=True, norm="l2"), gn.tfidf(terms, idf={"企业": 1.0}))
    yield gn.keyness(terms, target=[unit in first for unit in terms.units["unit_id"]])
    yield from (scores, gn.score_themes(terms, themes), gn.theme_profile(scores))
    yield from (gn.score_themes(corpus, gn.read_themes(name)) for name in ("instruments", "commitment"))


def test_every_footnote_has_its_chinese(corpus):
    notes = [table.attrs["note"] for table in tables(corpus)]
    terms = gn.count_terms(corpus.units("paragraph"))
    with pytest.warns(UserWarning, match="too few") as caught:
        notes.append(gn.cluster_topics(terms, 2, runs=3).describe())
    notes += [corpus.footnote(), *(str(warning.message) for warning in caught)]
    assert not [note for note in notes if PROSE.search(message_text(note, "zh"))]


def test_a_message_is_translated_part_by_part():
    assert message_text("empty file; own remark", "zh") == "空文件；own remark"
    assert message_text("3 units (doc_id), 9 tokens, 4 terms", "zh") == "3个单位（文献），9词次，4个词"
    assert message_text("tokens removed: stop words 2; punctuation 1", "zh") == "剔除：停用词2个；标点1个"
    assert message_text("empty file", "en") == message_text("empty file", None) == "empty file"
    assert message_text(None, "zh") is None


def test_a_translation_has_no_gap_that_its_message_lacks():
    for entry in entries():
        assert set(GAP.findall(entry["zh"])) <= set(GAP.findall(entry["en"])), entry
    english = [entry["en"] for entry in entries()]
    assert len(english) == len(set(english))


def test_a_saved_table_speaks_the_readers_language(tmp_path, corpus):
    table = corpus.problems.reindex([0]).assign(path="甲.txt", stage="read", reason="empty file")
    for lang, text in (("zh", "空文件"), ("en", "empty file"), (None, "empty file")):
        path = save_table(table, tmp_path / "x", title="x", lang=lang)
        assert path.read_text(encoding="utf-8-sig") == f"path,stage,reason\n甲.txt,read,{text}\n"
    assert table["reason"].tolist() == ["empty file"]
