"""Figure of statements that contradict each other."""

from govnlp.figures.column_names import value_label
from govnlp.figures.indicators import MARKS
from govnlp.figures.style import figure, label, listed, note, nothing, open_axes, rows, shorten


def say_conflicts(table, *, lang="zh"):
    """The facts whose statements contradict each other, or that none do."""
    some = table[table["relation"].eq("differs")].drop_duplicates("fact")["name"]
    if some.empty:
        return label(_why_none(table), lang)
    return label("say_conflicts", lang, n=len(some), names=listed(dict.fromkeys(some.head(5)), lang))


def _why_none(table):
    """Why no statements contradict each other: those that are of one fact agree, or there are none."""
    return "none_compared" if table.empty else "no_conflicts"


@figure("conflicts", say_conflicts, unit="statement")
def plot_conflicts(table, *, ax=None, lang="zh", names=None, top=7, title=None):
    """Statements of one fact that disagree: dots relative to the largest, and the quotes.

    Parameters
    ----------
    table : pandas.DataFrame
        From `find_conflicts`: fact, relation, doc_id, period, name, said, value_base, quote; place, where
        known, goes with the fact. Shown are facts whose statements differ, between documents first, then by closeness.
    names : dict, optional
        doc_id to short name.
    top : int
        Number of facts; of each the first three statements.
    ax, lang, title
        As for `plot_indicators`.

    Returns
    -------
    matplotlib Axes
    """
    differs = table[table["relation"].eq("differs")]
    facts = [part.drop_duplicates("value_base").head(3) for _, part in differs.groupby("fact", sort=False)]
    facts.sort(key=lambda part: (part["doc_id"].nunique() == 1, -_closeness(part)))
    shown, lines = facts[:top], []
    for part in shown:
        first = part.iloc[0]
        parts = (first.get("place"), value_label("period", first["period"], lang), first["name"])
        lines.append((" ".join(text for text in parts if isinstance(text, str)), None))
        lines += [((names or {}).get(item["doc_id"], item["doc_id"]), item) for _, item in part.iterrows()]
    ax = open_axes(ax, title or label("conflicts", lang), height=1.2 + 0.21 * max(len(lines), 3))
    if not lines:
        return nothing(ax, lang, _why_none(table))
    largest = 1.0
    for row, (name, item) in enumerate(lines):
        if item is None:
            largest = max(abs(i["value_base"]) for _, i in lines[row + 1 : row + 4] if i is not None) or 1.0
            ax.annotate(name, (0, row), xycoords=("axes fraction", "data"), xytext=(-2, 0), textcoords="offset points",
                        va="center", ha="right", fontsize=7.5, annotation_clip=False)  # fmt: skip
            ax.axhline(row - 0.5, color="#D0D0D0", lw=0.6, clip_on=False)
            continue
        mark, colour = MARKS.get(item["status"], MARKS["actual"])
        ax.hlines(row, 0, 100 * item["value_base"] / largest, color="#D0D0D0", lw=0.8)
        ax.plot(100 * item["value_base"] / largest, row, mark, ms=4.5, color=colour)
        _beside(ax, row, f"{shorten(item['said'], 9)}：“{shorten(item['quote'], 20)}”")
    rows(ax, ["" if item is None else name for name, item in lines], width=17, size=7)
    ax.set_xlim(0, 106)
    ax.set_xlabel(label("of_largest", lang))
    if len(facts) > len(shown):
        note(ax, label("some_facts", lang, shown=len(shown), all=len(facts)))
    return ax


def _closeness(part):
    values = part["value_base"].abs()
    return float(values.min() / values.max()) if values.max() else 0.0


def _beside(ax, row, text):
    ax.annotate(text, (1, row), xycoords=("axes fraction", "data"), xytext=(6, 0), textcoords="offset points",
                va="center", fontsize=7, annotation_clip=False)  # fmt: skip
