"""What we read of each format beside an independent reader: characters in content, in furniture, nowhere.

    python -m benchmarks.formats [FOLDER ...]

Files are made of the sample's texts (paragraphs, headings, lists, tables with merged cells) and converted by
LibreOffice; files of the folders given, or of the corpora beside the checkout, are added. Independent readers are
LibreOffice for office formats, pages and workbooks (its first sheet), pdfplumber for PDF and ofdkit for OFD. A
character that the independent reader finds counts once for each time that we have it, in order of content, furniture,
nowhere; blanks are left out. Without LibreOffice the formats that need it are said to be left out.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter, defaultdict
from pathlib import Path

from govnlp.figures.style import font_path

HERE = Path(__file__).resolve().parent.parent
CORPORA = HERE.parent / "shared" / "corpora"
REAL = ("awkward/files/*.doc", "local_reports/2024_[亳南]*.docx", "policy_pages/html/00*.html", "ofd/*.ofd")
MADE = ("doc", "rtf", "odt", "pdf", "html")
OFFICE = {".docx", ".doc", ".rtf", ".odt", ".html"}
BOOKS = {".xlsx", ".xls"}
ASIDE = ("boilerplate", "page")
# Without a Chinese font LibreOffice writes PDF files in which every character is the same one.
FONTS = "<fontconfig><include>/etc/fonts/fonts.conf</include><dir>{}</dir></fontconfig>"


def main():
    """Print the table."""
    office = shutil.which("soffice")
    if office is None:
        print("LibreOffice is not installed: .docx .doc .rtf .odt .html .xlsx .xls are left out")
    with tempfile.TemporaryDirectory() as folder:
        paths = make(Path(folder), office)
        given = [Path(x) for x in sys.argv[1:]]
        paths += [x for top in given for x in sorted(top.rglob("*")) if x.is_file()]
        paths += [] if given else [x for pattern in REAL for x in sorted(CORPORA.glob(pattern))]
        rows = defaultdict(list)
        for path in paths:
            expected = independent(path, office, Path(folder))
            if expected is not None:
                rows[path.suffix.lower()].append(compare(path, expected))
    print(
        f"{'format':8}{'files':>6}{'characters':>12}{'content':>10}{'furniture':>11}{'nowhere':>10}{'s per MB':>10}"
    )
    for suffix, found in sorted(rows.items()):
        total, content, furniture, nowhere, megabytes, seconds = map(sum, zip(*found, strict=True))
        shares = [x / total if total else 0.0 for x in (content, furniture, nowhere)]
        print(
            f"{suffix:8}{len(found):6}{total:12,}"
            + "{:10.4f}{:11.4f}{:10.4f}".format(*shares)
            + f"{seconds / megabytes:10.1f}"
        )


def make(folder, office):
    """Files of the sample's texts in each format."""
    import docx
    import openpyxl

    texts = sorted((HERE / "data" / "sample").glob("*.txt"))[:2]
    for n, path in enumerate(texts):
        lines = [x.strip() for x in path.read_text(encoding="utf-8").splitlines() if x.strip()]
        document = docx.Document()
        document.add_heading(lines[0], 0)
        for i, line in enumerate(lines[1:]):
            document.add_paragraph(line, "List Number" if i % 5 == 4 else None)
        table, book = document.add_table(4, 3), openpyxl.Workbook()
        for i in range(4):
            cells = ("指标", "单位", "2021年") if i == 0 else (f"清渠工程{i}", "里", str(30 * i + n))
            book.active.append(cells)
            for j, text in enumerate(cells):
                table.cell(i, j).text = text
        table.cell(3, 1).merge(table.cell(3, 2))
        document.save(folder / f"made{n}.docx")
        book.save(folder / f"made{n}.xlsx")
    if office:
        for kind in MADE:
            converted(sorted(folder.glob("*.docx")), kind, office, folder)
        converted(sorted(folder.glob("*.xlsx")), "xls", office, folder)
    return sorted(folder.iterdir())


def converted(paths, kind, office, folder):
    """Convert files by LibreOffice, which keeps its settings within the folder."""
    home = f"-env:UserInstallation=file://{folder / '.office'}"
    words = [office, home, "--headless", "--convert-to", kind, "--outdir", str(folder), *map(str, paths)]
    fonts = folder / ".fonts.conf"
    fonts.write_text(FONTS.format(Path(font_path()).parent), encoding="utf-8")
    here = os.environ | {"FONTCONFIG_FILE": str(fonts)}
    subprocess.run(words, check=True, capture_output=True, timeout=600, env=here)


def independent(path, office, folder):
    """Text that another reader finds in a file; None where that reader is missing or the format is another one."""
    suffix = path.suffix.lower()
    if suffix in OFFICE | BOOKS and office:
        out = folder / "out"
        out.mkdir(exist_ok=True)
        kind = "csv:Text - txt - csv (StarCalc):9,34,76" if suffix in BOOKS else "txt:Text (encoded):UTF8"
        converted([path], kind, office, out)
        text = (out / path.name).with_suffix(".csv" if suffix in BOOKS else ".txt")
        if not text.exists():  # such as a workbook where Calc is not installed
            print(f"{path.name}: LibreOffice does not convert it; left out")
            return None
        return text.read_text(encoding="utf-8-sig", errors="replace")
    if suffix == ".pdf":
        import pdfplumber

        with pdfplumber.open(path) as document:
            return "\n".join(page.extract_text() or "" for page in document.pages)
    if suffix == ".ofd":
        import ofdkit

        with ofdkit.open(path) as document:
            return document.text()
    return None


def compare(path, expected):
    """(characters of the other reader, of these in content, in furniture, nowhere, megabytes, seconds)."""
    from govnlp import read_corpus

    began = time.perf_counter()
    try:
        blocks = read_corpus(path).blocks
    except ValueError as error:
        print(f"{path.name}: {error}")
        blocks = None
    seconds = time.perf_counter() - began
    wanted, parts = letters([expected]), []
    aside = None if blocks is None else blocks["kind"].isin(ASIDE)
    for texts in ([], []) if blocks is None else (blocks["text"][~aside], blocks["text"][aside]):
        found = wanted & letters(texts)
        parts.append(found.total())
        wanted -= found
    return sum(parts) + wanted.total(), *parts, wanted.total(), path.stat().st_size / 1e6, seconds


def letters(texts):
    """How often each character stands in texts, blanks left out."""
    return Counter("".join("".join(texts).split()))


if __name__ == "__main__":
    main()
