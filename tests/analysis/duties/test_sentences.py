"""Sentences cut where another actor is told what to do, and whom a sentence that names several speaks to."""

import pytest

from govnlp import extract_duties, parse_text
from govnlp.analysis.duties.bearers import subject_of
from govnlp.analysis.duties.sentences import sentences


def parts(text):
    return [text[start:end] for start, end, *_ in sentences(text, [])]


@pytest.mark.parametrize(
    "text, expected",
    [
        ("各镇要清淤，区水利局要检查。", ["各镇要清淤，", "区水利局要检查。"]),
        ("业主应当申报，由区住建局审查。", ["业主应当申报，", "由区住建局审查。"]),
        ("各镇要清淤，要检查。", ["各镇要清淤，要检查。"]),
        ("合格的园区，由区政府提出申请。", ["合格的园区，由区政府提出申请。"]),
        ("业主委托清淤的，清淤公司应当申报。", ["业主委托清淤的，清淤公司应当申报。"]),
    ],
)
def test_each_actor_has_its_own_part(text, expected):
    assert parts(text) == expected


def test_each_actor_has_its_own_row():
    duties = extract_duties(parse_text("关于清淤的通知\n各镇要清理河道，区水利局要加强检查，村民应当配合。"))
    assert duties[["bearer", "action"]].values.tolist() == [
        ["各镇", "清理河道"], ["区水利局", "加强检查"], ["村民", "配合"]
    ]  # fmt: skip


@pytest.mark.parametrize(
    "sentence, bearer",
    [
        ("近年来，国家和省出台了一系列措施，要下大力落实到位", ""),
        ("各级组织、人力资源、财政、档案等部门要学习领会", "各级组织、人力资源、财政、档案等部门"),
        ("违反规定的，由城市管理部门处以五十元罚款", "城市管理部门"),
        ("市政府设立安全委员会，负责组织检查", "安全委员会"),
        ("纳税人首次申请扣除，应当报送材料", "纳税人"),
        ("纳税人分摊的，每人分摊的额度不得超过一千元", None),
        ("二百米以内为一级保护区，必要时应划定界线", None),
        ("高质量建设运营区域医疗中心，推进平移，确保资源用得好", ""),
        ("举全市之力支持化纤企业，确保产能领先", ""),
    ],
)
def test_who_bears_what(sentence, bearer):
    assert subject_of(sentence).bearer == bearer


@pytest.mark.parametrize(
    "sentence",
    [
        "启动区面积七平方公里，共三个区块",
        "但也要看到，供给不充分",
        "发展体育产业对改善民生具有重要意义",
        "党员组织关系的接转",
        "倡导志愿服务，累计开展活动四百余次",
        "不实行岗位管理的单位，不受限制",
        "实施股权奖励的公司均不属于限制范围",
        "经审核，批复如下：同意你公司增加注册资本",
        "我部决定以养老为主题，开展咨询日活动",
        "发展改革委副主任",
    ],
)
def test_what_is_no_duty(sentence):
    assert subject_of(sentence) is None


def test_articles_speak_to_others_than_the_addressees_of_the_notice():
    notice = "关于印发办法的通知\n各镇人民政府：\n现印发给你们。\n"
    text = notice + "第一条　为了清淤，制定本办法。\n第二条　扣除不完的，不能结转。"
    duties = extract_duties(parse_text(text))
    assert duties["bearer"].isna().all() and "不能结转" in duties["action"].tolist()


@pytest.mark.parametrize(
    "text",
    [
        "临溪区2021年度政府信息公开工作报告\n按照要求，主动公开各类信息。\n区水利局加强解读。\n支持媒体采访。",
        "关于典型做法的通报\n44．望溪县从严加强管理，坚决防范风险。",
        "关于批复的通知\n核准望溪商业保理有限公司设立，注册资本两亿元。",
        "望溪县政府工作报告\n各位代表：\n一、综合实力增强\n完成固定资产投资22亿元，增长5%。新建广场10个。",
    ],
)
def test_what_tells_or_decides_lays_nothing_on_anybody(text):
    assert extract_duties(parse_text(text)).empty


def test_the_end_of_a_term_is_no_deadline():
    text = "关于租赁的批复\n土地由区政府签订合同，使用期限自启用之日起至2047年6月30日止。"
    assert extract_duties(parse_text(text))["deadline"].isna().all()
