"""How much the ranking of terms depends on the segmenter and its lexicon."""

from itertools import combinations

import pandas as pd

from govnlp.words.frequency import frequency
from govnlp.words.terms import count_terms


def rank_terms(units, segmenters, *, top=50, stopwords="medium"):
    """Ranks of the headline terms under several segmenters.

    Parameters
    ----------
    units : DataFrame
    segmenters : dict of str to Segmenter
        By the name that the table shows.
    top : int
        Terms that are among this many first ones of any segmenter.
    stopwords : {"light", "medium", "strong"}, path or collection of str, optional

    Returns
    -------
    DataFrame
        One row per term and segmenter: segmenter, term, n, rank (after the last one where a segmenter never
        makes the term).

    Examples
    --------
    >>> from govnlp import Segmenter
    >>> units = pd.DataFrame({"text": ["优化营商环境", "营商环境好"]})
    >>> ranks = rank_terms(units, {"with": Segmenter(), "without": Segmenter(lexicon=False)})
    >>> ranks.query("term == '营商环境'")[["segmenter", "n"]].values.tolist()
    [['with', 2], ['without', 0]]
    """
    tables = {
        name: frequency(count_terms(units, segmenter=segmenter, stopwords=stopwords)).set_index("term")
        for name, segmenter in segmenters.items()
    }
    terms = sorted({term for table in tables.values() for term in table.index[:top]})
    rows = []
    for name, table in tables.items():
        some = table.reindex(terms)
        last = int(table["rank"].max()) + 1 if len(table) else 1
        n, rank = some["n"].fillna(0).astype(int), some["rank"].fillna(last).astype(int)
        rows.append(
            pd.DataFrame({"segmenter": name, "term": terms, "n": n.to_numpy(), "rank": rank.to_numpy()})
        )
    return pd.concat(rows, ignore_index=True)


def rank_agreement(ranks):
    """Kendall's tau between the rankings of `rank_terms`.

    Parameters
    ----------
    ranks : DataFrame
        segmenter, term, rank.

    Returns
    -------
    DataFrame
        One row per pair of segmenters: a, b, n_terms, tau (tau-b, 1 = same order).

    Examples
    --------
    >>> ranks = pd.DataFrame({"segmenter": list("aaabbb"), "term": list("xyzxyz")})
    >>> ranks["rank"] = [1, 2, 3, 1, 3, 2]
    >>> rank_agreement(ranks).round(3).values.tolist()
    [['a', 'b', 3, 0.333]]
    """
    from scipy.stats import kendalltau

    wide = ranks.pivot_table(index="term", columns="segmenter", values="rank")
    names = list(dict.fromkeys(ranks["segmenter"]))
    rows = [
        [a, b, len(wide), float(kendalltau(wide[a], wide[b]).statistic)] for a, b in combinations(names, 2)
    ]
    return pd.DataFrame(rows, columns=["a", "b", "n_terms", "tau"])
