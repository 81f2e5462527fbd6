"""Structure inside a line: turns of an interview and paragraphs that a page has set in one line."""

import re
from collections import Counter
from itertools import pairwise

from govnlp.documents.parsing.furniture import FILE
from govnlp.documents.parsing.policy import KINDS
from govnlp.documents.parsing.speakers import ANSWERS, ASKS, COUNTED, NAME, POST, plain_label
from govnlp.text import BLANK, HAN, fold

LONG = 120  # characters: in shorter lines a run of blanks parts names, dates or the pieces of a headline
PIECE = 45  # characters of what may be a headline, a heading or a name among the pieces of a long line
RUNS = 4  # runs of blanks in a line, one at least behind a sentence, part its paragraphs
RUN = re.compile(f"[{BLANK}][{BLANK}]+")
ENDS = frozenset("。！？!?：:；;…”）)")
LABEL = rf"[{HAN}·A-Za-z]{{1,12}}+(?:[ \u3000]{{1,2}}[{HAN}]|\d{{1,2}})?(?:[(（][^()（）]{{1,24}}[)）])?(?=\s?[:：])"
BRACKETED = r"[\[【][^\[\]【】\d]{1,24}[\]】]"  # [区长 林溪]：清了。
CANDIDATE = re.compile(
    rf"(?:^|(?<=[。？！?!…”）)\s\]]))[\s]*(?P<label>{LABEL}|{COUNTED}|{BRACKETED}(?=\s?[:：]|\s?[^\s\W]))"
)
POSTED = re.compile(  # before the name in a label
    rf"\s*[^。！？!?…:：]{{0,24}}(?:{POST}|主持人?|记者|网[友民])\s{{1,2}}"
)
ENDED = ("]:", "]：", "】:", "】：")
CLOCK = r"\d{1,2}[:：]\d\d(?:[:：]\d\d)?"
TIME = re.compile(  # of a turn, in brackets at either end of it, or bare at the beginning of a line
    rf"(?:^|(?<=[。？！?!…”）)\]:：\s]))\s*[\[【]{CLOCK}[\]】]|^\s*{CLOCK}(?=\s+[^\d\s])|[（(]{CLOCK}[）)]$"
    rf"|(?<=[。？！?!])\s*(?:19|20)\d\d-\d{{1,2}}-\d{{1,2}}\s{CLOCK}(?:$|(?={LABEL}))"
)
STAMPED = re.compile(  # a turn with its time behind it or before it
    rf"\s*(?:{LABEL}|{BRACKETED}(?=\s?[:：])).*(?:{CLOCK}[\]】）)]|\d-\d{{1,2}}\s{CLOCK})$"
    rf"|[\[【]{CLOCK}[\]】]\s*{LABEL}.*"
)
NEAR = 60  # lines in which the name of a file stands again
HEAD = 200  # characters in which a report addresses the deputies
ADDRESS = re.compile("各位代表[，,：:！!]")
GLUED = re.compile(  # the title and the address without a line's end between them
    r"(?:\d{1,2}、)?(?P<title>[^。，：；！]{4,60}(?:讲话|报告|致辞|发言))"
    r"(?P<address>(?:(?:尊敬的)?各位[代委领来][^。；：:！]{1,16}|同志们|主任、)[^。；：:！]{0,20}[：:！!])"
)
IN_HEAD = re.compile(r"报告(?=[(（—一二\d])|会议?上[)）]?")
NUMBERED = re.compile(
    r"(?<=[。！？；：:”])(?:[一二三四五六七八九十]{1,2}、|[（(][一二三四五六七八九十]{1,2}[）)])"
)
HEADING = re.compile(
    r"(?<=[。！？；：:”])[一二三四五六七八九十]{1,2}、[^，。；：！,;:]{0,20}?(?:回顾|总结|任务|安排|打算|目标|重点工作)(?![，。；：！,;:的和与及、])"
)
SESSIONED = re.compile(  # the title and the session without a line's end between them
    r"[^。，：；]{0,30}报告(?:[(（][^()（）]{1,8}[)）])?\s?(?=[-—–―─]{1,3}\s?[一二12][\d〇○零一二三四五六七八九十]{3}年[^。]{8,60}会议?上)"
)
DATED = re.compile(  # the title, the date and the source in one line
    rf"[^。]{{9,60}}?[^。\s:：](?=[{BLANK}]+(?:[一-鿿]{{2,4}}[:：]\s?)?(?:19|20)\d\d[-./年]\d{{1,2}}[-./月]\d{{1,2}}日?"
    rf"(?:[{BLANK}]{CLOCK})?[{BLANK}]+(?:来源|作者)[:：])"
)
COLUMN = re.compile(  # of a site, before the title of a document
    rf"[{HAN}]{{2,6}}\s?[|｜丨]\s?(?=[^。|｜丨]{{4,40}}(?:关于|印发)[^。]{{4,60}}(?:{KINDS})$)"
)
WIRED = re.compile(
    r"\s*(?:新华|中新)社[^，。:：]{2,16}电\s*题\s?[:：](?=[^。]{4,60}$)"
)  # what an agency puts before a title
ANONYMOUS = re.compile(  # 2021-03-04 来源：云岭晚报 作者：佚名渠水清了，…
    r"[^。]{0,40}来源\s?[:：][^。，]{2,20}作者\s?[:：]\s?(?:佚名|未知|不详)(?=[^\s。，]{2}[^。]{8})"
)
BEHIND_TITLE = re.compile(rf"[{BLANK}](?=(?:19|20)\d\d[-./年]|本[报刊网台]记者|来源[:：])")
TAG = r"</?[A-Za-z][^<>]{0,200}>"
EDIT = r"(?:[\[【]编辑(?:本段)?[\]】]|(?<=..)(?:编辑\s?播报|播报\s?编辑))"
MARKUP = re.compile(rf"(?:[#\s]|{TAG}|{EDIT})+")  # of Markdown, a page, an encyclopedia
EDITED = re.compile(r"本帖最后由.{1,40}?编辑\s+")  # in the first line of a forum's page
MARKED = re.compile(rf"\s*(?:#{{1,6}}(?=\s)|{TAG})?(?P<text>[^<>]*?)(?:{TAG}|{EDIT})?\s*")
STAMPS_END = frozenset("]】）)0123456789")
MARKS_END = ">]】辑报"  # the last character of a tag and of an `EDIT`
HINT = re.compile(r"[:：\]】QA问答](?:(?<=[:：\]】])|\d)")  # in every line that holds one


def speakers_within(texts):
    """Labels that open turns inside the lines of an interview; none elsewhere.

    A label counts where a sentence ends before it, where it asks (记者, 问 ...) and its turn holds a question, and
    where it answers; a name counts that is spoken under twice or more, once at least right behind a question.
    """
    if not any("？" in text or "?" in text for text in texts):
        return frozenset()
    found = [(label, turn) for text in texts for label, turn in _turns(text)]
    labels = [label for label, _ in found]
    asked = Counter(label for label, turn in found if "？" in turn or "?" in turn)
    asking = {x for x in asked if ASKS.match(x)} or {x for x, n in asked.items() if n == labels.count(x) > 1}
    if not asking:
        return frozenset()
    behind = {b for a, b in pairwise(labels) if a in asking and b not in asking}
    answering = {x for x in behind if ANSWERS.match(x)}
    named = {x for x in behind - answering if NAME.match(x) and labels.count(x) > 1}
    if not answering and not named and max(map(labels.count, asking)) < 2:
        return frozenset()
    return frozenset(asking | answering | named)


def pieces_of(text, speakers, whole=False):
    """Spans (start, end) of the pieces of a line, or of a whole report, without the blanks around them.

    >>> text = "记者：清了吗？周渠：清了。"
    >>> [text[start:end] for start, end in pieces_of(text, {"记者", "周渠"})]
    ['记者：清了吗？', '周渠：清了。']
    """
    cuts = _before_labels(text, speakers) if speakers else []
    if speakers or _is_stamped(text):
        cuts += _around_times(text)
    if cuts and cuts[0]:
        cuts += [x.end() for x in BEHIND_TITLE.finditer(text, 0, cuts[0])]
    if len(text) > LONG:
        cuts += _behind_blanks(text) or (_of_report(text) if whole and not cuts else [])
    head = text[:HEAD]
    if not cuts and ("各位" in head or "同志们" in head) and (glued := GLUED.match(text)):
        cuts += [*glued.span("title"), glued.end(), *_numbered(text)]
    if len(text) <= LONG and text[-1] not in ENDS and (column := COLUMN.match(text)):
        cuts.append(column.end())
    if "来源" in text and (titled := DATED.match(text)):
        cuts.append(titled.end())
    if "作者" in head and (credited := ANONYMOUS.match(text)):
        cuts.append(credited.end())
    if not cuts and "报告" in head and (titled := SESSIONED.match(text)):
        cuts.append(titled.end())
    if "电" in head and (wired := WIRED.match(text)):
        cuts.append(wired.end())
    if "本帖" in text:
        cuts += [x.end() for x in EDITED.finditer(text)]
    inner = text.strip()
    if inner and (inner[0] in "<#" or inner[-1] in MARKS_END) and (marked := MARKED.fullmatch(text)):
        cuts += marked.span("text")
    if not cuts:
        start = len(text) - len(text.lstrip())
        return [(start, start + len(inner))] if inner else []
    out = []
    for start, end in pairwise([0, *sorted(set(cuts)), len(text)]):
        piece = text[start:end]
        inner = piece.strip()
        if inner:
            start += piece.index(inner)
            out.append((start, start + len(inner)))
    return out


def _turns(text):
    """(label, what stands below it up to the next label) of a line."""
    if not HINT.search(text):
        return []
    found = list(CANDIDATE.finditer(text))
    ends = [x.start() for x in found[1:]] + [len(text)]
    return [(_name(x), text[x.end() : end]) for x, end in zip(found, ends, strict=False)]


def _before_labels(text, speakers):
    """Places where a turn of one of the speakers begins."""
    if not HINT.search(text):
        return []
    found = (x for x in CANDIDATE.finditer(text) if not POSTED.fullmatch(text, 0, x.start("label")))
    return [
        x.start("label") for x in found if _name(x) in speakers or text[x.end() - 1 : x.end() + 1] in ENDED
    ]


def _name(found):
    """Who speaks by the label that was found, without its brackets."""
    return plain_label(fold(found["label"].strip("[]【】")))


def _around_times(text):
    """Ends of the times that a transcript gives its turns."""
    return [at for x in TIME.finditer(text) for at in x.span()] if ":" in text or "：" in text else []


def _is_stamped(text):
    """Whether a line is a turn, or several, with the time behind it or before it."""
    edges = text[-1] in STAMPS_END or text[0] in "[【"
    return edges and STAMPED.fullmatch(text) is not None


def _of_report(text):
    """Ends of title, session, address, headings and numbered paragraphs of a report without blanks between them."""
    address = ADDRESS.search(text, 0, HEAD)
    if not address or "。" in text[: address.start()]:
        return []
    numbered = _numbered(text)
    if len(numbered) < 2:
        return []
    head = [x.end() for x in IN_HEAD.finditer(text, 0, address.end())]
    return [*head, *(x.start() for x in ADDRESS.finditer(text)), address.end(), *numbered]


def _numbered(text):
    """Beginnings of the numbered paragraphs of a report and ends of its headings."""
    return [x.start() for x in NUMBERED.finditer(text)] + [x.end() for x in HEADING.finditer(text)]


def of_file(texts):
    """Line and end of the name of a file that stands again near it: the title of the document, on sites of documents.

    >>> of_file(["清渠报告.docx", "清渠报告.docx_第1页"]), of_file(["附件：清渠表.xlsx"])
    ((0, 4), None)
    """
    head = [x.strip() for x in texts[:NEAR]]
    for i, text in enumerate(head):
        found = FILE.search(text)
        if found and found.start() and any(text[: found.start()] in x for x in head[i + 1 :]):
            return i, texts[i].index(text) + found.start()
    return None


def _behind_blanks(text):
    """Ends of the runs of blanks that part paragraphs: behind a sentence, or around a heading among such runs."""
    if len(text.split(None, 1)) < 2:  # sought much faster than a run of blanks
        return []
    runs = list(RUN.finditer(text))
    ended = [x for x in runs if x.start() and text[x.start() - 1] in ENDS]
    if len(ended) < 2 and not (ended and len(runs) >= RUNS):
        return [x.end() for x in ended]
    cuts = [0]
    for run in runs:
        piece = text[cuts[-1] : run.start()].strip()
        if piece and (piece[-1] in ENDS or (len(piece) <= PIECE and "，" not in piece)):
            cuts.append(run.end())
    return cuts[1:]
