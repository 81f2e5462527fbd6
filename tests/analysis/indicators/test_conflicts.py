"""One fact stated twice: the same, rounded or contradicting; every expectation is worked out by hand."""

import csv
import re
from pathlib import Path

import pandas as pd
import pytest

import govnlp as gn

SAMPLE = Path(__file__).parents[3] / "data" / "sample"


def conflicts(text):
    return gn.find_conflicts(gn.extract_indicators(gn.parse_text(text)))


def test_same_fact_in_three_wordings_and_a_contradiction():
    text = (
        "2017年水务工程投资总额达10.08亿元。\n\n2017年水务工程总投资100811万元。\n\n2017年投入10亿元改善水环境。"
        "\n\n2017年绿地面积20公顷。\n\n2017年绿地面积30公顷。"
    )
    table = gn.find_conflicts(gn.extract_indicators(gn.parse_text(text)))
    assert table.groupby("relation")["said"].apply(sorted).to_dict() == {
        "differs": ["20公顷", "30公顷"],
        "rounded": ["10.08亿元", "100811万元", "10亿元"],
    }


def test_offices_towns_and_quarters_of_a_place_do_not_contradict_it(tmp_path):
    texts = {
        "a": "望溪县人民法院2022年工作报告\n2022年，开展专题学习36次，全县茶叶产值12亿元。",
        "b": "望溪县人民检察院2022年工作报告\n2022年，开展专题学习24次，全县茶叶产值14亿元。",
        "c": "望溪县柳湾街道2022年工作总结\n2022年，改造老旧小区12个。茶叶产值增长5%。",
        "d": "望溪县2022年统计公报\n2022年，改造老旧小区21个。2022年一季度，茶叶产值增长6%。",
    }
    for name, text in texts.items():
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    table = gn.extract_indicators(gn.read_corpus(tmp_path))
    speakers = [
        "望溪县人民法院",
        "望溪县",
        "望溪县人民检察院",
        "望溪县",
        *["望溪县柳湾街道"] * 2,
        *["望溪县"] * 2,
    ]
    assert list(table.place) == speakers
    assert gn.find_conflicts(table)["said"].tolist() == ["12亿元", "14亿元"]


def test_equal_amounts_for_different_things_are_not_one_fact():
    assert conflicts("2021年，农业产值12亿元。\n\n2021年，旅游收入12亿元。").empty


def test_a_change_from_one_value_to_another_is_no_contradiction():
    assert conflicts("2021年，亏损企业由41家减少到29家。").empty


def test_figures_far_apart_speak_of_different_things():
    assert conflicts("2021年接待游客548万人次。\n\n2021年国庆期间接待游客61万人次。").empty


def test_target_and_result_are_not_set_against_each_other():
    assert conflicts("2021年，力争固定资产投资增长8%。\n\n2021年，固定资产投资增长6%。").empty


def test_many_values_under_one_name_belong_to_several_things():
    text = "\n\n".join(f"2021年，桥梁项目总长度{n}公里。" for n in (11, 12, 13, 14))
    assert conflicts(text).empty


def test_a_part_does_not_contradict_its_whole_nor_one_passage_another_of_a_vague_name():
    assert conflicts("2021年，全区村卫生室196个，其中187个开通代办。").empty
    assert conflicts("2021年，开工项目中，9个项目建成。\n\n2021年，10个项目获奖。").empty


@pytest.fixture(scope="module")
def sample():
    paths = [p for p in sorted(SAMPLE.glob("*.txt")) if "改写" not in p.stem]
    return gn.extract_indicators(gn.read_corpus(paths))


def test_facts_of_the_sample_are_found_where_they_stand(sample):
    with open(SAMPLE / "answers" / "facts.csv", encoding="utf-8", newline="") as table:
        facts = list(csv.DictReader(table))
    said = {(r.doc_id, f"{r.value:.10g}{r.unit}") for r in sample.itertuples()}
    missed = [f for f in facts if (f["doc_id"], re.sub("[余内]", "", f["value_text"])) not in said]
    assert len(facts) == 34
    assert missed == []


def test_the_misprint_of_the_sample_is_the_one_contradiction(sample):
    table = gn.find_conflicts(sample)
    assert sorted(table.loc[table["relation"].eq("differs"), "said"]) == ["389.7亿元", "398.7亿元"]


def test_an_estimate_of_the_sample_does_not_contradict_its_result(sample):
    """552亿元 of December was expected, 548.6亿元 of January is the result: both are true."""
    table = gn.find_conflicts(sample)
    product = table[
        (table["name"] == "地区生产总值") & (table["place"] == "青槐区") & (table["period"] == "2021")
    ]
    assert not product["relation"].eq("differs").any()


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("2021年工业投资不足50亿元。\n\n2021年工业投资47.09亿元。", "a bound that is kept"),
        ("2021年工业投资突破百亿元。\n\n2021年工业投资108亿元。", "a bound that is passed"),
        ("2021年上半年工业投资40亿元。\n\n2021年工业投资78亿元。", "half a year and the year"),
        ("2021年工业投资78亿元。\n\n2022年工业投资79亿元。", "two years"),
        ("2021年东湾镇工业投资40亿元。\n\n2021年西岭镇工业投资50亿元。", "two places"),
        ("2021年，工业投资和农业投资分别为40亿元和50亿元。", "two members of one list"),
    ],
)
def test_what_does_not_contradict(text, why):
    table = conflicts(text)
    assert not table["relation"].eq("differs").any(), why


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("2021年工业投资478亿元", "2021年工业投资4780亿元"),
        ("2021年工业投资增长5.2%", "2021年工业投资下降5.2%"),
        ("2021年工业投资478亿元", "2021年工业投资487亿元"),
    ],
)
def test_slips_of_scale_direction_and_digits_contradict(one, other):
    assert conflicts(f"{one}。\n\n{other}。")["relation"].tolist() == ["differs", "differs"]


def versions(first, second):
    """Facts of two versions of one text, of the same place."""
    tables = [
        gn.extract_indicators(gn.parse_text(text, doc_id=name))
        for name, text in (("甲", first), ("乙", second))
    ]
    return gn.find_conflicts(pd.concat(tables, ignore_index=True).assign(place="临溪区"))


LISTED = "2021年，粮食、茶叶、油料产量分别增长5.1%、7.2%和9.3%。\n\n2021年，水产品产量12万吨。"


def test_a_copy_beside_its_original_contradicts_nothing():
    assert versions(LISTED, LISTED)["relation"].unique().tolist() == ["same"]


def test_one_changed_figure_in_a_copy_is_found_in_its_list():
    table = versions(LISTED, LISTED.replace("7.2%", "72%"))
    assert table.loc[table["relation"] == "differs", "said"].tolist() == ["72%", "7.2%"]


def test_canonical_names_are_compared_where_the_table_has_them():
    table = gn.extract_indicators(gn.parse_text("2021年社零总额40亿元。\n\n2021年社会消费品零售总额50亿元。"))
    assert gn.find_conflicts(table.drop(columns="indicator")).empty
    assert gn.find_conflicts(table)["relation"].eq("differs").all()
    assert gn.find_conflicts(table.assign(indicator="社会消费品零售总额"))["relation"].eq("differs").all()


def test_the_whole_year_and_the_whole_district_are_one_referent():
    texts = ("全年地区生产总值600亿元。", "全区地区生产总值610亿元。", "GDP达到600亿元。")
    corpus = gn.parse_text("2021年工作\n\n" + "\n\n".join(f"2021年，{t}" for t in texts))
    assert gn.find_conflicts(gn.extract_indicators(corpus))["fact"].tolist() == [0, 0, 0]


@pytest.mark.parametrize(
    ("wrong", "relation"),
    [
        ("2021年，固定资产投资4780亿元。", "differs"),  # ten times as much
        ("2021年，固定资产投资47.8亿元。", "differs"),
        ("2021年，固定资产投资487亿元。", "differs"),  # figures changed places
        ("2021年，固定资产投资预计480亿元。", None),  # an estimate that the result corrected
        ("2021年，固定资产投资不足480亿元。", None),  # a bound that holds
        ("2022年，固定资产投资487亿元。", None),  # another year
    ],
)
def test_planted_errors_are_shown_and_what_can_both_be_true_is_not(wrong, relation):
    found = conflicts(f"2021年，固定资产投资478亿元。\n\n{wrong}")["relation"].tolist()
    assert (found[:1] or [None]) == [relation]


def test_a_value_in_other_prices_and_a_rate_that_fell_contradict_nothing():
    for text in (
        "2021年工业总产值478亿元。\n\n照2020年价格计算，2021年工业总产值应当是412亿元。",
        "2021年居民消费价格涨幅回落到2.6%。\n\n2021年居民消费价格涨幅达到3.5%。",
    ):
        assert not conflicts(text)["relation"].eq("differs").any()


def test_a_growth_is_compared_though_only_its_level_is_named(tmp_path):
    for name, text in [
        ("a", "茶叶产值达到96亿元，增长6.2%。"),
        ("b", "全县茶叶产值96.4亿元，按不变价格计算，比上年增长5.2%。"),
    ]:
        (tmp_path / f"{name}.txt").write_text(f"望溪县茶业\n2024年1月20日\n2023年，{text}", encoding="utf-8")
    table = gn.find_conflicts(gn.extract_indicators(gn.read_corpus(tmp_path)))
    assert table[["relation", "name"]].drop_duplicates().to_numpy().tolist() == [
        ["differs", "茶叶产值增速"],
        ["rounded", "茶叶产值"],
    ]


def test_the_year_that_a_title_sums_up_is_known(tmp_path):
    for name, value in ("望溪县2023年统计公报", 260), ("望溪县2023年工作总结", 263):
        text = f"{name}\n2024年1月20日\n茶农人均收入41{value}元。"
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    assert set(gn.find_conflicts(gn.extract_indicators(gn.read_corpus(tmp_path)))["relation"]) == {"differs"}


def test_a_rate_that_turned_round_is_shown():
    table = conflicts("2021年，进出口总额增长3.5%。\n\n2021年，进出口总额下降3.5%。")
    assert table["relation"].tolist() == ["differs", "differs"]


def test_an_inferred_year_and_counts_of_one_page_contradict_nothing():
    """The interview may speak of the year so far; two articles of a page count in places of their own."""
    table = gn.extract_indicators(
        gn.parse_text("2021年固定资产投资478亿元。\n\n2021年固定资产投资完成487亿元。")
    )
    other = table.assign(doc_id=["a", "b"], block=[0, 1], place="云岭市")
    assert gn.find_conflicts(other)["relation"].tolist() == ["differs", "differs"]
    assert gn.find_conflicts(other.assign(period_evidence=["document", "part"])).empty
    assert conflicts("2021年采样人数61万人。\n\n2021年采样人数35.8万人。").empty


def test_fines_of_two_articles_are_two_rules():
    text = "未经批准捕鱼的，处五十元以上一百元以下罚款。\n\n未经批准捕鱼的，处五十元以上二百元以下罚款。"
    table = gn.extract_indicators(gn.parse_text(text))
    assert table["status"].tolist() == ["norm", "norm"]
    assert gn.find_conflicts(table).empty
