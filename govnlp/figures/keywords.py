"""Figures of keywords: tf-idf per document, keyness, correspondence."""

from govnlp.arguments import takes, whole
from govnlp.figures.multiples import (
    add_note,
    foot,
    left_out,
    over_words,
    panels,
    say_first,
    side_column,
    word_bars,
)
from govnlp.figures.style import (
    PALETTE,
    figure,
    label,
    listed,
    note,
    nothing,
    open_axes,
    rows,
    sentences,
    words_only,
)

BEYOND = 3  # log2 units that an interval is drawn beyond its effect: eight times, and the axis stays readable
NAMED = 3  # documents without a supported word that a sentence names; of more it says how many


def say_keywords(table, sides=None, *, lang="zh", names=None):
    """The word with the highest tf-idf of each document or group, where it occurs twice or more."""
    table, key = _where_highest(table), side_column(table)
    sides = list(dict.fromkeys(table[key])) if sides is None else sides
    return say_first(table[table["n"].gt(1)], sides, "say_keywords", lang, names)


def _where_highest(table):
    """Groups of documents share most of their words: each word where its tf-idf is highest; of documents, all rows."""
    if side_column(table) != "group":
        return table
    return table[table["tf_idf"].eq(table.groupby("term")["tf_idf"].transform("max"))]


@figure("tfidf", say_keywords)
@takes(table="tfidf: term, tf_idf", top=whole(1))
def plot_keywords(
    table, documents=None, *, lang="zh", top=8, names=None, colours=None, total=None, title=None
):
    """Small multiples of the highest tf-idf per document on one scale; count and idf are written on each bar.

    Parameters
    ----------
    table : pandas.DataFrame
        From `tfidf`: doc_id, term, n, idf, tf_idf. Classes of numbers are left out.
    documents : list of str, optional
        Which doc_id, in this order, all by default; the scale is that of the whole table.
    lang : {"zh", "en"}
    top : int
        Words per document.
    names, colours : dict, optional
        doc_id to short name and to colour.
    title : str, optional

    Returns
    -------
    list of matplotlib Axes
        One per document, on one figure.
    """
    table = words_only(table)
    key, scale = side_column(table), table["tf_idf"].max()
    table = _where_highest(table)
    documents = list(dict.fromkeys(table[key] if documents is None else documents))
    titles = [(names or {}).get(doc_id, doc_id) for doc_id in documents]
    axes = panels(titles, title or label("keywords", lang), height=0.42 + 0.155 * top)
    if table.empty or not documents:
        return [nothing(axes[0], lang)]
    for ax, doc_id in zip(axes, documents, strict=True):
        part = table[table[key].eq(doc_id)]
        part = part.sort_values(["tf_idf", "term"], ascending=[False, True]).head(top)
        texts = [f"{n} · {idf:.1f}" for n, idf in zip(part["n"], part["idf"], strict=True)]
        word_bars(ax, part, "tf_idf", texts, colour=(colours or {}).get(doc_id, PALETTE[0]), lines=top)
        ax.set_xlim(0, scale * 1.45)
    over_words(axes)
    foot(axes, label("tf_idf", lang))
    add_note(
        axes[0].figure,
        label("counts_idf", lang),
        *([label("where_highest", lang)] if key == "group" else []),
        *left_out(len(documents), total, lang),
    )
    return axes


def supported(table):
    """Terms that `keyness` calls supported.

    Parameters
    ----------
    table : pandas.DataFrame
        From `keyness`.

    Returns
    -------
    pandas.DataFrame
        Rows of the table, no class of numbers among them.
    """
    return words_only(table[table["supported"]])


def say_keyness(table, *, lang="zh"):
    """What the data support on either side; nothing where they support nothing."""
    clear = supported(table).sort_values(["g2", "term"], ascending=[False, True])
    more, less = clear[clear["log_ratio"].gt(0)].head(5), clear[clear["log_ratio"].lt(0)].iloc[::-1].head(5)
    return sentences(
        label("say_keyness", lang, more=listed(more["term"], lang)) if len(more) else "",
        label("say_keyness_less", lang, less=listed(less["term"], lang)) if len(less) else "",
        lang=lang,
    )


@figure("keyness", say_keyness)
@takes(table="keyness: term, log_ratio, supported", top=whole(1))
def plot_keyness(table, *, ax=None, lang="zh", top=12, title=None):
    """Log ratio with interval of the terms that the data support on either side, counts at both ends.

    Parameters
    ----------
    table : pandas.DataFrame
        From `keyness`: term, n_target, n_reference, log_ratio, ci_low, ci_high, g2, supported. Supported terms are
        shown; intervals are drawn up to eight times the effect.
    ax : matplotlib Axes, optional
    lang : {"zh", "en"}
    top : int
        Terms per side.
    title : str, optional

    Returns
    -------
    matplotlib Axes
    """
    clear = supported(table).sort_values(["g2", "term"], ascending=[False, True])
    more, less = clear[clear["log_ratio"].gt(0)], clear[clear["log_ratio"].lt(0)]
    shown = [*more.head(top).itertuples(), *less.tail(top).itertuples()]
    shown.sort(key=lambda item: (-item.log_ratio, item.term))
    ax = open_axes(ax, title or label("keyness", lang), height=1.5 + 0.18 * max(len(shown), 4))
    if not shown:
        nothing(ax, lang)
        ax.text(0.5, 0.36, label("keyness_none", lang), ha="center", transform=ax.transAxes, fontsize=7)
        return ax
    ax.axvline(0, color="#595959", lw=0.8)
    for row, item in enumerate(shown):
        colour = PALETTE[0] if item.log_ratio > 0 else PALETTE[1]
        _interval(ax, row, item, colour)
        for side, n, away in ((0, item.n_reference, -4), (1, item.n_target, 4)):
            ax.annotate(f"{n}", (side, row), xycoords=("axes fraction", "data"), xytext=(away, 0), va="center",
                        textcoords="offset points", ha="left" if side else "right", fontsize=7,
                        annotation_clip=False)  # fmt: skip
    rows(ax, [item.term for item in shown], width=12)
    ax.tick_params(axis="y", pad=26)
    for side, name in ((0, "reference"), (1, "target_text")):
        ax.annotate(label(name, lang), (side, 1), xycoords="axes fraction", xytext=(-4 if not side else 4, 4),
                    textcoords="offset points", ha="left" if side else "right", fontsize=7)  # fmt: skip
    left, right = _reach(shown)
    ax.set_xlim(min(left, -0.5) * 1.05, max(right, 0.5) * 1.05)
    ax.set_xlabel(label("log_ratio", lang))
    note(ax, label("keyness_note", lang, left_out=len(words_only(table)) - len(clear)))
    return ax


def _reach(items):
    """Ends of the axis: of the intervals, or not much beyond the effect where a side has none of a term."""
    low = [max(item.ci_low, item.log_ratio - BEYOND) for item in items]
    high = [min(item.ci_high, item.log_ratio + BEYOND) for item in items]
    return min(low, default=0.0), max(high, default=0.0)


def _interval(ax, row, item, colour):
    """One term: its effect as a dot, and its interval."""
    ax.plot(_reach([item]), [row, row], color=colour, lw=1.1)
    mark = "o" if item.log_ratio > 0 else "s"
    ax.plot(item.log_ratio, row, mark, ms=4.5, color=colour)


def say_keyness_documents(tables, *, lang="zh", names=None):
    """Three supported words of each, and those of which no word is supported."""
    text, none = [], []
    for side, table in tables.items():
        name = (names or {}).get(side, side)
        clear = supported(table).query("log_ratio > 0").sort_values(["g2", "term"], ascending=[False, True])
        words = listed(clear["term"].head(3), lang)
        text += [label("of_side", lang, name=name, words=words)] if len(clear) else []
        none += [] if len(clear) else [name]
    return sentences(
        label("say_keyness_documents", lang, text=listed(text, lang, "semicolon")) if text else "",
        _unsupported(none, lang) if none and text else "",
        label("say_keyness_all_none", lang) if none and not text else "",
        lang=lang,
    )


def _unsupported(names, lang):
    """Of which documents no word is supported; of many, how many."""
    if len(names) > NAMED:
        return label("say_keyness_none_of", lang, n=len(names))
    return label("say_keyness_none", lang, names=listed(names, lang))


@figure("keyness-documents", say_keyness_documents)
def plot_keyness_documents(tables, *, lang="zh", top=6, names=None, colours=None, total=None, title=None):
    """Small multiples of what each document uses more than the rest, effect with interval, on one scale.

    Parameters
    ----------
    tables : dict
        doc_id to table from `keyness`; shown are the terms that `plot_keyness` would show on the side of the document.
    top : int
        Terms per document.
    total : int, optional
        Documents of the corpus: where fewer are shown, the figure says so.
    lang, names, colours, title
        As for `plot_keywords`.

    Returns
    -------
    list of matplotlib Axes
    """
    more = {side: supported(table).query("log_ratio > 0") for side, table in tables.items()}
    shown = [side for side in tables if len(more[side])]
    titles = [(names or {}).get(side, side) for side in shown]
    top = min(top, max((len(more[side]) for side in shown), default=top))
    axes = panels(titles, title or label("keyness_documents", lang), height=0.55 + 0.16 * max(top, 3))
    if not shown:
        return [nothing(axes[0], lang, "keyness_none" if tables else "few_sides")]
    right = 1.0
    for ax, doc_id in zip(axes, shown, strict=True):
        clear = more[doc_id].sort_values(["g2", "term"], ascending=[False, True]).head(top)
        items = sorted(clear.itertuples(), key=lambda item: (-item.log_ratio, item.term))
        for row, item in enumerate(items):
            _interval(ax, row, item, (colours or {}).get(doc_id, PALETTE[0]))
            end = _reach([item])[1]
            right = max(right, end)
            ax.annotate(f"{item.n_target}:{item.n_reference}", (end, row), xytext=(3, 0),
                        textcoords="offset points", va="center", fontsize=7)  # fmt: skip
        rows(ax, [item.term for item in items], width=9)
        ax.set_ylim(max(top, 2) - 0.4, -0.6)
    for ax in axes:
        ax.set_xlim(0, right * 1.4)
    over_words(axes)
    foot(axes, label("log_ratio_short", lang))
    none = [(names or {}).get(side, side) for side in tables if side not in shown]
    none = [_unsupported(none, lang)] if none else []
    notes = (label("keyness_documents_note", lang), *none, *left_out(len(tables), total, lang))
    add_note(axes[0].figure, *notes)
    return axes
