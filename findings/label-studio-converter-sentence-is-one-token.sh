#!/usr/bin/env bash
# label-studio-converter 0.0.59: exported to CoNLL 2003, a coded Chinese sentence is one token with the label of its first span; the other codes are lost.
# Guess before running: each coded span is a token (or its characters are tokens) with its label.
# Seen: in 临溪区财政局安排资金5.2亿元，用于乡村振兴。 the office was coded as ORG and the amount as MONEY; the file has one line, the whole sentence, as B-ORG, and no
# MONEY. The same sentence in English has both. Words are what stands between blanks, and nothing says that a span was left out.
# Why it matters: counts of codes, agreement between coders and whatever is trained on the file are about whole sentences, each with one code; JSON
# has the offsets of all of them.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check label-studio-converter==0.0.59 setuptools==80.9.0
cat >check.py <<'PY'
import json

from label_studio_converter import Converter

CONFIG = """<View><Labels name="label" toName="text"><Label value="ORG"/><Label value="MONEY"/></Labels>
<Text name="text" value="$text"/></View>"""


def export(text, spans):
    """The lines of the CoNLL file of one text with these coded spans."""
    result = [
        {"from_name": "label", "to_name": "text", "type": "labels",
         "value": {"start": text.index(span), "end": text.index(span) + len(span), "text": span, "labels": [label]}}
        for span, label in spans.items()
    ]
    with open("tasks.json", "w", encoding="utf-8") as file:
        json.dump([{"id": 1, "data": {"text": text}, "annotations": [{"id": 1, "completed_by": 1, "result": result}]}], file)
    Converter(CONFIG, ".", download_resources=False).convert_to_conll2003("tasks.json", "out", is_dir=False)
    with open("out/result.conll", encoding="utf-8") as file:
        return [line for line in file.read().splitlines()[1:] if line]


chinese = export("临溪区财政局安排资金5.2亿元，用于乡村振兴。", {"临溪区财政局": "ORG", "5.2亿元": "MONEY"})
english = export("Linxi gives 5m for villages", {"Linxi": "ORG", "5m": "MONEY"})
print(chinese, english)
assert chinese == ["临溪区财政局安排资金5.2亿元，用于乡村振兴。 -X- _ B-ORG"]
assert english == ["Linxi -X- _ B-ORG", "gives -X- _ O", "5m -X- _ B-MONEY", "for -X- _ O", "villages -X- _ O"]
PY
venv/bin/python check.py
