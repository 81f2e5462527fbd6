"""Figures of theme shares: one document with its words, groups beside each other."""

import numpy as np

from govnlp.analysis.intervals import FEW
from govnlp.analysis.themes.scores import evidence_counts
from govnlp.figures.column_names import value_label
from govnlp.figures.style import (
    clean,
    ems,
    figure,
    label,
    listed,
    note,
    nothing,
    open_axes,
    per_cent,
    rows,
    set_title,
    shorten,
    wrap,
)
from govnlp.figures.themes import INK, group_names, interval, named, side_name, theme_colours, theme_order

MOST = 3
"""Themes that a sentence names."""


def say_theme_profile(table, *, lang="zh", name=None, labels=None):
    """The largest themes with their intervals: three, or fewer where others are as large; without any nothing."""
    if table["ci_low"].isna().all():
        return ""
    name = name or side_name(table)
    ordered = table[table["share"].gt(0)].sort_values("share", ascending=False, kind="stable")
    others = ordered["share"].iloc[MOST:].max()
    first = ordered.head(MOST) if len(ordered) <= MOST else ordered.head(MOST)[lambda x: x["share"] > others]
    text = [
        label("share_interval", lang, name=(labels or {}).get(row["theme"], row["theme"]), **interval(row))
        for row in first.to_dict("records")
    ]
    key = "say_profile_of" if name is None else "say_theme_profile"
    return label(key, lang, name=name, text=listed(text, lang)) if text else ""


@figure("theme-profile", say_theme_profile)
def plot_theme_profile(
    table, *, ax=None, lang="zh", name=None, evidence=None, scores=None, labels=None, colours=None, title=None
):
    """Bars of one document's themes with intervals, the strongest entries written on each; those it lacks are counted.

    Parameters
    ----------
    table : pandas.DataFrame
        Rows of one document from `theme_profile`.
    name : str, optional
        Of the document, for the title.
    evidence : dict, optional
        Theme to list of its strongest entries.
    scores : pandas.DataFrame, optional
        Rows of the document from `score_themes`, from which these are taken.
    colours : dict, optional
        Theme to colour, as from `lexicon_colours`: themes of one colour are of one group, and the figure says so.
    ax, lang, labels, title
        As for `plot_themes`.

    Returns
    -------
    matplotlib Axes
    """
    grouped, colours = colours is not None, colours or theme_colours(theme_order(table))
    name = name or side_name(table)
    if evidence is None and scores is not None:
        evidence = evidence_counts(scores).groupby("theme", sort=False)["term"].agg(list).to_dict()
    shown = table[table["share"].gt(0)].sort_values("share", ascending=False, kind="stable")
    ax = open_axes(
        ax, title or named(label("theme_profile", lang), name), height=1.1 + 0.27 * max(len(shown), 3)
    )
    if shown.empty:
        return nothing(ax, lang, "no_theme")
    share, low, high = (shown[c].astype(float).to_numpy() * 100 for c in ("share", "ci_low", "ci_high"))
    ax.barh(range(len(shown)), share, height=0.66, color=[colours[theme] for theme in shown["theme"]])
    ax.hlines(range(len(shown)), low, high, color=INK, lw=1)
    limit, room = 1.0, 72 * ax.get_figure().get_figwidth() - 60  # points beside the names
    for row, (theme, n) in enumerate(zip(shown["theme"], shown["n_blocks"], strict=True)):
        words = "、".join((evidence or {}).get(theme, [])[:3])
        end = np.nanmax([share[row], high[row]])
        text = f"{per_cent(share[row] / 100)}  {label('of_blocks', lang, n=n)}  {shorten(words, 24)}"
        ax.annotate(text, (end, row), xytext=(4, 0), textcoords="offset points", va="center", fontsize=7)
        limit = max(limit, end / max(0.2, 1 - (7 * ems(text) + 8) / room))
    rows(ax, [(labels or {}).get(theme, theme) for theme in shown["theme"]])
    ax.set_xlim(0, limit)
    ax.set_xticks([tick for tick in ax.get_xticks() if 0 <= tick <= 100])
    ax.set_xlabel(label("share", lang))
    first, absent = shown.iloc[0], len(table) - len(shown)
    told = label("profile_note", lang, n=first["n_group"], share=per_cent(first["uncovered"]))
    note(ax, told + (label("profile_absent", lang, n=absent) if absent else ""))
    if grouped and shown["theme"].map(colours).duplicated().any():
        note(ax, label("same_colour", lang))
    return ax


def say_theme_compare(table, *, lang="zh", names=None, labels=None, documents=None):
    """The largest difference of two groups whose intervals do not overlap, or that those with intervals have none.

    Documents whose group is not known are no group.
    """
    keys, named = group_names(table, _sizes(documents, lang) or names, lang)
    known = table.assign(group=[named[key] for key in keys]).dropna(subset=["ci_low"])
    known = known[known["group"].ne(named.get((label("unknown", lang),)))]
    if known["group"].nunique() < 2:
        return ""
    pairs = known.merge(known, on="theme", suffixes=("_high", "_low"))
    apart = pairs[pairs["ci_low_high"] > pairs["ci_high_low"]]
    if apart.empty:
        n, key = known["group"].nunique(), "say_no_difference"
        key += "_known" if n < len(named) else ""
        return label(key, lang, n=n, left=len(named) - n)
    best = apart.loc[(apart["share_high"] - apart["share_low"]).idxmax()]
    shares = {side: per_cent(best[f"share_{side}"]) for side in ("high", "low")}
    names = {f"{side}_name": best[f"group_{side}"] for side in ("high", "low")}
    return label(
        "say_theme_compare", lang, theme=(labels or {}).get(best["theme"], best["theme"]), **shares, **names
    )


@figure("theme-compare", say_theme_compare)
def plot_theme_compare(
    table, *, lang="zh", names=None, labels=None, colours=None, documents=None, title=None, most=14
):
    """Shares of every theme in several groups: a panel per theme, a dot with its interval per group.

    Parameters
    ----------
    table : pandas.DataFrame
        From `theme_profile` by district, year or both; with ``documents`` it knows the genres, and a warning
        is drawn where groups differ in them.
    names : dict, optional
        Group to name.
    colours : dict, optional
        Theme to colour, as from `theme_colours`.
    documents : pandas.DataFrame, optional
        The documents compared, with the columns group and genre: the figure says how many of which genre they are.
    lang, labels, title
        As for `plot_themes`.
    most : int
        Groups to show; those with most blocks come first where there are more, and the figure says so.

    Returns
    -------
    list of matplotlib Axes
    """
    import matplotlib.pyplot as plt

    keys, named = group_names(table, _sizes(documents, lang) or names, lang)
    themes = theme_order(table)
    if len(named) < 2 or not themes:
        return [nothing(open_axes(None, title or label("theme_compare", lang)), lang, "few_sides")]
    colours = colours or theme_colours(themes)
    table = table.assign(group=[named[key] for key in keys])
    blocks = table.groupby("group", sort=False)["n_group"].first()
    shown = [name for name in sorted(blocks.index) if name in set(blocks.nlargest(most).index)]
    table = table[table["group"].isin(shown)]
    columns = min(4, len(themes))
    lines = -(-(len(themes) + 1) // columns)  # a panel is left for the notes
    size = (6.7, 0.9 + lines * (0.45 + 0.17 * len(shown)))
    fig, grid = plt.subplots(lines, columns, figsize=size, sharex=True, sharey=True, squeeze=False)
    set_title(fig, title or question_of("theme_compare", documents, lang))
    place = {name: i for i, name in enumerate(shown)}
    for ax, theme in zip(grid.flat, themes, strict=False):
        part = table[table["theme"] == theme]
        at = part["group"].map(place)
        ax.hlines(at, part["ci_low"] * 100, part["ci_high"] * 100, color=colours[theme], lw=1.4)
        ax.plot(
            part["share"] * 100,
            at,
            "o",
            ms=4,
            color=colours[theme],
            mec=INK,
            mew=0.4,
            clip_on=False,
            zorder=3,
        )
        ax.set_title((labels or {}).get(theme, theme), fontsize=7.5)
        ax.grid(axis="y", color="#E4E4E4", lw=0.5)
        rows(ax, [_end(name) for name in shown], width=12, size=7)
    ax.set_xlim(0, 105 * max(0.01, np.nanmax(table[["share", "ci_high"]].to_numpy(dtype=float))))
    for i, ax in enumerate(grid.flat[: len(themes)]):
        ax.tick_params(axis="x", labelbottom=i + columns >= len(themes))
    for ax in grid.flat[len(themes) :]:
        ax.set_axis_off()
    text = _compare_note(table, len(blocks), len(shown), lang)
    grid.flat[len(themes)].text(0, 1, text, transform=grid.flat[len(themes)].transAxes, fontsize=7, va="top")
    return list(grid.flat[: len(themes)])


def _sizes(documents, lang):
    """Names of groups with the number of documents in each."""
    n = {} if documents is None else documents["group"].value_counts().to_dict()
    return {group: label("group_size", lang, name=group, n=size) for group, size in n.items()}


def question_of(key, documents, lang):
    """The question, with what is compared where all documents are of one genre."""
    question = label(key, lang)
    if documents is None or documents["genre"].nunique() != 1:
        return question
    genre = value_label("genre", documents["genre"].iloc[0], lang)
    return label("question_of", lang, question=question, n=len(documents), genre=genre)


def _end(name, width=12):
    """A name cut in front: districts and years differ at their ends."""
    name = clean(name)
    if ems(name) <= width:
        return name
    while ems(name) > width - 1:
        name = name[1:]
    return f"…{name}"


def _compare_note(table, n_groups, n_shown, lang):
    parts = [label("share", lang), label("compare_note", lang)]
    if n_shown < n_groups:
        parts.append(label("groups_left", lang, n=n_shown, total=n_groups))
    if "genres" in table and table["genres"].nunique() > 1:
        parts.append(label("genres_differ", lang))
    if table["ci_low"].isna().any():
        parts.append(label("few_blocks", lang, few=FEW))
    return "\n".join(wrap(part, 14) for part in parts)
