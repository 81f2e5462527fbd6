"""Two versions of invented texts, and edits planted in the reports of the sample."""

from pathlib import Path

import pytest

import govnlp as gn
from benchmarks import versions as planted
from govnlp.analysis.versions.comparing import word_changes

pytestmark = pytest.mark.slow

SAMPLE = Path(__file__).parents[3] / "data" / "sample"
A = "一、开局\n东渠清淤二十里，两岸种柳三千株。\n"
A += "老街修好路灯一百盏。\n学校添了图书和操场。\n集市搬进新棚，摊位有水有电。"


def changes(a, b):
    return gn.compare_versions(a, b)["change"].tolist()


def test_the_same_text_is_kept():
    table = gn.compare_versions(A, A)
    assert set(table["change"]) == {"kept"} and table["n_changed"].sum() == 0


def test_moved_dropped_new_and_reworded():
    lines = A.split("\n")
    b = [
        lines[0],
        lines[4],
        lines[1],
        lines[2].replace("一百盏", "一百二十盏"),
        "桥头立了水位尺，专人每日看守。",
    ]
    table = gn.compare_versions(A, "\n".join(b))
    found = dict(zip(table["text_b"].fillna("-"), table["change"], strict=True))
    assert found[lines[4]] == "moved" and found[lines[1]] == "kept" and found[b[3]] == "reworded"
    assert found[b[4]] == "new" and found["-"] == "dropped"


def test_merged_and_split():
    lines = A.split("\n")
    one = "\n".join([lines[0], lines[1] + lines[2], *lines[3:]])
    assert changes(A, one) == ["kept", "merged", "kept", "kept"]
    assert changes(one, A) == ["kept", "split", "kept", "kept"]


def test_numbers_that_changed():
    table = gn.compare_versions(
        "地区生产总值增长5%左右，新增就业2万人。", "地区生产总值增长5%以上，新增就业2万人。"
    )
    assert table["numbers"].tolist() == [["5%左右→5%以上"]]


def test_an_article_that_was_renumbered_is_kept():
    a = "第三条 渠长每月巡查一次，并且记录水位。\n第四条 沿渠单位不得倾倒垃圾。"
    b = "第三条 区水利局编制巡查名册。\n第四条 渠长每月巡查一次，并且记录水位。\n第五条 沿渠单位不得倾倒垃圾。"
    assert changes(a, b) == ["new", "kept", "kept"]


def test_of_equal_paragraphs_none_has_moved():
    again = "水位照旧，无须报告。"
    a, b = f"{again}\n{A}\n{again}\n桥已修好。", f"{A}\n{again}\n{again}\n桥已修好。"
    assert set(changes(a, b)) == {"kept"}


def test_words_that_changed_make_up_the_texts():
    words = word_changes("老旧小区改造12个", "老旧小区改造15个，加装电梯3部")
    assert "".join(words["text_a"]) == "老旧小区改造12个"
    assert "".join(words["text_b"]) == "老旧小区改造15个，加装电梯3部"
    assert words.loc[0, "same"] and ("12个" in words["text_a"].tolist())


def test_lines_and_sections_are_those_of_the_source():
    table = gn.compare_versions(gn.parse_text(A, "a"), gn.parse_text("题记\n\n" + A, "b"))
    row = table[table["text_b"].eq(A.split("\n")[2])].iloc[0]
    assert (row["line_a"], row["line_b"]) == (3, 5)


def test_several_documents_are_refused():
    units = gn.parse_text(A, "a").units()
    two = units.assign(doc_id=["a", "b", *["a"] * (len(units) - 2)])
    with pytest.raises(ValueError, match="2 documents"):
        gn.compare_versions(two, A)


def test_without_an_earlier_version_all_is_new():
    assert (
        set(changes(gn.parse_text("", "a"), A)) == {"new"}
        and changes(gn.parse_text("", "a"), gn.parse_text("", "a")) == []
    )


def test_the_pair_is_of_one_place_and_genre_in_following_years(tmp_path):
    for year in (2019, 2020, 2021):
        text = f"{year}年临溪区政府工作报告\n各位代表：\n{A}"
        (tmp_path / f"{year}-临溪区-工作报告.txt").write_text(text, encoding="utf-8")
    corpus = gn.read_corpus(tmp_path)
    corpus.documents = corpus.documents.assign(year=[2019, 2020, 2021], genre="work_report", place="临溪区")
    assert [part.documents["doc_id"].tolist() for part in gn.version_pair(corpus)] == [
        ["2020-临溪区-工作报告"], ["2021-临溪区-工作报告"],
    ]  # fmt: skip
    with pytest.raises(ValueError, match="no document"):
        gn.version_pair(corpus, "x", "y")
    with pytest.raises(ValueError, match="no document 'x'"):
        gn.version_pair(corpus, "x")
    with pytest.raises(ValueError, match="'2020-临溪区-工作报告' alone is no pair; give both"):
        gn.version_pair(corpus, new="2020-临溪区-工作报告")


def test_planted_edits_are_named():
    """Ninety-five in a hundred at least, and at most two false ones in a hundred paragraphs."""
    paths = sorted(SAMPLE.glob("*工作报告.txt"))[:6]
    texts = [gn.read_corpus(path).units("document")["text"].iloc[0] for path in paths]
    right, planted_, false, size = planted.measure(texts, n=6, seeds=(0, 1, 2))
    assert sum(planted_.values()) >= 60
    assert sum(right.values()) >= 0.95 * sum(planted_.values())
    assert false <= 0.02 * size


def test_numbers_are_told_only_where_each_has_its_own():
    """A range is one number; of two numbers against one nobody knows which it took the place of."""
    table = gn.compare_versions(
        "粮食产量增长6.5%左右，全区办好学校。", "粮食产量增长6%－6.5%，全区办好学校。"
    )
    assert table["numbers"].tolist() == [["6.5%左右→6%－6.5%"]]
    table = gn.compare_versions("东渠清淤20里，两岸种柳三千株。", "东渠清淤30里、西渠10里，两岸种柳三千株。")
    assert table["numbers"].tolist() == [[]]


def test_parts_of_a_work_report_are_kept():
    text = "临溪区政府工作报告\n一、2021年工作回顾\n清淤五里。\n二、2022年工作安排\n清淤六里。"
    table = gn.compare_versions(text, text)
    assert {"review", "plan"} <= set(table["part_a"].dropna())


def test_a_number_takes_no_place_of_one_with_another_unit():
    a, b = "建设驿站122个，方便溪边群众出行办事。", "培训工匠100万名，方便溪边群众出行办事。"
    assert gn.compare_versions(a, b)["numbers"].tolist() == [[]]


@pytest.mark.parametrize(
    ("older", "newer", "numbers"),
    [
        ("投资下降4.6%，溪水很清。", "投资增长1.2%，溪水很清。", ["下降4.6%→增长1.2%"]),
        ("投资下降了约4.6%，溪水很清。", "投资增长1.2%，溪水很清。", ["下降了约4.6%→增长1.2%"]),
        ("投资下降3%，溪水很清。", "投资增长3%，溪水很清。", ["下降3%→增长3%"]),
        ("投资提高3%，溪水很清。", "投资增长3%，溪水很清。", []),
        ("投资下降4.6%，溪水很清。", "投资下降1.2%，溪水很清。", ["4.6%→1.2%"]),
        ("税率下降到4.6%，溪水很清。", "税率上升到5%，溪水很清。", ["4.6%→5%"]),
    ],
)
def test_a_direction_that_differs_stands_with_its_number(older, newer, numbers):
    """What fell to a level is a level: no direction stands right before the number."""
    assert gn.compare_versions(older, newer)["numbers"].tolist() == [numbers]
