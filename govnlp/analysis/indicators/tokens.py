"""A text as tokens with roles: values, times, titles and quotations as one token each, the rest cut and tagged once."""

import re
from functools import cache, lru_cache
from itertools import pairwise

from govnlp.lexicons import lexicon_path

HAN = re.compile("[一-鿿]")
ATOMS = re.compile(  # the first line fails at once where nothing can begin
    "(?=[《第(\\[\\dA-Za-z从自到至截于今去明前上下本当全历近过未一二两三四五六七八九十“每年])(?:"
    "(?P<title>《[^》]{1,60}》)|(?P<bracket>(?<![一-鿿、和])第[一二三四五六七八九十百]+条|(?<![\\d一-鿿.])\\d{1,2}\\.(?=[一-鿿])|(?<![^。;:!?\\n])[一二三四五六七八九十]{1,3}、(?![一二三四]|[^、,。]{0,2}、?三产)|\\([^()]{0,30}\\)|\\[\\d+\\])"
    "|(?P<time>(?:(?:从|自|(?<![高长加升少降低短大展减])[到至]|截至|截止|于)(?=\\d{4}年))?\\d{4}年?(?:-|—|至|到)\\d{4}年|(?:(?<![高长加升少降低短大展减])到|截至)?(?:19|20)\\d\\d(?:年度|年|届)(?:(?:\\d{1,2}|[一二三四五六七八九]|十[一二]?)月)?(?:\\d{1,2}日)?(?:以来|期间|[底末初]|上半年|下半年)?"
    "|(?:今|去|明|前|上|本|当|全|历|近|今后|过去|未来|前)[一二两三四五六七八九十几]?年(?:度|来|内|[底末初]|以来|全年|上半年|下半年)?(?!级|代|龄)"
    "|近[一二两三四五六七八九十几\\d]+年来?|[一二三四五六七八九]年来|[两三四五]年(?:[内中间](?=[,一-鿿])|合计)|[一二两三四五六七八九十]年(?=累计|年均|新增|分别|增[长加])|“?十[一二三四五]五”?(?:期间|时期|以来|[末前后])?|“[六七八九十]五”(?:期间|时期|以来|[末前后])?|(?<!\\d)年[初末底](?!前)"
    "|(?:[上下]半年|前?[一二三四]季度)|(?:\\d{1,2}|[一二三四五六七八九]|十[一二]?)月(?:份|\\d{1,2}日|[底末初]|[上中下]旬)?(?:以来|前)?)"
    "|(?P<quote>“[^“”]{1,24}”)|(?P<per>每[百千万十]*(?:人口|[人户月年日天周生家亩吨次间枚名头只件辆台套班册斤张份床村县镇校项]|学期|学年|季度|公里|平方米|千瓦时|公斤|课时|小时)(?!年?度))"
    "|(?P<letters>[A-Za-z][A-Za-z0-9&.+-]*|\\d+[A-Za-z]+))"
)
PUNCTUATION = {",": ",", ";": ";", ":": ":", "、": "i", "。": ".", "!": ".", "?": ".", "\n": "."}
NOUNS = frozenset("n nr ns nt nz nrt ng vn a an ad b j l i k eng s f ag z g q t h tg m vi zg".split())
NONE = frozenset()
MARK = "\ue000"  # of private use: stands for a value, a time, a title while the rest is tagged
ATOM_LETTERS = {"quote": "n", "title": "n", "bracket": "x", "time": "t", "per": "x", "letters": "n", "Q": "Q"}


class Token:
    """A word with its tag, its roles (from the lexemes) and the one letter that patterns see."""

    __slots__ = ("end", "letter", "roles", "start", "tag", "value", "word")

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
    return frozenset(w for w, roles in lexemes().items() if role in roles)


@cache
def ends(*roles, least=1):
    """Words of at least so many characters that can play one of some roles, for `str.endswith`."""
    return tuple(sorted(w for w, played in lexemes().items() if played & set(roles) and len(w) >= least))


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
    [('2021年', 't'), ('固定资产投资', 'n'), ('增长', 'r'), ('5%', 'Q')]
    """
    atoms, at = [], start
    for i, q in enumerate([*quantities, None]):
        for m in ATOMS.finditer(text, at, q.start if q else stop):
            atoms.append((m.start(), m.end(), m.lastgroup, None))
        if q:
            atoms.append((q.start, q.end, "Q", i))
            at = q.end
    pieces, at = [], start
    for first, last, _, _ in atoms:
        listed = text[at:first] == ":" and first > start + 1 and pieces[-1] == MARK
        pieces += ["、" if listed else text[at:first], MARK]
        at = last
    pieces.append(text[at:stop])
    entries = []
    for word, kind in tag("".join(pieces)):
        entries += _entries(word, kind)
    return _tokens(entries, atoms, text, start)


def settle(tokens):
    """Make verbs of change acts where what they act on follows (新增企业, 提升路段)."""
    for t, following in pairwise(tokens):
        if t.letter == "r" and "act" in t.roles and following.letter in "nbgasv":
            t.letter = "a"


def _tokens(entries, atoms, text, at):
    """Tokens of tagged words in which a private character stands for each atom."""
    waiting, known, beginnings = iter(atoms), lexemes(), _beginnings()
    tokens, i, n = [], 0, len(entries)
    while i < n:
        word, kind, roles, letter, begins = entries[i]
        i += 1
        if word == MARK:
            first, at, group, value = next(waiting)
            letter = "n" if group == "per" and text[first + 1] in "百千万十" else ATOM_LETTERS[group]
            tokens.append(Token(text[first:at], group, NONE, letter, first, value))
            continue
        if begins:
            longer, k = word, i
            while k < n and longer in beginnings:
                longer += entries[k][0]
                k += 1
                if longer in known:
                    (word, kind, roles, letter, _), i = _entry(longer, "n"), k
        begin, at = at, at + len(word)
        if tokens and tokens[-1].tag == "bracket" and tokens[-2:][0].word + word in known:  # 新(改)建
            begin, word = tokens[-2].start, tokens[-2].word + word
            kind, roles, letter, _ = _entry(word, kind)[1:]
            del tokens[-2:]
        tokens.append(Token(word, kind, roles, letter, begin))
    return tokens


@lru_cache(maxsize=65536)
def _entries(word, kind):
    """A tagged word as it is used; parted where the tagger joins it with one around a value (价格上涨, 均排)."""
    if 1 < len(word) < 6 and word not in lexemes():
        if word[-2:] in _changes() and len(word) > 3:
            return _entry(word[:-2], "n"), _entry(word[-2:], "v")
        if len(word) == 2 and word[0] in "率数额量期" and word[1] in "均较拟约仅为":
            return _entry(word[0], "n"), _entry(word[1], "d")
        if word[0] in "均中" and "ranked" in lexemes().get(word[1:], NONE):
            return _entry(word[0], "d"), _entry(word[1:], kind)
        if word[-1] in "达跃" and kind[0] in "vn" and word[-2:] not in lexemes():
            return _entry(word[:-1], "n"), _entry(word[-1], "v")
        if len(word) == 4 and {word[:2], word[2:]} <= having("act"):  # 建成投产
            return _entry(word[:2], "v"), _entry(word[2:], "v")
    return (_entry(word, kind),)


def _entry(word, kind):
    """A word with its tag, roles and letter, and whether a longer word of the lexemes begins with it."""
    roles = lexemes().get(word, NONE)
    kind = "v" if kind in ("d", "ad") and "act" in roles else kind  # (片区)更新(项目)
    return word, kind, roles, _letter(word, kind, roles), word in _beginnings()


@cache
def _changes():
    """Verbs of change of two characters."""
    return frozenset(w for w in having("rise") | having("fall") if len(w) == 2)


@cache
def _beginnings():
    """Beginnings of the words of the lexemes."""
    return frozenset(w[:k] for w in lexemes() for k in range(1, len(w)))


def _letter(word, kind, roles):
    """Letter of a word in patterns; docs/indicators.md lists them."""
    if word in PUNCTUATION:
        return PUNCTUATION[word]
    for role, letter in LETTERS:
        if role in roles:
            return letter
    if kind in ("v", "vd", "vg"):
        return "v"
    if kind in ("p", "r"):
        return "p" if kind == "p" else "o"
    if kind in ("d", "ad"):
        return "m"
    if kind in NOUNS:
        return "n"
    return "x" if not HAN.match(word) or kind.startswith("u") else "m" if kind == "y" else "n"


LETTERS = (
    ("and", "c"), ("of", "d"), ("fine", "F"), ("rise", "r"), ("fall", "f"), ("share", "z"), ("exceed", "e"),
    ("scope", "s"), ("level", "g"), ("ranked", "k"), ("light", "w"), ("act", "a"), ("link", "l"), ("manner", "m"),
    ("modal", "m"), ("bare", "b"),
)  # fmt: skip


def text_of(tokens):
    """Text of tokens without brackets."""
    return "".join([t.word for t in tokens if t.letter != "x"])
