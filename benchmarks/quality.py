"""How many phrases each way of counting finds, how well each segmenter cuts, and how good new terms are.

Without arguments the sample corpus is read, and the phrases are those of the shipped lexicon that stand in it.
"""

import argparse
import re
from pathlib import Path

HERE = Path(__file__).resolve().parent.parent


def segmenters():
    """Functions from a text to its words, by the name that the tables show."""
    import jieba
    import rjieba

    from govnlp import Segmenter

    jieba.setLogLevel("ERROR")
    return {
        "CountVectorizer, default pattern": re.compile(r"(?u)\b\w\w+\b").findall,
        "jieba, default (cntext, qhchina)": jieba.lcut,
        "rjieba, default": rjieba.cut,
        "govnlp, lexicon off": Segmenter(lexicon=False).cut,
        "govnlp": Segmenter().cut,
    }


def phrase_recall(texts, phrases):
    """Rows of name, occurrences found and their share of those in the text."""
    total = sum(text.count(phrase) for text in texts for phrase in phrases)
    rows = []
    for name, cut in segmenters().items():
        words = [word for text in texts for word in cut(text)]
        wanted = set(phrases)
        rows.append((name, sum(word in wanted for word in words)))
    rows.append(("govnlp, concordance", sum(len(_found(texts, phrase)) for phrase in phrases)))
    return [(name, n, n / max(1, total)) for name, n in rows]


def _found(texts, phrase):
    from govnlp import concordance, parse_text

    return concordance(parse_text("\n".join(texts)), phrase)


def segmentation(paths):
    """Rows of name and word F1 on sentences whose words are divided by blanks."""
    lines = [line.split() for path in paths for line in path.read_text(encoding="utf-8").splitlines()]
    rows = []
    for name, cut in list(segmenters().items())[1:]:
        hits = theirs = ours = 0
        for words in lines:
            gold, got = _spans(words), _spans(cut("".join(words)))
            hits, theirs, ours = hits + len(gold & got), theirs + len(gold), ours + len(got)
        rows.append((name, 2 * hits / (theirs + ours)))
    return rows


def _spans(words):
    ends, at = set(), 0
    for word in words:
        ends.add((at, at + len(word)))
        at += len(word)
    return ends


def found_terms(texts, phrases):
    """Recall of phrases that jieba's dictionary lacks, and the share of the first 50 that the lexicon has."""
    import pandas as pd

    from govnlp import Segmenter, new_terms
    from govnlp.lexicons import shipped_by_jieba
    from govnlp.words.dictionaries import read_lexicon

    lines = shipped_by_jieba("dict.txt").read_text(encoding="utf-8").splitlines()
    wanted = set(phrases) - {line.split(" ")[0] for line in lines}
    table = new_terms(pd.DataFrame({"text": texts}), segmenter=Segmenter(lexicon=False))
    first = table["term"].head(50).isin(read_lexicon()["term"]).mean()
    return len(wanted), len(wanted & set(table["term"])) / max(1, len(wanted)), first


def main():
    """Print the tables."""
    from govnlp import read_corpus
    from govnlp.words.dictionaries import read_lexicon

    parser = argparse.ArgumentParser(prog="python -m benchmarks.quality", description=__doc__.splitlines()[0])
    parser.add_argument("--texts", type=Path, default=HERE / "data" / "sample", help="folder with documents")
    parser.add_argument("--phrases", type=Path, help="file with one phrase a line")
    parser.add_argument(
        "--segmented", type=Path, nargs="*", default=[], help="files with words between blanks"
    )
    options = parser.parse_args()
    texts = read_corpus(options.texts).units("paragraph", include_headings=True)["text"].tolist()
    phrases = read_lexicon()["term"].tolist()
    if options.phrases:
        phrases = options.phrases.read_text(encoding="utf-8").split()
    phrases = [phrase for phrase in phrases if any(phrase in text for text in texts)]
    print(f"{len(phrases)} phrases in {options.texts}\n{'':36}{'found':>8}{'share':>8}")
    for name, n, share in phrase_recall(texts, phrases):
        print(f"{name:36}{n:8}{share:8.3f}")
    if options.segmented:
        print(f"\n{'word F1':36}{'':8}{'F1':>8}")
        for name, f1 in segmentation(options.segmented):
            print(f"{name:44}{f1:8.4f}")
    n, recall, first = found_terms(texts, phrases)
    print(f"\nnew terms: {recall:.3f} of {n} phrases that jieba lacks among the first 500 candidates;")
    print(f"           {first:.2f} of the first 50 are in the shipped lexicon (the others may be terms too)")


if __name__ == "__main__":
    main()
