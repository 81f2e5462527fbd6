"""The rooms of the package and what imports what, read from the code: writes docs/structure.md."""

import ast
from functools import cache
from pathlib import Path

import networkx as nx

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "govnlp"
DIVIDED = ("documents", "analysis")  # floors that are shown folder by folder
TABLES = "documents.corpus"  # the tables that all of documents/ fill


def modules():
    """Module names, without ``govnlp.``, with their paths."""
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


@cache
def graph():
    """What each module imports: name to set of names."""
    known = modules()
    return {name: imports(path, known) - {name} for name, path in known.items()}


def room(module):
    """The room of a module: its folder, where that is shown, else its floor."""
    parts = module.split(".")
    divided = parts[0] in DIVIDED and (len(parts) > 2 or module == TABLES)
    return ".".join(parts[:2]) if divided else parts[0]


def rooms():
    """What each room imports, as a graph."""
    edges = {(room(a), room(b)) for a, needed in graph().items() for b in needed if a and b}
    return nx.DiGraph(sorted((a, b) for a, b in edges if a != b))


def page():
    """The page in Markdown: a picture of the rooms, and a line on each module."""
    shown = nx.transitive_reduction(rooms())
    said = (
        "Written by `make docs`. Arrows lead to what is imported; those that follow from others are left out."
    )
    lines = ["# Structure", "", said, ""]
    lines += ["```mermaid", "graph TD"]
    lines += [
        f'  {a.replace(".", "_")}["{a}"] --> {b.replace(".", "_")}["{b}"]' for a, b in sorted(shown.edges)
    ]
    lines += ["```", "", "| module | what it is |", "| --- | --- |"]
    for name, path in modules().items():
        said = (ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or "").split("\n")[0]
        lines.append(f"| {name or 'govnlp'} | {said.replace('|', chr(92) + '|')} |")
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    (ROOT / "docs" / "structure.md").write_text(page(), encoding="utf-8", newline="\n")
