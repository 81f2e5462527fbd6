"""Font, colours, sizes and labels: what all figures have in common."""

import functools
import importlib.util
import unicodedata
from contextlib import contextmanager
from pathlib import Path

from govnlp.documents.naming import cut, ems
from govnlp.figures.breaking import CLOSING, may_break
from govnlp.lexicons import lexicon_content
from govnlp.notes import Mistake

PALETTE = ("#0072B2", "#D55E00", "#009E73", "#CC79A7", "#A6761D", "#56B4E9", "#5B3A8C", "#595959")
"""Eight colours that colour-blind readers can tell apart (after Okabe & Ito 2008)."""

SIZES = {"column": 3.35, "page": 6.7, "slide": 10.0}
"""Widths in inches: A4 one column, A4 two columns, 16:9 slide."""

LABELS = ("figures.yaml", "findings.yaml", "report.yaml", "screen.yaml", "changes.yaml")
"""Files of labels, which share no key."""
MISSING = "〓"
NOTHING = "nothing"
"""Mark of a figure that has nothing to show; it is not saved."""


def font_path():
    """Path of the Chinese font in zhplot's wheel; zhplot itself, which sets defaults, is not imported.

    Returns
    -------
    pathlib.Path

    Raises
    ------
    RuntimeError
        The font is not there.
    """
    spec = importlib.util.find_spec("zhplot")
    path = Path(spec.origin).parent / "fonts" / "NotoSansSC-Regular.ttf" if spec else None
    if path is None or not path.exists():
        raise RuntimeError(Mistake("install_font"))
    return path


@functools.cache
def _font():
    """Family name of the font, made known to matplotlib, and the characters that it can draw."""
    from matplotlib import font_manager, ft2font

    path = str(font_path())
    font_manager.fontManager.addfont(path)
    face = ft2font.FT2Font(path)
    return face.family_name, frozenset(face.get_charmap())


@contextmanager
def style():
    """Matplotlib settings of every figure, for the duration of a ``with`` block."""
    import matplotlib as mpl

    settings = {
        "font.family": [_font()[0]], "font.size": 8, "axes.titlesize": 8.5, "axes.labelsize": 7.5,
        "xtick.labelsize": 7.5, "ytick.labelsize": 7.5, "figure.titlesize": 10, "figure.labelsize": 7,
        "text.hinting": "none", "text.parse_math": False, "text.usetex": False,
        "axes.unicode_minus": True, "axes.formatter.use_mathtext": False,
        "axes.spines.top": False, "axes.spines.right": False, "axes.titlelocation": "left", "axes.titley": 1.0,
        "axes.edgecolor": "#8A8A8A",
        "xtick.color": "#404040", "ytick.color": "#404040", "axes.axisbelow": True, "lines.linewidth": 1.2,
        "figure.constrained_layout.use": True, "figure.dpi": 100, "figure.facecolor": "white",
        "svg.hashsalt": "govnlp", "svg.fonttype": "path", "svg.image_inline": True, "path.simplify": True,
    }  # fmt: skip
    interactive = mpl.is_interactive()
    try:
        with mpl.rc_context():
            mpl.rcdefaults()
            mpl.rcParams.update(settings)
            try:
                yield
            finally:
                interactive = mpl.is_interactive()
    finally:
        # a notebook's backend turns it on with the first figure: turned back, no later figure would be shown
        mpl.interactive(interactive)


def styled(plot):
    """Draw in the package's style, and leave the user's matplotlib settings as they were."""

    @functools.wraps(plot)
    def wrapper(*args, **kwargs):
        with style():
            ax = plot(*args, **kwargs)
            figure = (ax[0] if isinstance(ax, list) else ax).figure
            for axes in figure.axes:
                # ticks are made when first drawn, maybe outside this style
                axes.tick_params(which="both", labelfontfamily=_font()[0])
                for axis in (axes.xaxis, axes.yaxis):
                    axis.get_major_ticks(), axis.get_minor_ticks()
            return ax

    return wrapper


def figure(name, say, unit="paragraph"):
    """Decorate a plot: its files' name, what may be said of its table, and the unit that its source line counts.

    Parameters
    ----------
    name : str
        Such as ``"frequency"``: the files of stage 02 are then 02-frequency.svg and so on.
    say : function
        Takes the plot's table, and those of its options that it names; gives the finding in words, or the empty text
        where the table supports none.
    unit : str
        paragraph | block, of the documents; document | statement | phrase, which are rows of the table.
    """

    def decorate(plot):
        drawn = styled(plot)
        drawn.name, drawn.say, drawn.unit = name, say, unit
        return drawn

    return decorate


@functools.cache
def _labels():
    return {key: entry for name in LABELS for key, entry in lexicon_content(name).items()}


def label(key, lang="zh", **values):
    """A label in Chinese or English, filled in.

    Examples
    --------
    >>> label("term_barcode", "zh", term="营商环境")
    '“营商环境”出现在何处？'
    """
    if lang not in ("zh", "en"):
        raise ValueError(Mistake("argument_unknown", what="language", value=lang, known="zh, en"))
    return _labels()[key][lang].format(**values)


def listed(items, lang="zh", mark="comma"):
    """Items as a sentence lists them, or its word for nothing.

    Parameters
    ----------
    items : iterable of str
    lang : {"zh", "en"}
    mark : {"comma", "semicolon"}

    Returns
    -------
    str

    Examples
    --------
    >>> listed(["企业", "治水"], "zh"), listed(["企业", "治水"], "en"), listed([], "en")
    ('企业、治水', '企业, 治水', 'nothing')
    """
    return label(mark, lang).join(items) or label("none", lang)


def sentences(*parts, lang="zh"):
    """Sentences one after the other; those that may not be said are empty, and go.

    >>> sentences("One.", "", "Two.", lang="en"), sentences("甲。", "乙。")
    ('One. Two.', '甲。乙。')
    """
    return ("" if lang == "zh" else " ").join(filter(None, parts))


def clear_first(values):
    """Index of the largest value where no other is as large, else None.

    >>> import pandas as pd
    >>> clear_first(pd.Series([1, 3, 2])), clear_first(pd.Series([3, 3])), clear_first(pd.Series([], dtype=int))
    (1, None, None)
    """
    values = values.dropna()
    if values.empty or (values == values.max()).sum() > 1:
        return None
    return values.idxmax()


def per_cent(share):
    """A share as whole per cents; what rounds to nothing, or to all, without being it is said to be less.

    >>> per_cent(0.254), per_cent(0.004), per_cent(0.0), per_cent(0.999)
    ('25%', '<1%', '0%', '>99%')
    """
    text = f"{share:.0%}"
    return "<1%" if text == "0%" and share > 0 else ">99%" if text == "100%" and share < 1 else text


def clean(text):
    """Text that the font can draw: control and direction marks go, unknown glyphs become 〓.

    Examples
    --------
    >>> clean("云岭\\u202e市")
    '云岭市'
    """
    known = _font()[1]
    kept = (" " if c in "\n\t\u3000\xa0" else c for c in str(text))
    kept = (c for c in kept if unicodedata.category(c)[0] != "C" and not 0xFE00 <= ord(c) <= 0xFE0F)
    return "".join(c if ord(c) in known else MISSING for c in kept).strip()


def shorten(text, width=16):
    """Text cut to a width in ems, with an ellipsis.

    Examples
    --------
    >>> shorten("云岭市青槐区人民政府工作报告", 8)
    '云岭市青槐区人…'
    """
    return cut(clean(text), width)


def wrap(text, width):
    """Text broken into lines of at most so many ems, where Chinese and English are broken.

    Examples
    --------
    >>> wrap("河道清淤3.5公里，改造“老街”", 8).split("\\n"), wrap("△ those with most", 8).split("\\n")
    (['河道清淤3.5公里，', '改造“老街”'], ['△ those with', 'most'])
    """
    lines, line = [], ""
    for c in clean(text):
        line += c
        if ems(line) > width and c not in CLOSING:
            cut = next((i for i in range(len(line) - 1, 0, -1) if may_break(line[i - 1], line[i])), 0)
            lines += [line[:cut].rstrip()] if cut else []
            line = line[cut:]
    return "\n".join([*lines, line]).strip()


def open_axes(ax, title, *, size="page", height=3.2):
    """The caller's axes with a title, or new ones on a figure whose title is the question."""
    import matplotlib.pyplot as plt

    if ax is not None:
        ax.set_title(wrap(title, 40))
        return ax
    fig, ax = plt.subplots(figsize=(SIZES[size], height))
    set_title(fig, title)
    set_source_room(fig)
    return ax


def set_title(fig, title):
    """The question over the figure, broken to its width."""
    fig.suptitle(wrap(title, fig.get_figwidth() * 72 / 10.5), x=0.008, ha="left", fontsize=10)


def set_source_room(fig):
    """Keep a line free under the figure, so that nothing moves when the source is written there."""
    fig.supxlabel(" ", x=0.008, ha="left", fontsize=7, color="#595959")


def words_only(table, column="term"):
    """Rows whose term is a word: the classes that numbers were folded into (<数>, <百分数>) are left out.

    Examples
    --------
    >>> import pandas as pd
    >>> words_only(pd.DataFrame({"term": ["<数>", "企业"]}))["term"].tolist()
    ['企业']
    """
    return table[~table[column].astype(str).str.fullmatch("<[一-鿿]+>")]


def rows(ax, names, width=14, size=7.5):
    """Names down the left side, the first on top."""
    ax.set_yticks(range(len(names)), [shorten(name, width) for name in names], fontsize=size)
    ax.set_ylim(len(names) - 0.4, -0.6)
    ax.tick_params(axis="y", length=0)


def note(ax, text):
    """What a reader must know, under the axis label, on lines no wider than the figure."""
    current = ax.get_xlabel()
    room = ax.get_figure(root=True).get_figwidth() * 72 / ax.xaxis.label.get_size()
    text = wrap(text, room - 1)
    ax.set_xlabel(f"{current}\n{text}" if current else text, linespacing=1.5)


def nothing(ax, lang, why="empty"):
    """Say that there is nothing to show, rather than leave empty axes."""
    ax.set_axis_off()
    ax.figure.set_gid(NOTHING)
    if ax.figure.get_suptitle():  # a figure of its own
        ax.figure.set_figheight(1.2)
    ax.text(0.5, 0.5, label(why, lang), ha="center", va="center", transform=ax.transAxes)
    return ax
