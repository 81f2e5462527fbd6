"""Run the staged notebooks on a source, one after the other, and leave figures and tables."""

import json
from pathlib import Path
from types import SimpleNamespace

from govnlp.documents.reading.catalogue import catalogues
from govnlp.documents.reading.listing import holds_counts, list_files, set_apart
from govnlp.figures.manifest import (
    GATHERING,
    edit_manifest,
    file_hash,
    read_manifest,
    record_output,
    record_run,
    text_hash,
)
from govnlp.figures.style import label
from govnlp.notes import Mistake, Note, error_said, reader_language
from govnlp.settings import LIMITS, check_named, own_files, read_settings, with_paths
from govnlp.shared import check_ahead, count_once, forget, let_go, read_ahead, read_once, state_of
from govnlp.teaching import without_solutions
from govnlp.workers import give_back, in_two, little_collected, one_thread

PACKAGE = Path(__file__).resolve().parent
TOGETHER = ("06", "08", "00")
"""Stages that one process runs one after the other: what the first finds, numbers above all, the others find again."""
FIRST = ("04", *TOGETHER, "02", "05", "07")
"""What takes longest begins first, so that two processes end at about the same time; 05, 07 and 08 need most memory."""
ON_COUNTS = ("03", "04", "05", GATHERING)
"""The stages that need no text."""
AS_OBJECTS = ("mode.string_storage", "python")
"""Texts of tables as Python's own: stages go through them one by one, and would make them of Arrow's each time."""


def stage_notebooks():
    """Paths of the stage notebooks in order, in a wheel or in a checkout.

    Returns
    -------
    list of pathlib.Path

    Raises
    ------
    FileNotFoundError
        Neither the package nor the checkout holds them.

    Examples
    --------
    >>> [path.name[:2] for path in stage_notebooks()][:3]
    ['00', '01', '02']
    """
    for folder in (PACKAGE / "notebooks", PACKAGE.parent / "notebooks"):
        found = sorted(folder.glob("0?_*.ipynb"))
        if found:
            return found
    raise FileNotFoundError(Mistake("no_stages"))


def read_notebook(path):
    """The cells of a notebook file, without nbformat: importing it takes longer than a run in which nothing changed."""
    cells = json.loads(Path(path).read_text(encoding="utf-8"))["cells"]
    return SimpleNamespace(
        cells=[SimpleNamespace(**cell | {"source": "".join(cell["source"])}) for cell in cells]
    )


def parameters_cell(notebook):
    """The cell tagged ``parameters``."""
    return next(c for c in notebook.cells if "parameters" in c.metadata.get("tags", []))


def default_parameters(notebook):
    """Names that the parameters cell of a notebook assigns, with their values."""
    import ast

    tree = ast.parse(parameters_cell(notebook).source)
    lines = [line for line in tree.body if isinstance(line, ast.Assign)]
    return {target.id: ast.literal_eval(line.value) for line in lines for target in line.targets}


def with_parameters(notebook, parameters):
    """The notebook with the code of its cell tagged ``parameters`` followed by these assignments.

    Parameters
    ----------
    notebook : nbformat.NotebookNode
        Or what `read_notebook` gave.
    parameters : dict
        Names and plain values (text, numbers).

    Returns
    -------
    nbformat.NotebookNode
        A changed copy.
    """
    import copy

    notebook = copy.deepcopy(notebook)
    parameters_cell(notebook).source += "".join(f"\n{name} = {value!r}" for name, value in parameters.items())
    return notebook


def input_files(source):
    """Name in the source, and path, of every file that a run reads."""
    top = Path(source) if Path(source).is_dir() else Path(source).parent
    paths = [*list_files(source), *catalogues(source)]
    return {path.relative_to(top).as_posix(): path for path in paths if path.is_file()}


def is_done(out, stem, key):
    """Whether a stage has been run with this key and its files are still what it wrote."""
    manifest = read_manifest(out)
    if manifest["stages"].get(stem) != key:
        return False
    files = {}
    for name, record in manifest["outputs"].items():
        if name.startswith(stem[:2]) or (stem.startswith(GATHERING) and record["kind"] == "page"):
            files |= record["files"]
    return all((out / name).is_file() and file_hash(out / name) == value for name, value in files.items())


def execute(notebook, stem):
    """Run the code cells of a notebook in a namespace of its own, without a kernel; what they show is not kept.

    Nor is what no later cell names: a table of every word of every document stands beside those of the other process.

    Returns
    -------
    Note or None
        Why the documents have nothing for the rest of the stage, where the library said so.

    Raises
    ------
    RuntimeError
        A cell failed; the message names stage, error and value.
    """
    import matplotlib

    matplotlib.use("Agg")
    space = {"__name__": stem}
    sources = [cell.source for cell in notebook.cells if cell.cell_type == "code"]
    for i, source in enumerate(sources):
        try:
            exec(compile(source, f"{stem}, cell {i + 1}", "exec"), space)
        except Exception as error:
            why = error.args[0] if error.args else None
            if isinstance(error, ValueError) and isinstance(why, Note) and not isinstance(why, Mistake):
                return why
            lang = space.get("LANG", "en")
            own = isinstance(why, Note) or isinstance(error, OSError)
            told = {"kind": type(error).__name__, "error": error_said(error, lang) if own else str(error)}
            raise RuntimeError(Note("stage_stopped", stage=stem, **told).said(lang)) from error
        let_go(space, sources, i + 1)


def run_stage(out, stem, key, notebook):
    """Run one stage; what it wrote before and does not write again is removed."""
    with edit_manifest(out) as manifest:
        mine = {name: record for name, record in manifest["outputs"].items() if name.startswith(stem[:2])}
        manifest["outputs"] = {name: r for name, r in manifest["outputs"].items() if name not in mine}
        manifest["stages"].pop(stem, None)
    with one_thread():  # others would wait for each other, beside the second process
        why = execute(notebook, stem)
    if why:
        lang = default_parameters(notebook).get("LANG", "zh")
        record_output(out, stem, {"kind": "nothing", "title": "", "why": why.said(lang), "files": {}})
    with edit_manifest(out) as manifest:
        for name, record in mine.items():
            kept = manifest["outputs"].get(name, {"files": {}})["files"]
            for file in set(record["files"]) - set(kept):
                (out / file).unlink(missing_ok=True)
        manifest["stages"][stem] = key


def shared_out(steps):
    """Lists of stages that one process runs one after the other, those first that take longest.

    >>> [[stem for stem, *_ in part] for part in shared_out([("00_x",), ("02_x",), ("03_x",), ("06_x",)])]
    [['06_x', '00_x'], ['02_x'], ['03_x']]
    """
    place = {number: i for i, number in enumerate(FIRST)}
    parts = {}
    for step in sorted(steps, key=lambda step: (place.get(step[0][:2], len(place)), step[0])):
        parts.setdefault(TOGETHER if step[0].startswith(TOGETHER) else step[0], []).append(step)
    return list(parts.values())


def run_parts(out, parts, progress):
    """Run stages by two processes; what they read and count is there before, so that neither does it again."""
    before = progress.n

    def work(step):
        number = step[0][:2]
        progress.set_description_str(f"{number} {label(f'stage_{number}', reader_language())}")
        try:
            run_stage(out, *step)
        except RuntimeError as error:  # the others go on, and the first page says what is missing
            record_output(out, step[0], {"kind": "stopped", "title": str(error), "files": {}})
        if number not in TOGETHER[:-1]:
            forget()
        give_back()

    def tell(done):
        progress.n = before + done
        progress.refresh()

    in_two(parts, work, tell)


def run_stages(source, out, lang=None, notebooks=None, *, fresh=False, time=None):
    """Execute the stage notebooks on one source; stages whose inputs and results have not changed are kept.

    Parameters
    ----------
    source : str or path
        Folder or file with documents. A govnlp.toml in it sets parameters of the notebooks. On shared counts
        (`shareable_counts`) the stages run that need no text: keywords, topics, themes and the report.
    out : str or path
        Folder for figures, tables and manifest.json.
    lang : {"zh", "en"}, optional
        Language of the figures' labels; that of govnlp.toml, or Chinese, unless given.
    notebooks : list of paths, optional
        The shipped stages unless given.
    fresh : bool
        Run every stage again.
    time : str, optional
        Recorded in the manifest, outside its digest.

    Returns
    -------
    pathlib.Path
        The output folder.

    Raises
    ------
    RuntimeError
        A cell failed; the message names stage and error. The other stages and the pages are there.
    ValueError
        govnlp.toml is no TOML, names an unknown parameter, or gives one a value that it can't have, such as a
        document that is not there; `out` holds documents of the source.
    """
    from pandas import option_context
    from tqdm import tqdm

    out = Path(out)
    paths = notebooks or stage_notebooks()
    if holds_counts(source):
        paths = [path for path in paths if path.stem.startswith(ON_COUNTS)]
    stages = {path.stem: without_solutions(read_notebook(path)) for path in paths}
    known = {name: value for each in stages.values() for name, value in default_parameters(each).items()}
    settings = {"LANG": "zh"} | read_settings(source, known) | ({"LANG": lang} if lang else {})
    check_ahead(source, settings)
    own = own_files(source)
    set_apart(source, out)
    record_run(out, input_files(source), settings, own, time)
    manifest = read_manifest(out)
    base = [manifest[x] for x in ("inputs", "lexicons", "versions", "code")]
    base = json.dumps([*base, settings.get(LIMITS)], sort_keys=True)
    given = with_paths(settings, source)
    steps = []
    for stem, notebook in stages.items():
        mine = {name: value for name, value in given.items() if name in default_parameters(notebook)}
        code = [cell.source for cell in notebook.cells if cell.cell_type == "code"]
        key = text_hash(base + json.dumps([[settings[name] for name in sorted(mine)], code]))
        ready = with_parameters(notebook, mine | {"SOURCE": str(source), "OUT": str(out)})
        steps.append((stem, key, ready))
    late = [step for step in steps if step[0].startswith(GATHERING)]
    early = [step for step in steps if step not in late and (fresh or not is_done(out, *step[:2]))]
    bar = "{n_fmt}/{total_fmt} {desc} [{elapsed}<{remaining}]"
    progress = tqdm(total=len(steps), initial=len(steps) - len(early + late), bar_format=bar)
    with progress, option_context(*AS_OBJECTS):
        if early:
            restore = settings.get("RESTORE", True)
            read_ahead(source, restore, given.get("LEXICON"))
            check_named(settings, read_once(str(source), restore, state_of(source)).documents)
        with little_collected():
            run_parts(out, shared_out(early), progress)
            count_once.cache_clear()  # what is left needs the text alone
            for stem, key, notebook in late:
                others = {name: value for name, value in read_manifest(out)["stages"].items() if name != stem}
                key = text_hash(key + json.dumps(others, sort_keys=True))
                if fresh or not is_done(out, stem, key):
                    run_stage(out, stem, key, notebook)
                progress.update()
    stopped = [x["title"] for x in read_manifest(out)["outputs"].values() if x["kind"] == "stopped"]
    if stopped:
        raise RuntimeError("; ".join(stopped))
    return out
