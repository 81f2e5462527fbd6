"""Text of the page without a kernel: documents and passages, each with what is known of it and what is counted."""

from collections import defaultdict

import numpy as np

from govnlp.analysis.themes.profile import membership
from govnlp.exploring.passages import mark, place, reasons
from govnlp.figures.html_tables import inert
from govnlp.figures.style import label, words_only
from govnlp.words.frequency import frequency

WORDS = 300
"""Words that the page counts in what is chosen: the most frequent ones."""
LONGEST = 100_000
"""Characters of a passage that a page shows: a book on one line would be all of it."""


def text_html(views, term):
    """All documents, each passage with its reasons, and the words and themes that the page counts."""
    known, scores, statements = _facts(views), defaultdict(list), defaultdict(list)
    for row in views.scores.itertuples():
        scores[row.doc_id, row.block].append(row)
    for row in views.statements(views.doc_ids).itertuples():
        statements[row.doc_id, row.block].append(row)
    passages = {doc_id: "" for doc_id in views.doc_ids}
    for number, row in enumerate(views.corpus.blocks.to_dict("records")):
        key = row["doc_id"], row["block"]
        said = reasons(row, scores[key], statements[key], views.lang)
        facts = known.get("{}:{}".format(*key), "")
        passages[row["doc_id"]] += passage_html(row, number, term, views.lang, said, facts)
    documents = enumerate(passages.items())
    return "".join(document_html(doc_id, html, number) for number, (doc_id, html) in documents)


def document_html(doc_id, passages, number):
    """A document that can be opened."""
    return f'<details class="doc" id="d{number}"><summary>{inert(doc_id)}</summary>{passages}</details>'


def passage_html(row, number, term, lang, said=(), facts=""):
    """A passage with its place and what is said of it (`reasons`), and as attributes what the page counts."""
    text, head = row["text"], row["kind"] in ("title", "heading")
    if len(text) > LONGEST:
        text = text[:LONGEST] + label("text_cut", lang, n=f"{len(text) - LONGEST:,}")
    shown = f"<strong>{mark(text, [term])}</strong>" if head else f"<span>{mark(text, [term])}</span>"
    about = f'<span class="at">{inert(place(row, lang))}</span>'
    for name, parts in said:
        numbers = ' class="numbers"' if name == label("about_numbers", lang) else ""
        parts = "".join(f"<li>{inert(part)}</li>" for part in parts)
        about += f"<span>{inert(name)}</span><ul{numbers}>{parts}</ul>"
    return f'<div class="passage" id="b{number}"{facts}>{shown}<div class="about">{about}</div></div>'


def most_frequent(views):
    """The table of the words that the page counts: no numbers, and no classes of them."""
    table = words_only(frequency(views.all_terms("paragraph")))
    return table[table["term"].map(lambda term: any(c.isalpha() for c in term)).astype(bool)].head(WORDS)


def _facts(views):
    """Attributes of every content block: unit, characters, tokens, and the numbers of its words and themes."""
    terms, place = views.all_terms("paragraph"), {t: i for i, t in enumerate(most_frequent(views)["term"])}
    number = np.array([place.get(term, -1) for term in terms.terms], dtype=int)
    blocks, _, member = membership(views.scores)
    themes = {x: np.flatnonzero(row) for x, row in zip(blocks["unit_id"], member, strict=True)}
    chars = dict(zip(blocks["unit_id"], blocks["n_chars"], strict=True))
    out = {}
    for i, unit in enumerate(terms.units.itertuples()):
        one = slice(*terms.counts.indptr[i : i + 2])
        words = np.repeat(number[terms.counts.indices[one]], terms.counts.data[one].astype(int))
        values = {"u": inert(unit.unit_id), "n": chars[unit.unit_id], "c": unit.n_tokens}
        values |= {"w": joined(np.sort(words[words >= 0])), "t": joined(themes[unit.unit_id])}
        out[unit.unit_id] = "".join(f' data-{name}="{value}"' for name, value in values.items())
    return out


def joined(numbers):
    """Numbers as an attribute has them."""
    return " ".join(map(str, numbers))
