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
