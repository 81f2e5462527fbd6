"""Spun text: articles whose words a rewriting program replaced, found and put back."""

import math
import re
from collections import Counter
from functools import lru_cache

import pandas as pd

from govnlp.lexicons import lexicon_path

SAMPLE = 20_000  # characters that `detect_spun` looks at
LONGEST = 6  # characters of a word
RARE = 30  # frequency of an original that the dictionary lacks
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
        Of a longer text, evenly spaced stretches of 20,000 characters in all are looked at.

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
    runs = _RUN.findall(_sample(text))
    size = sum(map(len, runs))
    if not size:
        return 0.0
    found = sum(source != word for run in runs for source, word, _ in _best_path(run, STRICT))
    # half a substitution is taken off, so that one odd word does not condemn a short text
    rate = 1000 * max(0.0, found - 0.5) / size
    return 1 / (1 + math.exp(min(60.0, STEEP * (HALF - rate))))


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
    price = LOOSE + STRICT * (1 - score)
    counts, numbers, flips = Counter(), set(), set()
    out, last = [], 0
    for run in _RUN.finditer(text):
        out.append(text[last : run.start()])
        at = last = run.start()
        for source, word, flip in _best_path(run[0], price):
            out.append(word)
            end = at + len(source)
            if source != word:
                counts[source, word] += 1
                if _DIGIT.search(text[max(0, at - 6) : at] + text[end : end + 6].split("\n")[0]):
                    numbers.add((source, word))
                if flip:
                    flips.add((source, word))
            at = end
        last = run.end()
    out.append(text[last:])
    rows = [(*pair, n, pair in numbers, pair in flips) for pair, n in counts.items()]
    table = pd.DataFrame(rows, columns=_COLUMNS)
    return "".join(out), table.sort_values(
        ["n", "spun", "original"], ascending=[False, True, True], ignore_index=True
    )


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
        for run in _RUN.findall(_sample(text))
        for source, word, _ in _best_path(run, STRICT)
        if source != word
    )
    rows = sorted(((*pair, n) for pair, n in pairs.items()), key=lambda row: (-row[2], row[:2]))
    return pd.DataFrame(rows, columns=["spun", "original", "n"])


def _sample(text):
    if len(text) <= SAMPLE:
        return text
    size = SAMPLE // 10
    step = (len(text) - size) // 9
    return "\n".join(text[i * step : i * step + size] for i in range(10))


@lru_cache(maxsize=1)
def _dictionary():
    """Frequencies by word; jieba's table also holds every beginning of a word, with frequency 0."""
    import jieba

    jieba.setLogLevel(60)
    jieba.initialize()
    return jieba.dt.FREQ, math.log(jieba.dt.total)


@lru_cache(maxsize=1)
def _confusions():
    """By spun form: the originals, and whether the swap can turn a statement into its opposite."""
    table = pd.read_csv(
        lexicon_path("confusions.tsv"),
        sep="\t",
        comment="#",
        dtype=str,
        keep_default_na=False,
        encoding="utf-8",
    )
    found = {}
    for spun, original, flips in table.itertuples(index=False):
        found.setdefault(spun, []).append((original, flips == "yes"))
    return found, max(map(len, found))


def _readings(run, start):
    """Words that may begin at `start`: (end, word, substitutions, polarity)."""
    known, _ = _dictionary()
    confusions, longest = _confusions()
    yield start + 1, run[start], 0, False
    stack = [(start, "", 0, False)]
    while stack:
        at, word, swaps, flip = stack.pop()
        options = [(at + 1, run[at], 0, False)]
        for end in range(at + 1, min(len(run), at + longest) + 1):
            options += [(end, original, 1, turns) for original, turns in confusions.get(run[at:end], ())]
        for end, piece, swap, turns in options:
            longer = word + piece
            if len(longer) > LONGEST or swaps + swap > 2:
                continue
            whole = not word and swap and end - start > 1  # an original may be no word of the dictionary
            if known.get(longer) or whole:
                yield end, longer, swaps + swap, flip or turns
            if longer in known and end < len(run):
                stack.append((end, longer, swaps + swap, flip or turns))


def _best_path(run, price):
    """Most probable words of a run of Chinese characters, as (source, word, polarity)."""
    known, total = _dictionary()
    best = [(-math.inf, 0, "", False)] * (len(run) + 1)
    best[0] = (0.0, 0, "", False)
    for start in range(len(run)):
        base = best[start][0]
        for end, word, swaps, flip in _readings(run, start):
            score = base + math.log(known.get(word) or (RARE if swaps else 1)) - total - price * swaps
            if score > best[end][0]:
                best[end] = (score, start, word, flip)
    path, end = [], len(run)
    while end:
        _, start, word, flip = best[end]
        path.append((run[start:end], word, flip))
        end = start
    return path[::-1]
