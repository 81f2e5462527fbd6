"""Text on disk to document-term matrix: this package against others, measured in one run.

The documents repeat paragraphs of the real documents beside the checkout, or of data/sample where there are
none, until they have the size asked for. Every measurement has a process of its own; loading of libraries,
dictionaries and worker processes is not timed. Read the ratios: the seconds are this machine's, and "cpu s"
is what the main process used.
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
FLOOR, SLOW = "floor: rjieba alone", "CountVectorizer + jieba"


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


def write_corpus(folder, megabytes, vary=False):
    """Documents of about 30 kB each, together of the size asked for.

    Their figures differ from document to document where asked, so that the vocabulary grows as that of real text.
    """
    source, size, number = itertools.cycle(paragraphs()), 0, 0
    digits, chance = "0123456789", random.Random(0)
    while size < megabytes * 1e6:
        lines, length = [], 0
        while length < DOCUMENT and size + 3 * length < megabytes * 1e6:
            lines.append(next(source))
            length += len(lines[-1])
        text = "\n".join(lines)
        if vary:
            text = text.translate(str.maketrans(digits, "".join(chance.sample(digits, 10))))
        content = text.encode()
        (folder / f"{number:06d}.txt").write_bytes(content)
        size, number = size + len(content), number + 1


def measure(name, folder):
    """Seconds, processor seconds of this process alone, and peak memory in MB (with children)."""
    paths = sorted(Path(folder).glob("*.txt"))
    steps = CONTENDERS[name](paths)
    next(steps)
    with _Peak() as peak:
        began, cpu = time.perf_counter(), time.process_time()
        next(steps, None)
        seconds, cpu = time.perf_counter() - began, time.process_time() - cpu
    return seconds, cpu, peak.megabytes


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


def run(name, folder):
    """Seconds, processor seconds and largest memory of one contender, in a new process."""
    call = f"measure({name!r}, {str(folder)!r})"
    code = f"import json; from benchmarks.__main__ import measure; print(json.dumps({call}))"
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", code], cwd=HERE, capture_output=True, text=True
    )
    if done.returncode:
        sys.exit(done.stderr)
    return json.loads(done.stdout.splitlines()[-1])


def compare(names, folder, repeats):
    """Median figures by contender; ratios are taken within a round, in which all run in turn."""
    rounds = [{name: run(name, folder) for name in names} for _ in range(repeats)]
    table = {}
    for name in names:
        seconds, cpu, memory = zip(*(one[name] for one in rounds), strict=True)
        ratios = []
        for other, upside_down in ((FLOOR, False), (SLOW, True)):
            pairs = [(one[name][0], one[other][0]) for one in rounds if other in one]
            ratios.append(median(b / a if upside_down else a / b for a, b in pairs) if pairs else None)
        known = [m for m in memory if m]
        table[name] = [median(seconds), median(cpu), max(known, default=None), *ratios]
    return table


def main():
    """Print one table per size."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__.splitlines()[0])
    parser.add_argument("--sizes", type=float, nargs="+", default=[1, 10], metavar="MB", help="default: 1 10")
    parser.add_argument("--repeats", type=int, default=1, help="rounds; medians are printed (default: 1)")
    parser.add_argument("--only", nargs="+", choices=CONTENDERS, default=list(CONTENDERS), metavar="NAME")
    options = parser.parse_args()
    for megabytes in options.sizes:
        with tempfile.TemporaryDirectory() as folder:
            write_corpus(Path(folder), megabytes)
            table = compare(options.only, folder, options.repeats)
        head = "".join(
            f"{name:>11}" for name in ("seconds", "cpu s", "MB/s", "memory MB", "x floor", "x jieba")
        )
        print(f"\n{f'{megabytes:g} MB':26}{head}")
        for name, (seconds, cpu, memory, floor, slow) in table.items():
            values = (seconds, 2), (cpu, 2), (megabytes / seconds, 1), (memory, 0), (floor, 2), (slow, 1)
            cells = "".join(f"{'-' if x is None else f'{x:.{digits}f}':>11}" for x, digits in values)
            print(f"{name:26}{cells}", flush=True)


if __name__ == "__main__":
    main()
