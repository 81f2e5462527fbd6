"""One drawing of a figure, for its picture in pixels and its page of SVG at the same time."""

from contextlib import ExitStack, contextmanager
from itertools import chain
from math import cos, radians, sin

import numpy as np
from matplotlib.axis import Axis
from matplotlib.backends.backend_agg import FigureCanvasAgg, RendererAgg, get_hinting_flag
from matplotlib.backends.backend_svg import RendererSVG
from matplotlib.path import Path
from matplotlib.text import Text

from govnlp.figures.lettering import font_of, heights, outlines, path_of

COMPILED = ("draw_image", "draw_markers", "draw_path_collection", "draw_quad_mesh")
"""What a renderer of pixels takes from compiled code when it is made."""
METADATA = {"Date": None, "Creator": None}
"""What would make a page of SVG another one with every run or version."""


@contextmanager
def texts_laid_out_once():
    """Within a ``with`` block texts and ticks are laid out once: matplotlib does it up to seven times for each."""
    ticks, boxes, together = _sharing(Axis._update_ticks, Axis._get_ticklabel_bboxes)
    with ExitStack() as stack:
        for kind, name, way in (
            (Text, "_get_layout", _remembering(Text._get_layout)),
            (Axis, "_update_ticks", ticks),
            (Axis, "_get_ticklabel_bboxes", boxes),
            (Axis, "_get_tick_boxes_siblings", together),
        ):
            stack.callback(setattr, kind, name, getattr(kind, name))
            setattr(kind, name, way)
        yield


def lay_out(figure):
    """Find the place of all axes, as drawing would."""
    layout = figure.get_layout_engine()
    with texts_laid_out_once():
        if layout:
            layout.execute(figure)
        else:
            figure.draw_without_rendering()


def _remembering(lay_out):
    """The layout of a text, remembered while the text stays as it is."""
    known = {}

    def remembered(text, renderer):
        font, dpi = hash(text.get_fontproperties()), text.get_figure(root=True).dpi
        turned = text.get_rotation(), text.get_rotation_mode(), text.get_ha(), text.get_va()
        lines = text._multialignment, text._linespacing, text.get_parse_math(), text.get_usetex()
        key = text.get_text(), font, dpi, turned, lines
        if text.get_wrap():  # depends on its place
            return lay_out(text, renderer)
        if key not in known:
            known[key] = lay_out(text, renderer)
        return known[key]

    return remembered


def _sharing(update, measure):
    """What an axis asks for several times in a row: its ticks, the boxes of their labels, and those of aligned axes.

    Which ticks there are depends on the limits and on how many have room; where their labels stand, on the axes too.
    """
    ticks, boxes = {}, {}

    def updated(axis):
        state = (*axis.get_view_interval(), axis.get_tick_space())
        if axis not in ticks or ticks[axis][0] != state:
            ticks[axis] = state, update(axis)
        return ticks[axis][1]

    def measured(axis, shown, renderer=None):
        state = (*axis.get_view_interval(), *axis.axes.bbox.bounds)
        if axis not in boxes or boxes[axis][0] != state:
            boxes[axis] = state, measure(axis, shown, renderer)
        return boxes[axis][1]

    def together(axis, renderer):
        name, figure = axis._get_axis_name(), axis.get_figure(root=False)
        aligned = figure._align_label_groups[name].get_siblings(axis.axes)
        parts = [
            measured(one, updated(one), renderer) for one in (other._axis_map[name] for other in aligned)
        ]
        return [list(chain(*side)) for side in zip(*parts, strict=True)]

    return updated, measured, together


class Canvas(FigureCanvasAgg):
    """A canvas on which a figure is laid out and drawn by one renderer, which so measures a text once.

    Parameters
    ----------
    figure : matplotlib Figure
        With the resolution of the pixels.
    page : file
        Of the SVG, open for text.
    """

    def __init__(self, figure, page):
        super().__init__(figure)
        self.renderer = _Both(*self.get_width_height(), figure.dpi, page)

    def get_renderer(self):
        """The one renderer of this canvas."""
        return self.renderer

    def draw(self):
        """Draw both, and end the page."""
        self.figure.draw(self.renderer)
        self.renderer.page.finalize()

    def release(self):
        """Let go of the pixels: the texts of a figure keep what drew them until the figure is collected."""
        self.renderer.start_anew()


class _Both(RendererAgg):
    """Draws pixels, and writes the same on a page; what is to be rasterized is a picture on the page."""

    def __init__(self, width, height, dpi, page):
        self.page = _Page(width, height, dpi, page)
        super().__init__(width, height, dpi)
        self._text2path = self.page._text2path
        self.open_group, self.close_group = self.page.open_group, self.page.close_group

    def _update_methods(self):
        super()._update_methods()
        for name in COMPILED:
            setattr(self, name, _twice(getattr(self, name), getattr(self.page, name)))

    def draw_path(self, *given, **named):
        super().draw_path(*given, **named)
        if not self._rasterizing:
            self.page.draw_path(*given, **named)

    def draw_text(self, *given, **named):
        super().draw_text(*given, **named)
        if not self._rasterizing:
            self.page.draw_text(*given, **named)

    def _draw_text_glyphs_and_boxes(self, gc, x, y, angle, glyphs, boxes):
        """All letters of a text as one picture: matplotlib, from 3.11 on, hands over each with all its settings."""
        from matplotlib.ft2font import RenderMode

        along, across = cos(radians(angle)), sin(radians(angle))
        turn = (np.array([[along, -across], [across, along]]) * 0x10000).round().astype(int)
        flags, drawn = get_hinting_flag(), []
        for font, size, glyph, _, _, right, up in glyphs:
            font.set_size(size, self.dpi)
            place = x + right * along - up * across, self.height - y + right * across + up * along
            font._set_transform(turn, [round(0x40 * at) for at in place])
            drawn.append(font._render_glyph(glyph, flags, RenderMode.NORMAL))
        drawn = [(one.left, -one.top, one.buffer) for one in drawn if one.buffer.size]
        if not drawn:
            return
        left, top = min(x for x, _, _ in drawn), min(y for _, y, _ in drawn)
        end = max(x + part.shape[1] for x, _, part in drawn)
        under = max(y + part.shape[0] for _, y, part in drawn)
        whole = np.zeros((under - top, end - left), dtype=np.uint8)
        for x, y, part in drawn:
            here = whole[y - top :, x - left :][: part.shape[0], : part.shape[1]]
            np.maximum(here, part, out=here)
        self._renderer.draw_text_image(whole, left, int(self.height) + under, 0, gc)

    def start_anew(self):
        """Draw on one pixel from here on."""
        self._renderer = type(self._renderer)(1, 1, self.dpi)
        self._update_methods()

    def start_rasterizing(self):
        """From here on pixels alone are drawn, on a layer of their own."""
        self._below, self._renderer = self._renderer, type(self._renderer)(self.width, self.height, self.dpi)
        super()._update_methods()

    def stop_rasterizing(self):
        """The layer joins both."""
        layer = np.array(self.buffer_rgba())
        self._renderer = self._below
        self._update_methods()
        rows, columns = (np.flatnonzero(layer[..., 3].any(axis=side)) for side in (1, 0))
        if len(rows):
            top, left, end = rows[0], columns[0], rows[-1] + 1
            drawn = np.ascontiguousarray(layer[top:end, left : columns[-1] + 1][::-1])
            self.draw_image(self.new_gc(), left, self.height - end, drawn)

    def _get_font_height_metrics(self, properties):
        size = properties.get_size_in_points() * self.dpi / 72
        return tuple(size * share for share in heights(path_of(properties)))

    def _prepare_font(self, properties):
        return font_of(properties, properties.get_size_in_points(), self.dpi)


def _twice(draw, write):
    def both(*given, **named):
        draw(*given, **named)
        write(*given, **named)

    return both


class _Page(RendererSVG):
    """A page of SVG that is drawn on in pixels; letters and lines come in points, and so does its size."""

    def __init__(self, width, height, dpi, page):
        self.scale = dpi / 72
        super().__init__(width / self.scale, height / self.scale, page, metadata=METADATA)
        self.width, self.height = width, height
        self.writer.start("g", transform=f"scale({1 / self.scale:g})")
        self._text2path = outlines()

    def draw_text(self, gc, x, y, s, prop, *given, **named):
        scaled = prop.copy()
        scaled.set_size(prop.get_size_in_points() * self.scale)
        super().draw_text(gc, x, y, s, scaled, *given, **named)

    def _update_glyph_map_defs(self, new):
        if new:
            self.writer.start("defs")
            for name in new:
                self.writer.element("path", id=name, d=self._outline(name, new), transform="scale(0.015625)")
            self.writer.end("defs")
            self._glyph_map.update(new)

    def _outline(self, name, new):
        """The outline of a letter in the font's own units, 64 to one of the page, worked out once for all pages."""
        paths = self._text2path.paths
        if name not in paths:
            vertices, codes = new[name]
            paths[name] = self._convert_path(Path(vertices * 64, codes), simplify=False)
        return paths[name]

    def _get_style_dict(self, gc, face):
        scaled = self.new_gc()
        scaled.copy_properties(gc)
        scaled.set_linewidth(gc.get_linewidth() * self.scale)
        offset, dashes = gc.get_dashes()
        if dashes is not None:
            scaled.set_dashes(offset * self.scale, [x * self.scale for x in dashes])
        return super()._get_style_dict(scaled, face)
