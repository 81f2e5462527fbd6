"""What a web page states of itself: table of metadata, meta tags, JSON-LD, headings, the line below the title."""

import json
import re
from functools import lru_cache
from itertools import pairwise

from govnlp.documents.parsing.card import labelled
from govnlp.documents.parsing.furniture import DATE, DAY, ISSUE, PAPER
from govnlp.documents.parsing.outlets import PAPER_AT, SOURCE
from govnlp.documents.parsing.policy import KINDS, iso_date
from govnlp.documents.reading.page_lines import TORN
from govnlp.text import squeeze

META = {
    "articletitle": "title",
    "og:title": "og",
    "pubdate": "published",
    "publishdate": "published",
    "publish_time": "published",
    "datepublished": "published",
    "article:published_time": "published",
    "og:release_date": "published",
    "weibo: article:create_at": "published",
    "contentsource": "outlet",
    "source": "outlet",
    "mediaid": "outlet",
}
TITLE_NAME = re.compile(r"tit(?:le)?\d?$|headline|biaoti|activity-name|^tit|h1", re.I)
SITE = re.compile(r"(?:政府|[网站]|日报|晚报|频道|门户|委员会|办公[厅室]|[局厅])$")
SEPARATOR = re.compile(r"\s*[_|｜]\s*|\s+[-–—]+\s+|(?<=[一-鿿）》”0-9])[-–—]+(?=[一-鿿])")
TITLED = re.compile(rf"({PAPER})(?:数字报|电子报)?(?:[\s_|—-]|$)")  # 云岭日报 临溪特刊
ABOUT = re.compile(f"关于.+(?:{KINDS})")
# 原创 林小青 砚北林业 2023-03-21 17:05 发表于砚北: the account of a messenger, or the paper of a reporter
POSTED = re.compile(
    rf"(?P<own>原创\s+)?(?:\S{{2,12}}\s+)?(?P<outlet>[一-鿿A-Za-z]{{3,14}})\s+{DATE}\s*(?:\d\d?:\d\d(?::\d\d)?)?\s*(?P<from>发表于|记者\s)?"
)
SPLIT_DATE = re.compile(r"((?:19|20)\d\d)\s*(\d\d)\s?/\s?(\d\d)(?=\s*\d\d:)")
LABELLED = re.compile(r"发布|时间|日期|来源|稿源")
ACCOUNT, MAY_BE_ACCOUNT = re.compile("js_name|profile_nickname"), ("a", "strong", "span")
HEADINGS = ("h1", "h2", "h3")
MAY_BE_TITLE = (*HEADINGS, "div", "p", "td", "span", "font", "strong")
NEAR, BEFORE, HEAD, MOST = 12, 10, 60, 160
FEWEST, LONGEST = 4, 60
LONGER = 8  # characters of a title that nothing in the page repeats


def stated_metadata(tree, lines):
    """Metadata of a page: title, published, outlet and what its table of metadata names.

    Parameters
    ----------
    tree : lxml.html.HtmlElement
    lines : list of dict
        text and at (element) of each line, in reading order.

    Returns
    -------
    dict
        Only what is stated; dates as the page writes them.
    """
    stated = labelled([x["text"] for x in lines])
    meta = {**_linked_data(tree), **_meta(tree)}
    stated = {**{k: v for k, v in meta.items() if k != "og"}, **stated}
    title = stated.get("title") or _title(tree, lines, meta.get("og"))
    if title:
        stated["title"] = " ".join(title.split())
    at = next((i for i in title_lines(lines, title)), None)
    around = _around(lines, at)
    if not iso_date(stated.get("published")):
        stated.pop("published", None)
        found = _date(around)
        if found:
            stated["published"] = found
    if "outlet" not in stated:
        found = next((y[1] for x in around if (y := SOURCE.search(x))), None)
        found = found or next((y[0] for x in around if ISSUE.match(x) and (y := PAPER_AT.match(x))), None)
        found = found or next((y["outlet"] for x in around if (y := _posted(x, tree))), None)
        found = found or _account(tree) or _paper_of(tree)
        if found:
            stated["outlet"] = found.strip("《》[]【】()（） ")
    return {k: v for k, v in stated.items() if v}


def _posted(text, tree):
    """What a line says of who posted a text and when, where more than its form shows that it is the outlet; or None."""
    found = POSTED.match(text.strip())
    named = found and squeeze(tree.findtext(".//title")).endswith(found["outlet"])
    return found if found and (found["own"] or found["from"] or named) else None


def title_lines(lines, title):
    """Numbers of the line, or of the two lines, that repeat the title; none where the page does not show it."""
    wanted, plain = squeeze(title), [x["plain"] for x in lines]
    one = (range(i, i + 1) for i, x in enumerate(plain) if x == wanted)
    two = (range(i, i + 2) for i, (a, b) in enumerate(pairwise(plain)) if a and b and a + b == wanted)
    return next(one, None) or next(two, range(0)) if wanted else range(0)


def _over_two_lines(lines):
    """Title (关于…的通知) that stands in two neighbouring lines of one kind, or None."""
    for a, b in pairwise(lines):
        alike = a["at"].tag == b["at"].tag and a["at"].get("class") == b["at"].get("class")
        if alike and not a["linked"] and not b["linked"] and a["at"] is not b["at"]:
            joined = squeeze(a["text"] + b["text"])
            if ABOUT.fullmatch(joined) and len(joined) <= MOST and "关于" not in b["text"]:
                return joined
    return None


def _meta(tree):
    stated = {}
    for meta in tree.iter("meta"):
        name = META.get(
            (meta.get("name") or meta.get("property") or meta.get("itemprop") or "").lower().strip()
        )
        content = re.sub(r"<[^>]*>", "", meta.get("content") or "").strip()
        if name == "outlet":
            content = SOURCE.sub(r"\1", content).strip("：:")
        if name and content:
            stated.setdefault(name, content)
    for time in tree.iter("time"):
        if time.get("datetime"):
            stated.setdefault("published", time.get("datetime"))
    return stated


def _linked_data(tree):
    """Headline, date and publisher of a JSON-LD description of an article."""
    for script in tree.iter("script"):
        if "ld+json" not in (script.get("type") or ""):
            continue
        try:
            data = json.loads(script.text or "", strict=False)
        except ValueError:
            continue
        nodes = data if isinstance(data, list) else [data]
        nodes = [*nodes, *(y for x in nodes if isinstance(x, dict) for y in x.get("@graph") or [])]
        for node in nodes:
            if isinstance(node, dict) and isinstance(node.get("headline"), str):
                publisher = node.get("publisher")
                name = publisher.get("name") if isinstance(publisher, dict) else None
                found = {"title": node["headline"], "published": node.get("datePublished"), "outlet": name}
                return {k: v for k, v in found.items() if isinstance(v, str) and v.strip()}
    return {}


def _title(tree, lines, og):
    """The heading that <title> or og:title repeats, else the piece of these that names no site.

    A heading behind the first running text is none of the page's: lists of links have headings, too.
    """
    texts = [x["plain"] for x in lines]
    body = next((i for i, x in enumerate(lines) if x["prose"]), len(lines))
    visible, behind = set(texts), set(texts[body:]) - set(texts[:body])
    shown, stated = squeeze(tree.findtext(".//title")), squeeze(og or "")
    if shown.startswith(stated + '"'):
        og = None  # the attribute ends at a quotation mark of the title itself
    whole = squeeze(og or "") or shown
    full = (og or tree.findtext(".//title") or "").strip()
    named = {}
    for element in tree.iter(*MAY_BE_TITLE):
        if element.tag in HEADINGS or _names_title(element.get("id"), element.get("class")):
            text = " ".join(TORN.sub("", "".join(element.itertext())).split())
            if squeeze(text) in behind:
                continue
            if (FEWEST if element.tag != "h1" else 2) <= len(text) <= 100:
                named.setdefault(text, 3 if element.tag == "h1" else 2)
    pieces = [x.strip() for x in SEPARATOR.split(full) if x.strip()]
    above, source = _above_source(lines)
    candidates = dict.fromkeys([*pieces, full], 0) | named | ({above: 3} if above else {})
    candidates |= {joined: 5} if (joined := _over_two_lines(lines[: min(body, HEAD)])) else {}

    def score(text):
        plain = squeeze(text)
        repeated = bool(whole) and plain in whole
        return (
            candidates[text]
            + 3 * repeated
            + (plain in visible)
            + whole.startswith(plain)
            - 4 * bool(SITE.search(text) or source.startswith(text)),
            len(text),
        )

    good = [
        x for x in candidates if (len(x) >= FEWEST or x in named) and (candidates[x] or squeeze(x) in visible)
    ]
    if good and score(best := max(good, key=score))[0] > 2:
        return best
    joined = "".join(texts)
    rest = [x for x in pieces if squeeze(x) in joined and len(x) > FEWEST and not SITE.search(x)]
    if rest:
        return max(rest, key=len)
    own = [x for x in pieces if not SITE.search(x)]
    return own[0] if len(own) == 1 and len(own[0]) > LONGER else above


@lru_cache(maxsize=1000)
def _names_title(*names):
    """Whether an identifier or one of the classes of an element says that it is a title; pages repeat a few."""
    return any(TITLE_NAME.search(x) for name in names for x in (name or "").split())


def _above_source(lines):
    """The short line right above the first one that names a source or a date of publication, or None; and that one."""
    for i, line in enumerate(lines[:HEAD]):
        dated = DAY.search(line["text"]) and LABELLED.search(line["text"])
        if len(line["text"]) <= MOST and (SOURCE.search(line["text"]) or dated):
            above = lines[i - 1] if i else {"text": "", "linked": 0}
            text = above["text"]
            plain = (
                not above["linked"] and FEWEST < len(text) <= LONGEST and not re.search("[：:。；>＞]", text)
            )
            return text if plain and not SITE.search(text) else None, line["text"]
    return None, ""


def _around(lines, at):
    """Texts of short lines between title and text, then of those above; of the whole head without a title."""
    if at is None:
        near = lines[:HEAD]
    else:
        after = lines[at + 1 : at + 1 + NEAR]
        text = next((i for i, x in enumerate(after) if x["prose"]), len(after))
        near = after[:text] + lines[max(0, at - BEFORE) : at][::-1]
    return [x["text"] for x in near if len(x["text"]) <= MOST and x["linked"] < 0.8 * len(x["text"])]


def _date(around):
    """First date that is labelled, else the first one at all."""
    dated = [(x, y[0]) for x in around if (y := DAY.search(x))]
    for text, date in dated:
        if LABELLED.search(text):
            return date
    if dated:
        return dated[0][1]
    split = SPLIT_DATE.search(" ".join(around)) or SPLIT_DATE.search(" ".join(around[::-1]))
    return "-".join(split.groups()) if split else None


def _paper_of(tree):
    """Name of the newspaper with which <title> begins."""
    found = TITLED.match((tree.findtext(".//title") or "").strip())
    return found and found[1]


def _account(tree):
    """Name of the account that published a messenger's article."""
    for element in tree.iter(*MAY_BE_ACCOUNT):  # which is faster than a path
        own, kinds = element.get("id"), element.get("class")
        if (own and ACCOUNT.fullmatch(own)) or (kinds and ACCOUNT.search(kinds)):
            text = "".join(element.itertext()).strip()
            if 2 <= len(text) <= 30:
                return text
    return None
