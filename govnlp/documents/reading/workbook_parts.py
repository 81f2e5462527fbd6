"""What openpyxl does not read of a workbook, or with which it refuses the whole: seen in the parts of its package."""

import io
import re
import zipfile

from govnlp.documents.reading.package import without_strict

EMPTY_FILL = re.compile(rb"<fill\s*/>|<fill>\s*</fill>")
ROW = re.compile(rb'<(?:\w+:)?row\b(?=[^>]*\shidden="(?:1|true)")[^>]*?\sr="(\d+)"')
COLUMN = re.compile(rb'<(?:\w+:)?col\b(?=[^>]*\shidden="(?:1|true)")([^>]*)>')
X = rb"(?:\w+:)?"  # prefix of a name
FORMULA = re.compile(  # without a value behind it; an empty text is one
    rb'<%(x)sc\b(?![^>]*\st="str")[^>]*>\s*<%(x)sf\b[^>]*(?:/>|>[^<]*</%(x)sf>)\s*(?:<%(x)sv\s*/>|<%(x)sv>\s*</%(x)sv>)?\s*</%(x)sc>'
    % {b"x": X}
)
MOST = 16_384  # columns of a sheet


def mended(data):
    """A package as openpyxl reads it: without strict namespaces, and without fills that state nothing."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        names = set(package.namelist())
        heads = [package.read(x) for x in ("xl/workbook.xml", "xl/styles.xml") if x in names]
        if not any(b"purl.oclc.org" in x or EMPTY_FILL.search(x) for x in heads):
            return data
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
            for name in package.namelist():
                content = without_strict(package.read(name))
                if name == "xl/styles.xml":
                    content = EMPTY_FILL.sub(b"<fill><patternFill/></fill>", content)
                target.writestr(name, content)
    return out.getvalue()


def unseen(data, sheet):
    """Numbers from 0 of the rows and columns that a sheet of a package hides, and its formulas without a value."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        content = package.read(sheet._worksheet_path)
    rows = {int(x) - 1 for x in ROW.findall(content)}
    columns = set()
    for stated in COLUMN.findall(content):
        edges = dict(re.findall(rb'\b(min|max)="(\d+)"', stated))
        columns |= set(range(int(edges[b"min"]) - 1, min(int(edges[b"max"]), MOST)))
    return rows, columns, len(FORMULA.findall(content))
