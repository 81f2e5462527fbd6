"""Run the staged notebooks on a source, one after the other, and leave figures and tables."""

from pathlib import Path

PACKAGE = Path(__file__).resolve().parent


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
    raise FileNotFoundError(
        "the stage notebooks are missing; install govnlp again: pip install --force-reinstall govnlp"
    )


def with_parameters(notebook, parameters):
    """The notebook with the code of its cell tagged ``parameters`` followed by these assignments.

    Parameters
    ----------
    notebook : nbformat.NotebookNode
    parameters : dict
        Names and plain values (text, numbers).

    Returns
    -------
    nbformat.NotebookNode
        A changed copy.
    """
    import copy

    notebook = copy.deepcopy(notebook)
    cell = next(c for c in notebook.cells if "parameters" in c.metadata.get("tags", []))
    cell.source += "\n" + "\n".join(f"{name} = {value!r}" for name, value in parameters.items())
    return notebook


def run_stages(source, out, lang="zh", notebooks=None):
    """Execute the stage notebooks on one source.

    Parameters
    ----------
    source : str or path
        Folder or file with documents.
    out : str or path
        Folder for figures and tables.
    lang : {"zh", "en"}
        Language of the figures' labels.
    notebooks : list of paths, optional
        The shipped stages unless given.

    Returns
    -------
    pathlib.Path
        The output folder.

    Raises
    ------
    RuntimeError
        A cell failed; the message names notebook, error and remedy.
    """
    import nbformat
    from nbclient import NotebookClient
    from nbclient.exceptions import CellExecutionError
    from tqdm import tqdm

    out = Path(out)
    out.mkdir(parents=True, exist_ok=True)
    parameters = {"SOURCE": str(source), "OUT": str(out), "LANG": lang}
    progress = tqdm(
        notebooks or stage_notebooks(), unit="stage", bar_format="{n_fmt}/{total_fmt} {desc} [{elapsed}]"
    )
    for path in progress:
        progress.set_description_str(path.stem)
        notebook = with_parameters(nbformat.read(path, as_version=4), parameters)
        client = NotebookClient(
            notebook,
            timeout=None,
            kernel_name="python3",
            extra_arguments=["--IPKernelApp.log_level=ERROR"],
            resources={"metadata": {"path": str(Path.cwd())}},
        )
        try:
            client.execute()
        except CellExecutionError as error:
            raise RuntimeError(f"stage {path.stem} stopped: {error.ename}: {error.evalue}") from error
    return out
