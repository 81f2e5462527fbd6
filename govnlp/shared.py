"""What the stages of one process share: a source is read, segmented and counted once, until its files change."""

from functools import lru_cache

from govnlp.settings import own_files


@lru_cache(maxsize=2)
def read_once(source, restore, _files):
    """The corpus of a source, or the counts that were shared in its place."""
    from govnlp.documents.restoring.corpora import restore_corpus
    from govnlp.words.shared_counts import read_source

    if not restore:
        return read_source(source)
    corpus = read_once(source, False, _files)
    return restore_corpus(corpus)[0] if hasattr(corpus, "blocks") else corpus


@lru_cache(maxsize=2)
def count_once(source, restore, lexicon, _files):
    """The counts of a source's paragraphs, nothing left out."""
    from govnlp.words.segmenting import Segmenter
    from govnlp.words.terms import count_terms

    corpus = read_once(source, restore, _files)
    own = {"segmenter": Segmenter(lexicon=lexicon)} if lexicon and hasattr(corpus, "blocks") else {}
    return count_terms(corpus, **own)


def read_ahead(source, restore=False, lexicon=None):
    """Read, segment and count a source, for all stages that this process or its children run afterwards."""
    count_once(str(source), restore, lexicon, state_of(source))


def state_of(path):
    """Size and time of every file that is read of a source: when these change, it is read again."""
    from govnlp.documents.reading.catalogue import catalogues
    from govnlp.documents.reading.listing import list_files

    files = [*list_files(path), *catalogues(path), *own_files(path).values()]
    return tuple((str(x), x.stat().st_size, x.stat().st_mtime_ns) for x in files if x.is_file())
