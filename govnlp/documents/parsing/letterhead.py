"""The letterhead of an official document (GB/T 9704): all that stands above its number, where the title follows."""

import re

from govnlp.documents.parsing.formal import SERIAL
from govnlp.documents.parsing.lines import ABOVE_NUMBER, NUMERAL
from govnlp.documents.parsing.policy import KINDS
from govnlp.text import squeeze

LINES = 10  # of a letterhead at most: number of the copy, secrecy, urgency, up to six offices, the number
TITLE = 4  # lines below the number in which its title ends
OFFICE = 30  # characters of a line of a letterhead
NAMES = re.compile(r"[一-鿿·、\s]+$")  # of offices, one or more a line
PART = re.compile(rf"第{NUMERAL}篇\s?:")  # of a collection, named by the letterhead of its first document
CLASSES = re.compile(
    r"\d{6}|(?:绝密|机密|秘密|内部)(?:\s?★.{0,8}|资料|文件|明电)?|特急|加急|平急|特提|注意保存|[A-Z]"
    r"|(?:类别|签发人?|份号|密级|紧急程度)\s?:.{0,12}?"
)
NUMBERED = re.compile(rf"(?:[一-鿿]{{2,{OFFICE}}}\s+)?(?:{SERIAL.pattern})")
# A title says what it is about; the name of an office with the word for what it announces is none.
ANNOUNCES = "(?<!公告)(?<!通告)(?<!令)(?<!函)"
ABOUT = re.compile(rf"关于|印发|转发|对.+的答复$|(?<=[一-鿿]{{8}})(?:{KINDS}){ANNOUNCES}(?:\(.+\))?$")


def set_letterhead(lines):
    """Make the lines above the number of a document, and this, datelines where a title stands below them.

    Examples
    --------
    >>> from govnlp.documents.parsing.rules import classify
    >>> from govnlp.documents.reading.source import Source
    >>> text = ["特急", "青槐区教育局　青槐区财政局", "青教联发〔2021〕3号", "关于修缮校舍的通知", "各校："]
    >>> lines = classify(Source("a", lines=text))
    >>> set_letterhead(lines)
    >>> [x.kind for x in lines]
    ['dateline', 'dateline', 'dateline', 'head', 'head']
    """
    head = [x for x in lines[: 2 * LINES] if x.kind != "boilerplate"]
    at = next((i for i, x in enumerate(head[:LINES]) if _is_number(x.folded)), None)
    if at is None:
        return
    above, below = head[:at], head[at + 1 : at + 1 + TITLE]
    if not any(ABOUT.search(squeeze(x.folded)) for x in _until_sentence(below)):
        return
    if all(x.kind == "dateline" or _is_of_letterhead(x.folded) for x in above):
        for line in head[: at + 1]:
            line.become("dateline", "it is the letterhead, which ends with the number of the document")
            line.marker = ABOVE_NUMBER


def _is_number(folded):
    """Whether a line is the number of a document, with blanks in it or an office before it."""
    return bool(NUMBERED.fullmatch(folded) or SERIAL.fullmatch(squeeze(folded)))


def _until_sentence(lines):
    """The lines that stand before the first one that may be a sentence or an address."""
    for line in lines:
        if line.folded[-1] in "。:;" or len(line.text) > 2 * OFFICE:
            return
        yield line


def _is_of_letterhead(folded):
    """Whether a line names offices, or states the urgency, the secrecy, the class or who signed."""
    folded = PART.sub("", folded, count=1)
    if all(CLASSES.fullmatch(x) for x in re.split(r"\s{2,}|(?<=\d)\s", folded)):
        return True
    return len(squeeze(folded)) <= OFFICE and bool(NAMES.match(folded)) and not ABOUT.search(squeeze(folded))
