"""The frame of official documents: letterhead, number, session, signature, distribution. No content."""

import re
from itertools import pairwise

from govnlp.documents.entities.personal_names import is_name
from govnlp.documents.parsing.card import is_field
from govnlp.documents.parsing.furniture import ANY_DATE, DAY_ALONE, HOLDER, SALUTATION
from govnlp.documents.parsing.lines import ABOVE_NUMBER, Line
from govnlp.documents.parsing.policy import BODY, CLOSE, NUMBER, OPEN, YEAR
from govnlp.documents.parsing.rules import Rule, is_head
from govnlp.documents.parsing.transcripts import POST_ALONE
from govnlp.text import NUMERALS, squeeze

HEAD = 12  # lines, furniture not counted, in which a document says what it is
LONGEST = 80  # characters of a line of the frame
WRITERS = range(2, 6)  # people who write one text
DASHED = "(—–-―"  # what a line on the session opens with, if not with a date below the first line of all
UNKNOWN = {"head", "title", "paragraph"}  # kinds of lines that the frame may take
OPENING, HINT = "附此(（12", re.compile("[号期日印:：]")  # one is in every line of the frame behind the head
AT_HEAD = "it is the letterhead"
HELD = "it is the session at which the text was given or passed"
SIGNED = "it is an office above a date: the signature"
MEETING = r"(?:会议|大会)文件(?:\s?[(][一-鿿\d]{1,3}[)])?$"
LETTERHEAD = re.compile(rf"[一-鿿、]{{2,30}}(?:(?:{BODY})(?:文\s?件|令)$|{MEETING})")
MEETING_ENDS = re.compile(rf"[一-鿿]{{0,8}}{MEETING}")
SERIAL = re.compile(
    rf"[(]?(?:[一-鿿]{{2,10}}[发函字办规]{OPEN}{YEAR}\d{{1,4}}|[一-鿿]{{2,12}}{OPEN}[{NUMERALS}十百]{{1,5}}{CLOSE}号|{NUMBER.pattern}|{OPEN}{YEAR}年?{CLOSE}\s?第?\s?\d{{1,5}}\s?号|(?:[一-鿿]{{2,20}}(?:令|公告|通告|政府|[部委局厅署]|委员会|国务院|法院|检察院|银行)\s?)?(?:{OPEN}[一-鿿]{{1,4}}届{CLOSE}\s?)?(?:{YEAR}年\s?)?{OPEN}?第\s?(?:\d{{1,4}}|[{NUMERALS}十百零〇]{{1,5}})\s?[号期]{CLOSE}?令?(?:\s?[(]?总第?\s?\d{{1,5}}\s?[期号][)]?)?)[)]?(?:\s+签发人\s?:.{{2,12}})?$"
)
DATE_OF = rf"(?:{ANY_DATE}|(?:19|20)\d{{3,6}}日)"  # also without characters that were lost: 20211214日
DATED = re.compile(DATE_OF)
MONTH = re.compile(r"(?:19|20)\d\d\s?年\s?\d{1,2}\s?月")
SESSION = re.compile(
    rf"[(—–―-]{{0,3}}\s?{DATE_OF}?(?:[一-鿿、“”\sXx×*○]|(?<=第)\d{{1,2}}(?=[次届])){{2,50}}(?:(?<!社)会议?|大会)(?:[一-鿿]{{0,8}}会议?)?(?:[上(（)\s通审批制修][^。]{{0,12}})?[)]?$"
    rf"|[(]?{ANY_DATE}[^。;]{{2,70}}(?:通过|批准|公布|修[订正]|起?施行|发布)[^。]{{0,30}}[)]$"
)
REPORTAGE = re.compile(
    "(?:综述|述评|纪实|侧记|扫描|观察|见闻|巡礼|回眸|专访|访谈)$"
)  # ends the second line of a headline
NUMBERED = re.compile(rf"在?[一-鿿]{{2,12}}[省市区县州盟旗镇乡]第[{NUMERALS}十]{{1,4}}届.*(?:会议|大会)上?$")
SESSION_BEGINS = re.compile(rf"[(—–―-]{{0,3}}\s?(?:{ANY_DATE})?在[一-鿿]{{2,30}}$")
SESSION_ENDS = re.compile(r"[一-鿿\s]{0,20}(?:会议?|大会)[一-鿿]{0,8}[上(（]?[^。]{0,12}[)]?")
HISTORY = re.compile(  # of a law: by whom it was passed and amended
    rf"\({ANY_DATE}[^。]{{10,800}}(?:通过|批准|修正|修订|公布)[^。]{{0,40}}\)$"
)
BRACKETS = re.compile(r"\([^()]{1,8}\)$")
ANNEX = re.compile(r"附\s?件\s?[\d一二三四五六]{0,2}$")
SIGNATORY = re.compile(
    rf"[一-鿿、·\s]{{2,40}}(?:{BODY}|政府|[处所站队团社]|中心|公司|协会|学校)(?:等[一二三四五六七八九十\d]{{1,3}}个?(?:部门|单位))?[(]?[章印]?[)]?$"
)
POST_SIGNED = re.compile("代?(?:[省市区县州旗部局]长|主席|主任)")  # its name is lost or a picture
ISSUED_ON = re.compile(rf"[一-鿿、·]{{2,40}}(?:{BODY}|中心)(?:\s{{2,}}|主?编印?\s+){ANY_DATE}")
CLOSING = re.compile(
    rf"[(]?此件[一-鿿]{{0,6}}(?:公开|发布|传达|登报)|[(]?(?:联系|咨询|解读|答复|办理)(?:人|电话|单位|机关|方式)\s?:|(?:电子)?邮\s*箱\s?:\s?\S+@|(?:意见)?(?:反馈|征[求集])(?:意见)?截止(?:日期|时间)\s?:|(?:抄送|主送|分送|抄报|报送|发送|[报送发])\s?:"
    rf"|[一-鿿\s]{{2,40}}{ANY_DATE}\s?印发$|[(]?(?:共印|印数)\s?:?\s?\d+\s?份"
)
ANNEXES = re.compile(r"附件?\s?[\d一二三四五六]{0,2}\s?:\s?(?P<first>\S?)")
ADDRESSEE = re.compile(
    rf"(?:各[^。;:]{{1,40}}|[^。;:]{{0,70}}(?:{BODY}|政府|单位|部门|街道|企业|公司|同志|机构|学校|院校|代表|委员|[省市区县乡镇村州盟旗]))(?:[(][^()]{{1,30}}[)])?:$"
)
ENTRY = re.compile(r"\d{1,2}\s?[.、．]")


def set_formal(lines):
    """Make the frame of a document datelines; changes the lines in place.

    A letterhead (…文件), a number or the session at which a report was given count in the first lines; a
    signature is the name of an office above a date; a list of annexes ends with the first line that is none.

    Examples
    --------
    >>> from govnlp.documents.parsing.rules import classify
    >>> from govnlp.documents.reading.source import Source
    >>> lines = classify(Source("a", lines=["渠清了。", "望溪县政府", "2021年3月4日", "（此件公开）"]))
    >>> set_formal(lines)
    >>> [x.kind for x in lines]
    ['paragraph', 'dateline', 'dateline', 'dateline']
    """
    place, annexes = -1, False
    for i, line in enumerate(lines):
        place += line.kind != "boilerplate"
        if line.marker == ABOVE_NUMBER:
            continue
        entry = annexes and line.kind == "heading" and bool(ENTRY.match(line.text))
        if place < HEAD and line.text[0] in "（(" and HISTORY.match(line.folded):
            line.become("dateline", "it is the history of a law")
        if len(line.text) > LONGEST or not (entry or line.kind in ("head", "paragraph", "dateline")):
            annexes = False
            continue
        opens = line.text[0] in OPENING and line.marker != "bracket"  # (一) is an item
        if not (place < HEAD or annexes or opens or HINT.search(line.text)):
            continue
        following = lines[i + 1] if i + 1 < len(lines) else None
        rule = next((x for x in FRAME if x.holds(line, place)), None)
        annexes = _lists_annexes(line.folded, following) or (annexes and bool(ENTRY.match(line.folded)))
        if place < HEAD and following is not None and _is_in_two(line, following):
            for half in (line, following):
                half.become("dateline", HELD)
        elif rule or annexes:
            line.marker = None
            line.become("dateline", rule.why if rule else "it lists an annex")
        elif line.kind == "head" and ANNEX.match(line.folded):
            line.become("heading", "it opens an annex")
        elif place < HEAD:
            _set_opening(line, following)
        if line.kind == "head" and MONTH.fullmatch(line.folded):
            _sign(lines, i)  # as on a cover
        signed = i and lines[i - 1].why == SIGNED and MONTH.fullmatch(line.folded)
        if line.kind in ("head", "paragraph") and (signed or DAY_ALONE.fullmatch(line.folded)):
            line.become("dateline", "it is a date that stands by itself")
        if line.kind == "dateline" and (DAY_ALONE.fullmatch(line.folded) or line.folded.startswith("(此件")):
            _sign(lines, i)


def _set_opening(line, following):
    """Lines between the title and the text: a session over two lines, who speaks, who is addressed."""
    named = BRACKETS.sub("", line.folded)
    above = following is not None and following.kind in ("dateline", "byline")
    if above and line.kind == "paragraph" and named != line.folded and is_head(Line(line.number, named)):
        line.become("head", "it is short, ends with a word in brackets and stands above a date or a name")
    if line.kind != "head":
        return
    if following is not None and POST_ALONE.fullmatch(line.folded) and is_name(squeeze(following.text)):
        for half in (line, following):
            half.become("byline", "it is the post of who speaks, or the name below it")
    elif following is not None and SIGNATORY.fullmatch(line.folded) and _heads(line, following):
        line.become("dateline", AT_HEAD)
    elif ADDRESSEE.match(line.folded):
        line.become("paragraph", "it addresses those whom the document is for")
    elif following is not None and SALUTATION.fullmatch(following.folded):
        holder, last = HOLDER.fullmatch(squeeze(line.folded)), line.folded.split()[-1]
        if is_name(holder["name"] if holder else squeeze(line.text)) or is_name(last):
            line.become("byline", "it is the name of who speaks, above the salutation")
        elif SIGNATORY.fullmatch(line.folded):
            line.become("byline", "it is the office that reports, above the salutation")


def set_history(lines):
    """The history of a law that a line end cuts in two is no part of its title, once this is chosen; in place."""
    for line, following in pairwise(lines[: 2 * HEAD]):
        opens = line.folded[0] == "(" and ")" not in line.folded and {line.kind, following.kind} <= UNKNOWN
        if opens and HISTORY.match(line.folded + following.folded):
            for half in (line, following):
                half.become("dateline", HELD)


def _heads(line, following):
    """Whether the number of a document, or its letterhead with the same name, stands below an office."""
    named = LETTERHEAD.match(following.folded) and line.folded in following.folded
    return bool(named or SERIAL.fullmatch(following.folded))


def _is_in_two(line, following):
    """Whether two lines say at which session a report was given, cut within the name of the body or before it."""
    if following.kind not in ("head", "paragraph"):
        return False
    whole = line.folded + following.folded
    session = SESSION_BEGINS.match(line.folded) and SESSION_ENDS.fullmatch(following.folded)
    papers = line.kind == "head" and MEETING_ENDS.fullmatch(following.folded) and LETTERHEAD.match(whole)
    return bool(papers or (session and _is_session(whole, 1)))


def _is_session(folded, place):
    """Whether a line says at which session, and when, a report was given."""
    titled = place == 0 and not folded.endswith("会议上")  # a title may say when and where
    opens = folded[0] in DASHED or (not titled and (DATED.match(folded) or NUMBERED.match(folded)))
    return bool(opens and SESSION.fullmatch(folded) and not REPORTAGE.search(folded))


FRAME = (
    Rule("dateline", "it is an office and a date", lambda x, place: ISSUED_ON.fullmatch(x.folded)),
    Rule("dateline", AT_HEAD, lambda x, place: place < 3 and LETTERHEAD.match(x.folded)),
    Rule(
        "dateline",
        HELD,
        lambda x, place: place < HEAD and _is_session(x.folded, place),
    ),
    Rule("dateline", "it is the number of the document", lambda x, place: SERIAL.fullmatch(x.folded)),
    Rule(
        "dateline",
        "it says who received, printed or answers for the document",
        lambda x, place: CLOSING.match(x.folded),
    ),
    Rule("dateline", "it is a field of the document's card", lambda x, place: is_field(x.folded)),
)


def _lists_annexes(folded, following):
    """Whether a line begins a list of annexes; 附件2: above no entry is the heading of the annex itself."""
    found = ANNEXES.match(folded)
    return bool(found and (found["first"] or (following is not None and ENTRY.match(following.text))))


def _sign(lines, date):
    """Names of offices above a date, or the post of who signs, are the signature below a text."""
    for i in range(date - 1, max(date - 6, 0), -1):
        folded = lines[i].folded
        signs = SIGNATORY.fullmatch(folded) or POST_SIGNED.fullmatch(squeeze(folded))
        holder = HOLDER.fullmatch(squeeze(folded).replace(":", ""))
        held = holder is not None and is_name(holder["name"])
        if lines[i].kind not in ("head", "paragraph") or not (signs or held):
            break
        lines[i].become("dateline" if signs else "byline", SIGNED)


def set_writers(lines):
    """Two names or more alone on a line between a headline and its text are of those who wrote it; in place.

    >>> lines = [Line(1, "老渠新韵", "head"), Line(2, "林禾 周渠", "head"), Line(3, "渠清了。")]
    >>> set_writers(lines)
    >>> [x.kind for x in lines]
    ['head', 'byline', 'paragraph']
    """
    for above, line, below in zip(lines, lines[1:], lines[2:], strict=False):
        names = line.folded.split() if line.kind == "head" and above.kind in ("head", "title") else ()
        if len(names) in WRITERS and all(map(is_name, names)) and below.folded[-1] in "。!?”":
            line.become("byline", "it is nothing but names between a headline and its text")
