"""Artefacts: keys by what a result depends on, files that are there whole or not at all, tables as Parquet."""

import errno
import hashlib
import io
import json
import os
import time
import uuid
from contextlib import suppress
from functools import lru_cache
from importlib import metadata
from pathlib import Path

ENGINES = ("rjieba", "jieba", "lxml", "python-docx", "pypdfium2", "pdfplumber")
FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
PACKAGE = Path(__file__).resolve().parent
PAUSES = (0.05, 0.2, 0.8)
"""Seconds between trials to give a file its name."""


@lru_cache(maxsize=1)
def code_key():
    """Hash of everything but the documents that results depend on: code and lexicons, versions of engines."""
    whole = hashlib.sha256()
    folders = (PACKAGE / name for name in ("documents", "words", "analysis", "lexicons"))
    files = (x for folder in folders for x in folder.rglob("*.*") if "__pycache__" not in x.parts)
    for path in sorted(files):
        whole.update(f"{path.relative_to(PACKAGE).as_posix()}\0".encode() + path.read_bytes())
    for name in ENGINES:
        with suppress(metadata.PackageNotFoundError):
            whole.update(f"{name}={metadata.version(name)}\0".encode())
    return whole.hexdigest()


def content_key(contents, extra=""):
    """Hash of the code and of names and contents of files.

    Parameters
    ----------
    contents : list of (str, bytes or Exception)
        An exception stands for what can't be read.
    extra : str
        What else the result depends on.
    """
    whole = hashlib.sha256(f"{code_key()}\0{extra}\0".encode())
    for name, content in contents:
        known = content if isinstance(content, bytes) else repr(content).encode("utf-8", "replace")
        whole.update(f"{name}\0{type(content).__name__}\0".encode("utf-8", "surrogateescape"))
        whole.update(hashlib.sha256(known).digest())
    return whole.hexdigest()[:32]


def write(fs, path, data):
    """Write bytes to a file that appears under its name only when it is complete.

    Neither an interrupted run nor a second one at the same time leaves or sees half of a file.

    Parameters
    ----------
    fs : fsspec.AbstractFileSystem
    path : str
    data : bytes

    Raises
    ------
    OSError
        The file can't be written; nothing of it is left.
    """
    folder, name = path.rsplit("/", 1)
    unfinished = f"{folder}/.unfinished-{uuid.uuid4().hex}-{name}"
    fs.makedirs(folder, exist_ok=True)
    try:
        if "file" in fs.protocol:
            with open(unfinished, "xb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            _replace(unfinished, path)
        else:
            fs.pipe_file(unfinished, data)
            fs.mv(unfinished, path)
    except BaseException as error:
        with suppress(OSError):
            fs.rm_file(unfinished)
        if isinstance(error, OSError) and error.errno in FULL:
            raise OSError(
                error.errno, f"{os.strerror(error.errno)}; make room and run again", path
            ) from error
        raise


def _replace(unfinished, path):
    """Give a file its name; Windows refuses while a program has that file open, as scanners have for a moment."""
    for pause in (*PAUSES, None):
        try:
            return os.replace(unfinished, path)
        except PermissionError as error:
            if pause is None:  # the reader knows the name of the file, not that of the unfinished one
                raise PermissionError(error.errno, error.strerror, path) from error
        time.sleep(pause)


def to_bytes(table):
    """A table as Parquet."""
    out = io.BytesIO()
    table.to_parquet(out, index=False)
    return out.getvalue()


def from_bytes(data, columns=None):
    """A table from Parquet with the types that it had; what is missing from columns of objects is None again.

    No thread of Arrow's pools takes part: one that is still alive when the process ends aborts it.
    """
    import pandas as pd
    import pyarrow as pa
    import pyarrow.parquet as pq

    stored = pq.ParquetFile(pa.BufferReader(data)).read(columns=columns, use_threads=False)
    about = {x["name"]: x["numpy_type"] for x in stored.schema.pandas_metadata["columns"]}
    objects = [name for name in stored.column_names if about[name] == "object"]
    table = stored.drop_columns(objects).to_pandas(use_threads=False)
    for name in objects:
        column = stored[name]
        values = column.to_numpy() if pa.types.is_string(column.type) else column.to_pylist()
        table[name] = pd.Series(values, dtype=object)
    table.attrs = json.loads(stored.schema.metadata.get(b"PANDAS_ATTRS", b"{}"))
    return table[stored.column_names]
