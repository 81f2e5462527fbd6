"""The answer key of the sample corpus agrees with its texts."""

import csv
import itertools
import json
import re
from collections import Counter
from pathlib import Path

import pytest

SAMPLE = Path(__file__).parents[2] / "data" / "sample"
TEXTS = sorted(SAMPLE.glob("*.txt"))
NOTICE = re.compile("【本文为 govnlp 示例语料[,，]地名、人物、数字均为虚构】")
THEMES = {
    "招商引资与营商环境",
    "产业转型与创新",
    "项目投资与城市建设",
    "基层治理与党建",
    "民生服务",
    "生态环境与水务",
    "作风建设与反腐",
    "疫情防控",
    "平安稳定与安全",
    "文化旅游与统战",
    "改革与政务服务",
}
# real districts that a reader could confuse with the invented ones
REAL_PLACES = ["武昌区", "汉阳区", "武汉", "山阳区", "望江县", "临夏", "青岛", "湖北", "河南", "四川"]


def read(path):
    return path.read_text(encoding="utf-8")


def answers(path):
    return json.loads(read(SAMPLE / "answers" / f"{path.stem}.json"))


each_text = pytest.mark.parametrize("path", TEXTS, ids=lambda p: p.stem)


def test_size_and_genres():
    size = sum(len("".join(read(p).split())) for p in TEXTS)
    genres = Counter(answers(p)["genre"]["label"] for p in TEXTS)
    assert len(TEXTS) >= 16
    assert size >= 45_000
    assert (
        genres["studio_interview_feature"] == genres["special_issue"] == genres["machine_spun_feature"] == 1
    )
    assert genres["qa_interview"] >= 3
    assert genres["newspaper_page_multi_article"] >= 2
    assert genres["work_report"] == 12
    assert genres["policy_document"] >= 3
    assert genres["government_notice"] >= 1
    assert genres["press_feature"] >= 2
    assert genres["news_report"] >= 2


def test_three_districts_over_four_years():
    keys = [answers(p)["metadata"] for p in TEXTS]
    assert {"青槐区", "临溪区", "望溪县"} <= {k["place"]["district"] for k in keys}
    assert {k["inferred_year"] for k in keys} == {2019, 2020, 2021, 2022}


def test_a_work_report_for_each_district_and_year():
    reports = [answers(p)["metadata"] for p in TEXTS if answers(p)["genre"]["label"] == "work_report"]
    seen = Counter((m["place"]["district"], m["inferred_year"]) for m in reports)
    assert seen == {(d, y): 1 for d in ("青槐区", "临溪区", "望溪县") for y in (2019, 2020, 2021, 2022)}


def test_every_text_has_its_answers_and_its_row():
    with open(SAMPLE / "metadata.csv", encoding="utf-8", newline="") as table:
        rows = list(csv.DictReader(table))
    assert [r["file"] for r in rows] == sorted(p.name for p in TEXTS)
    assert all("虚构" in r["notice"] for r in rows)
    assert {p.stem for p in (SAMPLE / "answers").glob("*.json")} == {p.stem for p in TEXTS}
    assert {r["file"]: r["form"] for r in rows} == {p.name: answers(p)["genre"]["label"] for p in TEXTS}


@each_text
def test_no_reader_can_take_it_for_real(path):
    last = read(path).rstrip("\n").rsplit("\n", 1)[-1]
    assert NOTICE.fullmatch(last)
    assert not [place for place in REAL_PLACES if place in read(path)]


@each_text
def test_lines_of_the_key(path):
    key, lines = answers(path), read(path).split("\n")

    def line(n):
        return lines[n - 1].strip()

    for entry in key["boilerplate_lines"] + key["captions"]:
        assert line(entry["line"]) == entry["text"]
    for article in key["articles"]:
        first, last = article["lines"]
        body_first, body_last = article["body_lines"]
        assert 1 <= first <= body_first <= body_last <= last <= len(lines)
        assert line(body_first).startswith(article["first_words"])
        assert line(body_last).endswith(article["last_words"])
        assert set(article["title_lines"]) <= {line(n) for n in range(first, body_first)}
    for section in key["sections"]:
        assert line(section["line"]).startswith(section["text"])
    for cut in key["broken_paragraphs"]:
        before, after = (line(n) for n in cut["lines"])
        assert before.endswith(cut["left"])
        assert after.startswith(cut["right"])
        assert cut["joined"] == cut["left"] + cut["right"]
    for n in key["metadata"]["byline_lines"]:
        assert line(n)


@each_text
def test_articles_do_not_overlap(path):
    spans = [a["lines"] for a in answers(path)["articles"]]
    assert all(one[1] < other[0] for one, other in itertools.pairwise(spans))


@each_text
def test_title_begins_the_text(path):
    title = answers(path)["metadata"]["title"]
    if title is not None:
        head = "".join(read(path).split("\n")[:5]).replace(" ", "")
        assert title.replace(" ", "") in head


@each_text
def test_turns(path):
    key, lines = answers(path), read(path).split("\n")
    for turn in key["turns"]:
        first, last = turn["lines"]
        assert lines[first - 1].startswith(turn["label"] + turn["first_words"])
        assert lines[last - 1].endswith(turn["last_words"])
        assert turn["role"] in ("question", "answer")
    if key["genre"]["label"] == "qa_interview":
        assert len(key["turns"]) >= 8


@each_text
def test_indicators_stand_at_their_offsets(path):
    key, text = answers(path), read(path)
    for row in key["indicators"]:
        assert text.startswith(row["quote"], row["offset"])
        assert text.startswith(row["value_text"], row["value_offset"])
        assert row["value_text"] in row["quote"]
        assert text.count("\n", 0, row["value_offset"]) + 1 == row["line"]
        assert row["direction"] in (None, "增长", "下降")
        assert row["status"] in ("actual", "estimate", "target")
        scale = round(row["value_base"] / row["value"], 3)
        assert scale in (1, 100, 10**4, 10**6, 10**7, 10**8, 10**10, 10**11)
    assert len({(r["value_offset"], r["name"]) for r in key["indicators"]}) == len(key["indicators"])


@each_text
def test_digits_agree_with_values(path):
    for row in answers(path)["indicators"]:
        digits = re.search(r"\d+(?:\.\d+)?", row["value_text"])
        if digits:
            assert float(digits[0]) == row["value"]


@each_text
def test_phrases_persons_places_and_themes(path):
    key, text = answers(path), read(path)
    for phrase in key["slogans"]:
        assert text.count(phrase["text"].strip("“”")) == phrase["count"]
        assert phrase["expansion"] is None or phrase["expansion"] in text
        assert phrase["kind"] in ("numeric_abbreviation", "coined_term", "metaphor")
    assert all(person["name"] in text for person in key["persons"])
    assert all(place["text"] in text for place in key["places"])
    assert all(number["text"] in text for number in key["non_indicator_numbers"])
    articles = {article["index"] for article in key["articles"]}
    assert key["themes"]
    for entry in key["themes"]:
        assert set(entry["themes"]) <= THEMES
        assert entry["article"] in articles
        assert 1 <= len(entry["themes"]) <= 3


def test_every_theme_occurs():
    assert {t for p in TEXTS for entry in answers(p)["themes"] for t in entry["themes"]} == THEMES


def test_reports_look_back_and_ahead():
    for path in TEXTS:
        key = answers(path)
        if key["genre"]["label"] == "work_report":
            meta = key["metadata"]
            assert 3 < meta["review_from_line"] < meta["plan_from_line"]


def test_policy_documents_carry_their_numbers():
    for path in TEXTS:
        meta = answers(path)["metadata"]
        if "doc_number" in meta:
            assert meta["doc_number"] in read(path)
            assert meta["issuer"] in read(path)
            year, month, day = map(int, meta["signed"].split("-"))
            assert f"{year}年{month}月{day}日" in read(path)
            assert all(f"《{title}》" in read(path) for title in meta["cited_documents"])


def test_spun_copy():
    (path,) = [p for p in TEXTS if answers(p)["genre"]["label"] == "machine_spun_feature"]
    key, spun = answers(path), read(path)
    source = read(SAMPLE / f"{key['source_doc']}.txt")
    assert sum(pair["count"] for pair in key["spin_pairs"]) >= 100
    for pair in key["spin_pairs"]:
        assert spun.count(pair["spun"]) >= pair["count"]
        assert source.count(pair["original"]) >= pair["count"]
    for fact in key["inverted_facts"]:
        assert fact["spun"] in spun
        assert fact["original"] in source


def test_facts_stand_in_their_documents():
    with open(SAMPLE / "answers" / "facts.csv", encoding="utf-8", newline="") as table:
        facts = list(csv.DictReader(table))
    texts = {p.stem: read(p) for p in TEXTS}
    assert all(fact["value_text"] in texts[fact["doc_id"]] for fact in facts)
    values = {}
    for fact in facts:
        values.setdefault((fact["fact"], fact["period"]), set()).add(fact["value_text"])
    assert any(len(v) == 1 for v in values.values())
    assert any(len(v) > 1 for v in values.values())


def test_complete_keys():
    complete = [answers(p) for p in TEXTS if answers(p)["complete"]["indicators"]]
    assert len(complete) == 5
    assert all(len(key["indicators"]) >= 20 for key in complete)
