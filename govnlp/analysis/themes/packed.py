"""Spans of many texts in little memory."""

from array import array


class Packed:
    """Lists of spans, one list for each text: four numbers a span, and each list of rows once.

    As tuples they would take ten times the memory, for every text of a corpus.

    Parameters
    ----------
    lists : iterable of list of (start, end, rows, negated)

    Examples
    --------
    >>> packed = Packed([[(0, 2, [7], False), (3, 5, [1, 7], True)], []])
    >>> list(packed)
    [[(0, 2, [7], False), (3, 5, [1, 7], True)], []]
    """

    def __init__(self, lists=()):
        self._texts, self._places = [], {}
        for spans in lists:
            self.add(spans)

    def add(self, spans):
        """Take the spans of the next text."""
        numbers, places = array("I"), self._places
        for start, end, rows, negated in spans:
            numbers.extend((start, end, places.setdefault(tuple(rows), len(places)), negated))
        self._texts.append(numbers)

    def __iter__(self):
        rows = list(map(list, self._places))
        for numbers in self._texts:
            four = [iter(numbers)] * 4
            yield [(start, end, rows[at], bool(no)) for start, end, at, no in zip(*four, strict=True)]
