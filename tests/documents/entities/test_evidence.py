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
