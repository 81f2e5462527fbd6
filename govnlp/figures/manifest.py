"""manifest.json: from what, by what and with what result the files of a folder were made."""

import hashlib
import json
import platform
import re
from contextlib import contextmanager
from importlib import metadata, resources
from pathlib import Path

from filelock import FileLock
from fsspec.implementations.local import LocalFileSystem

from govnlp.storage import write

PACKAGES = (
    "govnlp",
    "jieba",
    "matplotlib",
    "numpy",
    "pandas",
    "rjieba",
    "scikit-learn",
    "scipy",
    "wordcloud",
    "zhplot",
)
LEXICONS = (".yaml", ".csv", ".tsv", ".txt")
LOCK = ".manifest.lock"
GATHERING = "09"
"""The stage that reads what all others left; it is never skipped."""
VERSION = re.compile(r"version: *\"?([\w.\-]+)")


def file_hash(path):
    """SHA-256 of a file, in hexadecimal."""
    with Path(path).open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def text_hash(text):
    """SHA-256 of a text, in hexadecimal."""
    return hashlib.sha256(text.encode()).hexdigest()


def read_manifest(folder):
    """The manifest of a folder; an empty one where there is none."""
    path = Path(folder) / "manifest.json"
    empty = {name: {} for name in ("inputs", "lexicons", "outputs", "parameters", "stages", "versions")}
    return empty | (json.loads(path.read_text(encoding="utf-8")) if path.exists() else {})


@contextmanager
def edit_manifest(folder):
    """The manifest of a folder, to be changed and then written with a digest of all but the time.

    No other process edits it meanwhile, and none reads half of it.
    """
    with FileLock(Path(folder) / LOCK):
        manifest = read_manifest(folder)
        yield manifest
        kept = {key: value for key, value in manifest.items() if key not in ("time", "digest")}
        out = kept | {"digest": text_hash(json.dumps(kept, ensure_ascii=False, sort_keys=True))}
        if "time" in manifest:
            out["time"] = manifest["time"]
        text = json.dumps(out, ensure_ascii=False, indent=1, sort_keys=True)
        write(LocalFileSystem(), Path(folder, "manifest.json").resolve().as_posix(), (text + "\n").encode())


def record_output(folder, name, record):
    """Add or replace what is known of one figure, table or page, and its place among those of its stage.

    Its stage is no longer done where a file or title is another one than a run wrote: a notebook with other
    parameters, or in another language, has replaced it, and the next run makes it again.
    """
    whole = json.dumps(record, ensure_ascii=False).encode("utf-8", "replace")  # without halves of characters
    with edit_manifest(folder) as manifest:
        outputs = manifest["outputs"]
        places = [x["order"] for other, x in outputs.items() if other[:2] == name[:2] and "order" in x]
        before = outputs.get(name, record)
        renamed = record["kind"] != "page" and before["title"] != record["title"]
        if renamed or not before["files"].items() <= record["files"].items():
            stage = name[:2] if name[:2].isdigit() else GATHERING
            manifest["stages"] = {k: v for k, v in manifest["stages"].items() if not k.startswith(stage)}
        order = outputs.get(name, {}).get("order", max(places, default=0) + 1)
        outputs[name] = json.loads(whole) | {"order": order}


def record_page(path, title):
    """Record an HTML or Word file; files that differ in their ending alone are one entry."""
    path = Path(path)
    files = read_manifest(path.parent)["outputs"].get(path.stem, {}).get("files", {})
    files = files | {path.name: file_hash(path)}
    record_output(path.parent, path.stem, {"kind": "page", "title": title, "files": files})


def file_of(record, ending):
    """The file of an output with an ending, from the folder of its manifest.

    >>> file_of({"files": {"figures/02-x.svg": "1", "tables/02-x.csv": "2"}}, "csv")
    'tables/02-x.csv'
    """
    return next((name for name in record["files"] if name.endswith(f".{ending}")), None)


def whole_file(record):
    """The file that has all rows of an output: a large table's .csv has only the first.

    >>> whole_file({"files": {"tables/05-x.csv": "1", "data/05-x.parquet": "2"}})
    'data/05-x.parquet'
    """
    return file_of(record, "parquet") or file_of(record, "csv")


def shipped_lexicons():
    """Version and hash of every lexicon of the package.

    Examples
    --------
    >>> sorted(shipped_lexicons()["themes.yaml"])
    ['sha256', 'version']
    """
    found = {}
    for file in resources.files("govnlp.lexicons").iterdir():
        if file.name.endswith(LEXICONS):
            content = file.read_bytes()
            version = VERSION.search(content[:2000].decode("utf-8", "replace"))
            sha256 = hashlib.sha256(content).hexdigest()
            found[file.name] = {"version": version[1] if version else "", "sha256": sha256}
    return found


def code_hash():
    """Hash of the package's own modules: a version number says nothing of a checkout that is being changed."""
    folder, whole = Path(__file__).resolve().parent.parent, hashlib.sha256()
    for path in sorted(folder.rglob("*.py")):
        whole.update(path.relative_to(folder).as_posix().encode() + b"\0" + path.read_bytes())
    return whole.hexdigest()


def record_run(folder, inputs=None, parameters=None, lexicons=None, time=None):
    """Record inputs, lexicons, parameters and versions of a run; its time stands outside the digest.

    Parameters
    ----------
    folder : str or path
    inputs : dict, optional
        Name of each file that is read, in its source, to its path.
    parameters : dict, optional
        Among them the seeds.
    lexicons : dict, optional
        Name to path of the user's own lexicons.
    time : str, optional
    """
    Path(folder).mkdir(parents=True, exist_ok=True)
    own = {name: {"version": "", "sha256": file_hash(path)} for name, path in (lexicons or {}).items()}
    known = {
        "inputs": {name: file_hash(path) for name, path in (inputs or {}).items()},
        "lexicons": shipped_lexicons() | own,
        "parameters": parameters or {},
        "versions": {name: metadata.version(name) for name in PACKAGES}
        | {"python": platform.python_version()},
        "code": code_hash(),
    }
    with edit_manifest(folder) as manifest:
        manifest |= known | ({"time": time} if time else {})
