"""Figure of topics over the years: the share of each in every year, with intervals."""

from govnlp.analysis.intervals import FEW
from govnlp.figures.multiples import add_note, foot, panels, year_axis
from govnlp.figures.style import PALETTE, figure, label, nothing, per_cent
from govnlp.figures.theme_profiles import question_of
from govnlp.figures.topics import KEPT, topic_name

MOST = 12
"""Topics that a figure shows: a panel each."""
SHOWN = 3
"""Years at the least: two would set single documents side by side and call it a course."""


def _kept(table, support):
    """Rows of the topics that came back in half of the samples."""
    known = table[table["topic"].ne(0)]
    return known if support is None else known[known["topic"].map(support).ge(KEPT)]


def say_prevalence(table, *, lang="zh", topic_names=None, support=None):
    """The topic that differs most between the first and the last year, where the intervals of one lie apart."""
    known = _kept(table, support).dropna(subset=["ci_low"])
    first, last = known["group"].min(), known["group"].max()
    ends = [known[known["group"].eq(year)].set_index("topic") for year in (first, last)]
    both = ends[0].merge(ends[1], left_index=True, right_index=True, suffixes=("_a", "_b"))
    apart = both[both["ci_low_a"].gt(both["ci_high_b"]) | both["ci_low_b"].gt(both["ci_high_a"])]
    if apart.empty or table["group"].nunique() < SHOWN:
        return ""
    best = apart.loc[(apart["share_a"] - apart["share_b"]).abs().idxmax()]
    shares = {side: per_cent(best[f"share_{side}"]) for side in "ab"}
    topic = topic_name(best.name, topic_names, lang)
    return label("say_prevalence", lang, topic=topic, first=int(first), last=int(last), **shares)


@figure("prevalence", say_prevalence)
def plot_prevalence(table, *, lang="zh", topic_names=None, support=None, documents=None, title=None):
    """Small multiples of shares by year with intervals, a panel for each topic that came back, the largest first.

    Parameters
    ----------
    table : pandas.DataFrame
        From ``model.shares(terms, by=years)``: group (the year), topic, share, ci_low, ci_high.
    lang : {"zh", "en"}
    topic_names : dict, optional
        Topic to name.
    support : pandas.Series, optional
        Topic to the share of samples in which it came back.
    documents : pandas.DataFrame, optional
        Those that the shares are of: the figure says how many of which genre they are.
    title : str, optional

    Returns
    -------
    list of matplotlib Axes
        One per topic.
    """
    known = _kept(table, support)
    years = sorted(int(year) for year in table["group"].dropna().unique())
    mean = known.groupby("topic")["share"].mean().sort_values(ascending=False, kind="stable")
    topics = list(mean.index[:MOST]) if len(years) >= SHOWN else []
    names = [topic_name(topic, topic_names, lang) for topic in topics]
    axes = panels(names, title or question_of("prevalence", documents, lang), height=1.35)
    if not topics:
        several = table.loc[table["topic"].ne(0), "topic"].nunique() > 1
        why = "two_years" if len(years) < SHOWN else "no_topic_back" if several else "no_k"
        return [nothing(axes[0], lang, why)]
    limit = 100 * known[known["topic"].isin(topics)][["share", "ci_high"]].max().max()
    for ax, topic in zip(axes, topics, strict=True):
        part = known[known["topic"].eq(topic)].sort_values("group")
        sure = part["ci_low"].notna()
        year, share = part["group"].astype(int), 100 * part["share"]
        ax.vlines(
            year[sure], 100 * part["ci_low"][sure], 100 * part["ci_high"][sure], color="#9DB8C9", lw=1.4
        )
        ax.plot(year[sure], share[sure], "o", ms=3, color=PALETTE[0])
        ax.plot(year[~sure], share[~sure], "o", ms=3, mfc="white", mec=PALETTE[0])
        ax.set_ylim(0, 1.05 * limit or 1)
        year_axis(ax, years)
    foot(axes, "")
    hollow = [label("prevalence_hollow", lang, few=FEW)] if known["ci_low"].isna().any() else []
    add_note(axes[0].figure, label("share", lang), label("prevalence_note", lang), *hollow)
    return axes
