"""The inventory of a corpus."""

from govnlp import inventory, parse_text


def test_what_is_set_aside_adds_up():
    corpus = parse_text(
        "青槐区见闻\n\n本报记者 王小溪\n\n渠清了，人们来到渠边散步。\n\n【责任编辑：李小山】", doc_id="甲"
    )
    row = inventory(corpus).iloc[0]
    blocks = corpus.blocks.assign(size=corpus.blocks["text"].str.len())
    aside = blocks.loc[
        ~blocks["kind"].isin(["paragraph", "question", "answer", "title", "heading"]), "size"
    ].sum()
    assert row["n_chars"] == blocks["size"].sum()
    assert row["aside"] == aside / row["n_chars"] and 0 < row["aside"] < 1
    assert row["n_articles"] == 1
