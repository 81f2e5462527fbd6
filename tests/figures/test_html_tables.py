"""Tables as HTML: values as a person reads them, inert, with a footnote."""

import pandas as pd
import pytest
import yaml

from govnlp.figures.html_tables import cell_text, say_errors, show_notes, table_html
from govnlp.lexicons import lexicon_path


def test_a_table_says_how_much_it_shows_and_on_what_it_rests():
    table = pd.DataFrame({"term": list("甲乙丙"), "n": [3, 2, 1]})
    table.attrs["note"] = "3 units <b>"
    html = table_html(table, rows=2)
    assert "rows: 2 of 3; 3 units &lt;b&gt;" in html
    assert html.count("<tr>") == 3 and "丙" not in html
    assert '<td class="n">3</td>' in html and "<td>甲</td>" in html


def test_names_of_columns_are_inert_and_math_is_left_alone():
    html = table_html(pd.DataFrame({"<i>": ["$x$\u202e"]}))
    assert "&lt;i&gt;" in html and "\u202e" not in html and "mathjax_ignore" in html


@pytest.mark.parametrize(
    "value, text", [(pd.NA, ""), (pd.NaT, ""), (float("nan"), ""), (0.5, "0.5"), (2019, "2019")]
)
def test_cells(value, text):
    assert cell_text(value) == text


def test_columns_and_closed_lists_are_named_in_the_readers_language():
    table = pd.DataFrame({"doc_id": ["甲"], "status": ["actual"], "single_unit": [False], "own": ["actual"]})
    html = table_html(table, lang="zh")
    assert '<th scope="col" title="doc_id">文献</th>' in html and '<th scope="col">own</th>' in html
    assert [cell.split("</td>")[0] for cell in html.split("<td>")[1:]] == ["甲", "实际", "否", "actual"]
    assert "共1行" in html
    plain = table_html(table)
    assert '<th scope="col">doc_id</th>' in plain and "<td>actual</td>" in plain and "rows: 1" in plain


def test_every_column_and_value_has_both_languages():
    entries = yaml.safe_load(lexicon_path("columns.yaml").read_text(encoding="utf-8"))
    lists = [entries["columns"], *entries["values"].values()]
    assert all(
        set(entry) == {"zh", "en"} and all(entry.values()) for part in lists for entry in part.values()
    )
    assert set(entries["values"]) <= set(entries["columns"])


def test_integers_with_gaps_stay_integers():
    assert '<td class="n">2019</td>' in table_html(
        pd.DataFrame({"year": pd.array([2019, None], dtype="Int64")})
    )


def test_notes_are_for_notebooks():
    with pytest.raises(RuntimeError, match="table_html"):
        show_notes()


@pytest.mark.parametrize("lang, told", [("zh", "没有"), ("en", "no file or folder")])
def test_an_error_in_a_notebook_is_said_in_its_language(monkeypatch, capsys, lang, told):
    import IPython
    from IPython.core.interactiveshell import InteractiveShell

    shell = InteractiveShell()
    monkeypatch.setattr(IPython, "get_ipython", lambda: shell)
    say_errors(lang)
    raised = shell.run_cell("import govnlp; govnlp.read_corpus('/没有/渠')")
    assert isinstance(raised.error_in_exec, FileNotFoundError)
    assert told in capsys.readouterr().out.splitlines()[-1]
    shell.run_cell("open('/没有/桥')")
    assert "No such file or directory: '/没有/桥'" in capsys.readouterr().out, "the system's own words stay"
