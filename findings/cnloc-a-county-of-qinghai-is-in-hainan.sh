#!/usr/bin/env bash
# cnloc 0.1.7 (Python), address-parse 1.2.19 and zh-address-parse 1.3.16 (npm): 海南州共和县, a county of Qinghai, is in the province of Hainan.
# Guess before running: 海南州 with the name of its county is in Qinghai (海南藏族自治州), or there is no answer; 朝阳区 alone, of which there are several,
# has none.
# Seen: to cnloc and zh-address-parse it is in 海南省, two thousand kilometres away, with no county; address-parse has Qinghai. 和平区南京路, a street of
# Tianjin, is in Jiangsu to cnloc, for 南京, and in Taichung to address-parse. 朝阳区建国路1号 is in Changchun to address-parse, and to zh-address-parse in
# 朝阳市 of Liaoning, where 区 begins the street; cnloc has no answer, as one would wish. With 青海省 in front all three have the province.
# Why it matters: notices of a prefecture seldom name their province, and figures of Qinghai are added to those of Hainan. Put the province in front.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check cnloc==0.1.7 pandas==2.3.3
npm install --silent --no-audit --no-fund address-parse@1.2.19 zh-address-parse@1.3.16
cat >check.py <<'PY'
import cnloc

texts = ["海南州共和县", "朝阳区建国路1号", "和平区南京路", "青海省海南州共和县"]
found = cnloc.getlocation(texts).fillna("")
seen = found[["province_name", "county_name"]].values.tolist()
print(seen)
assert seen == [["海南省", ""], ["", ""], ["江苏省", ""], ["青海省", "共和县"]]
PY
cat >check.mjs <<'JS'
import assert from "node:assert";
import addressParse from "address-parse";
import zhAddressParse from "zh-address-parse";

const first = addressParse.default ?? addressParse;
const second = zhAddressParse.default ?? zhAddressParse;
const texts = ["海南州共和县", "朝阳区建国路1号", "和平区南京路", "青海省海南州共和县"];
const seen = texts.map((text) => {
  const [{ province, city }] = first.parse(text);
  const other = second(text);
  return [province, city, other.province, other.city];
});
console.log(seen);
assert.deepEqual(seen, [
  ["青海省", "海南藏族自治州", "海南省", ""],
  ["吉林省", "长春市", "辽宁省", "朝阳市"],
  ["台湾省", "台中市", "", ""],
  ["青海省", "海南藏族自治州", "青海省", "海南藏族自治州"],
]);
JS
venv/bin/python check.py
node check.mjs
