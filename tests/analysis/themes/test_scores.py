"""The shipped lexicons, users' own, and scores with their evidence."""

import json

import pandas as pd
import pytest

import govnlp as gn
from govnlp.analysis.themes.lexicon import theme_groups

OWN = """name: 自用
version: '1'
themes:
- name: 水
  entries:
  - 水库
  - {terms: [河道], weight: 2, note: 也指道路名}
"""


def write(folder, text):
    path = folder / "own.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def test_the_shipped_themes_are_broad_and_annotated():
    table = gn.read_themes()
    assert (table.groupby("theme").size() >= 30).all()
    assert table["theme"].nunique() == table["label_en"].nunique() == 23
    assert table["group"].nunique() == 11 and set(table["group"]) <= set(table["theme"])
    assert table["weight"].between(0.1, 3).all()
    assert set(table["label_zh"].str.len()) <= {2, 4}
    assert (table["not_in"].str.len() > 0).sum() >= 20 and (table["note"] != "").sum() >= 20


@pytest.mark.parametrize(
    "text, theme, evidence",
    [
        ("平台互联互通，数据互通互认", "项目投资与城市建设", None),
        ("新建互通三处，国际货运航线增至五条", "交通水利能源", ["互通", "航线"]),
        ("国际货运航线增至五条", "文化旅游与统战", None),
        ("在市委坚强领导下学习贯彻会议精神", "作风建设与反腐", None),
        ("年末常住人口七十万人", "医疗卫生", None),
        ("每头仔猪给予补贴，干部狠抓落实", "就业与社会保障", None),
        ("云岭省人力资源和社会保障厅、云岭省住房和城乡建设厅", "就业与社会保障", None),
        ("云岭省住房和城乡建设厅印发通知", "住房与城市更新", None),
        ("举办职业技能竞赛", "医疗卫生", None),
        ("失业人员领取补贴；每头仔猪领取补贴", "就业与社会保障", ["失业", "补贴"]),
        ("强化债务管理", "平安稳定与安全", None),
        ("稳妥化债，不良贷款下降", "财政金融与审计", ["化债", "不良贷款"]),
        ("做好五保供养", "疫情防控", None),
        ("完成户口登记和隐患排查", "疫情防控", None),
        ("全区呈现新气象，拓宽增收渠道", "生态环境与水务", None),
        ("编制实施方案", "改革与政务服务", None),
        ("精简机构编制，疏浚灌溉渠道", "改革与政务服务", ["机构编制"]),
    ],
)
def test_words_of_other_matters_are_no_hits(text, theme, evidence):
    found = gn.score_themes(gn.parse_text(text)).set_index("theme")["evidence"]
    assert found.get(theme) == evidence


@pytest.mark.parametrize(
    "name, groups", [("instruments", ["供给型", "环境型", "需求型"]), ("commitment", [5, 4, 3, 2, 1])]
)
def test_the_other_lexicons_have_the_same_form(name, groups):
    table = gn.read_themes(name)
    assert list(table.columns) == list(gn.read_themes().columns)
    assert table["group"].unique().tolist() == groups


def test_sides_of_instruments_are_scored_by_their_group():
    tools = gn.read_themes("instruments")
    scores = gn.score_themes(
        gn.parse_text("对首台套给予奖励，贷款贴息。"), tools.assign(theme=tools["group"])
    )
    assert dict(zip(scores["theme"], scores["evidence"], strict=True)) == {
        "供给型": ["给予奖励"],
        "环境型": ["贷款贴息"],
        "需求型": ["首台套"],
    }


def test_a_users_lexicon(tmp_path):
    table = gn.read_themes(write(tmp_path, OWN))
    assert table[["theme", "entry", "weight", "note", "lexicon"]].to_numpy().tolist() == [
        ["水", "水库", 1.0, "", "自用 1"],
        ["水", "河道", 2.0, "也指道路名", "自用 1"],
    ]


@pytest.mark.parametrize(
    "text, message",
    [
        ("themes: ]", "own.yaml is no YAML in UTF-8, line 1"),
        ("name: x", "no list 'themes' in own.yaml"),
        ("themes: [{name: 水}]", "a theme needs name and entries"),
        (OWN + "  - 水库\n", "'水库' stands twice in theme '水'"),
        (OWN + "  - 水\n", "entry '水' has one character"),
        (OWN + "  - {terms: [湖], colour: red}\n", "unknown key 'colour'"),
        (OWN + "  - {weight: 2}\n", "give either terms or pattern"),
        (OWN + "  - {pattern: '(湖'}\n", "pattern '\\(湖' is no regular expression"),
    ],
)
def test_a_faulty_lexicon_is_refused_with_the_fault(tmp_path, text, message):
    with pytest.raises(ValueError, match=message):
        gn.read_themes(write(tmp_path, text))


def test_a_score_is_weight_per_hundred_characters(tmp_path):
    themes = gn.read_themes(write(tmp_path, OWN))
    scores = gn.score_themes(
        pd.DataFrame({"unit_id": ["a", "b"], "text": ["水库与河道" + "无" * 195, "没有水库。"]}), themes
    )
    assert scores["score"].tolist() == [1.5, 0]
    assert scores["evidence"].tolist() == [["水库", "河道"], []]
    assert scores["negated"].tolist() == [[], ["水库"]]


def test_counts_without_text_give_the_single_token_entries():
    units = pd.DataFrame(
        {"unit_id": ["d:0", "d:1"], "doc_id": "d", "text": ["优化营商环境，整治河道。", "溪边柳绿。"]}
    )
    counted, read = gn.score_themes(gn.count_terms(units)), gn.score_themes(units)
    assert list(counted.columns) == list(read.columns)
    assert "营商环境" in counted.loc[counted["theme"] == "招商引资与营商环境", "evidence"].iloc[0]
    assert counted.loc[counted["unit_id"] == "d:1", "theme"].isna().all()
    assert "patterns, exclusions and negations are not seen" in counted.attrs["note"]


def test_the_first_theme_agrees_with_the_answer_key(sample):
    """Per article or section with one label set in the key: at least four fifths."""
    right = total = 0
    for path in sorted((sample / "answers").glob("*-*-*报道.json")):
        key = json.loads(path.read_text(encoding="utf-8"))
        if len(key["themes"]) != 1:
            continue
        themes = gn.read_themes()
        groups = themes.assign(theme=themes["group"])
        scores = gn.score_themes(gn.read_corpus(sample / f"{path.stem}.txt"), groups)
        first = scores.groupby("theme")["score"].sum().idxmax()
        total, right = total + 1, right + (first in key["themes"][0]["themes"])
    assert total >= 4
    assert right >= 0.8 * total


def test_a_group_of_several_themes_has_a_name_of_its_own():
    """A share of 民生服务 and one of the group that holds it and four others must not look alike."""
    themes = gn.read_themes()
    broad = theme_groups(themes)
    several = broad[~broad["theme"].isin(themes["theme"])]
    assert broad["theme"].nunique() == 11 and several["group"].nunique() == 6
    for column in ("theme", "label_zh", "label_en"):
        assert not set(several[column]) & set(themes[column])


def test_a_museum_is_opened_to_visitors():
    scores = gn.score_themes(gn.parse_text("望溪县石桥博物馆对外开放。\n\n望溪县扩大对外开放。"))
    opening = scores[scores["theme"].eq("对外开放") & scores["score"].ge(3)]
    assert opening["block"].tolist() == [1]


@pytest.mark.parametrize(
    "text",
    [
        "第一产业增加值12亿元，增长3%；第二产业增加值30亿元；第三产业增加值40亿元。",
        "居民消费价格上涨2%。",
        "统筹疫情防控和经济社会发展。",
    ],
)
def test_statistics_and_set_phrases_prove_no_theme(text):
    assert gn.score_themes(gn.parse_text(text), gn.read_themes())["theme"].dropna().empty


def test_the_tertiary_sector_as_a_policy_is_one():
    scores = gn.score_themes(gn.parse_text("加快发展第三产业。"), gn.read_themes())
    assert scores["theme"].tolist() == ["产业转型与创新"]
