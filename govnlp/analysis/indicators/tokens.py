"""A text as tokens with roles: values, times, titles and quotations as one token each, the rest cut and tagged once."""

import re
from functools import cache, lru_cache
from itertools import chain, pairwise

from govnlp.analysis.indicators.patterns import pattern
from govnlp.lexicons import lexicon_content, lexicon_path

HAN = re.compile("[一-鿿]")
NOUNS = frozenset("n nr ns nt nz nrt ng vn a an ad b j l i k eng s f ag z g q t h tg m vi zg".split())
NONE = frozenset()
RATE = frozenset(("bare",))
SETTLED = re.compile(
    "r(?=[nbgasv])|w(?=Q)|(?<=[nbl])[rf](?=Qn)"
)  # verbs of change that are others by what follows
APART = {"比均", "按该", "比降", "比升"}  # what it joins though they are two words
AFTER = frozenset("均较拟约仅为占共降升增")  # what the tagger joins to the end of a noun
BEFORE = 10  # characters of what a value is compared with (比上年同期)
MARK = "\ue000"  # of private use: stands for a value, a time, a title while the rest is tagged


class Token:
    """A word with its tag, its roles (from the lexemes) and the one letter that patterns see."""

    __slots__ = ("letter", "roles", "start", "tag", "value", "word")

    def __init__(self, word, tag, roles, letter, start, value=None):
        self.word, self.tag, self.roles, self.letter = word, tag, roles, letter
        self.start, self.value = start, value

    @property
    def end(self):
        """Where it ends in the text."""
        return self.start + len(self.word)


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
    atoms = list(_atoms(text, start, stop, quantities))
    pieces, at = [], start
    for first, last, _, _ in atoms:
        listed = at > start and text[at:first] == ":"
        pieces += ["、" if listed else text[at:first], MARK]
        at = last
    pieces.append(text[at:stop])
    return _tokens([*chain.from_iterable(map(_entries, tag("".join(pieces))))], atoms, text, start)


def _atoms(text, start, stop, quantities):
    """What is one token whatever the tagger says: start, end, kind and number of the quantity."""
    for i, q in enumerate([*quantities, None]):
        for m in pattern("atoms").finditer(text, start, q.start if q else stop):
            yield m.start(), m.end(), m.lastgroup, None
        if q:
            yield q.start, q.end, "Q", i
            start = q.end


def settle(tokens, quantities, text):
    """Make verbs of change acts where what they act on follows (新增企业, 提升路段); 加快 one, before a share.

    Those that tell what counted papers are about (能耗下降3项指标, not 减少3项指标) are nouns.
    应 is a word of the name where what was done follows (应到90人,实到80人), 既有 one that says nothing before 又,
    and 多 a verb of change behind another time (比去年多20家).
    """
    for t in tokens:
        if t.word == "应" and pattern("due").match(text, t.start):
            t.letter, t.roles = "n", NONE
        elif t.word == "既有" and pattern("both").match(text, t.start):
            t.letter, t.roles = "w", lexemes()["有"]
        elif t.word in "多少" and (m := pattern("than before").search(text, max(0, t.start - BEFORE), t.end)):
            t.letter, t.roles = m.lastgroup[0], frozenset((m.lastgroup,))
    for m in SETTLED.finditer(letters_of(tokens)):
        t, following = tokens[m.start()], tokens[m.end()]
        counted, acts = following.letter == "Q" and t.letter in "rf", "act" in t.roles
        if counted and quantities[following.value].kind == "count" and "about" in tokens[m.end() + 1].roles:
            listed = any(x.letter in "ic" for x in tokens[: m.start()])
            t.letter = t.letter if acts and not listed else "n"
        elif t.letter == "r" and acts and not counted:
            t.letter = "a"
        elif "quicken" in t.roles and quantities[following.value].kind == "share":  # 增速加快0.6个百分点
            t.letter = "r"


def _tokens(entries, atoms, text, at):
    """Tokens of tagged words in which a private character stands for each atom."""
    waiting, known, beginnings = iter(atoms), lexemes(), _beginnings()
    letters = lexicon_content("grammar.yaml")["letters"]["atoms"]
    tokens, taken, bracketed = [], 0, False
    for i, (word, kind, roles, letter, more) in enumerate(entries):
        if i < taken:
            continue
        if not (more or bracketed):  # as most words are
            tokens.append(Token(word, kind, roles, letter, at))
            at += len(word)
            continue
        if word == MARK:
            first, at, group, value = next(waiting)
            letter = "n" if group == "per" and text[first + 1] in "百千万十" else letters[group]
            tokens.append(Token(text[first:at], group, NONE, letter, first, value))
            bracketed = group == "bracket"
            continue
        if word.isspace():
            at += len(word)
            continue
        longer, k = word, i + 1
        while longer in beginnings and k < len(entries):
            longer, k = longer + entries[k][0], k + 1
            if longer in known:
                (word, kind, roles, letter, _), taken = _entry(longer, "n"), k
        begin, at = at, at + len(word)
        if word == "率" and tokens and tokens[-1].tag[0] == "v":  # 完工率
            rate = tokens.pop()
            begin, word, kind, roles, letter = rate.start, rate.word + word, "n", RATE, "b"
        elif bracketed and tokens[-2:][0].word + word in known:  # 新(改)建
            begin, word = tokens[-2].start, tokens[-2].word + word
            kind, roles, letter, _ = _entry(word, kind)[1:]
            del tokens[-2:]
        bracketed = False
        tokens.append(Token(word, kind, roles, letter, begin))
    return tokens


@lru_cache(maxsize=65536)
def _entries(tagged):
    """A tagged word as it is used; parted where the tagger joins it with one around a value (价格上涨, 均排)."""
    word, kind = tagged
    if 1 < len(word) < 6 and word not in lexemes():
        if len(word) > 3 and word[-2:] in ends("rise", "fall"):
            return _entry(word[:-2], "n"), _entry(word[-2:], "v")
        if word in APART or (word[0] in "率数额量期面村镇约" and word[1:] in AFTER):
            return _entry(word[0], "n"), _entry(word[1], "d")
        if word[0] == "占" and len(word) > 2 and word[1:] in lexemes():  # 占限上
            return _entry("占", "v"), _entry(word[1:], "v")
        if word[1:] == "有" and kind == "v" and word[0] in "中省市县区州镇乡":  # 云岭省|有(三个区)
            return _entry(word[0], "n"), _entry("有", "v")
        if word[0] in "均中" and "ranked" in lexemes().get(word[1:], NONE):
            return _entry(word[0], "d"), _entry(word[1:], kind)
        if (word[-1] in "达跃" or word[2:] == "比") and kind[0] in "vn" and word[-2:] not in lexemes():
            return _entry(word[:-1], "n"), _entry(word[-1], "v")
        if word[-2:] in having("act") and (word[:-2] == "共" or word[:-2] in having("manner")):  # 积极参与
            return _entry(word[:-2], "d"), _entry(word[-2:], "v")
        if word[2:] == "重点" and word[:2] in having("level"):
            return _entry(word[:2], "b"), _entry("重点", "n")
        if len(word) == 4 and {word[:2], word[2:]} <= having("act"):  # 建成投产
            return _entry(word[:2], "v"), _entry(word[2:], "v")
    return (_entry(word, kind),)


def _entry(word, kind):
    """A word with its tag, roles and letter, and whether more than itself has to be looked at.

    That is so where a longer word of the lexemes begins with it, where it may end one, and where it is none.
    """
    roles = lexemes().get(word, NONE)
    called = word[-1] in "为在" and "predicate" in roles  # 认定为
    called = called or (kind == "nr" and "predicate" in roles)
    kind = "v" if called or (kind in ("d", "ad") and "act" in roles) else kind  # (片区)更新(项目)
    kind = "b" if kind in ("c", "r") and "selector" in roles else kind  # 既有(住宅), 本地(企业)
    more = word in _beginnings() or word in ("率", MARK) or word.isspace()
    return word, kind, roles, _letter(word, kind, roles), more


@cache
def _beginnings():
    """Beginnings of the words of the lexemes."""
    return frozenset(w[:k] for w in lexemes() for k in range(1, len(w)))


def _letter(word, kind, roles):
    """Letter of a word in patterns; docs/indicators.md lists them."""
    letters = lexicon_content("grammar.yaml")["letters"]
    if word in letters["punctuation"]:
        return letters["punctuation"][word]
    for role, letter in letters["roles"].items() if roles else ():
        if role in roles:
            return letter
    other = kind not in NOUNS and (not HAN.match(word) or kind.startswith("u"))
    return letters["tags"].get(kind, "x" if other else "n")


def letters_of(tokens):
    """Letters of tokens."""
    return "".join([t.letter for t in tokens])


def text_of(tokens):
    """Text of tokens without brackets."""
    return "".join([t.word for t in tokens if t.letter != "x"])


def dash_of(tokens):
    """Place of the dash behind which names follow those counted (三家公司——甲厂、乙厂), or their number."""
    dashed = (i for i, (t, u) in enumerate(pairwise(tokens)) if i and t.word == u.word == "—")
    return next(dashed, len(tokens))


def roles_of(tokens):
    """Roles that any of some tokens can play."""
    return NONE.union(*[t.roles for t in tokens])


def leading_act(words):
    """Verb that a phrase opens with (引进, 新建, 优化), as its words."""
    taken = []
    for i, t in enumerate(words):
        following = words[i + 1].letter if i + 1 < len(words) else "-"
        if taken and "trait" in t.roles and following in "nb":
            break  # 新增(上市公司)
        verb = following in "aw" and (t.letter in "vr" or t.word == "新")
        leads = not i and (verb or (t.letter in "rf" and "act" in t.roles))
        joins = bool(taken) and t.letter == "c" and following in "ar"
        if not (t.letter == "a" or leads or joins):  # 升级改造
            break
        taken.append(t)
    return taken
