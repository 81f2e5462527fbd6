"""Random and broken input against every stage, outside the tests: python -m benchmarks.fuzzing STAGE --minutes 10.

Each stage has an invariant. Hypothesis shortens an input that breaks it and prints it; put such a case into the
tests of the module that it broke, then mend the module.
"""

import argparse
import io
import re
import tempfile
import time
import zipfile
from functools import cache
from html.parser import HTMLParser
from pathlib import Path

import pandas as pd
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

import govnlp as gn
from govnlp.documents.files import parse_content
from govnlp.documents.reading import encodings
from govnlp.documents.reading.formats import source_of
from govnlp.documents.reading.limits import within_limits
from govnlp.documents.reading.problems import Unreadable

SAMPLE = Path(__file__).resolve().parent.parent / "data" / "sample"
MARKS = list("，。：；！？、“”‘’（）《》〔〕—…·%％‰,.:;!?()[]{}<>&$\\/|~^_*#@=+-\"'`")
MARKS += list(" \u3000\u00a0\t\n\r\x00\u200b\ufeff\u202e\ud800")
NUMBERS = [
    "0",
    "12",
    "６.５",
    "3,456.7",
    "百分之五",
    "三十五",
    "亿元",
    "万",
    "个百分点",
    "2021年",
    "1月",
    "-",
    "第1位",
    "翻一番",
    "预计",
]
LABELS = [
    "记者：",
    "主持人:",
    "本报讯",
    "第一章",
    "一、",
    "（一）",
    "1.",
    "目录",
    "责任编辑：",
    "〔2021〕3号",
    "B1",
    "摄",
    "今年",
]
NAMES = ["p", "div", "table", "tr", "td", "h1", "a", "br", "title", "span", "ul", "li", "script", "b"]
TAGS = [f"<{slash}{name}>" for name in NAMES for slash in ("", "/")]


def fragments():
    """Sentences of the sample corpus, cut at random."""
    text = "".join(path.read_text(encoding="utf-8") for path in sorted(SAMPLE.glob("*.txt"))[:20])
    return sorted(set(re.findall(r"[^。\n]{2,30}", text)))


PIECES = st.one_of(
    st.sampled_from(fragments()),
    st.sampled_from(MARKS),
    st.sampled_from(NUMBERS + LABELS),
    st.text(max_size=4),
    st.builds(lambda piece, n: piece * n, st.sampled_from(MARKS + NUMBERS), st.integers(2, 60)),
)
TEXTS = st.lists(PIECES, max_size=15).map("".join)
PAGES = st.lists(st.one_of(PIECES, st.sampled_from(TAGS)), max_size=30).map("".join)
CODECS = st.sampled_from(("utf-8", "gb18030", "big5", "utf-16", "utf-8-sig", "latin-1"))


def encoded(text, codec):
    """Bytes of a text, whatever the codec lacks left out."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace").encode(codec, "ignore")


def packed(names, content):
    """An archive with one content under several names."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in sorted(names):
            archive.writestr(name.encode("utf-8", "replace").decode().replace("\0", "0"), content)
    return out.getvalue()


def damaged(data, cuts):
    """Bytes of which some places are changed."""
    data = bytearray(data)
    for at, value in cuts:
        if data:
            data[at % len(data)] = value
    return bytes(data)


WHOLE = st.one_of(
    st.tuples(st.sampled_from([".txt", ".md", ".csv"]), st.builds(encoded, TEXTS, CODECS)),
    st.tuples(st.sampled_from([".html", ".htm"]), st.builds(encoded, PAGES, CODECS)),
    st.tuples(
        st.just(".zip"),
        st.builds(packed, st.sets(st.text(min_size=1, max_size=8), min_size=1, max_size=3), st.binary()),
    ),
    st.tuples(st.sampled_from([".txt", ".html", ".docx", ".zip"]), st.binary(max_size=400)),
)
CUTS = st.lists(st.tuples(st.integers(0, 10_000), st.integers(0, 255)), max_size=6)


@cache
def word_file():
    """A small .docx to be damaged."""
    import docx

    out, document = io.BytesIO(), docx.Document()
    document.add_heading("青槐区工作要点", 1)
    document.add_paragraph("今年新建公园12处。")
    document.add_table(2, 2).cell(0, 0).text = "指标"
    document.save(out)
    return out.getvalue()


@cache
def pdf_file():
    """A small PDF of two pages to be damaged."""
    import matplotlib.pyplot as plt
    from matplotlib.backends.backend_pdf import PdfPages

    out = io.BytesIO()
    with PdfPages(out) as pages:
        for line in ("Government work report 2021", "12 parks were built."):
            figure = plt.figure(figsize=(2, 2))
            figure.text(0.1, 0.5, line, fontsize=8)
            pages.savefig(figure)
            plt.close(figure)
    return out.getvalue()


@cache
def table_file(ending):
    """A small table to be damaged."""
    table = pd.DataFrame(
        {"content": ["今年新建公园12处。", "修桥三座。", None], "date": ["2021-03-04", "2020", "x"]}
    )
    writers = {
        ".csv": lambda out: table.to_csv(out, index=False),
        ".tsv": lambda out: table.to_csv(out, index=False, sep="\t"),
        ".jsonl": lambda out: table.to_json(out, orient="records", lines=True, force_ascii=False),
        ".xlsx": lambda out: table.to_excel(out, index=False),
        ".parquet": lambda out: table.to_parquet(out, index=False),
    }
    out = io.BytesIO()
    writers[ending](out)
    return out.getvalue()


def unpacked_and_damaged(data, which, cuts):
    """An archive of which one member is changed, so that the damage is not merely one of packing."""
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as source,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive,
    ):
        names = source.namelist()
        for i, name in enumerate(names):
            content = source.read(name)
            archive.writestr(name, damaged(content, cuts) if i == which % len(names) else content)
    return out.getvalue()


@given(st.one_of(WHOLE, st.builds(lambda: (".docx", word_file()))), CUTS, st.integers(0, 20))
def read(whole, cuts, which):
    """Any file is read or has a reason why not, and never an exception of a library."""
    ending, data = whole
    data = unpacked_and_damaged(data, which, cuts) if data == word_file() and which else damaged(data, cuts)
    with within_limits():
        if ending != ".zip":
            try:
                source = source_of(data, f"a{ending}")
            except Unreadable as error:
                assert str(error)
            else:
                assert any(line.strip() for line in source.lines)
                assert len(source.roles) in (0, len(source.lines))
                assert not any(mark in line for line in source.lines for mark in "\n\r\0")
    parsed, problems = parse_content(f"a{ending}", data)
    assert parsed or problems or ending == ".zip"
    wrong = [x["reason"] for x in problems if re.match(r"[A-Za-z]+(Error|Exception)\b", x["reason"])]
    assert not wrong, wrong


@given(CUTS)
def pdf(cuts):
    """A damaged PDF is read or has a reason why not."""
    parsed, problems = parse_content("a.pdf", damaged(pdf_file(), cuts), {"seconds": 20})
    assert len(parsed) + len(problems) == 1
    assert not [x["reason"] for x in problems if re.match(r"[A-Za-z]+(Error|Exception)\b", x["reason"])]


@given(st.sampled_from((".csv", ".tsv", ".jsonl", ".xlsx", ".parquet")), CUTS, st.integers(0, 20))
def table(ending, cuts, which):
    """A damaged table is read, or is a ValueError that says what is wrong."""
    data = table_file(ending)
    data = unpacked_and_damaged(data, which, cuts) if ending == ".xlsx" and which else damaged(data, cuts)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, f"a{ending}")
        path.write_bytes(data)
        try:
            corpus = gn.read_table(path, date="date")
        except ValueError as error:
            assert path.name in str(error)
        else:
            assert len(corpus.documents)


@given(TEXTS)
def parse(text):
    """Every line that is not blank is in one block, and blocks hold what the lines hold."""
    corpus = gn.parse_text(text)
    lines = encodings.clean(text).split("\n")
    there = sorted(n for numbers in corpus.blocks["lines"] for n in numbers)
    assert there == [n for n, line in enumerate(lines, 1) if line.strip()]
    for numbers, starts in corpus.blocks[["lines", "line_starts"]].itertuples(index=False):
        assert len(numbers) == len(starts) and sorted(starts) == starts and starts[0] == 0
    for level in ("document", "article", "section", "turn", "paragraph", "sentence"):
        assert corpus.units(level)["unit_id"].is_unique


@given(TEXTS)
def segment(text):
    """The words are the text again, and the counts are those of the words."""
    words = gn.segment([text])[0]
    assert "".join(words) == text
    terms = gn.count_terms([text])
    assert terms.n_tokens >= terms.totals().sum()
    assert list(terms.terms) == sorted(set(terms.terms))


@cache
def segmenters():
    """The compiled engine and its reference, with entries that no dictionary takes and one that begins a number."""
    words = ["互联网·云岭", "3,000", "A-B", "2035年远景"]
    return [gn.Segmenter(engine, lexicon=words) for engine in ("compiled", "rjieba")]


@given(st.lists(TEXTS, max_size=4))
def compiled(texts):
    """Compiled code gives the words and the counts of rjieba."""
    ours, theirs = segmenters()
    assert gn.segment(texts, ours) == gn.segment(texts, theirs)
    a, b = (gn.count_terms(texts, segmenter=x, ngrams=(1, 2)) for x in (ours, theirs))
    assert list(a.terms) == list(b.terms) and (a.counts != b.counts).nnz == 0
    assert a.units.equals(b.units)


@given(TEXTS)
def extract(text):
    """What is extracted stands where it is said to stand."""
    corpus = gn.parse_text(text)
    blocks = corpus.blocks.set_index("block")["text"]
    for row in gn.extract_indicators(corpus).itertuples():
        assert 0 <= row.start < row.end <= len(blocks[row.block])
        assert row.quote and row.status in ("actual", "estimate", "target")
    for row in gn.extract_places(corpus).itertuples():
        assert row.text in blocks[row.block]
    gn.extract_people(corpus), gn.extract_phrases(corpus), gn.find_reuse(corpus.units("paragraph"))
    for evidence in gn.score_themes(corpus)["evidence"]:
        assert all(evidence)


class _Page(HTMLParser):
    """Counts scripts, and elements that act."""

    def __init__(self):
        super().__init__()
        self.acting = []

    def handle_starttag(self, tag, attributes):
        if tag == "script" or any(name.startswith("on") for name, _ in attributes):
            self.acting.append(tag)


@given(TEXTS, TEXTS, TEXTS)
def report(cell, title, caption):
    """Whatever stands in tables and titles is inert in the report."""
    from govnlp.figures.report import write_report
    from govnlp.figures.saving import save_table

    cell, title, caption = map(encodings.clean, (cell, title, caption))  # as what was read is
    with tempfile.TemporaryDirectory() as folder:
        found = []
        for words in (("a", "b", "c"), (cell, title, caption)):
            table = pd.DataFrame({"term": [words[0], "x"], "n": [1, 2]})
            save_table(table, Path(folder, "01-table"), title=words[1], caption=words[2])
            write_report(folder, "zh")
            page = _Page()
            page.feed(Path(folder, "report.html").read_text(encoding="utf-8"))
            found.append(page.acting)
        assert found[0] == found[1]


STAGES = {stage.__name__: stage for stage in (read, pdf, table, parse, segment, compiled, extract, report)}


def main():
    """Run one stage until the time is over or an input breaks it."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.fuzzing", description=__doc__.splitlines()[0])
    parser.add_argument("stage", choices=STAGES)
    parser.add_argument("--minutes", type=float, default=10)
    options = parser.parse_args()
    test, end, runs = STAGES[options.stage], time.monotonic() + 60 * options.minutes, 0
    inner = test.hypothesis.inner_test

    def counted(*arguments, **named):
        nonlocal runs
        runs += 1
        inner(*arguments, **named)

    test.hypothesis.inner_test = counted
    configured = settings(
        max_examples=50,
        deadline=None,
        database=None,
        suppress_health_check=list(HealthCheck),
        phases=[Phase.generate, Phase.shrink],
    )(test)
    while time.monotonic() < end:
        try:
            configured()
        finally:
            print(f"{options.stage}: {runs:,} executions", flush=True)


if __name__ == "__main__":
    main()
