"""jieba's dictionary and model with the words of a lexicon, built once and kept in the user's cache folder."""

import hashlib
import io
import re
import zipfile
from contextlib import suppress
from pathlib import Path

import numpy as np
from fsspec.implementations.local import LocalFileSystem
from platformdirs import user_cache_path

from govnlp import storage
from govnlp.lexicons import shipped_by_jieba
from govnlp.words.compiled import cutting, hmm, trie

CLASSES = {
    cutting.HAN: f"{chr(hmm.FIRST)}-{chr(hmm.LAST)}",
    # Han that words may have and the model doesn't know, as in rjieba
    cutting.RARE: "\u3400-\u4dbf\u9fd6-\u9fff\uf900-\ufaff"
    "\U00020000-\U0002a6df\U0002a700-\U0002ebef\U0002f800-\U0002fa1f",
    cutting.DIGIT: "0-9",
    cutting.LETTER: "a-zA-Z",
    cutting.MARK: r"+#&._%\-",
}
KEPT = 8  # dictionaries of 9 MB, one for each lexicon
SOURCES = ("dict.txt", "finalseg/prob_emit.py", "finalseg/prob_start.py", "finalseg/prob_trans.py")


def load_dictionary(words, frequency):
    """The dictionary with further words, from the cache or built.

    Parameters
    ----------
    words : tuple of str
    frequency : int
        Of each of them.

    Returns
    -------
    table : array of uint32
        Number and kind of each code point.
    model : Model
    """
    path = user_cache_path("govnlp") / "dictionaries" / f"{_key(words, frequency)}.npz"
    try:
        with np.load(path) as kept:
            arrays = dict(kept)
    except (OSError, ValueError, EOFError, zipfile.BadZipFile):  # missing or damaged
        arrays = _build(words, frequency) | hmm.read_model()
        out = io.BytesIO()
        np.savez(out, **arrays)
        with suppress(OSError):  # where nothing can be written it is built again next time
            storage.write(LocalFileSystem(), path.as_posix(), out.getvalue())
            for old in sorted(path.parent.glob("*.npz"), key=lambda x: x.stat().st_mtime)[:-KEPT]:
                old.unlink()
    return arrays.pop("table"), cutting.Model(**arrays)


def _key(words, frequency):
    """Hash of all that a dictionary is made of."""
    whole = hashlib.sha256("\0".join((str(frequency), *words)).encode("utf-8", "surrogatepass"))
    for path in (
        *map(shipped_by_jieba, SOURCES),
        *(Path(x.__file__) for x in (cutting, hmm, trie)),
        Path(__file__),
    ):
        whole.update(hashlib.sha256(path.read_bytes()).digest())
    return whole.hexdigest()[:32]


def _build(words, frequency):
    """Table of characters, trie and weights."""
    text = shipped_by_jieba("dict.txt").read_text(encoding="utf-8")
    known = {word: int(n) for word, n, _ in (line.split(" ") for line in text.splitlines())}
    known |= dict.fromkeys(words, frequency)
    total = sum(known.values())  # a line that is there twice (B超) counts once, as in rjieba; in jieba twice
    usable = re.compile(f"[{''.join(CLASSES.values())}]+").fullmatch
    known = {word: n for word, n in known.items() if usable(word)}
    codes, places, weights = trie.build(list(known), list(known.values()), total)
    table, every = codes.astype(np.uint32), "".join(map(chr, range(len(codes))))
    for kind, letters in CLASSES.items():
        for match in re.finditer(f"[{letters}]+", every):
            table[slice(*match.span())] |= kind << cutting.KIND
    return {"table": table, "trie": places, "weights": weights}
