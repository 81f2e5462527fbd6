"""The findings of a run in a few sentences: first page of the folder, first part of the report."""

from pathlib import Path

from govnlp.figures.html_page import page_html
from govnlp.figures.html_tables import inert
from govnlp.figures.manifest import file_of, read_manifest, record_page
from govnlp.figures.style import label, sentences

ORDER = (
    "01-inventory",
    "05-theme-compare",
    "05-themes",
    "05-theme-profile",
    "06-indicators",
    "06-conflicts",
    "08-versions",
    "08-years",
    "08-deadlines",
    "03-keyness-documents",
    "07-reuse",
    "04-topics",
    "07-phrases",
    "02-frequency",
)
"""Figures whose findings a reader wants first, in this order."""
MOST = 8
"""Findings that one reads."""
CAVEATS = (
    "05-theme-compare",
    "05-themes",
    "05-theme-profile",
    "03-keyness-documents",
    "04-topics",
    "06-indicators",
)
"""Figures whose finding has a caveat in report.yaml."""
LOOK = {"01-problems": "look_problems", "01-incomplete": "look_incomplete", "01-spun": "look_spun"}
"""Tables that a reader is sent to first, with labels of report.yaml for what they hold."""
PLACES = {
    "report.html": "open_report",
    "report.docx": "open_word",
    "00-explore.html": "open_explorer",
    "08-side-by-side.html": "open_versions",
    "08-ledger.xlsx": "open_ledger",
    "figures/": "folder_figures",
    "tables/": "folder_tables",
    "data/": "folder_data",
}
"""What the first page leads to, with labels of report.yaml."""


def chosen_findings(manifest, lang="zh"):
    """Findings of a run, each with the figure that it rests on; those whose preconditions do not hold were never said.

    Parameters
    ----------
    manifest : dict
        From `read_manifest`.
    lang : {"zh", "en"}

    Returns
    -------
    list of (str, str, str)
        Name of the figure, finding, and caveat or the empty text; at most eight.

    Examples
    --------
    >>> chosen_findings({"outputs": {"07-phrases": {"kind": "figure", "finding": "甲。"}, "01-x": {"kind": "table"}}})
    [('07-phrases', '甲。', '')]
    """
    said = {name: record.get("finding") for name, record in manifest["outputs"].items()}
    names = [name for name in ORDER if said.get(name)][:MOST]
    return [(name, said[name], label(f"caveat_{name}", lang) if name in CAVEATS else "") for name in names]


def needing_a_look(manifest, lang="zh"):
    """What to look at before anything is quoted: files not read, figures not drawn, each reason once, what stopped."""
    outputs = manifest["outputs"]
    look = []
    for name, key in LOOK.items():
        if name in outputs:
            look.append((name, label(key, lang, n=outputs[name]["rows"])))
    missing = {}
    for record in outputs.values():
        if record["kind"] == "nothing":
            missing.setdefault(record.get("why", ""), []).append(record["title"])
    look += [(None, sentences(*dict.fromkeys(titles), why, lang=lang)) for why, titles in missing.items()]
    stopped = [record["title"] for record in outputs.values() if record["kind"] == "stopped"]
    return look + [(None, label("look_stopped", lang, error=text)) for text in stopped]


def findings_html(manifest, lang, page=""):
    """Findings as a list with links to figure and table; `page` is where the figures are, in this page unless given."""
    items = ""
    for name, finding, caveat in chosen_findings(manifest, lang):
        table = inert(file_of(manifest["outputs"][name], "csv"))
        links = f'<a href="{page}#{inert(name)}">{label("figure", lang)}</a>'
        links += f' · <a href="{table}">{label("table", lang)}</a>'
        caveat = f" <small>{inert(caveat)}</small>" if caveat else ""
        items += f"<li>{inert(finding)}{caveat} <small>{links}</small></li>"
    looks = ""
    for name, text in needing_a_look(manifest, lang):
        file = file_of(manifest["outputs"][name], "csv") if name else None
        looks += f'<li><a href="{inert(file)}">{inert(text)}</a></li>' if file else f"<li>{inert(text)}</li>"
    out = (
        f'<section id="findings"><h2>{label("findings", lang)}</h2><ol>{items}</ol></section>'
        if items
        else ""
    )
    return out + (
        f'<section id="look"><h2>{label("look", lang)}</h2><ul>{looks}</ul></section>' if looks else ""
    )


def write_index(folder, heading, lang="zh"):
    """Write index.html, the page that one opens: findings, what needs a look, and where everything is.

    Parameters
    ----------
    folder : str or path
        With manifest.json and report.html.
    heading : str
    lang : {"zh", "en"}

    Returns
    -------
    pathlib.Path
    """
    folder = Path(folder)
    manifest = read_manifest(folder)
    links = "".join(
        f'<li><a href="{name}">{inert(label(key, lang))}</a></li>'
        for name, key in PLACES.items()
        if (folder / name).exists()
    )
    body = findings_html(manifest, lang, "report.html")
    body += f'<section id="results"><h2>{label("results", lang)}</h2><ul>{links}</ul></section>'
    path = folder / "index.html"
    path.write_text(page_html(heading, body, (), lang), encoding="utf-8", newline="\n")
    record_page(path, heading)
    return path
