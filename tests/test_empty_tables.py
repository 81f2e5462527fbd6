"""A table without rows has the kinds of columns that one with rows has, so that both can be joined and summed up."""

import pandas as pd
import pytest

import govnlp as gn
from govnlp.analysis.topics.hierarchy import cluster_hierarchy

SHARED = "坚持把老旧小区改造作为民生工程，全年改造小区一百余个，群众出行更加方便。"
REPORT = f"""临溪区2021年政府工作报告

2022年1月12日

一、2021年工作回顾
{SHARED}全年完成固定资产投资478亿元，增长12.5%，抓好“三通”：通路、通水和通电。推行“云岭模式”，“云岭模式”好，“云岭模式”快。
2021年全年完成固定资产投资478亿元。

二、2022年工作安排
各镇要在2022年6月底前完成河道清淤。持续优化营商环境，优化营商环境，必须抓好营商环境。由区水利局负责防汛。
落实《临溪区取水办法》（临政发〔2020〕3号）。
"""
LETTER = f"云岭区政府工作报告\n\n2023年1月10日\n\n{SHARED}\n持续优化营商环境。"


def corpus_of(tmp_path, texts):
    for name, text in texts.items():
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    return gn.read_corpus(tmp_path)


TABLES = {
    "cluster_hierarchy": lambda corpus, terms: cluster_hierarchy(terms),
    "collocations": lambda corpus, terms: gn.collocations(corpus.units("paragraph"), "优化", min_count=1),
    "concordance": lambda corpus, terms: gn.concordance(corpus, "营商环境"),
    "cooccurrence": lambda corpus, terms: gn.cooccurrence(terms),
    "diffusion": lambda corpus, terms: gn.diffusion(corpus),
    "dispersion": lambda corpus, terms: gn.dispersion(terms.trim(min_count=2)),
    "duty_matrix": lambda corpus, terms: gn.duty_matrix(gn.extract_duties(corpus)),
    "extract_citations": lambda corpus, terms: gn.extract_citations(corpus),
    "extract_commitments": lambda corpus, terms: gn.extract_commitments(corpus),
    "extract_duties": lambda corpus, terms: gn.extract_duties(corpus),
    "extract_indicators": lambda corpus, terms: gn.extract_indicators(corpus),
    "extract_phrases": lambda corpus, terms: gn.extract_phrases(corpus),
    "find_conflicts": lambda corpus, terms: gn.find_conflicts(gn.extract_indicators(corpus)),
    "find_reuse": lambda corpus, terms: gn.find_reuse(corpus.units("paragraph")),
    "frame": lambda corpus, terms: terms.trim(min_count=2).frame(),
    "frequency": lambda corpus, terms: gn.frequency(terms.trim(min_count=2)),
    "frequency by document": lambda corpus, terms: gn.frequency(terms.trim(min_count=2), by="doc_id"),
    "leave_one_out": lambda corpus, terms: gn.leave_one_out(corpus),
    "new_terms": lambda corpus, terms: gn.new_terms(corpus.units("paragraph")),
    "phrase_life": lambda corpus, terms: gn.phrase_life(corpus, found_in(corpus)["text"].str[-5:-1].tail(1)),
    "score_themes": lambda corpus, terms: gn.score_themes(found_in(corpus)),
    "term_years": lambda corpus, terms: gn.term_years(terms.trim(min_count=2), corpus.documents),
    "tfidf": lambda corpus, terms: gn.tfidf(terms.trim(min_count=2)),
    "theme_hits": lambda corpus, terms: gn.theme_hits(corpus),
    "theme_profile": lambda corpus, terms: gn.theme_profile(gn.score_themes(found_in(corpus))),
}


def found_in(corpus):
    """The units of a corpus of several documents, none of a single one."""
    units = corpus.units("paragraph")
    return units if len(corpus.documents) > 1 else units[:0]


@pytest.fixture(scope="module")
def corpora(tmp_path_factory):
    full = corpus_of(tmp_path_factory.mktemp("full"), {"甲": REPORT, "乙": LETTER})
    return full, gn.parse_text("溪水清。")


@pytest.mark.parametrize("name", TABLES)
def test_an_empty_table_has_the_kinds_of_columns_of_one_with_rows(corpora, name):
    full, empty = (TABLES[name](corpus, gn.count_terms(corpus)) for corpus in corpora)
    assert len(full), "the documents have nothing of it"
    assert empty.empty
    pd.testing.assert_series_equal(empty.dtypes, full.dtypes)
