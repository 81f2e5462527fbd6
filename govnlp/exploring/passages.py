"""Passages: a block in its place, with its source lines and the words that were looked for."""

import re
from html import escape

from govnlp.figures.column_names import value_label
from govnlp.figures.html_tables import IGNORED, inert, visible
from govnlp.figures.style import label, listed
from govnlp.notes import Mistake
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


def reasons(row, scores, statements, lang="zh"):
    """Why a block has its kind, its themes with the words that they rest on, and its quantitative statements.

    Parameters
    ----------
    row : mapping
        kind and why of a block.
    scores, statements : iterable of named tuple
        The block's rows of `score_themes` and of `extract_indicators`.
    lang : {"zh", "en"}

    Returns
    -------
    list of (str, list of str)
        What is said, and each of it; themes and statements only where the block has some.
    """
    why = label("because", lang, why=value_label("why", row["why"], lang)) if row["why"] else ""
    themes = [
        f"{value_label('theme', x.theme, lang)}{label('because', lang, why=listed(dict.fromkeys(x.evidence), lang))}"
        for x in scores
        if x.score > 0
    ]
    said = [(label("about_kind", lang), [f"{value_label('kind', row['kind'], lang)}{why}"])]
    said.append((label("about_themes", lang), themes))
    said.append((label("about_numbers", lang), [statement(x, lang) for x in statements]))
    return [(name, parts) for name, parts in said if parts]


def statement(row, lang="zh"):
    """A quantitative statement in a line: name, value, unit, period and status.

    Examples
    --------
    >>> from govnlp import extract_indicators, parse_text
    >>> rows = extract_indicators(parse_text("2021年完成投资478亿元。"))
    >>> statement(next(rows.itertuples()))
    '投资：478亿元（2021、实际）'
    """
    high = f"–{row.value_high:,.12g}" if row.value_high == row.value_high else ""
    value = f"{row.value:,.12g}{high}{row.unit or ''}"
    known = (("period", row.period), ("status", row.status), ("direction", row.direction))
    when = [value_label(name, value, lang) for name, value in known if value]
    said = label("statement", lang, name=row.name, value=value)
    return said + (label("because", lang, why=listed(when, lang)) if when else "")


def passage_html(corpus, doc_id, block, words=(), lang="zh", said=(), around=1):
    """A block and its neighbours, with document and lines over it and what is said of it below it.

    Parameters
    ----------
    corpus : Corpus
    doc_id : str
    block : int
    words : list of str
        They are highlighted in the block.
    lang : {"zh", "en"}
    said : list of (str, list of str)
        From `reasons`.
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
        raise KeyError(Mistake("no_block_in", name=doc_id, block=block, n=len(blocks)))
    paragraphs = "".join(
        f"<p>{mark(row['text'], words)}</p>"
        if row["block"] == block
        else f'<p class="near">{inert(row["text"])}</p>'
        for row in near
    )
    head = f"<p><strong>{inert(place(here[0], lang))}</strong></p>"
    items = "".join(
        f"<dt>{inert(name)}</dt><dd>{inert(listed(x, lang, 'semicolon'))}</dd>" for name, x in said
    )
    about = f"<dl>{items}</dl>" if items else ""
    name = label("passage", lang)
    return f'<section class="govnlp {IGNORED}" aria-label="{name}">{head}{paragraphs}{about}</section>'
