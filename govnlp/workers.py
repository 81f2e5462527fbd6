"""Work on many files or groups of them: by processes of this machine, or by the workers of a Dask cluster."""

ATTEMPTS = 3  # with new processes, when one was killed


def here(n_jobs, work, groups):
    """Number and result of each group; new processes take over from those that are killed.

    Parameters
    ----------
    n_jobs : int
    work : callable
    groups : list

    Yields
    ------
    (int, object)
        As they are done.

    Raises
    ------
    RuntimeError
        Processes were killed again and again.

    Examples
    --------
    >>> list(here(1, len, [["a.txt", "b.txt"], ["c.txt"]]))
    [(0, 2), (1, 1)]
    """
    from joblib import Parallel, delayed
    from joblib.externals.loky.process_executor import BrokenProcessPool

    if n_jobs == 1:
        yield from ((i, work(names)) for i, names in enumerate(groups))
        return
    left, attempt = dict(enumerate(groups)), 0
    while left:
        jobs = (delayed(_numbered)(i, work, names) for i, names in list(left.items()))
        try:
            for i, result in Parallel(n_jobs=n_jobs, return_as="generator_unordered")(jobs):
                del left[i]
                yield i, result
        except BrokenProcessPool as error:
            attempt += 1
            if attempt == ATTEMPTS:
                first = next(iter(left.values()))
                raise RuntimeError(
                    f"processes were killed {ATTEMPTS} times, perhaps for want of memory; {len(left)} of "
                    f"{len(groups)} parts are left, the first with {first[0] if isinstance(first, list) else first}; "
                    "run again with fewer n_jobs"
                ) from error


def release():
    """End the processes that joblib keeps for later calls; with its dictionaries each holds some 300 MB."""
    from joblib.externals.loky import get_reusable_executor

    get_reusable_executor().shutdown(wait=True)


def _numbered(i, work, names):
    return i, work(names)


def on_cluster(client, work, groups):
    """Number and result of each group, as `here` gives them, from a Dask cluster.

    Parameters
    ----------
    client : dask.distributed.Client or str
        Or the address of its scheduler.
    work, groups
        As for `here`.

    Raises
    ------
    RuntimeError
        The extra `scale` is not installed, or the cluster was lost.
    """
    from concurrent.futures import CancelledError

    try:
        from distributed import Client, as_completed
        from distributed.scheduler import KilledWorker
    except ImportError as error:
        raise RuntimeError("a cluster needs the extra `scale`: pip install 'govnlp[scale]'") from error
    own = Client(client) if isinstance(client, str) else None
    futures = (own or client).map(work, groups, pure=False, batch_size=1000)
    number = {future.key: i for i, future in enumerate(futures)}
    try:
        for future in as_completed(futures):
            yield number[future.key], future.result()
    except (CancelledError, KilledWorker, TimeoutError) as error:
        raise RuntimeError(
            f"the cluster was lost ({type(error).__name__}); what is done is kept: run again to go on from there"
        ) from error
    finally:
        (own or client).cancel(futures)
        if own:
            own.close()
