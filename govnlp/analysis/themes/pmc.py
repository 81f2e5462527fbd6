"""The PMC index: how completely a policy covers a scheme of variables, and its surface."""

import pandas as pd

from govnlp.notes import Mistake, one_of

LEVELS = ((9, "perfect"), (7, "good"), (5, "acceptable"), (0, "low"))


def pmc_index(scores):
    """Policy modelling consistency index of policies.

    Every variable is the mean of its items, and the index the sum of the variables (Ruiz Estrada 2011, *Journal of
    Policy Modeling* 33: 523-536): $PMC = \\sum_i \\sum_j X_{ij} / T(X_i)$. All variables weigh the same, however many
    items they have.

    Parameters
    ----------
    scores : DataFrame
        A row per policy and item: policy, variable (X1, X2, ...), item, value (0 or 1: the policy has it).

    Returns
    -------
    DataFrame
        A row per policy: policy, a column per variable (0..1), both in order of first appearance; pmc (0 to the
        number of variables); level (of an index put on a scale to ten: perfect from 9, good from 7, acceptable
        from 5, else low).

    Raises
    ------
    ValueError
        A value that is not 0 or 1, an item that stands twice, or one that a policy lacks; the message names it.

    Examples
    --------
    >>> rows = [("甲", "X1", "a", 1), ("甲", "X1", "b", 0), ("甲", "X2", "c", 1)]
    >>> scores = pd.DataFrame(rows, columns=["policy", "variable", "item", "value"])
    >>> pmc_index(scores).to_numpy().tolist()
    [['甲', 0.5, 1.0, 1.5, 'good']]
    """
    missing = {"policy", "variable", "item", "value"} - set(scores.columns)
    if missing:
        raise ValueError(Mistake("pmc_no_column", name=sorted(missing)[0]))
    wrong = scores[~scores["value"].isin([0, 1])]
    if len(wrong):
        first = wrong.iloc[0]
        raise ValueError(Mistake("pmc_value", **first[["item", "policy", "value"]]))
    twice = scores[scores.duplicated(["policy", "variable", "item"])]
    if len(twice):
        raise ValueError(Mistake("pmc_twice", item=twice["item"].iloc[0], policy=twice["policy"].iloc[0]))
    wide = scores.pivot_table(index="policy", columns=["variable", "item"], values="value")
    gaps = wide.index[wide.isna().any(axis=1)]
    if len(gaps):
        raise ValueError(Mistake("pmc_gap", policy=gaps[0]))
    variables = list(dict.fromkeys(scores["variable"]))
    table = pd.DataFrame({variable: wide[variable].mean(axis=1) for variable in variables})
    table = table.loc[list(dict.fromkeys(scores["policy"]))]
    table["pmc"] = table[variables].sum(axis=1)
    table["level"] = [_level(10 * value / len(variables)) for value in table["pmc"]]
    return table.reset_index()


def _level(tenths):
    return next(name for least, name in LEVELS if round(tenths, 9) >= least)


def pmc_surface(index, policy):
    """The first nine variables of a policy as the 3 x 3 matrix that its surface is drawn from.

    Parameters
    ----------
    index : DataFrame
        From `pmc_index`.
    policy : object
        One of its policies.

    Returns
    -------
    array of float, 3 x 3
        X1 to X3 in the first row, then X4 to X6 and X7 to X9 (Ruiz Estrada 2011); a tenth variable, which is
        usually the same for all policies, is left out.

    Raises
    ------
    ValueError
        Fewer than nine variables.
    KeyError
        No such policy.
    """
    variables = [column for column in index.columns if column not in ("policy", "pmc", "level")]
    if len(variables) < 9:
        raise ValueError(Mistake("pmc_nine", n=len(variables)))
    row = index[index["policy"] == policy]
    if row.empty:
        raise KeyError(Mistake("no_policy", name=policy, known=one_of(index["policy"])))
    return row[variables[:9]].to_numpy(dtype=float).reshape(3, 3)
