"""The page without a kernel: everything is on it once, inert, counted as the library counts, and never too large."""

import re

import pytest

from govnlp.documents.collecting import parse_text, read_corpus
from govnlp.documents.naming import short_names
from govnlp.exploring import standalone
from govnlp.exploring.standalone import write_explorer
from govnlp.words.frequency import frequency
from govnlp.words.terms import count_terms

HOSTILE = "<script>alert(1)</script> =cmd() $\\input{x}$ 云\u202e岭 😀"


@pytest.fixture
def corpus(tmp_path):
    text = "青槐区优化营商环境，{}满意。\n\n企业办事更快，招商引资见效，新签项目12个。\n\n"
    (tmp_path / "甲.txt").write_text("".join(map(text.format, ("企业", "居民", "学校"))), encoding="utf-8")
    (tmp_path / "乙.txt").write_text("河水清了，治水护河。\n\n" * 4 + HOSTILE + "\n", encoding="utf-8")
    return read_corpus(tmp_path)


def test_the_page_holds_everything_and_no_text_is_markup(corpus, tmp_path):
    page = write_explorer(corpus, tmp_path / "page.html", term="营商环境").read_text(encoding="utf-8")
    assert page.count("<script>") == 1 and "&lt;script&gt;" in page and "\u202e" not in page
    assert page.count("<mark>营商环境</mark>") == 3
    assert "http:" not in page and "https:" not in page
    assert page.count('class="passage"') == len(corpus.blocks)
    assert page.count('<ul class="numbers"><li>新签项目') == 3


def test_what_the_page_counts_is_what_the_library_counts(corpus, tmp_path):
    """Numbers of words in data-w, resolved by the list of words, add up to the table of frequencies."""
    page = write_explorer(corpus, tmp_path / "page.html").read_text(encoding="utf-8")
    words = re.findall('value="([^"]*)"', re.search('<datalist id="words">(.*?)</datalist>', page)[1])
    seen = [words[int(i)] for text in re.findall('data-w="([^"]*)"', page) for i in text.split()]
    table = frequency(count_terms(corpus.units(), stopwords="medium")).set_index("term")["n"]
    assert words and {word: seen.count(word) for word in words} == table[words].to_dict()
    assert sum(map(int, re.findall('data-c="([0-9]+)"', page))) == count_terms(corpus.units()).n_tokens


def test_a_large_corpus_goes_on_further_pages_with_every_passage_once(corpus, tmp_path, monkeypatch):
    monkeypatch.setattr(standalone, "ROOM", 60)
    path = write_explorer(corpus, tmp_path / "page.html")
    page = path.read_text(encoding="utf-8")
    assert "有2份文献中的前1份" in page
    pages = [
        page,
        *(file.read_text(encoding="utf-8") for file in sorted((tmp_path / "data/texts").iterdir())),
    ]
    assert len(pages) > 2 and all(f'href="data/texts/{i:05}.html"' in page for i in range(1, len(pages)))
    assert sum(text.count('class="passage"') for text in pages) == len(corpus.blocks)


def test_a_page_that_turns_out_too_large_is_made_anew_with_less(corpus, tmp_path, monkeypatch):
    whole = len(write_explorer(corpus, tmp_path / "a.html").read_bytes())
    monkeypatch.setattr(standalone, "LARGEST", whole - 1)
    assert len(write_explorer(corpus, tmp_path / "b.html").read_bytes()) < whole


def test_a_passage_without_end_is_cut_with_a_note(corpus, tmp_path, monkeypatch):
    monkeypatch.setattr("govnlp.exploring.page_text.LONGEST", 5)
    page = write_explorer(corpus, tmp_path / "page.html").read_text(encoding="utf-8")
    assert "青槐区优化……（此段还有10字" in page


def test_a_text_without_a_word_has_a_page(tmp_path):
    page = write_explorer(parse_text("，。！？", "标点"), tmp_path / "page.html").read_text(encoding="utf-8")
    assert "，。！？" in page and '<datalist id="words"></datalist>' in page


def test_documents_are_listed_with_the_names_that_figures_give_them(tmp_path):
    """A file's name says little; the page finds a document by either."""
    path = tmp_path / "a7f3.txt"
    path.write_text("2021年青槐区政府工作报告\n\n各位代表：\n\n河水清了，治水护河。\n", encoding="utf-8")
    corpus = read_corpus(path)
    page = write_explorer(corpus, tmp_path / "page.html").read_text(encoding="utf-8")
    name = short_names(corpus.documents)["a7f3"]
    assert name != "a7f3" and f"> a7f3</label><small>{name}</small></li>" in page
