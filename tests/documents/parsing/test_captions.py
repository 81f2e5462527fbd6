"""Captions: what is told of pictures; all texts are invented."""

from govnlp import parse_text

TEXT = "渠水清了，鱼也回来了，老渠边的居民十分满意，都说日子越来越好。"


def test_days_of_pictures_and_the_scenes_between_them():
    story = [
        "5月3日拍摄的老渠（无人机照片）。",
        "5月4日，居民在渠边下棋。",
        "居民编的竹篮（5月3日摄）。",
        "5月4日，居民在渠边种树。",
    ]
    kinds = parse_text("\n".join(["老渠的新生活", TEXT, *story, TEXT])).blocks["kind"].tolist()
    assert kinds == ["title", "paragraph", *["caption"] * 3, "paragraph", "paragraph"]


def test_running_text_that_refers_to_photographs_is_no_caption():
    text = "2023年，全县清渠三十里，修桥300座（附清渠前后照片）。"
    assert parse_text(text).blocks["kind"].tolist() == ["paragraph"]


def test_scenes_of_a_session_above_its_headline():
    scenes = ["大会执行主席林禾宣布大会开幕", "县长周渠向大会作政府工作报告"]
    lead = "4月3日，望溪县第六次代表大会在县礼堂开幕。"
    corpus = parse_text("\n".join([*scenes, "望溪县第六次代表大会隆重开幕", lead]))
    assert corpus.documents.loc[0, "title"] == "望溪县第六次代表大会隆重开幕"
    assert corpus.blocks["kind"].tolist() == ["caption", "caption", "title", "paragraph"]
    kicker = ["林禾在县代表大会上强调", "望溪县第六次代表大会隆重开幕"]
    assert parse_text("\n".join([*kicker, lead])).blocks["kind"].tolist()[:2] == ["title", "title"]


def test_the_title_in_brackets_below_it_is_a_caption():
    text = "望溪县召开2021年清渠工作通报会（图）\n2021-03-05\n（望溪县召开2021年清渠工作通报会）\n" + TEXT
    assert parse_text(text).blocks["kind"].tolist() == ["title", "dateline", "caption", "paragraph"]


def test_who_stands_where_in_a_picture_is_told_by_a_caption():
    captions = ["记者林禾（右）采访护渠人周渠。", "护渠人沈禾（左二）在渠边种树。"]
    kinds = parse_text("\n".join([*captions, "老渠的新生活", TEXT])).blocks["kind"].tolist()
    assert kinds == ["caption", "caption", "title", "paragraph"]
    works = "大堤（左）今年加高2米，全长3公里。"
    assert parse_text(works).blocks["kind"].tolist() == ["paragraph"]
    banks = "柳河左（右）岸堤防加固工程今年完成12公里。"
    assert parse_text(banks).blocks["kind"].tolist() == ["paragraph"]
