"""Region and place of a document; the places are invented, divisions are those of the shipped table."""

import json

import pytest

from govnlp import extract_places, parse_text
from govnlp.documents.entities.home import infer_home
from govnlp.documents.reading.encodings import decode


def test_the_place_of_a_region_is_its_own_part():
    home = infer_home(["武汉市武昌区工作综述", "武昌区修了渠。"])
    assert (home["place"], home["place_evidence"]) == ("武昌区", "武昌区 × 2")
    home = infer_home([], "武汉市武昌区水务局")
    assert (home["place"], home["place_evidence"]) == ("武昌区", "武汉市武昌区水务局")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("青槐区委书记、青槐区区长与临溪区区长", ("青槐区", "青槐区委书记")),
        ("青槐区人民政府与临溪区人民政府签约。", (None, None)),  # no majority
        ("全区人大代表到我区政府。", (None, None)),
        ("中共青槐市委、中共青槐市委办公室", ("青槐市", "青槐市委")),
        ("全国推广青槐区的做法。青槐人说好。", (None, None)),
        ("设区的市人民政府、自治区人民政府备案。", (None, None)),
        ("青槐区的老街坊\n在青槐区，青槐人说好。", ("青槐区", "青槐区")),
        ("到青槐区看看。", (None, None)),  # a single mention
        ("到青槐区和临溪区，青槐、临溪都好。", (None, None)),
    ],
)
def test_a_place_needs_its_office_or_to_be_the_only_one_named_again(text, expected):
    home = infer_home(text.splitlines())
    assert (home["place"], home["place_evidence"]) == expected


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["武汉市工作总结", "全市上下努力。", "武汉市汉阳区、武昌区建成公园,全市公园增加。"], "湖北省武汉市"),
        (["汉阳区工作总结", "汉阳全区上下努力,居武汉市前列。"], "湖北省武汉市汉阳区"),
        (["吉林经济增长,吉林全省就业稳定。"], "吉林省"),
        (["吉林经济增长,全市就业稳定，吉林更美。"], "吉林省吉林市"),
        (
            ["全省平均水平提高，全省公布名单。", "辛集市、定州市。"],
            "河北省",
        ),  # of the province that lists its cities
        (["汉阳区的干部到会。"], None),  # a single mention
        # where something began, was seen or took place; whence someone is
        (["清渠制", "清渠制起源于江苏省无锡市。无锡市的做法好，无锡市率先清渠。"], None),
        (["清渠制", "无锡市率先清渠，全国跟进。", "无锡市的做法好。"], None),
        (["同志们：", "我到山东省寿光市调研，寿光市的大棚好，寿光市的经验要总结。"], None),
        (["问：在三亚市能结算吗？", "答：在三亚市的医院可以。", "到三亚市也一样。"], None),
        (["林溪，江苏省盐城市东台市人。", "先后在盐城市水务局、盐城市委办公室工作。"], None),
        (["林溪，男，江苏省盐城市人。", "曾在盐城市工作，任盐城市水务局局长。"], None),
        (["无锡市清了渠。", "无锡市又栽了树。"], "江苏省无锡市"),  # who acts in several passages
        (["工作报告", "2016年1月4日在无锡市人民代表大会上", "全市与全国同步，无锡添绿。"], "江苏省无锡市"),
        (["客人来到无锡市考察。无锡市委书记到会。"], "江苏省无锡市"),
        (["青槐区工作总结", "全区上下努力。"], None),
        (["我国外贸增长，全国就业稳定，我国出口增加。", "上海先行，上海试点。"], None),
        (["广东、江苏、浙江居前，广东增长快。", "北京、山东随后。"], None),  # a list
        (["各地、新疆生产建设兵团：", "新疆生产建设兵团参照执行。"], None),
        ([], None),
    ],
)
def test_the_region_is_named_twice_and_of_the_level_that_the_text_calls_its_own(lines, expected):
    assert infer_home(lines)["region"] == expected


@pytest.mark.parametrize(
    ("issuer", "title", "expected"),
    [
        ("武汉市水务局", "关于河南省来访的通知", "湖北省武汉市"),
        (None, "《湖北省武汉市节水条例》", "湖北省武汉市"),
        (None, "中共武汉市委关于节水的意见", "湖北省武汉市"),
        (None, "汕头经济特区节水条例", "广东省汕头市"),
        ("国务院办公厅", "国务院办公厅关于河南省水利工作的复函", None),
        (None, "水利部关于节水的通知", None),
        (None, "中华人民共和国节水法", None),
        (None, "教育部办公厅等五部门关于节水的通知", None),
        ("国家税务总局武汉市税务局", "关于减税的公告", "湖北省武汉市"),
    ],
)
def test_the_issuer_and_the_title_come_before_the_text(issuer, title, expected):
    lines = ["河南省要节水。", "河南省先行。"]
    assert infer_home(lines, issuer, title)["region"] == expected


def test_a_short_name_in_the_title_gives_way_to_what_the_text_says_of_itself():
    lines = ["通州区干部群众奋战，通州区委书记说，要建好副中心。"]
    assert infer_home(lines, None, "北京城市副中心建设纪实")["region"] == "北京市通州区"
    assert infer_home(lines, None, "北京市城市副中心建设纪实")["region"] == "北京市"


@pytest.mark.real
def test_region_of_real_reports(shared):
    folder = shared / "corpora" / "local_reports"
    rows = [json.loads(line) for line in (folder / "expected.jsonl").read_text(encoding="utf-8").splitlines()]
    found = [
        infer_home(decode((folder / row["txt"]).read_bytes())[0].splitlines())["region_code"] for row in rows
    ]
    assert sum(code in row["region_codes"] for code, row in zip(found, rows, strict=True)) >= 0.95 * len(rows)


@pytest.mark.real
def test_national_reports_have_no_region(shared):
    paths = sorted((shared / "corpora" / "national_reports").glob("[12]*.txt"))
    homes = [infer_home(decode(path.read_bytes())[0].splitlines()) for path in paths]
    assert [home["place"] for home in homes] == [None] * len(paths)


def test_an_example_is_no_region():
    text = ["要关心湖北等地的农民工。", "湖北等受灾地区是重点。"]
    assert infer_home(text)["region"] is None


def test_the_assembly_before_which_a_report_is_read_names_its_region():
    session = "——2024年1月16日在湖北省宜昌市夷陵区"
    lines = [
        "政府工作报告",
        session,
        "第七届人民代表大会第四次会议上",
        "各位代表：",
        "我代表区人民政府报告工作。",
    ]
    assert infer_home(lines)["region"] == "湖北省宜昌市夷陵区"


def test_committees_and_parties_are_no_part_of_a_place():
    for body in ("政协", "民建", "共青团"):
        home = infer_home([f"{body}青槐区委员会工作要点", f"{body}青槐区委员会全体会议"])
        assert home["place"] in ("青槐区", None)


def test_a_part_that_the_divisions_lack_is_the_place_but_no_region():
    for issuer, place in (("重庆市两江新区管委会", "两江新区"), ("湖北省青槐县人民政府", "青槐县")):
        home = infer_home(["重庆市在前，湖北省也在前。"], issuer)
        assert (home["region"], home["place"]) == (None, place)
    assert infer_home([], "上海市浦东新区人民政府")["region"] == "上海市浦东新区"  # one word for segmenters


def test_offices_of_two_ministries_are_central():
    assert infer_home(["深圳市要试点。", "深圳市先行。"], "财政部办公厅 教育部办公厅")["region"] is None


@pytest.mark.parametrize(
    ("text", "region"),
    [
        ("现在，我代表赵县人民政府报告工作。", "河北省石家庄市赵县"),  # a county of one character
        ("东阳市人大常委会清了水渠。", "浙江省金华市东阳市"),  # an office of a name that is a word
        ("县长李镇江指出，水渠要清。李镇江说，镇江的渠不远。", None),
        ("单位经市委同意，由区政府组织。", None),
    ],
)
def test_an_office_that_acts_once_names_the_region(text, region):
    home = infer_home([text])
    assert home["region"] == region and (region or home["place"] is None)


def test_offices_of_several_provinces_have_no_common_region():
    assert infer_home(["渠清了。"], "河北省水利厅 山西省水利厅")["region"] is None


@pytest.mark.parametrize("name", ["赵县", "昌平区", "东阳市"])
def test_divisions_of_one_character_or_with_the_name_of_a_word_are_regions_of_their_reports(name):
    lines = [f"我代表{name}人民政府向大会报告工作。", "全年修路三十里。"]
    home = infer_home(lines)
    assert (home["region"] or "").endswith(name) and home["place"] == name


@pytest.mark.parametrize("words", ["有关单位经市委同意", "会议由市政府组织", "各单位向县人民政府报告"])
def test_a_preposition_before_an_office_begins_no_place(words):
    assert infer_home([f"{words}，渠要清好。"])["place"] is None


def test_guests_and_titles_that_were_awarded_give_no_region():
    guests = ["11月30日，江苏省南京市浦口区委书记陈晓一行来我区参观。", "区领导周雨陪同，我区干部受到启发。"]
    assert infer_home(guests)["region"] is None
    titled = ["南京市政协来我县考察", "南京市政协主席陈晓率队到我县调研，对我县工作表示赞扬，南京市要学习。"]
    assert infer_home(titled, title=titled[0])["region"] is None
    awarded = ["县委副书记周雨说，全县先后获得“江苏省文明乡镇”、“江苏省卫生乡镇”称号。"]
    assert infer_home(awarded)["region"] is None


def test_news_of_a_city_that_names_deputies_of_its_province_is_not_the_province_s():
    lines = [
        "昨日，市人大常委会举行会议，补选3名江苏省第十二届人民代表大会代表。",
        "市人大常委会主任陈晓主持。",
        "会议听取了关于补选江苏省第十二届人民代表大会代表的报告。",
    ]
    assert infer_home(lines)["region"] is None


def test_a_county_of_one_character_that_calls_itself_one_is_named_without_an_office():
    lines = ["为实现景县率先发展，全县干部要实干。", "项目成为景县的亮点，县委是满意的。"]
    assert infer_home(lines)["region"] == "河北省衡水市景县"


def test_a_verb_that_is_the_name_of_a_county_is_a_region_only_where_a_name_may_stand():
    assert infer_home(["县水务局应当会同县财政局拨款，由县财政局会同县民政局分配。"])["region"] is None
    for text in ("会同县人民政府修渠。会同县的渠清了。", "湖南省会同县林业局造林，会同县的林好。"):
        assert infer_home([text])["place"] == "会同县"


def test_the_first_place_of_a_text_behind_a_date_is_its_own():
    for text, place in (
        ("2021年，汉阳区改造小区18个，区委、区政府高度重视。", "汉阳区"),
        ("小区2021年汉阳区改造过，区委、区政府高度重视。", None),
        ("近日，汉阳区居民林禾来到青槐镇，捐赠图书。", None),  # the text calls nothing its own
    ):
        assert infer_home([text])["place"] == place
    assert infer_home([], title="2021年3月望溪县经济运行情况")["place"] is None
    assert infer_home(["2021年望溪县经济运行情况", "望溪修了渠。"])["place"] == "望溪县"


@pytest.mark.parametrize(
    ("title", "text", "place", "region"),
    [
        ("和平区人民政府关于清渠的通知", "渠要清。", "和平区", None),  # which of several, nothing says
        ("和平区人民政府关于清渠的通知", "天津市水务局来看渠。天津发展得好。", "和平区", "天津市和平区"),
        ("2019年和平区国民经济和社会发展统计公报", "渠清了。", "和平区", None),
        ("资源县2019年政府工作报告", "渠清了。", "资源县", "广西壮族自治区桂林市资源县"),
        ("大方县召开清渠会议", "渠清了。", "大方县", "贵州省毕节市大方县"),
        ("老城区2019年清渠纪实", "渠清了。", None, None),  # a kind of district
    ],
)
def test_a_title_names_a_place_whose_name_is_a_word_or_shared(title, text, place, region):
    home = infer_home([text], title=title)
    assert (home["place"], home["region"]) == (place, region)


def test_the_whole_name_of_a_title_holds_behind_a_year_against_parts_that_the_text_names():
    text = ["汉阳区人民政府修了三座桥。", "汉阳区委书记到会。", "汉阳区干部群众团结奋进。"]
    whole = infer_home(text, title="2021年武汉市水务工作综述")
    short = infer_home(text, title="2021年武汉水务工作综述")
    assert (whole["region"], short["region"]) == ("湖北省武汉市", "湖北省武汉市汉阳区")


def test_guests_who_come_are_no_place_whoever_speaks_for_them():
    assert (
        infer_home(["青槐市参观团来访", "青槐市市长林溪、青槐市人大常委会主任周渠看了渠。"])["place"] is None
    )
    assert (
        infer_home(["青槐市参观团出发", "青槐市市长林溪、青槐市人大常委会主任周渠看了渠。"])["place"]
        == "青槐市"
    )


def test_the_one_district_of_whose_towns_a_text_tells_is_the_place():
    assert infer_home(["昨天，夜校走进西城区白塔街道，居民来听课。"])["place"] == "西城区"
    assert infer_home(["昨天，夜校走进西城区，居民来听课。"])["place"] is None
    assert infer_home(["昨天，夜校走进西城区白塔街道和青羊区草堂街道。"])["place"] is None
    assert infer_home(["全市推广西城区白塔街道的夜校。"])["place"] is None


def test_the_name_of_a_paper_is_the_place_where_nothing_else_is_spoken_of():
    text = "清渠有客来\n来源：{} 2021-03-04\n3月4日，客人来{}，看了新渠。"
    assert place_of(text.format("上虞日报", "到我市")) == "上虞区"
    assert place_of(text.format("上虞日报", "看渠")) is None
    assert place_of(text.format("光明日报", "到我区")) is None  # a word
    assert place_of(text.format("上虞日报", "到武汉市武昌区，武昌区区长作陪，来到我区")) == "武昌区"


def test_a_county_of_two_characters_is_found_in_a_text_about_it():
    about = parse_text("杞县第九届人民代表大会第二次会议\n杞县的渠清了。")
    assert set(extract_places(about)["text"]) == {"杞县"}
    assert extract_places(parse_text("我们去了杞县。")).empty


def place_of(text):
    return parse_text(text).documents["place"].iloc[0]


def test_a_district_whose_name_is_a_word_beside_its_city():
    text = ["大连的老街热闹了。", "今年中山区要修桥三座。", "中山区将清渠三十里。"]
    assert infer_home(text)["place"] == "中山区"
    assert infer_home(text[1:])["place"] is None


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (["6月19日，周渠来到武汉市江岸区白塔社区。", "白塔社区有书三万册，白塔社区居民都说好。"], "江岸区"),
        (["6月19日，周渠来到武汉市江岸区白塔社区。", "白塔社区有书三万册。"], None),
        (["我县干部来到武汉市江岸区白塔社区。", "白塔社区有书三万册，白塔社区居民都说好。"], None),
    ],
)
def test_a_community_of_which_a_text_tells_on_shows_the_place(text, place):
    assert infer_home(text)["place"] == place


def test_a_district_that_begins_with_the_last_character_of_its_city():
    assert infer_home(["渠水清了。"], title="济南市中区区委书记谈清渠")["place"] == "市中区"
    assert infer_home(["渠水清了。"], title="济南市中小学清渠")["place"] == "济南市"


@pytest.mark.parametrize("before", ["免去", "免去周渠县教育局局长、"])
def test_who_is_dismissed_gives_no_county_its_name(before):
    assert infer_home([f"会议{before}于强县人大副主任职务。"])["place"] is None
    assert infer_home(["青槐县人大副主任到会。"])["place"] == "青槐县"
