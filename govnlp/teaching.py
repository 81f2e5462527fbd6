"""Exercises: student copies of the notebooks, and answers that are checked with a hint."""

from pathlib import Path

from govnlp.lexicons import lexicon_content
from govnlp.notes import Note, reader_language

TAG = "solution"
EXPLORE = "explore"
"""Tag of cells that are for readers of a notebook: a run, which keeps figures and tables, leaves them out."""
CHINESE = "zh_"
"""With which the names of notebooks in Chinese begin."""
BLANK = "answer = None  # 在此作答 · your answer"
CHECK = "gn.check_answer("
RECORD = "application/vnd.govnlp.verdict+json"
"""Under which a notebook that is saved keeps what was said of an answer, for programs."""
CLOSE = 0.005
"""How far a number may be from the key, as a share of it."""


class Verdict(str):
    """What is said of an answer, shown without quotes; a notebook that is saved keeps `record` beside it.

    Attributes
    ----------
    right : bool
    record : dict
        exercise and mark, for `govnlp.marking`.
    """

    __repr__ = str.__str__

    def __new__(cls, said, exercise, mark):
        """The sentence, with the exercise and how its answer is."""
        verdict = super().__new__(cls, said)
        verdict.right = mark == "right"
        verdict.record = {"exercise": exercise, "mark": mark}
        return verdict

    def _repr_mimebundle_(self, include=None, exclude=None):
        return {"text/plain": str(self), RECORD: self.record}


def exercises():
    """The answer key: exercise to its question, answer and hint."""
    return lexicon_content("exercises.yaml")["exercises"]


def check_answer(exercise, answer, lang=None):
    """Whether an answer to an exercise is right, and a hint where it is not; never an error.

    Parameters
    ----------
    exercise : str
        Such as ``"02-1"``.
    answer : number, str or collection of str
        Numbers within half a per cent of the key are right; order and blanks do not count.
    lang : {"zh", "en"}, optional
        The notebook's language unless given.

    Returns
    -------
    Verdict
        A sentence, with the attribute `right`.

    Examples
    --------
    >>> check_answer("05-1", "b", "zh")
    对。
    >>> check_answer("05-1", "a", "en")
    Not yet. What is a share a share of?
    >>> check_answer("05-1", None).right
    False
    """
    known, lang = exercises(), lang or reader_language()
    if exercise not in known:
        told = Note("no_exercise", name=exercise, known=", ".join(known)).said(lang)
        return Verdict(told, str(exercise), "unknown")
    key = known[exercise]
    mark = "empty" if answer is None else "right" if is_right(answer, key["answer"]) else "wrong"
    hint = "" if mark == "right" else key["hint"][lang]
    return Verdict(Note(f"answer_{mark}", hint=hint).said(lang), exercise, mark)


def is_right(answer, key):
    """Whether an answer agrees with the key, whatever it is.

    Examples
    --------
    >>> is_right(3.0, 3), is_right("甲 ", "甲"), is_right(["乙", "甲"], ["甲", "乙"]), is_right([], 3)
    (True, True, True, False)
    """
    if isinstance(key, list):
        try:
            return sorted(str(item).strip() for item in answer) == sorted(map(str, key))
        except TypeError:
            return False
    if isinstance(key, str):
        return str(answer).strip().lower() == key.lower()
    try:
        return abs(float(answer) - key) <= CLOSE * abs(key)
    except (TypeError, ValueError):
        return False


def student_copy(notebook):
    """The notebook with an empty place for each solution; what checks it stays.

    Parameters
    ----------
    notebook : nbformat.NotebookNode

    Returns
    -------
    nbformat.NotebookNode
        A changed copy without outputs.
    """
    import copy

    notebook = copy.deepcopy(notebook)
    for cell in notebook.cells:
        if cell.cell_type == "code":
            cell.outputs, cell.execution_count = [], None
        if TAG in cell.metadata.get("tags", []):
            checks = [line for line in cell.source.splitlines() if line.startswith(CHECK)]
            cell.source = "\n".join([BLANK, *checks])
            cell.metadata["tags"] = [tag for tag in cell.metadata["tags"] if tag != TAG]
    return notebook


def without_solutions(notebook):
    """The notebook without its solutions and cells that keep nothing, for runs on other documents."""
    import copy

    notebook = copy.deepcopy(notebook)
    gone = {TAG, EXPLORE}
    notebook.cells = [cell for cell in notebook.cells if not gone & set(cell.metadata.get("tags", []))]
    return notebook


def write_student_copies(source, out, lang=None):
    """Write a student copy of every notebook of a folder.

    Parameters
    ----------
    source : str or path
        Folder with .ipynb files, or one such file.
    out : str or path
        Another folder.
    lang : {"zh", "en"}, optional
        Only the notebooks in this language: those in Chinese have names that begin with ``zh_``.

    Returns
    -------
    list of pathlib.Path

    Raises
    ------
    FileNotFoundError
        There is no notebook.
    ValueError
        `out` is where the notebooks are.
    """
    import nbformat

    source, out = Path(source), Path(out)
    paths = sorted(source.glob("*.ipynb")) if source.is_dir() else [source] if source.is_file() else []
    paths = [path for path in paths if lang in (None, "zh" if path.name.startswith(CHINESE) else "en")]
    if not paths:
        raise FileNotFoundError(Note("no_notebooks", source=str(source)))
    if out.resolve() == paths[0].parent.resolve():
        raise ValueError(Note("notebooks_themselves", out=str(out)))
    out.mkdir(parents=True, exist_ok=True)
    written = []
    for path in paths:
        written.append(out / path.name)
        nbformat.write(student_copy(nbformat.read(path, as_version=4)), written[-1])
    return written


def write_classroom(source, out, lang=None):
    """Write the zip that a class unpacks: student copies in ``notebooks``, what they read in ``data``, a page on how.

    Parameters
    ----------
    source : str or path
        The folder ``notebooks`` of a checkout; ``data/sample``, ``data/sample_changes`` and ``docs/classroom.md``
        are beside it.
    out : str or path
        A file ending in .zip.
    lang : {"zh", "en"}, optional
        Only the notebooks in this language.

    Returns
    -------
    list of str
        Names in the zip.

    Raises
    ------
    FileNotFoundError
        There is no notebook, or no ``data/sample`` beside the folder.
    """
    import tempfile
    import zipfile

    top = Path(source).resolve().parent
    texts = sorted((top / "data").glob("sample*/*.*"))
    if not texts:
        raise FileNotFoundError(Note("no_sample", folder=str(top / "data" / "sample")))
    with tempfile.TemporaryDirectory() as folder, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for path in write_student_copies(source, folder, lang):
            archive.write(path, f"notebooks/{path.name}")
        for path in texts:
            archive.write(path, path.relative_to(top).as_posix())
        archive.write(top / "docs" / "classroom.md", "README.md")
        return archive.namelist()
