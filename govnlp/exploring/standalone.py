"""The exploring screen as a page that needs no kernel: documents, a group or a term narrow all its sections."""

from dataclasses import replace
from pathlib import Path

import numpy as np

from govnlp.arguments import LANGUAGE, takes
from govnlp.exploring.page_sections import chooser, sections
from govnlp.exploring.page_text import document_html, passage_html, text_html
from govnlp.exploring.passages import reasons
from govnlp.exploring.views import Views
from govnlp.figures.html_page import page_html
from govnlp.figures.html_tables import inert
from govnlp.figures.manifest import record_page
from govnlp.figures.style import label
from govnlp.notes import Mistake

SCRIPT, LOOK = (Path(__file__).with_name(f"explorer.{ending}") for ending in ("js", "css"))
ROOM = 500_000
"""Characters of text that a page holds at first; with what is said of them some 3 MB."""
LARGEST = 4_500_000
"""Bytes of a page: what a mail takes, and a phone opens. A page that turns out larger is made anew with less text."""


@takes(corpus="Corpus", lang=LANGUAGE)
def write_explorer(corpus, path, *, term="", lang="zh"):
    """Write the screen as one page that needs no kernel and no network.

    Without scripts it shows the tables of all its documents and their text. With them, documents, a group of them or a
    term narrow every section, a line leads to its passage with the reasons, and the chosen passages can be saved as a
    spreadsheet to be coded (`read_codes`).

    Parameters
    ----------
    corpus : Corpus
    path : str or path
        Ending in .html.
    term : str, optional
        Chosen when the page opens.
    lang : {"zh", "en"}

    Returns
    -------
    pathlib.Path
        A page of less than 5 MB, whatever the corpus: the first documents that fit. The text of all others is on pages
        beside it, in data/texts/, to which it leads.

    Raises
    ------
    ValueError
        The corpus has no text.
    """
    if corpus.blocks.empty:
        raise ValueError(Mistake("no_text_to_explore"))
    path, room = Path(path), ROOM
    while True:
        first, rest = _split(corpus, room)
        page = _page(Views(first, lang), term, len(corpus.documents), rest)
        if len(page.encode()) <= LARGEST or len(first.blocks) == 1:
            break
        held = first.blocks["text"].str.len().sum()
        room = int(0.9 * held * LARGEST / len(page.encode()))
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(page, encoding="utf-8", newline="\n")
    for file, blocks in rest.items():
        _write_text(path.parent / file, blocks, term, lang)
    record_page(path, label("explorer", lang))
    return path


def _split(corpus, room):
    """The documents that a page has room for, and the blocks of further pages by their files; a page has one block."""
    blocks = corpus.blocks
    page, left, pages = 0, room, []
    for _, part in blocks.groupby("doc_id", sort=False):
        sizes = part["text"].str.len().tolist()
        whole = sum(sizes) if sum(sizes) <= room else 0  # a document that fits a page is not cut
        for size in sizes:
            if max(size, whole) > left and left < room:
                page, left = page + 1, room
            left, whole = left - size, 0
            pages.append(page)
    pages = np.array(pages)
    order = [i for part in blocks.groupby("doc_id", sort=False).indices.values() for i in part]
    blocks = blocks.iloc[order]
    first = blocks[pages == 0]
    held = corpus.documents["doc_id"].isin(first["doc_id"])
    articles = corpus.articles[corpus.articles["doc_id"].isin(first["doc_id"])]
    rest = {f"data/texts/{number:05}.html": blocks[pages == number] for number in range(1, page + 1)}
    return replace(corpus, documents=corpus.documents[held], articles=articles, blocks=first), rest


def _page(views, term, n_documents, rest):
    """The whole page."""
    lang, n = views.lang, len(views.doc_ids)
    held = label("page_holds", lang, n=n, all=n_documents) if rest else ""
    found, title = list(sections(views, term)), label("passage", lang)
    links = "".join(
        f'<li><a href="{file}">{inert(label("from_to", lang, first=x["doc_id"].iloc[0], last=x["doc_id"].iloc[-1]))}'
        "</a></li>"
        for file, x in rest.items()
    )
    further = f"<h3>{inert(label('further', lang))}</h3><ul>{links}</ul>" if links else ""
    text = f'<section id="passage" class="govnlp"><h2>{inert(title)}</h2>{text_html(views, term)}{further}</section>'
    body = f"<p>{inert(label('read_only', lang))}</p>"
    body += f'<div class="desk">{chooser(views, term, held)}<div>{"".join(x for *_, x in found)}{text}</div></div>'
    contents = [*((anchor, name, []) for anchor, name, _ in found), ("passage", title, [])]
    look, script = (file.read_text(encoding="utf-8") for file in (LOOK, SCRIPT))
    return page_html(label("explorer", lang), body, contents, lang, look, script)


def _write_text(path, blocks, term, lang):
    """A page of further documents: their text alone, each passage with its place and why it has its kind."""
    html, number = "", 0
    for i, (doc_id, part) in enumerate(blocks.groupby("doc_id", sort=False)):
        passages = ""
        for row in part.to_dict("records"):
            passages += passage_html(row, number, term, lang, reasons(row, (), (), lang))
            number += 1
        html += document_html(doc_id, passages, i)
    path.parent.mkdir(parents=True, exist_ok=True)
    page = page_html(
        path.stem, f'<div class="govnlp">{html}</div>', (), lang, LOOK.read_text(encoding="utf-8")
    )
    path.write_text(page, encoding="utf-8", newline="\n")
