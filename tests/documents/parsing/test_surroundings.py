"""Furniture by form and position."""

import pytest

from govnlp import parse_text

TEXT = "渠水清了，鱼也回来了，居民十分满意。"


def kinds(*lines):
    return parse_text("\n".join(lines)).blocks["kind"].tolist()


def test_a_toolbar_word_by_word_is_furniture_with_words_that_no_list_knows():
    bar = ["下载", "加红", "收藏", "【字号：", "大", "中", "小", "】"]
    assert kinds(*bar, "望溪县清渠记", TEXT) == ["boilerplate"] * len(bar) + ["title", "paragraph"]
    assert kinds("望溪县清渠记", TEXT, TEXT, *bar)[-len(bar) :] == ["boilerplate"] * len(bar)


def test_running_text_below_buttons_stays_though_its_end_was_cut_off():
    cut = "渠长三公里，岸边新修了步道，" * 6
    assert kinds("望溪县清渠记", TEXT, "下载", "打印", "收藏", cut)[-1] == "paragraph"


def test_the_title_of_a_short_notice_among_buttons_stays():
    corpus = parse_text("打印\n收藏\n公告\n分享到：\n" + TEXT)
    assert corpus.documents["title"][0] == "公告"


def test_sizes_in_the_cells_of_a_table_are_no_toolbar():
    assert "boilerplate" not in kinds("望溪县水库一览", TEXT, "大", "中", "小", "小", TEXT)


def test_a_trail_step_by_step():
    trail = ["当前位置：", "首页", ">", "政务信息", ">", "望溪要闻", "望溪要闻"]
    assert kinds(*trail, "望溪县清渠记", TEXT) == ["boilerplate"] * len(trail) + ["title", "paragraph"]


def test_labels_and_their_values_on_lines_of_their_own():
    lines = ["望溪县清渠记", "来源：", "望溪发布", "阅读量：", "字体：", "大", "小", TEXT]
    assert kinds(*lines) == ["title", "dateline", "dateline", *["boilerplate"] * 4, "paragraph"]


def test_the_value_of_a_label_for_a_day_has_a_figure():
    headline = ["渠畔新事", "望溪县清渠工程开工", TEXT]
    assert kinds("当前版：02版", "发布日期：", *headline)[:2] == ["boilerplate", "boilerplate"]
    assert kinds("发布日期：", "三月四日", *headline)[:2] == ["dateline", "dateline"]


def test_crosses_in_the_cells_of_a_table_close_nothing():
    cells = ["东渠", "×", "西渠", "×"]
    assert kinds("望溪县清渠一览", *cells, TEXT)[1] != "boilerplate"


def test_a_title_printed_twice_counts_once():
    corpus = parse_text(f"望溪县清渠工程开工\n望溪县清渠工程开工\n{TEXT}")
    assert corpus.articles["title_lines"][0] == ["望溪县清渠工程开工"]


@pytest.mark.parametrize(
    "line", ["【法宝引证码】CLI.1.0000", "原文链接：https://www.example.com/1.html", "【时效性】现行有效"]
)
def test_the_head_of_a_database_is_furniture(line):
    assert kinds(line, "望溪县清渠办法", TEXT)[0] == "boilerplate"


@pytest.mark.parametrize(
    "line, kind, why",
    [
        ("责任编辑：林溪", "editor", "it names editors or those who checked the page"),
        ("——2021年1月20日在望溪县第五届人民代表大会第六次会议上", "dateline", "it is the session at which"),
        ("云政发〔2021〕5号", "dateline", "it is the number of the document"),
    ],
)
def test_blocks_say_in_words_why_they_are_what_they_are(line, kind, why):
    row = parse_text(f"望溪县清渠记\n{line}\n{TEXT}").blocks.iloc[1]
    assert row["kind"] == kind and row["why"].startswith(why)


def test_the_title_of_a_blog_stands_above_its_date():
    lines = [
        "林溪的日志",
        "首页 目录 图片 关于我",
        "正文",
        "渠边散记一则",
        "2021-03-04 08:00",
        "转载▼",
        "标签：",
        "随笔",
    ]
    corpus = parse_text("\n".join([*lines, TEXT, "阅读(3)", "收藏(1)", "喜欢", "前一篇：雨后"]))
    assert corpus.documents["title"][0] == "渠边散记一则"
    assert corpus.blocks["kind"].tolist() == (
        ["boilerplate"] * 3
        + ["title", "dateline"]
        + ["boilerplate"] * 3
        + ["paragraph"]
        + ["boilerplate"] * 4
    )


def test_the_title_of_an_entry_is_what_its_text_opens_with():
    lines = ["收藏", "查看我的收藏", "0", "青槐长渠", "编辑", "讨论页", "上传视频"]
    corpus = parse_text("\n".join([*lines, "青槐长渠位于望溪县，全长三十里，1958年动工。"]))
    assert corpus.documents["title"][0] == "青槐长渠"
    assert set(corpus.blocks["kind"]) == {"boilerplate", "title", "paragraph"}


def test_a_list_below_the_last_sentence_is_no_furniture():
    names = ["林　溪　水务局", "周　渠　农业局", "沈青禾　园林局", "方　塘　水利站", "石　桥　水利站"]
    assert kinds("望溪县清渠记", TEXT, "打印本页", "关闭窗口", *names)[-5:].count("boilerplate") == 0


@pytest.mark.parametrize("leader", ["……………", "．．．．．", "\t", " "])
def test_a_table_of_contents_without_its_word_is_known_by_its_pages(leader):
    names = ["第一章　现状", "第二章　目标", "第三章　措施"]
    text = "今年全区疏浚老渠三十里，两岸都绿了。"
    lines = ["青槐区清渠规划", *(f"{x}{leader}{n}" for n, x in enumerate(names, 1))]
    lines += [y for x in names for y in (x, text)]
    assert parse_text("\n".join(lines)).blocks["kind"].tolist() == [
        "title",
        *["boilerplate"] * 3,
        *["heading", "paragraph"] * 3,
    ]


def test_the_title_stands_behind_the_words_of_a_bar():
    lines = [
        "青槐区人民政府",
        "走进青槐",
        "新闻中心",
        "互动交流",
        "2024年青槐区清渠工作纪实",
        "来源：区水务局",
    ]
    lines += ["今年全区疏浚老渠三十里，两岸都绿了。"]
    assert parse_text("\n".join(lines)).documents["title"][0] == "2024年青槐区清渠工作纪实"


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            "云岭市水务局清渠工作报告\n详细信息\n云岭市水务局\n清渠工作报告\n渠清了，居民都来看水里的鱼。",
            "云岭市水务局清渠工作报告",
        ),
        ("要闻\n临溪区三十里水渠全部清完\n渠清了，居民都来看水里的鱼。", "临溪区三十里水渠全部清完"),
        (
            "来源：\n临溪区三十里水渠全部清完\n2021-03-05\n渠清了，居民都来看水里的鱼。",
            "临溪区三十里水渠全部清完",
        ),
        (
            "破冰\n——临溪区清渠纪实\n渠清了，居民都来看水里的鱼。",
            "破冰",
        ),  # a headline of two characters and the second one
        (
            "政务\n当前位置：首页 > 政务 > 通知\n临溪区清渠的故事\n渠清了，居民都来看水里的鱼。",
            "临溪区清渠的故事",
        ),
    ],
)
def test_words_of_a_site_above_a_headline_are_no_title(text, title):
    assert parse_text(text).documents["title"].tolist() == [title]


def test_headlines_listed_above_their_texts_are_no_copies_of_a_title():
    heads = ["临溪区清渠三十里长", "青槐区通桥两座新桥", "望溪县种树一千亩地"]
    text = "\n".join([*heads, *(f"{x}\n本报记者 林溪\n{x}，居民都来看热闹。" for x in heads)])
    kinds = parse_text(text).blocks.loc[lambda x: x["text"].isin(heads), "kind"]
    assert list(kinds[-3:]) == ["title"] * 3


@pytest.mark.parametrize(
    ("above", "title"),
    [
        ("信息公开\n公示公告\n", "关于青槐区清渠名单的公示"),
        ("页面\n2012年11月18日\n", "望溪县老渠清渠三十里\n望溪县老渠清渠三十里"),
        ("01 要闻 02 民生 03 副刊\n", "东河镇修路12公里"),
        ("[复制链接]\n", "东河镇修路12公里"),
        ("望溪日报数字报\n2021年3月5日 星期五\n第01版：要闻\n", "东河镇修路12公里"),
        ("点击率：360\n", "东河镇修路12公里"),
    ],
)
def test_columns_and_mastheads_above_a_headline_are_no_title(above, title):
    corpus = parse_text(f"{above}{title}\n2021-03-05\n渠清了，居民都来看水里的鱼。")
    assert corpus.documents["title"].tolist() == [title.split("\n")[0]]


@pytest.mark.parametrize(
    "word", ["摄影作品", "没有更多了", "第 3 页", "[1] [2] [下一页]", "登录后评论", "（完）", "Page 12"]
)
def test_words_below_a_text_are_no_content(word):
    corpus = parse_text(f"清渠三十里\n渠清了，居民今天都来看水里的鱼。\n{word}")
    assert corpus.content()["text"].tolist() == ["渠清了，居民今天都来看水里的鱼。"]


@pytest.mark.parametrize("end", ["林溪", "望溪县水务局", "附：政府工作报告"])
def test_who_signs_below_a_text_is_kept(end):
    blocks = parse_text(f"清渠三十里\n渠清了，居民今天都来看水里的鱼。\n{end}").blocks
    assert blocks["kind"].iloc[-1] != "boilerplate"


def test_headlines_listed_by_an_electronic_paper_are_no_articles():
    listed = ["版面概览", "标题导航", "望溪县清渠记", "老街新添路灯", "版面导航"]
    corpus = parse_text("\n".join([*listed, "望溪县清渠记", "本报记者 林溪", TEXT]))
    assert corpus.blocks["kind"].tolist() == ["boilerplate"] * 5 + ["title", "byline", "paragraph"]
    assert corpus.articles["title"].tolist() == ["望溪县清渠记"]


def test_articles_below_a_list_of_their_headlines_keep_them():
    heads = ["望溪县开会部署防汛", "望溪茶农增收有新招"]
    text = ["望溪日报", "2024年5月6日", "标题导航", *heads]
    text += [x for head in heads for x in (head, f"本报讯 5月5日，{head}，居民十分满意。")]
    assert parse_text("\n".join(text)).articles["title"].tolist() == heads


def test_a_headline_that_the_list_above_it_names_stays_one():
    corpus = parse_text("\n".join(["标题导航", "老街新添路灯", "望溪县清渠记", "望溪县清渠记", TEXT]))
    assert corpus.documents["title"].tolist() == ["望溪县清渠记"]


def test_an_article_below_a_list_of_links_is_an_article():
    lines = ("望溪县清渠记", TEXT, "相关新闻", "新桥今天开工", "老街开市", "本报记者 林溪", TEXT)
    corpus = parse_text("\n".join(lines))
    assert corpus.articles["title"].tolist() == ["望溪县清渠记", "老街开市"]


RECOMMENDED = (
    "新闻推荐",
    "新桥今天开工",
    "□林溪 周渠为了方便居民出行，望溪县今年新建三座桥，第一座在渠边...",
    "望溪新闻，新鲜有料。水清岸绿，期待与你相遇。",
)


def test_the_opening_of_another_page_and_what_a_site_says_below_it_are_furniture():
    lines = ("望溪县清渠记", TEXT, TEXT + "水边人多了。", *RECOMMENDED)
    assert kinds(*lines) == ["title", "paragraph", "paragraph"] + ["boilerplate"] * 4


def test_an_article_below_the_opening_of_another_page_is_an_article():
    lines = ("望溪县清渠记", TEXT, TEXT + "水边人多了。", *RECOMMENDED[:3], "老街开市", "本报记者 林溪", TEXT)
    corpus = parse_text("\n".join(lines))
    assert corpus.articles["title"].tolist() == ["望溪县清渠记", "老街开市"]


def test_a_list_of_what_follows_is_furniture_and_no_headline():
    items = ["望溪县开始清渠", "全县新建三座桥", "老街今天开市"]
    corpus = parse_text(
        "\n".join(
            ["内容提要", *items, items[0], "本台消息：" + TEXT, items[2], "本台消息：今天上午，老街开市。"]
        )
    )
    assert corpus.articles["title"].tolist() == [items[0], items[2]]
    assert corpus.blocks["kind"].tolist()[:4] == ["boilerplate"] * 4


def test_an_abstract_lists_nothing_that_follows():
    assert kinds("内容摘要", TEXT, "一、渠", TEXT)[1] == "paragraph"


def test_an_outcry_between_furniture_below_a_text_is_furniture_and_at_its_end_stays():
    lines = ("望溪县清渠记", TEXT, TEXT + "水边人多了。", "【打印】【关闭】")
    assert kinds(*lines, "免费邮箱，赶紧行动！", "版权所有 望溪网")[-2:] == ["boilerplate"] * 2
    assert kinds(*lines[:3], "渠清了，快来看！", "【打印】【关闭】")[-2] == "paragraph"


def test_headlines_of_what_follows_are_known_by_their_words_whatever_mark_they_have():
    body = "渠通了，两岸的居民都来看水里的鱼，老人们说这样的水多年没有见过了。"
    text = f"本期要目\n◇东渠通水\n◇西渠开工\n东渠通水\n{body}（周渠）\n西渠开工\n{body}（林禾）"
    blocks = parse_text(text).blocks
    assert blocks["kind"].tolist() == ["boilerplate"] * 3 + ["title", "paragraph"] * 2
    within = parse_text(text.replace("本期要目", "内容提要")).blocks  # of one text: its parts
    assert within["kind"].tolist()[-2:] == ["heading", "paragraph"]


def test_sentences_below_the_opening_of_another_page_are_text_where_more_follows():
    """By hand: a site says one sentence at the end; the second shows that the text goes on."""
    lines = ("望溪县清渠记", TEXT, *RECOMMENDED[:3], "护渠人说，水清了。", "全县的渠有三百里，年年要清。")
    assert kinds(*lines)[-3:] == ["boilerplate", "paragraph", "paragraph"]


def test_a_heading_and_a_sentence_of_an_abstract_are_no_list_of_headlines():
    lines = ("清渠研究", "内容摘要", "清渠之路", "本文谈清渠。", "清渠之路", TEXT)
    assert "boilerplate" not in kinds(*lines)


@pytest.mark.parametrize(
    "digest",
    [
        ("导读", "老街改造让居民受益 2版", "桑叶有了好收入 3版"),
        ("今日看点", "老街改造让居民受益　>>2版"),
        ("版面导读", "A02 秋粮丰收在望", "A03 城市书房新添七座"),
    ],
)
def test_headlines_of_other_pages_that_name_their_pages_are_furniture(digest):
    corpus = parse_text("\n".join([*digest, "望溪县清渠记", TEXT]))
    assert corpus.blocks["kind"].tolist() == ["boilerplate"] * len(digest) + ["title", "paragraph"]
    assert corpus.articles["page"].tolist() == [None]


def test_a_text_below_the_word_of_such_a_list_stays():
    assert kinds("导读", TEXT, "书有三章，讲的是清渠。") == ["title", "paragraph", "paragraph"]
