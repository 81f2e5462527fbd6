"""Counts that can be handed on where the text may not."""

from govnlp.words.matrix import TermMatrix, count_terms

PRIVATE = ["path"]


def shareable_counts(units, *, min_tokens=10, **options):
    """Term counts per paragraph from which no sentence can be read.

    Parameters
    ----------
    units : DataFrame or Corpus
    min_tokens : int
        A unit with fewer tokens is added to its neighbour in the same document (the one before it; the first
        one to the one after it), since the words of a very short unit suggest their order.
    **options
        As for `count_terms`.

    Returns
    -------
    TermMatrix
        Without text and paths; terms sorted, so that word order is lost. A document that has fewer than
        `min_tokens` altogether is one unit. Save it with `TermMatrix.save`.

    Examples
    --------
    >>> import pandas as pd
    >>> texts = ["优化环境", "全市各级各部门都要为企业和群众提供更好的服务", "谢谢大家"]
    >>> units = pd.DataFrame({"unit_id": list("123"), "doc_id": "a", "text": texts})
    >>> shareable_counts(units).units["unit_id"].tolist()
    ['2']
    """
    terms = count_terms(units, **options)
    sizes = terms.units["n_tokens"].to_numpy()
    head = list(range(len(sizes)))  # the unit that each one is merged into
    for rows in terms.units.groupby("doc_id", sort=False).indices.values():
        long = set(rows[sizes[rows] >= min_tokens].tolist()) or {int(rows[sizes[rows].argmax()])}
        before = min(long)
        for i in rows.tolist():
            before = i if i in long else before
            head[i] = before
    merged = terms.group(head)
    units = terms.units.loc[merged.units["group"]].reset_index(drop=True)
    units = units.assign(n_tokens=merged.units["n_tokens"])
    documents = None if terms.documents is None else terms.documents.drop(columns=PRIVATE, errors="ignore")
    note = terms.note | {
        "merged": f"units of under {min_tokens} tokens with a neighbour of the same document"
    }
    return TermMatrix(merged.counts, merged.terms, units, documents, note)
