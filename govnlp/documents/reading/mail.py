"""Letters (.eml) and web pages saved in one file (.mht): their parts, decoded by the standard library."""

import email
import re
from email import policy

from govnlp.documents.reading import encodings
from govnlp.documents.reading.html import read_html
from govnlp.documents.reading.problems import Unreadable
from govnlp.notes import Note

SHOWN = (("from", "发件人"), ("to", "收件人"), ("cc", "抄送"), ("date", "日期"))
FORWARDED = re.compile(r"(?:(?:投稿|来稿|转发|回复|答复|re|fwd?)\s?[:：]\s*)+", re.I)  # before a subject
RAW = re.compile(  # fields of a head, which old programs write in GBK without saying so
    rb"^(?:subject|from|to|cc|content-(?:type|disposition)):[^\r\n]*(?:\r?\n[ \t][^\r\n]*)*",
    re.I | re.M,
)
SIDE = re.compile(
    r"(?:header|footer|filelist|themedata|colorschememapping)[^/\\]*$", re.I
)  # of pages that Word saves


def read_saved_page(data):
    """What a saved page (.mht) holds: its page, then the pages in its frames."""
    parts = [
        x for x in _parsed(data).walk() if x.get_content_type() in ("text/html", "application/xhtml+xml")
    ]
    pages = [x for x in parts if not SIDE.search(x.get("content-location") or "")] or parts
    if not pages:
        raise Unreadable(Note("no_text_in_page"))
    read = []
    for part in pages:
        try:
            read.append(read_html(_bytes(part)))
        except Unreadable:  # frames without text beside the page
            if part is pages[-1] and not read:
                raise
    first = read[0]
    for found in read[1:]:
        first["lines"] += found["lines"]
        first["roles"] += found["roles"]
    return first


def read_mail(data):
    """What a letter holds: its subject, who sent it when, its text; attachments are files of their own."""
    letter = _parsed(data)
    body = letter.get_body(("html", "plain"))
    if body is None:
        found = {"lines": [], "roles": []}
    elif body.get_content_type() == "text/html":
        found = read_html(_bytes(body))
    else:
        lines = encodings.lines_of(encodings.decode(_bytes(body))[0])
        found = {"lines": lines, "roles": [None] * len(lines)}
    head = [f"{label}：{letter[name]}" for name, label in SHOWN if letter[name]]
    subject = str(letter["subject"] or "").strip()
    title = FORWARDED.sub("", subject)
    lines = [subject, *head, *found["lines"]]
    roles = ["title", *["furniture"] * len(head), *found["roles"]]
    stated = {"title": title} if title else {}
    if letter["date"] is not None and getattr(letter["date"], "datetime", None):
        stated["published"] = letter["date"].datetime.date().isoformat()
    return {"lines": lines, "roles": roles, "stated": stated}


def attachments(data):
    """(name, bytes) of the attachments of a letter."""
    for n, part in enumerate(_parsed(data).iter_attachments(), 1):
        if part.get_content_maintype() != "image":
            inner = part.get_content_type() == "message/rfc822"
            content = part.get_payload(0).as_bytes() if inner else _bytes(part)
            yield part.get_filename() or f"attachment-{n}{'.eml' if inner else ''}", content


def _parsed(data):
    data = RAW.sub(_in_utf8, data.lstrip(b"\xef\xbb\xbf \t\r\n"))
    return email.message_from_bytes(data, policy=policy.default)


def _in_utf8(field):
    """A field of a head in UTF-8, as the library reads those that name no encoding."""
    return encodings.decode(field[0])[0].encode()


def _bytes(part):
    """Content of a part; text keeps its bytes, since the encoding that a part states is often wrong."""
    return part.get_payload(decode=True) or b""
