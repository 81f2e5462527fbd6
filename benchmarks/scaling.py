"""Partitions: time and memory by size, processes against Dask, and what one more document costs.

    python -m benchmarks.scaling                       1, 10 and 100 MB, then 10,000 documents
    python -m benchmarks.scaling --counting 10 --earlier ../before      counting by compiled code beside others, alone
    python -m benchmarks.scaling --sizes 1000 --ways "2 processes" --documents 0          what takes longer

Every measurement has a process of its own. Seconds are of processor time, children included, since those of the
clock depend on what else the machine does; memory is the largest sum over all processes.
"""

import argparse
import json
import subprocess
import sys
import tempfile
import time
from contextlib import nullcontext
from pathlib import Path

from benchmarks import counting
from benchmarks.__main__ import HERE, _Peak, paragraphs, write_corpus
from govnlp.scaling import map_partitions, merge_partitions
from govnlp.storage import to_bytes

OPTIONS = {"terms": {"level": "document"}}
WIDTHS = (9, 11, 8, 8, 9, 10, 9, 11)
WAYS = ("1 process", "2 processes", "Dask, 2 workers")


def processor_time():
    """Seconds of this process and of its children, ended ones included."""
    import psutil

    me = psutil.Process()
    own = me.cpu_times()
    living = [child.cpu_times() for child in me.children(recursive=True)]
    return (
        own.user
        + own.system
        + own.children_user
        + own.children_system
        + sum(x.user + x.system for x in living)
    )


def cluster(way):
    """A client of two local workers, or nothing."""
    if way != WAYS[2]:
        return nullcontext()
    from distributed import Client

    return Client(n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None)


def measure(way, folder, stages):
    """Seconds of the clock and of the processor, memory, and those of a second run that finds all done."""

    with tempfile.TemporaryDirectory() as out, cluster(way) as client:
        options = {"client": client, "n_jobs": 2 if way == WAYS[1] else 1}
        results = []
        with _Peak() as mapping:
            for _ in range(2):
                before = time.perf_counter(), processor_time()
                map_partitions(folder, out, {x: OPTIONS.get(x, {}) for x in stages}, **options)
                results += [time.perf_counter() - before[0], processor_time() - before[1]]
        before = processor_time()
        with _Peak() as merging:
            terms = merge_partitions(out, "terms", by="region")
        results.append(processor_time() - before)
        size = sum(path.stat().st_size for path in Path(out).rglob("*") if path.is_file())
        memory = [mapping.megabytes, merging.megabytes]
        return {"seconds": results, "memory": memory, "kept": size / 1e6, "terms": terms.shape[1]}


def one_more(folder):
    """Processor time of a first run and of one after a document was added, with the merge of all counts."""

    seconds = []
    with tempfile.TemporaryDirectory() as out:
        for _ in range(2):
            before = processor_time()
            map_partitions(folder, out, ["terms", "themes", "indicators"])
            between = processor_time()
            merge_partitions(out, "terms", by="year")
            seconds.append((between - before, processor_time() - between))
            Path(folder, "added.txt").write_text(paragraphs()[0], encoding="utf-8")
    return seconds


def rates(folder):
    """Megabytes per second of processor time of each stage, and bytes kept per byte of text."""
    import govnlp as gn

    size = sum(path.stat().st_size for path in Path(folder).iterdir()) / 1e6
    rows = {}

    def timed(name, make):
        before = time.process_time()
        result = make()
        rows[name] = size / (time.process_time() - before)
        return result

    warm = gn.parse_text("青槐区优化营商环境，新建公园12处。")
    makes = {"themes": gn.score_themes}
    makes |= {name: getattr(gn, f"extract_{name}") for name in ("indicators", "people", "places")}
    for make in (gn.count_terms, *makes.values()):
        make(warm)
    corpus = timed("read and parse", lambda: gn.read_corpus(folder))
    terms = timed("terms", lambda: gn.count_terms(corpus))
    tables = {name: timed(name, lambda make=make: make(corpus)) for name, make in makes.items()}
    kept = {
        name: len(to_bytes(table)) / size / 1e6 for name, table in {"blocks": corpus.blocks, **tables}.items()
    }
    with tempfile.TemporaryDirectory() as out:
        kept["terms"] = terms.save(Path(out, "t.zip")).stat().st_size / size / 1e6
    counts = {"blocks": len(corpus.blocks), "tokens": terms.n_tokens, "entries": terms.counts.nnz}
    return {"MB per second": rows, "kept per byte": kept, "per MB": {k: v / size for k, v in counts.items()}}


def in_process(call):
    """Result of a call of this module in a new process."""
    code = f"import json; from benchmarks.scaling import *; print(json.dumps({call}))"
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", code], cwd=HERE, capture_output=True, text=True
    )
    if done.returncode:
        sys.exit(done.stderr)
    return json.loads(done.stdout.splitlines()[-1])


def write_small(folder, number):
    """Documents of some three kilobytes."""
    lines, size = paragraphs(), 8
    for i in range(number):
        some = [lines[(i * size + k) % len(lines)] for k in range(size)]
        Path(folder, f"{i:05d}.txt").write_text("\n".join(some), encoding="utf-8")


def main():
    """Print the tables."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.scaling", description=__doc__.splitlines()[0])
    parser.add_argument("--sizes", type=float, nargs="*", default=[1, 10, 100], metavar="MB")
    parser.add_argument("--documents", type=int, default=10_000, help="for what one more costs; 0 for none")
    parser.add_argument("--ways", nargs="+", choices=WAYS, default=WAYS)
    parser.add_argument("--stages", nargs="+", default=["terms"], help="terms and others of map_partitions")
    parser.add_argument(
        "--counting", type=float, metavar="MB", help="compare ways to count so much text, and no more"
    )
    parser.add_argument("--earlier", metavar="PATH", help="checkout of an earlier build, to compare with")
    parser.add_argument("--rounds", type=int, default=3, help="of counting; medians are printed (default: 3)")
    options = parser.parse_args()
    if options.counting:
        with tempfile.TemporaryDirectory() as folder:
            write_corpus(Path(folder), options.counting, vary=True)
            counting.compare(folder, options.earlier, options.rounds)
        return
    for megabytes in options.sizes:
        with tempfile.TemporaryDirectory() as folder:
            write_corpus(Path(folder), megabytes, vary=True)
            if megabytes == options.sizes[0] <= 10:  # in memory
                for name, values in in_process(f"rates({folder!r})").items():
                    print(name + ": " + ", ".join(f"{key} {value:,.3g}" for key, value in values.items()))
            names = ("clock", "processor", "again", "merge", "map MB", "merge MB", "kept MB", "terms")
            heads = "".join(f"{name:>{width}}" for name, width in zip(names, WIDTHS, strict=True))
            print(f"\n{f'{megabytes:g} MB':18}{heads}")
            for way in options.ways:
                found = in_process(f"measure({way!r}, {folder!r}, {options.stages!r})")
                clock, used, _, again, merge = found["seconds"]
                values = (clock, used, again, merge, *found["memory"], found["kept"], found["terms"])
                rounded = (f"{x:,.{2 if x < 10 else 0}f}" for x in values)
                cells = "".join(f"{x:>{width}}" for x, width in zip(rounded, WIDTHS, strict=True))
                print(f"{way:18}{cells}", flush=True)
    if options.documents:
        with tempfile.TemporaryDirectory() as folder:
            write_small(folder, options.documents)
            (first, merge), (second, again) = in_process(f"one_more({folder!r})")
            print(f"\n{options.documents:,} documents: {first:.1f} s, merged in {merge:.1f} s")
            shares = f"{second / first:.1%} of the first run, {(second + again) / (first + merge):.1%} with the merges"
            print(f"one more: {second:.1f} s, merged in {again:.1f} s; {shares}")


if __name__ == "__main__":
    main()
