"""Parts of an office package (.docx, .odt, .ofd): XML by name, and what a part refers to."""

import io
import posixpath
import re
import zipfile

from govnlp.documents.reading.limits import check_text
from govnlp.documents.reading.problems import Unreadable
from govnlp.notes import Note

STRICT = (  # ISO's strict namespaces, and those that everybody writes
    (
        b"http://purl.oclc.org/ooxml/officeDocument/relationships",
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    ),
    (
        b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    ),
    (
        b"http://purl.oclc.org/ooxml/spreadsheetml/main",
        b"http://schemas.openxmlformats.org/spreadsheetml/2006/main",
    ),
    (b"http://purl.oclc.org/ooxml/drawingml", b"http://schemas.openxmlformats.org/drawingml/2006"),
    (
        b"http://purl.oclc.org/ooxml/officeDocument/math",
        b"http://schemas.openxmlformats.org/officeDocument/2006/math",
    ),
)

NO_CHARACTER = (
    re.compile(  # of XML; programs that fill in fields of a database leave them, and Word takes them out
        rb"[\x00-\x08\x0b\x0c\x0e-\x1f]|&#(?:[0-8]|1[124-9]|2\d|3[01]|x0*(?:[0-8bcefBCEF]|1[0-9a-fA-F]));"
    )
)


def without_strict(data):
    """XML with the namespaces that everybody writes, and that libraries read."""
    for strict, usual in STRICT if b"purl.oclc.org" in data else ():
        data = data.replace(strict, usual)
    return data


class Package:
    """A zip file whose members are XML.

    Parameters
    ----------
    data : bytes

    Raises
    ------
    Unreadable
        Where it unpacks to more than the limit 'text'.
    """

    def __init__(self, data):
        self.zip = zipfile.ZipFile(io.BytesIO(data))
        check_text(sum(member.file_size for member in self.zip.infolist()))
        self.names = {x.casefold(): x for x in self.zip.namelist()}

    def read(self, name):
        """Bytes of a part, or None; names differ in case from what refers to them in files of careless programs."""
        stored = self.names.get(name.lstrip("/").casefold())
        return None if stored is None else self.zip.read(stored)

    def xml(self, name):
        """Root element of a part, or None where there is none; entities stay what they are."""
        from lxml import etree

        data = self.read(name)
        if data is None:
            return None
        data = without_strict(data)
        parser = etree.XMLParser(resolve_entities=False, no_network=True, collect_ids=False)
        try:
            return etree.fromstring(data, parser)
        except etree.XMLSyntaxError:
            return etree.fromstring(NO_CHARACTER.sub(b" ", data), parser)

    def relations(self, name):
        """(id, last word of its type, name of the part) of what a part refers to and the package holds."""
        folder, file = posixpath.split(name)
        root = self.xml(posixpath.join(folder, "_rels", file + ".rels"))
        found = []
        for relation in root if root is not None else ():
            target = posixpath.normpath(posixpath.join("/", folder, relation.get("Target", "")))[1:]
            if relation.get("TargetMode") != "External" and target.casefold() in self.names:
                found.append((relation.get("Id"), relation.get("Type", "").rpartition("/")[2], target))
        return found


def opened(data, what):
    """Package of bytes.

    Raises
    ------
    Unreadable
        Where it is damaged; `what` names the format.
    """
    try:
        return Package(data)
    except Unreadable:
        raise
    except Exception as error:
        raise damaged(what, error) from error


def damaged(what, error):
    """Unreadable for an error of a library inside a document of an office program."""
    return Unreadable(Note("damaged_document", suffix=what, error=type(error).__name__))
