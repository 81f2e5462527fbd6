"""Themes of documents, sections, districts or years: shares with intervals, differences, co-occurrence."""

import numpy as np
import pandas as pd

from govnlp.analysis.intervals import FEW, difference_intervals, share_intervals
from govnlp.arguments import WITHIN, gives, takes
from govnlp.notes import Mistake, Note, joined, one_of

THRESHOLD = (
    2  # weight per 100 characters: one typical word in a line, or two in 200 characters; see `theme_profile`
)


@takes(scores="score_themes: unit_id, doc_id, theme, score", level=WITHIN)
@gives(str="doc_id theme", float64="share ci_low ci_high uncovered", int64="n_blocks n_group")
def theme_profile(scores, by="doc_id", *, documents=None, threshold=THRESHOLD, level=0.95):
    """Share of the text that each theme has, with intervals.

    A block belongs to every theme whose score reaches the threshold, so that shares may add to more than one. The
    interval says how much the share depends on which paragraphs stand in the articles, not whether the lexicon is
    right. It is Wilson's, for the effective number of blocks that follows from how blocks vary within articles: see
    `govnlp.analysis.intervals.share_intervals`. An absent theme of n blocks has an upper bound of some 4 / n.

    Parameters
    ----------
    scores : DataFrame
        From `score_themes`, with its rows of blocks without a theme.
    by : str or list of str
        Column of the scores (doc_id, section) or of `documents` (region, year).
    documents : DataFrame, optional
        ``corpus.documents``, where `by` is one of its columns.
    threshold : float
        Least score (weight per 100 characters) with which a block belongs to a theme. The default asks for one typical
        word in a line, or two in a paragraph of two hundred characters.
    level : float
        Coverage of the interval.

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
    rows, articles = [], _articles(blocks)
    for key, part in blocks.groupby(by, sort=False, dropna=False):
        inside = member[part.index]
        length = part["n_chars"].to_numpy(dtype=float)
        share, low, high = share_intervals(length, inside, articles[part.index], level)
        rest = length[~inside.any(axis=1)].sum() / max(length.sum(), 1)
        kinds = ["、".join(part["genre"].dropna().astype(str).unique())] if genres else []
        for i, theme in enumerate(themes):
            n_blocks = int(inside[:, i].sum())
            rows.append([*key, theme, share[i], low[i], high[i], n_blocks, rest, len(part), *kinds])
    columns = [*by, "theme", "share", "ci_low", "ci_high", "n_blocks", "uncovered", "n_group"]
    table = pd.DataFrame(rows, columns=[*columns, "genres"] if genres else columns)
    table.attrs["n_blocks"] = len(blocks)
    table.attrs["note"] = Note("profile", n=len(blocks), threshold=threshold, level=level, few=FEW)
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
    columns = (enough[name].tolist() for name in ("doc_id", "unit_id", "theme"))
    for doc_id, unit_id, theme in zip(*columns, strict=True):
        member[place[doc_id, unit_id], themes.index(theme)] = True
    return blocks, themes, member


def _with_columns(blocks, by, documents):
    for column in by:
        if column not in blocks:
            if documents is None or column not in documents:
                raise ValueError(Mistake("no_column_here", name=column, known=", ".join(blocks.columns)))
            blocks = blocks.assign(**{column: blocks["doc_id"].map(documents.set_index("doc_id")[column])})
    return blocks


def _articles(blocks):
    """Number of each block's article."""
    return blocks.groupby(["doc_id", "article"], sort=False, dropna=False).ngroup().to_numpy()


def compare_themes(scores, a, b, by="doc_id", *, documents=None, threshold=THRESHOLD, level=0.95):
    """Difference of two groups' shares, with the intervals that follow from theirs (Newcombe 1998).

    Parameters
    ----------
    scores, documents, threshold, level
        As for `theme_profile`.
    a, b : object
        Two values of `by`: documents, sections, regions or years.
    by : str

    Returns
    -------
    DataFrame
        theme, share_a, share_b, difference (a - b), ci_low, ci_high (NA where a group has fewer than eight
        blocks); by falling absolute difference. The note in ``attrs``
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
    shares, parts = [], []
    for value in (a, b):
        part = blocks[blocks[by].eq(value).fillna(False).to_numpy(dtype=bool)]
        if part.empty:
            known = one_of(blocks[by].dropna().unique()[:10])
            raise KeyError(Mistake("no_block", by=by, name=value, known=known))
        shares.append(share_intervals(part["n_chars"], member[part.index], _articles(part), level))
        parts.append(part)
    difference, low, high = difference_intervals(*shares)
    table = pd.DataFrame({"theme": themes, "share_a": shares[0][0], "share_b": shares[1][0]})
    table = table.assign(difference=difference, ci_low=low, ci_high=high)
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
