"""Rich text (.rtf), read by striprtf."""

import re

from govnlp.documents.reading.problems import Unreadable
from govnlp.notes import Note

# striprtf makes a stroke of the end of a cell, which may stand in the text as well
CELL = re.compile(rb"\\(?:nest)?cell(?![a-z]) ?")
ROW = re.compile(rb"\\nestrow(?![a-z])")
PARAGRAPH = re.compile(rb"\\par(?![a-z]) ?")
END_OF_ROW = re.compile(rb"(\\row(?![a-z]))")
GENERATOR = re.compile(rb"\{\\\*\\generator[^{}]*\}")

GROUP = r"\{\\%s((?:[\s\\](?:[^{}]|\{[^{}]*\})*)?)\}"
ASIDE = {  # groups that stand behind the text, and their role; striprtf leaves out notes, and shows what is hidden
    "footnote": re.compile((GROUP % "footnote").encode()),
    "furniture": re.compile((GROUP % "v").encode()),
}


def read_rtf(data):
    """Lines and roles of a rich text; cells of tables are separated by tabs.

    >>> read_rtf(rb"{\\rtf1\\ansi\\ansicpg936 \\'d0\\'de\\'c7\\'c5\\u12290?\\par}")["lines"][0]
    '修桥。'
    """
    try:
        from striprtf.striprtf import rtf_to_text
    except ImportError as error:
        raise Unreadable(Note("install_formats", suffix=".rtf")) from error
    data, aside = _apart(data)
    data = CELL.sub(rb"\\tab ", ROW.sub(rb"\\row ", GENERATOR.sub(b"", data)))
    data = b"".join(map(_one_line, END_OF_ROW.split(data)))
    lines = rtf_to_text(data.decode("latin-1"), errors="replace").split("\n")
    last = len(lines) - len(aside)
    lines, behind = lines[:last], lines[last:]
    rows = [line.endswith("\t") and line.strip() != "" for line in lines]
    return {
        "lines": [x.removesuffix("\t") if row else x for x, row in zip(lines, rows, strict=True)] + behind,
        "roles": ["table" if row else None for row in rows] + aside,
    }


def _apart(data):
    """The document with its notes and its hidden text as paragraphs behind it, and the roles of these."""
    behind, roles = [], []
    for role, group in ASIDE.items():
        found = group.findall(data)
        behind += (b"\\par\\pard {" + PARAGRAPH.sub(b" ", x.lstrip()) + b"}" for x in found)
        roles += [role] * len(found)
        data = group.sub(b"", data)
    return data.rstrip().removesuffix(b"}") + b"".join(behind) + b"}", roles


def _one_line(part):
    """What stands before the end of a row, its cells without ends of paragraphs."""
    before, mark, row = part.partition(b"\\intbl")
    return before + mark + PARAGRAPH.sub(b" ", row)
