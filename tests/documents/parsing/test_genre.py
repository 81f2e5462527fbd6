"""Kinds of documents by their titles, their openings and what a page states; all texts are invented."""

import pytest

from govnlp import parse_text, read_corpus

STEPS = "\n一、总体要求\n渠要清。\n二、主要任务\n渠要修。\n三、保障措施\n渠要管。"


@pytest.mark.parametrize(
    ("text", "genre"),
    [
        ("临溪区清渠行动方案（2021—2023年）" + STEPS, "policy_document"),
        ("临溪区出台清渠行动方案" + STEPS, None),  # a headline about one
        ("清渠方案\n渠要清，路要修。", None),  # without numbered headings
        ("临溪区清渠名单公示\n下列渠道列入清渠名单，公示五天。", "policy_document"),
        ("临溪区水务局关于清渠护渠工作任务的分工\n各镇要把渠清好。", "policy_document"),  # an office and 关于
        ("临溪区水务局关于清渠工作的汇报\n渠已经清了。", None),
        ("在清渠动员会上的讲话\n林溪\n同志们：\n把渠清了。", "speech"),
        ("同志们：\n这次会很要紧。下面，我讲三点。", "speech"),
        ("临溪区养老规划\n来源：临溪区政府网 2021-03-04\n今后五年，新增床位三百张。", None),
        ("各位领导、各位来宾：\n大家好！渠清了，路通了。", "speech"),
        ("区长在青槐发表讲话\n3月4日，区长到青槐看渠，说渠清了。", "news"),
        ("新桥通车\n3月4日上午，新桥通车，居民出行方便多了。", "news"),
        ("新桥通车\n近日，新桥通车，居民出行方便多了。", "news"),
        ("临溪区大事记\n3月4日，新桥通车，居民出行方便多了。", None),  # told, but no news
        ("临溪的桥\n桥长三百米，居民出行方便多了。", None),
        ("青槐街道2021年工作总结\n渠清了三条。", "work_report"),
        ("青槐镇清渠汇报材料\n渠清了三条。", "work_report"),
        ("关于《临溪区清渠规划》的说明\n来源：临溪区政府网 2021-03-04\n渠要清，说明如下。", None),
        ("望溪县国民经济和社会发展第十五个五年规划纲要\n渠要清，路要修。", "policy_document"),
        ("望溪县审议国民经济和社会发展第十五个五年规划纲要\n渠要清，路要修。", None),
        ("摘要：3月4日，临溪区的新桥通车。\n3月4日，临溪区的新桥通车。", "news"),
        ("一、消费\n全年零售额三亿元。\n图5：2017—2021年社会消费品零售总额增速（%）\n全年增长。", None),
        ("临溪区清渠若干*策" + STEPS, "policy_document"),
        ("临溪区清渠十条\n为了清渠，制定以下措施。" + STEPS, "policy_document"),
        ("临溪区清渠十条\n为了清渠，制定以下措施。\n渠要清。", None),  # names no steps
        ("【新华社云岭3月6日电】会议六日举行。", "news"),
        ("渠边人家\n渠水清清，柳树成荫。\n沈禾告诉记者，他每天都来。", "news"),
        ("清渠十问" + STEPS + "\n护渠员告诉记者，渠清了。", None),
        ("渠边人家\n渠水清清，柳树成荫。\n实习编辑：林溪", "news"),
        ("渠边人家\n渠水清清，柳树成荫。\n责任编辑：林溪", None),  # as below every page of a site
        ("渠边人家\n2021-03-05 来源：云岭日报\n渠水清清\n责任编辑：林溪", "news"),
        ("临溪区支持清渠的十条意见\n每里渠补助五百元。\n实习编辑：林溪", None),
        ("临溪区清渠规划（2021年）\n渠要清。\n实习编辑：林溪", None),
        ("临溪区概况\n区里有三条渠。\n实习编辑：林溪", None),
        ("发言人工作指引\n发言人要守时，不得对记者隐瞒。", None),
        ("水乡巨变\n回顾过去五年，居民的收入翻了番。\n今后五年的打算\n护渠人说，再种些柳树。", None),
        ("渠边人家\n周渠 2021-03-05 18:38:46\n渠修好了。\n上午9时，居民来看渠。", "news"),
        ("数字看渠\n云岭日报 2021年03月07日\n去年全区清渠三十里。", "news"),
        ("专访护渠人林溪\n林溪说，渠清了。", "news"),
        ("渠修好了。\n回顾全年工作，我们修了三条渠。\n二、明年的工作打算\n再修两条渠。", "work_report"),
        ("渠修好了。\n回顾全年工作，我们修了三条渠。\n二、体会\n渠要常修。", None),
        ("清渠例会纪要\n时间：2021年3月4日\n地点：水务局\n渠清了三条。", "policy_document"),
    ],
)
def test_genre_of_a_text(text, genre):
    assert parse_text(text).documents["genre"].fillna("None")[0] == (genre or "None")


def test_a_law_without_line_ends_is_one():
    text = "临溪区清渠条例\n第一条为了清渠，制定本条例。第二条渠要清。第三条渠要修。"
    assert parse_text(text).documents["genre"][0] == "law"


@pytest.mark.parametrize(
    ("line", "outlet", "genre"),
    [
        ("原创 临溪水务 临溪水务 2021-03-04 12:00", "临溪水务", "news"),
        ("林溪 临溪发布 2021-03-04 17:05 发表于云岭", "临溪发布", "news"),
        ("青槐观察 2021-03-04 09:00:00 记者 林溪", "青槐观察", "news"),
        ("公告栏 2021-03-04 09:00:00", None, None),  # no more than a form that columns have, too
        ("来源：办公室 2021-03-04", None, "news"),  # of the office whose site it is
    ],
)
def test_a_page_with_a_date_and_a_source_is_news(tmp_path, line, outlet, genre):
    body = "渠边的路修好了，居民出行方便多了，孩子上学也近了。"
    page = f"<html><body><h1>渠清了路也通了</h1><p>{line}</p>{2 * f'<p>{body}</p>'}</body></html>"
    (tmp_path / "a.html").write_text(page, encoding="utf-8")
    row = read_corpus(tmp_path / "a.html").documents.iloc[0]
    assert (row["outlet"], row["genre"]) == (outlet, genre)


@pytest.mark.parametrize(
    ("text", "genre"),
    [
        (
            "临溪区长作政府工作报告\n2021-01-05 来源：临溪网\n会议听取了《政府工作报告》。",
            None,
        ),  # tells of one
        ("主任、各位副主任、各位委员：\n我受区政府委托，报告清渠工作。", "work_report"),
        ("2021年2月4日上午，临溪区清了三十里水渠。", "news"),  # no headline, but how news open
        ("这件事已经答复各位代表，大家都满意。", None),
        ("第二十四条 挖渠的，罚款。\n第二十五条 填渠的，罚款。", "law"),
        ("各镇人民政府：\n现将清渠的事说一说。\n临溪区人民政府\n2021年3月4日", "policy_document"),
    ],
)
def test_genre_by_the_line_that_opens_a_text(text, genre):
    found = parse_text(text).documents["genre"].tolist()
    assert found == [genre]


@pytest.mark.parametrize(
    "text",
    [
        "青槐在线01月16日讯 今天上午，人大会议开幕，县长作政府工作报告。他说——\n各位代表！今年任务十分艰巨。",
        "县人大主任参加审议工作报告\n2013年03月09 12:41:38 来源：望溪县人民政府网站\n3月8日下午，林溪参加了审议。",
        "走基层记者团到望溪\n刊发日期：2011-12-08 阅读次数： 作者：\n5日，记者团一行5人到望溪县采访。",
        "【日记】今年政府工作报告更实\n2012年03月01日 来源：望溪网\n政府工作报告,是重要的文件，大家都读了。",
    ],
)
def test_news_that_tell_of_a_report_or_of_a_day(text):
    assert parse_text(text).documents["genre"].tolist() == ["news"]


@pytest.mark.parametrize(
    ("title", "text", "genre"),
    [
        (
            "望溪县统计局关于2021年国民经济和社会发展的统计公报（2022年）",
            "2021年，全县清渠3条。",
            "communique",
        ),
        ("望溪县支持护渠若干政策", "第一条 对护渠企业给予补贴。", "policy_document"),
        ("望溪县出台护渠若干政策", "渠水清了，居民都来看水里的鱼。", None),
        ("小微茶企享受扶持政策", "近日，渠水清了，居民都来看水里的鱼。", "news"),
        ("望溪县第三次农业普查公报（第一号）", "根据普查，全县有渠道300条。", "communique"),
        ("望溪清渠工程集中开工", "渠边红旗飘。2月18日，64个工程开工。（文/林溪 图/沈禾）", "news"),
        ("望溪清渠三十里", "“渠清了。”近日，水务局局长林溪接受专访时说，今年清渠3条。", "news"),
    ],
)
def test_bulletins_and_news_without_a_reporter_at_the_beginning(title, text, genre):
    found = parse_text(f"{title}\n{text}").documents["genre"].tolist()
    assert found == [genre]


def test_measures_that_a_paper_numbers_as_articles_are_no_law():
    measures = "\n".join(f"第{x}条 渠好的，给予补助。" for x in "一二三四五")
    lead = "近日，望溪区推出清渠五条，全文如下。\n"
    assert kind_of("望溪区推出清渠补助办法\n" + lead + measures) == "news"
    assert (
        kind_of("望溪区推出清渠补助办法\n" + lead + measures + "\n第六条 本办法自公布之日起施行。") == "law"
    )


def test_a_decision_that_changes_a_law_is_one():
    text = "临溪市人民代表大会常务委员会关于{}《临溪市清渠条例》的决定\n第三条修改为：渠由市里清。"
    assert kind_of(text.format("修改")) == "law"
    assert kind_of(text.format("批准")) == "policy_document"


def kind_of(text):
    return parse_text(text).documents["genre"].iloc[0]


def test_a_session_that_is_told_at_length_is_news():
    told = (
        "渠上鼓声阵阵，来自各镇的代表到会。3月2日，望溪县第八届人民代表大会第二次会议在县礼堂{}。\n渠清了。"
    )
    assert kind_of(told.format("隆重开幕")) == "news"
    assert kind_of("望溪县志\n渠清了。\n" + told.format("听取报告")) is None


@pytest.mark.parametrize(
    ("text", "genre"),
    [
        (
            "今天，我们在这里召开全区清渠会，主要是看渠。\n我先讲三点意见：\n一、渠清了\n清渠三十里。",
            "speech",
        ),
        ("今天，全区召开清渠会。区长讲了三点意见。", "news"),
        ("县长在全县清渠会议上的讲话一、渠要清，三十里都要清。", "speech"),
        ("在全县清渠会议上的讲话引起反响，居民都说好。", None),
        ("柳湾镇清渠工作总结一、2010年总结今年以来，清渠三十里。", "work_report"),
        ("年终总结大会召开后，全镇清渠三十里。", None),
        ("主任、各位副主任、各位委员：\n现就提请任命林禾的职务作如下说明：\n林禾护渠三十年。", None),
        ("主任、各位副主任、各位委员：\n我代表县政府报告清渠工作，请审议。", "work_report"),
    ],
)
def test_speeches_and_summaries_without_a_title(text, genre):
    assert parse_text(text).documents.loc[0, "genre"] == genre


@pytest.mark.parametrize(
    ("text", "genre"),
    [
        ("2021年清渠统计公报发布\n县水务局日前发布《2021年清渠统计公报》。全县清渠三十里。", "news"),
        ("望溪县2021年清渠统计公报\n2021年，全县清渠三十里。", "communique"),
        ("1、柳湾乡政府工作报告 柳湾乡第十届会议文件 各位代表： 全乡清渠三十里，水清了。", "work_report"),
        ("1、政府工作报告写进了清渠，全乡清渠三十里，水清了。", None),
    ],
)
def test_news_of_a_bulletin_and_reports_in_one_line(text, genre):
    assert parse_text(text).documents.loc[0, "genre"] == genre
