"""govnlp.toml: what it may say, and what is said of it where it is wrong."""

import nbformat
import pytest

from govnlp.analysis.keywords.references import read_reference
from govnlp.analysis.themes.lexicon import SHIPPED
from govnlp.notes import error_said
from govnlp.running import default_parameters, stage_notebooks
from govnlp.settings import CHOICES, read_settings
from govnlp.words.dictionaries import STRENGTHS


def test_unknown_settings_are_named(tmp_path):
    (tmp_path / "govnlp.toml").write_text("langue = 'fr'\n")
    with pytest.raises(ValueError, match="unknown parameter 'langue'; one of: lang"):
        read_settings(tmp_path, {"LANG": "zh", "SOURCE": ""})


@pytest.mark.parametrize(
    ("content", "told", "chinese"),
    [
        (b"lang fr\n", "a line is such as: lang = 'en'", "一行的写法如"),
        ("title = “三地”\n".encode(), "“ is no quotation mark here", "“ 不能当引号"),
        ("title = '三地'\n".encode("gbk"), "save it as UTF-8", "请另存为UTF-8"),
    ],
)
def test_a_file_of_settings_that_can_not_be_read_says_how_to_mend_it(content, told, chinese, tmp_path):
    (tmp_path / "govnlp.toml").write_bytes(content)
    with pytest.raises(ValueError, match="govnlp.toml: .*" + told) as error:
        read_settings(tmp_path, {"LANG": "zh", "TITLE": ""})
    assert chinese in error_said(error.value, "zh")


def test_settings_are_of_the_kind_of_their_defaults(tmp_path):
    (tmp_path / "govnlp.toml").write_text("restore = 'no'\nterm = '治水'\n", encoding="utf-8")
    with pytest.raises(ValueError, match="restore = 'no' is of another kind than false"):
        read_settings(tmp_path, {"RESTORE": False, "TERM": None})
    (tmp_path / "govnlp.toml").write_text("restore = true\nterm = '治水'\n", encoding="utf-8")
    assert read_settings(tmp_path, {"RESTORE": False, "TERM": None}) == {"RESTORE": True, "TERM": "治水"}


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("lexicon = 3", "lexicon = 3 is no text; put a text in quotation marks"),
        ("target = 3", "target = 3 is no text"),
        ("term = 5", "term = 5 is no text"),
        ("group = ['year']", r"group = \['year'\] is no text"),
        ("documents = '甲'", r"documents = '甲' is no list of doc_ids; give a list, such as \['a', 'b'\]"),
        ("documents = [1]", r"documents = \[1\] is no list"),
        ("stopwords = 'heavy'", "stopwords = 'heavy' is unknown; give one of: light, medium, strong"),
        ("lang = 'fr'", "lang = 'fr' is unknown; give one of: zh, en"),
        ("reference = 'foo'", "reference = 'foo' is unknown; give one of: work_reports, background"),
        ("reference = 'work_reports'", "reference = 'work_reports' needs a document .*; add target"),
        ("lexicon = 'no.csv'", "lexicon = 'no.csv' is no file beside the documents; put it into"),
        ("themes = 'my.yaml'", "themes = 'my.yaml' is no file .*, give one of themes, state_council, cap"),
    ],
)
def test_a_value_that_a_setting_can_not_have_is_named_with_the_remedy(line, told, tmp_path):
    stages = [default_parameters(nbformat.read(path, 4)) for path in stage_notebooks()]
    known = {name: value for each in stages for name, value in each.items()}
    (tmp_path / "govnlp.toml").write_text(line, encoding="utf-8")
    with pytest.raises(ValueError, match=f"govnlp.toml: {told}"):
        read_settings(tmp_path, known)


def test_choices_of_the_settings_are_those_of_the_library():
    assert CHOICES["STOPWORDS"] == STRENGTHS and set(CHOICES["THEMES"]) == set(SHIPPED)
    assert all(read_reference(name) is not None for name in CHOICES["REFERENCE"])
