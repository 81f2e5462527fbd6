"""What one file may cost: limits that are stated, can be changed, and are reported per file."""

import time
from contextlib import contextmanager
from contextvars import ContextVar

from govnlp.documents.reading.problems import Unreadable
from govnlp.notes import Mistake, Note

LIMITS = {
    "bytes": 1_000_000_000,  # of a file
    "text": 100_000_000,  # bytes of a text file or a web page, or of a .docx when unpacked
    "members": 20_000,  # files in an archive
    "unpacked": 2_000_000_000,  # bytes of an archive when unpacked
    "ratio": 200,  # unpacked to packed, of a member larger than a megabyte
    "depth": 2,  # archives within each other
    "attributes": 1_000,  # of one element of a web page
    "pages": 5_000,  # of a PDF
    "memory": 4_000_000_000,  # bytes of the process that reads a PDF, where the system can limit it
    "seconds": 300,  # for one file; a PDF is stopped then, others are looked at between steps
}
_limits = ContextVar("limits", default=LIMITS)
_ends = ContextVar("ends", default=float("inf"))


def limit(name):
    """The value of a limit.

    >>> limit("pages")
    5000
    """
    return _limits.get()[name]


def current_limits():
    """All limits for the file that is read, as a dict."""
    return dict(_limits.get())


def seconds_left():
    """Time that is left for the file that is read; None without a limit."""
    return None if _ends.get() == float("inf") else max(0.001, _ends.get() - time.monotonic())


@contextmanager
def within_limits(changed=None):
    """Limits for the files that are read inside; the time of one file starts to run.

    Parameters
    ----------
    changed : dict, optional
        New values by the names of `LIMITS`.

    Raises
    ------
    ValueError
        An unknown name.
    """
    values = check_limits(changed)
    tokens = _limits.set(values), _ends.set(time.monotonic() + values["seconds"])
    try:
        yield
    finally:
        _limits.reset(tokens[0])
        _ends.reset(tokens[1])


def check_limits(changed=None):
    """All limits, with changed ones.

    >>> check_limits({"pages": 9})["pages"]
    9
    """
    unknown = sorted(set(changed or ()) - set(LIMITS))
    if unknown:
        raise ValueError(Mistake("argument_unknown", what="limit", value=unknown[0], known=", ".join(LIMITS)))
    return LIMITS | (changed or {})


def check_text(n_bytes):
    """Raise Unreadable where text is larger than its limit: in memory it takes up to eighty times its bytes."""
    if n_bytes > limit("text"):
        raise Unreadable(Note("too_much_text", n=n_bytes, limit=limit("text")))


def check_time():
    """Raise Unreadable when the time of the file that is read is over."""
    if time.monotonic() > _ends.get():
        raise Unreadable(Note("too_long", n=limit("seconds")))
