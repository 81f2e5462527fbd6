"""Policy themes: scores per block with the matched terms as evidence."""

from collections import Counter, defaultdict
from sys import intern

import numpy as np
import pandas as pd

from govnlp.analysis.themes.lexicon import read_themes
from govnlp.analysis.themes.matching import SURE, find_hits, proof_of
from govnlp.arguments import gives
from govnlp.notes import Mistake, Note, joined, name_of

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


@gives(str="doc_id section theme unit_id", int64="n_chars")
def score_themes(source, themes=None, *, include_headings=False):
    """Score every block for every theme.

    A block's score for a theme is the summed weight of its hits per 100 characters. Hits do not overlap:
    the longest comes first, and counts for every theme that has it. A word of many matters (落实, 项目) counts only
    where the sentence holds another word of the theme. Negated hits are shown apart and do not count. A block of
    fewer than 100 characters counts as one of 100, since one hit in a line of ten says less than ten in a hundred.

    Parameters
    ----------
    source : Corpus, DataFrame or TermMatrix
        A corpus stands for its content blocks, a table for its rows (unit_id, text). A matrix has no text:
        literal entries are then looked up as terms, company is sought in the whole unit, patterns, exclusions and
        negations are left out, and the characters are those of the counted terms.
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
    lost = None
    if hasattr(source, "counts"):
        units, found = _counted(source, themes)
        known = int(themes["entry"].isin(source.terms).sum())
        lost = Note("from_counts", known=known, all=len(themes))
    else:
        units = placed_texts(source, include_headings)
        names, weights = themes["theme"].tolist(), themes["weight"].tolist()
        hits = zip(find_hits(themes, units["text"]), units["text"], strict=True)
        found = (_by_theme(found, text, names, weights) for found, text in hits)
    order = {name: i for i, name in enumerate(dict.fromkeys(themes["theme"]))}
    rows = []
    for i, (scores, n_chars) in enumerate(zip(found, units["n_chars"].tolist(), strict=True)):
        for theme in sorted(scores, key=order.get):
            weight, evidence, negated = scores[theme]
            rows.append((i, theme, 100 * weight / max(n_chars, SHORT), evidence, negated))
        if not scores:
            rows.append((i, None, 0.0, [], []))
    said = pd.DataFrame(rows, columns=["unit", "theme", "score", "evidence", "negated"])
    del rows
    where = units.drop(columns="text", errors="ignore").iloc[said["unit"]].reset_index(drop=True)
    table = pd.concat([where.infer_objects(), said], axis=1)[COLUMNS]
    table = table.astype({"article": "Int64", "block": "Int64", "score": float})
    table.attrs["themes"] = list(order)
    size = Note("blocks_of_text", n=len(units), chars=int(units["n_chars"].sum()))
    table.attrs["note"] = joined(size, *_lexicons(themes), lost)
    return table


def _lexicons(themes):
    """Name and version of each lexicon that the themes are from."""
    if "lexicon" not in themes:
        return [Note("own_themes")]
    split = (str(name).rpartition(" ") for name in dict.fromkeys(themes["lexicon"]))
    return [Note("lexicon", name=name_of(name or version), version=version) for name, _, version in split]


def placed_texts(source, include_headings=False):
    """Units with their text, place and number of characters."""
    if hasattr(source, "blocks"):
        units = source.units("paragraph", include_headings=include_headings)
    elif isinstance(source, pd.DataFrame) and "text" in source:
        units = source.copy()
    else:
        raise TypeError(Mistake("texts_wanted"))
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


def _by_theme(hits, text, names, weights):
    """Weight, evidence and negated hits per theme; `names` and `weights` are those of all entries."""
    scores = defaultdict(lambda: [0.0, [], []])
    for start, end, rows, negated in hits:
        term = intern(text[start:end])  # the same few words come again and again
        for row in rows:
            score = scores[names[row]]
            score[1 + negated].append(term)
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
    literal = literal.assign(company=[worth < SURE for worth in proof_of(literal)])
    literal = literal.sort_values("company", kind="stable")
    for entry, theme, weight, company in literal[["entry", "theme", "weight", "company"]].itertuples(
        index=False
    ):
        one = slice(*by_row.indptr[column[entry] : column[entry] + 2])
        for row, n in zip(by_row.indices[one].tolist(), by_row.data[one].tolist(), strict=True):
            if company and theme not in found[row]:
                continue
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
