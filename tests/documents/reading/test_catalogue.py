"""metadata.csv: joined, going before what was read, checked; texts and places are invented."""

import zipfile

import pandas as pd
import pytest

from govnlp import extract_indicators
from govnlp.cli import main
from govnlp.documents.collecting import read_corpus
from govnlp.running import input_files
from govnlp.stages import Stage


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "下").mkdir()
    (tmp_path / "甲.txt").write_text("渠清了三十里。\n2019年3月5日\n", encoding="utf-8")
    (tmp_path / "下" / "乙.txt").write_text("鱼回来了。\n", encoding="utf-8")
    return tmp_path


def say(folder, *lines, encoding="utf-8"):
    (folder / "metadata.csv").write_text("\n".join(lines), encoding=encoding)
    return read_corpus(folder).documents.set_index("doc_id")


@pytest.mark.parametrize("encoding", ["utf-8-sig", "gb18030"])
def test_what_is_filled_goes_before_what_was_read_and_own_columns_stay(folder, encoding):
    rows = (
        "file,title,date,place,genre,地区",
        "甲.txt,清渠记,2021/3/4,临溪区,访谈,东部",
        "下\\乙.txt,,,,调研报告,",
    )
    table = say(folder, *rows, encoding=encoding)
    first, second = table.loc["甲"], table.loc["乙"]
    assert first[["title", "place", "genre", "地区", "year"]].tolist() == [
        "清渠记",
        "临溪区",
        "interview",
        "东部",
        2021,
    ]
    assert str(first["published"].date()) == "2021-03-04"
    assert first[["year_evidence", "place_evidence"]].tolist() == ["metadata.csv"] * 2
    assert second["genre"] == "调研报告" and second["地区"] is None and pd.isna(second["year"])


def test_a_known_place_brings_its_region_and_an_ambiguous_one_none(folder):
    table = say(folder, "doc_id,place", "甲,汉阳区", "乙,鼓楼区")
    assert table.loc["甲", ["region", "region_code"]].tolist() == ["湖北省武汉市汉阳区", "420105"]
    assert table.loc["乙", "region"] is None


@pytest.mark.parametrize(
    "said, year, day", [("2021", 2021, None), ("2021年3月", 2021, None), ("20210304", 2021, 4)]
)
def test_dates_as_people_write_them(folder, said, year, day):
    row = say(folder, "file,date", f"甲.txt,{said}").loc["甲"]
    assert row["year"] == year
    assert (None if pd.isna(row["published"]) else row["published"].day) == day


@pytest.mark.parametrize(
    "rows, message",
    [
        (("file,date", "甲.text,2021"), "row 2: no document '甲.text'; did you mean '甲.txt'"),
        (("file,date", "甲.txt,2021", "甲.txt,2022"), "row 3: '甲.txt' has a row already"),
        (("file,date", "甲.txt,去年"), "row 2: '去年' is no date; write it as 2021-03-04"),
        (("file,date", ",2021"), "row 2: no file"),
        (("name,date", "甲.txt,2021"), "no column file or doc_id"),
        (("file,n_chars", "甲.txt,7"), "'n_chars' is read from the documents"),
        (("file,title,title", "甲.txt,渠,鱼"), "two columns are called 'title'; rename or remove one"),
        (("file,title", "甲.txt,渠,", "", "下/乙.txt,鱼,归"), "row 4: '归' stands under no column name"),
        (("file,title,", "甲.txt,渠,鱼"), "row 2: '鱼' stands under no column name"),
        (("file,title", '甲.txt,"渠'), "no table of comma-separated values"),
        (("",), "no column file or doc_id"),
    ],
)
def test_errors_name_the_row_and_the_remedy(folder, rows, message):
    with pytest.raises(ValueError, match=message):
        say(folder, *rows)


@pytest.mark.parametrize(
    "sign, encoding", [(",", "utf-8"), (";", "gb18030"), ("\t", "utf-16"), ("\t", "utf-16-le")]
)
def test_cells_are_parted_as_spreadsheets_part_them_and_names_may_be_in_capitals(folder, sign, encoding):
    rows = (["Title", "File", "Region"], ["渠，2021", "甲.txt", "东部"], [f'"鱼{sign}归"', "下/乙.txt", ""])
    table = say(folder, *map(sign.join, rows), encoding=encoding)
    assert table["title"].to_dict() == {"甲": "渠，2021", "乙": f"鱼{sign}归"}
    assert table.loc["甲", "Region"] == "东部"


def test_columns_have_the_names_too_that_reports_show(folder):
    table = say(folder, "文件,标题,日期,发文机关,地区", "甲.txt,渠,2021-03-04,青槐区水务局,东部")
    told = table.loc["甲", ["title", "year", "issuer", "地区"]].to_list()
    assert told == ["渠", 2021, "青槐区水务局", "东部"], "地区 may be a grouping of one's own"


def test_columns_that_were_found_are_named(folder):
    with pytest.raises(ValueError, match=r"no column file or doc_id; .*; its columns: 文档, title$"):
        say(folder, "文档;title", "甲.txt;渠")
    with pytest.raises(
        ValueError, match=r"row 2: '归' stands under no column name; .* that has ';' in quotes"
    ):
        say(folder, "file;title", "甲.txt;渠;归")


@pytest.mark.parametrize("header", ["file,title", "file,title,,"])
def test_blank_fields_beyond_the_columns_are_left_out(folder, header):
    table = say(folder, header, "甲.txt,渠,", "", "下/乙.txt,鱼,,")
    assert table["title"].to_dict() == {"甲": "渠", "乙": "鱼"}


def test_a_name_may_begin_with_a_blank(folder):
    (folder / "甲.txt").rename(folder / " 甲.txt")
    table = say(folder, "file,title", " 甲.txt,渠", " 下/乙.txt ,鱼")
    assert sorted(table["title"]) == ["渠", "鱼"]


def test_it_is_an_input_of_a_run_and_never_unread(folder):
    say(folder, "file,date", "甲.txt,2021")
    assert read_corpus(folder).problems.empty
    assert "metadata.csv" in input_files(folder)
    assert read_corpus(folder / "甲.txt").documents["year"].tolist() == [2021]
    assert read_corpus(folder, cache=folder / ".cache").documents["year"].tolist()[1:] == [2021]


def test_a_row_may_be_about_a_file_that_could_not_be_read(folder):
    (folder / "坏.docx").write_bytes(b"PK\x03\x04")
    assert len(say(folder, "file,date", "坏.docx,2021")) == 2


def test_the_template_is_read_back_and_is_not_overwritten(folder, capsys):
    path = folder / "metadata.csv"
    assert main(["parse", str(folder), "--metadata", str(path)]) == 0
    assert path.read_text(encoding="utf-8-sig").splitlines()[0] == "file,title,date,place,genre,outlet"
    before = read_corpus(folder).documents
    assert "metadata.csv" not in before.to_string()  # nothing was corrected, so nothing rests on the file
    assert main(["parse", str(folder), "--metadata", str(path)]) == 1
    assert "may hold corrections" in capsys.readouterr().err


def test_the_template_in_chinese_is_read_back_too(folder):
    """Heads and genres are those that reports show; 所在地 is the place, since 地区 may be one's own grouping."""
    report = "青槐区人民政府工作报告\n2021年3月4日\n各位代表：现在，我代表区人民政府，向大会报告工作。\n"
    (folder / "丙.txt").write_text(report, encoding="utf-8")
    before, path = read_corpus(folder).documents, folder / "metadata.csv"
    assert main(["parse", str(folder), "--metadata", str(path), "--lang", "zh"]) == 0
    lines = path.read_text(encoding="utf-8-sig").splitlines()
    assert lines[0] == "文件,标题,日期,所在地,体裁,媒体"
    assert any("青槐区" in line and "工作报告" in line for line in lines[1:])
    after = read_corpus(folder).documents
    pd.testing.assert_frame_equal(after[before.columns], before)
    path.write_text("文件,所在地,体裁\n丙.txt,临溪区,访谈\n", encoding="utf-8")
    row = read_corpus(folder).documents.set_index("doc_id").loc["丙"]
    assert (row["place"], row["genre"]) == ("临溪区", "interview")


def test_a_bulletin_stays_one_of_its_year_though_its_day_is_written_back(tmp_path):
    text = "望溪县2023年国民经济和社会发展统计公报\n发布日期：2024-04-02\n全县生产总值196亿元。"
    (tmp_path / "公报.txt").write_text(text, encoding="utf-8")
    assert main(["parse", str(tmp_path), "--metadata", str(tmp_path / "metadata.csv")]) == 0
    row = read_corpus(tmp_path).documents.iloc[0]
    assert (row["year"], str(row["published"].date())) == (2023, "2024-04-02")
    (tmp_path / "metadata.csv").write_text("file,date\n公报.txt,2022-04-02\n", encoding="utf-8")
    assert read_corpus(tmp_path).documents["year"].tolist() == [2022]


def test_a_column_of_ones_own_groups_the_documents(folder):
    say(folder, "file,地区", "甲.txt,东部", "下/乙.txt,西部")
    stage = Stage("02", folder, folder / "out", group="地区")
    assert stage.documents.set_index("doc_id")["group"].to_dict() == {"甲": "东部", "乙": "西部"}
    assert stage.by == "group" and stage.sides == ["东部", "西部"]
    assert set(stage.count().group("group").units["unit_id"]) == {"东部", "西部"}


def zipped(path, files):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            archive.writestr(name, text)


def test_one_in_an_archive_speaks_of_the_documents_in_it(tmp_path):
    files = {
        "甲.txt": "渠清了三十里。",
        "下/乙.txt": "鱼回来了。",
        "下/metadata.csv": "file,genre\n乙.txt,访谈\n",
    }
    zipped(tmp_path / "档.zip", files | {"metadata.csv": "file,place\n甲.txt,临溪区\n"})
    corpus = read_corpus(tmp_path)
    table = corpus.documents.set_index("doc_id")
    assert table.loc["甲", ["place", "genre"]].tolist() == ["临溪区", None]
    assert table.loc["乙", ["place", "genre"]].tolist() == [None, "interview"]
    assert corpus.problems.empty


def test_one_in_an_archive_that_names_another_document_is_an_error(tmp_path):
    zipped(tmp_path / "档.zip", {"甲.txt": "渠清了三十里。", "metadata.csv": "file,place\n丙.txt,临溪区\n"})
    with pytest.raises(ValueError, match=r"档.zip!metadata.csv, row 2: no document '丙.txt'"):
        read_corpus(tmp_path)


def test_the_place_that_is_given_is_that_of_the_figures(tmp_path):
    first = (
        "叙永县修桥补路\n本报讯（记者 周明）叙永县今年修桥12座。叙永县委书记到现场察看，叙永县正在修路。\n"
    )
    second = "马关县扩建学校\n本报讯（记者 林溪）马关县今年扩建学校3所。马关县教育局说，孩子上学近了。\n"
    (tmp_path / "page.txt").write_text("第03版：区县\n" + first + second, encoding="utf-8")
    assert extract_indicators(read_corpus(tmp_path))["place"].tolist() == ["叙永县", "马关县"]
    (tmp_path / "metadata.csv").write_text("doc_id,place\npage,望溪县\n", encoding="utf-8")
    corpus = read_corpus(tmp_path)
    assert extract_indicators(corpus)["place"].tolist() == ["望溪县", "望溪县"]
    assert corpus.articles["place"].tolist() == [None, None]
