"""A whole run of two builds in turn: processor time, clock and memory of all their processes, and the ratios.

    python -m benchmarks.runs data/sample --against ../wt/before
    python -m benchmarks.runs ../reports --against ../wt/before --repeats 1 --arguments "--lang en"

The other build is a worktree (git worktree add ../wt/before COMMIT); both are run by this Python. Each run writes to
a folder of its own, so that none finds what another left. Seconds of the clock and of the processor depend on what
else the machine does; the ratios less so, since the builds take turns.
"""

import argparse
import os
import shlex
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

HERE = Path(__file__).resolve().parent.parent
LOOK = 0.2  # seconds between two looks at the memory
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


def _show(name, figures, digits=1):
    print(f"{name[-24:]:24}" + "".join(f"{figure:>13.{digits}f}" for figure in figures), flush=True)


def main():
    """Print every run, the medians of both builds and their ratios."""
    form = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.runs", description=__doc__, formatter_class=form
    )
    parser.add_argument("source", type=Path, help="documents")
    parser.add_argument("--against", type=Path, required=True, metavar="WORKTREE", help="the other build")
    parser.add_argument("--repeats", type=int, default=3, help="rounds (default: %(default)s)")
    parser.add_argument("--arguments", default="", help="further ones for govnlp figures, in quotation marks")
    options = parser.parse_args()
    builds = (HERE, options.against.resolve())
    print(f"{'':24}" + "".join(f"{name:>13}" for name in FIGURES))
    rows = compare(builds, options.source.resolve(), options.repeats, shlex.split(options.arguments))
    mine, other = ([median(figures) for figures in zip(*rows[name], strict=True)] for name in builds)
    _show("median, this build", mine)
    _show("median, the other", other)
    _show("this / the other", [a / b for a, b in zip(mine, other, strict=True)], digits=2)


if __name__ == "__main__":
    main()
