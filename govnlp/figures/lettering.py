"""Letters of figures: a font that is read from memory, heights and outlines that are worked out once."""

import mmap
import os
from functools import lru_cache

from matplotlib.font_manager import FontProperties, fontManager
from matplotlib.ft2font import FT2Font
from matplotlib.textpath import TextToPath


class Outlines(TextToPath):
    """Letters of texts and their outlines, which figures have in common: each is worked out once."""

    def __init__(self):
        super().__init__()
        self.texts, self.outlines, self.paths = {}, {}, {}

    def _get_font(self, properties):
        return font_of(properties, self.FONT_SCALE, self.DPI)

    def get_glyphs_with_font(self, font, s, glyph_map=(), return_new_glyphs_only=False, **named):
        """Letters with their places, and the outlines of those that the page lacks, as matplotlib has them."""
        key = font.postscript_name, s
        if key not in self.texts:
            self.texts[key], new, _ = super().get_glyphs_with_font(font, s, self.outlines, True, **named)
            self.outlines |= new
        letters = self.texts[key]
        return letters, {name: self.outlines[name] for name, *_ in letters if name not in glyph_map}, []


@lru_cache(maxsize=1)
def outlines():
    """The outlines that this process knows."""
    return Outlines()


def font_of(properties, size, dpi):
    """The font of a text, ready to be measured or drawn in a size."""
    font = _opened(path_of(properties), os.getpid())
    font.clear()
    font.set_size(size, dpi)
    return font


def path_of(properties):
    """The file of the font of a text."""
    return _path(tuple(properties.get_family()), properties.get_style(), properties.get_weight())


@lru_cache
def heights(path):
    """Ascent, descent and gap of the lines of a font, in ems; matplotlib reads them from its file for every text."""
    font = _opened(path, os.getpid())
    table, em = font.get_sfnt_table("OS/2"), font.get_sfnt_table("head")["unitsPerEm"]
    return tuple(
        table[name] / em * sign
        for name, sign in (("sTypoAscender", 1), ("sTypoDescender", -1), ("sTypoLineGap", 1))
    )


@lru_cache
def _path(family, style, weight):
    return fontManager.findfont(FontProperties(family=list(family), style=style, weight=weight))


@lru_cache(maxsize=4)
def _opened(path, _process):
    """A font from memory: matplotlib seeks and reads in its file for every letter that it measures or draws.

    A process that was forked opens it anew, since none may share the library's state.
    """
    with open(path, "rb") as file:
        return FT2Font(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))
