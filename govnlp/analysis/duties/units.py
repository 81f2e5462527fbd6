"""Duties by unit, and by unit and field of policy."""

import re

import pandas as pd

from govnlp.analysis.duties.reading import words
from govnlp.arguments import gives, takes

MARK = re.compile(r"([、，,；;]|(?<=等)和)(?![^（(]*[）)])")
"""Marks between units."""
TIER = re.compile(r"各?[省市县区州盟旗](?:[（(][^（()）]*[）)])?|各?自治[区州县旗]|各?直辖市")
"""Tiers of government, which stand for units only with what follows: 各省、自治区、直辖市人民政府."""
SHARED = re.compile(r"等[^、，,]{0,6}$")
"""The end of a list whose last item has what all share: 财政、教育等部门."""


def duties_by_unit(duties):
    """Duties with a row per unit: those whose bearers are listed come once for each.

    Parameters
    ----------
    duties : DataFrame
        From `extract_duties`.

    Returns
    -------
    DataFrame
        With ``unit`` as first column, sorted by unit, deadline (duties without one last) and place in the text.

    Examples
    --------
    >>> from govnlp import extract_duties, parse_text
    >>> duties = extract_duties(parse_text("清理河道。（区水利局、各镇负责）"))
    >>> duties_by_unit(duties)["unit"].tolist()
    ['区水利局', '各镇']
    """
    units = duties["bearer"].map(lambda said: _units(said) if isinstance(said, str) else [None])
    table = duties.assign(unit=units).explode("unit").reset_index(drop=True)
    table = table[["unit", *duties.columns]]
    return table.sort_values(
        ["unit", "deadline", "doc_id", "block"], kind="stable", na_position="last"
    ).reset_index(drop=True)


def _units(said):
    """The units of a list; a piece that names none goes with what follows (财政、税务部门), as do tiers."""
    pieces = MARK.split(said)
    items, marks = [x.strip() for x in pieces[::2]], [*pieces[1::2], ""]
    ends = tuple(words("actors"))
    whole = [x.removesuffix("等").endswith(ends) and not TIER.fullmatch(x) for x in items]
    if not any(whole):
        return [said] if all(map(TIER.fullmatch, items)) else items
    if SHARED.search(said) and not whole[0] and not TIER.fullmatch(items[0]):
        return [said]
    units = [""]
    for item, mark, ends in zip(items, marks, whole, strict=True):
        units[-1] += item if ends else item + mark
        units += [""] if ends else []
    return [x for x in units if x]


def with_fields(duties, themes=None):
    """Duties with `field` in front: the theme of the highest score in the action, None where none occurs.

    >>> from govnlp import extract_duties, parse_text
    >>> with_fields(extract_duties(parse_text("区教育局要优化营商环境。")))["field"].tolist()
    ['招商引资与营商环境']
    """
    from govnlp.analysis.themes.scores import score_themes

    units = pd.DataFrame(
        {"unit_id": range(len(duties)), "doc_id": duties["doc_id"], "text": duties["action"]}
    )
    scores = score_themes(units.reset_index(drop=True), themes)
    best = (
        scores.sort_values("score", ascending=False, kind="stable")
        .drop_duplicates("unit_id")
        .set_index("unit_id")
    )
    fields = best["theme"].reindex(range(len(duties))).to_numpy()
    return duties.assign(field=fields)[["field", *duties.columns]]


@takes(duties="extract_duties: doc_id")
@gives(str="unit field")
def duty_matrix(duties, themes=None):
    """How many duties each unit has in each field of policy.

    Parameters
    ----------
    duties : DataFrame
        From `extract_duties`.
    themes : DataFrame, optional
        From `read_themes`: the fields; the theme of the highest score names that of a duty.

    Returns
    -------
    DataFrame
        unit, field (None where no theme occurs in the action), n, n_inferred (duties whose bearer is inferred); most
        duties first. Pronouns (我们, 我市), who are others in each document, are no units.

    Examples
    --------
    >>> from govnlp import extract_duties, parse_text
    >>> duties = extract_duties(parse_text("区教育局要办好学校。区教育局要优化营商环境。"))
    >>> duty_matrix(duties)[["unit", "n"]].values.tolist()
    [['区教育局', 1], ['区教育局', 1]]
    """
    named = duties[duties["bearer"].notna()]  # of most duties nobody is named
    table = duties_by_unit(with_fields(named, themes))
    table = table[table["unit"].notna() & ~table["unit"].isin(words("pronouns"))]
    groups = (
        table.groupby(["unit", "field"], dropna=False)["inferred"]
        .agg(n="size", n_inferred="sum")
        .reset_index()
    )
    return groups.sort_values(["n", "unit", "field"], ascending=[False, True, True]).reset_index(drop=True)
