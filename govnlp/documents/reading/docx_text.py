"""The text of a paragraph of a Word document: what is seen, what is hidden, what is anchored in it."""

from dataclasses import dataclass, field

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
TEXTPATH = (
    "{urn:schemas-microsoft-com:vml}textpath"  # lettering (WordArt), often the head of an official letter
)
DRAWINGS = {
    "{http://schemas.openxmlformats.org/drawingml/2006/diagram}relIds",
    "{http://schemas.openxmlformats.org/drawingml/2006/chart}chart",
}
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
WRITTEN = {W + "br": "\n", W + "cr": "\n", W + "tab": "\t", W + "ptab": "\t", W + "noBreakHyphen": "-"}
LEFT_OUT = {
    FALLBACK,
    *(W + name for name in ("pPr", "rPr", "del", "moveFrom", "sdtPr", "rubyPr")),
    W + "rt",  # a phonetic guide says how the character is read; it is no text of its own
}
OFF = ("0", "false", "off")


@dataclass
class Text:
    """Text of a paragraph with its soft line ends; its hidden text; boxes, drawings and lettering anchored in it."""

    text: str = ""
    hidden: str = ""
    boxes: list = field(default_factory=list)
    fields: list = field(default_factory=list)


def text_of(paragraph, fields):
    """Text of a paragraph; `fields` are the instructions of the fields that are open, and is kept up to date."""
    found, seen, hidden = Text(fields=list(fields)), [], []
    stack = [(paragraph, False)]
    while stack:
        element, unseen = stack.pop()
        tag, to = element.tag, hidden if unseen else seen
        if tag in (W + "t", MATH):
            to.append(element.text or "")
        elif tag in WRITTEN:
            to.append(WRITTEN[tag])
        elif tag == W + "sym":
            to.append(chr(int(element.get(W + "char") or "20", 16)))
        elif tag == W + "fldChar":
            seen.append(_field(element, fields, found))
        elif tag == W + "instrText":
            if fields:
                fields[-1] += (element.text or "").lstrip() if not fields[-1] else element.text or ""
                found.fields.append(fields[-1])
        elif tag == W + "txbxContent" or tag in DRAWINGS:
            found.boxes.append(element)
        elif tag == TEXTPATH and element.get("string"):
            found.boxes.append(element.get("string"))
        elif tag not in LEFT_OUT:
            unseen = unseen or _is_hidden(element)
            stack.extend((x, unseen) for x in reversed(element))
    found.text, found.hidden = "".join(seen), "".join(hidden)
    return found


def _is_hidden(element):
    """Whether a run has hidden letters, or a control shows only what is to be filled in."""
    if element.tag == W + "sdt":
        return element.find(f"{W}sdtPr/{W}showingPlcHdr") is not None
    vanish = element.find(f"{W}rPr/{W}vanish") if element.tag == W + "r" else None
    return vanish is not None and vanish.get(W + "val") not in OFF


def _field(element, fields, found):
    """Open or close a field; gives what a field of a form shows without text of its own."""
    kind = element.get(W + "fldCharType")
    if kind == "begin":
        fields.append("")
    elif kind == "end" and fields:
        fields.pop()
    box, choices = element.find(f"{W}ffData/{W}checkBox"), element.find(f"{W}ffData/{W}ddList")
    if box is not None:
        states = [x for x in (box.find(W + "checked"), box.find(W + "default")) if x is not None]
        return "☒" if states and states[0].get(W + "val") not in OFF else "☐"
    if choices is not None:
        entries = [x.get(W + "val") or "" for x in choices.iter(W + "listEntry")]
        chosen = choices.find(W + "result")
        n = int(chosen.get(W + "val") or 0) if chosen is not None else 0
        return entries[n] if n < len(entries) else ""
    return ""
