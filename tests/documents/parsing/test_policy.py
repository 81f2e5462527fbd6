import pytest

from govnlp import parse_text
from govnlp.documents.parsing.policy import iso_date, policy_metadata
from govnlp.documents.reading.source import Source


def found(text, **stated):
    return policy_metadata(Source("a", lines=text.split("\n"), stated=stated))


def test_notice_with_everything():
    row = found(
        "云岭市人民政府关于印发\n云岭市水源保护办法的通知\n云政发〔2021〕5号\n各区人民政府：\n现将办法印发给你们。\n"
        "云岭市人民政府\n2021年3月4日\n（此件公开发布）\n云岭市水源保护办法"
    )
    assert row["title"] == "云岭市人民政府关于印发云岭市水源保护办法的通知"
    assert (row["doc_number"], row["issuer"], row["signed"]) == (
        "云政发〔2021〕5号",
        "云岭市人民政府",
        "2021-03-04",
    )


@pytest.mark.parametrize(
    "number",
    [
        "云政办发[2021]15号",
        "云政办发（2021）15号",
        "云政办发【2021】15号",
        "云政办发〔2021〕 15 号",
        "云政办发﹝2021﹞15号",
        "云政办发〈2021〉第15号",
    ],
)
def test_brackets_and_blanks(number):
    row = found(f"{number}\n云岭市人民政府办公室关于修桥的通知\n各区：\n请照办。")
    assert row["doc_number"] == number.replace(" ", "")
    assert row["title"] == "云岭市人民政府办公室关于修桥的通知"


@pytest.mark.parametrize(
    ("first", "number"),
    [
        ("云政发〔２０２１〕１５号", "云政发〔2021〕15号"),
        ("云岭市人民政府令【第15号】", "云岭市人民政府令第15号"),
        ("政府令【第15号】", "政府令第15号"),
        ("云岭市人民政府令\n〔第15号〕", "云岭市人民政府令第15号"),
        ("云岭市人民政府第15号令", "云岭市人民政府第15号令"),
        ("云岭市人民政府令\n第 15 号", "云岭市人民政府令第15号"),
        ("云岭市人民政府令（第15号）", "云岭市人民政府令第15号"),
        ("云岭市水务局公告2021年第3号", "2021年第3号"),
        ("云岭市水务局通告\n第3号", "第3号"),
    ],
)
def test_orders_and_announcements_are_numbered_too(first, number):
    row = found(f"{first}\n云岭市人民政府关于修桥的通知\n各区：\n请照办。")
    assert (row["doc_number"], row["title"]) == (number, "云岭市人民政府关于修桥的通知")


def test_last_word_of_a_title_set_wide_on_a_line_of_its_own():
    assert found("关于修桥的\n通　　知\n各区：\n请照办。")["title"] == "关于修桥的通知"


def test_an_event_is_no_office():
    assert found("水利工作第二场新闻发布会\n2021年5月6日\n发布会上说，渠清了。")["issuer"] is None


def test_numbers_of_cited_documents_are_not_its_own():
    row = found(
        "关于修桥的通知\n各区人民政府：\n根据《关于修路的通知》（云政发〔2020〕7号）精神，现通知如下。\n云岭市交通局\n2021年5月6日"
    )
    assert row["doc_number"] is None
    assert row["issuer"] == "云岭市交通局"


def test_number_glued_to_title_and_addressee():
    row = found(
        "云岭市人民政府关于修桥的通知云府发〔2014〕53号各区人民政府：现通知如下。云岭市人民政府2014年9月19日（此件公开发布）"
    )
    assert (row["title"], row["doc_number"]) == ("云岭市人民政府关于修桥的通知", "云府发〔2014〕53号")
    assert row["signed"] == "2014-09-19"


def test_remark_of_printing_is_not_the_date():
    row = found(
        "关于修桥的通知\n各区：\n请照办。\n云岭市人民政府办公室\n2013年8月8日\n云岭市人民政府办公室2013年8月9日印发"
    )
    assert row["signed"] == "2013-08-08"


def test_stated_values_come_first():
    row = found(
        "正文。",
        title="云岭市关于修桥的意见",
        signed="2020年1月2日",
        published="2020-01-05",
        topic_class="交通\\公路",
    )
    assert row["signed"] == "2020-01-02"
    assert row["published"] == "2020-01-05"
    assert row["topic_class"] == "交通\\公路"


def test_other_texts_state_nothing():
    row = found("各位代表：\n现在，我代表区人民政府作工作报告。\n今年修了三座桥。")
    assert set(row.values()) == {None}


def test_dates():
    assert iso_date("二〇二一年十月三十一日") == "2021-10-31"
    assert iso_date("二○二〇年一月二十日") == "2020-01-20"
    assert iso_date("二００八年三月五日") == "2008-03-05"
    assert iso_date("2021年2月30日") is None
    assert iso_date(None) is None


def test_the_opening_of_a_text_is_no_title():
    text = (
        "为贯彻落实市政府关于清渠的部署，根据《云岭市清渠办法》和《清渠方案》，现就有关事项通知如下：修渠。"
    )
    assert policy_metadata(Source("a", lines=[text]))["title"] is None


def test_minutes_have_a_number_without_an_office():
    lines = ["云岭市人民政府清渠专题会议纪要", "〔2022〕15号", "会议研究了清渠工作。"]
    assert policy_metadata(Source("a", lines=lines))["doc_number"] == "〔2022〕15号"


def test_offices_that_sign_jointly_are_named_the_leading_one_first():
    text = "关于封路的通告\n因修桥，封路三天。\n特此通告。\n{}\n2021年3月4日"
    for signed in (
        "云岭市公安局交通警察支队　云岭市城市管理局",
        "云岭市公安局交通警察支队\n云岭市城市管理局",
    ):
        row = parse_text(text.format(signed)).documents.iloc[0]
        assert row["issuer"] == "云岭市公安局交通警察支队 云岭市城市管理局"
    listed = parse_text(text.format("云岭第一医院\n云岭市城市管理局")).documents.iloc[0]
    assert listed["issuer"] == "云岭市城市管理局"  # a hospital is the end of a list


def test_the_office_that_ends_a_numbered_text_is_its_issuer():
    text = "青槐区清渠工作要点\n青政办发〔2021〕9号　2021年3月4日\n各镇：\n请把渠清了。\n青槐区人民政府办公室"
    assert parse_text(text).documents["issuer"][0] == "青槐区人民政府办公室"
    assert parse_text("清渠记\n渠清了。\n青槐区人民政府办公室").documents["issuer"][0] is None


def test_an_order_that_does_not_say_whose_it_is_names_no_issuer():
    row = found("云岭市清渠办法\n政府令【第15号】\n《云岭市清渠办法》已经会议通过，现予公布。\n2021年3月4日")
    assert (row["doc_number"], row["issuer"]) == ("政府令第15号", None)


def test_the_title_of_rules_above_the_word_for_an_order_is_no_office():
    assert found("云岭市清渠办法\n令第15号\n第一条 渠要清。")["doc_number"] is None
