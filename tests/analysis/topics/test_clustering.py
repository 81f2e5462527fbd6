"""Topics that were planted are found, with their shares, the same on one process and on two."""

import json
from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

import govnlp as gn
from govnlp.analysis.keywords.names import without_names
from govnlp.analysis.topics.choice import _further, recommend
from govnlp.analysis.topics.model import load_topics
from govnlp.analysis.topics.null import agreement_of_halves, beyond_shuffled, halves_of_units, shuffled
from govnlp.analysis.topics.space import learn_space
from govnlp.analysis.topics.terms import strongest

pytestmark = pytest.mark.slow

WORDS = {
    "水务": ["河道", "水质", "污水", "清淤", "堤岸", "湖泊", "湿地", "流域"],
    "营商": ["企业", "审批", "办税", "开办", "减税", "商户", "执照", "融资"],
    "教育": ["学校", "教师", "课堂", "学位", "幼儿园", "学生", "校舍", "阅览"],
}


def planted(n=40, documents=6, seed=0):
    """Units of eight words from one theme each, documents with different mixtures; and the themes of the units."""
    rng = np.random.default_rng(seed)
    names, rows = list(WORDS), []
    for d in range(documents):
        mixture = rng.dirichlet(np.ones(len(names)))
        for _ in range(n):
            theme = names[rng.choice(len(names), p=mixture)]
            text = "，".join(rng.choice(WORDS[theme], 8))
            rows.append(
                {"doc_id": f"d{d}", "text": text, "theme": theme, "true": mixture[names.index(theme)]}
            )
            rows[-1]["mixture"] = dict(zip(names, mixture, strict=True))
    table = pd.DataFrame(rows)
    table.insert(0, "unit_id", np.arange(len(table)).astype(str))
    return table


@pytest.fixture(scope="module")
def units():
    return planted()


@pytest.fixture(scope="module")
def terms(units):
    return gn.count_terms(units)


@pytest.mark.parametrize("options", [{}, {"runs": 0}, {"method": "kmeans"}, {"method": "lda"}])
def test_planted_themes_are_found(units, terms, options):
    labels = gn.cluster_topics(terms, 3, **options).labels
    assert labels["unit_id"].tolist() == units["unit_id"].tolist()
    agree = pd.crosstab(units["theme"], labels["topic"]).max(axis=1).sum()
    assert agree >= 0.98 * len(units)


def test_topics_are_numbered_by_share_and_named_by_their_own_words(terms):
    model = gn.cluster_topics(terms, 3)
    assert model.topics["share"].is_monotonic_decreasing
    assert model.topics["share"].sum() == pytest.approx(1)
    for topic, name in model.names.items():
        top = set(model.top_terms.loc[model.top_terms["topic"] == topic, "term"].head(8))
        home = [theme for theme, words in WORDS.items() if set(name.split("、")) <= set(words)]
        assert len(home) == 1 and top == set(WORDS[home[0]])
    assert model.stability > 0.9 and model.topics["support"].min() > 0.8


def test_one_process_and_two_give_the_same_bytes(terms, tmp_path):
    for n_jobs in (1, 2):
        gn.cluster_topics(terms, 3, runs=8, random_state=5, n_jobs=n_jobs).save(tmp_path / str(n_jobs))
    names = sorted(path.name for path in (tmp_path / "1").iterdir())
    assert len(names) == 8
    for name in names:
        assert (tmp_path / "1" / name).read_bytes() == (tmp_path / "2" / name).read_bytes(), name


def test_a_kept_model_scores_new_units(terms, tmp_path):
    model = gn.cluster_topics(terms, 3)
    model.save(tmp_path)
    kept = load_topics(tmp_path)
    new = gn.count_terms(["河道清淤后水质变好", "学校新增学位", "今天天气晴朗"])
    labels = kept.score(new)
    water, school = (kept.top_terms.set_index("term")["topic"].loc[word] for word in ("河道", "学校"))
    assert labels["topic"].tolist() == [water, school, 0]
    assert labels["strength"].tolist()[2] == 0
    pd.testing.assert_frame_equal(labels, model.score(new))


def test_a_folder_without_a_model_is_named(tmp_path):
    with pytest.raises(FileNotFoundError, match="written with model"):
        load_topics(tmp_path)


def test_shares_of_documents_cover_the_planted_mixture():
    inside = []
    for seed in range(6):
        units = planted(seed=seed)
        model = gn.cluster_topics(gn.count_terms(units), 3, runs=10)
        theme = {t: units["theme"][model.labels["topic"] == t].mode()[0] for t in (1, 2, 3)}
        mixtures = units.groupby("doc_id")["mixture"].first()
        for row in model.by_document.itertuples():
            inside.append(row.ci_low <= mixtures[row.doc_id][theme[row.topic]] <= row.ci_high)
    assert len(inside) == 6 * 6 * 3
    assert np.mean(inside) >= 0.9


def test_shares_add_to_one_and_small_documents_have_no_interval():
    units = pd.concat([planted(n=40, documents=2), planted(n=4, documents=1).assign(doc_id="small")])
    table = gn.cluster_topics(gn.count_terms(units), 3, runs=5).by_document
    assert table.groupby("doc_id")["share"].sum().to_numpy() == pytest.approx(1)
    assert table[table["doc_id"] == "small"]["ci_low"].isna().all()
    assert (table.dropna()["ci_low"] <= table.dropna()["share"]).all()


def test_shares_by_another_column(units, terms):
    model = gn.cluster_topics(terms, 3, runs=5)
    halves = np.where(units["doc_id"] < "d3", "early", "late")
    table = model.shares(terms, halves)
    assert table["group"].unique().tolist() == ["early", "late"]
    assert table.groupby("group")["share"].sum().to_numpy() == pytest.approx(1)


def test_passages_are_of_their_topic_and_have_their_source(units, terms):
    model = gn.cluster_topics(terms, 3, runs=5)
    table = model.passages(units, terms, n=2)
    assert table.groupby("topic").size().tolist() == [2, 2, 2]
    labels = model.labels.set_index("unit_id")["topic"]
    assert (labels.loc[table["unit_id"]].to_numpy() == table["topic"]).all()
    assert table["text"].notna().all() and table["doc_id"].notna().all()


def test_what_has_no_known_term_is_in_no_topic(units):
    odd = pd.concat([units, pd.DataFrame({"unit_id": ["odd"], "doc_id": ["d0"], "text": ["2021 GDP"]})])
    model = gn.cluster_topics(gn.count_terms(odd), 3, runs=5)
    assert model.labels.set_index("unit_id").loc["odd", ["topic", "strength"]].tolist() == [0, 0.0]
    assert model.by_document.query("topic == 0")["share"].gt(0).tolist() == [True] + [False] * 5


@pytest.mark.parametrize("k", [0, 500])
def test_an_impossible_k_is_named(terms, k):
    with pytest.raises(ValueError, match=f"k (=|is) {k}"):
        gn.cluster_topics(terms, k)


def test_an_unknown_method_is_named(terms):
    with pytest.raises(ValueError, match=r"unknown method 'ldaa'; one of: nmf, lda, kmeans"):
        gn.cluster_topics(terms, 3, method="ldaa")


def test_few_units_are_warned_of_and_make_one_topic():
    terms = gn.count_terms(["治理河道", "河道水质", "服务企业", "企业办税"])
    with pytest.warns(UserWarning, match="units with known terms: 4"):
        model = gn.cluster_topics(terms)
    assert len(model.topics) == 1
    assert "4 units are too few" in json.loads(json.dumps(model.note))["choice"]


def test_choice_of_k_finds_the_planted_number(terms):
    table = gn.choose_k(terms, [2, 3, 6])
    assert table.query("recommended")["k"].tolist() == [3]
    assert table.set_index("k")["coherence_npmi"].idxmax() == 3
    assert table.attrs["reason"].startswith("k = 3: ")


def test_of_many_units_some_choose_k(terms, monkeypatch):
    """The measures are those of every third of the units alone."""
    n = terms.shape[0]
    monkeypatch.setattr("govnlp.analysis.topics.fits.MOST_UNITS", (n + 2) // 3)
    some = gn.choose_k(terms, [2, 3], names=True, runs=5)
    monkeypatch.undo()
    alone = terms.subset(np.isin(np.arange(n), np.linspace(0, n - 1, (n + 2) // 3).astype(int)))
    pd.testing.assert_frame_equal(some, gn.choose_k(alone, [2, 3], names=True, runs=5))


def choice(rows):
    """Measures of every k; each is far beyond shuffled text."""
    table = pd.DataFrame(rows, columns=["k", "coherence_npmi", "stability", "stability_se"])
    return table.assign(agreement=0.5, agreement_null=0.0, beyond=9.0)


def test_coherence_decides_among_the_stablest():
    """Within 0.03 of 0.72: 3, 4 and 5; of these 4 coheres best. 6 coheres better, but is not as stable."""
    rows = [[2, 0.1, 0.6, 0.02], [3, 0.2, 0.7, 0.02], [4, 0.35, 0.69, 0.03], [5, 0.3, 0.72, 0.03]]
    table = recommend(choice([*rows, [6, 0.4, 0.6, 0.02]]), 100)
    assert table.query("recommended")["k"].tolist() == [4]
    assert "coherence 0.35, the highest of 3, 5 and itself" in table.attrs["reason"]
    level = [[2, 0.3, 0.5, 0.02], *([k, 0.3, 0.7, 0.02] for k in (3, 4, 5)), [6, 0.3, 0.5, 0.02]]
    assert recommend(choice(level), 100).query("recommended")["k"].tolist() == [5]


@pytest.mark.parametrize(
    "stabilities, recommended",
    [
        ([0.5, 0.6, 0.7], []),
        ([0.7, 0.6, 0.5], []),
        ([0.5, 0.7, 0.6], [5]),
        ([0.9, 0.6, 0.6], []),
        ([0.5, 0.505, 0.5], []),
    ],
)
def test_the_first_and_the_last_number_are_no_recommendation(stabilities, recommended):
    """Of 4, 5 and 6 only 5 has neighbours on both sides."""
    table = choice([[k, 0.1, value, 0.01] for k, value in zip((4, 5, 6), stabilities, strict=True)])
    table = recommend(table, 100)
    assert table.query("recommended")["k"].tolist() == recommended
    assert ("none is recommended" in table.attrs["reason"]) == (not recommended)


def test_a_peak_counts_not_that_few_topics_are_stable():
    rows = [
        [2, 0.1, 0.7, 0.03],
        [3, 0.2, 0.55, 0.03],
        [5, 0.3, 0.6, 0.02],
        [8, 0.4, 0.5, 0.02],
        [9, 0.5, 0.4, 0.02],
    ]
    assert recommend(choice(rows), 100).query("recommended")["k"].tolist() == [5]


def test_larger_numbers_are_tried_while_the_largest_is_the_best(terms):
    """Three planted themes: 2 and 3 leave it open, and so would 3 alone, were it not for what is tried after it."""
    assert not gn.choose_k(terms, [2, 3], runs=5)["recommended"].any()
    found = gn.choose_k(terms, runs=5)
    assert found.query("recommended")["k"].tolist() == [3]


def test_further_numbers_stop_at_one_topic_for_ten_units():
    table = choice([[2, 0.1, 0.6, 0.01], [3, 0.2, 0.8, 0.01]])
    assert _further(recommend(table, 100), 100) == [4]
    assert _further(recommend(table, 100), 39) == []
    assert _further(recommend(table.assign(beyond=0.0), 100), 100) == []
    peak = choice([[2, 0.1, 0.6, 0.01], [3, 0.2, 0.8, 0.01], [4, 0.2, 0.7, 0.01]])
    assert _further(recommend(peak, 100), 100) == []


def test_only_what_is_beyond_shuffled_text_is_recommended(terms):
    rows = [[2, 0.1, 0.9, 0.02], [3, 0.2, 0.7, 0.02], [4, 0.1, 0.5, 0.02]]
    table = choice(rows).assign(beyond=[2.9, 3.1, 3.1])
    assert recommend(table, 100).query("recommended")["k"].tolist() == [3]
    none = recommend(table.assign(beyond=[1.0, 2.0, 1.0]), 100)
    assert not none["recommended"].any()
    assert none.attrs["reason"].startswith("no topics to be found here") and "k = 3" in none.attrs["reason"]
    dealt = shuffled(terms, np.random.default_rng(1))
    assert not gn.choose_k(dealt, [2, 3, 6], runs=5)["recommended"].any()


def test_agreement_does_not_depend_on_what_else_is_asked_for(terms):
    halves = halves_of_units(terms, learn_space(terms))
    both, alone = agreement_of_halves(halves, [2, 3]), agreement_of_halves(halves, [3])
    assert both[3].tolist() == alone[3].tolist()


def test_beyond_is_the_difference_in_pooled_deviations_of_shuffled_text():
    # by hand: variances of 1, 2, 3 and of 4, 4, 4 are 1 and 0, pooled 0.5, for one more text times 4/3
    table = beyond_shuffled({2: np.array([4.0, 1.0, 2.0, 3.0]), 3: np.array([4.0, 4.0, 4.0, 4.0])})
    assert table["agreement_null"].tolist() == [2, 4]
    assert table["beyond"].tolist() == pytest.approx([2 / np.sqrt(2 / 3), 0])


def test_strongest_terms_are_those_of_largest_weight_and_of_equal_ones_the_first():
    weights = np.array([[0.0, 2.0, 1.0, 2.0, 1.0], [0.0, 0.0, 3.0, 0.0, 0.0]])
    assert [columns.tolist() for columns in strongest(weights, 3)] == [[1, 3, 2], [2]]


def test_shuffled_text_keeps_its_documents_and_the_sizes_of_its_units(terms):
    dealt = shuffled(terms, np.random.default_rng(0))
    assert (dealt.group("doc_id").counts != terms.group("doc_id").counts).nnz == 0
    assert (dealt.counts.sum(axis=1) == terms.counts.sum(axis=1)).all()
    assert (dealt.counts != terms.counts).nnz > 100


def test_names_and_words_of_one_document_are_left_out():
    """天幕 stands in one of three documents only: ten times, where a third of the text would have three."""
    texts = ["临溪的河道治理，湖北省", "企业减税，杭州市", "学校课堂"] * 10
    units = pd.DataFrame({"unit_id": range(30), "doc_id": list("abc") * 10, "text": texts})
    units.loc[units["doc_id"] == "a", "text"] += "，天幕"
    units["text"] += "，服务发展"
    kept = without_names(gn.count_terms(units))
    assert not {"湖北省", "杭州市", "天幕", "河道"} & set(kept.terms)
    assert {"服务", "发展"} <= set(kept.terms)
    assert "names of places and persons 20; words of one document" in kept.describe()


def test_a_topic_of_one_document_is_marked(terms, units):
    model = gn.cluster_topics(terms, 3, runs=5)
    mine = units["theme"].eq("水务").to_numpy()
    documents = np.where(mine, "x", units["doc_id"])
    moved = replace(terms, units=terms.units.assign(doc_id=documents))
    found = gn.cluster_topics(moved, 3, names=True, runs=5)
    local = found.topics
    assert local["local"].sum() == 1 and not model.topics["local"].any()
    row = local[local["local"]].iloc[0]
    assert row["top_document"] == "x" and row["document_share"] > 0.9 and "河道" in WORDS["水务"]
    assert found.names[row["topic"]] == f"{row['name']}（x）"


def test_no_k_is_recommended_for_few_units():
    table = gn.choose_k(gn.count_terms(["治理河道", "河道水质", "服务企业", "企业办税"]), [2, 3, 9])
    assert table["k"].tolist() == [2, 3]
    assert not table["recommended"].any()
    assert "too few" in table.attrs["reason"]
    assert gn.choose_k(gn.count_terms(["治理河道", "服务企业"]), [9]).empty


def test_the_reason_for_no_topics_says_how_far_from_enough_they_are():
    """The best of two numbers is 2.96 deviations from shuffled text, which isn't rounded to the three wanted."""
    rows = [[3, 0.2, 0.5, 0.3, 2.96, 0.6, 0.02], [4, 0.3, 0.5, 0.3, 1.0, 0.7, 0.03]]
    names = ["k", "coherence_npmi", "agreement", "agreement_null", "beyond", "stability", "stability_se"]
    reason = recommend(pd.DataFrame(rows, columns=names), 100).attrs["reason"]
    assert reason.said("zh").endswith("分3个时吻合度0.50，打乱后0.30，相差2.9个标准差，不足3个）")
