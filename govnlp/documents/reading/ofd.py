"""OFD (GB/T 33190), the state's own format for pages: letters with their places, joined to paragraphs as for PDF."""

import posixpath
from itertools import pairwise

from govnlp.documents.reading.layout import Line, page_flows
from govnlp.documents.reading.letters import Letter, pieces_of
from govnlp.documents.reading.limits import check_time, limit
from govnlp.documents.reading.package import damaged, opened
from govnlp.documents.reading.paragraphs import joined
from govnlp.documents.reading.problems import Unreadable
from govnlp.notes import Note

WIDE = 0x2E80  # the first code of letters as wide as they are high
NARROW = 0.55  # of its height: a Latin letter
A4 = (0.0, 0.0, 210.0, 297.0)
FEW, COVERED = 10, 0.6  # letters of a page that is a picture, and share of it that the picture covers
MOST_GLYPHS = 100_000  # that one list of steps may stand for


def read_ofd(data):
    """What an OFD file holds.

    Returns
    -------
    dict
        lines, roles and notes of a `Source`. Notes name glyphs of private use and seals, which are pictures.

    Raises
    ------
    Unreadable
        Where it is damaged, or holds outlines without text.
    """
    package = opened(data, "ofd")
    try:
        flows, seals, pictures = [], 0, []
        for root in _texts(package.xml("OFD.xml"), "DocRoot"):
            document = _Document(package, root.lstrip("/"))
            flows += document.flows()
            seals += document.seals()
            pictures += document.pictures
    except Unreadable:
        raise
    except Exception as error:
        raise damaged("ofd", error) from error
    lines, roles = joined(flows)
    if not lines:
        raise Unreadable(Note("outlines"))
    notes = [Note("seals", n=seals)] if seals else []
    if pictures:
        notes.append(Note("pages_as_pictures", pages=", ".join(map(str, pictures))))
    return {"lines": lines, "roles": roles, "notes": notes}


class _Document:
    """One document of a package: its pages and their templates."""

    def __init__(self, package, name):
        self.package, self.folder = package, posixpath.dirname(name)
        self.root = package.xml(name)
        self.templates = {x.get("ID"): x.get("BaseLoc") for x in _named(self.root, "TemplatePage")}
        self.box = next(map(_numbers, _texts(self.root, "PhysicalBox")), A4)
        self.pages = [x.get("BaseLoc") for x in _named(self.root, "Page")]
        self.numbers = [x.get("ID") for x in _named(self.root, "Page")]
        self.pictures = []  # numbers of pages that are pictures
        if len(self.pages) > limit("pages"):
            raise Unreadable(Note("many_pages", n=len(self.pages), limit=limit("pages")))

    def part(self, place):
        """Root element of a part, whose place is within the document's folder or the package."""
        name = place.lstrip("/") if place.startswith("/") else posixpath.join(self.folder, place)
        root = self.package.xml(posixpath.normpath(name))
        return root if root is not None else self.package.xml(place)

    def flows(self):
        """Lines of each page, those of its templates and its annotations included; numbers of those without text."""
        for n, (place, stamps) in enumerate(zip(self.pages, self.stamps(), strict=True), 1):
            check_time()
            page = self.part(place)
            if page is None:
                raise ValueError("a page is missing")
            letters, titles = [], []
            used = [self.templates.get(x.get("TemplateID")) for x in _named(page, "Template")]
            for root in [*(self.part(x) for x in used if x), page]:
                for text in () if root is None else _named(root, "TextObject"):
                    if text.get("Visible") == "false":
                        continue
                    found = list(_letters(text))
                    if _runs_down(found):
                        titles.append([_upright(found)])
                    else:
                        letters += found
            box = next(map(_numbers, _texts(page, "PhysicalBox")), self.box)
            areas = (_numbers(x.get("Boundary") or "0 0 0 0")[2:] for x in _named(page, "ImageObject"))
            if len(letters) < FEW and any(x * y > COVERED * box[2] * box[3] for x, y in areas):
                self.pictures.append(n)
            yield titles + page_flows(pieces_of(letters + stamps), box[2])

    def stamps(self):
        """Letters of the annotations of each page; those of a watermark lean."""
        found = {x: [] for x in self.numbers}
        for place in _texts(self.root, "Annotations"):
            listed, folder = self.part(place), posixpath.dirname(place)
            for page in () if listed is None else _named(listed, "Page"):
                parts = (self.part(posixpath.join(folder, x)) for x in _texts(page, "FileLoc"))
                for note in (x for root in parts if root is not None for x in _named(root, "Annot")):
                    found.get(page.get("PageID"), []).extend(_of_annotation(note))
        return [found[x] for x in self.numbers]

    def seals(self):
        """Number of seals that are set on the document."""
        root = self.part("Signs/Signatures.xml")
        return 0 if root is None else sum(x.get("Type", "Seal") == "Seal" for x in _named(root, "Signature"))


def _of_annotation(note):
    """Letters of an annotation: its appearance has a place of its own."""
    for appearance in _named(note, "Appearance"):
        left, top, *_ = _numbers(appearance.get("Boundary") or "0 0 0 0")
        for text in _named(appearance, "TextObject"):
            for x in _letters(text):
                leans = x.leans or note.get("Type") == "Watermark"
                yield x._replace(left=x.left + left, right=x.right + left, base=x.base + top, leans=leans)


def _letters(text):
    """Letters of an object of text: its origin, its matrix and the steps from letter to letter give their places."""
    left, top, *_ = _numbers(text.get("Boundary") or "0 0 0 0")
    a, b, c, d, e, f = _numbers(text.get("CTM") or "1 0 0 1 0 0")
    size = float(text.get("Size") or 1)
    x = y = 0.0
    for code in _named(text, "TextCode"):
        x, y = float(code.get("X") or x), float(code.get("Y") or y)
        right, down = (_steps(code.get(name)) for name in ("DeltaX", "DeltaY"))
        at_x, at_y = x, y
        for i, letter in enumerate(code.text or ""):
            natural = size if ord(letter) >= WIDE else NARROW * size
            step = right[i] if i < len(right) else natural
            wide = min(step, natural) if step > 0 else natural
            place = a * at_x + c * at_y + e + left
            base = b * at_x + d * at_y + f + top
            yield Letter(letter, place, place + abs(a) * wide, base, abs(d) * size, abs(b) > abs(a) * 0.1)
            at_x += right[i] if i < len(right) else (0 if down else step)
            at_y += down[i] if i < len(down) else 0


def _runs_down(letters):
    """Whether each letter of an object stands under the one before, as in vertical titles."""
    return len(letters) > 1 and all(y.left <= x.right and y.base > x.base for x, y in pairwise(letters))


def _upright(letters):
    """Line of letters that stand under each other, at the place of the first."""
    first = letters[0]
    return Line(first.left, first.right, first.base, first.size, "".join(x.text for x in letters).strip())


def _steps(text):
    """Steps from letter to letter; ``g 3 5`` stands for three steps of 5."""
    words, steps = (text or "").split(), []
    while words and len(steps) < MOST_GLYPHS:
        word = words.pop(0)
        if word == "g":
            times, step = int(words.pop(0)), float(words.pop(0))
            steps += [step] * min(times, MOST_GLYPHS)
        else:
            steps.append(float(word))
    return steps


def _named(element, name):
    """Elements of a name within an element; documents of two versions of the standard differ in their namespace."""
    return element.iter("{*}" + name)


def _texts(element, name):
    return [x.text.strip() for x in _named(element, name) if x.text and x.text.strip()]


def _numbers(text):
    return tuple(map(float, text.split()))
