import numpy as np
import pytest

from govnlp import count_terms, keyness, work_reports
from govnlp.lexicons import lexicon_path


def test_reports_by_level_and_year():
    cities = work_reports("city", 2024)
    assert cities.shape[0] == len(cities.documents) == 67
    assert set(cities.documents["level"]) == {"city"} and set(cities.documents["year"]) == {2024}
    with pytest.raises(ValueError, match="unknown level 'town'; one of: country, province, city, district"):
        work_reports("town")
    with pytest.raises(ValueError, match="no report of level 'city' and years 1999; there are: country 1955"):
        work_reports("city", 1999)


def test_the_list_is_small_and_holds_counts_alone():
    assert lexicon_path("work_reports.zip").stat().st_size < 1_500_000
    matrix = work_reports()
    assert "text" not in matrix.units and matrix.documents.notna().all().all()
    assert max(map(len, matrix.terms)) < 20


def test_phrases_were_counted_whole_and_words_of_the_genre_are_no_keywords():
    """推进 is the commonest verb of the genre; against a dictionary it would head the list."""
    text = "大力推进项目，加强管理，建设云栖码头，云栖码头开工"
    terms = count_terms([text] * 10)
    table = keyness(terms, np.ones(10, dtype=bool), "work_reports").set_index("term")
    assert table.loc["营商环境", "n_reference"] > 100
    assert table.loc["码头", "g2"] > table.loc["推进", "g2"] > 0
    assert table.loc["码头", "n_target"] == 20
