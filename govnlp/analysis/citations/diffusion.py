"""Whose words are taken over, and after how long."""

import pandas as pd

from govnlp.arguments import SOME, gives, takes
from govnlp.notes import Note

COLUMNS = [
    "doc_earlier", "doc_later", "date_earlier", "date_later", "days", "similarity", "text_earlier", "text_later",
]  # fmt: skip


@takes(corpus="Corpus", min_similarity=SOME)
@gives(str="doc_earlier doc_later date_earlier date_later text_earlier text_later", float64="similarity")
def diffusion(corpus, min_similarity=0.3):
    """Passages that a document shares with an earlier one.

    Formulae that many documents have count little, as in `find_reuse`. Direction comes from dates alone: where they
    agree as far as they go, or one is missing, a passage is left out, and the note says how many were.

    Parameters
    ----------
    corpus : Corpus
    min_similarity : float
        As for `find_reuse`.

    Returns
    -------
    DataFrame
        A row per passage and the earliest document that has it: doc_earlier, doc_later, date_earlier, date_later (day
        or year), days (between the two; NA where one is a year), similarity (0 to 1), text_earlier, text_later; most
        similar first. ``attrs["note"]`` counts passages without direction.

    Examples
    --------
    >>> from govnlp import read_table
    >>> import tempfile, pathlib
    >>> text = "坚持把河道清淤作为民生工程,全年清理河道一百余里。"
    >>> rows = pd.DataFrame({"text": [text, text], "title": ["甲", "乙"], "date": ["2021-03-01", "2021-03-11"]})
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     path = pathlib.Path(folder, "x.csv")
    ...     rows.to_csv(path, index=False)
    ...     table = diffusion(read_table(path, text="text", title="title", date="date"))
    >>> table["days"].tolist()
    [10]
    """
    from govnlp.analysis.versions.reuse import date_reuse, find_reuse

    units = corpus.units("paragraph")
    dated = date_reuse(find_reuse(units, min_similarity), units, _dated(corpus.documents))
    dated = dated[dated["doc_a"] != dated["doc_b"]]
    directed = dated[dated["earlier"].notna()]
    rows = [_row(pair) for pair in directed.to_dict("records")]
    table = pd.DataFrame(rows, columns=[*COLUMNS, "unit"])
    table = table.sort_values(["unit", "date_earlier", "doc_earlier"], kind="stable").drop_duplicates("unit")
    table = table.sort_values(
        ["similarity", "doc_later", "unit"], ascending=[False, True, True], kind="stable"
    )
    table = table[COLUMNS].astype({"days": "Int64"}).reset_index(drop=True)
    table.attrs["note"] = Note("without_direction", n=len(dated) - len(directed))
    return table


def _dated(documents):
    """Documents whose day is that of signing, else that of publication."""
    signed = pd.to_datetime(documents["signed"], errors="coerce")
    return documents.assign(published=signed.fillna(documents["published"]))


def _row(pair):
    first, second = ("a", "b") if pair["earlier"] == "a" else ("b", "a")
    dates = [pair[f"date_{side}"] for side in (first, second)]
    days = (pd.Timestamp(dates[1]) - pd.Timestamp(dates[0])).days if min(map(len, dates)) == 10 else pd.NA
    docs, texts = ([pair[f"{key}_{side}"] for side in (first, second)] for key in ("doc", "text"))
    return [*docs, *dates, days, pair["similarity"], *texts, pair[f"unit_{second}"]]


def diffusion_matrix(table, documents, by="region"):
    """How many passages went from one place, or genre, to another.

    Parameters
    ----------
    table : DataFrame
        From `diffusion`.
    documents : DataFrame
        ``corpus.documents``.
    by : str
        Column of `documents`, such as region, genre or issuer.

    Returns
    -------
    DataFrame
        source, target (values of `by`), n (passages), days (median, NA where no pair has days); most passages first.
    """
    value = documents.set_index("doc_id")[by]
    named = table.assign(source=table["doc_earlier"].map(value), target=table["doc_later"].map(value))
    groups = named.dropna(subset=["source", "target"]).groupby(["source", "target"])
    counts = groups.agg(n=("similarity", "size"), days=("days", "median")).reset_index()
    return counts.sort_values(["n", "source", "target"], ascending=[False, True, True]).reset_index(drop=True)
