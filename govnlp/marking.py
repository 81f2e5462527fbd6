"""Marks of notebooks that a class handed in, from what each keeps of its checked answers; nothing of them is run."""

import re
from pathlib import Path

import pandas as pd

from govnlp.notes import Mistake, Note
from govnlp.teaching import RECORD

ASKS = re.compile(r"check_answer\(\s*[\"']([^\"']+)[\"']")
"""The exercise of a cell that checks an answer."""


def mark_notebooks(source):
    """How the exercises of notebooks were answered when they were saved.

    Parameters
    ----------
    source : str or path
        Folder with the notebooks handed in, in subfolders too.

    Returns
    -------
    DataFrame
        A row per notebook, by name: notebook (its path in the folder), right (how many answers are), problem (why it
        can't be read, or None), and a column per exercise: right, wrong, empty, not run (its check has no verdict),
        error (its cell stopped), or None where the notebook does not have the exercise.

    Raises
    ------
    FileNotFoundError
        There is no notebook.

    Examples
    --------
    >>> import tempfile
    >>> from nbformat import v4, write
    >>> cell = v4.new_code_cell('answer = 3\\ngn.check_answer("02-1", answer)')
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     write(v4.new_notebook(cells=[cell]), folder + "/甲.ipynb")
    ...     mark_notebooks(folder).to_numpy().tolist()
    [['甲.ipynb', 0, None, 'not run']]
    """
    top = Path(source)
    paths = sorted(x for x in top.rglob("*.ipynb") if ".ipynb_checkpoints" not in x.parts)
    if not paths:
        raise FileNotFoundError(Mistake("no_notebooks", source=str(source)))
    rows = []
    for path in paths:
        marks, problem = {}, None
        try:
            marks = _marks(path)
        except (OSError, ValueError, KeyError, AttributeError, TypeError) as error:
            problem = Note("no_notebook", error=type(error).__name__)
        name = path.relative_to(top).as_posix()
        rows.append({"notebook": name, "right": _count(marks), "problem": problem, **marks})
    asked = sorted({exercise for row in rows for exercise in row} - {"notebook", "right", "problem"})
    table = pd.DataFrame(rows, columns=["notebook", "right", "problem", *asked], dtype=object)
    return table.where(table.notna(), None).astype({"right": int})


def _count(marks):
    return sum(mark == Note("mark_right") for mark in marks.values())


def _marks(path):
    """Exercise to mark, from the outputs of the cells that check."""
    import nbformat

    found = {}
    for cell in nbformat.read(path, as_version=4).cells:
        asked = ASKS.findall(cell.source) if cell.cell_type == "code" else []
        verdicts = {}
        for output in cell.get("outputs", ()) if asked else ():
            record = output.get("data", {}).get(RECORD)
            verdicts |= {record["exercise"]: record["mark"]} if record else {}
            stopped = output.output_type == "error"
            verdicts |= dict.fromkeys(asked, "error") if stopped else {}
        found |= {exercise: Note(f"mark_{verdicts.get(exercise, 'not_run')}") for exercise in asked}
    return found
