import pytest

import govnlp as gn
from govnlp.documents.parsing.card import labelled

TEXT = "\n\n临溪区热线管理办法\n第一条 为规范热线，制定本办法。\n第二条 热线昼夜有人接听，件件有回音。"


@pytest.mark.parametrize(
    ("card", "issuer", "signed"),
    [
        ("发布机构: 临溪区财政局 成文日期: 2021-03-11 主题分类: 财政 有效性:", "临溪区财政局", "2021-03-11"),
        (
            "发布机构: | 临溪区财政局 | 有效性: | 有效\n文件编号: | 成文日期: | 2021-03-11",
            "临溪区财政局",
            "2021-03-11",
        ),
        (
            "• [ 发布机构 ]\n• 临溪区财政局\n• [ 成文日期 ]\n• 2021-03-11\n• [ 有效性 ]",
            "临溪区财政局",
            "2021-03-11",
        ),
        (
            "• 发布机构:\n\n    临溪区财政局\n• 成文日期:\n\n    2021-03-11\n• 内容概述:",
            "临溪区财政局",
            "2021-03-11",
        ),
    ],
)
def test_a_card_is_read_in_any_layout_and_is_no_text(card, issuer, signed):
    corpus = gn.parse_text(card + TEXT, doc_id="a")
    row = corpus.documents.iloc[0]
    assert (row["title"], row["issuer"], str(row["signed"].date())) == ("临溪区热线管理办法", issuer, signed)
    lines = {n: b.kind for b in corpus.blocks.itertuples() for n in b.lines}
    assert {kind for n, kind in lines.items() if n <= card.count("\n") + 1} == {"dateline"}


def test_a_letter_spaced_label_joined_to_the_value_before_it_ends_that_value():
    assert labelled(["文号：临政办〔2019〕3号索引号：7375"]) == {
        "doc_number": "临政办〔2019〕3号",
        "index_number": "7375",
    }


def test_the_last_label_takes_no_line_of_the_text_for_its_value():
    assert labelled(["发布机构：临溪区财政局", "主题分类：", "热线昼夜有人接听。"]) == {
        "issuer": "临溪区财政局"
    }


def test_entries_of_a_list_are_no_card():
    entries = [f"{name}：{x}" for x in "甲乙丙" for name in ("名称", "文号")]
    assert labelled(entries) == {}


def test_names_of_columns_are_no_card():
    assert labelled(["标题\t发布日期\t正文"]) == {}


def test_whom_a_notice_addresses_is_no_label():
    corpus = gn.parse_text(
        "文号：临政发〔2021〕5号\n主题分类：水利\n各乡镇人民政府：\n渠要清好，树要种好。", doc_id="a"
    )
    assert corpus.blocks["kind"].tolist()[-2:] == ["paragraph", "paragraph"]


def test_a_card_in_brackets_behind_bullets_as_law_sites_print_it():
    lines = ["∙【制定机关】云岭市人民政府办公厅", "∙【公布日期】2020.01.17", "∙【字 号】云政办〔2020〕1号"]
    found = labelled([*lines, "∙【主题分类】机关工作", "字号：大 中 小"])
    assert list(found.values()) == ["云岭市人民政府办公厅", "2020.01.17", "云政办〔2020〕1号", "机关工作"]


def test_the_office_that_publishes_and_its_day_are_not_those_of_the_signature():
    card = "发布机构：临溪区人民政府办公室\n发文日期：2021-03-12\n文号：临政发〔2021〕5号\n"
    text = "临溪区人民政府{}关于清渠的通知\n各镇：\n请清渠。\n临溪区人民政府{}\n2021年3月4日"
    found = gn.parse_text(card + text.format("", "")).documents.iloc[0]
    assert (found["issuer"], str(found["signed"].date())) == ("临溪区人民政府", "2021-03-04")
    own = gn.parse_text(card + text.format("办公室", "")).documents.iloc[0]
    assert (own["issuer"], str(own["signed"].date())) == ("临溪区人民政府办公室", "2021-03-12")


def test_a_person_whom_a_letter_below_a_card_addresses_is_no_field():
    card = "发布机构: 临溪区财政局 成文日期: 2021-03-11\n关于清渠建议的复函\n林溪副主席："
    blocks = gn.parse_text(f"{card}\n您的建议收到了，渠今年就清。").blocks
    assert blocks.loc[blocks["text"].eq("林溪副主席："), "kind"].tolist() == ["paragraph"]
