"""report.tex: the tables of a run for a paper, each under the name by which the text refers to it."""

from pathlib import Path

from govnlp.figures.column_names import column_label, value_label
from govnlp.figures.manifest import file_of, read_manifest, whole_file
from govnlp.figures.report import read_rows, shown_outputs
from govnlp.figures.report_parts import all_numbers, short
from govnlp.figures.style import clean, ems, label
from govnlp.notes import Mistake

ROWS = 25
"""Rows of a table that a page of A4 holds."""
WIDEST = 12
"""Ems of a column; longer texts go on in the next line."""
PAGE = 56
"""Ems that a page across has; columns that don't fit are left out, the last ones first."""
SPECIAL = str.maketrans(
    {c: f"\\{c}" for c in "&%$#_{}"}
    | {"~": r"\textasciitilde{}", "^": r"\textasciicircum{}", "\\": r"\textbackslash{}"}
)
HEAD = r"""% xelatex report.tex, with any font that has Chinese characters; or copy a table into a paper of your own
\documentclass{article}
\usepackage[a4paper,landscape,margin=15mm]{geometry}
\usepackage{booktabs,fontspec}
\setmainfont{Noto Sans CJK SC}
\XeTeXlinebreaklocale "zh"
\XeTeXlinebreakskip = 0pt plus 1pt
\begin{document}
\small
"""
TABLE = r"""\begin{{table}}[htbp]
\centering
\caption{{{caption}}}
\label{{tab:{name}}}
\begin{{tabular}}{{{forms}}}
\toprule
{head} \\
\midrule
{rows}
\bottomrule
\end{{tabular}}
\end{{table}}
"""


def write_latex(folder, lang="zh"):
    """Write report.tex into the folder of a run.

    Parameters
    ----------
    folder : str or path
        With manifest.json and the tables of a run.
    lang : {"zh", "en"}
        Of heads and captions.

    Returns
    -------
    pathlib.Path
        A document for XeLaTeX with a table (booktabs) for each of the run: its first 25 rows, as many columns as a page
        across holds, a caption that says how many rows there are, and a label such as ``tab:02-frequency``.

    Raises
    ------
    ValueError
        The folder has no table.
    """
    folder = Path(folder)
    outputs = shown_outputs(read_manifest(folder))
    tables = {name: record for name, record in outputs.items() if file_of(record, "csv")}
    if not tables:
        raise ValueError(Mistake("no_run", folder=str(folder)))
    parts = [_table(folder, name, record, lang) for name, record in tables.items()]
    path = folder / "report.tex"
    path.write_text(HEAD + "\n".join(parts) + "\\end{document}\n", encoding="utf-8", newline="\n")
    return path


def _table(folder, name, record, lang):
    """A table with its caption and label."""
    file = file_of(record, "csv")
    head, body = read_rows(folder / file)
    columns, forms, room = [], "", PAGE
    for column, *cells in zip(head, *body[:ROWS], strict=True):
        numeric = all_numbers(cells)
        shown = [column_label(column, lang), *(short(value_label(column, x, lang), numeric) for x in cells)]
        width = min(WIDEST, max(map(ems, shown)))
        if width > room:
            break
        room -= width + 1
        columns.append([clean(text).replace("\n", " ").translate(SPECIAL) for text in shown])
        forms += "r" if numeric else "l" if width < WIDEST else f"p{{{WIDEST}em}}"
    lines = [" & ".join(line) for line in zip(*columns, strict=True)]
    note = label(
        "rows_shown", lang, shown=min(ROWS, len(body)), n=f"{record['rows']:,}", file=whole_file(record)
    )
    caption = clean(record["title"] + note).translate(SPECIAL)
    rows = "\n".join(rf"{line} \\" for line in lines[1:])
    return TABLE.format(caption=caption, name=name, forms=forms, head=lines[0], rows=rows)
