import pandas as pd
import pytest

from govnlp.documents.collecting import read_table

ROWS = pd.DataFrame(
    {
        "id": ["a", "b"],
        "content": ["今年修了三座桥。\n明年再修两座。", "新建公园一处。"],
        "name": ["修桥", "公园"],
    }
)
WRITERS = {
    "csv": lambda p: p.write_bytes(ROWS.to_csv(index=False).encode("gbk")),
    "tsv": lambda p: ROWS.to_csv(p, index=False, sep="\t"),
    "jsonl": lambda p: ROWS.to_json(p, orient="records", lines=True, force_ascii=False),
    "xlsx": lambda p: ROWS.to_excel(p, index=False),
    "parquet": lambda p: ROWS.to_parquet(p),
}


@pytest.mark.parametrize("ending", WRITERS)
def test_every_format_gives_the_same(tmp_path, ending):
    path = tmp_path / f"t.{ending}"
    WRITERS[ending](path)
    corpus = read_table(path, doc_id="id", title="name")
    assert corpus.documents["doc_id"].tolist() == ["a", "b"]
    assert corpus.documents["title"].tolist() == ["修桥", "公园"]
    assert "".join(corpus.blocks["text"]) == "今年修了三座桥。明年再修两座。新建公园一处。"


def test_unknown_column_names_those_that_exist(tmp_path):
    WRITERS["csv"](tmp_path / "t.csv")
    with pytest.raises(ValueError, match=r"no column 'text' in t\.csv; its columns: id, content, name"):
        read_table(tmp_path / "t.csv", text="text")


def test_row_without_text_is_a_problem(tmp_path):
    (tmp_path / "t.csv").write_text('content\n新建公园一处。\n""\n', "utf-8")
    corpus = read_table(tmp_path / "t.csv")
    assert corpus.documents["doc_id"].tolist() == ["t-1"]
    assert corpus.problems["reason"].tolist() == ["row 2 has no text in column 'content'"]


def test_unknown_format(tmp_path):
    (tmp_path / "t.dat").write_text("x")
    with pytest.raises(ValueError, match=r"unknown table format '\.dat'; one of: \.csv"):
        read_table(tmp_path / "t.dat")


def test_a_date_of_another_age_is_no_date(tmp_path):
    table = ROWS.assign(date=["1021-03-04", "2021-03-04"])
    table.to_csv(tmp_path / "t.csv", index=False)
    corpus = read_table(tmp_path / "t.csv", date="date")
    assert corpus.documents["published"].isna().tolist() == [True, False]
    assert corpus.documents["year"].tolist()[1] == 2021
    assert len(corpus.problems) == 1


def test_a_cell_that_holds_no_date_is_a_problem_and_a_year_or_a_blank_is_none(tmp_path):
    ROWS.assign(day=["昨天", "2021年3月"]).to_csv(tmp_path / "t.csv", index=False)
    problems = read_table(tmp_path / "t.csv", date="day").problems
    assert problems["path"].tolist() == [f"{tmp_path / 't.csv'}!1"]
    assert problems["reason"].str.startswith("row 1 has no date in column 'day': '昨天'; write it as").all()
    ROWS.assign(day=["2021", None]).to_csv(tmp_path / "t.csv", index=False)
    assert read_table(tmp_path / "t.csv", date="day").problems.empty


def test_a_header_below_titles_all_sheets_and_dates_of_cells(tmp_path):
    import datetime

    import openpyxl

    book = openpyxl.Workbook()
    sheet = book.active
    for row in (["附件1"], ["望溪县文件汇总"], ["序号", "标题", "日期", "正文"]):
        sheet.append(row)
    days = [44260, datetime.datetime(2021, 3, 6), "20210307", "2021/3/8 10:20", "2021年3月9日"]
    for n, day in enumerate(days, 1):
        sheet.append([n, f"修桥{n}", day, f"今年修了{n}座桥。"])
    other = book.create_sheet("第二张")
    other.append(["日期", "正文", "标题"])
    other.append(["2021-03-10", "渠清了。", "清渠"])
    book.create_sheet("说明").append(["此表由水务局填报"])
    book.save(tmp_path / "t.xlsx")
    documents = read_table(tmp_path / "t.xlsx", text="正文", title="标题", date="日期").documents
    assert documents["title"].tolist() == [*(f"修桥{n}" for n in range(1, 6)), "清渠"]
    # 44260 is the serial number of 5 March 2021 in Excel's calendar.
    assert [str(x.date()) for x in documents["published"]] == [
        "2021-03-05",
        "2021-03-06",
        "2021-03-07",
        "2021-03-08",
        "2021-03-09",
        "2021-03-10",
    ]


def test_titles_stand_above_the_header_of_a_text_and_a_day_in_milliseconds(tmp_path):
    # 1,615,420,800,000 ms after the beginning of 1970 is 11 March 2021, 8 o'clock in Beijing.
    text = "青槐区信访答复,,\n,,\n编号,答复,日期\n1,渠清了。,20210308\n2,桥修好了。,1615420800000\n"
    (tmp_path / "t.csv").write_text(text, encoding="gb18030")
    documents = read_table(tmp_path / "t.csv", text="答复", date="日期").documents
    assert [str(x.date()) for x in documents["published"]] == ["2021-03-08", "2021-03-11"]
