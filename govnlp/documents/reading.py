"""Files of any kind to a corpus: what can be read is parsed, what can't becomes a row of problems."""

import io
from functools import partial
from pathlib import Path

import pandas as pd

from govnlp.documents import archives, encodings
from govnlp.documents.corpus import ARTICLE_COLUMNS, BLOCK_COLUMNS, DOCUMENT_COLUMNS, PROBLEM_COLUMNS, Corpus
from govnlp.documents.isolated import in_child
from govnlp.documents.limits import check_limits, check_text, check_time, limit, within_limits
from govnlp.documents.listing import list_files, set_aside
from govnlp.documents.problems import Unreadable
from govnlp.documents.source import Source
from govnlp.workers import here

TEXTS = {".txt", ".text", ".md"}
PAGES = {".html", ".htm", ".shtml", ".xhtml"}
IMAGES = {".png", ".jpg", ".jpeg", ".tif", ".tiff", ".bmp"}
TABLES = {".csv", ".tsv", ".jsonl", ".xlsx", ".parquet"}
REMEDIES = {
    **dict.fromkeys((".doc", ".wps", ".rtf", ".odt"), "save it as .docx in Word, WPS or LibreOffice"),
    **dict.fromkeys(TABLES, "a table; read it with read_table, which asks for the column of the text"),
    **dict.fromkeys((".rar", ".7z", ".gz", ".tar"), "unpack it, or pack it as .zip"),
    **dict.fromkeys((".ofd", ".caj"), "convert it to .pdf"),
}
QUIET = 5  # seconds before progress is shown


def read_corpus(source, *, n_jobs=1, cache=None, limits=None):
    """Read documents into a corpus.

    Parameters
    ----------
    source : path or list of paths
        A folder (with its subfolders; hidden and temporary files and notes named README are skipped), a file, an
        archive (.zip) or a list. Read are .txt, .md, .html, .docx, .pdf, images (extra `ocr`) and .zip of these.
        Any other file gets a row in `problems`; tables of documents are read by `read_table`.
    n_jobs : int
        Processes to read and parse with.
    cache : path, optional
        Folder where parsed files are kept in groups; a group is loaded from there while the bytes of its
        files and the package are the same.
    limits : dict, optional
        What one file may cost, where it is not as usual: bytes, text, members, unpacked, ratio, depth, attributes,
        pages, memory, seconds; see ``govnlp.documents.limits.LIMITS``. A file beyond a limit is a row of `problems`.

    Returns
    -------
    Corpus
        A row of `documents` per file that could be read; a row of `problems` (path, stage, reason) per other.

    Raises
    ------
    FileNotFoundError
        Where a path does not exist.
    ValueError
        Where no document could be read; names what was tried. Where a limit is unknown.
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
    if cache is not None:
        from govnlp.documents.caching import cached

        return cached(cache, paths, n_jobs, limits)
    return _read(paths, n_jobs, limits)


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
    return corpus_from_sources([Source(doc_id, lines=encodings.clean(text).split("\n"))])


def _read(paths, n_jobs, limits):
    """Corpus of files."""
    from tqdm import tqdm

    work = partial(_read_file, limits=limits)
    parts = dict(tqdm(here(n_jobs, work, paths), "reading", total=len(paths), delay=QUIET))
    corpus = assemble([parts[i] for i in range(len(paths))])
    check_any(corpus, paths)
    return corpus


def check_any(corpus, paths):
    """Raise ValueError where a source gave no document; it names what was tried."""
    if corpus.documents.empty:
        rows = corpus.problems.head(5).to_dict("records")
        tried = "; ".join(f"{x['path']}: {x['reason']}" for x in rows) or "the folder is empty"
        raise ValueError(f"no readable document among {len(paths)} files ({tried})")


def _read_file(path, limits=None):
    return parse_content(str(path), read_content(path, limits), limits)


def too_large(name, n_bytes, changed=None):
    """Unreadable where a file is larger than its limit, so that it is not even read; None elsewhere."""
    limits = check_limits(changed)
    texts = Path(name).suffix.lower() in TEXTS | PAGES
    which = min(("bytes", "text") if texts else ("bytes",), key=limits.get)
    if n_bytes > limits[which]:
        return Unreadable(f"larger than {limits[which]:,} bytes; split it, or raise the limit {which!r}")
    return None


def read_content(path, changed=None):
    """Bytes of a file, or Unreadable with the reason."""
    try:
        if path.is_dir():
            linked = "a link to a folder, which is not followed; give that folder as a source of its own"
            return Unreadable(
                linked if path.is_symlink() else "a folder that may not be listed; ask for permission"
            )
        for _ in range(2):
            before = path.stat()
            if (beyond := too_large(path.name, before.st_size, changed)) is not None:
                return beyond
            data = path.read_bytes()
            after = path.stat()
            if (before.st_size, before.st_mtime_ns) == (after.st_size, after.st_mtime_ns):
                return data
        return Unreadable("changed while it was read; read it again when it is complete")
    except OSError as error:
        return Unreadable(f"{error.strerror or error}; check that the file is there and may be read")


def parse_content(path, content, changed=None):
    """Parsed documents and problems of one file, within the limits.

    Parameters
    ----------
    path : str
        Path or address; its ending tells the format.
    content : bytes or Exception
        What `read_content` gave.
    changed : dict, optional
        Limits other than the usual ones.
    """
    if isinstance(content, Exception):
        return [], [{"path": path, "stage": "read", "reason": str(content)}]
    with within_limits(changed):
        return _parse_bytes(content, Path(path).name, path, 0)


def _parse_bytes(data, name, path, depth):
    """Parsed documents and problems of the bytes of a file or of an archive's member."""
    parsed, problems, stage = [], [], "read"
    try:
        if Path(name).suffix.lower() == ".zip":
            if depth >= limit("depth"):
                raise Unreadable(
                    "archives within each other, too deep; unpack it, or raise the limit 'depth'"
                )
            for member, content in archives.members(data):
                check_time()
                inner = f"{path}!{member}"
                if set_aside(Path(member.replace("\\", "/"))):
                    continue
                if isinstance(content, Unreadable):
                    problems.append({"path": inner, "stage": "read", "reason": str(content)})
                    continue
                found, bad = _parse_bytes(content, member.replace("\\", "/"), inner, depth + 1)
                parsed += found
                problems += bad
        else:
            source = source_of(data, name, path)
            stage = "parse"
            parsed.append(_parse(source))
    except Unreadable as error:
        problems.append({"path": path, "stage": stage, "reason": str(error)})
    except Exception as error:  # one bad file never stops a run
        problems.append({"path": path, "stage": stage, "reason": f"{type(error).__name__}: {error}"})
    return parsed, problems


def source_of(data, name, path=None):
    """Lines of a file's bytes; its format is told by the ending of its name.

    Raises
    ------
    Unreadable
        With the reason and the remedy.
    """
    suffix, doc_id = Path(name).suffix.lower(), Path(name).stem
    encoding, roles, stated = None, [], {}
    if suffix in REMEDIES:
        raise Unreadable(f"format {suffix} is not read; {REMEDIES[suffix]}")
    if not data.strip():
        raise Unreadable("empty file")
    if suffix in TEXTS | PAGES:
        check_text(len(data))
    if suffix in TEXTS:
        text, encoding = encodings.decode(data)
        if encodings.is_binary(text):
            raise Unreadable("no text in any known encoding; check what the file is")
        lines = text.split("\n")
    elif suffix in PAGES:
        from govnlp.documents.html import read_html

        lines, roles, stated, encoding = read_html(data)
    elif suffix == ".docx":
        from govnlp.documents.docx import read_docx

        lines, roles, stated = read_docx(data)
    elif suffix == ".pdf":
        lines, roles = in_child("govnlp.documents.pdf", "read_pdf", data)
    elif suffix in IMAGES:
        from govnlp.documents.ocr import read_image

        lines = read_image(io.BytesIO(data))
    else:
        raise Unreadable(
            f"unknown format {suffix or name!r}; one of: .txt .md .html .docx .pdf .zip and images"
        )
    if not any(x.strip() for x in lines):
        raise Unreadable("no text in the file")
    if suffix not in TEXTS:
        lines = encodings.clean_lines(lines)
    kind = {**dict.fromkeys(TEXTS, "txt"), **dict.fromkeys(PAGES, "html"), **dict.fromkeys(IMAGES, "image")}
    return Source(doc_id, path, kind.get(suffix, suffix[1:]), encoding, lines, roles, stated)


def corpus_from_sources(sources, problems=()):
    """Corpus of sources that are already in memory, with what could not be read."""
    return assemble([([_parse(x) for x in sources], list(problems))])


def _parse(source):
    from govnlp.documents.parsing import parse

    return parse(source)


def assemble(parts):
    """Corpus from parsed documents and problems of several files; doc_ids are made unique in reading order."""
    parsed = [x for found, _ in parts for x in found]
    documents, articles, blocks = [], [], []
    names = unique([document["doc_id"] for document, _, _ in parsed])
    for doc_id, (document, its_articles, its_blocks) in zip(names, parsed, strict=True):
        documents.append({**document, "doc_id": doc_id})
        articles += ({**x, "doc_id": doc_id} for x in its_articles)
        blocks += ({**x, "doc_id": doc_id} for x in its_blocks)
    return Corpus(
        _frame(documents, DOCUMENT_COLUMNS).astype({"year": "Int64"}),
        _frame(articles, ARTICLE_COLUMNS).astype({"article": "Int64"}),
        _frame(blocks, BLOCK_COLUMNS).astype({"article": "Int64", "level": "Int64"}),
        _frame([x for _, bad in parts for x in bad], PROBLEM_COLUMNS),
    )


def unique(stems):
    """Names in order, with a number after those that were there before.

    >>> unique(["a", "b", "a", "a"])
    ['a', 'b', 'a-2', 'a-3']
    """
    seen, names, following = set(), [], {}
    for stem in stems:
        name, n = stem, following.get(stem, 2)
        while name in seen:
            name, n = f"{stem}-{n}", n + 1
        seen.add(name)
        following[stem] = n
        names.append(name)
    return names


def _frame(rows, columns):
    """Table of rows as dicts; a missing value stays None."""
    return pd.DataFrame({x: pd.Series([r.get(x) for r in rows], dtype=object) for x in columns})
