"""What the package is made of, and that it talks to nobody."""

import ast
import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "docs"))
import licences  # noqa: E402

NETWORK = {
    "urllib.request",
    "http.client",
    "requests",
    "httpx",
    "aiohttp",
    "ftplib",
    "smtplib",
    "socket",
    "urllib3",
}

STAGES = """
import sys

def closed(event, arguments):
    if event in ("socket.getaddrinfo", "socket.gethostbyname", "socket.sendto", "urllib.Request"):
        raise RuntimeError(f"network: {event} {arguments}")
    if event in ("socket.connect", "socket.bind") and isinstance(arguments[1], tuple):
        raise RuntimeError(f"network: {event} {arguments[1]}")

sys.addaudithook(closed)
import matplotlib
matplotlib.use("Agg")
import govnlp as gn
from govnlp.figures.saving import save_table

source, out = sys.argv[1:]
corpus = gn.read_corpus(source)
terms = gn.count_terms(corpus, stopwords="medium")
frequency, name = gn.frequency(terms), corpus.documents["doc_id"][0]
gn.dispersion(terms), gn.tfidf(terms, by="doc_id"), gn.collocations(corpus.units(), "发展")
gn.concordance(corpus, "发展"), gn.detect_spun("工做"), gn.restore_spun("工做"), gn.find_reuse(corpus.units())
gn.keyness(terms, name)
profile = gn.theme_profile(gn.score_themes(corpus))
for extract in (gn.extract_indicators, gn.extract_phrases, gn.extract_people, gn.extract_places):
    extract(corpus)
ax = gn.plot_frequency(frequency.head(10))
gn.save_figure(ax.figure, out + "/01-frequency", alt="频次", data=frequency.head(10))
save_table(profile, out + "/02-themes", title="主题")
gn.write_report(out, "zh")
print("done")
"""


def test_every_locked_package_has_a_licence_that_can_be_lived_with():
    packages = [licences.licence(package["name"]) for package in licences.locked()]
    assert len(packages) > 100
    assert "unknown" not in packages
    assert not [x for x in packages if "GPL" in x and "LGPL" not in x]


def test_the_lists_are_those_of_the_lock():
    wanted = [(package["name"], package["version"]) for package in licences.locked()]
    bill = json.loads((ROOT / "docs" / "sbom.json").read_text(encoding="utf-8"))
    assert (bill["bomFormat"], bill["specVersion"]) == ("CycloneDX", "1.6")
    assert [(x["name"], x["version"]) for x in bill["components"] if x["type"] == "library"] == wanted
    rows = (ROOT / "docs" / "licences.md").read_text(encoding="utf-8").splitlines()
    listed = [tuple(row.split(" | ")[:2]) for row in rows if row.startswith("| ")][1:-1]
    assert [(name.removeprefix("| "), version) for name, version in listed] == wanted
    assert "Noto Sans SC" in rows[-1] and "OFL-1.1" in rows[-1]


def test_no_module_imports_the_network():
    for path in sorted((ROOT / "govnlp").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = (
                [alias.name for alias in node.names] if isinstance(node, ast.Import | ast.ImportFrom) else []
            )
            names += [node.module] if isinstance(node, ast.ImportFrom) and node.module else []
            assert not NETWORK & set(names), path.name


@pytest.mark.slow
def test_all_stages_run_with_the_network_closed(sample, tmp_path):
    source = tmp_path / "in"
    source.mkdir()
    for path in sorted(sample.glob("2022-青槐区-*报告.txt")) + sorted(sample.glob("2019-临溪区-*报道.txt")):
        shutil.copy(path, source)
    run = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", STAGES, source, tmp_path],
        cwd=ROOT,
        capture_output=True,
        text=True,
    )
    assert run.stdout.strip() == "done", run.stderr[-2000:]


def test_the_closed_network_is_closed():
    opening = (
        STAGES.partition("import matplotlib")[0] + "import socket; socket.create_connection(('127.0.0.1', 9))"
    )
    run = subprocess.run([sys.executable, "-c", opening], capture_output=True, text=True)
    assert "RuntimeError: network: socket." in run.stderr
