"""Names of columns and values of closed lists, as a reader sees them; CSV files keep those that programs use."""

import functools


@functools.cache
def _entries():
    import yaml

    from govnlp.lexicons import lexicon_path

    return yaml.safe_load(lexicon_path("columns.yaml").read_text(encoding="utf-8"))


def column_label(name, lang):
    """What stands over a column; its own name where there is no label, or no language is given.

    Examples
    --------
    >>> [column_label(name, "zh") for name in ("doc_id", "value_base", "own column")]
    ['文献', '折合数值', 'own column']
    """
    entry = _entries()["columns"].get(name) if lang else None
    return entry[lang] if entry else str(name)


def value_label(column, value, lang):
    """What a cell shows of a closed list, such as the status of an indicator; any other value is left as it is.

    Examples
    --------
    >>> value_label("status", "actual", "zh"), value_label("negated", True, "zh"), value_label("term", "actual", "zh")
    ('实际', '是', 'actual')
    """
    entry = _entries()["values"].get(column, {}).get(str(value)) if lang else None
    return entry[lang] if entry else value
