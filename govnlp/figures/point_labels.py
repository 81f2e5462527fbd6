"""Names beside points: placed one after the other where there is room."""

from math import cos, pi, sin

import numpy as np

from govnlp.figures.style import clean, shorten

HALO = 1.6  # points of white around a name, where it stands on a line
MARGIN = 2  # points between a name and the edge of the axes, on which it would hide the line
REACH = (4.5, 9, 16, 24, 34)  # points from the mark at which room is sought, near first
ANGLES = tuple(
    pi / 4 * i for i in (0, 2, 6, 4, 1, 7, 3, 5)
)  # right, above, below, left; aslant a name seems another's
STEPS = np.arange(1, 8)[:, None]  # eighths of a line that is looked at for names on it


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

    from govnlp.figures.canvas import lay_out

    figure = ax.get_figure(root=True)
    lay_out(figure)
    unit = figure.dpi / 72
    inside = np.array(ax.get_window_extent().extents) + MARGIN * unit * np.array([1, 1, -1, -1])
    points = [(float(a), float(b)) for a, b in zip(x, y, strict=True)]
    points = ax.transData.transform(np.reshape(points, (-1, 2)))
    taken = _square(points, 3 * unit)
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
        taken = np.vstack([taken, *boxes])
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
    second = None
    for reach in reaches:
        for angle in ANGLES:
            dx = reach * unit * cos(angle) - width * (0.5 - 0.5 * cos(angle))
            dy = reach * unit * sin(angle) - height * (0.5 - 0.5 * sin(angle))
            low = point + np.array([dx, dy])
            box = np.concatenate([low, low + np.array([width, height])])
            out = (box[:2] < inside[:2]).any() or (box[2:] > inside[2:]).any()
            if out or _overlap(box, taken).any():
                continue
            covers = ((dots > box[:2]) & (dots < box[2:])).all(axis=1).any()
            if reach <= reaches[1]:
                if not covers:
                    return dx, dy, [box], False
                second = second or (dx, dy, [box], False)
                continue
            line = _line(point, low + (box[2:] - low) / 2)
            near = _square(point, 3.1 * unit)
            apart = taken[((taken[:, :2] < near[:2]) | (taken[:, :2] > near[2:])).any(axis=1)]
            if any(_overlap(step, apart).any() for step in line):
                continue
            if not covers:
                return dx, dy, [box, *line], True
            second = second or (dx, dy, [box, *line], True)
    return second


def _overlap(box, others):
    """Whether a box overlaps each of the others; boxes are left, lower, right and upper edge."""
    return ((box[:2] <= others[:, 2:]) & (others[:, :2] <= box[2:])).all(axis=1)


def _square(point, half):
    low = point - half
    return np.concatenate([low, low + 2 * half], axis=-1)


def _line(start, end):
    """Boxes along a line, which has none at its ends."""
    return _square(start + (end - start) * STEPS / 8, 0.5)
