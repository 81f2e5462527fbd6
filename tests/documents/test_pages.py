from pathlib import Path

import pytest

from govnlp import read_corpus
from govnlp.documents.reading.html import read_html
from govnlp.documents.reading.problems import Unreadable

PAGES = Path(__file__).parent / "pages"
TITLE = "望溪三十里老渠开始疏浚"
OPENINGS = [
    "3月4日，望溪县举行",
    "望溪县水务局局长林溪介绍",
    "“渠通了，秋天的稻子",
    "记者在现场看到",
    "下一步，望溪县将",
]
NAMES = sorted(x.name for x in PAGES.glob("*.htm*") if x.name != "short-notice.html")


@pytest.mark.parametrize("name", NAMES)
def test_title_date_outlet_and_text_of_a_page(name):
    corpus = read_corpus(PAGES / name)
    row = corpus.documents.iloc[0]
    assert row["title"] == TITLE
    assert str(row["published"].date()) == "2021-03-05"
    assert row["outlet"] == {"wechat.html": "望溪发布"}.get(name, "望溪日报")
    content = corpus.units("paragraph")["text"].tolist()
    assert len(content) == len(OPENINGS)
    assert all(x.startswith(y) for x, y in zip(content, OPENINGS, strict=True))


def test_kicker_and_subtitle_of_a_digital_edition():
    article = read_corpus(PAGES / "digital-edition.html").articles.iloc[0]
    assert article["title_lines"] == ["清水进田", TITLE, "——十一个村告别守夜看水"]


def test_notice_shorter_than_the_legal_note_of_its_site():
    corpus = read_corpus(PAGES / "short-notice.html")
    assert corpus.documents["title"].tolist() == ["停水通知"]
    assert corpus.units("paragraph")["text"].tolist() == [
        "因清渠施工，3月6日8时至18时城关镇停水，请居民提前储水。"
    ]


@pytest.mark.parametrize(
    ("page", "reason"),
    [
        ("<html><head><title>望溪</title></head><frameset><frame src='a.html'></frameset></html>", "frames"),
        ("<html><body><div id='app'></div><script>draw()</script></body></html>", "no text in the page"),
        ("<html></html>", "no text in the page"),
    ],
)
def test_pages_without_text_name_the_remedy(page, reason):
    with pytest.raises(Unreadable, match=reason):
        read_html(page.encode())


@pytest.mark.parametrize("data", ['{"headline": 5}', "[]", "[1]", "{", '{"@graph": [null]}', "null"])
def test_damaged_linked_data_is_passed_over(data):
    page = (
        f'<script type="application/ld+json">{data}</script><p>渠水清了，居民又在河边散步，孩子们也来了。</p>'
    )
    assert "published" not in read_html(page.encode())["stated"]


def test_our_own_site_is_no_outlet(tmp_path):
    text = "渠水清了，居民又在河边散步，孩子们也来了。"
    (tmp_path / "a.html").write_text(
        f"<meta charset='utf-8'><h1>老渠疏浚完工</h1><p>时间：2021-06-01 来源：本网</p><p>{text}</p>", "utf-8"
    )
    row = read_corpus(tmp_path).documents.iloc[0]
    assert row["outlet"] is None and str(row["published"].date()) == "2021-06-01"
