"""Patterns of words, order, draws and notes of a concordance; expected lines were read off the text."""

import pytest

import govnlp as gn
from govnlp.words.concordance import group_lines, keep_notes
from govnlp.words.word_patterns import is_pattern, word_finder

TEXT = "推进乡村振兴，加强乡村治理。乡村的路修好了。加快建设数字乡村。加强农村公路建设。"


def lines(phrase, **options):
    return gn.concordance(gn.parse_text(TEXT, "a"), phrase, **options)


@pytest.mark.parametrize(
    ("pattern", "found"),
    [
        ("乡村*", ["乡村振兴", "乡村治理", "乡村的", "乡村"]),
        ("乡村[v]", ["乡村振兴", "乡村治理"]),
        ("加强 ... 建设", ["加强农村公路建设"]),
        ("加快 * 数字", ["加快建设数字"]),
        ("*乡村振兴", ["乡村振兴"]),
    ],
)
def test_patterns_of_words(pattern, found):
    assert lines(pattern)["match"].tolist() == found


def test_a_wildcard_that_stands_in_the_text_is_found_as_it_stands():
    corpus = gn.parse_text("编号为乡村*的图，另有乡村振兴图。", "a")
    assert gn.concordance(corpus, "乡村*")["match"].tolist() == ["乡村*"]


def test_what_does_not_occur_is_said_with_its_part_that_does():
    table = lines("乡村振兴战略图")
    assert table.empty and "乡村振兴" in table.attrs["note"] and "(1)" in table.attrs["note"]
    assert "0 occurrences" in lines("飞船").attrs["note"]


def test_order_by_the_words_beside():
    """First words to the left: 推进, 加强, none (a sentence begins), 数字; code points order them."""
    lefts = lines("乡村", sort="left1")["left"].str.extract("([一-鿿]{2})$")[0].tolist()
    assert lefts.index("加强") < lefts.index("推进") and set(lefts) >= {"加强", "推进", "数字"}
    rights = lines("乡村", sort="right1")["right"].str[:2].tolist()
    assert rights.index("振兴") < rights.index("治理")
    with pytest.raises(ValueError, match="unknown sort"):
        lines("乡村", sort="middle")


def test_a_draw_is_the_same_again():
    a, b = (lines("乡村", sample=2, random_state=3) for _ in range(2))
    assert a.equals(b) and len(a) == 2 and "seed 3" in a.attrs["note"]
    assert len(lines("乡村", sample=99)) == 4


def test_lines_by_pattern():
    table = group_lines(lines("乡村*"))
    assert table["n"].sum() == 4 and table["n_documents"].max() == 1


def test_notes_stay_with_their_lines(tmp_path):
    path = tmp_path / "lines.csv"
    table = keep_notes(lines("乡村"), path)
    table.loc[1, "reading_note"] = "看此句"
    table.to_csv(path, index=False, encoding="utf-8-sig")
    again = keep_notes(lines("乡村", sort="right"), path)
    assert again.loc[again["reading_note"].ne(""), "right"].tolist() == [table.loc[1, "right"]]
    path.write_text("甲,乙\n1,2\n", encoding="utf-8")
    with pytest.raises((ValueError, KeyError)):
        keep_notes(lines("乡村"), path)


def test_patterns_need_a_word():
    with pytest.raises(ValueError, match="names no word"):
        word_finder("* ...")
    assert is_pattern("加强 {1,2} 建设") and not is_pattern("加强")


def test_the_note_tells_documents_that_were_searched_from_those_that_have_the_phrase(tmp_path):
    """Two texts are searched; one of them has the phrase, twice."""
    for name, text in {"a": "修桥，又修桥。", "b": "种树。"}.items():
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    note = gn.concordance(gn.read_corpus(tmp_path), "修桥").attrs["note"]
    assert note.said("zh") == "修桥共出现2次；查了2份文献的各类文本"
