"""Names of columns and values of closed lists, as a reader sees them; CSV files keep those that programs use."""

import functools
import re

from govnlp.analysis.themes.lexicon import SHIPPED
from govnlp.figures.style import label, listed
from govnlp.lexicons import lexicon_content
from govnlp.notes import from_json

THEMES = ("theme", "theme_a", "theme_b", "degree", "field")
"""Columns that hold the name of a theme."""

DOCUMENTS = ("doc_id", "doc_a", "doc_b", "doc_earlier", "doc_later", "first_doc", "target_doc", "doc_ids")
"""Columns that hold documents, which a reader sees by their short names."""

PART_OF_YEAR = re.compile(r"(\d{4})([QHM])(\d+)(?:-(\d+))?")
"""A period that is a part of a year (2023Q1, 2023H1, 2023M05, 2023M01-05): see `extract_indicators`."""


def document_named(cell, names):
    """What a cell with a document, or several of them, shows.

    >>> document_named("a、b", {"a": "青槐区 2021"}), document_named(["a"], {"a": "临溪区"}), document_named(None, {})
    ('青槐区 2021、b', '临溪区', None)
    """
    if isinstance(cell, str):
        cell = cell.split("、")
    if not isinstance(cell, (list, tuple)):
        return cell
    return "、".join(names.get(doc_id, doc_id) for doc_id in cell)


def documents_named(head, body, names):
    """Rows of a table with the short names of documents; a table that names them itself keeps their ids."""
    columns = {i for i, name in enumerate(head) if name in DOCUMENTS}
    if not columns or "short_name" in head:
        return body
    return [
        [document_named(cell, names) if i in columns else cell for i, cell in enumerate(row)] for row in body
    ]


@functools.cache
def _themes():
    """Names of the themes of the shipped lexicons."""
    lexicons = (lexicon_content(f"{name}.yaml") for name in reversed(SHIPPED))
    themes = (theme for lexicon in lexicons for theme in lexicon["themes"])
    return {theme["name"]: {"zh": theme["name"], "en": theme["en"]} for theme in themes}


def column_label(name, lang):
    """What stands over a column; its own name where there is no label, or no language is given.

    Examples
    --------
    >>> [column_label(name, "zh") for name in ("doc_id", "value_base", "own column")]
    ['文献', '折合数值', 'own column']
    """
    entry = lexicon_content("columns.yaml")["columns"].get(name) if lang else None
    return entry[lang] if entry else str(name)


def value_label(column, value, lang):
    """What a cell shows of a closed list, such as the status of an indicator or a note on an entry.

    Any other value is left as it is.

    Examples
    --------
    >>> value_label("status", "actual", "zh"), value_label("negated", True, "zh"), value_label("term", "actual", "zh")
    ('实际', '是', 'actual')
    >>> value_label("counts", False, "zh"), value_label("single_unit", "True", "en")
    ('否', 'yes')
    >>> value_label("theme", "民生服务", "en"), value_label("note", "also a noun", "zh")
    ('Welfare', '也作名词')
    >>> value_label("genres", "news、interview", "en"), value_label("note", "as a verb; of everything", "zh")
    ('news, interview', '作动词、无所不包')
    >>> [value_label("period", x, "zh") for x in ("2023", "2023Q1", "2023H2", "2023M01-05")]
    ['2023', '2023年1季度', '2023年下半年', '2023年1-5月']
    """
    if column == "period" and lang and (part := PART_OF_YEAR.fullmatch(str(value))):
        return _part_of_year(*part.groups(), lang)
    known = _themes() if column in THEMES else lexicon_content("columns.yaml")["values"].get(column, {})
    if lang is None or not known:
        return value
    parts = value if isinstance(value, list) else re.split("、|; ", str(value))
    if not parts or not all(part in known for part in parts):
        return value
    return listed([known[part][lang] for part in parts], lang)


def _part_of_year(year, kind, n, last, lang):
    """A quarter, a half, a month or several months of a year in words."""
    keys = {
        "Q": "quarter",
        "H": "first_half" if n == "1" else "second_half",
        "M": "months" if last else "month",
    }
    return label(f"period_{keys[kind]}", lang, year=year, n=int(n), last=last and int(last))


def reasons_said(table, lang):
    """`Corpus.problems` with its reasons in a language and without their keys and values; other tables as they are."""
    if not {"reason", "note"} <= set(table):
        return table
    reasons = [
        from_json(note).said(lang) if isinstance(note, str) else reason
        for reason, note in zip(table["reason"], table["note"], strict=True)
    ]
    return table.assign(reason=reasons).drop(columns="note")
