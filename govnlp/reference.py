"""The API reference, generated from the docstrings."""

import inspect

import govnlp


def public_names():
    """Public names in alphabetical order, each with the module that defines it."""
    return {name: getattr(govnlp, name) for name in sorted(govnlp.__all__)}


def entry(name, thing):
    """Heading, signature and docstring of one name as Markdown.

    Raises
    ------
    ValueError
        It has no docstring.
    """
    text = inspect.getdoc(thing) if callable(thing) else "A value: " + repr(thing)
    if not text:
        raise ValueError(f"{name} has no docstring")
    signature = f"{name}{inspect.signature(thing)}" if inspect.isfunction(thing) else name
    return f"## {name}\n\n```text\n{signature}\n\n{text}\n```\n"


def reference():
    """The whole reference as Markdown, with a list of names at its head.

    Examples
    --------
    >>> "## read_corpus" in reference()
    True
    """
    names = public_names()
    lines = []
    for name, thing in names.items():
        text = (
            (inspect.getdoc(thing) or "").partition("\n\n")[0].replace("\n", " ")
            if callable(thing)
            else "a value"
        )
        lines.append(f"- [{name}](#{name.lower()}): {text}\n")
    head = "# Reference\n\nGenerated from the docstrings by `make docs`.\n\n"
    return head + "".join(lines) + "\n" + "\n".join(entry(*item) for item in names.items())
