"""report.html in a real browser: readable at two widths, sorting, passages one click away, accessible."""

import pytest

import govnlp as gn
from govnlp.figures.manifest import record_run
from govnlp.figures.saving import save_table

pytestmark = pytest.mark.slow
TEXT = "青槐区优化营商环境，新签约项目12个。\n\n企业办事更快，<script>alert(1)</script>。\n\n治水，$\\input{x}$。\n\n"


@pytest.fixture(scope="module")
def report(tmp_path_factory):
    """A report on two small documents, with a figure, a table and passages."""
    folder = tmp_path_factory.mktemp("report")
    for name in ("甲", "乙"):
        (folder / f"{name}.txt").write_text(TEXT * 3, encoding="utf-8")
    corpus, out = gn.read_corpus(folder), folder / "out"
    table = gn.frequency(gn.count_terms(corpus.units()))
    alt = f"{table['term'][0]} leads with {table['n'][0]}."
    gn.save_figure(gn.plot_frequency(table).figure, out / "02-frequency", alt=alt, data=table)
    save_table(gn.extract_indicators(corpus), out / "06-indicators", title="指标")
    record_run(out, {path.name: path for path in folder.glob("*.txt")}, {"LANG": "zh"})
    return gn.write_report(out, "zh", corpus=corpus)


@pytest.mark.parametrize("name, width", [("desktop", 1280), ("phone", 390)])
def test_the_report_fits_the_screen(report, visit, screenshot, name, width):
    page = visit(report.as_uri(), width=width)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.locator("img").evaluate_all("all => all.every(x => x.alt && x.naturalWidth > 100)")
    screenshot(page, f"report-{name}", full_page=True)


def test_a_figure_scrolls_on_a_phone_instead_of_shrinking(report, visit):
    image = visit(report.as_uri(), width=390).locator("section[id='02-frequency'] img")
    frame = image.locator("..")
    natural = int(image.get_attribute("width"))
    assert image.bounding_box()["width"] == min(natural, 42 * 16)
    assert frame.bounding_box()["width"] <= 390 and frame.get_attribute("tabindex") == "0"


def test_the_explorer_without_a_kernel_keeps_to_its_own_policy(visit, screenshot, tmp_path):
    corpus = gn.parse_text(TEXT * 3, doc_id="甲")
    path = gn.write_explorer(corpus, tmp_path / "explore.html", term="营商环境")
    page, said = visit("about:blank"), []
    page.on("console", lambda message: said.append(message.text))
    page.goto(path.as_uri())
    assert page.locator("#view_themes img").evaluate("x => x.naturalWidth > 100 && x.clientWidth <= 900")
    assert said == []
    screenshot(page, "explorer-page")


def test_the_contents_are_folded_and_lead_on(report, visit):
    page = visit(report.as_uri())
    link = page.locator("nav a[href='#02-frequency']")
    assert not link.is_visible()
    page.locator("nav summary").click()
    link.click()
    assert page.locator("section[id='02-frequency']:target").is_visible()


def test_tables_sort_and_rows_lead_to_passages(report, visit, screenshot):
    page = visit(report.as_uri())
    section = page.locator("section[id='02-frequency']")
    section.locator("summary").click()
    head = section.get_by_role("button", name="次数", exact=True)
    head.focus()
    page.keyboard.press("Enter")
    counts = [int(text) for text in section.locator("tbody td:nth-child(2)").all_inner_texts()]
    assert counts == sorted(counts) and len(set(counts)) > 1
    assert section.locator("th[aria-sort=ascending]").count() == 1
    section.get_by_role("link", name="营商环境").click()
    lines = page.locator(":target")
    assert lines.locator("mark").all_inner_texts() == ["营商环境"] * 3
    assert "6" in lines.locator("h4").inner_text()
    lines.get_by_role("link").first.click()
    assert "优化营商环境，新签约项目12个" in page.locator(":target").inner_text()
    screenshot(page, "report-passage")


def test_no_script_but_its_own_runs(report, visit):
    page = visit(report.as_uri())
    said = []
    page.on("dialog", lambda dialog: (said.append(dialog.message), dialog.dismiss()))
    page.evaluate("document.body.insertAdjacentHTML('beforeend', '<img src=x onerror=alert(1)>')")
    page.wait_for_timeout(500)
    assert said == []
    refused = [error for error in visit.errors if "Content Security Policy" in error]
    assert refused
    visit.errors[:] = [
        error for error in visit.errors if error not in refused and "ERR_FILE_NOT_FOUND" not in error
    ]


@pytest.mark.parametrize("width", [1280, 390])
def test_no_serious_accessibility_violation(report, visit, browser, width):
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe is not installed")
    page = visit(report.as_uri(), width=width)
    for summary in page.locator("summary").all():
        summary.evaluate("x => x.parentNode.open = true")
    found = axe.Axe().run(page).response["violations"]
    serious = [(x["id"], x["nodes"][0]["html"][:90]) for x in found if x["impact"] in ("serious", "critical")]
    assert serious == []


def test_print_shows_figures_and_hides_the_contents(report, visit, tmp_path):
    page = visit(report.as_uri())
    page.emulate_media(media="print")
    assert not page.locator("nav").is_visible() and page.locator("figure img").first.is_visible()
    assert not page.locator("#passages").is_visible()
    page.locator("#passages details").first.evaluate("x => x.open = true")
    assert page.locator("#passages h3").first.is_visible()
    assert not page.locator("#passages h3").last.is_visible()
    page.pdf(path=tmp_path / "report.pdf", format="A4")
    assert (tmp_path / "report.pdf").read_bytes().startswith(b"%PDF")
