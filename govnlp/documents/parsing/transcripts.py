"""Labels of transcripts that stand on lines of their own, beside the time of a turn or below who asks."""

import re

from govnlp.documents.entities.personal_names import is_name
from govnlp.documents.parsing.furniture import DATE, SPEECH
from govnlp.documents.parsing.furniture import fields as card_fields
from govnlp.documents.parsing.labels import CORE, Label, labelled
from govnlp.documents.parsing.lines import numbering
from govnlp.documents.parsing.pieces import CLOCK
from govnlp.documents.parsing.speakers import ASKS, POST

STAMP = re.compile(rf"[\[【（(]?(?:{DATE}\s)?{CLOCK}[\]】）)]?")  # the time of a turn: [10:03]
ALONE = re.compile(rf"(?P<label>{CORE})$")
POST_ALONE = re.compile(rf"[^,。;:?!]*{POST}")
NETIZEN = re.compile("网[友民]")  # with the name that one goes by
LETTER = "(?:来信|写信|信件|留言|咨询|问题|诉求|投诉|提问)"
FIELDS = {  # of a letter to an office and of the answer
    "title": f"{LETTER}?(?:标题|主题)|{LETTER}名称",
    "writer": f"{LETTER}(?:人|者)",
    "asked": f"{LETTER}?(?:内容|描述|详情)",
    "office": "(?:答复|回复|办理|承办|处理|受理)(?:单位|机构|部门)",
    "answered": "(?:答复|回复|办理|处理|反馈)(?:内容|意见|结果|情况|详情)",
}
FIELD = re.compile("(?:" + "|".join(f"(?P<{name}>{form})" for name, form in FIELDS.items()) + r")\s?:[\s|]*")
GREETING = re.compile(r"(?:尊敬的)?[一-鿿*]{0,6}(?:先生|女士|同志|网友|市民|居民)[^。:]{0,4}[:!]")
REPLY = re.compile("(?:官方|单位|部门|办理)(?:回复|答复)")  # alone above a reply
STATE = re.compile("(?:已|未|待)?(?:回复|答复|办结|办理|受理)(?:中|完毕)?")  # of a letter
HEADING = re.compile(r"(?:小标题\s?:|【[编章节]名】)\s*(?=\S)")
NAMED = "its label calls it a heading"
OPEN = ("head", "paragraph", "byline")
OF_LETTER = (*OPEN, "dateline")
GLUED = "记者"  # before a question without a colon
REACH = 6  # characters of a field of a letter, its colon among them
LONGEST = 24  # characters of a label on a line of its own
STAMPS = 2  # turns with their times make a transcript
NEAR = 3  # paragraphs of a question at most


def beside_times(lines, labels):
    """Labels of the turns of a transcript that says when each was said: every one of them, or nothing.

    A label stands right above a time or right below that of the turn before, with a colon or alone on its line.
    """
    stamps = {
        i for i, x in enumerate(lines) if x.text[-1] in "]】）)0123456789" and STAMP.fullmatch(x.folded)
    }
    if len(stamps) < STAMPS:
        return {}
    found = labels | {
        i: label for i, x in enumerate(lines) if i not in labels and (label := _alone(lines, i))
    }
    first = max((i for i in found if i < min(stamps)), default=None)
    turns = {i: x for i, x in found.items() if i == first or i - 1 in stamps or i + 1 in stamps}
    turns |= {
        i: x._replace(more=True) for i, x in turns.items() if x.end == len(lines[i].text) and i + 1 in stamps
    }
    return turns if len(turns) >= max(STAMPS, len(stamps) - 1) else {}


def below_questions(lines, labels):
    """Names that stand alone on a line below a question under a label, the post on the next line perhaps."""
    out = {}
    for asked in (i for i, x in labels.items() if ASKS.match(x.name)):
        for i in range(asked + 1, min(asked + 1 + NEAR + 1, len(lines))):
            if i in labels:
                break
            label = _alone(lines, i)
            if label and is_name(label.name) and lines[i - 1].folded[-1] in "?。":
                out[i] = label
                break
    return out


def glued_questions(lines, labels):
    """Turns of questions that open with 记者 and no colon (记者渠清了吗？), above a line under the label of a name."""
    asks = Label(GLUED, len(GLUED), False)
    asked = {
        i - 1: ("question", GLUED, asks)
        for i, x in labels.items()
        if i and i - 1 not in labels and is_name(x.name) and _is_glued(lines[i - 1].folded)
    }
    who = {labels[i + 1].name for i in asked}
    return asked | {i: ("answer", x.name, x) for i, x in labels.items() if x.name in who}


def _is_glued(folded):
    return folded.startswith(GLUED) and folded[-1] == "?" and not SPEECH.search(folded, 0, LONGEST)


def of_letter(lines):
    """Turns of a letter to an office: kind, speaker and label by line; its title becomes one. Empty for other texts."""
    fields = {}
    for i, line in enumerate(lines):
        may_be = line.kind in OF_LETTER and line.folded.find(":", 0, REACH) > 0
        if may_be and (found := FIELD.match(line.folded)):
            fields.setdefault(found.lastgroup, []).append((i, found, _value(lines, i, found.end())))
    asked, answered = fields.get("asked", []), fields.get("answered", [])
    named = "writer" in fields or "office" in fields
    if not (asked and named) or len(asked) != len(answered) or asked[0][0] > answered[0][0]:
        return {}
    for line in lines[: asked[0][0]] if "title" in fields else ():
        if line.kind == "head":
            line.become("dateline", "it is a field of a letter")
    turns = {}
    for kind, fields_of, who in (("question", asked, "writer"), ("answer", answered, "office")):
        names = [x for _, _, x in fields.get(who, []) if not card_fields().fullmatch(x)]
        for n, (i, found, _) in enumerate(fields_of):
            name = names[n] if len(names) == len(fields_of) and names[n] else found[found.lastgroup]
            turns[i] = kind, name, Label(name, found.end(), False)
            below = lines[i + 1] if found.end() == len(lines[i].text) and i + 1 < len(lines) else None
            if below and below.kind == "dateline" and not FIELD.match(below.folded):
                below.become("paragraph", "it stands below the label of a letter")  # 3盏路灯不亮。
    for i, found, title in fields.get("title", []):
        if len(asked) == 1 and title:
            line = lines[i] if found.end() < len(lines[i].text) else lines[i + 1]
            if line is lines[i]:
                line.text, line.folded = (x[found.end() :].rstrip(" |") for x in (line.text, line.folded))
            line.become("title", "it is the title of a letter")
    return turns


def _value(lines, i, end):
    """The value of a field: the first cell behind its label, or the short line below it."""
    cells = lines[i].folded[end:].strip(" |").split("|")
    below = lines[i + 1].folded if i + 1 < len(lines) and not cells[0] else ""
    return cells[0].strip() or (below if len(below) <= LONGEST and below[-1] not in ":。?!" else "")


def of_board(lines):
    """Turns of a letter on an office's board, without labels: above the reply, and below it and its office."""
    short = (i for i, x in enumerate(lines) if len(x.text) < REACH and x.kind in OPEN)
    reply = next((i for i in short if REPLY.fullmatch(lines[i].folded)), None)
    if reply is None:
        return {}
    fields = (FIELD.match(x.folded) for x in lines[reply + 1 : reply + 1 + NEAR])
    office = next((x for x in fields if x and x.lastgroup == "office"), None)
    dated = max((i for i in range(reply) if lines[i].kind == "dateline"), default=-1)
    above = (i for i in range(dated + 1, reply) if lines[i].kind in OPEN)
    asked = next((i for i in above if not STATE.fullmatch(lines[i].folded)), None)
    below = range(reply + 1, len(lines))
    answered = next((i for i in below if lines[i].kind in OPEN and not FIELD.match(lines[i].folded)), None)
    if None in (office, asked, answered):
        return {}
    for i in (reply, *(i for i in range(reply) if STATE.fullmatch(lines[i].folded))):
        lines[i].become("boilerplate", "it is the label of a reply")
    return {
        asked: ("question", None, None),
        answered: ("answer", office.string[office.end() :].strip(" |"), None),
    }


def of_cards(lines):
    """Turns of a letter of which only who writes and who answers have labels: the text below each of the two."""
    short = (x.folded if x.kind in OF_LETTER and x.folded.find(":", 0, REACH) > 0 else "" for x in lines)
    fields = {i: found for i, text in enumerate(short) if (found := FIELD.match(text))}
    names = [x.lastgroup for x in fields.values()]
    if names != ["writer", "office"]:
        return {}
    writer, office = fields
    greets = next((x for x in lines[office + 1 : office + 1 + NEAR] if GREETING.fullmatch(x.folded)), None)
    if greets:
        greets.become("paragraph", "it addresses those whom the document is for")
    for line in lines[office + 1 :]:
        if line.kind == "head" and line.folded[-1] == ":":
            line.become("paragraph", "it stands below the label of a letter")  # 现答复如下：
    told = (i for i in range(writer + 1, office) if lines[i].kind in OPEN and lines[i].folded[-1] in "。?!")
    asked = next(told, None)
    answered = next((i for i in range(office + 1, len(lines)) if lines[i].kind in OPEN), None)
    if None in (asked, answered):
        return {}
    name = fields[office].string[fields[office].end() :].strip(" |")
    return {asked: ("question", None, None), answered: ("answer", name or None, None)}


def set_named_headings(lines):
    """What a label calls a heading (小标题：, 【章名】) is one; changes the lines in place."""
    for line in lines:
        if line.folded[0] in "小【" and line.kind in OPEN and (found := HEADING.match(line.folded)):
            line.text, line.folded = line.text[found.end() :], line.folded[found.end() :]
            line.marker = numbering(line.folded)
            line.become("heading", NAMED)


def is_post(lines, i):
    """Whether a line is nothing but a post, as below the name of who speaks."""
    return i < len(lines) and lines[i].kind in OPEN and bool(POST_ALONE.fullmatch(lines[i].folded))


def _alone(lines, i):
    """Label that is a whole line: who asks, or a name, with the post before it or below it; else None."""
    found = ALONE.match(lines[i].folded) if lines[i].kind in OPEN and len(lines[i].text) <= LONGEST else None
    if not found:
        return None
    label = labelled(lines[i], found)
    if not (ASKS.match(label.name) or NETIZEN.match(label.name) or is_name(label.name)):
        return None
    return label._replace(more=label.more or is_post(lines, i + 1))
