"""The title above a text, by weight; all texts are invented."""

import pytest

from govnlp import parse_text, read_corpus

TEXT = "临溪区今年清渠三十里，老渠里的水清了，居民都来看水里的鱼。"
TITLE = "临溪区三十里老渠清完了"


def read(*lines):
    corpus = parse_text("\n".join(lines))
    return corpus.documents.loc[0, "title"], corpus.blocks["kind"].tolist()


@pytest.mark.parametrize(
    "above",
    [
        ("走进临溪", "部门概况", "办事大厅", "互动交流", "护渠园地", "专家信箱"),  # a menu word by word
        ("我知道了",),
        ("EN", "https://www.example.com/"),
        ("老渠网_临溪论坛", "去评论"),
        ("查看原文", "其他"),
    ],
)
def test_what_a_page_prints_above_its_title_is_furniture(above):
    assert read(*above, TITLE, "2021-03-05", TEXT) == (
        TITLE,
        ["boilerplate"] * len(above) + ["title", "dateline", "paragraph"],
    )


@pytest.mark.parametrize(
    ("below", "kind"),
    [
        ("林禾", "byline"),
        ("■ 林禾 周渠", "byline"),
        ("4874268", "boilerplate"),
        ("图集", "boilerplate"),
        (TITLE, "boilerplate"),
        ("| 简讯 |", "boilerplate"),
    ],
)
def test_what_stands_between_a_title_and_the_text(below, kind):
    assert read(TITLE, "2021-03-05 来源：临溪网", below, TEXT)[1] == ["title", "dateline", kind, "paragraph"]


def test_a_line_with_the_words_of_the_text_outweighs_one_as_long():
    assert read("望山市民服务热线开通仪式", "打印", TITLE, TEXT)[0] == TITLE


def test_the_lines_of_a_headline_stay_together_where_a_page_has_no_furniture():
    assert read("一湖春水引客来", TITLE, TEXT)[1] == ["title", "title", "paragraph"]


def test_an_office_belongs_to_what_it_issues_and_not_to_the_title_above_it():
    assert read("临溪区水务局", "关于清渠的通知", TEXT)[1] == ["title", "title", "paragraph"]
    assert read("关于清渠的调研报告", "区水务局课题组", TEXT)[0] == "关于清渠的调研报告"


def test_a_papers_frame_around_a_printed_document():
    frame = ["日前，临溪区水务局印发清渠的通知。", "文件详情如下："]
    letter = ["临溪区水务局关于清渠的通知", "各乡镇人民政府：", TEXT]
    corpus = parse_text("\n".join(frame + letter))
    assert corpus.blocks["kind"].tolist() == ["editor", "editor", "title", "paragraph", "paragraph"]
    assert corpus.documents.loc[0, ["title", "genre"]].tolist() == [letter[0], "policy_document"]


def test_news_that_quote_a_notice_have_no_frame():
    kinds = read(TITLE, TEXT, "临溪区水务局关于清渠的通知", "通知要求，老渠年底清完，两岸都要种上树。")[1]
    assert kinds == ["title", "paragraph", "heading", "paragraph"]


@pytest.mark.parametrize(
    ("tail", "kinds"),
    [
        (["你的邮箱*", "评论内容*"], ["boilerplate"] * 2),
        (["责任编辑：林禾", "一架老水车的身世与传说", "1"], ["editor", "boilerplate", "boilerplate"]),
        (["责任编辑：林禾", "附：清渠名单", "东渠　三十里"], ["editor", "dateline", "paragraph"]),
    ],
)
def test_what_stands_below_a_text(tail, kinds):
    assert read(TITLE, TEXT, *tail)[1][2:] == kinds


def test_magazines_and_credits():
    lines = [
        TITLE,
        "2016-08-12林禾受访者提供",
        "今日临溪 2016年7期",
        "◇ 文|本刊记者 林禾 图| 受访者提供",
        TEXT,
    ]
    corpus = parse_text("\n".join([*lines, "渠边的鱼。临溪区水务局供图 临溪网发", "鱼也回来了。"]))
    assert corpus.blocks["kind"].tolist() == [
        "title",
        "dateline",
        "dateline",
        "byline",
        "paragraph",
        "caption",
        "paragraph",
    ]
    assert corpus.documents.loc[0, "outlet"] == "今日临溪"


@pytest.mark.parametrize(
    "above",
    [
        [
            "{}.docx",
            "上传人：林* 文档编号：12 上传时间：2023-04-08",
            "{}.docx_第1页",
            "免费预览已结束，剩余3页",
            "资源描述",
        ],
        ["{}", "合集下载", "1、下载文档前请自行甄别文档内容。", "{}"],
    ],
    ids=["name of the file", "title again"],
)
def test_the_frame_of_a_site_of_documents_is_set_aside(above):
    title = "望溪县2022年清渠情况报告"
    corpus = parse_text("\n".join([*(x.format(title) for x in above), "各位代表：", TEXT]))
    assert corpus.documents.loc[0, "title"] == title
    assert corpus.units("paragraph")["text"].tolist() == ["各位代表：", TEXT]


def test_a_second_headline_below_the_date_is_not_the_first():
    assert read("临溪区的一天", "发表日期：2021-03-05", "——走近清渠人（上）", TEXT)[0] == "临溪区的一天"


def test_a_long_headline_above_the_line_of_a_forum():
    title = "一季度工程集中开工 | 临溪：集中开工64个清渠工程，总投资2亿元"
    assert read(title, "清渠人 发表于：2022-5-1 20:43:21 复制链接", "阅读数：284", TEXT)[0] == title


def test_a_series_with_a_second_headline_stands_above_the_title():
    title = ["清渠让老区更美", "——访水务局局长林溪"]
    text = ["清渠故事在临溪", "展望新年怎么清", "——局长访谈录", *title, "记者：渠清了吗？", "林溪：清了。"]
    articles = parse_text("\n".join(text)).articles
    assert articles.loc[0, "title_lines"] == title


@pytest.mark.parametrize(
    "above",
    [
        "首页/ 信息公开 / 工作报告 / 正文",
        "打开云岭新闻 查看更多图片",
        "本篇文章758字，读完约2分钟",
        "~~~64个清渠工程集中开工",
        "颗粒名称： 清渠三十里的故事",
        "第01：要闻",
    ],
)
def test_what_apps_papers_and_year_books_print_is_no_title(above):
    assert read(above, "清渠三十里的故事", TEXT)[0] == "清渠三十里的故事"


@pytest.mark.parametrize(
    "above",
    [
        ("@所有街坊，一起来护渠", "×"),  # a call that is closed by a sign
        ("推", "返回列表 回复 发帖"),  # the rest of a word
        ("ID:2021305", "大小:15.30 KB", "页数:4页", "资源描述:"),
        ("老渠频道首页 护渠 观鱼 垂钓 导航", "意见反馈 顶 踩 收藏 收藏"),
        ("【www.example.com--简讯】", "选择街道：>>"),
        ("负责人审签情况：已审签", "保密审查情况：已审查"),
    ],
)
def test_calls_bars_and_fields_above_a_title_are_none_of_it(above):
    assert read(*above, TITLE, TEXT) == (TITLE, ["boilerplate"] * len(above) + ["title", "paragraph"])


def test_what_names_the_title_again_with_a_mark_or_a_number_repeats_it():
    below = (f"篇一：{TITLE}", f"{TITLE} 2021", f"{TITLE} _第1页")
    assert read(TITLE, *below, TEXT) == (TITLE, ["title", *["boilerplate"] * 3, "paragraph"])
    assert read(TITLE, f"{TITLE}了，两岸的人都来看", TEXT)[1] == ["title", "title", "paragraph"]


def test_the_first_entry_of_a_table_of_contents_is_no_title():
    contents = ("第一部分 概况", "第二部分 收支")
    text = ("第一部分 概况", TEXT, "第二部分 收支", TEXT)
    title, kinds = read("临溪区水务局2021年决算", "目 录", *contents, *text)
    assert title == "临溪区水务局2021年决算"
    assert kinds == ["title", *["boilerplate"] * 3, "heading", "paragraph", "heading", "paragraph"]


def test_a_plan_below_the_decision_on_it_has_the_title():
    plan, chapter = "临溪区水渠修缮规划", ("第一章 现状", TEXT)
    decision = f"临溪区代表大会关于批准{plan}的决议"
    assert read(decision, "（2021年3月4日通过）", plan, "第一章 现状", TEXT)[0] == plan
    assert read(decision, "（2021年3月4日通过）", TEXT, plan, *chapter)[0] == decision


def test_the_office_and_the_month_on_a_cover_are_no_title():
    cover = ("临溪区国民经济和社会发展第十三个五年", "规划和二 〇 三五年远景目标纲要")
    title, kinds = read(*cover, "临溪区人民政府", "2021 年 3 月", "第一章 现状", TEXT)
    assert title == "".join(cover)
    assert kinds == ["title", "title", "dateline", "dateline", "heading", "paragraph"]


def test_what_a_paper_or_an_agency_sets_before_a_headline_is_no_part_of_it():
    paper = ("渠畔观察", "3上一篇 2015年1月19日 放大 缩小 默认", TITLE, "林禾 记者 周渠 文/图", TEXT)
    assert read(*paper) == (TITLE, ["boilerplate", "dateline", "title", "byline", "paragraph"])
    assert read(f"新华社临溪3月5日电 题：{TITLE}", TEXT)[0] == TITLE
    for above in ((), (TITLE,)):
        corpus = parse_text("\n".join([*above, f"新华社临溪3月5日电　题：{TITLE}", TEXT]))
        assert corpus.articles["title"].tolist() == [TITLE]
        assert corpus.documents.loc[0, ["outlet", "genre"]].tolist() == ["新华社", "news"]
    assert read(f"第1页共3页{TITLE}", TEXT)[0] == TITLE


def test_the_session_alone_is_no_title():
    assert read("2007年7月24日在临溪区第三届人民代表大会第一次会议上", "各位代表：", TEXT)[0] is None


def test_dates_that_lost_characters_or_were_never_filled_in_are_no_title():
    session = "20210305日在临溪区第三届人民代表大会第一次会议上"
    report = "临溪区政府工作报告"
    assert read(report, session, "各位代表：", TEXT)[1] == ["title", "dateline", "paragraph", "paragraph"]
    assert read(report, "2021年 月 日", "各位代表：", TEXT)[1] == [
        "title",
        "dateline",
        "paragraph",
        "paragraph",
    ]


def test_a_title_may_end_with_whose_report_it_is_and_begin_with_what_it_is_about():
    assert read("城区街道清渠工作报告（河西）", "各位代表：", TEXT)[1][0] == "title"
    about = "关于临溪区2020年国民经济和社会发展计划执行情况与2021年国民经济和社会发展计划草案的报告"
    assert read(about, "发布时间：2021-03-05 09:18", "各位代表：", TEXT)[:2] == (
        about,
        ["title", "dateline", "paragraph", "paragraph"],
    )


@pytest.mark.parametrize(
    "notice",
    [
        "（未完，全文共310字，当前显示90字）",
        "（阅读全部内容，您需要先登录！）",
        "您现在查看的是摘要页，全文长 650 字符。",
    ],
)
def test_a_notice_that_the_text_goes_on_elsewhere_is_nobodys_answer(notice):
    assert read(TITLE, TEXT, notice)[1] == ["title", "paragraph", "boilerplate"]
    assert read("问：渠清了吗？", f"答：{TEXT}", notice)[1] == ["question", "answer", "boilerplate"]


def test_what_a_page_prints_between_its_title_and_the_same_again_is_of_a_series(tmp_path):
    lines = [
        "护渠人访谈",
        "看“十里渠”怎么清",
        TITLE,
        "── 访护渠人林溪",
        TEXT,
        "渠边新修了步道，傍晚有很多人来散步。",
    ]
    body = "".join(f"<p>{x}</p>" for x in lines)
    page = f"<html><head><title>{TITLE}</title></head><body><h1>{TITLE}</h1><div>{body}</div></body></html>"
    (tmp_path / "a.html").write_text(page, encoding="utf-8")
    blocks = read_corpus(tmp_path / "a.html").blocks
    kinds = ["title", *["boilerplate"] * 3, "title", *["paragraph"] * 2]
    assert blocks["kind"].tolist() == kinds


def test_a_site_of_laws_has_the_office_between_copies_of_the_title_and_the_post_of_who_signs():
    title = "云岭省古桥保护办法"
    lines = (
        "作者：法规资料网 时间：2021-03-04 来源：法规资料网",
        "下载地址: 点击此处下载",
        title,
        "云岭省人民政府",
        title,
    )
    body = (
        "政府令【第52号】",
        f"《{title}》已经会议通过，现予公布。",
        "省 长",
        "二○一一年六月二十日",
        "第一条 桥要护。",
    )
    head = ["title", "dateline", "boilerplate", "boilerplate", "dateline", "boilerplate", "dateline"]
    assert read(title, *lines, *body) == (title, [*head, "paragraph", "dateline", "dateline", "paragraph"])


def test_a_long_line_that_leads_over_to_a_list_opens_the_text():
    lead = "为了把渠清好，把路修好，让两岸的居民出行方便，" * 3 + "请这样送来："
    signed = "联系电话：1234567\n望溪县水务局\n2021年3月4日\n"
    text = f"关于《护渠预案》征求意见的通知\n{lead}\n{signed}护渠预案\n一、总则\n渠要清。"
    blocks = parse_text(text).blocks
    assert blocks.loc[blocks["text"].eq("护渠预案"), "kind"].tolist() == ["heading"]


@pytest.mark.parametrize(
    ("above", "title"),
    [
        (["望溪县", "2021年决算的", "说  明"], "望溪县2021年决算的说明"),
        (["望溪县", "2021年工作总结"], "望溪县2021年工作总结"),
        (["望溪县", "2021年清渠节开幕"], "2021年清渠节开幕"),
    ],
)
def test_the_name_of_a_division_opens_the_title_of_its_report_of_a_year(above, title):
    text = [*above, "2021年，渠水清了，鱼也回来了。"]
    assert parse_text("\n".join(text)).documents.loc[0, "title"] == title


def test_the_name_of_a_site_above_the_title_is_none():
    above = [
        "临溪云岭首页",
        "云岭省级信息服务平台",
        "",
        "云岭省2021年审计结果公告",
        "来源：云岭日报 2021-08-17",
    ]
    corpus = parse_text("\n".join([*above, "渠水清了，鱼也回来了。"]))
    assert corpus.documents.loc[0, "title"] == "云岭省2021年审计结果公告"
    assert corpus.blocks["kind"].tolist()[:2] == ["boilerplate", "boilerplate"]
    below = ["渠水清了三十里", "• 云岭日报", "• 2022-07-13 08:32:29", "渠水清了，鱼也回来了。"]
    assert parse_text("\n".join(below)).documents.loc[0, "outlet"] == "云岭日报"


@pytest.mark.parametrize("heading", ["专栏：护渠工程", "打造一体化政务服务平台", "改版县政府网站首页"])
def test_what_names_a_site_above_is_a_heading_within_the_text(heading):
    _, kinds = read(
        "望溪县护渠规划",
        "一、目标",
        "渠水清了，鱼也回来了，居民都来看。",
        heading,
        "每年清渠三十里，护渠人增加到二百人。",
    )
    assert kinds == ["title", "heading", "paragraph", "heading", "paragraph"]


@pytest.mark.parametrize(
    "lines", [("望溪县人民政府2014年", "清渠工作报告"), ("望溪县人民政府", "2014年政府工作报告")]
)
def test_an_office_above_the_rest_of_the_title(lines):
    title, kinds = read(*lines, "今年，全县清渠三十里。")
    assert (title, kinds) == ("".join(lines), ["title", "title", "paragraph"])


def test_the_bar_of_an_e_paper_is_no_title():
    bar = ["第06版：民生 上一版5  7下一版", "版面导航", "5 上一篇  下一篇 6 放大 缩小 默认"]
    title, kinds = read(*bar, "老渠的新生活", "——望溪县清渠见闻", "本报记者 林禾", TEXT)
    assert title == "老渠的新生活"
    assert kinds == ["page", "boilerplate", "boilerplate", "title", "title", "byline", "paragraph"]
