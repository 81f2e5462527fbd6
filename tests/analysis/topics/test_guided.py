"""Topics that seed words pull."""

import pandas as pd
import pytest

import govnlp as gn
from govnlp.analysis.topics.guided import guided_topics
from govnlp.analysis.topics.model import load_topics

TEXTS = ["企业办税更快", "减税惠及企业", "河道清淤", "河道水质改善", "今天举行会议"] * 4


def test_seeds_pull_units_and_the_rest_is_unassigned():
    model = guided_topics(gn.count_terms(TEXTS), {"水务": ["河道"], "营商": "企业 减税"})
    assert model.names == {1: "水务", 2: "营商"}
    assert model.labels["topic"].tolist()[:5] == [2, 2, 1, 1, 0]
    assert model.by_document.query("topic == 0")["share"].sum() == 4


def test_a_unit_without_a_seed_follows_the_words_that_keep_the_seeds_company():
    texts = ["河道清淤，水质改善", "企业减税，办税更快"] * 10 + ["清淤以后水质改善", "学校放假", "天气晴朗"]
    model = guided_topics(gn.count_terms(texts), {"水务": ["河道"], "营商": ["企业"]})
    assert model.labels["topic"].tolist()[-3:] == [1, 0, 0]


def test_a_lexicon_of_themes_gives_seeds():
    themes = pd.DataFrame(
        {
            "theme": ["水务", "水务", "营商"],
            "entry": ["河道", "清.*淤", "企业"],
            "kind": ["literal", "pattern", "literal"],
            "weight": [3.0, 1.0, 1.0],
        }
    )
    assert guided_topics(gn.count_terms(TEXTS), themes).labels["topic"].tolist()[:4] == [2, 2, 1, 1]


def test_seeds_that_the_units_lack_are_listed_or_refused():
    terms = gn.count_terms(TEXTS)
    model = guided_topics(terms, {"水务": ["河道", "湖泊"], "文旅": ["古镇"]})
    assert model.note["unknown"] == ["古镇", "湖泊"]
    assert model.topics["n_units"].tolist() == [8, 0]
    with pytest.raises(ValueError, match="more units: 文旅"):
        guided_topics(terms, {"文旅": ["古镇"]})
    with pytest.raises(ValueError, match="none given"):
        guided_topics(terms, {})


def test_a_kept_guided_model_scores_new_units(tmp_path):
    model = guided_topics(gn.count_terms(TEXTS), {"水务": ["河道"], "营商": ["企业"]})
    model.save(tmp_path)
    new = gn.count_terms(["企业开办", "河道治理", "今天"])
    assert load_topics(tmp_path).score(new)["topic"].tolist() == [2, 1, 0]
