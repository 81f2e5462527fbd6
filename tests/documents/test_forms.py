"""Texts of many forms: each line becomes the kind that stands before it in the file."""

from pathlib import Path

import pytest

from govnlp import parse_text
from govnlp.documents.parsing.lines import Line
from govnlp.documents.parsing.rules import decide
from govnlp.documents.parsing.turns import speaker_of

FORMS = Path(__file__).parent / "forms"
STATED = {  # title, outlet, published (None: it is not looked at)
    "amended-law": ("云岭市绿化条例", None, "NaT"),
    "bracketed-names": ("林溪：让每一滴水都算得清", "望溪广播电视台", "2020-06-30"),
    "city-page": (None, "青槐晚报", "2022-04-15"),
    "congress-report": ("望溪县人大常委会工作报告", None, "NaT"),
    "database-card": ("望溪县人民政府关于加强古树名木保护的意见", None, "NaT"),
    "decision-to-amend": ("云岭市人民代表大会常务委员会关于修改《云岭市公园条例》的决定", None, "NaT"),
    "letter-of-an-office": ("关于做好中小学课后服务工作的函", None, None),
    "letters-q-and-a": ("把老街留给时间", None, "NaT"),
    "navigation-word-by-word": ("青槐区启动冬季送温暖行动", "青槐区民政局", "2021-12-20"),
    "news-of-a-site": ("青槐区夜校课程“上新”", "青槐发布", "2023-09-18"),
    "newspaper-asks": ("市长热线“接线员”", "云岭晚报", "2019-04-02"),
    "notice-split-title": ("关于召开全县春季农业生产现场会的通知", None, None),
    "numbered-labels": ("关于《望溪县电动自行车管理办法》的问与答", None, "2023-08-01"),
    "red-letterhead": ("云岭市人民政府办公室关于印发云岭市城市绿道管理办法的通知", None, None),
    "report-below-switches": ("政府工作报告", None, "2018-02-06"),
    "report-without-numbers": ("政府工作报告", None, "NaT"),
    "rural-feature": ("水到渠成", None, "NaT"),
    "share-bar": ("云岭市发布高温橙色预警", "云岭市气象局", "2022-07-11"),
    "toolbar-word-by-word": ("望溪县2021年高标准农田建设方案", None, "2021-04-16"),
    "wrapped-law": ("云岭市湿地保护规定", None, "NaT"),
    "digital-edition": ("一江清水穿城过", "望溪日报", "2021-11-05"),
    "feature": ("山城起“云”", "云岭日报", "NaT"),
    "forum": ("关于清渠路夜间施工噪音的回复", None, "2020-10-12"),
    "interpretation": ("《望溪县城市更新条例》政策解读", "县司法局", "2021-07-02"),
    "messenger": ("重磅！望溪县2023年民生实事清单来了", "望溪县融媒体中心", "2023-02-08"),
    "numbered-questions": ("财政局负责人就预算公开工作答记者问", None, "NaT"),
    "page-with-credits": (None, None, "2020-06-18"),
    "portal-notice": (
        "望溪县人民政府关于公布2022年度安全生产重点企业名单的通告",
        None,
        "2022-04-06",
    ),
    "press-conference": ("望溪县举行促进中小企业发展新闻发布会", "望溪新闻网", "2023-06-20"),
    "reporter-asks": ("稳就业怎么稳？——人社局局长林溪访谈", None, "NaT"),
    "site-news": ("望溪县召开全县营商环境优化提升大会", "望溪县融媒体中心", "2022-03-15"),
    "special-issue": ("《云岭周刊》2017年第12期·总第86期", "云岭周刊", "2017-12-29"),
    "studio-interview": ("云岭区委书记周渠做客《对话一把手》", "云岭广播电视台", "2022-08-19"),
    "unlabelled-questions": ("关于新型农村合作医疗的热点问答", None, "NaT"),
    "weekly-page": (None, None, "2019-09-12"),
    "wide-digits": ("区委书记谈高质量发展:把“规划图”变成“施工图”", "云岭日报", "2021-03-22"),
}


def parsed(name):
    rows = [x.partition("\t") for x in (FORMS / f"{name}.txt").read_text("utf-8").split("\n")]
    return [kind for kind, _, text in rows if text], parse_text("\n".join(text for _, _, text in rows))


@pytest.mark.parametrize("name", sorted(STATED))
def test_every_line_of_a_form_becomes_its_kind(name):
    wanted, corpus = parsed(name)
    by_line = {n: x.kind for x in corpus.blocks.itertuples() for n in x.lines}
    assert [by_line[n] for n in sorted(by_line)] == wanted
    row = corpus.documents.iloc[0]
    title, outlet, published = STATED[name]
    assert (row["title"], row["outlet"]) == (title, outlet)
    assert published in (None, str(row["published"])[:10])


def test_all_forms_are_tested():
    assert sorted(x.stem for x in FORMS.glob("*.txt")) == sorted(STATED)


def test_headlines_over_several_lines_make_one_article_each():
    assert [len(x) for x in parsed("special-issue")[1].articles["title_lines"]] == [3, 2, 3, 2, 2, 2]
    assert [len(x) for x in parsed("weekly-page")[1].articles["title_lines"]] == [3, 1, 2]


def test_speakers_keep_their_names_without_office_or_verb():
    blocks = parsed("press-conference")[1].blocks
    said = blocks[blocks["kind"].isin(("question", "answer"))]
    assert said["speaker"].drop_duplicates().tolist() == [
        "主持人陈文",
        "县工业和信息化局副局长徐晓",
        "主持人",
        "望溪广播电视台新闻频道记者",
        "新华社记者",
        "县工业和信息化局局长王水",
        "云岭日报记者",
    ]
    assert said["text"].tolist()[1].startswith("谢谢主持人")
    assert not blocks["kind"].eq("byline").any()
    assert (said["kind"] == "question").sum() == 6
    blocks = parsed("numbered-questions")[1].blocks
    assert blocks["text"].tolist()[-2:] == ["公开的时间要求是什么？", "批复后20日内。"]


def test_fields_of_a_notice_that_is_plain_text():
    row = parsed("portal-notice")[1].documents.iloc[0]
    assert row["doc_number"] == "望政通〔2022〕3号" and str(row["signed"].date()) == "2022-04-06"


def test_date_of_a_newspaper_is_no_date_of_signing():
    signed = parse_text("云岭日报\n2018年1月9日　星期二\n渠水清了，居民来了。").documents["signed"]
    assert signed.isna().all()


@pytest.mark.parametrize(
    "headline",
    [
        "3000人参与清渠行动 老街面貌一新",
        "“扫一扫”知道办事进度",
        "下一期工程月底开工",
        "经典朗读大赛在望溪举行",
    ],
)
def test_words_of_widgets_within_a_headline_are_no_furniture(headline):
    assert decide(Line(1, headline)).kind == "head"


@pytest.mark.parametrize("text", ["》、《", "“", "……"])
def test_punctuation_that_the_layout_cut_off_stays_content(text):
    assert decide(Line(1, text)).kind == "paragraph"


def test_bullets_of_a_report_are_no_interview():
    blocks = parse_text("主要问题：一是水少。\n下一步工作：一是修渠，二是植树，三是护岸。").blocks
    assert set(blocks["kind"]) == {"paragraph"}


def test_names_behind_a_label_are_a_byline():
    text = "渠清了\n记者：林溪 周渠\n渠水清了。\n树绿了\n记者：沈青禾\n树也绿了。"
    assert not {"question", "answer"} & set(parse_text(text).blocks["kind"])


def test_titles_that_tell_of_answers_ask_nothing():
    lines = ["区长在线答网友:老厂搬了怎么办", "网友：搬到哪里？", "区长：河对岸。"]
    assert parse_text("\n".join(lines)).blocks["kind"].tolist() == ["title", "question", "answer"]


def test_speaker_of_a_label_with_a_verb():
    assert [speaker_of(x) for x in ("网友提问", "林溪答复")] == ["网友", "林溪"]


def test_list_of_annexes_and_heading_of_an_annex():
    text = "各区：\n请照此办理。\n附件：\n1．名单\n2．申报表\n望溪县水务局\n2021年3月4日\n附件2：\n表中各栏都要填写。"
    kinds = parse_text(text).blocks["kind"].tolist()
    assert kinds[2:7] == ["dateline"] * 5 and kinds[7] != "dateline"


def test_cells_of_a_table_one_a_line_are_no_pages_and_no_headlines():
    cells = [x for n in range(1, 8) for x in (str(n), f"望溪县第{n}中学", f"{n * 3}")]
    corpus = parse_text("\n".join(["推荐名单公示", "现将名单公示如下，公示期为五天。", *cells]))
    assert len(corpus.articles) == 1
    assert corpus.blocks["kind"].tolist() == ["title", *["paragraph"] * (len(cells) + 1)]


def test_a_text_of_numbered_parts_is_one_article_whatever_its_short_lines():
    parts = ["五年来，全县水源保护成效十分明显", "渠水清了，鱼也回来了。"] * 6
    text = ["望溪县工作总结", "一、工作回顾", *parts, "二、今后打算", "再修两座桥，通一条渠。"]
    corpus = parse_text("\n".join(text))
    assert corpus.articles["title"].tolist() == ["望溪县工作总结"]
    assert corpus.blocks["kind"].value_counts()["heading"] == 8


def test_sentence_that_links_have_cut_is_one_paragraph():
    text = [
        "望溪县工作总结",
        *["渠清了。"] * 8,
        "今年修订了《",
        "水源保护办法",
        "》，并制定《",
        "河长制规定",
        "》。",
    ]
    blocks = parse_text("\n".join(text)).blocks
    assert blocks["text"].tolist()[-1] == "今年修订了《水源保护办法》，并制定《河长制规定》。"
    assert blocks["lines"].tolist()[-1] == [10, 11, 12, 13, 14]
