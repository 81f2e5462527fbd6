"""The exploring screen without a browser: what is chosen decides what is shown, and user text stays inert."""

import pytest

from govnlp.documents.collecting import read_corpus
from govnlp.exploring.choosing import Choice
from govnlp.exploring.passages import mark, passage_html
from govnlp.exploring.screen import explore
from govnlp.exploring.standalone import write_explorer

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
    screen.documents.value = ("乙",)
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
    screen.documents.value = ("甲",)
    assert screen.status.value == "" and "企业" in screen.shown.value
    screen.documents.value, screen.term.value = (
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


@pytest.mark.parametrize("view", ["frequency", "dispersion", "concordance", "keyness", "themes", "topics"])
def test_hostile_text_is_inert_in_every_view(screen, view):
    screen.documents.value = ("乙",)
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


def test_the_page_without_a_kernel_holds_everything(corpus, tmp_path):
    path = write_explorer(corpus, tmp_path / "page.html", term="营商环境")
    page = path.read_text(encoding="utf-8")
    assert page.count("<script>") == 1 and "&lt;script&gt;" in page
    assert page.count("<mark>营商环境</mark>") == 3
    assert "http:" not in page and "https:" not in page
