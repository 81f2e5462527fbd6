"""Notebooks run without a screen, in kernels that serve one after the other."""

import asyncio
import signal
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager, suppress
from pathlib import Path

FRESH = """%reset -f
%config InlineBackend.figure_formats = set()
import gc

gc.collect();"""
"""What runs before a notebook: no variables are left, and no figure is drawn for a screen that nobody sees."""


@asynccontextmanager
async def one_kernel():
    """A kernel that runs one notebook after the other, so that packages and dictionaries are loaded once."""
    from jupyter_client import AsyncKernelManager

    manager = AsyncKernelManager(kernel_name="python3")
    try:
        yield manager
    finally:
        if manager.has_kernel:
            await manager.shutdown_kernel(now=True)


def finish(work):
    """Run a coroutine to its end, also where an event loop is running already, as in a notebook."""
    try:
        asyncio.get_running_loop()
    except RuntimeError:
        return asyncio.run(work)
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(asyncio.run, work).result()


def leave_signals(**_):
    """Ctrl-C ends the run, as ever; nbclient would have it kill the kernel, which looks like a fault."""
    with suppress(NotImplementedError):  # Windows
        for number in (signal.SIGINT, signal.SIGTERM):
            asyncio.get_running_loop().remove_signal_handler(number)


async def execute(notebook, kernel):
    """Run all cells, beginning with no variables; a RuntimeError names error and value of the cell that failed.

    Parameters
    ----------
    notebook : nbformat.NotebookNode
        Gets the outputs of its cells.
    kernel : jupyter_client.AsyncKernelManager
        From `one_kernel`.
    """
    from nbclient import NotebookClient
    from nbclient.exceptions import CellExecutionError
    from nbformat.v4 import new_code_cell

    client = NotebookClient(
        notebook,
        km=kernel,
        timeout=None,
        extra_arguments=["--IPKernelApp.log_level=ERROR"],
        resources={"metadata": {"path": str(Path.cwd())}},
        on_notebook_start=leave_signals,
    )
    notebook.cells.insert(0, new_code_cell(FRESH))
    try:
        await client.async_execute()
    except CellExecutionError as error:
        raise RuntimeError(f"{error.ename}: {error.evalue}") from error
    finally:
        del notebook.cells[0]
        if client.kc:  # None where the kernel did not start
            client.kc.stop_channels()
