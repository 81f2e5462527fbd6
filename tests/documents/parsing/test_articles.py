"""Where the articles of a page begin, and what stands above their headlines; all texts are invented."""

import pytest

from govnlp import extract_indicators, parse_text

FIRST = "区委会议举行\n本报讯（记者 林禾）9月6日下午，会议举行。\n会议要求，把群众的事办好。\n"


@pytest.mark.parametrize(
    "lead",
    [
        "云岭网10月31日讯（云岭导报记者 周渠 通讯员 沈禾 文/图）",
        "云上临溪报道（记者 周渠 通讯员 沈禾）",
        "临溪在线讯【记者 周渠】",
        "（记者周渠 通讯员沈禾）9月6日，",
        "新华社云岭10月31日电（记者周渠）",
    ],
)
def test_a_lead_that_names_the_reporter_begins_an_article(lead):
    corpus = parse_text(
        f"{FIRST}青槐唱响新歌\n——临溪区文化会演侧记\n{lead}青槐公园内，会演开场。\n群众都说好。"
    )
    assert corpus.articles["title"].tolist() == ["区委会议举行", "青槐唱响新歌 ——临溪区文化会演侧记"]


def test_the_second_line_of_a_headline_is_no_session():
    kinds = parse_text("清渠三十里\n——临溪区经济社会发展综述\n本报记者 林禾\n渠清了。").blocks["kind"]
    assert kinds.tolist() == ["title", "title", "byline", "paragraph"]


def test_figures_of_a_box_are_no_headline():
    box = "数说临溪\n440.5亿元 地区生产总值\n630个 新谋划重点项目\n"
    text = f"{box}服务企业“不打烊”\n□记者 林禾\n渠清了，鱼来了。"
    blocks = parse_text(text).blocks
    assert blocks["kind"].tolist() == ["title", "paragraph", "paragraph", "title", "byline", "paragraph"]


def test_figures_above_their_names_are_no_headline():
    box = "数说临溪\n440.5亿元\n地区生产总值\n62户\n新增企业\n"
    corpus = parse_text(f"{box}服务企业“不打烊”\n□记者 林禾\n渠清了，鱼来了。")
    assert corpus.blocks["kind"].tolist() == ["title", *["paragraph"] * 4, "title", "byline", "paragraph"]


def test_contents_whose_entries_end_in_the_numbers_of_pages():
    text = "目录\n1.2023解读要点之一：2022年工作回顾 2\n2.2023解读要点之二：2023年重点工作 8\n"
    blocks = parse_text(
        f"{text}2023解读要点之一：2022年工作回顾\n2022年，全县上下真抓实干，交出了答卷。"
    ).blocks
    assert blocks["kind"].tolist() == ["boilerplate"] * 3 + ["title", "paragraph"]


def test_what_sites_print_below_a_text_and_copy_sites_above_it():
    text = (
        "导语：清渠报告一文来源于网友上传，不代表本站观点。\n渠清了，鱼回来了，群众满意了，大家都说好。\n"
        "微信扫一扫，手机查看\n精彩阅读\n11105"
    )
    kinds = parse_text(text).blocks["kind"].tolist()
    assert kinds == ["boilerplate", "paragraph", "boilerplate", "boilerplate", "boilerplate"]


def test_a_column_above_a_headline_and_a_name_below_it():
    corpus = parse_text("临溪时评\n让渠更清\n■ 林禾\n渠清了，鱼回来了，群众满意。\n治水没有终点。")
    assert corpus.blocks["kind"].tolist()[:3] == ["boilerplate", "title", "byline"]
    assert corpus.documents.loc[0, "title"] == "让渠更清"


def test_news_in_brief_and_the_caption_below_a_column_of_pictures():
    picture = "图片新闻\n3月3日，青槐公园内，市民在赏花。\n周渠 摄\n"
    text = f"{FIRST}{picture}简讯\n▲区文旅局开展检查。（沈禾）\n▲区医院举办义诊。（钱溪）"
    blocks = parse_text(text).blocks
    kinds = dict(zip(blocks["text"], blocks["kind"], strict=True))
    assert kinds["3月3日，青槐公园内，市民在赏花。"] == "caption"
    assert kinds["▲区文旅局开展检查。（沈禾）"] == kinds["▲区医院举办义诊。（钱溪）"] == "paragraph"


def test_weather_and_licences_are_furniture():
    text = "今日天气 多云 12℃～20℃ 东风3级\n广告许可证：临工商广字001号\n渠清了，鱼回来了，群众满意了。"
    assert parse_text(text).blocks["kind"].tolist() == ["boilerplate", "boilerplate", "paragraph"]


def test_what_stands_between_lists_under_one_mark_heads_them():
    items = ["●清渠3条", "●修桥2座"]
    text = [
        "2023年工作回顾",
        "全区清渠修桥，都有进展。",
        "清渠修桥",
        *items,
        "植树造林",
        *items,
        "强身健体",
        items[0],
    ]
    blocks = parse_text("\n".join(text)).blocks
    assert blocks["text"][blocks["kind"].eq("heading")].tolist()[-3:] == ["清渠修桥", "植树造林", "强身健体"]
    assert blocks["kind"][blocks["text"].isin(items)].eq("paragraph").all()


def test_texts_of_a_collection_are_articles():
    text = "清渠讲话（3篇）\n" + "\n".join(
        f"清渠讲话 篇{n}\n同志们：\n今天清渠{n}条，请大家努力。" for n in (1, 2, 3)
    )
    corpus = parse_text(text)
    assert corpus.articles["title"].tolist()[-3:] == ["清渠讲话 篇1", "清渠讲话 篇2", "清渠讲话 篇3"]
    assert corpus.documents.loc[0, "genre"] != "news_page"


def test_months_head_a_chronicle():
    corpus = parse_text("望溪县2022年大事记\n1月\n5日，清渠开工。\n2月\n3日，清渠完工。")
    assert corpus.blocks["kind"].tolist() == ["title", *["heading", "paragraph"] * 2]


def test_an_item_over_two_lines_heads_nothing():
    text = (
        "渠水清清鱼儿来\n全区清渠修桥，都有进展。\n清渠成绩\n●清渠3条\n●新增鱼苗\n320万尾\n●修桥2座\n●植树5亩"
    )
    blocks = parse_text(text).blocks
    assert blocks["kind"][blocks["text"].eq("320万尾")].tolist() == ["paragraph"]


def test_a_numbered_heading_opens_a_text_without_a_title():
    blocks = parse_text("一、清渠\n（一）东渠。今年清了三里。\n二、修桥\n修桥一座。").blocks
    assert blocks["kind"].tolist() == ["heading", "paragraph", "heading", "paragraph"]
    assert blocks["article"].eq(0).all()
    titled = parse_text("一、目录\n望溪县清渠记\n今年清了三里，居民都来看水里的鱼。").blocks
    assert titled["article"].tolist()[1:] == [0, 0]


def test_chapters_of_a_scheme_are_headings_and_no_marks_of_pages():
    chapters = ["1 总则", "1.1 目的", "2 组织", "3 附则"]
    text = [
        "1　总则",
        "1.1　目的",
        "渠要清。",
        "2　组织",
        "渠要管。",
        "5　附件",
        "渠要修。",
        "3　附则",
        "渠要护。",
    ]
    corpus = parse_text("\n".join(["望溪县清渠预案", "目 录", *chapters, *text]))
    headings = corpus.blocks[corpus.blocks["kind"].eq("heading")]
    assert headings["text"].tolist() == ["1　总则", "1.1　目的", "2　组织", "3　附则"]
    assert headings["level"].tolist() == [1, 2, 1, 1]
    assert corpus.blocks["kind"].eq("page").sum() == 1  # out of order: 5
    assert parse_text("1 要闻\n渠水清了。\n2 综合\n桥通了。").blocks["kind"].tolist()[0] == "page"


NEWS = (
    ("渠水清了", "近日，渠里的水清了。"),
    ("新桥通车", "昨日，新桥通车。"),
    ("学校开学", "3日上午，学校开学。"),
)


@pytest.mark.parametrize(
    "closing",
    ["{}居民都高兴。\n（林溪）", "{}居民都高兴。（记者 林溪）", "{}居民都高兴。    本报记者 林溪"],
    ids=["names alone", "in brackets", "behind blanks"],
)
def test_articles_that_end_with_their_reporters(closing):
    text = "\n".join(f"{title}\n{lead}\n{closing.format(title)}" for title, lead in NEWS)
    articles = parse_text("望溪日报\n2021年3月4日\n" + text).articles
    assert articles["title"].tolist() == [title for title, _ in NEWS]


def test_sub_headings_of_one_article_stay():
    told = "\n".join(
        f"{title}\n{title}，居民都高兴。（记者 林溪）" for title, _ in NEWS
    )  # none opens as news do
    unsigned = "\n".join(f"{title}\n{lead}\n居民都高兴。" for title, lead in NEWS)
    for text in (told, unsigned):
        assert len(parse_text(text).articles) == 1


def test_a_name_below_a_headline_of_a_page_is_its_author():
    second = "街谈巷议\n单车别乱停\n许静\n路口的单车又堆成了山，行人只好绕行。\n"
    corpus = parse_text(f"第06版：评论\n渠清了怎么办\n江远\n渠清了，人多了，居民要管好它。\n{second}")
    assert corpus.articles["title"].tolist() == ["渠清了怎么办", "街谈巷议 单车别乱停"]
    assert corpus.blocks.loc[corpus.blocks["kind"] == "byline", "text"].tolist() == ["江远", "许静"]


def test_a_name_within_a_cut_sentence_is_no_author():
    above = "第06版：评论\n渠清了怎么办\n渠清了，居民要管好它。\n会议讨论了这件事，\n"
    cut = "会议明确了\n会议的核心\n周渠\n同志的地位，大家拥护。"
    assert "byline" not in parse_text(above + cut).blocks["kind"].tolist()


def test_a_view_in_brackets_is_a_caption_above_a_text_and_within():
    lines = (
        "清渠三十里",
        "（望溪县城鸟瞰）",
        "渠水清了，居民都来看。",
        "（老渠夜景）",
        "水里有鱼。",
        "（试行）",
        "渠要管。",
    )
    captions = parse_text("\n".join(lines)).blocks.query("kind == 'caption'")["text"].tolist()
    assert captions == ["（望溪县城鸟瞰）", "（老渠夜景）"]


def test_an_article_has_the_place_of_which_it_speaks_and_else_that_of_its_page():
    first = "叙永县修桥补路\n本报讯（记者 周明）叙永县今年修桥。叙永县委书记到现场察看，叙永县正在修路。\n"
    second = "马关县扩建学校\n本报讯（记者 林溪）马关县今年扩建学校。马关县教育局说，孩子上学近了。\n"
    third = "四川省会议举行\n本报讯（记者 林溪）四川省的会议举行，桥要修，路要通。"  # the province of the page's county
    corpus = parse_text("第03版：区县\n" + first + second + third)
    assert corpus.documents["place"].tolist() == ["叙永县"]
    assert corpus.articles["place"].tolist() == [None, "马关县", None]


@pytest.mark.parametrize("said", ["我县", "叙永县"])
def test_what_a_place_does_elsewhere_is_told_of_it(said):
    first = "叙永县修桥补路\n本报讯（记者 周明）叙永县今年修桥。叙永县委书记到现场察看，叙永县正在修路。\n"
    second = f"马关县扩建学校\n本报讯（记者 林溪）马关县扩建学校，{said}投入资金3亿元。马关县教育局说，孩子上学近了。"
    corpus = parse_text("第03版：区县\n" + first + second)
    assert corpus.articles["place"].tolist() == [None, None]
    assert extract_indicators(corpus)["place"].tolist() == ["叙永县"]


def test_authors_in_brackets_at_the_beginning_or_end_of_a_text():
    text = "渠清了\n本报讯（记者 林溪）昨天，渠清了。\n（记者 沈禾）在场。\n居民都来看。（通讯员 周渠）"
    assert parse_text(text).articles["authors"].tolist() == [["林溪", "周渠"]]
    works = "渠清了\n昨天，渠清了，居民都来看。\n水里有鱼了。（作者单位：望溪县水务局）"
    assert parse_text(works).articles["authors"].tolist() == [[]]


def test_the_label_of_a_picture_below_a_text_is_no_heading():
    text = "渠清了\n昨天，渠清了，居民都来看。\n图片新闻\n居民在渠边看鱼。\n记者 林溪 摄"
    kinds = parse_text(text).blocks["kind"].tolist()
    assert kinds == ["title", "paragraph", "boilerplate", "caption", "caption"]


def test_a_paragraph_of_many_sentences_is_no_caption_though_a_credit_ends_it():
    long = "渠清了，两岸的居民都来看水里的鱼。" * 2
    end = "老人们说，这样的水多年没有见过了，孩子们都下水去玩，一直到天黑才回家。记者 林溪 摄"
    for n, kind in ((3, "paragraph"), (1, "caption")):
        text = "渠清了\n昨天，渠清了，居民都来看。\n" + long * n + end
        assert parse_text(text).blocks["kind"].iloc[2] == kind


def test_a_word_that_the_text_goes_on_with_is_no_author():
    page = "第06版：副刊\n渠边的夜\n安静\n夜里很安静，渠水慢慢流。"
    assert parse_text(page).articles["authors"].tolist() == [[]]


def test_the_number_of_a_page_makes_no_paper_of_a_report_in_broken_lines():
    lines = ("清渠报告", "渠清了，居民都来看。", "— 2 —", "会议明确了", "周渠", "同志的任务，大家拥护。")
    assert "byline" not in parse_text("\n".join(lines)).blocks["kind"].tolist()
