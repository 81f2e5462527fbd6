"""A wrong argument is named, with what is wanted and where it comes from."""

import inspect

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


def test_a_decorated_function_keeps_its_name_and_page():
    @takes(text="str")
    def said(text, times=1):
        """What is said."""
        return text * times

    assert (said.__name__, said.__doc__, said("桥", times=2)) == ("said", "What is said.", "桥桥")
    assert list(inspect.signature(said).parameters) == ["text", "times"]
    assert takes(corpus="Corpus")(lambda corpus=None: corpus)(None) is None
