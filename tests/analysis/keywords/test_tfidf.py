import numpy as np
import pytest
from sklearn.feature_extraction.text import TfidfVectorizer

from govnlp import Segmenter, count_terms, tfidf
from govnlp.analysis.keywords.tfidf import all_in_background, background_idf, in_background

SPACES = Segmenter(lambda text: [w for w in text.replace(" ", "| |").split("|") if w], lexicon=False)
TEXTS = ["a a b c", "b b d", "a d e e e"]


@pytest.mark.parametrize("sublinear", [False, True])
def test_corpus_idf_agrees_with_scikit_learn(sublinear):
    vectorizer = TfidfVectorizer(analyzer=str.split, sublinear_tf=sublinear)
    theirs = vectorizer.fit_transform(TEXTS).toarray()
    terms = count_terms(TEXTS, segmenter=SPACES)
    table = tfidf(terms, idf="corpus", norm="l2", sublinear=sublinear)
    column = {term: i for i, term in enumerate(vectorizer.get_feature_names_out())}
    for doc_id, term, value in table[["doc_id", "term", "tf_idf"]].itertuples(index=False):
        assert value == pytest.approx(theirs[int(doc_id), column[term]], abs=1e-9)
    assert len(table) == np.count_nonzero(theirs)


def test_tf_is_per_token_of_the_group():
    table = tfidf(count_terms(TEXTS, segmenter=SPACES), idf={"a": 2.0, "e": 1.0}).set_index(
        ["doc_id", "term"]
    )
    assert table.loc[("0", "a"), ["n", "tf", "idf", "tf_idf"]].tolist() == [2, 0.5, 2.0, 1.0]
    assert table.loc[("0", "b"), "idf"] == 2.0


def test_a_phrase_is_no_commoner_than_its_rarest_part():
    phrase, *parts = background_idf(["营商环境", "营商", "环境"])
    assert phrase >= max(parts[1:])
    assert np.isfinite(background_idf(["哿焱", "", "的", "优化_环境"])).all()
    assert background_idf(["优化_环境"])[0] == background_idf(["优化", "环境"]).max()


def test_many_terms_are_looked_up_as_one_is():
    terms = ["环境", "境营", "", "环" * 80, "𠀀环", "\ud800"]  # 80: longer than any term of the table
    assert all_in_background(terms) == [in_background(term) for term in terms] == [True] + 5 * [False]
    assert all_in_background([]) == []


def test_unknown_choices():
    terms = count_terms(TEXTS, segmenter=SPACES)
    with pytest.raises(ValueError, match="unknown idf 'bakground'; one of: background, corpus"):
        tfidf(terms, idf="bakground")
    with pytest.raises(ValueError, match="unknown norm"):
        tfidf(terms, norm="l3")
