"""One name for one indicator; norms apart from facts."""

import pytest

import govnlp as gn
from govnlp.analysis.indicators.canonical import canonical_name, read_synonyms


@pytest.mark.parametrize(
    ("name", "known"),
    [
        ("GDP", "地区生产总值"), ("区域GDP", "地区生产总值"), ("全市生产总值", "地区生产总值"),
        ("地区生产总值增幅", "地区生产总值增速"), ("规上工业增加值增速", "规模以上工业增加值增速"),
        ("茶叶产量", "茶叶产量"), ("固投降幅", "固定资产投资降幅"),
    ],
)  # fmt: skip
def test_canonical_name(name, known):
    assert canonical_name(name) == known


def test_percent_points_are_no_rate_of_growth():
    table = gn.extract_indicators(gn.parse_text("常住人口城镇化率提高0.8个百分点，地区生产总值增长5%。"))
    assert table["indicator"].tolist() == ["常住人口城镇化率增幅", "地区生产总值增速"]


def test_names_of_ones_own_go_first(tmp_path):
    path = tmp_path / "own.yaml"
    path.write_text("茶山指数: [GDP, 茶指]", encoding="utf-8")
    assert (
        canonical_name("茶指", read_synonyms(path))
        == canonical_name("GDP", read_synonyms(path))
        == "茶山指数"
    )
    table = gn.extract_indicators(gn.parse_text("2021年，茶指达到30%。"), synonyms=path)
    assert table["indicator"].tolist() == ["茶山指数"]


def test_a_file_without_lists_is_refused(tmp_path):
    path = tmp_path / "own.yaml"
    path.write_text("茶山指数: GDP", encoding="utf-8")
    with pytest.raises(ValueError, match="must hold lines"):
        read_synonyms(path)


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("违反本办法规定的，处五百元以上五千元以下罚款。", "norm"),
        ("公示时间不得少于7日内。", "norm"),
        ("2021年，茶叶产量30万吨。", "actual"),
    ],
)
def test_what_a_rule_lays_down_is_a_norm(text, status):
    assert gn.extract_indicators(gn.parse_text(text))["status"].tolist() == [status]
