"""One name for one indicator, whatever a text calls it: GDP, 区域GDP and 全市生产总值 are 地区生产总值."""

from functools import cache, lru_cache
from pathlib import Path

from govnlp.analysis.indicators.patterns import pattern
from govnlp.analysis.indicators.tokens import ends
from govnlp.lexicons import lexicon_content, parse_yaml
from govnlp.notes import Mistake

SAME_CHANGE = {"增长率": "增速", "增长速度": "增速", "增幅": "增速", "涨幅": "增速"}


def read_synonyms(path=None):
    """Indicators of a user's file: other name -> name, as a tuple of pairs.

    Parameters
    ----------
    path : path or None
        YAML: name -> list of other names.

    Returns
    -------
    tuple of (str, str)

    Raises
    ------
    ValueError
        The file holds no such lists.
    """
    if path is None:
        return ()
    content = parse_yaml(Path(path).read_text(encoding="utf-8"))
    if not isinstance(content, dict) or not all(isinstance(x, list) for x in content.values()):
        raise ValueError(Mistake("synonyms_wanted", path=str(path)))
    return tuple((str(other), str(name)) for name, others in content.items() for other in others)


@cache
def _names(own):
    """Other names of indicators: a user's own before the shipped ones."""
    known = lexicon_content("canonical.yaml")["indicators"]
    return {other: name for name, row in known.items() for other in [name, *row.get("names", [])]} | dict(own)


@lru_cache(maxsize=65536)
def canonical_name(name, own=(), unit=""):
    """The name by which an indicator is known.

    Parameters
    ----------
    name : str
        As `extract_indicators` gives it.
    own : tuple of (str, str)
        From `read_synonyms`; these go first.
    unit : str
        Percent points are added to a share: that is no rate of growth.

    Returns
    -------
    str
        The name itself where nothing else is known.

    Examples
    --------
    >>> canonical_name("全市GDP增幅"), canonical_name("规上工业增加值"), canonical_name("茶山面积")
    ('地区生产总值增速', '规模以上工业增加值', '茶山面积')
    """
    name = pattern("in an article").sub("", name)  # versions of a law number it otherwise
    change = pattern("ending").search(name, 1)
    stem, end = (name[: change.start()], change[0]) if change else (name, "")
    short, names = pattern("scoped").sub("", stem), _names(own)
    end = end if unit.endswith("百分点") else SAME_CHANGE.get(end, end)
    return names.get(stem, names.get(short, short)) + end


def is_defined(name):
    """Whether an indicator, or the one whose change it is, is among those that yearbooks define.

    >>> is_defined("GDP增速"), is_defined("改造老旧小区数")
    (True, False)
    """
    return pattern("ending").sub("", canonical_name(name)) in lexicon_content("canonical.yaml")["indicators"]


def without_place(name, place):
    """Name of a measure without the place that the document speaks for; other names as they are.

    >>> without_place("临溪地区生产总值", "临溪区"), without_place("临溪大桥长度", "临溪区")
    ('地区生产总值', '临溪大桥长度')
    """
    if not isinstance(place, str):
        return name
    rest, after = name.removeprefix(place), name.removeprefix(place[:-1])
    if rest != name and (is_defined(rest) or rest.endswith(ends("measure", "pace", "rate", least=2))):
        return rest
    return after if len(place) > 2 and after != name and is_defined(after) else name
