"""Phrases and their members in invented text; every expected value is worked out by hand."""

from types import SimpleNamespace

import pandas as pd
import pytest

import govnlp as gn
from govnlp.analysis.phrases.enumerations import find_members
from govnlp.analysis.phrases.extracting import COLUMNS, extract_phrases


def corpus(*texts, doc="甲", kind="paragraph"):
    rows = [(doc, i, kind, text) for i, text in enumerate(texts)]
    undated = pd.to_datetime([None]).astype("datetime64[ns]")
    documents = pd.DataFrame(
        {"doc_id": [doc], "year": pd.array([pd.NA], "Int64"), "published": undated, "signed": undated}
    )
    return counted(pd.DataFrame(rows, columns=["doc_id", "block", "kind", "text"]), documents)


def counted(blocks, documents):
    """A corpus without copies: all its blocks count."""
    content = blocks[blocks["kind"].isin(("title", "heading", "paragraph"))]
    return SimpleNamespace(
        blocks=blocks, documents=documents, once=lambda: blocks, content=lambda include_headings: content
    )


def kinds(*texts):
    table = extract_phrases(corpus(*texts))
    return dict(zip(table["phrase"], table["kind"], strict=True))


def members(*texts):
    table = extract_phrases(corpus(*texts))
    return dict(zip(table["phrase"], table["expansion"], strict=True))


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("云岭市推行“五清”行动。", "五清"),
        ("望江县坚持四水共治。", "四水共治"),
        ("青槐区做到三个加快。", "三个加快"),
        ("谋划“十四五”发展。", "十四五"),
        ("构建“一廊两轴三园”格局。", "一廊两轴三园"),
        ('推行"两个带头"。', "两个带头"),
    ],
)
def test_numeric_abbreviations(text, phrase):
    assert kinds(text)[phrase] == "numeric_abbreviation"


@pytest.mark.parametrize(
    "text",
    [
        "专家一对一咨询。",
        "实现百业兴盛。",
        "投资一亿一千万元。",
        "历时三个月完成。",
        "产品远销五大洲。",
        "位于四新地区。",
        "“三亚湾”游客多。",
        "建成“三公里”绿道。",
    ],
)
def test_counts_and_places_are_no_abbreviations(text):
    assert "numeric_abbreviation" not in kinds(text).values()


def test_coined_terms_leave_out_speech_and_titles():
    found = kinds("干部当好“店小二”。他说：“我们来办。”会议题为“明天更好”。学习“《纲要》”。")
    assert found == {"店小二": "coined_term"}


def test_single_quoted_character_takes_its_neighbour():
    assert kinds("想出“土”办法。", "全市战“旱”。") == {"“土”办法": "coined_term", "战“旱”": "coined_term"}


def test_compounds_need_a_modifier_that_is_no_verb():
    assert kinds("发展夜间经济，稳住经济。") == {"夜间经济": "coined_term"}


@pytest.mark.parametrize(
    ("text", "slogan"),
    [
        ("全区上下早谋划、早动手、早安排，抓好各项工作。", "早谋划、早动手、早安排"),
        ("形成人人有职责、件件有着落、事事有回音的局面。", "人人有职责、件件有着落、事事有回音"),
        ("奋战一季度、决胜二季度。", "奋战一季度、决胜二季度"),
    ],
)
def test_slogans(text, slogan):
    assert kinds(text)[slogan] == "slogan"


@pytest.mark.parametrize(
    "text",
    [
        "用人单位（以下简称“申报单位”）应当办理。",
        "在“证书编号”栏填写。",
        "“器件”是指主要零件。",
        "青溪镇获评“全国最美竹编之乡”。",
        "落实“把老街保护好”的重要要求。",
        "市茶叶局、市竹编局、市水务局负责。",
        "扩大便民早餐网点、便民维修企业、便民配送中心规模。",
    ],
)
def test_defined_terms_fields_honours_and_lists_of_nouns_are_no_phrases(text):
    assert kinds(text) == {}


def test_a_quoted_word_that_begins_with_a_numeral_is_coined():
    assert kinds("紧扣“百姓富”目标。") == {"百姓富": "coined_term"}


def test_definitions_are_no_slogan():
    assert kinds("一溪指青溪两岸，一街指竹编老街。") == {}


@pytest.mark.parametrize(
    "text",
    [
        "建成厂房四十二万间，增长百分之五点七。",
        "分两步走，定性为第一阶段，定量为第二阶段。",
        "一是采取有力的措施，千方百计增加社员收入。",
        "清理塑料袋、饮料盒。",
        "区教育局、区科协牵头，区水利局参加。",
        "建设三个新平台，两座新站房。",
    ],
)
def test_amounts_things_and_offices_are_no_slogan(text):
    assert "slogan" not in kinds(text).values()


def test_what_is_said_and_what_is_half_a_word_is_no_term():
    assert kinds("他们说公社“垮台了”，又说产业“点”多，各地应当尽快建成信息共享机制。") == {}


def test_members_are_open_where_the_years_of_the_documents_disagree(tmp_path):
    for year, name in ((2005, "a"), (2025, "b")):
        text = f"云岭市政府工作报告\n（{year}年1月8日）\n我们坚持“五个统筹”，办好各项事业。"
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    table = gn.extract_phrases(gn.read_corpus(tmp_path)).set_index("phrase")
    assert table.loc["五个统筹", "expansion"] is None


def test_two_pieces_without_numerals_are_no_slogan():
    assert "slogan" not in kinds("修建公园、公路。").values()


@pytest.mark.parametrize(
    ("text", "phrase", "expected"),
    [
        ("抓好“三通”：通路、通水和通电。", "三通", ["通路", "通水", "通电"]),
        ("做到“四化”：绿化、美化、亮化、净化。", "四化", ["绿化", "美化", "亮化", "净化"]),
        (
            "优化“三个环境”，包括用人环境、城区环境、平安环境。",
            "三个环境",
            ["用人环境", "城区环境", "平安环境"],
        ),
        ("用好“三宝”（红莲、白藕和青虾）。", "三宝", ["红莲", "白藕", "青虾"]),
        ("推出“三送”服务，即“米面”“棉衣”和“药品”。", "三送", ["米面", "棉衣", "药品"]),
        ("打造“三品”：一是好米，二是好茶，三是好鱼。", "三品", ["好米", "好茶", "好鱼"]),
        ("治理“三乱”，乱停、乱放。", "三乱", None),
        ("落实“双联”“春风”“秋雨”行动。", "双联", None),
        ("推动良田、良种、良机融合“三良”。", "三良", ["良田", "良种", "良机"]),
        ("推动产业、行业、企业“三业”联动。", "三业", ["产业", "行业", "企业"]),
        ("推动“三季游”转变。大力发展康养游、研学游、体育游。", "三季游", None),
        ("推行“双师型”教师（懂理论的教师）。", "双师型", None),
        ("提高“三个服务”水平；二是好茶，三是好鱼，四是好米。", "三个服务", None),
    ],
)
def test_members_of_exactly_the_number_named(text, phrase, expected):
    assert members(text)[phrase] == expected


def test_members_in_following_lines():
    assert members(
        "实施“三大行动”：", "——修路，通到村组。", "——引水，通到各户。", "——植树，绿遍山岗。", "其他工作。"
    )["三大行动"] == ["修路", "引水", "植树"]


def test_noun_after_the_abbreviation_is_cut_from_the_last_member():
    found = members("排查“三无”无门卫、无路灯、无车棚小区。", "改造“三无”小区。")
    assert found["三无"] == ["无门卫", "无路灯", "无车棚"]


def test_an_open_abbreviation_has_no_members():
    assert find_members("一带一路", "共建“一带一路”：路、桥", 2, 8, []) is None


def test_counts_documents_and_first_place():
    blocks = pd.concat(
        [corpus("“五清”。", "“五清”“五清”。").blocks, corpus("“店小二”，“五清”。", doc="乙").blocks]
    )
    table = extract_phrases(counted(blocks, pd.concat([corpus("", doc=d).documents for d in "甲乙"])))
    assert table.iloc[0][["phrase", "n", "doc_ids", "first_doc", "first_block"]].tolist() == [
        "五清",
        4,
        ["甲", "乙"],
        "甲",
        0,
    ]
    assert table["phrase"].tolist() == ["五清", "店小二"]


def test_nothing_found_keeps_the_columns():
    assert extract_phrases(corpus("云岭市今天下雨。")).columns.tolist() == COLUMNS
    assert extract_phrases(corpus("“五清”", kind="caption")).empty


def test_hostile_lines_end():
    extract_phrases(corpus("“" * 20000, "一" * 20000, "早早早、" * 5000, "三" + "“一”" * 5000))


@pytest.mark.parametrize(
    ("text", "phrase", "members"),
    [
        (
            "推进“三清两建”，清淤泥、清违建、清网箱，建闸站、建步道。",
            "三清两建",
            ["清淤泥", "清违建", "清网箱", "建闸站", "建步道"],
        ),
        (
            "建设“四园一心”（电子园、汽车园、食品园、物流园和会展中心）。",
            "四园一心",
            ["电子园", "汽车园", "食品园", "物流园", "会展中心"],
        ),
        ("发展5+N（粮油、柑橘、黄花）产业。", "5+N", ["粮油", "柑橘", "黄花"]),
        (
            "实施“四源共治”，即工业源、生活源、农业源、移动源一体治理。",
            "四源共治",
            ["工业源", "生活源", "农业源", "移动源"],
        ),
        ("打造“一湖两街”：鹭影湖，砚池古街、竹编老街。", "一湖两街", ["鹭影湖", "砚池古街", "竹编老街"]),
    ],
)
def test_members_of_compound_abbreviations(text, phrase, members):
    table = gn.extract_phrases(gn.parse_text(text)).set_index("phrase")
    assert table.loc[phrase, "expansion"] == members


def test_a_quoted_count_is_no_coined_term():
    assert gn.extract_phrases(gn.parse_text("落实稳增长“18条”。")).empty


@pytest.mark.parametrize(
    ("text", "phrase", "expected"),
    [
        ("做到定岗、定员、定责“三个到位”。", "三个到位", ["定岗", "定员", "定责"]),
        ("开展渠道清淤、堤岸加固、桥梁检修等三项行动。", "三项行动", ["渠道清淤", "堤岸加固", "桥梁检修"]),
        ("健全市—区—街道三级体系。", "三级体系", ["市", "区", "街道"]),
        ("健全县乡村三级网络。", "三级网络", ["县", "乡", "村"]),
        ("推行‘两清’，清淤泥、清网箱。", "两清", ["清淤泥", "清网箱"]),
        ("建设“1+3”平台，即1个中心、3个站点。", "1+3", ["1个中心", "3个站点"]),
        ("推进双网四化，水网、路网，绿化、美化、亮化、净化。", "双网四化", None),
        (
            "落实“三促”，促和谐家庭、促普及科学和促参与治理。",
            "三促",
            ["促和谐家庭", "促普及科学", "促参与治理"],
        ),
        ("增强“四个意识”。", "四个意识", ["政治意识", "大局意识", "核心意识", "看齐意识"]),
        ("剑溪、鹭溪等景区“两创”加快。", "两创", None),
        ("打通大学毕业生—社区‘两委’成员—社区书记的路。", "两委", None),
        ("清淤、种柳、“双百”走深走实。", "双百", None),
        (
            "抓好渠、堤、桥、闸四大工程，强化分类指导、梯次修缮、差异补助、定期检查。",
            "四大工程",
            ["渠", "堤", "桥", "闸"],
        ),
    ],
)
def test_members_before_and_after_the_label(text, phrase, expected):
    assert members(text).get(phrase) == expected


def test_members_over_the_headings_that_follow():
    found = members(
        "二、实施“三大行动”", "（一）修路。通到村组。", "两条路已经开工。", "（二）引水。", "（三）植树。"
    )
    assert found["三大行动"] == ["修路", "引水", "植树"]


def test_an_official_abbreviation_has_the_members_of_its_time():
    text = "坚持五个统筹。"
    early, late = gn.parse_text(text), gn.parse_text(text)
    early.documents["year"], late.documents["year"] = 2005, 2025
    first = extract_phrases(early).set_index("phrase").loc["五个统筹"]
    assert (first["expansion"][0], first["members_from"]) == ("统筹城乡发展", "lexicon")
    assert extract_phrases(late)["expansion"].iloc[0][0] == "统筹好有效市场和有为政府的关系"
    assert (
        extract_phrases(gn.parse_text(text))["expansion"].iloc[0] is None
    )  # the year decides, and is unknown


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("实行一户一册。", "一户一册"),
        ("落实一户一方案。", "一户一方案"),
        ("开展千企进村。", "千企进村"),
        ("打好三大攻坚战。", "三大攻坚战"),
        ("推进八大行动。", "八大行动"),
    ],
)
def test_abbreviations_without_quotation_marks(text, phrase):
    assert kinds(text) == {phrase: "numeric_abbreviation"}


@pytest.mark.parametrize(
    "text", ["第三项、第四项由市里承担。", "一心一意谋发展。", "提出三项要求。", "设一等奖、二等奖。"]
)
def test_counts_and_idioms_are_no_phrases(text):
    assert kinds(text) == {}


def test_n_counts_the_text_as_str_count_does():
    texts = ["推进“三清”行动，三清见成效。", "三清之后抓“三清”。"]
    row = extract_phrases(corpus(*texts)).iloc[0]
    assert (row["phrase"], row["n"]) == ("三清", sum(text.count("三清") for text in texts))


@pytest.mark.parametrize(
    ("text", "phrase", "members"),
    [
        (
            "《工作意见》对全面推行公示制度、记录制度、审核制度（统称“三项制度”）作出部署。",
            "三项制度",
            ["公示制度", "记录制度", "审核制度"],
        ),
        ("健全政策、经办、信息、监督“四位一体”的管理体系。", "四位一体", ["政策", "经办", "信息", "监督"]),
        ("实行“四位一体”（护渠、植树、修路、治污）机制。", "四位一体", ["护渠", "植树", "修路", "治污"]),
        ("推行“三微一体”（微网格、微活动、微服务）治理。", "三微一体", ["微网格", "微活动", "微服务"]),
        ("推进“三个一批”：签约一批、开工一批、投产一批。", "三个一批", ["签约一批", "开工一批", "投产一批"]),
        ("开展“进农户、谈心事、帮困难”的“进谈帮”活动。", "进谈帮", ["进农户", "谈心事", "帮困难"]),
        ("努力实现投资规模、效益“双增长”。", "双增长", ["投资规模", "效益"]),
        ("事故起数、死亡人数持续“双降”。", "双降", ["事故起数", "死亡人数"]),
        ("坚持统筹推进、一体落实“两片”建设。", "两片", None),
        ("用好“两新”政策，以新需求引领供给，以新供给创造需求。", "两新", ["大规模设备更新", "消费品以旧换新"]),
    ],
)  # fmt: skip
def test_members_stand_without_what_governs_them(text, phrase, members):
    corpus = gn.parse_text(text)
    corpus.documents["year"] = 2025
    assert gn.extract_phrases(corpus).set_index("phrase").loc[phrase, "expansion"] == members


def test_numbers_times_and_offices_are_no_phrases():
    text = "拨打“12345”，工期“63天”，产量突破千万千升，“一月一日”起，登录“云岭市民政事务局”网站，推进“十百千工程”。"
    assert gn.extract_phrases(gn.parse_text(text))["phrase"].tolist() == ["十百千工程"]


@pytest.mark.parametrize(
    "text",
    [
        "贯彻省委十二届五次全会、市委八届七次全会精神。",
        "向各民主党派、各人民团体、各界人士，致谢。",
        "发展节能诊断、节能评估、节能技术改造咨询服务、节能环保融资。",
        "补助“五千九百”元，落实“10项试点工作”。",
        "指导市县两级重点企业。",
    ],
)
def test_lists_of_bodies_meetings_and_counts_are_no_phrases(text):
    assert kinds(text) == {}


def test_whole_words_that_are_quoted_once_are_no_coined_term():
    """Of three 设施建设 one is quoted: 3 > 2 * 1; of 过紧日子 too, which is no string of whole words."""
    text = "打好“设施建设”大会战。加强设施建设，抓好设施建设。带头“过紧日子”，习惯过紧日子，坚持过紧日子。"
    assert kinds(text) == {"过紧日子": "coined_term"}


def test_what_stands_in_a_longer_phrase_is_marked_there():
    """清淤先锋 is quoted once by itself and three times within 清淤先锋计划: all four are marked."""
    text = "推行“清淤先锋计划”。评选“清淤先锋”。落实“清淤先锋计划”，细化“清淤先锋计划”。"
    assert set(kinds(text)) == {"清淤先锋", "清淤先锋计划"}


@pytest.mark.parametrize(
    ("text", "phrase", "kind"),
    [
        ("柳湾产业集聚区、特色商业区成功晋级“二星”。", "二星", "coined_term"),
        ("推行“一网通办、一窗受理”。", "一网通办、一窗受理", "slogan"),
        ("落实“双随机、一公开”。", "双随机、一公开", "numeric_abbreviation"),
        ("围绕一个目标、抓住两个关键、实施“三项工程”。", "三项工程", "numeric_abbreviation"),
    ],
)
def test_grades_slogans_and_lists_of_acts_have_no_members(text, phrase, kind):
    table = gn.extract_phrases(gn.parse_text(text)).set_index("phrase")
    assert (table.loc[phrase, "kind"], table.loc[phrase, "expansion"]) == (kind, None)


def test_places_and_schools_before_a_label_are_not_its_members():
    """They have the roads or carry out the plan; the lexicon knows what the roads are."""
    roads = members("渠县、万源、开江、达川“四好农村路”建成。")["四好农村路"]
    assert [member[:2] for member in roads] == ["建好", "管好", "护好", "运营"]
    assert members("支持云岭学院、临溪职业学院“双高”建设。")["双高"] is None
    assert members("县医院、镇医院、村医院“三医”联动。")["三医"] == ["县医院", "镇医院", "村医院"]


def test_together_is_no_number():
    assert kinds("我镇与全县一道同步达标。") == {}
