"""Documents in traditional characters; places and names are invented, one place is of the table of divisions."""

import govnlp as gn

NOTICE = [
    "辰溪縣人民政府辦公室關於印發清渠方案的通知",
    "辰政辦發〔2023〕14號",
    "發布日期:2023-09-01 來源: 辰溪縣人民政府",
    "縣水務局局長陳曉紅介紹，渠里沒有頭髮，後頭還有三里。",
    "問：渠清了嗎？",
    "答：清了。",
]


def test_rules_read_what_is_written_in_traditional_characters():
    corpus = gn.parse_text("\n".join(NOTICE), doc_id="d")
    document = corpus.documents.iloc[0]
    assert document["title"] == NOTICE[0]
    assert document["doc_number"] == NOTICE[1]
    assert (document["region"], document["issuer"]) == ("湖南省怀化市辰溪县", "辰溪縣人民政府辦公室")
    assert document["outlet"] == "辰溪縣人民政府"
    assert corpus.blocks["kind"].tolist()[-3:] == ["paragraph", "question", "answer"]


def test_blocks_have_the_characters_of_the_source_also_where_one_stands_for_two():
    corpus = gn.parse_text("\n".join(NOTICE), doc_id="d")
    assert corpus.blocks["text"].tolist()[3] == NOTICE[3]  # 里 and 髮, 後


def test_people_and_places_are_named_as_they_are_written():
    corpus = gn.parse_text("\n".join(NOTICE), doc_id="d")
    assert gn.extract_people(corpus)[["name", "post"]].values.tolist() == [["陳曉紅", "縣水務局局長"]]
    assert gn.extract_places(corpus)[["text", "full_name"]].values.tolist()[0] == [
        "辰溪縣",
        "湖南省怀化市辰溪县",
    ]
