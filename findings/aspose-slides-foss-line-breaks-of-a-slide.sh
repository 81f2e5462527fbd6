#!/usr/bin/env bash
# aspose-slides-foss 26.8.0 (the open-source one, no licence needed): of a slide, two figures with a line break between them are one figure.
# Guess before running: the text of each shape is what stands on the slide, its lines apart; python-pptx gives a line break as a sign of its own.
# Seen: 增长5 and 6月 below it (Shift and Enter) are 增长56月, in a box as in a cell of a table, and a title in two lines, 2020 and 2021年计划, is
# 20202021年计划. Two paragraphs stay apart, and tabs are there.
# Why it matters: slides break lines by hand more than any other document, and most of all between figures that stand under each other.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check aspose-slides-foss==26.8.0 python-pptx==1.0.2
cat >check.py <<'PY'
import aspose.slides_foss as slides
from pptx import Presentation
from pptx.util import Cm

show = Presentation()
slide = show.slides.add_slide(show.slide_layouts[5])
slide.shapes.title.text = "2020\v2021年计划"
box = slide.shapes.add_textbox(Cm(1), Cm(5), Cm(9), Cm(3)).text_frame
box.text = "甲县\t12\t34"
box.add_paragraph().text = "增长5\v6月"
table = slide.shapes.add_table(1, 2, Cm(1), Cm(11), Cm(9), Cm(2)).table
table.cell(0, 0).text, table.cell(0, 1).text = "乙县", "7\v8"
show.save("slide.pptx")
shapes = list(slides.Presentation("slide.pptx").slides[0].shapes)
texts = [shape.text_frame.text for shape in shapes[:2]]
cells = [cell.text_frame.text for cell in shapes[2].rows[0]]
print(texts, cells)
assert [text.split() for text in texts] == [["20202021年计划"], ["甲县", "12", "34", "增长56月"]]
assert cells == ["乙县", "78"]
assert [shape.text_frame.text.split() for shape in Presentation("slide.pptx").slides[0].shapes if shape.has_text_frame][0] == ["2020", "2021年计划"]
PY
venv/bin/python check.py
