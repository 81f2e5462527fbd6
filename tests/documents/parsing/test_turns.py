"""Turns whose labels no colon ends, and talks of several people; all texts are invented."""

from govnlp import parse_text


def turns(text):
    blocks = parse_text(text).blocks
    return blocks.loc[blocks["speaker"].notna(), ["kind", "speaker", "text"]].to_numpy().tolist()


def test_labels_that_a_blank_sets_apart():
    text = "清渠三人谈\n记　者　渠怎么清？\n林　溪　先清老渠。\n记　者　再清哪里？\n林　溪　再清新渠。"
    assert turns(text) == [
        ["question", "记者", "渠怎么清？"],
        ["answer", "林溪", "先清老渠。"],
        ["question", "记者", "再清哪里？"],
        ["answer", "林溪", "再清新渠。"],
    ]


def test_one_such_line_is_no_interview():
    assert turns("清渠纪实\n记者　渠怎么清？\n渠清了，鱼来了。") == []


def test_several_people_who_are_named_with_their_posts():
    text = (
        "清渠圆桌\n主持：《望溪瞭望》主编 周渠\n周渠（《望溪瞭望》主编）：渠怎么清，请各位谈谈。\n"
        "林溪（水务局局长）：先清老渠。\n沈禾（社区书记）：再清新渠。\n周渠：谢谢各位。"
    )
    found = turns(text)
    assert [x[:2] for x in found] == [
        ["question", "周渠"],
        ["answer", "林溪"],
        ["answer", "沈禾"],
        ["question", "周渠"],
    ]
