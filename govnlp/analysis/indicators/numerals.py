"""Numerals as they stand in Chinese text to numbers."""

from functools import lru_cache

SCALES = {"十": 1e1, "百": 1e2, "千": 1e3, "万": 1e4, "亿": 1e8}


@lru_cache(maxsize=4096)
def to_number(text):
    """Value of an Arabic or Chinese numeral.

    Parameters
    ----------
    text : str
        Such as ``1,060``, ``12.5``, ``三十五``, ``百`` (a hundred) or ``千五百``; no 万 or 亿 after Arabic figures.

    Returns
    -------
    float or None
        None where it is no numeral.

    Examples
    --------
    >>> to_number("1,060"), to_number("三十五"), to_number("百"), to_number("两")
    (1060.0, 35.0, 100.0, 2.0)
    """
    plain = text.replace(",", "")
    if plain[:1].isdigit():
        return float(plain)
    import cn2an

    try:
        return float(cn2an.cn2an("一" + plain if plain[0] in "百千万亿" else plain, "normal"))
    except (ValueError, KeyError):  # cn2an looks 三十五三十五 up in a table of parts
        return None


def scale_factor(text):
    """Product of the scales in a string such as 万, 亿 or 千万; 1 for an empty one.

    Examples
    --------
    >>> scale_factor("千万"), scale_factor("")
    (10000000.0, 1.0)
    """
    factor = 1.0
    for c in text:
        factor *= SCALES[c]
    return factor
