"""Characters of the fonts of symbols that office programs ship, as the characters that everybody has."""

FONTS = {  # by the code of the font; what is not here stays a letter of private use
    "Symbol": {
        **dict(zip(range(0x61, 0x7B), "αβχδεφγηιϕκλμνοπθρστυϖωξψζ", strict=True)),
        **dict(zip((0x44, 0x46, 0x47, 0x4C, 0x50, 0x53, 0x57), "ΔΦΓΛΠΣΩ", strict=True)),
        **dict(zip((0xA3, 0xB0, 0xB1, 0xB3, 0xB4, 0xB7, 0xB8, 0xB9, 0xBB), "≤°±≥×•÷≠≈", strict=True)),
        **dict(zip((0xA5, 0xAB, 0xAC, 0xAD, 0xAE, 0xAF, 0xD6, 0xE5), "∞↔←↑→↓√∑", strict=True)),
    },
    "Wingdings": {
        **dict(zip((0x6C, 0x6E, 0x6F, 0x71, 0x72, 0x75, 0x76, 0x77), "●■□❑❒◆❖◆", strict=True)),
        **dict(zip((0x9F, 0xA1, 0xA7, 0xA8, 0xAB, 0xD8, 0xE0), "•○▪□★➢→", strict=True)),
        **dict(zip((0xFB, 0xFC, 0xFD, 0xFE), "✗✓☒☑", strict=True)),
    },
    "Wingdings 2": dict(zip((0x50, 0x51, 0x52, 0x53, 0x54, 0xA3), "✓☒☑☒☒□", strict=True)),
}
PRIVATE = 0xF000  # from here on the codes of such fonts stand in a text


def symbol(font, code):
    """The character that a font of symbols shows for a code.

    >>> symbol("Wingdings", 0xF0FE), symbol("Symbol", 0xB3), symbol("Wingdings", 0xF021) == chr(0xF021)
    ('☑', '≥', True)
    """
    own = code - PRIVATE if PRIVATE <= code < PRIVATE + 0x100 else code
    return FONTS.get(font, {}).get(own) or chr(code)
