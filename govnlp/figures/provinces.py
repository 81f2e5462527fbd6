"""Tile map of the provinces: equal tiles, no boundaries."""

import csv
from functools import cache

import numpy as np

from govnlp.figures.column_names import value_label
from govnlp.figures.comparable import OPEN, arrow, comparable, scale
from govnlp.figures.style import clear_first, figure, label, note, nothing, open_axes
from govnlp.lexicons import lexicon_path

ENOUGH = 8
"""Provinces with a value from which a map says more than a list."""


@cache
def tiles():
    """Code of each division of the first level, to its short name, row and column."""
    with lexicon_path("province_tiles.csv").open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(line for line in file if not line.startswith("#"))
        return {row["code"]: (row["name"], int(row["row"]), int(row["column"])) for row in rows}


def province_values(table, documents, name=None):
    """One result by province: of the indicator, and the year, that most provinces state.

    Parameters
    ----------
    table : pandas.DataFrame
        From `extract_indicators`.
    documents : pandas.DataFrame
        `corpus.documents`: region_code; only documents of whole provinces count.
    name : str, optional
        Of the indicator.

    Returns
    -------
    pandas.DataFrame
        code, name, unit_base, year, status (actual), value_base, comparator; one row per province.
    """
    codes = documents.set_index("doc_id")["region_code"].dropna()
    codes = codes[codes.isin(tiles())]
    found = comparable(table[table["doc_id"].isin(codes.index)])
    found = found[found["status"].eq("actual")]
    found = found[found["name"].eq(name)] if name else found
    found = found.assign(code=found["doc_id"].map(codes)).drop_duplicates(
        ["name", "unit_base", "year", "code"]
    )
    key = ["name", "unit_base", "year"]
    n = found.groupby(key)["code"].transform("size")
    most = found[n.eq(n.max())].sort_values(key)
    if len(most):
        most = most[most[key].eq(most[key].iloc[-1]).all(axis=1)]
    return most[["code", *key, "status", "value_base", "comparator"]].reset_index(drop=True)


def say_provinces(table, *, lang="zh"):
    """The province with the largest and that with the smallest value, where no other has as much or as little."""
    values = table.set_index("code")["value_base"]
    best, least = clear_first(values), clear_first(-values)
    if len(values) < ENOUGH or best is None or least is None:
        return ""
    factor, unit = scale(values, table["unit_base"].iloc[0])
    said = {"high": f"{values[best] / factor:,.10g}{unit}", "low": f"{values[least] / factor:,.10g}{unit}"}
    places = {"best": tiles()[best][0], "least": tiles()[least][0]}
    return label(
        "say_highest", lang, name=table["name"].iloc[0], year=table["year"].iloc[0], **said, **places
    )


@figure("provinces", say_provinces, unit="statement")
def plot_provinces(table, *, ax=None, lang="zh", title=None):
    """A tile per province, darker for more; grey: not stated, an arrow: at least or at most, ~: about.

    Parameters
    ----------
    table : pandas.DataFrame
        From `province_values`.
    ax : matplotlib Axes, optional
    lang : {"zh", "en"}
    title : str, optional

    Returns
    -------
    matplotlib Axes
    """
    from matplotlib import colormaps
    from matplotlib.patches import Rectangle

    if len(table) < ENOUGH:
        return nothing(open_axes(ax, title or label("no_provinces", lang)), lang, "few_provinces")
    factor, unit = scale(table["value_base"], table["unit_base"].iloc[0])
    about = {"name": table["name"].iloc[0], "year": table["year"].iloc[0], "unit": unit}
    about["status"] = value_label("status", table["status"].iloc[0], lang)
    ax = open_axes(ax, title or label("provinces", lang, **about), height=5.4)
    rows = {row.code: row for row in table.itertuples()}
    low, high = table["value_base"].min(), table["value_base"].max()
    for code, (name, row, column) in tiles().items():
        item = rows.get(code)
        depth = 0.0 if item is None else 0.15 + 0.7 * (item.value_base - low) / ((high - low) or 1)
        face = "#EDEDED" if item is None else colormaps["Blues"](depth)
        ink = "white" if depth > 0.6 else "#262626" if item else "#8A8A8A"
        ax.add_patch(Rectangle((column - 0.47, row - 0.47), 0.94, 0.94, facecolor=face, linewidth=0))
        ax.text(column, row - 0.16, name, ha="center", va="center", fontsize=7.5, color=ink)
        if item:
            value = float(f"{item.value_base / factor:.4g}")  # four digits, and no exponent
            text = f"{value:,.10g}{_sign(item.comparator)}"
            ax.text(column, row + 0.2, text, ha="center", va="center", fontsize=7, color=ink)
    places = np.array([place[1:] for place in tiles().values()])
    ax.set_xlim(places[:, 1].min() - 0.6, places[:, 1].max() + 0.6)
    ax.set_ylim(places[:, 0].max() + 0.6, -0.6)
    ax.set_xticks([])
    ax.set_yticks([])
    ax.spines[:].set_visible(False)
    note(ax, label("provinces_note", lang))
    return ax


def _sign(comparator):
    said = comparator if isinstance(comparator, str) else ""
    return arrow(said) or ("~" if any(word in said for word in OPEN.split()) else "")
