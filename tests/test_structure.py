"""The house: floors that import only from below, no circle, folders and files that stay small."""

import sys
from graphlib import TopologicalSorter
from pathlib import Path

import networkx as nx
import pytest

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "docs"))
import structure  # noqa: E402

PACKAGE = ROOT / "govnlp"
FLOORS = (
    "numerals",
    "arrays",
    "text",
    "storage",
    "lexicons",
    "notes",
    "arguments",
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


MODULES = structure.modules()
GRAPH = structure.graph()


def test_no_import_circle():
    TopologicalSorter(GRAPH).prepare()  # raises CycleError with the circle


def test_no_circle_of_rooms():
    assert list(nx.simple_cycles(structure.rooms())) == []


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


def test_the_page_on_the_structure_is_of_the_present_code():
    assert (ROOT / "docs" / "structure.md").read_text(encoding="utf-8") == structure.page()
