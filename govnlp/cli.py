"""The command line: every stage at once, or one table."""

import argparse
import csv
import os
import sys
import warnings
from contextlib import contextmanager
from pathlib import Path

from govnlp.lexicons import lexicon_content
from govnlp.notes import Note, error_said, reader_language, said
from govnlp.settings import own_limits
from govnlp.writing import TABLES, check_ending, make_table, project_settings, write_metadata, write_table

TOLD = 20
"""Problems that a screen has room for; the tables have all."""


@contextmanager
def argparse_in(lang):
    """Let argparse speak a language within a ``with`` block: it takes its words from a function of its module."""
    known = argparse._
    if lang == "zh":
        argparse._ = lambda text: lexicon_content("argparse.yaml").get(text, text)
    try:
        yield
    finally:
        argparse._ = known


@contextmanager
def warnings_in(lang):
    """Show the library's own warnings as sentences of a language within a ``with`` block; others as ever."""

    def show(message, *where):
        if isinstance(message.args[0], Note):
            print(f"govnlp: {message.args[0].said(lang)}", file=sys.stderr)
        else:
            usual(message, *where)

    with warnings.catch_warnings():
        usual, warnings.showwarning = warnings.showwarning, show
        yield


def parser(lang="en"):
    """The command line's words, explained in a language."""

    def say(key, **values):
        return Note(key, **values).said(lang)

    out = argparse.ArgumentParser(prog="govnlp", description=say("command_line"))
    commands = out.add_subparsers(dest="command", required=True, metavar=say("help_command"))

    def command(name, *, source=True, out=False, labels=None, what=None):
        made = commands.add_parser(
            name, help=what or say(f"help_{name}"), description=what or say(f"help_{name}")
        )
        if source:
            made.add_argument("source", help=say("help_source"))
        if out:
            made.add_argument("--out", required=True, help=say("help_out"))
        if labels:
            made.add_argument("--lang", choices=("zh", "en"), help=say(labels))
        return made

    figures = command("figures", out=True, labels="help_lang")
    kinds = {"type": lambda text: text.split(","), "default": [], "metavar": "KINDS"}
    figures.add_argument("--also", help=say("help_also"), **kinds)
    figures.add_argument("--fresh", action="store_true", help=say("help_fresh"))
    figures.add_argument("--check", action="store_true", help=say("help_check"))
    for name in TABLES:
        labels = "help_page_lang" if name == "parse" else None
        table = command(name, labels=labels, what=say("help_table", what=Note(f"help_{name}")))
        table.add_argument("-o", "--output", required=name != "parse", help=say("help_output"))
        if name == "parse":
            table.add_argument("--audit", metavar="PAGE", help=say("help_audit"))
            table.add_argument("--metadata", metavar="CSV", help=say("help_metadata"))
        else:
            table.add_argument("--raw", action="store_true", help=say("help_raw"))
    counts = command("counts")
    counts.add_argument("-o", "--output", required=True, help=say("help_counts_output"))
    student = command("student", source=False, labels="help_student_lang")
    student.add_argument("notebooks", help=say("help_notebooks"))
    student.add_argument("-o", "--output", required=True, help=say("help_student_output"))
    marks = command("marks", source=False)
    marks.add_argument("folder", help=say("help_handed_in"))
    marks.add_argument("-o", "--output", required=True, help=say("help_output"))
    compare = command("compare", source=False, out=True, labels="help_lang")
    compare.add_argument("a", metavar="A", help=say("help_a"))
    compare.add_argument("b", metavar="B", help=say("help_b"))
    command("doctor", source=False)
    return out


def tell_problems(problems, lang):
    """Name the files that could not be read, or not well, with the reason."""
    from govnlp.figures.style import label

    problems = list(problems)
    for path, reason in problems[:TOLD]:
        print(label("reading_problem", lang, path=path, reason=reason), file=sys.stderr)
    if len(problems) > TOLD:
        print(label("more_problems", lang, n=len(problems) - TOLD), file=sys.stderr)


def check_folder(out):
    """Raise NotADirectoryError where the folder for the results, or one above it, is a file."""
    for path in (Path(out), *Path(out).parents):
        if path.is_file():
            raise NotADirectoryError(Note("out_is_file", path=path))


def run_figures(arguments, lang):
    """Every stage, or with --check what differs from the run that left its results in the folder."""
    from datetime import UTC, datetime

    from govnlp.figures.handing_in import chosen_writers
    from govnlp.figures.manifest import read_manifest
    from govnlp.figures.style import label

    source, out = arguments.source, arguments.out
    writers = chosen_writers(arguments.also)
    if not Path(source).exists():
        raise FileNotFoundError(Note("no_source", source=source))
    check_folder(out)
    if arguments.check:
        return tell_differences(source, out, lang)
    from govnlp.running import run_stages

    time = datetime.now(UTC).isoformat(timespec="seconds")
    run_stages(source, out, arguments.lang, fresh=arguments.fresh, time=time)
    labels = read_manifest(out)["parameters"]["LANG"]
    for write in writers:
        write(out, labels)
    unread = Path(out, "tables/01-problems.csv")
    if unread.exists():
        with unread.open(encoding="utf-8-sig", newline="") as file:
            tell_problems(((row["path"], row["reason"]) for row in csv.DictReader(file)), labels)
    page = next((x for x in ("index.html", "report.html") if Path(out, x).exists()), "")
    print(label("written", lang, place=Path(out, page)))
    return 0


def tell_differences(source, out, lang):
    """What differs from the run that left its results in the folder, and why; exit status 1 where anything does."""
    from govnlp.checking import check_run

    differences = check_run(source, out)
    for row in differences.itertuples():
        print(f"{row.what} {row.name}: {row.why}")
    told = Note("same_again") if differences.empty else Note("differences", n=len(differences))
    print(told.said(lang))
    return 0 if differences.empty else 1


def run_compare(arguments, _):
    """Two versions of a document side by side."""
    from govnlp.figures.versions_page import write_comparison

    check_folder(arguments.out)
    print(write_comparison(arguments.a, arguments.b, arguments.out, arguments.lang or "zh"))
    return 0


def run_student(arguments, lang):
    """Copies of the notebooks without solutions, in a folder or a zip."""
    from govnlp.teaching import write_classroom, write_student_copies

    write = write_classroom if arguments.output.endswith(".zip") else write_student_copies
    written = write(arguments.notebooks, arguments.output, arguments.lang)
    print(Note("files_written", n=len(written), place=arguments.output).said(lang))
    return 0


def run_marks(arguments, lang):
    """Marks of the notebooks that a class handed in."""
    from govnlp.marking import mark_notebooks

    check_ending(arguments.output)
    marks = mark_notebooks(arguments.folder)
    marks = marks.map(lambda value: said(value, lang))
    write_table(marks, arguments.output)
    tell_problems(marks.dropna(subset="problem")[["notebook", "problem"]].to_numpy(), lang)
    print(Note("files_written", n=1, place=arguments.output).said(lang))
    return 0


def run_table(arguments, lang):
    """One table, the page of an audit, a metadata.csv, or counts."""
    import govnlp as gn
    from govnlp.figures.column_names import reasons_said
    from govnlp.figures.style import label
    from govnlp.words.shared_counts import check_place

    audit, metadata = getattr(arguments, "audit", None), getattr(arguments, "metadata", None)
    if not (arguments.output or audit or metadata):
        raise ValueError(Note("nothing_to_write"))
    if arguments.command == "counts":
        check_place(arguments.output)
    elif arguments.output:
        check_ending(arguments.output)
    settings = project_settings(arguments.source)
    corpus = gn.read_corpus(arguments.source, limits=own_limits(arguments.source))
    if audit:
        from govnlp.exploring.audit import audit_html

        page = audit_html(corpus, lang=arguments.lang or "zh")
        Path(audit).write_text(page, encoding="utf-8", newline="\n")
    if metadata:
        write_metadata(corpus, arguments.source, metadata, arguments.lang or lang)
    if arguments.command == "counts":
        gn.shareable_counts(corpus).save(arguments.output)
    elif arguments.output:
        as_printed = arguments.command == "parse" or arguments.raw or not settings.get("RESTORE", True)
        read = corpus if as_printed else gn.restore_corpus(corpus)[0]
        write_table(make_table(arguments.command, read, settings), arguments.output)
    tell_problems(reasons_said(corpus.problems, lang)[["path", "reason"]].itertuples(index=False), lang)
    print(label("written", lang, place=", ".join(filter(None, (arguments.output, audit, metadata)))))
    return 0


def run_doctor(_, lang):
    """What is installed."""
    from govnlp.doctor import doctor

    return doctor(lang)


RUN = {
    "figures": run_figures, "compare": run_compare, "student": run_student, "marks": run_marks, "doctor": run_doctor,
}  # fmt: skip
"""What a command does that writes more than a table."""


def main(words=None):
    """Run one command; the exit status is 0, or 1 with a message that names what was wrong."""
    lang = reader_language()
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # not where a notebook or a test stands in for it
            stream.reconfigure(errors="backslashreplace")  # a console that has no Chinese
    with argparse_in(lang):
        arguments = parser(lang).parse_args(words)
    try:
        with warnings_in(lang):
            return RUN.get(arguments.command, run_table)(arguments, lang)
    except BrokenPipeError:  # who reads has seen enough: govnlp doctor | head
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except (OSError, ValueError, RuntimeError) as error:
        print(f"govnlp: {error_said(error, lang)}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print(f"govnlp: {Note('stopped').said(lang)}", file=sys.stderr)
        return 130
