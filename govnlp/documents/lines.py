"""Lines of a document: what each one is when it is looked at by itself."""

import re
from dataclasses import dataclass

FOLD = str.maketrans("，：；（）？！｜　\u00a0", ",:;()?!|  ")
SHORT, HEADLINE = 120, 45
NUMERAL = "[一二三四五六七八九十百千零〇]{1,8}"
HAN = re.compile("[一-鿿]")
MARKERS = {
    "book": re.compile(rf"第{NUMERAL}(?:编|篇|部分)(?![一-鿿])"),
    "chapter": re.compile(rf"第{NUMERAL}章"),
    "section": re.compile(rf"第{NUMERAL}节"),
    "ordinal": re.compile(rf"{NUMERAL}、"),
    "bracket": re.compile(rf"\({NUMERAL}\)"),
    "number": re.compile(r"\d{1,2}[.、．](?!\d)"),
    "small": re.compile(r"\(\d{1,2}\)"),
}
FIRST_OF_MARKER = frozenset("第(" + "一二三四五六七八九十0123456789")
PAGE = re.compile(
    r"(?:[A-Z]{1,2}\d{1,3}|\d{1,3}|-\s?\d{1,3}\s?-|[A-Z]?\d{1,3}版|第[\d一二三四五六七八九十]{1,3}版)(?:[:：\s].{0,12})?"
)
FURNITURE = re.compile(
    r"打印本[页文]|关闭(?:窗口|本页)|返回(?:顶部|首页)|(?:分享|转发)[到至]|扫一扫|上一[篇条]|下一[篇条]|相关(?:链接|阅读|新闻|文章)"
    r"|(?:最热|最新|网友|精彩|查看|发表)评论|评论一下|没有评论|条评论|抢沙发|人参与|(?:当前|您的|所在)位置|版权所有|ICP备|网站地图|[【\[]打印[】\]]"
    r"|^(?:相关)?链接$|^(?:打印|关闭|收藏|分享|纠错|顶部|延伸阅读|推荐阅读|点击排行)[:\s]*$|^(?:附件下载|阅读原文|字号|字体)"
)
DATE = r"(?:19|20)\d\d\s?[-./年]\s?\d{1,2}\s?[-./月]\s?\d{1,2}\s?日?"
DATELINE = re.compile(
    rf"(?:稿件|信息|文章)?(?:来源|来自|发布(?:时间|日期|机构)?|发表(?:时间|日期)|更新时间|日期|时间|浏览(?:次数|量)?|点击(?:数|量|次数)?|访问量|阅读(?:量|次数)?)\s?:"
    rf"|\(?{DATE}(?:\s?星期[一二三四五六日天])?(?:\s+\d\d?:\d\d(?::\d\d)?)?\)?(?:\s+[^,。;]{{1,30}})?$"
)
EDITOR = re.compile(
    r"[(【\[]?(?:本[版期])?(?:责任编辑|责编|编辑|编审|审核|校对|值班编辑|值班主任|主编|美编|版式|监制|终审|初审|复审)(?:[:/\s]|[一-鿿]{2,3}[)】\]]?$)"
)
BYLINE = re.compile(
    r"[(【\[文图/□■◎]*\s*(?:本[报台网刊社版][一-鿿]{0,6}|[一-鿿·\-—]{0,14})?(?:记者|通讯员|特约撰稿|撰稿|撰文|作者|采写|统筹|策划|文字)"
    r"(?:[:\s/]|[一-鿿])[^,。;?!]{0,90}$|本版(?:撰文|文字|稿件)[^,。;]{0,40}$"
)
OFFICIAL = re.compile(r"(?:[一-鿿]{0,20})(?:[省市区县州旗盟]长|主席|主任|书记)\s+[一-鿿](?:\s*[一-鿿]){1,3}")
HINT = re.compile(
    "[评论打印返关分扫上下相链编责审校主美版监终初复记通特撰作采统策文摄图照来稿信发表更日时浏点访阅收纠顶推附字位网权备号▲△▼长书]|(?:19|20)\\d\\d"
)
SPEECH = re.compile(
    r"(?:记者|通讯员|作者)(?:了解|从|在|看到|获悉|日前|采访|发现|问|:.*[?])|记者站|答记者问|记者会"
)
CAPTION = re.compile(
    r"(?:[\s(]|[一-鿿])(?:摄|供图|摄影|资料图片?|制图|摄影报道)\s?[)）。]?$|^(?:图为|图[①-⑩\d]?[:：]|[▲△▼])"
)
SCENE = re.compile(
    r"(?:活动|会议|施工|工作|比赛|演出|培训|签约|启动)?(?:仪式)?现场$|工作人员.*$|正在.*$|(?:合影|一角|全景|俯瞰|效果图|外景|示意图)$"
)
CREDIT = re.compile(
    r"\(?(?P<outlet>[一-鿿·\-—]{2,16}?)(?:[讯电]|消息)\s?(?:[(:)]|(?:[(]?(?:全媒体?)?记者)|\d{1,2}月|(?:19|20)\d\d|\s)"
)
TERMINAL = frozenset("。!?;…！？；")
INNER = re.compile("[。；;]|[!?！？](?!”|$)")


@dataclass(slots=True)
class Line:
    """A non-blank source line: its number from 1, its text without outer blanks and what it became."""

    number: int
    text: str
    kind: str
    marker: str | None = None
    gap: int = 0
    indented: bool = False
    level: int | None = None
    speaker: str | None = None


def fold(text):
    """Half-width form of punctuation and blanks, character by character.

    >>> fold("记者：（甲）")
    '记者:(甲)'
    """
    return text.translate(FOLD)


def classify(source):
    """Non-blank lines of a source, each with the kind that it has by its own form or by its format.

    Parameters
    ----------
    source : Source

    Returns
    -------
    list of Line
        Kinds are those of blocks, and ``head`` for what may be a headline or a sub-heading.

    Examples
    --------
    >>> from govnlp.documents.source import Source
    >>> [x.kind for x in classify(Source("a", lines=["临溪区清渠纪实", "", "本报记者 林溪", "水清了。"]))]
    ['head', 'byline', 'paragraph']
    """
    out, gap, roles = [], 0, source.roles
    for i, raw in enumerate(source.lines):
        text = raw.strip()
        if not text:
            gap += 1
            continue
        kind, marker, level = form(text) if not (roles and roles[i]) else of_role(roles[i], text)
        out.append(Line(i + 1, text, kind, marker, gap, raw[0] in " \u3000\t\u00a0", level))
        gap = 0
    return out


def of_role(role, text):
    """Kind, marker and level of a line whose role the format states."""
    if role.startswith("heading"):
        folded = fold(text[:SHORT])
        return "heading", numbering(folded) if len(text) <= SHORT else None, int(role[7:])
    if role in ("title", "caption", "byline"):
        return role, None, None
    return ("boilerplate" if role == "furniture" else "paragraph"), None, None


def numbering(folded):
    """Name of the numbering with which a line opens, or None."""
    if folded[0] not in FIRST_OF_MARKER:
        return None
    return next((name for name, pattern in MARKERS.items() if pattern.match(folded)), None)


def form(text):
    """Kind, marker and level (always None) of a line by its own form."""
    if len(text) > SHORT:
        tail = fold(text[-30:])
        kind = "caption" if len(text) < 200 and CAPTION.search(tail) else "paragraph"
        return kind, numbering(fold(text[:8])), None
    folded = fold(text)
    kind = (PAGE.fullmatch(folded) and "page") or (by_words(folded) if HINT.search(folded) else None)
    if kind:
        return kind, None, None
    marker = numbering(folded)
    if marker and is_heading(folded, marker):
        return "heading", marker, None
    if not marker and is_head(folded):
        return "head", None, None
    return "paragraph", marker, None


def by_words(folded):
    """Kind of a line that a closed list of words shows, or None."""
    if len(folded) <= 80 and FURNITURE.search(folded):
        return "boilerplate"
    if CAPTION.search(folded):
        return "caption"
    if DATELINE.match(folded):
        return "dateline"
    if EDITOR.match(folded):
        return "editor"
    if OFFICIAL.fullmatch(folded) or (BYLINE.match(folded) and not SPEECH.search(folded)):
        return "byline"
    return None


def is_heading(folded, marker):
    """Whether a numbered line is a heading of its own: no sentence, not a clause of a list."""
    most = 60 if marker in ("ordinal", "bracket") else 40
    return len(folded) <= most and folded[-1] not in "。;,:、!" and not INNER.search(folded)


def is_head(folded):
    """Whether a line without numbering may be a headline or a sub-heading."""
    if len(folded) > HEADLINE or folded[-1] in "。;,、…)" or not HAN.search(folded):
        return False
    return folded.count(",") < 3 and not INNER.search(folded)
