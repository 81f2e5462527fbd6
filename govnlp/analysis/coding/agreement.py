"""How far coders, and the lexicon, agree beyond chance."""

import numpy as np
import pandas as pd

from govnlp.analysis.coding.evaluating import resample
from govnlp.analysis.coding.sheets import NO_THEME
from govnlp.analysis.themes.profile import FEW, THRESHOLD, membership
from govnlp.arguments import takes, whole
from govnlp.notes import Mistake, one_of

COLUMNS = ["theme", "n", "n_documents", "n_yes", "agreement"]
COLUMNS += [f"{name}{end}" for name in ("kappa", "alpha") for end in ("", "_low", "_high")]


@takes(scores="score_themes: unit_id, theme, score")
def lexicon_codes(scores, *, threshold=THRESHOLD, coder="lexicon"):
    """The themes that the lexicon gives, in the form of `read_codes`: unit_id, coder, theme (None without one)."""
    blocks, themes, member = membership(scores, threshold)
    rows = [
        (unit_id, coder, theme)
        for unit_id, row in zip(blocks["unit_id"], member, strict=True)
        for theme in ([themes[i] for i in np.flatnonzero(row)] or [None])
    ]
    return pd.DataFrame(rows, columns=["unit_id", "coder", "theme"])


@takes(codes="read_codes: unit_id, coder, theme", random_state=whole(0))
def theme_agreement(codes, units=None, *, random_state=0):
    """Agreement of coders on every theme, beyond chance, with intervals over documents.

    Each theme is a yes or no per passage. Kappa (Cohen 1960) takes the passages that two coders share, and is the
    mean over the pairs of coders; alpha (Krippendorff 2018, nominal) takes all coders and passages at once,
    with gaps. Both are 1 for full agreement and 0 for that of chance; alpha from .8 is taken as reliable,
    from .667 for tentative conclusions. Passages of one document are alike: intervals (95 %) draw whole documents
    with replacement.

    Parameters
    ----------
    codes : DataFrame
        unit_id, coder, theme (None for none), as from `read_codes`, or several such tables joined with
        ``pd.concat``: coders among each other, or with the lexicon (`lexicon_codes`).
    units : DataFrame, optional
        unit_id and doc_id, such as ``corpus.units()``; without it every passage counts as a document of its own.
    random_state : int

    Returns
    -------
    DataFrame
        theme, n (passages with two coders or more), n_documents, n_yes (passages with the theme from anybody),
        agreement (share of pairs that say the same), kappa, kappa_low, kappa_high, alpha, alpha_low, alpha_high; by
        theme. Coefficients are NA with fewer than eight passages, or where all say the same of all, since then
        nothing tells agreement from chance; the ends of intervals also with fewer than eight documents.

    Examples
    --------
    >>> a, b = "水水水水路路路路", "水水水路路路路路"
    >>> rows = [(i, coder, theme) for coder, given in (("甲", a), ("乙", b)) for i, theme in enumerate(given)]
    >>> table = theme_agreement(pd.DataFrame(rows, columns=["unit_id", "coder", "theme"]))
    >>> table.loc[0, ["theme", "n", "agreement", "kappa"]].map(str).tolist()
    ['水', '8', '0.875', '0.75']
    """
    coded = codes.drop_duplicates(["unit_id", "coder"]).assign(there=1)
    coded = coded.pivot_table(index="unit_id", columns="coder", values="there").notna()
    coded = coded[coded.sum(axis=1) >= 2]
    documents = coded.index.to_series()
    if units is not None:
        documents = documents.map(units.drop_duplicates("unit_id").set_index("unit_id")["doc_id"])
    documents = documents.fillna(coded.index.to_series()).astype(str).to_numpy()
    n_documents = len(np.unique(documents))
    rows = []
    for theme in sorted(codes["theme"].dropna().unique()):
        yes = codes[codes["theme"] == theme].drop_duplicates().assign(yes=1.0)
        yes = yes.pivot_table(index="unit_id", columns="coder", values="yes")
        value = yes.reindex(coded.index, columns=coded.columns).fillna(0.0).where(coded)
        pairs, both = _pair_sums(value), _unit_sums(value)
        row = [theme, len(coded), n_documents, int((value == 1).any(axis=1).sum()), _agreement(pairs)]
        for sums, statistic in ((pairs, _kappa), (both, _alpha)):
            ends = resample(sums, documents, statistic, random_state) if len(coded) >= FEW else [np.nan] * 3
            row += ends if n_documents >= FEW else [ends[0], np.nan, np.nan]
        rows.append(row)
    return pd.DataFrame(rows, columns=COLUMNS)


def _pair_sums(value):
    """Per passage and pair of coders one of four: both yes, the first alone, the second alone, both no."""
    names, columns = list(value.columns), []
    for i, a in enumerate(names):
        for b in names[i + 1 :]:
            one, other = value[a], value[b]
            columns += [((one == x) & (other == y)).to_numpy() for x in (1, 0) for y in (1, 0)]
    return np.column_stack(columns) if columns else np.zeros((len(value), 4))


def _agreement(sums):
    cells = sums.sum(axis=0).reshape(-1, 4).sum(axis=0)
    return float((cells[0] + cells[3]) / cells.sum()) if cells.sum() else np.nan


def _kappa(sums):
    """Mean of Cohen's kappa over the pairs of coders that share eight passages or more."""
    cells = sums.reshape(*sums.shape[:-1], -1, 4)
    n = cells.sum(axis=-1)
    with np.errstate(divide="ignore", invalid="ignore"):
        same = (cells[..., 0] + cells[..., 3]) / n
        first, second = (cells[..., 0] + cells[..., 1]) / n, (cells[..., 0] + cells[..., 2]) / n
        chance = first * second + (1 - first) * (1 - second)
        kappa = (same - chance) / (1 - chance)
    known = np.isfinite(kappa) & (n >= FEW)
    total, pairs = np.where(known, kappa, 0).sum(axis=-1), known.sum(axis=-1)
    return np.where(pairs, total / np.maximum(pairs, 1), np.nan)


def _unit_sums(value):
    """Per passage what alpha adds up: disagreement of its pairs, and its yes and no."""
    yes, n = (value == 1).sum(axis=1).to_numpy(), value.notna().sum(axis=1).to_numpy()
    return np.column_stack([2 * yes * (n - yes) / np.maximum(n - 1, 1), yes, n - yes])


def _alpha(sums):
    """Krippendorff's alpha of yes and no; the same as `nominal_alpha`."""
    disagreement, yes, no = np.moveaxis(sums, -1, 0)
    with np.errstate(divide="ignore", invalid="ignore"):
        return 1 - disagreement * (yes + no - 1) / (2 * yes * no)


def nominal_alpha(values):
    """Krippendorff's alpha for nominal codes, with gaps.

    Parameters
    ----------
    values : DataFrame
        A row per unit, a column per coder; codes are numbers, NaN where a coder gave none.

    Returns
    -------
    float
        1 - observed / expected disagreement of the coincidence matrix (Krippendorff 2011, *Computing Krippendorff's
        Alpha-Reliability*, section C); NaN where all codes are the same.

    Examples
    --------
    >>> nominal_alpha(pd.DataFrame({"甲": [1, 1, 0, 0], "乙": [1, 1, 0, 0]}))
    1.0
    """
    given = np.unique(values.to_numpy(dtype=float)[values.notna()])
    counts = np.array([(values == code).sum(axis=1) for code in given], dtype=float).T
    counts = counts[counts.sum(axis=1) >= 2]
    size, total = counts.sum(axis=1), counts.sum(axis=0)
    n = total.sum()
    observed = ((size**2 - (counts**2).sum(axis=1)) / (size - 1)).sum()
    expected = (n**2 - (total**2).sum()) / max(n - 1, 1)
    return float(1 - observed / expected) if expected else np.nan


def main_codes(codes):
    """One theme per passage: that of most coders; of several alike, the one named first. 无 where they found none.

    >>> rows = [(1, "甲", "水"), (1, "乙", "路"), (1, "丙", "路"), (2, "甲", None), (3, "甲", "水"), (3, "甲", "路")]
    >>> main_codes(pd.DataFrame(rows, columns=["unit_id", "coder", "theme"])).to_dict()
    {1: '路', 2: '无', 3: '水'}
    """
    named = codes.assign(theme=codes["theme"].fillna(NO_THEME[0]))
    counts = named.groupby(["unit_id", "theme"], sort=False).size().rename("n").reset_index()
    first = counts.sort_values("n", ascending=False, kind="stable").drop_duplicates("unit_id")
    return first.set_index("unit_id")["theme"].reindex(named["unit_id"].unique())


def code_confusion(codes, coder_a, coder_b):
    """What one coder gave where another gave this: the passages behind a low coefficient.

    Parameters
    ----------
    codes : DataFrame
        unit_id, coder, theme (None for none).
    coder_a, coder_b : str
        Of the codes; the lexicon and a classifier are coders too.

    Returns
    -------
    DataFrame
        theme_a, theme_b, n (passages of both coders; each counts with the main theme of each, see `main_codes`): all
        pairs, by name.

    Raises
    ------
    ValueError
        There is no such coder.

    Examples
    --------
    >>> rows = [(1, "甲", "水"), (1, "乙", "水"), (2, "甲", "水"), (2, "乙", None)]
    >>> table = code_confusion(pd.DataFrame(rows, columns=["unit_id", "coder", "theme"]), "甲", "乙")
    >>> table.query("n > 0").to_numpy().tolist()
    [['水', '无', 1], ['水', '水', 1]]
    """
    known = sorted(codes["coder"].unique())
    for coder in (coder_a, coder_b):
        if coder not in known:
            raise ValueError(Mistake("no_coder_named", name=coder, known=one_of(known)))
    a, b = (main_codes(codes[codes["coder"] == coder]) for coder in (coder_a, coder_b))
    both = pd.DataFrame({"theme_a": a, "theme_b": b}).dropna()
    names = sorted(set(both["theme_a"]) | set(both["theme_b"]))
    pairs = pd.MultiIndex.from_product([names, names], names=["theme_a", "theme_b"])
    return both.groupby(["theme_a", "theme_b"]).size().reindex(pairs, fill_value=0).rename("n").reset_index()
