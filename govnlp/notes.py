"""Sentences of the library: key and values in a table, words in the reader's language where they are shown."""

import json
import locale
import os

from govnlp.lexicons import lexicon_content

FILE = "messages.yaml"
MARKS = {"en": "; ", "zh": "；"}
ASKED = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")
"""Where a system says its language, in the order of GNU gettext; Windows has none of these, but a locale."""


def reader_language():
    """Language in which the command line speaks: "zh" where the system's is Chinese, else "en"."""
    named = next(filter(None, map(os.environ.get, ASKED)), None) or locale.getlocale()[0] or ""
    return "zh" if named.lower().startswith(("zh", "chinese")) else "en"


class Note(str):
    """A sentence made of a key of messages.yaml and values; as a text it is English, `said` gives either language.

    Parameters
    ----------
    key : str
    values : object
        They fill the gaps of the sentence; a value may be a note itself.

    Raises
    ------
    KeyError
        messages.yaml has no such key.

    Examples
    --------
    >>> note = Note("terms_tested", n=1200)
    >>> note, note.said("zh")
    ('1,200 terms tested', '检验1,200个词')
    """

    def __new__(cls, key, /, **values):
        """The sentence of a key, its gaps filled with the values."""
        return cls._of(((key, values),))

    @classmethod
    def _of(cls, parts):
        parts = tuple(parts)
        note = super().__new__(cls, _render(parts, "en"))
        note.parts = parts
        return note

    def __reduce__(self):
        return type(self)._of, (self.parts,)

    def said(self, lang):
        """The sentence in a language; in English where none is given."""
        return _render(self.parts, lang or "en")

    def to_json(self):
        """Keys and values as a text, for a table that is stored; `from_json` reads it."""
        return json.dumps(_packed(self), default=lambda x: x.item(), ensure_ascii=False)


class Mistake(Note):
    """A note on what the caller wrote, such as a wrong argument, and not on what the documents hold."""


def from_json(text):
    """The note that `Note.to_json` wrote.

    >>> from_json(Note("empty_file").to_json()).said("zh")
    '空文件'
    """
    return _unpacked(json.loads(text))


def _packed(value):
    if not isinstance(value, Note):
        return value
    parts = [[key, {name: _packed(x) for name, x in values.items()}] for key, values in value.parts]
    return {"parts": parts}


def _unpacked(value):
    if not isinstance(value, dict):
        return value
    return Note._of(
        (key, {name: _unpacked(x) for name, x in values.items()}) for key, values in value["parts"]
    )


def joined(*notes):
    """One note of several; a plain text stays as it is, None and the empty text go.

    >>> joined(Note("terms_tested", n=2), None, "own remark").said("zh")
    '检验2个词；own remark'
    """
    parts = []
    for note in filter(None, notes):
        parts += note.parts if isinstance(note, Note) else ((None, {"text": str(note)}),)
    return Note._of(parts)


def one_of(names):
    """How a message lists what there is; a list of nothing says so.

    >>> one_of(["甲", "乙"]), one_of([])
    ('one of: 甲, 乙', 'there is none')
    """
    names = ", ".join(map(str, names))
    return Note("one_of", names=names) if names else Note("there_is_none")


def name_of(thing):
    """The name of a unit or a method as a note where messages.yaml has it, else as it is.

    >>> name_of("paragraph").said("zh"), name_of("my_column")
    ('段落', 'my_column')
    """
    return Note(thing) if thing in lexicon_content(FILE) else str(thing)


def said(text, lang):
    """A note in the reader's language; any other value as it is.

    >>> said(Note("empty_file"), "zh"), said("empty file", "zh"), said(None, "zh")
    ('空文件', 'empty file', None)
    """
    return text.said(lang) if isinstance(text, Note) else text


def error_said(error, lang):
    """What went wrong in the reader's language; what the system refused, with the path and a remedy.

    >>> error_said(PermissionError(13, "Permission denied", "a.csv"), "zh").split("；")[1]
    '文件如已在别的程序中打开，请先关闭'
    """
    if isinstance(error, OSError) and error.filename:
        why = name_of(error.strerror or type(error).__name__)
        key = "file_refused" if isinstance(error, PermissionError) else "system_refused"
        return Note(key, path=error.filename, error=why).said(lang)
    return said(error.args[0], lang) if len(error.args) == 1 else str(error)


def _render(parts, lang):
    return MARKS[lang].join(_sentence(key, values, lang) for key, values in parts)


def _sentence(key, values, lang):
    if key is None:
        return values["text"]
    entry = lexicon_content(FILE)[key]
    form = "one" if lang == "en" and "one" in entry and values.get("n") == 1 else lang
    return entry[form].format(**{name: said(value, lang) for name, value in values.items()})
