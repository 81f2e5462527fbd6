"""A topic model: its tables, new units scored against it, and how it is kept."""

import json
from dataclasses import dataclass
from html import escape
from pathlib import Path

import numpy as np
import pandas as pd

from govnlp.analysis.topics.fits import place, place_by_likeness
from govnlp.analysis.topics.shares import label_table, topic_shares
from govnlp.analysis.topics.space import TopicSpace
from govnlp.analysis.topics.terms import marked_names
from govnlp.notes import Mistake, Note, joined
from govnlp.storage import from_bytes

SHORT = 15  # tokens; shorter passages say little of a topic
ALIKE = 0.5  # cosine from which two passages say the same
PLACES = {"guided": place_by_likeness}


@dataclass(repr=False)
class TopicModel:
    """Topics, where they are, and what is needed to score other units.

    Attributes
    ----------
    topics : DataFrame
        A row per topic: topic, name, share (of all tokens), n_units, support (share of resampled runs in
        which it came back), stability (mean Jaccard of its ten top terms and those of its partner in a run),
        coherence, exclusivity; top_document, document_share, top_place, place_share: the document and the place that
        most of its text comes from, and how much (NA with a single one); local: one of them is above 80 %, so that
        the topic is what that document or place is about.
    top_terms : DataFrame
        topic, term, weight (class-based tf-idf), n (expected count within the topic).
    labels : DataFrame
        unit_id, topic (0: none), strength (degree of membership, 0..1), doc_id.
    by_document : DataFrame
        doc_id, topic, share, ci_low, ci_high, n_units.
    space : TopicSpace
    loadings : array
        Topics by terms of the space.
    degrees : array
        Degrees of membership, units by topics.
    note : dict
        Method, k, seed, runs, whether the fit converged, what was counted; why this k, where none was given.
    """

    topics: pd.DataFrame
    top_terms: pd.DataFrame
    labels: pd.DataFrame
    by_document: pd.DataFrame
    space: TopicSpace
    loadings: np.ndarray
    degrees: np.ndarray
    note: dict

    @property
    def names(self):
        """Name of each topic, a dict from its number; of a local one with its place or document: 河道（临溪区）."""
        return marked_names(self.topics)

    @property
    def stability(self):
        """Mean stability of the topics, 0..1."""
        return float(self.topics["stability"].mean())

    @property
    def coherence(self):
        """Mean coherence (NPMI) of the topics, -1..1."""
        return float(self.topics["coherence"].mean())

    def score(self, terms):
        """Topics of other units, by non-negative least squares on the model's loadings (guided ones by likeness).

        Parameters
        ----------
        terms : TermMatrix

        Returns
        -------
        DataFrame
            As `labels`. A unit without any of the model's terms has topic 0.
        """
        degrees = PLACES.get(self.note["method"], place)(self.space.rows(terms), self.loadings)
        return label_table(terms.units, degrees)

    def shares(self, terms, by="doc_id"):
        """Share of every topic in the text of groups of units.

        Parameters
        ----------
        terms : TermMatrix
            What the model was fitted on.
        by : str or sequence
            A column of its units or documents (year, region, genre), or one value per unit.

        Returns
        -------
        DataFrame
            As `by_document`, with the groups' column first.
        """
        name = by if isinstance(by, str) else "group"
        return topic_shares(terms.units, self.degrees, terms.values(by), name)

    def passages(self, units, terms, n=3):
        """The most representative units of every topic, with their text and source.

        Parameters
        ----------
        units : DataFrame
            unit_id, doc_id, text (and section, article), as they were counted.
        terms : TermMatrix
            The counts of the units.
        n : int

        Returns
        -------
        DataFrame
            topic, name, rank, likeness (cosine with the topic's loadings), strength, and the columns of
            `units`. The most central ones come first, each unlike those before it (cosine under 0.5), as far as there
            are any; units of fewer than 15 tokens stand only where there are no longer ones.
        """
        rows = self.space.rows(terms)
        length = np.maximum(np.linalg.norm(self.loadings, axis=1), 1e-12)
        cosines = np.asarray(rows @ (self.loadings / length[:, None]).T)
        table = self.labels.assign(short=terms.units["n_tokens"].to_numpy() < SHORT)
        found = table[table["topic"] > 0]
        found = found.assign(likeness=cosines[found.index, found["topic"] - 1])
        found = found.sort_values(
            ["topic", "short", "likeness"], ascending=[True, True, False], kind="stable"
        )
        found = found.loc[[i for _, part in found.groupby("topic") for i in _unlike(part.index, rows, n)]]
        found.insert(1, "name", found["topic"].map(self.names))
        found.insert(2, "rank", found.groupby("topic").cumcount() + 1)
        found = found[["topic", "name", "rank", "likeness", "strength", "unit_id"]]
        return found.merge(units, on="unit_id", how="left")

    def save(self, folder):
        """Write the model into a folder; the same model gives the same bytes."""
        folder = Path(folder)
        folder.mkdir(parents=True, exist_ok=True)
        for name in ("topics", "top_terms", "labels", "by_document"):
            getattr(self, name).to_parquet(folder / f"{name}.parquet", index=False)
        space = pd.DataFrame({"term": self.space.terms, "idf": self.space.idf})
        space.to_parquet(folder / "space.parquet", index=False)
        for name in ("loadings", "degrees"):
            np.save(folder / f"{name}.npy", getattr(self, name))
        note = json.dumps(self.note, ensure_ascii=False, indent=1, sort_keys=True)
        (folder / "note.json").write_text(note, encoding="utf-8", newline="\n")

    def describe(self):
        """The footnote: method, k, seed, runs and what was counted."""
        note = self.note
        if note["method"] == "guided":
            return joined(Note("guided", k=note["k"]), note["counted"])
        fit = Note("model", method=note["method"], k=note["k"], runs=note["runs"], seed=note["random_state"])
        return joined(fit, None if note["converged"] else Note("not_converged"), note["counted"])

    def __repr__(self):
        return f"TopicModel: {self.describe()}"

    def _repr_html_(self):
        table = self.topics.to_html(index=False, float_format="{:.2f}".format)
        return f"{table}<p><small>{escape(self.describe())}</small></p>"


def _unlike(candidates, rows, n):
    """The first n rows of which none is like another; then the first others, if there are too few."""
    chosen = []
    for i in candidates:
        if len(chosen) < n and (not chosen or (rows[chosen] @ rows[i].T).max() < ALIKE):
            chosen.append(i)
    rest = [i for i in candidates if i not in chosen]
    return chosen + rest[: n - len(chosen)]


def load_topics(folder):
    """Read what `TopicModel.save` wrote.

    Raises
    ------
    FileNotFoundError
        A part is not in the folder.
    """
    folder = Path(folder)
    if not (folder / "note.json").exists():
        raise FileNotFoundError(Mistake("no_model", folder=str(folder)))
    names = ("topics", "top_terms", "labels", "by_document", "space")
    *tables, space = (from_bytes((folder / f"{name}.parquet").read_bytes()) for name in names)
    space = TopicSpace(space["term"].to_numpy(dtype=object), space["idf"].to_numpy())
    note = json.loads((folder / "note.json").read_text(encoding="utf-8"))
    arrays = (np.load(folder / f"{name}.npy") for name in ("loadings", "degrees"))
    return TopicModel(*tables, space, *arrays, note)
