"""Work on many files or groups of them: by processes of this machine, or by the workers of a Dask cluster."""

import ctypes
import gc
import multiprocessing.connection
import os
from contextlib import contextmanager, suppress
from functools import lru_cache

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
                raise RuntimeError(
                    f"processes were killed {ATTEMPTS} times, perhaps for want of memory; {len(left)} of "
                    f"{len(groups)} parts are left, the first with {first[0] if isinstance(first, list) else first}; "
                    "run again with fewer n_jobs"
                ) from error


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


def apart(work, *args):
    """The result of a work that a copy of this process does where the system can fork; what it loads goes with it.

    Parameters
    ----------
    work : callable
    args
        Its arguments.

    Returns
    -------
    object
        Its result, which can be pickled.

    Raises
    ------
    Exception
        As `work` raised it.
    RuntimeError
        The copy was killed.

    Examples
    --------
    >>> apart(len, [1, 2, 3])
    3
    """
    if "fork" not in multiprocessing.get_all_start_methods():
        return work(*args)
    fork = multiprocessing.get_context("fork")
    here, there = fork.Pipe(duplex=False)
    helper = fork.Process(target=_send, args=(there, work, args), daemon=True)
    helper.start()
    there.close()
    try:
        result, error = here.recv()
    except EOFError:
        helper.join()
        raise RuntimeError(f"a process that read ended with status {helper.exitcode}; run again") from None
    helper.join()
    if error is not None:
        raise error
    return result


def _send(there, work, args):
    """Do a work by a process of its own, and send its result or what it raised."""
    try:
        there.send((work(*args), None))
    except Exception as error:
        there.send((None, error))
    except KeyboardInterrupt:  # told by the first process, which was stopped with it
        raise SystemExit(STOPPED) from None


def in_two(parts, work, tell):
    """Do the steps of all parts, two parts at a time where the system can fork.

    Each part is done by a new copy of this process with all that it holds; what it finds goes with it when it ends, so
    that memory is that of two parts, not of all that were done before.

    Parameters
    ----------
    parts : list of list
    work : callable
        Takes a step.
    tell : callable
        Takes the number of steps that are done so far.

    Raises
    ------
    RuntimeError
        As `work` raised it; or a process was killed.

    Examples
    --------
    >>> in_two([["read", "count"], ["draw"]], print, lambda done: None)
    read
    count
    draw
    """
    forks = "fork" in multiprocessing.get_all_start_methods() and os.cpu_count() > 1
    fork = multiprocessing.get_context("fork" if forks else None)
    done, failed = fork.Value("i", 0), fork.SimpleQueue()
    if not forks or len(parts) < WORTH:
        for part in parts:
            _do(part, work, tell, done)
        return
    left, running = list(parts), []
    try:
        while left or running:
            while left and len(running) < 2:
                helper = fork.Process(target=_help, args=(left.pop(0), work, tell, done, failed), daemon=True)
                running.append(helper)
                helper.start()
            multiprocessing.connection.wait([helper.sentinel for helper in running])
            ended = [helper for helper in running if not helper.is_alive()]
            running = [helper for helper in running if helper not in ended]
            _check(ended, failed)
    finally:
        for helper in running:
            helper.join()
    tell(done.value)


def _check(ended, failed):
    """Raise RuntimeError where one of the processes that ended failed."""
    if not failed.empty():
        raise RuntimeError(failed.get())
    status = next((helper.exitcode for helper in ended if helper.exitcode), 0)
    if status:
        raise RuntimeError(f"a process that ran stages ended with status {status}; run again")


def _help(part, work, tell, done, failed):
    """A part by a process of its own; why it failed is told to the first."""
    try:
        _do(part, work, tell, done)
    except RuntimeError as error:
        failed.put(str(error))
    except KeyboardInterrupt:  # told by the first process, which was stopped with it
        raise SystemExit(STOPPED) from None


def _do(part, work, tell, done):
    """Do the steps of a part, and tell how many all processes have done."""
    for step in part:
        work(step)
        with done.get_lock():
            done.value += 1
        tell(done.value)


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


@lru_cache(maxsize=1)
def _libraries():
    """What computes with threads in this process, looked for once: that takes as long as a small fit."""
    import sklearn.cluster  # noqa: F401  it brings the last of them
    from threadpoolctl import ThreadpoolController

    return ThreadpoolController()


def one_thread():
    """Within a ``with`` block, libraries compute with one thread: of small fits several would mostly wait."""
    return _libraries().limit(limits=1)
