"""The sample of changes against its key, which was written with it."""

import csv
from pathlib import Path

import pandas as pd
import pytest

import govnlp as gn

SAMPLE = Path(__file__).parents[2] / "data" / "sample_changes"


def key(name):
    with (SAMPLE / "answers" / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="module")
def corpus():
    return gn.read_corpus(SAMPLE)


def test_no_file_is_left_unread(corpus):
    assert len(corpus.documents) == 10
    assert corpus.problems.empty


def test_changes(corpus):
    for row in key("changes"):
        table = gn.compare_versions(*gn.version_pair(corpus, row["doc_a"], row["doc_b"]))
        texts = table["text_b"].fillna(table["text_a"])
        assert table[texts.str.contains(row["words"], regex=False)]["change"].tolist() == [row["change"]], row


def test_targets(corpus):
    for row in key("targets"):
        pair = gn.version_pair(corpus, *(f"{year}-{row['district']}-工作报告" for year in (2021, 2022)))
        table = gn.compare_targets(*(gn.extract_indicators(part) for part in pair))
        found = table[table["name"].str.contains(row["words"])]
        assert found["change"].tolist() == [row["change"]] and found["result"].tolist() == [
            row["result"] or None
        ], row


def test_citations(corpus):
    table = gn.extract_citations(corpus)
    for row in key("citations"):
        found = table[table["doc_id"].eq(row["doc_id"]) & table["title"].eq(row["title"])]
        assert row["target_doc"] in found["target_doc"].fillna("").tolist(), row
        assert row["relation"] in found["relation"].tolist(), row
        assert not row["rank"] or found["rank"].tolist() == [int(row["rank"])], row


def test_duties(corpus):
    table = gn.extract_duties(corpus)
    for row in key("duties"):
        found = table[
            table["doc_id"].eq(row["doc_id"]) & table["action"].str.contains(row["words"], regex=False)
        ]
        assert found["bearer"].tolist() == [row["bearer"]], row
        assert found["supporting"].fillna("").tolist() == [row["support"]], row
        days = found["deadline"].map(lambda day: "" if pd.isna(day) else f"{day:%Y-%m-%d}").tolist()
        assert days == [row["deadline"]], row
