"""Lines that were broken at a fixed width, in long and in short texts."""

import pytest

from govnlp import parse_text
from govnlp.documents.parsing.structure import parse
from govnlp.documents.reading.source import Source

LAW = [
    "望溪县湿地保护规定",
    "第一条　为了加强湿地保护，维护湿地生态功能和生物多样性，根",
    "据有关法律、法规，结合本县实际，制定本规定。",
    "第二条　本县行政区域内湿地的保护、修复、利用和监督管理活动，",
    "适用本规定。",
    "第三条　湿地保护应当坚持保护优先、系统治理、科学修复、合理利",
    "用。",
    "第四条　县林业主管部门负责湿地保护的组织、协调和监督；水务、",
    "农业农村、自然资源等部门按照各自的职责分工，依法做好湿地保护",
    "有关工作。",
]


@pytest.mark.parametrize("indent", ["", "　　"])
def test_articles_of_a_short_law_are_paragraphs(indent):
    lines = [LAW[0], *(indent + x if x.startswith("第") else x for x in LAW[1:])]
    blocks = parse_text("\n".join(lines)).blocks
    assert blocks["kind"].tolist() == ["title", *["paragraph"] * 4]
    assert blocks["lines"].tolist() == [[1], [2, 3], [4, 5], [6, 7], [8, 9, 10]]


def test_numbered_sentence_of_full_width_is_no_heading():
    wide = "（一）疏浚老渠三十里，沿线各村都通了水，" + "渠" * 10
    text = [wide, "水清了，鱼回来了，居民也回来了，大家都说好，" + "水" * 8, "清。还要再修两座桥。"] * 8
    assert "heading" not in parse_text("\n".join(text)).blocks["kind"].tolist()


def test_lines_of_a_few_short_paragraphs_that_are_indented():
    text = ["青槐区清渠办法", "    第一条　为把每一里渠都清好，让居民用上水，", "依法制定本办法。"]
    text += ["    第二条　区里各镇都要把渠管好，清好，护好，", "不得占用。"]
    text += ["    第三条　区里每年拨出专款，各镇按里程分摊，不", "足的由区里补上。"]
    blocks = parse_text("\n".join(text)).blocks
    assert blocks["lines"].tolist() == [[1], [2, 3], [4, 5], [6, 7]]


def test_no_paragraph_ends_with_a_comma():
    text = "清渠三十里\n村里有农户二百户，家家都用上了清水，\n比去年多三十户。\n渠清了。"
    assert parse_text(text).blocks["lines"].tolist() == [[1], [2, 3], [4]]


def test_a_clause_goes_on_below_the_end_of_a_page():
    source = Source(
        "a", format="pdf", lines=["第三条 渠边应当整洁、", "安全，不得堆放杂物。", "第四条 渠要护。"]
    )
    assert [x["text"][:10] for x in parse(source)[2]] == ["第三条 渠边应当整洁", "第四条 渠要护。"]


def test_lines_at_the_margin_go_on_with_the_indented_one_above():
    text = (
        "清渠办法\n\n  第一条为了保护老渠，加强维护\n管理，沟通各村，制定本办\n法。\n\n"
        "  第二条老渠的维护由各镇按照分工\n负责，区里检查。\n\n"
        "  第三条新渠的维护由沿渠各村按照\n约定负责，镇里检查。"
    )
    found = parse_text(text).blocks
    assert found["text"].str[:3].tolist() == ["清渠办", "第一条", "第二条", "第三条"]
    assert found["lines"].tolist()[2:] == [[7, 8], [10, 11]]


def test_a_letter_of_few_lines_with_one_long_one_has_no_fixed_width():
    text = "望溪县人民政府关于林溪免职的通知\n望溪县水利投资集团有限责任公司：\n"
    told = "县政府2021年3月4日决定，免去林溪的望溪县水利投资集团有限责任公司董事职务，同意其退休。"
    blocks = parse_text(f"{text}{told}\n请按规定办理。\n望溪县人民政府\n2021年3月4日").blocks
    assert blocks.loc[blocks["kind"].eq("paragraph"), "lines"].tolist() == [[2], [3], [4]]


def test_a_short_text_of_one_width_may_have_one_longer_line():
    """By hand: three lines of 20, one of 26 that ends the sentence."""
    text = [
        "望溪县渔歌节开幕",
        "三月四日上午，望溪县第三届渔歌节在柳湾镇",
        "的老渠边开幕，来自各地的很多客人参加了开",
    ]
    text += [
        "幕式，在现场他们还看了两座新修的桥和三里清过的老渠。",
        "居民们说，今年水里的鱼比去年多，收入也增",
        "加了一成。",
    ]
    blocks = parse_text("\n".join(text)).blocks
    assert blocks["lines"].tolist() == [[1], [2, 3, 4, 5, 6]]
    assert blocks["kind"].tolist() == ["title", "paragraph"]


def test_a_notice_of_a_few_lines_of_one_width():
    notice = ["停水通知", "因修老渠，柳湾路沿线五十户居民将于三月", "四日停水八小时，请大家提前储水，不便之"]
    blocks = parse_text("\n".join([*notice, "处请谅解。"])).blocks
    assert blocks["lines"].tolist() == [[1], [2, 3, 4]] and blocks["kind"].tolist() == ["title", "paragraph"]


def test_a_headline_of_two_lines_above_a_longer_sentence_is_no_text_of_one_width():
    head = [
        "望溪县的新渠",
        "修好三十里老渠，方便沿线五十户居民用水",
        "再建两座新的桥，今年秋天让孩子们都走上",
    ]
    body = "三月四日，望溪县的新渠通水，居民都来看水里的鱼。"
    assert parse_text("\n".join([*head, body])).blocks["lines"].tolist() == [[1], [2], [3], [4]]
