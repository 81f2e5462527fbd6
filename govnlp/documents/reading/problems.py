"""What can't be read, and what to do about it."""

from govnlp.notes import Note


class Unreadable(Exception):
    """A file that gives no text; its note is the reason and the remedy, for a row of `Corpus.problems`."""


def problem(path, stage, note):
    """A row of `Corpus.problems`: the reason in English, and the same as key and values for other languages."""
    known = note.to_json() if isinstance(note, Note) else None
    return {"path": path, "stage": stage, "reason": str(note), "note": known}
