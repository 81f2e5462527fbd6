"""What is installed, and the command that installs what is missing."""

import importlib.metadata as metadata
import importlib.util as util
import sys
from pathlib import Path


def doctor():
    """What is installed, and the command that mends what is missing."""
    print(f"govnlp {metadata.version('govnlp')}, Python {sys.version.split()[0]}")
    wanted = {
        "pandas": "",
        "scikit-learn": "",
        "matplotlib": "",
        "jieba": "",
        "rjieba": "",
        "wordcloud": "",
        "jupyterlab": "",
        "zhplot": "Chinese font",
        "pdfplumber": "extra pdf",
        "rapidocr": "extra ocr, for scans",
        "dask": "extra scale, for many thousands of documents",
    }
    missing = 0
    checkout = (Path(__file__).parent.parent / "tasks.py").exists()
    for name, note in wanted.items():
        try:
            print(f"  {name:14} {metadata.version(name)}")
        except metadata.PackageNotFoundError:
            missing += not note.startswith("extra ")
            remedy = "make setup" if checkout else f"pip install {name}"
            print(f"  {name:14} missing{f' ({note})' if note else ''}: {remedy}")
    font = (
        Path(util.find_spec("zhplot").origin).parent / "fonts" / "NotoSansSC-Regular.ttf"
        if util.find_spec("zhplot")
        else None
    )
    print(f"  {'font':14} {'Noto Sans SC' if font and font.exists() else 'missing, with zhplot'}")
    return 1 if missing else 0
