"""Spun text: articles whose words a rewriting program replaced, found and put back."""

import math
import re
from collections import Counter
from itertools import accumulate, islice

import pandas as pd

from govnlp.arguments import takes
from govnlp.documents.restoring.channel import RUN, best_path, compounds, habits, shown, telling

SAMPLE = 8_000  # characters that `detect_spun` looks at
APART = 1_500  # characters of a text for each form that `screen_spun` asks for; spun texts have three or more
AROUND = 8  # characters on each side of a form that tell where words end
DIFFERENT = 2  # compounds that nobody writes: one may be a slip of the pen
SEEN = 0.95  # score of a text that has so many
STRICT = 5.0  # price, in nats, at which a substitution is evidence by itself that a text is spun
MILD = 3.0  # price at which different ones are evidence together: a writer has some odd words, a spinner has many
ASIDE = 1_000  # characters by which a text counts as longer there, so that two odd words condemn no short one
FAIR = 3.5  # price in a text that compounds show to be a copy: 增强 is as good as 加强 there
LIGHT = 2.2  # price in another text of few substitutions
LOOSE = 0.2  # price in a text that is surely spun
CLEAN = 0.5  # texts that score less are left as they are
# of 320 reports, laws, notices and news that nobody rewrote none has more than 1.2 substitutions at `STRICT` per 1,000
# characters, the first left out, nor more than 1.6 different ones at `MILD`; of copies of which a fifth of the words
# that a spinner knows was replaced nine in ten have more of these
HALF = 1.8  # substitutions per 1,000 characters at which a text scores one half
STEEP = 7.0  # how fast the score rises there: 0.06 at 1.4, 0.9 at 2.1
SURE = 8.0  # substitutions per 1,000 characters at which the price of one is half way from the highest to `LOOSE`
SURER = 0.9  # how fast it falls there

_DIGIT = re.compile(r"[0-9０-９〇一二三四五六七八九十百千万亿%％]")
COLUMNS = ["spun", "original", "n", "touches_number", "polarity"]


@takes(text="str")
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
        more probable by at least `STRICT` nats each, or of the different ones that do so by `MILD`, whichever are more;
        `SEEN` or more where two compounds stand that nobody writes.

    Examples
    --------
    >>> round(detect_spun("云岭市坚持以人民为中心，推动高质量发展。"), 1)
    0.0
    >>> detect_spun("云岭市沉点工做无了新进展，居平易近收入删加。") > 0.9
    True
    """
    size = _size(_sample(text, SAMPLE))
    score = _logistic(STEEP * (_evidence(text, size) - HALF)) if size else 0.0
    return max(score, SEEN) if _is_shown(text) else score


def _evidence(text, size):
    """Different substitutions per 1,000 Chinese characters at `MILD`, or all at `STRICT` where these are more."""
    pairs = _substitutions(_sample(text, SAMPLE), MILD)
    variety = 1000 * sum(not _made_of(pair, pairs) for pair in pairs) / (size + ASIDE)
    most = 1000 * (sum(pairs.values()) - 1) / size  # no more of them win at the higher price
    return max(variety, _rate(text)) if most > variety else variety


def _made_of(pair, others):
    """Whether another substitution explains one: 手艺 for 技术 explains 手艺工 for 技术工."""
    source, word = pair
    return any(other != pair and source.replace(*other) == word for other in others)


def _size(text):
    """Chinese characters of a text."""
    return sum(map(len, RUN.findall(text)))


def _rate(text, explained=()):
    """Substitutions per 1,000 Chinese characters, the first left out: one odd word does not condemn a short text.

    Those that are made of pairs already known (`explained`) are not counted.
    """
    sample = _sample(text, SAMPLE)
    size = _size(sample)
    found = (
        n
        for (source, word), n in _substitutions(sample, STRICT).items()
        if not any(source.replace(*pair) == word for pair in explained)
    )
    return 1000 * max(0, sum(found) - 1) / size if size else None


def _logistic(x):
    return 1 / (1 + math.exp(-max(-60.0, min(60.0, x))))


def _price(rate, highest):
    """What a substitution costs in a text: the more of them, the surer each."""
    return LOOSE + (highest - LOOSE) * (1 - _logistic(SURER * (rate - SURE)))


def screen_spun(text):
    """`detect_spun` for many documents: 0 where too few spun forms that are enough by themselves are words of a text.

    It does without the dictionary, so that most corpora are read before that is loaded. Of copies of which a program
    replaced a third of the words that it knows none of 1,500 characters is passed over, and one in ten of 500.
    """
    sample = _sample(text, SAMPLE)
    few, forms = len(sample) // APART, telling()(sample)
    words = (x for x in forms if len(forms) > few and _is_word(sample, x[0], x[0] + len(x[1])))
    suspect = next(islice(words, few, None), None) or _is_shown(text)
    return detect_spun(text) if suspect else 0.0


def _is_word(text, start, end):
    """Whether a form is made of whole words: 结构和 holds no 构和."""
    import rjieba

    first = max(0, start - AROUND)
    edges = set(accumulate(map(len, rjieba.cut(text[first : end + AROUND], False)), initial=first))
    return start in edges and end in edges


def _substitutions(text, price):
    """Pairs of a spun form and its original in a text, each with its count."""
    return Counter((source, word) for source, word, _ in best_path(text, price) if source != word)


@takes(text="str")
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
    if detect_spun(text) < CLEAN:
        return text, pd.DataFrame(columns=COLUMNS)
    pieces = read(text)
    return "".join(word for _, word, _ in pieces), swaps_of(text, pieces)


def read(text):
    """Pieces of a text, each with the word that it stands for and whether that can turn a statement round.

    A program with few words of its own, which its compounds show, makes no other swap likely.
    """
    price = _price(_rate(text, shown(text)) or 0.0, FAIR if _is_shown(text) else LIGHT)
    return best_path(text, price, habits(text))


def _is_shown(text):
    """Whether a text has different compounds that nobody writes."""
    return len(compounds(text)) >= DIFFERENT


def swaps_of(text, pieces):
    """Words that were put back, as `restore_spun` lists them."""
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
    table = pd.DataFrame(rows, columns=COLUMNS)
    return table.sort_values(["n", "spun", "original"], ascending=[False, True, True], ignore_index=True)


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
    pairs = _substitutions(_sample(text, SAMPLE), STRICT)
    rows = sorted(((*pair, n) for pair, n in pairs.items()), key=lambda row: (-row[2], row[:2]))
    return pd.DataFrame(rows, columns=["spun", "original", "n"])


def _sample(text, most):
    if len(text) <= most:
        return text
    size = most // 10
    step = (len(text) - size) // 9
    return "\n".join(text[i * step : i * step + size] for i in range(10))
