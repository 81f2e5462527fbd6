"""Reuse of invented text, against sums worked out independently with Python sets."""

import math
import random
import re

import pandas as pd
import pytest

from govnlp.analysis.versions import reuse
from govnlp.analysis.versions.reuse import COLUMNS, align_reuse, date_reuse, find_reuse

LETTERS = [chr(0x4E00 + i) for i in range(3000)]


def units(*texts):
    return pd.DataFrame({"unit_id": [f"u{i}" for i in range(len(texts))], "text": list(texts)})


def invented(seed, length=100):
    return "".join(random.Random(seed).choices(LETTERS, k=length))


def grams(text):
    text = re.sub(r"[\W_]", "", text)
    return {text[i : i + 4] for i in range(len(text) - 3)}


def test_similarity_is_weighted_containment():
    base = invented(1)
    texts = [base, base[:60] + invented(2, 80), invented(3), base[40:] + invented(4, 10)]
    sets = [grams(t) for t in texts]
    df = {g: sum(g in s for s in sets) for s in sets for g in s}
    weigh = lambda s: sum(math.log(1 + 4 / df[g]) for g in s)  # noqa: E731
    expected = {
        (f"u{i}", f"u{j}"): weigh(sets[i] & sets[j]) / min(weigh(sets[i]), weigh(sets[j]))
        for i in range(4)
        for j in range(i + 1, 4)
        if sets[i] & sets[j]
    }
    found = find_reuse(units(*texts), min_similarity=0.01)
    assert {(r.unit_a, r.unit_b): r.similarity for r in found.itertuples()} == pytest.approx(
        expected, abs=1e-5
    )
    assert found["similarity"].is_monotonic_decreasing


@pytest.mark.parametrize("seed", range(5))
def test_copy_with_a_fifth_changed_in_passages_is_found(seed):
    base = invented(seed, 200)
    copy = base[:50] + invented(seed + 100, 20) + base[70:120] + invented(seed + 200, 20) + base[140:]
    found = find_reuse(units(base, copy, invented(seed + 300, 200)))
    assert list(zip(found["unit_a"], found["unit_b"], strict=True)) == [("u0", "u1")]


def test_width_and_punctuation_do_not_matter():
    base = invented(7, 40)
    found = find_reuse(units(base[:20] + "，ＡＢＣ１２" + base[20:], base[:20] + ", ABC12" + base[20:]))
    assert found["similarity"].tolist() == [1.0]


def test_copies_are_exactly_alike_and_in_the_order_of_the_units():
    """Shared and whole weights are summed in one order, so that rounding makes no copy less than 1."""
    copies = [invented(i, 150) for i in range(4)]
    found = find_reuse(units(*copies, invented(9), *copies))
    assert found["similarity"].tolist() == [1.0] * 4
    assert found["unit_a"].tolist() == ["u0", "u1", "u2", "u3"]


def test_formulas_count_less_than_rare_passages():
    formula, rare = invented(8, 30), invented(9, 30)
    fill = [formula + invented(20 + i, 30) for i in range(30)]
    found = find_reuse(units(*fill, rare + invented(60, 30), rare + invented(61, 30)), min_similarity=0.05)
    assert found.iloc[0][["unit_a", "unit_b"]].tolist() == ["u30", "u31"]
    assert found["similarity"][0] > 2 * found["similarity"][1]


def test_blocks_of_rows_do_not_change_the_table(monkeypatch):
    base = invented(5)
    table = units(*[base[i * 5 :] + invented(i + 40, 50) for i in range(9)])
    whole = find_reuse(table)
    monkeypatch.setattr(reuse, "ROWS_AT_ONCE", 2)
    pd.testing.assert_frame_equal(find_reuse(table), whole)
    assert len(whole) > 5


def test_short_or_few_units_give_an_empty_table():
    assert find_reuse(units("同样的话", "同样的话")).columns.tolist() == COLUMNS


def test_errors_name_the_value():
    with pytest.raises(ValueError, match="min_similarity is 0"):
        find_reuse(units("甲"), min_similarity=0)
    with pytest.raises(ValueError, match="units lacks the columns"):
        find_reuse(pd.DataFrame({"unit_id": []}))


def edited(text, share, rng):
    """A copy with a share of its characters replaced, dropped or followed by another one."""
    out = []
    for c in text:
        if rng.random() < share:
            out.append(rng.choice(["", rng.choice(LETTERS), rng.choice(LETTERS), c + rng.choice(LETTERS)]))
        else:
            out.append(c)
    return "".join(out)


@pytest.mark.slow
def test_planted_copies_among_a_thousand_documents():
    rng = random.Random(0)
    formulas = [invented(10_000 + i, 12) for i in range(30)]
    texts = [
        "".join(rng.choice(formulas) if rng.random() < 0.3 else invented(rng.random(), 20) for _ in range(20))
        for _ in range(1000)
    ]
    planted = [(i, share) for share in (0, 0.1, 0.2) for i in rng.sample(range(1000), 40)]
    found = find_reuse(units(*texts, *(edited(texts[i], share, rng) for i, share in planted)))
    pairs = set(zip(found["unit_a"], found["unit_b"], strict=True))
    hits = [(f"u{i}", f"u{1000 + k}") in pairs for k, (i, _) in enumerate(planted)]
    false = sum(int(a[1:]) < 1000 and int(b[1:]) < 1000 for a, b in pairs)
    assert sum(hits) > 0.95 * len(hits)
    assert false < (1000 * 999 / 2) / 1000


def test_direction_is_by_date_as_far_as_it_goes():
    table = pd.DataFrame({"unit_a": [1, 1, 1, 1], "unit_b": [2, 3, 4, 5]})
    documents = pd.DataFrame(
        {
            "doc_id": list("abcde"),
            "published": [pd.Timestamp("2021-03-05"), pd.Timestamp("2021-03-04"), pd.NaT, pd.NaT, pd.NaT],
            "year": [2021, 2021, 2021, 2022, None],
        }
    )
    made = date_reuse(table, pd.DataFrame({"unit_id": [1, 2, 3, 4, 5], "doc_id": list("abcde")}), documents)
    assert made["earlier"].tolist() == ["b", None, "a", None]
    assert made["date_b"].tolist() == ["2021-03-04", "2021", "2022", None]


def test_alignment_puts_both_texts_together_again():
    a, b = invented(1, 60), edited(invented(1, 60), 0.2, random.Random(1))
    table = align_reuse(a, b)
    assert "".join(table["text_a"]) == a
    assert "".join(table["text_b"]) == b
    assert (table["text_a"] == table["text_b"]).tolist() == table["same"].tolist()


def test_formulae_of_reports_are_no_reuse():
    opening = "现在，我代表{}人民政府向大会报告工作，请予审议，并请{}政协委员和其他列席人员提出意见。"
    assert find_reuse(units(opening.format("临溪市", "市"), opening.format("云岭省", "省"))).empty


def test_a_page_that_repeats_itself_and_a_doubled_page_are_no_reuse():
    texts = [invented(seed, 40) for seed in range(4)]
    twice = units(texts[0], texts[0]).assign(doc_id="甲")
    assert find_reuse(twice).empty
    pages = units(*texts[:3], *texts[:3]).assign(doc_id=["甲"] * 3 + ["乙"] * 3)
    assert find_reuse(pages).empty
    taken = units(*texts[:3], texts[0], texts[3]).assign(doc_id=["甲"] * 3 + ["乙"] * 2)
    assert find_reuse(taken)[["unit_a", "unit_b"]].to_numpy().tolist() == [["u0", "u3"]]


def test_similarity_is_not_rounded():
    base = invented(1)
    found = find_reuse(units(base, base[:70] + invented(2, 61)))
    assert found["similarity"].iloc[0] != round(found["similarity"].iloc[0], 6)


def test_formulae_of_laws_and_letters_are_no_reuse():
    texts = [
        "第一条 为了加强河埠管理，根据有关法律、法规，结合本市实际，制定本条例。",
        "第一条 为了保护石桥，根据有关法律、法规，结合本市实际，制定本条例。",
        "各省、自治区、直辖市人民政府，国务院各部委、各直属机构：",
        "各省、自治区、直辖市人民政府，国务院各部委、各直属机构：",
    ]
    units = pd.DataFrame({"unit_id": range(4), "doc_id": list("abcd"), "text": texts})
    assert find_reuse(units).empty


def test_neither_a_title_nor_a_term_of_one_document_is_a_passage():
    title = "《关于落实临溪区老旧小区改造和河道清淤资金管理办法的实施意见》"
    term = "经青槐区授权代管水务和绿化事务的街道议事组织"
    texts = [f"财政部门要依照{title}拨付款项。", f"各镇照章办理,{title}已经区里同意。"]
    texts += [f"{term}{what}。" for what in ("要开会", "要记账", "要公示", "要换届", "要报表", "不得收费")]
    docs = ["甲", "乙", *["丙"] * 5, "丁"]
    units = pd.DataFrame({"unit_id": range(8), "doc_id": docs, "text": texts})
    assert find_reuse(units).empty
    assert len(find_reuse(units[units["doc_id"].isin(["丙", "丁"])].iloc[-2:])) == 1
