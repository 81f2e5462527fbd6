"""Figure of the number of topics: what speaks for each."""

from govnlp.figures.point_labels import spread
from govnlp.figures.style import PALETTE, figure, label, note, nothing, open_axes
from govnlp.notes import Note


def _why_none(table, lang):
    """Why no number is recommended, as `choose_k` found; empty where the table is not from there."""
    reason = table.attrs.get("reason", "")
    return reason.said(lang) if isinstance(reason, Note) else reason


def say_choose_k(table, *, lang="zh"):
    """The recommended number; else why there is none."""
    best = table[table["recommended"]] if "recommended" in table else table[:0]
    if best.empty:
        why = _why_none(table, lang)
        return why and why[0].upper() + why[1:] + ("。" if lang == "zh" else ".")
    k, stability = int(best["k"].iloc[0]), best["stability"].iloc[0]
    return label("say_choose_k", lang, k=k, stability=f"{stability:.2f}")


@figure("choose-k", say_choose_k)
def plot_choose_k(table, *, ax=None, lang="zh", recommended=None, title=None):
    """Stability, coherence and exclusivity over k, each named at its last point.

    Parameters
    ----------
    table : pandas.DataFrame
        From `choose_k`: k, coherence_npmi, stability, exclusivity; agreement and agreement_null where known.
    ax : matplotlib Axes, optional
    lang : {"zh", "en"}
    recommended : int, optional
        Marked by a line; by default the one that the table recommends.
    title : str, optional

    Returns
    -------
    matplotlib Axes
    """
    ax = open_axes(ax, title or label("choose_k", lang))
    if table.empty:
        return nothing(ax, lang)
    named = {"stability": "stability", "coherence_npmi": "coherence", "exclusivity": "exclusivity"}
    named |= {"agreement": "agreement"} if "agreement" in table else {}
    for colour, column in zip(PALETTE, named, strict=False):
        bars = table["stability_se"] if column == "stability" and "stability_se" in table else None
        ax.errorbar(table["k"], table[column], yerr=bars, fmt="o-", ms=3.5, capsize=2, color=colour)
    low, high = ax.get_ylim()
    ends = table[list(named)].iloc[-1].sort_values(kind="stable")
    for column, at in zip(ends.index, spread(ends, (high - low) / 14), strict=True):
        ax.annotate(
            label(named[column], lang), (table["k"].iloc[-1], at), xytext=(6, 0), textcoords="offset points",
            va="center", color=PALETTE[list(named).index(column)],
        )  # fmt: skip
    if recommended is None and "recommended" in table and table["recommended"].any():
        recommended = int(table.loc[table["recommended"], "k"].iloc[0])
    ax.set_xticks(table["k"].tolist())
    ax.set_xlabel(label("n_topics", lang))
    if "agreement_null" in table:
        ax.plot(table["k"], table["agreement_null"], ":", lw=1, color=PALETTE[3])
        note(ax, label("agreement_null", lang))
    if recommended is None:
        note(ax, _why_none(table, lang))
    else:
        ax.axvline(recommended, color="#8A8A8A", lw=0.8, ls="--", zorder=0)
        note(ax, label("best_k", lang, k=recommended))
    return ax
