"""Placeholder of the first hour: plain UTF-8 text, one paragraph a line."""
from pathlib import Path

import pandas as pd

from govnlp.documents import corpus as c


def parse_text(text, doc_id="text", path=None):
    rows = []
    for n, line in enumerate(text.split("\n"), 1):
        if line.strip():
            rows.append([doc_id, len(rows), 0, "paragraph", pd.NA, None, None, None, line.strip(), [n], [0]])
    blocks = pd.DataFrame(rows, columns=c.BLOCK_COLUMNS).astype({"article": "Int64", "level": "Int64"})
    documents = pd.DataFrame([{k: None for k in c.DOCUMENT_COLUMNS} | {"doc_id": doc_id, "path": path}])
    articles = pd.DataFrame([[doc_id, 0, None, None, [], []]], columns=c.ARTICLE_COLUMNS)
    return c.Corpus(documents, articles, blocks)


def read_corpus(source):
    paths = [Path(p) for p in source] if isinstance(source, list) else sorted(Path(source).glob("*.txt")) or [Path(source)]
    parts = [parse_text(p.read_text("utf-8"), p.stem, str(p)) for p in paths]
    return c.Corpus(*(pd.concat([getattr(x, t) for x in parts], ignore_index=True) for t in ("documents", "articles", "blocks")))
