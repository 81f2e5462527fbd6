"""The corpus: tables of documents, articles and blocks, and what could not be read."""

from dataclasses import dataclass, field

import pandas as pd

CONTENT = ("paragraph", "question", "answer")
HEADINGS = ("title", "heading")
LEVELS = ("document", "article", "section", "turn", "paragraph", "sentence")

DOCUMENT_COLUMNS = (
    "doc_id path title outlet published year year_evidence region region_code genre doc_number issuer signed "
    "topic_class encoding n_chars spun_score"
).split()
ARTICLE_COLUMNS = "doc_id article page title title_lines authors".split()
BLOCK_COLUMNS = (
    "doc_id block article kind level section part speaker text lines line_starts"
).split()
PROBLEM_COLUMNS = ["path", "stage", "reason"]


@dataclass
class Corpus:
    """Documents, their articles and blocks, and the files that could not be read."""

    documents: pd.DataFrame
    articles: pd.DataFrame
    blocks: pd.DataFrame
    problems: pd.DataFrame = field(default_factory=lambda: pd.DataFrame(columns=PROBLEM_COLUMNS))

    def units(self, level="paragraph", *, include_headings=False):
        """Units of content text at one level, in reading order (first version: paragraphs only)."""
        kinds = CONTENT + (HEADINGS if include_headings else ())
        rows = self.blocks[self.blocks["kind"].isin(kinds)]
        out = rows[["doc_id", "article", "section", "speaker", "text"]].reset_index(drop=True)
        out.insert(0, "unit_id", rows["doc_id"] + ":" + rows["block"].astype(str).values)
        return out
