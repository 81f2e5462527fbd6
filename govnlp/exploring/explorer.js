
(() => {
// Choosing on the page without a kernel: documents, a group or a term narrow every section.
const get = id => document.getElementById(id), all = (query, at = document) => [...at.querySelectorAll(query)];
const numbers = text => text ? text.split(" ").map(Number) : [];
const LINES = 200; // of a table, as the page has them
const docs = all("details.doc"), boxes = all("#docs input"), words = all("#words option").map(x => x.value);
const themes = all("#theme-names option").map(x => x.value), rows = all("#documents tbody tr");
const passages = docs.flatMap((doc, d) => all(".passage", doc).map(p => ({
  p, d, text: p.firstElementChild.textContent, content: "n" in p.dataset, chars: +p.dataset.n,
  tokens: +p.dataset.c, words: numbers(p.dataset.w), themes: numbers(p.dataset.t),
  line: p.querySelector(".at").textContent.split(" · ").at(-1), said: all(".numbers li", p).map(x => x.textContent),
})));
const first = get("term").value, names = boxes.map(x => x.parentElement.textContent.trim());
const ids = ["view_frequency", "view_dispersion", "view_concordance", "view_themes", "view_indicators"];
const tables = Object.fromEntries(ids.map(id => [id, document.querySelector(`#${id} tbody`)]));
const before = Object.fromEntries(ids.map(id => [id, [...tables[id].rows]]));

const say = (name, values) => get("said").dataset[name].replace(/{(\w+)}/g, (_, key) => values[key]);
const short = x => x >= 100 ? x.toLocaleString("en", {maximumFractionDigits: 1}) : String(+x.toPrecision(3));

function bar(share) {
  const svg = document.querySelector("#bar svg").cloneNode(true), box = svg.firstElementChild;
  box.setAttribute("width", Math.round(box.getAttribute("width") * share));
  return svg;
}

function link(to, text) {
  const a = document.createElement("a");
  a.href = "#" + to; a.textContent = text;
  return a;
}

const source = x => link(x.p.id, `${names[x.d]} · ${x.line}`);

function pick(word) {
  const button = document.createElement("button");
  button.type = "button"; button.textContent = word; button.className = "pick";
  button.addEventListener("click", () => { get("term").value = word; update(); });
  return button;
}

function row(cells) {
  const tr = document.createElement("tr");
  for (const cell of cells) {
    const td = tr.insertCell();
    td.append(cell);
    if (/^[\d.,]+%?$/.test(td.textContent)) td.className = "n";
  }
  return tr;
}

const fill = (id, made) => {
  tables[id].replaceChildren(...made);
  for (const head of all(`#${id} [aria-sort]`)) head.removeAttribute("aria-sort");
};

function places(text, term) {
  const found = [];
  for (let i = text.indexOf(term); i >= 0; i = text.indexOf(term, i + term.length)) found.push(i);
  return found;
}

function mark(passage, found, length) {
  const span = passage.p.firstElementChild, parts = [];
  let end = 0;
  for (const i of found) {
    const part = document.createElement("mark");
    part.textContent = passage.text.slice(i, i + length);
    parts.push(passage.text.slice(end, i), part);
    end = i + length;
  }
  span.replaceChildren(...parts, passage.text.slice(end));
}

const sums = (chosen, key, weight) => {
  const total = new Map(), units = new Map();
  for (const passage of chosen) {
    for (const i of passage[key]) total.set(i, (total.get(i) || 0) + weight(passage));
    for (const i of new Set(passage[key])) units.set(i, (units.get(i) || 0) + 1);
  }
  return [...total].sort((x, y) => y[1] - x[1] || x[0] - y[0]).map(([i, n]) => [i, n, units.get(i)]);
};

let chosen = [];

function update() {
  const term = get("term").value.trim(), on = boxes.map(x => x.checked);
  const narrowed = term !== first || on.includes(false), hits = [], count = boxes.map(() => 0);
  chosen = [];
  for (const passage of passages) {
    const found = term && on[passage.d] ? places(passage.text, term) : [];
    if (found.length || passage.marked) mark(passage, found, term.length);
    passage.marked = found.length > 0;
    count[passage.d] += found.length;
    for (const i of found) hits.push([passage, i]);
    if (passage.content && on[passage.d] && (!term || found.length)) chosen.push(passage);
  }
  docs.forEach((x, d) => { x.hidden = !on[d]; });
  rows.forEach((x, d) => { x.hidden = !on[d]; });
  for (const x of all(".whole")) x.hidden = narrowed;
  for (const x of all(".part")) x.hidden = !narrowed;
  for (const x of all("#documents > p, #documents div > p")) x.hidden = narrowed;  // counts of all of them
  const values = {documents: on.filter(Boolean).length, passages: chosen.length, term, n: hits.length};
  get("said").textContent = term ? say("with", values) + say("hits", values) : say("is", values);
  get("save").disabled = !chosen.length;
  if (!narrowed) return ids.forEach(id => fill(id, before[id]));
  show(term, on, hits, count);
}

function show(term, on, hits, count) {
  const add = key => chosen.reduce((sum, x) => sum + x[key], 0), tokens = add("tokens"), chars = add("chars");
  const most = sums(chosen, "words", () => 1).slice(0, 100), top = most.length ? most[0][1] : 1;
  fill("view_frequency", most.map(([i, n, units]) =>
    row([pick(words[i]), n.toLocaleString("en"), bar(n / top), short(1e4 * n / tokens), units])));
  const found = sums(chosen, "themes", x => x.chars);
  fill("view_themes", found.map(([i, n, units]) =>
    row([themes[i], (100 * n / chars).toFixed(1) + "%", bar(n / chars), units])));
  fill("view_concordance", hits.slice(0, LINES).map(([x, i]) => row([source(x),
    x.text.slice(Math.max(0, i - 20), i), term, x.text.slice(i + term.length, i + term.length + 20)])));
  const documents = names.map((_, d) => d).filter(d => term && on[d]);
  fill("view_dispersion", documents.map(d => row([link("d" + d, names[d]), count[d],
    short(1e4 * count[d] / Math.max(1, +boxes[d].dataset.n))])));
  const said = chosen.flatMap(x => x.said.map(text => [x, text])).slice(0, LINES);
  fill("view_indicators", said.map(([x, text]) => row([source(x), text])));
}

function narrow() {
  const group = get("group").value, part = get("name").value.split(/\s+/);
  boxes.forEach((x, d) => {
    x.checked = (!group || x.dataset.g.split(" ").includes(group)) && part.every(y => x.closest("li").textContent.includes(y));
  });
  update();
}

function save() {
  const quoted = text => `"${(/^[=+\-@\t]/.test(text) ? "'" : "") + text.replaceAll('"', '""')}"`;
  const lines = chosen.map(x => [x.p.dataset.u, names[x.d], x.text, ""].map(quoted).join(","));
  const text = "\ufeff" + ["unit_id,doc_id,text,coder_1", ...lines].join("\r\n") + "\r\n";
  const a = document.createElement("a");
  a.href = URL.createObjectURL(new Blob([text], {type: "text/csv"})); a.download = "passages.csv";
  a.click();
}

for (const id of ["group", "name"]) get(id).addEventListener("change", narrow);
for (const box of boxes) box.addEventListener("change", update);
get("term").addEventListener("change", update);
get("reasons").addEventListener("change", x => document.body.classList.toggle("reasons", x.target.checked));
get("save").addEventListener("click", save);
for (const tr of before.view_frequency) tr.cells[0].replaceChildren(pick(tr.cells[0].textContent));
addEventListener("hashchange", () => {
  const goal = get(decodeURIComponent(location.hash.slice(1)));
  if (goal && goal.classList.contains("passage")) { goal.tabIndex = -1; goal.focus(); }
});
get("choose").hidden = false;
update();
})();
