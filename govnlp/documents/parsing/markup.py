"""Marks that a copy of a page left in plain text: tags, codes of forums, the sound of characters in brackets."""

import html
import re

INLINE = "a|abbr|b|big|code|em|font|i|ins|label|o:p|s|small|span|strike|strong|sub|sup|u"
BLOCK = (
    "article|blockquote|body|br|center|col|dd|div|dl|dt|figure|footer|form|h[1-6]|head|header|hr|html|iframe|img|li|link"
    "|main|meta|nav|ol|p|pre|section|table|tbody|td|th|thead|title|tr|ul"
)
ATTRIBUTES = r"\s[^<>=]{1,40}=[^<>]*|\s+[a-z]*\s*"  # without a value one word at most: a<b 且 c>d compares
TAG = re.compile(rf"</?(?:(?P<inline>{INLINE})|{BLOCK})(?:{ATTRIBUTES})?/?>", re.I)
ENTITY = re.compile(r"&(?:[a-zA-Z]{2,8}|#\d{2,6}|#x[\da-fA-F]{2,5});")
SIGN = re.compile(
    r"&(?:nbsp|e[mn]sp|[lr][ds]quo|[mn]dash|hellip|middot|times|deg|permil|#\d{2,6}|#x[\da-fA-F]{2,5});"
)
UNSEEN = re.compile(r"<(script|style)[\s>].*?</\1\s*>|<!--.*?-->", re.I | re.S)
CODE = re.compile(  # of a forum; what stands between [img] and [/img] is an address
    r"\[(img|attach|attachimg|media|flash|email)\b[^\[\]]{0,80}\][^\[\]]{0,300}\[/\1\]"
    r"|\[/?(?:align|quote|table|tr|td|list|indent|p|float)\b(?:=[^\[\]]{0,200})?\]"
    r"|(?P<inline>\[/?(?:url|b|i|u|s|size|color|font|backcolor)(?:=[^\[\]]{0,200})?\])",
    re.I,
)
LINE_END = re.compile(r"(?:\\r)?\\n(?![a-z])")  # written out
SOUNDS = tuple(  # two patterns, since what begins with one character is sought many times as fast
    re.compile(rf"{bracket}(?<=[一-鿿].)[a-zāáǎàōóǒòēéěèīíǐìūúǔùǖǘǚǜü]{{1,6}}\s?[)）]")
    for bracket in (r"\(", "（")
)
TONE = re.compile("[āáǎàōóǒòēéěèīíǐìūúǔùǖǘǚǜ]")
FEWEST = 3  # characters whose sound is given; of tags one ends a line
NOTHING = "\u200b"  # which no reading sees


def without_markup(text):
    """A text of the same length without the marks that a copy of a page left in it.

    Tags that end a line, codes of forums and line ends that are written out become blanks; tags within a line and the
    sound of a character in brackets become characters that are not seen, so that words stay whole.

    >>> from govnlp.text import normalise
    >>> normalise(without_markup("<p><b>青</b>槐区<br />修渠。</p>")).split()
    ['青槐区', '修渠。']
    >>> normalise(without_markup("会议(huì)强(qiáng)調(diào)"))
    '会议强調'
    >>> normalise(without_markup("疏浚&ldquo;百里渠&rdquo;"))
    '疏浚“百里渠”'
    """
    if "<" in text and TAG.search(text):
        text = ENTITY.sub(_character, TAG.sub(_blank, UNSEEN.sub(_blanks, text)))
    elif "&" in text:  # left by a page that writes its signs as what writes signs
        text = SIGN.sub(_character, text)
    if "[" in text:
        text = CODE.sub(_blank, text)
    if "\\n" in text:
        text = LINE_END.sub(_blanks, text)
    if any(x.search(text) for x in SOUNDS) and len(TONE.findall(text)) >= FEWEST:
        for sound in SOUNDS:
            text = sound.sub(lambda found: NOTHING * len(found[0]), text)
    return text


def _blanks(found):
    return "".join(x if x == "\n" else " " for x in found[0])


def _blank(found):
    """What stands for a tag or a code: nothing that is seen within a line, a tab before a cell, blanks else."""
    if found["inline"]:
        return "".join(x if x == "\n" else NOTHING for x in found[0])
    return "\t" + _blanks(found)[1:] if found[0][:3].lower() in ("<td", "<th") else _blanks(found)


def _character(found):
    """The character that an entity stands for, with nothing that is seen in the rest of its place."""
    character = html.unescape(found[0])
    return found[0] if len(character) != 1 else character + NOTHING * (len(found[0]) - 1)
