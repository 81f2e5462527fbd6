"""The page without a kernel in a real browser: linked views, the keyboard alone, two widths, accessible."""

import pandas as pd
import pytest

import govnlp as gn

pytestmark = pytest.mark.slow
TEXT = "{year}年青槐区政府工作报告\n\n（{year}年1月8日在青槐区第七届人民代表大会第四次会议上）\n\n{body}"
BODIES = {
    2020: "优化营商环境，企业满意。\n\n企业办事更快，招商引资签约项目12个。\n\n",
    2021: "河水清了，治水护河，投入3亿元。\n\n企业治水，<script>alert(1)</script>。\n\n",
}


@pytest.fixture(scope="module")
def corpus(tmp_path_factory):
    folder = tmp_path_factory.mktemp("texts")
    for year, body in BODIES.items():
        for name in "甲乙":
            text = TEXT.format(year=year, body=body * 3)
            (folder / f"{year}{name}.txt").write_text(text, encoding="utf-8")
    return gn.read_corpus(folder)


@pytest.fixture(scope="module")
def address(corpus, tmp_path_factory):
    return gn.write_explorer(corpus, tmp_path_factory.mktemp("page") / "page.html").as_uri()


def table(page, section):
    rows = page.locator(f"#{section} tbody tr").all()
    return [[cell.inner_text() for cell in row.locator("td").all()] for row in rows]


def test_a_group_and_a_term_narrow_every_section(address, corpus, visit, screenshot):
    """What the page counts in the passages of 2021 with 治水 is what the library counts in the same passages."""
    page = visit(address)
    errors = []
    page.on("pageerror", lambda error: errors.append(error))
    page.get_by_label("分组").select_option(label="年份：2021（2）")
    page.get_by_label("词语").fill("治水")
    page.get_by_label("词语").press("Enter")
    units = corpus.units()
    chosen = units[units["doc_id"].str.startswith("2021") & units["text"].str.contains("治水")]
    assert f"所选2份文献中，有{len(chosen)}段含“治水”" in page.get_by_role("status").inner_text()
    words = gn.frequency(gn.count_terms(chosen, stopwords="medium")).set_index("term")
    for term, n, _, rate, n_units in table(page, "view_frequency"):
        assert [int(n), int(n_units)] == words.loc[term, ["n", "n_units"]].astype(int).tolist()
        assert float(rate.replace(",", "")) == pytest.approx(words.loc[term, "per_10k"], rel=0.01)
    lines = gn.concordance(corpus, "治水")
    assert len(table(page, "view_concordance")) == lines["doc_id"].str.startswith("2021").sum()
    themes = gn.theme_profile(gn.score_themes(chosen).assign(side="所选"), "side").set_index("theme")["share"]
    shown = {theme: share for theme, share, *_ in table(page, "view_themes")}
    assert shown == {theme: f"{share:.1%}" for theme, share in themes[themes > 0].items()}
    assert all("3亿元" in said for _, said in table(page, "view_indicators"))
    assert page.locator("details.doc:visible").count() == 2
    screenshot(page, "explorer-page", full_page=True)
    page.get_by_label("分组").select_option(index=0)
    page.get_by_label("词语").fill("")
    page.get_by_label("词语").press("Enter")
    assert (
        len(table(page, "view_concordance")) == 0
        and "所选4份文献，共" in page.get_by_role("status").inner_text()
    )
    assert errors == []


def test_by_keyboard_alone_to_a_passage_and_its_reasons(address, visit, screenshot):
    page = visit(address, width=390)
    page.get_by_role("button", name="企业", exact=True).focus()
    page.keyboard.press("Enter")
    assert page.get_by_label("词语").input_value() == "企业"
    page.locator("#view_concordance tbody a").first.focus()
    page.keyboard.press("Enter")
    page.wait_for_function("() => document.activeElement.classList.contains('passage')")
    passage = page.locator(":target")
    assert passage.locator("mark").first.inner_text() == "企业"
    about = passage.locator(".about")
    assert about.is_visible() and "招商引资与营商环境" in about.inner_text()
    assert page.locator(".about:visible").count() == 1
    screenshot(page, "explorer-phone")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_chosen_passages_are_saved_to_be_coded(address, corpus, visit, tmp_path):
    page = visit(address)
    page.get_by_label("词语").fill("招商引资")
    page.get_by_label("词语").press("Enter")
    with page.expect_download() as download:
        page.get_by_role("button", name="可编码").click()
    download.value.save_as(tmp_path / "passages.csv")
    rows = pd.read_csv(tmp_path / "passages.csv", dtype=str)
    units = corpus.units()
    assert rows["unit_id"].tolist() == units.loc[units["text"].str.contains("招商引资"), "unit_id"].tolist()
    rows.assign(coder_1="招商引资与营商环境").to_csv(tmp_path / "passages.csv", index=False)
    assert len(gn.read_codes(tmp_path / "passages.csv", gn.read_themes())) == len(rows)


@pytest.mark.parametrize("width", [1280, 390])
def test_no_accessibility_violation(address, visit, width):
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe is not installed")
    page = visit(address, width=width)
    page.get_by_label("词语").fill("企业")
    page.get_by_label("词语").press("Enter")
    page.get_by_label("显示每段的依据").check()
    for details in page.locator("details").all():
        details.evaluate("x => x.open = true")
    found = axe.Axe().run(page).response["violations"]
    assert [(x["id"], x["nodes"][0]["html"][:90]) for x in found] == []
