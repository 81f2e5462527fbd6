"""Policy themes: the lexicon, and scores per block with the matched terms as evidence."""

from collections import Counter, defaultdict
from pathlib import Path

import numpy as np
import pandas as pd
import yaml

from govnlp.analysis.matching import Matcher
from govnlp.lexicons import lexicon_path

KEYS = {"weight", "terms", "pattern", "note", "not_in"}
SHORT = 100
PLACE = ["unit_id", "doc_id", "article", "section", "block", "n_chars"]
COLUMNS = [
    "doc_id",
    "article",
    "section",
    "block",
    "theme",
    "score",
    "evidence",
    "negated",
    "unit_id",
    "n_chars",
]


def read_themes(source="themes"):
    """Read a lexicon of themes, policy instruments or degrees of commitment.

    Parameters
    ----------
    source : {"themes", "instruments", "commitment"} or path
        A shipped lexicon, or the user's own YAML file: ``themes``, a list of mappings with ``name``,
        optionally ``zh``, ``en`` and ``definition``, and ``entries``. An entry is a string, or a mapping
        with ``terms`` (a list) or ``pattern`` (a regular expression), and optionally ``weight`` (1),
        ``not_in`` (longer strings in which it is no hit) and ``note`` (what makes it ambiguous).

    Returns
    -------
    DataFrame
        A row per entry: theme, label_zh, label_en, definition, entry, kind (literal or pattern), weight,
        not_in (list of str), note, lexicon (name and version). Rows may be added, changed or dropped before
        scoring.

    Raises
    ------
    FileNotFoundError
        There is no such file.
    ValueError
        The file is no lexicon, or an entry has an unknown key; the message names it.

    Examples
    --------
    >>> themes = read_themes()
    >>> themes["theme"].nunique(), set(themes["kind"]) == {"literal", "pattern"}
    (11, True)
    """
    shipped = f"{source}.yaml"
    path = lexicon_path(shipped) if source in ("themes", "instruments", "commitment") else Path(source)
    content = yaml.safe_load(path.read_text(encoding="utf-8"))
    if not isinstance(content, dict) or not content.get("themes"):
        raise ValueError(f"no list 'themes' in {path.name}; see the shipped themes.yaml for the form")
    lexicon = f"{content.get('name', path.stem)} {content.get('version', '')}".strip()
    rows = []
    for theme in content["themes"]:
        about = {
            "theme": theme["name"],
            "label_zh": theme.get("zh", theme["name"]),
            "label_en": theme.get("en", theme["name"]),
            "definition": theme.get("definition", ""),
        }
        rows += [
            about | entry | {"lexicon": lexicon} for raw in theme["entries"] for entry in _entries(raw, path)
        ]
    table = pd.DataFrame(rows)
    twice = table[table.duplicated(["theme", "entry"])]
    if len(twice):
        raise ValueError(f"{twice['entry'].iloc[0]!r} stands twice in theme {twice['theme'].iloc[0]!r}")
    return table


def _entries(raw, path):
    raw = raw if isinstance(raw, dict) else {"terms": [raw]}
    unknown = sorted(set(raw) - KEYS)
    if unknown or ("terms" in raw) == ("pattern" in raw):
        what = f"unknown key {unknown[0]!r}" if unknown else "give either terms or pattern"
        raise ValueError(f"{path.name}: {what} in entry {raw}; known keys: {', '.join(sorted(KEYS))}")
    kind = "pattern" if "pattern" in raw else "literal"
    for entry in [raw["pattern"]] if kind == "pattern" else raw["terms"]:
        if kind == "literal" and len(str(entry)) < 2:
            raise ValueError(
                f"{path.name}: entry {entry!r} has one character; it would be found inside other words"
            )
        yield {
            "entry": str(entry),
            "kind": kind,
            "weight": float(raw.get("weight", 1)),
            "not_in": list(raw.get("not_in", [])),
            "note": raw.get("note", ""),
        }


def score_themes(source, themes=None, *, include_headings=False):
    """Score every block for every theme.

    A block's score for a theme is the summed weight of its hits per 100 characters. Hits do not overlap:
    the longest comes first, and counts for every theme that has it. Negated hits are shown apart and do not
    count. A block of fewer than 100 characters counts as one of 100, since one hit in a line of ten says
    less than ten in a hundred.

    Parameters
    ----------
    source : Corpus, DataFrame or TermMatrix
        A corpus stands for its content blocks, a table for its rows (unit_id, text). A matrix has no text:
        literal entries are then looked up as terms, patterns, exclusions and negations are left out, and
        the characters are those of the counted terms.
    themes : DataFrame, optional
        From `read_themes`. Default: the shipped themes.
    include_headings : bool
        Score the titles and headings of a corpus too.

    Returns
    -------
    DataFrame
        A row per block and theme with a hit: doc_id, article, section, block, theme, score, evidence (list
        of matched terms in order of the text), negated (list of negated hits), unit_id, n_chars (without
        blanks). A block without any hit has one row with theme None and score 0, so that shares of the
        whole text can be computed.

    Examples
    --------
    >>> from govnlp import parse_text
    >>> scores = score_themes(parse_text("青槐区优化营商环境，招商引资，没有搞形式主义。"))
    >>> scores.loc[0, ["theme", "evidence"]].tolist()
    ['招商引资与营商环境', ['营商环境', '招商引资']]
    """
    themes = read_themes() if themes is None else themes
    if hasattr(source, "counts"):
        units, found = _counted(source, themes)
    else:
        units = _texts(source, include_headings)
        matcher = Matcher(themes)
        found = [_by_theme(matcher.hits(text), text, themes) for text in units["text"]]
    order = {name: i for i, name in enumerate(dict.fromkeys(themes["theme"]))}
    rows = []
    for unit, scores in zip(
        units.drop(columns="text", errors="ignore").to_dict("records"), found, strict=True
    ):
        for theme in sorted(scores, key=order.get):
            weight, evidence, negated = scores[theme]
            score = 100 * weight / max(unit["n_chars"], SHORT)
            rows.append(unit | {"theme": theme, "score": score, "evidence": evidence, "negated": negated})
        if not scores:
            rows.append(unit | {"theme": None, "score": 0.0, "evidence": [], "negated": []})
    table = pd.DataFrame(rows, columns=COLUMNS).astype({"article": "Int64", "block": "Int64", "score": float})
    table.attrs["themes"] = list(order)
    lexicon = ", ".join(dict.fromkeys(themes["lexicon"])) if "lexicon" in themes else "own themes"
    table.attrs["note"] = f"{len(units):,} blocks, {int(units['n_chars'].sum()):,} characters; {lexicon}"
    return table


def _texts(source, include_headings):
    """Units with their text, place and number of characters."""
    if hasattr(source, "blocks"):
        units = source.units("paragraph", include_headings=include_headings)
    elif isinstance(source, pd.DataFrame) and "text" in source:
        units = source.copy()
    else:
        raise TypeError("score_themes wants a Corpus, a table with a column 'text', or a TermMatrix")
    units["text"] = units["text"].fillna("").astype(str)
    units["n_chars"] = units["text"].str.replace(r"\s+", "", regex=True).str.len()
    return _placed(units)


def _placed(units):
    """The units with every column that a score has; `block` from a unit_id such as d1:7."""
    units = units.reset_index(drop=True)
    if "unit_id" not in units:
        units["unit_id"] = units.index.astype(str)
    if "doc_id" not in units:
        units["doc_id"] = units["unit_id"]
    for column in ("article", "section"):
        if column not in units:
            units[column] = None
    number = units["unit_id"].astype(str).str.extract(r":(\d+)$")[0]
    units["block"] = pd.to_numeric(number).astype("Int64")
    return units[
        ["unit_id", "doc_id", "article", "section", "block", "n_chars", *units.columns.intersection(["text"])]
    ]


def _by_theme(hits, text, themes):
    """Weight, evidence and negated hits per theme."""
    names, weights = themes["theme"].array, themes["weight"].array
    scores = defaultdict(lambda: [0.0, [], []])
    for start, end, rows, negated in hits:
        for row in rows:
            score = scores[names[row]]
            score[1 + negated].append(text[start:end])
            score[0] += 0.0 if negated else weights[row]
    return scores


def _counted(terms, themes):
    """Units of a TermMatrix and their scores: literal entries as terms."""
    column = {term: i for i, term in enumerate(terms.terms)}
    literal = themes[(themes["kind"] == "literal") & themes["entry"].isin(column)]
    lengths = np.array([len(term) for term in terms.terms])
    units = terms.units.assign(n_chars=terms.counts @ lengths if len(lengths) else 0)
    found = [defaultdict(lambda: [0.0, [], []]) for _ in range(len(units))]
    by_row = terms.counts.tocsc()
    for entry, theme, weight in literal[["entry", "theme", "weight"]].itertuples(index=False):
        one = slice(*by_row.indptr[column[entry] : column[entry] + 2])
        for row, n in zip(by_row.indices[one].tolist(), by_row.data[one].tolist(), strict=True):
            score = found[row][theme]
            score[0] += weight * n
            score[1] += [entry] * int(n)
    return _placed(units), found


def evidence_counts(scores):
    """How often each term was matched for each theme: theme, term, n; by theme, then n."""
    counts = Counter(
        (theme, term)
        for theme, evidence in zip(scores["theme"], scores["evidence"], strict=True)
        for term in evidence
    )
    table = pd.DataFrame([(*key, n) for key, n in counts.items()], columns=["theme", "term", "n"])
    return table.sort_values(["theme", "n", "term"], ascending=[True, False, True], ignore_index=True)
