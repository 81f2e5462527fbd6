"""Rows of the tables of rules: what a value has to be, patterns over the texts around it, and what follows.

Rows are tried in order, the first that fits decides. Each table says which columns it has, and what a cell asks.
"""

import re
from types import SimpleNamespace
from typing import NamedTuple

from govnlp.notes import Mistake, one_of
from govnlp.text import longest_first

ABOUT = {"example", "note"}  # columns of every table that ask nothing


class Row(NamedTuple):
    """A row: tests of what a value is and of the texts around it, by column, and its other cells."""

    facts: dict
    texts: dict
    cells: object


class Table:
    """Rows in the order in which they are tried.

    Which of them a fact admits is remembered, as the bits of a number: there are few facts, and many values.
    """

    def __init__(self, rows):
        self.rows, self.admitted, self.chosen = rows, {}, {}

    def fitting(self, facts):
        """Rows whose tests of what a value is hold; `facts` gives that by column."""
        asked = tuple(facts.values())
        if asked not in self.chosen:
            bits = -1
            for fact in facts.items():
                if fact not in self.admitted:
                    self.admitted[fact] = self._admitted(*fact)
                bits &= self.admitted[fact]
            self.chosen[asked] = [row for i, row in enumerate(self.rows) if bits >> i & 1]
        return self.chosen[asked]

    def _admitted(self, column, fact):
        """Bits of the rows that a fact admits."""
        return sum(
            1 << i for i, row in enumerate(self.rows) if column not in row.facts or row.facts[column](fact)
        )

    def decide(self, facts, texts):
        """The first row that fits, or None.

        `texts` gives, by column, what the test takes: a text, and where it begins and ends.
        """
        for row in self.fitting(facts):
            for column, test in row.texts.items():
                if not test(*texts[column]):
                    break
            else:
                return row
        return None


class Asked(dict):
    """What the tests of a value take, by column; what isn't known is worked out when a row first asks for it."""

    def __init__(self, work_out, **known):
        super().__init__(known)
        self.work_out = work_out

    def __missing__(self, column):
        self[column] = taken = (self.work_out(column),)
        return taken


def read_rows(table, rows, facts, texts, cells):
    """Table of rules.

    Parameters
    ----------
    table : str
        Its name, for errors.
    rows : list of dict
        Cells by column.
    facts, texts : dict
        Columns that ask what a value is, and what stands around it: column -> what makes a test of a cell.
    cells : dict
        Other columns, with what they hold where a row has none.

    Returns
    -------
    Table

    Raises
    ------
    ValueError
        A row has a column that the table doesn't know.

    Examples
    --------
    >>> table = read_rows("t", [{"kind": ["share"], "after": "率"}], {"kind": any_of}, {"after": matching}, {"size": 1})
    >>> table.decide({"kind": ("share",)}, {"after": ("茶税率", 2)}).cells.size
    1
    """
    known = facts.keys() | texts.keys() | cells.keys() | ABOUT
    for row in rows:
        if unknown := row.keys() - known:
            raise ValueError(
                Mistake(
                    "unknown_in_lexicon",
                    what="column",
                    name=min(unknown),
                    file=table,
                    known=one_of(sorted(known)),
                )
            )

    def tests(row, columns):
        return {column: make(row[column]) for column, make in columns.items() if column in row}

    others = (SimpleNamespace(**{k: row.get(k, cell) for k, cell in cells.items()}) for row in rows)
    return Table([Row(tests(row, facts), tests(row, texts), x) for row, x in zip(rows, others, strict=True)])


def any_of(cell):
    """A test whether one of the words, or the one, of a cell is among others."""
    words = frozenset(cell if isinstance(cell, (list, dict, frozenset)) else [cell])
    return lambda others: not words.isdisjoint(others)


def closing_with(words):
    """A test whether a text ends with one of some words."""
    words = tuple(words)
    return lambda text: text.endswith(words)


def matching(cell):
    """A test whether a text goes on from a place as a pattern, or one of some words, has it."""
    return _compiled(cell).match


def finding(cell):
    """A test whether a text holds what a pattern, or one of some words, has."""
    return _compiled(cell).search


def _compiled(cell):
    """Regular expression of a cell: one, or a list of words."""
    return re.compile(cell if isinstance(cell, str) else "|".join(longest_first(cell)))
