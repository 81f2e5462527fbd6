"""A whole run: the same hashes anywhere, hostile text inert everywhere, what changed is named."""

import csv
import hashlib
import os
import re
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
import zipfile
from collections import Counter
from html.parser import HTMLParser
from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient
from openpyxl import load_workbook

from govnlp.checking import compare_runs
from govnlp.cli import main
from govnlp.documents.collecting import read_corpus
from govnlp.documents.reading.listing import MARKER
from govnlp.figures.column_names import column_label
from govnlp.figures.manifest import LOCK, read_manifest
from govnlp.running import run_stages, stage_notebooks, with_parameters
from govnlp.words.concordance import concordance

ROOT = Path(__file__).resolve().parent.parent
PARTS = [
    "<svg/onload=alert(1)>",
    "=cmd()",
    "$\\input{x}$",
    "云岭\u202e市",
    "表情😀",
    '"><img src=x onerror=alert(2)>',
]
HOSTILE = "青槐区优化营商环境，新签约项目12个，" + "，".join(PARTS) + "。"


def write_documents(folder):
    """Six small documents; names and texts hold markup, formulas, direction marks and emoji."""
    folder.mkdir(parents=True)
    for i in range(6):
        paragraphs = [
            f"{PARTS[i]}\n",
            HOSTILE,
            f"第{i}年，招商引资项目{i + 3}个，企业满意，“{PARTS[i]}”。",
            PARTS[i],
        ]
        name = f"=甲{i}$x$" if i else "=<b>甲"
        text = "\n\n".join(paragraphs * 3)
        (folder / f"{name}.txt".replace("<b>", "&lt;b&gt;" if os.name == "nt" else "<b>")).write_text(
            text, encoding="utf-8"
        )
    return folder


def run_elsewhere(source, out, **places):
    """A run as a process of its own, with another time zone, locale and hash seed; the manifest."""
    environment = os.environ | {"PYTHONPATH": str(ROOT)} | places
    command = [sys.executable, "-m", "govnlp", "figures", str(source), "--out", str(out)]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-2000:]
    return read_manifest(out)


@pytest.fixture(scope="module")
def runs(tmp_path_factory):
    """Two runs of the same documents: folders, time zones, locales and hash seeds differ."""
    top = tmp_path_factory.mktemp("runs")
    first, second = write_documents(top / "我的 文献"), write_documents(top / "other" / "my docs")
    for folder in (first, second):
        (folder / "坏.docx").write_bytes(b"PK\x03\x04 no document")
    before = run_elsewhere(first, top / "a", TZ="Asia/Shanghai", LC_ALL="C.UTF-8", PYTHONHASHSEED="1")
    after = run_elsewhere(second, top / "结果", TZ="America/Lima", LC_ALL="C", PYTHONHASHSEED="2")
    return {"source": first, "out": top / "a", "other": top / "结果", "before": before, "after": after}


@pytest.mark.slow
def test_two_runs_give_the_same_hashes(runs):
    assert compare_runs(runs["before"], runs["after"]).to_dict("records") == []
    assert runs["before"]["digest"] == runs["after"]["digest"]
    files = [
        {
            p.name: hashlib.sha256(p.read_bytes()).hexdigest()
            for p in runs[x].rglob("*")
            if p.is_file() and p.name != "manifest.json"
        }
        for x in ("out", "other")
    ]
    assert files[0] == files[1] and len(files[0]) > 30


@pytest.mark.slow
def test_every_stage_leaves_figures_and_what_can_not_be_read_is_named(runs):
    figures = {p.stem for p in runs["out"].glob("figures/*.png")}
    # six short texts alike, without years, places or targets: 06, 08 and keyness say why they have nothing to draw
    assert {name[:2] for name in figures} >= {"01", "02", "03", "04", "05", "07"}
    assert {"02-frequency", "02-dispersion", "02-cloud", "03-tfidf"} <= figures
    assert "坏.docx" in (runs["out"] / "tables/01-problems.csv").read_text(encoding="utf-8-sig")


@pytest.mark.slow
def test_the_manifest_names_what_the_run_was_made_from(runs):
    manifest = runs["before"]
    assert sorted(manifest["inputs"]) == sorted(p.name for p in runs["source"].iterdir())
    path = next(iter(manifest["inputs"]))
    content = (runs["source"] / path).read_bytes()
    assert manifest["inputs"][path] == hashlib.sha256(content).hexdigest()
    assert manifest["lexicons"]["themes.yaml"]["version"] and manifest["versions"]["pandas"]
    recorded = {name for record in manifest["outputs"].values() for name in record["files"]}
    assert {p.relative_to(runs["out"]).as_posix() for p in runs["out"].rglob("*") if p.is_file()} - {
        "manifest.json",
        LOCK,
        MARKER,
    } == recorded


@pytest.mark.slow
def test_every_column_of_a_run_has_a_name_for_readers(runs):
    heads = set()
    for path in runs["out"].glob("tables/*.csv"):
        with path.open(encoding="utf-8-sig", newline="") as file:
            heads |= set(next(csv.reader(file)))
    assert {head for head in heads if column_label(head, "zh") == head} <= {"p", "q"}


@pytest.mark.slow
def test_a_reader_of_chinese_meets_no_english_sentence(runs):
    files = [
        runs["out"] / name
        for name in ("report.html", "00-explore.html", "tables/01-problems.csv", "tables/05-review.csv")
    ]
    for path in [*files, *runs["out"].glob("figures/*.txt")]:
        text = path.read_text(encoding="utf-8-sig")
        text = re.sub(r"(?s)<(script|style).*?</\1>", "", text).replace("path,stage,reason", "")
        text = re.sub("<[^>]*>", "\n", text).replace("<img src", "").replace("&lt;img src", "")
        text = text.replace("govnlp parse", "")  # a command is what it is in every language
        assert re.findall(r"[A-Za-z]{2,} [a-z]{2,}", text) == [], path.name


class Tags(HTMLParser):
    """Tags of a page, and the names of all attributes."""

    def __init__(self, page):
        super().__init__()
        self.tags, self.attributes = [], set()
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.attributes.update(name for name, _ in attrs)


@pytest.mark.slow
def test_hostile_text_is_inert_in_pages(runs):
    for name in ("report.html", "00-explore.html"):
        page = (runs["out"] / name).read_text(encoding="utf-8")
        seen = Tags(page)
        assert seen.tags.count("script") == 1 and "b" not in seen.tags
        assert not any(name.startswith("on") for name in seen.attributes)
        assert "\u202e" not in page
        assert "&lt;svg/onload" in page
        assert all(
            address.startswith(("data:image/png", "data:image/webp")) for address in page.split('src="')[1:]
        )


@pytest.mark.slow
def test_hostile_text_is_inert_in_tables_and_pictures(runs):
    tables = sorted(runs["out"].glob("tables/*.csv"))
    assert tables
    for path in tables:
        with path.open(encoding="utf-8-sig", newline="") as file:
            for row in csv.reader(file):
                for cell in row:
                    assert not cell.startswith(("=", "@", "\t")), f"{path.name}: {cell[:40]}"
    pictures = sorted(runs["out"].glob("figures/*.svg"))
    assert pictures
    for path in pictures:
        tree = ElementTree.parse(path)
        kinds = {element.tag.rpartition("}")[2] for element in tree.iter()}
        assert not kinds & {"script", "foreignObject", "a"}


@pytest.mark.slow
def test_hostile_text_is_inert_in_word(runs):
    with zipfile.ZipFile(runs["out"] / "report.docx") as file:
        xml = file.read("word/document.xml").decode()
        ElementTree.fromstring(xml)
        fields = set(re.findall(r"<w:instrText>([^<]*)<", xml))
    assert "w:instr=" not in xml and {field.split()[0] for field in fields} == {"TOC", "SEQ"}
    assert "\u202e" not in xml


@pytest.mark.slow
@pytest.mark.parametrize("command", ["parse", "terms", "phrases", "indicators"])
def test_hostile_text_is_inert_in_workbooks(runs, command, tmp_path):
    assert main([command, str(runs["source"]), "-o", str(tmp_path / "out.xlsx")]) == 0
    for row in load_workbook(tmp_path / "out.xlsx").active.iter_rows():
        for cell in row:
            assert cell.data_type != "f", cell.value


@pytest.fixture(scope="module")
def executed(runs, tmp_path_factory):
    """Notebooks 00, 01 and 02 on the hostile documents, then 02 on one short document, in one kernel; that folder."""
    top = tmp_path_factory.mktemp("executed")
    (top / "甲.txt").write_text("青槐区优化营商环境，新签约项目12个。\n\n企业满意。\n" * 4, encoding="utf-8")
    paths = stage_notebooks()[:3]
    steps = [(path, runs["source"], top / "hostile") for path in paths] + [(paths[2], top / "甲.txt", top)]
    stages = []
    for path, source, out in steps:
        places = {"SOURCE": str(source), "OUT": str(out), "LANG": "zh"}
        stages.append(with_parameters(nbformat.read(path, as_version=4), places))
        for i, cell in enumerate(stages[-1].cells):
            cell["id"] = f"{len(stages)}-{i}"
    every = nbformat.v4.new_notebook(cells=[cell for stage in stages for cell in stage.cells])
    NotebookClient(every).execute()
    return stages, top


@pytest.mark.slow
def test_every_figure_of_a_notebook_is_shown_under_its_cell(executed):
    stages, top = executed
    drawn = [cell for cell in stages[-1].cells if "stage.show(" in cell.source]
    shown = [any("image/png" in output.get("data", {}) for output in cell.outputs) for cell in drawn]
    # one document has no parts to be spread over: that figure is not made, and its cell says why
    assert sum(shown) == len(list((top / "figures").glob("*.png"))) > 3 and not all(shown)


@pytest.mark.slow
def test_hostile_text_is_inert_in_notebook_outputs(executed):
    for stage in executed[0][:3]:
        outputs = [o for c in stage.cells if c.cell_type == "code" for o in c.outputs if "data" in o]
        pages = [o["data"]["text/html"] for o in outputs if "text/html" in o["data"]]
        for page in pages:
            assert "script" not in Tags(page).tags and "img" not in Tags(page).tags
        assert pages


@pytest.mark.slow
def test_a_second_run_goes_on_where_the_first_stopped(runs):
    before = {p.name: p.stat().st_mtime_ns for p in runs["out"].rglob("0[1-7]*")}
    run_elsewhere(runs["source"], runs["out"])
    assert {p.name: p.stat().st_mtime_ns for p in runs["out"].rglob("0[1-7]*")} == before


def rows_of(folder, name):
    with (folder / "tables" / f"{name}.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="module")
def interviews(tmp_path_factory):
    """Stages 01, 05, 07 and 09 on two years of invented interviews: labels of turns, years, a phrase that lives on."""
    source = tmp_path_factory.mktemp("interviews") / "访谈"
    source.mkdir()
    for year in (2020, 2021):
        turns = [
            f"记者：{year}年青槐区怎样优化营商环境？",
            "江晚舟：{}街推行“三清两建”，企业开办更快，审批更少，招商引资项目落地。",
            "记者：治水有什么进展？",
            "江晚舟：河道清淤，水质好转，“三清两建”还要坚持，污水处理厂已经开工。",
        ]
        rounds = [turn.format(street) for street in "东西南北" for turn in turns]
        text = "\n".join([f"青槐区区长谈{year}年工作", f"{year}-03-05 10:00:00 来源：青槐日报", *rounds])
        (source / f"{year}.txt").write_text(text, encoding="utf-8")
    some = [path for path in stage_notebooks() if path.stem.startswith(("01", "05", "07", "09"))]
    with pytest.MonkeyPatch.context() as patch:  # tests before may have begun threads, which no fork survives
        patch.setattr("govnlp.workers.os.cpu_count", lambda: 1)
        out = run_stages(source, source.parent / "out", notebooks=some)
    return {"source": source, "out": out, "manifest": read_manifest(out)}


@pytest.mark.slow
@pytest.mark.parametrize("name", ["runs", "interviews"])
def test_documents_read_are_as_many_in_every_source_line(request, name):
    run = request.getfixturevalue(name)
    manifest = run["manifest"] if "manifest" in run else run["before"]
    problems = rows_of(run["out"], "01-problems") if "01-problems" in manifest["outputs"] else []
    read = len(manifest["inputs"]) - sum(row["stage"] == "read" for row in problems)
    assert len(rows_of(run["out"], "01-inventory")) == len(rows_of(run["out"], "01-blocks")) == read
    sources = [record["source"] for record in manifest["outputs"].values() if record.get("source")]
    assert sources and all(f"{read}份文献" in source for source in sources)


@pytest.mark.slow
def test_a_document_has_as_many_characters_everywhere(interviews):
    out, outputs = interviews["out"], interviews["manifest"]["outputs"]
    blocks = read_corpus(interviews["source"]).blocks
    by_hand = blocks["text"].str.len().groupby(blocks["doc_id"]).sum().to_dict()
    assert {row["doc_id"]: int(row["n_chars"]) for row in rows_of(out, "01-inventory")} == by_hand
    kinds = {row.pop("doc_id"): sum(map(int, row.values())) for row in rows_of(out, "01-blocks")}
    assert kinds == by_hand
    assert f"{sum(by_hand.values())}字" in outputs["01-inventory"]["finding"]
    assert f"{sum(by_hand.values())}字" in (out / "index.html").read_text(encoding="utf-8")


@pytest.mark.slow
def test_a_phrase_occurs_as_often_everywhere(interviews):
    """The file names 三清两建 twice in each of four rounds, for two years, which are too few for a life of it."""
    out, phrase = interviews["out"], "三清两建"
    (row,) = (row for row in rows_of(out, "07-phrases") if row["phrase"] == phrase)
    lines = concordance(read_corpus(interviews["source"]), phrase)
    assert int(row["n"]) == len(lines) == 16 and not (out / "tables" / "07-life.csv").exists()
    assert re.search(f"{phrase}”?（16次）", interviews["manifest"]["outputs"]["07-phrases"]["finding"])


@pytest.mark.slow
def test_a_theme_has_as_many_paragraphs_everywhere(interviews):
    """In the profile of the longest document and in shares of groups, and in the evidence where it says it counts."""
    out, outputs = interviews["out"], interviews["manifest"]["outputs"]
    profile = {row["theme"]: int(row["n_blocks"]) for row in rows_of(out, "05-theme-profile")}
    of = {row["doc_id"] for row in rows_of(out, "05-theme-barcode")}
    assert len(of) == 1 and max(profile.values()) > 1
    counted = Counter(
        row["theme"] for row in rows_of(out, "05-evidence") if row["doc_id"] in of and row["counts"] == "True"
    )
    counted = {theme: n for theme, n in counted.items() if theme in profile}  # without the groups of themes
    assert {theme: n for theme, n in profile.items() if n} == counted
    shares = {(row["doc_id"], row["theme"]): int(row["n_blocks"]) for row in rows_of(out, "05-themes")}
    behind = Counter(
        (row["doc_id"], row["theme"]) for row in rows_of(out, "05-evidence") if row["counts"] == "True"
    )
    assert any(shares.values()) and all(behind[side] == n for side, n in shares.items())
    most = max(counted.values())
    assert f"{most}段" in outputs["05-theme-barcode"]["finding"] or list(counted.values()).count(most) > 1
