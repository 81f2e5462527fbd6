"""Automatic numbering of Word documents: the 一、, （一） and 1. that Word draws and the text does not hold."""

import re

from govnlp.documents.reading.docx_text import W
from govnlp.documents.reading.numerals import numeral

PLACE = re.compile(r"%(\d)")


class Numbering:
    """Counters of the lists of one document; `label` gives the number of each paragraph by its properties, in order.

    Parameters
    ----------
    root, styles : lxml element or None
        Roots of numbering.xml and styles.xml.
    """

    def __init__(self, root, styles):
        self.abstract = (
            {} if root is None else {_value(x, "abstractNumId"): x for x in root.iter(W + "abstractNum")}
        )
        self.lists = {} if root is None else {_value(x, "numId"): x for x in root.iter(W + "num")}
        self.styles = {} if styles is None else {x.get(W + "styleId"): x for x in styles.iter(W + "style")}
        self.counts, self.begun = {}, set()

    def label(self, stated):
        """Number that Word shows before a paragraph of which this is stated, or an empty string; counts it."""
        list_id, level = self._place(stated)
        listed = self.lists.get(list_id)
        if listed is None:
            return ""
        levels = self._levels(listed)
        if level not in levels:
            return ""
        counts = self.counts.setdefault(_child(listed, "abstractNumId"), {})
        if list_id not in self.begun:
            self.begun.add(list_id)
            for override in listed.iter(W + "lvlOverride"):
                if override.find(W + "startOverride") is not None:
                    counts.pop(int(_value(override, "ilvl")), None)
        counts[level] = counts[level] + 1 if level in counts else _start(listed, levels, level)
        for deeper in [x for x in counts if x > level and _restarts(levels.get(x), level)]:
            del counts[deeper]
        if _child(levels[level], "numFmt") in ("bullet", "none"):
            return ""
        legal = levels[level].find(W + "isLgl") is not None

        def number(found):
            place = int(found[1]) - 1
            if place not in levels:
                return ""
            n = counts.get(place) or _start(listed, levels, place)
            return str(n) if legal else numeral(n, _child(levels[place], "numFmt"))

        text = PLACE.sub(number, _child(levels[level], "lvlText") or "")
        return text + " " if text[-1:].isalnum() else text

    def _place(self, stated):
        """List and level of a paragraph, by itself or by its style and those that it builds upon."""
        own, name = stated.get(W + "numPr"), stated.get(W + "pStyle")
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
        pattern = self._pattern(_child(listed, "abstractNumId"))
        levels = {} if pattern is None else {int(_value(x, "ilvl")): x for x in pattern.iter(W + "lvl")}
        return levels | {int(_value(x, "ilvl")): x for x in listed.iter(W + "lvl")}

    def _pattern(self, name):
        """Pattern of a list by its name; one may only name the style of lists whose own pattern it is."""
        pattern = self.abstract.get(name)
        linked = None if pattern is None else _child(pattern, "numStyleLink")
        if linked is None:
            return pattern
        return next((x for x in self.abstract.values() if _child(x, "styleLink") == linked), pattern)

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


def _restarts(level, above):
    """Whether a level counts anew after a number of the level `above`: 0 never, n after the n-th and those over it."""
    restart = None if level is None else _child(level, "lvlRestart")
    return restart is None or above < int(restart)


def _start(listed, levels, level):
    """First number of a level."""
    for override in listed.iter(W + "lvlOverride"):
        if _value(override, "ilvl") == str(level) and override.find(W + "startOverride") is not None:
            return int(_child(override, "startOverride"))
    return int(_child(levels[level], "start") or 1) if level in levels else 1
