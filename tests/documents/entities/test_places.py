"""Places and regions; towns and sentences are invented, divisions are those of the shipped table."""

import json

import pytest

import govnlp as gn
from govnlp.documents.entities.divisions import regions
from govnlp.documents.entities.home import infer_region
from govnlp.documents.reading.encodings import decode


def places(text):
    table = gn.extract_places(gn.parse_text(text, doc_id="d"))
    return table[["text", "full_name", "code"]].values.tolist()


def test_codes_are_unique_and_every_parent_is_in_the_table():
    codes = [region.code for region in regions() if region.code]
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


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (
            ["武汉市工作总结", "全市上下努力。", "汉阳区、武昌区建成公园,全市公园增加。"],
            ("湖北省武汉市", "420100"),
        ),
        (["汉阳区工作总结", "全区上下努力,居武汉市前列。"], ("湖北省武汉市汉阳区", "420105")),
        (["吉林经济增长,全省就业稳定。"], ("吉林省", "220000")),
        (["吉林经济增长,全市就业稳定。"], ("吉林省吉林市", "220200")),
        (["青槐区工作总结", "全区上下努力。"], (None, None)),
        ([], (None, None)),
    ],
)
def test_region_of_a_document(lines, expected):
    assert infer_region(lines) == expected


@pytest.mark.real
def test_region_of_real_reports(shared):
    folder = shared / "corpora" / "local_reports"
    rows = [json.loads(line) for line in (folder / "expected.jsonl").read_text(encoding="utf-8").splitlines()]
    right = [
        infer_region(decode((folder / row["txt"]).read_bytes())[0].splitlines())[1] in row["region_codes"]
        for row in rows
    ]
    assert sum(right) >= 0.95 * len(right)
