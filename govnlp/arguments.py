"""What a public function is handed, and what it gives: something else is refused in words, before it fails inside."""

import functools
import inspect
from collections.abc import Callable, Iterable
from numbers import Integral, Real
from typing import NamedTuple

import pandas as pd

from govnlp.notes import Mistake, Note

OBJECTS = {
    "Corpus": ("blocks", "origin_corpus"),
    "TermMatrix": ("counts", "origin_terms"),
    "str": ("isidentifier", "origin_text"),
}
"""Each object: an attribute by which it is known here, below the modules that define it, and where it comes from."""


class Value(NamedTuple):
    """What an argument must be: the key of its words in messages.yaml, the test of it, and a number that they name."""

    key: str
    fits: Callable
    least: int | None = None


def _is_whole(value):
    return isinstance(value, Integral) and not isinstance(value, bool)


def whole(least):
    """A whole number from the least on."""
    return Value("want_whole", lambda x: _is_whole(x) and x >= least, least)


SHARE = Value("want_share", lambda x: isinstance(x, Real) and 0 <= x <= 1)
SOME = Value("want_some", lambda x: isinstance(x, Real) and 0 < x <= 1)
WITHIN = Value("want_within", lambda x: isinstance(x, Real) and 0 < x < 1)
JOBS = Value("want_jobs", lambda x: _is_whole(x) and (x == -1 or x >= 1))
SIZES = Value(
    "want_sizes",
    lambda x: whole(1).fits(x) or (isinstance(x, tuple | list) and bool(x) and all(map(whole(1).fits, x))),
)
KS = Value(
    "want_numbers",
    lambda x: isinstance(x, Iterable) and not isinstance(x, str),
)
LANGUAGE = Value("want_language", lambda x: x in ("zh", "en"))
TEXT = Value("want_phrase", lambda x: isinstance(x, str) and bool(x))
TEXTS = Value("want_phrases", lambda x: isinstance(x, Iterable) and not isinstance(x, str))


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
            words = Note(want.key, least=want.least)
            raise ValueError(Mistake("argument_value", place=place, value=f"{value!r:.40}", want=words))
        return
    maker, _, columns = want.partition(": ")
    given = _shown(value)
    if not columns:
        attribute, origin = OBJECTS[want]
        if isinstance(value, pd.DataFrame) or not hasattr(value, attribute):
            raise TypeError(
                Mistake("argument_kind", place=place, want=want, given=given, origin=Note(origin))
            )
        return
    if not isinstance(value, pd.DataFrame):
        raise TypeError(Mistake("argument_table", place=place, maker=maker, given=given))
    missing = ", ".join(column for column in columns.split(", ") if column not in value)
    if missing:
        there = ", ".join(map(str, value.columns)) or Note("nothing")
        raise ValueError(
            Mistake("argument_columns", place=place, missing=missing, maker=maker, columns=there)
        )


def _shown(value):
    return (
        f"{type(value).__name__} {value!r:.40}"
        if isinstance(value, str | int | float)
        else type(value).__name__
    )
