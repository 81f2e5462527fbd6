import re
from itertools import pairwise

import pytest

from govnlp import Segmenter, count_terms
from govnlp.lexicons import lexicon_path
from govnlp.words.dictionaries import read_lexicon
from govnlp.words.segmenting import default_segmenter

LEXICON = read_lexicon()
FRAMES = ("{}", "我们持续推进{}，并把{}落到实处", "“{}”与《{}》", "共{}，3项")


def test_entries_are_unique_and_well_formed():
    raw = lexicon_path("policy.csv").read_text(encoding="utf-8")
    lines = [line for line in raw.splitlines() if not line.startswith("#")]
    assert len(LEXICON) == len(lines) - 1 >= 1500
    assert LEXICON.columns.tolist() == ["term", "kind", "note", "years"]
    assert LEXICON["term"].str.fullmatch(r"[\u4e00-\u9fff]{2,18}[+×]?(?:2025)?").all()
    assert LEXICON["note"].str.strip().ne("").all()
    assert LEXICON["years"].astype(int).between(1920, 2026).all()


def test_kinds_are_those_of_the_header():
    header = re.sub(r"\n# *", " ", lexicon_path("policy.csv").read_text(encoding="utf-8"))
    listed = re.search(r"kinds: (.*?) notes:", header)[1]
    kinds = {name.strip() for name in re.sub(r"\(.*?\)", "", listed).split(",")}
    assert set(LEXICON["kind"]) == {kind.strip(". ") for kind in kinds}


@pytest.mark.parametrize("frame", FRAMES)
def test_each_entry_is_one_token(frame):
    cut, holes = default_segmenter().cut, frame.count("{}")
    lost = [t for t in LEXICON["term"] if cut(frame.format(*[t] * holes)).count(t) != holes]
    assert lost == []


def test_two_entries_in_a_row_join_and_come_apart():
    cut, terms = default_segmenter().cut, LEXICON["term"].tolist()
    apart = sum(cut(a + b) == [a, b] for a, b in pairwise(terms))
    assert all("".join(cut(a + b)) == a + b for a, b in pairwise(terms))
    # the rest are ambiguous (两新 + 两重) or a longer word of the dictionary
    assert apart > 0.97 * len(terms)


def test_longer_words_stay_what_they_are():
    for text in ("印度尼西亚", "财政部门", "民政部门", "土地承包经营权", "养老保险费"):
        assert Segmenter(lexicon=["印度"]).cut(text) == [text]


def test_each_stop_word_stands_once():
    lines = lexicon_path("stopwords.txt").read_text(encoding="utf-8").splitlines()
    words = [word for line in lines if not line.startswith(("#", "[")) for word in line.split()]
    assert len(words) == len(set(words))


def test_strong_stop_words_leave_what_a_text_is_about():
    text = "全市一个一个地抓好达到的目标，人均取得显著成效，企业、就业、投资、消费、改革、创新、生态、教育、民生、城市"
    terms = count_terms([text], stopwords="strong").terms.tolist()
    assert set(terms) == {
        *["企业", "就业", "投资", "消费", "改革", "创新", "生态", "教育", "民生", "城市", "人均"]
    }


def test_an_empty_lexicon_is_named(tmp_path):
    (tmp_path / "空.csv").write_text("", encoding="utf-8")
    with pytest.raises(ValueError, match=r"空\.csv has no line; give a column term"):
        Segmenter(lexicon=tmp_path / "空.csv")


def test_a_list_of_stop_words_that_is_not_there_is_named_with_those_that_are(tmp_path):
    with pytest.raises(
        FileNotFoundError, match=r"no file 'nope\.txt'; give one of: light, medium, strong, or a"
    ):
        count_terms(["渠清了。"], stopwords="nope.txt")
