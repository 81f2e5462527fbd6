import ast
import re
from pathlib import Path

import pytest

from govnlp import parse_text
from govnlp.cli import main
from govnlp.documents import parsing
from govnlp.exploring.audit import audit_html, audit_view, parse_confidence
from govnlp.lexicons import lexicon_content

CUT = "全区上半年疏浚排水管网六十二公里，同时对低洼路段的泵站逐一检修并及时处置中"
REST = "心城区排水不畅的问题，汛期前完成了全部十二处点位的整改任务，居民十分满意。"
TEXT = f"<b>新桥</b>通车\n{CUT}\n工人在清渠 周渠摄\n{REST}\n来源：望溪日报"


def test_every_source_line_is_shown_once_in_order_and_escaped():
    page = audit_html(parse_text(TEXT), lang="en")
    assert re.findall(r"<small>(\d+) (\w+)( joined to \d+)?", page) == [
        ("1", "title", ""),
        ("2", "paragraph", ""),
        ("3", "caption", ""),
        ("4", "paragraph", " joined to 2"),
        ("5", "dateline", ""),
    ]
    assert "<b>新桥" not in page
    assert REST in page


def test_view_is_the_same_without_the_page_around_it():
    corpus = parse_text(TEXT)
    assert audit_view(corpus).data in audit_html(corpus)
    assert "<body" not in audit_view(corpus).data


def test_the_page_is_in_chinese_unless_asked_otherwise_and_says_why():
    page = audit_html(parse_text(TEXT))
    assert "正文段落，接第2行" in page and "图片说明: 以图片署名结尾" in page
    assert not re.search(r"<small>[^<]*[a-z]{4}", page)


def test_every_reason_of_the_parser_has_its_chinese():
    """Reasons are the plain sentences in the code of the parser that its lines are given."""
    known = lexicon_content("columns.yaml")["values"]["why"]
    said = set()
    for path in Path(parsing.__file__).parent.glob("*.py"):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        docs = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
        texts = (x for x in ast.walk(tree) if isinstance(x, ast.Constant) and id(x) not in docs)
        said |= {
            x.value for x in texts if isinstance(x.value, str) and re.match("(it|its|the) [a-z]", x.value)
        }
    assert len(said) > 50 and said <= set(known)


def test_confidence_falls_for_missing_and_doubtful_titles():
    rows = parse_confidence(parse_text("新桥通车\n本报记者 林溪\n桥通了，居民出行方便多了。\n" + TEXT))
    assert rows["boundary"].between(0, 1).all()
    assert rows["title"].tolist()[0] == 1.0
    assert parse_confidence(parse_text("渠清了。"))["title"].tolist() == [0.0]


def test_unknown_document_is_named():
    with pytest.raises(ValueError, match="no document 'x'"):
        audit_view(parse_text(TEXT), "x")


def test_command_writes_the_page_the_table_or_both(tmp_path, capsys):
    source, page, table = tmp_path / "a.txt", tmp_path / "a.html", tmp_path / "a.csv"
    source.write_text(TEXT, encoding="utf-8")
    assert main(["parse", str(source), "--audit", str(page)]) == 0
    assert "govnlp-audit" in page.read_text(encoding="utf-8")
    assert main(["parse", str(source), "-o", str(table), "--audit", str(page)]) == 0
    assert table.exists()
    assert main(["parse", str(source)]) == 1
    assert "--audit" in capsys.readouterr().err
