"""Find the entries of a lexicon in a text: on word borders, longest first, exclusions and negations seen."""

import re
from array import array
from bisect import bisect_right
from collections import defaultdict
from functools import lru_cache
from itertools import accumulate
from operator import itemgetter

import numpy as np
import pandas as pd

from govnlp.analysis.themes.packed import Packed
from govnlp.lexicons import lexicon_content
from govnlp.text import either, finder, half_width

REACH = 6
TEXTS = 20_000
"""Texts whose words are kept, a few hundred bytes each: several lexicons are sought in the same ones."""
OFFICE = re.compile(
    "(?:监督|监管|管理|行政)*(?:厅(?!堂)|部(?![分门位件署队落])|总?局(?![部面限势])|委(?![托派任培内])|总署)"
)
"""What makes a word part of the name of an office, which says who acts and not on what: 省教育|厅."""
PUNCTUATION = "，。；：！？、,;:!?\\s"
SURE = 2
"""What proves a theme; two words of many matters prove half of it each."""
SENTENCE = re.compile("[。；！？;!?\n]")
"""What ends the part of a text in which a word of many matters needs company: items of a list are apart."""


def cues():
    """The shipped words of negation and reported speech, as a dict of lists."""
    return lexicon_content("negation.yaml")


@lru_cache(maxsize=1)
def _negation():
    words = cues()
    return (
        re.compile(either(words["affirmative"])),
        re.compile(f"(?:{either(words['negation'])})[^{PUNCTUATION}的]{{0,2}}$"),
    )


def is_negated(text, start):
    """Whether a negation governs what begins at `start`: at most two characters stand between them.

    Examples
    --------
    >>> is_negated("没有疫情", 2), is_negated("不断优化营商环境", 4)
    (True, False)
    """
    affirmative, negation = _negation()
    window = text[max(0, start - REACH) : start]
    if not negation.search(window):  # as of most; no affirmative word would add one
        return False
    return negation.search(affirmative.sub("。", window)) is not None


class Matcher:
    """Entries of a lexicon, ready to be found.

    Parameters
    ----------
    entries : DataFrame
        Columns entry, kind (literal or pattern) and not_in (list of str), as `read_themes` returns them.
    """

    def __init__(self, entries):
        self.rows = defaultdict(list)
        self.patterns, self.not_in = defaultdict(list), {}
        for row, (entry, kind, not_in) in enumerate(
            zip(entries["entry"], entries["kind"], entries["not_in"], strict=True)
        ):
            if len(not_in):
                self.not_in[row] = _frames(half_width(entry), not_in)
            if kind == "pattern":
                self.patterns[re.compile(half_width(entry))].append(row)
            else:
                self.rows[half_width(entry)].append(row)
        self.limited = {term for term, rows in self.rows.items() if not self.not_in.keys().isdisjoint(rows)}
        self.literals = finder(term for term in self.rows if len(term) > 1)  # one character proves nothing

    def hits(self, text):
        """Non-overlapping hits in a text.

        Parameters
        ----------
        text : str

        Returns
        -------
        list of (start, end, rows, negated)
            In order of the text. A literal that cuts a word of the dictionary in two, or names an office with what
            follows (省教育|厅), is no hit; `rows` are the positions in the table of all entries with this span.
        """
        return self.found(text)[0]

    def found(self, text):
        """The hits in a text, and the spans that overlap a longer one: some would be hits if that were none.

        Of these it is not looked up whether they are negated.
        """
        text = half_width(text)
        spans = self.spans(text)
        chosen = choose(spans)
        taken = {(start, end) for start, end, _ in chosen}
        hits = sorted((start, end, rows, is_negated(text, start)) for start, end, rows in chosen)
        return hits, [(*span, False) for span in spans if span[:2] not in taken]

    def spans(self, text):
        """All spans of a text in half width that entries have, with their rows, the longest first; they may overlap."""
        spans, edges = {}, None
        literals = [(start, start + len(term), term) for start, term in self.literals(text)]
        offices = _offices(text, literals)
        for start, end, term in literals:
            edges = edges or word_edges(text)
            if offices.get(start, 0) < end and not _cuts_a_word(edges, start, end):
                rows = self.rows[term]
                spans[start, end] = self._kept(rows, text, start) if term in self.limited else rows
        for pattern, rows in self.patterns.items():
            for match in pattern.finditer(text):
                if match.group():
                    kept, span = self._kept(rows, text, match.start()), match.span()
                    spans[span] = sorted([*spans[span], *kept]) if span in spans else kept
        return longest_first((*span, rows) for span, rows in spans.items() if rows)

    def _kept(self, rows, text, start):
        """Those of the rows that nothing longer excludes."""
        return [row for row in rows if row not in self.not_in or not self._excluded(row, text, start)]

    def _excluded(self, row, text, start):
        held = self.not_in[row]
        return any(at <= start and text.startswith(longer, start - at) for longer, at in held)


def _offices(text, literals):
    """For each place within the name of an office: where the word ends that stands there (人力资源|社会保障|厅)."""
    ends = {}
    for start, end, _ in sorted(literals, reverse=True):
        if OFFICE.match(text, end) or end in ends or (end + 1 in ends and text[end] in "和与"):
            ends |= {at: max(end, ends.get(at, 0)) for at in range(start, end)}
    return ends


def longest_first(spans):
    """Spans (start, end, rows) by their length, then by their place."""
    return sorted(spans, key=lambda span: (span[0] - span[1], span[:2]))


def choose(spans, without=None):
    """Those of the spans from `Matcher.spans` that overlap no longer one, as if an entry were not in the lexicon."""
    taken, chosen = bytearray(max(map(itemgetter(1), spans), default=0)), []
    for start, end, rows in spans:
        if without in rows:
            rows = [row for row in rows if row != without]
        if rows and taken.find(1, start, end) < 0:
            taken[start:end] = b"\1" * (end - start)
            chosen.append((start, end, rows))
    return chosen


def find_hits(entries, texts):
    """The hits of a lexicon in each of some texts; the last are kept, since what is scored is then looked into.

    Parameters
    ----------
    entries : DataFrame
        As for `Matcher`, with theme and weight; and company (bool), where some count only in company.
    texts : iterable of str

    Returns
    -------
    Packed
        A list for each text, as `Matcher.hits` gives them; their rows are not to be changed.
    """
    themes = tuple(entries["theme"]) if "theme" in entries else ()
    return _counting(_rows(entries), themes, tuple(proof_of(entries)), tuple(texts))


@lru_cache(maxsize=2)  # a lexicon, and its themes in broader groups
def _counting(rows, themes, proves, texts):
    found, _ = _found(rows, texts)
    if all(worth == SURE for worth in proves):
        return found
    return Packed(in_company(hits, text, themes, proves) for text, hits in zip(texts, found, strict=True))


def proof_of(entries):
    """What each entry proves of its theme: all (2), half of it (1: a word of many matters that supports it) or nothing
    (0: a weak one); every entry proves all where the table has no column company."""
    company = entries["company"] if "company" in entries else pd.Series(False, index=entries.index)
    return (
        np.where(~company, SURE, entries["weight"] >= 1).tolist() if company.any() else [SURE] * len(entries)
    )


def in_company(hits, text, themes, proves):
    """The hits without words of many matters that stand alone for their theme in the sentence.

    They count beside a sure word of the theme, or where two different ones support each other.

    Parameters
    ----------
    hits : list
        As `Matcher.hits` gives them.
    text : str
    themes, proves : list
        The theme of each entry, and what it proves, as `proof_of` says.
    """
    wanting = {themes[row] for *_, rows, _ in hits for row in rows if proves[row] != SURE}
    if not wanting:
        return hits
    ends = [mark.end() for mark in SENTENCE.finditer(text)]
    places = [bisect_right(ends, start) for start, *_ in hits]
    proof = defaultdict(dict)
    for place, (start, end, rows, negated) in zip(places, hits, strict=True):
        for row in rows if not negated else ():
            if themes[row] in wanting:
                proof[place, themes[row]][text[start:end]] = proves[row]
    proven = {key for key, worth in proof.items() if sum(worth.values()) >= SURE}
    kept = []
    for place, hit in zip(places, hits, strict=True):
        rows = [row for row in hit[2] if proves[row] == SURE or (place, themes[row]) in proven]
        if len(rows) == len(hit[2]):
            kept.append(hit)
        elif rows:
            kept.append((*hit[:2], rows, hit[3]))
    return kept


def find_all(entries, texts):
    """Both that `Matcher.found` gives, for each of some texts, whatever needs company; as for `find_hits`."""
    return _found(_rows(entries), tuple(texts))


def _rows(entries):
    columns = entries[["entry", "kind", "not_in"]]
    return tuple((entry, kind, tuple(not_in)) for entry, kind, not_in in columns.itertuples(index=False))


@lru_cache(maxsize=1)
def _found(rows, texts):
    matcher, hits, beside = _matcher(rows), Packed(), Packed()
    for text in texts:
        found, others = matcher.found(text)
        hits.add(found)
        beside.add(others)
    return hits, beside


_counting.of_all_texts = _found.of_all_texts = True  # `govnlp.shared.forget` empties them


@lru_cache(maxsize=4)
def _matcher(rows):
    return Matcher(pd.DataFrame(rows, columns=["entry", "kind", "not_in"]))


def word_edges(text):
    """Offsets at which the words of the dictionary in a text begin and end."""
    return set(_edges(text))


@lru_cache(maxsize=TEXTS)
def _edges(text):
    import rjieba

    return array("I", accumulate(map(len, rjieba.cut(text, False)), initial=0))


def _cuts_a_word(edges, start, end):
    """Whether a span shares a part of a word with what stands beside it (保供 in 五保 供养).

    A span inside one word, or of whole words, cuts none.
    """
    whole = start in edges and end in edges
    return not whole and not edges.isdisjoint(range(start + 1, end))


def _frames(entry, longer):
    """Longer strings in which an entry is no hit, with every place of the entry in them."""
    return [
        (half_width(string), match.start())
        for string in longer
        for match in re.finditer(f"(?={re.escape(entry)})", half_width(string))
    ]
