"""environment.yml follows repo2docker's rules and has pyproject's bounds."""

import re
import tomllib
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).resolve().parent.parent
LEFT_TO_PIP = {"cn2an", "rjieba", "zhplot"}
NOT_IN_PYPROJECT = {"make", "pip"}


def bounds(requirements):
    """Normalised name -> set of version clauses, of PyPI or conda requirements."""
    found = {}
    for requirement in requirements:
        name, rest = re.fullmatch(r"([A-Za-z0-9._-]+)(?:\[[^\]]*\])?\s*(.*)", requirement).groups()
        found[re.sub("[-_.]+", "-", name).lower()] = clauses(rest)
    return found


def clauses(text):
    """The clauses of a version specifier as a set."""
    return {part.strip() for part in text.split(",") if part.strip()}


@pytest.fixture(scope="module")
def environment():
    return yaml.safe_load((ROOT / "environment.yml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def project():
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


def test_bounds_are_those_of_pyproject(environment, project):
    conda = bounds(item for item in environment["dependencies"] if isinstance(item, str))
    python = conda.pop("python")
    assert python == clauses(project["requires-python"])
    assert set(conda) >= NOT_IN_PYPROJECT
    wanted = bounds(project["dependencies"])
    assert set(wanted) >= LEFT_TO_PIP
    assert {name: conda[name] for name in set(conda) - NOT_IN_PYPROJECT} == {
        name: wanted[name] for name in set(wanted) - LEFT_TO_PIP
    }


def test_last_entry_installs_the_checkout_with_pip(environment):
    assert environment["dependencies"][-1] == {"pip": ["-e ."]}
    assert sum(isinstance(item, dict) for item in environment["dependencies"]) == 1


def test_repo2docker_can_build_it(environment):
    assert environment["name"] == "govnlp"
    assert environment["channels"][0] == "conda-forge"
    assert "prefix" not in environment
    # a binder folder, or one of these files, would be taken instead of environment.yml
    assert not any((ROOT / name).exists() for name in ("binder", ".binder", "Dockerfile"))
