"""Write each notebook twice from its source: NN_name.ipynb in English, zh_NN_name.ipynb in Chinese.

In a source, a cell with lang="zh" says in Chinese what the cell before it says. Every text has one; so has code with
comments that a user reads. Both notebooks have the same cells under the same ids. With --check nothing is written.
"""

import re
import sys
from pathlib import Path

import jupytext
import nbformat

FOLDER = Path(__file__).resolve().parent.parent / "notebooks"
BROKEN = re.compile(r"(?<=[\u2014-\u9fff\uff00-\uffef])\n(?=[^\s#-])")
"""A break between Chinese lines of one paragraph: shown, it would be a blank."""


def pairs(source):
    """Cells of a source, each with the one that stands in its place in Chinese."""
    found = []
    for cell in jupytext.read(source).cells:
        if cell.metadata.pop("lang", "en") == "zh":
            found[-1] = (found[-1][0], cell)
        else:
            found.append((cell, cell))
    return found


def unbroken(text):
    """Chinese paragraphs on one line each; code between fences keeps its lines."""
    parts = text.split("```")
    parts[::2] = [BROKEN.sub("", part) for part in parts[::2]]
    return "```".join(parts)


def written(source):
    """Path and content of the two notebooks of a source."""
    kernel = {"kernelspec": jupytext.read(source).metadata["kernelspec"]}
    both = pairs(source)
    for side, prefix in enumerate(("", "zh_")):
        notebook = nbformat.v4.new_notebook(metadata=kernel, nbformat_minor=5)
        for i, pair in enumerate(both):
            cell = pair[side].copy()
            cell["id"] = f"{source.stem[:2]}-{i:02}"
            cell["source"] = unbroken(cell["source"]) if cell["cell_type"] == "markdown" else cell["source"]
            notebook.cells.append(cell)
        yield source.parent / f"{prefix}{source.stem}.ipynb", nbformat.writes(notebook) + "\n"


def main(words):
    """Write the notebooks, or name those that are not what their source says."""
    stale = []
    for source in sorted(FOLDER.glob("0?_*.py")):
        for path, text in written(source):
            if not path.exists() or path.read_text(encoding="utf-8") != text:
                stale.append(path.name)
                if "--check" not in words:
                    path.write_text(text, encoding="utf-8", newline="\n")
    if stale and "--check" in words:
        sys.exit(f"not what their source says: {', '.join(stale)}; write them: make notebooks")


if __name__ == "__main__":
    main(sys.argv[1:])
