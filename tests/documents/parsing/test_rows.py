"""Tables in plain text: however the cells are parted, the same figures are read; all of them are invented."""

import pytest

from govnlp import extract_indicators, parse_text

HEADER = ("指标", "绝对数（亿元）", "比上年增长（%）")
ROWS = (
    ("地区生产总值", "617.5", "5.2"),
    ("规模以上工业增加值", "240.1", "6.7"),
    ("社会消费品零售总额", "58.3", "-2.6"),
)
FORMS = {
    "tabs": "\t".join,
    "strokes": lambda cells: f"| {' | '.join(cells)} |",
    "strokes behind": lambda cells: f"{' | '.join(cells)} |",
    "strokes between": " | ".join,
    "drawn": lambda cells: f"│{' │ '.join(cells)} │",
    "two blanks": "  ".join,
    "a wide blank": "　".join,
    "a blank": " ".join,
    "a cell a line": "\n".join,
    "a cell a line, apart": "\n\n".join,
}


def page(rows):
    above = "临溪区2023年主要经济指标\n2024-02-05\n\n初步核算，全区经济平稳运行，主要指标如下。\n\n"
    return parse_text(above + "\n".join(rows) + "\n\n注：绝对数按现价计算，增长按可比价计算。")


@pytest.mark.parametrize("header", [HEADER, HEADER[1:]], ids=["with its corner", "without"])
@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
def test_figures_of_a_table(form, header):
    corpus = page(map(form, (header, *ROWS)))
    found = extract_indicators(corpus)[["value", "unit", "period"]].to_numpy().tolist()
    assert found == [
        [float(x), unit, "2023"] for row in ROWS for x, unit in zip(row[1:], ("亿元", "%"), strict=True)
    ]
    assert not corpus.blocks["kind"].eq("heading").any()
    assert len(corpus.blocks) == 8  # title, date, lead, four rows, note


def test_rows_of_sentences_stay_apart():
    rows = [
        "| 1 | 改造背街小巷，惠及居民1830户 | 区住建局 |",
        "| 2 | 新增学位620个 | 区教育局 |",
        "| 3 | 植树800棵 | 青槐镇 |",
    ]
    blocks = page(["| 序号 | 任务 | 牵头单位 |", "|---|---|---|", *rows]).blocks
    assert [x for x in rows if x in set(blocks["text"])] == rows


@pytest.mark.parametrize(
    "lines",
    [
        ["第一章 总则 1", "第二章 水源 3", "第三章 渠道 12"],  # a list of pages
        ["林溪 周渠", "沈禾 吴桐", "何苗 王水"],
        ["渠长 12", "桥通了。", "水深 3"],
    ],
)
def test_what_is_no_table(lines):
    assert "it is a row of a table" not in set(parse_text("清渠纪实\n" + "\n".join(lines)).blocks["why"])


@pytest.mark.parametrize(
    ("lines", "figures"),
    [
        (
            [
                "指标          单位   2020年  2025年  属性",
                "生产总值      亿元   158.5   220     预期性",
                "单位能耗降低  %      —       〔13.5〕  约束性",
            ],
            {158.5, 220.0},
        ),
        (
            ["产品 单位 产量 增长（%）", "水泥 万吨 32.6 -4.2", "发电量 亿千瓦时 5.81 12.3"],
            {32.6, -4.2, 5.81, 12.3},
        ),
        (
            ["产品    产量（吨）    增长（%）", "粮食    46695    0.98", "其中：夏粮    7327    2.1"],
            {46695.0, 0.98, 7327.0, 2.1},
        ),
        (
            [
                "序号 项目 内容 总投资（万元） 单位",
                "1 青槐水库 新建 12000 县水利局",
                "2 柳湾小学 扩建 3600 县教育局",
            ],
            set(),
        ),
    ],
    ids=["units and remarks", "a unit each", "a part", "numbered"],
)
def test_tables_that_blanks_part(lines, figures):
    corpus = parse_text(
        "望溪县2023年情况\n各项情况如下，请予审议。\n" + "\n".join(lines) + "\n渠清了，鱼来了。"
    )
    rows = [x for x in corpus.blocks["text"] if "\t" in x]
    assert [x.replace("\t", "").split() for x in rows] == [x.split() for x in lines] or len(rows) == len(
        lines
    )
    assert figures <= set(extract_indicators(corpus)["value"])


def test_rows_of_fewer_cells_beside_a_table_of_strokes_belong_to_it():
    lines = [
        "全年粮食 | 113.5 | 54 | 62 |",
        "一、分季节 | |||",
        "夏粮 | 27.3 | 50 | 14 |",
        "早稻 | 5.4 | 58 | 33 |",
        "玉米 | 1.8 | 56 | 22 |",
    ]
    blocks = parse_text("青槐区粮食产量公告\n" + "\n".join(lines)).blocks
    assert blocks["kind"].tolist() == ["title"] + ["paragraph"] * 5


def test_a_sentence_before_a_mark_heads_no_table():
    blocks = parse_text("渠水清了。　　B1\n桥长　12.5　3.1%\n路宽　8.4　2.6%").blocks
    assert blocks["text"].tolist() == ["渠水清了。　　B1", "桥长\t12.5\t3.1%", "路宽\t8.4\t2.6%"]


@pytest.mark.parametrize("stroke", [" |", "\n|"])
def test_strokes_behind_cells_that_stand_one_a_line(stroke):
    rows = [["指标", "绝对数", "增长"], ["小麦", "20", "3"], ["油菜", "40", "7"]]
    text = "\n".join(cell + stroke for row in rows for cell in row)
    blocks = parse_text(f"望溪县公报\n一、农业\n{text}\n二、工业\n工业产值9亿元。").blocks
    assert blocks["kind"].tolist() == ["title", "heading", *["paragraph"] * 3, "heading", "paragraph"]


def test_figures_below_their_years_are_no_headlines():
    figures = ["粮食产量", "1949年 2.1万吨", "2018年 28.4万吨"]
    blocks = parse_text("\n".join(["数字里的望溪", *figures, "村里修了新渠。"])).blocks
    assert blocks["kind"].tolist()[2:] == ["paragraph"] * 3
    months = parse_text("渠水记\n2019年 3月\n渠清了。\n2019年 5月\n鱼来了。").blocks
    assert months["kind"].tolist().count("paragraph") == 2
