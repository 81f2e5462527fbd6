"""Work on many files or groups of them: by processes of this machine, or by the workers of a Dask cluster."""

import ctypes
import gc
import multiprocessing
import os
from contextlib import contextmanager, suppress
from functools import lru_cache

from govnlp.notes import Mistake

ATTEMPTS = 3  # with new processes, when one was killed
YOUNG = 50_000  # new objects after which garbage is looked for: a figure makes as many, and few of them in circles
ROWS = 500_000  # the same where tables are made row by row, and nothing in circles
RESULT = 10_000  # new objects that are no garbage, when so many are left
STOPPED = 130  # status of a process that Ctrl-C ended, as shells have it
WORTH = 3  # parts of a work from which on a second process takes some


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
                first = first[0] if isinstance(first, list) else first
                counted = {"n": ATTEMPTS, "left": len(left), "all": len(groups)}
                raise RuntimeError(Mistake("processes_killed", first=first, **counted)) from error


def release():
    """End the processes that joblib keeps for later calls; with its dictionaries each holds some 300 MB."""
    from joblib.externals.loky import get_reusable_executor

    get_reusable_executor().shutdown(wait=True)


@contextmanager
def rarely_collected():
    """Within a ``with`` block, or a function that it decorates, garbage is looked for less often.

    Tables that are made row by row are a mass of new objects, none of them garbage, which are else searched over and
    over: a fourth of the time of parsing. At the end they are put beside the old ones without one more search.
    """
    usual = gc.get_threshold()
    gc.set_threshold(ROWS)
    try:
        yield
    finally:
        if usual[0] < YOUNG and gc.get_count()[0] > RESULT and not gc.get_freeze_count():
            gc.freeze()
            gc.unfreeze()
        gc.set_threshold(*usual)


@contextmanager
def little_collected():
    """Within a ``with`` block the collector passes over what is there, and looks for new garbage less often.

    It would write to what two processes share, and so double it.
    """
    usual = gc.get_threshold()
    gc.freeze()
    gc.set_threshold(YOUNG)
    try:
        yield
    finally:
        gc.set_threshold(*usual)
        gc.unfreeze()


def give_back():
    """Give the system back what is free, where the C library can: the other process may need it next."""
    gc.collect(1)
    with suppress(AttributeError, OSError, TypeError):
        ctypes.CDLL(None).malloc_trim(0)


def in_two(parts, work, tell):
    """Do the steps of all parts by this process and, where the system can fork, a copy of it with all that it holds.

    Both take the next part until none is left, and do its steps one after the other.

    Parameters
    ----------
    parts : list of list
    work : callable
        Takes a step.
    tell : callable
        Takes the number of steps that both have done so far.

    Raises
    ------
    RuntimeError
        As `work` raised it in either process; or the second one was killed.

    Examples
    --------
    >>> in_two([["read", "count"], ["draw"]], print, lambda done: None)
    read
    count
    draw
    """
    forks = _copies()
    fork = multiprocessing.get_context("fork" if forks else None)
    counts, failed = fork.Array("i", [0, 0]), fork.SimpleQueue()
    if not forks or len(parts) < WORTH:
        _take(parts, work, tell, counts)
        return
    helper = fork.Process(target=_help, args=(parts, work, tell, counts, failed), daemon=True)
    helper.start()
    try:
        _take(parts, work, tell, counts)
    finally:
        counts[0] = len(parts)
        helper.join()
    if not failed.empty():
        raise RuntimeError(failed.get())
    if helper.exitcode:
        raise RuntimeError(f"a process that ran stages ended with status {helper.exitcode}; run again")


def meanwhile(work, other):
    """Do two works at a time, where the system can fork: a copy of this process does the first and sends its result.

    What the copy took of memory goes with it.

    Parameters
    ----------
    work, other : callable

    Returns
    -------
    object
        As `work` gives it; or what it raises.

    Examples
    --------
    >>> meanwhile(lambda: sum([1, 2]), lambda: print("done"))
    done
    3
    """
    if not _copies():
        other()
        return work()
    fork = multiprocessing.get_context("fork")
    ours, theirs = fork.Pipe(duplex=False)
    helper = fork.Process(target=_send, args=(theirs, work), daemon=True)
    helper.start()
    theirs.close()
    try:
        other()
        return ours.recv()
    except EOFError:  # it failed; why, is told here
        return work()
    finally:
        helper.terminate()  # with all that it holds, which would take long to be cleared up
        helper.join()


def _send(theirs, work):
    """Send the result of some work, or nothing where it fails."""
    with suppress(Exception, KeyboardInterrupt):
        theirs.send(work())
    theirs.close()


def _copies():
    """Whether the system makes a copy of a process with all that it holds, and has a second processor for it."""
    return "fork" in multiprocessing.get_all_start_methods() and os.cpu_count() > 1


def _help(parts, work, tell, counts, failed):
    """The second process; why it failed is told to the first."""
    try:
        _take(parts, work, tell, counts)
    except RuntimeError as error:
        counts[0] = len(parts)
        failed.put(str(error))
    except KeyboardInterrupt:  # told by the first process, which was stopped with it
        counts[0] = len(parts)
        raise SystemExit(STOPPED) from None


def _take(parts, work, tell, counts):
    """Do the next part until all are taken; `counts` are the parts taken and the steps done, by both processes."""
    while True:
        with counts.get_lock():
            i, counts[0] = counts[0], counts[0] + 1
        if i >= len(parts):
            return
        for step in parts[i]:
            work(step)
            with counts.get_lock():
                counts[1] += 1
            tell(counts[1])


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
        raise RuntimeError(Mistake("install_scale")) from error
    own = Client(client) if isinstance(client, str) else None
    futures = (own or client).map(work, groups, pure=False, batch_size=1000)
    left = {future.key: (i, future) for i, future in enumerate(futures)}
    try:
        for future in as_completed(futures):
            result = future.result()
            i, _ = left.pop(future.key)
            future.release()  # else the worker keeps the task with its copy of the lexicons: 3 MB each
            yield i, result
    except (CancelledError, KilledWorker, TimeoutError) as error:
        raise RuntimeError(Mistake("cluster_lost", error=type(error).__name__)) from error
    finally:
        (own or client).cancel([future for _, future in left.values()])
        if own:
            own.close()


@lru_cache(maxsize=1)
def _libraries():
    """What computes with threads in this process, looked for once: that takes as long as a small fit."""
    import sklearn.cluster  # noqa: F401  it brings the last of them
    from threadpoolctl import ThreadpoolController

    return ThreadpoolController()


def one_thread():
    """Within a ``with`` block, libraries compute with one thread: of small fits several would mostly wait."""
    return _libraries().limit(limits=1)
