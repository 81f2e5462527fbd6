"""Themes of documents, sections, districts or years: shares with intervals, differences, co-occurrence."""

import numpy as np
import pandas as pd

from govnlp.analysis.bootstrap import resampled_sums
from govnlp.notes import Note, joined

DRAWS = 2000
FEW = 8
THRESHOLD = 2.5


def theme_profile(
    scores, by="doc_id", *, documents=None, threshold=THRESHOLD, n_draws=DRAWS, level=0.95, random_state=0
):
    """Share of the text that each theme has, with bootstrap intervals.

    A block belongs to every theme whose score reaches the threshold, so that shares may add to more than
    one. The interval is a percentile bootstrap over blocks within articles (Efron & Tibshirani 1993): it
    says how much the share depends on which paragraphs stand in the text, not whether the lexicon is right.
    Articles of a single block are drawn together, since a stratum of one shows no variation (collapsed
    strata, Cochran 1977, 5A.12). A bootstrap of no hits would give 0 to 0: where none of the n blocks has
    the theme, the upper bound is that of the exact one-sided interval, 1 - (1 - level)^(1/n), some 3/n (rule
    of three, Hanley & Lippman-Hand 1983), with blocks taken as equally long; where all have it, likewise
    the lower bound.

    Parameters
    ----------
    scores : DataFrame
        From `score_themes`, with its rows of blocks without a theme.
    by : str or list of str
        Column of the scores (doc_id, section) or of `documents` (region, year).
    documents : DataFrame, optional
        ``corpus.documents``, where `by` is one of its columns.
    threshold : float
        Least score (weight per 100 characters) with which a block belongs to a theme. At the default, with the
        shipped themes, as many of the sample corpus' hand-given themes are found as found ones are right.
    n_draws : int
        Bootstrap samples.
    level : float
        Coverage of the interval.
    random_state : int

    Returns
    -------
    DataFrame
        A row per group and theme of the scores: the columns of `by`, theme, share (0..1 of the characters),
        ci_low, ci_high (NA with fewer than eight blocks), n_blocks (of the theme), uncovered (share of the
        characters in no theme's block), n_group (all blocks of the group); with `documents` also genres
        (those of the group, joined by 、, since shares of different genres are not alike). Groups in order
        of first appearance.

    Raises
    ------
    ValueError
        A column of `by` is neither in the scores nor in `documents`.

    Examples
    --------
    >>> from govnlp import parse_text, score_themes
    >>> scores = score_themes(parse_text("青槐区优化营商环境，大力招商引资，企业来。\\n\\n溪边柳绿。", "a"))
    >>> profile = theme_profile(scores)
    >>> profile.loc[0, ["theme", "share", "uncovered"]].map(str).str[:4].tolist()
    ['招商引资', '0.80', '0.19']
    """
    by = [by] if isinstance(by, str) else list(by)
    blocks, themes, member = membership(scores, threshold)
    blocks = _with_columns(blocks, by, documents)
    genres = documents is not None and "genre" in documents
    if genres and "genre" not in blocks:
        blocks = _with_columns(blocks, ["genre"], documents)
    rng, rows, articles = np.random.default_rng(random_state), [], _articles(blocks)
    for key, part in blocks.groupby(by, sort=False, dropna=False):
        inside = member[part.index]
        sizes = _sizes(part, inside)
        total = sizes.sum(axis=0)
        draws = (
            resampled_sums(sizes, _strata(articles[part.index]), n_draws, rng) if len(part) >= FEW else None
        )
        low, high = _interval(draws, inside, level)
        kinds = ["、".join(part["genre"].dropna().astype(str).unique())] if genres else []
        for i, theme in enumerate(themes):
            share, rest = total[[i, -2]] / max(total[-1], 1)
            n_blocks = int(inside[:, i].sum())
            rows.append([*key, theme, share, low[i], high[i], n_blocks, rest, len(part), *kinds])
    columns = [*by, "theme", "share", "ci_low", "ci_high", "n_blocks", "uncovered", "n_group"]
    table = pd.DataFrame(rows, columns=[*columns, "genres"] if genres else columns)
    table.attrs["n_blocks"] = len(blocks)
    table.attrs["note"] = Note(
        "profile", n=len(blocks), threshold=threshold, level=level, draws=n_draws, few=FEW
    )
    return table


def membership(scores, threshold=THRESHOLD):
    """Blocks and their themes.

    Returns
    -------
    blocks : DataFrame
        A row per block: unit_id, doc_id, article, section, block, n_chars and what else the scores say of it.
    themes : list of str
        In the order of the lexicon as far as the scores show it, else of first appearance.
    member : array of bool
        Blocks by themes.
    """
    blocks = scores.drop(columns=["theme", "score", "evidence", "negated"], errors="ignore")
    blocks = blocks.drop_duplicates(["doc_id", "unit_id"], ignore_index=True)
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


def _sizes(blocks, inside):
    """Characters of each block by theme, in no theme, and in all."""
    length = blocks["n_chars"].to_numpy(dtype=float)
    return np.column_stack([inside * length[:, None], ~inside.any(axis=1) * length, length])


def _articles(blocks):
    """Number of each block's article."""
    return blocks.groupby(["doc_id", "article"], sort=False, dropna=False).ngroup().to_numpy()


def _strata(articles):
    """Articles of several blocks, each a stratum; those of a single block are one together, -1."""
    _, number, size = np.unique(articles, return_inverse=True, return_counts=True)
    return np.where(size[number] > 1, number, -1)


def _interval(draws, inside, level):
    """Percentile interval per theme; an exact one-sided bound where no block or every block has it."""
    if draws is None:
        return np.full((2, inside.shape[1]), np.nan)
    tail = 100 * (1 - level) / 2
    shares = draws[:, : inside.shape[1]] / np.maximum(draws[:, -1:], 1)
    low, high = np.percentile(shares, [tail, 100 - tail], axis=0)
    bound = 1 - (1 - level) ** (1 / len(inside))
    return np.where(inside.all(axis=0), 1 - bound, low), np.where(inside.any(axis=0), high, bound)


def compare_themes(
    scores,
    a,
    b,
    by="doc_id",
    *,
    documents=None,
    threshold=THRESHOLD,
    n_draws=DRAWS,
    level=0.95,
    random_state=0,
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
        theme, share_a, share_b, difference (a - b), ci_low, ci_high (NA where a group has fewer than eight
        blocks, or neither has a block of the theme); by falling absolute difference. The note in ``attrs``
        names the genres of each group where `documents` knows them and they differ.

    Raises
    ------
    KeyError
        A value that no block has.

    Examples
    --------
    >>> from govnlp import parse_text, score_themes
    >>> scores = score_themes(parse_text("大力招商引资。\\n\\n疫情防控有力。", "a"))
    >>> compare_themes(scores.assign(half=["前", "后"]), "前", "后", by="half")["theme"].tolist()[:2]
    ['招商引资与营商环境', '疫情防控']
    """
    blocks, themes, member = membership(scores, threshold)
    blocks = _with_columns(blocks, [by], documents)
    rng, sums, draws, present, parts = np.random.default_rng(random_state), [], [], [], []
    for value in (a, b):
        part = blocks[blocks[by].eq(value).fillna(False).to_numpy(dtype=bool)]
        if part.empty:
            known = ", ".join(map(str, blocks[by].dropna().unique()[:10]))
            raise KeyError(f"no block with {by} {value!r}; one of: {known}")
        sizes = _sizes(part, member[part.index])
        sums.append(sizes.sum(axis=0))
        draws.append(resampled_sums(sizes, _strata(_articles(part)), n_draws, rng))
        present.append(member[part.index].any(axis=0))
        parts.append(part)
    share = [total[: len(themes)] / total[-1] for total in sums]
    drawn = [sample[:, : len(themes)] / np.maximum(sample[:, -1:], 1) for sample in draws]
    tail = 100 * (1 - level) / 2
    interval = np.percentile(drawn[0] - drawn[1], [tail, 100 - tail], axis=0)
    enough = min(map(len, parts)) >= FEW
    low, high = np.where((present[0] | present[1]) & enough, interval, np.nan)
    table = pd.DataFrame({"theme": themes, "share_a": share[0], "share_b": share[1]})
    table = table.assign(difference=share[0] - share[1], ci_low=low, ci_high=high)
    order = table["difference"].abs().sort_values(ascending=False, kind="stable").index
    table = table.loc[order].reset_index(drop=True)
    table.attrs["note"] = joined(
        Note("two_profiles", a=len(parts[0]), b=len(parts[1])), _genres(parts, documents)
    )
    return table


def _genres(parts, documents):
    """A warning where two groups are of different genres."""
    if documents is None or "genre" not in documents:
        return None
    genre = documents.set_index("doc_id")["genre"]
    a, b = ("、".join(map(str, part["doc_id"].map(genre).dropna().unique())) for part in parts)
    return None if a == b else Note("genres_apart", a=a, b=b)


def theme_cooccurrence(scores, *, threshold=THRESHOLD):
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
