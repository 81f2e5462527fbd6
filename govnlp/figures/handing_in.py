"""The files that an office hands in beside the report, by their kind."""

from importlib.util import find_spec

from govnlp.figures.latex import write_latex
from govnlp.figures.slides import write_slides
from govnlp.figures.workbook import write_workbook
from govnlp.notes import Mistake

WRITERS = {"pptx": write_slides, "xlsx": write_workbook, "tex": write_latex}


def chosen_writers(kinds):
    """What writes the kinds that are wanted; what is missing is said before a run, not after it.

    >>> [write.__name__ for write in chosen_writers(["xlsx"])]
    ['write_workbook']
    """
    for kind in kinds:
        if kind not in WRITERS:
            raise ValueError(Mistake("kind_unknown", name=kind, known=", ".join(WRITERS)))
    if "pptx" in kinds and not find_spec("pptx"):
        raise ValueError(Mistake("install_slides"))
    return [WRITERS[kind] for kind in kinds]
