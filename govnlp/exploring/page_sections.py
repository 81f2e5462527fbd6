"""Sections of the page without a kernel: what chooses, and the tables that narrow; explorer.js fills them anew."""

from collections import defaultdict

from govnlp.analysis.themes.profile import theme_profile
from govnlp.exploring.choosing import Choice, group_options
from govnlp.exploring.page_text import WORDS, joined, most_frequent
from govnlp.exploring.passages import statement
from govnlp.figures.column_names import value_label
from govnlp.figures.html_page import scrolling
from govnlp.figures.html_tables import IGNORED, cell_text, head_html, inert, table_html
from govnlp.figures.style import label

SHOWN, LINES = 100, 200
"""Rows of the table of words, and of those of lines and statements."""
WIDE = 80
"""Pixels of the longest bar."""


def chooser(views, term, held):
    """What chooses; shown where scripts run. `held` says how many of the documents the page holds."""
    lang, documents, of = views.lang, views.corpus.documents, defaultdict(list)
    groups = group_options(documents, lang)[1:]
    for i, (_, ids) in enumerate(groups):
        for doc_id in ids:
            of[doc_id].append(i)
    keys = "documents group whole filter term show_reasons keep_chosen choose".split()
    say = {key: inert(label(key, lang)) for key in keys}
    options = "".join(f'<option value="{i}">{inert(name)}</option>' for i, (name, _) in enumerate(groups))
    items = "".join(
        f'<li><label><input type="checkbox" checked data-g="{joined(of[doc_id])}" data-n="{n}"> '
        f"{inert(doc_id)}</label>{_short(doc_id, views.names)}</li>"
        for doc_id, n in zip(documents["doc_id"], documents["n_chars"].fillna(0), strict=True)
    )
    words = "".join(f'<option value="{inert(word)}"></option>' for word in most_frequent(views)["term"])
    names = (value_label("theme", theme, lang) for theme in views.scores.attrs["themes"])
    names = "".join(f'<option value="{inert(name)}"></option>' for name in names)
    values = {key: f"{{{key}}}" for key in ("documents", "passages", "term", "n")}
    status = {key: label(f"chosen_{key}", lang, **values) for key in ("is", "with", "hits")}
    status = "".join(f' data-{name}="{inert(text)}"' for name, text in status.items())
    return f"""<section id="choose" aria-label="{say["choose"]}" hidden><fieldset><legend>{say["documents"]}</legend>
<label>{say["group"]} <select id="group"><option value="">{say["whole"]}</option>{options}</select></label>
<label>{say["filter"]} <input id="name" type="search"></label><ul id="docs">{items}</ul></fieldset>
<label>{say["term"]} <input id="term" type="search" list="words" value="{inert(term)}"></label>
<datalist id="words">{words}</datalist><datalist id="theme-names">{names}</datalist>
<div id="bar" hidden>{_bar(1)}</div><p id="said" role="status"{status}></p><p>{inert(held)}</p>
<label><input id="reasons" type="checkbox"> {say["show_reasons"]}</label>
<button id="save" type="button">{say["keep_chosen"]}</button></section>"""


def _short(doc_id, names):
    """What the figures call a document, below the name of its file."""
    name = names.get(doc_id, doc_id)
    return "" if name == doc_id else f"<small>{inert(name)}</small>"


def sections(views, term):
    """Anchor, title and HTML of each section."""
    lang, choice = views.lang, Choice(tuple(views.doc_ids), term)
    keys = zip(views.corpus.blocks["doc_id"], views.corpus.blocks["block"], strict=True)
    links = {key: f"#b{number}" for number, key in enumerate(keys)}
    columns = views.corpus.documents[["doc_id", "title", "year", "region", "genre", "n_chars"]]
    documents = columns.dropna(axis=1, how="all")
    documents.attrs["note"] = views.corpus.footnote()
    picture = f'<div class="whole">{views.profile(choice).image(lang)}</div>'
    found = [
        ("documents", table_html(documents, len(documents), lang=lang), "", ""),
        ("view_frequency", _words(views), label("part_words", lang, n=WORDS), ""),
        ("view_dispersion", _by_document(views, choice), "", ""),
        ("view_concordance", _lines(views, choice, links), label("first_rows", lang, n=LINES), ""),
        ("view_themes", _themes(views), label("part_themes", lang), picture),
        ("view_indicators", _statements(views, choice, links), label("first_rows", lang, n=LINES), ""),
    ]
    for name, table, note, behind in found:
        title = label(name, lang)
        note = f"<p><small>{inert(note)}</small></p>" if note else ""
        html = f"<h2>{inert(title)}</h2>{note}{scrolling(table, title)}{behind}"
        yield name, title, f'<section id="{name}">{html}</section>'


def _table(head, rows, lang):
    """A table of cells that are HTML already; those of numbers are told by their looks."""
    top = "".join(head_html(name, lang) for name in head)
    body = "".join(f"<tr>{''.join(map(_cell, row))}</tr>" for row in rows)
    return f'<div class="govnlp {IGNORED}"><table><thead><tr>{top}</tr></thead><tbody>{body}</tbody></table></div>'


def _cell(html):
    number = html and html.strip("0123456789.,%") == ""
    return f'<td class="n">{html}</td>' if number else f"<td>{html}</td>"


def _bar(share):
    return (
        f'<svg width="{WIDE}" height="10" aria-hidden="true">'
        f'<rect width="{WIDE * share:.0f}" height="10"></rect></svg>'
    )


def _link(to, text):
    return f'<a href="{to}">{inert(text)}</a>'


def _words(views):
    table = most_frequent(views).head(SHOWN)
    top = table["n"].max() if len(table) else 1
    rows = (
        [inert(r.term), f"{r.n:,}", _bar(r.n / top), cell_text(r.per_10k), str(r.n_units)]
        for r in table.itertuples()
    )
    return _table(["term", "n", "bar", "per_10k", "n_units"], rows, views.lang)


def _by_document(views, choice):
    number = {doc_id: i for i, doc_id in enumerate(views.doc_ids)}
    rows = views.by_document(choice).itertuples() if choice.term else ()
    cells = ([_link(f"#d{number[r.doc_id]}", r.doc_id), str(r.n), cell_text(r.per_10k_chars)] for r in rows)
    return _table(["doc_id", "n", "per_10k_chars"], cells, views.lang)


def _lines(views, choice, links):
    rows = views.hits(choice).head(LINES).itertuples() if choice.term else ()
    cells = ([_place(views, r, links), *(inert(text) for text in (r.left, r.match, r.right))] for r in rows)
    return _table(["source_place", "left", "match", "right"], cells, views.lang)


def _place(views, row, links):
    return _link(
        links[row.doc_id, row.block], f"{row.doc_id} · {label('line_at', views.lang, line=row.line)}"
    )


def _themes(views):
    whole = label("whole", views.lang)
    table = theme_profile(views.scores.assign(side=whole), "side")
    table = table[table["share"].gt(0)].sort_values("share", ascending=False, kind="stable")
    rows = (
        [inert(value_label("theme", r.theme, views.lang)), f"{r.share:.1%}", _bar(r.share), str(r.n_blocks)]
        for r in table.itertuples()
    )
    return _table(["theme", "share", "bar", "n_blocks"], rows, views.lang)


def _statements(views, choice, links):
    table = views.indicators(choice)
    rows = () if table is None else table.head(LINES).itertuples()
    cells = ([_place(views, r, links), inert(statement(r, views.lang))] for r in rows)
    return _table(["source_place", "statement"], cells, views.lang)
