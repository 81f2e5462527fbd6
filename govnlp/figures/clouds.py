"""Word clouds: a first glance, never the only figure."""

from govnlp.figures.multiples import add_note, left_out, panels, say_first, side_column, value_column
from govnlp.figures.style import (
    PALETTE,
    clean,
    figure,
    font_path,
    label,
    listed,
    nothing,
    open_axes,
    words_only,
)

HUES = {
    "#0072B2": 203,
    "#D55E00": 26,
    "#009E73": 164,
    "#CC79A7": 327,
    "#A6761D": 40,
    "#56B4E9": 202,
    "#5B3A8C": 264,
}


def say_wordcloud(table, *, lang="zh"):
    """The largest words."""
    first = words_only(table).sort_values(["per_10k", "term"], ascending=[False, True]).head(5)
    return label("say_cloud", lang, words=listed(first["term"], lang)) if len(first) else ""


@figure("cloud", say_wordcloud)
def plot_wordcloud(table, *, ax=None, lang="zh", title=None, max_words=60, colour=PALETTE[0]):
    """A cloud with words sized by rate, in one hue; never to be the only figure.

    Parameters
    ----------
    table : pandas.DataFrame
        From `frequency`: term, per_10k. Classes of numbers are left out.
    max_words : int
    colour : str
        One of the package's colours; the words have its hue.
    ax, lang, title
        As for `plot_frequency`.

    Returns
    -------
    matplotlib Axes
    """
    ax = open_axes(ax, title or label("wordcloud", lang), size="column", height=2.6)
    return _draw_cloud(ax, table, lang, max_words, colour)


def say_wordclouds(table, sides, *, lang="zh", names=None):
    """The largest word of each cloud, where no other is as large and it occurs twice or more."""
    table = table[table["n"].gt(1)] if "n" in table else table
    return say_first(table, sides, "say_keywords", lang, names)


@figure("cloud", say_wordclouds)
def plot_wordclouds(
    table, documents, *, lang="zh", names=None, colours=None, max_words=40, total=None, title=None
):
    """Small multiples of clouds, one per document, each in the document's own hue.

    Parameters
    ----------
    table : pandas.DataFrame
        From `tfidf` or `frequency` by document or group: doc_id or group, term, tf_idf or per_10k.
    documents : list of str
        Which doc_id, in this order.
    names, colours : dict, optional
        doc_id to short name and to colour.
    max_words : int
        Per cloud.
    total : int, optional
        Documents of the corpus: where fewer are shown, the figure says so.
    lang, title
        As for `plot_frequency`.

    Returns
    -------
    list of matplotlib Axes
    """
    known = words_only(table)
    known = known[known[value_column(known)].gt(0)] if len(known) else known
    documents = [side for side in documents if len(known) and side in set(known[side_column(known)])]
    titles = [(names or {}).get(doc_id, doc_id) for doc_id in documents]
    axes = panels(titles, title or label("wordclouds", lang), height=1.75, share=False, indent=0)
    if not documents:
        return [nothing(axes[0], lang)]
    for ax, doc_id in zip(axes, documents, strict=True):
        part = known[known[side_column(known)].eq(doc_id)]
        _draw_cloud(ax, part, lang, max_words, (colours or {}).get(doc_id, PALETTE[0]))
    add_note(axes[0].figure, label("cloud_note", lang), *left_out(len(documents), total, lang))
    return axes


def _draw_cloud(ax, table, lang, max_words, colour):
    """The cloud of one table as an image on the axes."""
    from wordcloud import WordCloud

    value = value_column(table)
    shown = words_only(table).sort_values([value, "term"], ascending=[False, True]).head(max_words)
    pairs = zip(shown["term"], shown[value], strict=True)
    weights = {clean(term): rate for term, rate in pairs if rate > 0 and clean(term)}
    if not weights:
        return nothing(ax, lang)
    hue = HUES.get(colour)

    def ink(word, font_size, **_):
        light = 38 - min(font_size, 45) / 2.5
        return f"hsl({hue or 0}, {100 if hue else 0}%, {light:.0f}%)"

    cloud = WordCloud(
        font_path=str(font_path()), width=330, height=215, scale=2, background_color="white", max_words=max_words,
        prefer_horizontal=1.0, min_font_size=11, random_state=0, relative_scaling=0.5, color_func=ink,
        font_step=2,
    ).generate_from_frequencies(weights)  # fmt: skip
    ax.imshow(cloud.to_array(), interpolation="antialiased")
    ax.set_axis_off()
    return ax
