"""A whole run of two builds in turn: processor time, clock and memory of all their processes, and the ratios.

    python -m benchmarks.runs data/sample --against ../wt/before
    python -m benchmarks.runs ../reports --against ../wt/before --repeats 1 --arguments "--lang en"
    python -m benchmarks.runs ../reports --grow 50 100 200 400

With --grow this build alone is run on so many documents, which are made of those of the source; the last column is the
processor time of a document as a multiple of that in the first row.

The other build is a worktree (git worktree add ../wt/before COMMIT); both are run by this Python. Each run writes to
a folder of its own, so that none finds what another left. Seconds of the clock and of the processor depend on what
else the machine does; the ratios less so, since the builds take turns.
"""

import argparse
import os
import random
import re
import shlex
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

HERE = Path(__file__).resolve().parent.parent
LOOK = 0.5  # seconds between two looks at the memory, which cost some 20 ms
OTHERS = 0.3  # share of lines that come from other documents
FIGURES = ("processor s", "clock s", "memory MB")


def run(worktree, source, arguments=()):
    """Processor seconds, clock seconds and largest memory in MB of `govnlp figures` as a worktree has it."""
    import psutil

    with tempfile.TemporaryDirectory() as out:
        command = (sys.executable, "-m", "govnlp", "figures", str(source), "--out", out, *arguments)
        environment = os.environ | {"PYTHONPATH": str(worktree)}
        began, before, peak = time.perf_counter(), _seconds_of_children(), 0.0
        with tempfile.TemporaryFile() as said:
            job = subprocess.Popen(command, cwd=worktree, env=environment, stdout=said, stderr=said)
            process = psutil.Process(job.pid)
            while job.poll() is None:
                peak = max(peak, _memory(process))
                time.sleep(LOOK)
            if job.returncode:
                said.seek(0)
                sys.exit(f"{said.read().decode(errors='replace')[-2000:]}\n{worktree}: the run failed")
        return _seconds_of_children() - before, time.perf_counter() - began, peak


def _seconds_of_children():
    """Processor seconds of all processes that this one started and that ended, with those that they started."""
    times = os.times()
    return times.children_user + times.children_system


def _memory(process):
    """MB that a process and its children hold; what several share counts once where the system can tell (PSS)."""
    import psutil

    total = 0
    try:
        for one in [process, *process.children(recursive=True)]:
            full = one.memory_full_info()
            total += getattr(full, "pss", full.uss)
    except psutil.Error:  # one ended while it was looked at
        return 0.0
    return total / 1e6


def compare(worktrees, source, repeats, arguments=()):
    """Rows of figures per worktree, in rounds in which all run in turn."""
    rows = {name: [] for name in worktrees}
    for number in range(1, repeats + 1):
        for name in worktrees:
            rows[name].append(run(name, source, arguments))
            _show(f"{Path(name).name} {number}", rows[name][-1])
    return rows


def write_grown(source, folder, n):
    """n text documents of the source's: with other figures and some lines of others, so that none is a copy."""
    from govnlp import read_corpus

    blocks, draw = read_corpus(source).blocks, random.Random(0)
    documents = [(name, part["text"].tolist()) for name, part in blocks.groupby("doc_id", sort=True)]
    every = [line for _, lines in documents for line in lines[2:]]
    for i in range(n):
        name, lines = documents[i % len(documents)]
        head, rest = lines[:2], [draw.choice(every) if draw.random() < OTHERS else x for x in lines[2:]]
        changed = re.sub("[0-9]", lambda _: str(draw.randint(1, 9)), "\n".join(rest))
        (folder / f"{name}-{i:04}.txt").write_text("\n".join([*head, changed]), encoding="utf-8")


def grow(source, sizes, repeats, arguments=()):
    """Medians of this build on ever more documents, and what one document costs."""
    first = None
    for n in sizes:
        with tempfile.TemporaryDirectory() as folder:
            write_grown(source, Path(folder), n)
            runs = [run(HERE, folder, arguments) for _ in range(repeats)]
        figures = [median(row) for row in zip(*runs, strict=True)]
        first = first or figures[0] / n
        _show(f"{n} documents", [*figures, figures[0] / n / first], digits=2)


def _show(name, figures, digits=1):
    print(f"{name[-24:]:24}" + "".join(f"{figure:>13.{digits}f}" for figure in figures), flush=True)


def main():
    """Print every run, the medians of both builds and their ratios."""
    form = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.runs", description=__doc__, formatter_class=form
    )
    parser.add_argument("source", type=Path, help="documents")
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument("--against", type=Path, metavar="WORKTREE", help="the other build")
    what.add_argument("--grow", type=int, nargs="+", metavar="N", help="numbers of documents")
    parser.add_argument("--repeats", type=int, default=3, help="rounds (default: %(default)s)")
    parser.add_argument("--arguments", default="", help="further ones for govnlp figures, in quotation marks")
    options = parser.parse_args()
    source, arguments = options.source.resolve(), shlex.split(options.arguments)
    print(f"{'':24}" + "".join(f"{name:>13}" for name in FIGURES))
    if options.grow:
        grow(source, options.grow, options.repeats, arguments)
        return
    builds = (HERE, options.against.resolve())
    rows = compare(builds, source, options.repeats, arguments)
    mine, other = ([median(figures) for figures in zip(*rows[name], strict=True)] for name in builds)
    _show("median, this build", mine)
    _show("median, the other", other)
    _show("this / the other", [a / b for a, b in zip(mine, other, strict=True)], digits=2)


if __name__ == "__main__":
    main()
