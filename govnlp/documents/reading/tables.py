"""Tables of documents: one document per row of a .csv, .tsv, .jsonl, .xlsx, .xls or .parquet file."""

import csv
import io
import re
from datetime import datetime

import pandas as pd

from govnlp.documents.parsing.days import says_when
from govnlp.documents.reading import encodings
from govnlp.documents.reading.problems import problem
from govnlp.documents.reading.source import Source
from govnlp.documents.reading.workbooks import cell_text, sheets
from govnlp.notes import Mistake, Note

READERS = {
    ".csv": lambda data, wanted: _delimited(data, wanted, ","),
    ".tsv": lambda data, wanted: _delimited(data, wanted, "\t"),
    ".jsonl": lambda data, wanted: pd.read_json(
        io.StringIO(encodings.decode(data)[0]), lines=True, dtype=False
    ),
    ".xlsx": lambda data, wanted: _workbook(data, wanted),
    ".xls": lambda data, wanted: _workbook(data, wanted),
    ".parquet": lambda data, wanted: _parquet(data),
}
HEAD = 20  # rows in which a sheet's header is looked for: titles and notes stand above it
SERIAL = (
    20_000,
    60_000,
)  # days since 30 December 1899 that a cell without a format for dates shows: 1954 to 2064
EPOCH = re.compile(r"1\d{12}")  # milliseconds since 1970, as programs write dates
COMPACT = re.compile(r"((?:19|20)\d\d)(\d\d)(\d\d)$")
DAY = re.compile(r"(\d{4})[-./](\d{1,2})[-./](\d{1,2})(?=\D|$)")


def table_sources(path, text, doc_id, columns):
    """Sources and problems of the rows of a table; `columns` gives the column of each kind of metadata, or None."""
    if not path.exists():
        raise FileNotFoundError(Mistake("no_file", path=str(path)))
    suffix = path.suffix.lower()
    if suffix not in READERS:
        raise ValueError(Mistake("table_format", suffix=suffix, known=", ".join(READERS)))
    data, wanted = path.read_bytes(), [x for x in (text, doc_id, *columns.values()) if x is not None]
    try:
        table = READERS[suffix](data, wanted)
    except Exception as error:
        reason = f"{type(error).__name__}: {error}"[:200]
        raise ValueError(Mistake("table_damaged", name=path.name, suffix=suffix, reason=reason)) from error
    for name in wanted:
        if name not in table.columns:
            raise ValueError(
                Mistake("no_column_in", name=name, path=path.name, known=", ".join(map(str, table.columns)))
            )
    stated = {
        key: [_day(x) if key == "published" else _value(x) for x in table[name]]
        for key, name in columns.items()
        if name
    }
    ids = (
        [_value(x) for x in table[doc_id]]
        if doc_id
        else [f"{path.stem}-{n}" for n in range(1, len(table) + 1)]
    )
    sources, problems = [], []
    for i, day in enumerate(stated.get("published", ())):
        if day is not None and not says_when(day):
            note = Note("no_date", n=i + 1, column=columns["published"], value=day)
            problems.append(problem(f"{path}!{i + 1}", "read", note))
    for i, content in enumerate(_value(x) for x in table[text]):
        where = f"{path}!{i + 1}"
        if content is None:
            problems.append(problem(where, "read", Note("row_without_text", n=i + 1, column=text)))
            continue
        known = {key: values[i] for key, values in stated.items() if values[i] is not None}
        lines = encodings.lines_of(encodings.clean(content))
        sources.append(Source(ids[i] or f"{path.stem}-{i + 1}", where, "row", None, lines, [], known))
    if not sources:
        raise ValueError(Mistake("no_row_with_text", name=path.name, column=text))
    return sources, problems


def _workbook(data, wanted):
    """Rows of the sheets of a workbook that have the wanted columns, below their header; of the first sheet else."""
    filled = ([row for row in rows if any(map(cell_text, row))] for rows in sheets(data).values())
    tables = [_below_header(rows, wanted) for rows in filled if rows]
    fitting = [x for x in tables if set(wanted) <= set(x.columns)] or tables[:1]
    return pd.concat(fitting, ignore_index=True)


def _delimited(data, wanted, sign):
    """Rows of a table of text below its header."""
    text = encodings.decode(data)[0]
    csv.field_size_limit(max(len(text), csv.field_size_limit()))
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=sign, strict=True)
    return _below_header(
        list(filter(None, rows)), wanted
    )  # blank lines are none, rows of empty cells are rows


def _below_header(rows, wanted):
    """Table below the row that names most of the wanted columns."""
    names = [[cell_text(x) for x in row] for row in rows[:HEAD]]
    at = max(range(len(names)), key=lambda i: (len(set(wanted) & set(names[i])), -i))
    width = max(map(len, rows))
    header = [x or f"column {n}" for n, x in enumerate(names[at] + [""] * (width - len(names[at])), 1)]
    body = [[*row, *[None] * (width - len(row))] for row in rows[at + 1 :]]
    table = pd.DataFrame(body, columns=header, dtype=object)
    return table.loc[:, ~table.columns.duplicated()]


def _day(cell):
    """A date as text in a form that dates are read in; anything else as it is.

    >>> [_day(x) for x in (44260, "20210308", "2021/3/10 10:20", "2021年3月")]
    ['2021-03-05', '2021-03-08', '2021-03-10', '2021年3月']
    """
    if isinstance(cell, int | float) and SERIAL[0] <= cell < SERIAL[1]:
        return str((pd.Timestamp("1899-12-30") + pd.Timedelta(days=int(cell))).date())
    value = _value(cell)
    if EPOCH.fullmatch(value or ""):
        return str(pd.Timestamp(int(value), unit="ms", tz="Asia/Shanghai").date())
    found = COMPACT.match(value or "") or DAY.match(value or "")
    return "-".join(x.zfill(2) for x in found.groups()) if found else value


def _parquet(data):
    """Table of a Parquet file whose text is text."""
    import pyarrow.parquet as pq

    stored = pq.ParquetFile(io.BytesIO(data)).read(use_threads=False)
    stored.validate(full=True)
    return stored.to_pandas(use_threads=False)


def _value(cell):
    """A cell as text, None where it is empty."""
    if cell is None or (pd.api.types.is_scalar(cell) and pd.isna(cell)):
        return None
    if isinstance(cell, int | float | datetime):
        cell = cell_text(cell)
    return str(cell).strip("\ufeff") if str(cell).strip() else None
