"""The space in which topics are found: which terms count, and how much."""

import re
from dataclasses import dataclass, field
from functools import lru_cache

import numpy as np

from govnlp.analysis.keywords.tfidf import background_idf, corpus_idf, in_background
from govnlp.notes import Note
from govnlp.words.dictionaries import read_stopwords

DAMPING = 0.75
PART = 0.5
MOST_TERMS = 20_000
SMALL = 1000
REMEMBERED = 50_000
"""Terms whose parts are kept: every number of topics that is tried asks for those of all terms again."""
PLACE = re.compile("第[零一二三四五六七八九十百千]+(?:编|章|节|条|款|项|目|部分)?")


@dataclass
class TopicSpace:
    """Vocabulary with weights, learnt from one matrix and applied to any.

    Attributes
    ----------
    terms : array of str
        Terms, and two-character words that stand within longer terms.
    idf : array of float
        Corpus idf times background idf: rare here and rare in the language.
    """

    terms: np.ndarray
    idf: np.ndarray
    _known: tuple = field(default=(None, None), init=False, repr=False, compare=False)

    def counts(self, matrix):
        """Counts in the columns of this space; a word within a longer term counts one half.

        Parameters
        ----------
        matrix : TermMatrix

        Returns
        -------
        csr_array of float32
            Units by terms of the space.
        """
        from scipy.sparse import csr_array

        if matrix.terms is not self._known[0]:  # a matrix and its halves have the same terms
            self._known = matrix.terms, self._from(matrix.terms)
        out = csr_array(matrix.counts.astype(np.float32) @ self._known[1])
        out.sort_indices()
        # 32-bit indices, as scikit-learn asks for
        return csr_array(
            (out.data, out.indices.astype(np.int32), out.indptr.astype(np.int32)), shape=out.shape
        )

    def _from(self, terms):
        """The matrix that leads from counts of these terms to those of this space."""
        from scipy.sparse import csr_array

        columns = {term: i for i, term in enumerate(self.terms)}
        found = [
            (row, columns[part], size)
            for row, term in enumerate(terms)
            for part, size in _parts(term)
            if part in columns
        ]
        rows, places, sizes = zip(*found, strict=True) if found else ((), (), ())
        shape = len(terms), len(self.terms)
        return csr_array((np.array(sizes, dtype=np.float32), (rows, places)), shape=shape)

    def rows(self, matrix):
        """Units as rows of length one: damped term frequency (n to the power 3/4) times idf."""
        counts = self.counts(matrix)
        counts.data = counts.data**DAMPING * self.idf.astype(np.float32)[counts.indices]
        number = np.repeat(np.arange(counts.shape[0]), np.diff(counts.indptr))
        length = np.sqrt(np.bincount(number, counts.data.astype(float) ** 2, minlength=counts.shape[0]))
        counts.data = (counts.data / length[number]).astype(np.float32)
        return counts


def learn_space(matrix):
    """Choose and weigh the terms of a matrix.

    Words of at least two Chinese characters that are neither stop words nor ordinals of a text's parts (第十三条
    would gather the thirteenth articles of all laws), and the two-character words within longer ones (so that
    产业结构调整 and 产业政策 have 产业 in common). They stand in at least two units (three where there are more than
    1,000, one in a thousand where there are more than 3,000) and in at most half of them; the 20,000 in most units
    where there are more.

    Parameters
    ----------
    matrix : TermMatrix

    Returns
    -------
    TopicSpace

    Raises
    ------
    ValueError
        No term is left.
    """
    n = matrix.shape[0]
    stop = read_stopwords("medium")
    terms = sorted({part for term in matrix.terms for part, _ in _parts(term) if part not in stop})
    everything = TopicSpace(np.array(terms, dtype=object), np.ones(len(terms)))
    counts = everything.counts(matrix)
    present = np.bincount(counts.indices, minlength=len(terms))
    least = 1 if n < 10 else 2 if n <= SMALL else max(3, n // 1000)
    keep = np.flatnonzero((present >= least) & (present <= max(n / 2, 1)))
    if not len(keep):
        raise ValueError(Note("no_topic_term", terms=matrix.shape[1], n=n))
    if len(keep) > MOST_TERMS:
        keep = np.sort(sorted(keep, key=lambda i: (-present[i], terms[i]))[:MOST_TERMS])
    chosen = everything.terms[keep]
    return TopicSpace(chosen, corpus_idf(counts[:, keep]) * background_idf(chosen))


@lru_cache(maxsize=REMEMBERED)
def topical(term):
    """Whether a term may tell of a topic: two or more Chinese characters, and no ordinal of a text's part.

    >>> topical("营商环境"), topical("第三产业"), topical("第十三条"), topical("水"), topical("GDP")
    (True, True, False, False, False)
    """
    chinese = len(term) > 1 and all("\u4e00" <= c <= "\u9fff" for c in term)
    return chinese and not PLACE.fullmatch(term)


@lru_cache(maxsize=REMEMBERED)
def _parts(term):
    """The term and, at half weight, the known two-character words within it; none of other scripts."""
    if not topical(term):
        return ()
    pairs = [term[i : i + 2] for i in range(len(term) - 1)] if len(term) > 2 else []
    return ((term, 1.0), *((pair, PART) for pair in pairs if in_background(pair)))
