"""Rich text (.rtf), read by striprtf."""

import re

from govnlp.documents.reading.problems import Unreadable
from govnlp.notes import Note

# striprtf makes a stroke of the end of a cell, which may stand in the text as well
CELL = re.compile(rb"\\(?:nest)?cell(?![a-z]) ?")
ROW = re.compile(rb"\\nestrow(?![a-z])")
PARAGRAPH = re.compile(rb"\\par(?![a-z]) ?")
END_OF_ROW = re.compile(rb"(\\row(?![a-z]))")
RAW = re.compile(rb"[\x80-\xff]")  # a byte of a letter, which should be written \'hh
# What the letters of a document are written in that states it only of its fonts.
PAGES = ((rb"\fcharset134", rb"\ansicpg936"), (rb"\fcharset136", rb"\ansicpg950"))
NUMBER = re.compile(rb"\\pntext(?![a-z])")  # the number of an item as older programs write it
TABBED = re.compile(r"^ *(\S{1,8}[、．.）)])\t(?=\D)")  # between such a number and its item
GENERATOR = re.compile(rb"\{\\\*\\generator[^{}]*\}")

BRACE = re.compile(rb"\\.|[{}]", re.S)  # one behind a stroke is text
WORDS = rb"\{((?:\\[a-z]+-?\d*\s?)*?)"  # opening of a group, and control words ahead of the one that tells what it is
GONE = re.compile(WORDS + rb"\\(?:deleted|stylesheet)(?![a-z\d])")  # styles may be hidden as text is
# Groups that stand behind the text, and their roles; striprtf leaves out all but what is hidden, and shows that.
ASIDE = (
    (re.compile(rb"\{()\\shptxt(?![a-z])"), None),  # text boxes
    (re.compile(rb"\{()(?:\\\*\s?)?\\footnote(?![a-z])"), "footnote"),
    (re.compile(WORDS + rb"\\v(?![a-z\d])"), "furniture"),
    (re.compile(rb"\{()\\(?:header|footer)[lrf]?(?![a-z])"), "furniture"),
)


def read_rtf(data):
    """Lines and roles of a rich text; cells of tables are separated by tabs.

    >>> read_rtf(rb"{\\rtf1\\ansi\\ansicpg936 \\'d0\\'de\\'c7\\'c5\\u12290?\\par}")["lines"][0]
    '修桥。'
    """
    try:
        from striprtf.striprtf import rtf_to_text
    except ImportError as error:
        raise Unreadable(Note("install_formats", suffix=".rtf")) from error
    data, aside = _apart(_with_page(RAW.sub(lambda x: b"\\'%02x" % x[0][0], data)))
    data = NUMBER.sub(rb"\\listtext", data)
    data = CELL.sub(rb"\\tab ", ROW.sub(rb"\\row ", GENERATOR.sub(b"", data)))
    data = b"".join(map(_one_line, END_OF_ROW.split(data)))
    lines = rtf_to_text(data.decode("latin-1"), errors="replace").split("\n")
    last = len(lines) - len(aside)
    lines, behind = [TABBED.sub(r"\1", x) if x.count("\t") == 1 else x for x in lines[:last]], lines[last:]
    rows = [line.endswith("\t") and line.strip() != "" for line in lines]
    return {
        "lines": [x.removesuffix("\t") if row else x for x, row in zip(lines, rows, strict=True)] + behind,
        "roles": ["table" if row else None for row in rows] + aside,
    }


def _with_page(data):
    """The document with the code page of its fonts, where it states none of its own."""
    page = next((page for charset, page in PAGES if charset in data and b"\\ansicpg" not in data), b"")
    return data.replace(rb"\rtf1", rb"\rtf1" + page, 1)


def _apart(data):
    """The document without what is no text of it, with `ASIDE` as paragraphs behind it, and the roles of these."""
    data, _ = _without(data, GONE)
    behind, roles = [], []
    for opening, role in ASIDE:
        data, found = _without(data, opening)
        found = dict.fromkeys(PARAGRAPH.sub(b" ", x) for x in found)  # headers repeat from section to section
        behind += (b"\\par\\pard " + x for x in found)
        roles += [role] * len(found)
    return data.rstrip().removesuffix(b"}") + b"".join(behind) + b"}", roles


def _without(data, opening):
    """A document without the groups that open in some way, and these without what opens them."""
    openings = {x.start(): x for x in opening.finditer(data)}
    kept, found, starts, at, within = [], [], [], 0, 0
    for brace in BRACE.finditer(data) if openings else ():
        if brace[0] == b"{":
            starts.append(brace.start())
            within += brace.start() in openings
        elif brace[0] == b"}" and starts and (opened := openings.get(starts.pop())):
            within -= 1
            if not within:  # another one within it is a part of it
                kept.append(data[at : opened.start()])
                found.append(b"{" + opened[1] + data[opened.end() : brace.end()].removeprefix(b" "))
                at = brace.end()
    return b"".join([*kept, data[at:]]), found


def _one_line(part):
    """What stands before the end of a row, its cells without ends of paragraphs."""
    before, mark, row = part.partition(b"\\intbl")
    return before + mark + PARAGRAPH.sub(b" ", row)
