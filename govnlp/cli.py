"""The command line: every stage at once, or one table."""

import argparse
import csv
import sys
from pathlib import Path

TABLES = {
    "parse": "the blocks of every document",
    "terms": "term frequencies per document",
    "keywords": "tf-idf with background idf per document",
    "topics": "topics of the paragraphs: shares per document",
    "themes": "policy-theme profile of every document",
    "indicators": "quantitative statements",
    "phrases": "slogans, abbreviations and coined terms",
    "people": "people with role and post",
    "places": "administrative places with codes",
    "organisations": "organisations named by a place or a proper noun",
    "citations": "documents that are cited, and how",
    "duties": "who must do what by when",
}


def make_table(name, corpus):
    """The table of one stage.

    Parameters
    ----------
    name : str
        One of the commands in ``TABLES``.
    corpus : Corpus

    Returns
    -------
    pandas.DataFrame
        Columns as documented for the function behind the command.
    """
    import govnlp as gn

    if name == "parse":
        return corpus.blocks
    if name == "topics":
        model = gn.cluster_topics(gn.count_terms(corpus.units("paragraph")))
        return model.by_document.assign(name=model.by_document["topic"].map(model.names))
    if name == "themes":
        return gn.theme_profile(gn.score_themes(corpus, gn.read_themes()))
    if name in ("indicators", "phrases", "people", "places", "organisations", "citations", "duties"):
        return getattr(gn, f"extract_{name}")(corpus)
    terms = gn.count_terms(corpus.units("paragraph"), stopwords=None if name == "terms" else "medium")
    return gn.frequency(terms, by="doc_id") if name == "terms" else gn.tfidf(terms, by="doc_id")


def write_table(table, path):
    """Write a table as .csv, .xlsx, .parquet or .md, by the path's ending.

    Cells that a spreadsheet would take for a formula get an apostrophe in front (OWASP, CSV injection).

    Parameters
    ----------
    table : pandas.DataFrame
    path : str or path

    Raises
    ------
    ValueError
        The ending is none of the four.
    """
    from govnlp.figures.saving import safe_cell

    path = Path(path)
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.suffix == ".parquet":
        table.to_parquet(path, index=False)
        return
    safe = table.map(safe_cell)
    if path.suffix == ".csv":
        safe.to_csv(path, index=False, encoding="utf-8-sig", lineterminator="\n")
    elif path.suffix == ".xlsx":
        safe.to_excel(path, index=False)
    elif path.suffix == ".md":
        rows = [list(safe.columns), ["---"] * len(safe.columns), *safe.astype(str).values.tolist()]
        lines = ("| " + " | ".join(str(cell).replace("|", "\\|") for cell in row) + " |\n" for row in rows)
        path.write_text("".join(lines), encoding="utf-8", newline="\n")
    else:
        raise ValueError(f"can't write {path.name!r}: the ending must be .csv, .xlsx, .parquet or .md")


def write_metadata(corpus, source, path):
    """Write what was read of each document as a metadata.csv, to be corrected and put beside the documents.

    Raises
    ------
    FileExistsError
        The file is there: what was corrected by hand in it would be lost.
    """
    from govnlp.documents.reading.catalogue import template

    if Path(path).exists():
        raise FileExistsError(f"{path} exists and may hold corrections; remove it or name another file")
    folder = Path(source) if Path(source).is_dir() else Path(source).parent
    write_table(template(corpus.documents, folder), path)


def parser():
    """The command line's words."""
    out = argparse.ArgumentParser(prog="govnlp", description="Analyse Chinese government documents.")
    commands = out.add_subparsers(dest="command", required=True, metavar="COMMAND")
    figures = commands.add_parser("figures", help="every stage: figures and tables")
    figures.add_argument("source", help="folder or file with documents")
    figures.add_argument("--out", required=True, help="folder for the results")
    figures.add_argument("--lang", choices=("zh", "en"), help="language of the labels (zh)")
    figures.add_argument(
        "--also",
        type=lambda text: text.split(","),
        default=[],
        metavar="KINDS",
        help="pptx, xlsx, tex, or several: pptx,xlsx",
    )
    figures.add_argument("--fresh", action="store_true", help="run stages again that have not changed")
    figures.add_argument(
        "--check", action="store_true", help="run again elsewhere and say what differs and why"
    )
    for name, what in TABLES.items():
        table = commands.add_parser(name, help=f"one table: {what}")
        table.add_argument("source", help="folder or file with documents")
        table.add_argument(
            "-o", "--output", required=name != "parse", help="file ending in .csv, .xlsx, .parquet or .md"
        )
        if name == "parse":
            table.add_argument(
                "--audit", metavar="PAGE", help=".html to write: every line with what it became"
            )
            table.add_argument("--lang", choices=("zh", "en"), default="zh", help="language of the page (zh)")
            table.add_argument(
                "--metadata",
                metavar="CSV",
                help="metadata.csv to write: title, date, place ... to be corrected",
            )
        else:
            table.add_argument(
                "--raw", action="store_true", help="machine-rewritten documents as printed, not as restored"
            )
    counts = commands.add_parser("counts", help="term counts that can be shared without the text")
    counts.add_argument("source", help="folder or file with documents")
    counts.add_argument("-o", "--output", required=True, help="folder or .zip to write")
    student = commands.add_parser("student", help="copies of notebooks without their solutions, for a class")
    student.add_argument("notebooks", help="folder with notebooks")
    student.add_argument(
        "-o", "--output", required=True, help="another folder, or a .zip with the sample and the README too"
    )
    compare = commands.add_parser(
        "compare", help="two versions of a document side by side: page, figure, tables"
    )
    compare.add_argument("a", metavar="A", help="the older version")
    compare.add_argument("b", metavar="B", help="the newer version")
    compare.add_argument("--out", required=True, help="folder for the results")
    compare.add_argument("--lang", choices=("zh", "en"), default="zh", help="language of the labels (zh)")
    commands.add_parser("doctor", help="what is installed, and what mends what is missing")
    return out


def tell_problems(problems, lang="en"):
    """Name the files that could not be read, with the reason."""
    from govnlp.figures.style import label

    for path, reason in problems:
        print(label("not_read", lang, path=path, reason=reason), file=sys.stderr)


def run_figures(arguments):
    """Every stage, or with --check what differs from the run that left its results in the folder."""
    from datetime import UTC, datetime

    from govnlp.figures.handing_in import chosen_writers
    from govnlp.figures.manifest import read_manifest
    from govnlp.figures.style import label

    source, out = arguments.source, arguments.out
    writers = chosen_writers(arguments.also)
    if not Path(source).exists():
        raise FileNotFoundError(f"no file or folder {source!r}")
    if not arguments.check:
        from govnlp.running import run_stages

        time = datetime.now(UTC).isoformat(timespec="seconds")
        run_stages(source, out, arguments.lang, fresh=arguments.fresh, time=time)
        lang = read_manifest(out)["parameters"]["LANG"]
        for write in writers:
            write(out, lang)
        unread = Path(out, "tables/01-problems.csv")
        if unread.exists():
            with unread.open(encoding="utf-8-sig", newline="") as file:
                tell_problems(((row["path"], row["reason"]) for row in csv.DictReader(file)), lang)
        page = next((x for x in ("index.html", "report.html") if Path(out, x).exists()), "")
        print(label("written", lang, place=Path(out, page)))
        return 0
    from govnlp.checking import check_run

    differences = check_run(source, out)
    for row in differences.itertuples():
        print(f"{row.what} {row.name}: {row.why}")
    print("the same again" if differences.empty else f"{len(differences)} differences")
    return 0 if differences.empty else 1


def main(words=None):
    """Run one command; the exit status is 0, or 1 with a message that names what was wrong."""
    arguments = parser().parse_args(words)
    if hasattr(sys.stdout, "reconfigure"):  # not where a notebook or a test stands in for it
        sys.stdout.reconfigure(errors="backslashreplace")  # a console that has no Chinese
    try:
        if arguments.command == "doctor":
            from govnlp.doctor import doctor

            return doctor()
        if arguments.command == "compare":
            from govnlp.figures.versions_page import write_comparison

            print(write_comparison(arguments.a, arguments.b, arguments.out, arguments.lang))
            return 0
        if arguments.command == "student":
            from govnlp.teaching import write_classroom, write_student_copies

            write = write_classroom if arguments.output.endswith(".zip") else write_student_copies
            print(f"{len(write(arguments.notebooks, arguments.output))} files written to {arguments.output}")
            return 0
        if arguments.command == "figures":
            return run_figures(arguments)
        import govnlp as gn

        audit, metadata = getattr(arguments, "audit", None), getattr(arguments, "metadata", None)
        if not (arguments.output or audit or metadata):
            raise ValueError("nothing to write; give -o TABLE, --audit PAGE.html or --metadata metadata.csv")
        corpus = gn.read_corpus(arguments.source)
        if audit:
            from govnlp.exploring.audit import audit_html

            Path(audit).write_text(audit_html(corpus, lang=arguments.lang), encoding="utf-8", newline="\n")
        if metadata:
            write_metadata(corpus, arguments.source, metadata)
        if arguments.command == "counts":
            gn.shareable_counts(corpus).save(arguments.output)
        elif arguments.output:
            as_printed = arguments.command == "parse" or arguments.raw
            read = corpus if as_printed else gn.restore_corpus(corpus)[0]
            write_table(make_table(arguments.command, read), arguments.output)
        tell_problems(corpus.problems[["path", "reason"]].itertuples(index=False))
        print(f"written to {' and '.join(filter(None, (arguments.output, audit, metadata)))}")
    except (OSError, ValueError, RuntimeError) as error:
        print(f"govnlp: {error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("govnlp: stopped; the same command goes on where it stopped", file=sys.stderr)
        return 130
    return 0
