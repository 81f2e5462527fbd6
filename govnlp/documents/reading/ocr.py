"""Scanned pages and images: recognised by rapidocr (extra `ocr`), whose models come with its wheel."""

import importlib.util
from functools import cache

from govnlp.documents.reading.problems import Unreadable
from govnlp.notes import Note


def available():
    """Whether the extra is installed."""
    return (
        importlib.util.find_spec("rapidocr") is not None
        and importlib.util.find_spec("onnxruntime") is not None
    )


@cache
def _engine():
    import logging

    from rapidocr import RapidOCR

    engine = RapidOCR(params={"Global.log_level": "error"})
    logging.getLogger("RapidOCR").setLevel(logging.ERROR)
    return engine


def read_image(image):
    """Lines of text in an image, from top to bottom.

    Parameters
    ----------
    image : PIL image or file object

    Returns
    -------
    list of str

    Raises
    ------
    Unreadable
        Where the extra is missing or the image is damaged.
    """
    if not available():
        raise Unreadable(Note("install_image"))
    import numpy as np
    from PIL import Image

    try:
        picture = image if isinstance(image, Image.Image) else Image.open(image)
        pixels = np.asarray(picture.convert("RGB"))[:, :, ::-1]
    except Exception as error:
        raise Unreadable(Note("damaged_image", error=type(error).__name__)) from error
    found = _engine()(pixels)
    if found.boxes is None:
        return []
    return _rows(found.boxes, found.txts)


def _rows(boxes, texts):
    """Boxes of text joined to rows: those whose centres differ by less than half their height."""
    pieces = sorted(
        (float(b[:, 1].mean()), float(b[:, 0].min()), float(np_height(b)), t)
        for b, t in zip(boxes, texts, strict=True)
    )
    rows = []
    for y, x, height, text in pieces:
        if rows and y - rows[-1][0] < height / 2:
            rows[-1][1].append((x, text))
        else:
            rows.append((y, [(x, text)]))
    return [" ".join(t for _, t in sorted(row)) for _, row in rows]


def np_height(box):
    """Height of a box of four corners."""
    return box[:, 1].max() - box[:, 1].min()
