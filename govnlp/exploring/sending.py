"""What the screen hands on: a figure of what was chosen, and its passages to the coding screen."""

import re

from govnlp.exploring.coding import code_passages
from govnlp.figures.manifest import read_manifest
from govnlp.figures.saving import save_figure, source_line
from govnlp.figures.style import NOTHING, label


def keep_figure(drawn, folder, documents, passages, lang="zh"):
    """Save a figure with its table, and a source line that says on how many documents and passages it rests.

    Parameters
    ----------
    drawn : Drawn or None
    folder : path
        Of a run: its report shows the figure too.
    documents, passages : int
    lang : {"zh", "en"}

    Returns
    -------
    pathlib.Path
        Of the PNG. A figure that was saved before keeps its name, the next one has a number.

    Raises
    ------
    ValueError
        There is no figure, or it has nothing to show.
    """
    import matplotlib.pyplot as plt

    figure = None if drawn is None else drawn.ax(lang).figure
    if figure is None or figure.get_gid() == NOTHING:
        plt.close()
        raise ValueError(label("no_figure", lang))
    heading = figure.get_suptitle() or figure.axes[0].get_title(loc="left")
    title = label("chosen_figure", lang, title=heading.replace("\n", ""))
    source = source_line(documents, label("unit_paragraph", lang), f"{passages:,}", lang)
    known, number = read_manifest(folder)["outputs"], 1
    while (name := f"00-{drawn.plot.name}-{number}") in known:
        number += 1
    path = save_figure(
        figure, name, alt=drawn.alt(lang), data=drawn.table, title=title, source=source, run=folder
    )
    plt.close(figure)
    return path


def code_chosen(views, chosen, folder, coder):
    """The coding screen on passages that were chosen; a coder's codes are in one file, whatever was chosen.

    Parameters
    ----------
    views : Views
    chosen : DataFrame
        unit_id of the passages.
    folder : path
    coder : str

    Returns
    -------
    ipywidgets.Widget

    Raises
    ------
    ValueError
        The coder has no name.
    """
    name = re.sub(r"\W+", "_", coder.strip())
    if not name:
        raise ValueError(label("no_coder", views.lang))
    units, path = views.units("paragraph"), folder / f"codes-{name}.csv"
    folder.mkdir(parents=True, exist_ok=True)
    return code_passages(units, path, views.themes, coder.strip(), chosen=chosen["unit_id"], lang=views.lang)
