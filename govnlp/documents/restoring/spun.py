"""Spun text: articles whose words a rewriting program replaced, found and put back."""

import math
import re
from collections import Counter
from dataclasses import replace

import numpy as np
import pandas as pd

from govnlp.documents.restoring.channel import best_path, habits

GLANCE = 150  # characters that `screen_spun` looks at: a program swaps words everywhere
SAMPLE = 8_000  # characters that `detect_spun` looks at
STRICT = 5.0  # price, in nats, at which a substitution counts as evidence that a text is spun
LOOSE = 0.2  # price in a text that is surely spun
CLEAN = 0.5  # texts that score less are left as they are
HALF = 5.0  # substitutions per 1,000 characters at which a text scores one half
STEEP = 0.9  # how fast the score rises there

_RUN = re.compile(r"[\u4e00-\u9fff]+")
_DIGIT = re.compile(r"[0-9０-９〇一二三四五六七八九十百千万亿%％]")
_COLUMNS = ["spun", "original", "n", "touches_number", "polarity"]


def detect_spun(text):
    """How surely a text was rewritten by an article spinner.

    Parameters
    ----------
    text : str
        Of a longer text, evenly spaced stretches of 8,000 characters in all are looked at.

    Returns
    -------
    float
        0 to 1: a logistic function of the substitutions per 1,000 Chinese characters that make their sentence
        more probable by at least `STRICT` nats each.

    Examples
    --------
    >>> round(detect_spun("云岭市坚持以人民为中心，推动高质量发展。"), 1)
    0.0
    >>> detect_spun("云岭市沉点工做无了新进展，居平易近收入删加。") > 0.9
    True
    """
    runs = _RUN.findall(_sample(text, SAMPLE))
    size = sum(map(len, runs))
    if not size:
        return 0.0
    found = _substitutions(runs)
    # half a substitution is taken off, so that one odd word does not condemn a short text
    rate = 1000 * max(0.0, found - 0.5) / size
    return 1 / (1 + math.exp(min(60.0, STEEP * (HALF - rate))))


def screen_spun(text):
    """`detect_spun` for many documents: 0 where a glance at 150 characters, evenly spaced, finds no substitution."""
    return detect_spun(text) if _substitutions(_RUN.findall(_sample(text, GLANCE))) else 0.0


def _substitutions(runs):
    return sum(source != word for run in runs for source, word, _ in best_path(run, STRICT))


def restore_spun(text):
    """Put back the words that an article spinner replaced.

    Every stretch of Chinese characters takes its most probable reading: words of jieba's dictionary, and the
    originals of known confusions at a price. A text that does not look spun comes back unchanged.

    Parameters
    ----------
    text : str

    Returns
    -------
    text : str
        With the same lines, figures and punctuation.
    table : DataFrame
        One row per spun word and original: spun, original, n (times), touches_number (a numeral stands within
        six characters), polarity (the swap can turn a statement into its opposite).

    Examples
    --------
    >>> text, table = restore_spun("云岭市沉点工做无了新进展，居平易近收入删加。")
    >>> text
    '云岭市重点工作有了新进展，居民收入增长。'
    >>> table["original"].tolist()
    ['增长', '居民收入', '工作', '有', '重点']
    """
    score = detect_spun(text)
    if score < CLEAN:
        return text, pd.DataFrame(columns=_COLUMNS)
    pieces = list(_read(text, score))
    return "".join(word for _, word, _ in pieces), _swaps(text, pieces)


def _read(text, score):
    """Pieces of a text, each with the word that it stands for and whether that can turn a statement round."""
    price, prices, last = LOOSE + STRICT * (1 - score), habits(text), 0
    for run in _RUN.finditer(text):
        between = text[last : run.start()]
        yield between, between, False
        yield from best_path(run[0], price, prices)
        last = run.end()
    yield text[last:], text[last:], False


def _swaps(text, pieces):
    counts, numbers, flips, at = Counter(), set(), set(), 0
    for source, word, flip in pieces:
        end = at + len(source)
        if source != word:
            counts[source, word] += 1
            if _DIGIT.search(text[max(0, at - 6) : at] + text[end : end + 6].split("\n")[0]):
                numbers.add((source, word))
            if flip:
                flips.add((source, word))
        at = end
    rows = [(*pair, n, pair in numbers, pair in flips) for pair, n in counts.items()]
    table = pd.DataFrame(rows, columns=_COLUMNS)
    return table.sort_values(["n", "spun", "original"], ascending=[False, True, True], ignore_index=True)


def restore_corpus(corpus):
    """The corpus with the text of spun documents put back, for those who decide to count what was meant.

    Parameters
    ----------
    corpus : Corpus

    Returns
    -------
    corpus : Corpus
        The same documents; in those whose `spun_score` is one half or more, `text` of the blocks is restored and
        `text_as_printed` is what stands there.
    swaps : DataFrame
        One row per document, spun word and original: doc_id, spun, original, n, touches_number, polarity. Read
        those with polarity and a number against the source: there the copy says the opposite.

    Raises
    ------
    TypeError
        Term counts that were shared without their text: they can't be restored.

    Examples
    --------
    >>> from govnlp import parse_text
    >>> corpus, swaps = restore_corpus(parse_text("云岭市沉点工做无了新进展。\\n\\n居平易近收入删加。", "a"))
    >>> corpus.blocks["text"].tolist()
    ['云岭市重点工作有了新进展。', '居民收入增长。']
    """
    if not hasattr(corpus, "blocks"):
        raise TypeError("counts hold no text that could be restored; give the documents they were made from")
    blocks, tables = corpus.blocks.assign(text_as_printed=corpus.blocks["text"]), []
    scores = corpus.documents.set_index("doc_id")["spun_score"].dropna()
    for doc_id, score in scores[scores >= CLEAN].items():
        rows = blocks["doc_id"].eq(doc_id)
        lines = blocks.loc[rows, "text"].str.replace("\n", " ")
        pieces = list(_read("\n".join(lines), score))
        blocks.loc[rows, "text"] = "".join(word for _, word, _ in pieces).split("\n")
        before, after = (np.cumsum([0, *(len(piece[side]) for piece in pieces)]) for side in (0, 1))
        blocks.loc[rows, "line_starts"] = _moved(blocks.loc[rows], before, after)
        tables.append(_swaps("\n".join(lines), pieces).assign(doc_id=doc_id)[["doc_id", *_COLUMNS]])
    swaps = pd.concat(tables, ignore_index=True) if tables else pd.DataFrame(columns=["doc_id", *_COLUMNS])
    return replace(corpus, blocks=blocks), swaps


def _moved(rows, before, after):
    """Where the source lines of each block begin in its restored text."""
    first, moved = 0, []
    for text, starts in zip(rows["text_as_printed"], rows["line_starts"], strict=True):
        places = np.interp([first, *(first + start for start in starts)], before, after).astype(int)
        moved.append((places[1:] - places[0]).tolist())
        first += len(text) + 1
    return pd.Series(moved, index=rows.index)


def spun_evidence(text):
    """Substitutions that speak for a spun text, each with its count.

    Parameters
    ----------
    text : str

    Returns
    -------
    DataFrame
        One row per pair: spun, original, n; most frequent first.

    Examples
    --------
    >>> spun_evidence("沉点工做，沉点难题")
      spun original  n
    0   沉点       重点  2
    1   工做       工作  1
    """
    pairs = Counter(
        (source, word)
        for run in _RUN.findall(_sample(text, SAMPLE))
        for source, word, _ in best_path(run, STRICT)
        if source != word
    )
    rows = sorted(((*pair, n) for pair, n in pairs.items()), key=lambda row: (-row[2], row[:2]))
    return pd.DataFrame(rows, columns=["spun", "original", "n"])


def _sample(text, most):
    if len(text) <= most:
        return text
    size = most // 10
    step = (len(text) - size) // 9
    return "\n".join(text[i * step : i * step + size] for i in range(10))
