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
    ],
)
def test_pieces_of_words_names_and_lists_of_things_are_no_phrases(text):
    assert gn.extract_phrases(gn.parse_text(text))["phrase"].tolist() in ([], ["赶考"])


def test_a_member_that_does_something_is_none():
    table = gn.extract_phrases(gn.parse_text("高新区、青槐经开区打造新型工业“双核引擎”。"))
    assert table[["phrase", "expansion"]].to_numpy().tolist() == [["双核引擎", None]]
