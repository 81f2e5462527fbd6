"""What is installed, and the command that installs what is missing."""

import importlib.metadata as metadata
import sys
from pathlib import Path

from govnlp.notes import Note

WANTED = {
    "pandas": "needed",
    "scikit-learn": "needed",
    "matplotlib": "needed",
    "jieba": "needed",
    "rjieba": "needed",
    "wordcloud": "needed",
    "jupyterlab": "needed",
    "zhplot": "chinese_font",
}
EXTRAS = {"pdfplumber": "for_pdf", "rapidocr": "for_scans", "dask": "for_many"}
"""Packages that some documents need; the keys of messages.yaml say which."""


def doctor(lang="en"):
    """Print what is installed, and the command that mends what is missing.

    Returns
    -------
    int
        1 where something is missing that every run needs, else 0.
    """
    print(f"govnlp {metadata.version('govnlp')}, Python {sys.version.split()[0]}")
    checkout = (Path(__file__).parent.parent / "tasks.py").exists()
    missing = []
    for name, use in (WANTED | EXTRAS).items():
        try:
            told = metadata.version(name)
        except metadata.PackageNotFoundError:
            missing.append(name)
            remedy = "make setup" if checkout else f"pip install {name}"
            told = Note("missing", use=Note(use), remedy=remedy).said(lang)
        print(f"  {name:14} {told}")
    return 1 if set(missing) & set(WANTED) else 0
