"""Title, date and main text of web pages: this package beside trafilatura, readability and gne, one table.

    python -m benchmarks.pages [FOLDER]

FOLDER holds html/ and expected.jsonl (file, title, published, signed, body); by default the policy pages beside the
checkout. trafilatura (favor_recall), readability and gne are compared where they are installed (pip install
trafilatura readability-lxml lxml-html-clean gne); which are not is said. F1 is over sets of five characters, blanks
removed; titles are compared without blanks and brackets.
"""

import json
import re
import sys
from pathlib import Path
from statistics import mean

from govnlp.documents.parsing.policy import iso_date, squeeze
from govnlp.documents.reading.html import decode_page

HERE = Path(__file__).resolve().parent.parent
PAGES = HERE.parent / "shared" / "corpora" / "policy_pages"
SET_ASIDE = ("boilerplate", "page")


def govnlp(path):
    """(title, dates, body) by this package."""
    from govnlp import read_corpus

    corpus = read_corpus(path)
    row, blocks = corpus.documents.iloc[0], corpus.blocks
    body = "\n".join(blocks["text"][~blocks["kind"].isin(SET_ASIDE)])
    return row["title"], {str(row["published"])[:10], row["signed"]}, body


def trafilatura(path):
    """(title, dates, body) by trafilatura."""
    import trafilatura

    page = decode_page(path.read_bytes())[0]
    found = trafilatura.extract_metadata(page)
    return found.title, {found.date}, trafilatura.extract(page, favor_recall=True)


def readability(path):
    """(title, no date, body) by readability."""
    import lxml.html
    from readability import Document

    found = Document(decode_page(path.read_bytes())[0])
    return found.short_title(), set(), lxml.html.fromstring(found.summary()).text_content()


def gne(path):
    """(title, dates, body) by gne."""
    from gne import GeneralNewsExtractor

    found = GeneralNewsExtractor().extract(decode_page(path.read_bytes())[0])
    return found["title"], {iso_date(found["publish_time"])}, found["content"]


def f1(got, wanted, k=5):
    """F1 over the sets of k characters of two texts."""
    got, wanted = ({x[i : i + k] for i in range(max(1, len(x) - k + 1))} for x in map(squeeze, (got, wanted)))
    return 2 * len(got & wanted) / (len(got) + len(wanted))


def plain(title):
    """Title without blanks and brackets."""
    return re.sub(r"[〔\[【(（〕\]】)）]", "", squeeze(title))


def measure(extract, folder, expected):
    """Shares of right titles and dates, and mean F1 of the bodies."""
    results = [(extract(folder / "html" / e["file"]), e) for e in expected]
    return (
        mean(plain(title) == plain(e["title"]) for (title, _, _), e in results),
        mean(bool(dates & {e["published"], e["signed"]}) for (_, dates, _), e in results),
        mean(f1(body, e["body"]) for (_, _, body), e in results if e["body"]),
    )


def main():
    """Print the table."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else PAGES
    if not (folder / "expected.jsonl").exists():
        print(f"pages: no expected.jsonl in {folder}; give the folder of the pages")
        return
    lines = (folder / "expected.jsonl").read_text(encoding="utf-8").splitlines()
    expected = [json.loads(x) for x in lines if x.strip()]
    print(f"{len(expected)} pages       title   date   body F1")
    for extract in (govnlp, trafilatura, readability, gne):
        try:
            figures = measure(extract, folder, expected)
        except ImportError as error:
            print(f"{extract.__name__:12}  left out: {error}")
            continue
        print(f"{extract.__name__:12}" + "".join(f"{x:8.3f}" for x in figures))


if __name__ == "__main__":
    main()
