"""A page with two versions side by side: words that changed are marked, and changes can be filtered."""

from pathlib import Path

from govnlp.analysis.versions.comparing import CHANGES, compare_versions, word_changes
from govnlp.figures.html_page import page_html, scrolling
from govnlp.figures.html_tables import inert, table_html
from govnlp.figures.manifest import record_page
from govnlp.figures.saving import save_figure, source_line, write_csv
from govnlp.figures.style import label
from govnlp.figures.versions import plot_versions, say_versions, side_names
from govnlp.notes import Note
from govnlp.settings import own_limits

LOOK = """.sides { width: 100%; border-collapse: collapse; table-layout: fixed; font-size: .92rem }
.sides td, .sides th { vertical-align: top; padding: .3rem .6rem; border-bottom: 1px solid #ddd; text-align: left }
.sides td { overflow-wrap: anywhere }
.sides td:first-child, .sides th:first-child { width: 6.5em; font-size: .8rem; color: #444 }
.sides del { background: #fbe0d3 } .sides ins { background: #d3eedf; text-decoration: none; font-weight: bold }
.sides .dropped td:nth-child(2) { background: #fdf1ea } .sides .new td:nth-child(3) { background: #eaf6ef }
.sides .moved td:first-child { background: #fdf0e0 } .sides .kept td { color: #595959 }
@media (min-width: 60rem) { .wide table { width: auto } .wide td { max-width: none } }
body { max-width: 76rem } .filter label { margin-right: .8rem; white-space: nowrap }
"""
HIDING = "body:has(#only-{0}:checked) .sides tbody tr:not(.{0}) {{ display: none }}\n"
NUMBERED = "body:has(#only-numbers:checked) .sides tbody tr:not(.numbers) { display: none }\n"
PARAGRAPHS = 40
"""Numbers that changed of which so many are listed above the columns; the rest is marked where it stands."""

NAMED = 10
"""Files that a message lists."""


def versions_html(table, names=None, tables=None, lang="zh"):
    """Two versions side by side as one page without outside requests.

    Parameters
    ----------
    table : pandas.DataFrame
        From `compare_versions`.
    names : dict, optional
        doc_id to short name.
    tables : dict of str to DataFrame, optional
        What stands above the columns: changes (`rank_changes`), targets (`compare_targets`), phrases
        (`compare_phrases`), themes (`themes_gained`).
    lang : {"zh", "en"}

    Returns
    -------
    str
        All text is escaped.

    Examples
    --------
    >>> from govnlp import compare_versions
    >>> page = versions_html(compare_versions("清淤五里<b>长。", "清淤六里<b>长。"))
    >>> "<b>" in page, "<ins>" in page
    (False, True)
    """
    sides = side_names(table, names, lang)
    title = label("versions_title", lang, a=sides[0], b=sides[1])
    rows, first_after = list(table.to_dict("records")), _anchors(table)
    parts, body = [], f"<p>{inert(say_versions(table, lang, names))}</p>"
    for key, shown in (tables or {}).items():
        if len(shown):
            name = label(f"table_{key}", lang)
            body += f'<h2 id="{key}">{name}</h2>' + scrolling(table_html(shown, len(shown), lang=lang), name)
            parts.append((key, name, []))
    numbers = [(k, said) for k, row in enumerate(rows) for said in row["numbers"]]
    if numbers:
        items = "".join(f'<li><a href="#r{k}">{inert(said)}</a></li>' for k, said in numbers[:PARAGRAPHS])
        body += f'<h2 id="numbers">{label("changed_numbers", lang)}</h2><ul>{items}</ul>'
        parts.append(("numbers", label("changed_numbers", lang), []))
    parts.append(("side", label("side_by_side", lang), []))
    body += f'<h2 id="side">{label("side_by_side", lang)}</h2>{_filter(table, lang)}'
    heads = "".join(f'<th scope="col">{inert(x)}</th>' for x in (label("side_changes", lang), *sides))
    lines = "".join(_row(k, row, first_after, lang) for k, row in enumerate(rows))
    body += f'<table class="sides"><thead><tr>{heads}</tr></thead><tbody>{lines}</tbody></table>'
    look = LOOK + NUMBERED + "".join(HIDING.format(change) for change in CHANGES)
    return page_html(title, body, parts, lang, look)


def _filter(table, lang):
    """Buttons that leave one kind of change on the page; they need no script."""
    counts = table["change"].value_counts()
    choices = [("all", label("all_changes", lang), len(table))]
    choices += [(x, label(f"change_{x}", lang), counts[x]) for x in CHANGES if x in counts]
    if n := int(table["numbers"].str.len().gt(0).sum()):
        choices.append(("numbers", label("changed_numbers", lang), n))
    buttons = "".join(
        f'<label><input type="radio" name="only" id="only-{key}"{" checked" if key == "all" else ""}> '
        f"{inert(name)} {n}</label>"
        for key, name, n in choices
    )
    return f'<p class="filter" role="group">{label("filter_changes", lang)}{buttons}</p>'


def _anchors(table):
    """For each row that moved, the row after whose first text it stood in the older version."""
    order = table[table["text_a"].notna()].sort_values("block_a", kind="stable").index.tolist()
    place = {row: k for k, row in enumerate(order)}
    moved = table.index[table["change"].eq("moved")]
    return {row: order[place[row] - 1] for row in moved if place[row]}


def _row(k, row, first_after, lang):
    both = isinstance(row["text_a"], str) and isinstance(row["text_b"], str)
    if both and row["similarity"] < 1:
        left, right = _marked(row["text_a"], row["text_b"])
    else:
        left, right = (
            inert(x).replace("\n", "<br>") if isinstance(x, str) else ""
            for x in (row["text_a"], row["text_b"])
        )
    change = row["change"]
    said = label(f"change_{change}", lang)
    if k in first_after:
        said += f'<br><a href="#r{first_after[k]}">{label("stood_after", lang)}</a>'
    classes = f"{change} numbers" if row["numbers"] else change
    cells = (_placed(text, row[f"line_{side}"], lang) for text, side in ((left, "a"), (right, "b")))
    return f'<tr id="r{k}" class="{classes}"><td>{said}</td>{"".join(f"<td>{x}</td>" for x in cells)}</tr>'


def _placed(text, line, lang):
    """The text with the number of its line."""
    if not text or line is None or line != line or str(line) == "<NA>":
        return text
    return f"<small>{label('line_number', lang, n=line)}</small><br>{text}"


def _marked(a, b):
    """Both texts with the words that only one has marked."""
    left, right = "", ""
    for same, x, y in word_changes(a, b).itertuples(index=False, name=None):
        x, y = (inert(part).replace("\n", "<br>") for part in (x, y))
        left += x if same or not x else f"<del>{x}</del>"
        right += y if same or not y else f"<ins>{y}</ins>"
    return left, right


def write_versions(table, path, names=None, tables=None, lang="zh"):
    """Write the page of `versions_html`; nothing where there is no version.

    Parameters
    ----------
    path : str or path
    table, names, tables, lang
        As for `versions_html`.
    """
    path = Path(path)
    if len(table):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(versions_html(table, names, tables, lang), encoding="utf-8", newline="\n")
        record_page(
            path,
            label("versions_title", lang, **dict(zip("ab", side_names(table, names, lang), strict=True))),
        )


def tables_of_versions(table, a, b, corpus=None):
    """What two versions say, beside their wording: changes told first, targets, phrases and themes.

    Parameters
    ----------
    table : DataFrame
        From `compare_versions`.
    a, b : Corpus
        The two versions.
    corpus : Corpus, optional
        Where phrases may come back from (see `compare_phrases`).

    Returns
    -------
    dict of str to DataFrame
        changes (`rank_changes`), targets (`compare_targets`), phrases that are new, back or gone (`compare_phrases`),
        themes (`themes_gained`).
    """
    from govnlp.analysis.indicators.extracting import extract_indicators
    from govnlp.analysis.versions.ranking import rank_changes
    from govnlp.analysis.versions.targets import compare_targets
    from govnlp.analysis.versions.wording import compare_phrases, themes_gained

    targets = compare_targets(*(extract_indicators(version) for version in (a, b)))
    phrases, themes = compare_phrases(a, b, corpus), themes_gained(a, b)
    return {
        "changes": rank_changes(table, targets, phrases, themes),
        "targets": targets,
        "phrases": phrases[phrases["change"].ne("kept")].reset_index(drop=True),
        "themes": themes,
    }


def write_comparison(a, b, out, lang="zh"):
    """Compare two files, and write the page, the figure and the tables.

    Parameters
    ----------
    a, b : str or path
        The older and the newer version, in any format that `read_corpus` reads.
    out : str or path
        Folder for versions.html, versions.svg and .png, versions.csv, and a .csv per table of `tables_of_versions`.
    lang : {"zh", "en"}

    Returns
    -------
    str
        What was found, in words.

    Raises
    ------
    ValueError
        One of the two is a folder or an archive of several documents; the message names their files.
    """
    from govnlp.documents.collecting import read_corpus
    from govnlp.documents.naming import short_names

    corpora, out = [read_corpus(x, limits=own_limits(x)) for x in (a, b)], Path(out)
    for source, corpus in zip((a, b), corpora, strict=True):
        paths = corpus.documents.loc[corpus.documents["duplicate_of"].isna(), "path"]
        if len(paths) > 1:
            raise ValueError(
                Note("several_versions", source=source, n=len(paths), paths=", ".join(paths[:NAMED]))
            )
    table = compare_versions(*corpora)
    tables = tables_of_versions(table, *corpora)
    names = {}
    for corpus in corpora:
        names |= short_names(corpus.documents, lang)
    if len(set(names.values())) < 2:
        names = {path.stem: path.stem for path in (Path(a), Path(b))}
    write_versions(table, out / "versions.html", names, tables, lang)
    for name, shown in tables.items():
        write_csv(shown, out / f"{name}.csv")
    said = say_versions(table, lang)
    ax = plot_versions(table, names=names, lang=lang)
    source = source_line(2, label("unit_change", lang), f"{len(table):,}", lang)
    save_figure(ax.figure, out / "versions", alt=said, data=table, source=source)
    return said
