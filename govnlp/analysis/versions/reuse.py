"""Text that units share: copies, edited copies and passages taken over."""

import re
from unicodedata import is_normalized, normalize

import numpy as np
import pandas as pd

from govnlp.analysis.versions.grams import grams_of
from govnlp.arguments import SOME, gives, takes
from govnlp.text import half_width

COLUMNS = ["unit_a", "unit_b", "text_a", "text_b", "similarity"]
MIN_LETTERS = 20
ROWS_AT_ONCE = 512
OWN_GRAMS = (
    12  # 4-grams that are no formula and are shared: 15 letters in a row, or several shorter stretches
)
OFTEN = 5  # paragraphs of one document in which a 4-gram is a term of its own rather than part of a passage
PAGE = 3  # units of a doubled page at least: one paragraph alone may be taken over whole
# titles, brackets that say which offices are responsible, and all that is no letter
NO_PASSAGE = re.compile(r"《[^《》]*》|\([^()]*(?:[厅局委办部]|政府|负责|牵头|配合)等?\)|[\W_]+")
COPIED = 0.9  # similarity of a unit to its copy on a doubled page, and share of two documents that such units make up


@takes(units="corpus.units(): unit_id, text", min_similarity=SOME)
@gives(str="unit_a unit_b text_a text_b", float64="similarity")
def find_reuse(units, min_similarity=0.3):
    """Pairs of units that share text.

    Similarity is weighted containment (Broder 1997): the weight of the character 4-grams two units
    share, divided by the weight of all 4-grams of the lighter unit. A 4-gram weighs its inverse document
    frequency, ``log(1 + n / df)``, so that what many units have counts little; one of the shipped list of formulae
    (现在我代表市人民政府向大会报告工作) weighs nothing, nor does a term that one document has in `OFTEN` paragraphs, a
    title in 《》 or a bracket that names responsible offices; units share text only if they share `OWN_GRAMS` others.
    Exact, not sampled: the same units give the same table.

    Where the units have a ``doc_id``, a page that repeats itself is no reuse: pairs within one document are left out,
    and those of two documents that are copies of each other from end to end (see ``duplicate_of``).

    Parameters
    ----------
    units : pandas.DataFrame
        Columns ``unit_id`` and ``text``, as from ``corpus.units()``. Punctuation and blanks are ignored,
        and so is the width of characters; units under 20 letters are left out.
    min_similarity : float, default 0.3
        Lowest similarity to report, above 0 and at most 1. A copy with one character in five changed
        here and there keeps about four in ten of its 4-grams.

    Returns
    -------
    pandas.DataFrame
        ``unit_a``, ``unit_b`` (in the order of `units`), ``text_a``, ``text_b``, ``similarity`` (0 to 1),
        most similar first.

    Raises
    ------
    ValueError
        `min_similarity` is out of range, or a column is missing.

    Examples
    --------
    >>> units = pd.DataFrame({"unit_id": ["甲", "乙", "丙"], "text": [
    ...     "云岭市坚持把老旧小区改造作为民生工程,全年改造小区一百余个。",
    ...     "临溪区坚持把老旧小区改造作为民生工程,全年改造小区三十余个。",
    ...     "望江县新建农村公路,客车开到每一个行政村,群众出行更加方便。"]})
    >>> find_reuse(units)[["unit_a", "unit_b"]].values.tolist()
    [['甲', '乙']]
    """
    letters = pd.Series(map(_letters, units["text"].fillna("")), units.index, dtype=object)
    kept = units[letters.str.len() >= MIN_LETTERS]
    if len(kept) < 2:
        return pd.DataFrame(columns=COLUMNS)
    docs = kept.get("doc_id")
    a, b, similarity = _pairs(letters[kept.index], docs, min_similarity)
    if "doc_id" in kept:
        other = _of_other_documents(
            kept["doc_id"].to_numpy(), letters[kept.index].str.len().to_numpy(), a, b, similarity
        )
        a, b, similarity = a[other], b[other], similarity[other]
    ids, texts = kept["unit_id"].to_numpy(), kept["text"].to_numpy()
    order = np.lexsort((b, a, -similarity))
    a, b = a[order], b[order]
    return pd.DataFrame(
        dict(zip(COLUMNS, (ids[a], ids[b], texts[a], texts[b], similarity[order]), strict=True))
    )


def _letters(text):
    """What is compared of a text. Most texts are normalised once their width is, which is sooner seen than done."""
    text = half_width(text)
    text = text if is_normalized("NFKC", text) else normalize("NFKC", text)
    return NO_PASSAGE.sub("", text)


def _pairs(letters, docs, min_similarity):
    """Positions of the units of each pair and the similarity, by sparse products of blocks of rows."""
    from scipy.sparse import diags, triu

    present, own = grams_of(letters)
    n = present.shape[0]
    units = np.bincount(present.indices, minlength=present.shape[1])
    if docs is not None:
        often = np.flatnonzero(units >= OFTEN)
        own[often] &= ~_terms_of_one(present[:, often], docs)
    weight = np.log1p(n / units) * own
    total = np.maximum(present @ weight, np.finfo(float).tiny)
    common = np.flatnonzero(own & (units > 1))  # a third of all: what one unit alone has is shared with none
    present = present[:, common]
    weighing, turned = diags(weight[common], format="csr"), present.T.tocsr().astype(float)
    found = []
    for start in range(0, n, ROWS_AT_ONCE):
        weighted = present[start : start + ROWS_AT_ONCE] @ weighing
        shared = triu(weighted @ turned, k=start + 1).tocoo()
        a, b = shared.row + start, shared.col
        similarity = np.minimum(shared.data / np.minimum(total[a], total[b]), 1.0)
        likely = np.flatnonzero(similarity >= min_similarity)
        a, b, similarity = a[likely], b[likely], similarity[likely]
        keep = np.asarray(present[a].multiply(present[b]).sum(axis=1)).ravel() >= OWN_GRAMS
        found.append((a[keep], b[keep], similarity[keep]))
    return (np.concatenate(part) for part in zip(*found, strict=True))


def _terms_of_one(present, docs):
    """Which 4-grams some document has in `OFTEN` units or more."""
    from scipy.sparse import csr_array

    codes = pd.factorize(docs)[0]
    by_document = csr_array((np.ones(len(codes)), (codes, np.arange(len(codes)))))
    return (by_document @ present).max(axis=0).toarray().ravel() >= OFTEN


def _of_other_documents(docs, sizes, a, b, similarity):
    """Which pairs are of two documents that are not copies of each other from end to end."""
    copied = {}
    for i, j in zip(a[similarity >= COPIED], b[similarity >= COPIED], strict=True):
        copied.setdefault((docs[i], docs[j]), set()).update((i, j))
    length = pd.Series(sizes).groupby(docs).sum()
    doubled = set()
    for pair, units in copied.items():
        shares = [sizes[[u for u in units if docs[u] == doc]].sum() / length[doc] for doc in pair]
        if len(units) >= 2 * PAGE and min(shares) >= COPIED:
            doubled.add(pair)
    pairs = zip(docs[a], docs[b], strict=True)
    return np.array([x != y and (x, y) not in doubled for x, y in pairs], dtype=bool)


def date_reuse(table, units, documents):
    """Which of the two units of each pair is the earlier one, by the dates of their documents.

    Parameters
    ----------
    table : pandas.DataFrame
        From `find_reuse`.
    units : pandas.DataFrame
        The units it was made from, with ``doc_id``.
    documents : pandas.DataFrame
        ``corpus.documents``: ``doc_id``, ``published``, ``year``.

    Returns
    -------
    pandas.DataFrame
        `table` with ``doc_a``, ``doc_b``, ``date_a``, ``date_b`` (the day, else the year, else None) and ``earlier``
        (``a``, ``b``, or None where the dates agree as far as they go, or one is missing).

    Examples
    --------
    >>> text = "全年改造老旧小区一百余个,群众出行更加方便。"
    >>> units = pd.DataFrame({"unit_id": [1, 2], "doc_id": ["甲", "乙"], "text": [text, text]})
    >>> documents = pd.DataFrame({"doc_id": ["甲", "乙"], "published": [None, None], "year": [2021, 2020]})
    >>> date_reuse(find_reuse(units), units, documents)[["date_a", "date_b", "earlier"]].values.tolist()
    [['2021', '2020', 'b']]
    """
    docs = units.set_index("unit_id")["doc_id"]
    dates = {
        row.doc_id: str(day)[:10]
        if pd.notna(day := row.published) or pd.notna(day := getattr(row, "signed", None))
        else str(int(row.year))
        if pd.notna(row.year)
        else None
        for row in documents.itertuples()
    }
    dated = table.assign(doc_a=table["unit_a"].map(docs), doc_b=table["unit_b"].map(docs))
    pairs = [(dates.get(a), dates.get(b)) for a, b in zip(dated["doc_a"], dated["doc_b"], strict=True)]
    return dated.assign(
        date_a=pd.Series([a for a, _ in pairs], dated.index, dtype=object),
        date_b=pd.Series([b for _, b in pairs], dated.index, dtype=object),
        earlier=pd.Series([_earlier(a, b) for a, b in pairs], dated.index, dtype=object),
    )


def _earlier(a, b):
    """Which of two dates comes first, as far as both go."""
    if not a or not b:
        return None
    size = min(len(a), len(b))
    return None if a[:size] == b[:size] else "a" if a < b else "b"


def shared_passages(table):
    """How many passages pairs of documents share: one that several of the other resemble counts once.

    Parameters
    ----------
    table : pandas.DataFrame
        From `find_reuse`, with ``doc_a`` and ``doc_b``.

    Returns
    -------
    pandas.DataFrame
        ``doc_a``, ``doc_b``, ``n``; most passages first.

    Examples
    --------
    >>> table = pd.DataFrame({"doc_a": "甲", "doc_b": "乙", "unit_a": ["甲:1", "甲:2"], "unit_b": ["乙:1", "乙:1"]})
    >>> shared_passages(table).values.tolist()
    [['甲', '乙', 1]]
    """
    n = (
        table.groupby(["doc_a", "doc_b"])[["unit_a", "unit_b"]]
        .nunique()
        .min(axis=1)
        .rename("n")
        .reset_index()
    )
    return n.sort_values(["n", "doc_a", "doc_b"], ascending=[False, True, True]).reset_index(drop=True)


def align_reuse(text_a, text_b):
    """Two texts side by side: what they share and what differs.

    Parameters
    ----------
    text_a, text_b : str

    Returns
    -------
    pandas.DataFrame
        One row per stretch, in order: ``same`` (bool), ``text_a``, ``text_b``; the columns of text put together are
        the two texts.

    Examples
    --------
    >>> align_reuse("改造小区一百个", "改造小区三十个").values.tolist()
    [[True, '改造小区', '改造小区'], [False, '一百', '三十'], [True, '个', '个']]
    """
    from difflib import SequenceMatcher

    steps = SequenceMatcher(None, text_a, text_b, autojunk=False).get_opcodes()
    rows = [(tag == "equal", text_a[a:b], text_b[c:d]) for tag, a, b, c, d in steps]
    return pd.DataFrame(rows, columns=["same", "text_a", "text_b"])
