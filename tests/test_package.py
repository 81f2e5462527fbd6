"""The package as a whole: what importing costs, which floor may use which, the lock, the README's paths."""

import ast
import re
import subprocess
import sys
import tomllib
from functools import cache, lru_cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "govnlp"
HEAVY = ("matplotlib", "sklearn", "jieba", "rjieba", "scipy", "pandas", "numpy", "networkx", "lxml", "docx")
FLOORS = ("documents", "words", "analysis", "figures")
LOCKS = ("requirements.lock", "requirements-run.lock", "requirements-build.lock")
READMES = ("README.md", "README.zh-CN.md")


@cache
def imports(path):
    """Dotted names that a module imports anywhere; public names of govnlp stand for their modules."""
    parts = path.relative_to(ROOT).with_suffix("").parts
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            start = ".".join(parts[: len(parts) - node.level]) if node.level else ""
            base = ".".join(filter(None, [start, node.module]))
            found.add(base)
            found.update(f"{base}.{alias.name}" for alias in node.names)
    public = {
        f"govnlp.{name}": f"govnlp.{module}" for module, names in lazy_names().items() for name in names
    }
    return {public.get(name, name) for name in found}


def within(name, module):
    return name == module or name.startswith(module + ".")


@lru_cache(maxsize=1)
def lazy_names():
    """Module -> names of the tables in govnlp/__init__.py and govnlp/plots.py."""
    import govnlp
    from govnlp import plots

    public = {module: names for group in govnlp.GROUPS.values() for module, names in group.items()}
    return public | {
        module: sorted({*public.get(module, []), *names}) for module, names in plots.MODULES.items()
    }


def defined(path):
    """Names that a module defines or imports at its top level."""
    found = set()
    for node in ast.parse(path.read_text(encoding="utf-8")).body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            found.add(node.name)
        elif isinstance(node, ast.Assign):
            found.update(target.id for target in node.targets if isinstance(target, ast.Name))
        elif isinstance(node, ast.ImportFrom):
            found.update(alias.asname or alias.name for alias in node.names)
    return found


def test_importing_the_package_loads_nothing_heavy():
    code = "import sys, govnlp; print(*sorted({name.partition('.')[0] for name in sys.modules}))"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    loaded = done.stdout.split()
    assert "govnlp" in loaded
    assert [name for name in HEAVY if name in loaded] == []
    assert done.stderr == ""


@pytest.mark.parametrize("module, names", sorted(lazy_names().items()))
def test_every_public_name_is_defined_where_the_table_says(module, names):
    path = PACKAGE / (module.replace(".", "/") + ".py")
    if not path.exists():
        path = path.with_suffix("") / "__init__.py"
    assert path.exists(), f"govnlp/__init__.py names {module}, which is no module"
    assert set(names) - defined(path) == set()


@pytest.mark.parametrize("floor", FLOORS)
def test_a_floor_uses_only_those_before_it(floor):
    above = FLOORS[FLOORS.index(floor) + 1 :]
    for path in sorted((PACKAGE / floor).rglob("*.py")):
        for name in imports(path):
            if floor == "documents" and within(name, "govnlp.words.segmenting"):
                continue  # restoring spun text needs the segmenter
            broken = any(within(name, f"govnlp.{other}") for other in above)
            assert not broken, f"{path.name} ({floor}) imports {name}"
            if floor != "figures":
                assert not within(name, "matplotlib"), f"{path.name} ({floor}) imports matplotlib"


def test_facts_of_a_document_are_inferred_while_it_is_parsed_and_nowhere_else():
    inferring = ("documents.entities.home", "documents.parsing.metadata", "documents.parsing.years")
    for folder in ("govnlp/analysis", "govnlp/figures", "govnlp/exploring", "notebooks"):
        for path in sorted((ROOT / folder).rglob("*.py")):
            used = [x for x in imports(path) for module in inferring if within(x, f"govnlp.{module}")]
            assert used == [], f"{path.name} infers what is a column of corpus.documents: {used}"


def test_the_library_does_not_use_its_command_line():
    for path in sorted(PACKAGE.rglob("*.py")):
        if path.name not in ("cli.py", "__main__.py"):
            assert not any(within(name, "govnlp.cli") for name in imports(path)), path.name


@pytest.mark.parametrize("name", LOCKS)
def test_lock_pins_every_package_with_hashes(name):
    text = (ROOT / name).read_text(encoding="utf-8")
    assert "://" not in text
    assert not re.search("^-", text, re.MULTILINE), "the lock holds an option such as an index address"
    entries = re.sub(r"\\\n\s*", " ", text).strip().splitlines()
    entries = [entry for entry in entries if entry.strip() and not entry.startswith("#")]
    assert entries
    for entry in entries:
        requirement = r"[A-Za-z0-9._-]+(\[[^\]]+\])?==[^\s;]+( ;[^#]+?)?"
        assert re.fullmatch(requirement + r"( +--hash=sha256:[0-9a-f]{64})+", entry), entry[:80]


def test_lock_holds_every_direct_dependency():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = [item for items in project["optional-dependencies"].values() for item in items]
    wanted = {normal(item) for item in project["dependencies"] + extras}
    lines = (ROOT / "requirements.lock").read_text(encoding="utf-8").splitlines()
    assert wanted - {normal(line) for line in lines if "==" in line} == set()


def pins(name):
    """Packages with the versions that a lock gives them, one for each kind of system."""
    lines = (ROOT / name).read_text(encoding="utf-8").splitlines()
    return {line.removesuffix(" \\") for line in lines if "==" in line}


def test_what_runs_need_is_a_part_of_the_whole_lock():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    needed = {normal(item) for item in project["dependencies"]}
    run, whole = pins("requirements-run.lock"), pins("requirements.lock")
    assert needed <= {normal(pin) for pin in run}
    assert {pin.partition(" ;")[0] for pin in run} <= {pin.partition(" ;")[0] for pin in whole}


def normal(requirement):
    return re.sub("[-_.]+", "-", re.match(r"[A-Za-z0-9._-]+", requirement)[0]).lower()


@pytest.mark.parametrize("name", [*READMES, "docs/methods.md", "docs/limits.md", "docs/glossary.md"])
def test_links_and_pictures_lead_somewhere(name):
    source = ROOT / name
    targets = re.findall(r"\]\(([^)\s]+)\)", source.read_text(encoding="utf-8"))
    local = [target.partition("#")[0] for target in targets if not re.match("[a-z]+:", target)]
    assert [target for target in local if target and not (source.parent / target).exists()] == []


@pytest.mark.parametrize("name", READMES)
def test_readme_names_of_the_library_exist(name):
    said = set(re.findall(r"\bgn\.([a-z_]+)", (ROOT / name).read_text(encoding="utf-8")))
    assert said
    assert said <= {"plots", *(name for names in lazy_names().values() for name in names)}


@pytest.mark.parametrize("name", READMES)
def test_readme_lists_the_notebooks(name):
    said = re.findall(r"^\| (0\d_[a-z]+) \|", (ROOT / name).read_text(encoding="utf-8"), re.MULTILINE)
    assert said == sorted(path.stem for path in (ROOT / "notebooks").glob("0*.ipynb"))
