import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from govnlp.documents.reading.encodings import decode, mend

TEXT = "云岭市政府工作报告\n今年全市新建公园12处，完成投资3.5亿元。\n\n我们要坚持稳中求进，优化营商环境。\n"
TRADITIONAL = "雲嶺市政府工作報告\n今年全市新建公園12處，完成投資3.5億元。\n我們要堅持穩中求進。\n"


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "gbk", "gb18030", "utf-16", "utf-16-le", "utf-16-be"]
)
def test_same_text_in_every_encoding(encoding):
    assert decode(TEXT.encode(encoding))[0] == TEXT


def test_big5_and_gbk_are_told_apart():
    assert decode(TRADITIONAL.encode("big5")) == (TRADITIONAL, "big5")
    assert decode(TRADITIONAL.encode("gb18030")) == (TRADITIONAL, "gb18030")


def test_line_ends_become_one_kind():
    assert decode(b"a\r\nb\rc\nd")[0] == "a\nb\nc\nd"


def test_lines_in_different_encodings():
    data = "云岭市政府\n".encode() + "今年新建公园\n".encode("gbk") + b"\xff\xff\n"
    assert decode(data)[0].split("\n")[:2] == ["云岭市政府", "今年新建公园"]


@pytest.mark.parametrize("wrong", ["latin-1", "gb18030"])
def test_utf8_read_as_something_else_is_mended(wrong):
    text = "云岭市优化营商环境，建设公园"
    spoilt = text.encode().decode(wrong, "ignore")
    if spoilt.encode(wrong) == text.encode():
        assert decode(spoilt.encode())[0] == text


def test_sound_text_is_not_mended():
    assert mend(TEXT) is None
    assert mend("Café à Yunling") is None


@settings(deadline=None)
@given(st.binary(max_size=300))
def test_any_bytes_give_text_that_can_be_saved(data):
    text, encoding = decode(data)
    assert "\x00" not in text and "\r" not in text
    assert isinstance(encoding, str)
    text.encode("utf-8")


@pytest.mark.parametrize(
    "text",
    [
        "新橋通車\n記者：水清了嗎？\n林溪：清了，魚也回來了。\n",
        "新桥通车\n本报记者 林溪\n桥通了，水清了，居民都说好。\n",
    ],
)
def test_the_same_text_in_any_encoding_is_the_same_corpus(tmp_path, text):
    from govnlp import read_corpus

    corpora = []
    for encoding in ("utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-le", "utf-16-be", "big5"):
        try:
            data = text.encode(encoding)
        except UnicodeEncodeError:
            continue
        path = tmp_path / encoding / "a.txt"
        path.parent.mkdir()
        path.write_bytes(data)
        corpora.append(read_corpus(path))
    assert len(corpora) >= 6
    for corpus in corpora[1:]:
        assert corpus.blocks.equals(corpora[0].blocks)
        assert corpus.articles.equals(corpora[0].articles)
        assert corpus.documents.drop(columns=["path", "encoding"]).equals(
            corpora[0].documents.drop(columns=["path", "encoding"])
        )


SIMPLIFIED_LINES = [
    "新桥通车",
    "本报记者 林溪 通讯员 周渠",
    "记者：水清了吗？",
    "林溪：清了，鱼也回来了。",
    "　　今年全区新增绿地12处，同比增长3.5%，居民都说好。",
    "一、水源保护工作情况",
    "来源：望溪日报 2021-03-04 10:00",
    "（责任编辑：沈青禾）",
]
TRADITIONAL_LINES = [
    "新橋通車",
    "本報記者 林溪 通訊員 周渠",
    "記者：水清了嗎？",
    "林溪：清了，魚也回來了。",
    "　　今年全區新增綠地12處，同比增長3.5%，居民都說好。",
    "一、水源保護工作情況",
    "來源：望溪日報 2021-03-04 10:00",
    "（責任編輯：沈青禾）",
]


@settings(max_examples=25, deadline=None)
@given(st.sampled_from([SIMPLIFIED_LINES, TRADITIONAL_LINES]), st.data())
def test_any_order_of_lines_is_the_same_corpus_in_every_encoding(lines, data):
    from govnlp.documents.files import corpus_from_sources
    from govnlp.documents.reading.formats import source_of

    text = "\n".join(data.draw(st.lists(st.sampled_from(lines), min_size=3, max_size=12)))
    encodings = ["utf-8", "utf-16", "gb18030"] + ["big5"] * (lines is TRADITIONAL_LINES)
    corpora = [corpus_from_sources([source_of(text.encode(x), "a.txt")]) for x in encodings]
    for corpus in corpora[1:]:
        assert corpus.blocks.equals(corpora[0].blocks)
        assert corpus.articles.equals(corpora[0].articles)
        assert corpus.documents.drop(columns="encoding").equals(corpora[0].documents.drop(columns="encoding"))
