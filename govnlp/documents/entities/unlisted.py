"""Places that the divisions lack (former and invented ones, misspelt ones), by their offices and their names."""

import re
from collections import Counter
from functools import lru_cache

from govnlp.documents.entities.divisions import gazetteer
from govnlp.documents.entities.personal_names import is_name

# before the name of a place: whose committee of that place it is
PARTIES = (
    "中国共产党|中共|政协|民[盟建革进]|农工党|致公党|九三学社|台盟|共青团|工商联"
    "|中国(?:人民政治协商会议|共产主义青年团|国民党革命委员会|民主同盟|民主建国会|民主促进会|农工民主党)"
)
OFFICE = (
    "委(?:书记|副书记|常委|办公室|[一-鿿]{2}部)?|人民政府|政府|人民代表大会|人大|政协|纪委|人民法院"
    "|区长|县长|市长|第?[一二三四五六七八九十]+届"
    "|(?![各乡镇])[一-鿿]{2,4}(?:[镇乡]|街道)(?:[：:]|[镇乡]长|党委|党工委|人民政府|政府)"  # of one of its towns
)
CUT = re.compile("\n(?=第[一二三四五六七八九十]{1,3}届)")  # a line end within such a line
OF_PLACE = re.compile(rf"[区县市旗](?<=[一-鿿]{{2}}.)({OFFICE})")  # what a class opens is sought fast
HAN = re.compile("[一-鿿]")
# a whole name at a border of words on both sides: 到青槐区考察, not 完成都市区规划
WHOLE = re.compile(
    r"[区县市旗](?:(?<=\A[一-鿿]{2}.)|(?<=[^一-鿿][一-鿿]{2}.)|(?<=[在到是于与和对向为从赴由年月][一-鿿]{2}.))"
    "(?![域内外长级里中上下属情民容场花]|[〔［（(](?:19|20))"
)
NO_STEM = re.compile(
    "^原..$|族$|[全我本各该两社城辖园小地片校库新郊省市州区县在和与及请表治政特山矿林牧灾老发景设任经由向报受为到是请让被把将对与从按据会给實院厂贸展控超争]$|大都$|^[在是由为访向对从和与及到们各日丨]|的"
)
APPOINTED = re.compile("(?:免去|任命)(?:[^。；\n]*、)?$")  # before a person: 免去林强|县人大...职务
REACH = 60  # characters before a person in which a list of appointments may open
LONG = 4  # characters of a name that may be a shorter one behind a character of another word
PLACE_TAGS = ("ns", "nr", "nz", "nrt")
# tags of words with which no name is made: conjunctions, adverbs, prepositions, numbers ...
NO_NAME = "cdprum"


def by_office(text):
    """The place whose offices a text names most, and the first of them; or None.

    >>> by_office("中共青槐区委、青槐区政府和临溪区政府")
    ('青槐区', '青槐区委')
    """
    text = re.sub(PARTIES, "\n", CUT.sub("", text))  # 中共青槐区委
    offices = [(x.start() + 1, x[1]) for x in OF_PLACE.finditer(text)]
    found = [(text[end - 3 : end], office) for end, office in offices if _is_unlisted(text, end - 3, end)]
    short = Counter(name for name, _ in found)
    long = Counter(text[end - 4 : end] for end, _ in offices if _is_unlisted(text, end - 4, end))
    best = min(short, key=lambda name: (-short[name], name), default=None)
    if best is None or any(2 * n > short[best] for name, n in short.items() if name != best):
        return None
    name = min((x for x in long if x.endswith(best) and long[x] == short[best] > 1), default=best)
    return name, next(name + office for x, office in found if x == best)


def _is_unlisted(text, begin, end):
    """Whether what stands there may be the whole name of a place.

    It is not the end of one that the table has (昆|都仑区), nor does it begin within a word (对|话青槐区).
    """
    longer = range(max(0, begin - 3), begin)
    return bool(
        begin >= 0
        and HAN.match(text, begin)
        and may_be_unlisted(text[begin:end])
        and not _is_person(text, begin, end)
        and not any(text[at:end] in gazetteer()[0] for at in longer)
        and (end - begin < LONG or not _within_word(text, begin))
    )


def _is_person(text, begin, end):
    """Whether what stands there is somebody who is appointed or dismissed, and the county of the office."""
    return is_name(text[begin : end - 1]) and bool(APPOINTED.search(text, max(0, begin - REACH), begin))


def _within_word(text, at):
    """Whether a place in a text is the middle of a word of two characters that the dictionary knows."""
    import rjieba

    pair = text[max(0, at - 1) : at + 1]
    return len(pair) == 2 and rjieba.cut(pair, False) == [pair]


def by_name(text):
    """The one district, county or city that a text names, and whose name it uses again; or None.

    >>> by_name("在青槐区，渠清了。青槐人说好。"), by_name("在青槐区和临溪区，青槐、临溪都好。")
    ('青槐区', None)
    """
    ends = (m.end() for m in WHOLE.finditer(text))
    found = {text[end - 3 : end] for end in ends if not _is_person(text, end - 3, end)}
    names = set(filter(may_be_unlisted, found))
    name = min(names, default=None)
    return name if len(names) == 1 and text.count(name[:-1]) > 1 else None


@lru_cache(maxsize=10_000)
def may_be_unlisted(name):
    """Whether a name may be that of a division that the table lacks: none of its own, and no word before its kind."""
    import rjieba

    stem = name[:-1]
    if NO_STEM.search(stem) or any(name[at:] in gazetteer()[0] for at in range(len(stem))):  # 代表|赵县
        return False
    words = rjieba.tag(stem)
    if len(words) == 1 and rjieba.cut(stem, False) == [stem]:
        return words[0][1] in PLACE_TAGS
    return not any(tag[0] in NO_NAME for _, tag in words)
