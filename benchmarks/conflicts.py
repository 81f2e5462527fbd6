"""Errors planted in copies of reports, and how many are found: python -m benchmarks.conflicts FOLDER [SEED]

FOLDER holds reports as text. Of each a copy is made in which some figures are ten times as large, some have two digits
changed over, and some rates have turned round (增长, 下降); of both the statements are read and compared. Printed are
the share of planted errors that are shown as differing (recall), and the share of facts shown as differing that hold a
planted error (precision).
"""

import random
import re
import sys
import tempfile
from pathlib import Path

import govnlp as gn

EACH = 4  # errors of each kind in a report
MOST = 12  # reports
AMOUNT = re.compile(r"(?<![\d.])[1-9]\d{1,3}(?:\.\d+)?(?=亿元|万亩|公里|万人)")
INEXACT = re.compile("超|低于|少于|突破|近|约|逾|以上|左右|以内|余|多")
RATE = re.compile(r"(增长|下降)(?=\d+(?:\.\d+)?%)")


def planted(text, rng):
    """A text with errors in it, and the clauses that hold them as they now are."""
    out, errors = text, []
    for pattern, changes in ((AMOUNT, (_tenfold, _changed_over)), (RATE, (_turned,))):
        places = [m for m in pattern.finditer(out) if _is_result(out, m)]
        drawn = rng.sample(places, min(EACH * len(changes), len(places)))
        for i, m in enumerate(sorted(drawn, key=lambda m: -m.start())):
            change = changes[i % len(changes)]
            out = out[: m.start()] + change(m[0]) + out[m.end() :]
            end = m.start() + len(change(m[0]))
            number = re.match(r"[\d.]+", out[m.start() :]) or re.match(r"[\d.]+", out[end:])
            errors.append((pattern is RATE, number[0], out[max(0, m.start() - 4) : m.start()]))
    return out, errors


def _is_result(text, match):
    """Whether a figure is exact, as two bounds can both be true, and stands once in the text."""
    if INEXACT.search(text[max(0, match.start() - 4) : match.end() + 5]):
        return False
    return len(re.findall(rf"(?<![\d.]){re.escape(match[0])}(?![\d.])", text)) == 1 or match[0] in (
        "增长",
        "下降",
    )


def _tenfold(number):
    return f"{float(number) * 10:.10g}"


def _changed_over(number):
    """The last two digits changed over; another last digit where they are alike."""
    a, b = number[-2:] if "." not in number[-2:] else (number[-1], number[-1])
    if a != b:
        return number[:-2] + b + a
    return number[:-1] + str((int(b) + 3) % 10)


def _turned(word):
    return {"增长": "下降", "下降": "增长"}[word]


def main(folder, seed=0):
    """Plant errors in copies of some reports, and print how many are shown; -v prints those that are not."""
    rng = random.Random(seed)
    paths = sorted(Path(folder).glob("*.txt"))
    n = found = told = right = 0
    for path in rng.sample(paths, min(MOST, len(paths))):
        text = gn.read_corpus(path).blocks["text"].str.cat(sep="\n")  # whatever its encoding
        copy, errors = planted(text, rng)
        with tempfile.TemporaryDirectory() as two:
            for version, content in (("a", text), ("b", copy)):
                Path(two, f"{version}.txt").write_text(content, encoding="utf-8")
            facts = gn.find_conflicts(gn.extract_indicators(gn.read_corpus(two)))
        differing = [part for _, part in facts[facts["relation"].eq("differs")].groupby("fact")]
        shown = [(part, " ".join(part["quote"])) for part in differing]
        hits = [
            [number in quotes and before[-2:] in quotes for _, quotes in shown]
            for _, number, before in errors
        ]
        n, found = n + len(errors), found + sum(map(any, hits))
        told, right = told + len(shown), right + sum(map(any, zip(*hits, strict=True)))
        for (turned, number, before), hit in zip(errors, hits, strict=True):
            if not any(hit) and "-v" in sys.argv:
                print("missed", path.name, "direction" if turned else "figure", before, number)
    print(f"planted {n}, found {found} (recall {found / max(n, 1):.3f})")
    print(f"facts shown {told}, of planted errors {right / max(told, 1):.3f}")


if __name__ == "__main__":
    main(sys.argv[1], int(next((x for x in sys.argv[2:] if x.isdigit()), 0)))
