"""Several TermMatrices as one: unit below unit, or the units of all summed by a column."""

from dataclasses import replace

from govnlp.documents.caching import stack
from govnlp.words.counting import merge
from govnlp.words.matrix import TermMatrix

MANY = 500_000  # counts that are read before they are summed


def stack_terms(parts):
    """One TermMatrix of several, unit below unit.

    Parameters
    ----------
    parts : iterable of TermMatrix
        Each is given up when its counts are taken over; documents are kept where all have them.

    Returns
    -------
    TermMatrix

    Examples
    --------
    >>> import govnlp as gn
    >>> some = stack_terms(gn.count_terms([text]) for text in ("营商环境", "优化营商环境"))
    >>> some.counts.toarray().tolist(), some.terms.tolist()
    ([[0, 1], [1, 1]], ['优化', '营商环境'])
    """
    units, documents, notes = [], [], []

    def results():
        for part in parts:
            units.append(part.units)
            documents.append(part.documents)
            notes.append(part.note)
            counts, n_tokens = part.counts, part.units["n_tokens"].to_numpy()
            rows = (counts.data, counts.indices, counts.indptr)
            yield None, part.terms.tolist(), rows, n_tokens, part.note.get("removed", {})

    counts, terms, _, removed = merge(results())
    known = None if any(x is None for x in documents) else stack(documents)
    return TermMatrix(counts, terms, stack(units), known, notes[0] | {"removed": removed})


def sum_terms(parts, by):
    """One TermMatrix of several that were grouped by the same column, with the sums of equal values.

    Parameters
    ----------
    parts : iterable of TermMatrix
        As `TermMatrix.group` gives them. In memory are the sums, and some `MANY` counts or twice the sums.
    by : str
        The column.

    Returns
    -------
    TermMatrix
        Equal to what `TermMatrix.group` makes of all units at once.

    Examples
    --------
    >>> import govnlp as gn
    >>> texts = ("营商环境", "优化营商环境")
    >>> sums = sum_terms((gn.count_terms([text]).group("doc_id") for text in texts), "doc_id")
    >>> sums.counts.toarray().tolist(), sums.units["n_units"].tolist()
    ([[1, 2]], [2])
    """
    some, size = [], 0  # the sums so far, and what came since
    for part in parts:
        some.append(part)
        size += part.counts.nnz
        if size > MANY + 2 * some[0].counts.nnz:
            some = [_sums(some, by)]
            size = some[0].counts.nnz
    return _sums(some, by)


def _sums(parts, by):
    stacked = stack_terms(parts)
    sizes = stacked.units.groupby(by, sort=False)["n_units"].sum()
    grouped = stacked.group(by)
    return replace(grouped, units=grouped.units.assign(n_units=sizes.to_numpy()))
