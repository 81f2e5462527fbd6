"""The text of a paragraph of a Word document: what is seen, what is hidden, what is anchored in it."""

import re
from dataclasses import dataclass, field

from lxml import etree

from govnlp.documents.reading.raised import LOWERED, RAISED, shift
from govnlp.documents.reading.symbols import symbol

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
MATH, FRACTION, ABOVE, BELOW = (M + name for name in ("t", "f", "sSup", "sSub"))
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
TEXT = {W + "t", MATH}
SYMBOL, FIELD, INSTRUCTION, BOX = (W + name for name in ("sym", "fldChar", "instrText", "txbxContent"))
PROPERTIES, RUN_PROPERTIES, VANISH, CONTROL = (W + name for name in ("pPr", "rPr", "vanish", "sdt"))
PLACE = W + "vertAlign"
PLACES = {"superscript": RAISED, "subscript": LOWERED}
PARAGRAPH = W + "p"
TABS = W + "tabs"  # of a paragraph's properties: places, and no text
RUNS = etree.XPath("descendant::w:t/text()", namespaces={"w": W[1:-1]}, smart_strings=False)
OFF = ("0", "false", "off")
EQUATION = re.compile(r"eq\b", re.IGNORECASE)  # a field that is drawn from its instruction and has no text
SWITCH = re.compile(r"\\([a-z]+)\s*\d*", re.IGNORECASE)
GUIDE = re.compile(
    r"\\\*\s*jc\d.*[,，;；]\s*(.*?)\s*\)\s*$", re.IGNORECASE | re.S
)  # phonetic, above what is read
RING, ARGUMENTS = "○", re.compile("[(),，;；]")
# without any of these in it a paragraph is the text of its runs
SPECIAL = LEFT_OUT - {PROPERTIES, RUN_PROPERTIES} | DRAWINGS | set(WRITTEN)
SPECIAL |= {MATH, FRACTION, ABOVE, BELOW, SYMBOL, FIELD, INSTRUCTION, BOX, TEXTPATH, VANISH, CONTROL, PLACE}


@dataclass
class Text:
    """Text of a paragraph with its soft line ends; its hidden text; boxes, drawings and lettering anchored in it."""

    text: str = ""
    hidden: str = ""
    boxes: list = field(default_factory=list)
    fields: list = field(default_factory=list)


def special(root):
    """Paragraphs within an element that hold more than runs of text."""
    found = (x for x in root.iter(*SPECIAL) if x.getparent().tag != TABS)
    return {next(x.iterancestors(PARAGRAPH), None) for x in found}


def text_of(paragraph, fields, plain=False):
    """Text of a paragraph; `fields` are the instructions of the fields that are open, and is kept up to date.

    One that is known to be `plain` is not searched for anything but text.
    """
    found, seen, hidden = Text(fields=list(fields)), [], []
    if plain:
        found.text = "".join(RUNS(paragraph))
        return found

    def collect(element, to):
        forms = None
        for child in element:
            tag = child.tag
            if tag in TEXT:
                to.append(shift(child.text or "", forms) if forms else child.text or "")
            elif tag == RUN_PROPERTIES:  # they come first in a run
                to = hidden if vanishes(child) else to
                forms = _place(child)
            elif tag in LEFT_OUT:
                pass
            elif tag in WRITTEN:
                to.append(WRITTEN[tag])
            elif tag == SYMBOL:
                to.append(symbol(child.get(W + "font"), int(child.get(W + "char") or "20", 16)))
            elif tag == FRACTION:
                to.append("/".join(_grouped(part(child, name)) for name in ("num", "den")))
            elif tag in (ABOVE, BELOW):
                collect(child.find(M + "e"), to)
                raised, name = (RAISED, "sup") if tag == ABOVE else (LOWERED, "sub")
                to.append(shift(part(child, name), raised))
            elif tag == FIELD:
                seen.append(_field(child, fields, found))
            elif tag == INSTRUCTION:
                if fields:
                    fields[-1] += (child.text or "").lstrip() if not fields[-1] else child.text or ""
                    found.fields.append(fields[-1])
            elif tag == BOX or tag in DRAWINGS:
                found.boxes.append(child)
            elif tag == TEXTPATH and child.get("string"):
                found.boxes.append(child.get("string"))
            else:
                empty = tag == CONTROL and child.find(f"{W}sdtPr/{W}showingPlcHdr") is not None
                collect(child, hidden if empty else to)  # a control that shows only what is to be filled in

    def part(element, name):
        letters = []
        collect(element.find(M + name), letters)
        return "".join(letters)

    collect(paragraph, seen)
    found.text, found.hidden = "".join(seen), "".join(hidden)
    return found


def properties(paragraph):
    """What is stated of a paragraph: its style, its list, its mark ..., by tag."""
    stated = next(paragraph.iterchildren(PROPERTIES), ())
    return {x.tag: x for x in stated}


def vanishes(stated):
    """Whether the properties of a run, or of the runs of a style, hide their letters."""
    if stated is None:
        return False
    vanish = next(stated.iterchildren(VANISH), None)
    return vanish is not None and vanish.get(W + "val") not in OFF


def _grouped(term):
    """The part of a fraction, in brackets where it has parts itself."""
    return term if term.isalnum() else f"({term})"


def _place(stated):
    """Forms of digits that the properties of a run set above or below the line."""
    place = next(stated.iterchildren(PLACE), None)
    return None if place is None else PLACES.get(place.get(W + "val"))


def _field(element, fields, found):
    """Open or close a field; gives what a field of a form shows without text of its own."""
    kind = element.get(W + "fldCharType")
    if kind == "begin":
        fields.append("")
    elif kind == "end" and fields:
        instruction = fields.pop()
        if EQUATION.match(instruction):
            return drawn(instruction)
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


def drawn(instruction):
    """Text of a field EQ: what is set in a ring, one above the other, raised or lowered, without the drawing.

    >>> drawn(r"eq \\o\\ac(○,21)"), drawn(r"EQ \\f(1,2)"), drawn(r"EQ \\a(水务局,财政局)"), drawn(r"EQ \\s\\up5(2)")
    ('㉑', '1/2', '水务局 财政局', '²')
    >>> drawn(r'EQ \\* jc2 \\* "Font:宋体" \\* hps10 \\o\\ad(\\s\\up 9(tàn),碳)')
    '碳'
    """
    if guide := GUIDE.search(instruction):
        return guide[1]
    switches = {x.lower() for x in SWITCH.findall(instruction)}
    parts = (x.strip() for x in ARGUMENTS.split(SWITCH.sub("", EQUATION.sub("", instruction, count=1))))
    parts = [x for x in parts if x]
    if RING in parts:
        return "".join(ringed(x) for x in parts if x != RING)
    raised = RAISED if "up" in switches else LOWERED if "do" in switches else None
    text = ("/" if "f" in switches else " ").join(parts)
    return shift(text, raised) if raised else text


def ringed(number):
    """A number as the character that has it in a ring, where there is one (to 50); other text as it is."""
    n = int(number) if number.isdecimal() and number.isascii() else 0
    base = next((base for base, last in ((0x245F, 20), (0x323C, 35), (0x328D, 50)) if n <= last), None)
    return chr(base + n) if n and base else number
