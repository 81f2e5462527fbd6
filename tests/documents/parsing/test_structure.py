import sys

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from govnlp import load_corpus, parse_text
from govnlp.documents.parsing.markup import without_markup
from govnlp.documents.reading import encodings
from govnlp.exploring.audit import audit_html
from govnlp.text import normalise, squeeze

PIECES = st.sampled_from(
    [
        "记者：",
        "林溪：",
        "一、",
        "（一）",
        "第一章 ",
        "渠水清了",
        "。",
        "，",
        "\n",
        "\n\n",
        "　　",
        "B1\n",
        "本报记者 林溪\n",
        "目录\n",
        "来源：",
        "2021年3月4日",
        "—",
        "<b>",
        "周渠 摄\n",
        "【网友提问】水清了吗？\n",
        "（记者）鱼呢？\n",
        "水务局局长 林溪：\n",
        "问1：",
        "首页 > 要闻 > 正文\n",
        "01\n",
        "附件：\n",
        "1．名单.docx\n",
        "（下转2版）\n",
        "２０２１年３月４日\n",
        "问：渠清了吗？答：",
        "渠水清了。　　",
        "营商\u200b环境\u00ad",
        "⼈⺠",
        "工 作 报 告 会",
        "渠" * 60,
        "桥长　12.5　3.1%\n",
        "渠长 | 12 | 3\n",
        "[10:02]",
        "<br />",
    ]
)
TEXTS = (
    st.lists(PIECES | st.text(max_size=8), min_size=1, max_size=40).map("".join).filter(lambda x: x.strip())
)


def kinds(text):
    return parse_text(text).blocks["kind"].tolist()


@settings(
    max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much]
)
@given(TEXTS)
def test_every_character_is_in_exactly_one_block(text):
    """What is seen of the source is covered by the spans once; nothing but labels of turns is not in the text."""
    lines = encodings.lines_of(encodings.clean(text))
    read = normalise(without_markup("\n".join(lines))).split("\n")
    left = [list(x) for x in lines]
    for row in parse_text(text).blocks.itertuples():
        ends = [*row.line_starts[1:], len(row.text)]
        assert row.why and row.lines == [x[0] for x in row.spans]
        for (number, first, last), start, end in zip(row.spans, row.line_starts, ends, strict=True):
            said, printed = squeeze(row.text[start:end]), lines[number - 1]
            assert printed.strip() and (said in squeeze(read[number - 1]) or said == squeeze(printed))
            for at in range(first, last):
                assert left[number - 1][at] is not None, "a character in two blocks"
                left[number - 1][at] = None
    assert not squeeze("".join(x for line in left for x in line if x is not None))


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(TEXTS)
def test_loading_what_was_saved_is_the_identity(tmp_path, text):
    corpus = parse_text(text)
    corpus.save(tmp_path / "corpus")
    loaded = load_corpus(tmp_path / "corpus")
    for name in ("documents", "articles", "blocks", "problems"):
        assert getattr(loaded, name).equals(getattr(corpus, name)), name


def test_paragraph_cut_by_a_caption_is_joined_and_keeps_its_lines():
    first = "渠要清。全区上半年疏浚排水管网六十二公里，同时对低洼路段的泵站逐一检修并及时处置中"
    rest = "心城区排水不畅的问题，汛期前完成了全部十二处点位的整改任务，居民十分满意。"
    text = f"{first}\n\n工人在清渠 周渠摄\n\n{rest}"
    blocks = parse_text(text).blocks
    assert blocks["kind"].tolist() == ["paragraph", "caption"]
    assert blocks["lines"][0] == [1, 5]
    assert blocks["line_starts"][0] == [0, len(first)]


def test_turns_have_a_closed_list_of_speakers():
    text = "临溪区长林溪：把渠修好\n\n记者：水清了吗？\n林溪：清了。\n他们说：好。\n"
    text += "主持人：还有呢？\n林溪：鱼也回来了。"
    blocks = parse_text(text).blocks
    assert blocks["kind"].tolist() == ["title", "question", "answer", "answer", "question", "answer"]
    assert blocks["speaker"].tolist() == [None, "记者", "林溪", "林溪", "主持人", "林溪"]
    assert parse_text(text).units("turn")["text"].tolist()[1] == "清了。\n他们说：好。"


def test_headings_have_levels_and_parts_in_both_widths():
    text = "各位代表：\n一、2020年工作回顾\n（一）修渠\n修了三座桥。\n二、2021年工作安排\n再修两座。"
    for form in (text, text.translate(str.maketrans("（）：", "():"))):
        corpus = parse_text(form)
        heads = corpus.blocks[corpus.blocks["kind"] == "heading"]
        assert heads["level"].tolist() == [1, 2, 1]
        assert corpus.blocks["part"].tolist() == [None, "review", "review", "review", "plan", "plan"]
        assert corpus.documents["year"].tolist() == [2021]


def test_chapters_of_a_law_are_headings_and_items_are_not():
    articles = "\n".join(f"第{n}条 水渠由水务部门管理。" for n in "一二三四五")
    assert kinds(f"临溪区水渠管理办法\n第一章 总则\n{articles}\n（一）水渠的清理")[:3] == [
        "title",
        "heading",
        "paragraph",
    ]
    assert "heading" not in kinds(f"第一章 总则\n{articles}\n（一）水渠的清理")[1:]


def test_bylines_and_sidebars_begin_articles():
    text = "新桥通车\n本报记者 林溪\n桥通了，居民出行方便多了。\n问答\n夜校开课\n本报记者 周渠\n夜校开了。"
    corpus = parse_text(text)
    assert corpus.articles["title_lines"].tolist() == [["新桥通车"], ["问答", "夜校开课"]]
    assert corpus.articles["authors"].tolist() == [["林溪"], ["周渠"]]


def test_audit_escapes_and_names_unknown_documents():
    corpus = parse_text("<script>渠</script>水清了。")
    assert "<script>" not in audit_html(corpus)
    with pytest.raises(ValueError, match="no document 'x'"):
        audit_html(corpus, "x")


def test_unknown_level_is_named():
    with pytest.raises(ValueError, match="unknown level 'word'"):
        parse_text("渠清了。").units("word")


def test_lines_of_fixed_width_are_joined_whatever_their_digits_and_pages():
    full = "渠水清清流过望溪县的十一个村，沿岸的稻田都得到了及时"
    lines = ["各位代表：", "一、2020年工作回顾"]
    for n in range(12):
        lines += [full, f"灌溉，全年新增水田{1000 + n}亩，比上年多15%，村里的粮食产量", "提高了一成。"]
        if n == 5:
            lines[-1:] = ["— 1 —", "提高了一成。"]
    blocks = parse_text("\n".join(lines)).blocks
    content = blocks[blocks["kind"] == "paragraph"]
    assert content["lines"].map(len).tolist() == [1] + [3] * 12
    assert blocks["kind"].value_counts().to_dict() == {"paragraph": 13, "heading": 1, "page": 1}


def test_quoted_names_of_citizens_are_speakers():
    text = "主持人：请说。\n网友“桥下的猫”：渠什么时候清？\n林溪：年底。\n网友“三号楼”：桥呢？\n林溪：明年。"
    blocks = parse_text(text).blocks
    assert blocks["speaker"].tolist()[1:4] == ["网友“桥下的猫”", "林溪", "网友“三号楼”"]
    assert blocks["kind"].tolist() == ["question", "question", "answer", "question", "answer"]


def test_links_below_an_interview_belong_to_no_turn():
    text = "记者：水清了吗？\n林溪：清了。\n【编辑：周渠】\n链接\n渠长的一天是怎样过的？"
    assert kinds(text) == ["question", "answer", "editor", "boilerplate", "boilerplate"]


def test_short_rest_of_a_cut_paragraph_is_joined():
    first = "街道成立服务中心，采取政府补一点、居民交一点的办法，选出楼栋长八十名，小事由楼"
    blocks = parse_text(f"新桥通车\n\n{first}\n\n栋里商量着办。").blocks
    assert blocks["lines"].tolist() == [[1], [3, 5]]


def test_parallel_half_headings_of_a_page_begin_no_articles():
    text = "A1\n水务局： 补上最后一公里\n村里缺水了，县里来人看。\n通水到户：泵站开了机\n泵站开机了，水来了。"
    text += "\n管护到人：水费算明白\n水费定了，大家都同意。"
    text += "\nA2\n新桥通车 两岸不再绕行\n桥通了，居民出行方便多了。"
    corpus = parse_text(text)
    assert corpus.articles["title"].tolist() == ["水务局： 补上最后一公里", "新桥通车 两岸不再绕行"]
    assert corpus.blocks["kind"].tolist().count("heading") == 2


def test_name_of_an_issue_above_its_pages_is_no_headline():
    text = (
        "《青槐周刊》2021年第3期.新桥\n来源：县委宣传部 2021-03-04\nB1\n新桥通车\n桥通了，居民出行方便多了。"
    )
    text += "\nB2\n老渠疏浚\n渠清了，田里有水了。"
    corpus = parse_text(text)
    assert corpus.articles["title_lines"].tolist() == [["新桥通车"], ["老渠疏浚"]]
    assert corpus.articles["page"].tolist() == ["B1", "B2"]
    assert corpus.documents["title"].tolist() == ["《青槐周刊》2021年第3期.新桥"]


def calls(text):
    """Number of functions that parsing calls, those of the interpreter included."""
    number = 0

    def counting(frame, event, argument):
        nonlocal number
        number += event in ("call", "c_call")

    sys.setprofile(counting)
    try:
        parse_text(text)
    finally:
        sys.setprofile(None)
    return number


@pytest.mark.parametrize(
    "lines",
    [
        "桥\n",
        "桥\n\n",
        "12.5\n",
        "临溪区今年修桥修路建公园建学校优化营商环境推进乡村振兴加快\n",
        "记者：好吗？\n林溪：好。\n",
        "一、修桥\n（一）修路\n1.修渠\n今年修桥三座。\n",
        "B1\n清渠三十里\n本报记者 林溪\n渠清了，水也清了。\n图为水渠。林溪 摄\n",
        "目录\n一、修桥\n链接\n【编辑：周渠】\n",
        "第一条 修桥。\n第二条 修路。\n",
        "临溪区修桥。",
    ],
)
def test_steps_are_in_proportion_to_the_lines(lines):
    parse_text(lines)
    once, twice = calls(lines * 200), calls(lines * 400)
    assert twice < 2.2 * once


def test_entries_that_stand_again_below_are_contents():
    text = (
        "清渠专刊\n本期导读\n临溪区：老渠清了\n青槐区：新渠通了\n临溪区：老渠清了\n"
        "临溪区疏浚老渠三十里，两岸都通了水。\n青槐区：新渠通了\n青槐区修好新渠十里，居民都来看。"
    )
    blocks = parse_text(text).blocks
    kinds = blocks.loc[blocks["text"].str.startswith(("临溪区：", "青槐区：")), "kind"].tolist()
    assert kinds == ["boilerplate", "boilerplate", "title", "heading"]


def test_news_in_brief_on_a_page_is_an_article():
    text = (
        "A2 要闻\n老渠清了\n本报讯（记者 林溪）昨日，老渠疏浚三十里，两岸都通了水。\n"
        "简讯\n▲望溪县修好三座桥。\n▲临溪区新增绿地五处。"
    )
    corpus = parse_text(text)
    assert corpus.articles["title"].tolist() == ["老渠清了", "简讯"]
    assert corpus.blocks["kind"].tolist()[-2:] == ["paragraph", "paragraph"]  # no captions


def test_the_name_of_a_column_is_no_title():
    text = "城事·民生\n老渠清了\n本报记者 林溪\n昨日，老渠疏浚三十里，两岸都通了水。"
    assert parse_text(text).documents["title"].tolist() == ["老渠清了"]


def test_a_numbered_sentence_above_narrower_headings_is_one():
    text = "为清渠，制定本措施。\n一、实施清渠工程，重现碧水。\n（一）清老渠\n清渠3条。\n二、修桥\n修桥2座。"
    kinds = parse_text(text).blocks["kind"].tolist()
    assert kinds == ["paragraph", "heading", "heading", "paragraph", "heading", "paragraph"]


def test_a_number_apart_from_its_stop_numbers_a_heading():
    blocks = parse_text("一 、清渠\n渠要清，水要流。\n二 、护渠\n渠要护，岸要修。").blocks
    assert blocks.loc[blocks["kind"].eq("heading"), "why"].tolist() == ["it is numbered and no sentence"] * 2
