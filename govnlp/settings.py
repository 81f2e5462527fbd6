"""govnlp.toml: the parameters of a project, in the folder of its documents."""

import tomllib
from difflib import get_close_matches
from pathlib import Path

NAME = "govnlp.toml"
FIXED = ("SOURCE", "OUT")
CHOICES = {
    "LANG": ("zh", "en"),
    "STOPWORDS": ("light", "medium", "strong"),
    "REFERENCE": ("work_reports", "background"),
    "THEMES": ("themes", "state_council", "cap", "instruments", "commitment"),
}
"""What a parameter may be; themes may be a file as well."""
FILES = ("LEXICON", "THEMES")
"""Parameters that name a file of the user's own, beside the documents."""


LIMITS = "LIMITS"
"""The table of what one file may cost while it is read; it is no parameter of a notebook."""
NAMING = ("TARGET", "OLD", "NEW", "DOCUMENTS")
"""Parameters that name documents by doc_id."""
SHOWN = 10
"""Names that a message lists."""


def read_settings(source, known):
    """Parameters that stand in the govnlp.toml beside or in a source.

    Parameters
    ----------
    source : str or path
        Folder or file with documents.
    known : dict
        Parameters of the notebooks with their defaults; in the file they may be written in small letters.

    Returns
    -------
    dict
        Name in capitals to value; empty where there is no such file.

    Raises
    ------
    ValueError
        The file is no TOML, names an unknown parameter, or gives one a value that it can't have; the message names
        file, parameter, value and remedy.

    Examples
    --------
    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     _ = Path(folder, "govnlp.toml").write_text('lang = "en"')
    ...     read_settings(folder, {"LANG": "zh"})
    {'LANG': 'en'}
    """
    path = settings_path(source)
    if path is None:
        return {}
    settings = {name.upper(): value for name, value in _load(path).items()}
    own_limits(source)
    allowed = sorted(set(known) - set(FIXED))
    for name, value in settings.items():
        if name == LIMITS:
            continue
        if name not in allowed:
            raise ValueError(f"{path.name}: unknown parameter {name!r}; one of: {', '.join(allowed)}")
        fault = _fault(name, value, known[name], path.parent)
        if fault:
            raise ValueError(f"{path.name}: {name.lower()} = {value!r} {fault}")
    for name, other in (("OLD", "NEW"), ("NEW", "OLD")):
        if settings.get(name) and not settings.get(other):
            raise ValueError(
                f"{path.name}: {name.lower()} = {settings[name]!r} needs the other version; "
                f"add {other.lower()} = 'its doc_id'"
            )
    if "REFERENCE" in settings and "TARGET" not in settings:
        raise ValueError(
            f"{path.name}: reference = {settings['REFERENCE']!r} needs a document to set against it; "
            "add target = 'its doc_id'"
        )
    return settings


def check_named(settings, documents):
    """Raise ValueError where settings name a document, or a column, that the documents don't have.

    Parameters
    ----------
    settings : dict
        From `read_settings`.
    documents : pandas.DataFrame or None
        `corpus.documents`; counts that were made of bare texts have none, and can't be run on.

    Examples
    --------
    >>> import pandas as pd
    >>> check_named({"TARGET": "丙"}, pd.DataFrame({"doc_id": ["甲", "乙"]}))
    Traceback (most recent call last):
    ValueError: govnlp.toml: target names '丙', which is no document; one of: 甲, 乙
    """
    if documents is None:
        raise ValueError(
            "counts without a table of documents; make them anew: govnlp counts SOURCE -o counts.zip"
        )
    columns, ids = [*documents.columns, "province"], documents["doc_id"].tolist()
    group = settings.get("GROUP")
    if group is not None and group not in columns:
        raise ValueError(f"{NAME}: group = {group!r} is no column of documents; one of: {', '.join(columns)}")
    for name in NAMING:
        given = settings.get(name) or []
        for doc_id in [given] if isinstance(given, str) else given:
            if doc_id not in ids:
                near = ", ".join(get_close_matches(doc_id, ids, SHOWN) or ids[:SHOWN])
                raise ValueError(
                    f"{NAME}: {name.lower()} names {doc_id!r}, which is no document; one of: {near}"
                )


def _fault(name, value, usual, folder):
    """What is wrong with a value, and the remedy; None where nothing is."""
    if name == "DOCUMENTS":
        right = isinstance(value, list) and all(isinstance(x, str) for x in value)
        return None if right else "is no list of doc_ids; give a list, such as ['a', 'b']"
    if usual is None and not isinstance(value, str):
        return "is no text; put a text in quotation marks, or leave the line out"
    if usual is not None and type(value) is not type(usual):
        return f"is of another kind than {str(usual).lower() if isinstance(usual, bool) else repr(usual)}"
    choices = CHOICES.get(name, ())
    if name in FILES and value not in choices and not (folder / value).is_file():
        among = f", give one of {', '.join(choices)}" if choices else ""
        return f"is no file beside the documents; put it into {str(folder)!r}{among}, or leave the line out"
    if name in CHOICES and name not in FILES and value not in choices:
        return f"is unknown; give one of: {', '.join(choices)}"
    return None


def settings_path(source):
    """The govnlp.toml of a source, or None."""
    source = Path(source)
    path = (source if source.is_dir() else source.parent) / NAME
    return path if path.is_file() else None


def own_limits(source):
    """What one file may cost, where the table [limits] in the govnlp.toml of a source says so: see `read_corpus`."""
    path = settings_path(source)
    found = {name.upper(): value for name, value in _load(path).items()} if path else {}
    limits = found.get(LIMITS, {})
    if not isinstance(limits, dict):
        raise ValueError(
            f"{path.name}: limits = {limits!r} is no table; write [limits], and below it seconds = 900"
        )
    for name, value in limits.items():
        if isinstance(value, bool) or not isinstance(value, int | float) or not value > 0:
            raise ValueError(
                f"{path.name}: {name} = {value!r} under [limits] is no number above 0, such as 900"
            )
    return limits


def own_files(source):
    """The user's own lexicons and themes: files that the govnlp.toml of a source names, with their paths."""
    path = settings_path(source)
    given = _load(path).items() if path else ()
    named = [value for name, value in given if name.upper() in FILES and isinstance(value, str)]
    return {value: path.parent / value for value in named if (path.parent / value).is_file()}


def _load(path):
    try:
        return tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ValueError(f"{path.name}: {error}; a line is such as: lang = 'en'") from None
