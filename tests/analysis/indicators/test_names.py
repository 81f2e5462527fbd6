"""Names by kind of quantity: shares, sums, durations, places in an order."""

import pytest

import govnlp as gn


def first(text, *columns):
    return gn.extract_indicators(gn.parse_text(text)).loc[0, list(columns)].tolist()


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("二、年检合格的茶厂13家。", "年检合格的茶厂数"),
        ("新(改)建100万亩晚熟柑橘基地。", "新建晚熟柑橘基地面积"),
        ("打造100个具有自主知识产权的茶艺表演品牌。", "打造茶艺表演品牌数"),
        ("启动望溪小学等7所学校改扩建。", "启动学校改扩建数"),
        ("公示期为5个工作日。", "公示期"),
        ("中欧班列累计开行8列。", "中欧班列开行数"),
        ("80个茶园改造项目有序推进。", "茶园改造项目数"),
        ("6个茶叶检验中心高效运行。", "茶叶检验中心数"),
        ("推动3家茶厂首发上市。", "上市茶厂数"),
        ("帮助6家茶厂修复信用。", "帮助修复信用茶厂数"),
        ("推动9家茶馆提质增效。", "茶馆提质增效数"),
        ("一级以上的茶叶检验机构达60%以上。", "一级以上的茶叶检验机构占比"),
        ("茶园浓度平均为每立方米19微克。", "每立方米茶园浓度"),
        ("直接融资超100亿元。", "直接融资"),
        ("二次供水改造惠及900户居民。", "二次供水改造惠及居民户数"),
        ("接下来新建茶厂9所。", "新建茶厂数"),
        ("旧茶换新政策惠及76万群众。", "旧茶换新政策惠及群众人数"),
        ("新能源茶机等“新三样”出口增长9%。", "“新三样”出口增速"),
        ("加快建设老河整治、东湖扩建等9个项目。", "老河整治、东湖扩建等项目数"),
        ("老河整治等9个项目建成投运。", "建成投运项目数"),
        ("建成东湖、老河等9个公园。", "建成公园数"),
        ("茶叶加工完工率为85%。", "茶叶加工完工率"),
        ("对13个茶厂开展专项审计。", "开展专项审计茶厂数"),
        ("至少有4名具备5年以上制茶经验的专职管理人员。", "专职管理人员数"),
        ("投资2600万元完成了28个老旧小区的燃气改造工作。", "老旧小区的燃气改造工作投资"),
        ("推荐结果须在单位公示不少于5个工作日。", "推荐结果公示时间"),
        ("对新认定的茶叶技术中心，给予一次性奖励100万元。", "新认定的茶叶技术中心奖励"),
        ("85%的村庄建成文化广场。", "村庄建成文化广场占比"),
        ("七成的茶厂基本完成清洁能源改造。", "茶厂清洁能源改造占比"),
        ("坚持把六成以上的财政支出用于民生领域。", "财政支出用于民生领域占比"),
        ("处五百元以上五千元以下的罚款。", "罚款金额"),
        ("并处违法所得二倍以上四倍以下罚款。", "违法所得罚款倍数"),
        ("可按每人800元的标准给予一次性返乡创业补贴。", "返乡创业补贴标准"),
        ("打造20分钟便民生活圈。", "便民生活圈用时"),
        ("推广30个以上可复制、可推广的典型茶园。", "推广典型茶园数"),
        ("大力培育五大百亿特色产业，茶叶产量达9万吨。", "茶叶产量"),
        ("打造一批百亿级茶叶产业链。", "茶叶产业链规模"),
        ("组建12个由镇长为组长的采茶专班。", "组建采茶专班数"),
        ("承办3项大中型展览展示的布展任务。", "承办大中型展览展示的布展任务数"),
        ("新建5家市、县级茶叶检验中心。", "新建市、县级茶叶检验中心数"),
        ("近两年茶叶单产增幅居全省第3位。", "茶叶单产增幅全省排名"),
        ("青溪镇在2023年采茶技能竞赛中居全省第2位。", "青溪镇采茶技能竞赛全省排名"),
        ("规划编制时安排不少于6%建设用地指标。", "建设用地指标占比"),
        ("按规定给予700元采茶补贴。", "采茶补贴"),
        ("开工6座90万吨以上和老旧茶厂改造项目。", "开工90万吨以上和老旧茶厂改造项目数"),
    ],
)
def test_name(text, name):
    assert first(text, "name") == [name]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("茶叶考核连续3年获评优秀。", "茶叶考核获评优秀连续年数"),
        ("茶叶产值增速连续5个月回升。", "茶叶产值增速连续月数"),
        ("连续11年未发生重大火灾事故。", "未发生重大火灾事故连续年数"),
        ("茶叶质量考核连续6次获评先进。", "茶叶质量考核获评先进连续次数"),
        ("连续4届获评茶乡。", "获评茶乡连续届数"),
    ],
)
def test_what_went_on_so_long_is_in_the_name(text, name):
    assert first(text, "name") == [name]


def test_a_prize_is_not_said_of_the_measure_before():
    table = gn.extract_indicators(
        gn.parse_text("覆盖率达90%，连续3年入选全国茶乡百强。产量9万吨，连续2年居全省前列。")
    )
    names = ["覆盖率", "入选全国茶乡百强连续年数", "产量", "产量居全省前列连续年数"]
    assert table["name"].tolist() == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("茶企净增15户、达80户，增长4%。", "净增茶企户数|茶企户数|茶企增速"),
        ("茶厂净增15家、突破80家。", "净增茶厂数|茶厂数"),
        ("新增茶厂18家、累计38家。", "新增茶厂数|茶厂数"),
        ("新增茶厂3家、茶店5家，累计分别达到20家、30家。", "新增茶厂数|新增茶店数|茶厂数|茶店数"),
        ("新增茶厂3家、茶店突破5家。", "新增茶厂数|新增茶店数"),
    ],
)
def test_a_level_is_not_what_was_added(text, names):
    assert gn.extract_indicators(gn.parse_text(text))["name"].tolist() == names.split("|")


@pytest.mark.parametrize(
    ("text", "comparator"),
    [
        ("立项科技计划项目34项。", None),
        ("计划新建茶厂4家。", "计划"),
        ("茶业计划总投资8亿元。", "计划"),
        ("茶叶产值占比达9%。", None),
    ],
)
def test_a_plan_by_its_name_and_a_share_qualify_nothing(text, comparator):
    assert first(text, "comparator") == [comparator]


def test_the_group_of_a_rank_is_no_count():
    table = gn.extract_indicators(gn.parse_text("茶园评比居全省第1位、全国86个同类城市第4位。"))
    assert table["name"].tolist() == ["茶园评比全省排名", "茶园评比同类城市排名"]


def test_a_rate_of_some_of_them():
    table = gn.extract_indicators(gn.parse_text("全区诉求办结率达到95%，其中乡镇98%。"))
    assert table["name"].tolist() == ["诉求办结率", "乡镇诉求办结率"]


@pytest.mark.parametrize(
    ("text", "name", "value"),
    [
        ("青溪镇成为全市第3个千亿级园区。", "全市千亿级园区次序", 3),
        ("这是落户青溪的第二家外资茶厂。", "外资茶厂次序", 2),
        ("我区成为全省第4个茶叶产值突破50亿元的县区。", "全省县区次序", 4),
    ],
)
def test_a_place_in_an_order_is_no_count(text, name, value):
    assert first(text, "name", "value", "unit") == [name, value, "位"]


def test_values_of_unlike_units_are_shared_out():
    table = gn.extract_indicators(gn.parse_text("肉牛、土鸡饲养量分别达到3万头、90万只。"))
    assert table["name"].tolist() == ["肉牛饲养量", "土鸡饲养量"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("茶叶产值增长9%，较上月提高2个百分点。", "茶叶产值增速|茶叶产值增速提高幅度"),
        ("耗电量下降3%，降幅收窄2个百分点。", "耗电量降幅|耗电量降幅收窄幅度"),
        ("新签约项目9个、协议总投资8亿元。", "新签约项目数|新签约项目协议总投资"),
        ("竣工茶厂3所，竣工面积4万平方米，竣工率80%。", "竣工茶厂数|竣工面积|竣工率"),
        ("新增及更新茶机占比、茶厂达标率均达100%。", "新增及更新茶机占比|新增茶厂达标率"),
        ("发放茶农两项补贴9亿元。", "发放茶农两项补贴"),
    ],
)
def test_names_of_values_side_by_side(text, names):
    assert gn.extract_indicators(gn.parse_text(text))["name"].tolist() == names.split("|")


@pytest.mark.parametrize(
    "text",
    [
        "面向2023届毕业生。",
        "做好三篇文章。",
        "举办铁人三项赛。",
        "推进三个“一号茶园”。",
        "在第12个茶农节来临之际。",
        "从第4个月起停发津贴。",
        "凡是能办的，不设第二个窗口。",
        "抓住制茶、售茶、评茶3个关键领域。",
    ],
)
def test_a_number_in_a_row_of_events_is_no_indicator(text):
    assert gn.extract_indicators(gn.parse_text(text)).empty
