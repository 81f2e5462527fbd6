"""Passages: a block in its place, with its source lines and the words that were looked for."""

import re
from html import escape

from govnlp.figures.html_tables import IGNORED, inert, visible
from govnlp.figures.style import label
from govnlp.text import either


def mark(text, words):
    """Text with every one of the words highlighted, longest first.

    Examples
    --------
    >>> mark("优化营商环境<b>", ["营商环境", "环境"])
    '优化<mark>营商环境</mark>&lt;b&gt;'
    """
    text = visible(text)
    words = {visible(word) for word in words if word}
    if not words:
        return escape(text)
    parts = re.split(f"({either(words)})", text)
    return "".join(f"<mark>{escape(part)}</mark>" if i % 2 else escape(part) for i, part in enumerate(parts))


def place(row, lang="zh"):
    """Where a block stands: document, section and source lines.

    Parameters
    ----------
    row : mapping
        doc_id, section and lines of a block.
    lang : {"zh", "en"}
    """
    first, last = row["lines"][0], row["lines"][-1]
    name = "line_at" if first == last else "lines_at"
    section = row["section"] if isinstance(row["section"], str) else ""
    return " · ".join(filter(None, [row["doc_id"], section, label(name, lang, line=first, last=last)]))


def passage_html(corpus, doc_id, block, words=(), lang="zh", around=1):
    """A block and its neighbours, with document and lines over it.

    Parameters
    ----------
    corpus : Corpus
    doc_id : str
    block : int
    words : list of str
        They are highlighted in the block.
    lang : {"zh", "en"}
    around : int
        Blocks shown before and after it.

    Returns
    -------
    str
        HTML.

    Raises
    ------
    KeyError
        The document has no such block.

    Examples
    --------
    >>> from govnlp import parse_text
    >>> html = passage_html(parse_text("渠清了。\\n\\n鱼回来了。", "a"), "a", 0, ["渠"])
    >>> "<mark>渠</mark>清了。" in html
    True
    """
    blocks = corpus.blocks[corpus.blocks["doc_id"].eq(doc_id)]
    near = blocks[blocks["block"].between(block - around, block + around)].to_dict("records")
    here = [row for row in near if row["block"] == block]
    if not here:
        raise KeyError(f"document {doc_id!r} has no block {block}; it has {len(blocks)}")
    paragraphs = "".join(
        f"<p>{mark(row['text'], words)}</p>"
        if row["block"] == block
        else f'<p class="near">{inert(row["text"])}</p>'
        for row in near
    )
    head = f"<p><strong>{inert(place(here[0], lang))}</strong></p>"
    name = label("passage", lang)
    return f'<section class="govnlp {IGNORED}" aria-label="{name}">{head}{paragraphs}</section>'
