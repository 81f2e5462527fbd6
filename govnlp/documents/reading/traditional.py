"""Traditional characters: recognised, and converted with OpenCC while the original stays beside them."""

from dataclasses import replace
from functools import cache

from govnlp.arguments import takes

SAMPLE = 20_000
LEAST = 0.01
HIGH = range(0xB0, 0xF8)


def script_of(text):
    """Script in which a text is written.

    Characters that only GB 2312 has are simplified ones, characters that only Big5 has are traditional; most
    characters are in both. The script with more of its own counts, if those are a hundredth of the text or more.

    Parameters
    ----------
    text : str

    Returns
    -------
    str or None
        simplified, traditional, or None where the text shows neither.

    Examples
    --------
    >>> script_of("優化營商環境"), script_of("优化营商环境"), script_of("水上")
    ('traditional', 'simplified', None)
    """
    simplified, traditional = _own_characters()
    some = text[:SAMPLE]
    counts = {
        "simplified": sum(x in simplified for x in some),
        "traditional": sum(x in traditional for x in some),
    }
    script = max(counts, key=counts.get)
    other = min(counts.values())
    return script if counts[script] > other and counts[script] >= LEAST * len(some) else None


@takes(corpus="Corpus")
def to_simplified(corpus):
    """A corpus in simplified characters; its blocks keep what the source has in the column ``original``.

    Parameters
    ----------
    corpus : Corpus

    Returns
    -------
    Corpus
        Titles, sections, speakers and texts are converted without a change of length (character by character
        where OpenCC would change it), so that offsets into blocks and line numbers stay what they were.

    Raises
    ------
    ImportError
        Where OpenCC is not installed.

    Examples
    --------
    >>> from govnlp import parse_text
    >>> to_simplified(parse_text("優化營商環境。")).blocks[["text", "original"]].to_numpy().tolist()
    [['优化营商环境。', '優化營商環境。']]
    """
    convert = _converter()
    blocks = corpus.blocks.assign(original=corpus.blocks["text"])
    articles = corpus.articles.assign(
        title_lines=[[convert(x) for x in y] for y in corpus.articles["title_lines"]]
    )
    tables = {"blocks": (blocks, ("text", "section", "speaker")), "articles": (articles, ("title",))}
    tables["documents"] = (corpus.documents, ("title", "outlet", "issuer", "region"))
    changed = {
        name: table.assign(
            **{x: [convert(y) if isinstance(y, str) else y for y in table[x]] for x in columns}
        )
        for name, (table, columns) in tables.items()
    }
    return replace(corpus, **changed)


@cache
def _own_characters():
    """Characters that only GB 2312 has, and characters that only Big5 has."""
    gb = {bytes((a, b)).decode("gb2312", "ignore") for a in HIGH for b in range(0xA1, 0xFF)}
    low = (*range(0x40, 0x7F), *range(0xA1, 0xFF))
    big = {bytes((a, b)).decode("big5", "ignore") for a in range(0xA4, 0xF9) for b in low}
    return frozenset(gb - big - {""}), frozenset(x for x in big - gb - {""} if "一" <= x <= "鿿")


@cache
def _converter():
    try:
        from opencc import OpenCC
    except ImportError as error:
        raise ImportError("simplified characters need OpenCC: pip install opencc") from error
    convert = OpenCC("t2s").convert

    def same_length(text):
        whole = convert(text)
        return (
            whole if len(whole) == len(text) else "".join(y if len(y := convert(x)) == 1 else x for x in text)
        )

    return same_length
