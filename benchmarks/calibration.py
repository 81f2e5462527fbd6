"""Whether intervals hold what they promise, and how often nothing is called something.

python -m benchmarks.calibration [effects] [coverage] [halves] [shares] [topics] [consensus] [trends]

Coverage of nominal 95 % intervals in simulation, and how often shuffled or divided text gives a finding, beside the
rules of an earlier version. All parts take some minutes.
Real documents are read from a folder beside the project, where it is; without it those lines are left out.
"""

import json
import sys
import time

import numpy as np
import pandas as pd

import govnlp as gn
from benchmarks import earlier
from benchmarks.topics import CORPORA, SAMPLE
from govnlp.analysis.intervals import share_intervals
from govnlp.analysis.keywords.keyness import keyness
from govnlp.analysis.keywords.names import without_names
from govnlp.analysis.keywords.rates import Side, rate_ratio
from govnlp.analysis.themes.profile import membership
from govnlp.analysis.topics.null import BEYOND, shuffled

EXPECTED = (10, 100, 1000, 10_000)  # occurrences in the target
RATIOS = (1, 2, 10)  # of the rates
SIZES = ((60, 60), (20, 200), (60, 600), (200, 20))  # units of target and reference
WORDS = {"even": 0, "bursts of two": 2, "bursts of four": 4, "topical": -1}
RUNS = 1000
DESIGNS = ((1, 60), (10, 6), (20, 3), (5, 6))  # articles, blocks of each
THEMES = 11


def effects():
    """What the effect says of given counts in texts of equal size, now and earlier."""
    print("effect (log2 ratio, interval) of counts in two even texts of 10,000 tokens each")
    for a, b in ((3, 0), (22, 0), (4, 1), (20, 10), (200, 100), (200, 2), (1000, 10)):
        now = [
            x[0]
            for x in rate_ratio(*(Side(np.array([n * 1.0]), np.array([n * 1.0]), 1e4, 100) for n in (a, b)))
        ]
        then = earlier.log_odds(float(a), float(b), 1e4, 1e4)
        print(f"  {a:>4}:{b:<4} {now[0]:5.2f} [{now[1]:5.2f}, {now[2]:5.2f}]   earlier {then[0]:5.2f} "
              f"[{then[1]:5.2f}, {then[2]:5.2f}]")  # fmt: skip


def _occurrences(rng, expected, kind):
    """Counts of a word in units, from its expected numbers: runs by units."""
    expected = np.broadcast_to(expected, (RUNS, len(expected)))
    if kind > 0:  # a Poisson number of bursts of geometric length
        bursts = rng.poisson(expected / kind)
        return bursts + np.where(bursts > 0, rng.negative_binomial(np.maximum(bursts, 1), 1 / kind), 0)
    if kind < 0:  # rates differ from unit to unit like a gamma variable of shape one
        return rng.negative_binomial(1, 1 / (1 + expected))
    return rng.poisson(expected)


def _side(counts, sizes):
    """Every run as a term of one side: its variance as `side_of` takes it."""
    m, n = len(sizes), counts.sum(axis=1)
    residual = counts - np.outer(n / sizes.sum(), sizes)
    return Side(n.astype(float), m / (m - 1) * (residual**2).sum(axis=1), sizes.sum(), m)


def coverage():
    """Share of intervals of the log ratio that hold the true one."""
    rng, rows = np.random.default_rng(0), []
    for name, kind in WORDS.items():
        for units in SIZES:
            for expected in EXPECTED:
                for ratio in RATIOS:
                    sizes = [np.round(rng.gamma(2, 50, m)) + 5 for m in units]
                    rate = expected / sizes[0].sum()
                    sides = [
                        _side(_occurrences(rng, x * r, kind), x)
                        for x, r in zip(sizes, (rate, rate / ratio), strict=True)
                    ]
                    _, low, high, _ = rate_ratio(*sides)
                    then = earlier.log_odds(sides[0].n, sides[1].n, sides[0].tokens, sides[1].tokens)
                    true, zero = np.log2(ratio), np.mean(sides[1].n == 0)
                    held = [np.mean((a <= true) & (true <= b)) for a, b in ((low, high), then[1:])]
                    rows.append([name, "{} : {}".format(*units), expected, *held, zero])
    table = pd.DataFrame(rows, columns=["word", "units", "expected", "now", "earlier", "none in reference"])
    print(f"coverage of the interval of keyness, nominal 95 %, {RUNS} runs a setting, rates 1, 2 and 10 to 1")
    for column in ("word", "units", "expected"):
        print(table.groupby(column, sort=False)[["now", "earlier"]].mean().round(3).to_string())
    inside = table["now"].between(0.93, 0.97).mean()
    some = table[table["none in reference"] > 0.2]
    print(f"all {len(table)} settings: now {table['now'].mean():.3f} ({inside:.0%} of settings in 93 to 97 %, least "
          f"{table['now'].min():.3f}, most {table['now'].max():.3f}), earlier {table['earlier'].mean():.3f}; "
          f"where over a fifth of the references have none: {some['now'].mean():.3f} of {len(some)}")  # fmt: skip


def _documents(every=1):
    """Term counts of real documents of several genres, by name; of the sample where there are none."""
    paths = [p for part, step in (("local_reports", 12), ("national_reports", 8), ("seeds", 1))
             for p in sorted((CORPORA / part).glob("*.txt"))[::step]]  # fmt: skip
    for path in (paths or sorted(SAMPLE.glob("*.txt")))[::every]:
        terms = gn.count_terms(gn.read_corpus(path))
        if terms.shape[0] >= 30:
            yield path.stem, terms


def halves(runs=10):
    """How many random divisions of the paragraphs of one document name any word."""
    rng, found = np.random.default_rng(0), {}
    for _, terms in _documents():
        m, totals = terms.shape[0], np.bincount(terms.counts.indices, minlength=len(terms.terms))
        for share in (0.5, 0.15):
            for _ in range(runs):
                mask = np.zeros(m, dtype=bool)
                mask[rng.permutation(m)[: max(8, int(m * share))]] = True
                a, b = (terms.subset(x) for x in (mask, ~mask))
                then = earlier.supported(a.totals(), b.totals(), a.n_tokens, b.n_tokens, totals)
                found.setdefault(share, []).append((keyness(terms, mask)["supported"].any(), then.any()))
    print("divisions of one document's paragraphs that name any word (nominal: at most 5 %)")
    for share, hits in found.items():
        now, then = np.mean(hits, axis=0)
        print(f"  {share:.0%} against the rest: now {now:.3f}, earlier {then:.3f}, {len(hits)} divisions")


def _planted(rng, articles, blocks):
    """Lengths, themes and the planted mixture of a document whose blocks are drawn from it."""
    mixture = rng.dirichlet(np.full(THEMES + 1, 0.8))
    drawn = rng.choice(THEMES + 1, articles * blocks, p=mixture)
    return rng.integers(60, 160, len(drawn)).astype(float), np.eye(THEMES + 1)[drawn][:, :-1], mixture[:-1]


def _pool():
    """Lengths and themes of the paragraphs of real documents."""
    for path in sorted((CORPORA / "local_reports").glob("*.txt"))[::10]:
        blocks, _, member = membership(gn.score_themes(gn.read_corpus(path)))
        if len(blocks) >= 25:
            yield blocks["n_chars"].to_numpy(dtype=float), member.astype(float)


def shares(runs=150):
    """Share of intervals of themes that hold the planted share, and intervals of width zero."""
    rng, pool, rows = np.random.default_rng(0), list(_pool()), []
    for kind in ("planted", "real paragraphs") if pool else ("planted",):
        for articles, blocks in DESIGNS:
            strata, held, flat = np.repeat(np.arange(articles), blocks), [], 0
            for run in range(runs):
                if kind == "planted":
                    sizes, has, true = _planted(rng, articles, blocks)
                else:
                    everything, members = pool[run % len(pool)]
                    some = rng.integers(len(everything), size=len(strata))
                    sizes, has = everything[some], members[some]
                    true = everything @ members / everything.sum()
                _, low, high = share_intervals(sizes, has, strata)
                then = earlier.share_intervals(sizes, has, strata, rng)
                there = true > 0
                held += [((a <= true) & (true <= b))[there] for a, b in ((low, high), then)]
                flat += (high - low <= 0).sum()
            now, then = (np.concatenate(held[i::2]).mean() for i in (0, 1))
            rows.append([kind, f"{articles} x {blocks}", now, then, flat])
    print("coverage of the interval of a theme's share, nominal 95 %, articles x blocks")
    print(
        pd.DataFrame(rows, columns=["text", "design", "now", "earlier", "width 0"])
        .round(3)
        .to_string(index=False)
    )


def topics(runs=5):
    """How often topics are found in real text, and in the same text with its tokens shuffled, now and earlier."""
    rng, found = np.random.default_rng(1), {"text as it is": [], "shuffled": []}
    sources = {"sample": gn.count_terms(gn.read_corpus(SAMPLE))} | dict(_documents(every=5))
    for name, terms in sources.items():
        texts = {"text as it is": [terms], "shuffled": [shuffled(terms, rng) for _ in range(runs)]}
        for kind, some in texts.items():
            for one in some:
                choice = gn.choose_k(one, (3, 5, 8), runs=10)
                found[kind].append(choice["beyond"].gt(BEYOND).any())
                if kind == "text as it is":
                    print(f"  {name}: {choice.attrs['reason'][:96]}")
    print("texts in which some number of topics is beyond shuffled text (earlier: all had one recommended)")
    for kind, hits in found.items():
        print(f"  {kind}: {np.sum(hits)} of {len(hits)}")


def consensus():
    """Agreement with classes given by hand of the consensus and of a single factorisation, names left out and kept."""
    from sklearn.metrics import normalized_mutual_info_score

    sets = (
        ("department_documents", "documents"),
        ("plan_sentences", "sentences"),
        ("policy_topics", "paragraphs"),
    )
    rows = []
    for part, file in sets:
        path = CORPORA / part / f"{file}.jsonl"
        if not path.exists():
            continue
        with open(path, encoding="utf-8") as lines:
            units = pd.DataFrame(json.loads(line) for line in lines).rename(columns={"id": "unit_id"})
        terms = gn.count_terms(units.assign(doc_id=units["unit_id"], text=units["text"].str[:4000]))
        for names, matrix in (("kept", terms), ("left out", without_names(terms))):
            for runs, seeds in ((100, (0, 1, 2)), (0, (0,))):
                values = [
                    normalized_mutual_info_score(
                        units["label"],
                        gn.cluster_topics(
                            matrix, units["label"].nunique(), names=True, runs=runs, random_state=seed
                        ).labels["topic"],
                    )
                    for seed in seeds
                ]
                rows.append([part, names, "consensus" if runs else "single", np.mean(values)])
    if rows:
        table = pd.DataFrame(rows, columns=["set", "names", "fit", "nmi"])
        print("agreement of topics with classes given by hand (NMI; mean of three seeds)")
        print(table.pivot_table("nmi", "set", ["names", "fit"]).round(3).to_string())


def trends(runs=5):
    """Rising and falling terms among 1,000 of which 100 were planted, beside a test that knows each term's spread."""
    rows = []
    for fold in (2, 2.5, 3):
        for years in (10, 20, 30):
            found = np.array([_trends(fold, years, np.random.default_rng(seed)) for seed in range(runs)])
            rows.append([fold, years, *found.mean(axis=0)])
    print(
        "terms whose rate becomes so many times what it was; spread between years a quarter, 10 to 60 per 10,000 words"
    )
    columns = ["times", "years", "recall", "false", "recall, spread known"]
    print(pd.DataFrame(rows, columns=columns).round(3).to_string(index=False))


def _trends(fold, years, rng, terms=1000, planted=100, words=20_000):
    """Recall, share of false ones among those named, and the recall of a test that knows the spread."""
    from scipy.stats import false_discovery_control, norm

    slope = np.r_[np.log(fold) * np.resize([1, -1], planted), np.zeros(terms - planted)]
    x = np.linspace(-0.5, 0.5, years)
    mean = rng.uniform(10, 60, terms)[:, None] * np.exp(slope[:, None] * x) * words / 10_000
    n = rng.poisson(mean * rng.gamma(16, 1 / 16, mean.shape))
    table = pd.DataFrame({"term": np.repeat(np.arange(terms), years), "year": np.tile(range(years), terms)})
    table = table.assign(n=n.ravel(), per_10k=n.ravel() * 10_000 / words)
    named = gn.year_trends(table).dropna(subset=["trend"])
    right = named["term"].lt(planted).sum()
    weight = 1 / (1 / 16 + 1 / mean)
    away = x - (weight * x).sum(axis=1, keepdims=True) / weight.sum(axis=1, keepdims=True)
    score = (weight * away * np.log(np.maximum(n, 0.5))).sum(axis=1) / np.sqrt((weight * away**2).sum(axis=1))
    known = false_discovery_control(2 * norm.sf(np.abs(score)))[:planted] <= 0.05
    return right / planted, 1 - right / max(len(named), 1), known.mean()


PARTS = (effects, coverage, halves, shares, topics, consensus, trends)


def main():
    """Run the parts that are named, or all of them."""
    known = {part.__name__: part for part in PARTS}
    for name in sys.argv[1:] or known:
        began = time.perf_counter()
        known[name]()
        print(f"# {name}: {time.perf_counter() - began:.0f} s\n", flush=True)


if __name__ == "__main__":
    main()
