"""The exploring screen without a browser: what is chosen decides what is shown, and user text stays inert."""

import pandas as pd
import pytest

from govnlp.analysis.coding.sheets import read_codes
from govnlp.documents.collecting import read_corpus
from govnlp.exploring.choosing import Choice, group_options
from govnlp.exploring.passages import mark, passage_html
from govnlp.exploring.screen import explore
from govnlp.figures.manifest import read_manifest

HOSTILE = "<script>alert(1)</script> =cmd() $\\input{x}$ 云\u202e岭 😀"


@pytest.fixture
def corpus(tmp_path):
    text = "青槐区优化营商环境，企业满意。\n\n企业办事更快，招商引资见效。\n\n"
    (tmp_path / "甲.txt").write_text(text * 3, encoding="utf-8")
    (tmp_path / "乙.txt").write_text("河水清了，治水护河。\n\n" * 4 + HOSTILE + "\n", encoding="utf-8")
    return read_corpus(tmp_path)


@pytest.fixture
def screen(corpus):
    return explore(corpus, lang="zh")


def test_a_term_and_documents_choose_the_lines(screen):
    screen.term.value, screen.view.value = "营商环境", "concordance"
    assert len(screen.lines.options) == 3
    screen.shelf.list.value = ("乙",)
    assert screen.lines.options == ()
    assert "营商环境" in screen.status.value


def test_a_line_leads_to_its_passage(screen):
    screen.term.value, screen.view.value = "企业", "concordance"
    screen.lines.index = 1
    assert "<mark>企业</mark>办事更快" in screen.passage.value
    assert "甲" in screen.passage.value and "第3行" in screen.passage.value


def test_counts_by_document_are_those_of_the_text(screen):
    table = screen.views.by_document(Choice(("甲", "乙"), "企业")).set_index("doc_id")
    assert table["n"].to_dict() == {"甲": 6, "乙": 0}


def test_keyness_compares_what_is_chosen_with_the_rest(screen):
    screen.view.value = "keyness"
    assert "所选即全部" in screen.status.value
    screen.shelf.list.value = ("甲",)
    assert screen.status.value == "" and "企业" in screen.shown.value
    screen.shelf.list.value, screen.term.value = (
        ("甲", "乙"),
        "营商环境",
    )  # passages with the term against those without
    n = screen.drawn.table.set_index("term").loc["企业", ["n_target", "n_reference"]]
    assert n.tolist() == [3, 3]


def test_a_theme_lists_its_blocks_with_the_evidence(screen):
    screen.view.value = "themes"
    screen.theme.value = "招商引资与营商环境"
    assert "<mark>" in screen.passage.value


def test_topics_lead_to_their_paragraphs(screen):
    screen.view.value, screen.k.value = "topics", 2
    screen.find.click()
    assert "太少" in screen.status.value
    assert len(screen.topic.options) == 2 and len(screen.lines.options) > 0
    seen = set()
    for _, topic in screen.topic.options:
        screen.topic.value = topic
        seen |= {doc_id for doc_id, _, _ in screen._found}
        assert "<mark>" in screen.passage.value
    assert seen == {"甲", "乙"}


def test_a_wrong_pattern_is_said_and_does_not_raise(screen):
    screen.regex.value, screen.term.value, screen.view.value = True, "(", "concordance"
    assert "不是正则表达式" in screen.status.value


@pytest.mark.parametrize(
    "view", ["frequency", "dispersion", "concordance", "keyness", "themes", "indicators", "topics"]
)
def test_hostile_text_is_inert_in_every_view(screen, view):
    screen.shelf.list.value = ("乙",)
    screen.term.value = "<script>alert(1)</script>"
    screen.view.value = view
    shown = screen.shown.value + screen.passage.value + screen.status.value
    assert "<script" not in shown
    assert "\u202e" not in shown + "".join(text for text, _ in screen.lines.options)


def test_tables_are_kept_from_mathjax(corpus):
    html = passage_html(corpus, "乙", len(corpus.blocks[corpus.blocks["doc_id"].eq("乙")]) - 1)
    assert "mathjax_ignore" in html and "$\\input{x}$" in html


def test_a_block_that_is_not_there_is_named(corpus):
    with pytest.raises(KeyError, match="no block 99"):
        passage_html(corpus, "甲", 99)


def test_marks_prefer_the_longer_word():
    assert mark("营商环境", ["环境", "营商环境"]) == "<mark>营商环境</mark>"


def test_a_corpus_without_content_is_refused(tmp_path):
    (tmp_path / "a.txt").write_text("!!\n", encoding="utf-8")
    corpus = read_corpus(tmp_path)
    corpus.blocks = corpus.blocks.iloc[:0]
    with pytest.raises(ValueError, match="no content"):
        explore(corpus)


def test_documents_and_a_term_narrow_every_view(screen):
    """企业 stands in all of 甲 (six passages) and in none of 乙."""
    screen.term.value = "企业"
    assert len(screen.chosen) == 6 and "有6段含“企业”" in screen.summary.value
    n = {}
    for view in ("frequency", "keyness", "themes"):
        screen.view.value = view
        n[view] = screen.drawn.table
    assert "治水" not in set(n["frequency"]["term"]) and n["themes"]["doc_id"].unique().tolist() == ["甲"]
    assert set(n["keyness"].query("n_target > 0 and n_reference > 0")["term"]) == set()
    screen.term.value = "招商引资"
    assert len(screen.chosen) == 3


def test_a_group_chooses_its_documents_and_a_part_of_the_name_some_of_them(tmp_path):
    for year in (2020, 2021):
        for name in "甲乙":
            head = f"{year}年青槐区政府工作报告\n\n（{year}年1月8日在青槐区第七届人民代表大会第四次会议上）"
            text = head + "\n\n企业满意。\n"
            (tmp_path / f"{year}{name}.txt").write_text(text, encoding="utf-8")
    screen = explore(read_corpus(tmp_path))
    names = dict(screen.shelf.group.options)
    screen.shelf.group.value = names["年份：2021（2）"]
    assert screen.shelf.list.value == ("2021乙", "2021甲")
    screen.shelf.filter.value = "甲"
    assert screen.shelf.list.value == ("2021甲",)
    screen.shelf.group.value, screen.shelf.filter.value = None, "甲"
    assert screen.shelf.list.value == ("2020甲", "2021甲")


def test_a_passage_says_why_it_has_its_kind_its_themes_and_its_numbers(tmp_path):
    text = "2021年青槐区招商引资<b>，完成投资3亿元。\n2021年青槐区修桥铺路，完成投资3亿元。\n"
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    screen = explore(read_corpus(tmp_path))
    screen.term.value, screen.view.value = "投资", "concordance"
    shown = screen.passage.value
    assert "正文段落（正文）" in shown and "招商引资与营商环境（招商引资）" in shown
    assert "投资：3亿元（2021、实际）" in shown and "<b>" not in shown
    screen.view.value = "indicators"
    assert screen.lines.options[0][0].startswith("投资：3亿元")
    screen.term.value = "渠"
    assert "没有指标" in screen.status.value


def test_the_figure_that_is_shown_is_kept_with_what_it_rests_on(corpus, tmp_path):
    screen = explore(corpus, out=tmp_path / "run")
    screen.shelf.list.value, screen.term.value = ("甲",), "招商引资"
    screen.keep.click()
    assert "00-frequency-1.png" in screen.status.value
    record = read_manifest(tmp_path / "run")["outputs"]["00-frequency-1"]
    assert record["source"].startswith("来源：1份文献") and "3" in record["source"]
    assert record["rows"] == len(screen.drawn.table)
    screen.view.value = "dispersion"
    screen.keep.click()
    screen.view.value, screen.term.value = "frequency", "渠"
    screen.keep.click()
    assert "没有图" in screen.status.value
    screen.view.value = "concordance"
    screen.keep.click()
    assert "没有图" in screen.status.value
    assert set(read_manifest(tmp_path / "run")["outputs"]) == {"00-frequency-1", "00-barcode-term-1"}


def test_what_is_chosen_is_coded_between_its_neighbours(corpus, tmp_path):
    screen = explore(corpus, out=tmp_path)
    screen.term.value, screen.coder.value = "招商引资", "甲/一"
    screen.code.click()
    passage, box, _ = screen.panel.children[0].children
    assert "已编码0段，共3段" in passage.value and "优化营商环境" in passage.value
    box.value = "2"
    screen.term.value = "治水"
    screen.code.click()
    assert "已编码0段，共4段" in screen.panel.children[0].children[0].value
    codes = read_codes(tmp_path / "codes-甲_一.csv")
    assert codes["unit_id"].isin(screen.views.units("paragraph")["unit_id"]).all() and len(codes) == 1
    screen.coder.value = " "
    screen.code.click()
    assert "请写编码人" in screen.status.value


def test_of_many_documents_the_list_has_some_and_all_are_chosen_until_one_is_left_out(corpus, monkeypatch):
    """Two documents where a list has room for one."""
    monkeypatch.setattr("govnlp.exploring.document_list.LISTED", 1)
    screen = explore(corpus)
    assert len(screen.shelf.list.options) == 1 and screen.choice.documents == ("乙", "甲")
    assert "另有1份未列出" in screen.summary.value
    screen.shelf.filter.value = "甲"
    assert screen.choice.documents == ("甲",) and "未列出" not in screen.summary.value
    screen.shelf.list.value = ()
    assert "请" in screen.status.value


def test_documents_are_offered_under_one_name():
    table = pd.DataFrame({"doc_id": ["甲", "乙", "丙"], "place": ["临溪区", "临溪区", "望溪县"]})
    table["outlet"] = ["溪报", "溪报", "望报"]
    assert [said for said, _ in group_options(table)[1:]] == ["地区：临溪区（2）"]
