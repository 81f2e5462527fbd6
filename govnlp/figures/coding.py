"""What coders need and what their codes show: a codebook to print, and a confusion table as a figure."""

from pathlib import Path

import numpy as np

from govnlp.analysis.themes.lexicon import definition_column
from govnlp.analysis.themes.profile import THRESHOLD
from govnlp.figures.html_page import page_html
from govnlp.figures.html_tables import inert
from govnlp.figures.style import clean, label, open_axes, shorten, styled

PASSAGES = 3  # typical and border passages of a theme: what fits on its page
PRINTED = "@media print{main section{break-after:page}nav{display:none}}"


@styled
def plot_confusion(confusion, *, lang="zh", title=None, ax=None):
    """What one coder gave where another gave this: rows the first, columns the second, agreement on the diagonal.

    Parameters
    ----------
    confusion : DataFrame
        From `code_confusion`.
    lang : {"zh", "en"}
    title : str, optional
    ax : matplotlib Axes, optional

    Returns
    -------
    matplotlib Axes
    """
    table = confusion.pivot_table(index="theme_a", columns="theme_b", values="n", fill_value=0)
    counts = table.to_numpy()
    ax = open_axes(ax, title or label("confusion", lang), height=1.6 + 0.28 * len(table))
    ax.imshow(counts, cmap="Blues", vmin=0, vmax=max(counts.max() * 1.6, 1), aspect="auto")
    for (row, column), n in np.ndenumerate(counts):
        if n:
            ax.text(column, row, f"{n:g}", ha="center", va="center", fontsize=7.5)
    names = [shorten(clean(name), 14) for name in table.index]
    ax.set_yticks(range(len(names)), names)
    ax.set_xticks(range(len(names)), names, rotation=40, ha="right", rotation_mode="anchor")
    ax.set(xlabel=label("coder_second", lang), ylabel=label("coder_first", lang))
    ax.tick_params(length=0)
    return ax


def write_codebook(themes, scores, units, path, lang="zh"):
    """Write a codebook that coders print: a page per theme.

    Parameters
    ----------
    themes : DataFrame
        From `read_themes`.
    scores : DataFrame
        From `score_themes`.
    units : DataFrame
        unit_id and text of the passages that were scored.
    path : str or path
        Ending in .html.
    lang : {"zh", "en"}

    Returns
    -------
    pathlib.Path
        Each page has the theme's definition, its entries, the passages with the highest scores, and border passages:
        those whose score is nearest to the threshold, where coders will differ.
    """
    texts = units.drop_duplicates("unit_id").set_index("unit_id")["text"]
    body, contents = "", []
    for number, (theme, part) in enumerate(themes.groupby("theme", sort=False)):
        mine = scores[(scores["theme"] == theme) & (scores["score"] > 0)]
        typical = mine.sort_values(["score", "unit_id"], ascending=[False, True]).head(PASSAGES)
        rest = mine.drop(typical.index)
        border = (
            rest.assign(far=(rest["score"] - THRESHOLD).abs()).sort_values(["far", "unit_id"]).head(PASSAGES)
        )
        contents.append((f"theme-{number}", theme, []))
        body += f'<section id="theme-{number}"><h2>{inert(theme)}</h2>'
        body += (
            f"<p>{inert(part[definition_column(lang)].iloc[0])}</p><h3>{label('codebook_entries', lang)}</h3>"
        )
        body += f"<p>{inert('、'.join(dict.fromkeys(part['entry'])))}</p>"
        for key, some in (("codebook_typical", typical), ("codebook_border", border)):
            body += f"<h3>{label(key, lang)}</h3>" + _passages(some, texts, lang)
        body += "</section>"
    path = Path(path)
    path.write_text(
        page_html(label("codebook", lang), body, contents, lang, PRINTED), encoding="utf-8", newline="\n"
    )
    return path


def _passages(some, texts, lang):
    items = "".join(
        f"<li>{inert(texts[row.unit_id])} <small>{inert(row.unit_id)} · {inert('、'.join(row.evidence))}</small></li>"
        for row in some.itertuples()
    )
    return f"<ul>{items}</ul>" if items else f"<p>{label('codebook_none', lang)}</p>"
