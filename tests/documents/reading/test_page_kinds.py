"""Pages as a browser reads them: what stands behind an early end, in scripts, in hidden elements, or twice."""

from pathlib import Path

import pytest

from govnlp import read_corpus
from govnlp.documents.reading.html import decode_page, parsed, read_html
from govnlp.documents.reading.page_lines import SKIPPED
from govnlp.text import squeeze

BODY = "今年以来，望溪县把疏浚老渠列为民生实事，全县疏浚老渠三十里，沿线居民都用上了干净的水。"
MORE = "县水务局负责人介绍，明年还要再修两座桥，预计投资五千万元，工程将在年底前完成。"
HEAD = "<head><meta charset=utf-8><title>疏浚老渠三十里_望溪县人民政府</title></head>"
NAV = "<div class=nav><a href=/>首页</a><a href=/a>政务公开</a></div>"


def page(inside):
    return f"<html>{HEAD}<body>{NAV}<h1>疏浚老渠三十里</h1>{inside}</body></html>"


def content(html):
    found = read_html(html.encode())
    pairs = zip(found["lines"], found["roles"], strict=True)
    return [line.strip("\u3000 ") for line, role in pairs if role not in ("furniture", "title")]


@pytest.mark.parametrize(
    "html",
    [
        f"<html>{HEAD}<body>{NAV}</html><div><p>{BODY}</p></div></body></html>",
        f"<html>{HEAD}<body>{NAV}</body></html><html>{HEAD}<body><p>{BODY}</p></body></html>",
        page(f"<textarea id=a>&lt;p>{BODY}&lt;/p></textarea>"),
        page(f"<script>var a='<p>{BODY}</p>';b.innerHTML=a</script>"),
        page('<script>var a={"text":"' + BODY.encode("unicode_escape").decode() + '"}</script>'),
        page(f'<iframe srcdoc="<p>{BODY}</p>"></iframe>'),
        page(f'<input type=hidden value="&lt;p>{BODY}&lt;/p>">'),
        page(f"<div style='display:none'><p>{BODY}</p></div>"),
    ],
    ids=["early-end", "two-documents", "textarea", "script", "escaped", "frame", "field", "all-hidden"],
)
def test_the_body_is_found_wherever_a_page_keeps_it(html):
    assert content(html) == [BODY] and not read_html(html.encode())["notes"]


def test_a_page_without_a_body_is_a_problem_beside_the_document(tmp_path):
    (tmp_path / "a.html").write_text(page("<script src=/a.js></script>"), encoding="utf-8")
    corpus = read_corpus(tmp_path)
    assert len(corpus.documents) == 1
    assert corpus.problems["reason"].str.startswith("no body found in the page").tolist() == [True]


def test_a_page_that_shows_a_file_as_its_body_says_so():
    def notes(text):
        return [x.parts[0][0] for x in read_html(page(f"{text}<embed src='/a.pdf?v=1'>").encode())["notes"]]

    assert notes(f"<p>{MORE}</p>") == ["body_in_file"]
    assert (
        notes("".join(f"<p>{n}．{BODY}</p>" for n in "一二三四五六")) == []
    )  # the text and, besides, the file


def test_hidden_text_within_a_paragraph_is_set_apart():
    html = page(f"<p>{BODY[:20]}<span style='display: none'>x9k</span>{BODY[20:]}</p><p hidden>{MORE}</p>")
    assert content(html) == [BODY]
    assert {"x9k", MORE} <= set(read_html(html.encode())["lines"])


def test_copies_for_printing_and_for_telephones_count_once():
    html = page(f"<div id=a><p>{BODY}</p><p>{MORE}</p></div><div id=b><p>{BODY}</p><p>{MORE}</p></div>")
    assert content(html) == [BODY, MORE]
    assert read_html(html.encode())["lines"].count(BODY) == 2


def test_the_headings_and_the_signature_of_a_copy_are_of_the_copy():
    whole = "".join(
        f"<p>{x}</p>" for x in ("一、清渠", BODY, "二、修桥", MORE, "三、护岸", BODY[5:], "望溪县水务局")
    )
    html = page(f"<div id=a>{whole}<p>2021年3月4日</p></div><div id=b>{whole}<p>2021年3月4日</p></div>")
    roles = read_html(html.encode())["roles"]
    assert roles[-8:] == ["furniture"] * 8
    assert "furniture" not in roles[-16:-8]


def test_a_copy_of_a_few_lines_with_two_paragraphs_is_one_with_its_short_lines():
    lines = ["一、清渠", "渠清了。", BODY, "二、修桥", "桥好了。", MORE]
    whole = "".join(f"<p>{x}</p>" for x in lines)
    assert content(page(f"<div id=a>{whole}</div><div id=b>{whole}</div>")) == lines


def test_a_copy_that_holds_several_paragraphs_in_one_counts_once():
    html = page(f"<div id=a><p>{BODY}</p><p>{MORE}</p></div><div id=b>{BODY}{MORE}</div>")
    assert content(html) == [BODY, MORE]


def test_numbers_below_each_other_in_a_cell_are_two():
    row = "<tr><td>渠道</td><td>12<br>15</td><td><p>比上年</p><p>增长</p></td></tr>"
    lines = read_html(page(f"<p>{BODY}</p><table>{row}{row}</table>").encode())["lines"]
    assert lines.count("渠道\t12 15\t比上年增长") == 2


def test_lines_and_indents_of_text_that_is_set_stay():
    html = page(f"<pre>\n    {BODY}\n    {MORE[:20]}\n{MORE[20:]}\n</pre>")
    assert content(html) == [BODY, MORE[:20], MORE[20:]]
    assert read_html(html.encode())["lines"].count(f"\u3000\u3000{BODY}") == 1


def test_passages_that_a_text_repeats_far_apart_leave_the_headings_between_them():
    parts = [
        (f"（{n}）清渠", BODY, *(f"望溪县第{n}段老渠的第{i}处闸门今年修好了。" for i in "123"), "要求")
        for n in "一二三四"
    ]
    html = page("".join(f"<p>{x}</p>" for part in parts for x in part))
    found = read_html(html.encode())
    assert [x for x, role in zip(found["lines"], found["roles"], strict=True) if role == "furniture"][
        -3:
    ] == [BODY] * 3


def test_a_line_end_of_the_source_between_chinese_letters_is_no_blank():
    torn = f"{BODY[:30]}\n{BODY[30:]}"
    assert content(page(f"<p>{torn}</p>")) == [BODY]
    assert content(page(f"<p>{BODY} mended\nbridges</p>")) == [f"{BODY} mended bridges"]


def test_a_heading_over_links_is_no_title():
    html = (
        "<html><head><title>新闻动态--望溪水务网</title></head><body><div class=news_title>全县水务会议举行</div>"
        f"<div>发布时间：2021-05-18</div><div class=con><p>{BODY}</p><p>{MORE}</p></div>"
        "<div class=link><h3 class=title>友情链接</h3><a>望溪县人民政府</a></div></body></html>"
    )
    found = read_html(html.encode())
    assert found["stated"]["title"] == "全县水务会议举行"
    assert dict(zip(found["lines"], found["roles"], strict=True))["友情链接"] == "furniture"


def test_cells_that_span_columns_and_rows_leave_empty_ones():
    table = (
        "<table><tr><td rowspan=2>指标</td><td rowspan=2>单位</td><td colspan=2>增加值</td></tr>"
        "<tr><td>2020年</td><td>2021年</td></tr><tr><td>疏浚</td><td>里</td><td>20</td><td>30</td></tr></table>"
    )
    lines = read_html(page(f"<p>{BODY}</p>{table}").encode())["lines"]
    # The second row lacks its first two cells, which hold what the first row put there.
    assert lines[-3:] == ["指标\t单位\t增加值", "\t\t2020年\t2021年", "疏浚\t里\t20\t30"]


def visible(tree):
    """Text of a tree outside what browsers do not show, by a walk of its own."""
    for element in tree.iter():
        skipped = {element.tag, *(x.tag for x in element.iterancestors())} & SKIPPED
        if not skipped:
            yield element.text or ""
        if element.tail and not {x.tag for x in element.iterancestors()} & SKIPPED:
            yield element.tail


PAGES = sorted((Path(__file__).parent.parent / "pages").glob("*.htm*"))


@pytest.mark.parametrize("path", PAGES, ids=lambda x: x.name)
def test_no_text_of_a_page_is_outside_its_lines(path):
    data = path.read_bytes()
    lines = squeeze("".join(read_html(data)["lines"]))
    text = squeeze("".join(visible(parsed(decode_page(data)[0]))))
    assert sorted(lines) == sorted(text)


def test_what_stands_around_a_list_of_the_text_belongs_to_it():
    items = (
        "<ol><li>石桥街道疏浚老渠十里，三月底前完成。</li><li>青石街道疏浚老渠八里，四月底前完成。</li></ol>"
    )
    found = content(page(f"<div><p>现将任务公布如下：</p>{items}<p>特此通知。</p></div>"))
    assert found[0] == "现将任务公布如下："
    assert found[-1] == "特此通知。"


def test_labels_with_their_values_below_a_title_are_no_titles():
    from govnlp.documents.files import assemble, parse_content

    names = (
        "<p>石桥街道：林溪　周渠</p><p>青石街道：方塘　柳岸</p><p>公示期五天，监督电话12345，欢迎来电。</p>"
    )
    corpus = assemble([parse_content("a.html", page(f"<div class=main_con>{names}</div>").encode())])
    assert corpus.articles["title"].tolist() == ["疏浚老渠三十里"]
    assert corpus.content()["text"].tolist()[0] == "石桥街道：林溪　周渠"


def test_the_title_that_nothing_repeats_is_the_piece_that_names_no_site():
    html = f"<html>{HEAD.replace('三十里', '三十里工程全面完工')}<body>{NAV}<p>{BODY}</p></body></html>"
    assert read_html(html.encode())["stated"]["title"] == "疏浚老渠三十里工程全面完工"


def kinds_of(*body, head=""):
    page = read_html(f"<html><head>{head}</head><body>{''.join(body)}</body></html>".encode())
    return dict(zip(page["lines"], page["roles"], strict=True)), page["stated"]


def test_text_that_a_style_sheet_hides_neither_counts_nor_tears_words():
    style = "<style>.a,#b{display:none} .c{font-size:0}</style>"
    body = "<p>今年全区疏浚<i class=c>x9</i>老渠三十里，<span class=a>转载自某网</span>两岸都绿了。</p>"
    roles, _ = kinds_of(body, "<p id=b>广告。</p>", "<p style='left:-9999px'>又一条。</p>", head=style)
    assert roles["今年全区疏浚老渠三十里，两岸都绿了。"] is None
    assert {roles[x] for x in ("x9", "转载自某网", "广告。", "又一条。")} == {"furniture"}


def test_the_line_above_the_date_is_the_title_and_no_heading_of_the_frame():
    body = "<table><tr><td>全区修好三座桥</td></tr><tr><td>〖发布日期〗2021-03-04</td></tr></table>"
    text = "<p>今年全区修好三座桥，居民过河不再绕路，两岸的人都说好。</p>"
    _, stated = kinds_of("<h3>信息导航</h3>", body, text, head="<title>详细页面</title>")
    assert stated["title"] == "全区修好三座桥"


def test_a_stated_title_that_a_quotation_mark_cuts_is_not_the_title():
    # the attribute ends where the title quotes; <title> and the heading have the whole of it
    whole = "望溪县修好三座“云桥”".replace("“", '"').replace("”", '"')
    head = f'<meta property="og:title" content="{whole}"><title>{whole}_望溪县水务局</title>'
    frame = "<h2>办事指南</h2><p>本站每天上午更新，各地来信都有人看。</p>"
    _, stated = kinds_of(frame, f"<h1>{whole}</h1><p>{BODY}</p>", head=head)
    assert stated["title"] == whole


def test_labels_and_values_of_a_list_are_read_and_are_no_headings():
    card = "<dl><dt>文号：</dt><dd>望府规〔2021〕8号</dd><dt>发布机构：</dt><dd>望溪县人民政府</dd></dl>"
    roles, stated = kinds_of(card, "<p>为规范清渠，制定本办法，各镇要把每一里渠都清好。</p>")
    assert (stated["doc_number"], stated["issuer"]) == ("望府规〔2021〕8号", "望溪县人民政府")
    assert roles["望府规〔2021〕8号"] in ("table", "furniture")


def test_a_title_set_letter_by_letter_over_two_lines_of_the_source_is_one():
    roles, _ = kinds_of("<h1>关 于 清 渠\n   的 通 知</h1><p>今年全区疏浚老渠三十里，两岸都绿了。</p>")
    assert "关 于 清 渠 的 通 知" in roles


def test_a_slider_of_other_articles_below_the_text_is_none_of_it():
    slider = (
        "<div class=wx_slider_item><h2>全区修好三座桥</h2><p>今年全区修好三座桥，居民过河不再绕路。</p></div>"
    )
    found = content(page(f"<div class=left><p>{BODY}</p><p>{MORE}</p>{slider}</div>"))
    assert found == [BODY, MORE]


def test_fields_that_items_of_a_list_share_are_their_own():
    """By hand: only the whole paragraph counts once; no run of lines is copied."""
    items = [f"<p>{n}号渠</p><p>{BODY}</p><p>每里补助三百元。</p><p>年底前修好。</p>" for n in "一二三四五"]
    found = read_html(page("".join(items)).encode())
    aside = [x for x, role in zip(found["lines"], found["roles"], strict=True) if role == "furniture"]
    assert aside.count("每里补助三百元。") == aside.count("年底前修好。") == 0
    assert aside.count(BODY) == 4
