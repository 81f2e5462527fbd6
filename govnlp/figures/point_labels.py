"""Names beside points: placed one after the other where there is room."""

from math import cos, pi, sin

import numpy as np

from govnlp.figures.style import clean, shorten

HALO = 1.6  # points of white around a name, where it stands on a line
REACH = (4.5, 9, 16, 24, 34)  # points from the mark at which room is sought, near first
ANGLES = tuple(pi / 4 * i for i in (0, 1, 7, 2, 6, 3, 5, 4))  # right, then up and down, left last


def label_points(ax, x, y, names, *, size=7, width=10, colours=None, others=(), reach=REACH):
    """Write names beside points so that none overlaps another or leaves the axes; the first names come first.

    Parameters
    ----------
    ax : matplotlib Axes
        With its limits, scales and labels as they will stay.
    x, y : sequence of float
    names : sequence of str
    size : float
        In points.
    width : float
        Longest name, in ems.
    colours : sequence, optional
    others : sequence of (float, float)
        More points, which a name covers only where it has no other place.
    reach : sequence of float
        Points from its mark at which a name may stand, near first; from the third on a line leads to the mark.

    Returns
    -------
    list of str
        Names for which there was no room: they are not drawn.
    """
    from matplotlib.patheffects import withStroke
    from matplotlib.transforms import Bbox

    from govnlp.figures.canvas import lay_out

    figure = ax.get_figure(root=True)
    lay_out(figure)
    unit, inside = figure.dpi / 72, ax.get_window_extent()
    points = (
        ax.transData.transform([(float(a), float(b)) for a, b in zip(x, y, strict=True)])
        if len(names)
        else []
    )
    taken = [Bbox.from_bounds(a - 3 * unit, b - 3 * unit, 6 * unit, 6 * unit) for a, b in points]
    dots = ax.transData.transform(others) if len(others) else np.empty((0, 2))
    left_out = []
    for i, name in enumerate(names):
        text = ax.annotate(
            shorten(name, width), (x[i], y[i]), xytext=(0, 0), textcoords="offset points", ha="left", va="bottom",
            fontsize=size, color=colours[i] if colours is not None else "#262626",
            arrowprops={"arrowstyle": "-", "color": "#A0A0A0", "lw": 0.5, "shrinkA": 0, "shrinkB": 2},
        )  # fmt: skip
        text.set_in_layout(False)
        text.set_path_effects([withStroke(linewidth=HALO, foreground="white")])
        box = super(type(text), text).get_window_extent()
        place = _room(points[i], box.width + 2 * unit, box.height, unit, inside, taken, dots, reach)
        if place is None:
            text.remove()
            left_out.append(clean(name))
            continue
        dx, dy, boxes, far = place
        text.set_position((dx / unit + 1, dy / unit))
        text.arrow_patch.set_visible(far)
        taken += boxes
    return left_out


def spread(heights, step):
    """Rising heights, each moved up until it is a step above the one before, for names beside the ends of lines.

    >>> spread([1, 1.5, 9], 2)
    [1, 3, 9]
    """
    placed = []
    for height in heights:
        placed.append(max(height, placed[-1] + step) if placed else height)
    return placed


def _room(point, width, height, unit, inside, taken, dots, reaches):
    """Offset of a box near a point that overlaps nothing taken, the boxes it takes, and whether it needs a line."""
    from matplotlib.transforms import Bbox

    second = None
    for reach in reaches:
        for angle in ANGLES:
            dx = reach * unit * cos(angle) - width * (0.5 - 0.5 * cos(angle))
            dy = reach * unit * sin(angle) - height * (0.5 - 0.5 * sin(angle))
            box = Bbox.from_bounds(point[0] + dx, point[1] + dy, width, height)
            out = box.x0 < inside.x0 or box.x1 > inside.x1 or box.y0 < inside.y0 or box.y1 > inside.y1
            if out or any(box.overlaps(other) for other in taken):
                continue
            covers = ((dots > box.min) & (dots < box.max)).all(axis=1).any()
            if reach <= reaches[1]:
                if not covers:
                    return dx, dy, [box], False
                second = second or (dx, dy, [box], False)
                continue
            middle = (box.x0 + box.width / 2, box.y0 + box.height / 2)
            line = [
                Bbox.from_bounds(
                    *(p + (q - p) * step / 8 - 0.5 for p, q in zip(point, middle, strict=True)), 1, 1
                )
                for step in range(1, 8)
            ]
            near = Bbox.from_bounds(point[0] - 3.1 * unit, point[1] - 3.1 * unit, 6.2 * unit, 6.2 * unit)
            apart = [other for other in taken if not near.containsx(other.x0) or not near.containsy(other.y0)]
            if any(step.overlaps(other) for step in line for other in apart):
                continue
            if not covers:
                return dx, dy, [box, *line], True
            second = second or (dx, dy, [box, *line], True)
    return second
