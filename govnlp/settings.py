"""govnlp.toml: the parameters of a project, in the folder of its documents."""

import tomllib
from difflib import get_close_matches
from pathlib import Path

from govnlp.notes import Note

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
VERSIONS = {"OLD": "NEW", "NEW": "OLD"}
"""Versions of one document are given both or not at all."""
QUOTES = "“”‘’＂"
"""Marks that a Chinese keyboard writes where TOML wants its own."""
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
            usual = ", ".join(allowed).lower()
            raise ValueError(Note("setting_unknown", file=path.name, name=name.lower(), known=usual))
        fault = _fault(name, value, known[name], path.parent) or _missing(name, value, settings)
        if fault:
            raise ValueError(
                Note("setting_wrong", file=path.name, name=name.lower(), value=value, fault=fault)
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
        raise ValueError(Note("counts_without_documents"))
    columns, ids = [*documents.columns, "province"], documents["doc_id"].tolist()
    group = settings.get("GROUP")
    if group is not None and group not in columns:
        raise ValueError(Note("setting_no_column", file=NAME, name=group, known=", ".join(columns)))
    if settings.get("OLD") and settings.get("OLD") == settings.get("NEW"):
        raise ValueError(Note("setting_same_version", file=NAME, doc_id=settings["OLD"]))
    for name in NAMING:
        given = settings.get(name) or []
        for doc_id in [given] if isinstance(given, str) else given:
            if doc_id not in ids:
                near = get_close_matches(doc_id, ids, SHOWN)
                key = "setting_near_document" if near else "setting_no_document"
                known = ", ".join(near or ids[:SHOWN])
                raise ValueError(Note(key, file=NAME, name=name.lower(), doc_id=doc_id, known=known))


def _fault(name, value, usual, folder):
    """What is wrong with a value, and the remedy; None where nothing is."""
    if name == "DOCUMENTS":
        right = isinstance(value, list) and all(isinstance(x, str) for x in value)
        return None if right else Note("setting_no_list")
    if usual is None and not isinstance(value, str):
        return Note("setting_no_text")
    if usual is not None and type(value) is not type(usual):
        shown = str(usual).lower() if isinstance(usual, bool) else repr(usual)
        return Note("setting_other_kind", usual=shown)
    choices = CHOICES.get(name, ())
    if name in FILES and value not in choices and not (folder / value).is_file():
        key = "setting_no_file_or_choice" if choices else "setting_no_file"
        return Note(key, folder=str(folder), choices=", ".join(choices))
    if name in CHOICES and name not in FILES and value not in choices:
        return Note("setting_no_choice", choices=", ".join(choices))
    return None


def _missing(name, value, settings):
    """What a parameter can't be without; None where that is there, or the parameter is empty."""
    if value and name in VERSIONS and not settings.get(VERSIONS[name]):
        return Note("setting_no_version", other=VERSIONS[name].lower())
    return Note("setting_no_target") if name == "REFERENCE" and "TARGET" not in settings else None


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
        raise ValueError(Note("limits_no_table", file=path.name, value=limits))
    for name, value in limits.items():
        if isinstance(value, bool) or not isinstance(value, int | float) or not value > 0:
            raise ValueError(Note("limit_no_number", file=path.name, name=name, value=value))
    return limits


def own_files(source):
    """The user's own lexicons and themes: files that the govnlp.toml of a source names, with their paths."""
    path = settings_path(source)
    given = _load(path).items() if path else ()
    named = [value for name, value in given if name.upper() in FILES and isinstance(value, str)]
    return {value: path.parent / value for value in named if (path.parent / value).is_file()}


def beside(source, name):
    """Path of a file of the user's own: as it is named, else beside the documents of a source, as govnlp.toml has it.

    >>> beside("文献", None), Path(beside("文献", "没有.csv")).as_posix()
    (None, '文献/没有.csv')
    """
    if name is None or Path(name).is_file():
        return name
    source = Path(source)
    return str((source.parent if source.is_file() else source) / name)


def with_paths(settings, source):
    """Settings in which a file of the user's own stands with its path."""
    own = own_files(source)
    return settings | {name: str(own[settings[name]]) for name in FILES if settings.get(name) in own}


def _load(path):
    try:
        text = path.read_text(encoding="utf-8-sig")
        return tomllib.loads(text)
    except UnicodeDecodeError:
        raise ValueError(Note("toml_encoding", file=path.name)) from None
    except tomllib.TOMLDecodeError as error:
        values = (line.partition("=")[2].strip()[:1] for line in text.splitlines())
        mark = next((x for x in values if x and x in QUOTES), None)
        key = "toml_quotes" if mark else "toml_wrong"
        raise ValueError(Note(key, file=path.name, mark=mark, error=str(error))) from None
