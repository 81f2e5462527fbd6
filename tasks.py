"""The project's tasks, on any system with Python 3.11 to 3.13: python tasks.py TARGET [NAME=VALUE ...].

`make TARGET` (and make.bat on Windows) call this file, so that how things are done is described once.
Only the standard library is used here: it runs before anything is installed.
"""

import hashlib
import os
import shutil
import subprocess
import sys
import venv
from pathlib import Path

HERE = Path(__file__).resolve().parent
VENV = HERE / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
STAMP = VENV / ".ready"
DEFAULTS = {"CORPUS": "data/sample", "OUT": "", "LABELS": "zh", "ARGS": ""}


def run(*command):
    """Run a command of the environment; stop with its exit status when it fails."""
    environment = os.environ | {"PIP_DISABLE_PIP_VERSION_CHECK": "1", "PYTHONUTF8": "1"}
    done = subprocess.run([str(part) for part in command], cwd=HERE, env=environment, check=False)
    if done.returncode:
        sys.exit(done.returncode)


def setup(_):
    """Make .venv with every locked package, unless it is there and the lock has not changed."""
    wanted = hashlib.sha256(
        b"".join(
            (HERE / name).read_bytes()
            for name in ("requirements.lock", "requirements-build.lock", "pyproject.toml")
        )
        + sys.version.encode()
    ).hexdigest()
    if STAMP.exists() and STAMP.read_text() == wanted:
        return
    if not (3, 11) <= sys.version_info[:2] <= (3, 13):
        sys.exit(
            f"govnlp needs Python 3.11, 3.12 or 3.13; {sys.executable} is {sys.version.split()[0]}. "
            "Name another one: make PYTHON=/path/to/python3.12 ..., or on Windows: py -3.12 tasks.py ..."
        )
    print("Setting up .venv (some minutes the first time) ...", flush=True)
    if not PYTHON.exists():
        venv.create(VENV, with_pip=True)
    pip = (PYTHON, "-m", "pip", "install", "-qq", "--no-input", "--no-build-isolation")  # errors alone
    # jieba comes as source only, and is built by the locked setuptools, not by whichever is newest that day
    run(*pip, "--require-hashes", "--requirement", "requirements-build.lock")
    run(*pip, "--require-hashes", "--requirement", "requirements.lock")
    run(*pip, "--no-deps", "--editable", ".")
    STAMP.write_text(wanted)


def figures(options):
    """Every stage on CORPUS (default data/sample); figures and tables go to OUT (default figures/NAME)."""
    corpus = options["CORPUS"]
    out = options["OUT"] or f"figures/{Path(corpus).resolve().name}"
    run(
        PYTHON,
        "-m",
        "govnlp",
        "figures",
        corpus,
        "--out",
        out,
        "--lang",
        options["LABELS"],
        *options["ARGS"].split(),
    )


def test(options):
    """The whole test suite, several files at a time (ARGS are passed on to pytest; -n 0 for one after the other)."""
    several = ["-n", "auto", "--maxprocesses", "4", "--dist", "loadfile", "--no-loadscope-reorder"]
    run(PYTHON, "-m", "pytest", *several, *options["ARGS"].split())


def quick(options):
    """The tests that take under a minute together."""
    run(PYTHON, "-m", "pytest", "-m", "not slow", *options["ARGS"].split())


def lab(options):
    """JupyterLab on the staged notebooks."""
    run(PYTHON, "-m", "jupyterlab", "--notebook-dir", HERE, "notebooks", *options["ARGS"].split())


def bench(options):
    """Ratios of time and memory against other tools, measured in one run."""
    run(PYTHON, "-m", "benchmarks", *options["ARGS"].split())
    if not options["ARGS"]:
        run(PYTHON, "-m", "benchmarks.parsing")
        run(PYTHON, "-m", "benchmarks.pages")
        run(PYTHON, "-m", "benchmarks.topics")


def pair_notebooks(*options):
    """Run jupytext on the sources of the notebooks."""
    sources = sorted((HERE / "notebooks").glob("*.py"))
    run(PYTHON, "-m", "jupytext", "--quiet", "--to", "ipynb", "--update", *options, *sources)


def check(_):
    """Style of the code, and notebooks in step with their sources."""
    run(PYTHON, "-m", "ruff", "check", ".")
    run(PYTHON, "-m", "ruff", "format", "--check", ".")
    pair_notebooks("--test")


def format(_):  # the target's name
    """Put the code into the house style."""
    run(PYTHON, "-m", "ruff", "check", "--fix", ".")
    run(PYTHON, "-m", "ruff", "format", ".")


def notebooks(_):
    """Write the .ipynb of every notebook from its .py source."""
    pair_notebooks()


def docs(_):
    """Write docs/api.md from the docstrings."""
    code = "from govnlp.reference import reference; print(reference(), end='')"
    done = subprocess.run([str(PYTHON), "-c", code], cwd=HERE, capture_output=True, check=True)
    (HERE / "docs" / "api.md").write_bytes(done.stdout)


def lock(options):
    """Pin every version with hashes for all systems (needs uv; ARGS=--upgrade for the newest); then run licences."""
    command = "uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url"
    command = [*command.split(), "--no-header", "--no-annotate", *options["ARGS"].split(), "--output-file"]
    run(*command, "requirements.lock", "pyproject.toml", "--all-extras")
    run(*command, "requirements-build.lock", "requirements-build.in")


def licences(_):
    """The list of licences and the bill of materials, from the lock and what is installed."""
    run(PYTHON, "docs/licences.py")


def clean(_):
    """Remove .venv and what the stages wrote (figures/gallery is kept)."""
    shutil.rmtree(VENV, ignore_errors=True)
    for folder in (HERE / "figures").iterdir():
        if folder.is_dir() and folder.name != "gallery":
            shutil.rmtree(folder)


TASKS = {
    f.__name__: f
    for f in (setup, figures, test, quick, lab, bench, check, format, docs, notebooks, lock, licences, clean)
}
WITHOUT_SETUP = {"setup", "lock", "clean"}


def main(words):
    """Run the targets among the words with the NAME=VALUE options among them."""
    options = DEFAULTS | dict(word.split("=", 1) for word in words if "=" in word)
    targets = [word for word in words if "=" not in word] or ["help"]
    unknown = [target for target in targets if target not in TASKS]
    if unknown:
        if unknown != ["help"]:
            print(f"unknown target {unknown[0]!r}; one of:")
        for name, task in TASKS.items():
            print(f"  {name:10} {task.__doc__.splitlines()[0]}")
        return 0 if unknown == ["help"] else 2
    for target in targets:
        if target not in WITHOUT_SETUP:
            setup(options)
        TASKS[target](options)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
