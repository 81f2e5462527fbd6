"""Counts that can be handed on where the text may not: made, read and worked with."""

import hashlib
from pathlib import Path

import govnlp
from govnlp.arguments import takes, whole
from govnlp.documents.reading.listing import holds_counts
from govnlp.notes import Note
from govnlp.words.matrix import TermMatrix, load_terms
from govnlp.words.terms import count_terms

PRIVATE = ["path", "year_evidence"]  # of documents: places on a disk, and words of the text
VERBATIM = ["section", "speaker"]  # of units: headings and names as the text has them


@takes(min_tokens=whole(0))
def shareable_counts(units, *, min_tokens=10, **options):
    """Term counts per paragraph from which no sentence can be read.

    Parameters
    ----------
    units : DataFrame or Corpus
    min_tokens : int
        A unit with fewer tokens is added to its neighbour in the same document (the one before it; the first
        one to the one after it), since the words of a very short unit suggest their order.
    **options
        As for `count_terms`.

    Returns
    -------
    TermMatrix
        Without text, headings, speakers and paths; terms sorted, so that word order is lost. A document that has
        fewer than `min_tokens` altogether is one unit. `documents` has what is known of each document, and
        sha256 of its file, by which a reader who has the text can check the counts; `note` has the package's
        version. Save it with `TermMatrix.save`.

    Examples
    --------
    >>> import pandas as pd
    >>> texts = ["优化环境", "全市各级各部门都要为企业和群众提供更好的服务", "谢谢大家"]
    >>> units = pd.DataFrame({"unit_id": list("123"), "doc_id": "a", "text": texts})
    >>> shareable_counts(units).units["unit_id"].tolist()
    ['2']
    """
    terms = count_terms(units, **options)
    sizes = terms.units["n_tokens"].to_numpy()
    head = list(range(len(sizes)))  # the unit that each one is merged into
    for rows in terms.units.groupby("doc_id", sort=False).indices.values():
        long = set(rows[sizes[rows] >= min_tokens].tolist()) or {int(rows[sizes[rows].argmax()])}
        before = min(long)
        for i in rows.tolist():
            before = i if i in long else before
            head[i] = before
    merged = terms.group(head)
    units = terms.units.loc[merged.units["group"]].reset_index(drop=True)
    units = units.assign(n_tokens=merged.units["n_tokens"]).drop(columns=VERBATIM, errors="ignore")
    documents = terms.documents
    if documents is not None:
        hashes = [_sha256(path) for path in documents["path"]]
        documents = documents.drop(columns=PRIVATE, errors="ignore").assign(sha256=hashes)
    note = terms.note | {
        "units": "paragraph",
        "merged": f"units of under {min_tokens} tokens with a neighbour of the same document",
        "govnlp": govnlp.__version__,
    }
    return TermMatrix(merged.counts, merged.terms, units, documents, note)


def check_place(path):
    """Raise ValueError where counts would make a folder with the name of a file, such as counts.txt."""
    if Path(path).suffix not in ("", ".zip") and not Path(path).is_dir():
        raise ValueError(Note("counts_ending", path=path))


def _sha256(path):
    """Hash of a file, or None where the document is no file of its own."""
    if path is None or not Path(path).is_file():
        return None
    return hashlib.sha256(Path(path).read_bytes()).hexdigest()


def read_source(source, **options):
    """Documents, or the counts of documents whose text is elsewhere.

    Parameters
    ----------
    source : path or list of paths
        What `read_corpus` reads, or what `TermMatrix.save` wrote.
    **options
        Of `read_corpus`.

    Returns
    -------
    Corpus or TermMatrix
        Both have `documents`, and `count_terms` takes either.

    Examples
    --------
    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     _ = count_terms(["优化营商环境"]).save(f"{folder}/counts.zip")
    ...     read_source(f"{folder}/counts.zip").shape
    (1, 2)
    """
    if isinstance(source, str | Path) and holds_counts(source):
        return load_terms(source)
    return govnlp.read_corpus(source, **options)
