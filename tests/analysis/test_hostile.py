"""Long hostile lines: a pattern that backtracks, or a loop over a loop, would not come to an end here."""

import random

import pytest

import govnlp as gn
from govnlp.documents.restoring.spun import detect_spun

SIZE = 10_000
PIECES = {
    "digits": "1",
    "commas": "1,",
    "percent": "5%、",
    "ranges": "1-2-",
    "scales": "十百千万亿",
    "quotes": "“",
    "closed": "“三清”、",
    "brackets": "(记者",
    "posts": "区委书记",
    "surnames": "王李",
    "numerals": "三个",
    "parallel": "进社区、",
    "members": "一是清，二是建，",
    "ranks": "居全省第1位、",
    "fromto": "由5天缩短到",
    "metaphors": "攻坚战",
    "offices": "青槐区人民政府",
    "pairs": "招大引强",
    "spun": "工做",
    "years": "2021年",
    "places": "临溪区望溪县",
}


@pytest.mark.slow
@pytest.mark.parametrize("piece", PIECES.values(), ids=PIECES.keys())
def test_line_of_one_piece(piece):
    line = (piece * (SIZE // len(piece) + 1))[:SIZE]
    corpus = gn.parse_text(line)
    for extract in (gn.extract_indicators, gn.extract_phrases, gn.extract_people, gn.extract_places):
        assert set(extract(corpus).get("doc_id", [])) <= {"text"}
    assert 0 <= detect_spun(line) <= 1


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(3))
def test_line_of_mixed_pieces(seed):
    rng = random.Random(seed)
    line = "".join(rng.choices(list(PIECES.values()), k=SIZE // 4))
    corpus = gn.parse_text(line)
    table = gn.extract_indicators(corpus)
    assert ((table["start"] < table["end"]) & (table["end"] <= len(line))).all()
    gn.extract_phrases(corpus)
    gn.extract_people(corpus)
    gn.find_conflicts(table)
