"""Heatmap of policy themes, and what all figures of themes share: labels, colours, order."""

import re

import numpy as np

from govnlp.analysis.intervals import FEW
from govnlp.arguments import takes
from govnlp.figures.multiples import left_out
from govnlp.figures.style import (
    PALETTE,
    clear_first,
    figure,
    label,
    note,
    nothing,
    open_axes,
    per_cent,
    shorten,
)

INK = "#262626"


JOINED = re.compile("(..+)((?<!参)与|(?<![共总])和(?![谐平]))(..+)")
"""A label of two halves; 参与, 总和 and 和谐 are words."""
WIDEST = 12
"""Themes beside each other whose labels and intervals can be read on a page; the table has them all."""


def heatmap(ax, grid, names, heads, cells):
    """A table of shares in one hue, each with its text; heads are broken over lines, never rotated."""
    image = ax.pcolormesh(
        grid, cmap="Blues", vmin=0, vmax=max(np.nanmax(grid), 0.01), edgecolors="white", lw=1
    )
    ax.set_yticks(np.arange(len(names)) + 0.5, [shorten(name, 17) for name in names])
    heads = [_head(str(head)) for head in heads]
    ax.set_xticks(np.arange(len(heads)) + 0.5, heads, fontsize=7)
    ax.set_ylim(len(names), 0)
    ax.xaxis.tick_top()
    ax.tick_params(length=0)
    ax.spines[:].set_visible(False)
    limit = image.norm.vmax * 0.55
    for (row, column), value in np.ndenumerate(grid):
        ax.text(
            column + 0.5, row + 0.5, cells[row][column], ha="center", va="center", fontsize=7,
            linespacing=1.05, color="white" if value > limit else INK,
        )  # fmt: skip
    return ax


def _head(text):
    """The head of a column on lines of at most five characters: English breaks at blanks, Chinese between words.

    Words of labels have two characters or four, so that lines have four, and an odd one stands on the first two; 与
    and 和 stand on a line of what they join, the shorter one.

    >>> _head("招商营商类").split(), _head("生态水务"), _head("Public welfare").split()
    (['招商', '营商类'], '生态水务', ['Public', 'welfare'])
    >>> _head("项目投资与城市建设").split(), _head("改革与政务服务").split(), _head("生态环境与水务").split()
    (['项目', '投资与', '城市建设'], ['改革与', '政务服务'], ['生态环境', '与水务'])
    >>> _head("构建和谐社会").split(), _head("公众参与治理").split()
    (['构建和谐', '社会'], ['公众参与', '治理'])
    """
    if text.isascii():
        return "\n".join(shorten(word, 6) for word in text.split()[:3])
    joined = JOINED.fullmatch(text)
    if not joined:
        return "\n".join(_lines(text[:12]))
    before, mark, after = joined.groups()
    before, after = (before + mark, after) if len(before) <= len(after) else (before, mark + after)
    return "\n".join((_lines(before) + _lines(after))[:4])


def _lines(text):
    """Lines of four characters; where one would stand alone on the last, two and three stand on the first ones."""
    alone = len(text) > 4 and len(text) % 4 == 1
    first = [text[:2], text[2:5]] if alone else []
    return [*first, *(text[i : i + 4] for i in range(5 * alone, len(text), 4))]


def percent(share, low=np.nan, high=np.nan):
    """A share as text, its interval below where there is one; a zero with its upper bound.

    Examples
    --------
    >>> percent(0.25, 0.1, 0.4), percent(0.0, 0.0, 0.15), percent(0.0)
    ('25\\n10–40', '0\\n≤15', '0')
    """
    if not np.isfinite(share):
        return "–"
    if not (np.isfinite(low) and np.isfinite(high)):
        return f"{share * 100:.0f}"
    return f"{share * 100:.0f}\n" + (
        f"≤{high * 100:.0f}" if share == 0 else f"{low * 100:.0f}–{high * 100:.0f}"
    )


def named(question, name):
    """The question of a figure on one document, with the document's name before it."""
    return question if name is None else f"{name} · {question}"


def side_name(table):
    """Name of the one document or group that a table is of, where its column `side` says so."""
    return table["side"].iloc[0] if "side" in table and len(table) else None


def theme_labels(themes, lang="zh"):
    """Short labels of a lexicon's themes in one language, as the figures take them.

    Parameters
    ----------
    themes : pandas.DataFrame
        From `read_themes`.
    lang : {"zh", "en"}

    Returns
    -------
    dict
        theme to label.

    Examples
    --------
    >>> from govnlp import read_themes
    >>> theme_labels(read_themes(), "en")["民生服务"]
    'Welfare'
    """
    first = themes.drop_duplicates("theme")  # of a group of themes the first has its label
    return dict(zip(first["theme"], first[f"label_{lang}"], strict=True))


def theme_colours(themes):
    """A colour for each theme, by its place in the lexicon: the palette, then the same hues paler, then darker.

    Examples
    --------
    >>> len(set(theme_colours("甲乙丙丁戊己庚辛壬癸子").values()))
    11
    """
    from matplotlib.colors import to_hex, to_rgb

    paler = [to_hex(0.5 + 0.5 * np.array(to_rgb(colour))) for colour in PALETTE]
    darker = [to_hex(0.55 * np.array(to_rgb(colour))) for colour in PALETTE]
    wheel = [*PALETTE, *paler, *darker]
    return {name: wheel[i % len(wheel)] for i, name in enumerate(dict.fromkeys(themes))}


def lexicon_colours(themes):
    """A colour for each theme of a lexicon, that of its group: themes and their groups look the same in all figures.

    Examples
    --------
    >>> from govnlp import read_themes
    >>> colours = lexicon_colours(read_themes())
    >>> colours["教育"] == colours["民生服务"], len(set(colours.values()))
    (True, 11)
    """
    group = themes["group"].fillna(themes["theme"])
    return dict(zip(themes["theme"], group.map(theme_colours(group)), strict=True))


def theme_order(table):
    """Themes of a table in the order of the lexicon where the table still knows it."""
    return table.attrs.get("themes") or list(dict.fromkeys(table["theme"].dropna()))


def group_names(table, names, lang):
    """Groups of a profile (the columns before `theme`) and the names to show for them."""
    by = list(table.columns[: list(table.columns).index("theme")])
    keys = table[by].astype(object).where(table[by].notna(), None)
    keys = keys.apply(tuple, axis=1) if len(keys) else []
    named = {}
    for key in keys:
        shown = [label("unknown", lang) if part is None else str(part) for part in key]
        named[key] = (names or {}).get(key[0] if len(key) == 1 else key, " ".join(shown))
    return list(keys), named


def largest_share(table):
    """The row with the largest share, where it has an interval and no other is as large; else None."""
    known = table[table["ci_low"].notna()].reset_index(drop=True)
    best = clear_first(known["share"])
    return None if best is None or known.loc[best, "share"] <= 0 else known.loc[best]


def interval(row):
    """Share and bounds of a row as per cent, for a sentence."""
    return {
        "share": per_cent(row["share"]),
        "low": f"{row['ci_low'] * 100:.0f}",
        "high": f"{row['ci_high'] * 100:.0f}",
    }


def say_themes(table, *, lang="zh", names=None, labels=None):
    """The largest share, with its interval, where there is one."""
    found = largest_share(table)
    if found is None:
        return ""
    _, shown = group_names(found.to_frame().T, names, lang)
    theme, name = (labels or {}).get(found["theme"], found["theme"]), next(iter(shown.values()))
    return label("say_themes", lang, theme=theme, name=name, **interval(found))


@figure("themes", say_themes)
@takes(table="theme_profile: theme, share")
def plot_themes(table, *, ax=None, lang="zh", names=None, labels=None, title=None, total=None):
    """Heatmap of groups by themes: share and interval in per cent, uncovered text as the last column.

    Parameters
    ----------
    table : pandas.DataFrame
        From `theme_profile`, with at most some 25 groups.
    ax : matplotlib Axes, optional
    lang : {"zh", "en"}
    names : dict, optional
        Group (doc_id) to short name.
    labels : dict, optional
        Theme to label, as from `theme_labels`.
    title : str, optional
    total : int, optional
        Number of documents, of which the table may hold some.

    Returns
    -------
    matplotlib Axes
    """
    keys, named = group_names(table, names, lang)
    themes, left = theme_order(table), 0
    if len(themes) > WIDEST:
        largest = (
            table.groupby("theme", sort=False)["share"].max().sort_values(ascending=False, kind="stable")
        )
        themes, left = [x for x in themes if x in largest.index[:WIDEST]], len(themes) - WIDEST
    ax = open_axes(ax, title or label("themes", lang), height=1.6 + 0.34 * max(len(named), 2))
    if not named or not themes or not table["share"].gt(0).any():
        return nothing(ax, lang, "no_theme")
    grid, cells = np.full((len(named), len(themes) + 1), np.nan), [[""] * (len(themes) + 1) for _ in named]
    place = {key: i for i, key in enumerate(named)}
    for key, row in zip(keys, table.to_dict("records"), strict=True):
        at = place[key]
        grid[at, -1], cells[at][-1] = row["uncovered"], percent(row["uncovered"])
        if row["theme"] in themes:
            column = themes.index(row["theme"])
            grid[at, column] = row["share"]
            cells[at][column] = percent(row["share"], row["ci_low"], row["ci_high"])
    heads = [(labels or {}).get(theme, theme) for theme in themes]
    heatmap(ax, grid, named.values(), [*heads, label("uncovered", lang)], cells)
    ax.axvline(len(themes), color="#404040", lw=1)
    ax.set_xlabel(label("share", lang))
    note(ax, label("overlap", lang))
    note(ax, label("theme_cell", lang, few=FEW))
    for text in left_out(len(named), total, lang):
        note(ax, text)
    if left:
        note(ax, label("themes_left", lang, n=left))
    return ax
