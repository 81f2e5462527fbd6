"""Term counts per unit: the TermMatrix, and how to keep one."""

import io
import json
import zipfile
from dataclasses import dataclass, field, replace
from fnmatch import fnmatchcase
from pathlib import Path

import numpy as np
import pandas as pd

from govnlp.arguments import SHARE, gives, takes, whole
from govnlp.notes import Mistake, Note, joined, name_of, one_of
from govnlp.storage import from_bytes

UNIT_COLUMNS = ["unit_id", "doc_id", "article", "section", "speaker"]
TABLES = ("units", "documents")


@dataclass(repr=False)
class TermMatrix:
    """How often each term stands in each unit.

    Attributes
    ----------
    counts : scipy.sparse.csr_array of int
        A row per unit, a column per term.
    terms : array of str
        In code-point order as counted.
    units : DataFrame
        A row per unit: unit_id, doc_id, article, section, speaker where known, and n_tokens, all its tokens
        with punctuation and stop words (blanks left out).
    documents : DataFrame or None
        What is known of the documents, a row per doc_id.
    note : dict
        On what it was counted and what was removed.
    """

    counts: object
    terms: np.ndarray
    units: pd.DataFrame
    documents: pd.DataFrame | None = None
    note: dict = field(default_factory=dict)

    @property
    def shape(self):
        """Number of units and of terms."""
        return self.counts.shape

    @property
    def n_tokens(self):
        """All tokens of the units, the denominator of rates."""
        return int(self.units["n_tokens"].sum())

    def totals(self):
        """Count of each term over all units, an array parallel to `terms`."""
        return np.asarray(self.counts.sum(axis=0)).ravel()

    def group(self, by="doc_id"):
        """Sum the units that share a value.

        Parameters
        ----------
        by : str or sequence
            A column of `units` or of `documents` (year, region), or one value per unit.

        Returns
        -------
        TermMatrix
            A row per value in order of first appearance; its `units` have unit_id, the column, n_units,
            n_tokens. Units without a value are left out.
        """
        from scipy.sparse import csr_array

        name = by if isinstance(by, str) else "group"
        codes, values = pd.factorize(self.values(by))
        there = np.flatnonzero(codes >= 0)
        shape = (len(values), len(codes))
        sums = csr_array((np.ones(len(there), dtype=self.counts.dtype), (codes[there], there)), shape=shape)
        units = pd.DataFrame({"unit_id": pd.Index(values).astype(str), name: values})
        units["n_units"] = np.bincount(codes[there], minlength=len(values))
        tokens = self.units["n_tokens"].to_numpy()
        units["n_tokens"] = np.bincount(codes[there], tokens[there], minlength=len(values)).astype(int)
        counts = csr_array(sums @ self.counts)
        counts.sort_indices()
        return replace(self, counts=counts, units=units, note=self.note | {"units": name})

    def values(self, by):
        """One value per unit: of a column of `units` or `documents`, or the given sequence itself."""
        if not isinstance(by, str):
            if len(by) != len(self.units):
                raise ValueError(Mistake("values_for_units", values=len(by), n=len(self.units)))
            return pd.Series(np.asarray(by))
        if by in self.units:
            return self.units[by].reset_index(drop=True)
        if self.documents is not None and by in self.documents:
            return self.units["doc_id"].map(self.documents.set_index("doc_id")[by]).reset_index(drop=True)
        known = [*self.units.columns, *(() if self.documents is None else self.documents.columns)]
        raise ValueError(Mistake("no_column", name=by, known=one_of(dict.fromkeys(known))))

    @takes(min_count=whole(0), min_units=whole(0), max_share=SHARE, top=whole(1))
    def trim(self, *, min_count=1, min_units=1, max_share=1.0, top=None):
        """Keep terms by frequency; `n_tokens` stay as they are.

        Parameters
        ----------
        min_count, min_units : int
            Least number of occurrences, and of units with the term.
        max_share : float
            Largest share of units with the term.
        top : int, optional
            Keep this many of the most frequent terms.
        """
        totals, present = self.totals(), np.bincount(self.counts.indices, minlength=len(self.terms))
        keep = (totals >= min_count) & (present >= min_units) & (present <= max_share * max(1, self.shape[0]))
        if top is not None:
            first = sorted(np.flatnonzero(keep), key=lambda i: (-totals[i], self.terms[i]))[:top]
            keep = np.isin(np.arange(len(keep)), first)
        return self._columns(keep, "trimmed terms")

    def subset(self, units=None, *, terms=None):
        """Some of the units, some of the terms.

        Parameters
        ----------
        units : mask, doc_id or list of doc_id, optional
        terms : list of str, optional

        Raises
        ------
        KeyError
            A doc_id that no unit has.
        """
        out = self
        if units is not None:
            keep = self.mask(units)
            out = replace(
                out, counts=out.counts[np.flatnonzero(keep)], units=out.units[keep].reset_index(drop=True)
            )
        if terms is not None:
            asked = set(terms)
            out = out._columns(
                np.array([term in asked for term in out.terms], dtype=bool), "terms not asked for"
            )
        return out

    def mask(self, units):
        """Boolean array over the units from a mask, a doc_id or a list of doc_id."""
        if isinstance(units, str):
            units = [units]
        units = np.asarray(units)
        if units.dtype == bool:
            if len(units) != len(self.units):
                raise ValueError(Mistake("mask_for_units", values=len(units), n=len(self.units)))
            return units
        unknown = sorted(set(units.tolist()) - set(self.units["doc_id"]))
        if unknown:
            known = one_of(self.units["doc_id"].unique()[:10])
            raise KeyError(Mistake("no_unit", name=unknown[0], known=known))
        return self.units["doc_id"].isin(units).to_numpy()

    def lookup(self, dictionary):
        """Counts of categories.

        Parameters
        ----------
        dictionary : dict of str to list of str
            Terms of each category; * stands for any characters (数字*).

        Returns
        -------
        TermMatrix
            Its terms are the categories, in the dictionary's order.
        """
        from scipy.sparse import csr_array, hstack

        columns = []
        for patterns in dictionary.values():
            exact = {pattern for pattern in patterns if "*" not in pattern}
            loose = [pattern for pattern in patterns if "*" in pattern]
            hit = [i for i, t in enumerate(self.terms) if t in exact or any(fnmatchcase(t, p) for p in loose)]
            columns.append(csr_array(self.counts[:, hit].sum(axis=1).reshape(-1, 1)))
        counts = csr_array(hstack(columns)) if columns else csr_array((len(self.units), 0), dtype=int)
        return replace(self, counts=counts, terms=np.array(list(dictionary), dtype=object))

    @gives(str="unit_id term")
    def frame(self):
        """One row per unit and term that it has: unit_id, term, n; in the order of units and terms."""
        rows = np.repeat(np.arange(self.shape[0]), np.diff(self.counts.indptr))
        return pd.DataFrame(
            {
                "unit_id": self.units["unit_id"].to_numpy()[rows],
                "term": self.terms[self.counts.indices],
                "n": self.counts.data.astype(int),
            }
        )

    def _columns(self, keep, reason):
        """Keep columns, and count under `reason` what goes."""
        gone = int(self.totals()[~keep].sum())
        removed = dict(self.note.get("removed", {}))
        if gone:
            removed[reason] = removed.get(reason, 0) + gone
        counts = self.counts[:, np.flatnonzero(keep)]
        return replace(self, counts=counts, terms=self.terms[keep], note=self.note | {"removed": removed})

    def describe(self):
        """The footnote: on what it was counted, how many units and tokens, what was removed."""
        gone = joined(*(Note(why, n=n) for why, n in self.note.get("removed", {}).items()))
        unit, known = name_of(self.note.get("units", "unit")), self.note.get("segmenter")
        size = Note("counted", units=len(self.units), unit=unit, tokens=self.n_tokens, terms=len(self.terms))
        known = Note("segmenter", segmenter=known) if known else Note("segmenter_unknown")
        return joined(size, known, Note("removed", first=gone) if gone else Note("removed_none"))

    def __repr__(self):
        return f"TermMatrix: {self.describe()}"

    def _repr_html_(self):
        from html import escape

        from govnlp.words.frequency import frequency

        table = frequency(self).head(10)
        shown = table.to_html(index=False, float_format="{:.1f}".format, classes="mathjax_ignore")
        return f"{shown}<p><small>{escape(self.describe())}</small></p>"

    def save(self, path):
        """Write counts (npz), terms and units (Parquet): a folder, or one file where `path` ends in .zip.

        No text is written, and the same matrix gives the same bytes.
        """
        path, files = Path(path), self._files()
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.suffix == ".zip":
            with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
                for name, content in files.items():
                    archive.writestr(
                        zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), content, zipfile.ZIP_DEFLATED
                    )
        else:
            path.mkdir(parents=True, exist_ok=True)
            for name, content in files.items():
                (path / name).write_bytes(content)
        return path

    def _files(self):
        from scipy.sparse import save_npz

        buffer = io.BytesIO()
        save_npz(buffer, self.counts)
        note = json.dumps(self.note, ensure_ascii=False, indent=1, sort_keys=True)
        files = {"counts.npz": buffer.getvalue(), "note.json": note.encode()}
        tables = {
            "terms": pd.DataFrame({"term": self.terms}),
            "units": self.units,
            "documents": self.documents,
        }
        for name, table in tables.items():
            if table is not None:
                files[f"{name}.parquet"] = table.drop(columns="text", errors="ignore").to_parquet(index=False)
        return files


def load_terms(path):
    """Read what `TermMatrix.save` wrote.

    Parameters
    ----------
    path : path
        The folder, or the .zip file.

    Returns
    -------
    TermMatrix

    Raises
    ------
    FileNotFoundError
        There is nothing of that name, or it is something else.
    """
    from scipy.sparse import csr_array, load_npz

    path, files = Path(path), {}
    if path.is_dir():
        files = {file.name: file.read_bytes() for file in path.iterdir() if file.is_file()}
    elif zipfile.is_zipfile(path):
        with zipfile.ZipFile(path) as archive:
            files = {name: archive.read(name) for name in archive.namelist()}
    if "counts.npz" not in files:
        raise FileNotFoundError(Mistake("no_counts", path=path))
    tables = {name: from_bytes(data) for name, data in files.items() if name.endswith(".parquet")}
    return TermMatrix(
        csr_array(load_npz(io.BytesIO(files["counts.npz"]))),
        tables["terms.parquet"]["term"].to_numpy(dtype=object),
        tables["units.parquet"],
        tables.get("documents.parquet"),
        json.loads(files["note.json"]),
    )
