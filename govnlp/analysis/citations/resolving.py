"""Which document a citation means, and how that document ranks."""

import re
from functools import cache

from govnlp.lexicons import lexicon_content

WRAPPED = re.compile(r"(?:印发|转发|批转|发布|公布|颁布)《?(.+?)》?的(?:通知|决定|公告|令)$")
STATE = "中华人民共和国"
COMMON = ("政府工作报告", "工作报告")
"""Titles that every place has, and that alone name no document."""
UNKNOWN = 8
"""Rank of what no row of the lexicon knows."""


def title_key(title):
    """What two forms of one title have in common: no quotes, no name of the state, no blanks.

    >>> title_key("中华人民共和国水法"), title_key("关于保护〈水源〉的通知")
    ('水法', '关于保护水源的通知')
    """
    return re.sub(r"[《》〈〉<>“”\s]", "", title or "").removeprefix(STATE)


def number_key(number):
    """A number without its brackets and 第, which are printed in many ways.

    >>> number_key("云政发〔2020〕7号") == number_key("云政发[2020]第7号")
    True
    """
    return re.sub(r"[〔\[【（(〖［〕\]】）)〗］第年\s]", "", number or "")


class Register:
    """The documents of a corpus by title, by what their title hands on (印发《…》), and by number."""

    def __init__(self, documents):
        self.titles, self.numbers = {}, {}
        for doc_id, title, number in documents[["doc_id", "title", "doc_number"]].itertuples(
            index=False, name=None
        ):
            if isinstance(number, str):
                self.numbers.setdefault(number_key(number), []).append(doc_id)
            if isinstance(title, str):
                for key in _names(title):
                    self.titles.setdefault(key, []).append(doc_id)

    def find(self, title, number, citing=None):
        """doc_id of the one document that is meant, or None: by number, else by title, and no other than by these.

        Parameters
        ----------
        title, number : str or None
        citing : str, optional
            The document that cites; it does not cite itself.

        Returns
        -------
        str or None
        """
        key = title_key(title)
        titled = None if key in COMMON else self.titles.get(key)
        for found in (self.numbers.get(number_key(number)), titled):
            others = sorted(set(found or ()) - {citing})
            if len(others) == 1:
                return others[0]
        return None


def _names(title):
    """Keys under which a title is found: itself, without its issuer, and what it hands on."""
    whole = title_key(title)
    inner = WRAPPED.search(title)
    about = re.search("关于.{6,}", whole)
    return {whole, title_key(inner[1]) if inner else whole, about[0] if about else whole} - {""}


@cache
def _places():
    """Names of provinces, cities and counties with their kind, by their first two characters, the longest first."""
    from govnlp.documents.entities.divisions import regions

    found = {}
    for region in regions():
        if len(region.name) > 2:
            kind = "province" if not region.parents else "county" if region.is_county else "city"
            found.setdefault(region.name[:2], {})[region.name] = kind
        if not region.parents:  # 海南自由贸易港条例
            found.setdefault(region.short[:2], {})[region.short] = "province"
    return {start: sorted(names.items(), key=lambda x: -len(x[0])) for start, names in found.items()}


@cache
def rank_of(title, number=None):
    """Rank of a document by its title and number: 1 law ... 7 county, 8 unknown.

    >>> [rank_of(x) for x in ("中华人民共和国水法", "城镇排水条例", "取水办法", "市水务局关于清淤的函")]
    [1, 2, 8, 6]
    >>> rank_of("关于保护水源的通知", "国发〔2020〕7号")
    3
    """
    title = re.sub(
        r"[（(〔][^（）()〔〕]{1,24}[）)〕]$", "", re.sub("^《|》$", "", title or "")
    ).removeprefix(STATE)
    title = title.removeprefix("中共") if not title.startswith("中共中央") else title
    place = next((kind for name, kind in _places().get(title[:2], ()) if title.startswith(name)), "")
    values = {"title": title, "number": number or "", "place": place}
    for row in lexicon_content("citations.yaml")["ranks"]:
        if re.search(row["pattern"], values[row["in"]]):
            return row["rank"]
    return UNKNOWN
