"""What is laid down: deadlines, bans, intervals, penalties and fines, and conditions that are no rows."""

import pytest

import govnlp as gn


def rows(text, *columns):
    return gn.extract_indicators(gn.parse_text(text))[list(columns)].to_numpy().tolist()


@pytest.mark.parametrize(
    ("text", "name", "value"),
    [
        ("受到处分的，自处分之日起三年内不得申报茶艺师职称。", "不得申报茶艺师职称期限", 3),
        ("被吊销许可证的，五年内不得申请茶叶经营许可。", "不得申请茶叶经营许可期限", 5),
        ("在茶馆竣工的三个月内，建设单位将图纸移交档案馆。", "图纸移交档案馆时限", 3),
        ("应当在受理来信五个工作日内将结果告知写信人。", "结果告知写信人时限", 5),
        ("接到举报三个工作日内应当派人核实。", "派人核实时限", 3),
        ("收到材料七日内作出决定。", "作出决定时限", 7),
        ("二十日内，任何一方反悔的，可以撤回申请。", "撤回申请时限", 20),
        ("应当在五日内将走失的山羊送回羊圈。", "走失的山羊送回羊圈时限", 5),
        ("责令其在两个月内进行治理。", "治理时限", 2),
        ("县茶业部门应当在7个工作日内向上级主管部门备案。", "向上级主管部门备案时限", 7),
        ("处罚决定应当自发现之日起八十日内作出。", "处罚决定作出时限", 80),
        ("在会议举行的二十日前将草案发给委员。", "草案发给委员提前时限", 20),
        ("有效期届满三十日前，应当申请延续。", "申请延续提前时限", 30),
        ("放水前五日内由县人民政府发布公告。", "县人民政府发布公告提前时限", 5),
        ("茶叶目录每四年公布一次。", "茶叶目录公布间隔", 4),
        ("茶厂应当至少每三个月公开一次检验情况。", "公开检验情况间隔", 3),
        ("许可证有效期为五年。", "许可证有效期", 5),
        ("公示时间不得少于七日。", "公示时间", 7),
        ("档案保存期不少于五年。", "档案保存期", 5),
        ("茶农请求退回茶税的，应当在三十日内提出。", "茶农请求退回茶税的提出时限", 30),
        ("有下列情形之一的，应当在三日内报告。", "报告时限", 3),
        ("茶厂应当自评选结束之日起七日内，与评委办理交接手续。", "与评委办理交接手续时限", 7),
        ("茶农应当在十日内以书面方式向茶厂提出。", "向茶厂提出时限", 10),
        ("茶农应当在五日内到茶业部门领取手册。", "到茶业部门领取手册时限", 5),
        ("茶厂应当在三日内将结果在厂区内显著位置公示。", "结果在厂区内显著位置公示时限", 3),
        ("茶农应当自迁居之日起五日内向登记地茶业部门报告。", "向登记地茶业部门报告时限", 5),
        ("自撤销许可之日起3年内不受理茶厂申请。", "不受理茶厂申请期限", 3),
        ("茶农可在不超过12个月的期限内缴纳茶税。", "缴纳茶税时限", 12),
    ],
)
def test_time_is_named_by_what_is_to_be_done_in_it(text, name, value):
    assert rows(text, "name", "value") == [[name, value]]


@pytest.mark.parametrize(
    ("text", "name", "low", "high"),
    [
        ("责令暂停三个月以上一年以下执业活动。", "暂停执业活动期限", 3, 12),
        ("情节严重的，责令停业整顿一个月以上六个月以下。", "情节严重的停业整顿期限", 1, 6),
        ("处以每只禽类五元以上二十元以下罚款。", "禽类罚款金额", 5, 20),
        ("处以山羊每头二十元以上八十元以下罚款。", "山羊每头罚款金额", 20, 80),
        ("对单位处十万元以上五十万元以下罚款。", "单位罚款金额", 10, 50),
        ("对单位可处一万元以上三万元以下的罚款。", "单位罚款金额", 1, 3),
        ("损毁茶树的，处以每株一百元以上三百元以下罚款。", "损毁茶树的每株罚款金额", 100, 300),
    ],
)
def test_both_bounds_of_a_penalty_are_kept(text, name, low, high):
    assert rows(text, "name", "value", "value_high", "status") == [[name, low, high, "norm"]]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "违规设卡的，处违法所得二倍以下的罚款；没有违法所得的，处三万元以下的罚款。",
            ["违规设卡的违法所得罚款倍数", "违规设卡没有违法所得的罚款金额"],
        ),
        (
            "有违法所得的，并处违法所得一倍以上三倍以下罚款，没有违法所得的，处五千元以下罚款。",
            ["有违法所得的罚款倍数", "没有违法所得的罚款金额"],
        ),
        ("违法所得不足二十万元的，并处五万元以下罚款。", ["违法所得不足二十万元的罚款金额"]),
        (
            "违反本条例规定，未经批准，在望溪水库内建鱼塘的，由县水务局责令改正；拒不改正的，处三千元以下罚款。",
            ["未经批准在望溪水库内建鱼塘拒不改正的罚款金额"],
        ),
        ("违反本办法第九条规定，砍伐古茶树的，按每株处以二千元以下罚款。", ["砍伐古茶树的每株罚款金额"]),
        ("有下列行为之一的，对承运人处茶叶价值三倍以下罚款。", ["有下列行为之一的茶叶价值罚款倍数"]),
        (
            "违反本条例第三条规定，擅自采茶的，责令改正；是单位的，处一万元罚款；是个人的，处一千元罚款。",
            ["违反本条例第三条规定是单位的罚款金额", "违反本条例第三条规定是个人的罚款金额"],
        ),
        ("丢弃农膜的，责令改正，丢弃者为个人的，处二百元罚款。", ["丢弃农膜丢弃者为个人的罚款金额"]),
        (
            "未经批准建厂的，责令停工；无法采取改正措施的，处三千元罚款。",
            ["未经批准建厂无法采取改正措施的罚款金额"],
        ),
        ("经营者为无证茶厂提供场所的，处三千元罚款。", ["经营者为无证茶厂提供场所的罚款金额"]),
        ("擅自采茶，尚不构成犯罪的，处一万元以下罚款。", ["擅自采茶尚不构成犯罪的罚款金额"]),
        (
            "未经批准建厂，或者未按批准建厂的，处三千元以下罚款。",
            ["未经批准建厂或者未按批准建厂的罚款金额"],
        ),
    ],
)
def test_fine_is_that_of_its_own_case(text, names):
    assert [name for (name,) in rows(text, "name")] == names


@pytest.mark.parametrize(
    "text",
    [
        "标的涉及三个以上股东的，由全体股东协商。",
        "单项预算达到8万元(含)以上的，应当附论证报告。",
        "当事人在二个月内未能促成协议的，可以终止调解。",
        "签订1年以上茶叶购销合同的，予以奖励。",
        "对离校2年内未就业毕业生给予补贴。",
        "对年综合能耗5万吨标准煤以上的茶厂加强管理。",
        "（二）茶厂百分之五十以上的股份被一家公司拥有的。",
        "茶农代表十人以上联名，可以要求复查。",
        "两个以上茶农合办的茶厂，应当登记。",
        "三分之一以上的茶农提议，应当召开大会。",
        "同一案件涉及两个以上茶农，应当合并审理。",
        "在人口10万以上县城推广。",
        "对收入达5亿元以上，且带动茶农的，予以支持。",
        "在本县工作满5年以上的“茶乡”教师可以报名。",
        "招用失业半年以上人员的茶厂。",
        "候选人仅为1人的茶艺奖。",
        "招聘具有2年以上茶园工作经历的毕业生。",
        "公开未来6天的天气。",
        "但是约定的租期超过三十年的除外。",
    ],
)
def test_condition_is_no_row(text):
    assert rows(text, "name") == []


def test_condition_belongs_to_the_name_of_what_it_selects():
    text = "确保集体收入20万元以上的茶村占比超过六成。"
    assert rows(text, "name", "value") == [["集体收入20万元以上的茶村占比", 6]]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("茶厂减按15%的税率征收茶税。", "茶税税率"),
        ("按25%计入应缴茶税额。", "计入应缴茶税额比例"),
        ("按20%的比例缴纳养老保险费。", "缴纳养老保险费比例"),
        ("从茶园利润中提取5%的比例。", "茶园利润提取比例"),
        ("失业保险费率为1%，其中用人单位0.7%。", "用人单位失业保险费率"),
    ],
)
def test_rates_say_of_what(text, name):
    assert rows(text, "name")[-1] == [name]


def test_time_in_brackets_is_that_of_a_condition():
    assert rows("已开业的（3个月内），给予补贴2万元。", "value") == [[2]]


def test_what_is_made_to_be_is_named_without_the_verb():
    assert rows("力争用3年时间，使茶园水平提升。", "name") == [["茶园水平提升用时"]]


def test_a_zone_has_a_reach():
    assert rows("（一）水渠两侧二十米内。", "name") == [["水渠两侧范围"]]


def test_every_row_of_a_law_is_a_norm():
    text = "茶园保护条例\n\n第一条 为了保护茶园，制定本条例。\n\n第二条 茶园保护范围为外侧二十米。"
    corpus = gn.parse_text(text)
    corpus.documents["genre"] = "law"
    assert set(gn.extract_indicators(corpus)["status"]) == {"norm"}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("收入超500亿元的茶园达到3家、超200亿元的8家。", ["收入超500亿元的茶园数", "收入超200亿元的茶园数"]),
        ("茶厂年营收1亿元以下的奖励5万元。", ["茶厂年营收1亿元以下的奖励"]),
        ("投资100万元以下补助60%。", ["投资100万元以下补助比例"]),
        ("茶园四分之一不在镇区。", ["茶园不在镇区占比"]),
        ("茶园治理未完成30%。", ["茶园治理未完成比例"]),
    ],
)
def test_size_class_and_what_is_said_belong_to_the_name(text, names):
    assert [name for (name,) in rows(text, "name")] == names


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("对首次认定为示范的茶厂奖励20万元。", "norm"),
        ("按每人800元标准给予采茶培训补贴。", "norm"),
        ("已按每人800元标准给予采茶培训补贴。", "actual"),
        ("每个茶厂最高奖补不超过20万元。", "norm"),
        ("对获评五星的茶厂奖励20万元。", "norm"),
        ("全年给茶农发放补贴3亿元。", "actual"),
        ("收到材料后，应当在7日内答复。", "norm"),
        ("全部投诉在24小时内办结。", "actual"),
    ],
)
def test_what_is_to_be_given_or_done_is_a_norm(text, status):
    assert rows(text, "status") == [[status]]


@pytest.mark.parametrize(("opening", "status"), [("对", "norm"), ("已对", "actual")])
def test_what_each_of_several_is_given_is_a_norm_unless_it_was(opening, status):
    assert rows(f"{opening}入选茶厂分别奖励30万元和20万元。", "status") == [[status], [status]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("本报讯 茶车超载的，最高罚3000元。", ["茶车超载罚款上限", "norm"]),
        ("新规：茶车超载罚50元至200元。", ["茶车超载罚款金额", "norm"]),
        ("全年奖罚50万元。", ["奖罚", "actual"]),
    ],
)
def test_fines_that_news_tell_of(text, expected):
    assert rows(text, "name", "status") == [expected]


LAW = (
    "望溪县茶园管理条例\n（2019年5月1日望溪县第五届人民代表大会常务委员会第十次会议通过）\n"
    "第一章 总则\n第一条 为了加强管理，制定本条例。\n"
)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        # acts that an article lists are those of the article
        ("第七条 违反本条例规定，有下列行为之一的，处三千元罚款：", ["第七条所列行为的罚款金额"]),
        ("第八条 茶厂有下列行为之一者，处三千元罚款：", ["第八条所列行为的罚款金额"]),
        ("第九条 违反本条例第五条规定，有下列行为之一的，处三千元罚款：", ["违反本条例第五条规定的罚款金额"]),
        (
            "第九条 违反本条例第四条、第五条规定，在茶园内倾倒垃圾的，处三千元罚款。",
            ["在茶园内倾倒垃圾的罚款金额"],
        ),
        # one name for two times in a law
        (
            "第七条 收到申请后，应当在三日内作出裁定。\n第八条 收到复议申请后，应当在九日内作出裁定。",
            ["作出裁定时限(第七条)", "作出裁定时限(第八条)"],
        ),
        (
            "第七条 收到申请后，应当在三日内作出裁定。\n第八条 收到复议申请后，应当在三日内作出裁定。",
            ["作出裁定时限", "作出裁定时限"],
        ),
        ("第七条 罚款额为违法所得的10%以上30%以下。", ["罚款额占违法所得比例"]),
        ("第七条 茶厂按照建筑面积的百分之五配置茶室。", ["茶室占建筑面积比例"]),
    ],
)
def test_articles_of_a_law_tell_its_norms_apart(text, names):
    assert [name for (name,) in rows(LAW + text, "name")] == names


def test_a_norm_is_known_without_its_article():
    law = LAW + "第七条 收到申请后，应当在三日内作出裁定。\n第八条 收到复议申请后，应当在九日内作出裁定。"
    assert [known for (known,) in rows(law, "indicator")] == ["作出裁定时限", "作出裁定时限"]


def test_news_of_a_rule_are_of_the_year_that_they_tell_of():
    text = "2020年7月，全县推出15条新政。按茶企投入的30%给予补助。"
    corpus = gn.parse_text(text)
    corpus.documents["year"] = 2021
    corpus.documents["genre"] = "news"
    assert gn.extract_indicators(corpus)["period"].tolist()[-1] == "2020"
    corpus.documents["genre"] = "policy_document"
    assert gn.extract_indicators(corpus)["period"].tolist()[-1] == "2021"
