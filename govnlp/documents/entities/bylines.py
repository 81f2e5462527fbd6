"""Names and roles of bylines, credits of pictures and lines of editors."""

import re

from govnlp.documents.entities.mentions import is_word
from govnlp.documents.entities.personal_names import is_common, split_names, unpadded

ROLES = {
    "记者": "reporter",
    "实习生": "reporter",
    "作者": "reporter",
    "主持人": "reporter",
    "撰文": "reporter",
    "撰稿": "reporter",
    "通讯员": "correspondent",
    "摄影": "photographer",
    "摄": "photographer",
    "编辑": "editor",
    "责编": "editor",
    "校对": "editor",
    "统筹": "editor",
}
LABEL = re.compile(
    r"(?:摄影|见习|实习|特约|责任)?((?<![向对给与答请让位名])记者|实习生|作者(?!单位)|撰[文稿]|通讯员|摄影|编辑|责编|校对|统筹|摄(?!影))(?:报道)?"
)
ELSE = re.compile(r"(?<![一-鿿])[一-鿿]{2,4}\s?(?=[:：])")  # the label of something else: 审核:, 时间:
AGENCY = re.compile("(?<![一-鿿])[一-鿿]{2,4}[社网]发(?=[一-鿿])")  # 中新社发周雨摄
SEPARATOR = re.compile(r"[\s\u3000、,，;；/|:：()（）【】\[\]]+")
HINT = re.compile(
    r"记者|通讯员|作者|撰稿|摄(?!像|氏|制|取)|编辑|责编|(?<![一-鿿])[文图]\s?[/:：]|/\s?[文图](?![一-鿿])|我是[一-鿿]{0,8}主持人"
)
LABELS_NAME = re.compile(r"(?:记者|作者|撰[文稿]|通讯员|摄影|编辑|责编|校对)[一-鿿]{0,2}\s?[:：]")


def _author(found):
    """The name before 文/图 as an author's, unless a label before it says who that is (通讯员周雨 文/图)."""
    return found[1] if LABEL.search(found.string, 0, found.start()) else f"作者 {found[1]}"


# 文/陈晓 图/周雨, 陈晓/文 周雨/图, □陈晓 本报记者 周雨: who wrote and who took the pictures
BESIDE = (
    (re.compile(r"^\s*[□■◇◆]\s?(?=[一-鿿]{2,4}\s+[一-鿿]{0,6}(?:记者|通讯员))"), "作者 "),
    (re.compile(r"(?<![一-鿿])([一-鿿]{2,3})\s?文\s?/\s?[图摄](?![一-鿿])"), _author),
    (re.compile(r"(?<![一-鿿])文(?:[、/]?[图摄])?\s?[/:：]\s?(?=[一-鿿]{2})"), "作者 "),
    (re.compile(r"(?<![一-鿿])[图摄]\s?[/:：]\s?(?=[一-鿿]{2})"), "摄影 "),
    (re.compile(r"(?<![一-鿿])([一-鿿]{2,4})\s?/\s?文(?![一-鿿/])"), r"作者 \1"),
    (re.compile(r"(?<![一-鿿])([一-鿿]{2,4})\s?/\s?[图摄](?![一-鿿/])"), r"摄影 \1"),
)
OTHER = "\ufffc"  # stands for a label after which no names of a byline follow
LONGEST_BYLINE = 60
LONGEST_NAME = 4  # characters, but of a name with a dot
MAY_NAME = re.compile("[者习撰讯摄编校筹文图□■◇◆]")  # one is in every label and every mark of an author
LABELLED = 10  # characters in which a byline in brackets names its first role
HAN = re.compile("[一-鿿]+")
PROSE = re.compile("[。!?！？“”]")
BRACKETED = re.compile(  # also with brackets within: (记者:周雨(实习) 审核:区人大办)
    r"[(（【\[]((?:[^()（）【】\[\]]|[(（][^()（）]{1,6}[)）]){2,60})[)）】\]]"
)
# what ends a paragraph: 记者周雨 摄, 周雨摄, 记者 周雨
PICTURE = re.compile(r"(?:^|[。！？!?)）”\s])((?:[一-鿿]{0,8}(?:记者|通讯员))[^。！？!?()（）]{2,30}摄)\s*$")
# in a lead: 本报讯 记者周雨、通讯员王一报道：
LEAD = re.compile(r"^[^。]{0,20}讯[\s\u3000]*((?:[一-鿿]{0,6}记者|通讯员)[^。：:（(]{2,40}?)报道[：:，]")
ENDS = re.compile(
    r"[。！？!?”)）]\s*((?:[一-鿿]{2,6}[网社报台]\s)?[一-鿿]{2,8}\s?摄|(?:见习|实习)?记者\s[一-鿿\s]{2,12})$"
)
# 本报讯（记者 周雨）昨天, and （通讯员 周雨）behind the last sentence
IN_LEAD = re.compile(r"(?:[^。，（(]{0,16}[讯电]\s*)?[(（【\[]([^()（）【】\[\]]{2,60})[)）】\]]")
AT_END = re.compile(r"[(（【\[]([^()（）【】\[\]]{2,60})[)）】\]]\s*$")
# between blanks, several of them: 题：渠清了 本报记者周雨、王一 近日，
AMONG = re.compile(r"(?<=\s)((?:[一-鿿]{1,6}[社报网台])记者\s?[一-鿿]{2,3}(?:、[一-鿿]{2,3})+)(?=\s|$)")
# in a sentence: 新华社记者周雨、通讯员王一采访了, 我是主持人周雨
DOES = "(?=在|采访|跟随|随|来到|走进|看到|从|获悉|[、，。！!,])"
TOLD = re.compile(
    f"(?:(?:全媒体|融媒体?|本[报台网]|[社报网台])(?P<label>记者)|我是[一-鿿]{{0,8}}?(?P<host>主持人))"
    f"(?P<name>[一-鿿]{{2,3}}?){DOES}(?:、(?P<second>通讯员)(?P<other>[一-鿿]{{2,3}}?){DOES})?"
)


def split_byline(text):
    """Names and roles of a byline, a credit of a picture or a line of editors.

    Parameters
    ----------
    text : str
        One line; half-width and full-width punctuation mean the same.

    Returns
    -------
    list of (str, str)
        Name and role: reporter, correspondent, photographer or editor, in reading order. Names that follow no
        label are left out, except before 摄.

    Examples
    --------
    >>> split_byline("本报记者 陈晓禾 赵一帆 通讯员孙小满")
    [('陈晓禾', 'reporter'), ('赵一帆', 'reporter'), ('孙小满', 'correspondent')]
    >>> split_byline("(云岭日报记者 周雨 摄)")
    [('周雨', 'photographer')]
    """
    return [(name, role) for name, role, _ in credited(text)]


def credited(text):
    """Names and roles of a byline as in `split_byline`, each with whether the name's ends are certain."""
    if not MAY_NAME.search(text):
        return []
    found, role, group, labelled, (text, _) = [], None, 0, False, unpadded(text)
    text = AGENCY.sub("", ELSE.sub(lambda x: x[0] if LABEL.search(x[0]) else OTHER, text))
    for form, label in BESIDE:
        text = form.sub(label, text)
    tokens = [x for x in SEPARATOR.split(text) if x] if LABEL.search(text) else []
    for token, following in zip(tokens, [*tokens, ""][1:], strict=True):
        if token == OTHER:
            role = role if role == "editor" else None  # 责编:周雨 终审:王一
            continue
        if token == "文" and role is None:  # 陈晓 文 周雨 摄
            found[group:] = [(name, "reporter", sure) for name, _, sure in found[group:]]
            group = len(found)
        at = 0
        for label in LABEL.finditer(token):
            new = ROLES[label[1]]
            names, certain = split_names(token[at : label.start()])
            at = label.end()
            both = (
                label[0].endswith("报道") and len(found) > group
            )  # 记者 陈晓禾 摄影报道: still the reporter
            ahead = label[0] == "摄影" and not names and split_names(following)[0]  # 记者 陈晓 摄影 周雨
            ends = label[1] in ("摄", "摄影") and at == len(token) and (names or len(found) > group)
            if ends and not both and not ahead:
                # the credit stands after the name and overrides the label before it
                found[group:] = [(name, new, sure) for name, _, sure in found[group:]]
                found += [(name, new, certain) for name in names]
                role, group = None, len(found)
                continue
            if role:
                found += [(name, role, certain) for name in names]
            role, group = new, len(found)
        names, certain = split_names(token[at:])
        if at and not names and len(token) - at > LONGEST_NAME:  # 记者从云岭港（一期）获悉
            role = None
        if not names and role and labelled and 1 < len(token) < 4 and _is_no_word(token):
            names, certain = [token], False  # a surname that the list lacks: 见习记者 念青禾
        found += [(name, role, certain) for name in names]
        labelled = at == len(token)
    unique = {(name, role): sure for name, role, sure in reversed(found) if role}
    return [
        (*pair, unique[pair])
        for pair in dict.fromkeys((name, role) for name, role, _ in found)
        if pair in unique
    ]


def byline_within(text):
    """The byline with which a paragraph opens or ends, in brackets or behind 讯; an empty text if there is none.

    >>> [byline_within(x) for x in ("本报讯（记者 周雨）渠清了。", "渠清了。（通讯员 王一）", "渠清了。")]
    ['记者 周雨', '通讯员 王一', '']
    """
    found = (IN_LEAD.match(text), LEAD.match(text), AT_END.search(text), ENDS.search(text))
    return " ".join(x[1] for x in found if x and HINT.search(x[1], 0, LABELLED))


def _is_unknown(name):
    """Whether no part of a name is a word (高兴|地) or of those that begin what is said (向|他)."""
    import rjieba

    return not (
        any(map(is_word, (name, name[:2], name[-2:]))) or any(tag[0] in "pr" for _, tag in rjieba.tag(name))
    )


def _is_no_word(text):
    """Whether Chinese characters are no word of the dictionary, as 发现 is."""
    import rjieba

    return HAN.fullmatch(text) is not None and rjieba.cut(text, False) != [text]


def credits(text, kind):
    """Names and roles of the bylines that a block holds, with certainty: the whole line, or brackets within it."""
    if kind == "boilerplate" and not LABELS_NAME.search(text):  # links to other texts name people too
        return []
    if not HINT.search(text):
        return []
    short = len(text) <= LONGEST_BYLINE
    whole = kind in ("byline", "editor") or HINT.match(text.lstrip("(（【[ ?□■●◆▲"))
    pieces = [text]
    if not (short and whole):
        within = [m[1] for pattern in (BRACKETED, PICTURE, LEAD, ENDS, AMONG) for m in pattern.finditer(text)]
        within = [x for x in within if x.endswith("摄") or HINT.search(x[:LABELLED])]
        if within or not short or PROSE.search(text):
            pieces = within
    found = [pair for piece in pieces if HINT.search(piece) for pair in credited(piece)]
    return found or list(_told(text))


def _told(text):
    """Names and roles of those whom a sentence calls reporters, where no word but a name stands behind the label."""
    for found in TOLD.finditer(text):
        for label, name in (
            (found["label"] or found["host"], found["name"]),
            (found["second"], found["other"]),
        ):
            if label and is_common(name) and _is_unknown(name):
                yield name, ROLES[label], True
