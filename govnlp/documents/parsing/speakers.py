"""Labels before the turns of interviews: which ask, which answer, and who speaks under them."""

import re

from govnlp.documents.entities.mentions import is_person, is_word
from govnlp.documents.entities.personal_names import is_name, surname_length, surnames

QUOTED = r"[“\x22「『][^“”\x22「」『』]{1,16}[”\x22」』]"
ASKS = re.compile(
    rf"(?!.*答(?:记者|网友))(?:.{{0,18}}(?:记者|主持人|提问者?)|.{{0,8}}网[友民]|.{{0,8}}问|问题|Q|.{{0,4}}(?:采访|访谈)[组者人]|Reporter|Interviewer|Host|Moderator|[一-鿿]{{0,4}}(?:市民|居民|群众|观众|听众|读者|企业代表|来信))"
    rf"(?:{QUOTED}.*|[一二三四五六七八九十]{{1,3}}|[甲乙丙丁A-D]|\d{{1,2}}|[一-鿿](?:某{{1,2}}|女士|先生|小姐|同志|大[爷妈叔姐哥]|阿姨)|[小老阿][一-鿿])?$"
)
ANSWERS = re.compile(r".{0,12}(?:答|答复|回答|回复)$|^A$")
VERB = re.compile(r"(?<=..)(?:提问|追问|问|答复|回答|回复|答)$")
VOICE = re.compile("播音|旁白|解说词?|画外音|同期声?")  # of a programme, whoever speaks
NUMBERED = re.compile(
    r".*(?:网[友民]|市民|居民|群众|观众|听众|读者)\d{1,2}$"
)  # several people; 问2 is one who asks
COUNTED = r"(?:[QA]|[问答])\d{1,2}\s?[.、．]"  # Q1. 谁能领？ A1. 农民。
ASKER = re.compile(r".{0,18}(?:记者|主持人)(?=(?P<name>[一-鿿·]{2,4})$)")  # 主持人周渠
POST = (
    "(?:[省市区县州盟旗镇乡村局厅院部组处科所站行校会董司]长|主任|书记|主席|总理|委员|代表|发言人|负责人|经理"
    "|教授|专员|专家|嘉宾|[研巡][究视]员)"
)
OF_POST = re.compile(rf".*{POST}(?=(?P<name>[一-鿿·]{{2,4}})$)")  # the post before a name: 望溪县委书记周渠
TITLED = re.compile(
    r"([一-鿿]{1,2}?)副?(?:书记|[省市区县州镇乡局厅院部校]长|主任|主席|代表|委员|总|教授)$"
)  # 周书记
PLACE = re.compile("[省市区县州镇乡村庄屯寨路街]$")
NAME = re.compile(r"(?:[一-鿿·]{2,8}|[A-Z][A-Za-z .]{1,20}|[*×]{1,3})$")  # or what stands for a name


def plain_label(label):
    """A label without its office in brackets, its number, and the blanks within a name.

    >>> plain_label("林 溪(水务局局长)"), plain_label("主持人 周渠"), plain_label("水务局局长 林溪")
    ('林溪', '主持人', '林溪')
    >>> plain_label("水务局局长林 溪"), plain_label("水务局局长林溪"), plain_label("主持人周渠"), plain_label("问2.")
    ('林溪', '林溪', '主持人', '问')
    >>> plain_label("观众2"), plain_label("问2")
    ('观众2', '问')
    """
    label = label.rstrip(" .、．")
    label = re.sub(r"\s?[(].*[)]$", "", label)
    pieces = label.split()
    if len(pieces) > 1:
        single = all(len(x) == 1 for x in pieces)
        if not single and len(pieces[-1]) == 1 and surname_length(pieces[-2][-1]):
            pieces, single = [pieces[-2][-1], pieces[-1]], True
        label = "".join(pieces) if single else pieces[0] if ASKS.match(pieces[0]) else pieces[-1]
    if not NUMBERED.match(label):
        label = label.rstrip("0123456789") or label
    for form in (ASKER, OF_POST):
        if (found := form.match(label)) and is_name(found["name"]) and not TITLED.match(found["name"]):
            return found[0] if form is ASKER else found["name"]
    return label


def speaker_of(label):
    """Who speaks under a label.

    >>> [speaker_of(x) for x in ("市民提问", "林溪答", "问", "主持人")]
    ['市民', '林溪', '问', '主持人']
    """
    return VERB.sub("", label)


def is_guest(label, n=1):
    """Whether a label that stands `n` times is surely a name: by its surname and the dictionary, and no place.

    >>> is_guest("李红"), is_guest("林小溪", 2), is_guest("强产业", 2), is_guest("周庄镇", 2)
    (True, True, False, False)
    """
    named = label[0] in surnames()["common"] and is_name(label) and not PLACE.search(label)
    return named and (is_person(label) or (n > 1 and not is_word(label)))


def is_surname(label):
    """Whether a label is a surname and nothing else."""
    return 0 < len(label) == surname_length(label)


def whole_names(names, known=()):
    """The name behind each label that is a surname, alone or with a title, or a post with a name, where one has it.

    `known` are names of those who are no labels.

    >>> whole_names(["周渠", "周书记", "林区长", "区长渠三", "渠三"])
    {'周书记': '周渠', '区长渠三': '渠三'}
    >>> whole_names(["记者", "周"], {"周渠"})
    {'周': '周渠'}
    """
    full = {x for x in (*names, *known) if is_name(x) and not TITLED.match(x)}
    short = {
        x: x if is_surname(x) else surname[1] for x in names if (surname := TITLED.match(x)) or is_surname(x)
    }
    found = {x: [y for y in full if y.startswith(surname)] for x, surname in short.items()}
    found |= {x: [post["name"]] for x in names if (post := OF_POST.match(x)) and post["name"] in names}
    return {x: whole[0] for x, whole in found.items() if len(whole) == 1}
