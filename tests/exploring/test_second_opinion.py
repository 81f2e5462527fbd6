"""trafilatura's opinion beside the parser's; a stand-in takes its place, since the package need not be installed."""

import sys
from types import SimpleNamespace

from govnlp import read_corpus
from govnlp.exploring.audit import audit_html
from govnlp.exploring.second_opinion import KEPT, LEFT, compared, second_opinion

KEPT_BY_BOTH, OURS, THEIRS = (
    "今年全区疏浚老渠三十里，沿线都通了水。",
    "居民用上了干净的水，都很满意。",
    "青槐区水务局主办，未经许可不得转载。",
)
PAGE = f"<html><body><div><p>{KEPT_BY_BOTH}</p><p>{OURS}</p></div><footer>{THEIRS}</footer></body></html>"


def page(tmp_path, monkeypatch, text):
    """Corpus of a page of which trafilatura finds a text."""
    path = tmp_path / "a.html"
    path.write_text(PAGE, encoding="utf-8")
    monkeypatch.setitem(sys.modules, "trafilatura", SimpleNamespace(extract=lambda *_, **__: text))
    return read_corpus(path)


def test_blocks_that_one_keeps_and_the_other_sets_aside(tmp_path, monkeypatch):
    corpus = page(tmp_path, monkeypatch, f"{KEPT_BY_BOTH}\n{THEIRS}")
    differs, share = compared(f"{KEPT_BY_BOTH}\n{THEIRS}", corpus.blocks)
    assert list(differs.values()) == [LEFT, KEPT]
    assert share == len(KEPT_BY_BOTH) / len(KEPT_BY_BOTH + OURS + THEIRS)  # characters of the three lines
    said = audit_html(corpus, lang="en")
    assert "differs on 2 blocks" in said
    assert (
        said.index("leaves it out") < said.index(OURS) < said.index("keeps it as text") < said.index(THEIRS)
    )


def test_no_opinion_without_the_package_a_text_or_a_page(tmp_path, monkeypatch):
    corpus = page(tmp_path, monkeypatch, None)
    path = corpus.documents["path"].iloc[0]
    assert second_opinion(path, corpus.blocks) is None
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    assert second_opinion(path, corpus.blocks) is None
    assert second_opinion(None, corpus.blocks) is None
    other = tmp_path / "b.txt"
    other.write_text(OURS, encoding="utf-8")
    assert second_opinion(other, corpus.blocks) is None
    assert "trafilatura" not in audit_html(corpus, lang="en")
