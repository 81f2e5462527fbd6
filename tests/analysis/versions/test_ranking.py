"""The order in which changes are told."""

import govnlp as gn


def test_targets_first_then_new_and_dropped_in_turn():
    a = gn.parse_text(
        "2021年目标：地区生产总值增长5%左右。\n桥头的老渡口照常开船，船工轮流值守。\n集市搬进新棚。", "a"
    )
    b = gn.parse_text(
        "2022年目标：地区生产总值增长6%左右。\n学校添了图书和操场，孩子们放学后有处可去。\n河堤种柳。", "b"
    )
    targets = gn.compare_targets(gn.extract_indicators(a), gn.extract_indicators(b))
    table = gn.rank_changes(gn.compare_versions(a, b), targets)
    assert table["change"].tolist() == ["raised", "new", "dropped", "new", "dropped"]
    assert table["rank"].tolist() == [1, 2, 3, 4, 5] and table["what"].iloc[1].startswith("学校")
    assert gn.rank_changes(gn.compare_versions(a, b), targets, top=2)["change"].tolist() == ["raised", "new"]


def test_a_sentence_that_was_reworded_is_not_called_new():
    """Each of its words is there before, but 校准 and 保存."""
    a = "取水口应当安装计量设施，计量设施每两年检定一次，检定记录备查。"
    b = "取水口应当安装计量设施，计量设施每年校准一次，校准记录保存五年。"
    none = gn.compare_targets(*(gn.extract_indicators(gn.parse_text("溪水。", x)) for x in "ab"))
    table = gn.rank_changes(gn.compare_versions(a, b), none)
    assert table[["change", "older", "newer"]].to_numpy().tolist() == [["reworded", a, b]]
