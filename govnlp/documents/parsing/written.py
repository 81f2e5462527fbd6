"""Documents in traditional characters: rules read them in simplified ones, their tables have what is written."""

from collections import Counter
from dataclasses import replace
from functools import cache

from govnlp.lexicons.traditional import simplified

STATED = ("title", "year_evidence", "genre_evidence", "place_evidence", "outlet", "doc_number", "issuer")
WITHIN = 20  # characters that a block may leave out of its lines in one place, such as a label


def in_simplified(source):
    """A source as rules read it."""
    stated = {x: simplified(y) if isinstance(y, str) else y for x, y in source.stated.items()}
    return replace(source, lines=[simplified(x) for x in source.lines], stated=stated)


def as_written(source, simple, document, articles, blocks):
    """What `parse` made of the lines in simplified characters (`simple`), with the words of the source.

    The names of regions and places stay as the table of divisions has them.
    """
    whole = "\n".join(simple.lines), "\n".join(source.lines)

    @cache
    def letters():
        usual = Counter(zip(*whole, strict=True))
        return {a: b for (a, b), _ in reversed(usual.most_common())}  # the most frequent one last

    def found(text):
        at = whole[0].find(text) if isinstance(text, str) else -1
        if at >= 0:
            return whole[1][at : at + len(text)]
        return "".join(letters().get(x, x) for x in text) if isinstance(text, str) else text

    for block in blocks:
        block["text"] = _followed(block["text"], *(_lines_of(block, x) for x in (simple, source)))
        block |= {x: found(block[x]) for x in ("section", "speaker")}
    for article in articles:
        article["title"] = found(article["title"])
        article |= {x: [found(y) for y in article[x]] for x in ("title_lines", "authors")}
    return document | {x: found(document[x]) for x in STATED}, articles, blocks


def _lines_of(block, source):
    """The pieces of lines from which a block was made, in one."""
    return "".join(source.lines[number - 1][start:end] for number, start, end in block["spans"])


def _followed(text, simple, written):
    """A text that follows a line in simplified characters, in those of the line as written.

    >>> _followed("头发", "头。发", "頭。髮")
    '頭髮'
    """
    if text == simple:
        return written
    out, at = [], 0
    for letter in text:
        place = simple.find(letter, at, at + WITHIN)
        out.append(letter if place < 0 else written[place])
        at = at if place < 0 else place + 1
    return "".join(out)
