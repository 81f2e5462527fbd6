"""The main content of a web page, told from its furniture."""

import re
from functools import lru_cache

from govnlp.documents.parsing.furniture import DATE
from govnlp.documents.parsing.policy import NUMBER
from govnlp.documents.reading.page_lines import LEGAL, PROSE
from govnlp.documents.reading.page_metadata import title_lines

FURNITURE = {"nav", "footer", "aside", "form", "button"}
CHROME = re.compile(
    r"(?:^|[\s_-])(?:foot(?:er)?|bottom|copyright|comments?|cmt|pinglun|relat\w*|relevant|recommend\w*|tuijian|hot|rank\w*|paihang|share\w*"
    r"|bdsharebuttonbox|nav\w*|menu|crumbs?|breadcrumb|weizhi|position|banner|toolbar|login|search|disclaimer|shengming"
    r"|qrcode|erweima|ads?|guanggao|side(?:bar)?|slider|carousel|pager?|pagination|tags?)(?:$|[\s_\d-])"
    r"|(?:comment|relate|recommend|sidebar|footer|copyright|hotnews|share)(?:s|d|Box|box|List|list|Area|area|Con|con|-|_|$)",
    re.I,
)
CONTENT = re.compile(
    r"TRS_|Custom_UnionStyle|UCAP-CONTENT|^o?zoom$|founder-content|rm_txt_con|js_content|artibody|detailContent|(?:article|news|page|detail|main|info)s?"
    r"[-_]?(?:content|con|text|txt|body|detail)|^(?:text|txt|content|article|zw|nr|wz)$",
    re.I,
)
SUBTITLE = re.compile(r"sub-?_?tit|yinti|futi|fubiaoti|paper(?:sub|pre)|kicker|vice|^pre$", re.I)
TYPOGRAPHY = ("p", "span", "font", "strong", "b", "em", "i", "u")
LISTS = (
    "ol",
    "ul",
    "li",
    "dl",
    "dd",
    "dt",
    "blockquote",
)  # parts of a text: what stands around them belongs to it
SHARE, NOISE, KNOWN = 0.5, 0.3, 1.1
PRINTED = 3  # paragraphs that are copied in a run: with all lines of it
RUN = 6  # lines of a run that is a copy with two paragraphs
REPEATED = 20  # characters from which on a paragraph that was there before is a copy of it
PAIRED, FIELD = ("dt", "dd"), 30  # tags of a list of labels and values, and characters of these
NEAR = 4  # lines below the title among which the number of the document stands
BODY = 20  # characters of a body without any punctuation, like a list of names
APART = re.compile(rf"{DATE}|{LEGAL.pattern}", re.I)


def roles_of(page, title=None):
    """Role of each line of a page: furniture, title, what its tag says, or None.

    The main content is the element with the best balance between holding all prose of the page (lines with
    sentence punctuation outside links, legal notes and parts that are named as furniture) and holding little
    else: the harmonic mean of both shares.

    Parameters
    ----------
    page : PageLines
    title : str, optional
        The line that repeats it is the title, wherever it stands.

    Returns
    -------
    list of str or None
    """
    lines = page.lines
    if not any(x["prose"] and not x["hidden"] for x in lines) and any(x["prose"] for x in lines):
        for line in lines:  # a script will show what is hidden now
            line["hidden"] = False
    names = _names_of(page)
    aside = _aside(page, names)
    main = _main(page, names, aside)
    inside = _inside(page.nodes, main)
    roles = [_role(x, inside, aside) for x in lines]
    _set_copies_aside(lines, roles)
    own = title_lines(lines, title)
    for i in own:
        roles[i] = "title"
    if own:
        at = own[-1]
        for i in (own[0] - 1, at + 1):
            if 0 <= i < len(lines) and SUBTITLE.search(names[lines[i]["node"]]) and lines[i]["size"] < 60:
                roles[i] = "title"
        for i in range(at + 1, min(at + NEAR, len(lines))):
            if NUMBER.fullmatch(lines[i]["plain"]):
                roles[i] = None  # it is the document's own, also where it stands outside the main content
    return roles


def has_body(page, roles):
    """Whether a page has text besides its title, date and furniture: a sentence, or a line as long as one."""
    return any(
        (x["prose"] and x["size"] >= 2 * BODY)
        or ((x["size"] >= BODY or PROSE.search(x["text"])) and not APART.search(x["text"]))
        for x, role in zip(page.lines, roles, strict=True)
        if role not in ("furniture", "title")
    )


def _names_of(page):
    """Identifiers and classes of each element that holds lines, as one text."""
    return [f"{x.get('id') or ''} {x.get('class') or ''}".strip() for x, _ in page.nodes]


def _sums(page, values):
    """Sum over the lines of each element, those of the elements within it included."""
    sums = [0] * len(page.nodes)
    for line, value in zip(page.lines, values, strict=True):
        sums[line["node"]] += value
    for i in range(len(sums) - 1, 0, -1):
        above = page.nodes[i][1]
        if above >= 0:
            sums[above] += sums[i]
    return sums


def _aside(page, names):
    """Whether each element is furniture by tag or name, or lies in one, unless half of the page's prose is in it."""
    prose = _sums(page, [len(x["text"]) * x["prose"] for x in page.lines])
    most = SHARE * (prose[0] if prose else 0)
    aside = []
    for i, (element, above) in enumerate(page.nodes):
        if above >= 0 and aside[above]:
            aside.append(True)
            continue
        chrome, tag = _named(names[i])[0], element.tag
        named = tag in FURNITURE or (chrome and tag not in ("body", "html"))
        aside.append(named and prose[i] <= most)
    return aside


@lru_cache(maxsize=1000)
def _named(name):
    """Whether an element's name is one of furniture, and one of the text; pages repeat a few."""
    return CHROME.search(name) is not None, CONTENT.search(name) is not None


def _main(page, names, aside):
    """Number of the element with the main content, or None where there is no prose."""
    lines = page.lines
    good = [x["size"] * (x["prose"] and not x["hidden"] and not aside[x["node"]]) for x in lines]
    noise = [
        0 if n else max(x["linked"], x["size"] if aside[x["node"]] else NOISE * x["size"])
        for x, n in zip(lines, good, strict=True)
    ]
    total = sum(good)
    if not total:
        return None
    best, most, prose, other = None, 0, _sums(page, good), _sums(page, noise)
    for i in reversed(range(len(prose))):  # the innermost of several that hold the same
        if prose[i]:
            share, pure = prose[i] / total, prose[i] / (prose[i] + other[i])
            score = 2 * share * pure / (share + pure) * (KNOWN if _named(names[i])[1] else 1)
            if score > most:
                best, most = i, score
    while (above := page.nodes[best][1]) >= 0:
        tag = page.nodes[best][0].tag
        if tag not in TYPOGRAPHY and (tag not in LISTS or page.nodes[above][0].tag in ("body", "html")):
            break
        best = above
    return best


def _inside(nodes, main):
    """Whether each element lies in the main content; all of them where there is none."""
    inside = []
    for i, (_, above) in enumerate(nodes):
        inside.append(main is None or i == main or (above >= 0 and inside[above]))
    return inside


def _role(line, inside, aside):
    if line["hidden"] or not inside[line["node"]] or aside[line["node"]]:
        return "furniture"
    if line["linked"] > 0.8 * line["size"] and not PROSE.search(line["text"]):
        return "furniture"
    if line["at"].tag in PAIRED and line["size"] <= FIELD and not PROSE.search(line["text"]):
        return "table"  # a label or its value in a box of facts
    return line["role"]


def _set_copies_aside(lines, roles):
    """Paragraphs that were there before are furniture, with the headings of such a copy for printing or telephones."""
    seen, begun, copies = {}, {}, {}
    for i, line in enumerate(lines):
        if line["prose"] and line["size"] >= REPEATED and roles[i] != "furniture":
            if line["plain"] in seen:
                copies[i] = seen[line["plain"]]
            elif (first := begun.get(line["plain"][:REPEATED])) is not None and _is_all(line, lines[first:i]):
                roles[i] = "furniture"  # several paragraphs in one
            seen.setdefault(line["plain"], i)
            begun.setdefault(line["plain"][:REPEATED], i)
    plain, whole = [x["plain"] for x in lines], set()
    for i, source in copies.items():
        span = () if i in whole else _copied(plain, i, source)
        if sum(x in copies for x in span) >= (PRINTED if len(span) < RUN else PRINTED - 1):
            whole.update(span)
    for i in whole.union(copies):
        roles[i] = "furniture"


def _is_all(line, lines):
    """Whether a line is all of several lines that follow each other, the first of which begins as it does."""
    rest = line["plain"]
    for x in lines:
        if not rest or not rest.startswith(x["plain"]):
            break
        rest = rest[x["size"] :]
    return not rest


def _copied(plain, i, source):
    """The unbroken run of lines around one that stand around its source in the same order."""
    first, last, back = i, i, i - source
    while first > back and plain[first - 1] == plain[first - 1 - back]:
        first -= 1
    while last + 1 < len(plain) and plain[last + 1] == plain[last + 1 - back]:
        last += 1
    return range(first, last + 1)
