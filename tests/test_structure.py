"""The house: floors that import only from below, no circle, folders and files that stay small."""

import ast
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

import govnlp

PACKAGE = Path(govnlp.__file__).parent
FLOORS = (
    "numerals",
    "text",
    "storage",
    "lexicons",
    "notes",
    "settings",
    "workers",
    "documents",
    "words",
    "analysis",
    "figures",
    "exploring",
)
"""From the ground up; what is not named here (running, scaling, the command line) stands above all of them."""
LONGEST = 300  # lines of a file: more than one reads at a sitting
WIDEST = 10  # modules and folders of a folder that a reader takes in at a glance


def modules():
    """Module names with their paths."""
    found = {}
    for path in sorted(PACKAGE.rglob("*.py")):
        parts = path.relative_to(PACKAGE).with_suffix("").parts
        found[".".join(parts).removesuffix(".__init__")] = path
    return found


def imports(path, names):
    """Modules of the package that a file imports, also inside of functions."""
    out = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("govnlp."):
            module = node.module.removeprefix("govnlp.")
            for alias in node.names:
                inner = f"{module}.{alias.name}"
                out.add(inner if inner in names else module)
    return out


MODULES = modules()
GRAPH = {name: imports(path, MODULES) - {name} for name, path in MODULES.items()}


def test_no_import_circle():
    TopologicalSorter(GRAPH).prepare()  # raises CycleError with the circle


def test_floors_import_only_from_below():
    up = []
    for module, needed in GRAPH.items():
        here = module.split(".")[0]
        if here in FLOORS:
            up += [
                (module, other)
                for other in needed
                if other.split(".")[0] not in FLOORS[: FLOORS.index(here) + 1]
                # restoring spun text needs the segmenter
                and not (module.startswith("documents.restoring") and other == "words.segmenting")
            ]
    assert up == []


@pytest.mark.parametrize("folder", ["documents", "analysis"])
def test_a_folder_is_taken_in_at_a_glance(folder):
    rooms = {path.stem for path in (PACKAGE / folder).iterdir()} - {"__init__", "__pycache__"}
    assert len(rooms) <= WIDEST


def test_files_are_read_at_a_sitting():
    lines = {name: len(path.read_text(encoding="utf-8").splitlines()) for name, path in MODULES.items()}
    assert {name: n for name, n in lines.items() if n >= LONGEST} == {}
