"""Files, texts and tables of documents to a corpus."""

from dataclasses import replace
from functools import partial
from pathlib import Path

from govnlp.arguments import JOBS, takes
from govnlp.documents.caching import cached
from govnlp.documents.files import assemble, check_any, corpus_from_sources, parse_file
from govnlp.documents.inventory import mark_duplicates
from govnlp.documents.parsing.repeated import set_aside_repeated
from govnlp.documents.reading import encodings
from govnlp.documents.reading.catalogue import archived_catalogues, catalogues, with_catalogue
from govnlp.documents.reading.listing import CATALOGUE, list_files
from govnlp.documents.reading.source import Source
from govnlp.documents.reading.tables import table_sources
from govnlp.notes import Note, reader_language
from govnlp.workers import here, rarely_collected

QUIET = 5  # seconds before progress is shown


@takes(n_jobs=JOBS)
def read_corpus(source, *, n_jobs=1, cache=None, limits=None, duplicates=False):
    """Read documents into a corpus.

    Parameters
    ----------
    source : path or list of paths
        A folder (with its subfolders; hidden and temporary files and notes named README are skipped), a file, an
        archive or a list. What a file is comes from its content; its ending is a hint. Read are .txt, .md, .html,
        .mht, .eml (with attachments), .docx, .odt, .rtf, .doc, .wps, .pdf, .ofd, images, workbooks of figures (.xlsx,
        .xls) and archives of these (.zip, .7z); some with the extras `pdf`, `formats` and `ocr`. Any other file gets a
        row in `problems`, and so does what could not be read of a document, such as a page without text. Where
        LibreOffice is installed, it converts slides, .ods and documents older than Word 97: their `encoding`
        is ``LibreOffice``. Tables of documents, one text per row, are read by `read_table`. A ``metadata.csv`` beside
        the documents, or with them in a .zip, goes before what was read: its column file (or doc_id) names the
        document; title, date, place, genre, outlet, doc_number, issuer and topic_class are set where they are filled;
        any other column is added to `documents`.
    n_jobs : int
        Processes to read and parse with.
    cache : path, optional
        Folder where parsed files are kept in groups; a group is loaded from there while the bytes of its
        files and the package are the same.
    limits : dict, optional
        What one file may cost, where it is not as usual: bytes, text, members, unpacked, ratio, depth, attributes,
        pages, memory, seconds; see ``govnlp.documents.reading.limits.LIMITS``. A file beyond a limit is a row of
        `problems`.

    duplicates : bool
        Whether copies of a document count like any other. By default the first one of them counts: the others name it
        in ``documents["duplicate_of"]``, and their text is left out of units, indicators, phrases and names.

    Returns
    -------
    Corpus
        A row of `documents` per file that could be read; a row of `problems` (path, stage, reason) per other.

    Raises
    ------
    FileNotFoundError
        Where a path does not exist.
    ValueError
        Where no document could be read; names what was tried. Where a limit is unknown. Where a metadata.csv names a
        document that is not there, or one twice, or holds no date in its column date.
    RuntimeError
        Where processes were killed again and again; those that are killed once are replaced.

    Examples
    --------
    >>> import pathlib, tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     _ = pathlib.Path(folder, "临溪区.txt").write_text("今年新增绿地五处。", encoding="gbk")
    ...     read_corpus(folder).documents[["doc_id", "encoding"]].to_numpy().tolist()
    [['临溪区', 'gb18030']]
    """
    paths = list_files(source)
    corpus = _read(paths, n_jobs, limits) if cache is None else cached(cache, paths, n_jobs, limits)
    corpus = set_aside_repeated(corpus)
    for path in (*catalogues(source, paths), *archived_catalogues(paths)):
        corpus = _with_places(replace(corpus, documents=with_catalogue(corpus.documents, path)))
    return corpus if duplicates else mark_duplicates(corpus)


def _with_places(corpus):
    """A corpus whose articles are of the place that a metadata.csv gives for their document."""
    given = corpus.documents.loc[corpus.documents["place_evidence"].eq(CATALOGUE), "doc_id"]
    places = corpus.articles["place"].mask(corpus.articles["doc_id"].isin(given), None)
    return replace(corpus, articles=corpus.articles.assign(place=places))


@takes(text="str")
def parse_text(text, doc_id="text"):
    """Parse one text that is already in memory.

    Parameters
    ----------
    text : str
    doc_id : str

    Returns
    -------
    Corpus
        With one row of documents.

    Examples
    --------
    >>> parse_text("全区持续优化营商环境。").blocks[["kind", "text"]].to_numpy().tolist()
    [['paragraph', '全区持续优化营商环境。']]
    """
    return corpus_from_sources([Source(doc_id, lines=encodings.lines_of(encodings.clean(text)))])


@rarely_collected()
def _read(paths, n_jobs, limits):
    """Corpus of files."""
    from tqdm import tqdm

    work = partial(parse_file, limits=limits)
    said = Note("progress_reading").said(reader_language())
    parts = dict(tqdm(here(n_jobs, work, paths), said, total=len(paths), delay=QUIET))
    corpus = assemble([parts[i] for i in range(len(paths))])
    check_any(corpus, paths)
    return corpus


def read_table(
    path,
    text="content",
    *,
    title=None,
    date=None,
    outlet=None,
    doc_number=None,
    issuer=None,
    topic_class=None,
    doc_id=None,
    duplicates=False,
):
    """Read a table with one document per row.

    Parameters
    ----------
    path : path
        A .csv or .tsv (any encoding), .jsonl, .xlsx, .xls or .parquet file. Of a workbook, all sheets that have the
        columns are read; titles and notes may stand above the header.
    text : str
        Column of the text.
    title, date, outlet, doc_number, issuer, topic_class : str, optional
        Columns with what is known of each document; their values go before what the text says.
        `date` may hold days (2021-03-04, 20210304, 2021年3月4日, cells of a workbook) or years.
    doc_id : str, optional
        Column of the identifiers; the file's stem and the row's number without it.
    duplicates : bool
        As for `read_corpus`.

    Returns
    -------
    Corpus
        A row without text, and a cell of dates that holds none, become a row of `problems`.

    Raises
    ------
    ValueError
        Where a column does not exist, the format is unknown or the file is damaged.

    Examples
    --------
    >>> import pathlib, tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     path = pathlib.Path(folder, "news.csv")
    ...     _ = path.write_text("id,content\\na,临溪区修好了三座桥。\\n", encoding="utf-8")
    ...     read_table(path, doc_id="id").documents["doc_id"].tolist()
    ['a']
    """
    columns = {"title": title, "published": date, "outlet": outlet}
    columns |= {"doc_number": doc_number, "issuer": issuer, "topic_class": topic_class}
    corpus = set_aside_repeated(corpus_from_sources(*table_sources(Path(path), text, doc_id, columns)))
    return corpus if duplicates else mark_duplicates(corpus)
