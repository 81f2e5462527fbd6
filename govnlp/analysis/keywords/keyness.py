"""Keyness: the terms that set one text apart from others, with effect and uncertainty."""

import numpy as np
import pandas as pd

from govnlp.analysis.keywords.rates import FEWEST, Side, rate_ratio, side_of
from govnlp.analysis.keywords.references import not_held, read_reference
from govnlp.arguments import SHARE, takes, whole
from govnlp.notes import Mistake, Note, joined
from govnlp.words.association import g2
from govnlp.words.dispersion import dispersion
from govnlp.words.matrix import TermMatrix

TESTED = 5  # occurrences on both sides together; fewer can't tell a difference from a burst
ALPHA = 0.05  # share of false ones that is put up with among the supported terms


@takes(terms="TermMatrix", min_count=whole(0), max_dp=SHARE)
def keyness(terms, target, reference=None, *, min_count=1, max_dp=1.0):
    """Compare the terms of some units with those of others.

    Parameters
    ----------
    terms : TermMatrix
    target : mask over the units, doc_id or list of doc_id
    reference : None, TermMatrix, dict, DataFrame, "work_reports" or "background"
        None: all other units; "work_reports": the genre, see `work_reports`; a frequency list as dict or as a table
        with term and n; "background": the counts of jieba's dictionary (60 million tokens of mixed text).
    min_count : int
        Least count in target and reference together.
    max_dp : float
        Dispersion gate: leave out terms whose dp is larger.

    Returns
    -------
    DataFrame
        One row per term: term, n_target, n_reference, per_10k_target, per_10k_reference, log_ratio (log2 ratio of the
        rates: 1 is twice as often; finite where one side has none, and larger the more the other has), ci_low, ci_high
        (95 %), g2 (positive: more frequent in the target), p, q (NA for fewer than five occurrences or eight units on
        a side), supported (q under 0.05, an interval without 0, and more than one unit), dp (in the target; in the
        reference for terms that only it has), n_units (units with the term), single_unit. A term that the reference
        can't hold (a phrase, against a list of words) has NA for whatever needs its count. Terms of a single unit come
        last; else by g2, then term. ``attrs["note"]`` says what was compared over which units, and how many terms
        were tested.

    Raises
    ------
    ValueError
        The target has no unit or all of them, a side has no tokens, or the reference is unknown.

    Notes
    -----
    G2: Dunning (1993), Rayson & Garside (2000). It takes tokens as independent, which those of a text are not (Lijffijt
    et al. 2016), so that interval and p are those of counts divided by the design effect of each term (Rao & Scott
    1992): the variance of its counts over the units, over that of independent tokens. The units of a side are its
    documents where there are eight, else its rows. q: Benjamini & Hochberg (1995) over the tested terms.

    Examples
    --------
    >>> from govnlp import count_terms
    >>> terms = count_terms(["优化营商环境，服务企业", "企业多", "防汛抗旱", "防汛值守"])
    >>> table = keyness(terms, target=["0", "1"])
    >>> table[["term", "n_target", "n_reference"]].head(1).values.tolist()
    [['企业', 2, 0]]
    """
    mask = terms.mask(target)
    if not mask.any():
        raise ValueError(Note("no_target"))
    if reference is None and mask.all():
        raise ValueError(Mistake("target_is_all"))
    mine = terms.subset(mask)
    other = terms.subset(~mask) if reference is None else read_reference(reference)
    names, sides = _sides(mine, other)
    if not (sides[0].tokens and sides[1].tokens):
        raise ValueError(Mistake("side_without_tokens"))
    if reference is not None:
        sides[1].n[not_held(names, mine, reference, other)] = np.nan
    table = _table(names, *sides)
    table = table[table["n_target"] + table["n_reference"].fillna(0) >= max(1, min_count)]
    tested = int(table["p"].notna().sum())
    table["q"] = adjust(table["p"])
    matrices = [side for side in (mine, other) if isinstance(side, TermMatrix)]
    for column, values in (("dp", _dispersions(matrices)), ("n_units", _numbers_of_units(matrices))):
        table[column] = table["term"].map(values)
    table["single_unit"] = table["n_units"] == 1
    apart = table["ci_low"].gt(0) | table["ci_high"].lt(0)
    table["supported"] = (table["q"] < ALPHA) & apart & ~table["single_unit"]
    table = table[table["dp"] <= max_dp]
    table = table.sort_values(["single_unit", "g2", "term"], ascending=[True, False, True], ignore_index=True)
    table.attrs["note"] = _note(sides, tested, int(table["n_reference"].isna().sum()))
    return table


def _sides(mine, other):
    """Terms of both matrices, or of the target where the reference is a list; and the two sides."""
    if not isinstance(other, TermMatrix):
        n = other.reindex(mine.terms, fill_value=0).to_numpy(dtype=float)
        listed = Side(n, np.zeros(len(n)), float(other.sum()), 0, "none")
        return mine.terms, (side_of(mine, np.arange(len(n))), listed)
    if mine.terms is other.terms:  # two parts of one matrix
        every = np.arange(len(mine.terms))
        return mine.terms, (side_of(mine, every), side_of(other, every))
    names = np.array(sorted({*mine.terms, *other.terms}), dtype=object)
    places = [{term: i for i, term in enumerate(side.terms)} for side in (mine, other)]
    columns = [np.array([place.get(name, -1) for name in names], dtype=int) for place in places]
    return names, (side_of(mine, columns[0]), side_of(other, columns[1]))


def _table(names, target, reference):
    """Counts, rates, effects, G2 and p of every term that occurs."""
    a, b = target.n, reference.n
    effect, low, high, p = rate_ratio(target, reference)
    testable = (a + b >= TESTED) & (min(target.units, reference.units) >= FEWEST)
    table = pd.DataFrame(
        {
            "term": names,
            "n_target": a.astype(int),
            "n_reference": b if np.isnan(b).any() else b.astype(int),
            "per_10k_target": a / target.tokens * 1e4,
            "per_10k_reference": b / reference.tokens * 1e4,
            "log_ratio": effect,
            "ci_low": low,
            "ci_high": high,
            "g2": g2(a, b, target.tokens - a, reference.tokens - b),
            "p": np.where(testable, p, np.nan),
        }
    )
    return table.astype({"n_reference": "Int64"}) if np.isnan(b).any() else table


def adjust(p):
    """Benjamini & Hochberg's (1995) q-values of the p that are known.

    >>> adjust(pd.Series([0.01, np.nan, 0.04])).round(3).tolist()
    [0.02, nan, 0.04]
    """
    from scipy.stats import false_discovery_control

    known = p.notna()
    q = pd.Series(np.nan, p.index)
    if known.any():
        q[known] = false_discovery_control(p[known])
    return q


def _dispersions(matrices):
    """dp of each term in the first matrix that has it."""
    found = [dispersion(matrix).set_index("term")["dp"] for matrix in matrices]
    return pd.concat(found).groupby(level=0, sort=False).first()


def _numbers_of_units(matrices):
    """In how many rows of the matrices each term occurs."""
    found = [
        pd.Series(np.bincount(matrix.counts.indices, minlength=len(matrix.terms)), matrix.terms)
        for matrix in matrices
    ]
    return pd.concat(found).groupby(level=0, sort=False).sum()


def _note(sides, tested, unknown):
    """The footnote: tokens and units of both sides, terms tested, and what could not be."""
    target, reference = sides
    few = min(target.units, reference.units) < FEWEST
    return joined(
        Note("two_sides", target=int(target.tokens), reference=int(reference.tokens)),
        Note("variance_over", target=target.units, reference=reference.units),
        Note("terms_tested", n=tested),
        Note("few_units") if few else None,
        Note("not_held", n=unknown) if unknown else None,
    )
