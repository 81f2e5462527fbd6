"""What can't be read, and what to do about it."""


class Unreadable(Exception):
    """A file that gives no text; the message is the reason and the remedy, for a row of `Corpus.problems`."""
