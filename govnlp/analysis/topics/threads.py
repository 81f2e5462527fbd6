"""One thread: what is fitted for topics is small, and several would wait for each other longer than they work."""

from functools import lru_cache


@lru_cache(maxsize=1)
def _libraries():
    """What computes with threads in this process, looked for once: that takes as long as a small fit."""
    import sklearn.cluster  # noqa: F401  it brings the last of them
    from threadpoolctl import ThreadpoolController

    return ThreadpoolController()


def one_thread():
    """Within a ``with`` block, libraries compute with one thread."""
    return _libraries().limit(limits=1)
