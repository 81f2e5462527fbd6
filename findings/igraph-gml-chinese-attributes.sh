#!/usr/bin/env bash
# igraph 1.0.0: in GML all attributes with Chinese names are called "igraph", and all but the last are lost on reading.
# Guess before running: write_gml() keeps 名称 and 层级 apart, escaped if need be, or raises an error.
# Seen: both are written as igraph "…" beside each other, 层级A as igraphA; Read_GML() finds one attribute "igraph" with the values
# of 层级; the same for edges. Nothing is said. GraphML keeps all names.
# Why it matters: a network whose columns are named in Chinese loses the names of its nodes, or its weights, when it is saved for other tools.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check igraph==1.0.0
cat >check.py <<'PY'
import igraph

graph = igraph.Graph([(0, 1)])
graph.vs["名称"] = ["临溪区", "清河镇"]
graph.vs["层级"] = ["区", "镇"]
graph.vs["层级A"] = [1, 2]
graph.es["次数"] = [3]
graph.es["年份"] = [2021]
graph.write_gml("graph.gml")
graph.write_graphml("graph.graphml")
back, other = igraph.Graph.Read_GML("graph.gml"), igraph.Graph.Read_GraphML("graph.graphml")
print(open("graph.gml", encoding="utf-8").read())
print(back.vs.attributes(), back.es.attributes(), other.vs.attributes())
assert back.vs.attributes() == ["id", "igraph", "igraphA"] and back.es.attributes() == ["igraph"]
assert back.vs["igraph"] == ["区", "镇"] and back.es["igraph"] == [2021]
assert other.vs.attributes()[:3] == ["名称", "层级", "层级A"]
PY
venv/bin/python check.py
