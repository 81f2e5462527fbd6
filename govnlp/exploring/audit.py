"""Audit of parsing: the lines of a document, coloured by what they became, each with the rule that decided."""

from html import escape

from govnlp.arguments import takes
from govnlp.exploring.second_opinion import second_opinion
from govnlp.figures.column_names import value_label
from govnlp.figures.style import label
from govnlp.notes import Mistake

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
    ".govnlp-audit{font-family:sans-serif;max-width:62em;margin:1em auto;line-height:1.5}"
    ".govnlp-audit p{margin:1px 0;padding:2px 6px;color:#111;overflow-wrap:anywhere}"
    ".govnlp-audit .start{border-top:2px solid #555;margin-top:8px}"
    ".govnlp-audit small{color:#444;margin-right:.6em}.govnlp-audit .doubt{color:#b00020;font-weight:bold}"
)
DOUBT = 0.7


def audit_html(corpus, doc_id=None, lang="zh"):
    """Page that shows every source line of a corpus with what it became, why, and how sure that is.

    Where trafilatura is installed, web pages also show where it differs on what is text and what is set aside.

    Parameters
    ----------
    corpus : Corpus
    doc_id : str, optional
        One document; all of them without it.
    lang : {"zh", "en"}
        Language of what is said of the lines.

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
    >>> "渠&lt;svg&gt;清了。" in audit_html(parse_text("渠<svg>清了。"))
    True
    """
    return (
        '<!DOCTYPE html><html lang="zh-Hans"><head><meta charset="utf-8">'
        f'<meta name="viewport" content="width=device-width,initial-scale=1"><title>{label("audit", lang)}</title>'
        f"</head><body>{_fragment(corpus, doc_id, lang)}</body></html>"
    )


@takes(corpus="Corpus")
def audit_view(corpus, doc_id=None, lang="zh"):
    """The same as `audit_html`, as an object that a notebook shows.

    Parameters
    ----------
    corpus : Corpus
    doc_id : str, optional
    lang : {"zh", "en"}

    Returns
    -------
    IPython.display.HTML

    Examples
    --------
    >>> from govnlp import parse_text
    >>> "渠清了。" in audit_view(parse_text("渠清了。")).data
    True
    """
    from IPython.display import HTML

    return HTML(_fragment(corpus, doc_id, lang))


def parse_confidence(corpus):
    """How sure the beginning and the title of each article are.

    Parameters
    ----------
    corpus : Corpus

    Returns
    -------
    DataFrame
        doc_id, article, boundary and title (both 0 to 1). A headline, a byline, a mark of the page and a headline over
        several lines each add to the boundary; the only article of a document is certain. A title loses by
        its length, by punctuation of sentences and by missing; a byline adds to it.

    Notes
    -----
    The figures order articles by how much they ask to be looked at. They are no probabilities.

    Examples
    --------
    >>> from govnlp import parse_text
    >>> parse_confidence(parse_text("渠清了。"))[["boundary", "title"]].to_numpy().tolist()
    [[1.0, 0.0]]
    """
    articles = corpus.articles
    alone = articles.groupby("doc_id")["article"].transform("size").eq(1)
    n_lines, by = articles["title_lines"].map(len), articles["authors"].map(len).gt(0)
    boundary = 0.4 + 0.3 * n_lines.gt(0) + 0.1 * n_lines.gt(1) + 0.1 * by + 0.1 * articles["page"].notna()
    text = articles["title_lines"].map("".join)
    title = (
        0.8 + 0.2 * by - 0.3 * text.map(len).gt(45) - 0.3 * text.str.contains("[。；;]") - 0.2 * n_lines.gt(4)
    )
    return articles[["doc_id", "article"]].assign(
        boundary=boundary.where(~alone, 1.0).round(2),
        title=title.where(n_lines.gt(0), 0.0).clip(0, 1).round(2),
    )


def _fragment(corpus, doc_id, lang):
    """Legend and documents, with a style that touches nothing else on a page."""
    known = corpus.documents["doc_id"].tolist()
    if doc_id is not None and doc_id not in known:
        raise ValueError(Mistake("no_such_document", name=doc_id, known=", ".join(known[:10])))
    chosen = known if doc_id is None else [doc_id]
    sure = parse_confidence(corpus).set_index(["doc_id", "article"])
    rows = {x: y for x, y in corpus.blocks.groupby("doc_id", sort=False)}
    known = corpus.documents.set_index("doc_id")
    legend = "".join(
        f'<span style="background:{colour};padding:2px 6px">{value_label("kind", kind, lang)}</span> '
        for kind, colour in COLOURS.items()
    )
    body = "".join(_document(x, known.loc[x], rows.get(x), sure, lang) for x in chosen)
    return f'<div class="govnlp-audit"><style>{STYLE}</style><div>{legend}</div>{body}</div>'


def _document(doc_id, document, blocks, sure, lang):
    """Heading and source lines of one document, in the order of the source."""
    title = escape(str(document["title"] or label("audit_untitled", lang)))
    out = [f"<h2>{escape(doc_id)}</h2><p>{title}</p>"]
    differs, share = (blocks is not None and second_opinion(document["path"], blocks)) or ({}, None)
    if share is not None:
        out.append(f"<p>{label('audit_opinion', lang, share=f'{share:.0%}', n=len(differs))}</p>")
    seen = set()
    for number, block, part, text in sorted(_lines(blocks), key=lambda x: x[0]):
        article = block["article"]
        starts = isinstance(article, int) and article not in seen
        note = ""
        if starts:
            seen.add(article)
            boundary, its_title = sure.loc[(doc_id, article), ["boundary", "title"]]
            doubt = ' class="doubt"' if min(boundary, its_title) < DOUBT else ""
            said = label(
                "audit_article", lang, article=article, boundary=f"{boundary:.1f}", title=f"{its_title:.1f}"
            )
            note = f" <span{doubt}>{said}</span>"
        if not part and block["block"] in differs:
            note += f' <span class="doubt">{label(differs[block["block"]], lang)}</span>'
        why = value_label("why", block["why"] or "", lang)
        why = label("audit_joined", lang, line=block["lines"][0]) if part else f": {escape(why)}"
        speaker = f"[{block['speaker']}] " if block["speaker"] and not part else ""
        out.append(
            f'<p class="{"start" if starts else ""}" style="background:{COLOURS[block["kind"]]}">'
            f"<small>{number} {value_label('kind', block['kind'], lang)}{why}{note}</small>{escape(speaker + text)}</p>"
        )
    return "".join(out)


def _lines(blocks):
    """(number, block, place in the block, text) of each source line."""
    for block in [] if blocks is None else blocks.to_dict("records"):
        ends = [*block["line_starts"][1:], len(block["text"])]
        for part, (number, start, end) in enumerate(
            zip(block["lines"], block["line_starts"], ends, strict=True)
        ):
            yield number, block, part, block["text"][start:end]
