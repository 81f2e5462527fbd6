"""The command line: one table, clear words when something is wrong."""

import io
import random
import re

import pandas as pd
import pytest

from govnlp.analysis.themes.lexicon import read_themes
from govnlp.cli import TABLES, main, parser


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "a.txt").write_text("=营商环境\n营商环境要优化。\n", encoding="utf-8")
    return tmp_path


def test_terms_as_csv(folder, tmp_path):
    assert main(["terms", str(folder / "a.txt"), "-o", str(tmp_path / "out.csv")]) == 0
    table = pd.read_csv(tmp_path / "out.csv").set_index("term")
    assert table.loc["优化", "n"] == 1


def test_key_words_are_phrases_and_no_numbers(tmp_path):
    """By hand: 营商环境 stands twice and is one word; 38 and the document's own place are no key words."""
    text = "临溪区2021年政府工作报告\n\n2021年，临溪区优化营商环境38项，营商环境好了。\n"
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    for table in ("terms", "keywords"):
        assert main([table, str(tmp_path), "-o", str(tmp_path / f"{table}.csv")]) == 0
    counts = pd.read_csv(tmp_path / "terms.csv").set_index("term")["n"]
    assert counts["营商环境"] == 2
    words = pd.read_csv(tmp_path / "keywords.csv")["term"].tolist()
    assert words[0] == "营商环境"
    assert not {"38", "2021", "<数>", "临溪", "临溪区", "营商"} & set(words)


def test_tables_are_made_as_the_settings_of_the_folder_say(folder, tmp_path, capsys):
    (folder / "a.txt").write_text("老街坊板凳会优化营商环境，的确要优化。\n", encoding="utf-8")
    (folder / "phrases.txt").write_text("老街坊板凳会\n", encoding="utf-8")
    (folder / "govnlp.toml").write_text("lexicon = 'phrases.txt'\nthemes = 'cap'\n", encoding="utf-8")
    assert main(["terms", str(folder), "-o", str(tmp_path / "out.csv")]) == 0
    assert "老街坊板凳会" in pd.read_csv(tmp_path / "out.csv")["term"].tolist()
    assert main(["themes", str(folder), "-o", str(tmp_path / "out.csv")]) == 0
    assert set(pd.read_csv(tmp_path / "out.csv")["theme"]) == set(read_themes("cap")["theme"])
    (folder / "govnlp.toml").write_text("themes = 'caps'\n", encoding="utf-8")
    assert main(["themes", str(folder), "-o", str(tmp_path / "out.csv")]) == 1
    assert "give one of themes, state_council, cap" in capsys.readouterr().err


def test_markdown_and_unknown_endings(folder, tmp_path, capsys):
    assert main(["parse", str(folder), "-o", str(tmp_path / "out.md")]) == 0
    assert "'=营商环境" in (tmp_path / "out.md").read_text(encoding="utf-8")
    assert main(["parse", str(folder / "a.txt"), "-o", str(tmp_path / "out.docx")]) == 1
    assert "must be .csv, .xlsx, .parquet or .md" in capsys.readouterr().err


def test_a_missing_source_is_named(tmp_path, capsys):
    assert main(["figures", str(tmp_path / "nowhere"), "--out", str(tmp_path / "o")]) == 1
    assert "nowhere" in capsys.readouterr().err


def test_a_warning_is_a_sentence_in_the_readers_language(tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("LANGUAGE", "zh")
    (tmp_path / "a.txt").write_text("临溪县", encoding="utf-8")
    assert main(["topics", str(tmp_path), "-o", str(tmp_path / "out.csv")]) == 0
    assert capsys.readouterr().err == "govnlp: 有可用词的单位只有1个，太少，主题可能出于偶然\n"


def test_topics_as_csv(tmp_path):
    """Three planted topics, which share no word; three in four paragraphs of a document are on its own."""
    draw, names = random.Random(0), "甲乙丙"
    words = (
        "河道 清淤 水质 污水 截流 治理 湖泊 水库 堤防 排水 渠道 灌溉".split(),
        "企业 办税 审批 减税 融资 贷款 市场 外贸 商铺 招商 园区 出口".split(),
        "学校 教师 课程 学位 校车 宿舍 食堂 操场 图书 考试 幼儿园 家长".split(),
    )
    for i, name in enumerate(names):
        topics = [words[i]] * 60 + [words[i - 1]] * 10 + [words[i - 2]] * 10
        paragraphs = (
            "　　" + "、".join(draw.sample(topic, 6)) + f"，第{n}处。" for n, topic in enumerate(topics)
        )
        (tmp_path / f"{name}.txt").write_text("\n".join(paragraphs), encoding="utf-8")
    assert main(["topics", str(tmp_path), "-o", str(tmp_path / "out.csv")]) == 0
    table = pd.read_csv(tmp_path / "out.csv")
    assert list(table.columns) == ["doc_id", "topic", "share", "ci_low", "ci_high", "n_units", "name"]
    assert table.groupby("doc_id")["share"].sum().to_numpy() == pytest.approx(1)
    own = table.sort_values("share").groupby("doc_id")["topic"].last()
    assert own[list(names)].nunique() == 3


def test_a_console_without_chinese_stops_nothing(tmp_path, monkeypatch):
    (tmp_path / "甲.txt").write_text("青槐区优化营商环境。\n", encoding="utf-8")
    console = io.TextIOWrapper(io.BytesIO(), encoding="ascii")
    monkeypatch.setattr("sys.stdout", console)
    assert main(["parse", str(tmp_path / "甲.txt"), "-o", str(tmp_path / "表.csv")]) == 0
    console.flush()
    assert b"\\u8868.csv" in console.buffer.getvalue()


def test_a_command_runs_where_something_stands_in_for_the_console(tmp_path, monkeypatch):
    (tmp_path / "甲.txt").write_text("青槐区优化营商环境。\n", encoding="utf-8")
    shown = io.StringIO()
    monkeypatch.setattr("sys.stdout", shown)
    assert main(["parse", str(tmp_path / "甲.txt"), "-o", str(tmp_path / "表.csv")]) == 0
    assert "表.csv" in shown.getvalue()


def test_what_was_meant_is_counted_unless_one_asks_for_raw_text(tmp_path):
    text = "云岭市沉点工做无了新进展。居平易近收入删加，群寡对劲度进一步提拔，沉点项目建设稳步拉进。"
    (tmp_path / "甲.txt").write_text(text + "\n", encoding="utf-8")
    words = {}
    for option in ((), ("--raw",)):
        assert main(["terms", str(tmp_path), "-o", str(tmp_path / "out.csv"), *option]) == 0
        words[option] = set(pd.read_csv(tmp_path / "out.csv")["term"])
        (tmp_path / "out.csv").unlink()
    assert "工作" in words[()] and "工作" not in words["--raw",]


def test_help_and_messages_are_in_the_readers_language(folder, monkeypatch, capsys):
    monkeypatch.setenv("LANGUAGE", "zh")
    with pytest.raises(SystemExit):
        main(["--help"])
    text = capsys.readouterr().out
    assert all(f"    {name}" in text for name in TABLES) and "得到一张表：每份文献的词频" in text
    assert main(["figures", str(folder / "无"), "--out", str(folder / "o")]) == 1
    assert "这个文件或文件夹" in capsys.readouterr().err
    (folder / "空.txt").write_bytes(b"")
    assert main(["terms", str(folder), "-o", str(folder / "表.csv")]) == 0
    said = capsys.readouterr()
    assert "读入：" in said.err and "空文件" in said.err and "结果已写入" in said.out


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_word_of_the_command_line_is_there_in_both_languages(lang):
    said = parser(lang).format_help()
    assert bool(re.search("[一-鿿]", said)) == (lang == "zh")


def test_argparse_speaks_chinese_too_and_english_again_afterwards(folder, monkeypatch, capsys):
    """What argparse says of this command line is translated: no run of two English words is left."""
    monkeypatch.setenv("LANGUAGE", "zh")
    for words in (
        ["figures", "--help"],
        ["figures", "x"],
        ["nosuch"],
        ["doctor", "x", "--y"],
        ["figures", "--out"],
    ):
        with pytest.raises(SystemExit):
            main(words)
        said = "".join(capsys.readouterr())
        assert "用法：" in said
        assert not re.search("[a-z]{3,} [a-z]{3,}", re.sub("govnlp (figures|doctor)", "", said))
    monkeypatch.setenv("LANGUAGE", "en")
    with pytest.raises(SystemExit):
        main(["--help"])
    assert "show this help message and exit" in capsys.readouterr().out


def test_results_do_not_go_into_a_file(folder, capsys):
    for out in (folder / "a.txt", folder / "a.txt" / "below"):
        assert main(["figures", str(folder), "--out", str(out)]) == 1
        assert main(["compare", str(folder), str(folder), "--out", str(out)]) == 1
        assert capsys.readouterr().err.count("a.txt is a file; give a folder for the results") == 2


def test_a_text_in_another_language_is_named(folder, capsys):
    (folder / "b.txt").write_text(
        "The report of the district was read out in the hall of the people, 青槐区.\n" * 5
    )
    assert main(["terms", str(folder), "-o", str(folder / "out.csv")]) == 0
    said = capsys.readouterr().err
    assert "b.txt: 5% of its letters are Chinese" in said and "a.txt" not in said


def test_counts_go_into_a_folder_or_a_zip(folder, tmp_path, capsys):
    assert main(["counts", str(folder / "a.txt"), "-o", str(tmp_path / "c.txt")]) == 1
    assert "c.txt: counts are written to a folder or a .zip" in capsys.readouterr().err
    assert not (tmp_path / "c.txt").exists()
    for name in ("c", "c.zip"):
        assert main(["counts", str(folder / "a.txt"), "-o", str(tmp_path / name)]) == 0
    assert (tmp_path / "c").is_dir() and (tmp_path / "c.zip").is_file()


def test_what_the_system_refuses_is_named_with_a_remedy(folder, tmp_path, capsys):
    (tmp_path / "t.csv").mkdir()
    assert main(["terms", str(folder / "a.txt"), "-o", str(tmp_path / "t.csv")]) == 1
    told = capsys.readouterr().err
    assert "t.csv: " in told and "; check the name and the permission, or write elsewhere" in told
