"""What is compared: each makes counts of a list of text files; setting up is not timed."""

import logging


def govnlp(paths, n_jobs=1):
    """This package, through its public function."""
    from govnlp import count_terms

    count_terms(["预热" * (10 if n_jobs == 1 else 400_000)] * 4, n_jobs=n_jobs)
    yield
    count_terms(iter(paths), n_jobs=n_jobs)


def govnlp_two(paths):
    """This package on two processes that are already running."""
    return govnlp(paths, n_jobs=2)


def _vectorizer(cut, paths):
    from sklearn.feature_extraction.text import CountVectorizer

    cut("预热")
    yield
    CountVectorizer(analyzer=cut).fit_transform(path.read_text(encoding="utf-8") for path in paths)


def jieba(paths):
    """CountVectorizer with jieba."""
    import jieba

    jieba.setLogLevel(logging.ERROR)
    return _vectorizer(jieba.lcut, paths)


def rjieba(paths):
    """CountVectorizer with rjieba."""
    import rjieba

    return _vectorizer(rjieba.cut, paths)


def floor(paths):
    """Reading and segmenting with rjieba, and nothing else."""
    import rjieba

    rjieba.cut("预热")
    yield
    for path in paths:
        rjieba.cut(path.read_text(encoding="utf-8"))


CONTENDERS = {
    "floor: rjieba alone": floor,
    "govnlp, one process": govnlp,
    "govnlp, two processes": govnlp_two,
    "CountVectorizer + rjieba": rjieba,
    "CountVectorizer + jieba": jieba,
}
