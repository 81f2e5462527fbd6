import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govnlp import Segmenter, count_terms, segment
from govnlp.words.dictionaries import read_lexicon, read_stopwords
from govnlp.words.segmenting import default_segmenter

MIXED = "自2011-2020年起COVID-19、人工智能+行动，互联网＋，达16,250元 a\r\nb　Ａ股１２３，PM2.5降6.5%。"


@given(st.text(alphabet="高质量发展三农互联网+＋ ,，。12３%-ＡbC\n　稳六", max_size=60))
def test_words_join_to_the_text(text):
    assert "".join(segment([text])[0]) == text


@pytest.mark.parametrize("engine", ["rjieba", "jieba", list])
def test_every_engine_gives_the_text_back(engine):
    assert "".join(Segmenter(engine).cut(MIXED)) == MIXED


def test_rjieba_gives_the_words_of_jieba():
    import jieba

    ours = Segmenter(lexicon=False).cut("计划2011-2020年，COVID-19，iPhone-15、A_B，C++与C#，3.5—4.5%")
    assert ours == jieba.lcut("计划2011-2020年，COVID-19，iPhone-15、A_B，C++与C#，3.5—4.5%")


@pytest.mark.parametrize("engine", ["rjieba", "jieba"])
def test_phrases_stay_whole_between_words(engine):
    segmenter = Segmenter(engine)
    terms = read_lexicon()["term"]
    lost = [t for t in terms if t not in segmenter.cut(f"我们持续推进{t}，并把{t}落到实处")]
    assert lost == []


def test_longer_words_of_the_dictionary_stay_what_they_are():
    assert Segmenter(lexicon=["印度"]).cut("印度尼西亚和印度") == ["印度尼西亚", "和", "印度"]


def test_lexicon_can_be_switched_off():
    assert "营商环境" not in Segmenter(lexicon=False).cut("优化营商环境")
    assert Segmenter(lexicon=["云岭模式"], shipped=False).words == ("云岭模式",)


def test_callable_engine_joins_phrases():
    assert Segmenter(list).cut("抓好三农") == ["抓", "好", "三农"]
    assert Segmenter(str.split).cut(" 抓好 三农 ") == [" ", "抓好", " ", "三农", " "]
    with pytest.raises(ValueError, match="the engine gave '服务', which is no piece of '三农'"):
        Segmenter(lambda text: ["服务"]).cut("三农")


def test_numbers_percentages_and_dates():
    assert segment(["达16,250.5元，增6.5%"])[0] == ["达", "16,250.5", "元", "，", "增", "6.5%"]
    dated = Segmenter(dates=True).cut("2025年3月5日召开，2025-03-05印发")
    assert dated[0] == "2025年3月5日"
    assert "2025-03-05" in dated


def test_full_width_digits_are_cut_as_half_width_ones():
    assert segment(["投资１２３亿元"])[0] == ["投资", "１２３", "亿元"]


def test_tags_and_pickling():
    words = pickle.loads(pickle.dumps(Segmenter(pos=True))).cut("推进放管服")
    assert words == [("推进", "v"), ("放管服", "nz")]


def test_unknown_engine_and_single_string():
    with pytest.raises(ValueError, match="unknown engine 'jeiba'; one of: rjieba, jieba"):
        Segmenter("jeiba")
    with pytest.raises(TypeError, match=r"segment\(\[text\]\)"):
        segment("文本")


@pytest.mark.parametrize("name", ["words.txt", "words.csv", "words.xlsx"])
def test_user_lexicons(tmp_path, name):
    import pandas as pd

    path, table = tmp_path / name, pd.DataFrame({"term": ["云岭模式", "望江经验"], "kind": "policy"})
    if name.endswith("txt"):
        path.write_bytes("# 词典\n云岭模式 5 n\n望江经验\n".encode("gb18030"))
    elif name.endswith("csv"):
        table.to_csv(path, index=False)
    else:
        table.to_excel(path, index=False)
    assert read_lexicon(path)["term"].tolist() == ["云岭模式", "望江经验"]
    assert Segmenter(lexicon=path).cut("学望江经验") == ["学", "望江经验"]


def test_lexicon_of_another_kind_is_refused(tmp_path):
    with pytest.raises(ValueError, match=r"give a \.txt, \.csv or \.xlsx"):
        read_lexicon(tmp_path / "words.doc")


def test_strengths_of_stop_words_include_each_other(tmp_path):
    light, medium, strong = (read_stopwords(s) for s in ("light", "medium", "strong"))
    assert light < medium < strong
    own = tmp_path / "own.txt"
    own.write_text("[light]\n的 了\n[strong]\n工作\n", encoding="utf-8")
    assert read_stopwords("medium", own) == {"的", "了"}
    with pytest.raises(ValueError, match="unknown strength 'weak'"):
        read_stopwords("weak")


@pytest.mark.real
def test_words_of_rjieba_and_jieba_agree_on_real_text(shared):
    ours, theirs = default_segmenter(), Segmenter("jieba")
    lines = (
        (shared / "corpora/segmentation/ud_gsdsimp_test.txt")
        .read_text(encoding="utf-8")
        .replace(" ", "")
        .split("\n")
    )
    assert sum(ours.cut(line) == theirs.cut(line) for line in lines) / len(lines) > 0.998


def test_half_a_character_is_a_token_of_its_own():
    assert Segmenter().cut("修桥\ud800清渠") == ["修桥", "\ud800", "清渠"]
    assert Segmenter(pos=True).cut("\ud800")[0][0] == "\ud800"
    assert count_terms(["修桥\ud800"]).terms.tolist() == ["修桥"]
