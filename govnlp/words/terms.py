"""From units of text to a term matrix."""

from collections import deque
from dataclasses import replace
from itertools import chain, islice
from pathlib import Path

import numpy as np
import pandas as pd

from govnlp.arguments import JOBS, SIZES, takes, whole
from govnlp.notes import Mistake, Note, one_of
from govnlp.words import counting
from govnlp.words.dictionaries import stopword_set
from govnlp.words.matrix import UNIT_COLUMNS, TermMatrix
from govnlp.words.segmenting import default_segmenter

AHEAD = 3  # batches that are read before it is decided how they are counted


@takes(min_length=whole(0), max_length=whole(1), ngrams=SIZES, n_jobs=JOBS)
def count_terms(
    units,
    *,
    segmenter=None,
    stopwords=None,
    min_length=1,
    max_length=None,
    ngrams=1,
    fold_numbers=False,
    n_jobs=1,
):
    """Count the terms of each unit.

    Parameters
    ----------
    units : DataFrame, Corpus, TermMatrix, or iterable of str or Path
        A table with unit_id and text (and doc_id, article, section, speaker); a corpus stands for its
        paragraphs; in a matrix, numbers are folded and terms left out as they would be in its text; texts and
        paths of text files may come from a generator, so that they need not be in memory together.
    segmenter : Segmenter, optional
        Default: ``Segmenter()``.
    stopwords : {"light", "medium", "strong"}, path or collection of str, optional
        Left out of the counts, not of ``units["n_tokens"]``. Default: none.
    min_length, max_length : int
        Bounds of a term's length in characters.
    ngrams : int or tuple of int
        2 for pairs of neighbouring tokens, (1, 2) for words and pairs; joined by _.
    fold_numbers : bool
        Count numbers, percentages and dates as the classes <数>, <百分数>, <日期>.
    n_jobs : int
        Threads where the engine is compiled, else processes, through joblib: their backend is the caller's choice
        (``joblib.parallel_backend``).

    Returns
    -------
    TermMatrix
        Punctuation and blanks are not terms; full-width letters and digits count as half-width ones.

    Raises
    ------
    ValueError
        No column text; `min_length` above `max_length`; a segmenter that gives tags; a segmenter or n-grams for a
        matrix, which has no order of words.

    Examples
    --------
    >>> terms = count_terms(["优化营商环境，优化服务", "服务企业"])
    >>> terms.frame().query("unit_id == '0'")[["term", "n"]].values.tolist()
    [['优化', 2], ['服务', 1], ['营商环境', 1]]
    """
    if max_length and min_length > max_length:
        raise ValueError(Note("no_word_so_long", least=min_length, most=max_length))
    if isinstance(units, TermMatrix):
        if segmenter is not None or ngrams != 1:
            raise ValueError(Mistake("counts_no_order"))
        options = {"min_length": min_length, "max_length": max_length, "fold_numbers": fold_numbers}
        return _recount(units, stopwords=stopwords, **options)
    documents = getattr(units, "documents", None)
    if documents is not None:
        units = units.units("paragraph")
    segmenter = segmenter or default_segmenter()
    if segmenter.pos:
        raise ValueError(Mistake("counts_no_tags"))
    sizes = (ngrams,) if isinstance(ngrams, int) else tuple(ngrams)
    meta, items = _items(units)
    batches = counting.batches(items)
    first = list(islice(batches, AHEAD))
    size = counting.size_of(items if isinstance(items, pd.Series) else chain.from_iterable(first))
    sooner = segmenter.for_size(size)
    options = (sooner, stopword_set(stopwords), min_length, max_length, sizes, fold_numbers)
    results = _counted(chain(first, batches), options, n_jobs)
    counts, terms, tokens, removed = counting.merge(results)
    table = meta() if callable(meta) else meta
    table["n_tokens"] = tokens
    note = {"segmenter": repr(segmenter), "removed": {k: v for k, v in removed.items() if v}}
    return TermMatrix(counts, terms, table, documents, note)


def _counted(batches, options, n_jobs):
    """What `counting.merge` takes, batch by batch in order."""
    from joblib import Parallel, delayed

    idle = deque()  # tallies that no thread is using

    def count(batch):
        tally = idle.pop() if idle else counting.Tally(*options)
        result = (id(tally), *tally.count(batch))
        idle.append(tally)
        return result

    if n_jobs == 1:
        return map(count, batches)
    if options[0].engine == "compiled":
        counting.Tally(*options)  # loads what all threads share
        return Parallel(n_jobs=n_jobs, require="sharedmem", return_as="generator")(
            map(delayed(count), batches)
        )
    once = delayed(_count_once)
    return Parallel(n_jobs=n_jobs, return_as="generator")(once(batch, options) for batch in batches)


def _count_once(batch, options):
    return None, *counting.Tally(*options).count(batch)


def _items(units):
    """What is known of the units (a table, or a function to call after counting), and their texts."""
    if isinstance(units, str):
        raise TypeError(Mistake("units_one_text"))
    if isinstance(units, pd.DataFrame):
        if "text" not in units:
            raise ValueError(Mistake("no_column", name="text", known=one_of(units.columns)))
        table = units[[c for c in UNIT_COLUMNS if c in units]].reset_index(drop=True)
        if "unit_id" not in table:
            table.insert(0, "unit_id", np.arange(len(table)).astype(str))
        if "doc_id" not in table:
            table.insert(1, "doc_id", table["unit_id"])
        return table, units["text"].fillna("").astype(str)
    names = []

    def items():
        for item in units:
            missing = item is None or item != item  # a cell without a text has no words
            if not missing and not isinstance(item, str | Path):
                raise TypeError(Mistake("unit_no_text", n=len(names), value=f"{item!r:.40}"))
            names.append(item.stem if isinstance(item, Path) else str(len(names)))
            yield "" if missing else item

    return (lambda: pd.DataFrame({"unit_id": names, "doc_id": names}, dtype=object)), items()


def _recount(terms, *, stopwords=None, min_length=1, max_length=None, fold_numbers=False):
    """What `count_terms` does after segmenting, done to a matrix: fold numbers, leave terms out.

    Parameters
    ----------
    terms : TermMatrix
    stopwords, min_length, max_length, fold_numbers
        As for `count_terms`.

    Returns
    -------
    TermMatrix
    """
    from scipy.sparse import csr_array

    names = [counting.fold_class(term) for term in terms.terms] if fold_numbers else terms.terms.tolist()
    found = sorted(set(names))
    place = {name: i for i, name in enumerate(found)}
    columns = [place[name] for name in names]
    sums = csr_array((np.ones(len(names), int), (range(len(names)), columns)), shape=(len(names), len(found)))
    counts = csr_array(terms.counts @ sums)
    counts.sort_indices()
    folded = replace(terms, counts=counts, terms=np.array(found, dtype=object))
    why = counting.reasons(found, stopword_set(stopwords), min_length, max_length)
    for reason in sorted(set(why.values())):
        gone = {found[i] for i, one in why.items() if one == reason}
        folded = folded._columns(np.array([term not in gone for term in folded.terms], dtype=bool), reason)
    return folded
