from govnlp import parse_text
from govnlp.documents.parsing.run_in import run_in_headings


def heads(text):
    return run_in_headings(parse_text(text))["text"].tolist()


def test_numbered_dashed_and_parallel_sentences_are_run_in_headings():
    rest = "全年疏浚老渠三十里，沿线十一个村都通了水，居民满意。"
    assert heads(f"（一）渠更清。{rest}\n{rest}") == ["（一）渠更清。"]
    assert heads(f"——渠更清。{rest}") == ["——渠更清。"]
    assert heads(f"党建引领。{rest}\n群众参与。{rest}\n渠清了。{rest}") == ["党建引领。", "群众参与。"]


def test_a_single_short_sentence_is_none():
    assert heads("渠清了。全年疏浚老渠三十里，沿线十一个村都通了水。") == []
