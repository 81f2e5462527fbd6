"""Text on disk to document-term matrix: this package against others, measured in one run.

The documents repeat paragraphs of the real documents beside the checkout, or of data/sample where there are
none, until they have the size asked for. Every measurement has a process of its own; loading of libraries,
dictionaries and worker processes is not timed. Read the ratios: the seconds are this machine's.
"""

import argparse
import itertools
import json
import random
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path
from statistics import median

from benchmarks.contenders import CONTENDERS

HERE = Path(__file__).resolve().parent.parent
SOURCES = ("../shared/corpora/national_reports", "../shared/corpora/local_reports", "data/sample")
DOCUMENT = 10_000  # characters of a document


def paragraphs():
    """Paragraphs of the first folders that are there, in a fixed shuffled order."""
    folders = [HERE / name for name in SOURCES[:2]] if (HERE / SOURCES[0]).is_dir() else [HERE / SOURCES[2]]
    lines = []
    for folder in folders:
        for path in sorted(folder.rglob("*.txt")):
            text = path.read_bytes().decode("utf-8", errors="ignore")
            lines += [line.strip() for line in text.splitlines() if len(line.strip()) > 20]
    random.Random(0).shuffle(lines)
    return lines


def write_corpus(folder, megabytes):
    """Documents of about 30 kB each, together of the size asked for."""
    source, size, number = itertools.cycle(paragraphs()), 0, 0
    while size < megabytes * 1e6:
        lines, length = [], 0
        while length < DOCUMENT and size + 3 * length < megabytes * 1e6:
            lines.append(next(source))
            length += len(lines[-1])
        content = "\n".join(lines).encode()
        (folder / f"{number:06d}.txt").write_bytes(content)
        size, number = size + len(content), number + 1


def measure(name, folder):
    """Seconds and peak memory in MB (with children) of one contender, in this process."""
    paths = sorted(Path(folder).glob("*.txt"))
    steps = CONTENDERS[name](paths)
    next(steps)
    with _Peak() as peak:
        began = time.perf_counter()
        next(steps, None)
        seconds = time.perf_counter() - began
    return seconds, peak.megabytes


class _Peak:
    """Largest memory of this process and its children, looked up ten times a second; None without psutil."""

    def __enter__(self):
        try:
            import psutil
        except ImportError:
            psutil = None
        self.megabytes, self._stop = None, threading.Event()
        self._thread = threading.Thread(target=self._watch, args=(psutil,), daemon=True)
        self._thread.start()
        return self

    def _watch(self, psutil):
        if psutil is None:
            return
        me = psutil.Process()
        while not self._stop.wait(0.1):
            now = sum(p.memory_info().rss for p in [me, *me.children(recursive=True)]) / 1e6
            self.megabytes = max(self.megabytes or 0, now)

    def __exit__(self, *_):
        self._stop.set()
        self._thread.join()


def run(name, folder, repeats):
    """Median seconds and largest memory over repeated runs, each in a new process."""
    call = f"measure({name!r}, {str(folder)!r})"
    code = f"import json; from benchmarks.__main__ import measure; print(json.dumps({call}))"
    results = []
    for _ in range(repeats):
        done = subprocess.run(
            [sys.executable, "-W", "ignore", "-c", code], cwd=HERE, capture_output=True, text=True
        )
        if done.returncode:
            sys.exit(done.stderr)
        results.append(json.loads(done.stdout.splitlines()[-1]))
    memory = [m for _, m in results if m]
    return median(seconds for seconds, _ in results), max(memory, default=None)


def main():
    """Print one table per size."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__.splitlines()[0])
    parser.add_argument("--sizes", type=float, nargs="+", default=[1, 10], metavar="MB", help="default: 1 10")
    parser.add_argument(
        "--repeats", type=int, default=1, help="runs per figure; the median is printed (default: 1)"
    )
    parser.add_argument("--only", nargs="+", choices=CONTENDERS, default=list(CONTENDERS), metavar="NAME")
    options = parser.parse_args()
    for megabytes in options.sizes:
        with tempfile.TemporaryDirectory() as folder:
            write_corpus(Path(folder), megabytes)
            results = {name: run(name, folder, options.repeats) for name in options.only}
        print(f"\n{megabytes:g} MB{'seconds':>28}{'MB/s':>8}{'memory MB':>11}{'x floor':>9}{'x jieba':>9}")
        floor = results.get("floor: rjieba alone", (None,))[0]
        slow = results.get("CountVectorizer + jieba", (None,))[0]
        for name, (seconds, memory) in results.items():
            ratios = f"{seconds / floor:.2f}" if floor else "-", f"{slow / seconds:.1f}" if slow else "-"
            peak = f"{memory:.0f}" if memory else "-"
            cells = f"{seconds:8.2f}{megabytes / seconds:8.1f}{peak:>11}{ratios[0]:>9}{ratios[1]:>9}"
            print(f"{name:26}{cells}", flush=True)


if __name__ == "__main__":
    main()
