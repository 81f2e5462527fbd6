"""Plain text: lines as they are."""

from govnlp.documents.reading import encodings
from govnlp.documents.reading.problems import Unreadable
from govnlp.notes import Note


def read_plain(data):
    """Lines and encoding of a text file.

    >>> read_plain("修桥。\\n修路。".encode("gbk"))
    {'lines': ['修桥。', '修路。'], 'encoding': 'gb18030'}
    """
    text, encoding = encodings.decode(data)
    if encodings.is_binary(text):
        raise Unreadable(Note("unknown_encoding"))
    return {"lines": encodings.lines_of(text), "encoding": encoding}
