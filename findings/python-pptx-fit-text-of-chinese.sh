#!/usr/bin/env bash
# python-pptx 1.0.2: fit_text() fails on a Chinese paragraph, for it breaks lines at blanks only.
# Guess before running: it sets the largest size at which the text fits into its box, for Chinese as for English text.
# Seen: TypeError (cannot unpack non-iterable NoneType object), without a word of text or box, as soon as the text is wider than the box at half of
# the largest size, which is tried first: 25 characters that need two lines at 20 points. English text in the same box is set at 17 points, and the
# same Chinese with a blank between its characters at 36.
# Why it matters: slides made from findings fail at the first sentence that is long. Reckon the size from the number of characters (each as wide as it
# is high), or put a blank between the characters for the measurement.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check python-pptx==1.0.2 matplotlib==3.10.7
cat >check.py <<'PY'
from pathlib import Path

import matplotlib
from pptx import Presentation
from pptx.util import Inches

font = Path(matplotlib.get_data_path(), "fonts/ttf/DejaVuSans.ttf")


def fitted(text):
    """The size that fit_text() sets in a box of 4 by 2 inches, or its error."""
    slide = Presentation().slides.add_slide(Presentation().slide_layouts[6])
    frame = slide.shapes.add_textbox(0, 0, Inches(4), Inches(2)).text_frame
    frame.text = text
    try:
        frame.fit_text(font_file=str(font), max_size=40)
    except TypeError as error:
        return str(error)
    return frame.paragraphs[0].runs[0].font.size.pt


texts = {
    "long": "全区完成固定资产投资，增长5.2%。" * 12,
    "two lines": "全区完成固定资产投资，增长5.2%，建成5G基站。",
    "title": "全区工作",
    "blanks": " ".join("全区完成固定资产投资，增长5.2%，建成5G基站。"),
    "English": "invest in all the projects of the county " * 6,
}
seen = {name: fitted(text) for name, text in texts.items()}
print(seen)
assert "NoneType" in seen["long"] and "NoneType" in seen["two lines"]
assert (seen["title"], seen["blanks"], seen["English"]) == (40, 36, 17)
PY
venv/bin/python check.py
