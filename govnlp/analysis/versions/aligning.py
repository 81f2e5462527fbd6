"""Which paragraphs of two versions belong together, whatever their order."""

from difflib import SequenceMatcher

import numpy as np

GRAM = (2, 3)
"""Characters of a gram: pairs carry short headings, threes the order of words."""
SIMILAR = 0.25
"""Lowest weighted Dice similarity of a pair: of the paragraphs of different provinces' reports of one year, nine in ten
have no partner at that height; those that have share a formula."""
CONTAINED, WHOLLY, COVERED, GAIN, SHORTEST = 0.7, 0.9, 0.6, 0.1, 8
"""A part lies in a whole with seven tenths of its weight; the parts cover six tenths of the whole, and each adds a
tenth of it, or lies in it with nine tenths; it has eight letters or more: shorter ones occur anywhere."""
NEAR = 1e-3
"""What closeness of place adds to a similarity: it decides between equals only."""
NUMBERED = (
    r"^\s*(?:[（(]?[一二三四五六七八九十百]{1,4}[）)、.．]|第[一二三四五六七八九十百零〇\d]{1,6}[条章节款项编]"
    r"|[（(]?\d{1,3}(?:[）)、]|[.．](?!\d)))[、，,.．\s]*"
)


def letters_of(texts):
    """Letters, digits and signs of quantity that a comparison goes by; the number of a list or article is left out.

    >>> import pandas as pd
    >>> letters_of(pd.Series(["第三条　增长5.5%，", "（二）抓落实。"])).tolist()
    ['增长5.5%', '抓落实']
    """
    flat = texts.fillna("").str.normalize("NFKC").str.replace(NUMBERED, "", regex=True)
    return flat.str.replace(r"[^\w.%‰]+|_+", "", regex=True)


def align_paragraphs(a, b):
    """Groups of paragraphs that belong together.

    Parameters
    ----------
    a, b : pandas.Series of str
        Paragraphs of the two versions, in reading order.

    Returns
    -------
    list of (str, list of int, list of int, float)
        Change (kept, reworded, moved, merged, split, new, dropped), positions in `a` and in `b`, similarity
        (weighted Dice, 0 to 1; 0 where there is no partner); by position in `b`, what was dropped where it stood.
    """
    a, b = letters_of(a), letters_of(b)
    pairs = _equal_pairs(a.tolist(), b.tolist())
    left_a = [i for i in range(len(a)) if i not in {i for i, _ in pairs}]
    left_b = [j for j in range(len(b)) if j not in {j for _, j in pairs}]
    groups = [([i], [j], 1.0) for i, j in pairs]
    if left_a and left_b:
        grams = _Grams(a.iloc[left_a], b.iloc[left_b])
        groups += [
            ([left_a[i] for i in left], [left_b[j] for j in right], similarity)
            for left, right, similarity in grams.groups()
        ]
    alone_a = set(range(len(a))) - {i for left, _, _ in groups for i in left}
    alone_b = set(range(len(b))) - {j for _, right, _ in groups for j in right}
    groups += [([i], [], 0.0) for i in alone_a] + [([], [j], 0.0) for j in alone_b]
    repeated = set(a[a.duplicated()]) | set(
        b[b.duplicated()]
    )  # of two equal texts neither can be said to have moved
    moved = [g for g in _moved(groups, a.str.len().to_numpy()) if a.iloc[g[0][0]] not in repeated]
    named = [(_change(group, group in moved), *group) for group in groups]
    return _in_order(named)


def _equal_pairs(a, b):
    """Positions of equal texts: in the same order first, then the rest, first to first."""
    blocks = SequenceMatcher(None, a, b, autojunk=False).get_matching_blocks()
    pairs = [(block.a + k, block.b + k) for block in blocks for k in range(block.size)]
    seen_a, seen_b = {i for i, _ in pairs}, {j for _, j in pairs}
    waiting = {}
    for j, text in enumerate(b):
        if j not in seen_b:
            waiting.setdefault(text, []).append(j)
    for i, text in enumerate(a):
        if i not in seen_a and waiting.get(text):
            pairs.append((i, waiting[text].pop(0)))
    return pairs


class _Grams:
    """Weights of the grams of two lists of texts, and what they share."""

    def __init__(self, a, b):
        from sklearn.feature_extraction.text import CountVectorizer

        counter = CountVectorizer(analyzer="char", ngram_range=GRAM, binary=True, dtype=float)
        present = counter.fit_transform(
            [f"{text} " for text in [*a, *b]]
        ).tocsr()  # never an empty vocabulary
        n, df = present.shape[0], np.asarray(present.sum(axis=0)).ravel()
        weighted = present.multiply(np.log1p(n / df)).tocsr()
        self.a, self.b = weighted[: len(a)], weighted[len(a) :]
        self.shared = (self.a @ present[len(a) :].T).toarray()
        self.total_a = np.asarray(self.a.sum(axis=1)).ravel()
        self.total_b = np.asarray(self.b.sum(axis=1)).ravel()
        self.long_a, self.long_b = (texts.str.len().ge(SHORTEST).to_numpy() for texts in (a, b))

    def groups(self):
        """Merged and split paragraphs, then the best assignment of the rest to each other."""
        merged = _parts(self.shared, self.total_a, self.total_b, self.a, self.b, self.long_a)
        split = _parts(self.shared.T, self.total_b, self.total_a, self.b, self.a, self.long_b)
        groups, used_a, used_b = [], set(), set()
        for left, right in [*((x, [j]) for j, x in merged), *(([i], x) for i, x in split)]:
            if not used_a & set(left) and not used_b & set(right):
                groups.append((left, right, self._similarity(left, right)))
                used_a |= set(left)
                used_b |= set(right)
        return groups + self._assigned(used_a, used_b)

    def _similarity(self, left, right):
        """Weighted Dice of the union of some texts of a and of b."""
        a, b = self.a[left].max(axis=0), self.b[right].max(axis=0)
        return float(2 * a.minimum(b).sum() / (a.sum() + b.sum()))

    def _assigned(self, used_a, used_b):
        """Pairs of highest summed similarity (Kuhn 1955)."""
        from scipy.optimize import linear_sum_assignment

        dice = 2 * self.shared / np.maximum(self.total_a[:, None] + self.total_b[None, :], 1e-9)
        dice[list(used_a)] = 0
        dice[:, list(used_b)] = 0
        place_a, place_b = (np.linspace(0, 1, size) for size in dice.shape)
        near = NEAR * (1 - np.abs(place_a[:, None] - place_b[None, :]))
        rows, columns = linear_sum_assignment(np.where(dice >= SIMILAR, dice + near, 0), maximize=True)
        return [
            ([int(i)], [int(j)], float(dice[i, j]))
            for i, j in zip(rows, columns, strict=True)
            if dice[i, j] >= SIMILAR
        ]


def _parts(shared, total_parts, total_whole, parts, wholes, long):
    """(whole, its parts in order) where several texts of one side make up one of the other."""
    inside = shared / np.maximum(total_parts[:, None], 1e-9)
    cover = shared / np.maximum(total_whole[None, :], 1e-9)
    found = []
    for j in range(shared.shape[1]):
        candidates = np.flatnonzero((inside[:, j] >= CONTAINED) & long)
        if len(candidates) < 2:
            continue
        chosen, covered = [], None
        for i in candidates[np.argsort(-cover[candidates, j], kind="stable")]:
            common = parts[i].minimum(wholes[j])
            union = common if covered is None else covered.maximum(common)
            gain = union.sum() - (0 if covered is None else covered.sum())
            if gain >= GAIN * total_whole[j] or (inside[i, j] >= WHOLLY and gain >= total_parts[i] / 2):
                chosen, covered = [*chosen, int(i)], union
        if len(chosen) > 1 and covered.sum() >= COVERED * total_whole[j]:
            found.append((j, sorted(chosen)))
    return found


def _moved(groups, lengths):
    """Pairs outside the heaviest chain of pairs that keep their order; a pair weighs its letters times similarity."""
    pairs = sorted((g for g in groups if g[0] and g[1]), key=lambda g: (g[0][0], g[1][0]))
    best, before = [], []
    for k, (left, right, similarity) in enumerate(pairs):
        weight = similarity * (1 + lengths[left].sum())
        earlier = max((m for m in range(k) if pairs[m][1][0] < right[0]), key=lambda m: best[m], default=None)
        best.append(weight + (0 if earlier is None else best[earlier]))
        before.append(earlier)
    k = int(np.argmax(best)) if best else None
    chain = set()
    while k is not None:
        chain.add(k)
        k = before[k]
    return [pair for k, pair in enumerate(pairs) if k not in chain]


def _change(group, moved):
    left, right, similarity = group
    if not left or not right:
        return "new" if right else "dropped"
    if len(left) > 1 or len(right) > 1:
        return "merged" if len(left) > 1 else "split"
    return "moved" if moved else "kept" if similarity == 1.0 else "reworded"


def _in_order(named):
    """By position in b; what was dropped follows what stood before it in a."""
    at = {i: (right[0], 0) for change, left, right, _ in named if right and change != "moved" for i in left}
    last, place = (-1, 0), {}
    for i in range(1 + max((max(left) for _, left, _, _ in named if left), default=-1)):
        last = max(last, at.get(i, last))
        place[i] = (last[0], 1)
    return sorted(named, key=lambda row: ((row[2][0], 0) if row[2] else place[row[1][0]], row[1] or [-1]))
