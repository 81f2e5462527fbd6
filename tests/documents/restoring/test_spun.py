"""Tests of spun text: invented sentences, and the sample's rewritten article with its key."""

import json
import re

import pandas as pd
import pytest

from govnlp import count_terms, detect_spun, parse_text, read_corpus, restore_corpus, restore_spun
from govnlp.documents.restoring.corpora import as_printed
from govnlp.documents.restoring.spun import SAMPLE, spun_evidence

NAME = "2022-青槐区-通讯-改写"
CLEAN = "云岭市坚持以人民为中心，推动高质量发展。\n全市没有一户返贫，正在建设的项目有12个。"


@pytest.fixture(scope="module")
def rewritten(sample):
    return (sample / f"{NAME}.txt").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def key(sample):
    answers = json.loads((sample / "answers" / f"{NAME}.json").read_text(encoding="utf-8"))
    return answers["spin_pairs"]


@pytest.mark.parametrize(
    ("spun", "original"),
    [
        ("望江县对峙沉点工做。", "望江县坚持重点工作。"),
        ("居平易近没无怨言。", "居民没有怨言。"),
        ("群寡办事核心其外无3个。", "群众服务中心其中有3个。"),
    ],
)
def test_sentences_are_put_back(spun, original):
    assert restore_spun(spun)[0] == original


def test_clean_text_stays():
    text, table = restore_spun(CLEAN)
    assert text == CLEAN
    assert table.empty
    assert list(table) == ["spun", "original", "n", "touches_number", "polarity"]
    assert detect_spun(CLEAN) < 0.1


@pytest.mark.parametrize("text", ["", "\n\n", "2021 GDP 5.3%"])
def test_text_without_chinese(text):
    assert detect_spun(text) == 0
    assert restore_spun(text)[0] == text


def test_sample_is_detected(rewritten, sample):
    assert detect_spun(rewritten) >= 0.9
    others = [p for p in sorted(sample.glob("*.txt")) if p.stem != NAME]
    assert max(detect_spun(p.read_text(encoding="utf-8")) for p in others) < 0.1


def test_sample_is_restored(rewritten, key):
    text, table = restore_spun(rewritten)
    marks = re.compile(r"[^\u4e00-\u9fff]")
    assert marks.findall(text) == marks.findall(rewritten)
    sure = [pair for pair in key if "不" not in pair["spun"] and len(pair["spun"]) > 1]
    gone = [pair for pair in sure if text.count(pair["spun"]) < rewritten.count(pair["spun"])]
    assert len(gone) >= 0.8 * len(sure)
    assert table["n"].sum() > 100


def test_figures_and_polarity_are_marked():
    table = restore_spun("沉点工做对峙推进，收入删加5%。其余的事情照旧推进，居平易近无怨言。")[1].set_index(
        "spun"
    )
    assert table.loc["删加", "touches_number"]
    assert table.loc["删加", "polarity"]
    assert not table.loc["居平易近", "touches_number"]
    assert not table.loc["居平易近", "polarity"]


def test_evidence_counts_pairs():
    table = spun_evidence("群寡工做，群寡路线，群寡")
    assert table["n"].sum() == 4


def test_long_texts_are_sampled(rewritten):
    assert detect_spun(CLEAN * (SAMPLE // 10)) < 0.1
    assert detect_spun(rewritten * 20) >= 0.9


def test_the_table_of_documents_says_which_text_is_spun():
    clean = "云岭市坚持以人民为中心，推动高质量发展。" * 60
    spun = "云岭市沉点工做无了新进展，居平易近收入删加。" * 60
    scores = [parse_text(text).documents.loc[0, "spun_score"] for text in (clean, spun)]
    assert scores == [0, detect_spun(spun)]
    assert scores[0] < 0.1 < 0.9 < scores[1]


def test_a_corpus_is_restored_document_by_document_and_keeps_what_was_printed(tmp_path):
    clean = "全市没有一户返贫，正在建设的项目有12个。"
    spun = ["云岭市沉点工做无了新进展。", "居平易近收入删加。居平易近收入删加。"]
    (tmp_path / "1.txt").write_text(clean, encoding="utf-8")
    (tmp_path / "2.txt").write_text("\n\n".join(spun), encoding="utf-8")
    corpus = read_corpus(tmp_path)
    corpus.blocks.loc[2:2, "line_starts"] = pd.Series(
        [[0, 9]], index=[2]
    )  # as if its second sentence stood on a line of its own
    restored, swaps = restore_corpus(corpus)
    assert restored.blocks["text"].tolist() == [
        clean,
        "云岭市重点工作有了新进展。",
        "居民收入增长。居民收入增长。",
    ]
    assert restored.units()["text"].tolist() == restored.blocks["text"].tolist()
    assert restored.blocks["line_starts"].tolist() == [[0], [0], [0, 7]]
    assert restored.blocks["text_as_printed"].tolist() == corpus.blocks["text"].tolist() == [clean, *spun]
    assert set(swaps["doc_id"]) == {"2"}
    assert swaps.set_index("spun").loc["无", ["original", "polarity"]].tolist() == ["有", True]


def test_counts_without_text_can_not_be_restored():
    with pytest.raises(TypeError, match="counts hold no text"):
        restore_corpus(count_terms(parse_text("渠清了。").units()))


def test_restored_offsets_lead_back_to_what_is_printed():
    printed = "云岭市沉点工做无了新进展，居平易近收入删加5%。\n\n渠清了。"
    corpus = parse_text(printed, "a")
    restored, _ = restore_corpus(corpus)
    text = restored.blocks["text"].iloc[0]
    assert text == "云岭市重点工作有了新进展，居民收入增长5%。"
    spans = [(0, 3), (3, 7), (6, 8), (text.index("5"), text.index("5") + 2), (0, len(text))]
    table = pd.DataFrame([("a", corpus.blocks["block"].iloc[0], *span) for span in spans])
    table.columns = ["doc_id", "block", "start", "end"]
    back = as_printed(table, restored)
    # a span that ends inside a restored word takes in the whole word: 工作 stands for 工做, 有 for 无
    assert back["printed"].tolist() == ["云岭市", "沉点工做", "工做无", "5%", printed.split("\n")[0]]
    first = corpus.blocks["text"].iloc[0]
    assert all(first[r.printed_start : r.printed_end] == r.printed for r in back.itertuples())
    assert restored.documents["restored"].tolist() == [True]
    assert as_printed(table, corpus)["printed"].iloc[0] == "云岭市"  # nothing was restored


def test_light_rewriting_is_found_and_clean_text_is_not():
    clean = "云岭市坚持以人民为中心，推动高质量发展，全市没有一户返贫。" * 40
    light = clean.replace("推动高质量发展", "鞭策高量量成长", 4).replace("坚持", "对峙", 3)
    assert detect_spun(clean) < 0.1
    assert detect_spun(light) >= 0.5


def test_different_odd_words_show_a_copy_together_and_one_that_recurs_does_not():
    # each of the forms is good Chinese: none is evidence at the price of a single one
    clean = "渠清了，桥通了，村里人说好。" * 20
    odd = "接续推进，成果丰硕，核准开工，招引企业，划定路线，迸发活力，刷新环境，会商难题。"
    assert detect_spun(clean + "接续推进，" * 8) < 0.1
    assert detect_spun(clean + odd) >= 0.5


LIGHT = "青槐区经济社会开展较快，加强根底设施和公共效劳，居民的本领增强，比重到达三成。"


def test_two_different_compounds_that_nobody_writes_show_a_copy():
    clean = "全区开展活动，开展检查，水渠清了，项目建成，居民说好。" * 60
    assert detect_spun(clean) < 0.1
    assert detect_spun(clean + "根底设施好，根底设施新。") < 0.1  # one, though twice
    assert detect_spun(clean + "根底设施好，公共效劳新。") >= 0.9
    assert parse_text(clean + "根底设施好，公共效劳新。").documents.loc[0, "spun_score"] >= 0.9


def test_what_compounds_show_is_put_back_and_ordinary_words_stay():
    text, table = restore_spun(LIGHT + "全区开展活动，开展检查。")
    assert text == (
        "青槐区经济社会发展较快，加强基础设施和公共服务，居民的本领增强，比重达到三成。"
        "全区开展活动，开展检查。"
    )
    assert "增强" not in set(table["spun"])


def test_digits_for_numerals_in_set_phrases_show_a_copy_and_are_put_back():
    text = "稳定是第1责任，修渠是第1要务，要进1步清好全县2条渠。"
    assert detect_spun(text) > 0.9
    assert restore_spun(text)[0] == "稳定是第一责任，修渠是第一要务，要进一步清好全县2条渠。"
    clean = "第1个渠清了，第2产业占1成，1季度排第1位。"
    assert detect_spun(clean) < 0.1
