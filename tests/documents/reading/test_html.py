from hypothesis import given, settings
from hypothesis import strategies as st

from govnlp.documents.parsing.structure import parse
from govnlp.documents.reading.html import read_html
from govnlp.documents.reading.source import Source
from govnlp.text import squeeze

PAGE = """<html><head><meta charset="{charset}"><title>临溪区修好三座桥_云岭日报</title></head><body>
<div class="nav"><a href="/">首页</a> <a href="/a">新闻</a></div>
<h1>临溪区修好三座桥</h1>
<div class="text"><p>本报讯　今年以来，临溪区把修桥列为民生实事，全区新修桥梁三座，方便了两岸的居民。</p>
<p>区交通局负责人介绍，明年还要再修两座，<b>预计</b>投资五千万元，工程将在年底前完成。</p>
<table><tr><td>桥名</td><td>长度</td></tr><tr><td>东桥</td><td>30米</td></tr></table></div>
<div class="foot">版权所有 云岭日报社</div><script>var x = "，。，。";</script></body></html>"""


def read(charset="utf-8", encoding="utf-8"):
    found = read_html(PAGE.format(charset=charset).encode(encoding))
    return found["lines"], found["roles"], found["stated"]


def test_digits_above_and_below_the_line_keep_their_place():
    page = "<p>用水3.5×10<sup>4</sup>m<sup>3</sup>，CO<sub>2</sub>下降<sup>[1]</sup>。</p>"
    assert read_html(page.encode())["lines"] == ["用水3.5×10⁴m³，CO₂下降[1]。"]


def test_main_content_and_furniture():
    lines, roles, stated = read()
    kinds = dict(zip(lines, roles, strict=True))
    assert kinds["首页 新闻"] == kinds["版权所有 云岭日报社"] == "furniture"
    assert kinds["临溪区修好三座桥"] == "title"
    assert kinds["东桥\t30米"] == "table"
    assert kinds["区交通局负责人介绍，明年还要再修两座，预计投资五千万元，工程将在年底前完成。"] is None
    assert stated["title"] == "临溪区修好三座桥"


def test_declared_undeclared_and_wrongly_declared_encodings():
    expected = read()[0]
    for charset, encoding in [
        ("gb2312", "gbk"),
        ("", "gbk"),
        ("utf-8", "gbk"),
        ("gbk", "utf-8"),
        ("", "utf-8"),
    ]:
        assert read(charset, encoding)[0] == expected, (charset, encoding)


def test_table_of_metadata():
    page = """<table><tr><td><b>索 引 号：</b></td><td>0001/2021</td>
    <td>主题分类：</td><td>农业\\水利</td></tr>
    <tr><td>标　　题：</td><td colspan="3">云岭市关于保护水源的通知</td></tr>
    <tr><td>发文字号：</td><td>云政发〔2021〕5号</td><td>发布日期：</td><td>2021年03月04日</td></tr></table>
    <div><p>各区人民政府：现就保护水源的有关事项通知如下，请认真贯彻执行，并及时报告情况。</p></div>"""
    lines, roles, stated, *_ = read_html(page.encode()).values()
    assert stated["doc_number"] == "云政发〔2021〕5号"
    assert stated["topic_class"] == "农业\\水利"
    assert stated["title"] == "云岭市关于保护水源的通知"
    assert roles[lines.index("标　　题：\t云岭市关于保护水源的通知")] == "furniture"


@settings(deadline=None, max_examples=60)
@given(
    st.lists(
        st.tuples(
            st.sampled_from(["p", "div", "td", "span", "a", "li", "tr", "h2"]),
            st.text("甲乙丙，。 ", max_size=8),
        )
    )
)
def test_no_text_is_lost(pieces):
    page = "<body>始" + "".join(f"<{tag}>{text}" for tag, text in pieces) + "</body>"
    lines = read_html(page.encode())["lines"]
    assert squeeze("".join(lines)) == squeeze("始" + "".join(text for _, text in pieces))


BODY = "<p>今年全区疏浚老渠三十里，沿线的居民都用上了干净的水。</p>"


def stated(head, body):
    return read_html(f"<html><head>{head}</head><body>{body}</body></html>".encode())


def test_a_title_over_two_lines_goes_before_that_of_the_window():
    lines = "<div class=t>关于临溪区2020年疏浚老渠计划</div><div class=t>执行情况的报告</div>"
    found = stated("<title>临溪区疏浚老渠</title>", lines + BODY)
    assert found["stated"]["title"] == "关于临溪区2020年疏浚老渠计划执行情况的报告"
    assert found["roles"][:2] == ["title", "title"]


def test_the_newspaper_of_a_masthead_and_of_the_window():
    head = "<table><tr><td>云岭日报</td><td>2024年5月16日 星期四</td></tr></table><h1>老渠清了</h1>"
    assert stated("", head + BODY)["stated"]["outlet"] == "云岭日报"
    assert (
        stated("<title>云岭日报 临溪特刊</title>", "<h1>老渠清了</h1>" + BODY)["stated"]["outlet"]
        == "云岭日报"
    )


def test_elements_without_height_are_not_seen():
    found = stated("", BODY + '<div style="height:0;overflow:hidden">代写文章</div>')
    assert found["roles"][found["lines"].index("代写文章")] == "furniture"


def test_articles_of_a_page_have_headings_and_bylines():
    page = (
        f"<h2>老渠清了</h2><p>撰文/林溪</p>{BODY}<h2>新桥通了</h2><p>撰文/沈禾</p>{BODY.replace('渠', '桥')}"
    )
    lines = stated("<title>老渠清了</title>", page)
    source = Source("a", format="html", lines=lines["lines"], roles=lines["roles"], stated=lines["stated"])
    assert [x["title"] for x in parse(source)[1]] == ["老渠清了", "新桥通了"]
