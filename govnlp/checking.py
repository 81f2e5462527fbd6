"""Run again what a folder holds, and say what differs and why."""

import tempfile
from pathlib import Path

import pandas as pd

from govnlp.figures.manifest import file_hash, read_manifest
from govnlp.notes import Mistake
from govnlp.running import run_stages

CAUSES = {"inputs": "input", "lexicons": "lexicon", "versions": "version", "parameters": "parameter"}
COLUMNS = ["what", "name", "before", "now", "why"]


def compare_runs(before, now):
    """What differs between two manifests.

    Parameters
    ----------
    before, now : dict
        From `read_manifest`.

    Returns
    -------
    pandas.DataFrame
        what (input, lexicon, version, parameter, code or output), name, before, now, why. Causes come first;
        `why` of an output names them.

    Examples
    --------
    >>> old = {"inputs": {"甲.txt": "1"}, "outputs": {"02-x": {"files": {"02-x.csv": "a"}}}}
    >>> new = {"inputs": {"甲.txt": "2"}, "outputs": {"02-x": {"files": {"02-x.csv": "b"}}}}
    >>> compare_runs(old, new)["why"].tolist()
    ['changed', 'input 甲.txt changed']
    """
    rows = []
    for part, what in CAUSES.items():
        rows += [[what, *row] for row in _differences(before.get(part, {}), now.get(part, {}))]
    if before.get("code") != now.get("code"):
        rows.append(["code", "govnlp", before.get("code"), now.get("code"), "changed"])
    causes = ", ".join(f"{what} {name} {why}" for what, name, _, _, why in rows)
    files = [
        {name: value for output in run.get("outputs", {}).values() for name, value in output["files"].items()}
        for run in (before, now)
    ]
    for name, old, new, why in _differences(*files):
        rows.append(["output", name, old, new, causes or f"{why} with nothing else changed"])
    return pd.DataFrame(rows, columns=COLUMNS)


def _differences(before, now):
    for name in sorted(set(before) | set(now)):
        old, new = before.get(name), now.get(name)
        if old != new:
            yield name, old, new, "is gone" if new is None else "is new" if old is None else "changed"


def check_run(source, out):
    """Run every stage again in a temporary folder, and compare with what a folder holds.

    Parameters
    ----------
    source : str or path
        Documents of the first run, or what should be the same.
    out : str or path
        Folder of the first run, with its manifest.json.

    Returns
    -------
    pandas.DataFrame
        As of `compare_runs`, and a row (what: file) for each file that is not as its run left it; empty
        where all is the same.

    Raises
    ------
    FileNotFoundError
        The folder has no manifest.json.
    """
    out = Path(out)
    if not (out / "manifest.json").is_file():
        raise FileNotFoundError(Mistake("no_manifest", folder=str(out)))
    before = read_manifest(out)
    touched = []
    for record in before["outputs"].values():
        for file, value in record["files"].items():
            found = file_hash(out / file) if (out / file).is_file() else None
            if found != value:
                why = "edited after the run" if found else "removed after the run"
                touched.append(["file", file, value, found, why])
    with tempfile.TemporaryDirectory() as folder:
        run_stages(source, folder, before["parameters"].get("LANG"))
        now = read_manifest(folder)
    return pd.concat([pd.DataFrame(touched, columns=COLUMNS), compare_runs(before, now)], ignore_index=True)
