"""report.html: one self-contained page with every figure, its data, methods and versions."""

import base64
import csv
import hashlib
from html import escape
from pathlib import Path

from govnlp.figures.manifest import read_manifest
from govnlp.figures.style import label

SORT = """for(const t of document.querySelectorAll("table"))t.tHead.addEventListener("click",e=>{
const b=e.target.closest("button");if(!b)return;const i=b.parentNode.cellIndex,up=b.dataset.up!=="1";b.dataset.up=up?"1":"0";
for(const h of t.tHead.rows[0].cells)h.removeAttribute("aria-sort");
b.parentNode.setAttribute("aria-sort",up?"ascending":"descending");
const k=r=>r.cells[i].textContent,s=(x,y)=>{const n=k(x)-k(y);return isNaN(n)?k(x).localeCompare(k(y)):n};
[...t.tBodies[0].rows].sort((x,y)=>up?s(x,y):s(y,x)).forEach(r=>t.tBodies[0].append(r))});"""

STYLE = """body{font:16px/1.6 system-ui,"Noto Sans SC","Microsoft YaHei","PingFang SC",sans-serif;max-width:58rem;margin:0 auto;
padding:1rem;color:#222;background:#fff}h1,h2{line-height:1.3}figure{margin:1rem 0}img{max-width:100%;height:auto}
figcaption{font-size:.9rem;color:#444}.wide{overflow-x:auto}table{border-collapse:collapse;font-size:.85rem}
th,td{border-bottom:1px solid #ccc;padding:.25rem .6rem;text-align:left;vertical-align:top}
th button{font:inherit;font-weight:bold;border:0;background:none;cursor:pointer;padding:0}summary{cursor:pointer;padding:.3rem 0}
a{color:#005a8c}@media print{nav,details:not([open]){display:none}section{break-inside:avoid}}"""

ROWS = 200


def _hash(text):
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def read_rows(path):
    """Header and first rows of a table written by `save_figure` or `save_table`."""
    with Path(path).open(encoding="utf-8-sig", newline="") as file:
        lines = [line for line, _ in zip(csv.reader(file), range(ROWS + 1), strict=False)]
    return (lines[0], lines[1:]) if lines else ([], [])


def _table(path):
    head, body = read_rows(path)
    top = "".join(f'<th scope="col"><button type="button">{escape(cell)}</button></th>' for cell in head)
    lines = "".join("<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in row) + "</tr>" for row in body)
    frame = f'<div class="wide" tabindex="0" role="region" aria-label="{escape(Path(path).stem)}">'
    return f"{frame}<table><thead><tr>{top}</tr></thead><tbody>{lines}</tbody></table></div>"


def _section(folder, name, record, number, lang):
    title, caption = escape(record["title"] or name), escape(record["caption"])
    out = [f'<section id="{escape(name)}"><h2>{title}</h2>']
    if record["kind"] == "figure":
        image = base64.b64encode((folder / f"{name}.png").read_bytes()).decode()
        text = " ".join(part for part in (record["alt"], record["caption"], record["source"]) if part)
        out.append(f'<figure><img alt="{escape(record["alt"])}" src="data:image/png;base64,{image}">')
        out.append(f"<figcaption>{label('figure', lang)} {number}. {escape(text)}</figcaption></figure>")
    else:
        out.append(f"<p>{caption}</p>")
    data = _table(folder / f"{name}.csv")
    out.append(f"<details><summary>{label('data', lang)}</summary>{data}</details></section>")
    return "".join(out)


def write_report(folder, lang="zh", title=None):
    """Assemble the figures and tables of a folder's manifest into report.html and report.docx.

    Parameters
    ----------
    folder : str or path
        With manifest.json and the files of `save_figure` and `save_table`.
    lang : {"zh", "en"}
    title : str, optional

    Returns
    -------
    pathlib.Path
        Path of report.html.

    Raises
    ------
    ValueError
        The manifest lists no figure or table.
    """
    from govnlp.figures.report_docx import write_docx

    folder = Path(folder)
    manifest = read_manifest(folder)
    outputs = dict(sorted(manifest["outputs"].items()))
    if not outputs:
        raise ValueError(f"no figures in {str(folder)!r}: save some with save_figure first")
    heading = title or label("report", lang)
    contents, sections, number = [], [], 0
    for name, record in outputs.items():
        number += record["kind"] == "figure"
        contents.append(f'<li><a href="#{escape(name)}">{escape(record["title"] or name)}</a></li>')
        sections.append(_section(folder, name, record, number, lang))
    facts = {**manifest["versions"], **{key: value for key, value in manifest["parameters"].items()}}
    methods = "".join(
        f"<li>{escape(str(key))}: {escape(str(value))}</li>" for key, value in sorted(facts.items())
    )
    policy = f"default-src 'none'; img-src data:; style-src 'sha256-{_hash(STYLE)}'; script-src 'sha256-{_hash(SORT)}'"
    page = f"""<!doctype html>
<html lang="{"zh-Hans" if lang == "zh" else "en"}"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width,initial-scale=1"><title>{escape(heading)}</title>
<style>{STYLE}</style></head><body><header><h1>{escape(heading)}</h1></header>
<nav aria-label="{label("contents", lang)}"><h2>{label("contents", lang)}</h2><ol>{"".join(contents)}</ol></nav>
<main>{"".join(sections)}<section id="methods"><h2>{label("methods", lang)}</h2><ul>{methods}</ul></section></main>
<script>{SORT}</script></body></html>
"""
    path = folder / "report.html"
    path.write_text(page, encoding="utf-8", newline="\n")
    write_docx(folder, outputs, facts, heading, lang)
    return path
