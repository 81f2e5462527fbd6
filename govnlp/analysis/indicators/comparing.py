"""One indicator over documents, places and years."""

from govnlp.analysis.indicators.canonical import canonical_name
from govnlp.analysis.indicators.conflicts import said
from govnlp.arguments import takes
from govnlp.notes import Mistake

SHOWN = (
    "place doc_id period status name said value value_high unit value_base unit_base comparator scope line quote"
).split()


@takes(table="extract_indicators: name, value")
def compare_indicators(table, name):
    """One indicator of several documents, places or years in one table.

    Parameters
    ----------
    table : DataFrame
        From `extract_indicators`.
    name : str
        What the indicator's name contains, as written or as it is known: ``"地区生产总值"`` and ``"GDP"`` are one.

    Returns
    -------
    DataFrame
        One row per statement: place, doc_id, period, status, name, said (value, unit and qualifiers in words:
        5% 左右 is not 5%), value, value_high, unit, value_base, unit_base, comparator, scope, line, quote; amounts
        and rates apart (sorted by unit_base), then by period, doc_id and line.

    Raises
    ------
    ValueError
        No indicator's name contains `name`; the message lists frequent names.

    Examples
    --------
    >>> from govnlp import extract_indicators, parse_text
    >>> table = extract_indicators(parse_text("2021年，固定资产投资增长6%左右。2022年，固定资产投资增长5%以上。"))
    >>> compare_indicators(table, "固定资产投资")[["period", "said"]].to_numpy().tolist()
    [['2021', '6% 左右'], ['2022', '5% 以上']]
    """
    known = table["indicator"] if "indicator" in table else table["name"]
    named = known.str.contains(canonical_name(name), regex=False)
    rows = table[named | table["name"].str.contains(name, regex=False)]
    if rows.empty:
        counts = table["name"].value_counts().sort_index()
        frequent = counts.sort_values(ascending=False, kind="stable").index[:10]
        known = (
            Mistake("frequent_names", names=", ".join(frequent))
            if len(frequent)
            else Mistake("table_no_indicator")
        )
        raise ValueError(Mistake("no_indicator_named", name=name, known=known))
    rows = rows.assign(said=[said(r) for r in rows.itertuples()])
    return rows.sort_values(["unit_base", "period", "doc_id", "line", "start"])[SHOWN].reset_index(drop=True)
