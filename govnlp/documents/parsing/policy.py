"""Policy documents: title, number (发文字号), issuer (发文机关), signing date (成文日期)."""

import re
from itertools import repeat

from govnlp.documents.parsing.card import labelled
from govnlp.text import HAN_YEAR, NUMERALS, find_dates, squeeze

HEAD, LONG, FRAME = 1500, 200_000, 40
OPEN, CLOSE = r"[〔\[【（(〖［﹝﹙〘〈<]", r"[〕\]】）)〗］﹞﹚〙〉>]"
YEAR = rf"(?:(?:19|20)\d\d|{HAN_YEAR})"
NUMBER = re.compile(
    rf"[一-鿿]{{1,16}}\n?{OPEN}\n?{YEAR}年?\n?{CLOSE}\n?第?\n?(?:\d{{1,5}}|[{NUMERALS}十百零〇]{{1,6}})\n?号"
)
NUMBER_BEFORE = re.compile(rf"(?:{NUMBER.pattern})$")
BRACKETED = re.compile(rf"{OPEN}\n?{YEAR}")  # in every number, and sought much faster than one
LONG_NAME = 17  # characters before the bracket of a number, its line end among them
BARE = re.compile(rf"{OPEN}(?:19|20)\d\d年?{CLOSE}第?\d{{1,5}}号")  # of minutes
AGENCY = 10  # characters of the abbreviation of an office; longer ones above a number are a title
ORDERED = 300  # characters in which an order says its number
ORDERS = re.compile("[一-鿿]+政府(?=令$)|国务院(?=令$)")  # 政府令 alone doesn't say whose
# 云岭市人民政府令第5号, 云岭市人民政府公告2021年第3号: on a line of its own
ORDER = re.compile(
    rf"(?:(?<=\n)|^)([一-鿿]{{2,20}}(?:(?<!办法|规定|条例|细则)\n)?(?:令|公告|通告))\n?{OPEN}?"
    rf"((?:{OPEN}[一-鿿]{{1,4}}届{CLOSE}\n?)?(?:{YEAR}年\n?)?第\n?(?:\d{{1,4}}|[{NUMERALS}十百零〇]{{1,5}})\n?号){CLOSE}?(?=\n|$)"
)
ORDER_BEHIND = re.compile(  # 云岭市人民政府第5号令
    r"(?:(?<=\n)|^)(?:([一-鿿]{2,20}(?:政府|[部委局厅会院署行]))\n?)?第\n?\d{1,4}\n?号令(?=\n|$)"
)
KINDS = (
    "通知|意见|决定|决议|命令|公报|公告|通告|通报|报告|请示|批复|函|纪要|办法|规定|条例|细则|方案|规划|计划"
    "|若干政策|要点|规则|措施|清单|指南|规范|标准|目录|制度|预案|章程|解释|复函|令"
)
KIND = re.compile(
    rf"(?:{KINDS})(?:[（(][^（）()〔﹝［\[\n]{{1,20}}[）)])?(?=\n|$|[（(]?(?!的)[一-鿿]{{1,16}}{OPEN}|各|[一-鿿]{{2,12}}[：:])"
)
ABOUT = re.compile("[^，。；！？：:]{0,80}?(?:关于|印发|转发)")  # the opening of a title
COLUMN = re.compile(r"^[^，。：！？《丨|｜]{2,10}[丨|｜](?=[^丨|｜]+$)")  # before the whole title
QUOTED = re.compile("《[^》]*》|“[^”]*”")
SENTENCE = re.compile("[，。；！？]|^(?:为了?|根据|按照|经|现将?)(?!关于)")  # what a title is not
ISSUED = re.compile(
    rf"(?:{KINDS})(?:[（(][^（）()]{{1,20}}[）)])?$"
)  # how the title of a policy document ends
NAMED = re.compile(r"《([^《》\n]{6,120})》(?=\n|$)")  # the title behind its number on one line
WITHIN = re.compile(r"《([^\n。]{4,120}?)》(?:已经|已于|已由|业经)")
BODY = "人民政府|办公[厅室]|委员会|管委会|党[组委]|领导小组|指挥部|总局|[厅局委部署院会]|银行|海关|中共中央"
LETTERHEAD = re.compile(rf"[一-鿿、]{{2,30}}(?:{BODY})\n?文\n?件(?=\n)")
# a date from its 年 on, which alone is sought fast; the year takes four characters either way
DAY = re.compile(
    rf"年(?:(?<=(?:19|20)\d\d年)\d{{1,2}}月\d{{1,2}}日|(?<={HAN_YEAR}年)[{NUMERALS}十]{{1,2}}月[{NUMERALS}十廿卅]{{1,3}}日)"
)
IN_YEAR = 4  # characters of a year
SIGNATORY = re.compile(rf"[一-鿿]{{2,30}}(?:{BODY})")
SIGNS_TOO = re.compile(  # beside an office: parts of one, companies, societies; schools stand in lists
    rf"(?!联系|责任|牵头|主管|监督|[主抄]送|附件)[一-鿿]{{2,30}}(?:{BODY}|[处所站队团社会]|中心|公司)(?<![学医]院)"
)
NOT_SIGNED = re.compile("印发|[一-鿿]*[，、]")
BEFORE_LOOSE, BEHIND_LOOSE = (
    re.compile(rf"(?:^|{BODY}|\n)$"),
    re.compile(r"(?=\n|$|[（(]|附件)(?!\n(?:星期|\d\d?:\d\d))"),
)
BY_TITLE = re.compile(rf"([一-鿿、（）]{{2,60}}?(?:{BODY}|[乡镇县市区省]))(?:关于|印发|转发|批转)")
ABOVE_TITLE = re.compile(rf"(?:^|\n)([一-鿿]{{2,30}}?(?:{BODY}))\n?(?:关于|印发|《)*$")
ABOVE = 60  # characters before a title in which the office that issues it stands
REACH = 150  # characters before a date in which the offices that sign stand
RELEASED = re.compile(
    r"(?:发布|公开|发文|更新)(?:日期|时间)[：:]?\n?((?:19|20)\d\d[-/.年]\d{1,2}[-/.月]\d{1,2})"
)
WIDE_DIGITS = dict(zip("０１２３４５６７８９", "0123456789", strict=True))
TWO_CHARACTERS = re.compile(r"\n([一-鿿])\n([一-鿿])(?=\n)")  # 通　　知 on a line of its own
APART = re.compile(  # a line end within a date or a number
    r"\n(?:(?<=[\d〇零一二三四五六七八九十]\n)(?=[年月日])|(?<=[年月]\n)(?=[\d〇零一二三四五六七八九十])"
    rf"|(?<={OPEN}\n)(?=\d))"
)
# events, which end like offices
NO_BODY = re.compile(
    "(?:发布|座谈|研讨|动员|推进|表彰|总结|部署|说明|吹风|报告|交流|展览|博览|运动|招聘|听证|见面)会$"
)


def policy_metadata(source):
    """What a policy document states of itself.

    Parameters
    ----------
    source : Source

    Returns
    -------
    dict
        title, doc_number, issuer, signed, published (ISO dates), topic_class; None where not said; named, the title
        in the card of the document.

    Notes
    -----
    What the format states (a page's table of metadata) comes first. In the text, the own number stands alone
    at the head, follows the title or precedes its repetition; numbers behind 《…》 are those of others.
    The issuer is what precedes 关于 in the title, else the signature before the first closing date.

    Examples
    --------
    >>> from govnlp.documents.reading.source import Source
    >>> lines = ["云岭市人民政府关于保护水源的通知", "云政发〔2021〕5号", "各区："]
    >>> lines += ["云岭市人民政府", "二〇二一年三月四日"]
    >>> found = policy_metadata(Source("a", lines=lines))
    >>> [found[x] for x in ("doc_number", "issuer", "signed")]
    ['云政发〔2021〕5号', '云岭市人民政府', '2021-03-04']
    """
    head = {} if source.format == "html" else labelled(source.lines[:FRAME])
    stated = {k: v for k, v in head.items() if k != "title"} | source.stated
    text = _flat(source, ("furniture",))
    title = squeeze(stated.get("title"))
    if not title:
        below = "letterhead" in source.roles
        title = _title((_flat(source, ("furniture", "letterhead")) if below else text)[:HEAD])
    if not title and len(head) > 1:  # a card of a document whose text has no title
        title = squeeze(head.get("title"))
    number = squeeze(stated.get("doc_number")).strip("【】[]?？")
    number = number or _number(text, title) or _repeated(source, title)
    title, (signatory, signed) = _own(title), _signature(text)
    released = RELEASED.search(text[:HEAD])
    if signatory and squeeze(stated.get("issuer")) in _clerks(signatory, squeeze(text[:HEAD])):
        published = {"published": stated.get("signed")}
        stated = published | stated | {"issuer": signatory, "signed": signed}
    if number and signatory is None:  # the date may stand beside the number
        signatory = _signatories(text[-REACH:])
    return {
        "title": title,
        "named": NUMBER.sub("", squeeze(head.get("title"))) or None,
        "doc_number": number,
        "issuer": squeeze(stated.get("issuer")) or _issuer(text, title, signatory),
        "signed": iso_date(stated.get("signed") or signed),
        "published": iso_date(stated.get("published") or (released and released[1])),
        "topic_class": squeeze(stated.get("topic_class")) or None,
    }


def _clerks(office, head):
    """Offices that may publish, on a later day, what this one signs and the title doesn't call theirs."""
    clerks = (f"{office}{x}" for x in ("办公室", "办公厅"))
    return [x for x in clerks if not re.search(f"{x}(?:关于|印发|转发)", head)]


def iso_date(text):
    """ISO form of a date in figures or Chinese numerals; None where it is none, or of another age (1021年3月4日).

    >>> iso_date("二〇二一年十二月二十五日"), iso_date("2021年3月4日"), iso_date("2021-13-40"), iso_date("1021-03-04")
    ('2021-12-25', '2021-03-04', None, None)
    """
    for form in (str(text or "").strip(), squeeze(str(text or ""))):
        day = next(iter(find_dates(form)), None)
        if day and day.start == 0 and day.day:
            return day.iso
    return None


def _flat(source, aside):
    """Text of the lines without some roles, blanks and line ends as one \\n, dates and numbers in one piece."""
    roles = source.roles or repeat(None)
    text = "\n".join(x for x, role in zip(source.lines, roles, strict=False) if role not in aside)
    if len(text) > LONG:  # of a book, the opening and the end
        text = text[: LONG // 2] + "\n" + text[-LONG // 2 :]
    text = "\n".join(text.split())
    for wide, digit in WIDE_DIGITS.items():  # which are rare, and found faster one by one
        text = text.replace(wide, digit)
    return APART.sub("", TWO_CHARACTERS.sub(r"\n\1\2", text))


def _title(head):
    """Title at the head of a text, or the one that an approval names (《…》已经…通过)."""
    start = 0
    for frame in (LETTERHEAD, NUMBER, ORDER, ORDER_BEHIND):
        found = frame.match(head, start)
        start = found.end() + (head[found.end() : found.end() + 1] == "\n") if found else start
    approved = WITHIN.match(head, start)
    if approved:
        return squeeze(approved[1]).translate(str.maketrans("〈〉", "《》"))
    named = NAMED.match(head, start)
    if start and named and ABOUT.match(named[1]):
        return squeeze(named[1])
    about = ABOUT.match(head, start)
    if not about:
        return None
    for end in KIND.finditer(head, about.end()):
        title = head[start : end.end()]
        if SENTENCE.search(QUOTED.sub("", title)) or len(title) > 200:
            return None
        if title.count("《") == title.count("》") and title.count("（") == title.count("）"):
            return squeeze(title).removeprefix("文件")
    return None


def _own(title):
    """A title without the name of what it issues, where a page has this above it, or the column in which it stands.

    >>> _own("清渠办法临溪区水务局关于印发《清渠办法》的通知"), _own("惠民丨临溪区水务局关于清渠的通知")
    ('临溪区水务局关于印发《清渠办法》的通知', '临溪区水务局关于清渠的通知')
    """
    title = COLUMN.sub("", title or "", count=1) or None
    issued = (x.strip("《》") for x in QUOTED.findall(title or ""))
    return next((title.removeprefix(x) for x in issued if title.startswith(x)), title)


def _number(text, title):
    """The document's own number: alone on its line in the head, or right behind the title."""
    head = text[:HEAD]
    order = ORDER.search(head[:ORDERED])
    if order:  # an order is numbered with its office, an announcement by its year
        return squeeze(order[1] * order[1].endswith("令") + order[2])
    if behind := ORDER_BEHIND.search(head[:ORDERED]):
        return squeeze(behind[0])
    bracket = BRACKETED.search(head)
    for found in NUMBER.finditer(head, max(0, bracket.start() - LONG_NAME)) if bracket else ():
        before, after = head[: found.start()], head[found.end() :]
        joined = squeeze(before + found[0])
        name, _, own = found[0].rpartition("\n")
        if len(name) > AGENCY and BARE.fullmatch(own):
            return own
        own = joined[len(title) :].lstrip("（(") if title and joined.startswith(title) else ""
        if NUMBER.fullmatch(own) or BARE.fullmatch(own):
            return own
        if before.endswith(("（", "(")) and re.match(r"[）)](?:\n|$)", after):
            before, after = before[:-1], after[1:]
        if (not before or before.endswith("\n")) and not re.match(r"[》）)，、。和及的文]", after):
            return squeeze(found[0])
    return None


def _repeated(source, title):
    """Number before a repetition of the title anywhere on the page, as in the name of an attached file."""
    if not title or source.format != "html":
        return None
    *before, _ = squeeze("".join(source.lines)).split(title)
    found = next((x for text in before if (x := NUMBER_BEFORE.search(text[-FRAME - AGENCY :]))), None)
    return found and re.sub("^[^一-鿿]+", "", found[0])


def _issuer(text, title, signatory):
    """Who issued a document: what precedes 关于 in its title, there or in the text, or the signature."""
    order = ORDER.search(text[:ORDERED])
    if order and (office := ORDERS.search(order[1])):
        return office[0]
    named = BY_TITLE.match(title or "")
    if named and not NO_BODY.search(named[1]):
        return named[1]
    head, rest = text[:HEAD], (title or "")[:12].removeprefix("关于").removeprefix("印发")
    at = head.find(rest) if rest else -1
    while at >= 0:
        if above := ABOVE_TITLE.search(head, max(0, at - ABOVE), at):
            return above[1]
        at = head.find(rest, at + 1)
    return signatory


def _signature(text):
    """The offices above the first date that some sign, and the date; else the first date that stands for itself."""
    loose = None
    for day in DAY.finditer(text):
        start = day.start() - IN_YEAR
        before = text[max(0, start - REACH) : start]
        offices = _signatories(before.rstrip("（("))
        if offices and not NOT_SIGNED.match(text, day.end()):
            return offices, text[start : day.end()]
        alone = loose is None and BEFORE_LOOSE.search(before) and BEHIND_LOOSE.match(text, day.end())
        loose = text[start : day.end()] if alone else loose
    return None, loose


def _signatories(text):
    """Offices with which a text ends, each on a line or set apart by a blank, the leading one first; or None."""
    offices = []
    for piece in reversed(text.removesuffix("\n").split("\n")):
        *sentence, office = piece.split("。")
        alone = SIGNS_TOO.fullmatch(office) and not NO_BODY.search(office)
        party = offices and office.startswith("中共") and offices[0].endswith("人民政府")
        if not alone or party:  # what a committee of the party signs with a government is the government's
            break
        offices.insert(0, office)
        if sentence:
            break
    return " ".join(offices) if any(map(SIGNATORY.fullmatch, offices)) else None
