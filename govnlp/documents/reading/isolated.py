"""A reader in a process of its own, which can be stopped and may crash without harm: for PDF, whose reader is C++."""

import json
import os
import signal
import subprocess
import sys
from contextlib import suppress
from importlib import import_module

from govnlp.documents.reading.limits import current_limits, limit, seconds_left, within_limits
from govnlp.documents.reading.problems import Unreadable
from govnlp.notes import Note, from_json

CHILD = (
    "import json, sys; sys.path[:] = json.loads(sys.argv[1]); "
    "from govnlp.documents.reading.isolated import answer; answer(*sys.argv[2:])"
)


def in_child(module, name, data):
    """What a function of a module gives for bytes, called in a process of its own within the limits.

    Parameters
    ----------
    module, name : str
        The function; it gives lines, roles and notes of a `Source`.
    data : bytes

    Raises
    ------
    Unreadable
        The function raised it, took too long, wanted too much memory, or crashed.
    """
    seconds = seconds_left()
    limits = current_limits() | ({"seconds": seconds} if seconds else {})
    words = [json.dumps(sys.path), module, name, json.dumps(limits)]
    try:
        done = subprocess.run(
            [sys.executable, "-c", CHILD, *words], input=data, capture_output=True, timeout=seconds
        )
    except subprocess.TimeoutExpired as error:
        raise Unreadable(Note("too_long", n=limit("seconds"))) from error
    if done.returncode:
        raise Unreadable(Note("reader_stopped", error=_reason(done)))
    answered = json.loads(done.stdout)
    if "unreadable" in answered:
        raise Unreadable(from_json(answered["unreadable"]))
    result = answered["result"]
    return result | {"notes": list(map(from_json, result["notes"]))}


def _reason(done):
    if done.returncode < 0:
        with suppress(ValueError):
            return signal.Signals(-done.returncode).name
    last = done.stderr.decode("utf-8", "replace").strip().splitlines()[-1:]
    return last[0][:200] if last else f"status {done.returncode}"


def answer(module, name, limits):
    """The child's side: bytes on standard input, the result on what was standard output."""
    out = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)  # what a library prints is no part of the answer
    with suppress(ImportError, ValueError, OSError):  # Windows has no such limits
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (json.loads(limits)["memory"],) * 2)
    data = sys.stdin.buffer.read()
    with within_limits(json.loads(limits)):
        try:
            result = getattr(import_module(module), name)(data)
            answered = {"result": result | {"notes": [x.to_json() for x in result["notes"]]}}
        except Unreadable as error:
            answered = {"unreadable": error.args[0].to_json()}
    with out:
        json.dump(answered, out)
