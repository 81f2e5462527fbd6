"""Scanned pages and images: recognised by rapidocr (extra `ocr`), whose models come with its wheel."""

import importlib.util
import io
import re
from functools import cache

from govnlp.documents.reading.layout import BLANK, Piece, page_flows
from govnlp.documents.reading.paragraphs import joined
from govnlp.documents.reading.problems import Unreadable
from govnlp.notes import Note

PER_MILLE = re.compile(r"(?<=\d)%0(?!\d)")
"""How the engine reads ‰; where it reads a mere % the two cannot be told apart."""


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


def read_picture(data):
    """Paragraphs of the text in an image file.

    Raises
    ------
    Unreadable
        Where the extra is missing or the image is damaged.
    """
    if not available():
        raise Unreadable(Note("install_image"))
    from PIL import Image

    try:
        picture = Image.open(io.BytesIO(data))
        picture.load()
    except Exception as error:
        raise Unreadable(Note("damaged_image", error=type(error).__name__)) from error
    lines, roles = joined([page_flows(recognise(picture), picture.width)])
    return {"lines": lines, "roles": roles}


def recognise(picture):
    """Pieces of text in a picture with their places, in its pixels.

    Parameters
    ----------
    picture : PIL image

    Returns
    -------
    list of Piece
    """
    import numpy as np

    found = _engine()(np.asarray(picture.convert("RGB"))[:, :, ::-1])
    if found.boxes is None:
        return []
    return [_piece(box, text) for box, text in zip(found.boxes, found.txts, strict=True)]


def _piece(box, text):
    """A recognised line, with ‰ put back; blanks that the engine puts between Chinese letters are left out."""
    left, right, top, bottom = (
        float(x) for x in (box[:, 0].min(), box[:, 0].max(), box[:, 1].min(), box[:, 1].max())
    )
    return Piece(left, right, bottom, bottom - top, PER_MILLE.sub("‰", BLANK.sub("", text)))
