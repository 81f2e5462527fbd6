"""Pixels as a PNG whose rows are packed as they are."""

import struct
import zlib

import numpy as np

METRE = 39.3701
"""Inches."""
LEVEL = 3
"""Of packing: the next one takes half as long again for a twentieth fewer bytes."""


def png_bytes(pixels, dpi):
    """A PNG in colours of 24 bits, without transparency.

    Its rows are not filtered, as other writers do: figures are areas of one colour, which so take fewer bytes and a
    third of the time.

    Parameters
    ----------
    pixels : numpy.ndarray
        Rows of pixels of three or four bytes; the fourth, which tells how opaque they are, is left out.
    dpi : int

    Returns
    -------
    bytes

    Examples
    --------
    >>> png_bytes(np.zeros((2, 5, 4), dtype=np.uint8), 200)[:4]
    b'\\x89PNG'
    """
    height, width, _ = pixels.shape
    rows = np.zeros((height, 1 + 3 * width), dtype=np.uint8)  # each begins with its filter, and 0 is none
    rows[:, 1:] = pixels[..., :3].reshape(height, -1)
    side = round(dpi * METRE)
    parts = (
        (b"IHDR", struct.pack(">2I5B", width, height, 8, 2, 0, 0, 0)),
        (b"pHYs", struct.pack(">2IB", side, side, 1)),
        (b"IDAT", zlib.compress(rows, LEVEL)),
        (b"IEND", b""),
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(_part(kind, content) for kind, content in parts)


def _part(kind, content):
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))
