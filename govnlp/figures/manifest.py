"""manifest.json: from what, by what and with what result the files of a folder were made."""

import hashlib
import json
import platform
from importlib import metadata, resources
from pathlib import Path

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


def file_hash(path):
    """SHA-256 of a file, in hexadecimal."""
    return hashlib.sha256(Path(path).read_bytes()).hexdigest()


def read_manifest(folder):
    """The manifest of a folder; an empty one where there is none."""
    path = Path(folder) / "manifest.json"
    empty = {"inputs": {}, "lexicons": {}, "outputs": {}, "parameters": {}, "versions": {}}
    return json.loads(path.read_text(encoding="utf-8")) if path.exists() else empty


def write_manifest(folder, manifest):
    """Write the manifest with a digest of all but the time."""
    kept = {key: value for key, value in manifest.items() if key not in ("time", "digest")}
    text = json.dumps(kept, ensure_ascii=False, sort_keys=True)
    out = kept | {"digest": hashlib.sha256(text.encode()).hexdigest()}
    if "time" in manifest:
        out["time"] = manifest["time"]
    path = Path(folder) / "manifest.json"
    text = json.dumps(out, ensure_ascii=False, indent=1, sort_keys=True)
    path.write_text(text + "\n", encoding="utf-8", newline="\n")


def record_output(folder, name, record):
    """Add or replace what is known of one figure or table."""
    manifest = read_manifest(folder)
    manifest["outputs"][name] = record
    write_manifest(folder, manifest)


def record_run(folder, inputs=(), parameters=None, time=None):
    """Record inputs, lexicons, parameters and versions of a run; its time stands outside the digest.

    Parameters
    ----------
    folder : str or path
    inputs : list of path
        Files that were read.
    parameters : dict, optional
        Among them the seeds.
    time : str, optional
    """
    Path(folder).mkdir(parents=True, exist_ok=True)
    manifest = read_manifest(folder)
    manifest["inputs"] = {Path(path).name: file_hash(path) for path in sorted(map(str, inputs))}
    lexicons = [
        f for f in resources.files("govnlp.lexicons").iterdir() if f.name.endswith((".yaml", ".csv", ".txt"))
    ]
    manifest["lexicons"] = {f.name: hashlib.sha256(f.read_bytes()).hexdigest() for f in lexicons}
    manifest["parameters"] = parameters or {}
    manifest["versions"] = {name: metadata.version(name) for name in PACKAGES} | {
        "python": platform.python_version()
    }
    if time:
        manifest["time"] = time
    write_manifest(folder, manifest)
