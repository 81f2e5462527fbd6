"""What papers set as tasks, lay down and look back on: status and years of their figures."""

import pytest

import govnlp as gn
from govnlp.analysis.indicators.papers import kind_of_paper

PLAN = "望溪县茶业振兴行动方案（2022—2024年）"


def rows(title, text, *columns):
    text = f"{title}\n{text}\n望溪县人民政府\n2022年3月4日"
    return gn.extract_indicators(gn.parse_text(text))[list(columns)].to_numpy().tolist()


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("一、保障措施\n实施30项茶园改造项目。", "target"),
        ("一、保障措施\n遴选20个试点村。", "target"),
        ("一、保障措施\n茶厂数量达到12家。", "target"),
        ("一、保障措施\n推进8个茶厂建设，总投资约3亿元。", "target"),
        ("一、保障措施\n茶园覆盖率由50%提高到60%。", "target"),
        ("一、总体要求\n茶业产值年均增速8%以上。", "target"),
        ("一、保障措施\n已建成茶园公园3个。", "actual"),
        ("一、发展基础\n建成茶园公园3个。", "actual"),
        ("一、保障措施\n全县茶农4000户。", "actual"),
        ("一、保障措施\n现状：茶厂培训茶农30人。", "actual"),
        ("一、保障措施\n据统计，茶厂带动茶农30户。", "actual"),
        ("一、保障措施\n由于缺少师傅，茶艺班覆盖3个村。", "actual"),
        ("一、保障措施\n受地形限制，茶厂带动茶农30户。", "actual"),
        ("一、保障措施\n茶艺班仅覆盖3个村。", "actual"),
        ("一、保障措施\n县茶办下设3个组，抽查茶厂2家。", "actual"),
        ("一、保障措施\n县茶办下设推广茶艺、培育茶苗等3个组。", "actual"),
        ("一、保障措施\n依托现有茶厂培育茶艺师30人。", "target"),
        ("一、保障措施\n全县现有茶厂20家，带动茶农300户。", "actual"),
        ("一、保障措施\n我县茶厂发展到20家。", "actual"),
        ("一、保障措施\n2022年1—2月，茶厂完成改造3家。", "actual"),
        ("一、保障措施\n4月，茶厂发生火灾2起，过火面积达到30平方米。", "actual"),
        ("一、保障措施\n茶厂事故造成的损失压减到3万元。", "target"),
        ("一、保障措施\n在茶农收入达到3万元的基础上再上台阶。", "actual"),
        ("一、保障措施\n茶园围栏禁止超过2米。", "norm"),
        ("一、保障措施\n年产值达到30万元的茶厂及时上报。", "actual"),
        ("一、保障措施\n上年确定的20个村。", "actual"),
        ("一、存在的问题\n茶厂覆盖3个村。", "actual"),
        ("茶园覆盖率达到60%。", "actual"),
        ("茶厂数量达到12家。", "actual"),
        ("茶苗病害率控制在3%以内。", "target"),
        ("将茶税税额降低到300元。", "target"),
        ("降低茶苗价格至3元。", "target"),
        ("到2024年，茶厂数量达到12家。", "target"),
    ],
)
def test_a_plan_sets_what_it_does_not_say_was_done(text, status):
    assert rows(PLAN, text, "status")[-1] == [status]


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("望溪县关于支持茶业的若干措施", "一、茶厂减按15%的税率缴纳茶税。"),
        ("望溪县关于支持茶业的若干措施", "一、茶园贷款利息不超过本金的8%。"),
        ("望溪县茶艺师职称申报评审条件的通知", "一、参加过茶艺比赛3次。"),
        ("望溪县关于调整茶农津贴标准的通知", "一、茶农每月增加30元。"),
        ("望溪县关于做好优秀茶厂申报工作的通知", "一、每镇申报茶厂2家。"),
        ("望溪县关于支持茶业的若干措施", "一、对拟上市的茶厂，给予奖励3万元。"),
        ("望溪县关于评选茶艺师的通知", "一、评选条件\n有2篇公开发表的论文。"),
        ("望溪县茶艺师评选工作的通知", "全县限额30人。"),
        ("望溪县关于支持茶业的若干措施", "2021年认定的茶厂，给予奖励3万元。"),
    ],
)
def test_what_a_paper_lays_down_is_a_norm(title, text):
    assert rows(title, text, "status") == [["norm"]]


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("望溪县茶业发展规划", "一、发展条件\n茶园3万亩。"),
        ("望溪县关于防范茶叶诈骗的通知", "茶农被骗，损失最高30万元。"),
        ("望溪县关于支持茶业的若干措施", "我县茶税不超过3亿元。"),
        ("望溪县关于支持茶业的若干措施", "茶园公园每年接待游客3万人次。"),
        ("望溪县关于调整茶农津贴标准的通知", "截至2021年底，全县参保茶农3000人，发放津贴20万元。"),
        ("望溪县关于支持茶业的若干措施", "2021年，发放补贴3万元。"),
        ("望溪县推出茶业扶持政策", "带动茶农30户，发放补贴3万元。"),
        ("望溪县茶艺师评选工作的通知", "2021年全县评选茶艺师3名。"),
    ],
)
def test_what_a_paper_tells_is_no_norm(title, text):
    assert {status for (status,) in rows(title, text, "status")} == {"actual"}


@pytest.mark.parametrize(
    ("title", "text", "status"),
    [
        ("望溪县茶业若干措施", "2021年，新建茶厂3家。", "actual"),
        ("望溪县茶业若干措施", "新建茶厂3家。", "target"),
        ("望溪县“十四五”茶业规划", "“十三五”末，茶厂覆盖3个村。", "actual"),
        ("望溪县“十四五”茶业规划", "“十四五”期间，新建茶厂3家。", "target"),
    ],
)
def test_a_plan_without_a_year_sets_nothing_for_a_time_that_may_be_gone(title, text, status):
    assert gn.extract_indicators(gn.parse_text(f"{title}\n{text}"))["status"].tolist() == [status]


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("一、发展基础\n“十三五”期间，茶业迈上新台阶。\n新建茶厂3所。", "2016-2020"),
        ("一、“十三五”时期发展回顾\n新建茶厂3所。", "2016-2020"),
        ("一、发展基础\n“十三五”期间，茶业迈上新台阶。\n二、重点任务\n新建茶厂3所。", "2022"),
        ("一、“十三五”发展成效和“十四五”目标\n“十三五”期间，茶业迈上新台阶。\n新建茶厂3所。", "2022"),
    ],
)
def test_a_review_of_a_five_year_plan_goes_on_to_the_next_heading(text, period):
    assert rows("望溪县茶业发展规划", text, "period") == [[period]]


def test_a_notice_of_what_is_to_be_done_sets_tasks():
    text = "一、抽查1个镇，已抽查茶厂2家。"
    assert rows("望溪县关于做好茶园检查的通知", text, "status") == [["target"], ["actual"]]


def test_what_a_plan_sets_for_each_year_is_a_target():
    text = "一、每年选派茶艺师9名。"
    assert rows("望溪县茶业行动方案", text, "status") == [["target"]]


def test_tasks_shared_out_are_targets():
    text = "一、抓好茶业\n茶叶产值增长6%左右。"
    assert rows("望溪县关于印发2022年重点工作责任分解的通知", text, "status") == [["target"]]


def test_rules_aim_at_a_year_to_come_whatever_their_own():
    text = "望溪县茶业研发支持办法\n第一条 到2022年，茶业研发投入占茶业产值比重达4%。"
    assert gn.extract_indicators(gn.parse_text(text))["status"].tolist() == ["target"]


def test_numbers_of_entries_are_no_rows():
    assert rows("望溪县古茶书目录", "1.12个茶厂\n茶经一卷 028 道茶谱二卷", "name") == []


def test_rules_lay_down_from_a_day_to_come_on():
    text = "自2023年1月1日起，茶厂应当在受理后3日内答复。"
    assert rows("望溪县茶业管理办法", text, "period", "status") == [["2023", "norm"]]


def test_money_of_each_year_is_that_of_no_year_unless_it_is_said():
    text = "一、每年安排茶业资金30万元。\n二、2023—2024年，每年安排茶业资金20万元。"
    assert rows(PLAN, text, "value", "period") == [[30, None], [20, "2023-2024"]]


@pytest.mark.parametrize(
    ("force", "period"),
    [("自2022年1月1日起施行", "2022"), ("自2021年1月1日起施行", "2021"), ("自公布之日起施行", "2021")],
)
def test_rules_are_of_the_year_in_which_they_come_into_force(force, period):
    text = (
        f"望溪县茶园管理办法\n（2021年11月3日望溪县人民政府第6次常务会议审议通过 {force}）\n"
        "第一章 总则\n第一条 茶园围栏高度不低于2米。\n"
    )
    assert gn.extract_indicators(gn.parse_text(text))["period"].tolist() == [period]


def test_a_law_of_the_country_is_one_though_its_genre_was_not_told():
    assert kind_of_paper("中华人民共和国茶业法", None) == "law"


def test_rules_taken_for_a_report_lay_down():
    rules = gn.parse_text("望溪县茶业基金实施细则\n基金规模不低于9万元。")
    rules.blocks["part"] = "plan"
    assert gn.extract_indicators(rules)["status"].tolist() == ["norm"]


def test_what_papers_required_is_no_task_where_work_was_done_by_them():
    text = "贯彻落实《茶业意见》等文件要求和工作部署，新建茶厂3家。"
    assert gn.extract_indicators(gn.parse_text(text))["status"].tolist() == ["actual"]


@pytest.mark.parametrize(
    ("title", "text", "expected"),
    [
        # a condition tells of what has to be, and of no year that it looks back on
        ("望溪县茶业奖励实施意见", "三、申报条件\n茶厂已投产，销售额达到3万元。", ["2022", "norm"]),
        ("望溪县茶业奖励实施意见", "近两年产值2亿元以上的茶厂，按投入额的20%给予补助。", ["2022", "norm"]),
        ("望溪县茶业奖励实施意见", "2021年新建茶厂3家。对达标的茶厂给予5万元奖励。", ["2022", "norm"]),
        ("望溪县茶业奖励实施意见", "大型茶厂按60%返还茶税。", ["2022", "norm"]),
        ("望溪县茶业奖励实施意见", "（一）茶厂须符合下列条件：\n产值达到3万元。", ["2022", "norm"]),
        ("望溪县茶业奖励实施意见", "茶厂应具备如下条件：1.已注册；2.年产值3万元。", ["2022", "norm"]),
        ("望溪县茶业奖励实施意见", "茶厂应具备如下条件：1.已注册。二、现状。有茶厂3家。", ["2022", "actual"]),
        ("望溪县茶业奖励实施意见", "小型茶厂按20%的税率缴纳茶税。", ["2022", "norm"]),
        ("望溪县茶业奖励实施意见", "名单予以公示，公示期为5个工作日。", ["2022", "norm"]),
        ("望溪县茶业奖励实施意见", "三、申报条件\n近两年累计销售额达到3亿元。", ["2022", "norm"]),
        ("望溪县茶业奖励实施意见", "三、申报条件\n上年纳税30万元，已取得专利3项。", ["2021", "norm"]),
        ("望溪县茶业奖励实施意见", "三、申报条件\n（一）已建成投产的茶厂，年产值3万元。", ["2022", "norm"]),
        ("望溪县茶业奖励实施意见", "茶社应符合以下条件：1.成立满2年。2.社员30户。", ["2022", "norm"]),
        # what was done is no condition, whatever stands above it or before it
        ("望溪县茶业奖励实施意见", "三、工作要求\n目前，全县已建成茶厂3家，茶馆5家。", ["2022", "actual"]),
        ("望溪县茶业奖励实施意见", "二、待遇\n已引进茶艺师30人，发放津贴3万元。", ["2022", "actual"]),
        ("望溪县茶业奖励实施意见", "三、申报条件\n2021年已有3家茶厂获得奖励5万元。", ["2021", "actual"]),
        ("望溪县茶业奖励实施意见", "三、工作要求\n去年，全县已发放津贴3万元。", ["2021", "actual"]),
        ("望溪县茶业奖励实施意见", "二、奖励标准：\n2021年，全县奖励茶厂3家。", ["2021", "actual"]),
        ("望溪县茶业奖励实施意见", "茶社应具备下列条件：社员30户。去年全县申报3家。", ["2021", "actual"]),
        ("望溪县茶业奖励实施意见", "茶社应具备下列条件：社员30户。县局开设窗口3个。", ["2022", "actual"]),
        # how things stood before the years of a plan
        ("望溪县“十四五”茶业发展规划", "一、发展基础\n建成茶厂3家。", ["2020", "actual"]),
        ("望溪县“十四五”茶业发展规划", "一、发展现状\n目前建成茶厂3家。", ["2022", "actual"]),
        ("望溪县“十四五”茶业发展规划", "一、发展现状\n上半年建成茶厂3家。", ["2022H1", "actual"]),
        ("望溪县“十三五”茶业发展规划", "一、发展基础\n建成茶厂3家。", ["2022", "actual"]),
        # what a report of a year tells is of that year
        ("望溪县2021年度政府信息公开工作报告", "一、总体情况\n全年发布信息30条。", ["2021", "actual"]),
    ],
)
def test_period_and_status_of_what_papers_say(title, text, expected):
    assert rows(title, text, "period", "status")[-1] == expected


def test_what_a_report_of_a_year_is_to_do_next_is_no_fact_of_that_year():
    text = (
        "望溪县茶业局2021年度政务公开工作报告\n2022年1月20日\n一、总体情况\n公开率80%。\n"
        "二、下一步工作\n公开率达到90%。今年培训茶农30人。"
    )
    table = gn.extract_indicators(gn.parse_text(text))
    said = table[["value", "period", "status"]].to_numpy().tolist()
    assert said == [[80, "2021", "actual"], [90, "2022", "target"], [30, "2022", "target"]]


def test_a_report_on_the_main_tasks_of_a_year_opens_it():
    parts = "一、去年工作回顾\n新建茶厂3家。\n二、今年工作安排\n新建茶厂5家。"
    text = f"望溪县茶业局2022年度重点工作报告\n2022年2月10日\n{parts}"
    table = gn.extract_indicators(gn.parse_text(text))
    assert table[["period", "status"]].to_numpy().tolist() == [["2021", "actual"], ["2022", "target"]]


def test_a_state_up_to_the_end_of_a_year_is_of_that_year():
    title = "改善茶园条件工作截至2021年12月底进展情况"
    corpus = gn.parse_text(f"{title}\n开工率为58%。")
    corpus.documents = corpus.documents.assign(title=title, year=None)
    assert gn.extract_indicators(corpus)["period"].tolist() == ["2021"]


@pytest.mark.parametrize(
    ("text", "statuses"),
    [
        ("望溪将举办10场茶会。据了解，10场茶会中，6场为专题茶会。", "target target target"),
        ("望溪将举办茶艺节。本届茶艺节设展区5个。", "target"),
        ("望溪将举办茶艺节。去年茶艺节有茶企30家。", "actual"),
        ("望溪将举办茶艺节。全县有茶园30万亩。", "actual"),
        ("望溪举办了茶艺节。本届茶艺节设展区5个。", "actual"),
        ("茶艺节明天起举行，设展区5个。", "target"),
        ("届时，300名茶农参赛。", "target"),
        ("10家茶企将参展。", "target"),
        ("5家茶企将总部迁到望溪。", "actual"),
        ("今年计划改造的12座茶馆全部完工，惠及茶农9000户。", "actual actual"),
        ("今年计划改造的12座茶馆按期推进。", "target"),
        ("茶税增长9%，超额完成增长5%的目标。", "actual target"),
        ("客流恢复到2019年同期的88%。", "actual"),
    ],
)
def test_what_is_announced_is_to_come(text, statuses):
    assert gn.extract_indicators(gn.parse_text(text))["status"].tolist() == statuses.split()


@pytest.mark.parametrize(
    ("title", "text", "status"),
    [
        (PLAN, "今年募集茶师岗位不少于400个。", "target"),
        (PLAN, "每家茶厂募集茶师岗位不少于4个。", "norm"),
        ("望溪县茶业管理办法", "今年茶厂募集茶师岗位不少于4个。", "norm"),
        (PLAN, "按照初级（五级）1000元、中级（四级）1500元、高级（三级）2000元的标准申领茶艺补贴。", "norm"),
    ],
)
def test_a_quota_of_a_year_is_an_aim(title, text, status):
    assert {found for [found] in rows(title, text, "status")} == {status}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("删去第五条中的“外方出资比例不得低于30%，中方出资比例不得低于50%”。", []),
        ("将第五条中的“茶园面积不少于30亩”修改为“茶园面积不少于20亩”。", ["茶园面积"]),
        ("第五条修改为：“茶园面积不少于20亩。”", ["茶园面积"]),
    ],
)
def test_what_an_amendment_strikes_out_holds_no_more(text, names):
    found = gn.extract_indicators(gn.parse_text(text))
    assert found["name"].tolist() == names
    assert set(found["status"]) <= {"norm"}
