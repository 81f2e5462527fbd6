"""Duties in invented notices; what is expected was read off the texts."""

import datetime

import pandas as pd
import pytest

import govnlp as gn
from govnlp.analysis.duties.actors import actor_of, is_actor
from govnlp.analysis.duties.bearers import subject_of
from govnlp.analysis.duties.deadlines import find_deadline
from govnlp.analysis.duties.labels import label_line, parse_label
from govnlp.analysis.duties.tables import table_duties
from govnlp.figures.ledger import write_ledger

ISSUED = pd.Timestamp(2025, 3, 4)


def duties(text):
    return gn.extract_duties(gn.parse_text(text, "a"))


@pytest.mark.parametrize(
    ("sentence", "bearer", "action", "modal"),
    [
        ("各镇要加强巡查，做到早发现。", "各镇", "加强巡查，做到早发现", "要"),
        ("区教育局、区财政局应当足额安排经费。", "区教育局、区财政局", "足额安排经费", "应当"),
        (
            "区人力资源社会保障厅根据工作安排，组织培训。",
            "区人力资源社会保障厅",
            "根据工作安排，组织培训",
            None,
        ),
        ("区发展改革委要汇总进度。", "区发展改革委", "汇总进度", "要"),
        ("各区（含开发区，下同）政府要公开清单。", "各区（含开发区，下同）政府", "公开清单", "要"),
        ("清淤工作由区水利局负责。", "区水利局", "清淤工作", "负责"),
        ("负责审查的工作人员要认真履职。", "负责审查的工作人员", "认真履职", "要"),
        ("涉及隐私需要保密的，经办机构应当采取措施。", "经办机构", "采取措施", "应当"),
        ("建设单位不得擅自开工。", "建设单位", "不得擅自开工", "不得"),
        ("鼓励企业参与管护。", "", "鼓励企业参与管护", "鼓励"),
        ("加快推进清淤，确保六月见效。", "", "加快推进清淤，确保六月见效", None),
        ("由区水利局审查并向区政府报告。", "区水利局", "审查并向区政府报告", "由"),
        ("5月10日前各镇将名单报区水利局。", "各镇", "将名单报区水利局", None),
        ("临溪区清淤领导小组要加强统筹。", "临溪区清淤领导小组", "加强统筹", "要"),
        ("护渠队考核结果要公开。", None, "公开", "要"),
        ("鼓励和引导企业参与管护。", "", "鼓励和引导企业参与管护", "鼓励"),
        ("对成效突出的护渠队进行表彰。", "", "对成效突出的护渠队进行表彰", None),
        ("根据汛情，区水利局组织巡查。", "区水利局", "组织巡查", None),
        ("护渠队对记录的真实性负责。", "护渠队", "对记录的真实性负责", "负责"),
        ("清淤总结于10月10日前报区水利局。", "", "清淤总结于10月10日前报区水利局", None),
    ],
)
def test_subject_action_and_modal(sentence, bearer, action, modal):
    found = subject_of(sentence)
    assert (found.bearer, found.action, found.modal) == (bearer, action, modal)


@pytest.mark.parametrize(
    "sentence",
    [
        "临溪区位于望溪上游。",
        "主要任务是清淤。",
        "已完成清淤五公里。",
        "溪水很清。",
        "我代表临溪区人民政府向大会报告工作。",
        "护渠队伍建设。",
        "优秀护渠企业优先纳入名录。",
        "推进清淤是治水的重要举措。",
        "补助范围：护渠队。",
        "应小溪（望溪县）",
    ],
)
def test_what_asks_nothing_is_no_duty(sentence):
    assert subject_of(sentence) is None


def test_the_case_is_kept():
    found = subject_of("对逾期未改的，区执法局应当依法查处。")
    assert (found.bearer, found.condition) == ("区执法局", "对逾期未改的")


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2025年6月底前完成", "2025-06-30"),
        ("6月15日前报送", "2025-06-15"),
        ("2月底前报送", "2026-02-28"),  # February is over when the notice is issued
        ("三季度末前建成", "2025-09-30"),
        ("年内建成", "2025-12-31"),
        ("明年上半年完成", "2026-06-30"),
        ("到2027年达到八成", "2027-12-31"),
        ("2026年1月1日前", "2025-12-31"),
        ("2030年前实现", "2029-12-31"),
        ("“十五五”期末达到八成", "2030-12-31"),
    ],
)
def test_deadline_is_the_last_day(text, day):
    assert str(find_deadline(text, ISSUED)[0])[:10] == day


@pytest.mark.parametrize(
    "text",
    [
        "截至2025年6月底已建成三处",
        "2024年底建成的三处",
        "摸清少年底数",
        "近三年内获奖",
        "三年内不得申报",
        "办理时间压缩至5个工作日内",
        "毕业5年内的青年",
    ],
)
def test_what_is_no_deadline(text):
    assert find_deadline(text, ISSUED)[1] is None


def test_terms_from_an_event_have_words_and_no_day():
    day, said = find_deadline("应当自受理之日起15个工作日内答复", ISSUED)
    assert pd.isna(day) and said == "自受理之日起15个工作日内"
    assert find_deadline("每年12月31日前发放", ISSUED)[1] == "每年12月31日前"


@pytest.mark.parametrize(
    ("text", "bearer", "support"),
    [
        ("责任单位：区教育局、各镇；配合单位：区财政局", "区教育局、各镇", "区财政局"),
        ("区住建局牵头，区财政局、各镇配合", "区住建局", "区财政局、各镇"),
        ("区教育局、区民政局等单位按职责分工负责", "区教育局、区民政局等单位", None),
        ("各区（含开发区，下同）政府具体负责", "各区（含开发区，下同）政府", None),
        ("以下简称《办法》", None, None),
    ],
)
def test_labels(text, bearer, support):
    assert parse_label(text) == (bearer, support, None)


def test_a_label_holds_back_to_the_mark_of_its_item():
    text = "（一）修渠。修好东渠。（区水利局负责）（二）种树。种好柳树。补种河滩。（区林业局负责）"
    expected = [["修好东渠", "区水利局"], ["种好柳树", "区林业局"], ["补种河滩", "区林业局"]]
    assert duties(text)[["action", "bearer"]].to_numpy().tolist() == expected


def test_a_bracket_of_units_alone_is_a_label():
    text = "临溪区清淤通知\n（一）修渠。修好东渠。（区水利局、区财政局）"
    text += "（二）种树。有关部门（区林业局、各镇）要补种河滩。"
    found = duties(text)[["action", "bearer"]].to_numpy().tolist()
    assert found == [["修好东渠", "区水利局、区财政局"], ["补种河滩", "有关部门（区林业局、各镇）"]]


def test_a_lead_bears_the_items_of_its_list():
    text = "第一条 护渠队应当履行下列职责：\n（一）组织巡查；\n（二）清理杂草；\n（三）设置界桩。\n"
    text += "第二条 任何单位不得有下列行为：\n（一）开展采砂；"
    found = duties(text)[["bearer", "action", "strength", "inferred"]].to_numpy().tolist()
    assert found == [
        ["护渠队", "组织巡查", "应当", True],
        ["护渠队", "清理杂草", "应当", True],
        ["护渠队", "设置界桩", "应当", True],
        ["任何单位", "不得有下列行为：", "不得", False],
        ["任何单位", "不得开展采砂", "不得", True],
    ]


def test_conditions_of_a_list_are_no_duties():
    text = "第一条 申请护渠补助应当具备下列条件：\n（一）开展护渠满一年；\n（二）组织巡查十次。"
    assert duties(text).empty


def test_addressees_behind_a_title_that_lost_its_line():
    text = "临溪区人民政府关于清淤的通知各镇人民政府：\n加快清理东渠。\n2025年3月4日"
    assert duties(text)["bearer"].tolist() == ["各镇人民政府"]


def test_a_line_of_labels_names_the_bearers_of_its_section():
    text = "临溪区人民政府关于清淤的通知\n各镇人民政府：\n一、清淤\n加快清理东渠。\n责任单位：区水利局"
    assert label_line("责任单位：区水利局").bearer == "区水利局"
    found = duties(text)
    assert found[["bearer", "inferred"]].to_numpy().tolist() == [["区水利局", False]]


def test_bearers_that_are_inferred():
    text = (
        "临溪区人民政府关于清淤的通知\n各镇人民政府，区政府各部门：\n"
        "各村要清理沟渠。要清除杂草。\n加快疏通东渠。\n2025年3月4日"
    )
    found = duties(text)[["bearer", "inferred", "action"]].to_numpy().tolist()
    assert found == [
        ["各村", False, "清理沟渠"],
        ["各村", True, "清除杂草"],
        ["各镇人民政府，区政府各部门", True, "加快疏通东渠"],
    ]


def test_actors():
    assert is_actor("各镇人民政府、区政府各部门") and not is_actor("加强组织领导")


def test_a_table_of_tasks_with_merged_cells():
    lines = [
        "序号\t重点任务\t责任单位\t配合单位\t完成时限",
        "1\t修渠\t区水利局\t各镇\t6月底前",
        "2\t种树\t\t\t年底前",
    ]
    rows = [(at, row["bearer"], row["action"], row["supporting"]) for at, row in table_duties(lines)]
    assert rows == [(1, "区水利局", "修渠", "各镇"), (2, "区水利局", "种树", "各镇")]
    assert table_duties(["甲\t乙", "1\t2"]) == []


def test_a_law_sets_no_task_without_subject():
    text = "第一条 推进清淤。\n第二条 区水利局应当组织清淤。"
    assert duties(text)["bearer"].tolist() == ["区水利局"]


def test_measure_and_deadline():
    row = duties("区水利局要在2025年6月底前清理河道12公里。").iloc[0]
    assert "12公里" in row["measure"] and row["deadline"] == pd.Timestamp(2025, 6, 30)
    assert (row["strength"], row["degree"], row["line"]) == ("要", 4, 1)


def test_no_duties_is_an_empty_table():
    assert duties("溪水很清。").empty


def test_the_ledger_is_a_spreadsheet(tmp_path):
    from openpyxl import load_workbook

    table = duties("2025年计划\n区水利局要在2025年6月底前清淤。\n修好东渠。（区财政局、各镇负责）")
    write_ledger(table, tmp_path / "x.xlsx")
    sheet = load_workbook(tmp_path / "x.xlsx").active
    head = [cell.value for cell in sheet[1]]
    units = [row[0].value for row in sheet.iter_rows(min_row=2)]
    fields = {row[0].value: row[head.index("领域")].value for row in sheet.iter_rows(min_row=2)}
    matrix = gn.duty_matrix(table).set_index("unit")["field"]
    assert fields["区水利局"] == matrix["区水利局"] == "生态环境与水务"
    assert head[0] == "单位" and sorted(units) == sorted(["各镇", "区水利局", "区财政局"])
    days = [row[head.index("完成时限")].value for row in sheet.iter_rows(min_row=2)]
    assert datetime.datetime(2025, 6, 30) in days
    assert sheet.freeze_panes == "B2" and sheet.auto_filter.ref
    with pytest.raises(ValueError, match="xlsx"):
        write_ledger(table, tmp_path / "x.csv")


def test_a_formula_stays_text(tmp_path):
    from openpyxl import load_workbook

    table = duties("区水利局要清淤。").assign(action="=1+1")
    write_ledger(table, tmp_path / "x.xlsx")
    cells = [
        cell.value for row in load_workbook(tmp_path / "x.xlsx").active.iter_rows(min_row=2) for cell in row
    ]
    assert "'=1+1" in cells


def test_matrix_of_units_and_fields():
    table = gn.duty_matrix(duties("区教育局要办好学校。各镇要清淤。各镇要修渠。"))
    assert table.groupby("unit")["n"].sum().to_dict() == {"区教育局": 1, "各镇": 2}


def test_pronouns_are_no_units_of_the_matrix():
    found = duties("我们要办好学校。各镇要清淤。我局要修渠。")
    assert found["bearer"].tolist() == ["我们", "各镇", "我局"]
    assert gn.duty_matrix(found)["unit"].tolist() == ["各镇"]


def test_what_is_fostered_or_set_up_in_numbers_bears_no_duty():
    """The object of 梯度培育 or 一批 reads like a body; a year before 政府工作任务 is none of its name."""
    found = duties("梯度培育创新型企业，支持企业牵头组建联合体。建设一批验证中心和研发机构，要加强能力建设。")
    assert found["bearer"].isna().all()
    found = duties("三、2025年政府工作任务\n\n各级要清淤。\n\n要修好东渠，也要通水。\n")
    assert found["bearer"].tolist() == ["各级", "政府"] and found["inferred"].tolist() == [False, True]


def test_what_acts_names_nobody():
    """The names of things and places that a verb governs end like those of actors: 城市, 政府, 农民."""
    text = "争创全省节水型城市。\n纵深推进法治政府建设。\n千方百计促进农民增收。\n整县推进清淤。\n要求各镇作出说明。\n"
    text += "实施水利强区建设规划。\n编制清淤平台建设标准。\n建议各镇做好监测。\n超前布局供水体系。"
    assert not duties(f"2025年工作方案\n{text}")["bearer"].notna().any()


def test_a_line_that_names_a_person_or_a_table_sets_no_task():
    assert duties("2025年工作方案\n青槐镇党委宣传委员\n青槐镇社区推进清淤工作汇总表").empty


@pytest.mark.parametrize(
    ("bearer", "units"),
    [
        ("区财政局等和各镇人民政府", ["区财政局等", "各镇人民政府"]),
        ("国务院财政、税务部门", ["国务院财政、税务部门"]),
        ("车站、广场、公园等管理单位", ["车站", "广场、公园等管理单位"]),
        ("财政、公园、工商等部门", ["财政、公园、工商等部门"]),
        ("各省、自治区、直辖市科技厅，区水利局", ["各省、自治区、直辖市科技厅", "区水利局"]),
        ("各市、县（区）", ["各市、县（区）"]),
    ],
)
def test_a_list_is_cut_where_units_end(bearer, units):
    from govnlp.analysis.duties.units import duties_by_unit

    table = duties("区水利局要清淤。").assign(bearer=bearer)
    assert sorted(duties_by_unit(table)["unit"]) == sorted(units)


@pytest.mark.parametrize(
    "sentence",
    [
        "加强清淤，是全区的一件大事。",  # a statement
        "向山林要效益。",
        "区水利局认为需要停止执行。",  # a case
        "改革的进程有所加快。",
    ],
)
def test_what_lays_nothing_on_anybody(sentence):
    assert subject_of(sentence) is None


@pytest.mark.parametrize(
    ("sentence", "bearer", "action"),
    [
        ("申请人未作答复的，应当告知其后果。", None, "告知其后果"),  # who is told does not tell
        ("申报材料应当齐全。", None, "齐全"),
        ("不要盲目扩建。", "", "不要盲目扩建"),  # a ban, not its contrary
        ("由区水利局、区发展改革委、区科技局负责解释。", "区水利局、区发展改革委、区科技局", "负责解释"),
    ],
)
def test_bearers_that_are_open_and_bans(sentence, bearer, action):
    found = subject_of(sentence)
    assert (found.bearer, found.action) == (bearer, action)


@pytest.mark.parametrize(
    ("text", "bearer", "support", "action", "deadline"),
    [
        (
            "由区住建局牵头，会同区城管局开展小区整治，9月底前完成。",
            "区住建局",
            "区城管局",
            "开展小区整治，9月底前完成",
            "09-30",
        ),
        (
            "由区水利局牵头，区财政局配合，于6月底前完成排查。",
            "区水利局",
            "区财政局",
            "于6月底前完成排查",
            "06-30",
        ),
        (
            "各机关要带头清淤。（区水利局按职责分工负责，完成时限：2025年11月底）",
            "区水利局",
            None,
            "各机关要带头清淤",
            "11-30",
        ),
        (
            "修好东渠。（牵头单位：区水利局；配合单位：各镇；完成时限：2025年8月底）",
            "区水利局",
            "各镇",
            "修好东渠",
            "08-31",
        ),
    ],
)
def test_who_leads_who_helps_and_until_when(text, bearer, support, action, deadline):
    row = duties(f"临溪区清淤工作方案\n{text}\n2025年3月4日").iloc[0]
    assert (row["bearer"], row["supporting"], row["action"]) == (bearer, support, action)
    assert f"{row['deadline']:%m-%d}" == deadline


def test_each_act_has_its_own_deadline():
    text = "2025年10月底前编制并公布清单，清单之外一律不得许可。（区水利局负责）\n各镇要清淤，2025年年底前报送总结。"
    rows = duties(f"临溪区清淤工作方案\n{text}")[["bearer", "action", "deadline_text"]].to_numpy().tolist()
    assert rows == [
        ["区水利局", "2025年10月底前编制并公布清单", "2025年10月底前"],
        ["区水利局", "清单之外一律不得许可", None],
        ["各镇", "清淤", None],
        ["各镇", "2025年年底前报送总结", "2025年年底前"],
    ]


@pytest.mark.parametrize(
    "act, day",
    [
        ("4月15日前将护渠方案报区水利局", "04-15"),
        ("5月底前将情况报送区政府", "05-31"),
        ("并于4月10日前把自查表交区水利局", "04-10"),
        ("6月底前将闸门信息录入系统", "06-30"),
    ],
)
def test_what_is_handed_in_by_a_day_is_an_act_of_the_same_bearer(act, day):
    first, second = duties(f"临溪区清淤工作方案\n各镇要加强检查，{act}。\n2025年3月4日").itertuples()
    assert (first.bearer, first.action, first.deadline_text) == ("各镇", "加强检查", None)
    assert (second.bearer, second.action, f"{second.deadline:%m-%d}") == ("各镇", act, day)


@pytest.mark.parametrize("text", ["每年培训护渠员90人次", "每季度召开护渠会议", "每月检查闸门2次"])
def test_what_comes_back_is_a_task(text):
    rows = duties(f"临溪区护渠规划\n二、主要任务\n{text}。\n每年汛期水位较高。")
    assert rows["action"].tolist() == [text]


def test_a_case_with_a_day_is_no_act():
    text = "临溪区清淤工作方案\n5月底前将清单报区政府的，优先支持。"
    assert duties(text).empty


def test_a_line_of_addressees_is_no_task_and_commas_part_units():
    text = "临溪区清淤实施意见\n各街道办事处：\n1.清理东渠。\n责任单位：区水利局，各街道"
    assert duties(text)[["bearer", "action"]].to_numpy().tolist() == [["区水利局、各街道", "清理东渠"]]


def test_lines_of_labels_below_belong_to_one_task():
    text = "临溪区清淤工作方案\n1.渠水增长两成。\n牵头单位：区水利局\n配合单位：各镇\n完成时限：2025年底前"
    row = duties(text).iloc[0]
    assert (row["bearer"], row["supporting"], row["deadline"]) == (
        "区水利局",
        "各镇",
        pd.Timestamp(2025, 12, 31),
    )


@pytest.mark.parametrize(
    ("clause", "actor"),
    [
        ("区水利局检查河道管理单位", "区水利局"),
        ("用水人、受损职工向设区的市级水利局提出", "用水人、受损职工"),
        ("区政府确定的渠道养护单位应当", "区政府确定的渠道养护单位"),
        ("护渠人推选代表人参加", "护渠人"),
        ("任务实行区政府领导负责", None),
        ("各级财政、教育等部门要", "各级财政、教育等部门"),
        ("承储、承运企业必须", "承储、承运企业"),
        ("6个县市要", "6个县市"),
        ("超过50人的单位应当", "超过50人的单位"),
        ("300家企业应当", "300家企业"),
        ("第一批试点县要", "第一批试点县"),
    ],
)
def test_a_name_ends_with_its_head(clause, actor):
    assert actor_of(clause) == actor


@pytest.mark.parametrize(
    "built",
    [
        "建设云岭、临溪区域医疗中心",
        "优化民营企业",
        "新启动20个城中村",
        "全力支持云岭集团",
        "建设具有影响力的消费中心",
    ],
)
def test_what_a_sentence_sets_up_bears_no_duty(built):
    """Each is a verb and its object, which ends like a body."""
    assert not is_actor(built) and actor_of(built, alone=True) is None
    assert subject_of(f"完善布局，{built}，力争早日见效。").bearer == ""


@pytest.mark.parametrize("name", ["主动健康研究院", "主动预警中心"])
def test_a_name_may_begin_with_how_something_is_done(name):
    assert is_actor(name) and actor_of(f"{name}要培训医师") == name


def test_a_quantity_to_be_reached_is_no_duty_of_what_is_counted():
    assert gn.extract_duties(gn.parse_text("年内规上企业达到80家。")).empty


def test_a_long_list_has_one_duty_and_a_sentence_without_an_end_none():
    """Both are far longer than any sentence that is written."""
    bureaus = "区水利局、" * 60 + "区住建局要修桥。"
    assert len(gn.extract_duties(gn.parse_text("关于修桥的通知\n" + bureaus))) == 1
    assert gn.extract_duties(gn.parse_text("关于修桥的通知\n" + "国家" * 1000 + "区水利局要修桥。")).empty


def test_a_bulletin_sets_tasks_only_where_it_says_so():
    """Its verbs without a subject tell what was reached in the year."""
    text = "望溪县2022年统计公报\n2023年3月28日\n\n全年新建市场3个，实现成交额5亿元。\n各镇要清理渠道。"
    assert gn.extract_duties(gn.parse_text(text))["action"].tolist() == ["清理渠道"]
