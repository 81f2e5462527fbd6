"""Audit of parsing: the lines of a document, coloured by what they became."""

from html import escape

COLOURS = {
    "title": "#b7d4f4",
    "heading": "#dbe9fa",
    "byline": "#f6d9a8",
    "editor": "#f6d9a8",
    "caption": "#e6cdf0",
    "dateline": "#e3e3e3",
    "page": "#e3e3e3",
    "boilerplate": "#e3e3e3",
    "question": "#c9ead0",
    "answer": "#e6f5e9",
    "paragraph": "#ffffff",
}
STYLE = (
    "body{font-family:sans-serif;max-width:60em;margin:1em auto}p{margin:1px 0;padding:2px 6px}"
    ".start{border-top:2px solid #555;margin-top:8px}small{color:#555;margin-right:.6em}"
)


def audit_html(corpus, doc_id=None):
    """Page that shows every block of a corpus with its source lines, kind, article and doubts.

    Parameters
    ----------
    corpus : Corpus
    doc_id : str, optional
        One document; all of them without it.

    Returns
    -------
    str
        Self-contained HTML; all text is escaped.

    Raises
    ------
    ValueError
        Where the document is not in the corpus.

    Examples
    --------
    >>> from govnlp import parse_text
    >>> "&lt;b&gt;渠清了。" in audit_html(parse_text("<b>渠清了。"))
    True
    """
    known = corpus.documents["doc_id"].tolist()
    if doc_id is not None and doc_id not in known:
        raise ValueError(f"no document {doc_id!r} in the corpus; it has {', '.join(known[:10])}")
    chosen = known if doc_id is None else [doc_id]
    sure = boundary_confidence(corpus).set_index(["doc_id", "article"])["confidence"].to_dict()
    legend = "".join(f'<span style="background:{c};padding:2px 6px">{k}</span> ' for k, c in COLOURS.items())
    body = "".join(_document(corpus, x, sure) for x in chosen)
    return (
        f'<!DOCTYPE html><html lang="zh"><head><meta charset="utf-8"><title>govnlp audit</title>'
        f"<style>{STYLE}</style></head><body><div>{legend}</div>{body}</body></html>"
    )


def boundary_confidence(corpus):
    """How sure the beginning of each article is.

    Parameters
    ----------
    corpus : Corpus

    Returns
    -------
    DataFrame
        doc_id, article, confidence (0 to 1): a headline, a byline, a mark of the page and a headline over several
        lines each add to it; the only article of a document is certain.

    Examples
    --------
    >>> from govnlp import parse_text
    >>> boundary_confidence(parse_text("渠清了。"))["confidence"].tolist()
    [1.0]
    """
    alone = corpus.articles.groupby("doc_id")["article"].transform("size").eq(1)
    signs = (
        0.4
        + 0.3 * corpus.articles["title_lines"].map(len).gt(0)
        + 0.1 * corpus.articles["title_lines"].map(len).gt(1)
        + 0.1 * corpus.articles["authors"].map(len).gt(0)
        + 0.1 * corpus.articles["page"].notna()
    )
    return corpus.articles[["doc_id", "article"]].assign(confidence=signs.where(~alone, 1.0).round(2))


def _document(corpus, doc_id, sure):
    """Heading and lines of one document."""
    row = corpus.documents.set_index("doc_id").loc[doc_id]
    out = [f"<h2>{escape(doc_id)}</h2><p>{escape(str(row['title'] or 'no title'))}</p>"]
    before = None
    for block in corpus.blocks[corpus.blocks["doc_id"] == doc_id].to_dict("records"):
        article = block["article"]
        starts = isinstance(article, int) and article != before
        before = article if isinstance(article, int) else before
        note = f" article {article}, confidence {sure[doc_id, article]:.1f}" if starts else ""
        speaker = f"[{block['speaker']}] " if block["speaker"] else ""
        out.append(
            f'<p class="{"start" if starts else ""}" style="background:{COLOURS[block["kind"]]}">'
            f"<small>{', '.join(map(str, block['lines']))} {block['kind']}{note}</small>"
            f"{escape(speaker + block['text'])}</p>"
        )
    return "".join(out)
