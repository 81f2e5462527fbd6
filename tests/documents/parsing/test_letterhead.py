"""What stands above the number of a document is none of its title; offices and texts are invented."""

import pytest

from govnlp import parse_text

BODY = "各校：\n为修缮校舍，现将有关事项通知如下，请认真执行。\n望溪县教育局\n2021年3月4日"
TITLE = "望溪县教育局关于修缮校舍的通知"


def read(*head):
    return parse_text("\n".join([*head, BODY])).documents.iloc[0]


@pytest.mark.parametrize(
    "head",
    [
        ["特　急", "望溪县教育局文件"],
        ["000018", "机密★1年", "望 溪 县 教 育 局 文 件"],
        ["望溪县教育局　望溪县公安局", "望溪县财政局　　文件"],
        ["中共望溪县委组织部", "望溪县教育局"],
        ["类别：A　　　　签发人：林 溪", "望溪县教育局"],
    ],
)
def test_no_letterhead_is_part_of_the_title(head):
    found = read(*head, "望教发〔2021〕 9 号", "望溪县教育局", "关于修缮校舍的通知")
    assert (found["title"], found["doc_number"]) == (TITLE, "望教发〔2021〕9号")


@pytest.mark.parametrize(
    "line, number",
    [
        ("望教发〔2021〕9号　　签发人：林 溪", "望教发〔2021〕9号"),
        ("望教发〔二〇二一〕十九号", "望教发〔二〇二一〕十九号"),
    ],
)
def test_a_number_with_who_signed_and_one_in_chinese_numerals(line, number):
    found = read("望溪县教育局文件", line, "望溪县教育局", "关于修缮校舍的通知")
    assert (found["title"], found["doc_number"]) == (TITLE, number)


def test_an_announcement_is_numbered_below_the_name_of_its_kind():
    found = read("望溪海关", "公告", "2021年第3号", "关于启用新印章的公告")
    assert (found["title"], found["doc_number"]) == ("关于启用新印章的公告", "2021年第3号")


def test_where_no_title_stands_below_the_number_it_stands_above():
    assert read("望溪县2021年工作要点", "望政发〔2021〕5号")["title"] == "望溪县2021年工作要点"
    assert read("望溪县人民政府", "通　　告", "望政通〔2021〕3号")["title"] == "望溪县人民政府通告"


def test_a_document_on_one_line_keeps_its_metadata():
    text = (
        "望教发〔2021〕9号　　望溪县教育局　　关于修缮校舍的通知　　各校：　　"
        + BODY.replace("\n", "　　")[4:]
    )
    found = parse_text(text).documents.iloc[0]
    assert found[["title", "doc_number", "issuer"]].tolist() == [TITLE, "望教发〔2021〕9号", "望溪县教育局"]


def test_a_letterhead_that_a_site_of_documents_prints_twice():
    site = ["望溪县教育局文件", "时间:2021-05-14 10:45:55 下载本文", "第一篇：望溪县教育局文件"]
    found = read(*site, "望溪县教育局文件", "望教发〔2021〕9号", "望溪县教育局关于", "修缮校舍的通知")
    assert found[["title", "doc_number", "issuer"]].tolist() == [TITLE, "望教发〔2021〕9号", "望溪县教育局"]


def test_a_number_and_the_title_in_one_line_above_both():
    lines = [f"望教发〔2021〕9号《{TITLE}》", "浏览量：3 时间：2021-05-14 10:45", TITLE, "望教发〔2021〕9号"]
    found = parse_text("\n".join([*lines, "修缮校舍，安全第一。"])).documents.iloc[0]
    assert found[["title", "doc_number", "issuer"]].tolist() == [TITLE, "望教发〔2021〕9号", "望溪县教育局"]
