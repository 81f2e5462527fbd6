"""Themes of documents, sections, districts or years: shares with intervals, differences, co-occurrence."""

import numpy as np
import pandas as pd

from govnlp.analysis.bootstrap import resampled_sums

DRAWS = 2000


def theme_profile(
    scores, by="doc_id", *, documents=None, threshold=1.0, n_draws=DRAWS, level=0.95, random_state=0
):
    """Share of the text that each theme has, with bootstrap intervals.

    A block belongs to every theme whose score reaches the threshold, so that shares may add to more than
    one. The interval is a percentile bootstrap over blocks within articles (Efron & Tibshirani 1993): it
    says how much the share depends on which paragraphs stand in the text, not whether the lexicon is right.

    Parameters
    ----------
    scores : DataFrame
        From `score_themes`, with its rows of blocks without a theme.
    by : str or list of str
        Column of the scores (doc_id, section) or of `documents` (region, year).
    documents : DataFrame, optional
        ``corpus.documents``, where `by` is one of its columns.
    threshold : float
        Least score (weight per 100 characters) with which a block belongs to a theme.
    n_draws : int
        Bootstrap samples.
    level : float
        Coverage of the interval.
    random_state : int

    Returns
    -------
    DataFrame
        A row per group and theme of the scores: the columns of `by`, theme, share (0..1 of the characters),
        ci_low, ci_high (NA with fewer than two blocks), n_blocks (of the theme), uncovered (share of the
        characters in no theme's block). Groups in order of first appearance.

    Examples
    --------
    >>> from govnlp import parse_text, score_themes
    >>> scores = score_themes(parse_text("青槐区优化营商环境，大力招商引资，企业来。\\n\\n溪边柳绿。", "a"))
    >>> profile = theme_profile(scores)
    >>> profile.loc[0, "theme"], float(profile.loc[0, "share"].round(2)), float(profile.loc[0, "uncovered"].round(2))
    ('招商引资与营商环境', 0.81, 0.19)
    """
    by = [by] if isinstance(by, str) else list(by)
    blocks, themes, member = membership(scores, threshold)
    blocks = _with_columns(blocks, by, documents)
    rng = np.random.default_rng(random_state)
    tail = 100 * (1 - level) / 2
    rows = []
    for key, part in blocks.groupby(by, sort=False, dropna=False):
        inside = member[part.index]
        length = part["n_chars"].to_numpy(dtype=float)
        sizes = np.column_stack([inside * length[:, None], ~inside.any(axis=1) * length, length])
        total = sizes.sum(axis=0)
        draws = resampled_sums(sizes, _strata(part), n_draws, rng) if len(part) > 1 else None
        low, high = _interval(draws, tail, len(themes))
        for i, theme in enumerate(themes):
            share, rest = total[[i, -2]] / max(total[-1], 1)
            rows.append([*key, theme, share, low[i], high[i], int(inside[:, i].sum()), rest])
    table = pd.DataFrame(rows, columns=[*by, "theme", "share", "ci_low", "ci_high", "n_blocks", "uncovered"])
    table.attrs["note"] = (
        f"{len(blocks):,} blocks; a block belongs to a theme from {threshold:g} per 100 characters; "
        f"{level:.0%} percentile intervals, {n_draws:,} bootstrap samples of blocks within articles"
    )
    return table


def membership(scores, threshold=1.0):
    """Blocks and their themes.

    Returns
    -------
    blocks : DataFrame
        A row per block: unit_id, doc_id, article, section, block, n_chars.
    themes : list of str
        In the order of the lexicon as far as the scores show it, else of first appearance.
    member : array of bool
        Blocks by themes.
    """
    columns = [c for c in ("unit_id", "doc_id", "article", "section", "block", "n_chars") if c in scores]
    blocks = scores.drop_duplicates(["doc_id", "unit_id"])[columns].reset_index(drop=True)
    themes = scores.attrs.get("themes") or list(dict.fromkeys(scores["theme"].dropna()))
    place = {key: i for i, key in enumerate(zip(blocks["doc_id"], blocks["unit_id"], strict=True))}
    member = np.zeros((len(blocks), len(themes)), dtype=bool)
    enough = scores[(scores["score"] >= threshold) & scores["theme"].isin(themes)]
    for doc_id, unit_id, theme in zip(enough["doc_id"], enough["unit_id"], enough["theme"], strict=True):
        member[place[doc_id, unit_id], themes.index(theme)] = True
    return blocks, themes, member


def _with_columns(blocks, by, documents):
    for column in by:
        if column not in blocks:
            if documents is None or column not in documents:
                raise ValueError(f"no column {column!r}; give documents=corpus.documents, or one of: "
                                 f"{', '.join(blocks.columns)}")  # fmt: skip
            blocks = blocks.assign(**{column: blocks["doc_id"].map(documents.set_index("doc_id")[column])})
    return blocks


def _strata(blocks):
    """Number of each block's article."""
    return blocks.groupby(["doc_id", "article"], sort=False, dropna=False).ngroup().to_numpy()


def _interval(draws, tail, n_themes):
    if draws is None:
        return np.full(n_themes, np.nan), np.full(n_themes, np.nan)
    shares = draws[:, :n_themes] / np.maximum(draws[:, -1:], 1)
    return np.percentile(shares, [tail, 100 - tail], axis=0)


def compare_themes(
    scores, a, b, by="doc_id", *, documents=None, threshold=1.0, n_draws=DRAWS, level=0.95, random_state=0
):
    """Difference of two groups' shares, with bootstrap intervals.

    Parameters
    ----------
    scores, documents, threshold, n_draws, level, random_state
        As for `theme_profile`.
    a, b : object
        Two values of `by`: documents, sections, regions or years.
    by : str

    Returns
    -------
    DataFrame
        theme, share_a, share_b, difference (a - b), ci_low, ci_high; by falling absolute difference.

    Raises
    ------
    KeyError
        A value that no block has.
    """
    blocks, themes, member = membership(scores, threshold)
    blocks = _with_columns(blocks, [by], documents)
    rng, shares, draws = np.random.default_rng(random_state), [], []
    for value in (a, b):
        part = blocks[blocks[by].eq(value).fillna(False).to_numpy(dtype=bool)]
        if part.empty:
            known = ", ".join(map(str, blocks[by].dropna().unique()[:10]))
            raise KeyError(f"no block with {by} {value!r}; one of: {known}")
        length = part["n_chars"].to_numpy(dtype=float)
        sizes = np.column_stack([member[part.index] * length[:, None], length])
        shares.append(sizes.sum(axis=0)[:-1] / length.sum())
        sums = resampled_sums(sizes, _strata(part), n_draws, rng)
        draws.append(sums[:, :-1] / np.maximum(sums[:, -1:], 1))
    tail = 100 * (1 - level) / 2
    low, high = np.percentile(draws[0] - draws[1], [tail, 100 - tail], axis=0)
    table = pd.DataFrame({"theme": themes, "share_a": shares[0], "share_b": shares[1]})
    table = table.assign(difference=shares[0] - shares[1], ci_low=low, ci_high=high)
    order = table["difference"].abs().sort_values(ascending=False, kind="stable").index
    return table.loc[order].reset_index(drop=True)


def theme_cooccurrence(scores, *, threshold=1.0):
    """Pairs of themes that share blocks.

    Returns
    -------
    DataFrame
        theme_a, theme_b, n_a, n_b, n_both (blocks), expected (were they independent), jaccard, phi
        (correlation of the two memberships); by falling phi.
    """
    blocks, themes, member = membership(scores, threshold)
    total, rows = len(blocks), []
    together, alone = member.T.astype(int) @ member.astype(int), member.sum(axis=0)
    for i in range(len(themes)):
        for j in range(i + 1, len(themes)):
            both, a, b = int(together[i, j]), int(alone[i]), int(alone[j])
            spread = np.sqrt(float(a * b) * (total - a) * (total - b))
            phi = (total * both - a * b) / spread if spread else np.nan
            jaccard = both / (a + b - both) if a + b else np.nan
            rows.append([themes[i], themes[j], a, b, both, a * b / max(total, 1), jaccard, phi])
    columns = ["theme_a", "theme_b", "n_a", "n_b", "n_both", "expected", "jaccard", "phi"]
    table = pd.DataFrame(rows, columns=columns)
    return table.sort_values(["phi", "theme_a", "theme_b"], ascending=[False, True, True], ignore_index=True)
