"""The compiled engine against jieba, rjieba, and all ways through a text."""

import random
from itertools import product
from math import log

import numpy as np
import pytest

pytest.importorskip("numba", reason="the compiled engine needs the extra `fast`")

import govnlp as gn
from govnlp.words.compiled import cutting, dictionary, hmm, readiness, trie
from govnlp.words.compiled.path import best_path

pytestmark = pytest.mark.slow  # the first one compiles
OWN = ["云岭模式", "A-B", "3,000", "买买提江·吾买尔", "一〇一大道", "马䶮村", "2035年远景", "服务 企业"]
PIECES = [
    *OWN,
    *(
        "1,234",
        "16,250.5%",
        "12,3456",
        "，123,456",
        "3.5.6%%",
        "2011-2020",
        "COVID-19",
        "C++",
        "4S店",
        "\r\n",
    ),
    *(
        "二〇二五年",
        "一九九八年",
        "２０２５年",
        "Ａ股",
        "二〇三五年远景",
        "中国制造２０２５",
        "互联网＋",
        "组组组",
    ),
    *"㐀𠀀﨑\ud800\u200b\u3000 \t，。“”·%‰+#&._-〇零一二十年月日万元个",
]


def strings(number):
    """Mixed strings: words, odd pieces, Han in no order, ASCII in no order."""
    draw = random.Random(0)
    words = [line.split()[0] for line in dictionary.shipped_by_jieba("dict.txt").open(encoding="utf-8")]
    han, plain = [chr(x) for x in range(0x4E00, 0xA000)], "abzAZ0123456789+#&._%-,"
    makes = (
        lambda: draw.choice(words),
        lambda: draw.choice(PIECES),
        lambda: "".join(draw.choices(han, k=draw.randint(1, 5))),
        lambda: "".join(draw.choices(plain, k=draw.randint(1, 6))),
    )
    return ["".join(draw.choice(makes)() for _ in range(draw.randint(1, 12))) for _ in range(number)]


@pytest.mark.parametrize(
    "options", [{"lexicon": False}, {}, {"lexicon": OWN}, {"lexicon": OWN, "dates": True}]
)
def test_words_are_those_of_rjieba(sample, options):
    ours, theirs = (gn.Segmenter(engine, **options) for engine in ("compiled", "rjieba"))
    lines = [line for path in sorted(sample.glob("*.txt")) for line in path.read_text("utf-8").splitlines()]
    texts = lines + strings(1000)
    assert [x for x in texts if ours.cut(x) != theirs.cut(x)] == []


def test_counts_are_those_of_rjieba():
    texts = [*strings(300), "", "\r", "\n", " "]
    for options in ({}, {"ngrams": (1, 2)}, {"fold_numbers": True, "stopwords": "light", "min_length": 2}):
        ours, theirs = (
            gn.count_terms(texts, segmenter=gn.Segmenter(engine), **options)
            for engine in ("compiled", "rjieba")
        )
        assert ours.terms.tolist() == theirs.terms.tolist()
        assert (ours.counts != theirs.counts).nnz == 0
        assert ours.units.equals(theirs.units)
        assert ours.note["removed"] == theirs.note["removed"]


def test_batches_and_threads_do_not_change_the_counts(monkeypatch):
    texts, segmenter = strings(200), gn.Segmenter("compiled")
    whole = gn.count_terms(texts, segmenter=segmenter)
    monkeypatch.setattr("govnlp.words.counting.BATCH", 100)
    monkeypatch.setattr("govnlp.words.compiled.engine.ROOM", 2)
    for n_jobs in (1, 2):
        parts = gn.count_terms(texts, segmenter=segmenter, n_jobs=n_jobs)
        assert parts.terms.tolist() == whole.terms.tolist()
        assert (parts.counts != whole.counts).nnz == 0


def test_every_word_has_a_place_of_its_own():
    words = sorted({"".join(x) for n in (1, 2, 3) for x in product("甲乙丙𠀀a", repeat=n)} - {"乙", "丙甲"})
    codes, places, weights = trie.build(words, list(range(1, len(words) + 1)), 10_000)
    number = {x: np.array([codes[ord(letter)] for letter in x], np.uint32) for x in [*words, "乙", "丙甲"]}
    found = {x: trie.find(places, number[x], 0, len(x)) for x in number}
    assert len({found[x][0] for x in words}) == len(words)
    assert [weights[found[x][1]] for x in words] == [log(i) - log(10_000) for i in range(1, len(words) + 1)]
    assert found["乙"][1] == found["丙甲"][1] == 0  # beginnings of words, and no words
    assert trie.find(places, np.zeros(1, np.uint32), 0, 1) == (-1, 0)


def test_a_lexicon_beyond_the_array_is_refused(monkeypatch):
    monkeypatch.setattr(trie, "NODE", 4)
    with pytest.raises(ValueError, match="too large for the compiled engine; use engine='rjieba'"):
        trie.build(["甲乙丙丁", "戊己庚辛"], [1, 1], 2)


def test_path_is_the_best_of_all():
    """Against all 2 ** 7 ways to cut eight characters, of which an unknown one counts as seen once."""
    draw = random.Random(1)
    for _ in range(50):
        words = sorted({"".join(draw.choices("甲乙丙", k=draw.randint(1, 4))) for _ in range(12)})
        times = [draw.randint(1, 1000) for _ in words]
        codes, places, weights = trie.build(words, times, sum(times))
        text = "".join(draw.choices("甲乙丙丁", k=8))
        number = np.array([codes[ord(letter)] for letter in text], np.uint32)
        score, after, place = np.empty(9), np.empty(8, np.int64), np.empty(8, np.int64)
        best_path(number, 0, 8, places, weights, score, after, place)
        known = dict(zip(words, times, strict=True))
        ways = [
            [text[a:b] for a, b in zip((0, *cuts), (*cuts, 8), strict=True)]
            for cuts in (tuple(i for i in range(1, 8) if bits >> i - 1 & 1) for bits in range(128))
        ]
        starts = {text[i] for i in range(8) if any(text.startswith(word, i) for word in words)}
        allowed = [w for w in ways if all(x in known or (len(x) == 1 and x not in starts) for x in w)]
        if allowed:
            best = max(sum(log(known.get(x, 1)) - log(sum(times)) for x in way) for way in allowed)
            assert score[0] == pytest.approx(best)


def test_hidden_model_is_that_of_jieba():
    from jieba.finalseg import cut

    model = cutting.Model(np.empty(0, np.int64), np.empty(0), **hmm.read_model())
    draw = random.Random(2)
    for size in (2, 3, 5, 9) * 50:
        text = "".join(map(chr, draw.choices(range(hmm.FIRST, hmm.LAST + 1), k=size)))
        letters, states = np.array([ord(x) for x in text], np.uint32), np.empty(size, np.int8)
        hmm.label(letters, 0, size, model, np.empty((size, 4)), np.empty((size, 4), np.int8), states)
        ends = [i + 1 for i in range(size) if states[i] in (hmm.END, hmm.SINGLE)]
        assert [text[a:b] for a, b in zip([0, *ends], ends, strict=False)] == list(cut(text))


def test_a_damaged_dictionary_is_built_again(tmp_path, monkeypatch):
    monkeypatch.setattr(dictionary, "user_cache_path", lambda name: tmp_path / name)
    table, model = dictionary.load_dictionary(("云岭模式",), 2000)
    (kept,) = tmp_path.rglob("*.npz")
    whole = kept.read_bytes()
    for damage in (b"", whole[:-100], whole[:5000] + b"x" + whole[5001:]):
        kept.write_bytes(damage)
        again, same = dictionary.load_dictionary(("云岭模式",), 2000)
        assert (again == table).all() and (same.trie == model.trie).all()
        assert kept.read_bytes() == whole


def test_a_cache_that_cannot_be_written_is_no_reason_to_fail(tmp_path, monkeypatch):
    (tmp_path / "file").write_bytes(b"")
    monkeypatch.setattr(dictionary, "user_cache_path", lambda name: tmp_path / "file" / name)
    assert len(dictionary.load_dictionary((), 2000)[0]) == trie.LAST


def test_engine_is_chosen_where_it_pays(tmp_path, monkeypatch):
    import sys

    monkeypatch.setattr(readiness, "_counted", 0)
    monkeypatch.delitem(sys.modules, "govnlp.words.compiled.engine")
    monkeypatch.setattr(readiness, "_mark", lambda: tmp_path / "mark")
    assert not readiness.pays(readiness.WARM)
    (tmp_path / "mark").touch()
    assert readiness.pays(1)  # what was counted before says that more will come
    assert gn.Segmenter().for_size(1).engine == "compiled"
    assert gn.Segmenter("jieba").for_size(1).engine == "jieba"
    assert gn.Segmenter(pos=True).for_size(1).engine == "rjieba"
    monkeypatch.setattr(readiness, "find_spec", lambda name: None)
    assert not readiness.pays(readiness.COLD)
    with pytest.raises(ValueError, match=r"pip install 'govnlp\[fast\]'"):
        readiness.load_engine((), 1)


def test_tags_are_left_to_rjieba():
    assert gn.Segmenter("compiled", pos=True).cut("推进放管服") == [("推进", "v"), ("放管服", "nz")]
