"""The API reference, generated from the docstrings."""

import inspect

import govnlp
from govnlp import plots


def public_names():
    """Public names with the things they name: the groups of the package, then the plots beyond them."""
    names = [name for group in govnlp.GROUPS.values() for each in group.values() for name in each]
    return {name: getattr(govnlp, name) for name in [*names, "plots"]} | {
        f"plots.{name}": getattr(plots, name) for name in sorted(set(plots.__all__) - set(names))
    }


def entry(name, thing):
    """Heading, signature and docstring of one name as Markdown.

    Raises
    ------
    ValueError
        It has no docstring.
    """
    text = inspect.getdoc(thing)
    if not text:
        raise ValueError(f"{name} has no docstring")
    signature = f"{name}{inspect.signature(thing)}" if inspect.isfunction(thing) else name
    return f"## {name}\n\n```text\n{signature}\n\n{text}\n```\n"


def _listed(title, things):
    """Title of a group and a line for each of its names."""
    lines = [f"\n**{title}**\n"]
    for name, thing in things.items():
        said = (inspect.getdoc(thing) or "").partition("\n\n")[0].replace("\n", " ")
        lines.append(f"- [{name}](#{name.lower().replace('.', '')}): {said}")
    return "\n".join(lines) + "\n"


def reference():
    """The whole reference as Markdown, with the names in their groups at its head.

    Examples
    --------
    >>> "## read_corpus" in reference()
    True
    """
    names = public_names()
    groups = {
        title: [name for each in group.values() for name in each] for title, group in govnlp.GROUPS.items()
    }
    groups["Plots of the stages"] = [name for name in names if name.startswith("plots")]
    head = "# Reference\n\nGenerated from the docstrings by `make docs`.\n"
    lists = "".join(_listed(title, {name: names[name] for name in group}) for title, group in groups.items())
    return head + lists + "\n" + "\n".join(entry(*item) for item in names.items())
