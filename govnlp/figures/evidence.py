"""Passages behind the numbers of a report: each row of a table leads to the lines that it rests on."""

import re
from bisect import bisect_right
from collections import namedtuple
from functools import cache
from itertools import accumulate, islice

from govnlp.figures.html_tables import inert
from govnlp.figures.style import label
from govnlp.words.concordance import COLUMNS, occurrences, searchable

LINES = 3
"""Lines shown of a term."""
ROOM = 500_000
"""Characters of passages that a report holds: 1.5 MB, so that it opens at once; the explorer has the whole text."""
BETWEEN = "\0"
"""Stands between the blocks of a text that is searched as one; no block holds it."""
Line = namedtuple("Line", COLUMNS)


class Evidence:
    """Collects the passages that a report's tables refer to.

    Parameters
    ----------
    corpus : Corpus
    names : dict
        doc_id to short name.
    lang : {"zh", "en"}

    Attributes
    ----------
    used : int
        Characters of passages that the page holds so far.
    """

    def __init__(self, corpus, names, lang="zh"):
        self.names, self.lang = names, lang
        columns = corpus.blocks.reindex(columns=["doc_id", "block", "lines", "text", "text_as_printed"])
        self._blocks = {(row.doc_id, str(row.block)): row for row in columns.itertuples()}
        self._lines = {
            (row.doc_id, str(line)): str(row.block) for row in columns.itertuples() for line in row.lines
        }
        self._blocks_in_order = list(searchable(corpus))
        self._text = BETWEEN.join(block[3] for block in self._blocks_in_order)
        self._starts = list(accumulate((len(block[3]) + 1 for block in self._blocks_in_order), initial=0))
        self._documents, self._spans = {}, {}
        for i, (doc_id, *_) in enumerate(self._blocks_in_order):
            self._documents.setdefault(doc_id, len(self._documents))
            first, _ = self._spans.get(doc_id, (self._starts[i], None))
            self._spans[doc_id] = (first, self._starts[i + 1])
        self._themes, self._find = {}, cache(self._find)
        self.begin(ROOM)

    def begin(self, room):
        """Begin a page, which holds so many characters of passages."""
        self._cited, self._terms, self.used, self._room = {}, {}, 0, room

    def learn(self, head, body):
        """Take the strongest block of each theme and document from a table that has both."""
        if {"doc_id", "block", "theme", "score"} <= set(head):
            rows = [dict(zip(head, row, strict=False)) for row in body]
            for row in sorted(rows, key=lambda row: -float(row["score"] or 0)):
                self._themes.setdefault((row["doc_id"], row["theme"]), row["block"])

    def link(self, row):
        """Column and anchor for a row of a table, or None where it refers to no passage.

        Parameters
        ----------
        row : dict
            Column to text; with doc_id and block, line or theme, or with term or phrase.
        """
        doc_id = row.get("doc_id")
        block = row.get("block") or self._lines.get((doc_id, row.get("line")))
        block = block or self._themes.get((doc_id, row.get("theme")))
        if (doc_id, block) in self._blocks:
            anchor = self._cite(doc_id, block)
            return ("doc_id", anchor) if anchor else None
        column = next((name for name in ("term", "phrase") if row.get(name)), None)
        if column is None:
            return None
        key = (row[column], doc_id if doc_id in self._documents else None)
        if key not in self._terms:
            found, n = self._find(row[column].removeprefix("'"), key[1])
            self._terms[key] = (len(self._terms), found, n)
        number, found, _ = self._terms[key]
        return (column, f"t{number}") if found else None

    def _find(self, term, doc_id):
        """The first lines with a term, in one document or in all, and how often it occurs."""
        first, end = (0, len(self._text)) if doc_id is None else self._spans[doc_id]
        at, numbers = first, []
        while len(numbers) < LINES and (at := self._text.find(term, at, end)) >= 0:
            numbers.append(bisect_right(self._starts, at) - 1)
            at = self._starts[numbers[-1] + 1]
        blocks = [self._blocks_in_order[number] for number in numbers]
        rows = occurrences(blocks, re.compile(re.escape(term)).finditer, 24)
        return [Line(*row) for row in islice(rows, LINES)], self._text.count(term, first, end)

    def _cite(self, doc_id, block):
        """Anchor of a passage; None where the page holds as much text as it can."""
        anchor, row = f"p{self._documents[doc_id]}-{block}", self._blocks[doc_id, block]
        if anchor not in self._cited:
            if self.used + len(row.text) > self._room:
                return None
            self.used += len(row.text)
            self._cited[anchor] = row
        return anchor

    def _line(self, row):
        """A line of a term with its place, which leads to the passage where the page has it."""
        place = f"{inert(self.names[row.doc_id])} {label('line_at', self.lang, line=row.line)}"
        anchor = self._cite(row.doc_id, str(row.block))
        place = f'<a href="#{anchor}">{place}</a>' if anchor else place
        return f"<p>{inert(row.left)}<mark>{inert(row.match)}</mark>{inert(row.right)} {place}</p>"

    def html(self):
        """The passages: lines of terms first, then cited blocks by document."""
        terms = []
        for (term, _), (number, found, n) in self._terms.items():
            lines = "".join(self._line(row) for row in found)
            if lines:
                count = f"{len(found)} / {n}"
                terms.append(
                    f'<div class="passage" id="t{number}"><h4>{inert(term)} ({count})</h4>{lines}</div>'
                )
        cited = {}
        for anchor, row in sorted(self._cited.items(), key=lambda item: item[1].Index):
            line = label("line_at", self.lang, line=row.lines[0])
            text = f"<h4>{line}</h4><p>{inert(row.text)}</p>"
            if isinstance(row.text_as_printed, str) and row.text_as_printed != row.text:
                printed = label("as_printed", self.lang, text=row.text_as_printed)
                text += f'<p class="near">{inert(printed)}</p>'
            cited.setdefault(row.doc_id, []).append(f'<div class="passage" id="{anchor}">{text}</div>')
        head = f"<h3>{label('lines_of_terms', self.lang)}</h3>"
        out = (
            f"{head}<details><summary>{label('of_terms', self.lang, n=len(terms))}</summary>{''.join(terms)}</details>"
            if terms
            else ""
        )
        for doc_id, passages in cited.items():
            summary = f"<summary>{label('of_blocks', self.lang, n=len(passages))}</summary>"
            out += f"<h3>{inert(self.names[doc_id])}</h3><details>{summary}{''.join(passages)}</details>"
        return out
