#!/usr/bin/env bash
# sdmx1 2.28.0: as dates, the reporting month 2020-M03 is three seconds past the New Year, and the second third of a year is February.
# Guess before running: to_pandas(..., datetime="TIME_PERIOD") gives half-years, months and the like as periods, or leaves the text of the message.
# Seen: 2020-M03 and 2020-M04 are 1 January 2020, 00:00:03 and 00:00:04; 2020-T1 and T2, four months each, are 1 January and 1 February; with
# freq="Q" all four are the first quarter. 2020-Q2 is right, half-years (2020-S1) raise an error. Without datetime= all are text as written.
# Why it matters: these are time periods of the SDMX standard, in which statistical offices send their data; a series by month is a point on the
# axis, one by thirds ends in March, and nothing is said. Leave datetime out and read the periods yourself.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check sdmx1==2.28.0 pandas==3.1.1
cat >check.py <<'PY'
import io

import sdmx

MESSAGE = """<?xml version="1.0" encoding="UTF-8"?>
<mes:GenericData xmlns:mes="http://www.sdmx.org/resources/sdmxml/schemas/v2_1/message"
 xmlns:gen="http://www.sdmx.org/resources/sdmxml/schemas/v2_1/data/generic"
 xmlns:com="http://www.sdmx.org/resources/sdmxml/schemas/v2_1/common">
<mes:Header><mes:ID>a</mes:ID><mes:Test>false</mes:Test><mes:Prepared>2021-03-04T00:00:00</mes:Prepared><mes:Sender id="X"/>
<mes:Structure structureID="S" dimensionAtObservation="TIME_PERIOD"><com:Structure><Ref agencyID="X" id="D" version="1.0" class="DataStructure"/>
</com:Structure></mes:Structure></mes:Header><mes:DataSet structureRef="S" action="Replace"><gen:Series><gen:SeriesKey>
<gen:Value id="AREA" value="LX"/></gen:SeriesKey>{}</gen:Series></mes:DataSet></mes:GenericData>"""
OBSERVATION = '<gen:Obs><gen:ObsDimension value="{}"/><gen:ObsValue value="{}"/></gen:Obs>'


def read(*periods, **options):
    observations = "".join(OBSERVATION.format(period, i) for i, period in enumerate(periods))
    message = sdmx.read_sdmx(io.BytesIO(MESSAGE.format(observations).encode()))
    return sdmx.to_pandas(message.data[0], **options)


def dates(*periods, **options):
    return [str(date) for date in read(*periods, **options).index]


seen = {name: dates(*name.split(), datetime="TIME_PERIOD") for name in ("2020-M03 2020-M04", "2020-T1 2020-T2", "2020-Q1 2020-Q2")}
quarters = dates("2020-M03", "2020-M04", datetime={"dim": "TIME_PERIOD", "freq": "Q"})
print(seen, quarters)
assert seen["2020-M03 2020-M04"] == ["2020-01-01 00:00:03", "2020-01-01 00:00:04"]
assert seen["2020-T1 2020-T2"] == ["2020-01-01 00:00:00", "2020-02-01 00:00:00"]
assert seen["2020-Q1 2020-Q2"] == ["2020-01-01 00:00:00", "2020-04-01 00:00:00"]
assert quarters == ["2020Q1", "2020Q1"]
assert "2020-M03" in {part for key in read("2020-M03", "2020-M04").index for part in key}
try:
    read("2020-S1", datetime="TIME_PERIOD")
    raise SystemExit("half-years are read")
except ValueError as error:
    print(error)
PY
venv/bin/python check.py
