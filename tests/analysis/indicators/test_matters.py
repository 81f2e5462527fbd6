"""Names of papers by what they are about, of what is compared with another time, and of lists that share a noun."""

import pytest

import govnlp as gn


def named(text):
    return "|".join(gn.extract_indicators(gn.parse_text(text))["name"])


@pytest.mark.parametrize(
    ("text", "names"),
    [
        # what papers are about stands before their number, with 的 or without
        ("县里出台促进茶业发展壮大的20条措施。", "促进茶业发展壮大措施数"),
        ("推出优化茶市环境30条举措。", "推出优化茶市环境举措数"),
        ("实施促进消费12项行动。", "促进消费行动数"),
        ("落实稳增长20条措施。", "稳增长措施数"),
        ("编制项目、资金2个清单。", "编制项目、资金清单数"),
        ("县里出台20条措施。", "措施数"),
        ("县里出台8条措施支持茶企发展。", "措施数"),
        ("各县减少3项指标。", "减少指标数"),
        ("再完成茶园提升200亩任务。", "茶园提升量"),
        # how many more there are than at another time is no level
        ("新增茶厂50家，比去年同期增加8家。", "新增茶厂数|新增茶厂增加量"),
        ("新增茶校5所，增加学位30个。", "新增茶校数|新增茶校学位数"),
        ("茶厂比去年多20家。", "茶厂增加量"),
        ("茶厂比上年同期少8家。", "茶厂减少量"),
        # members share the noun before the first verb
        ("油菜种植、收获机械化率分别达到40%和60%。", "油菜种植机械化率|油菜收获机械化率"),
        ("项目签约、开工率分别为80%和60%。", "项目签约率|项目开工率"),
        ("茶叶采摘、竹器加工产值分别为3亿元、4亿元。", "茶叶采摘产值|竹器加工产值"),
        ("获县茶艺奖一、二等奖的，分别奖励3万元、2万元。", "获县茶艺奖一等奖奖励|获县茶艺奖二等奖奖励"),
        # who speaks for an office is not counted
        ("12个部门的主要负责人参加会议。", "参加会议部门数"),
        ("12个优秀的工人参加会议。", "参加会议优秀的工人数"),
        ("林小芳等30名同志为2021年度云岭省茶艺专家。", "云岭省茶艺专家人数"),
        # what is told of each kind of event
        (
            "较大火灾2起、死亡5人，一般火灾9起、死亡7人。",
            "较大火灾数|较大火灾死亡人数|一般火灾数|一般火灾死亡人数",
        ),
        (
            "茶业增加值9亿元，可比增长3%；竹业增加值8亿元，可比增长2%。",
            "茶业增加值|茶业增加值增速|竹业增加值|竹业增加值增速",
        ),
        ("茶业产值【1】（现价）5亿元。", "茶业产值"),
        ("茶校由茶厂捐资300万元建设为茶馆。", "茶校"),
        ("茶税由年初的700万元调整为900万元。", "茶税(原)|茶税"),
        ("收集登记表8份，签署承诺书9份。", "收集登记表数|签署承诺书数"),
        ("提交申请表2份。", ""),
        # what begins a time of a grant is not what it is for
        ("免收毕业后3年档案管理费。", "档案管理费年限"),
        ("第一个五年合计的茶税各为10亿元。", "茶税"),
    ],
)
def test_name(text, names):
    assert named(text) == names


def test_what_ends_a_list_of_indicators_is_no_change():
    """The three are those listed; nothing fell by three."""
    assert named("茶叶产量、茶农收入和能耗下降3项指标按年度统计。") == ""
