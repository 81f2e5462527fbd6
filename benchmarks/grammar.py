"""How often each rule of the grammar decides on a folder of documents, and how often rightly on annotated rows.

    python -m benchmarks.grammar SOURCE [--gold rows.jsonl]

The gold has one sentence a line: text, year, part, and rows with at, value_text and names (all that are accepted).
"""

import argparse
import json
from collections import Counter
from pathlib import Path

import govnlp as gn
from govnlp.analysis.indicators.canonical import canonical_name
from govnlp.analysis.indicators.grammar import read_rules
from govnlp.analysis.indicators.quantities import narrow
from govnlp.analysis.indicators.statements import read_statements
from govnlp.documents.corpus import CONTENT, HEADINGS

LISTS = ("member", "each member")  # decided by coordination, before the grammar is asked


def decisions(texts):
    """How many values each rule named.

    Parameters
    ----------
    texts : iterable of str

    Returns
    -------
    Counter
        rule -> number of values.
    """
    return Counter(s.rule for text in texts for s in read_statements(narrow(text)))


def right_names(path):
    """How many values each rule named on annotated sentences, and how many of these rightly.

    Parameters
    ----------
    path : path
        JSON lines.

    Returns
    -------
    (Counter, Counter)
        Values named, and those whose name is one of those accepted, both by rule.
    """
    named, right = Counter(), Counter()
    for line in Path(path).read_text(encoding="utf-8").splitlines():
        sentence = json.loads(line)
        gold = {row["at"]: row for row in sentence["rows"]}
        for statement in read_statements(narrow(sentence["text"])):
            q = statement.quantity
            row = next((gold[at] for at in gold if q.start <= at < q.end), None)
            if row is None:
                continue
            named[statement.rule] += 1
            right[statement.rule] += _alike(statement.name, row["names"])
    return named, right


def _alike(name, accepted):
    """Whether a name is one of those accepted, endings that only say what kind of number it is aside."""

    def plain(text):
        return (
            canonical_name(narrow(text).strip("“”")).replace("的", "").removesuffix("数").removesuffix("量")
        )

    return plain(name) in set(map(plain, accepted))


def main(argv=None):
    """Print a line for each rule."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("source")
    parser.add_argument("--gold")
    args = parser.parse_args(argv)
    blocks = gn.read_corpus(args.source).blocks
    decided = decisions(blocks.loc[blocks["kind"].isin(CONTENT + HEADINGS), "text"])
    named, right = right_names(args.gold) if args.gold else (Counter(), Counter())
    total = sum(decided.values()) or 1
    print(f"{'rule':34}{'decided':>9}{'share':>8}{'right':>7}{'of':>6}")
    for rule in [*LISTS, *(r.rule for r in read_rules())]:
        print(f"{rule:34}{decided[rule]:>9}{decided[rule] / total:>8.2%}{right[rule]:>7}{named[rule]:>6}")


if __name__ == "__main__":
    main()
