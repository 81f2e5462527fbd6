"""What the stages of one process share: a source is read, segmented and counted once, until its files change."""

import atexit
import gc
import importlib
import re
import sys
from functools import lru_cache, partial, wraps

from govnlp.notes import Note
from govnlp.settings import check_named, own_files, own_limits
from govnlp.workers import meanwhile, rarely_collected

MANY = 1000  # entries of a cache that holds something of every text or word, which no other stage may ask for

IN_BOTH = (
    "matplotlib.pyplot",
    "networkx",
    "pyarrow.parquet",
    "scipy.stats",
    "sklearn.cluster",
    "sklearn.decomposition",
    "sklearn.manifold",
)
"""What both processes of a run would otherwise import, each for itself: some 3 s."""

TO_READ = ("joblib", "scipy.sparse")
"""What the process that reads needs of that, and so would import too."""

ONE_DOCUMENT = (".txt", ".docx", ".pdf")
"""Endings of files that are one document each, with the file's name for its doc_id."""


def check_ahead(source, settings):
    """Raise ValueError for what the names of the files tell before any is read, which may take minutes.

    A folder without files; limits that there are not; a file of themes that is none; settings that name a document or
    column that is not there, where each file is one document and no metadata.csv adds columns.
    """
    import pandas as pd

    from govnlp.analysis.themes.lexicon import read_themes
    from govnlp.documents.corpus import DOCUMENT_COLUMNS
    from govnlp.documents.files import unique
    from govnlp.documents.reading.catalogue import catalogues
    from govnlp.documents.reading.limits import check_limits
    from govnlp.documents.reading.listing import list_files

    check_limits(own_limits(source))
    if (themes := settings.get("THEMES")) in own_files(source):
        read_themes(own_files(source)[themes])
    paths = list_files(source)
    if not paths:
        raise ValueError(Note("none_readable", n=0, tried=Note("empty_folder")))
    if all(path.suffix.lower() in ONE_DOCUMENT for path in paths) and not catalogues(source):
        ids = pd.DataFrame({"doc_id": unique([path.stem for path in paths])})
        check_named(settings, ids.reindex(columns=DOCUMENT_COLUMNS))


_found = {}
"""What another process has read for this one, until it is asked for."""


def _unless_found(work):
    """Take what `_found` has of the results of a function."""

    @wraps(work)
    def asked(*given):
        key = work.__name__, given
        return _found.pop(key) if key in _found else work(*given)

    return asked


@lru_cache(maxsize=1)
@_unless_found
def _read(source, _files):
    from govnlp.words.shared_counts import read_source

    return read_source(source, limits=own_limits(source))


@lru_cache(maxsize=1)
@_unless_found
def restore_once(source, files):
    """The corpus with the text of machine-rewritten documents put back, and the swaps: see `restore_corpus`."""
    from govnlp.documents.restoring.corpora import restore_corpus

    return restore_corpus(_read(source, files))


def read_once(source, restore, files):
    """The corpus of a source, or the counts that were shared in its place."""
    corpus = _read(source, files)
    return restore_once(source, files)[0] if restore and hasattr(corpus, "blocks") else corpus


@lru_cache(maxsize=2)
@_unless_found
def count_once(source, restore, lexicon, files):
    """The counts of a source's paragraphs, nothing left out."""
    from govnlp.words.segmenting import Segmenter
    from govnlp.words.terms import count_terms

    corpus = read_once(source, restore, files)
    own = {"segmenter": Segmenter(lexicon=lexicon)} if hasattr(corpus, "blocks") else {}
    return count_terms(corpus, **own)


def load_ahead():
    """Load what all stages need, which the collector then passes over: it would search it all again and again.

    When the process ends, it passes over everything, which takes a second to be searched and goes anyway.
    """
    import pyarrow

    from govnlp.analysis.keywords.tfidf import background_idf

    pyarrow.set_memory_pool(pyarrow.system_memory_pool())  # its own keeps 100 MB that nobody uses
    gc.disable()
    for module in IN_BOTH:
        importlib.import_module(module)
    background_idf(["营商环境"])  # a phrase loads both the table and the dictionary of its parts
    gc.freeze()
    gc.enable()
    atexit.register(gc.freeze)


@rarely_collected()
def read_ahead(source, restore=False, lexicon=None):
    """Read, segment and count a source, for all stages that this process or its children run afterwards.

    Another process does it where it can be, while this one loads what all stages need: so neither waits for the other,
    and what is needed for reading alone goes when it is done.
    """
    from govnlp.words.segmenting import Segmenter

    for module in TO_READ:
        importlib.import_module(module)
    Segmenter().cut("营商环境")  # loads its dictionary, 30 MB
    source, files = str(source), state_of(source)
    _found.update(meanwhile(partial(_all_of, source, restore, lexicon, files), load_ahead))


def _all_of(source, restore, lexicon, files):
    """What is read of a source, by the function that gives it and what that is given."""
    from govnlp.documents.restoring.channel import dictionary

    asked = [(_read, (source, files)), (count_once, (source, restore, lexicon, files))]
    if restore and hasattr(_read(source, files), "blocks"):
        asked.append((restore_once, (source, files)))
    found = {(work.__name__, given): work(*given) for work, given in asked}
    dictionary.cache_clear()  # 60 MB, which no stage needs once the texts are restored
    return found


def forget():
    """Empty the package's large caches: what stages found in texts, when the next ones look for something else."""
    modules = [vars(module) for name, module in list(sys.modules.items()) if name.startswith("govnlp.")]
    for known in [x for names in modules for x in names.values() if isinstance(x, type(_read))]:
        if known.cache_info().currsize > MANY or hasattr(known, "of_all_texts"):
            known.cache_clear()


def let_go(space, cells, done):
    """Take from a namespace what no later cell names, but for parameters, which are in capitals.

    Where a cell defines a function nothing goes: it may name anything.

    Parameters
    ----------
    space : dict
    cells : list of str
        Their code.
    done : int
        How many have been run.

    Examples
    --------
    >>> space = {"LANG": "zh", "rows": 2, "table": 1}
    >>> let_go(space, ["table = 1; rows = 2", "print(table)"], 1)
    >>> space
    {'LANG': 'zh', 'table': 1}
    """
    if any(re.search(r"\b(?:def|class|lambda)\b", cell) for cell in cells):
        return
    named = set(re.findall(r"\w+", " ".join(cells[done:])))
    for name in [x for x in space if x not in named and not x.isupper() and x[0] != "_"]:
        del space[name]


def state_of(path):
    """Size and time of every file that is read of a source, and its limits: when these change, it is read again."""
    from govnlp.documents.reading.catalogue import catalogues
    from govnlp.documents.reading.listing import list_files

    files = [*list_files(path), *catalogues(path), *own_files(path).values()]
    state = tuple((str(x), x.stat().st_size, x.stat().st_mtime_ns) for x in files if x.is_file())
    return (*state, *own_limits(path).items())
