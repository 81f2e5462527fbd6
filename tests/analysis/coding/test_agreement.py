"""Codes by hand: written, read back, and compared with published values."""

import numpy as np
import openpyxl
import pandas as pd
import pytest

import govnlp as gn
from govnlp.analysis.coding.agreement import _alpha, _unit_sums, code_confusion, nominal_alpha
from govnlp.analysis.coding.evaluating import resample


def coded(**coders):
    rows = [
        (i, coder, None if theme == "无" else theme)
        for coder, given in coders.items()
        for i, theme in enumerate(given)
        if theme != " "
    ]
    return pd.DataFrame(rows, columns=["unit_id", "coder", "theme"])


def test_alpha_of_the_published_example_with_gaps():
    nan = np.nan
    values = pd.DataFrame(
        {
            "A": [1, 2, 3, 3, 2, 1, 4, 1, 2, nan, nan, nan],
            "B": [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, nan, 3],
            "C": [nan, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, nan],
            "D": [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, nan],
        }
    )
    assert nominal_alpha(values) == pytest.approx(0.743, abs=0.0005)


def test_alpha_of_the_published_binary_example():
    a, b = [0, 1, 0, 0, 0, 0, 0, 0, 1, 0], [1, 1, 1, 0, 0, 1, 0, 0, 0, 0]
    assert nominal_alpha(pd.DataFrame({"A": a, "B": b})) == pytest.approx(0.095, abs=0.0005)


def test_kappa_by_hand():
    """Both yes 4, both no 3, one yes of 甲 alone and two of 乙: po .7; shares of yes .5 and .6."""
    table = gn.theme_agreement(coded(甲="水水水水水路路路路路", 乙="水水水水路路路路水水")).set_index("theme")
    po, pe = 0.7, 0.5 * 0.6 + 0.5 * 0.4
    assert table.loc["水", "agreement"] == pytest.approx(po)
    assert table.loc["水", "kappa"] == pytest.approx((po - pe) / (1 - pe))
    assert table.loc["水", ["n", "n_yes"]].tolist() == [10, 7]


def test_few_passages_and_full_agreement_have_no_coefficient():
    few = gn.theme_agreement(coded(甲="水路水路水路水", 乙="水路水路水路路"))
    assert few["kappa"].isna().all() and few["alpha"].isna().all()
    same = gn.theme_agreement(coded(甲="水" * 9, 乙="水" * 9))
    assert same["agreement"].tolist() == [1] and same["kappa"].isna().all() and same["alpha"].isna().all()


def test_what_one_coder_left_out_is_no_disagreement():
    table = gn.theme_agreement(coded(甲="水路水路水路水路无", 乙="水路水路水路水路 "))
    assert table["n"].unique().tolist() == [8]
    assert table["kappa"].tolist() == [1, 1]


def test_passages_go_out_as_text_and_codes_come_back(tmp_path):
    path, themes = tmp_path / "码.xlsx", gn.read_themes()
    units = pd.DataFrame(
        {"unit_id": ["a:0", "a:1", "a:2"], "doc_id": "a", "text": ["=1+1", "招商引资\x07", "柳绿"]}
    )
    passages = gn.export_passages(units, path, themes)
    assert sorted(passages["unit_id"]) == ["a:0", "a:1", "a:2"]
    book = openpyxl.load_workbook(path)
    sheet = book["passages"]
    assert {cell.data_type for line in sheet.iter_rows() for cell in line if cell.value} == {"s"}
    assert book["themes"].max_row == 1 + themes["theme"].nunique()
    codes = {"a:0": "无", "a:1": "招商引资与营商环境、民生服务", "a:2": ""}
    for line in range(2, 5):
        sheet.cell(line, 5).value = codes[sheet.cell(line, 1).value]
    book.save(path)
    read = gn.read_codes(path, themes).sort_values(["unit_id", "theme"]).to_numpy().tolist()
    assert read[0][:2] == ["a:0", "coder_1"] and pd.isna(read[0][2])
    assert read[1:] == [["a:1", "coder_1", "招商引资与营商环境"], ["a:1", "coder_1", "民生服务"]]


def test_the_sample_is_the_same_each_time(tmp_path):
    units = pd.DataFrame({"unit_id": list("abcdef"), "text": list("甲乙丙丁戊己")})
    drawn = [
        gn.export_passages(units, tmp_path / "x.xlsx", gn.read_themes(), n=3)["unit_id"].tolist()
        for _ in range(2)
    ]
    assert drawn[0] == drawn[1] and len(drawn[0]) == 3


def test_unknown_codes_are_named(tmp_path):
    path = tmp_path / "codes.csv"
    path.write_text("unit_id,阅\na:0,招商\n", encoding="utf-8")
    with pytest.raises(ValueError, match="阅 has '招商' at a:0"):
        gn.read_codes(path, gn.read_themes())
    path.write_text("unit_id,阅\na:0,\n", encoding="utf-8")
    with pytest.raises(ValueError, match="no codes in"):
        gn.read_codes(path)


def test_codes_come_back_from_a_table_of_codes_too(tmp_path):
    (tmp_path / "codes.csv").write_text(
        "unit_id,coder,theme\n甲:1,林,教育\n甲:2,林,无\n甲:1,苏,\n", encoding="utf-8"
    )
    read = gn.read_codes(tmp_path / "codes.csv").fillna("none")
    assert read.to_numpy().tolist() == [["甲:1", "林", "教育"], ["甲:2", "林", "none"]]


def test_the_lexicon_is_one_more_coder():
    scores = gn.score_themes(gn.parse_text("大力招商引资。\n\n溪边柳绿。", "a"))
    codes = gn.lexicon_codes(scores)
    assert codes["theme"].tolist()[0] == "招商引资与营商环境" and codes["theme"].isna().tolist() == [
        False,
        True,
    ]


def test_intervals_of_alpha_hold_the_truth_of_coders_with_known_error():
    """Coders err in 7 % of passages, 40 % have the theme: alpha is 1 - 2 e (1 - e) / (2 p (1 - p)), p = .414.

    Documents differ in how often they have it; 95 % intervals of 200 draws of 20 documents hold it 93 to 97 times in
    100, give or take the chance of 200 draws.
    """
    error, share = 0.07, 0.4
    p = share * (1 - error) + (1 - share) * error
    truth = 1 - 2 * error * (1 - error) / (2 * p * (1 - p))
    chance, documents, held = np.random.default_rng(0), np.repeat(np.arange(20), 6), []
    for _ in range(200):
        true = chance.random(120) < chance.beta(share * 4, (1 - share) * 4, 20)[documents]
        a, b = (true ^ (chance.random(120) < error) for _ in range(2))
        sums = _unit_sums(pd.DataFrame({"a": a, "b": b}).astype(float))
        _, low, high = resample(sums, documents, _alpha)
        held.append(low <= truth <= high)
    assert 0.92 <= np.mean(held) <= 0.985


def test_alpha_of_sums_is_that_of_the_coincidence_matrix():
    values = pd.DataFrame({"A": [1, 0, 1, 0, np.nan], "B": [1, 0, 0, 0, 1], "C": [1, np.nan, 1, 0, 1]})
    assert float(_alpha(_unit_sums(values).sum(axis=0))) == pytest.approx(nominal_alpha(values))


def test_passages_of_one_document_count_together():
    """Like passages in pairs say no more than one: with documents known, the interval is wider."""
    codes = coded(甲="水水水水路路路路水水水水路路路路" * 2, 乙="水水水水路路路路水水路路路路水水" * 2)
    units = pd.DataFrame({"unit_id": range(32), "doc_id": [i // 2 for i in range(32)]})
    alone, together = gn.theme_agreement(codes).loc[0], gn.theme_agreement(codes, units).loc[0]
    assert alone["n_documents"] == 32 and together["n_documents"] == 16
    assert together["alpha"] == alone["alpha"]
    assert together["alpha_high"] - together["alpha_low"] > alone["alpha_high"] - alone["alpha_low"]
    few = gn.theme_agreement(codes, units.assign(doc_id="d")).loc[0]
    assert np.isfinite(few["alpha"]) and np.isnan(few["alpha_low"])


def test_confusion_counts_what_one_says_where_the_other_says_another():
    table = code_confusion(coded(甲="水水路路无", 乙="水路路路 "), "甲", "乙")
    counts = {(row.theme_a, row.theme_b): row.n for row in table.itertuples() if row.n}
    assert counts == {("水", "水"): 1, ("水", "路"): 1, ("路", "路"): 2}
    with pytest.raises(ValueError, match="no coder '丙'; one of: 乙, 甲"):
        code_confusion(coded(甲="水", 乙="水"), "甲", "丙")


def test_codes_that_are_not_there_are_named():
    with pytest.raises(
        FileNotFoundError, match=r"no file '没有\.csv'; give the sheet that export_passages wrote"
    ):
        gn.read_codes("没有.csv")
