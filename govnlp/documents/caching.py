"""Corpora in groups of files, each kept under the hash of what it was made from."""

import zlib
from functools import partial
from pathlib import Path

import pandas as pd

from govnlp.documents.corpus import TABLES, Corpus
from govnlp.documents.files import assemble, check_any, parse_content, unique
from govnlp.documents.reading.formats import not_there, read_content, too_large
from govnlp.documents.reading.limits import check_limits
from govnlp.storage import content_key, from_bytes, to_bytes, write
from govnlp.workers import here

FILES = 64  # of a group, on the average
BYTES = 4_000_000  # of a group at most, unless a single file is larger


def groups(files, mean=FILES):
    """Consecutive files in groups.

    A group ends after a file whose name says so by its hash, or before it would grow too large: a file that
    is added changes its own group and perhaps the next, but not all that follow.

    Parameters
    ----------
    files : iterable of (str, int)
        Names in reading order, and sizes in bytes.
    mean : int
        Files of a group on the average.

    Yields
    ------
    list of str

    Examples
    --------
    >>> list(groups([("a.txt", 3_000_000), ("b.txt", 3_000_000), ("c.txt", 10)]))
    [['a.txt'], ['b.txt', 'c.txt']]
    """
    group, size = [], 0
    for name, n_bytes in files:
        if group and size + n_bytes > BYTES:
            yield group
            group, size = [], 0
        group.append(name)
        size += n_bytes
        if zlib.crc32(name.encode("utf-8", "surrogateescape")) % mean == 0:
            yield group
            group, size = [], 0
    if group:
        yield group


def read_group(names, root, stages=(), limits=None):
    """Parse a group of files, and make what further stages make of it, unless it is there already.

    Parameters
    ----------
    names : list of str
        Paths or addresses.
    root : str
        Folder of the results: documents/KEY.parquet (and articles, blocks, problems), STAGE/KEY.
    stages : list of (str, function)
        Name of a folder, and a function from a corpus to bytes.
    limits : dict, optional
        As for `read_corpus`.

    Returns
    -------
    (str, list of str)
        The group's key, and what was made anew.
    """
    from fsspec.core import url_to_fs

    fs, base = url_to_fs(root)
    contents = [(name, _content(name, limits)) for name in names]
    key = content_key(contents, sorted(check_limits(limits).items()))
    made, corpus = [], None
    if not fs.exists(_place(base, "documents", key)):
        parts = [parse_content(name, content, limits) for name, content in contents]
        corpus = assemble(parts)
        stems = [document["doc_id"] for found, _ in parts for document, _, _ in found]
        for name in reversed(TABLES):  # documents come last: where they are, all is there
            table = getattr(corpus, name)
            table = table.assign(stem=pd.Series(stems, dtype=object)) if name == "documents" else table
            write(fs, _place(base, name, key), to_bytes(table))
        made.append("corpus")
    del contents
    for folder, make in stages:
        if not fs.exists(f"{base}/{folder}/{key}"):
            corpus = load_group(root, key)[0] if corpus is None else corpus
            write(fs, f"{base}/{folder}/{key}", make(corpus))
            made.append(folder)
    return key, made


def _place(base, table, key):
    return f"{base}/{table}/{key}.parquet"


def _content(name, limits):
    """Bytes of a file here or elsewhere, or Unreadable."""
    if "://" not in name:
        return read_content(Path(name), limits)
    from fsspec.core import url_to_fs

    fs, path = url_to_fs(name)
    try:
        beyond = too_large(name, fs.size(path), limits)
        return fs.cat_file(path) if beyond is None else beyond
    except OSError as error:
        return not_there(error)


def load_group(root, key):
    """Corpus of a group as `read_group` kept it, and the stems of its documents' names."""
    from fsspec.core import url_to_fs

    fs, base = url_to_fs(root)
    tables = [from_bytes(fs.cat_file(_place(base, name, key))) for name in TABLES]
    return Corpus(tables[0].drop(columns="stem"), *tables[1:]), tables[0]["stem"].tolist()


def final_names(stems):
    """For each group, its doc_ids in the whole corpus, from the stems of its documents' names."""
    names = iter(unique([stem for group in stems for stem in group]))
    return [[next(names) for _ in group] for group in stems]


def rename(table, before, after):
    """The table with doc_ids (and unit_ids, which begin with them) as in the whole corpus."""
    if before == after or "doc_id" not in table:
        return table
    name = dict(zip(before, after, strict=True))
    renamed = table.assign(doc_id=table["doc_id"].map(name))
    if "unit_id" in table:
        pairs = zip(table["unit_id"], table["doc_id"], strict=True)
        renamed["unit_id"] = [name[doc_id] + unit[len(doc_id) :] for unit, doc_id in pairs]
    return renamed


def stack(tables):
    """Tables one below the other; those without rows don't change the types of the others."""
    tables = list(tables)
    filled = [table for table in tables if len(table)] or tables[:1]
    return pd.concat(filled, ignore_index=True)


def join(loaded):
    """One corpus of the groups that `load_group` gave."""
    loaded = list(loaded)
    names = final_names([stems for _, stems in loaded])
    tables = {
        name: stack(
            rename(getattr(corpus, name), unique(stems), final)
            for (corpus, stems), final in zip(loaded, names, strict=True)
        )
        for name in TABLES
    }
    return Corpus(**tables)


def cached(folder, paths, n_jobs=1, limits=None):
    """The corpus of files, of which those groups are parsed that are not in the folder yet."""
    root = str(Path(folder).absolute())
    files = ((str(path), path.stat().st_size if path.is_file() else 0) for path in paths)
    done = dict(here(n_jobs, partial(read_group, root=root, limits=limits), list(groups(files))))
    corpus = join(load_group(root, done[i][0]) for i in range(len(done)))
    check_any(corpus, paths)
    return corpus
