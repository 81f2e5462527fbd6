"""Automatic numbering of Word documents: the 一、, （一） and 1. that Word draws and the text does not hold."""

import re

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
DIGITS = "〇一二三四五六七八九"
UNITS = ("", "十", "百", "千")
ROMAN = ((100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
PLACE = re.compile(r"%(\d)")


class Numbering:
    """Counters of the lists of one document; `label` gives the number of each paragraph in reading order.

    Parameters
    ----------
    document : docx.document.Document
    """

    def __init__(self, document):
        root = next(
            (x.target_part.element for x in document.part.rels.values() if x.reltype.endswith("/numbering")),
            None,
        )
        self.abstract = (
            {} if root is None else {_value(x, "abstractNumId"): x for x in root.iter(W + "abstractNum")}
        )
        self.lists = {} if root is None else {_value(x, "numId"): x for x in root.iter(W + "num")}
        self.styles = {x.get(W + "styleId"): x for x in document.styles.element.iter(W + "style")}
        self.counts, self.begun = {}, set()

    def label(self, paragraph):
        """Number that Word shows before a paragraph, or an empty string; counts it."""
        list_id, level = self._place(paragraph)
        listed = self.lists.get(list_id)
        if listed is None:
            return ""
        levels = self._levels(listed)
        if level not in levels:
            return ""
        key = _child(listed, "abstractNumId")
        counts = self.counts.setdefault(key, {})
        if list_id not in self.begun:
            self.begun.add(list_id)
            restarted = [
                _value(x, "ilvl")
                for x in listed.iter(W + "lvlOverride")
                if x.find(W + "startOverride") is not None
            ]
            for x in restarted:
                counts.pop(int(x), None)
        counts[level] = counts[level] + 1 if level in counts else _start(listed, levels, level)
        for deeper in [x for x in counts if x > level]:
            del counts[deeper]
        if _child(levels[level], "numFmt") in ("bullet", "none"):
            return ""

        def number(found):
            place = int(found[1]) - 1
            n = counts.get(place) or _start(listed, levels, place)
            return numeral(n, _child(levels[place], "numFmt")) if place in levels else ""

        text = PLACE.sub(number, _child(levels[level], "lvlText") or "")
        return text + " " if text[-1:].isalnum() else text

    def _place(self, paragraph):
        """List and level of a paragraph, by itself or by its style and those that it builds upon."""
        own = paragraph.find(f"{W}pPr/{W}numPr")
        name = paragraph.find(f"{W}pPr/{W}pStyle")
        list_id, level = (_child(own, "numId"), _child(own, "ilvl")) if own is not None else (None, None)
        style_id, seen = None if name is None else name.get(W + "val"), set()
        while list_id is None and style_id in self.styles and style_id not in seen:
            seen.add(style_id)
            style = self.styles[style_id]
            found = style.find(f"{W}pPr/{W}numPr")
            if found is not None:
                list_id = _child(found, "numId")
                level = level or _child(found, "ilvl") or self._linked(list_id, style_id)
            style_id = _child(style, "basedOn")
        return list_id, int(level or 0)

    def _levels(self, listed):
        """Levels of a list by depth: those of its pattern, then its own."""
        pattern = self.abstract.get(_child(listed, "abstractNumId"))
        levels = {} if pattern is None else {int(_value(x, "ilvl")): x for x in pattern.iter(W + "lvl")}
        return levels | {int(_value(x, "ilvl")): x for x in listed.iter(W + "lvl")}

    def _linked(self, list_id, style_id):
        """Level of a list that names a style as its own."""
        if list_id not in self.lists:
            return None
        levels = self._levels(self.lists[list_id]).items()
        return next((str(depth) for depth, x in levels if _child(x, "pStyle") == style_id), None)


def _value(element, name):
    return element.get(W + name)


def _child(element, name):
    """Value of a child element, or None."""
    found = element.find(W + name)
    return None if found is None else found.get(W + "val")


def _start(listed, levels, level):
    """First number of a level."""
    for override in listed.iter(W + "lvlOverride"):
        if _value(override, "ilvl") == str(level) and override.find(W + "startOverride") is not None:
            return int(_child(override, "startOverride"))
    return int(_child(levels[level], "start") or 1) if level in levels else 1


def numeral(n, style):
    """A number in one of Word's formats; figures where the format is another one.

    >>> [numeral(12, x) for x in ("chineseCounting", "decimal", "upperRoman", "lowerLetter", "decimalEnclosedCircle")]
    ['十二', '12', 'XII', 'l', '⑫']
    """
    style = style or "decimal"
    if style.startswith(("chinese", "japanese", "taiwanese", "ideographDigital", "koreanDigital")):
        return chinese(n)
    if style.endswith("Letter"):
        letter = "abcdefghijklmnopqrstuvwxyz"[(n - 1) % 26] * ((n - 1) // 26 + 1)
        return letter.upper() if style.startswith("upper") else letter
    if style.endswith("Roman"):
        letters = ""
        for size, mark in ROMAN:
            letters, n = letters + mark * (n // size), n % size
        return letters.upper() if style.startswith("upper") else letters
    if style.startswith("decimalEnclosedCircle") and 1 <= n <= 20:
        return chr(ord("①") + n - 1)
    return str(n)


def chinese(n):
    """A number up to 9999 in Chinese.

    >>> [chinese(x) for x in (3, 10, 21, 105, 310)]
    ['三', '十', '二十一', '一百〇五', '三百一十']
    """
    out = ""
    for place, digit in enumerate(map(int, reversed(str(n)))):
        if digit:
            out = DIGITS[digit] + UNITS[place] + out
        elif out and not out.startswith("〇"):
            out = "〇" + out
    return out.removeprefix("一") if 10 <= n < 20 else out
