"""How long a phrase lives: its rate in each year, with intervals."""

import pandas as pd

from govnlp.analysis.phrases.extracting import occurrences, occurring_texts
from govnlp.arguments import TEXTS, gives, takes


@takes(corpus="Corpus", phrases=TEXTS)
@gives(str="phrase", int64="year n n_documents n_chars", float64="per_10k ci_low ci_high")
def phrase_life(corpus, phrases, documents=None):
    """Occurrences of phrases by year of the document.

    Parameters
    ----------
    corpus : Corpus
    phrases : list of str
        Searched in content and headings, as `extract_phrases` counts them.
    documents : list of str, optional
        doc_id of those to look at, all by default.

    Returns
    -------
    DataFrame
        One row per phrase and year of the corpus: phrase, year, n, n_documents (with the phrase), n_chars (of that
        year's text), per_10k (occurrences in 10,000 characters), ci_low, ci_high (95 %, of the rate).
        Documents without a year are left out.

    Notes
    -----
    Exact intervals of a Poisson count (Garwood 1936). Occurrences in one document are not independent, so that the
    intervals are rather too short than too long.

    Examples
    --------
    >>> from govnlp import parse_text
    >>> corpus = parse_text("2021年1月5日\\n\\n推进四水共治，四水共治见成效。")
    >>> corpus.documents["year"] = 2021
    >>> phrase_life(corpus, ["四水共治"])[["phrase", "year", "n"]].values.tolist()
    [['四水共治', 2021, 2]]
    """
    from scipy.stats import chi2

    texts = occurring_texts(corpus)
    dated = corpus.documents.dropna(subset=["year"])
    dated = dated[dated["doc_id"].isin(texts if documents is None else texts.keys() & set(documents))]
    counts = occurrences(phrases, texts)
    sizes = dated["doc_id"].map(lambda x: len(texts[x]) - texts[x].count("\n"))  # blocks are joined by breaks
    sizes = sizes.groupby(dated["year"]).sum()
    of_year = dated.groupby("year")["doc_id"].agg(list)
    rows = []
    for phrase, by_document in counts.items():
        for year, ids in of_year.items():
            found = [by_document[doc_id] for doc_id in ids if doc_id in by_document]
            rows.append((phrase, int(year), sum(found), len(found), int(sizes[year])))
    table = pd.DataFrame(rows, columns=["phrase", "year", "n", "n_documents", "n_chars"])
    scale = 10_000 / table["n_chars"].clip(lower=1)
    table["per_10k"] = table["n"] * scale
    table["ci_low"] = pd.Series(chi2.ppf(0.025, 2 * table["n"]) / 2, table.index).fillna(0.0) * scale
    table["ci_high"] = chi2.ppf(0.975, 2 * table["n"] + 2) / 2 * scale
    return table
