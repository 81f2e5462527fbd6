"""What a reader hands to the parser: the lines of one document and what its format already says of them."""

from dataclasses import dataclass, field

ROLES = [
    "title",
    *(f"heading{n}" for n in range(1, 7)),
    "furniture",
    "table",
    "caption",
    "footnote",
    "byline",
]


@dataclass(frozen=True)
class Source:
    """Lines of one document, in reading order.

    Attributes
    ----------
    doc_id : str
    path : str or None
    format : str
        txt, html, docx, doc, pdf, ofd, odt, rtf, xlsx, xls, eml, image, row (of a table) or text (a string in
        memory).
    encoding : str or None
        What the bytes were decoded with; None where the format leaves no choice.
    lines : list of str
        Line n of a plain text file is ``lines[n - 1]``; other formats give the lines of their text in
        reading order, page furniture included.
    roles : list of str or None
        Parallel to `lines`: one of `ROLES` where the format says what a line is, else None. Empty where the
        format says nothing about any line.
    stated : dict
        Metadata that the format states: title, published, doc_number, issuer, signed, topic_class, outlet ...
    notes : list of str
        What of the file could not be read, with the remedy; each becomes a row of problems beside the document.
    """

    doc_id: str
    path: str | None = None
    format: str = "text"
    encoding: str | None = None
    lines: list = field(default_factory=list)
    roles: list = field(default_factory=list)
    stated: dict = field(default_factory=dict)
    notes: list = field(default_factory=list)

    def role(self, i):
        """Role of ``lines[i]``, or None."""
        return self.roles[i] if self.roles else None
