import pytest

from govnlp import parse_text

NOTICE = """望溪县人民政府文件
望政发〔2021〕12号
望溪县人民政府关于保护水源的
若干意见
各乡镇人民政府，县政府各部门：
为保护水源，现提出以下意见。
附件：1.保护区名单
2.责任分工表
望溪县人民政府
二〇二一年三月四日
（此件公开发布）
抄送：县委各部门。
望溪县人民政府办公室 2021年3月5日印发"""


def test_frame_of_a_notice_is_set_aside():
    corpus = parse_text(NOTICE)
    assert corpus.units("paragraph")["text"].tolist() == [
        "各乡镇人民政府，县政府各部门：",
        "为保护水源，现提出以下意见。",
    ]
    assert corpus.articles["title_lines"].tolist() == [["望溪县人民政府关于保护水源的", "若干意见"]]
    row = corpus.documents.iloc[0]
    assert row["title"] == "望溪县人民政府关于保护水源的若干意见"
    assert [row["doc_number"], row["issuer"], str(row["signed"].date())] == [
        "望政发〔2021〕12号",
        "望溪县人民政府",
        "2021-03-04",
    ]


def test_session_of_a_report_is_no_part_of_its_title():
    for session in (
        "（2021年1月8日在望溪县第五届人民代表大会第三次会议上）",
        "——2021年1月8日在望溪县第五届人民代表大会第三次会议上",
    ):
        blocks = parse_text(f"政府工作报告\n{session}\n县长 林溪\n各位代表：\n现在我报告工作。").blocks
        assert blocks["kind"].tolist() == ["title", "dateline", "byline", "paragraph", "paragraph"]


def test_an_office_without_a_date_below_is_no_signature():
    blocks = parse_text("渠清了，县里很高兴。\n望溪县人民政府\n县里还要再修两座桥。").blocks
    assert "dateline" not in blocks["kind"].tolist()


def test_a_session_in_two_lines_and_who_speaks_are_no_title():
    text = [
        "——2021年7月29日在云岭市第九届人民代表大会",
        "常务委员会第四十一次会议上",
        "云岭市审计局局长　林溪",
    ]
    text = "\n".join([*text, "主任、各位委员：", "现在报告。"])
    corpus = parse_text(text)
    assert corpus.blocks["kind"].tolist()[:3] == ["dateline", "dateline", "byline"]
    row = corpus.documents.iloc[0]
    assert row["title"] is None and row["year"] == 2021 and row["genre"] == "work_report"


def test_papers_and_session_over_two_lines():
    text = (
        "关于望溪县2020年计划执行情况的报告\n望溪县十八届人大\n五次会议文件（15）\n"
        "2021年4月 12日在望溪县第十八届\n人民代表大会第五次会议上\n各位代表：\n现将计划执行情况报告如下，请予审议。"
    )
    assert parse_text(text).blocks["kind"].tolist() == ["title"] + ["dateline"] * 4 + ["paragraph"] * 2


def test_who_edits_a_newsletter_and_who_took_part():
    text = "清渠简报\n第12期（总第136期）\n望溪县水利局编 2023年6月12日\n渠清了，鱼来了，大家都来看。\n"
    text += "出席：林溪 周渠\n列席：沈禾"
    assert parse_text(text).blocks["kind"].tolist() == [
        "title", "dateline", "dateline", "paragraph", "byline", "byline",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "session",
    [
        "——在xx县第十八届人民代表大会第三次会议上",
        "在望溪县第十八届人民代表大会第三次会议上",
        "在望溪县第十八届人民代表大会\n第三次会议上",
    ],
)
def test_sessions_without_a_date_or_a_place(session):
    text = f"政府工作报告\n{session}\n望溪县人民政府县长\n林溪\n各位代表：\n渠清了，桥通了，请予审议。"
    blocks = parse_text(text).blocks
    above = 1 + session.count("\n")
    assert blocks["kind"].tolist() == ["title"] + above * ["dateline"] + 2 * ["byline"] + 2 * ["paragraph"]


def test_a_second_headline_on_a_session_is_no_session():
    text = "清渠再出发\n——一论贯彻县委二次全会精神\n渠清了，桥通了，居民都来看水里的鱼。"
    assert parse_text(text).blocks["kind"].tolist() == ["title", "title", "paragraph"]


def test_a_session_in_brackets_over_two_lines_is_one():
    text = (
        "临溪市清渠办法\n（1999年3月5日临溪市第九届\n人民代表大会常务委员会第八次会议批准）\n第一条 渠要清。"
    )
    assert parse_text(text).blocks["kind"].tolist() == ["title", "dateline", "dateline", "paragraph"]


def test_offices_with_several_holders_are_bylines():
    text = "临溪市概况\n市长 林溪\n副市长 周渠 沈禾 林青\n1990年，全市修渠五条。"
    assert parse_text(text).blocks["kind"].tolist()[:3] == ["title", "byline", "byline"]


def test_until_when_and_where_comments_are_sent_is_of_the_frame():
    text = "征求意见的通知\n各镇：\n请把意见送来。\n意见反馈截止日期：2021年6月30日\n邮    箱：a@wangxi.cn\n渠要清。"
    kinds = parse_text(text).blocks["kind"].tolist()
    assert kinds == ["title", "paragraph", "paragraph", "dateline", "dateline", "paragraph"]


def test_a_session_over_two_lines_makes_no_title_of_the_copy_above_it():
    title = "临溪市人民代表大会常务委员会关于清渠的规定"
    copy = f"{title}\n如题所述\n2015-06-10\n{title[:14]}\n{title[14:]}\n"
    session = "（1999年3月5日临溪市第九届\n人民代表大会常务委员会第八次会议通过）\n"
    row = parse_text(copy + session + "第一条 渠要清。\n第二条 自公布之日起施行。").documents.iloc[0]
    assert (row["title"], row["genre"]) == (title, "law")


@pytest.mark.parametrize("title", ["渠边读书会第12期", "青年学习会第3期"])
def test_meetings_that_are_counted_are_no_offices_with_numbers(title):
    assert parse_text(f"{title}\n昨天，渠边有人读书。").documents["title"].tolist() == [title]


@pytest.mark.parametrize(("names", "kind"), [("林禾 周渠 陈晓", "byline"), ("老渠 新渠", "title")])
def test_names_below_a_headline_within_a_page(names, kind):
    lead = "渠水清了，鱼也回来了，老渠边的居民十分满意，都说日子越来越好。"
    text = ["第3版", lead, "老渠新韵", names, lead]
    assert parse_text("\n".join(text)).blocks["kind"].tolist()[3] == kind
