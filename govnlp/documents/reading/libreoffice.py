"""The last resort: what no reader of ours reads is converted by LibreOffice, where it is installed."""

import os
import shutil
import signal
import subprocess
import tempfile
from contextlib import suppress
from pathlib import Path

from govnlp.documents.reading.limits import seconds_left

# Formats and what they are converted to; of a file whose content tells none it would make signs without sense.
TARGETS = {"doc": "docx", "wordml": "docx", "ods": "xlsx", "sheetml": "xlsx", "ppt": "pdf"}
PACKAGES = (b"PK", b"\xd0\xcf\x11\xe0", b"<?xml")  # anything else it takes for a text, whatever its name says
NAME = "LibreOffice"  # what `documents.encoding` says of a document that was read so
MINUTE = 60.0  # seconds for one file, of which starting the program takes some ten


def converted(data, kind, suffix):
    """Bytes of a file in the format that `TARGETS` has for it; None without that or the program, or where it fails too.

    Parameters
    ----------
    data : bytes
    kind : str
        Its format.
    suffix : str
        The ending of its name, which LibreOffice takes for a hint.
    """
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if program is None or kind not in TARGETS or not data.startswith(PACKAGES):
        return None
    with tempfile.TemporaryDirectory() as folder:
        source, target = Path(folder, f"a{suffix}"), Path(folder, "out", f"a.{TARGETS[kind]}")
        source.write_bytes(data)
        # a profile of its own, since a window that the user has open holds the usual one
        profile = f"-env:UserInstallation={Path(folder, 'profile').as_uri()}"
        words = [program, profile, "--headless", "--norestore", "--convert-to", TARGETS[kind]]
        _run([*words, "--outdir", str(target.parent), str(source)])
        return target.read_bytes() if target.is_file() else None


def _run(words):
    """Run a program for its files; it and what it started end when its time is over."""
    quiet = {"stdin": subprocess.DEVNULL, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    with subprocess.Popen(words, **quiet, start_new_session=True) as process:
        try:
            process.wait(min(MINUTE, seconds_left() or MINUTE))
        except subprocess.TimeoutExpired:
            with suppress(OSError):
                os.killpg(process.pid, signal.SIGKILL) if hasattr(os, "killpg") else process.kill()
