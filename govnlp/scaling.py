"""Corpora that don't fit into memory, or take more than one machine: the same functions, group by group."""

import tempfile
import zlib
from dataclasses import replace
from functools import partial
from itertools import repeat
from pathlib import Path

import pandas as pd

from govnlp.documents import caching
from govnlp.documents.corpus import Corpus
from govnlp.documents.reading.limits import check_limits
from govnlp.notes import Mistake, Note, joined, reader_language
from govnlp.storage import from_bytes, to_bytes, write
from govnlp.workers import here, on_cluster, release

STAGES = ("terms", "themes", "indicators", "people", "places", "topics")
MANIFEST = "partitions.parquet"


def map_partitions(
    source, out, stages=("terms", "themes", "indicators"), *, n_jobs=1, client=None, files=64, limits=None
):
    """Read, parse, count, score and extract in partitions of a few megabytes.

    Every partition goes through `read_corpus` and the stages' own functions, and leaves Parquet files named by the
    hash of its documents' bytes, the parameters and the package. What is there already is not made again: a run
    that was interrupted goes on, and one after a change does only what changed. Two runs into one folder
    don't disturb each other. What was left by earlier states of the documents stays until `out` is deleted.
    Copies of a document count like any other, as with ``read_corpus(source, duplicates=True)``: no partition sees
    the others. Nor is a metadata.csv joined: `govnlp.documents.reading.catalogue.with_catalogue` does that for the
    merged table of documents.

    Parameters
    ----------
    source : path, address or list of them
        As for `read_corpus`; also folders and files of any file system of fsspec, such as s3://bucket/reports.
    out : path or address
        Folder for the results; every worker must reach it under this name.
    stages : list of str, or dict of str to dict
        Of terms, themes, indicators, people, places, topics; a dict gives options of `count_terms` (and `level`, the
        level of ``corpus.units``) and `score_themes`. Topics are those of a ``model`` that was fitted before, on a
        sample: ``{"topics": {"model": model, "level": "article"}}``, with the options of the counts.
    n_jobs : int
        Processes on this machine.
    client : dask.distributed.Client or str, optional
        A Dask cluster, or the address of its scheduler (extra `scale`).
    files : int
        Documents of a partition on the average; more of them where there are millions of small ones.
    limits : dict, optional
        As for `read_corpus`.

    Returns
    -------
    DataFrame
        One row per partition, in reading order: partition, first and last (file), n_files, n_bytes, key, and for
        documents, articles, blocks, problems and each stage the file with its result, below `out`; made (what
        was made anew in this run).

    Raises
    ------
    FileNotFoundError
        A source does not exist.
    ValueError
        An unknown stage or limit; no readable document.
    OSError
        A result can't be written, as when the disk is full.
    RuntimeError
        Processes or the cluster were lost. What is done is kept, and the next run goes on from there.

    Examples
    --------
    >>> import pathlib, tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     pathlib.Path(folder, "in").mkdir()
    ...     _ = pathlib.Path(folder, "in", "a.txt").write_text("青槐区优化营商环境。", encoding="utf-8")
    ...     table = map_partitions(folder + "/in", folder + "/out", ["terms"])
    ...     merge_partitions(folder + "/out", "terms").frame()["term"].tolist()
    ['优化', '营商环境', '青槐区']
    """
    from fsspec.core import url_to_fs
    from tqdm import tqdm

    check_limits(limits)
    folders = _folders(stages)
    root = str(out) if "://" in str(out) else str(Path(out).absolute())
    sizes = dict(_files(source))
    groups = list(caching.groups(sizes.items(), files))
    work = partial(caching.read_group, root=root, stages=list(folders.values()), limits=limits)
    run = here(n_jobs, work, groups) if client is None else on_cluster(client, work, groups)
    results = {}
    said = Note("progress_partitions").said(reader_language())
    for i, result in tqdm(run, said, total=len(groups), disable=len(groups) < 10):
        results[i] = result
    if client is None and n_jobs != 1:
        release()
    rows = []
    for i, names in enumerate(groups):
        key, made = results[i]
        row = {"partition": i, "first": names[0], "last": names[-1], "n_files": len(names)}
        row |= {"n_bytes": sum(sizes[name] for name in names), "key": key}
        row |= {name: f"{name}/{key}.parquet" for name in caching.TABLES}
        row |= {stage: f"{folder}/{key}" for stage, (folder, _) in folders.items()}
        rows.append(row | {"made": made})
    table = pd.DataFrame(rows)
    fs, base = url_to_fs(root)
    write(fs, f"{base}/{MANIFEST}", to_bytes(table.drop(columns="made")))
    if not any(len(from_bytes(fs.cat_file(f"{base}/{x}"), ["doc_id"])) for x in table["documents"]):
        caching.check_any(merge_partitions(out, "corpus"), list(sizes))
    return table


def merge_partitions(out, what, *, by=None, share=None, columns=None):
    """Put the partitions' results together, equal to what the whole corpus would have given in memory.

    Parameters
    ----------
    out : path or address
        Where `map_partitions` wrote.
    what : str
        corpus, documents, articles, blocks, problems, terms, themes, indicators, people, places or topics.
    by : str, optional
        For terms: sum the units that share a value of this column (doc_id, year, region) as they are read, as
        `TermMatrix.group` does, so that only the sums are in memory; without `documents`, unless by doc_id.
    share : float, optional
        For terms: only this share (0..1) of the documents, chosen by the hash of their doc_id, as a sample to fit
        topics on.
    columns : list of str, optional
        For tables: only these; doc_id must be among them.

    Returns
    -------
    Corpus, TermMatrix or DataFrame
        As `read_corpus`, `count_terms`, `score_themes` or `extract_indicators` return it. DataFrame for parts of
        the corpus.

    Raises
    ------
    FileNotFoundError
        Nothing was written there.
    ValueError
        The stage was not run.
    """
    from fsspec.core import url_to_fs

    from govnlp.words.stacking import stack_terms, sum_terms

    fs, base = url_to_fs(str(out))
    if not fs.exists(f"{base}/{MANIFEST}"):
        raise FileNotFoundError(Mistake("no_partitions", file=MANIFEST, folder=str(out)))
    table = from_bytes(fs.cat_file(f"{base}/{MANIFEST}"))
    if what == "corpus":
        return Corpus(*(caching.stack(_tables(fs, base, table, name)) for name in caching.TABLES))
    if what not in (*caching.TABLES, *STAGES) or what not in table:
        known = [x for x in ("corpus", *caching.TABLES, *STAGES) if x == "corpus" or x in table]
        raise ValueError(Mistake("no_partition_table", name=what, folder=str(out), known=", ".join(known)))
    if what == "terms":
        parts = _counts(fs, base, table, by, share)
        return stack_terms(parts) if by is None else sum_terms(parts, by)
    parts = list(_tables(fs, base, table, what, columns))
    merged = caching.stack(parts)
    if what == "themes":  # whose columns have the types that pandas infers
        merged = merged.infer_objects()
    elif what in ("indicators", "people", "places"):
        types = _from_nothing(what).dtypes
        merged = merged.astype(types[merged.columns])
    notes = [part.attrs for part in parts if part.attrs]
    if notes:
        merged.attrs = notes[0] | {
            "note": joined(Note("partitions", n=len(parts)), notes[0]["note"].split("; ")[-1])
        }
    return merged


def _folders(stages):
    """Folder of each stage, named by its options, and the function that makes its result."""
    import joblib

    stages = stages if isinstance(stages, dict) else {stage: {} for stage in stages}
    unknown = [x for x in stages if x not in STAGES]
    if unknown:
        raise ValueError(Mistake("argument_unknown", what="stage", value=unknown[0], known=", ".join(STAGES)))
    folders = {}
    for stage, options in stages.items():
        if stage == "topics" and "model" not in options:
            raise ValueError(Mistake("topics_want_model"))
        if stage == "themes":
            from govnlp.analysis.themes.scores import read_themes

            given = options.get("themes")
            themes = given if isinstance(given, pd.DataFrame) else read_themes(*[given] * (given is not None))
            options = options | {"themes": themes}
        folder = f"{stage}-{joblib.hash(options)[:8]}"
        folders[stage] = (folder, partial(_make, stage=stage, options=options))
    return folders


def _make(corpus, stage, options):
    """Bytes of a stage's result for one partition."""
    import govnlp as gn

    if stage not in ("terms", "topics"):
        make = gn.score_themes if stage == "themes" else getattr(gn, f"extract_{stage}")
        return to_bytes(make(corpus, **options))
    options = dict(options)
    model = options.pop("model", None)
    units = corpus.units(options.pop("level", "paragraph"))
    terms = replace(gn.count_terms(units, **options), documents=corpus.documents)
    if stage == "topics":
        return to_bytes(model.score(terms))
    with tempfile.TemporaryDirectory() as folder:
        return terms.save(Path(folder, "terms.zip")).read_bytes()


def _from_nothing(stage):
    """The table of a stage for a corpus without documents: its columns and their types."""
    import govnlp as gn
    from govnlp.documents.files import assemble

    return getattr(gn, f"extract_{stage}")(assemble([]))


def _files(source):
    """(path or address, size) of the files of a source, in reading order."""
    from govnlp.documents.reading.listing import list_files, set_aside

    for one in [source] if isinstance(source, str | Path) else source:
        if "://" not in str(one):
            for path in list_files(one):
                yield str(path), path.stat().st_size if path.is_file() else 0
            continue
        from fsspec.core import url_to_fs

        fs, top = url_to_fs(str(one))
        found = fs.find(top, detail=True)
        if not found:
            raise FileNotFoundError(Note("no_source", source=str(one)))
        for path, info in sorted(found.items()):
            if not set_aside(Path(path).relative_to(top)):
                yield fs.unstrip_protocol(path), info["size"] or 0


def _tables(fs, base, table, what, columns=None):
    """A table of each partition, with the doc_ids of the whole corpus."""
    before, after = _names(fs, base, table)
    drop = ["stem"] if what == "documents" and columns is None else []
    for path, old, new in zip(table[what], before, after, strict=True):
        part = from_bytes(fs.cat_file(f"{base}/{path}"), columns).drop(columns=drop)
        yield caching.rename(part, old, new)


def _names(fs, base, table):
    """For each partition, the doc_ids in its files and those in the whole corpus."""
    stems = [from_bytes(fs.cat_file(f"{base}/{x}"), ["stem"])["stem"].tolist() for x in table["documents"]]
    return [caching.unique(x) for x in stems], caching.final_names(stems)


def _counts(fs, base, table, by, share):
    """The counts of each partition, of the whole corpus' doc_ids where these matter."""
    from govnlp.words.matrix import load_terms

    named = by in (None, "doc_id", "unit_id") or share is not None
    names = zip(*_names(fs, base, table), strict=True) if named else repeat(((), ()))
    for path, (old, new) in zip(table["terms"], names, strict=named):
        with tempfile.TemporaryDirectory() as folder:
            local = Path(folder, "terms.zip")
            local.write_bytes(fs.cat_file(f"{base}/{path}"))
            part = load_terms(local)
        units, documents = (caching.rename(x, old, new) for x in (part.units, part.documents))
        part = replace(part, units=units, documents=documents)
        if share is not None:
            part = part.subset(part.units["doc_id"].map(_fraction).to_numpy(dtype=float) < share)
        part = part if by is None else part.group(by)
        yield part if by in (None, "doc_id") else replace(part, documents=None)


def _fraction(doc_id):
    """A number in 0..1 that depends on the name alone."""
    return zlib.crc32(doc_id.encode("utf-8", "surrogateescape")) / 2**32
