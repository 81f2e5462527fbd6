"""Figure of two versions of a document: two strips, and bands for what stayed, changed or moved."""

import numpy as np

from govnlp.figures.style import PALETTE, figure, label, listed, note, nothing, open_axes, shorten

COLOURS = {
    "kept": "#D0D0D0", "reworded": PALETTE[5], "moved": PALETTE[1], "merged": PALETTE[6], "split": PALETTE[6],
    "new": PALETTE[2], "dropped": PALETTE[4],
}  # fmt: skip
NUMBERS, COLUMNS = 12, 3
"""Numbers that changed which a figure lists, and in how many columns."""


def say_versions(table, lang="zh", names=None):
    """How many paragraphs were kept, reworded, moved ..., and how many numbers changed."""
    if table.empty:
        return ""
    counts = table["change"].value_counts()
    said = [
        label("count_of", lang, name=label(f"change_{x}", lang), n=counts[x]) for x in COLOURS if x in counts
    ]
    numbers = int(table["numbers"].str.len().sum())
    old, new = side_names(table, names, lang)
    return label("say_versions", lang, old=old, new=new, counts=listed(said, lang), numbers=numbers)


@figure("versions", say_versions, unit="change")
def plot_versions(table, *, ax=None, lang="zh", names=None, title=None):
    """Two strips, the older version above, with bands that lead from a paragraph to what became of it.

    Parameters
    ----------
    table : pandas.DataFrame
        From `compare_versions`.
    names : dict, optional
        doc_id to short name.
    ax : matplotlib Axes, optional
    lang : {"zh", "en"}
    title : str, optional

    Returns
    -------
    matplotlib Axes
    """
    numbers = [
        (row.line_b, said) for row in table[["line_b", "numbers"]].itertuples() for said in row.numbers
    ]
    lines = int(np.ceil(min(len(numbers), NUMBERS) / COLUMNS))
    ax = open_axes(ax, title or label("versions", lang), height=2.5 + 0.2 * lines)
    if table.empty or not (table["text_a"].notna() & table["text_b"].notna()).any():
        return nothing(ax, lang, "empty" if table.empty else "unlike")
    above, below = _spans(table, "a"), _spans(table, "b")
    for row, change in enumerate(table["change"]):
        colour = COLOURS[change]
        for y, span in ((0, above[row]), (2, below[row])):
            if span is not None:
                ax.fill_between(span, y, y + 0.5, color=colour, lw=0)
        if above[row] is not None and below[row] is not None:
            alpha, order = (0.9, 3) if change == "moved" else (0.45, 2)
            (a, b), (c, d) = above[row], below[row]
            ax.fill([a, b, d, c], [0.5, 0.5, 2, 2], color=colour, alpha=alpha, lw=0, zorder=order)
    _legend(ax, table, lang)
    _numbers(ax, numbers, lines, lang)
    ax.set_yticks([0.25, 2.25], [shorten(name, 14) for name in side_names(table, names, lang)])
    ax.tick_params(length=0)
    ax.set_xticks([])
    ax.set_xlim(0, 100)
    ax.set_ylim(2.7 + 0.35 * (lines + bool(lines)), -0.45)
    ax.spines[:].set_visible(False)
    note(ax, label("versions_note", lang))
    return ax


def side_names(table, names=None, lang="zh"):
    """Names of the two versions; older and newer where they have the same."""
    docs = [next(iter(table[column].dropna()), "") for column in ("doc_a", "doc_b")]
    found = tuple((names or {}).get(doc, doc) for doc in docs)
    return found if len(set(found)) == 2 else (label("versions_older", lang), label("versions_newer", lang))


def _spans(table, side):
    """From where to where each row stands on the strip of a side, in per cent of its letters, or None."""
    texts = table[f"text_{side}"]
    sizes = np.array([len(text) if isinstance(text, str) else 0 for text in texts], float)
    order = np.argsort(table[f"block_{side}"].fillna(-1).to_numpy(), kind="stable")
    ends = np.cumsum(sizes[order])
    total, spans = max(ends[-1], 1), [None] * len(table)
    for row, end in zip(order, ends, strict=True):
        if sizes[row]:
            spans[row] = (100 * (end - sizes[row]) / total, 100 * end / total)
    return spans


def _legend(ax, table, lang):
    """Names of the changes in their colours, above the strips."""
    counts = table["change"].value_counts()
    there = [change for change in COLOURS if change in counts]
    for i, change in enumerate(there):
        text = label("count_of", lang, name=label(f"change_{change}", lang), n=counts[change])
        colour = "#6B6B6B" if change == "kept" else COLOURS[change]
        ax.text(14 * i, -0.12, f"■ {text}", fontsize=7, color=colour, va="bottom")


def _numbers(ax, numbers, lines, lang):
    """Numbers that changed, under the strips."""
    if not numbers:
        return
    left = len(numbers) - NUMBERS
    more = f"（{label('versions_more_numbers', lang, n=left)}）" if left > 0 else ""
    ax.text(0, 2.8, label("versions_numbers", lang) + more, fontsize=7, color="#6B6B6B", va="center")
    for i, (line, said) in enumerate(numbers[:NUMBERS]):
        column, row = divmod(i, lines)
        text = shorten(f"{line}：{said}", 21)
        ax.text(34 * column, 3.15 + 0.35 * row, text, fontsize=7, va="center", color="#262626")
