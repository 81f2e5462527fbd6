from email.message import EmailMessage
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText

from govnlp import read_corpus

BODY = "今年以来，望溪县把疏浚老渠列为民生实事，全县疏浚老渠三十里，沿线居民都用上了干净的水。"


def test_a_page_saved_in_one_file(tmp_path):
    page = MIMEMultipart("related")
    html = f"<html><head><title>疏浚老渠</title></head><body><h1>疏浚老渠</h1><p>{BODY}</p></body></html>"
    page.attach(MIMEText(html, "html", "gb2312"))
    side = MIMEText("<html><body>页眉</body></html>", "html", "utf-8")
    side["Content-Location"] = "file:///C:/a.files/header.htm"
    page.attach(side)
    (tmp_path / "a.mht").write_bytes(page.as_bytes())
    corpus = read_corpus(tmp_path)
    assert corpus.documents["title"].tolist() == ["疏浚老渠"]
    assert corpus.units("paragraph")["text"].tolist() == [BODY]


def test_a_letter_and_its_attachments(tmp_path):
    letter = EmailMessage()
    letter["Subject"], letter["From"] = "疏浚老渠三十里", "周雨 <a@example.org>"
    letter["Date"] = "Thu, 04 Mar 2021 10:00:00 +0800"
    letter.set_content(BODY)
    letter.add_attachment("修了三座桥，通了两条路。".encode("gbk"), "text", "plain", filename="桥.txt")
    (tmp_path / "a.eml").write_bytes(letter.as_bytes())
    corpus = read_corpus(tmp_path)
    documents = corpus.documents.set_index("doc_id")
    assert (
        documents.loc["a", "title"] == "疏浚老渠三十里"
        and str(documents.loc["a", "published"])[:10] == "2021-03-04"
    )
    assert corpus.units("paragraph")["text"].tolist() == [BODY, "修了三座桥，通了两条路。"]
    assert documents.loc["桥", "path"].endswith("a.eml!桥.txt")
    assert corpus.blocks["kind"][corpus.blocks["text"].str.startswith("发件人")].tolist() == ["boilerplate"]


def test_what_mail_programs_put_before_a_subject_is_no_title(tmp_path):
    letter = EmailMessage()
    letter["Subject"] = "转发：投稿：疏浚老渠三十里"
    letter.set_content(f"{BODY}\n发自我的手机")
    (tmp_path / "a.eml").write_bytes(letter.as_bytes())
    corpus = read_corpus(tmp_path)
    assert corpus.documents["title"].tolist() == ["疏浚老渠三十里"]
    assert corpus.units("paragraph")["text"].tolist() == [BODY]


def test_a_head_in_gbk_that_says_nothing_of_it(tmp_path):
    letter = (
        "From: a@x.cn\r\nSubject: 关于修渠的通知\r\nMIME-Version: 1.0\r\n"
        "Content-Type: multipart/mixed; boundary=b\r\n\r\n"
        "--b\r\nContent-Type: text/plain\r\n\r\n今年修渠三十里。\r\n"
        '--b\r\nContent-Type: text/plain\r\nContent-Disposition: attachment;\r\n filename="修渠方案.txt"\r\n\r\n'
        "方案共三章。\r\n--b--\r\n"
    )
    (tmp_path / "a.eml").write_bytes(letter.encode("gbk"))
    corpus = read_corpus(tmp_path)
    assert corpus.documents["title"].iloc[0] == "关于修渠的通知"
    assert corpus.documents["doc_id"].tolist() == ["a", "修渠方案"]
