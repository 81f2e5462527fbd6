"""The exploring screen as a page that needs no kernel."""

from pathlib import Path

from govnlp.exploring.passages import mark, place
from govnlp.exploring.views import Views
from govnlp.figures.html_page import page_html, scrolling
from govnlp.figures.html_tables import inert, table_html
from govnlp.figures.manifest import record_page
from govnlp.figures.style import label
from govnlp.words.frequency import frequency

ROOM = 1_000_000
"""Characters of text that the page holds, some 3 MB; further documents have pages of their own beside it."""


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


def _write_text(path, doc_id, paragraphs, lang):
    path.parent.mkdir(parents=True, exist_ok=True)
    page = page_html(doc_id, f'<div class="govnlp">{paragraphs}</div>', (), lang)
    path.write_text(page, encoding="utf-8", newline="\n")


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
    views, path = Views(corpus, lang), Path(path)
    sections = list(_sections(views, term))
    path.parent.mkdir(parents=True, exist_ok=True)
    text, room = "", ROOM
    for number, (doc_id, blocks) in enumerate(corpus.blocks.groupby("doc_id", sort=False), 1):
        paragraphs = "".join(
            f'<p title="{inert(place(row, lang))}">{mark(row["text"], [term])}</p>'
            for row in blocks.to_dict("records")
        )
        room -= len(paragraphs)
        if room > 0:
            text += f"<details><summary>{inert(doc_id)}</summary>{paragraphs}</details>"
        else:
            file = f"data/texts/{number:05}.html"
            _write_text(path.parent / file, doc_id, paragraphs, lang)
            text += f'<p><a href="{file}">{inert(doc_id)}</a></p>'
    body = f"<p>{inert(label('read_only', lang))}</p>" + "".join(html for _, _, html in sections)
    title = label("passage", lang)
    body += f'<section id="passage" class="govnlp"><h2>{inert(title)}</h2>{text}</section>'
    contents = [*((anchor, name, []) for anchor, name, _ in sections), ("passage", title, [])]
    page = page_html(label("explorer", lang), body, contents, lang)
    path.write_text(page, encoding="utf-8", newline="\n")
    record_page(path, label("explorer", lang))
    return path
