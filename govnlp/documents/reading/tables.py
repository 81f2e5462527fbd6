"""Tables of documents: one document per row of a .csv, .tsv, .jsonl, .xlsx or .parquet file."""

import io
import zipfile

import pandas as pd

from govnlp.documents.reading import encodings
from govnlp.documents.reading.archives import unpacks_to_more
from govnlp.documents.reading.limits import limit
from govnlp.documents.reading.problems import Unreadable, problem
from govnlp.documents.reading.source import Source
from govnlp.notes import Note

READERS = {
    ".csv": lambda data: pd.read_csv(io.StringIO(encodings.decode(data)[0]), dtype=str),
    ".tsv": lambda data: pd.read_csv(io.StringIO(encodings.decode(data)[0]), dtype=str, sep="\t"),
    ".jsonl": lambda data: pd.read_json(io.StringIO(encodings.decode(data)[0]), lines=True, dtype=False),
    ".xlsx": lambda data: _workbook(data),
    ".parquet": lambda data: _parquet(data),
}


def table_sources(path, text, doc_id, columns):
    """Sources and problems of the rows of a table; `columns` gives the column of each kind of metadata, or None."""
    if not path.exists():
        raise FileNotFoundError(f"no such file: {str(path)!r}")
    suffix = path.suffix.lower()
    if suffix not in READERS:
        raise ValueError(f"unknown table format {suffix!r}; one of: {', '.join(READERS)}")
    data = path.read_bytes()
    try:
        table = READERS[suffix](data)
    except Exception as error:
        reason = f"{type(error).__name__}: {error}"[:200]
        raise ValueError(f"{path.name} is damaged or no {suffix} ({reason}); save it again") from error
    for name in (text, doc_id, *columns.values()):
        if name is not None and name not in table.columns:
            raise ValueError(
                f"no column {name!r} in {path.name}; its columns: {', '.join(map(str, table.columns))}"
            )
    stated = {key: [_value(x) for x in table[name]] for key, name in columns.items() if name}
    ids = (
        [_value(x) for x in table[doc_id]]
        if doc_id
        else [f"{path.stem}-{n}" for n in range(1, len(table) + 1)]
    )
    sources, problems = [], []
    for i, content in enumerate(_value(x) for x in table[text]):
        where = f"{path}!{i + 1}"
        if content is None:
            problems.append(problem(where, "read", Note("row_without_text", n=i + 1, column=text)))
            continue
        known = {key: values[i] for key, values in stated.items() if values[i] is not None}
        lines = encodings.clean(content).split("\n")
        sources.append(Source(ids[i] or f"{path.stem}-{i + 1}", where, "row", None, lines, [], known))
    if not sources:
        raise ValueError(f"no row of {path.name} has text in column {text!r}")
    return sources, problems


def _workbook(data):
    """First sheet of a workbook."""
    left = limit("unpacked")
    for member in zipfile.ZipFile(io.BytesIO(data)).infolist():
        if unpacks_to_more(member, left):
            raise Unreadable(Note("large_workbook"))
        left -= member.file_size
    return pd.read_excel(io.BytesIO(data), dtype=str)


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
    if isinstance(cell, pd.Timestamp):
        cell = cell.date()
    return str(cell).strip("\ufeff") if str(cell).strip() else None
