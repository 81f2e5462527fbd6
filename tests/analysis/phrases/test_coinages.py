"""Coined terms and metaphors without quotation marks."""

import pytest

from govnlp.analysis.phrases.coinages import find_coinages


@pytest.mark.parametrize(
    ("text", "phrases"),
    [
        ("做到应修尽修。", ["应修尽修"]),
        ("推进招大引强。", ["招大引强"]),
        ("建设宜居宜业老街。", ["宜居宜业"]),
        ("发展楼宇经济、院士经济。", ["楼宇经济", "院士经济"]),
        ("推广红色物业。", ["红色物业"]),
        ("打赢老街复兴保卫战。", ["老街复兴保卫战"]),
        ("建成竹编之乡。", ["竹编之乡"]),
        ("推动茶园提质提速提效。", ["提质提速提效"]),
        ("推动茶园提质提速。", ["提质提速"]),
        ("共建共享成果。", ["共建共享"]),
        ("稳步壮大集体经济。提高创新能力。", []),
        ("补齐短板。", []),
        ("共同富裕，以旧换新，红色旅游。", []),
    ],
)
def test_forms(text, phrases):
    assert [x[0] for x in find_coinages(text)] == phrases


def test_place_in_the_text():
    text = "今年要做到应修尽修。"
    ((phrase, kind, start, end),) = find_coinages(text)
    assert text[start:end] == phrase == "应修尽修"
    assert kind == "coined_term"
