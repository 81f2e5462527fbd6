"""A noisy channel over the words of a text: what was written, given what stands there."""

import math
import re
from functools import lru_cache
from itertools import accumulate

from govnlp.lexicons import frequencies, lexicon_path, shipped_by_jieba
from govnlp.text import either, finder

RUN = re.compile(r"[\u4e00-\u9fff]+")
LONGEST = 6  # characters of a word
RARE = 30  # frequency of an original that the dictionary lacks
DOMAIN = 0.7  # weight of the frequencies of government texts beside the dictionary's own
BACKOFF = 20.0  # occurrences at which a word's neighbours count half
UNSEEN = {
    "char": 0.0,
    "word": 0.0,
    "near": 0.0,
    "like": 3.0,
    "sure": 0.0,
}  # price further to `detect_spun`'s own
PRIOR = {
    "char": -1.0,
    "word": -1.0,
    "near": -3.5,
    "like": -12.0,
    "sure": 0.0,
}  # log odds, unseen, that a program knows a pair
WEIGHT = 0.5  # what one occurrence of a spun form says
SEEN = 3  # occurrences that are counted: words come in clusters
SHOWN = -1.5  # price of a pair that a compound of the text shows: 根底设施 tells that 根底 stands for 基础
NOBODY = -8.0  # price of such a compound itself
LEFT = 2.0  # what an original that is left says against
HIGHEST = 12.0  # price of a substitution that the text speaks against
ORDINARY = 0.5  # what each power of e by which a spun form is more frequent than `RARELY` says against a swap
RARELY = 1e-5
BEAM = 4  # readings kept at one place of the text


@lru_cache(maxsize=1)
def dictionary():
    """Frequencies by word in jieba's dictionary, and the logarithm of their sum; jieba loads it in twice the time."""
    parts = shipped_by_jieba("dict.txt").read_text(encoding="utf-8").split()
    counts = list(map(int, parts[1::3]))
    return dict(zip(parts[::3], counts, strict=True)), math.log(sum(counts))


@lru_cache(maxsize=1)
def _openings():
    """First two characters of the longer words of the dictionary: most pairs of a text open none."""
    return {word[:2] for word in dictionary()[0] if len(word) > 2}


@lru_cache(maxsize=1)
def _rows():
    """Rows of the lexicon: spun form, original, kind, flips, telling."""
    with open(lexicon_path("confusions.tsv"), encoding="utf-8") as lines:
        return [line.rstrip("\n").split("\t") for line in lines if not line.startswith("#")][1:]


@lru_cache(maxsize=1)
def confusions():
    """By spun form: originals, kinds and whether it turns a statement round; what finds the forms."""
    found = {}
    for spun, original, kind, flips, _ in _rows():
        if kind == "digit":
            continue
        found.setdefault(spun, []).append((original, kind, flips == "yes"))
    return found, finder(found)


@lru_cache(maxsize=1)
def telling():
    """What finds the spun forms that are enough by themselves: a text without any is not spun."""
    return finder(spun for spun, _, _, _, tells in _rows() if tells)


def tells(spun, original, kind, price):
    """Whether an original is more probable than its spun form, cut into words as it stands, by more than a swap costs.

    The column ``telling`` of the lexicon holds this, so that most texts are read without the dictionary.
    """
    meant = _rare(False) if _unknown(original) else _log_probability(original, False)
    stands = sum(_log_probability(word, False) for _, word, _ in _alone(spun, price, ((),) * len(spun)))
    return len(spun) > 1 and meant - price - unseen(spun, kind) > stands


@lru_cache(maxsize=20_000)
def _log_probability(word, domain):
    known, total = dictionary()
    general = known.get(word) or 0
    if not domain:
        return math.log(general or 1) - total
    words, _, size = frequencies()
    share = DOMAIN * words.get(word, 0) / size + (1 - DOMAIN) * (general or 1) * math.exp(-total)
    return math.log(share)


def habits(text):
    """What each substitution costs in a text, from what its writer or program seems to do everywhere.

    A program that always writes `spun` for `original` leaves none of the originals and more of the spun form than
    government texts have: the price falls with the logarithm of the ratio of their frequencies for every spun form
    (up to `SEEN`), and rises with every original that is left in the text.

    Returns
    -------
    dict
        (spun, original) -> price in nats, for the spun forms that the text has.
    """
    prices, pairs = {}, shown(text)
    for spun, originals in confusions()[0].items():
        n = text.count(spun)
        if not n:
            continue
        for original, kind, _ in originals:
            ratio = math.exp(_log_probability(original, True) - _log_probability(spun, True))
            # a character stands in too many words for one that is left to say much
            left = 0 if len(original) == 1 else text.count(original) - (n if original in spun else 0)
            evidence = PRIOR[kind] + WEIGHT * min(n, SEEN) * math.log1p(ratio) - LEFT * left
            price = SHOWN if (spun, original) in pairs else min(HIGHEST, max(0.0, -evidence))
            prices[spun, original] = NOBODY if kind == "sure" else price
    return prices


@lru_cache(maxsize=1)
def _compounds():
    """Compounds that nobody writes, with their originals, and what finds them."""
    found = {spun: original for spun, original, kind, *_ in _rows() if kind in ("sure", "digit")}
    return found, finder(found)


@lru_cache(maxsize=1)
def _digits():
    """Compounds with a digit for a numeral, and the pattern of them."""
    found = {spun: original for spun, original, kind, *_ in _rows() if kind == "digit"}
    return found, re.compile(either(found))


def compounds(text):
    """The different compounds of a text that nobody writes.

    >>> compounds("加强根底设施和公共效劳，根底设施改善。")
    ['公共效劳', '根底设施']
    """
    return sorted({form for _, form in _compounds()[1](text)})


def shown(text):
    """Pairs of the lexicon of which the compounds of a text are made: 根底 and 基础 of 根底设施."""
    whole = [(form, _compounds()[0][form]) for form in compounds(text)]
    return {
        (spun, original)
        for spun, swaps in confusions()[0].items()
        for original, _, _ in swaps
        for form, meant in whole
        if spun != form and form.replace(spun, original) == meant
    }


@lru_cache(maxsize=10_000)
def unseen(spun, kind):
    """Price of a substitution where nothing is known of the text's habits: ordinary words speak against it."""
    return UNSEEN[kind] + ORDINARY * max(0.0, _log_probability(spun, True) - math.log(RARELY))


def _swaps(text, prices):
    """By place of a text: the originals of the spun forms that begin there, as (length, original, price, polarity)."""
    (found, find), places = confusions(), [()] * len(text)
    for start, spun in find(text):
        originals = (
            (len(spun), original, unseen(spun, kind) if prices is None else prices[spun, original], turns)
            for original, kind, turns in found[spun]
        )
        places[start] = (*places[start], *originals)
    return places


def _readings(run, start, swaps_at):
    """Words that may begin at `start`: (end, word, substitutions, further price, polarity)."""
    known, openings = dictionary()[0], _openings()
    reach = min(len(run), start + (LONGEST if run[start : start + 2] in openings else 2))
    out = [(start + 1, run[start], 0, 0.0, False)]
    out += [
        (end, word, 0, 0.0, False) for end in range(start + 2, reach + 1) if known.get(word := run[start:end])
    ]
    stack = [(at, run[start:at], 0, 0.0, False) for at in range(start, reach) if swaps_at[at]]
    while stack:
        at, word, swaps, price, flip = stack.pop()
        for size, piece, cost, turns in swaps_at[at]:
            longer, end = word + piece, at + size
            alone = not word and size > 1  # an original may be no word of the dictionary
            while len(longer) <= LONGEST:
                if alone or known.get(longer):
                    out.append((end, longer, swaps + 1, price + cost, flip or turns))
                if end == len(run) or (len(longer) > 1 and longer[:2] not in openings):
                    break
                if not swaps and swaps_at[end]:
                    stack.append((end, longer, 1, price + cost, flip or turns))
                longer, end, alone = longer + run[end], end + 1, False
    return out


def best_path(text, price, prices=None):
    """Most probable words of a text, run by run of Chinese characters; what stands between these stays.

    Parameters
    ----------
    text : str
    price : float
        What a substitution costs, in nats.
    prices : dict, optional
        What each substitution costs further, from `habits`; with it the frequencies of government texts and of
        neighbouring words are used.

    Returns
    -------
    list of (str, str, bool)
        What stands there, the word that was meant, and whether the swap can turn a statement into its opposite.
    """
    source, (digits, pattern) = text, _digits()
    text = pattern.sub(lambda found: digits[found[0]], text)  # as long as before
    swaps, path, last = _swaps(text, prices), [], 0
    best = _alone if prices is None else _with_neighbours
    for run in RUN.finditer(text):
        between = text[last : run.start()]
        path += [(between, between, False)] if between else []
        path += best(run[0], price, tuple(swaps[slice(*run.span())]))
        last = run.end()
    path += [(text[last:], text[last:], False)] if text[last:] else []
    ends = accumulate(len(stands) for stands, *_ in path)
    return [(source[end - len(stands) : end], *rest) for end, (stands, *rest) in zip(ends, path, strict=True)]


@lru_cache(maxsize=5000)  # a spun text is looked at when it is screened, and again when it is restored
def _alone(run, price, swaps_at):
    """Best path by the frequencies of single words."""
    best = [(-math.inf, 0, "", False)] * (len(run) + 1)  # by place: score, start, word before it, flip
    best[0], rare = (0.0, 0, "", False), _rare(False)
    for start in range(len(run)):
        before = best[start][0]
        for end, word, swaps, further, flip in _readings(run, start, swaps_at):
            fit = rare if swaps and _unknown(word) else _log_probability(word, False)
            total = before + fit - (price * swaps + further)
            if total > best[end][0] or (total == best[end][0] and word < best[end][2]):
                best[end] = (total, start, word, flip)
    end, path = len(run), []
    while end:
        _, start, word, flip = best[end]
        path.append((run[start:end], word, flip))
        end = start
    return path[::-1]


def _with_neighbours(run, price, swaps_at):
    """Best path by the frequencies of words in government texts after the word before them."""
    words, neighbours, _ = frequencies()
    best = [{} for _ in range(len(run) + 1)]  # by place: word before -> (score, start, word at start, flip)
    best[0][""] = (0.0, 0, "", False)
    for start in range(len(run)):
        beam = sorted(best[start].items(), key=lambda item: (-item[1][0], item[0]))[:BEAM]
        for end, word, swaps, further, flip in _readings(run, start, swaps_at):
            alone = _log_probability(word, True) if not swaps or not _unknown(word) else _rare(True)
            for before, (score, *_) in beam:
                fit = alone
                n = neighbours[before].get(word) if before in neighbours else None
                if n:
                    fit = math.log((n + BACKOFF * math.exp(alone)) / (words.get(before, n) + BACKOFF))
                    fit = max(fit, alone)
                total = score + fit - (price * swaps + further)
                if word not in best[end] or total > best[end][word][0]:
                    best[end][word] = (total, start, before, flip)
    end = len(run)
    word = max(sorted(best[end]), key=lambda w: best[end][w][0]) if best[end] else ""
    path = []
    while end:
        _, start, before, flip = best[end][word]
        path.append((run[start:end], word, flip))
        end, word = start, before
    return path[::-1]


def _unknown(word):
    return not dictionary()[0].get(word) and word not in frequencies()[0]


@lru_cache(maxsize=2)
def _rare(domain):
    return math.log(RARE) - dictionary()[1] + (math.log(1 - DOMAIN) if domain else 0.0)
