"""A page of one file: no outside request, no script but its own, readable on a phone and in print."""

import base64
import hashlib

from govnlp.figures.html_tables import STYLE, inert
from govnlp.figures.style import label

SORT = """for (const table of document.querySelectorAll("table")) {
  const heads = table.tHead.rows[0].cells, body = table.tBodies[0];
  for (const head of heads) {
    const button = document.createElement("button");
    button.type = "button"; button.append(...head.childNodes); head.append(button);
    button.addEventListener("click", () => {
      const up = head.getAttribute("aria-sort") !== "ascending", i = head.cellIndex;
      for (const other of heads) other.removeAttribute("aria-sort");
      head.setAttribute("aria-sort", up ? "ascending" : "descending");
      const key = row => row.cells[i].textContent.replace(/,(?=\\d{3})/g, "");
      const order = (x, y) => isNaN(key(x) - key(y)) ? key(x).localeCompare(key(y)) : key(x) - key(y);
      [...body.rows].sort((x, y) => up ? order(x, y) : order(y, x)).forEach(row => body.append(row));
    });
  }
}
const show = () => {
  const goal = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  for (let part = goal; part; part = part.parentElement) if (part.tagName === "DETAILS") part.open = true;
  if (goal) goal.scrollIntoView();
};
addEventListener("hashchange", show); show();"""

LOOK = """body { font: 16px/1.7 system-ui, "Noto Sans SC", "Microsoft YaHei", "PingFang SC", sans-serif;
  max-width: 58rem; margin: 0 auto; padding: 1rem; color: #222; background: #fff }
h1, h2, h3 { line-height: 1.3 } p, li { overflow-wrap: anywhere } a { color: #005a8c }
figure { margin: 1rem 0 } img { max-width: 100%; height: auto } figcaption { font-size: .9rem; color: #444 }
.wide { overflow-x: auto } .wide table { width: max-content } table { font-size: .85rem }
.wide th { white-space: nowrap } .wide td { max-width: 24em; overflow-wrap: anywhere }
summary { cursor: pointer; padding: .4rem 0 }
th button { font: inherit; font-weight: bold; border: 0; background: none; color: inherit; cursor: pointer;
  padding: .2rem 0; text-align: inherit }
th button::after { content: " \\2195" / ""; color: #595959 }
[aria-sort=ascending] button::after { content: " \\2191" / "" }
[aria-sort=descending] button::after { content: " \\2193" / "" }
.passage { padding: .2rem .6rem } :target, :focus-visible { outline: 3px solid #005a8c }
@media (max-width: 40rem) { body { padding: .7rem } h1 { font-size: 1.5rem } h2 { font-size: 1.2rem }
  .wide img { max-width: 42rem } }
@media (min-width: 40rem) { nav details > ol { columns: 2; column-gap: 2.5rem }
  nav details > ol > li { break-inside: avoid } }
@page { margin: 15mm }
@media print { nav, details:not([open]), h3:has(+ details:not([open])) { display: none }
  #passages:not(:has(details[open])) { display: none }
  figure, tr, .passage { break-inside: avoid } h2, h3, h4 { break-after: avoid }
  body { max-width: none; padding: 0 } th button::after { content: "" } .wide { overflow: visible }
  .wide table { width: auto } }
"""


def _hash(text):
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def scrolling(html, name):
    """A wide table in a frame that scrolls and can be reached by keyboard."""
    return f'<div class="wide" tabindex="0" role="region" aria-label="{inert(name)}">{html}</div>'


def _listed(contents):
    items = (
        f'<a href="#{inert(anchor)}">{inert(name)}</a>{_listed(parts)}' for anchor, name, parts in contents
    )
    return f"<ol>{''.join(f'<li>{item}</li>' for item in items)}</ol>" if contents else ""


def page_html(title, body, contents=(), lang="zh", look="", script=""):
    """A whole page with a strict content-security policy: its own style and script by hash, images as data.

    Parameters
    ----------
    title : str
        It is escaped here.
    body : str
        HTML, escaped by its maker.
    contents : list of (str, str, list)
        Anchor and title of each section, and the same of its parts, for the contents list.
    lang : {"zh", "en"}
    look, script : str
        Style and script of this page alone.

    Returns
    -------
    str
    """
    look, script = LOOK + STYLE + look, SORT + script
    policy = (
        f"default-src 'none'; img-src data:; style-src 'sha256-{_hash(look)}'; "
        f"script-src 'sha256-{_hash(script)}'; base-uri 'none'; form-action 'none'"
    )
    head = label("contents", lang)
    listed = f"<details><summary>{head}</summary>{_listed(contents)}</details>"
    nav = f'<nav aria-label="{head}">{listed}</nav>' if contents else ""
    return f"""<!doctype html>
<html lang="{"zh-Hans" if lang == "zh" else "en"}"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="viewport" content="width=device-width,initial-scale=1"><title>{inert(title)}</title>
<style>{look}</style></head><body><header><h1>{inert(title)}</h1></header>{nav}
<main>{body}</main><script>{script}</script></body></html>
"""
