"""Time to read and parse plain text, as a ratio to reading and segmenting it with rjieba, one after the other.

Then, of repeated lines of several shapes, the time for eight times as many lines over eight times the time, which is
1 where time is in proportion to length.

python -m benchmarks.parsing [MEGABYTES]
"""

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
