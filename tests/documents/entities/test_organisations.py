"""Organisations: names that begin with a place and end with a kind of body; the sentences are invented."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

import govnlp as gn
from govnlp.documents.entities.organisations import find_organisations


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "武汉市汉阳区教育局和武汉大学签约",
            [("武汉市汉阳区教育局", "government"), ("武汉大学", "education")],
        ),
        ("河北省人民政府办公厅印发通知", [("河北省人民政府办公厅", "government")]),
        ("青槐区纪委监委通报三起案件", [("青槐区纪委", "party")]),
        ("重庆三峡柑橘有限公司、湖北日报到场", [("重庆三峡柑橘有限公司", "company"), ("湖北日报", "media")]),
        (
            "武昌区委书记到会，武汉市汉阳区委宣传部主办",
            [("武昌区委", "party"), ("武汉市汉阳区委宣传部", "party")],
        ),
        ("参观恒丰银行和长江日报", [("恒丰银行", "company"), ("长江日报", "media")]),
        (
            "武昌医院和珞珈山小学参加，恒禾集团主办",
            [("武昌医院", "health"), ("珞珈山小学", "education"), ("恒禾集团", "company")],
        ),
        ("恒丰有色金属控股集团有限责任公司到场", [("恒丰有色金属控股集团有限责任公司", "company")]),
        ("武汉大学中南医院到场", [("武汉大学中南医院", "health")]),
        ("武汉市水务局执法总队到场", [("武汉市水务局执法总队", "government")]),
        ("武汉大学等湖北高校，武汉大学等湖北创业大学", [("武汉大学", "education")] * 2),
        ("怀化市会同县民政局到场", [("怀化市会同县民政局", "government")]),
        ("武汉市民政局与武汉市第五医院合办", [("武汉市民政局", "government"), ("武汉市第五医院", "health")]),
    ],
)
def test_names_and_kinds(text, expected):
    assert [(name, kind) for name, kind, _ in find_organisations(text)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "市财政局和我区教育局会同有关部门",  # which one, the name does not say
        "武汉开创新局面，武汉服务全局",  # 局 ends other words
        "已由区政府常务会议通过，启动县人民医院建设",  # a verb is no place
        "武汉推动企业设立公司",
        "武汉市民办学校、普惠幼儿园、外资银行和重庆市小额贷款公司",  # kinds, no names
        "建成高水平大学和智慧医院",
        "非上市公司授予员工股权，培育强村共富公司",
        "许可市应急局受理",
        "应当会同县民政局定标准，由县水务局会同县财政局拨款，会同县教育局验收",  # no county, a verb
        "完成都市圈学校改扩建",  # 成都 across words
        "某某医科大学深圳医院",  # the name begins before the place
    ],
)
def test_what_is_no_name(text):
    assert find_organisations(text) == []


def test_rows_lead_to_their_lines():
    corpus = gn.parse_text("一、工作进展\n\n去年，武汉市水务局改造管网。\n\n武汉大学派出专家。\n", doc_id="d")
    table = gn.extract_organisations(corpus)
    assert table[["name", "line"]].to_numpy().tolist() == [["武汉市水务局", 3], ["武汉大学", 5]]
    texts = corpus.blocks.set_index("block")["text"]
    for row in table.itertuples():
        assert texts[row.block][row.start : row.end] == row.name


def test_no_organisations_leave_an_empty_table():
    table = gn.extract_organisations(gn.parse_text("没有机构。"))
    assert table.empty and table.columns.tolist()[:4] == ["doc_id", "block", "name", "kind"]


@given(st.text("武汉市青槐区县政府教育局大学医院公司和与的推动，。", max_size=60))
def test_names_stand_where_they_are_said_to(text):
    for name, _, at in find_organisations(text):
        assert text[at : at + len(name)] == name


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("引进企业、福中集团、长岭机电有限公司。", ["福中集团", "长岭机电有限公司"]),
        ("组建龙头企业集团，新建职业学校三所。", []),
        ("汉阳水务局召开全局大会。", ["汉阳水务局"]),
        ("企业如福中集团，以及其他集团。", []),
    ],
)
def test_firms_between_two_marks_and_offices_after_a_short_name(text, names):
    assert [name for name, *_ in find_organisations(text)] == names


@pytest.mark.parametrize(
    "text",
    [
        "举办普通中学和综合大学",  # kinds of bodies
        "河北省普通高等学校报名",
        "二十国集团会商",
        "粉碎反党集团",
        "台湾当局表态",
        "城市建成区和县人民政府所在地",  # 和|县人民政府
        "在香港发行地方政府债券",
    ],
)
def test_kinds_cliques_and_halves_of_words_are_no_bodies(text):
    assert find_organisations(text) == []


def test_the_central_bank_is_an_office():
    assert find_organisations("中国人民银行发布公告") == [("中国人民银行", "government", 0)]
