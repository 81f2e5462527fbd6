"""New terms: phrases of a corpus that the segmenter does not know, ranked for review."""

from typing import NamedTuple

import numpy as np
import pandas as pd

from govnlp.arguments import gives, takes, whole
from govnlp.arrays import each_once
from govnlp.notes import Note, joined
from govnlp.words.dictionaries import read_stopwords
from govnlp.words.segmenting import Segmenter

LONGEST = 5  # words of a candidate
NUMERALS = frozenset("一二三四五六七八九十两双")
CONTEXT = 8  # words to either side in the example
OPENING, CLOSING = frozenset('“‘「『"'), frozenset('”’」』"')
FUNCTION = tuple("upcryeomqtfdk")  # tags of words that no term has, outside of quotation marks
COLUMNS = [
    "term", "parts", "n", "n_units", "n_quoted", "n_unquoted", "cohesion", "entropy_left", "entropy_right",
    "c_value", "score", "example",
]  # fmt: skip


class _Tokens(NamedTuple):
    """All words of a corpus in a row: places in `words`, their units, and what may be part of a term.

    A corpus has few enough words for numbers of 32 bits, which take half of the memory.
    """

    words: list
    ids: np.ndarray
    rows: np.ndarray
    solid: np.ndarray

    def parts(self, first, size):
        """The words of runs of a size, by the places where they begin."""
        return np.stack([self.ids[first + k] for k in range(size)], axis=1)


@takes(units="corpus.units(): text", min_count=whole(1), max_length=whole(1), top=whole(1))
@gives(str="term parts example")
def new_terms(units, *, segmenter=None, min_count=3, max_length=12, top=500):
    """Candidates for a lexicon of one's own.

    Parameters
    ----------
    units : DataFrame
        With a column text.
    segmenter : Segmenter, optional
        What it knows is no candidate. Default: ``Segmenter()``, with the shipped phrases;
        ``Segmenter(lexicon=False)`` looks for those too.
    min_count : int
        Least number of occurrences; two in quotation marks suffice.
    max_length : int
        Most characters.
    top : int, optional
        Rows of the table; None for all.

    Returns
    -------
    DataFrame
        One row per candidate: term, parts (as it is cut now, divided by |), n, n_units, n_quoted (standing alone
        in quotation marks), n_unquoted, cohesion (least NPMI over the places where it could be cut, up to 1),
        entropy_left, entropy_right (of its neighbours, bits), c_value, score, example (its first occurrence).
        Ordered by score, then term. Strike out rows, save the rest with ``to_csv``: `Segmenter` reads the
        file as a lexicon.

    Notes
    -----
    Candidates are runs of two to five words, and single words that are in no dictionary. A boundary that
    comes with many neighbours is a real one (Harris 1955); a mark of punctuation
    or an end of a unit counts as a neighbour of its own. NPMI: Bouma (2009). C-value: log2 of the length in
    characters times the count, less the mean count of longer candidates around it (Frantzi, Ananiadou & Mima
    2000). score = sqrt(cohesion * log2(2 + c_value)) * log2(1.5 + the smaller entropy) * (1 + quoted share);
    0.6 of it for a verb with its object, which is more often a phrase than a term. Outside of quotation marks
    a term has no function word and no numeral as one of its parts, and does not begin with one of the verbs
    that every report repeats (the strong stop words).

    Examples
    --------
    >>> text = "推行“云岭模式”。学习“云岭模式”经验。云岭模式好。"
    >>> table = new_terms(pd.DataFrame({"text": [text]}))
    >>> table[["term", "parts", "n", "n_quoted"]].values.tolist()
    [['云岭模式', '云岭|模式', 3, 2]]
    """
    segmenter = segmenter or Segmenter()
    tokens = _read(units["text"], segmenter)
    runs = _runs(tokens)
    sizes = np.array([len(word) for word in tokens.words], dtype=int)
    unknown = np.array([_is_word(word) and not segmenter.knows(word) for word in tokens.words], dtype=bool)
    allowed, verb, noun = _roles(tokens.words, unknown, segmenter)

    def wanted(parts, n, n_quoted):
        good = allowed.inside[parts].all(axis=1) & allowed.first[parts[:, 0]] & allowed.last[parts[:, -1]]
        keep = ((n_quoted >= 2) | ((n >= min_count) & good)) & (sizes[parts].sum(axis=1) <= max_length)
        return keep & unknown[parts[:, 0]] if parts.shape[1] == 1 else keep

    tables = []
    for size in runs:
        table = _measure(tokens, runs, size, wanted)
        parts = tokens.parts(table["first"].to_numpy(), size)
        object_ = verb[parts[:, 0]] & noun[parts[:, 1:]].any(axis=1) & (table["n_quoted"] < 2)
        tables.append(table.assign(weight=np.where(object_, 0.6, 1.0), length=sizes[parts].sum(axis=1)))
    table = pd.concat(tables, ignore_index=True)
    table = _write_out(_rank(table, _around(table, runs)), tokens, top)
    table.attrs["note"] = joined(
        Note("candidates", n=len(table), words=len(tokens.rows)),
        Note("segmenter", segmenter=repr(segmenter)),
        Note("candidate_rule", n=min_count),
    )
    return table


def _is_word(word):
    return len(word) > 1 and word.isalpha() and not word.isascii()


def _read(texts, segmenter):
    words, ids, lengths = segmenter.numbering()(texts.fillna("").astype(str))
    solid = np.array(
        [word in "+＋" or (any(map(str.isalnum, word)) and not word[0].isdecimal()) for word in words],
        dtype=bool,
    )
    rows = np.repeat(np.arange(len(lengths), dtype=np.int32), lengths)
    return _Tokens(words, ids.astype(np.int32), rows, solid[ids])


def _runs(tokens):
    """For runs of 1, 2, ... words: a number at each place (-1: no run) and how often each number occurs."""
    code = np.where(tokens.solid, tokens.ids, -1).astype(np.int32)
    runs = {1: (code, np.bincount(code[code >= 0], minlength=len(tokens.words)))}
    for size in range(2, LONGEST + 1):
        before, counts = runs[size - 1]
        places = max(0, len(code) - size + 1)
        last = code[size - 1 :]
        good = (before[:places] >= 0) & (last >= 0) & (tokens.rows[:places] == tokens.rows[size - 1 :])
        good[good] = counts[before[:places][good]] > 1  # what occurs once can't be part of what occurs twice
        pairs = before[:places][good].astype(np.int64) * len(tokens.words) + last[good]
        numbers, different = pd.factorize(pairs)
        here = np.full(places, -1, dtype=np.int32)
        here[good] = numbers
        runs[size] = here, np.bincount(numbers, minlength=len(different))
    return runs


def _measure(tokens, runs, size, wanted):
    """One row per run of this size that occurs twice or more and is wanted: see `new_terms`."""
    code, counts = runs[size]
    places = np.flatnonzero(code >= 0).astype(np.int32)
    places = places[counts[code[places]] > 1]
    number, kept = pd.factorize(code[places])
    number = number.astype(np.int32)
    first = places[np.flatnonzero(np.diff(np.maximum.accumulate(number), prepend=-1))]
    n = counts[kept]
    sides = [_neighbours(tokens, at, places) for at in (places - 1, places + size)]
    marks = [np.array([word in kind for word in [*tokens.words, ""]]) for kind in (OPENING, CLOSING)]
    quoted = np.bincount(number, marks[0][sides[0]] & marks[1][sides[1]], minlength=len(n)).astype(int)
    keep = wanted(tokens.parts(first, size), n, quoted)
    first, kept, n, quoted = (column[keep] for column in (first, kept, n, quoted))
    here = keep[number]  # one occurrence in ten
    places, number, *sides = (column[here] for column in (places, number, *sides))
    number = (keep.cumsum(dtype=np.int32) - 1)[number]
    total, least = int(tokens.solid.sum()), np.full(len(n), np.inf)
    for k in range(1, size):
        left, right = runs[k], runs[size - k]
        pmi = np.log2(n * total / (left[1][left[0][first]] * right[1][right[0][first + k]]))
        least = np.minimum(least, pmi)
    units = int(tokens.rows.max(initial=0)) + 1
    in_unit = each_once(number.astype(np.int64) * units + tokens.rows[places]) // units
    return pd.DataFrame(
        {
            "first": first,
            "size": size,
            "code": kept,
            "n": n,
            "n_units": np.bincount(in_unit, minlength=len(n)),
            "n_quoted": quoted,
            "cohesion": np.clip(least / -np.log2(n / total), 0, 1) if size > 1 else 1.0,
            "entropy_left": _entropy(number, _distinct(tokens, sides[0]), n),
            "entropy_right": _entropy(number, _distinct(tokens, sides[1]), n),
        }
    )


def _neighbours(tokens, at, places):
    """The word at each place beside a run, or one more than all words where the unit ends."""
    inside = (at >= 0) & (at < len(tokens.ids))
    at = np.where(inside, at, 0)
    same = inside & (tokens.rows[at] == tokens.rows[places])
    return np.where(same, tokens.ids[at], len(tokens.words))


def _distinct(tokens, side):
    """Give each punctuation mark and each end of a unit a number of its own."""
    words = np.zeros(len(tokens.words) + 1, dtype=bool)
    words[tokens.ids[tokens.solid]] = True
    return np.where(words[side], side, len(tokens.words) + 1 + np.arange(len(side), dtype=np.int32))


def _entropy(number, neighbour, n):
    """Entropy of the neighbours of each run, in bits."""
    kinds = int(neighbour.max(initial=0)) + 1
    pairs, k = np.unique(number.astype(np.int64) * kinds + neighbour, return_counts=True)
    run = pairs // kinds
    share = k / n[run]
    return np.bincount(run, -share * np.log2(share), minlength=len(n)) + 0.0


class _Roles(NamedTuple):
    inside: np.ndarray
    first: np.ndarray
    last: np.ndarray


def _roles(words, unknown, segmenter):
    """Which words a term may have, begin and end with; which are verbs, and which nouns."""
    function, common = read_stopwords("medium"), read_stopwords("strong")
    tags = [""] * len(words)
    if not callable(segmenter.engine):
        tag = Segmenter(segmenter.engine, list(segmenter.words), shipped=False, pos=True).cut
        tags = [(tag(word) or [("", "")])[0][1] for word in words]
    table = pd.DataFrame({"word": words, "tag": tags}, dtype=object).assign(unknown=unknown)
    word, plus, single = table["word"], table["word"].isin(["+", "＋"]), table["word"].str.len() == 1
    verb, noun = table["tag"].str.startswith("v"), table["tag"].str.startswith("n")
    # a word that was only guessed may end in a function word (三是) or begin with one (过快)
    begins = table["unknown"] & word.str[0].isin(function - NUMERALS)
    ends = table["unknown"] & word.str[-1].isin(function)
    roles = _Roles(
        (~table["tag"].str.startswith(FUNCTION) | plus).to_numpy(bool),
        (~word.isin(common) & ~begins & ~(single & verb)).to_numpy(bool),
        ((~word.isin(function) & ~ends & (~single | noun)) | plus).to_numpy(bool),
    )
    return roles, (table["tag"] == "v").to_numpy(bool), noun.to_numpy(bool)


def _around(table, runs):
    """Mean count of the longer candidates that each candidate is part of; 0 where there are none."""
    sums = {size: np.zeros((2, len(counts))) for size, (_, counts) in runs.items()}
    for size, group in table.groupby("size"):
        first, n = group["first"].to_numpy(), group["n"].to_numpy()
        for k in range(1, size):
            for offset in range(size - k + 1):
                code = runs[k][0][first + offset]
                np.add.at(sums[k][0], code, n)
                np.add.at(sums[k][1], code, 1)
    pairs = [sums[size][:, code] for size, code in zip(table["size"], table["code"], strict=True)]
    total, number = np.array(pairs).reshape(-1, 2).T
    return total / np.maximum(1, number)


def _rank(table, around):
    table = table.assign(c_value=np.log2(table["length"]) * (table["n"] - around))
    table = table[(table["c_value"] > 0) | (table["n_quoted"] > 0)]
    entropy = table[["entropy_left", "entropy_right"]].min(axis=1)
    size = np.sqrt(table["cohesion"].clip(0.1) * np.log2(2 + table["c_value"].clip(0)))
    quoted = 1 + table["n_quoted"] / table["n"]
    return table.assign(score=size * np.log2(1.5 + entropy) * quoted * table["weight"])


def _write_out(table, tokens, top):
    def text(a, b, between=""):
        return between.join(tokens.words[i] for i in tokens.ids[a:b])

    places = zip(table["first"], table["first"] + table["size"], strict=True)
    table = table.assign(term=[text(a, b) for a, b in places])
    table = table.sort_values(["score", "term"], ascending=[False, True], ignore_index=True)
    table = table.head(len(table) if top is None else top)
    first, last = table["first"].to_numpy(), (table["first"] + table["size"]).to_numpy()
    begin = np.maximum(first - CONTEXT, np.searchsorted(tokens.rows, tokens.rows[first], side="left"))
    end = np.minimum(last + CONTEXT, np.searchsorted(tokens.rows, tokens.rows[first], side="right"))
    return table.assign(
        parts=[text(a, b, "|") for a, b in zip(first, last, strict=True)],
        n_unquoted=table["n"] - table["n_quoted"],
        example=[text(a, b) for a, b in zip(begin, end, strict=True)],
    )[COLUMNS]
