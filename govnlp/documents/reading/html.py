"""Web pages: lines of text in reading order, main content told from furniture, stated metadata."""

import re

from govnlp.documents.reading import encodings
from govnlp.documents.reading.limits import limit
from govnlp.documents.reading.page_bodies import hidden_body
from govnlp.documents.reading.page_content import has_body, roles_of
from govnlp.documents.reading.page_lines import page_lines
from govnlp.documents.reading.page_metadata import stated_metadata
from govnlp.documents.reading.problems import Unreadable
from govnlp.notes import Note

DECLARED = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]+)", re.I)
SHORTEST = 3  # characters of an attribute at least: a=b
ENCLOSED = re.compile(r"\.(?:pdf|ofd|docx?|wps)(?:$|[?#&])", re.I)  # a file that the page shows in a frame
SHORT = 200  # characters of a page that only leads to such a file
ENDS = re.compile(
    r"</\s*(?:html|body)\s*>", re.I
)  # what follows an early one belongs to the page, as in browsers


def read_html(data):
    """What a web page holds.

    Rows of tables are lines, their cells separated by tabs. What lies outside the main content is furniture, and so
    are lines in it that are nothing but links, hidden text, and a paragraph that was there before (copies for
    printing or for telephones).

    Parameters
    ----------
    data : bytes

    Returns
    -------
    dict
        lines, roles, stated, encoding and notes of a `Source`.

    Raises
    ------
    Unreadable
        Where the page is damaged, has no text or only frames.
    """
    text, encoding = decode_page(data)
    tree = parsed(ENDS.sub("", text))
    page = page_lines(tree)
    stated = stated_metadata(tree, page.lines)
    roles = roles_of(page, stated.get("title"))
    notes = []
    if not has_body(page, roles):
        body = hidden_body(tree)
        if body is None:
            notes.append(Note("no_body"))
        else:
            added = page_lines(parsed(body)).lines
            page.lines += added
            roles += [x["role"] for x in added]
    elif (
        any(
            ENCLOSED.search(x.get("src") or x.get("data") or "")
            for x in tree.iter("embed", "object", "iframe")
        )
        and sum(x["size"] for x, role in zip(page.lines, roles, strict=True) if role != "furniture") < SHORT
    ):
        notes.append(Note("body_in_file"))
    if not page.lines:
        raise Unreadable(Note("no_text_in_page"))
    lines = [x["text"] for x in page.lines]
    return {"lines": lines, "roles": roles, "stated": stated, "encoding": encoding, "notes": notes}


def parsed(text):
    """Tree of a page.

    Raises
    ------
    Unreadable
        Where it nests too deep, has too many attributes or only frames.
    """
    from lxml import etree

    if _has_many_attributes(text, limit("attributes")):
        raise Unreadable(Note("many_attributes"))
    parser = etree.HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True)
    try:
        tree = etree.fromstring((text if text.strip() else "<p></p>").encode(), parser)
        if tree is None:
            tree = etree.fromstring(b"<p></p>", parser)
    except Exception as error:
        raise Unreadable(Note("damaged_page", error=type(error).__name__)) from error
    if next(tree.iter("frameset"), None) is not None:
        raise Unreadable(Note("frames"))
    if any("Excessive depth" in entry.message for entry in parser.error_log):
        raise Unreadable(Note("deep_page"))
    return tree


def _has_many_attributes(text, most):
    """Whether a tag of a page may have more attributes than a number."""
    if text.count("=") <= most:
        return False
    long = (x.partition(">")[0] for x in text.split("<") if len(x) > SHORTEST * most)
    return any(x.count("=") > most and "a" <= x[:1].lower() <= "z" for x in long)


def decode_page(data):
    """Text of a page: by its contents first, since what it declares is often wrong."""
    text, encoding = encodings.decode(data)
    declared = DECLARED.search(data[:4096])
    if declared and encoding not in ("utf-8", "utf-8-sig", "utf-16"):
        name = declared.group(1).decode("ascii").lower()
        name = "gb18030" if name in ("gb2312", "gbk", "gb_2312-80") else name
        try:
            other = encodings.clean(data.decode(name))
        except (LookupError, UnicodeDecodeError):
            return text, encoding
        if encodings.plausibility(other) > encodings.plausibility(text):
            return other, name
    return text, encoding
