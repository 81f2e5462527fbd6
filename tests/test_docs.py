"""The documentation: links lead somewhere, recipes run, names exist, the reference covers every public name."""

import re
from pathlib import Path

import pytest

import govnlp as gn
from govnlp.reference import entry, public_names, reference
from govnlp.teaching import exercises

ROOT = Path(__file__).resolve().parent.parent
PAGES = sorted((ROOT / "docs").glob("*.md"))
TEXTS = {path.name: path.read_text(encoding="utf-8") for path in PAGES}
RECIPES = re.findall(r"```python\n(.*?)```", TEXTS["how-to.md"], re.DOTALL)


def anchors(path):
    heads = re.findall(r"^#+ (.+)$", path.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", head.lower()).replace(" ", "-") for head in heads}


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_links_lead_to_a_file_and_a_heading(path):
    for target in re.findall(r"\]\(([^)\s]+)\)", TEXTS[path.name]):
        if not re.match("[a-z]+:", target):
            file, _, anchor = target.partition("#")
            goal = path.parent / file if file else path
            assert goal.exists(), target
            assert not anchor or anchor in anchors(goal), target


@pytest.mark.slow
def test_recipes_run_on_reports_of_the_sample(sample):
    reports = [
        path for place in ("临溪区", "青槐区") for path in sorted(sample.glob(f"*{place}-工作报告.txt"))
    ]
    corpus = gn.read_corpus(reports)
    assert len(RECIPES) >= 5 and len(corpus.documents) == 8
    for recipe in RECIPES:
        exec(recipe, {"gn": gn, "corpus": corpus})


def test_names_of_the_library_exist():
    for page, text in TEXTS.items():
        assert set(re.findall(r"\bgn\.([A-Za-z_]+)", text)) <= set(gn.__all__), page
        assert set(re.findall(r"\bgn\.plots\.([A-Za-z_]+)", text)) <= set(gn.plots.__all__), page


def test_public_names_are_few_in_few_groups_and_help_shows_them():
    """At most eighty names in seven groups: what a reader can take in; the plots of single stages are in gn.plots."""
    assert len(gn.__all__) <= 80 and len(gn.GROUPS) <= 7
    for title, group in gn.GROUPS.items():
        assert f"{title}: " in gn.__doc__
        assert all(name in gn.__doc__ for names in group.values() for name in names)
    assert {name for name in gn.__all__ if name.startswith("plot_")} <= set(gn.plots.__all__)


def test_the_lesson_names_exercises_that_exist():
    said = set(re.findall(r"\b\d\d-\d\b", TEXTS["lesson-plan.md"]))
    assert len(said) > 6 and said <= set(exercises())


def test_the_reference_covers_every_public_name():
    text = reference()
    heads = re.findall(r"^## ([\w.]+)$", text, re.MULTILINE)
    assert set(gn.__all__) <= set(public_names()) == set(heads)
    written = set(re.findall(r"^- \[([\w.]+)\]", TEXTS["api.md"], re.MULTILINE))
    assert written <= set(heads) and {"read_corpus", "keyness"} <= written


def test_a_name_without_a_docstring_is_refused():
    with pytest.raises(ValueError, match="nameless has no docstring"):
        entry("nameless", lambda: None)


def test_the_glossary_has_two_languages():
    rows = re.findall(r"^\| ([^|]+) \| ([^|]+) \| ([^|]+) \|$", TEXTS["glossary.md"], re.MULTILINE)[2:]
    assert len(rows) > 30
    assert all(re.search("[\u4e00-\u9fff]", zh) and re.search("[a-z]", en) for zh, en, _ in rows)
