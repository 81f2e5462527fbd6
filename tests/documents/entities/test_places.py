"""Places and regions; towns and sentences are invented, divisions are those of the shipped table."""

import pytest

import govnlp as gn
from govnlp.documents.entities.divisions import find_forms, gazetteer, regions
from govnlp.documents.entities.home import infer_home


def places(text):
    table = gn.extract_places(gn.parse_text(text, doc_id="d"))
    return table[["text", "full_name", "code"]].values.tolist()


def test_codes_are_unique_and_every_parent_is_in_the_table():
    codes = [region.code for region in regions() if region.code and region.until is None]
    assert len(codes) == len(set(codes))
    names = {region.full_name for region in regions()}
    assert all("".join(region.parents) in names for region in regions() if region.parents)


def test_names_shared_by_counties_follow_their_parent():
    assert places("长春市朝阳区。") == [
        ["长春市", "吉林省长春市", "220100"],
        ["朝阳区", "吉林省长春市朝阳区", "220104"],
    ]
    assert places("朝阳区。") == []


def test_short_form_of_a_district_needs_its_whole_name_and_no_longer_name():
    assert places("汉阳发展很快。") == []
    found = places("汉阳区有汉阳铁厂旧址。今年汉阳新建公园。")
    assert [row[0] for row in found] == ["汉阳区", "汉阳"]
    assert {row[2] for row in found} == {"420105"}


def test_towns_belong_to_the_region_before_them_or_to_the_document():
    found = places("汉阳区今年建成公园。汉阳区青云街道有公园。\n在石桥镇,各街道、乡镇都有公园。")
    assert ["青云街道", "湖北省武汉市汉阳区青云街道", None] in found
    assert ["石桥镇", "湖北省武汉市汉阳区石桥镇", None] in found
    assert len(found) == 3


def test_a_subdistrict_in_short_form_counts_where_its_whole_name_stands_in_the_document():
    text = (
        "汉阳区工作综述，汉阳区修渠。\n青石街道、白沙街道建成公园。\n青石街新增绿地，老街改造，白石街拓宽。"
    )
    assert [row[1] for row in places(text) if row[2] is None] == [
        "湖北省武汉市汉阳区青石街道",
        "湖北省武汉市汉阳区白沙街道",
        "湖北省武汉市汉阳区青石街道",
    ]


def test_names_are_whole_words_and_streets_are_none():
    assert places("推广安全生产经验，完成都市农业规划。") == []
    assert [row[0] for row in places("上海市山西北路、南京西路、广东一路的商户到会。")] == ["上海市"]


def test_namesakes_stay_open_where_the_nearest_parent_does_not_tell():
    assert [row[2] for row in places("江苏省鼓楼区的干部到会。")] == ["320000"]
    assert [row[2] for row in places("江苏省徐州市鼓楼区的干部到会。")] == ["320000", "320300", "320302"]


def test_former_divisions_have_the_code_of_their_time_and_do_not_hide_those_in_use():
    assert places("湖北省襄樊市、北京市崇文区。")[1::2] == [
        ["襄樊市", "湖北省襄樊市", "420600"],
        ["崇文区", "北京市崇文区", "110103"],
    ]
    assert ["偃师区", "河南省洛阳市偃师区", "410307"] in places("洛阳市偃师区。")
    assert [row[2] for row in places("襄阳市的干部到襄阳开会。")] == ["420600", "420600"]


@pytest.mark.parametrize(
    "text", ["资源向南部县区倾斜。", "全年新建县域中心三个。", "学习老解放区的经验。", "深化州县财政改革。"]
)
def test_a_county_without_its_province_anywhere_is_none(text):
    assert gn.extract_places(gn.parse_text(text)).empty


@pytest.mark.parametrize("name", ["马关县", "二七区", "东乌珠穆沁旗", "义乌市"])
@pytest.mark.parametrize("text", ["近日，记者来到{}采访。", "走进{}，处处是新景。", "{}的居民很高兴。"])
def test_a_whole_name_that_no_other_county_has_needs_no_province(name, text):
    assert [row[0] for row in places(text.format(name))] == [name]


@pytest.mark.parametrize(
    "text",
    [
        *(
            "建设四川内江城区绿道。",
            "升级20项城市数字体征。",
            "改造旧村和平房区面积。",
            "修建城东至县城的路。",
        ),
        *("修好延长县道。", "江南区块开工。", "开福区块链落地。", "城东区、海港区供水恢复。"),
    ],
)
def test_letters_of_other_words_are_no_county(text):
    counties = {"江城区", "项城市", "平房区", "东至县", "延长县", "江南区", "开福区", "城东区", "海港区"}
    assert not {row[0] for row in places(f"渠水清了，居民都来看鱼。{text}")} & counties


def test_autonomous_prefectures_in_short_form():
    found = places("恩施州的渠清了，湘西州也清了。")
    assert [row[:2] for row in found] == [
        ["恩施州", "湖北省恩施土家族苗族自治州"],
        ["湘西州", "湖南省湘西土家族苗族自治州"],
    ]


def test_an_autonomous_county_under_its_usual_name_is_the_one_in_use():
    # 彭水县 was a county of 四川 until 1982; so is its successor in 重庆 called
    assert ["彭水县", "重庆市彭水苗族土家族自治县", "500243"] in places("重庆市彭水县通了路。")
    assert infer_home(["彭水县委书记说，全县都好。"])["region"] == "重庆市彭水苗族土家族自治县"
    assert infer_home(["四川省彭水县委书记说，全县都好。"])["region"] == "四川省彭水县"


@pytest.mark.parametrize(
    ("second", "towns"),
    [
        ("操溪镇的渠都清了。", []),  # of which county, the article does not say
        ("武昌区操溪镇的渠都清了。", ["湖北省武汉市武昌区操溪镇"]),
    ],
)
def test_a_town_of_another_article_of_a_page_stays_open(second, towns):
    first = "本报讯(记者 周雨)近日，武汉市武昌区清了渠，青石镇的渠也清了。"
    lead = "本报讯(记者 王一)近日，渠边种了树，会议在渠边召开。"
    corpus = gn.parse_text(f"武昌区修渠\n{first}\n\n镇上种树\n{lead}\n{second}\n", doc_id="d")
    assert corpus.documents["genre"].to_list() == ["news_page"]
    found = gn.extract_places(corpus)["full_name"]
    assert [x for x in found if x.endswith("镇")] == ["湖北省武汉市武昌区青石镇", *towns]


def test_short_names_that_are_words_are_not_even_looked_for():
    """合作市 lies in 甘肃, 资源县 in 广西; 武汉 is no county, and 青田 is no word."""
    find = gazetteer()[1]
    assert find("合作开发资源") == []
    assert find("合作市、资源县") == [(0, "合作市"), (4, "资源县")]
    assert find("武汉、青田") == [(0, "武汉"), (3, "青田")]
    assert {"合作", "资源"} <= gazetteer()[0].keys()


def test_a_word_at_the_end_of_a_text_is_found_once():
    assert list(find_forms("今年到武汉")) == [(3, "武汉")]


def test_a_county_is_unknown_behind_another_province():
    assert [x[1] for x in places("江苏省盐城市礼泉县的渠清了。")] == ["江苏省", "江苏省盐城市"]
    assert places("陕西省咸阳市礼泉县的渠清了。")[-1][1] == "陕西省咸阳市礼泉县"
    assert [x[1] for x in places("江苏省和礼泉县的渠清了。")][-1] == "陕西省咸阳市礼泉县"


def test_the_office_in_a_label_names_its_place_once():
    corpus = gn.parse_text(
        "记者：渠清了吗？\n武汉市武昌区区长林溪：清了。\n鱼也回来了。\n记者：桥呢？\n林溪：通了。"
    )
    assert gn.extract_places(corpus)[["block", "text"]].to_numpy().tolist() == [
        [1, "武汉市"],
        [1, "武昌区"],
        [4, "武汉市"],
        [4, "武昌区"],
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("青岛市南区区长周渠说渠清了。", ["青岛", "市南区"]),
        ("青岛市市南区渠清了。", ["青岛市", "市南区"]),
        ("青岛市南部渠清了。", ["青岛市"]),
        ("济南市中心区渠清了。", ["济南市"]),
    ],
)
def test_a_district_whose_name_begins_with_the_last_character_of_its_city(text, found):
    assert [form for _, form in find_forms(text)] == found
