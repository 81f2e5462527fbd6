"""A wrong argument is named, with what is wanted and where it comes from."""

import inspect

import numpy as np
import pandas as pd
import pytest

import govnlp as gn
from govnlp.arguments import takes

OTHERS = {
    *("load_corpus", "load_terms", "read_codes", "read_corpus", "read_table", "write_report"),  # a path
    *("check_answer", "save_figure", "segment"),  # a name, a figure, a list
}


def needed(function):
    kinds = (inspect.Parameter.POSITIONAL_ONLY, inspect.Parameter.POSITIONAL_OR_KEYWORD)
    parameters = inspect.signature(function).parameters.values()
    return [p for p in parameters if p.kind in kinds and p.default is p.empty]


FUNCTIONS = [
    name
    for name in gn.__all__
    if inspect.isfunction(getattr(gn, name)) and name not in OTHERS and needed(getattr(gn, name))
]


@pytest.mark.parametrize("wrong", [7, None, pd.DataFrame({"price": [1.5]})], ids=["number", "None", "table"])
@pytest.mark.parametrize("name", FUNCTIONS)
def test_a_public_function_says_what_it_wants(name, wrong):
    function = getattr(gn, name)
    with pytest.raises((TypeError, ValueError)) as error:
        function(*[wrong] * len(needed(function)))
    assert type(error.value) in (TypeError, ValueError)  # no KeyError, no UnicodeError
    assert error.traceback[-1].path.is_relative_to(inspect.getfile(gn).removesuffix("__init__.py")), error


def test_the_error_names_the_value_and_the_remedy():
    with pytest.raises(
        TypeError, match=r"^extract_indicators: corpus must be a Corpus, not str 'reports'; read_corpus"
    ):
        gn.extract_indicators("reports")
    with pytest.raises(TypeError, match=r"^tfidf: terms must be a TermMatrix, not DataFrame; count_terms"):
        gn.tfidf(pd.DataFrame({"text": ["修桥"]}))
    with pytest.raises(
        ValueError, match=r"^zipf: table lacks the columns n; a table as from frequency.* has term$"
    ):
        gn.zipf(table=pd.DataFrame({"term": ["桥"]}))


def test_a_wrong_argument_is_said_in_chinese_too():
    """The notes that notebooks in Chinese show."""
    with pytest.raises(TypeError) as kind:
        gn.extract_indicators("reports")
    assert kind.value.args[0].said("zh") == (
        "extract_indicators: corpus 应为 Corpus，不是 str 'reports'；read_corpus 由文件得到，parse_text 由文本得到"
    )
    with pytest.raises(ValueError) as columns:
        gn.zipf(table=pd.DataFrame({"term": ["桥"]}))
    assert columns.value.args[0].said("zh").startswith("zipf: table 缺少列 n；应为 frequency")
    with pytest.raises(ValueError) as value:
        gn.concordance(gn.parse_text("修桥。"), "")
    assert value.value.args[0].said("zh").endswith("字词")


def test_a_decorated_function_keeps_its_name_and_page():
    @takes(text="str")
    def said(text, times=1):
        """What is said."""
        return text * times

    assert (said.__name__, said.__doc__, said("桥", times=2)) == ("said", "What is said.", "桥桥")
    assert list(inspect.signature(said).parameters) == ["text", "times"]
    assert takes(corpus="Corpus")(lambda corpus=None: corpus)(None) is None


TEXTS = ["河道治理，治理水质", "企业减税，办税减税"] * 4
NUMBERS = [
    ("read_corpus", ("reports",), {"n_jobs": 0}, "n_jobs is 0; give a number of processes from 1 on, or -1"),
    ("count_terms", (TEXTS,), {"n_jobs": 0}, "n_jobs is 0; give a number of processes"),
    ("count_terms", (TEXTS,), {"ngrams": 0}, "ngrams is 0; give a whole number from 1 on, or several"),
    ("count_terms", (TEXTS,), {"ngrams": (1, 0)}, r"ngrams is \(1, 0\)"),
    ("count_terms", (TEXTS,), {"max_length": "8"}, "max_length is '8'; give a whole number from 1 on"),
    ("concordance", ("corpus", "治理"), {"sample": -3}, "sample is -3; give a whole number from 0 on"),
    ("choose_k", ("terms",), {"runs": 1}, "runs is 1; give a whole number from 2 on"),
    ("choose_k", ("terms",), {"ks": 5}, "ks is 5; give several whole numbers"),
    ("choose_k", ("terms",), {"ks": [0]}, r"ks is \[0\]; give whole numbers from 2 on"),
    ("choose_k", ("terms",), {"ks": []}, r"ks is \[\]; give whole numbers from 2 on"),
    ("cluster_topics", ("terms", 2.5), {}, "k is 2.5; give a whole number"),
    ("cluster_topics", ("terms", -2), {}, "k is -2; give a whole number from 1 on"),
    ("count_terms", (TEXTS,), {"min_length": 3, "max_length": 2}, "min_length is 3 and max_length 2"),
    (
        "cluster_topics",
        ("terms", 2),
        {"random_state": -1},
        "random_state is -1; give a whole number from 0 on",
    ),
    ("keyness", ("terms", "0"), {"max_dp": 7}, "max_dp is 7; give a number from 0 to 1"),
    ("cooccurrence", ("terms",), {"top": True}, "top is True; give a whole number from 1 on"),
    ("new_terms", ("units",), {"top": -1}, "top is -1; give a whole number from 1 on"),
    (
        "find_reuse",
        ("units",),
        {"min_similarity": 2},
        "min_similarity is 2; give a number above 0 and at most 1",
    ),
    ("theme_profile", ("scores",), {"level": 95}, "level is 95; give a number between 0 and 1"),
]


@pytest.mark.parametrize(("name", "args", "options", "said"), NUMBERS, ids=[row[0] for row in NUMBERS])
def test_a_number_that_cannot_be_is_named_with_those_that_can(name, args, options, said):
    corpus = gn.parse_text("治理河道。\n治理水质。")
    units = corpus.units("paragraph")
    made = {
        "corpus": corpus,
        "units": units,
        "terms": gn.count_terms(TEXTS),
        "scores": gn.score_themes(corpus),
    }
    with pytest.raises(ValueError, match=rf"^{name}: {said}"):
        getattr(gn, name)(*[made.get(x, x) if isinstance(x, str) else x for x in args], **options)


def test_numbers_of_numpy_and_several_sizes_are_taken():
    counted = gn.count_terms(TEXTS, ngrams=[np.int64(1), 2], n_jobs=np.int64(1))
    assert "河道_治理" in counted.terms  # with the pairs of neighbouring words


REPORT = gn.parse_text("全市修了三座桥，群众出行更加方便。", "a")


@pytest.mark.parametrize(
    ("call", "said"),
    [
        (lambda: gn.explore(REPORT, lang="de"), "explore: lang is 'de'; give 'zh' or 'en'"),
        (lambda: gn.write_explorer(REPORT, "a.html", lang="de"), "write_explorer: lang is 'de'; give"),
        (lambda: gn.write_explorer(gn.parse_text(""), "a.html"), "no text to explore: corpus.blocks is empty"),
        (lambda: gn.collocations(REPORT.units(), ""), "collocations: node is ''; give the word or phrase"),
        (lambda: gn.phrase_life(REPORT, "修桥"), "phrase_life: phrases is '修桥'; give a list of phrases"),
        (lambda: gn.plot_frequency(gn.frequency(gn.count_terms(REPORT)), top=-1), "top is -1; give a whole"),
        (lambda: gn.segment(["修桥", None]), "text 1 is None; give strings, '' where there is none"),
        (lambda: gn.parse_text("修桥".encode()), "parse_text: text must be a str, not bytes"),
    ],
)  # fmt: skip
def test_a_wrong_value_is_named_with_what_is_wanted(call, said):
    with pytest.raises((TypeError, ValueError)) as error:
        call()
    assert said in str(error.value)


@pytest.mark.parametrize("missing", [None, float("nan")])
def test_a_cell_without_a_text_has_no_words_in_a_series_or_a_list_as_in_a_table(missing):
    texts = ["修桥", missing]
    for units in (texts, pd.Series(texts), pd.DataFrame({"text": texts})):
        assert gn.count_terms(units).units["n_tokens"].tolist() == [1, 0]
