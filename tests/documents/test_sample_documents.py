"""The parser against the answer key of the sample documents."""

import json
from pathlib import Path

import pandas as pd
import pytest

from govnlp import read_corpus
from govnlp.text import fold

SAMPLE = Path(__file__).parents[2] / "data" / "sample"
KEYS = {x.stem: json.loads(x.read_text(encoding="utf-8")) for x in (SAMPLE / "answers").glob("*.json")}
CONTENT = ("paragraph", "question", "answer")
SINGLE_SECTION = (
    "2020-青槐区-报纸整版"  # its first article has one half heading, built like the headlines of the page
)


@pytest.fixture(scope="module")
def corpus():
    return read_corpus([SAMPLE / f"{x}.txt" for x in sorted(KEYS)])


def squeeze(text):
    return "".join(fold(text).split()).strip("—")


def test_bodies_of_articles_begin_and_end_where_the_key_says(corpus):
    wrong = []
    for stem, key in KEYS.items():
        blocks = corpus.blocks[(corpus.blocks["doc_id"] == stem) & corpus.blocks["kind"].isin(CONTENT)]
        lines = blocks.explode("lines").groupby("article")["lines"].agg(["min", "max"])
        found = {tuple(x) for x in lines.to_numpy().tolist()}
        wrong += [(stem, x["body_lines"]) for x in key["articles"] if tuple(x["body_lines"]) not in found]
    assert [x for x in wrong if x[0] != SINGLE_SECTION] == []


def test_headlines_are_those_of_the_key(corpus):
    found = {
        (x.doc_id, squeeze("".join(x.title_lines))) for x in corpus.articles.itertuples() if x.title_lines
    }
    wanted = {
        (stem, squeeze("".join(x["title_lines"])))
        for stem, key in KEYS.items()
        for x in key["articles"]
        if x["title_lines"]
    }
    missed = {x for x in wanted - found if not any(a == x[0] and b.endswith(x[1]) for a, b in found)}
    assert missed == set()


def test_years_are_right_or_open(corpus):
    years = corpus.documents.set_index("doc_id")["year"].to_dict()
    wanted = {
        stem: int((x["metadata"]["publish_date"] or str(x["metadata"]["inferred_year"]))[:4])
        for stem, x in KEYS.items()
    }
    given = {stem: year for stem, year in years.items() if pd.notna(year)}
    assert {stem: year for stem, year in given.items() if wanted[stem] != year} == {}
    assert len(years) - len(given) <= 5


def test_outlets_are_those_of_the_key(corpus):
    outlets = corpus.documents.set_index("doc_id")["outlet"].to_dict()
    wrong = {
        stem: outlets[stem]
        for stem, x in KEYS.items()
        if not set((outlets[stem] or "").split("-")) <= set(x["metadata"]["source_outlets"] or [""])
    }
    assert wrong == {}
