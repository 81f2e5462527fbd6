"""Find the entries of a lexicon in a text: on word borders, longest first, exclusions and negations seen."""

import re
from array import array
from collections import defaultdict
from functools import lru_cache
from itertools import accumulate

import pandas as pd

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
    window = affirmative.sub("。", text[max(0, start - REACH) : start])
    return negation.search(window) is not None


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
        text = half_width(text)
        chosen = choose(self.spans(text))
        return sorted((start, end, rows, is_negated(text, start)) for start, end, rows in chosen)

    def spans(self, text):
        """All spans of a text in half width that entries have, with their rows, the longest first; they may overlap."""
        spans, edges = defaultdict(list), None
        literals = [(start, start + len(term), term) for start, term in self.literals(text)]
        offices = {
            at: end for start, end, _ in literals if OFFICE.match(text, end) for at in range(start, end)
        }
        for start, end, term in literals:
            edges = edges or word_edges(text)
            if offices.get(start, 0) < end and not _cuts_a_word(edges, start, end):
                spans[start, end] += self._kept(self.rows[term], text, start)
        for pattern, rows in self.patterns.items():
            for match in pattern.finditer(text):
                if match.group():
                    spans[match.span()] += self._kept(rows, text, match.start())
        return [
            (*span, sorted(spans[span]))
            for span in sorted(spans, key=lambda s: (s[0] - s[1], s))
            if spans[span]
        ]

    def _kept(self, rows, text, start):
        """Those of the rows that nothing longer excludes."""
        return [row for row in rows if row not in self.not_in or not self._excluded(row, text, start)]

    def _excluded(self, row, text, start):
        return any(text.startswith(longer, start - at) for longer, at in self.not_in[row] if at <= start)


def choose(spans, without=None):
    """Those of the spans from `Matcher.spans` that overlap no longer one, as if an entry were not in the lexicon."""
    taken, chosen = set(), []
    for start, end, rows in spans:
        if without in rows:
            rows = [row for row in rows if row != without]
        if rows and taken.isdisjoint(range(start, end)):
            taken.update(range(start, end))
            chosen.append((start, end, rows))
    return chosen


def find_hits(entries, texts):
    """The hits of a lexicon in each of some texts; the last are kept, since what is scored is then looked into.

    Parameters
    ----------
    entries : DataFrame
        As for `Matcher`.
    texts : iterable of str

    Returns
    -------
    list of list
        As `Matcher.hits` gives them; not to be changed.
    """
    columns = ["entry", "kind", "not_in"]
    rows = tuple(
        (entry, kind, tuple(not_in)) for entry, kind, not_in in entries[columns].itertuples(index=False)
    )
    return _find_hits(rows, tuple(texts))


@lru_cache(maxsize=1)
def _find_hits(rows, texts):
    matcher = _matcher(rows)
    return [matcher.hits(text) for text in texts]


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
    return not {start, end} <= edges and any(at in edges for at in range(start + 1, end))


def _frames(entry, longer):
    """Longer strings in which an entry is no hit, with every place of the entry in them."""
    return [
        (half_width(string), match.start())
        for string in longer
        for match in re.finditer(f"(?={re.escape(entry)})", half_width(string))
    ]
