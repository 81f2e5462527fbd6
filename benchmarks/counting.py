"""Counting by compiled code beside rjieba, an earlier build, and jieba with CountVectorizer, in one run.

Every measurement has a process of its own. Seconds are of the processor, since those of the clock depend on what
else the machine does; only two threads are compared with one by the clock, which says little on a busy machine.
"""

import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent.parent
COMMON = """
import resource, sys, time
from pathlib import Path
paths = sorted(Path(sys.argv[1]).glob("*.txt"))
def spent(call):
    before = time.process_time(), time.perf_counter()
    call()
    print(time.process_time() - before[0], time.perf_counter() - before[1],
          resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e3)
"""
GOVNLP = """
import govnlp as gn
segmenter = gn.Segmenter({engine!r})
gn.count_terms(["预热"], segmenter=segmenter)
spent(lambda: gn.count_terms(iter(paths), segmenter=segmenter, n_jobs={n_jobs}))
"""
JIEBA = """
import jieba
from sklearn.feature_extraction.text import CountVectorizer
jieba.setLogLevel(60)
jieba.lcut("预热")
texts = (path.read_text(encoding="utf-8") for path in paths)
spent(lambda: CountVectorizer(analyzer=jieba.lcut).fit_transform(texts))
"""
FLOOR = """
import rjieba
rjieba.cut("预热")
spent(lambda: [None for path in paths if rjieba.cut(path.read_text(encoding="utf-8")) is None])
"""
START = """
import govnlp as gn
spent(lambda: gn.Segmenter("compiled").cut("预热"))
"""
OURS, TWO, EARLIER, SLOW = "compiled", "compiled, two threads", "an earlier build", "CountVectorizer + jieba"
WAYS = {
    "rjieba alone": FLOOR,
    OURS: GOVNLP.format(engine="compiled", n_jobs=1),
    TWO: GOVNLP.format(engine="compiled", n_jobs=2),
    "rjieba": GOVNLP.format(engine="rjieba", n_jobs=1).replace(
        "import govnlp as gn\n",
        "import govnlp as gn\nfrom govnlp.words.compiled import readiness\nreadiness.pays = lambda size: False\n",
    ),
    EARLIER: GOVNLP.format(engine="rjieba", n_jobs=1),
    SLOW: JIEBA,
}


def measure(code, folder, home=HERE, **variables):
    """Seconds of the processor, seconds of the clock, and largest memory in MB, of code in a new process."""
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", COMMON + code, str(folder)],
        cwd=home,
        env=os.environ | {"PYTHONPATH": str(home)} | variables,
        capture_output=True,
        text=True,
    )
    if done.returncode:
        sys.exit(done.stderr)
    return [float(x) for x in done.stdout.split()[-3:]]


def start():
    """Seconds of the processor until the first word, where nothing was compiled before, and where it was."""
    with tempfile.TemporaryDirectory() as empty:
        places = dict.fromkeys(("NUMBA_CACHE_DIR", "XDG_CACHE_HOME"), empty)
        return [measure(START, empty, **places)[0] for _ in range(2)]


def compare(folder, earlier=None, rounds=3, slow=True):
    """Print a table of medians, and of the median ratio of each to compiled code within a round.

    Parameters
    ----------
    folder : path
        Texts in UTF-8.
    earlier : path, optional
        The checkout of an earlier build, as ``git worktree add`` makes it.
    rounds : int
    slow : bool
        Also CountVectorizer with jieba, once.
    """
    found = {}
    for i in range(rounds):
        for way, code in WAYS.items():
            if (way == EARLIER and earlier is None) or (way == SLOW and (i or not slow)):
                continue
            found.setdefault(way, []).append(
                measure(code, folder, Path(earlier or HERE).resolve() if way == EARLIER else HERE)
            )
    print(f"{'':26}{'processor':>11}{'clock':>11}{'MB':>11}{'x compiled':>11}")
    for way, rows in found.items():
        seconds, clock, memory = (statistics.median(column) for column in zip(*rows, strict=True))
        ratio = statistics.median(row[0] / ours[0] for row, ours in zip(rows, found[OURS], strict=False))
        print(f"{way:26}{seconds:>11.2f}{clock:>11.2f}{memory:>11.0f}{ratio:>11.2f}")
    speed = statistics.median(one[1] / two[1] for one, two in zip(found[OURS], found[TWO], strict=True))
    cold, warm = start()
    print(
        f"two threads: {speed:.2f} times one, by the clock; start: {cold:.1f} s cold, {warm:.1f} s warm",
        flush=True,
    )
