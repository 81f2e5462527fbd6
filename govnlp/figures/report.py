"""report.html: one self-contained page with every figure, its data, the passages, methods and versions."""

import base64
import csv
import io
import json
from collections import Counter
from pathlib import Path

from govnlp.arguments import takes
from govnlp.documents.naming import short_names
from govnlp.figures.column_names import documents_named, value_label
from govnlp.figures.evidence import Evidence
from govnlp.figures.findings import chosen_findings, findings_html, write_index
from govnlp.figures.html_page import page_html, scrolling
from govnlp.figures.html_tables import head_html, inert
from govnlp.figures.manifest import file_of, read_manifest, record_page, text_hash, whole_file
from govnlp.figures.report_parts import all_numbers, by_stage, caption_text, short
from govnlp.figures.style import label
from govnlp.notes import Mistake

ROWS = 100
"""Rows shown of a table; the CSV file beside the report has all."""
LARGEST = 4_800_000
"""Bytes of the page: what a mail takes. A page that turns out larger is made anew with fewer passages."""
BYTES = 3
"""Of a Chinese character."""
LEVELS = [min(255, (level + 4) // 8 * 8) for level in range(256)] * 3
"""Levels of red, green and blue in a picture of the page: steps that no eye sees, in two thirds of the bytes."""
PIXELS = 2 / 3
"""Pixels of the page for one of a figure: so letters of narrow and wide figures are of one size."""


def read_rows(path):
    """Header and rows of a table written by `save_figure` or `save_table`."""
    with Path(path).open(encoding="utf-8-sig", newline="") as file:
        lines = list(csv.reader(file))
    return (lines[0], lines[1:]) if lines else ([], [])


def table_cells(head, body, names, lang):
    """Which columns of a table hold numbers, and what its rows show: documents by their short names."""
    numeric = {
        name for name, column in zip(head, zip(*body, strict=False), strict=False) if all_numbers(column)
    }
    rows = [
        [
            inert(short(value_label(column, cell, lang), column in numeric))
            for column, cell in zip(head, row, strict=False)
        ]
        for row in documents_named(head, body[:ROWS], names)
    ]
    return numeric, rows


def data_table(name, record, head, body, cells, evidence, lang):
    """The rows of a table, as `table_cells` has them, each with a link to its passage."""
    top = "".join(head_html(name, lang) for name in head)
    lines, (numeric, shown) = "", cells
    for row, texts in zip(body, shown, strict=False):
        link = evidence.link(dict(zip(head, row, strict=False))) if evidence else None
        lines += "<tr>"
        for column, text in zip(head, texts, strict=False):
            if link and column == link[0]:
                text = f'<a href="#{link[1]}">{text}</a>'
            lines += f'<td class="n">{text}</td>' if column in numeric else f"<td>{text}</td>"
        lines += "</tr>"
    shown, n = min(len(body), ROWS), f"{record['rows']:,}"
    foot = label("rows_shown", lang, shown=shown, n=n, file=whole_file(record))
    table = f"<table><thead><tr>{top}</tr></thead><tbody>{lines}</tbody></table>"
    return scrolling(f'<div class="govnlp">{table}</div>', name) + f"<p><small>{inert(foot)}</small></p>"


def image_html(folder, record):
    """A figure without its title, which stands over it: as WebP in the page itself, which has fewer bytes than PNG."""
    from PIL import Image

    out = io.BytesIO()
    with Image.open(folder / file_of(record, "png")) as image:
        width, below = image.width, image.crop((0, round(record.get("above", 0) * image.height), *image.size))
        # half the time for a tenth more bytes
        below.convert("RGB").point(LEVELS).save(out, "WEBP", lossless=True, method=1, quality=0)
    source = f"data:image/webp;base64,{base64.b64encode(out.getvalue()).decode()}"
    return f'<img alt="{inert(record["alt"])}" width="{round(width * PIXELS)}" src="{source}">'


def _section(name, record, number, image, table, lang):
    out = f'<section id="{inert(name)}"><h3>{inert(record["title"] or name)}</h3>'
    if record["kind"] == "figure":
        text = f"{label('figure', lang)} {number}. {caption_text(record, lang)}"
        caption = f"<figcaption>{inert(text)}</figcaption>"
        out += f"<figure>{scrolling(image, record['title'] or name)}{caption}</figure>"
    else:
        text = record["caption"] or label("rows_in", lang, n=f"{record['rows']:,}", file=whole_file(record))
        out += f"<p>{label('table', lang)} {number}. {inert(text)}</p>"
    summary = label("data" if record["kind"] == "figure" else "show_table", lang)
    return out + f"<details><summary>{summary}</summary>{table}</details></section>"


def methods_text(manifest, lang):
    """One paragraph on how the figures were made, for the methods section of a paper."""
    versions, lexicons = manifest["versions"], manifest["lexicons"]
    restored = label("methods_restored", lang) if manifest["parameters"].get("RESTORE") else ""
    text = label(
        "methods_text",
        lang,
        n=len(manifest["inputs"]),
        govnlp=versions.get("govnlp", "?"),
        python=versions.get("python", "?"),
        rjieba=versions.get("rjieba", "?"),
        lexicon=lexicons.get("policy.csv", {}).get("version", "?"),
        themes=lexicons.get("themes.yaml", {}).get("version", "?"),
        digest=text_digest(manifest),
    )
    return ("" if lang == "zh" else " ").join(filter(None, (text, restored)))


def text_digest(manifest):
    """First letters of a hash over inputs, parameters and code: the same for two runs of the same."""
    kept = {name: manifest.get(name) for name in ("inputs", "lexicons", "parameters", "versions", "code")}
    return text_hash(json.dumps(kept, sort_keys=True))[:12]


def _methods(manifest, lang):
    out = (
        f'<section id="methods"><h2>{label("methods", lang)}</h2><p>{inert(methods_text(manifest, lang))}</p>'
    )
    versions = [(name, version) for name, version in sorted(manifest["versions"].items())]
    lexicons = [
        (name, f"{entry['version']} {entry['sha256'][:12]}")
        for name, entry in sorted(manifest["lexicons"].items())
    ]
    inputs = [(name, value[:12]) for name, value in sorted(manifest["inputs"].items())]
    parameters = sorted(manifest["parameters"].items())
    lists = (
        ("parameters", parameters),
        ("package_versions", versions),
        ("lexicons", lexicons),
        ("inputs", inputs),
    )
    for name, pairs in lists:
        if pairs:
            items = "".join(f"<li>{inert(key)}: {inert(value)}</li>" for key, value in pairs)
            summary = f"<summary>{label(name, lang)} ({len(pairs)})</summary>"
            out += f"<details>{summary}<ul>{items}</ul></details>"
    return out + "</section>"


def shown_outputs(manifest):
    """Figures and tables by stage, each stage in the order of its making; titles that recur are numbered.

    A table that two stages left alike is shown with the first.
    """
    found = [(name, x) for name, x in manifest["outputs"].items() if x["kind"] in ("figure", "table")]
    found.sort(key=lambda item: (item[0][:2], item[1].get("order", 0), item[0]))
    alike = {(x["title"], *x["files"].values()): name for name, x in reversed(found)}
    shown = [(name, x) for name, x in found if name in set(alike.values())]
    pages, seen, outputs = Counter(record["title"] for _, record in shown), Counter(), {}
    for name, record in shown:
        title = record["title"]
        seen[title] += 1
        page = f" ({seen[title]}/{pages[title]})" if pages[title] > 1 else ""
        outputs[name] = record | {"title": title + page}
    return outputs


def _body(manifest, outputs, tables, cells, images, evidence, lang):
    """Findings, outputs by stage, passages and methods as HTML, and the list of contents."""
    for head, body in tables.values() if evidence else ():
        evidence.learn(head, body)
    contents, numbers = [("findings", label("findings", lang), [])], {"figure": 0, "table": 0}
    html = findings_html(manifest, lang)
    for stage, names in by_stage(outputs, lang):
        anchor = f"stage-{names[0][:2]}"
        contents.append((anchor, stage, [(name, outputs[name]["title"] or name, []) for name in names]))
        html += f'<h2 id="{inert(anchor)}">{inert(stage)}</h2>'
        for name in names:
            record = outputs[name]
            numbers[record["kind"]] += 1
            data = data_table(name, record, *tables[name], cells[name], evidence, lang)
            html += _section(name, record, numbers[record["kind"]], images.get(name), data, lang)
    passages = evidence.html() if evidence else ""
    if passages:
        title = label("passages", lang)
        contents.append(("passages", title, []))
        html += f'<section id="passages" class="govnlp"><h2>{title}</h2>{passages}</section>'
    contents.append(("methods", label("methods", lang), []))
    return html + _methods(manifest, lang), contents


@takes(corpus="Corpus")
def write_report(folder, lang="zh", title=None, corpus=None):
    """Assemble the figures and tables of a folder into report.html and report.docx, and its findings into index.html.

    Parameters
    ----------
    folder : str or path
        With manifest.json and the files of `save_figure` and `save_table`.
    lang : {"zh", "en"}
    title : str, optional
    corpus : Corpus, optional
        Rows of the tables then lead to the passages that they rest on.

    Returns
    -------
    pathlib.Path
        Path of report.html.

    Raises
    ------
    ValueError
        The manifest lists no output.
    """
    from govnlp.figures.report_docx import write_docx

    folder = Path(folder)
    manifest = read_manifest(folder)
    outputs = shown_outputs(manifest)
    if not manifest["outputs"]:
        raise ValueError(Mistake("no_figures", folder=str(folder)))
    heading = title or label("report", lang)
    known = {} if corpus is None else short_names(corpus.documents, lang)
    tables = {name: read_rows(folder / file_of(record, "csv")) for name, record in outputs.items()}
    cells = {name: table_cells(head, body, known, lang) for name, (head, body) in tables.items()}
    images = {
        name: image_html(folder, record) for name, record in outputs.items() if record["kind"] == "figure"
    }
    evidence = None if corpus is None else Evidence(corpus, known, lang)
    while True:
        page = page_html(heading, *_body(manifest, outputs, tables, cells, images, evidence, lang), lang)
        over = len(page.encode()) - LARGEST
        if over <= 0 or evidence is None or not evidence.used:
            break
        evidence.begin(max(0, evidence.used - over // BYTES - 1))
    path = folder / "report.html"
    path.write_text(page, encoding="utf-8", newline="\n")
    record_page(path, heading)
    said = chosen_findings(manifest, lang)
    tables = {name: (head, documents_named(head, body, known)) for name, (head, body) in tables.items()}
    record_page(
        write_docx(folder, outputs, tables, said, methods_text(manifest, lang), heading, lang), heading
    )
    write_index(folder, heading, lang)
    return path
