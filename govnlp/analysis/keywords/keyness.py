"""Keyness: the terms that set one text apart from others, with effect and uncertainty."""

from functools import lru_cache

import numpy as np
import pandas as pd

from govnlp.notes import Note, joined
from govnlp.words.association import g2, log10_p, p_value
from govnlp.words.dictionaries import shipped_by_jieba
from govnlp.words.dispersion import dispersion
from govnlp.words.matrix import TermMatrix

FEWEST = 8  # units on each side below which no permutation test is made
TOGETHER = 20  # random divisions that are counted in one product
Z = 1.959963984540054


@lru_cache(maxsize=1)
def _background():
    """Counts of jieba's dictionary, as a frequency list."""
    text = shipped_by_jieba("dict.txt").read_text(encoding="utf-8")
    return {word: int(n) for word, n, *_ in (line.split(" ") for line in text.splitlines() if line)}


def keyness(terms, target, reference=None, *, min_count=1, max_dp=1.0, permutations=199, random_state=0):
    """Compare the terms of some units with those of others.

    Parameters
    ----------
    terms : TermMatrix
    target : mask over the units, doc_id or list of doc_id
    reference : None, TermMatrix, dict, DataFrame or "background"
        None: all other units; a frequency list as dict or as a table with term and n; "background": the
        counts of jieba's dictionary (60 million tokens of mixed text).
    min_count : int
        Least count in target and reference together; only terms that reach it are tested.
    max_dp : float
        Dispersion gate: leave out terms whose dp is larger.
    permutations : int
        Random divisions of the units for `p_permutation`; 0 for none.
    random_state : int

    Returns
    -------
    DataFrame
        One row per term: term, n_target, n_reference, per_10k_target, per_10k_reference, log_ratio (shrunken,
        log2), ci_low, ci_high (95 %), g2 (positive: more frequent in the target), p, log10_p, q, dp (in the
        target; in the reference for terms that only it has), n_units (units with the term), single_unit,
        p_permutation (NA with fewer than eight units on a side). Terms of a single unit come last; else by
        g2, then term. ``attrs["note"]`` says how many terms were tested and on what.

    Notes
    -----
    G2: Dunning (1993), Rayson & Garside (2000); q: Benjamini & Hochberg (1995) over all tested terms.
    log_ratio: log odds ratio with an informative Dirichlet prior (Monroe, Colaresi & Quinn 2008), in
    proportion to the frequencies of both sides together and worth a tenth of the smaller side's tokens. The
    tokens of a text are not independent, so that G2 and p overstate (Lijffijt et al. 2016); the permutation p
    asks the same of whole units, two-sided.

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
    mine = terms.subset(mask)
    if reference is None:
        if mask.all():
            raise ValueError("the target is the whole corpus; give another reference, such as 'background'")
        other = terms.subset(~mask)
    else:
        other = reference
    table, n1, n2, pooled = _counts(mine, other)
    table = table[table["n_target"] + table["n_reference"] >= max(1, min_count)].reset_index(drop=True)
    a, b = table["n_target"].to_numpy(dtype=float), table["n_reference"].to_numpy(dtype=float)
    table["per_10k_target"], table["per_10k_reference"] = a / n1 * 1e4, b / n2 * 1e4
    effect, error = log_odds(a, b, n1, n2)
    table["log_ratio"] = effect
    table["ci_low"], table["ci_high"] = effect - Z * error, effect + Z * error
    table["g2"] = g2(a, b, n1 - a, n2 - b)
    logs = log10_p(table["g2"].to_numpy())
    table["p"], table["log10_p"], table["q"] = p_value(logs), logs, adjust(p_value(logs))
    table["dp"] = _dp(table, mine, other)
    pooled = pooled if pooled is not None else mine
    units = np.bincount(pooled.counts.indices, minlength=len(pooled.terms))
    table["n_units"] = table["term"].map(dict(zip(pooled.terms, units, strict=True))).fillna(0).astype(int)
    table["single_unit"] = table["n_units"] == 1
    sides = (mine.shape[0], other.shape[0] if isinstance(other, TermMatrix) else 0)
    table["p_permutation"] = np.nan
    if permutations and min(sides) >= FEWEST:
        table["p_permutation"] = _permute(
            pooled, sides[0], table["term"].tolist(), permutations, random_state
        )
    tested = len(table)
    table = table[table["dp"] <= max_dp]
    table = table.sort_values(["single_unit", "g2", "term"], ascending=[True, False, True], ignore_index=True)
    tested, few = Note("terms_tested", n=tested), min(sides) < FEWEST
    sizes = Note("two_sides", target=n1, reference=n2)
    table.attrs["note"] = joined(sizes, tested, Note("few_units") if few else None)
    return table


def _counts(mine, other):
    """Counts of both sides by term, their tokens, and one matrix of all units, if there are units."""
    pooled = None
    if isinstance(other, TermMatrix):
        pooled, n2 = _stack(mine, other), other.n_tokens
        sides = pooled.counts[: mine.shape[0]], pooled.counts[mine.shape[0] :]
        names, (left, right) = pooled.terms, (np.asarray(side.sum(axis=0)).ravel() for side in sides)
    else:
        if isinstance(other, str):
            if other != "background":
                raise ValueError(
                    f"unknown reference {other!r}; one of: background, a TermMatrix, a frequency list"
                )
            other = _background()
        listed = pd.Series(other) if isinstance(other, dict) else other.groupby("term")["n"].sum()
        names, left, n2 = mine.terms, mine.totals(), int(listed.sum())
        # the list's other words are not what was asked
        right = listed.reindex(names, fill_value=0).to_numpy()
    table = pd.DataFrame({"term": names, "n_target": left, "n_reference": right})
    table = table.astype({"n_target": int, "n_reference": int})
    if not n2 or not mine.n_tokens:
        raise ValueError("target or reference has no tokens")
    return table, mine.n_tokens, n2, pooled


def _stack(mine, other):
    """Units of both sides under one vocabulary."""
    from scipy.sparse import csr_array, vstack

    same = mine.terms is other.terms  # two parts of one matrix
    names = mine.terms if same else np.array(sorted({*mine.terms, *other.terms}), dtype=object)
    column, parts = {name: i for i, name in enumerate(names)}, []
    for side in (mine, other):
        known = np.arange(len(names)) if same else np.array([column[t] for t in side.terms], dtype=np.int64)
        shape = (side.shape[0], len(names))
        parts.append(
            csr_array((side.counts.data, known[side.counts.indices], side.counts.indptr), shape=shape)
        )
    units = pd.concat([mine.units, other.units], ignore_index=True)
    return TermMatrix(csr_array(vstack(parts)), names, units)


def log_odds(a, b, n1, n2):
    """Shrunken log2 odds ratio and its standard error (Monroe, Colaresi & Quinn 2008, eqs. 15-19)."""
    weight = min(n1, n2) / 10
    prior = weight * (a + b) / (n1 + n2)
    with np.errstate(divide="ignore"):
        rest1 = np.maximum(n1 + weight - a - prior, 1e-9)
        rest2 = np.maximum(n2 + weight - b - prior, 1e-9)
        effect = np.log((a + prior) / rest1) - np.log((b + prior) / rest2)
        error = np.sqrt(1 / (a + prior) + 1 / (b + prior))
    return effect / np.log(2), error / np.log(2)


def adjust(p):
    """Benjamini & Hochberg's (1995) q-values."""
    from scipy.stats import false_discovery_control

    return false_discovery_control(p) if len(p) else np.asarray(p)


def _dp(table, mine, other):
    """Dispersion in the target; in the reference for terms that the target lacks."""
    dp = table["term"].map(dispersion(mine).set_index("term")["dp"])
    if isinstance(other, TermMatrix):
        dp = dp.fillna(table["term"].map(dispersion(other).set_index("term")["dp"]))
    return dp.fillna(1.0)


def _permute(pooled, n_target, names, permutations, random_state):
    """Share of random divisions of the units with a difference of rates as large as observed."""
    rng = np.random.default_rng(random_state)
    sizes = pooled.units["n_tokens"].to_numpy(dtype=float)
    column = {term: i for i, term in enumerate(pooled.terms)}
    counts = pooled.counts[:, [column[name] for name in names]].T.tocsr()
    totals = np.asarray(counts.sum(axis=1), dtype=float).reshape(-1, 1)

    def differences(divisions):
        """Absolute differences of rates, a row per term, a column per division of the units."""
        members = np.zeros((len(sizes), len(divisions)))
        for i, rows in enumerate(divisions):
            members[rows, i] = 1
        inside, tokens = counts @ members, sizes @ members
        return np.abs(
            inside / np.maximum(1, tokens) - (totals - inside) / np.maximum(1, sizes.sum() - tokens)
        )

    observed, hits = differences([np.arange(n_target)]), np.zeros(len(totals))
    for done in range(0, permutations, TOGETHER):
        some = [rng.permutation(len(sizes))[:n_target] for _ in range(min(TOGETHER, permutations - done))]
        hits += (differences(some) >= observed * (1 - 1e-12)).sum(axis=1)
    return (hits + 1) / (permutations + 1)
