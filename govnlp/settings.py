"""govnlp.toml: the parameters of a project, in the folder of its documents."""

import tomllib
from pathlib import Path

NAME = "govnlp.toml"
FIXED = ("SOURCE", "OUT")


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
        The file is no TOML, names an unknown parameter, or gives one a value of another kind than its default.

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
    allowed = sorted(set(known) - set(FIXED))
    for name, value in settings.items():
        if name not in allowed:
            raise ValueError(f"{path.name}: unknown parameter {name!r}; one of: {', '.join(allowed)}")
        usual = known[name]
        if usual is not None and type(value) is not type(usual):
            example = str(usual).lower() if isinstance(usual, bool) else repr(usual)
            raise ValueError(f"{path.name}: {name.lower()} = {value!r} is of another kind than {example}")
    return settings


def settings_path(source):
    """The govnlp.toml of a source, or None."""
    source = Path(source)
    path = (source if source.is_dir() else source.parent) / NAME
    return path if path.is_file() else None


def own_files(source):
    """Files that the govnlp.toml of a source names, as named there, with their paths: the user's own lexicons."""
    path = settings_path(source)
    named = [value for value in _load(path).values() if isinstance(value, str) and value] if path else []
    return {value: path.parent / value for value in named if (path.parent / value).is_file()}


def _load(path):
    try:
        return tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ValueError(f"{path.name}: {error}; a line is such as: lang = 'en'") from None
