"""The frame of official documents: letterhead, number, session, signature, distribution. No content."""

import re

from govnlp.documents.parsing.furniture import CHINESE_DATE, DATE
from govnlp.documents.parsing.policy import BODY, LABELS, NUMBER
from govnlp.text import fold

HEAD, LONGEST = 12, 80
HINT = re.compile("^[附抄主分送报此(（联共印第一二12]|[号日发印份:：]")
ANY_DATE = re.compile(rf"[(]?(?:{DATE}|{CHINESE_DATE})[)]?$")
LETTERHEAD = re.compile(rf"[一-鿿、]{{2,30}}(?:{BODY})文\s?件$")
SERIAL = re.compile(
    rf"[(]?(?:{NUMBER.pattern}|(?:[一-鿿]{{2,20}}令\s?)?第\s?\d{{1,4}}\s?号|(?:19|20)\d\d年第\d{{1,4}}号)[)]?$"
)
SESSION = re.compile(
    rf"[(—–-]{{0,3}}\s?(?:{DATE}|{CHINESE_DATE})?[一-鿿、“”\s]{{2,50}}(?:会议?|大会)(?:[一-鿿]{{0,8}}会议?)?[上(（]?[^。]{{0,12}}[)]?$"
    rf"|[(]?(?:{DATE}|{CHINESE_DATE})[^。;]{{2,70}}(?:通过|批准|公布|修[订正]|起?施行|发布)[^。]{{0,30}}[)]$"
)
SIGNATORY = re.compile(
    rf"[一-鿿、·\s]{{2,40}}(?:{BODY}|政府)(?:等[一二三四五六七八九十\d]{{1,3}}个?(?:部门|单位))?[(]?[章印]?[)]?$"
)
FIELDS = {
    "公开方式",
    "公开形式",
    "公开范围",
    "公开时限",
    "公开属性",
    "有效性",
    "有效期",
    "效力状态",
    "生效日期",
    "实施日期",
    "废止日期",
}
FIELDS |= {
    "体裁分类",
    "组配分类",
    "信息分类",
    "服务对象",
    "主题词",
    "关键词",
    "载体类型",
    "登记号",
    "统一登记号",
    "信息来源",
    *LABELS,
}
CLOSING = re.compile(
    rf"[(]?此件[一-鿿]{{0,6}}(?:公开|发布|传达|登报)|[(]?(?:联系|咨询|解读|答复|办理)(?:人|电话|单位|机关|方式)\s?:|(?:抄送|主送|分送|抄报|报送|发送)\s?:"
    rf"|[一-鿿\s]{{2,40}}(?:{DATE}|{CHINESE_DATE})\s?印发$|(?:共印|印数)\s?:?\s?\d+\s?份"
)
ANNEXES = re.compile(r"附件?\s?[\d一二三四五六]{0,2}\s?:\s?(?P<first>\S?)")
ADDRESSEE = re.compile(
    rf"[^。;:]{{0,70}}(?:{BODY}|政府|单位|部门|街道|企业|公司|同志|机构|学校|代表|委员|[省市区县乡镇村州盟旗])(?:[(][^()]{{1,30}}[)])?:$"
)
ENTRY = re.compile(r"\d{1,2}\s?[.、．]")


def set_formal(lines):
    """Make the frame of a document datelines; changes the lines in place.

    A letterhead (…文件), a number or the session at which a report was given count in the first lines; a
    signature is the name of an office above a date; a list of annexes ends with the first line that is none.

    Examples
    --------
    >>> from govnlp.documents.parsing.lines import classify
    >>> from govnlp.documents.reading.source import Source
    >>> lines = classify(Source("a", lines=["渠清了。", "望溪县政府", "2021年3月4日", "（此件公开）"]))
    >>> set_formal(lines)
    >>> [x.kind for x in lines]
    ['paragraph', 'dateline', 'dateline', 'dateline']
    """
    annexes = False
    for i, line in enumerate(lines):
        entry = annexes and line.kind == "heading" and bool(ENTRY.match(line.text))
        if len(line.text) > LONGEST or not (entry or line.kind in ("head", "paragraph", "dateline")):
            annexes = False
            continue
        if i >= HEAD and not annexes and not HINT.search(line.text):
            continue
        folded = fold(line.text)
        label = re.split(r"[:\s]", folded, maxsplit=1)[0]
        opening = i < HEAD and (LETTERHEAD.match(folded) if i < 3 else False)
        opening = opening or (0 < i < HEAD and bool(SESSION.fullmatch(folded)) and folded[0] in "(—–-12二")
        frame = CLOSING.match(folded) or SERIAL.fullmatch(folded) or (":" in folded[:8] and label in FIELDS)
        annexes = _lists_annexes(folded, lines[i + 1 : i + 2]) or (annexes and bool(ENTRY.match(folded)))
        if opening or frame or annexes:
            line.kind, line.marker = "dateline", None
        elif line.kind == "head" and i < HEAD and ADDRESSEE.match(folded):
            line.kind = "paragraph"
        elif ANY_DATE.fullmatch(folded):
            line.kind = "dateline"
            _sign(lines, i)


def _lists_annexes(folded, following):
    """Whether a line begins a list of annexes; 附件2: above no entry is the heading of the annex itself."""
    found = ANNEXES.match(folded)
    return bool(found and (found["first"] or any(ENTRY.match(x.text) for x in following)))


def _sign(lines, date):
    """Names of offices above a date are the signature below a text."""
    for i in range(date - 1, max(date - 6, 0), -1):
        folded = fold(lines[i].text)
        if lines[i].kind not in ("head", "paragraph") or not SIGNATORY.fullmatch(folded):
            break
        lines[i].kind = "dateline"
