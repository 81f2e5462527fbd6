"""What the mentions of divisions say; the places are those of the shipped table, the sentences are invented."""

import pytest

from govnlp.documents.entities.evidence import is_spoken_of, own_levels, weigh
from govnlp.documents.entities.home import infer_home


def weight(text, name):
    found = {region.name: x for region, x in weigh(text).items()}
    return found[name].weight if name in found else None


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ("会议召开，无锡市委书记周雨到会。", "无锡市", 3),  # an office of the place
        ("无锡市渠长手记\n渠清了。", "无锡市", 3),  # a headline
        ("渠清了，无锡发展得好。", "无锡市", 2),  # what is said of the place itself
        ("水清了，无锡市有渠。", "无锡市", 1),
        ("客人在无锡市看渠。", "无锡市", 0),  # a scene
        ("渠清了，无锡市、苏州市有船。", "无锡市", 0),  # one of several
        ("渠清了，周雨是无锡市人大代表。", "无锡市", 0),
        ("水清了，《渠歌》唱无锡市委。", "无锡市", 3),
        ("水清了，《渠歌》和《无锡市委志》在看。", "无锡市", 2),  # within a title, the second one
        ("《渠歌\n水清了，无锡市委到会。", "无锡市", 3),  # a title that is open goes no further than its line
        ("水清了，江苏省无锡市有渠。", "江苏省", None),  # the beginning of a longer name
        ("水清了，无锡市有渠，无锡市有船。", "无锡市", 1.1),  # a further mention in a sentence
        ("水清了，无锡市有渠。又种树，无锡市有船。", "无锡市", 2),
        ("无锡市政协主席周雨一行到我县看渠。无锡市有渠。", "无锡市", 0),  # guests
        ("周雨一行赴无锡市政协学习考察。无锡市委书记到会。", "无锡市", 0),  # where others went
        ("清渠制起源于无锡市。无锡市委书记说好。", "无锡市", 0),
    ],
)
def test_weight_of_the_mentions_of_a_place(text, name, expected):
    assert weight(text, name) == expected


def test_a_short_name_needs_the_kind_that_the_text_calls_its_own():
    assert weight("泽州发展得好。渠清了。", "泽州县") is None
    assert weight("全县上下努力，泽州发展得好。", "泽州县") == 2
    assert weight("全市上下努力，泽州发展得好。", "泽州县") is None
    assert weight("全县上下努力，产值突破十亿元大关。", "大关县") is None  # a word, of which nothing is said


def test_what_a_text_calls_its_own():
    assert own_levels("全区上下，区委、区长；南京市委和县委；全国人大代表、全省第一") == {"区": 3, "县": 1}


def test_leaders_are_those_of_the_place_itself():
    assert own_levels("县领导到会，市领导下乡，区领导力，南京市领导") == {"县": 1}
    assert infer_home(["县领导为沁县清渠。", "县政协开会，沁县发展得好。"])["place"] == "沁县"


def test_a_name_that_the_divisions_lack_is_weighed_alike():
    assert is_spoken_of("青槐区渠长手记\n渠清了。", "青槐区")
    assert not is_spoken_of("客人在青槐区看渠。", "青槐区")


@pytest.mark.parametrize(
    ("lines", "region"),
    [
        # the office of the person who speaks, not the city of the paper or of a slogan
        (["对话渠县县委书记周明", "达州日报 2019年2月3日", "渠县站在新起点，当好达州“排头兵”。"], "渠县"),
        (["国家林草局于今天召开会议。辽宁省清了渠。吉林省栽了树。辽宁省的渠好。"], None),  # examples
        (["去年六月，应城市水务局、气象局的人到柳湾社区清渠。", "渠清了。"], "应城市"),
        (["区委副书记、区长孙明说，要建设现代化新定海，定海的渠要清。"], "定海区"),
        (["江宁区区长周明", "南京的渠清了，全市第一。", "江宁区修了渠。江宁将栽树。"], "江宁区"),
        (["全省产值增加。无锡市委书记到会，苏州市委书记发言。"], None),  # two that contest
        (
            [
                "无锡市整治水渠，公布案例。",
                "案例一：滨湖区水务局查处一案。",
                "案例二：锡山区水务局查处一案。",
            ],
            "无锡市",
        ),
        (["8月1日，市人大代表赴常州市新北区，就清渠开展视察。", "新北区清了渠。新北区栽了树。"], None),
        (["根据《无锡市人民政府关于清渠的通知》，我市各部门要清渠。"], "无锡市"),
        (["制定本条例，关岭布依族苗族自治县（以下简称自治县）要清渠。"], "关岭布依族苗族自治县"),
    ],
)
def test_the_place_is_that_of_the_office_the_headline_and_the_level(lines, region):
    assert (infer_home(lines)["region"] or "").endswith(region or "") and bool(
        infer_home(lines)["region"]
    ) == bool(region)


@pytest.mark.parametrize(
    ("lines", "region"),
    [
        # deputies who met as those of a district, in the paper of its city
        (
            [
                "昨天，市长周雨来到滨湖区代表团，与大家一起讨论报告。",
                "她说，全市渠清了，我市的树绿了，无锡发展得好。",
                "滨湖区要清渠。",
            ],
            "江苏省无锡市滨湖区",
        ),
        (["周雨来到滨湖区代表团参加审议。", "王一在锡山区代表团参加讨论。"], None),
        (["周雨手记之《走进北京》", "渠清了，我市有鱼。《走进北京》播出。"], None),  # a programme
        (["水清了，江苏发展得好，全省多鱼。", "无锡市位于江边。无锡市有鱼。"], "江苏省无锡市"),  # named more
    ],
)
def test_a_programme_is_no_place_and_the_part_outdoes_the_whole(lines, region):
    assert infer_home(lines)["region"] == region


@pytest.mark.parametrize(
    "aside",
    [
        "【编者按】江苏省委书记说，江苏要发展。江苏省人民政府说，江苏省要发展。",
        "开栏的话：江苏省委书记说，江苏要发展。江苏省人民政府说，江苏省要发展。",
        "渠里有鱼。（江苏省广播台记者 周雨 江苏省委 王一）",
    ],
)
def test_what_a_paper_says_of_itself_shows_no_place(aside):
    lines = ["渠清了，徐州市泉山区有鱼。", "渠又清了，徐州市泉山区是全国十个样板之一。"]
    assert infer_home([*lines, aside])["place"] == "泉山区"


def test_a_rank_in_the_country_is_nothing_that_a_text_calls_its_own():
    assert own_levels("全国十个样板之一，全国的样板，全省文明标杆，全省各地") == {"省": 1}
