"""Marks that a copy of a page left in plain text; all texts are invented."""

import pytest

from govnlp import concordance, parse_text

LEFT = {
    "tags": "<div class=a>\n<p align=center><b>清渠</b><font face=黑体>纪实</font></p>\n"
    "<p>渠清了，鱼来了。<br /><br />桥也通了。</p></div>",
    "forum": "清渠[b]纪实[/b]\n[img]http://www.example.cn/a.jpg[/img]渠清了，鱼来了。[attach]42[/attach]桥也通了。",
    "sound": "清(qīng)渠(qú)纪实\n渠(qú)清了，鱼(yú)来了。桥也通了。",
}


@pytest.mark.parametrize("text", LEFT.values(), ids=LEFT)
def test_text_is_read_without_it_and_nothing_is_lost(text):
    corpus = parse_text(text)
    assert corpus.documents["title"].tolist() == ["清渠纪实"]
    said = "".join(corpus.content()["text"].str.split().explode())
    assert said == "渠清了，鱼来了。桥也通了。"
    assert len(concordance(corpus, "渠清了")) == 1
    covered = {(line, i) for x in corpus.blocks["spans"] for line, start, end in x for i in range(start, end)}
    lines = text.split("\n")
    assert all((n, i) in covered for n, x in enumerate(lines, 1) for i, c in enumerate(x) if not c.isspace())


def test_signs_that_are_text():
    text = "渠宽<3米，深>2米。见[1]和[附件]，水位(a)与(b)，当a<b 且 c>d时放水。"
    assert parse_text(text).blocks["text"].tolist() == [text]
