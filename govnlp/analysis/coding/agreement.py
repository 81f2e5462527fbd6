"""Themes given by hand: passages to code, codes read back, agreement of coders and lexicon."""

import re

import numpy as np
import pandas as pd

from govnlp.analysis.themes.profile import FEW, THRESHOLD, membership
from govnlp.analysis.themes.scores import placed_texts

NO_THEME = ("无", "none", "0")
SEPARATOR = re.compile(r"[、,，;；/|\n]+")


def export_passages(source, path, themes, *, n=60, coders=("coder_1", "coder_2"), random_state=0):
    """Write passages to be coded by hand to a spreadsheet.

    Passages are drawn at random from all, in random order, and without what the lexicon says of them, so
    that coders are not led. A coder writes the names of one or several themes, parted by 、, or 无 where none
    fits; an empty cell is a passage not coded.

    Parameters
    ----------
    source : Corpus or DataFrame
        A corpus stands for its content blocks, a table for its rows (unit_id, text).
    path : str or path
        Ends in .xlsx.
    themes : DataFrame
        From `read_themes`; its names and definitions stand on a sheet of their own.
    n : int
        Passages; all where there are fewer.
    coders : sequence of str
        A column for each.
    random_state : int

    Returns
    -------
    DataFrame
        The passages as written: unit_id, doc_id, section, text. Cells are text: nothing in them is taken for a
        formula.
    """
    units = placed_texts(source)
    units = units.sample(min(n, len(units)), random_state=random_state)
    passages = units[["unit_id", "doc_id", "section", "text"]].reset_index(drop=True)
    about = themes.drop_duplicates("theme")[["theme", "definition"]]
    sheets = {"passages": passages.assign(**dict.fromkeys(coders, "")), "themes": about}
    _workbook(sheets, path)
    return passages


def _workbook(sheets, path):
    from openpyxl import Workbook
    from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
    from openpyxl.styles import Alignment

    book = Workbook()
    book.remove(book.active)
    for name, table in sheets.items():
        sheet = book.create_sheet(name)
        lines = [list(table.columns), *table.astype(object).where(table.notna(), "").to_numpy().tolist()]
        for i, line in enumerate(lines, start=1):
            for j, value in enumerate(line, start=1):
                cell = sheet.cell(i, j, ILLEGAL_CHARACTERS_RE.sub("", str(value)))
                cell.data_type = "s"  # a text that begins with = stays one
                cell.alignment = Alignment(wrap_text=True, vertical="top")
        for column in sheet.columns:
            widest = max(len(str(cell.value)) for cell in column)
            sheet.column_dimensions[column[0].column_letter].width = min(60, 2 * widest + 4)
        sheet.freeze_panes = "A2"
    book.save(path)


def read_codes(path, themes=None):
    """Read codes that were given by hand in a spreadsheet.

    Parameters
    ----------
    path : str or path
        What `export_passages` wrote, filled in; or any .xlsx or .csv with a column unit_id and a column per
        coder.
    themes : DataFrame, optional
        From `read_themes`; codes that are no theme of it are refused.

    Returns
    -------
    DataFrame
        A row per passage, coder and theme: unit_id, coder, theme; theme is None where the coder found none.
        Passages that a coder left empty are not there.

    Raises
    ------
    ValueError
        There is no unit_id, no code, or a code that is no theme; the message names it.
    """
    read = pd.read_csv if str(path).lower().endswith(".csv") else pd.read_excel
    table = read(path, dtype=str).fillna("")
    if "unit_id" not in table:
        raise ValueError(f"no column unit_id in {path}; it has: {', '.join(map(str, table.columns))}")
    known = None if themes is None else set(themes["theme"])
    rows = []
    for column in table.columns.difference(["unit_id", "doc_id", "section", "text"], sort=False):
        for unit_id, cell in zip(table["unit_id"], table[column], strict=True):
            codes = [code.strip() for code in SEPARATOR.split(cell) if code.strip()]
            for code in dict.fromkeys(codes):
                theme = None if code.lower() in NO_THEME else code
                if known is not None and theme is not None and theme not in known:
                    raise ValueError(f"{column} has {code!r} at {unit_id}; one of: {', '.join(known)}, 无")
                rows.append((unit_id, column, theme))
    if not rows:
        raise ValueError(f"no codes in {path}: write theme names, or 无, into a column per coder")
    return pd.DataFrame(rows, columns=["unit_id", "coder", "theme"])


def lexicon_codes(scores, *, threshold=THRESHOLD, coder="lexicon"):
    """The themes that the lexicon gives, in the form of `read_codes`: unit_id, coder, theme (None without one)."""
    blocks, themes, member = membership(scores, threshold)
    rows = [
        (unit_id, coder, theme)
        for unit_id, row in zip(blocks["unit_id"], member, strict=True)
        for theme in ([themes[i] for i in np.flatnonzero(row)] or [None])
    ]
    return pd.DataFrame(rows, columns=["unit_id", "coder", "theme"])


def theme_agreement(codes):
    """Agreement of coders on every theme, beyond chance.

    Each theme is a yes or no per passage. Kappa (Cohen 1960) takes the passages that two coders share, and is the
    mean over the pairs of coders; alpha (Krippendorff 2018, nominal) takes all coders and passages at once,
    with gaps. Both are 1 for full agreement and 0 for that of chance; alpha from .8 is taken as reliable,
    from .667 for tentative conclusions.

    Parameters
    ----------
    codes : DataFrame
        unit_id, coder, theme (None for none), as from `read_codes`, or several such tables joined with
        ``pd.concat``: coders among each other, or with the lexicon (`lexicon_codes`).

    Returns
    -------
    DataFrame
        theme, n (passages with two coders or more), n_yes (of these, with the theme from anybody), agreement (share
        of pairs that say the same), kappa, alpha; by theme. kappa and alpha are NA with fewer than eight
        passages, or where all say the same of all, since then nothing tells agreement from chance.

    Examples
    --------
    >>> a, b = "水水水水路路路路", "水水水路路路路路"
    >>> rows = [(i, coder, theme) for coder, given in (("甲", a), ("乙", b)) for i, theme in enumerate(given)]
    >>> table = theme_agreement(pd.DataFrame(rows, columns=["unit_id", "coder", "theme"]))
    >>> table.loc[0, ["theme", "n", "agreement", "kappa"]].map(str).tolist()
    ['水', '8', '0.875', '0.75']
    """
    from sklearn.metrics import cohen_kappa_score

    coded = codes.drop_duplicates(["unit_id", "coder"]).assign(there=1)
    coded = coded.pivot_table(index="unit_id", columns="coder", values="there").notna()
    coded = coded[coded.sum(axis=1) >= 2]
    names, rows = list(coded.columns), []
    pairs = [(a, b) for i, a in enumerate(names) for b in names[i + 1 :] if (coded[a] & coded[b]).any()]
    for theme in sorted(codes["theme"].dropna().unique()):
        yes = codes[codes["theme"] == theme].drop_duplicates().assign(yes=1.0)
        yes = yes.pivot_table(index="unit_id", columns="coder", values="yes").reindex(
            coded.index, columns=names
        )
        value = yes.fillna(0.0).where(coded)
        same = [(value.loc[coded[a] & coded[b], a] == value.loc[coded[a] & coded[b], b]) for a, b in pairs]
        kappas = [np.nan]
        if len(coded) >= FEW and len(_given(value)) > 1:
            both = [value[[a, b]].dropna() for a, b in pairs]
            kappas = [
                cohen_kappa_score(v.iloc[:, 0], v.iloc[:, 1], labels=[0, 1]) for v in both if len(v) >= FEW
            ]
        agreement = float(np.concatenate(same).mean()) if same else np.nan
        alpha = nominal_alpha(value) if len(coded) >= FEW else np.nan
        kappa = float(np.nanmean(kappas)) if np.isfinite(kappas).any() else np.nan
        rows.append([theme, len(coded), int((value == 1).any(axis=1).sum()), agreement, kappa, alpha])
    return pd.DataFrame(rows, columns=["theme", "n", "n_yes", "agreement", "kappa", "alpha"])


def _given(values):
    """The different codes of a table with gaps."""
    return np.unique(values.to_numpy(dtype=float)[values.notna()])


def nominal_alpha(values):
    """Krippendorff's alpha for nominal codes, with gaps.

    Parameters
    ----------
    values : DataFrame
        A row per unit, a column per coder; codes are numbers, NaN where a coder gave none.

    Returns
    -------
    float
        1 - observed / expected disagreement of the coincidence matrix (Krippendorff 2011, *Computing Krippendorff's
        Alpha-Reliability*, section C); NaN where all codes are the same.

    Examples
    --------
    >>> nominal_alpha(pd.DataFrame({"甲": [1, 1, 0, 0], "乙": [1, 1, 0, 0]}))
    1.0
    """
    counts = np.array([(values == code).sum(axis=1) for code in _given(values)], dtype=float).T
    counts = counts[counts.sum(axis=1) >= 2]
    size, total = counts.sum(axis=1), counts.sum(axis=0)
    n = total.sum()
    observed = ((size**2 - (counts**2).sum(axis=1)) / (size - 1)).sum()
    expected = (n**2 - (total**2).sum()) / max(n - 1, 1)
    return float(1 - observed / expected) if expected else np.nan
