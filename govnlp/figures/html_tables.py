"""Tables and passages as HTML: escaped, without formulas, with a footnote on what was computed."""

import unicodedata
from datetime import datetime
from html import escape
from numbers import Integral, Real

from govnlp.figures.column_names import column_label, reasons_said, value_label
from govnlp.figures.style import label
from govnlp.notes import said

IGNORED = "mathjax_ignore tex2jax_ignore"
"""Classes that keep MathJax from typesetting a text such as $x$."""

STYLE = (
    ".govnlp table{border-collapse:collapse}.govnlp caption{text-align:left;font-weight:bold}"
    "div.govnlp table th,div.govnlp table td{text-align:left;vertical-align:top;border-bottom:1px solid #ccc}"
    ".govnlp th,.govnlp td{padding:.2rem .6rem}"
    "div.govnlp table .n{text-align:right;font-variant-numeric:tabular-nums}.govnlp .near{color:#595959}"
    ".govnlp-picture{max-width:100%;height:auto}"
    ".govnlp mark{background:#ffe27a;color:#222;font-weight:bold}"
)
"""The look of tables and passages, on a page or in a notebook."""
IN_LAB = (
    "div.govnlp.govnlp table{width:max-content}div.govnlp.govnlp table :is(th,td){text-align:left;max-width:18em}"
    "div.govnlp.govnlp table .n{text-align:right}"
)
"""What JupyterLab would do otherwise: set texts to the right, and break Chinese after every character where a table is
wide."""


def visible(text):
    """Text without control and direction marks, which could show a reader another order than the text has.

    Examples
    --------
    >>> visible("云岭\\u202e市\\x00")
    '云岭市'
    """
    text = str(text)
    if text.isprintable():  # most are; characters are looked up one by one where one may have to go
        return text
    kept = (" " if c in "\n\t" else c for c in text)
    return "".join(c for c in kept if c == "\u200d" or unicodedata.category(c) not in ("Cc", "Cf", "Cs"))


def inert(text):
    """Text for a page: direction marks go, markup is escaped.

    Examples
    --------
    >>> inert("<script>")
    '&lt;script&gt;'
    """
    return escape(visible(text))


def cell_text(cell):
    """What a cell shows: lists joined, missing values blank, floats to three significant digits.

    Examples
    --------
    >>> [cell_text(cell) for cell in (["甲", "乙"], None, 0.12345, 1234.5, 4200.0, 12, datetime(2021, 3, 4))]
    ['甲、乙', '', '0.123', '1,234.5', '4,200', '12', '2021-03-04']
    """
    if isinstance(cell, (list, tuple)):
        return "、".join(map(visible, cell))
    if cell is None or (not isinstance(cell, str) and str(cell) in ("<NA>", "NaT", "nan")):
        return ""
    if isinstance(cell, Real) and not isinstance(cell, Integral):
        return f"{cell:,.1f}".removesuffix(".0") if abs(cell) >= 100 else f"{cell:.3g}"
    if isinstance(cell, datetime):
        return str(cell).removesuffix(" 00:00:00")
    return visible(cell)


def head_html(name, lang, side=""):
    """The head of a column, with its name in a program where that is another one."""
    shown = column_label(name, lang)
    own = f' title="{inert(name)}"' if shown != str(name) else ""
    return f'<th scope="col"{side}{own}>{inert(shown)}</th>'


def table_html(table, rows=20, caption="", note=None, lang=None):
    """A table as HTML for a notebook or page.

    Parameters
    ----------
    table : pandas.DataFrame
    rows : int
        So many are shown; the footnote says how many there are: ``table.attrs["rows"]`` where it is a part of another.
    caption : str
    note : str, optional
        The footnote; ``table.attrs["note"]`` unless given.
    lang : {"zh", "en"}, optional
        Language in which columns and the values of closed lists are named; by default they are shown as they are.

    Returns
    -------
    str

    Examples
    --------
    >>> import pandas as pd
    >>> "&lt;b&gt;" in table_html(pd.DataFrame({"term": ["<b>"], "n": [2]}))
    True
    """
    shown = reasons_said(table, lang).head(rows)
    kinds = [getattr(kind, "numpy_dtype", kind).kind for kind in shown.dtypes]
    sides = [' class="n"' if kind in "iuf" else "" for kind in kinds]
    columns = list(zip(shown.columns, sides, strict=True))
    top = "".join(head_html(name, lang, side) for name, side in columns)
    body = ""
    for row in shown.itertuples(index=False):
        cells = (
            f"<td{side}>{escape(cell_text(value_label(name, cell, lang)))}</td>"
            for cell, (name, side) in zip(row, columns, strict=True)
        )
        body += f"<tr>{''.join(cells)}</tr>"
    note = said(table.attrs.get("note", "") if note is None else note, lang)
    n = table.attrs.get("rows", len(table))
    which = "some_rows" if len(shown) < n else "all_rows"
    count = label(which, lang or "en", shown=f"{len(shown):,}", n=f"{n:,}")
    foot = label("semicolon", lang or "en").join(filter(None, [count, note]))
    foot = f"<p><small>{inert(foot)}</small></p>"
    head = f"<caption>{inert(caption)}</caption>" if caption else ""
    return (
        f'<div class="govnlp {IGNORED}"><table>{head}<thead><tr>{top}</tr></thead>'
        f"<tbody>{body}</tbody></table>{foot}</div>"
    )


def in_notebook(html):
    """HTML with the style that a page would have in its head."""
    return f"<style>{STYLE}{IN_LAB}</style>{html}"


def in_shell():
    """Whether this runs in a notebook."""
    import sys

    return "IPython" in sys.modules and sys.modules["IPython"].get_ipython() is not None


def show_notes(rows=20, lang=None):
    """From here on, tables in this notebook show `rows` rows, escaped, with the footnote of `table_html`.

    Parameters
    ----------
    rows : int
    lang : {"zh", "en"}, optional
        As for `table_html`; footnotes of the library are shown in Chinese too.

    Raises
    ------
    RuntimeError
        Outside a notebook.
    """
    import pandas as pd
    from IPython import get_ipython

    if not in_shell():
        raise RuntimeError("show_notes() is for notebooks; elsewhere use table_html(table)")
    from govnlp.documents.corpus import Corpus
    from govnlp.words.frequency import frequency
    from govnlp.words.matrix import TermMatrix

    html = get_ipython().display_formatter.formatters["text/html"]
    shown = ["doc_id", "title", "year", "region", "genre"]
    html.for_type(
        Corpus,
        lambda corpus: in_notebook(
            table_html(corpus.documents[shown], rows, note=corpus.footnote(), lang=lang)
        ),
    )
    html.for_type(TermMatrix, lambda terms: in_notebook(table_html(frequency(terms), rows, lang=lang)))
    html.for_type_by_name(
        "govnlp.analysis.topics.model",
        "TopicModel",
        lambda model: in_notebook(table_html(model.topics, rows, note=model.describe(), lang=lang)),
    )
    html.for_type(pd.DataFrame, lambda table: in_notebook(table_html(_with_index(table), rows, lang=lang)))


def say_errors(lang):
    """From here on, what the library says in this notebook, such as errors, warnings and progress, is in a language.

    Of errors only those whose message is a `Note` change, in their last line; their kind and the lines above it stay.
    """
    import os
    import warnings

    from IPython import get_ipython

    from govnlp.notes import ASKED, Note

    os.environ[ASKED[0]] = lang  # as on the command line: processes that this one starts have it too

    def show(shell, kind, error, trace, tb_offset=None):
        error.args = tuple(said(part, lang) for part in error.args)
        shell.showtraceback((kind, error, trace), tb_offset=tb_offset)

    def show_warning(message, kind, *where, **how):
        ours = message.args and isinstance(message.args[0], Note)
        usual(kind(said(message.args[0], lang)) if ours else message, kind, *where, **how)

    get_ipython().set_custom_exc((OSError, TypeError, ValueError, LookupError, RuntimeError), show)
    usual = getattr(warnings.showwarning, "usual", warnings.showwarning)  # a stage that is made again
    show_warning.usual = usual
    warnings.showwarning = show_warning


def _with_index(table):
    """The table, with its index as first columns where that says more than a row's number."""
    plain = table.index.names == [None] and table.index.dtype.kind in "iu"
    return table if plain else table.reset_index(allow_duplicates=True)
