import pytest

from govnlp import parse_text
from govnlp.documents.parsing.lines import Line
from govnlp.documents.parsing.rules import decide
from govnlp.lexicons import lexicon_path

FORMS = {
    "page": ["B1", "A02版", "第3版", "第十二版", "— 7 —", "12"],
    "boilerplate": [
        "（点击查阅更多工作报告）",
        "2026-02-12,13080| 2026-02-11,13072|",
        "2026-02-12,13080| " * 8 + "2026-02-0",
        "云岭日报数字报 版面导航 标题导航",
        "【本文为内部示例，数字均为虚构】",
        "（图片除署名外由临溪区融媒体中心提供）",
        "(照片由望溪县文化馆提供)",
        "版权声明：未经授权不得转载",
        "分享 收藏 | 阅读 320 | 在看 4",
        "已有86人浏览 点赞 7 评论 3",
        "暂无评论，快来抢沙发",
        "字号：大 中 小",
        "上一篇：新桥通车",
        "扫一扫 在手机打开当前页",
        "您的浏览器暂时无法播放此视频",
        "查看原文",
        "网站标识码：0000000000",
        "以上就是清渠办法的全部内容",
        "清渠办法由网友上传",
    ],
    "dateline": [
        "来源：青槐晚报 2021-03-04",
        "发布时间：2021年3月4日 浏览次数：12",
        "望溪日报 2021年3月4日 星期四 要闻 2版",
        "2021年3月4日 星期四 望溪日报 A2版",
        "（原载3月4日《望溪日报》）",
        "2021-03-04 10:05:33",
        "作者：法规资料网 时间：2021-03-04 10:05:33 浏览：12 来源：法规资料网",
        "云岭新闻联播 2021年3月4日",
        "云岭广播电视台《云岭新闻》 2021年3月4日",
    ],
    "editor": [
        "责任编辑：林溪",
        "版面编辑:周渠",
        "【编辑 沈青禾】",
        "一审：林溪 二审：周渠 三审：沈青禾",
        "责编 林溪 校对 周渠",
    ],
    "byline": [
        "本报记者 林溪 通讯员 周渠",
        "●望溪日报记者 林溪",
        "□ 本报记者 林溪 周渠",
        "本报记者 林溪 周渠 摄影报道",
        "文/林溪 图/周渠",
        "（林溪 周渠）",
        "作者：林溪",
        "望溪县委通讯组 本报记者",
        "云岭日报记者",
    ],
    "caption": [
        "工人在清渠 周渠摄",
        "图为新桥全景",
        "▲村民在新桥上散步。",
        "渠水清了（资料图片）",
        "（题图为望溪县的老渠）",
        "（图片：新桥）",
    ],
}
PLAIN = [
    "设计之都",
    "审核提速",
    "评论",
    "编辑部的灯亮着",
    "记者了解到水清了",
    "渠水清了",
    "据了解，新桥已通车。",
    "策划先行",
    "（试行）",
    "新闻报道组",
    "图片：三百张老照片展出，观众很多。",
    "题图为证，全县的渠都清了。",
    "望溪县通报五大新闻 2021年3月4日",
]


@pytest.mark.parametrize(("kind", "line"), [(k, x) for k, lines in FORMS.items() for x in lines])
def test_form_shows_what_a_line_is_in_both_widths(kind, line):
    assert decide(Line(1, line)).kind == kind


@pytest.mark.parametrize("line", PLAIN)
def test_headlines_and_sentences_are_no_furniture(line):
    assert decide(Line(1, line)).kind in ("head", "paragraph")


def test_boilerplate_is_no_content_and_no_line_is_lost():
    text = "渠水清了，居民又在河边散步了。\n" + "\n".join(x for lines in FORMS.values() for x in lines)
    corpus = parse_text(text)
    assert corpus.units("paragraph")["text"].tolist() == ["渠水清了，居民又在河边散步了。"]
    assert sum(corpus.blocks["lines"].map(len)) == 1 + sum(map(len, FORMS.values()))


def test_credits_by_their_form():
    credits = (
        "总策划：林溪　执行主编：沈禾",
        "值班编委 林溪 责任编辑 沈禾",
        "（版式设计：林溪　校对：沈禾）",
        "云岭日报社 联合出品",
    )
    for text in credits:
        assert decide(Line(1, text)).kind == "editor", text
    assert decide(Line(1, "方案设计：先清老渠，再修新渠。")).kind == "paragraph"


def test_addresses_weekdays_and_short_years_in_datelines():
    for text in (
        "www.wangxi.cn      望溪新闻网     2022年07月29日 08:49:00",
        "2018年04月19日 星期四 出版 上一期  下一期 版面导航",
        "19-11-21 09:34 来源：云岭网 编辑：林溪",
        "[ 2021-03-06 ] 来源：望溪日报",
        "望溪日报/2021年/3月/6日/第001版",
        "2021年3月6日电",
    ):
        assert decide(Line(1, text)).kind == "dateline", text
    assert decide(Line(1, "渠清鱼跃迎客来。林溪/摄")).kind == "caption"


def test_what_is_sought_within_lines_opens_with_a_character():
    # as the notes of the lexicon say: a choice at the beginning of one row slows the search for all of them
    rows = lexicon_path("furniture.txt").read_text(encoding="utf-8").partition("[anywhere]\n")[2]
    for row in rows.partition("\n\n")[0].splitlines():
        assert row[0] not in "([.\\" and row[1:2] not in "?*{", row


@pytest.mark.parametrize(
    "text",
    [
        "跳转到新闻列表",
        "跳过导航",
        "发布人：  验证码：",
        "本站网页版权属望溪日报社所有，未经许可，不得转载镜像",
        "本站网页版权归望溪日报社所有。",
    ],
)
def test_links_and_notices_of_a_page(text):
    assert decide(Line(1, text)).kind == "boilerplate"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("第四编　水利", "head"),
        ("总编　林溪", "editor"),
        ("望溪融媒 2021-07-20", "dateline"),
        ("副市长 周　渠 沈禾（女） 林青", "byline"),
        ("副市长 走进田间 查看水渠", "head"),
        ("2021-03-04《田野》杂志社·乡村走访组", "dateline"),
        ("望溪新闻3月4日电 新渠今天通水。", "paragraph"),
    ],
)
def test_lines_around_a_headline(text, kind):
    assert decide(Line(1, text)).kind == kind


@pytest.mark.parametrize(
    ("text", "marker", "kind"),
    [
        ("一、副市长 林溪", "ordinal", "byline"),
        ("1.清渠表.docx", "number", "boilerplate"),
        ("二、2021年3月4日 10:00", "ordinal", "dateline"),
        ("(一)打印本页", "bracket", "boilerplate"),
        ("(1)分享 收藏", "small", "boilerplate"),
        ("(二)林溪 摄", "bracket", "caption"),
        ("一、供大家参考", "ordinal", "boilerplate"),
        ("一、本报记者 林溪", "ordinal", "heading"),
        ("第三节记者 林溪", "section", "heading"),  # no byline opens with a number
        ("第三章 责任编辑：林溪", "chapter", "heading"),
    ],
)
def test_a_number_before_furniture_numbers_nothing(text, marker, kind):
    line = decide(Line(1, text, marker=marker))
    assert (line.kind, line.marker) == (kind, marker if kind == "heading" else None)
