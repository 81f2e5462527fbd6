"""The corpus: tables of documents, articles and blocks, and what could not be read."""

from dataclasses import dataclass, field
from html import escape
from pathlib import Path

import pandas as pd

from govnlp.notes import Mistake, Note, joined
from govnlp.storage import from_bytes
from govnlp.text import SENTENCE

CONTENT = ("paragraph", "question", "answer")
HEADINGS = ("title", "heading")
LEVELS = ("document", "article", "section", "turn", "paragraph", "sentence")
TABLES = ("documents", "articles", "blocks", "problems")

DOCUMENT_COLUMNS = [
    "doc_id",
    "path",
    "title",
    "outlet",
    "published",
    "year",
    "year_evidence",
    "region",
    "region_code",
    "place",
    "place_evidence",
    "genre",
    "genre_evidence",
    "duplicate_of",
    "doc_number",
    "issuer",
    "signed",
    "topic_class",
    "encoding",
    "n_chars",
    "spun_score",
]
ARTICLE_COLUMNS = ["doc_id", "article", "page", "title", "title_lines", "authors", "place"]
BLOCK_COLUMNS = [
    "doc_id",
    "block",
    "article",
    "kind",
    "level",
    "section",
    "part",
    "speaker",
    "text",
    "lines",
    "line_starts",
    "spans",
    "why",
]
PROBLEM_COLUMNS = ["path", "stage", "reason", "note"]
UNIT_COLUMNS = ["unit_id", "doc_id", "article", "section", "speaker", "text"]

TYPES = {
    "published": "datetime64[ns]",
    "signed": "datetime64[ns]",
    "year": "Int64",
    "n_chars": "Int64",
    "spun_score": "Float64",
    "article": "Int64",
    "block": "int64",
    "level": "Int64",
}


@dataclass(repr=False)
class Corpus:
    """Documents, their articles and blocks, and the files that could not be read.

    Attributes
    ----------
    documents, articles, blocks : DataFrame
        One row per file, per article and per block, in reading order.
    problems : DataFrame
        path, stage and reason of what could not be read; note holds the reason as key and values (`from_json`).
    """

    documents: pd.DataFrame
    articles: pd.DataFrame
    blocks: pd.DataFrame
    problems: pd.DataFrame = field(default_factory=lambda: pd.DataFrame(columns=PROBLEM_COLUMNS))

    def __post_init__(self):
        for name in TABLES:
            table = getattr(self, name)
            types = dict(zip(table.columns, table.dtypes, strict=True))
            other = [x for x in TYPES if x in types and types[x] != TYPES[x]]
            if other:
                setattr(self, name, table.assign(**{x: table[x].astype(TYPES[x]) for x in other}))
        if "duplicate_of" not in self.documents:  # as in tables that others made
            self.documents = self.documents.assign(duplicate_of=None)

    def units(self, level="paragraph", *, include_headings=False):
        """Units of content text at one level, in reading order.

        Parameters
        ----------
        level : str
            document, article, section, turn, paragraph or sentence. A section is what stands between two
            headings of
            an article; a turn is what one speaker says until another one does; other paragraphs are turns
            alone.
        include_headings : bool
            Whether titles and headings are content too.

        Returns
        -------
        DataFrame
            unit_id, doc_id, article, section, speaker, text. Texts of joined blocks are parted by line
            ends. A value that
            differs within a unit is that of its first block; in documents article, section and speaker are
            missing.

        Raises
        ------
        ValueError
            Where the level is unknown.

        Examples
        --------
        >>> from govnlp import parse_text
        >>> parse_text("渠清了。鱼回来了。", "a").units("sentence")[["unit_id", "text"]].to_numpy().tolist()
        [['a:0.0', '渠清了。'], ['a:0.1', '鱼回来了。']]
        """
        if level not in LEVELS:
            raise ValueError(Mistake("argument_unknown", what="level", value=level, known=", ".join(LEVELS)))
        rows = self.content(include_headings=include_headings).reset_index(drop=True)
        rows["unit_id"] = rows["doc_id"] + ":" + rows["block"].astype(str)
        if level == "sentence":
            return _sentences(rows)
        if level == "paragraph":
            return rows[UNIT_COLUMNS]
        return _grouped(rows, level)

    def content(self, *, include_headings=False):
        """Blocks of content, each document once: those of copies are left out, as in `once`.

        Parameters
        ----------
        include_headings : bool
            Whether titles and headings are content too.

        Returns
        -------
        DataFrame
            Rows of `blocks`.

        Examples
        --------
        >>> from govnlp import parse_text
        >>> parse_text("清渠三十里\\n本报记者 林溪\\n渠清了。").content()["text"].tolist()
        ['渠清了。']
        """
        rows = self.once()
        return rows[rows["kind"].isin(CONTENT + (HEADINGS if include_headings else ()))]

    def once(self):
        """Blocks of every kind, without those of documents that are copies of another one (`duplicate_of`)."""
        copies = self.documents["duplicate_of"].notna()
        return self.blocks[~self.blocks["doc_id"].isin(self.documents.loc[copies, "doc_id"])]

    def save(self, folder):
        """Write the four tables as .parquet files into a folder, which is made where it does not exist.

        Examples
        --------
        >>> import tempfile
        >>> from govnlp import load_corpus, parse_text
        >>> corpus = parse_text("渠清了。")
        >>> with tempfile.TemporaryDirectory() as folder:
        ...     corpus.save(folder)
        ...     load_corpus(folder).blocks.equals(corpus.blocks)
        True
        """
        folder = Path(folder)
        folder.mkdir(parents=True, exist_ok=True)
        for name in TABLES:
            getattr(self, name).to_parquet(folder / f"{name}.parquet", index=False)

    def footnote(self):
        """What the corpus holds and what was set aside, as a note.

        >>> from govnlp import parse_text
        >>> parse_text("渠清了。").footnote()
        '1 document, 1 article, 1 block (1 of content, 0 set aside or headings), 4 characters; 0 problems while reading'
        """
        counts = {
            name: Note(name, n=len(getattr(self, name))) for name in ("documents", "articles", "blocks")
        }
        content = int(self.blocks["kind"].isin(CONTENT).sum())
        chars = int(self.documents["n_chars"].sum())
        held = Note("corpus_holds", **counts, content=content, aside=len(self.blocks) - content, chars=chars)
        notes = [held, Note("reading_problems", n=len(self.problems))]
        copies = int(self.documents["duplicate_of"].notna().sum())
        return joined(*notes, *([Note("copies", n=copies)] if copies else []))

    def __repr__(self):
        return f"Corpus: {self.footnote()}"

    def _repr_html_(self):
        shown = self.documents[["doc_id", "title", "year", "place", "genre"]].head(10)
        table = shown.to_html(index=False, na_rep="", classes="mathjax_ignore")
        return f"{table}<p>{escape(self.footnote())}</p>"


def load_corpus(folder):
    """Load a corpus that was written with `Corpus.save`.

    Parameters
    ----------
    folder : path

    Returns
    -------
    Corpus
        Equal to the one that was saved.

    Raises
    ------
    FileNotFoundError
        Where a table is not in the folder.
    """
    tables = []
    for name in TABLES:
        path = Path(folder) / f"{name}.parquet"
        if not path.exists():
            raise FileNotFoundError(Mistake("no_corpus", file=path.name, folder=str(folder)))
        tables.append(from_bytes(path.read_bytes()))
    return Corpus(*tables)


def _sentences(rows):
    """A row per sentence; its unit_id is that of its block and its number in it."""
    rows = rows[UNIT_COLUMNS].assign(text=rows["text"].map(SENTENCE.findall)).explode("text")
    rows = rows[rows["text"].str.strip().fillna("").ne("")]
    rows["unit_id"] += "." + rows.groupby("unit_id").cumcount().astype(str)
    return rows.assign(text=rows["text"].str.strip()).reset_index(drop=True)


def _grouped(rows, level):
    """Blocks joined to documents, articles, sections or turns."""
    keys = {
        "document": ["doc_id"],
        "article": ["doc_id", "article"],
        "section": ["doc_id", "article", "section"],
    }
    parts = rows[keys.get(level, ["doc_id", "article", "speaker"])].astype(object)
    parts = parts.where(parts.notna(), "")
    change = (parts != parts.shift()).any(axis=1)
    if level == "turn":
        change |= (rows["speaker"].isna() & ~rows["kind"].isin(("question", "answer"))) | (
            rows["kind"] != rows["kind"].shift()
        )
    groups = rows.groupby(change.cumsum(), sort=True)
    out = groups[UNIT_COLUMNS].head(1).reset_index(drop=True)
    out["text"] = groups["text"].agg("\n".join).to_numpy()
    if level == "document":
        out["unit_id"] = out["doc_id"]
        out["article"] = pd.array([pd.NA] * len(out), dtype="Int64")
    elif level == "article":
        out["unit_id"] = out["doc_id"] + ":a" + out["article"].astype(str)
    if level in ("document", "article"):
        out["speaker"] = None
        out["section"] = None
    else:
        out["unit_id"] = out["doc_id"] + f":{level[0]}" + out["unit_id"].str.rsplit(":", n=1).str[1]
    return out
