"""Codes to and from NVivo, MAXQDA, QualCoder and others: REFI-QDA projects (.qdpx, qdasoftware.org)."""

import re
import uuid
import zipfile
from pathlib import PurePosixPath

import pandas as pd

from govnlp.analysis.coding.sheets import NO_THEME
from govnlp.analysis.themes.scores import placed_texts
from govnlp.notes import Mistake

SPACE = "urn:QDA-XML:project:1.0"
MADE = "2000-01-01T00:00:00Z"  # the same codes make the same file
LARGEST = 200_000_000  # bytes of one part when unpacked: a corpus of sixty million characters
GAP = "\n\n"  # between the passages of a source
FOLDER = "sources"  # in small letters: readers that mind the case want these, and the others take either
CONTROL = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]"
)  # XML has no such characters


def write_qdpx(codes, source, path, themes=None):
    """Write passages and their codes as a REFI-QDA project, which programs for qualitative analysis open.

    Parameters
    ----------
    codes : DataFrame
        unit_id, coder, theme (None for none), from `read_codes`; an empty table gives passages to be coded.
    source : Corpus or DataFrame
        The passages: content blocks of a corpus, or a table with unit_id, doc_id and text.
    path : str or path
        Ends in .qdpx.
    themes : DataFrame, optional
        From `read_themes`: all of them become codes, with their Chinese definitions.

    Returns
    -------
    str or path
        The path. A document is a source, a passage a selection of it, a coder a user; 无 is a code too.
    """
    from lxml import etree

    units = placed_texts(source)
    definitions = {} if themes is None else dict(zip(themes["theme"], themes["definition_zh"], strict=True))
    named = codes.assign(theme=codes["theme"].astype(object).where(codes["theme"].notna(), NO_THEME[0]))
    names = list(dict.fromkeys([*definitions, *named["theme"], NO_THEME[0]]))
    coders = list(dict.fromkeys(named["coder"])) or ["govnlp"]
    made = {"creatingUser": _guid("user", coders[0]), "creationDateTime": MADE}
    project = etree.Element(f"{{{SPACE}}}Project", nsmap={None: SPACE}, name="govnlp", origin="govnlp")
    project.set("creatingUserGUID", made["creatingUser"])
    project.set("creationDateTime", MADE)
    users = etree.SubElement(project, "Users")
    for coder in coders:
        etree.SubElement(users, "User", guid=_guid("user", coder), name=_plain(coder))
    book = etree.SubElement(etree.SubElement(project, "CodeBook"), "Codes")
    for name in names:
        code = etree.SubElement(book, "Code", guid=_guid("code", name), name=_plain(name), isCodable="true")
        if name in definitions:
            etree.SubElement(code, "Description").text = _plain(definitions[name])
    given = {unit_id: part for unit_id, part in named.groupby("unit_id", sort=False)}
    sources, files = etree.SubElement(project, "Sources"), {}
    for doc_id, part in units.groupby("doc_id", sort=False):
        guid = _guid("source", doc_id)
        texts = [_line_ends(text) for text in part["text"]]
        files[f"{FOLDER}/{guid}.txt"] = GAP.join(texts)
        place = f"internal://{guid}.txt"
        one = etree.SubElement(
            sources, "TextSource", guid=guid, name=_plain(doc_id), plainTextPath=place, **made
        )
        _selections(one, part["unit_id"], texts, given, made)
    content = etree.tostring(project, xml_declaration=True, encoding="utf-8", pretty_print=True)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, data in ({"project.qde": content} | files).items():
            packed.writestr(zipfile.ZipInfo(name, (2000, 1, 1, 0, 0, 0)), data, zipfile.ZIP_DEFLATED)
    return path


def _selections(source, unit_ids, texts, given, made):
    """A selection per passage, from its first character to behind its last, with a coding per code and coder."""
    from lxml import etree

    start = 0
    for unit_id, text in zip(unit_ids, texts, strict=True):
        ends = {"startPosition": str(start), "endPosition": str(start + len(text))}
        start += len(text) + len(GAP)
        guid = _guid("selection", unit_id)
        one = etree.SubElement(source, "PlainTextSelection", guid=guid, name=_plain(unit_id), **ends, **made)
        for row in given[unit_id].itertuples() if unit_id in given else ():
            by = {"creatingUser": _guid("user", row.coder), "creationDateTime": MADE}
            code = _guid("coding", f"{unit_id}\n{row.coder}\n{row.theme}")
            coding = etree.SubElement(one, "Coding", guid=code, **by)
            etree.SubElement(coding, "CodeRef", targetGUID=_guid("code", row.theme))


def _guid(kind, name):
    return str(uuid.uuid5(uuid.NAMESPACE_URL, f"govnlp:{kind}:{name}"))


def _plain(text):
    return CONTROL.sub("", str(text))


def _line_ends(text):
    return CONTROL.sub("", str(text)).replace("\r\n", "\n").replace("\r", "\n")


def read_qdpx(path, source):
    """Read codes from a REFI-QDA project.

    Parameters
    ----------
    path : str or path
        A .qdpx that `write_qdpx` wrote and another program changed, or one of another program with the same texts.
    source : Corpus or DataFrame
        The passages, as for `write_qdpx`. A coded stretch of text counts for the passage that has most of it.

    Returns
    -------
    DataFrame
        unit_id, coder, theme (None for 无), as from `read_codes`; in the order of the passages.

    Raises
    ------
    ValueError
        The file is no REFI-QDA project, or none of its coded texts is among the passages.
    """
    units = placed_texts(source)
    try:
        with zipfile.ZipFile(path) as packed:
            parts = {PurePosixPath(info.filename).name.lower(): info for info in packed.infolist()}
            name = next(
                (x for x in parts if x.endswith(".qde")), "project.qde"
            )  # some call it by the project
            project = _parsed(_part(packed, parts, name))
            texts = {one: _source_text(one, packed, parts) for one in project.iter(f"{{{SPACE}}}TextSource")}
    except (zipfile.BadZipFile, KeyError, SyntaxError, UnicodeDecodeError) as error:
        raise ValueError(Mistake("no_project", path=path, error=error)) from None
    users = {user.get("guid"): user.get("name") for user in project.iter(f"{{{SPACE}}}User")}
    names = {code.get("guid"): code.get("name") for code in project.iter(f"{{{SPACE}}}Code")}
    order, rows = {unit_id: i for i, unit_id in enumerate(units["unit_id"])}, []
    for one, text in texts.items():
        own = units[units["doc_id"].astype(str).map(_plain) == one.get("name")]
        spans = _spans(text, own if len(own) else units)
        for selection in one.iter(f"{{{SPACE}}}PlainTextSelection"):
            unit_id = _most_of(spans, int(selection.get("startPosition")), int(selection.get("endPosition")))
            for coding in selection.iter(f"{{{SPACE}}}Coding") if unit_id is not None else ():
                coder = users.get(coding.get("creatingUser") or selection.get("creatingUser"), "coder")
                theme = names.get(coding.find(f"{{{SPACE}}}CodeRef").get("targetGUID"))
                rows.append((unit_id, coder, None if theme in NO_THEME else theme))
    if not rows:
        raise ValueError(Mistake("no_coded_text", path=path))
    table = pd.DataFrame(rows, columns=["unit_id", "coder", "theme"]).drop_duplicates()
    return table.sort_values("unit_id", key=lambda ids: ids.map(order), kind="stable", ignore_index=True)


def _part(packed, parts, name):
    """A part of the file by its name alone: nothing is unpacked to disk, and nothing beyond a size is read."""
    info = parts[name.lower()]
    if info.file_size > LARGEST:
        raise ValueError(Mistake("member_too_large", name=info.filename, n=info.file_size, most=LARGEST))
    return packed.read(info)


def _parsed(content):
    from lxml import etree

    return etree.fromstring(
        content, etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    )


def _source_text(one, packed, parts):
    inside = one.find(f"{{{SPACE}}}PlainTextContent")
    if inside is not None:
        return inside.text or ""
    return _part(packed, parts, PurePosixPath(one.get("plainTextPath", "")).name).decode("utf-8-sig")


def _spans(text, units):
    """Where each passage stands in a source: passages come in order, so each is sought behind the one before."""
    spans, behind = [], 0
    for unit_id, passage in zip(units["unit_id"], map(_line_ends, units["text"]), strict=True):
        start = text.find(passage, behind) if passage else -1
        if start >= 0:
            behind = start + len(passage)
            spans.append((start, behind, unit_id))
    return spans


def _most_of(spans, start, end):
    """The passage that has most of a stretch of text; None where none has any of it."""
    shared = [(min(end, b) - max(start, a), unit_id) for a, b, unit_id in spans]
    n, unit_id = max(shared, key=lambda pair: pair[0], default=(0, None))
    return unit_id if n > 0 else None
