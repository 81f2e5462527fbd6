"""A text as tokens with roles: values, times, titles and quotations as one token each, the rest cut and tagged once."""

import re
from functools import cache
from itertools import pairwise

from govnlp.lexicons import lexicon_path

HAN = re.compile("[一-鿿]")
ATOMS = re.compile(
    "(?P<title>《[^》]{1,60}》)|(?P<bracket>(?<![一-鿿、和])第[一二三四五六七八九十百]+条|\\([^()]{0,30}\\)|\\[\\d+\\])"
    "|(?P<time>(?:(?:从|自|到|至|截至|截止|于)(?=\\d{4}年))?\\d{4}年?(?:-|—|至|到)\\d{4}年|(?:到|截至)?(?:19|20)\\d\\d(?:年度|年|届)(?:\\d{1,2}月)?(?:\\d{1,2}日)?(?:以来|期间|[底末初]|上半年|下半年)?"
    "|(?:今|去|明|前|上|本|当|全|历|近|今后|过去|未来|前)[一二两三四五六七八九十几]?年(?:度|来|内|[底末初]|以来|全年|上半年|下半年)?(?!级|代|龄)"
    "|近[一二两三四五六七八九十几\\d]+年来?|[一二三四五六七八九]年来|[一二三四五六七八九]年(?=累计)|“?十[一二三四五]五”?(?:期间|时期|以来|[末前后])?"
    "|(?:[上下]半年|前?[一二三四]季度)|\\d{1,2}月(?:份|\\d{1,2}日|[底末初]|[上中下]旬)?(?:以来|前)?)"
    "|(?P<quote>“[^“”]{1,24}”)|(?P<per>每(?:[人户月年日天周生家亩吨次间枚名头只件辆台套班册斤张份床村县镇校项]|学期|学年|季度|公里|平方米|千瓦时|公斤|课时|小时)(?!年?度))"
    "|(?P<letters>[A-Za-z][A-Za-z0-9&.+-]*|\\d+[A-Za-z]+)"
)
PUNCTUATION = {",": ",", ";": ";", ":": ":", "、": "i", "。": ".", "!": ".", "?": ".", "\n": "."}
CONJUNCTIONS = {"和", "与", "及", "以及", "暨", "或", "或者"}
DE = {"的", "之"}
NOUNS = frozenset("n nr ns nt nz nrt ng vn a an ad b j l i k eng s f ag z g q t h tg m vi zg".split())
LONGEST_WORD = 4  # tokens that are joined to one word of the lexemes at most
NONE = frozenset()
NOT_PARTED = {"发达", "到达", "表达", "传达", "下达", "抵达", "送达", "直达", "飞跃", "活跃", "跨跃", "均衡"}


class Token:
    """A word with its tag, its roles (from the lexemes) and the one letter that patterns see."""

    __slots__ = ("word", "tag", "roles", "letter", "start", "end", "value")

    def __init__(self, word, tag, roles, letter, start, value=None):
        self.word, self.tag, self.roles, self.letter, self.start = word, tag, roles, letter, start
        self.end, self.value = start + len(word), value

    def __repr__(self):
        return f"{self.word}/{self.letter}"


@cache
def lexemes():
    """Roles of the words of the lexicon: word -> set of roles."""
    roles = {}
    for line in lexicon_path("lexemes.csv").read_text(encoding="utf-8").splitlines():
        word, comma, played = line.partition(",")
        if comma and not line.startswith("#") and word != "word":
            roles[word] = frozenset(played.split())
    return roles


@cache
def having(role):
    """Words that can play a role.

    Examples
    --------
    >>> "增长" in having("rise"), "增长" in having("fall")
    (True, False)
    """
    if role == "change":
        return frozenset(w for w, r in lexemes().items() if r & {"rise", "fall"} and len(w) == 2)
    return frozenset(w for w, roles in lexemes().items() if role in roles)


def tag(text):
    """Words with their parts of speech."""
    import rjieba

    return rjieba.tag(text)


def tokenize(text, start, stop, quantities):
    """Tokens of a stretch of text.

    Parameters
    ----------
    text : str
        Half-width.
    start, stop : int
        Where the stretch begins and ends.
    quantities : list of Quantity
        Those within it, in order: each becomes one token.

    Returns
    -------
    list of Token
        Every one with its place in the text; `value` is the number of the quantity.

    Examples
    --------
    >>> from govnlp.analysis.indicators.quantities import find_quantities
    >>> text = "2021年固定资产投资增长5%"
    >>> [(t.word, t.letter) for t in tokenize(text, 0, len(text), find_quantities(text))]
    [('2021年', 't'), ('固定资产', 'n'), ('投资', 'a'), ('增长', 'r'), ('5%', 'Q')]
    """
    atoms, at = [], start
    for i, q in enumerate([*quantities, None]):
        until = q.start if q else stop
        for m in ATOMS.finditer(text, at, until) if at < until else ():
            atoms.append((m.start(), m.end(), m.lastgroup, None))
        if q:
            atoms.append((q.start, q.end, "Q", i))
            at = q.end
    pieces, at = [], start
    for first, last, _, _ in atoms:
        pieces += [text[at:first], "\ue000"]
        at = last
    pieces.append(text[at:stop])
    tokens = list(_tokens(_parted(tag("".join(pieces))), atoms, text, start))
    for t, following in pairwise(tokens):
        if t.letter == "r" and "act" in t.roles and following.letter in "nbga":  # 新增企业, 提升路段
            t.letter = "a"
    return tokens


def _parted(tagged):
    """Tagged words, those parted that the tagger joins with a word around a value (价格上涨, 均排, 营收达)."""
    for word, kind in tagged:
        if 1 < len(word) < 6 and word not in lexemes():
            if word[-2:] in having("change") and len(word) > 3:
                yield word[:-2], "n"
                yield word[-2:], "v"
                continue
            if word[0] in "均" and word[1:] in lexemes():
                yield word[0], "d"
                yield word[1:], kind
                continue
            if word[-1] in "达跃" and kind == "v" and len(word) == 2 and word not in NOT_PARTED:
                yield word[0], "n"
                yield word[1], "v"
                continue
        yield word, kind


def _tokens(tagged, atoms, text, start):
    """Tokens of tagged words in which a private character stands for each atom."""
    tagged = list(tagged)
    letters = {"quote": "n", "title": "n", "bracket": "x", "time": "t", "per": "x", "letters": "n", "Q": "Q"}
    waiting, at, i = iter(atoms), start, 0
    words = [w for w, _ in tagged]
    while i < len(tagged):
        word, kind = tagged[i]
        if word == "\ue000":
            first, last, group, value = next(waiting)
            yield Token(text[first:last], group, NONE, letters[group], first, value)
            at, i = last, i + 1
            continue
        size = _size(words, i)
        word = "".join(words[i : i + size])
        roles = lexemes().get(word, NONE)
        yield Token(word, kind if size == 1 else "n", roles, _letter(word, kind, roles, size), at)
        at, i = at + len(word), i + size


def _size(words, i):
    """How many words from here on make one word of the lexemes."""
    known = lexemes()
    for size in range(min(LONGEST_WORD, len(words) - i), 1, -1):
        if "".join(words[i : i + size]) in known:
            return size
    return 1


def _letter(word, kind, roles, size):
    """Letter of a word in patterns; docs/indicators.md lists them."""
    if word in PUNCTUATION:
        return PUNCTUATION[word]
    if word in CONJUNCTIONS:
        return "c"
    if word in DE:
        return "d"
    for role, letter in LETTERS:
        if role in roles:
            return letter
    if kind in ("v", "vd", "vg"):
        return "v"
    if kind in ("p", "r"):
        return "p" if kind == "p" else "o"
    if kind in ("d", "ad") and size == 1:
        return "m"
    if kind in NOUNS:
        return "n"
    return "x" if not HAN.match(word) or kind.startswith("u") else "m" if kind == "y" else "n"


LETTERS = (
    ("fine", "F"), ("rise", "r"), ("fall", "f"), ("share", "z"), ("exceed", "e"), ("scope", "s"), ("level", "g"),
    ("ranked", "k"), ("light", "w"), ("act", "a"), ("link", "l"), ("manner", "m"), ("modal", "m"), ("bare", "b"),
)  # fmt: skip


def text_of(tokens):
    """Text of tokens without brackets."""
    return "".join(t.word for t in tokens if t.letter != "x")


