"""One drawing makes the picture and the page."""

import base64
import io
import re

import matplotlib.pyplot as plt
import numpy as np
import pytest
from matplotlib.axis import Axis
from matplotlib.text import Text
from PIL import Image

from govnlp.figures.canvas import Canvas, texts_laid_out_once
from govnlp.figures.style import style


@pytest.fixture
def draw():
    """Draws a figure of one by one inch, and gives its pixels and its page."""

    def drawn(fill):
        page = io.StringIO()
        with style():
            fig = plt.figure(figsize=(1, 1), dpi=144, layout="none")
            fill(fig)
            canvas = Canvas(fig, page)
            canvas.draw()
            plt.close(fig)
        return np.array(canvas.buffer_rgba()), page.getvalue()

    return drawn


def test_page_has_the_size_of_the_figure_in_points(draw):
    # an inch is 72 points, whatever the resolution of the pixels
    pixels, page = draw(lambda fig: None)
    assert pixels.shape == (144, 144, 4)
    assert 'width="72pt" height="72pt" viewBox="0 0 72 72"' in page


def test_lines_letters_and_dashes_are_as_wide_as_in_matplotlibs_own_page(draw):
    def fill(fig):
        fig.add_artist(plt.Line2D([0, 1], [0.5, 0.5], lw=3, ls=(0, (2, 1))))
        fig.text(0.5, 0.5, "渠", fontsize=10)

    def lengths(page, scale):
        width, dash, letter = (
            re.search(pattern, page)[1]
            for pattern in (r"stroke-width: ([\d.]+)", r"stroke-dasharray: ([\d.]+)", r"scale\(([\d.]+) -")
        )
        return [float(x) * scale for x in (width, dash, letter)]

    _, page = draw(fill)
    with style():
        fig = plt.figure(figsize=(1, 1), layout="none")
        fill(fig)
        own = io.StringIO()
        fig.savefig(own, format="svg")
        plt.close(fig)
    assert "scale(0.5)" in page  # a pixel of 144 to the inch is half a point
    assert lengths(page, 0.5) == pytest.approx(lengths(own.getvalue(), 1), abs=1e-5)


def test_what_is_rasterized_is_a_picture_on_the_page_with_the_same_pixels(draw):
    def fill(fig):
        ax = fig.add_axes((0, 0, 1, 1))
        ax.set_axis_off()
        ax.pcolormesh([[0.0, 1.0]], cmap="Greys", rasterized=True)

    pixels, page = draw(fill)
    content = re.search(r"base64,\s*([^\"]+)", page)[1]
    picture = np.asarray(Image.open(io.BytesIO(base64.b64decode(content))))
    assert picture.shape[:2] == (144, 144)
    # a mesh of two cells: the left half is white, the right half black
    assert pixels[72, [30, 110], 0].tolist() == picture[72, [30, 110], 0].tolist() == [255, 0]
    assert "<path" not in page.partition('id="QuadMesh')[2].partition("</g>")[0]


def test_a_text_is_laid_out_once_while_it_stays_as_it_is(monkeypatch):
    own, asked = Text._get_layout, []
    monkeypatch.setattr(Text, "_get_layout", lambda text, renderer: asked.append(text) or own(text, renderer))
    counting = Text._get_layout
    with style():
        fig = plt.figure(figsize=(1, 1), layout="none")
        text = fig.text(0.5, 0.5, "河湖", fontsize=8)
        with texts_laid_out_once():
            boxes = [text.get_window_extent().bounds for _ in range(3)]
            assert len(asked) == 1 and len(set(boxes)) == 1
            for change in ({"fontsize": 9}, {"rotation": 90}, {"ha": "right"}, {"text": "渠"}):
                text.set(**change)
                assert text.get_window_extent().bounds not in boxes
                boxes.append(text.get_window_extent().bounds)
        assert len(asked) == 5
        assert text.get_window_extent().bounds == boxes[-1]  # as matplotlib lays it out
        plt.close(fig)
    assert Text._get_layout is counting


def test_ticks_are_laid_out_once_for_what_an_axis_asks_in_a_row_and_end_where_matplotlib_has_them(
    monkeypatch,
):
    """An axis updates its ticks, then asks for them again to place its label: once, not twice."""
    own, asked = Axis._update_ticks, []
    monkeypatch.setattr(Axis, "_update_ticks", lambda axis: asked.append(axis) or own(axis))
    with style():
        fig, axes = plt.subplots(2, figsize=(2, 2), layout="none")
        axes[0].set_ylabel("清渠")
        axes[0].set_ylim(0, 1000)
        fig.align_ylabels(axes)
        renderer = fig.canvas.get_renderer()
        alone = [ax.get_tightbbox(renderer).bounds for ax in axes]
        usual = len(asked)
        with texts_laid_out_once():
            assert [ax.get_tightbbox(renderer).bounds for ax in axes] == alone
            assert len(asked) - usual < usual
            axes[0].set_ylim(0, 1_000_000)  # longer labels
            wider = axes[0].get_tightbbox(renderer).bounds
        assert wider == axes[0].get_tightbbox(renderer).bounds != alone[0]
        plt.close(fig)


def test_a_canvas_lets_go_of_its_pixels_and_still_measures():
    with style():
        fig = plt.figure(figsize=(1, 1), dpi=144, layout="none")
        text = fig.text(0.5, 0.5, "渠", fontsize=10)
        canvas = Canvas(fig, io.StringIO())
        canvas.draw()
        before = text.get_window_extent().bounds
        canvas.release()
        assert np.asarray(canvas.buffer_rgba()).shape == (1, 1, 4)
        assert text.get_window_extent().bounds == before
        plt.close(fig)


def test_a_turned_text_has_the_pixels_and_the_page_that_matplotlib_gives_it(draw):
    """Letters are drawn together, and their outlines known from earlier pages."""

    def fill(fig):
        fig.text(0.2, 0.3, "河湖 清渠", fontsize=9)
        fig.text(0.7, 0.3, "渠", fontsize=9, rotation=90)

    pixels, page = draw(fill)
    again, second = draw(fill)
    assert (pixels == again).all() and page == second
    with style():
        fig = plt.figure(figsize=(1, 1), dpi=144, layout="none")
        fill(fig)
        fig.canvas.draw()
        own, as_text = np.asarray(fig.canvas.buffer_rgba()).copy(), io.StringIO()
        fig.savefig(as_text, format="svg")
        plt.close(fig)
    assert abs(pixels.astype(int) - own).max() <= 1
    assert page.count("<use") == as_text.getvalue().count("<use")
