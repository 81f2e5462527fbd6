"""Region and place of a document; the places are invented, divisions are those of the shipped table."""

import pytest

from govnlp.documents.entities.home import infer_place


def test_the_place_of_a_region_is_its_own_part():
    assert infer_place("湖北省武汉市武昌区", "420106", []) == ("武昌区", "湖北省武汉市武昌区")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("青槐区委书记、青槐区区长与临溪区区长", ("青槐区", "青槐区委书记")),
        ("青槐区人民政府与临溪区人民政府签约。", (None, None)),  # no majority
        ("全区人大代表到我区政府。", (None, None)),
        ("设区的市人民政府、自治区人民政府备案。", (None, None)),
        ("青槐区的老街坊\n在青槐区，青槐人说好。", ("青槐区", "青槐区")),
        ("到青槐区看看。", (None, None)),  # a single mention
        ("到青槐区和临溪区，青槐、临溪都好。", (None, None)),
    ],
)
def test_a_place_needs_its_office_or_to_be_the_only_one_named_again(text, expected):
    assert infer_place(None, None, [text]) == expected
