"""Planted edits: how many of them compare_versions names rightly in copies of real texts, and how often it errs."""

import random
import re
from collections import Counter

import govnlp as gn

KINDS = ("reworded", "moved", "merged", "split", "dropped", "new", "numbers")
LONG = 40
"""Letters of a paragraph that is edited: a shorter one has nothing to reword or split."""


def plant(paragraphs, strange, n, seed):
    """A copy with `n` edits, and for each (kind, texts of the first version, texts of the copy).

    Parameters
    ----------
    paragraphs : list of str
    strange : list of str
        Paragraphs of another text, for what is new.
    n : int
    seed : int
    """
    chance = random.Random(seed)
    once = Counter(paragraphs)
    free = [i for i, x in enumerate(paragraphs) if len(x) >= LONG and once[x] == 1]
    chance.shuffle(free)
    copy, edits, taken = {i: [x] for i, x in enumerate(paragraphs)}, [], set()
    moves = []
    for i in free:
        kind = KINDS[len(edits) % len(KINDS)]
        if len(edits) == n or taken & {i - 1, i, i + 1}:
            continue
        text = paragraphs[i]
        if kind == "merged" and (i + 1 not in copy or len(paragraphs[i + 1]) < LONG):
            continue
        made = EDITS[kind](text, chance, strange, paragraphs[i + 1 : i + 2])
        if made is None:
            continue
        before = [text, paragraphs[i + 1]] if kind == "merged" else [] if kind == "new" else [text]
        if kind == "merged":
            copy[i], copy[i + 1] = list(made), []
        elif kind == "new":
            copy[i] = [text, *made]
        elif kind == "moved":
            moves.append((i, text))
            copy[i] = []
        else:
            copy[i] = list(made)
        edits.append((kind, before, made))
        taken |= {i, i + 1} if kind == "merged" else {i}
    size = len(paragraphs)
    for i, text in moves:
        copy[(i + size // 3 + chance.randrange(size // 3)) % size].append(text)
    return [x for i in sorted(copy) for x in copy[i]], edits


def _reword(text, chance, strange, _next):
    """One clause replaced by a clause of another text, or a sentence put in."""
    parts = re.split("(?<=[，。；])", text)
    other = chance.choice(re.split("(?<=[，。；])", chance.choice(strange)))
    at = chance.randrange(len(parts))
    return ["".join([*parts[:at], other, *parts[at + (len(parts) > 2) :]])] if other else None


def _split(text, chance, _strange, _next):
    ends = [m.end() for m in re.finditer("[。；]", text) if 15 < m.end() < len(text) - 15]
    if not ends:
        return None
    end = chance.choice(ends)
    return [text[:end], text[end:]]


def _renumber(text, chance, _strange, _next):
    found = [m for m in re.finditer(r"\d+(?:\.\d+)?(?=[%万亿个])", text)]
    if not found:
        return None
    number = chance.choice(found)
    return [text[: number.start()] + str(chance.randrange(11, 997)) + text[number.end() :]]


EDITS = {
    "reworded": _reword,
    "moved": lambda text, *_: [text],
    "merged": lambda text, _chance, _strange, following: [text + following[0]],
    "split": _split,
    "dropped": lambda *_: [],
    "new": lambda _text, chance, strange, _next: [chance.choice([x for x in strange if len(x) >= LONG])],
    "numbers": _renumber,
}


def check(table, edits):
    """Edits named rightly by kind, their number by kind, and changes named where nothing was planted."""
    right, all_, touched = Counter(), Counter(), set()
    squeeze = lambda texts: "".join("".join(texts).split())  # noqa: E731
    rows = [
        (r.change, squeeze([r.text_a or ""]), squeeze([r.text_b or ""]), r.numbers)
        for r in table.itertuples()
    ]
    for kind, before, after in edits:
        wanted = ("reworded" if kind == "numbers" else kind, squeeze(before), squeeze(after))
        hit = [k for k, row in enumerate(rows) if row[:3] == wanted]
        all_[kind] += 1
        right[kind] += any(kind != "numbers" or rows[k][3] for k in hit)
        texts = {squeeze([x]) for x in (*before, *after)}
        touched |= {k for k, row in enumerate(rows) if row[1] in texts or row[2] in texts} | set(hit)
    false = [row for k, row in enumerate(rows) if row[0] != "kept" and k not in touched]
    return right, all_, false


def measure(texts, n=20, seeds=(0, 1, 2)):
    """Totals over several texts: each is edited, its neighbour gives what is strange to it."""
    right, all_, false, size = Counter(), Counter(), 0, 0
    for k, text in enumerate(texts):
        paragraphs = gn.parse_text(text, "a").units(include_headings=True)["text"].tolist()
        strange = texts[(k + 1) % len(texts)].split("\n")
        strange = [x.strip() for x in strange if len(x.strip()) >= LONG]
        for seed in seeds:
            copy, edits = plant(paragraphs, strange, n, seed)
            table = gn.compare_versions("\n".join(paragraphs), "\n".join(copy))
            named, total, wrong = check(table, edits)
            right, all_, false, size = right + named, all_ + total, false + len(wrong), size + len(paragraphs)
    return right, all_, false, size


def main(paths):
    """Print the measure for text files."""
    texts = [gn.read_corpus(path).units("document")["text"].iloc[0] for path in paths]
    right, all_, false, size = measure(texts)
    for kind in KINDS:
        print(f"{kind:9} {right[kind]:4} of {all_[kind]:4}")
    print(f"all       {sum(right.values()):4} of {sum(all_.values()):4}")
    print(f"false     {100 * false / size:.2f} per 100 paragraphs")
