"""Time to read and parse plain text, as a ratio to reading and segmenting it with rjieba, one after the other.

python -m benchmarks.parsing [MEGABYTES]
"""

import sys
import tempfile
import time
from pathlib import Path

from benchmarks.__main__ import write_corpus


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


if __name__ == "__main__":
    main()
