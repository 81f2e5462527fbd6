"""Colours of documents."""

from govnlp.figures.colours import colours_by_name


def test_eight_names_have_eight_colours_and_nine_have_one():
    assert len(set(colours_by_name("甲乙丙丁戊己庚辛").values())) == 8
    assert len(set(colours_by_name("甲乙丙丁戊己庚辛壬").values())) == 1
