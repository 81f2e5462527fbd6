"""Every command that a page prints: its targets, options and words exist, so that it works after the two of the README.

Commands are found as indented lines and as `code`; they are parsed, not run.
"""

import importlib.util
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from govnlp.cli import TABLES, parser

ROOT = Path(__file__).resolve().parent.parent
PAGES = [
    *sorted(ROOT.glob("README*.md")),
    ROOT / "data" / "README.md",
    *(path for path in sorted((ROOT / "docs").glob("*.md")) if path.name != "api.md"),
]
CODE = re.compile(r"^    (?! )(.+)$|(?<!`)`([^`\n]+)`(?!`)", re.MULTILINE)
MAKE = re.compile(r"(?:\.\\)?make\s(.+)|python tasks\.py\s(.+)")
GOVNLP = re.compile(r"(?:\.venv/bin/|\.venv\\Scripts\\)govnlp\s(.+)")
BARE = re.compile(r"govnlp\s.+")


@pytest.fixture(scope="module")
def tasks():
    spec = importlib.util.spec_from_file_location("tasks", ROOT / "tasks.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def commands(path):
    """Lines of code on a page, with the line of the page that holds each."""
    text = path.read_text(encoding="utf-8")
    for found in CODE.finditer(text):
        start = text.rfind("\n", 0, found.start()) + 1
        yield (found[1] or found[2]).strip(), text[start : text.find("\n", found.end())]


def is_understood(words):
    try:
        parser().parse_args(words)
    except SystemExit as stop:
        return stop.code == 0
    return True


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_commands_on_a_page_exist(path, tasks):
    for command, line in commands(path):
        if made := MAKE.fullmatch(command):
            words = shlex.split(made[1] or made[2])
            options = dict(word.split("=", 1) for word in words if "=" in word)
            targets = {word for word in words if "=" not in word}
            assert targets and targets <= {*tasks.TASKS, "help"}, command
            assert set(options) <= {*tasks.DEFAULTS, "PYTHON"}, command
            if targets == {"govnlp"} and options["ARGS"] != "...":
                assert is_understood(shlex.split(options["ARGS"])), command
        elif said := GOVNLP.fullmatch(command):
            assert is_understood(shlex.split(said[1])), command
        elif BARE.fullmatch(command):
            assert "conda" in line, f"{command!r} is not found after make: the package is in .venv"
            assert is_understood(shlex.split(command)[1:]), command


@pytest.mark.parametrize("name", ["README.md", "README.zh-CN.md"])
def test_the_readme_names_every_table_and_the_commands_of_the_first_hour(name):
    said = {command for command, _ in commands(ROOT / name)}
    assert set(TABLES) <= said
    assert {"make figures", "make test", "make open", "make lab", "make classroom"} <= said


def test_the_two_readmes_print_the_same_commands():
    """Apart from names of files, which are in the reader's language."""

    def heads(name):
        lines = (command.split() for command, _ in commands(ROOT / name))
        return {tuple(words[:2]) for words in lines if re.match(r"\.venv|make|\.\\", words[0])}

    assert heads("README.md") == heads("README.zh-CN.md")


def test_results_of_a_file_are_in_a_folder_with_its_name(tasks):
    options = tasks.DEFAULTS | {"CORPUS": "data/counts/five_documents.zip"}
    assert tasks.results(options) == "figures/five_documents"
    assert tasks.results(tasks.DEFAULTS) == "figures/sample"


def test_help_has_a_line_in_each_language(tasks, monkeypatch, capsys):
    for lang, word in (("en", "Every stage on CORPUS"), ("zh", "运行全部阶段")):
        monkeypatch.setenv("LANGUAGE", lang)
        assert tasks.main(["help"]) == 0
        lines = capsys.readouterr().out.splitlines()
        assert len(lines) == len(tasks.TASKS) and word in lines[0]
        assert all(bool(re.search("[一-鿿]", line)) == (lang == "zh") for line in lines)


def test_help_is_printed_where_the_console_has_no_chinese():
    """As on a Windows of another language, where what is written to a file has its code page."""
    words = {"LANGUAGE": "zh", "PYTHONIOENCODING": "cp1252", "PYTHONUTF8": "0"}
    command = [sys.executable, "tasks.py", "help"]
    done = subprocess.run(command, cwd=ROOT, env=os.environ | words, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr
    assert rb"figures" in done.stdout
