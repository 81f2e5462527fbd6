"""Words set aside, each with a true reason; the expected ones follow from the rules by hand."""

import pytest

import govnlp as gn
from govnlp.analysis.keywords.names import is_name
from govnlp.analysis.keywords.obvious import obvious_terms


@pytest.mark.parametrize("word", ["新城", "和县", "白名单", "彭水要"])
def test_no_name_of_a_place_or_person(word):
    assert not is_name([word])[0]


def test_amounts_without_their_number_and_ordinals_of_assemblies_are_units():
    found = obvious_terms(gn.count_terms(["修渠300多公里，护渠200多亩，第十二届会议，多元多层"]))
    why = found.set_index("term")["why"]
    assert why.get("多公里") == "unit" and "多元" not in why
