"""Captions: short lines beside a picture, known by their form, their credit, or the gap that it left."""

import re
from itertools import pairwise
from statistics import median

from govnlp.documents.corpus import CONTENT
from govnlp.documents.parsing.furniture import SCENE, VIEW
from govnlp.documents.parsing.texts import LONG

CREDIT_ALONE = re.compile(r"[(]?[一-鿿·]{0,16}(?:记者|通讯员)?\s?[一-鿿·\s]{2,16}摄[)]?$")
BRIEF = re.compile(r"。(?:[(][一-鿿]{2,4}(?:[\s、][一-鿿]{2,4}){0,3}[)])?$")  # 渠清了。（林禾）
PICTURES = re.compile("[【\\[]?(?:图片(?:新闻|报道|故事)|图[说闻]新闻|图说|影像)[】\\]]?")
LISTED = "▲△▼"  # one stands before a caption, several before items of a list
WITHIN = re.compile(r"\((?!见)([^()。]{3,20})\)")  # （望溪县城全景）
DATED = re.compile(r"\d{1,2}月\d{1,2}日(?:[^,。]{0,22}拍摄|摄)")
OF_DAY = re.compile(r"\d{1,2}月\d{1,2}日,[^。\d]{4,50}。")
# 县长周渠作政府工作报告: what someone does at a session
AT_SESSION = re.compile(
    r"(?!.*[,。;:!?])[^-—–].*(?:宣布(?:大会|会议)?[开闭]幕|[作做](?:《?政府)?工作报告》?|主席台[一-鿿]{0,4}就座|主持(?:大会|会议|[开闭]幕式|[开闭]幕会)"
    r"|(?:举手|投票)(?:表决|选举)|(?:进入|步入)会场|奏唱?国歌)"
)
SESSION = re.compile(r"[^,。;:!?]{4,40}(?:会议?|大会)[^,。;:!?]{0,16}(?:开幕|闭幕|召开|举行)")
BRACKETED = re.compile(r"【[^】]{2,8}】$")


def set_captions(lines):
    """Short lines that describe a picture: by their form, their credit, or the gap that the picture left above them."""
    listed = [x for x in lines if x.kind == "caption" and x.text[0] in LISTED and BRIEF.search(x.folded)]
    for line in [x for pair in pairwise(listed) if pair[0].number + 1 == pair[1].number for x in pair]:
        line.become("paragraph", "it is one of several items with the same mark")
    for above, line, after in zip([None, *lines], lines, lines[1:], strict=False):
        credited = after.kind == "caption" and CREDIT_ALONE.match(after.folded)
        pictured = credited and above is not None and PICTURES.fullmatch(above.folded)
        if credited and (line.kind == "head" or (pictured and line.kind == "paragraph")):
            line.become("caption", "the credit of a picture stands below it")
        elif line.kind == "head" and BRACKETED.match(line.text) and after.kind in CONTENT:
            line.become("heading", "it is a short label in brackets above a text")
    for line, below in pairwise(lines):
        if line.kind == "head" and below.kind == "caption" and PICTURES.fullmatch(line.folded):
            line.become("boilerplate", "it is the label of a picture")
    titles = [x.folded for x in lines if x.kind == "title"]
    for line in lines:
        if line.kind in ("head", "paragraph") and _repeats(line.folded, titles):
            line.become("caption", "it repeats the title in brackets")
        inside = line.text[0] in "(（" and line.kind in ("head", "paragraph")
        found = WITHIN.fullmatch(line.folded) if inside else None
        if found and (VIEW.search(found[1]) or SCENE.search(found[1])):
            line.become("caption", "its words name the view of a picture")
    _set_scenes(lines)
    usual = median(x.gap for x in lines[1:]) if len(lines) > 1 else 0
    for before, line, after in zip(lines, lines[1:], [*lines[2:], None], strict=False):
        beside_text = after is not None and after.kind in ("paragraph", "answer")
        if line.kind == "head" and before.kind in ("paragraph", "dateline") and VIEW.search(line.text):
            line.become("caption", "its words name the view of a picture")
        if (
            line.kind != "head"
            or before.kind not in ("head", "paragraph", "answer", "caption")
            or not beside_text
        ):
            continue
        gap = before.kind == "head" and line.gap >= (usual + 2 if usual else 1)
        if gap or (SCENE.search(line.text) and line.text[-1] not in "?:？：" and len(line.text) >= 8):
            line.become(
                "caption", "it stands apart beside a text, or tells a scene, as words below a picture do"
            )


def _repeats(folded, titles):
    """Whether a line is a title in brackets, as below its picture."""
    inner = folded[1:-1].rstrip("。") if folded[0] == "(" and folded[-1] == ")" else ""
    return len(inner) >= LONG and any(x.startswith(inner) for x in titles)


def set_session(lines):
    """Lines above the headline of a session, each of which says what someone did at it, are captions; in place.

    >>> from govnlp.documents.parsing.lines import Line
    >>> texts = ["区长周渠作政府工作报告", "望溪区人民代表大会会议开幕", "3月2日，会议开幕。"]
    >>> lines = [Line(n, x, kind) for n, (x, kind) in enumerate(zip(texts, ("head", "head", "paragraph")))]
    >>> set_session(lines)
    >>> [x.kind for x in lines]
    ['caption', 'head', 'paragraph']
    """
    first = next((i for i, x in enumerate(lines) if x.kind in CONTENT), 0)
    held = max((i for i in range(first) if SESSION.fullmatch(lines[i].folded)), default=0)
    above = [x for x in lines[:held] if x.kind == "head"]
    if all(AT_SESSION.fullmatch(x.folded) for x in above):
        for line in above:
            line.become("caption", "it tells what someone did at the session that the headline below names")


def _set_scenes(lines):
    """Short sentences on what was seen on a day, between a caption that names its day and another, are captions."""
    dated = [x.kind == "caption" and DATED.search(x.folded) is not None for x in lines]
    for first, last in pairwise([i for i, x in enumerate(dated) if x]):
        between = lines[first + 1 : last]
        if between and all(x.kind == "paragraph" and OF_DAY.fullmatch(x.folded) for x in between):
            for line in between:
                line.become("caption", "it tells a scene, between captions that name their day")
