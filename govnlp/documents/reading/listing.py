"""Which files of a folder are documents."""

import os
import zipfile
from collections.abc import Iterable
from pathlib import Path

from govnlp.notes import Mistake, Note
from govnlp.settings import own_files

CATALOGUE = "metadata.csv"
"""What users say of their documents, beside them."""
MARKER = ".nocorpus"
"""A file that says of its folder that it holds no documents."""


def list_files(source):
    """Paths of the files of a source, sorted within each folder.

    Left out are hidden and temporary files, notes about the folder (README with any ending), folders that hold a
    file named ``.nocorpus``, and lexicons that the folder's govnlp.toml names. A README given as a path of its own
    is read. Folders that can't be listed and links that lead to a folder or nowhere are among the paths, so that
    reading says what became of them.
    """
    if not isinstance(source, str | Path | Iterable):
        raise TypeError(Mistake("source_kind", given=type(source).__name__))
    sources = [source] if isinstance(source, str | Path) else list(source)
    if not sources:
        raise ValueError(Note("none_readable", n=0, tried=Note("empty_list")))
    paths = []
    for path in map(Path, sources):
        if not path.exists():
            raise FileNotFoundError(Note("no_source", source=str(path)))
        if path.is_dir():
            paths += sorted(set(_walk(path)) - set(own_files(path).values()))
        else:
            paths.append(path)
    return paths


def _walk(top):
    closed = []
    for folder, folders, names in os.walk(top, onerror=lambda error: closed.append(Path(error.filename))):
        if MARKER in names:
            folders.clear()
            continue
        here = Path(folder)
        links = [x for x in folders if (here / x).is_symlink()]
        for path in (here / x for x in names + links if x != CATALOGUE):
            if not set_aside(path.relative_to(top)) and (path.is_file() or path.is_symlink()):
                yield path
        folders[:] = [x for x in folders if x not in links and not set_aside(Path(x, "x"))]
    yield from closed


def set_aside(path):
    """Whether a file is none of the documents: hidden, temporary, or a note about its folder."""
    hidden = any(x != ".." and x.startswith((".", "~$", "__MACOSX")) for x in path.parts)
    return hidden or path.name in ("Thumbs.db", "desktop.ini", "govnlp.toml") or path.stem.upper() == "README"


def set_apart(source, out):
    """Mark a new output folder, and one inside the source, as no documents, before anything is listed.

    Raises
    ------
    ValueError
        The folder is the source, or lies in it and holds files that may be documents.
    """
    source, out = Path(source).resolve(), Path(out).resolve()
    inside = source.is_dir() and out.is_relative_to(source)
    there = {path.name for path in out.iterdir()} if out.is_dir() else set()
    if out == source or (inside and there and not there & {MARKER, "manifest.json"}):
        raise ValueError(Mistake("out_among_documents", folder=str(out / "results")))
    if inside or not there:
        out.mkdir(parents=True, exist_ok=True)
        (out / MARKER).touch()


def holds_counts(path):
    """Whether a folder or .zip file is what `TermMatrix.save` wrote."""
    path = Path(path)
    if path.is_dir():
        return (path / "counts.npz").is_file()
    if path.suffix.lower() != ".zip" or not zipfile.is_zipfile(path):
        return False
    with zipfile.ZipFile(path) as archive:
        return "counts.npz" in archive.namelist()
