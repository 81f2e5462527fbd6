"""A second opinion on which lines of a web page are its text: trafilatura's, where it is installed."""

from pathlib import Path

from govnlp.documents.corpus import CONTENT
from govnlp.documents.reading.detecting import format_of
from govnlp.documents.reading.html import decode_page
from govnlp.text import squeeze

FEWEST = 10  # characters: shorter lines may stand in a text by chance
# labels of a block that it keeps for text, and of one that it leaves out
KEPT, LEFT = "audit_kept", "audit_left"


def second_opinion(path, blocks):
    """Where trafilatura and the parser differ on a web page.

    Parameters
    ----------
    path : str or None
        File of the document.
    blocks : DataFrame
        Its blocks.

    Returns
    -------
    (dict, float) or None
        Number of a block to `KEPT` (the parser set it aside, trafilatura keeps it) or `LEFT` (the other way round),
        and the share of the characters on which both agree. Running text and page furniture are compared; titles,
        headings, datelines and captions, which may be either, are not. None where trafilatura is not installed, where
        it finds no text, and where the document is no page in a file of its own.

    References
    ----------
    Barbaresi, A. (2021). Trafilatura: a web scraping library and command-line tool for text discovery and extraction.
    Proceedings of ACL-IJCNLP: System Demonstrations.
    """
    if path is None or not Path(path).is_file():
        return None
    data = Path(path).read_bytes()
    if format_of(data, Path(path).name) != "html":
        return None
    try:
        from trafilatura import extract
    except ImportError:
        return None
    found = extract(decode_page(data)[0], include_comments=False)
    return compared(found, blocks) if found else None


def compared(text, blocks):
    """Blocks on which a text of the page's lines differs from the parser, and the share of characters that agree."""
    theirs, differs, alike, whole = squeeze(text).replace("|", ""), {}, 0, 0
    ours = set(blocks["text"][blocks["kind"].isin(CONTENT)])
    for number, kind, own in zip(blocks["block"], blocks["kind"], blocks["text"], strict=True):
        plain = squeeze(own).replace("|", "")
        copy = kind == "boilerplate" and own in ours  # a page's copy for printing
        if len(plain) < FEWEST or copy or kind not in (*CONTENT, "boilerplate"):
            continue
        kept, whole = plain in theirs, whole + len(plain)
        if kept == (kind in CONTENT):
            alike += len(plain)
        else:
            differs[number] = KEPT if kept else LEFT
    return (differs, alike / whole) if whole else None
