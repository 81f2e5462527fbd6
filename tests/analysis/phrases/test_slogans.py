"""What only looks like a slogan, a coined term or a member: pieces of words, names, lists of things."""

import pytest

import govnlp as gn


@pytest.mark.parametrize(
    "text",
    [
        "推进长三角一体化，万州到利川通车。",
        "中间为“松古平原”，引进“恒丰堂”等9家首店。",
        "登录“云岭政务服务网”，点击“在线办理”。",
        "各园区招商局汇报，出台17项稳经济措施，科技经济紧密结合。",
        "数据的格式、共享方式由市局商定。",
        "检测进出水水质，向水务部门报送。",
        "职位中级分三档、助级分二档。",
        "领办家庭农场、农民合作社、农业企业。",
        "建设场景实验室、试验区。",
        "始终保持赶考的清醒，实施城市生命线安全工程。",
        "办到“百分之百”。",
        "积极增加农业投入及产业调整，农业生产再获丰收，农村经济稳定发展。",
        "综合经济实力增强，目前经济形势向好，学习“十五大”精神，财力一年一个台阶。",
    ],
)
def test_pieces_of_words_names_and_lists_of_things_are_no_phrases(text):
    assert gn.extract_phrases(gn.parse_text(text))["phrase"].tolist() in ([], ["赶考"])


def test_a_member_that_does_something_is_none():
    table = gn.extract_phrases(gn.parse_text("高新区、青槐经开区打造新型工业“双核引擎”。"))
    assert table[["phrase", "expansion"]].to_numpy().tolist() == [["双核引擎", None]]


def test_a_verb_governs_a_list_but_no_clause_behind_a_comma():
    table = gn.extract_phrases(gn.parse_text("努力实现渠水清、渠岸绿、渠鱼多。"))
    assert table["phrase"].tolist() == ["渠水清、渠岸绿、渠鱼多"]


@pytest.mark.parametrize(
    ("text", "phrase"), [("实施三大提升行动。", "三大提升行动"), ("建设三大产业功能区。", "三大产业功能区")]
)
def test_the_noun_that_sums_up_is_the_last_in_a_row(text, phrase):
    assert gn.extract_phrases(gn.parse_text(text))["phrase"].tolist() == [phrase]


def test_what_leads_up_to_members_and_the_economy_of_a_place_are_no_phrases():
    corpus = gn.parse_text("形成两大区域，分为新渠区域、源渠区域。临溪经济向好。")
    corpus.documents["place"] = "临溪区"
    table = gn.extract_phrases(corpus)
    assert "临溪经济" not in set(table["phrase"])
    assert not any("分为" in member for members in table["expansion"].dropna() for member in members)
