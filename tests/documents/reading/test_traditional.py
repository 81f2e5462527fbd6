import pytest

from govnlp import parse_text
from govnlp.documents.reading.traditional import script_of, to_simplified


def test_script_is_recognised_by_characters_of_its_own():
    assert script_of("全縣疏濬老渠三十里，沿線十一個村的灌溉用水有了著落。") == "traditional"
    assert script_of("全县疏浚老渠三十里，沿线十一个村的灌溉用水有了着落。") == "simplified"
    assert script_of("水上一心。") is None


def test_conversion_keeps_the_original_lines_and_offsets():
    pytest.importorskip("opencc")
    corpus = parse_text("新橋通車\n記者：水清了嗎？\n林溪：清了，魚也回來了。")
    changed = to_simplified(corpus)
    assert changed.blocks["text"].tolist() == ["新桥通车", "水清了吗？", "清了，鱼也回来了。"]
    assert changed.blocks["original"].tolist() == corpus.blocks["text"].tolist()
    assert changed.blocks["text"].map(len).tolist() == corpus.blocks["text"].map(len).tolist()
    assert changed.articles["title_lines"].tolist() == [["新桥通车"]]
    assert corpus.blocks["text"][0] == "新橋通車"
