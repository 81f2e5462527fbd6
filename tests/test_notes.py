"""Sentences of the library: the keys that the code names, in both languages, and what storage leaves of them."""

import ast
import copy
import pickle
import re
from pathlib import Path

import pandas as pd
import pytest

import govnlp as gn
from govnlp.analysis.themes.lexicon import SHIPPED
from govnlp.documents.reading import formats
from govnlp.figures.saving import save_table
from govnlp.lexicons import lexicon_content
from govnlp.notes import ASKED, Note, from_json, joined, reader_language, said
from govnlp.words.diversity import diversity

PROSE = re.compile(r"(?!pip install)\b[a-z]{3,} [a-z]{2,}")
SEGMENTER = re.compile(r"Segmenter\(.*?\)")  # a program, shown as it is
PACKAGE = Path(gn.__file__).parent


def keys():
    """Keys that calls of Note name, either branch of a condition."""
    for path in sorted(PACKAGE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if (
                isinstance(node, ast.Call)
                and getattr(node.func, "id", "") in ("Note", "Mistake")
                and node.args
            ):
                first = node.args[0]
                for one in (first.body, first.orelse) if isinstance(first, ast.IfExp) else (first,):
                    if isinstance(one, ast.Constant):
                        yield one.value
    yield from formats.REMEDIES.values()


def test_every_key_of_the_code_has_its_sentence_in_both_languages():
    known, named = lexicon_content("messages.yaml"), set(keys())
    assert len(named) > 50 and named <= set(known)
    for key, entry in known.items():
        assert {"zh", "en"} <= set(entry) <= {"zh", "en", "one"}, key
        gaps = [set(re.findall(r"\{(\w+)", entry[lang])) for lang in ("zh", "en")]
        assert gaps[0] <= gaps[1], key


def test_unreadable_is_raised_with_a_note():
    for path in sorted((PACKAGE / "documents").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Unreadable":
                assert not isinstance(node.args[0], ast.Constant | ast.JoinedStr), (path.name, node.lineno)


PLAIN = (
    "reference.py",
    "lexicons/__init__.py",
    "figures/html_tables.py",
    "documents/reading/ofd.py",
)
"""Where errors may be plain English: what only programmers call, reads messages, or is told by another error."""


def test_errors_that_readers_cause_are_raised_with_notes():
    spoken = ("ValueError", "TypeError", "KeyError", "FileNotFoundError")
    found = []
    for path in sorted(PACKAGE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            raised = node.exc if isinstance(node, ast.Raise) and isinstance(node.exc, ast.Call) else None
            if raised and raised.args and getattr(raised.func, "id", "") in spoken:
                place = path.relative_to(PACKAGE).as_posix()
                plain = isinstance(raised.args[0], ast.Constant | ast.JoinedStr | ast.BinOp)
                found += [(place, raised.lineno)] * (plain and not place.startswith(PLAIN))
    assert found == []


def test_what_is_wrong_is_said_in_chinese(tmp_path):
    """Sheets, scores, indicators and a folder without a run: each error says what is wrong in Chinese."""
    from govnlp.analysis.coding.sheets import read_codes
    from govnlp.analysis.themes.pmc import pmc_index
    from govnlp.checking import check_run
    from govnlp.notes import error_said

    table = pd.DataFrame([("甲", "X1", "a", 2)], columns=["policy", "variable", "item", "value"])
    indicators = gn.extract_indicators(gn.parse_text("2021年绿地面积20公顷。"))
    wrong = tmp_path / "别名.yaml"
    wrong.write_text("地区生产总值: GDP", encoding="utf-8")
    for call, word in (
        (
            lambda: gn.compare_indicators(indicators, "发电量"),
            "没有名称含'发电量'的指标；常见的指标名称：绿地面积",
        ),
        (lambda: gn.compare_indicators(indicators.head(0), "发电量"), "表中没有指标"),
        (lambda: gn.extract_indicators(gn.parse_text("修桥。"), synonyms=wrong), "应当是这样的行"),
        (lambda: read_codes(tmp_path / "无.xlsx"), "已填好"),
        (lambda: pmc_index(table), "'甲' 的 'a' 是 2，应为0或1"),
        (lambda: pmc_index(table.drop(columns="item")), "没有列 'item'"),
        (lambda: check_run(tmp_path, tmp_path), "请先不带 --check"),
        (lambda: gn.concordance(gn.parse_text("修桥。"), "桥", sort="up"), "sort 没有 'up' 这一种"),
    ):
        with pytest.raises((ValueError, FileNotFoundError)) as caught:
            call()
        assert word in error_said(caught.value, "zh")


def test_a_note_is_english_text_and_speaks_chinese():
    note = joined(Note("two_sides", target=1200, reference=3), Note("terms_tested", n=2), "own remark", None)
    assert note == "target 1,200 and reference 3 tokens; 2 terms tested; own remark"
    assert note.said("zh") == "本组1,200词次，其余3词次；检验2个词；own remark"
    assert Note("documents", n=1) == "1 document" and Note("documents", n=2) == "2 documents"
    assert said("plain", "zh") == "plain" and said(None, "zh") is None
    with pytest.raises(KeyError):
        Note("no such key")


def test_a_note_survives_copies_and_storage():
    note = Note("install_ocr", what=Note("garbled"))
    for other in (copy.deepcopy(note), pickle.loads(pickle.dumps(note)), from_json(note.to_json())):
        assert other == note and other.said("zh").startswith("文字层是乱码；")


def test_every_note_of_a_shipped_lexicon_has_its_chinese():
    known = lexicon_content("columns.yaml")["values"]["note"]
    for name in SHIPPED:
        notes = {part for note in gn.read_themes(name)["note"].unique() for part in note.split("; ")}
        assert not {note for note in notes if PROSE.search(note)} - set(known)


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
        diversity(units),
        gn.concordance(corpus, "企业"),
        gn.new_terms(units),
    )
    yield from (gn.collocations(units, "企业"), gn.collocations(units, "企业", window="sentence"))
    yield from (gn.cooccurrence(terms, top=5), gn.correspondence(terms, by="unit_id"), gn.tfidf(terms))
    yield from (gn.tfidf(terms, idf="corpus", sublinear=True, norm="l2"), gn.tfidf(terms, idf={"企业": 1.0}))
    yield gn.keyness(terms, target=[unit in first for unit in terms.units["unit_id"]])
    yield from (scores, gn.score_themes(terms, themes), gn.theme_profile(scores))
    yield from (gn.score_themes(corpus, gn.read_themes(name)) for name in ("instruments", "commitment"))


def test_every_footnote_is_a_note(corpus):
    notes = [table.attrs["note"] for table in tables(corpus)]
    terms = gn.count_terms(corpus.units("paragraph"))
    with pytest.warns(UserWarning, match="too few") as caught:
        notes.append(gn.cluster_topics(terms, 2, runs=3).describe())
    notes += [corpus.footnote(), *(warning.message.args[0] for warning in caught)]
    assert all(isinstance(note, Note) for note in notes)
    assert not [note for note in notes if PROSE.search(SEGMENTER.sub("", note.said("zh")))]


def test_a_saved_table_of_problems_speaks_the_readers_language(tmp_path):
    (tmp_path / "甲.txt").write_text("渠清了。\n", encoding="utf-8")
    (tmp_path / "乙.txt").write_text("", encoding="utf-8")
    table = gn.read_corpus(tmp_path).problems.assign(path="乙.txt")
    for lang, text in (("zh", "空文件"), ("en", "empty file"), (None, "empty file")):
        path = save_table(table, tmp_path / "x", title="x", lang=lang)
        assert path.read_text(encoding="utf-8-sig") == f"path,stage,reason\n乙.txt,read,{text}\n"
    assert table["reason"].tolist() == ["empty file"]


@pytest.mark.parametrize(
    "names, lang",
    [
        ({"LANG": "zh_CN.UTF-8"}, "zh"),
        ({"LANG": "en_GB.UTF-8"}, "en"),
        ({"LANG": "C.UTF-8"}, "en"),
        ({"LANGUAGE": "en", "LANG": "zh_CN.UTF-8"}, "en"),
        ({"LC_ALL": "zh_TW.UTF-8", "LANG": "C"}, "zh"),
    ],
)
def test_the_command_line_speaks_the_language_of_the_system_unless_told(monkeypatch, names, lang):
    for name in ASKED:
        monkeypatch.delenv(name, raising=False)
    for name, value in names.items():
        monkeypatch.setenv(name, value)
    assert reader_language() == lang


def test_windows_says_its_language_by_its_locale(monkeypatch):
    for name in ASKED:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("locale.getlocale", lambda: ("Chinese (Simplified)_China", "936"))
    assert reader_language() == "zh"
    monkeypatch.setattr("locale.getlocale", lambda: (None, None))
    assert reader_language() == "en"
