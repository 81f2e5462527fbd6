"""Digits above and below the line, as in 10⁴, m² and CO₂: without their place 10⁴ would be 104."""

DIGITS = "0123456789"
SIGNS = "+-−"
RAISED = str.maketrans(DIGITS + SIGNS, "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻")
LOWERED = str.maketrans(DIGITS + SIGNS, "₀₁₂₃₄₅₆₇₈₉₊₋₋")


def shift(text, forms):
    """Digits and their signs in raised or lowered forms; a text with anything else in it as it is.

    Examples
    --------
    >>> shift("-3", RAISED), shift("2", LOWERED), shift("[2]", RAISED)
    ('⁻³', '₂', '[2]')
    """
    return text if text.strip(DIGITS + SIGNS) else text.translate(forms)
