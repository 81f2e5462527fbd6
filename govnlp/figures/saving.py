"""Saving a figure with the table behind it, its alt text and its provenance; the same bytes every run."""

from pathlib import Path

import numpy as np

from govnlp.figures.column_names import reasons_said, value_label
from govnlp.figures.manifest import file_hash, record_output
from govnlp.figures.style import clean, label, style, wrap
from govnlp.notes import Mistake

FORMULA = ("=", "+", "-", "@", "\t", "\r")
FOLDERS = {"svg": "figures", "png": "figures", "txt": "figures", "csv": "tables", "parquet": "data"}
"""Where in the folder of a run the files with an ending are."""
LARGE, FIRST = 5000, 1000
"""Rows: a table of more is kept whole as Parquet, and its first rows as CSV, which a spreadsheet opens at once."""
PIXELS = 200
"""Of a picture, to the inch."""


def source_line(documents, unit, n, lang="zh"):
    """Source line of a figure: documents, unit, n and the package's version."""
    import govnlp

    return label("source", lang, documents=documents, unit=unit, n=n, version=govnlp.__version__)


def safe_cell(cell):
    """A cell that no spreadsheet takes for a formula (OWASP, CSV injection).

    Examples
    --------
    >>> safe_cell("=cmd()")
    "'=cmd()"
    """
    if isinstance(cell, (list, tuple)):
        cell = "、".join(map(str, cell))
    if isinstance(cell, str):
        cell = cell.encode("utf-8", "replace").decode("utf-8")  # halves of characters can't be written
        cell = cell.replace("\r\n", "\n").replace("\r", "\n")  # a bare CR would end the row for some readers
        return f"'{cell}" if cell.startswith(FORMULA) else cell
    return cell


def digits(number):
    """A float as a reader wants it: six decimals, or six significant digits below one.

    Examples
    --------
    >>> [digits(x) for x in (0.1 + 0.2, 22150000000.0, 688.6415430855104, 1.80197834e-07)]
    ['0.3', '22150000000', '688.641543', '1.80198e-07']
    """
    return f"{number:.6g}" if abs(number) < 1 else f"{number:.6f}".rstrip("0").rstrip(".")


def write_csv(table, path):
    """Write a table as UTF-8 with byte order mark, formulas made inert and floats as `digits` has them."""
    texts = [name for name in table if table[name].dtype.kind not in "biufM"]
    safe = table.assign(**{name: table[name].map(safe_cell) for name in texts}).rename(columns=safe_cell)
    safe.to_csv(path, index=False, encoding="utf-8-sig", lineterminator="\n", float_format=digits)


def save_figure(fig, path, *, alt, data, title=None, caption=None, source=None, finding=None, run=None):
    """Save a figure as .svg and .png, with its table (.csv) and alt text (.txt), and record it in manifest.json.

    Parameters
    ----------
    fig : matplotlib Figure
    path : str or path
        Without ending; its last part orders the report, so ``02-frequency``.
    alt : str
        The finding in words.
    data : pandas.DataFrame
        The table behind the figure.
    title, caption, source : str, optional
        For the report; the source line is also drawn under the figure. The title is the figure's own by default.
    finding : str, optional
        What the table supports, for the page of findings.
    run : str or path, optional
        Folder of a run, to whose figures/, tables/ and data/ the files go; `path` is then a mere name.

    Returns
    -------
    pathlib.Path
        Path of the PNG.

    Raises
    ------
    ValueError
        The alt text is empty.
    """
    if not str(alt).strip():
        raise ValueError(Mistake("alt_empty"))
    svg, png, txt = (_place(path, ending, run) for ending in ("svg", "png", "txt"))
    heading = fig.get_suptitle() or (fig.axes[0].get_title(loc="left") if fig.axes else "")
    heading = heading.replace("\n", "")
    with style():
        if source:
            line = wrap(source, fig.get_figwidth() * 72 / 7.4)
            notes = fig.get_supxlabel().rstrip().rstrip("\n")
            line = f"{notes}\n{line}" if notes and line not in notes else line
            fig.supxlabel(line, x=0.008, ha="left", fontsize=7, color="#595959", linespacing=1.5)
        image, above = _draw(fig, svg)
    image.save(png, dpi=(PIXELS, PIXELS), compress_level=3)  # no larger than with 6, and faster
    txt.write_text(clean(alt) + "\n", encoding="utf-8", newline="\n")
    tables = _write_rows(data, path, run)
    record = {
        "kind": "figure", "title": title or heading, "alt": clean(alt), "caption": caption or "",
        "source": source or "", "finding": clean(finding or ""), "rows": len(data),
        "above": above if heading in (title or heading) else 0,
        "files": _hashes([svg, png, txt, *tables], path, run),
    }  # fmt: skip
    record_output(_home(path, run), Path(path).name, record)
    return png


def _draw(fig, svg):
    """Lay a figure out once, write it as SVG, and give its pixels and the share of the height that its title takes."""
    from matplotlib import rcParams
    from PIL import Image

    from govnlp.figures.canvas import Canvas, texts_laid_out_once

    known, dpi, layout = fig.canvas, fig.dpi, fig.get_layout_engine()
    try:
        fig.dpi = PIXELS
        with open(svg, "w", encoding="utf-8", newline="\n") as page, texts_laid_out_once():
            canvas = Canvas(fig, page)
            if layout:
                layout.execute(fig)
                rcParams["figure.constrained_layout.use"] = False
                fig.set_layout_engine(None)
            canvas.draw()
        above = _title_share(fig)
        # no transparency: a palette would shift the shades of a heatmap
        image = Image.fromarray(np.asarray(canvas.buffer_rgba())).convert("RGB")
        canvas.release()
        return image, above
    finally:
        fig.set_layout_engine(layout)
        fig.dpi = dpi
        fig.set_canvas(known)


def _title_share(fig):
    """Share of the height that the figure's own title takes; a report, which gives it as a heading, cuts it off."""
    title = next((text for text in fig.texts if text.get_text() == fig.get_suptitle() != ""), None)
    if title is None:
        return 0
    return round(1 - title.get_window_extent().y0 / fig.bbox.height, 4)


def _home(path, run):
    """The folder with the manifest."""
    return Path(path).parent if run is None else Path(run)


def _place(path, ending, run):
    """The file of an output with an ending; its folder is made."""
    place = _home(path, run) / ("" if run is None else FOLDERS[ending]) / f"{Path(path).name}.{ending}"
    place.parent.mkdir(parents=True, exist_ok=True)
    return place


def _hashes(files, path, run):
    home = _home(path, run)
    return {file.relative_to(home).as_posix(): file_hash(file) for file in files}


def _write_rows(table, path, run):
    """Write a table as CSV; a large one whole as Parquet and its first rows as CSV. Gives the files."""
    file = _place(path, "csv", run)
    if len(table) <= LARGE:
        write_csv(table, file)
        return [file]
    whole = _place(path, "parquet", run)
    table.to_parquet(whole, index=False)
    write_csv(table.head(FIRST), file)
    return [file, whole]


def save_table(table, path, *, title, caption="", lang=None, run=None):
    """Save a table as .csv and record it for the report.

    Parameters
    ----------
    table : pandas.DataFrame
    path : str or path
        Without ending.
    title : str
    caption : str
        Shown over the table in the report.
    lang : {"zh", "en"}, optional
        Language of the sentences in it (notes and reasons); English unless given.
    run : str or path, optional
        As for `save_figure`.

    Returns
    -------
    pathlib.Path
    """
    table = reasons_said(table, lang)
    if "note" in table:
        table = table.assign(note=[value_label("note", note, lang) for note in table["note"]])
    files = _write_rows(table, path, run)
    record = {"kind": "table", "title": title, "caption": caption, "rows": len(table)}
    record_output(_home(path, run), Path(path).name, record | {"files": _hashes(files, path, run)})
    return files[0]
