"""Word cloud: a first glance, never the only figure."""

from contextlib import contextmanager
from functools import lru_cache, partial
from types import SimpleNamespace

from govnlp.arguments import takes
from govnlp.figures.multiples import side_column
from govnlp.figures.style import (
    PALETTE,
    clean,
    ems,
    figure,
    font_path,
    label,
    listed,
    note,
    nothing,
    open_axes,
    words_only,
)

SHARED = "#737373"
"""Ink of words that no document or group leads in."""
LEADS = 2
"""Times the next highest rate, from which on a word is said to be that of one document or group."""


def leaders(sides):
    """The document or group that leads in each word: it has twice the rate of any other.

    Examples
    --------
    >>> import pandas as pd
    >>> leaders(pd.DataFrame({"doc_id": ["a", "b", "b"], "term": ["渠", "渠", "岸"], "per_10k": [9.0, 5.0, 4.0]}))
    {'岸': 'b'}
    """
    rates = sides.sort_values(["per_10k", "term"], ascending=[False, True], kind="stable")
    first = rates.drop_duplicates("term").set_index("term")
    second = rates[rates.duplicated("term")].drop_duplicates("term").set_index("term")["per_10k"]
    leads = first["per_10k"] >= LEADS * second.reindex(first.index).fillna(0)
    return first.loc[leads, side_column(sides)].sort_index().to_dict()


def say_wordcloud(table, *, lang="zh"):
    """The largest words."""
    first = words_only(table).sort_values(["per_10k", "term"], ascending=[False, True]).head(5)
    return label("say_cloud", lang, words=listed(first["term"], lang)) if len(first) else ""


@figure("cloud", say_wordcloud)
@takes(table="frequency: term, per_10k")
def plot_wordcloud(
    table, *, ax=None, lang="zh", sides=None, names=None, colours=None, title=None, max_words=90
):
    """A cloud with words sized by rate, in the colour of the document or group that leads in them, else grey.

    Parameters
    ----------
    table : pandas.DataFrame
        From `frequency`: term, per_10k. Classes of numbers are left out.
    sides : pandas.DataFrame, optional
        From `frequency` by doc_id or group; without it, or with more than eight of them, all words have one colour.
    names, colours : dict, optional
        doc_id or group to short name and to colour.
    max_words : int
    ax, lang, title
        As for `plot_frequency`.

    Returns
    -------
    matplotlib Axes
    """
    from wordcloud import WordCloud

    ax = open_axes(ax, title or label("wordcloud", lang), height=3.6)
    shown = words_only(table).sort_values(["per_10k", "term"], ascending=[False, True]).head(max_words)
    pairs = zip(shown["term"], shown["per_10k"], strict=True)
    weights = {clean(term): rate for term, rate in pairs if rate > 0 and clean(term)}
    if not weights:
        return nothing(ax, lang)
    coloured = sides is not None and len(set((colours or {}).values())) > 1
    lead = leaders(sides[sides["term"].isin(shown["term"])]) if coloured else {}
    inks = {clean(term): (colours or {}).get(side, SHARED) for term, side in lead.items()}
    cloud = WordCloud(
        font_path=str(font_path()), width=660, height=320, scale=2, background_color="white", max_words=max_words,
        prefer_horizontal=1.0, min_font_size=12, random_state=0, relative_scaling=0.5, font_step=2,
        color_func=lambda word, **_: inks.get(word, SHARED if lead else PALETTE[0]),
    )  # fmt: skip
    with _letter_by_letter():
        ax.imshow(cloud.generate_from_frequencies(weights).to_array(), interpolation="antialiased")
    ax.set_xticks([])
    ax.set_yticks([])
    ax.spines[:].set_visible(False)
    _key(ax, sorted({lead[term] for term in weights if term in lead}), names or {}, colours)
    note(ax, label("cloud_note_sides" if lead else "cloud_note", lang))
    return ax


@contextmanager
def _letter_by_letter():
    """Within a ``with`` block wordcloud takes words letter by letter; to shape each as running text is slow.

    Chinese words look the same either way.
    """
    from wordcloud import wordcloud

    usual = wordcloud.ImageFont
    opened = lru_cache(maxsize=1)(
        partial(usual.truetype, layout_engine=usual.Layout.BASIC)
    )  # each maps its file
    wordcloud.ImageFont = SimpleNamespace(truetype=opened, TransposedFont=usual.TransposedFont)
    try:
        yield
    finally:
        wordcloud.ImageFont = usual


def _key(ax, sides, names, colours, room=66):
    """Names of documents or groups in their colours above the cloud, on as many lines as they need."""
    lines, width = [[]], 0
    for side in sides:
        text = f"■ {names.get(side, side)}"
        if lines[-1] and width + ems(text) > room:
            lines.append([])
            width = 0
        lines[-1].append((width, text, colours[side]))
        width += ems(text) + 2
    for up, line in enumerate(reversed(lines)):
        for at, text, colour in line:
            ax.annotate(text, (0, 1), xycoords="axes fraction", xytext=(7 * at, 5 + 11 * up),
                        textcoords="offset points", fontsize=7, color=colour)  # fmt: skip
