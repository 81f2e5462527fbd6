"""Bulletins of many items of news: where their articles begin."""

from govnlp import parse_text

NAMES = [
    "青槐区新桥通车 两岸往来方便",
    "临溪县三十里老渠清淤提前完工",
    "望溪县今年夏粮收购工作全面展开",
    "云岭市举行防汛演练 多方联动",
    "5月份云岭市居民消费价格总体平稳",
    "云岭大学图书馆新馆对读者开放",
    "云岭新闻简报",
]


def bulletin(names, *more):
    """Lines of a bulletin: below each headline a text of its own, and what a site adds to it."""
    return [x for name in names for x in (name, f"云岭市有关部门6月12日说，{name[-8:]}，居民都说好。", *more)]


def starts(lines):
    """First source lines of the articles of a text."""
    blocks = parse_text("\n".join(lines)).blocks.dropna(subset="article")
    return blocks.groupby("article")["lines"].agg(lambda x: min(min(y) for y in x)).tolist()


def test_numbered_headlines_begin_articles():
    for form in ("{}、{}", "{}. {}", "## {}. {}"):
        lines = bulletin(form.format(n, name) for n, name in enumerate(NAMES, 1))
        assert starts(lines) == [1, 3, 5, 7, 9, 11, 13]  # each headline has one line of text


def test_numbered_headings_of_a_report_begin_none():
    names = [f"{n}. 加强水利设施的建设与管理" for n in range(1, 8)]
    lines = [x for name in names for x in (name, f"各地要把{name[-2:]}放在心上，清好老渠，修好新渠。")]
    assert len(starts(lines)) == 1


def test_numbered_items_below_text_begin_none():
    lines = ["云岭市一周要事", "本周，云岭市的大事如下。"]
    lines += bulletin(f"{n}. {name}" for n, name in enumerate(NAMES, 1))
    assert len(starts(lines)) == 1


def test_a_headline_of_several_pieces_may_be_longer_than_others():
    name = "周明远在青槐区水利工程工地调研并主持召开座谈会强调 落实各方责任 清好每一条渠 守护两岸居民的平安"
    assert starts(bulletin([*NAMES[:3], name, *NAMES[3:]])) == [1, 3, 5, 7, 9, 11, 13, 15]


def test_the_link_below_an_item_is_no_headline():
    assert starts(bulletin(NAMES, "查看原文")) == [1, 4, 7, 10, 13, 16, 19]
