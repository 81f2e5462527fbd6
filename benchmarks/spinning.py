"""Spun copies of texts, made by rules that the model knows and by rules that it does not: what is found and put back.

A spinner is a random half of the pairs of confusions.tsv, one spun form per original, and always writes the spun form.
Texts are every second document of the folders (the frequencies were counted on the others). In the rows marked held
out the model is rid of a third of the pairs, and copies are spun by these alone. Run: python -m benchmarks.spinning
"""

import argparse
import random
from pathlib import Path

import pandas as pd

from govnlp.documents.reading import encodings
from govnlp.documents.restoring import channel, spun
from govnlp.text import finder

HERE = Path(__file__).resolve().parent.parent
SOURCES = ("../shared/corpora/local_reports", "../shared/corpora/national_reports")
SIZE = 4_000  # characters of a text


def texts(n):
    """Up to n texts of a few pages."""
    folders = (
        [HERE / name for name in SOURCES] if (HERE / SOURCES[0]).is_dir() else [HERE / "data" / "sample"]
    )
    paths = [
        path for folder in folders for path in sorted(folder.glob("*.txt"))[1::2] if "改写" not in path.stem
    ]
    whole = (encodings.decode(path.read_bytes())[0] for path in paths[:n])
    return [text[len(text) // 3 :][:SIZE] for text in whole]


def pairs():
    """All pairs of the lexicon: (spun, original, kind)."""
    lines = (HERE / "govnlp" / "lexicons" / "confusions.tsv").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t")[:3] for line in lines if line and not line.startswith("#")]
    return rows[1:]


def spinner(rules, rng):
    """One spun form for a random half of the originals, words and characters apart."""
    words, characters = {}, {}
    for form, original, kind in rules:
        if kind not in ("like", "digit") and rng.random() < 0.5:
            (characters if len(original) == 1 else words).setdefault(original, form)
    return words, characters


def spin(text, rules, share=1.0, rng=None):
    """A spun copy as a list of (original, spun) pieces; of the words that the rules know only a share is replaced."""
    import rjieba

    words, characters = rules
    pieces = []
    for word in rjieba.cut(text, False):
        if word in words:
            pieces.append((word, words[word]))
        else:
            pieces += [(c, characters.get(c, c)) for c in word]
    return [(a, b if share == 1 or rng.random() < share else a) for a, b in pieces]


def compare(pieces, restored):
    """Pieces changed, of these put back; characters left alone, of these changed by the model."""
    from difflib import SequenceMatcher

    source = "".join(form for _, form in pieces)
    place = {}
    for tag, a, b, c, d in SequenceMatcher(None, source, restored, autojunk=False).get_opcodes():
        for i in range(a, b):
            place[i] = (c + i - a, c + i - a + 1) if tag == "equal" else (c, d)
    changed = back = alone = wrong = at = 0
    for original, form in pieces:
        ends = [place[i] for i in range(at, at + len(form))]
        got = restored[min(e[0] for e in ends) : max(e[1] for e in ends)]
        at += len(form)
        if original != form:
            changed += 1
            back += original in got and len(got) <= len(original) + 4
        else:
            alone += 1
            wrong += got != form
    return changed, back, alone, wrong


def measure(sources, rules, rng, share=1.0):
    """Scores and shares over texts that are spun by rules drawn for each of them."""
    scores, totals = [], [0, 0, 0, 0]
    for text in sources:
        pieces = spin(text, spinner(rules, rng), share, rng)
        copy = "".join(form for _, form in pieces)
        scores.append(spun.detect_spun(copy))
        for k, n in enumerate(compare(pieces, spun.restore_spun(copy)[0])):
            totals[k] += n
    changed, back, alone, wrong = totals
    size = changed + alone or 1
    return scores, changed / size, back / (changed or 1), wrong / (alone or 1)


def auc(clean, copies):
    """Probability that a spun copy scores higher than a clean text, ties half."""
    from scipy.stats import mannwhitneyu

    return mannwhitneyu(copies, clean).statistic / (len(copies) * len(clean))


def without(rules):
    """The model without some pairs."""
    found, _ = channel.confusions()
    gone = {(form, original) for form, original, _ in rules}
    kept = {s: [x for x in swaps if (s, x[0]) not in gone] for s, swaps in found.items()}
    kept = {s: swaps for s, swaps in kept.items() if swaps}
    return kept, finder(kept)


def main(n=40, seed=0):
    """Print rows for known rules, for light rewriting and for held-out rules."""
    rng, sources, rules = random.Random(seed), texts(n), pairs()
    clean = [spun.detect_spun(text) for text in sources]
    rows = [("known rules", clean, *measure(sources, rules, rng))]
    rows.append(("known rules, a third of the words", clean, *measure(sources, rules, rng, share=1 / 3)))
    held = rng.sample(rules, len(rules) // 3)
    whole, model = channel.confusions, without(held)
    channel.confusions = lambda: model
    try:
        rows.append(
            (
                "a third of the rules held out",
                [spun.detect_spun(x) for x in sources],
                *measure(sources, rules, rng),
            )
        )
        rows.append(("held-out rules alone", rows[-1][1], *measure(sources, held, rng)))
    finally:
        channel.confusions = whole
    table = [
        {"rules": name, "texts": len(sources), "auc": auc(c, s), "detected": sum(x >= 0.5 for x in s) / len(s),
         "clean_highest": max(c), "spun_share": share, "restored": back, "wrongly_changed": wrong}
        for name, c, s, share, back, wrong in rows
    ]  # fmt: skip
    print(pd.DataFrame(table).round(4).to_string(index=False))


if __name__ == "__main__":
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("-n", type=int, default=40, help="texts (default: %(default)s)")
    main(parser.parse_args().n)
