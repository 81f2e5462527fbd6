from govnlp.documents.reading.layout import Line, Piece, page_flows, watermark
from govnlp.documents.reading.letters import Letter, pieces_of
from govnlp.documents.reading.paragraphs import joined

EM = 10


def typeset(text, left=20, top=20, columns=20, indent=2):
    """Pieces of a paragraph on a grid of letters, as a printer sets it: an indent, full lines, what is left."""
    pieces, base, at = [], top, indent
    while text:
        line, text = text[: columns - at], text[columns - at :]
        begin = left + at * EM
        pieces.append(Piece(begin, begin + len(line) * EM, base, EM, line))
        base, at = base + 1.5 * EM, 0
    return pieces


def page_of(*paragraphs, left=20, top=20, columns=20, indent=2):
    pieces = []
    for text in paragraphs:
        pieces += typeset(text, left, top, columns, indent)
        top = pieces[-1].base + 1.5 * EM
    return pieces


FIRST = "望溪县今年疏浚老渠三十里，新建闸门十二座，沿线居民都用上了干净的水，两岸也绿了。"
SECOND = "第二年还要修桥三座，通路两条，村里的孩子上学不用再绕远路，老人出门也方便多了。"
THIRD = "水务局负责人说，工程在年底前完成，验收以后交给各乡镇管护，一年检查两次，有问题就改。"


def read(*pages, width=600):
    return joined([page_flows(pieces, width) for pieces in pages])


def test_wrapped_lines_become_paragraphs():
    assert read(page_of(FIRST, SECOND, THIRD))[0] == [FIRST, SECOND, THIRD]


def test_a_paragraph_goes_on_over_the_page_and_page_numbers_stand_behind_it():
    pieces = page_of(FIRST, SECOND, THIRD)
    rest = [Piece(x.left, x.right, x.base - pieces[3].base, EM, x.text) for x in pieces[4:]]
    foot = [Piece(100, 130, 700, EM, f"— {n} —") for n in (1, 2)]
    lines, roles = read([*pieces[:4], foot[0]], [*rest, foot[1]])
    assert lines == [FIRST, SECOND, "— 1 —", THIRD, "— 2 —"]
    assert roles == [None, None, "furniture", None, "furniture"]


def test_short_lines_of_one_length_stay_lines():
    names = [Piece(20, 60, 20 + 15 * n, EM, x) for n, x in enumerate(("清渠工程", "修桥工程", "绿化工程"))]
    assert read(names)[0] == ["清渠工程", "修桥工程", "绿化工程"]


def test_a_headline_in_larger_letters_is_not_joined():
    title = Piece(20, 220, 0, 20, "望溪县疏浚老渠三十里")
    assert read([title, *page_of(FIRST, SECOND, top=50)])[0] == ["望溪县疏浚老渠三十里", FIRST, SECOND]


def test_columns_under_a_headline_that_crosses_the_gutter():
    texts = FIRST + SECOND, THIRD + FIRST, SECOND + THIRD
    for n in (2, 3):
        pieces = [Piece(100, 300, 20, 2 * EM, "望溪县疏浚老渠三十里")]
        for i in range(n):
            pieces += page_of(texts[i], left=20 + i * 180, top=60, columns=15, indent=0)
        by_line = sorted(pieces, key=lambda x: (x.base, x.left))  # the file draws across the columns
        lines = read(by_line)[0]
        assert lines[0] == "望溪县疏浚老渠三十里"
        assert "".join(lines[1:]) == "".join(texts[:n])


def test_rows_of_a_table_keep_their_columns():
    rows = [("指标", "单位", "2021年"), ("疏浚老渠", "里", "30"), ("新建闸门", None, "12")]
    pieces = [
        Piece(20 + 100 * j, 20 + 100 * j + len(x) * EM, 20 + 20 * i, EM, x)
        for i, row in enumerate(rows)
        for j, x in enumerate(row)
        if x
    ]
    wrapped = Piece(120, 140, 52, EM, "程")  # second line of the second cell of the second row
    lines, roles = read([*pieces, wrapped])
    assert lines == ["指标\t单位\t2021年", "疏浚老渠\t里程\t30", "新建闸门\t\t12"]
    assert roles == ["table"] * 3


def test_a_tiled_watermark_is_furniture_and_cells_are_not():
    tiles = [Piece(x, x + 60, y, 15, "内部资料") for x in (30, 130) for y in (24, 60)]
    pieces = [*page_of(FIRST, SECOND), *tiles]
    assert watermark(pieces) == set(tiles)
    lines, roles = read(pieces)
    assert lines[:2] == [FIRST, SECOND] and roles[2:] == ["furniture"] * 4
    cells = [Piece(x, x + 20, y, EM, "合格") for x in (30, 130) for y in (20, 40, 60)]
    assert not watermark(cells)


def test_notes_in_small_letters_do_not_interrupt_a_paragraph():
    pieces = page_of(FIRST, SECOND, THIRD)
    note = Piece(20, 90, 400, 7, "①据水务局统计。")
    rest = [Piece(x.left, x.right, x.base - pieces[3].base, EM, x.text) for x in pieces[4:]]
    lines, roles = read([*pieces[:4], note], rest)
    assert lines == [FIRST, SECOND, "①据水务局统计。", THIRD] and roles[2] == "footnote"


def test_letters_that_are_drawn_late_or_twice():
    letters = [Letter(x, 10 * i, 10 * i + 10, 50, 10) for i, x in enumerate("修“桥”三座")]
    late = [x for x in letters if x.text not in "“”"] + [x for x in letters if x.text in "“”"]
    bold = [x._replace(left=x.left + 0.3) for x in letters]
    assert [x.text for x in pieces_of(late + bold)] == ["修“桥”三座"]


def test_letters_that_lean_are_words_of_their_own_and_furniture():
    text = [Letter(x, 10 * i, 10 * i + 10, 50, 10) for i, x in enumerate("渠清了，桥也修好了。")]
    words = [
        Letter(x, 100 * n + 7 * i, 100 * n + 7 * i + 10, 60 - 7 * i, 10, leans=True)
        for n in range(2)
        for i, x in enumerate("内部资料")
    ]
    flows = page_flows(pieces_of(text + words), 300)
    assert [[(x.text, x.role) for x in flow] for flow in flows] == [
        [("渠清了，桥也修好了。", None)],
        [("内部资料", "furniture"), ("内部资料", "furniture")],
    ]


def test_columns_of_letters_that_run_down_are_lines_from_the_right():
    columns = "今年全县疏浚老渠三十", "里，两岸居民都用上了", "干净的水。"
    letters = [
        Letter(x, 90 - 20 * n, 100 - 20 * n, 12 * i + 20, 10)
        for n, text in enumerate(columns)
        for i, x in enumerate(text)
    ]
    assert [x.text for flow in page_flows(pieces_of(letters), 300) for x in flow] == list(columns)


def test_small_digits_hang_at_their_letter():
    line = [Letter(x, 10 * i, 10 * i + 10, 50, 10) for i, x in enumerate("30m")]
    after = [Letter(x, 10 * i + 42, 10 * i + 52, 50, 10) for i, x in enumerate("，CO")]
    raised, lowered = Letter("2", 31, 35, 45, 6), Letter("2", 73, 77, 52, 6)
    assert [x.text for x in pieces_of([*line, raised, *after, lowered])] == ["30m²，CO₂"]
    page_number = Letter("2", 31, 35, 400, 6)
    assert [x.text for x in pieces_of([*line, page_number])] == ["30m", "2"]


def test_columns_of_a_few_lines_below_a_headline_and_a_running_head():
    body = [
        Piece(x, x + 40, 30 + 10 * y, 5, f"{side}栏渠水清了三里{y}")
        for y in range(5)
        for x, side in ((0, "左"), (60, "右"))
    ]
    frame = [
        Piece(30, 70, 0, 4, "云岭日报第三版"),
        Piece(20, 80, 15, 9, "清渠三十里"),
        Piece(48, 52, 95, 4, "14"),
    ]
    flows = page_flows([*frame, *body], 100)
    assert [[x.text[0] for x in flow] for flow in flows] == [["云"], ["清"], ["左"] * 5, ["右"] * 5, ["1"]]


def test_a_small_line_with_space_above_a_headline_is_the_running_head():
    def roles(first):
        head = Line(10, 60, 10, 5, first)
        return joined([[[head, Line(20, 80, 40, 10, "水源保护条例"), Line(0, 99, 60, 5, "渠清了。")]]])[1]

    assert roles("云岭市公报") == ["furniture", None, None]
    assert roles("云岭日报2021年3月4日") == ["byline", None, None]
