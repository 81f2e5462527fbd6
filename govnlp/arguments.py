"""What a public function is handed, and what it gives: something else is refused in words, before it fails inside."""

import functools
import inspect
from collections.abc import Callable, Iterable
from numbers import Integral, Real
from typing import NamedTuple

import pandas as pd

OBJECTS = {
    "Corpus": ("blocks", "read_corpus makes one of files, parse_text of a string"),
    "TermMatrix": ("counts", "count_terms makes one of a corpus or of a table of units"),
    "str": ("isidentifier", "read_corpus reads files"),
}
"""Each object: an attribute by which it is known here, below the modules that define it, and where it comes from."""


class Value(NamedTuple):
    """What an argument must be: in words, and the test of it."""

    words: str
    fits: Callable


def _is_whole(value):
    return isinstance(value, Integral) and not isinstance(value, bool)


def whole(least):
    """A whole number from the least on."""
    return Value(f"a whole number from {least} on", lambda x: _is_whole(x) and x >= least)


SHARE = Value("a number from 0 to 1", lambda x: isinstance(x, Real) and 0 <= x <= 1)
SOME = Value("a number above 0 and at most 1", lambda x: isinstance(x, Real) and 0 < x <= 1)
WITHIN = Value("a number between 0 and 1", lambda x: isinstance(x, Real) and 0 < x < 1)
JOBS = Value(
    "a number of processes from 1 on, or -1 for one per core", lambda x: _is_whole(x) and (x == -1 or x >= 1)
)
SIZES = Value(
    "a whole number from 1 on, or several in brackets",
    lambda x: whole(1).fits(x) or (isinstance(x, tuple | list) and bool(x) and all(map(whole(1).fits, x))),
)
KS = Value(
    "several whole numbers, such as range(3, 15)",
    lambda x: isinstance(x, Iterable) and not isinstance(x, str),
)
LANGUAGE = Value("'zh' or 'en'", lambda x: x in ("zh", "en"))
TEXT = Value("the word or phrase that is looked for", lambda x: isinstance(x, str) and bool(x))
TEXTS = Value("a list of phrases", lambda x: isinstance(x, Iterable) and not isinstance(x, str))


def takes(**wanted):
    """Decorator: what each named argument of a public function must be.

    ``"Corpus"``, ``"TermMatrix"``, ``"str"``; a table, told by what makes it and the columns needed:
    ``"frequency: term, n"``; or a `Value`. Where an argument may be left out, None is left to the function.
    """

    def decorate(function):
        places = inspect.signature(function).parameters
        needed = {name for name, place in places.items() if place.default is place.empty}

        @functools.wraps(function)
        def checked(*args, **kwargs):
            given = {**dict(zip(places, args, strict=False)), **kwargs}
            for name, want in wanted.items():
                if given.get(name) is not None or name in given.keys() & needed:
                    _check(f"{function.__name__}: {name}", given[name], want)
            return function(*args, **kwargs)

        return checked

    return decorate


def gives(**kinds):
    """Decorator: kinds of the columns of the table that a function gives, which can't be told where it has no row.

    Each kind, as ``astype`` knows it, with the names of its columns: ``str="term", int64="n rank"``; those that a table
    does not have are left.
    """
    kind_of = {name: kind for kind, names in kinds.items() for name in names.split()}

    def decorate(function):
        @functools.wraps(function)
        def typed(*args, **kwargs):
            table = function(*args, **kwargs)
            if len(table):
                return table
            return table.astype({name: kind for name, kind in kind_of.items() if name in table})

        return typed

    return decorate


def _check(place, value, want):
    if isinstance(want, Value):
        if not want.fits(value):
            raise ValueError(f"{place} is {value!r:.40}; give {want.words}")
        return
    maker, _, columns = want.partition(": ")
    if not columns:
        attribute, origin = OBJECTS[want]
        if isinstance(value, pd.DataFrame) or not hasattr(value, attribute):
            raise TypeError(f"{place} must be a {want}, not {_shown(value)}; {origin}")
        return
    if not isinstance(value, pd.DataFrame):
        raise TypeError(f"{place} must be a table, as from {maker}, not {_shown(value)}")
    missing = [column for column in columns.split(", ") if column not in value]
    if missing:
        raise ValueError(
            f"{place} lacks the columns {', '.join(missing)}; a table as from {maker} is wanted, "
            f"this one has {', '.join(map(str, value.columns)) or 'none'}"
        )


def _shown(value):
    return (
        f"{type(value).__name__} {value!r:.40}"
        if isinstance(value, str | int | float)
        else type(value).__name__
    )
