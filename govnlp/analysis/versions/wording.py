"""Phrases and themes of two versions: what is new, what is gone, and what came back after years."""

import pandas as pd

COLUMNS = ["phrase", "kind", "change", "n_older", "n_newer", "last_year", "expansion"]
ORDER = ("new", "back", "gone", "kept")


def compare_phrases(a, b, corpus=None):
    """Abbreviations, coined terms and slogans of two versions.

    A phrase is found by its form in either version and counted in both, so that one that lost its quotation marks is
    kept, not gone.

    Parameters
    ----------
    a, b : Corpus
        The earlier and the later version, of one document each.
    corpus : Corpus, optional
        Where else to look: a phrase that the earlier version lacks is back when a still earlier document of the same
        place and genre has it.

    Returns
    -------
    DataFrame
        phrase, kind (as in `extract_phrases`), change (new, back, gone, kept), n_older, n_newer (occurrences),
        last_year (of the document before `a` that had it last, NA unless back), expansion (list of members, or None);
        in the order new, back, gone, kept, within it the most frequent first.

    Examples
    --------
    >>> from govnlp import parse_text
    >>> versions = parse_text("干部争当“店小二”。"), parse_text("推进“最多跑一次”，干部仍是店小二。")
    >>> compare_phrases(*versions)[["phrase", "change"]].values.tolist()
    [['最多跑一次', 'new'], ['店小二', 'kept']]
    """
    from govnlp.analysis.phrases.extracting import extract_phrases, occurring_texts

    texts = ["\n".join(occurring_texts(version).values()) for version in (a, b)]
    found = pd.concat([extract_phrases(version) for version in (b, a)]).drop_duplicates("phrase")
    before = _earlier(corpus, a)
    rows = []
    for row in found.itertuples():
        older, newer = (text.count(row.phrase) for text in texts)
        years = [year for year, text in before if row.phrase in text] if not older else []
        change = "gone" if not newer else "kept" if older else "back" if years else "new"
        rows.append((row.phrase, row.kind, change, older, newer, max(years, default=None), row.expansion))
    table = pd.DataFrame(rows, columns=COLUMNS).astype({"last_year": "Int64"})
    table = table.assign(place=table["change"].map(ORDER.index), n=table["n_older"] + table["n_newer"])
    table = table.sort_values(["place", "n", "phrase"], ascending=[True, False, True], kind="stable")
    return table[COLUMNS].reset_index(drop=True)


def _earlier(corpus, version):
    """Year and text of the documents of the same place and genre before a version."""
    from govnlp.analysis.phrases.extracting import occurring_texts

    if corpus is None or version.documents.empty:
        return []
    own, others = version.documents.iloc[0], corpus.documents
    if pd.isna(own["year"]):
        return []
    same = others["genre"].eq(own["genre"]) & others["year"].lt(own["year"]).fillna(False)
    for column in ("place", "region"):
        same &= others[column].isna() if pd.isna(own[column]) else others[column].eq(own[column])
    texts = occurring_texts(corpus)
    kept = others.loc[same.astype(bool), ["doc_id", "year"]].itertuples(index=False)
    return [(int(year), texts[doc_id]) for doc_id, year in kept if doc_id in texts]


def themes_gained(a, b, themes=None):
    """Policy themes whose share of the text differs between two versions.

    Parameters
    ----------
    a, b : Corpus
        The earlier and the later version, of one document each.
    themes : DataFrame, optional
        From `read_themes`; the shipped policy themes unless given.

    Returns
    -------
    DataFrame
        theme, share_older, share_newer (of the characters, 0 to 1), difference (later minus earlier), ci_low, ci_high
        (95 %, Newcombe 1998; NA where a version has fewer than eight blocks), change (gained or lost where the
        interval leaves out zero, else None); the largest difference first. Empty where a version has no text.

    Examples
    --------
    >>> from govnlp import parse_text
    >>> versions = parse_text("大力招商引资。", "a"), parse_text("疫情防控有力。", "b")
    >>> table = themes_gained(*versions)
    >>> table.loc[table["theme"].eq("疫情防控"), ["share_older", "share_newer", "change"]].values.tolist()
    [[0.0, 1.0, None]]
    """
    from govnlp.analysis.themes.profile import compare_themes
    from govnlp.analysis.themes.scores import score_themes

    columns = ["theme", "share_older", "share_newer", "difference", "ci_low", "ci_high"]
    scores = [score_themes(version, themes) for version in (a, b)]
    if any(table.empty for table in scores):
        return pd.DataFrame(columns=[*columns, "change"])
    # two versions of one file name have the same doc_id
    marked = pd.concat([table.assign(doc_id=side) for side, table in zip("ab", scores, strict=True)])
    marked.attrs = scores[0].attrs
    table = compare_themes(marked.reset_index(drop=True), "b", "a")
    table = table.rename(columns={"share_a": "share_newer", "share_b": "share_older"})
    ends = zip(table["ci_low"].fillna(-1), table["ci_high"].fillna(1), strict=True)
    change = ["gained" if low > 0 else "lost" if high < 0 else None for low, high in ends]
    return table[columns].assign(change=pd.Series(change, table.index, dtype=object))
