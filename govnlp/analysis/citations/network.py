"""The network of citations, and of passages taken over, as files that network programs read."""

import re
from pathlib import Path

import pandas as pd

from govnlp.analysis.citations.resolving import COMMON, rank_of, title_key
from govnlp.arguments import takes
from govnlp.notes import Mistake

OWN = re.compile("(?:本|我)?[省市州县区旗](?=人民政府|政府|人大|政协|[党纪]?委|直机关)")
"""The beginning of a title that names a tier and no place: the document is that of the place whose text cites it."""
WRITERS = {".gexf": "write_gexf", ".graphml": "write_graphml"}


@takes(citations="extract_citations: doc_id", documents="corpus.documents: doc_id")
def citation_graph(citations, documents):
    """Documents as nodes and citations as edges.

    Parameters
    ----------
    citations : DataFrame
        From `extract_citations`.
    documents : DataFrame
        ``corpus.documents``.

    Returns
    -------
    networkx.MultiDiGraph
        Nodes with label, rank (1 law ... 8 unknown), date ("" where none is known) and inside (bool: in the corpus);
        an edge from the citing to the cited document for each relation, with relation and weight (mentions). A title
        that names a tier and no place (市政府工作规则) is another document in every place, whose name follows it.

    Examples
    --------
    >>> from govnlp import extract_citations, parse_text
    >>> corpus = parse_text("根据《中华人民共和国水法》和《中华人民共和国水法》制定。", "甲")
    >>> list(citation_graph(extract_citations(corpus), corpus.documents).edges(data="weight"))
    [('甲', '水法', 2)]
    """
    from networkx import MultiDiGraph

    graph, known = MultiDiGraph(), documents.set_index("doc_id")
    places = known["place"].fillna(known.index.to_series())
    targets = [
        _placed(*row) for row in zip(citations["target"], citations["doc_id"].map(places), strict=True)
    ]
    cited = citations.assign(target=targets)
    cited["node"] = cited["target_doc"].where(cited["target_doc"].notna(), cited["target"].map(title_key))
    for doc_id in sorted(set(cited["doc_id"]) | set(cited["target_doc"].dropna())):
        row = known.loc[doc_id]
        title = row["title"] if isinstance(row["title"], str) else doc_id
        number = row["doc_number"] if isinstance(row["doc_number"], str) else None
        graph.add_node(doc_id, label=title, rank=rank_of(title, number), date=date_of(row), inside=True)
    for row in cited[cited["target_doc"].isna()].itertuples():
        if row.node not in graph:
            graph.add_node(row.node, label=row.target, rank=row.rank, date=year_in(row.number), inside=False)
    edges = cited.groupby(["doc_id", "node", "relation"]).size()
    for (source, target, relation), n in edges.items():
        graph.add_edge(source, target, key=relation, relation=relation, weight=int(n))
    return graph


def _placed(target, place):
    """A title with the place of the text that cites it, where each place has a document of this title.

    >>> _placed("市政府工作规则", "云岭"), _placed("水法", "云岭")
    ('市政府工作规则（云岭）', '水法')
    """
    own = OWN.match(target) or title_key(target) in COMMON
    return f"{target}（{place}）" if own else target


def date_of(document):
    """The day on which a document was signed or published, else its year, else nothing."""
    for day in (document["signed"], document["published"]):
        if day is not None and not pd.isna(day):
            return str(day)[:10]
    return "" if pd.isna(document["year"]) else str(int(document["year"]))


def year_in(number):
    """The year of a document number, or nothing.

    >>> year_in("云政发〔2020〕7号")
    '2020'
    """
    found = re.search(r"(?:19|20)\d\d", number or "")
    return found[0] if found else ""


def write_graph(graph, path):
    """Write a network as .gexf (Gephi) or .graphml, by the path's ending.

    Parameters
    ----------
    graph : networkx.Graph
        From `citation_graph`.
    path : str or path

    Raises
    ------
    ValueError
        The ending is neither.
    """
    import networkx

    path = Path(path)
    if path.suffix not in WRITERS:
        raise ValueError(Mistake("ending_must_be", name=path.name, known=", ".join(WRITERS)))
    path.parent.mkdir(parents=True, exist_ok=True)
    getattr(networkx, WRITERS[path.suffix])(graph, path)
