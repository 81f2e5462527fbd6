"""The main content of a web page, told from its furniture."""

import re

from govnlp.text import squeeze

FURNITURE = {"nav", "footer", "aside", "form", "button"}
PROSE = re.compile(r"[，。；！？]")
ENDS = ("。", "！", "？", "”", "；")
LEGAL = re.compile("版权|转载|授权|ICP|备案|声明|举报|许可证|Copyright|主办单位|承办单位", re.I)
CHROME = re.compile(
    r"(?:^|[\s_-])(?:foot(?:er)?|bottom|copyright|comments?|cmt|pinglun|relat\w*|relevant|recommend\w*|tuijian|hot|rank\w*|paihang|share\w*"
    r"|bdsharebuttonbox|nav\w*|menu|crumbs?|breadcrumb|weizhi|position|banner|toolbar|login|search|disclaimer|shengming"
    r"|qrcode|erweima|ads?|guanggao|side(?:bar)?|pager?|pagination|tags?)(?:$|[\s_\d-])"
    r"|(?:comment|relate|recommend|sidebar|footer|copyright|hotnews|share)(?:s|d|Box|box|List|list|Area|area|Con|con|-|_|$)",
    re.I,
)
CONTENT = re.compile(
    r"TRS_|Custom_UnionStyle|UCAP-CONTENT|^o?zoom$|founder-content|rm_txt_con|js_content|artibody|detailContent|(?:article|news|page|detail|main|info)s?"
    r"[-_]?(?:content|con|text|txt|body|detail)|^(?:text|txt|content|article|zw|nr|wz)$",
    re.I,
)
HIDDEN = re.compile(r"display\s*:\s*none", re.I)
SUBTITLE = re.compile(r"sub-?_?tit|yinti|futi|fubiaoti|paper(?:sub|pre)|kicker|vice|^pre$", re.I)
TYPOGRAPHY = ("p", "span", "font", "strong", "b", "em", "i", "u")
SHARE, NOISE, KNOWN = 0.5, 0.3, 1.1
LONG, SHORT = 25, 10


def roles_of(lines, title=None):
    """Role of each line of a page: furniture, title, what its tag says, or None.

    The main content is the element with the best balance between holding all prose of the page (lines with
    sentence punctuation outside links, legal notes and parts that are named as furniture) and holding little
    else: the harmonic mean of both shares.

    Parameters
    ----------
    lines : list of dict
        text, at (element), linked (characters within links) and role (of its tag) of each line.
    title : str, optional
        The line that repeats it is the title, wherever it stands.

    Returns
    -------
    list of str or None
    """
    chrome = _chrome(lines)
    main = _main(lines, chrome)
    inside = set(main.iter()) if main is not None else None
    roles = [_role(x, inside, chrome) for x in lines]
    wanted = squeeze(title)
    at = next((i for i, x in enumerate(lines) if wanted and squeeze(x["text"]) == wanted), None)
    if at is not None:
        roles[at] = "title"
        for i in (at - 1, at + 1):
            if 0 <= i < len(lines) and SUBTITLE.search(_names(lines[i]["at"])) and len(lines[i]["text"]) < 60:
                roles[i] = "title"
    return roles


def is_prose(line):
    """Whether a line is running text: sentences, not links, no legal note."""
    text = line["text"]
    size = len(squeeze(text))
    if line["linked"] > size / 2 or not PROSE.search(text) or len(LEGAL.findall(text)) > 1:
        return False
    return size >= LONG or (size >= SHORT and text.endswith(ENDS))


def _names(element):
    return f"{element.get('id') or ''} {element.get('class') or ''}".strip()


def _chrome(lines):
    """Elements that are furniture by tag, name or style, unless half of the page's prose is in them."""
    prose, total, known = {}, 0, {}
    for line in lines:
        size = len(line["text"]) * is_prose(line)
        total += size
        for element in _ancestry(line["at"]):
            if element not in known:
                known[element] = element.tag in FURNITURE or _is_named(element)
            if known[element]:
                prose[element] = prose.get(element, 0) + size
    return {x for x, size in prose.items() if size <= SHARE * total or HIDDEN.search(x.get("style") or "")}


def _is_named(element):
    if element.tag in ("body", "html"):
        return False
    return bool(CHROME.search(_names(element)) or HIDDEN.search(element.get("style") or ""))


def _ancestry(element):
    """An element and what it lies in, at most 200 of them: broken pages nest without end."""
    for _ in range(200):
        if element is None:
            return
        yield element
        element = element.getparent()


def _main(lines, chrome):
    """Element with the main content, or None where there is no prose."""
    prose, other, total = {}, {}, 0
    for line in lines:
        above = list(_ancestry(line["at"]))
        size, aside = len(squeeze(line["text"])), not chrome.isdisjoint(above)
        good = is_prose(line) and not aside
        total += size * good
        noise = 0 if good else max(line["linked"], size if aside else NOISE * size)
        for element in above:
            prose[element] = prose.get(element, 0) + size * good
            other[element] = other.get(element, 0) + noise
    best, most = None, 0
    for element, size in prose.items():
        if not size:
            continue
        share, pure = size / total, size / (size + other[element])
        score = 2 * share * pure / (share + pure) * (KNOWN if CONTENT.search(_names(element)) else 1)
        if score > most:
            best, most = element, score
    if best is not None and best.tag in TYPOGRAPHY:
        best = next((x for x in _ancestry(best) if x.tag not in TYPOGRAPHY), best)
    return best


def _role(line, inside, chrome):
    element, size = line["at"], len(squeeze(line["text"]))
    if inside is not None and element not in inside:
        return "furniture"
    if line["linked"] > 0.8 * size and not PROSE.search(line["text"]):
        return "furniture"
    return "furniture" if any(x in chrome for x in _ancestry(element)) else line["role"]
