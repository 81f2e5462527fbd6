"""Labels before the turns of interviews: which ask, which answer, and who speaks under them."""

import re

from govnlp.documents.entities.personal_names import surname_length

QUOTED = r"[“\x22「『][^“”\x22「」『』]{1,16}[”\x22」』]"
ASKS = re.compile(
    rf"(?!.*答(?:记者|网友))(?:.{{0,18}}(?:记者|主持人|提问者?)|.{{0,8}}网友|.{{0,8}}问|问题|Q|.{{0,4}}(?:采访|访谈)[组者人]|Reporter|Interviewer|Host|Moderator|[一-鿿]{{0,4}}(?:市民|居民|群众|观众|听众|读者|企业代表|来信))"
    rf"(?:{QUOTED}.*|[一二三四五六甲乙丙丁A-D])?$"
)
ANSWERS = re.compile(r".{0,12}(?:答|答复|回答|回复)$|^A$")
VERB = re.compile(r"(?<=..)(?:提问|追问|问|答复|回答|回复|答)$")
COUNTED = r"(?:[QA]|[问答])\d{1,2}\s?[.、．]"  # Q1. 谁能领？ A1. 农民。
NAME = re.compile(r"(?:[一-鿿·]{2,8}|[A-Z][A-Za-z .]{1,20}|[*×]{1,3})$")  # or what stands for a name


def plain_label(label):
    """A label without its office in brackets, its number, and the blanks within a name.

    >>> plain_label("林 溪(水务局局长)"), plain_label("主持人 周渠"), plain_label("水务局局长 林溪")
    ('林溪', '主持人', '林溪')
    >>> plain_label("水务局局长林 溪"), plain_label("问2.")
    ('林溪', '问')
    """
    label = label.rstrip(" .、．")
    label = re.sub(r"\s?[(].*[)]$", "", label)
    pieces = label.split()
    if len(pieces) > 1:
        single = all(len(x) == 1 for x in pieces)
        if not single and len(pieces[-1]) == 1 and surname_length(pieces[-2][-1]):
            pieces, single = [pieces[-2][-1], pieces[-1]], True
        label = "".join(pieces) if single else pieces[0] if ASKS.match(pieces[0]) else pieces[-1]
    return label.rstrip("0123456789") or label


def speaker_of(label):
    """Who speaks under a label.

    >>> [speaker_of(x) for x in ("市民提问", "林溪答", "问", "主持人")]
    ['市民', '林溪', '问', '主持人']
    """
    return VERB.sub("", label)
