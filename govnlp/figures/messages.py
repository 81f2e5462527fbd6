"""Sentences of the library's tables in the reader's language; the tables themselves speak English."""

import functools
import re

from govnlp.figures.style import label
from govnlp.lexicons import lexicon_content

PROSE = ("note", "reason")
"""Columns that hold such sentences."""
GAP = re.compile(r"\{(\w+)\}")


@functools.cache
def _messages():
    """Pattern of each English message and its Chinese; the one with most words of its own comes first."""
    entries = [entry for part in lexicon_content("messages.yaml").values() for entry in part]
    entries.sort(key=lambda entry: -len(GAP.sub("", entry["en"])))
    return [(_pattern(entry["en"]), entry["zh"]) for entry in entries]


def _pattern(message):
    pieces = GAP.split(message)
    return re.compile("".join(f"(?P<{x}>.+?)" if i % 2 else re.escape(x) for i, x in enumerate(pieces)), re.S)


def _part(text):
    for pattern, message in _messages():
        if found := pattern.fullmatch(text):
            return message.format(**{name: _part(value) for name, value in found.groupdict().items()})
    return text


def message_text(text, lang):
    """A footnote, reason or note of the library in Chinese; parts that messages.yaml lacks stay as they are.

    Parameters
    ----------
    text : str
        Any other value is left as it is.
    lang : {"zh", "en"} or None
        Any but Chinese leaves the text as it is.

    Returns
    -------
    str

    Examples
    --------
    >>> message_text("format .caj is not read; convert it to .pdf", "zh")
    '不读取.caj格式；请转换为 .pdf'
    >>> message_text("target 12 and reference 9 tokens; own remark", "zh")
    '本组12词次，其余9词次；own remark'
    """
    if lang != "zh" or not isinstance(text, str):
        return text
    return label("semicolon", lang).join(map(_part, text.split("; ")))
