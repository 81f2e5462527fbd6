"""Traditional characters: rules that are written in simplified ones read them so, and give back what is written."""

import re
from functools import cache

from govnlp.lexicons import lexicon_path

FIRST = 20  # blocks of a document that tell the same
HEAD = 2_000  # characters at the head that tell whether a text is in traditional ones
SHARE = 0.05  # of them that are traditional: of a text in these a third, of others one in a hundred (乾, 著)


def is_traditional(text):
    """Whether a text is written in traditional characters.

    >>> is_traditional("優化營商環境"), is_traditional("优化营商环境")
    (True, False)
    """
    head = text[:HEAD]
    return len(_letters().findall(head)) > SHARE * len(head)


def simplified(text):
    """A text with simplified characters in the places of traditional ones, by which rules recognise what it says.

    >>> simplified("優化營商環境")
    '优化营商环境'
    """
    return text.translate(_pairs())


def in_traditional(blocks):
    """Names of the documents, of a table of blocks, that are written in traditional characters."""
    heads = blocks.groupby("doc_id")["text"].agg(lambda x: "\n".join(x.head(FIRST)))
    return frozenset(heads.index[heads.map(is_traditional)])


def as_written(found, simple, text):
    """What was found in a text that `simplified` gave, as the text has it.

    >>> as_written("陈晓", simplified("區長陳曉"), "區長陳曉")
    '陳曉'
    """
    at = simple.find(found)
    return text[at : at + len(found)] if at >= 0 else found


@cache
def _letters():
    """Pattern of a traditional character that has a simplified one."""
    return re.compile(f"[{''.join(map(chr, _pairs()))}]")


@cache
def _pairs():
    """Traditional characters and the simplified ones that stand for them, as a table for `str.translate`."""
    lines = lexicon_path("traditional.txt").read_text(encoding="utf-8").splitlines()
    return str.maketrans(dict(pair for x in lines if not x.startswith("#") for pair in x.split()))
