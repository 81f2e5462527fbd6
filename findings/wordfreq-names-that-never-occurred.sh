#!/usr/bin/env bash
# wordfreq 3.1.1: an invented Chinese place name has a frequency, and the figure of 2021 is that of 2020.
# Guess before running: a name that nobody ever wrote has frequency 0; each year has the frequency of its own.
# Seen: 临溪区 has 5.3e-08 (53 in a thousand million words), 望溪县水利局 3.5e-10: what is not in its list is cut into words that are, and a figure is made up
# from theirs. 2020 and 2021 have exactly the same. tokenize() makes 12 | 3 | 00 of 12,300 and 5 | 2% of 5.2%.
# Why it matters: it is used as the general language against which a report's words are held; the names and set phrases that tell a report from other
# texts look known, the more so the more common their pieces. Look the word up in get_frequency_dict("zh"): there it is not.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check wordfreq[cjk]==3.1.1 setuptools==80.9.0
cat >check.py <<'PY'
import wordfreq

names = {name: wordfreq.word_frequency(name, "zh") for name in ("临溪区", "望溪县水利局")}
known = wordfreq.get_frequency_dict("zh")
years = [wordfreq.word_frequency(year, "zh") for year in ("2020", "2021", "1936")]
words = wordfreq.tokenize("新增12,300户，增长5.2%", "zh")
print(names, [name in known for name in names], years, words)
assert names == {"临溪区": 5.31e-08, "望溪县水利局": 3.53e-10}
assert not any(name in known for name in names) and "投资" in known
assert years[0] == years[1] == 6.49e-05 and years[2] == 1.34e-05
assert words == ["新增", "12", "3", "00", "户", "增长", "5", "2%"]
PY
venv/bin/python check.py
