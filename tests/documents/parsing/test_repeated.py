"""Lines that repeat over a collection; what is right follows from how the texts were put together."""

import pytest

from govnlp import read_corpus

NUMERALS = "一二三四五"
BANNER = "青槐区桥梁建设专题报道活动"  # it is as long as a headline


def collection(tmp_path, build, n=5):
    """Corpus of n texts, each of lines that `build` gives for its numeral."""
    for x in NUMERALS[:n]:
        (tmp_path / f"{x}.txt").write_text("\n".join(build(x)), encoding="utf-8")
    return read_corpus(tmp_path)


def body(x):
    return f"第{x}座桥今天通车，两岸的居民都来看。"


def page(x):
    return [BANNER, "打印本页", f"第{x}座桥通车", body(x), "青槐掌上频道", "【关闭窗口】"]


def test_lines_at_the_same_end_beside_furniture_are_set_aside(tmp_path):
    corpus = collection(tmp_path, page)
    blocks = corpus.blocks[corpus.blocks["doc_id"].eq("一")]
    assert blocks["kind"].tolist() == [
        "boilerplate",
        "boilerplate",
        "title",
        "paragraph",
        "boilerplate",
        "boilerplate",
    ]
    assert blocks["why"].iloc[0] == blocks["why"].iloc[4] != blocks["why"].iloc[1]
    assert sorted(corpus.documents["title"]) == sorted(f"第{x}座桥通车" for x in NUMERALS)
    assert corpus.articles["title_lines"].map(len).eq(1).all()


def test_a_document_without_a_title_stays_without_one_beside_them(tmp_path):
    (tmp_path / "无题.txt").write_text("桥梁建设。\n", encoding="utf-8")
    corpus = collection(tmp_path, page)
    assert corpus.documents.set_index("doc_id").loc["无题", "title"] is None
    assert corpus.articles.set_index("doc_id").loc["无题", "title"] is None


def test_fewer_documents_show_nothing(tmp_path):
    corpus = collection(tmp_path, page, n=4)
    assert corpus.documents["title"].eq(BANNER).all()


def test_copies_of_one_document_show_nothing(tmp_path):
    corpus = collection(tmp_path, lambda x: page("一"))
    assert corpus.documents["title"].eq(BANNER).all()


@pytest.mark.parametrize(
    "line",
    [
        "各位代表：",
        "谢谢大家！",
        "政府工作报告",
        "一、总体要求",
    ],  # addresses, formulae, kinds of documents, headings
)
def test_formulae_are_no_furniture(tmp_path, line):
    corpus = collection(tmp_path, lambda x: ["打印本页", line, body(x), body(x), line, "【关闭窗口】"])
    assert corpus.blocks.loc[corpus.blocks["text"].eq(line), "kind"].ne("boilerplate").all()


def test_a_line_of_the_body_stays(tmp_path):
    corpus = collection(tmp_path, lambda x: [f"第{x}座桥通车", body(x), "桥的由来", body(x)])
    assert corpus.blocks.loc[corpus.blocks["text"].eq("桥的由来"), "kind"].tolist() == ["heading"] * 5
