"""Names of figures that stand in relation to another figure, a day or a purpose."""

import pytest

import govnlp as gn


def names(text):
    return gn.extract_indicators(gn.parse_text(text))["name"].tolist()


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("外贸进出口增速高于全国2.5个百分点。", "外贸进出口增速高于全国幅度"),
        ("工业用电降幅收窄3.2个百分点。", "工业用电降幅收窄幅度"),
        ("重复利用率提高到70.7%。", "重复利用率"),
        ("不超过工资总额8%的部分。", "工资总额"),
        ("一次培训时长不低于8小时。", "一次培训时长"),
        ("对新建仓库按设备投资额的10%给予补助。", "补助比例"),
        ("窗口应当自收到材料之日起15日内作出答复。", "作出答复时限"),
        ("窗口应当自收到材料之日起15日内，作出答复。", "作出答复时限"),
        ("投入3.2亿元用于河道治理。", "河道治理投入"),
        ("争取2.5亿元，用于学校建设。", "学校建设资金"),
        ("安排2.5亿元支持养老服务。", "养老服务资金"),
        ("户均年收入少0.4万元。", "户均年收入减少额"),
        ("完成棚户区改造4406套。", "棚户区改造数"),
        # what stands upright is no length
        ("茶园护栏不低于1.2米。", "茶园护栏高度"),
        ("茶厂围墙不高于2米。", "茶厂围墙高度"),
        ("设置不低于1.8米的围墙。", "设置围墙高度"),
        ("茶园四周设置不低于两米的木质围栏。", "设置木质围栏高度"),
    ],
)
def test_name(text, name):
    assert names(text) == [name]


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("投入3.2亿元，改造堤防12公里。", "改造堤防长度"),
        ("9个总投资84亿元的茶厂项目集中落户。", "茶厂项目总投资"),
        ("实施水务工程52项，完成投资3.1亿元。", "水务工程投资"),
        ("全区14个街道均建立便民中心。", "建立便民中心街道数"),
        ("把93项服务事项全部下放社区。", "下放服务事项数"),
        ("5项主要指标二季度正增长。", "二季度正增长主要指标数"),
        ("组织12名医师驻守山村。", "驻守山村医师人数"),
        ("引进茶业银行、湖畔集团等省级以上金融机构18家。", "引进省级以上金融机构数"),
        ("为学生提供住房900套、工位100个。", "提供工位数"),
        ("打造一批百亿级、五百亿级产业集群。", "产业集群规模"),
        ("采购、储存等9个环节58项检查指标。", "检查指标数"),
        ("PM2.5浓度为35微克，投资增速为-2.1%。", "投资增速"),
        ("财政安排8亿元防汛款和6亿元堤防修复资金。", "堤防修复资金"),
        ("技改投资120亿元，同比增速：8.5%。", "技改投资增速"),
        ("化学需氧量、氨氮排放量大幅减少，分别下降4.2%和3.1%。", "氨氮排放量降幅"),
        ("贫困发生率由10.2%下降到3.1%。", "贫困发生率"),
    ],
)
def test_last_name(text, last):
    assert names(text)[-1] == last


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a list says how much each gets
        ("对引进茶师给予安家补贴，其中：博士10万元、硕士5万元。", "博士安家补贴|硕士安家补贴"),
        ("发放一次性奖励，其中：国家级50万元。", "国家级奖励"),
        ("享受津贴，其中：班主任500元。", "班主任津贴"),
        # some are above the mean
        ("8项指标增速高于全省平均水平。", "增速高于全省平均水平指标数"),
        (
            "9项茶业指标中，8项增速高于全省，5项位居全省第一。",
            "茶业指标数|增速高于全省茶业指标数|位居全省第一茶业指标数",
        ),
        ("57个乡镇茶税增速快于全县。", "增速快于全县乡镇茶税数"),
        ("9个总投资84亿元的项目集中开工。", "项目数|项目总投资"),
        # the rank of one's own place is among places like it
        ("我县位列全国百强县第9位。", "百强县全国排名"),
        ("我市居全国百强城市第36位。", "百强城市全国排名"),
        ("茶税增长5%，我县居全省第3位。", "茶税增速|茶税增速全省排名"),
        # what reached its level again; how far apart
        ("接待游客40万人次，恢复到上年的八成。", "接待游客数|接待游客恢复比例"),
        ("航班数恢复到疫情前的90%。", "航班数恢复比例"),
        ("茶税8亿元，与青槐区相比还差2亿元，排名全市第7位。", "茶税|茶税与青槐区差距|茶税全市排名"),
        ("茶叶产量比邻县多20吨。", "茶叶产量与邻县差距"),
        # a measure like the one before
        ("用电量增长8.8%、用气量增长4.8%。", "用电量增速|用气量增速"),
        ("实际利用外资3亿美元、内资20亿元。", "实际利用外资|实际利用内资"),
        ("灾后恢复重建占14.8%。", "灾后恢复重建占比"),
        ("我市位列中国新型茶乡百强县第79位。", "中国新型茶乡百强县排名"),
        # whose measure it is, and what for
        ("优良天数比率达81%、增加8天。", "优良天数比率|优良天数增加量"),
        ("新兴产业增加值增长12%，未来产业增长20%。", "新兴产业增加值增速|未来产业增加值增速"),
        ("授予临溪区茶业局等19个单位“先进单位”称号。", "“先进单位”称号单位数"),
        ("补助标准为每个重点村50万元。", "每个重点村补助标准"),
        ("每户补贴让餐费降低3元。", "每户餐费降低额"),
        ("6家茶厂上市和过审。", "上市和过审茶厂数"),
        ("全市每区新建学校2所。", "每区新建学校数"),
        ("相应期限内可给予3年的茶园补贴。", "茶园补贴年限"),
        # an aim and what was reached; what the press opens with
        ("茶税年度目标12亿元，实际完成13亿元。", "茶税年度目标|茶税"),
        ("本报讯（记者 周雨）长沙县改造小区12个。", "长沙县改造小区数"),
    ],
)
def test_all_names(text, expected):
    assert names(text) == expected.split("|")


def test_what_was_reached_is_no_aim():
    table = gn.extract_indicators(gn.parse_text("茶税年度目标12亿元，实际完成13亿元。"))
    assert table["status"].tolist() == ["target", "actual"]


def test_money_is_named_after_the_clause_that_follows_it():
    assert names("投入3.2亿元，改造堤防12公里。")[0] == "改造堤防投入"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("培育物流商80多家，12家企业竣工。", ["培育物流商数", "竣工企业数"]),
        ("推动10家县城商圈和15家高新园区创新发展。", ["县城商圈数", "高新园区数"]),
        ("减少200个审批环节。", ["减少审批环节数"]),
        ("完成86户273人的搬迁入住。", ["搬迁入住户数", "搬迁入住人数"]),
        ("屋顶受损的76户。", ["屋顶受损户数"]),
        ("出口保持两位数增长。", []),
        ("新建供水管网155公里、改造140公里。", ["新建供水管网长度", "改造供水管网长度"]),
        ("年内建成15个集中安置点。", ["建成安置点数"]),
        ("今年再次获批2所本科高校。", ["获批本科高校数"]),
    ],
)
def test_counts(text, expected):
    assert names(text) == expected


def test_signs_are_not_taken_out_of_words():
    table = gn.extract_indicators(gn.parse_text("现场签约2.4亿元。并处3万元以上30万元以下罚款。"))
    assert table["name"].tolist()[0] == "现场签约"
    assert table["comparator"].fillna("").tolist() == ["", ""]
    assert table.loc[1, ["value", "value_high"]].tolist() == [3, 30]


def test_scale_within_a_chinese_numeral():
    assert gn.extract_indicators(gn.parse_text("处一万五千元以下的罚款。"))["value_base"].tolist() == [
        15000.0
    ]


def test_an_aim_and_what_goes_beyond_it_are_no_values_of_the_figure():
    text = "茶税由2000年的1亿元增加到2005年的3亿元，比“十五”计划目标2亿元超过1亿元。种茶5万人，比目标任务4万人多1万人。"
    table = gn.extract_indicators(gn.parse_text(text))
    assert table[["name", "value", "status"]].to_numpy().tolist() == [
        ["茶税(原)", 1.0, "actual"],
        ["茶税", 3.0, "actual"],
        ["茶税计划目标", 2.0, "target"],
        ["茶税超计划目标额", 1.0, "actual"],
        ["种茶人数", 5.0, "actual"],
        ["种茶目标任务人数", 4.0, "target"],
        ["种茶超目标任务人数", 1.0, "actual"],
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "全县降低企业成本20亿元，减少物流费用3亿元。",
            [["企业成本降低额", "下降"], ["物流费用减少额", "下降"]],
        ),
        ("全年减少了茶税支出3亿元。", [["茶税支出减少额", "下降"]]),
        ("降低融资成本1.5个百分点。", [["融资成本降幅", "下降"]]),
        ("今年增加茶税收入3亿元。", [["茶税收入增加额", "增长"]]),
        ("提高技师比例到70%。", [["技师比例", "增长"]]),
        ("减少收入的茶农只占10%。", [["收入的茶农只占比", None]]),
        ("减轻茶农负担3亿元。", [["减轻茶农负担", None]]),
    ],
)
def test_a_verb_of_change_in_front_of_its_subject(text, expected):
    table = gn.extract_indicators(gn.parse_text(text))
    assert table[["name", "direction"]].to_numpy().tolist() == expected
