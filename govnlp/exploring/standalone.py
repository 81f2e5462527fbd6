"""The exploring screen as a page that needs no kernel."""

from pathlib import Path

from govnlp.exploring.passages import mark, place
from govnlp.exploring.views import Views
from govnlp.figures.html_page import page_html, scrolling
from govnlp.figures.html_tables import inert, table_html
from govnlp.figures.manifest import record_page
from govnlp.figures.style import label
from govnlp.words.frequency import frequency


def _sections(views, term):
    """Anchor, title and HTML of each section."""
    lang, ids = views.lang, views.doc_ids
    documents = views.corpus.documents[["doc_id", "title", "year", "region", "genre", "n_chars"]]
    documents = documents.dropna(axis=1, how="all")
    documents.attrs["note"] = views.corpus.footnote()
    found = [
        ("documents", table_html(documents, 500, lang=lang)),
        ("view_frequency", table_html(frequency(views.terms(ids)), 100, lang=lang)),
    ]
    if term:
        found.append(("view_dispersion", table_html(views.by_document(ids, term), 500, term, lang=lang)))
        found.append(("view_concordance", table_html(views.hits(ids, term), 200, term, lang=lang)))
    found.append(("view_themes", views.themes(ids)))
    for name, html in found:
        title = label(name, lang)
        yield name, title, f'<section id="{name}"><h2>{inert(title)}</h2>{scrolling(html, title)}</section>'


def write_explorer(corpus, path, *, term="", lang="zh"):
    """Write the screen's tables and the whole text as one page that needs no kernel and no network.

    Parameters
    ----------
    corpus : Corpus
    path : str or path
        Ending in .html.
    term : str, optional
        Its concordance is shown, and it is highlighted in the text.
    lang : {"zh", "en"}

    Returns
    -------
    pathlib.Path
    """
    views = Views(corpus, lang)
    sections = list(_sections(views, term))
    text = ""
    for doc_id, blocks in corpus.blocks.groupby("doc_id", sort=False):
        paragraphs = "".join(
            f'<p title="{inert(place(row, lang))}">{mark(row["text"], [term])}</p>'
            for row in blocks.to_dict("records")
        )
        text += f"<details><summary>{inert(doc_id)}</summary>{paragraphs}</details>"
    body = f"<p>{inert(label('read_only', lang))}</p>" + "".join(html for _, _, html in sections)
    title = label("passage", lang)
    body += f'<section id="passage" class="govnlp"><h2>{inert(title)}</h2>{text}</section>'
    contents = [*((anchor, name, []) for anchor, name, _ in sections), ("passage", title, [])]
    path = Path(path)
    path.parent.mkdir(parents=True, exist_ok=True)
    page = page_html(label("explorer", lang), body, contents, lang)
    path.write_text(page, encoding="utf-8", newline="\n")
    record_page(path, label("explorer", lang))
    return path
