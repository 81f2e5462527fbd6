#!/usr/bin/env bash
# alto-tools 0.1.0: the text of an ALTO page has a blank behind every word, also where the file says that there is none.
# Guess before running: words are joined as the file has them: a blank for an SP element between two of them, none otherwise.
# Seen: 临溪区 人民政府 文件 for two words without and one with an SP between; 5.2 and % are 5.2 %.
# Why it matters: ALTO is a usual format of scanned gazettes, and Chinese has no blanks between the words that are its elements; no name of more
# than one element is found in such text. Joining CONTENT, with a blank for SP alone, takes three lines with any XML reader.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check alto-tools==0.1.0
cat >page.xml <<'XML'
<?xml version="1.0" encoding="UTF-8"?>
<alto xmlns="http://www.loc.gov/standards/alto/ns-v3#"><Description><MeasurementUnit>pixel</MeasurementUnit></Description>
<Layout><Page ID="p" PHYSICAL_IMG_NR="1" HEIGHT="100" WIDTH="100"><PrintSpace HPOS="0" VPOS="0" HEIGHT="100" WIDTH="100">
<TextBlock ID="b" HPOS="0" VPOS="0" HEIGHT="40" WIDTH="90">
<TextLine HPOS="0" VPOS="0" HEIGHT="10" WIDTH="90">
<String HPOS="0" VPOS="0" HEIGHT="10" WIDTH="30" CONTENT="临溪区"/><String HPOS="30" VPOS="0" HEIGHT="10" WIDTH="40" CONTENT="人民政府"/>
<SP HPOS="70" VPOS="0" WIDTH="5"/><String HPOS="75" VPOS="0" HEIGHT="10" WIDTH="15" CONTENT="文件"/></TextLine>
<TextLine HPOS="0" VPOS="20" HEIGHT="10" WIDTH="25">
<String HPOS="0" VPOS="20" HEIGHT="10" WIDTH="15" CONTENT="5.2"/><String HPOS="15" VPOS="20" HEIGHT="10" WIDTH="10" CONTENT="%"/></TextLine>
</TextBlock></PrintSpace></Page></Layout></alto>
XML
seen=$(venv/bin/alto-tools -t page.xml | sed 's/ *$//' | grep .)
echo "$seen"
test "$seen" = "$(printf '临溪区 人民政府 文件\n5.2 %%')"
