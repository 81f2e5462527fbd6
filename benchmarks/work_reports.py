"""Counts of official work reports, which the package ships: python -m benchmarks.work_reports FOLDER

FOLDER holds national_reports/ and local_reports/ with their texts and expected.jsonl (level, region, year). Counts
alone are written: a row per report, a column per term that occurs twice in all, and one for each phrase of the lexicon,
found or not.
"""

import json
import sys
from pathlib import Path

import numpy as np
import pandas as pd

import govnlp as gn
from govnlp.lexicons import lexicon_path
from govnlp.words.dictionaries import read_lexicon

LEAST = 2  # occurrences in all reports; half of all terms occur once, most of them names
LEVELS = ("country", "province", "city", "district")
SOURCES = {
    ("country", None): "aldohemsn/chinese-political-corpora",
    ("province", 2025): "alexzhu0/government_report_rag (MIT)",
    ("city", 2024): "JiangGufan/digital-governance (MIT)",
}
PORTAL = "portal of the government"


def reports(folder):
    """Path, level, region and year of every report, in the order of levels, years and names."""
    rows = []
    for part in ("national_reports", "local_reports"):
        with open(folder / part / "expected.jsonl", encoding="utf-8") as lines:
            for row in map(json.loads, lines):
                path = folder / part / (row.get("txt") or row.get("file"))
                level = row.get("level", "country")
                region = row.get("region") if level != "country" else "全国"
                rows.append((path, level, region, row["year"]))
    table = pd.DataFrame(rows, columns=["path", "level", "region", "year"])
    table["order"] = table["level"].map(LEVELS.index)
    return table.sort_values(["order", "year", "path"], ignore_index=True).drop(columns="order")


def count(table):
    """One matrix of all reports, without text and without paths."""
    from scipy.sparse import csr_array

    corpus = gn.read_corpus(table["path"].tolist())
    known = table.assign(doc_id=[path.stem for path in table["path"]])
    documents = corpus.documents[["doc_id"]].merge(known.drop(columns="path"), on="doc_id")
    counted = gn.count_terms(corpus.units("document"), stopwords=None)
    phrases = set(read_lexicon()["term"])
    kept = np.flatnonzero((counted.totals() >= LEAST) | np.isin(counted.terms, list(phrases)))
    names = sorted({*counted.terms[kept], *phrases})
    column = {name: i for i, name in enumerate(names)}
    found = counted.counts[:, kept].tocoo()
    places = np.array([column[name] for name in counted.terms[kept]])[found.coords[1]]
    counts = csr_array((found.data, (found.coords[0], places)), shape=(len(documents), len(names)))
    units = counted.units[["unit_id", "doc_id", "n_tokens"]]
    documents["source"] = [
        SOURCES.get((level, year), SOURCES.get((level, None), PORTAL))
        for level, year in zip(documents["level"], documents["year"], strict=True)
    ]
    note = counted.note | {
        "units": "report",
        "govnlp": gn.__version__,
        "least": LEAST,
        "licence": "counts of official documents, outside copyright (Copyright Law of the PRC, Art. 5)",
    }
    return gn.TermMatrix(counts, np.array(names, dtype=object), units, documents, note)


def main():
    """Count, write and say what was counted."""
    matrix = count(reports(Path(sys.argv[1])))
    path = matrix.save(
        sys.argv[2] if len(sys.argv) > 2 else lexicon_path("policy.csv").with_name("work_reports.zip")
    )
    print(matrix.describe())
    print(matrix.documents.groupby("level", sort=False)["year"].agg(["min", "max", "size"]).to_string())
    print(f"{path}: {path.stat().st_size / 1e6:.2f} MB")


if __name__ == "__main__":
    main()
