"""A corpus kept under the hash of what it was read from."""

import hashlib
import os
import shutil
import tempfile
from pathlib import Path


def fingerprint(paths):
    """Hash of the package's version and of names and bytes of files."""
    from govnlp import __version__

    whole = hashlib.sha256(__version__.encode())
    for path in paths:
        whole.update(f"\0{path}\0".encode("utf-8", "surrogateescape"))
        try:
            with open(path, "rb") as file:
                whole.update(hashlib.file_digest(file, "sha256").digest())
        except OSError as error:
            whole.update(str(error.errno).encode())
    return whole.hexdigest()[:32]


def cached(folder, paths, read):
    """The corpus that `read()` gives, loaded from `folder` where it is there already.

    A corpus appears under its final name only when it is complete, so that neither an interrupted
    run nor a second one at the same time leaves or sees half of one.
    """
    from govnlp.documents.corpus import load_corpus

    target = Path(folder) / fingerprint(paths)
    if target.is_dir():
        return load_corpus(target)
    corpus = read()
    Path(folder).mkdir(parents=True, exist_ok=True)
    unfinished = Path(tempfile.mkdtemp(prefix=".unfinished-", dir=folder))
    try:
        corpus.save(unfinished)
        os.replace(unfinished, target)
    except OSError:
        shutil.rmtree(unfinished, ignore_errors=True)
        if not target.is_dir():  # else another run was first
            raise
    return corpus
