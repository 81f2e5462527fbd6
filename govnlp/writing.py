"""Tables of the command line: which there are, what goes into them, and how they are written."""

from pathlib import Path

from govnlp.notes import Note
from govnlp.settings import read_settings, settings_path, with_paths

TABLES = (
    "parse", "terms", "keywords", "topics", "themes", "indicators", "phrases", "people", "places", "organisations",
    "citations", "duties",
)  # fmt: skip
"""Commands that write one table each."""
ENDINGS = (".csv", ".xlsx", ".parquet", ".md")
"""Of a table's file."""
STOPWORDS = {"terms": None, "keywords": "medium", "topics": None}
"""Tables that are counted, with the list of stop words that is left out; topics are found among all words."""


def make_table(name, corpus, settings):
    """The table of one stage.

    Parameters
    ----------
    name : str
        One of the commands in ``TABLES``.
    corpus : Corpus
    settings : dict
        What the project's govnlp.toml says: `LEXICON`, `STOPWORDS`, `OBVIOUS`, `THEMES` and `K` hold here as in its
        figures.

    Returns
    -------
    pandas.DataFrame
        Columns as documented for the function behind the command.
    """
    import govnlp as gn
    from govnlp.analysis.keywords.obvious import without_obvious
    from govnlp.words.counting import CLASSES

    if name == "parse":
        return corpus.blocks
    if name == "themes":
        return gn.theme_profile(gn.score_themes(corpus, gn.read_themes(settings.get("THEMES", "themes"))))
    if name not in STOPWORDS:
        return getattr(gn, f"extract_{name}")(corpus)
    stopwords = settings.get("STOPWORDS", STOPWORDS[name]) if name != "topics" else None
    segmenter = gn.Segmenter(lexicon=settings.get("LEXICON"))
    keywords = name == "keywords"  # as notebook 03 finds them: the document's own place is none
    terms = gn.count_terms(corpus, segmenter=segmenter, stopwords=stopwords, fold_numbers=keywords)
    terms = without_obvious(terms) if keywords and not settings.get("OBVIOUS") else terms
    if name == "topics":
        model = gn.cluster_topics(terms, settings.get("K") or None)
        return model.by_document.assign(name=model.by_document["topic"].map(model.names))
    if name == "terms":
        return gn.frequency(terms, by="doc_id")
    table = gn.tfidf(terms, by="doc_id")
    return table[~table["term"].isin(CLASSES)].reset_index(drop=True)


def project_settings(source):
    """Parameters of the govnlp.toml beside a source, with the paths of the files that it names."""
    if settings_path(source) is None:
        return {}
    from govnlp.running import default_parameters, read_notebook, stage_notebooks

    known = {}
    for path in stage_notebooks():
        known |= default_parameters(read_notebook(path))
    return with_paths(read_settings(source, known), source)


def check_ending(path):
    """Raise ValueError where a table can't be written to a file of that name."""
    if Path(path).suffix not in ENDINGS:
        raise ValueError(Note("bad_ending", name=Path(path).name))


def write_table(table, path):
    """Write a table as .csv, .xlsx, .parquet or .md, by the path's ending.

    Cells that a spreadsheet would take for a formula get an apostrophe in front (OWASP, CSV injection).

    Parameters
    ----------
    table : pandas.DataFrame
    path : str or path

    Raises
    ------
    ValueError
        The ending is none of the four.
    """
    from govnlp.figures.saving import safe_cell

    check_ending(path)
    path = Path(path)
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.suffix == ".parquet":
        table.to_parquet(path, index=False)
        return
    safe = table.map(safe_cell)
    if path.suffix == ".csv":
        safe.to_csv(path, index=False, encoding="utf-8-sig", lineterminator="\n")
    elif path.suffix == ".xlsx":
        safe.to_excel(path, index=False)
    else:
        rows = [list(safe.columns), ["---"] * len(safe.columns), *safe.astype(str).values.tolist()]
        lines = ("| " + " | ".join(str(cell).replace("|", "\\|") for cell in row) + " |\n" for row in rows)
        path.write_text("".join(lines), encoding="utf-8", newline="\n")


def write_metadata(corpus, source, path, lang):
    """Write what was read of each document as a metadata.csv, to be corrected and put beside the documents.

    Raises
    ------
    FileExistsError
        The file is there: what was corrected by hand in it would be lost.
    """
    from govnlp.documents.reading.catalogue import template

    if Path(path).exists():
        raise FileExistsError(Note("metadata_exists", path=path))
    folder = Path(source) if Path(source).is_dir() else Path(source).parent
    write_table(template(corpus.documents, folder, lang), path)
