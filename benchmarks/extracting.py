"""Extractors over a corpus of a size and over one of twice that size: user time, and its ratio (2 is linear).

Run: python -m benchmarks.extracting [--megabytes 2]. The ratio to counting terms is of use on any machine; seconds
are this one's.
"""

import argparse
import resource
import tempfile
from pathlib import Path

import govnlp as gn
from benchmarks.__main__ import write_corpus
from govnlp.documents.restoring.spun import detect_spun

EXTRACTORS = {
    "count_terms": lambda corpus: gn.count_terms(corpus.units("paragraph")),
    "extract_indicators": gn.extract_indicators,
    "extract_phrases": gn.extract_phrases,
    "extract_people": gn.extract_people,
    "extract_places": gn.extract_places,
    "detect_spun": lambda corpus: [
        detect_spun("\n".join(t)) for _, t in corpus.blocks.groupby("doc_id")["text"]
    ],
}


def seconds(work, corpus):
    """User time of one call."""
    before = resource.getrusage(resource.RUSAGE_SELF).ru_utime
    work(corpus)
    return resource.getrusage(resource.RUSAGE_SELF).ru_utime - before


def read(megabytes):
    """Corpus of about that many megabytes of text."""
    with tempfile.TemporaryDirectory() as folder:
        write_corpus(Path(folder), megabytes)
        return gn.read_corpus(folder)


def main(megabytes):
    """Print a row per extractor."""
    small, large = read(megabytes), read(2 * megabytes)
    for work in EXTRACTORS.values():  # dictionaries are loaded before the clock runs
        work(gn.parse_text("2021年5月，青槐区委书记周雨说，全区新建“三清”示范点5个。"))
    print(f"{'extractor':22}{megabytes:>7g} MB{2 * megabytes:>7g} MB   ratio   s per 10 MB   x count_terms")
    base = None
    for name, work in EXTRACTORS.items():
        once, twice = seconds(work, small), seconds(work, large)
        base = base or twice
        per_ten = twice * 5 / megabytes
        print(
            f"{name:22}{once:10.2f}{twice:10.2f}{twice / once:8.2f}{per_ten:14.1f}{twice / base:16.1f}",
            flush=True,
        )


if __name__ == "__main__":
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--megabytes", type=float, default=2)
    main(parser.parse_args().megabytes)
