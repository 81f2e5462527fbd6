"""Time to read and parse plain text, as a ratio to reading and segmenting it with rjieba, one after the other.

Then, of repeated lines of several shapes, the time for eight times as many lines over eight times the time, which is
1 where time is in proportion to length.

python -m benchmarks.parsing [MEGABYTES]
python -m benchmarks.parsing --beside EARLIER FOLDER ENDING   (a checkout of an earlier build; files such as .html)
"""

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.__main__ import write_corpus

SHAPES = {
    "short lines": "桥\n",
    "wrapped lines": "临溪区今年修桥修路建公园建学校优化营商环境推进乡村振兴加快\n",
    "an interview": "记者：好吗？\n林溪：好。\n",
    "headings": "一、修桥\n（一）修路\n今年修桥三座。\n",
    "a newspaper": "B1\n清渠三十里\n本报记者 林溪\n渠清了，水也清了。\n",
    "one line": "临溪区今年新建公园12处，优化营商环境。",
}
LARGE = {"a million short lines": "桥\n" * 1_000_000, "one line of 20 MB": "临溪区修桥。" * 1_111_112}


def seconds(text):
    """Processor time to parse a text."""
    from govnlp import parse_text

    began = time.process_time()
    parse_text(text)
    return time.process_time() - began


SPUN = "云岭市沉点工做无了新进展，居平易近收入删加。"  # loads the dictionaries of any build
MEASURE = """
import sys, time, pathlib, govnlp
paths = sorted(pathlib.Path(sys.argv[1]).rglob("*" + sys.argv[2]))
govnlp.parse_text(sys.argv[3] * 20)
govnlp.read_corpus([paths[0], paths[0]])  # and what looks for copies
for _ in sys.stdin:
    began = time.process_time()
    govnlp.read_corpus(paths[1:])
    print(time.process_time() - began, flush=True)
"""
TIMES = 5  # readings of each build, in turn with the other's


def beside(earlier, folder, ending):
    """Print how an earlier build and this one read the files of a folder for the first time, and again, in turns."""
    here = str(Path(__file__).resolve().parent.parent)
    with tempfile.TemporaryDirectory() as away:
        before, now = (_reader(build, away, folder, ending) for build in (earlier, here))
        times = [(_reading(before), _reading(now)) for _ in range(TIMES)]
        for process in (before, now):
            process.communicate()
    first, again = times[0], [min(x) for x in zip(*times[1:], strict=True)]
    for name, (old, new) in (("first", first), ("again", again)):
        print(f"{folder} {ending} {name}: {old:.2f} s before, {new:.2f} s now, {old / new:.2f} times as fast")


def _reader(build, away, folder, ending):
    """A process that reads the files of a folder with a build as often as it is told to."""
    command = [sys.executable, "-c", MEASURE, str(Path(folder).resolve()), ending, SPUN]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.DEVNULL, "text": True}
    return subprocess.Popen(command, cwd=away, env=os.environ | {"PYTHONPATH": build}, **pipes)


def _reading(process):
    """Processor time of one reading."""
    process.stdin.write("again\n")
    process.stdin.flush()
    return float(process.stdout.readline())


def growth():
    """Print how time grows with length."""
    for name, lines in SHAPES.items():
        few, many = seconds(lines * 10_000), seconds(lines * 80_000)
        print(
            f"{name}: {many:.1f} s for {80_000 * lines.count(chr(10)) or 1:,} lines, ratio {many / few / 8:.2f}"
        )
    for name, text in LARGE.items():
        print(f"{name}: {seconds(text):.1f} s")


def main():
    """Print both times (of this processor) and their ratio."""
    import rjieba

    from govnlp import read_corpus

    if "--beside" in sys.argv:
        return beside(*sys.argv[2:5])
    megabytes = float(sys.argv[1]) if len(sys.argv) > 1 else 10
    rjieba.cut("预热")
    with tempfile.TemporaryDirectory() as folder:
        write_corpus(Path(folder), megabytes)
        paths = sorted(Path(folder).glob("*.txt"))
        read_corpus(paths[:1])
        began = time.process_time()
        for path in paths:
            rjieba.cut(path.read_text(encoding="utf-8"))
        floor, began = time.process_time() - began, time.process_time()
        read_corpus(paths)
        ours = time.process_time() - began
    print(
        f"{megabytes:g} MB of plain text: reading and segmenting with rjieba {floor:.1f} s, "
        f"reading and parsing {ours:.1f} s, ratio {ours / floor:.2f}"
    )
    growth()


if __name__ == "__main__":
    main()
