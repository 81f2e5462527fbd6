"""A real JupyterLab and a real browser; both are skipped with the reason where the machine has none."""

import json
import os
import shutil
import socket
import subprocess
import sys
import time
from pathlib import Path
from urllib.request import Request, urlopen

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
SCREENSHOTS = ROOT / "figures" / "screenshots"
FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip
QUIET = {
    "apputils-extension/notification": '{"fetchNews": "false", "checkForUpdates": false}',
    "notebook-extension/tracker": '{"windowingMode": "none"}',
}
"""Settings of JupyterLab: no look-ups of news, and every cell in the page so that it can be read."""


def chromium_path():
    return next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)


@pytest.fixture(scope="session")
def browser():
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    path = chromium_path()
    if path is None:
        pytest.skip("no chromium on this machine: apt-get install chromium")
    with playwright.sync_playwright() as running:
        browser = running.chromium.launch(executable_path=path, args=FLAGS)
        yield browser.new_context()  # all pages share one cache: JupyterLab's scripts are fetched and compiled once
        browser.close()


@pytest.fixture
def visit(browser, tmp_path):
    """Open an address in a page of some width; afterwards, no request may have gone beyond this machine, and no page
    may have written an error to its console. A test that provokes one takes it from `visit.errors`.
    """
    pages, asked, errors = [], [], []

    def open_page(address, width=1280, height=900):
        page = browser.new_page()
        page.set_viewport_size({"width": width, "height": height})
        page.on("request", lambda request: asked.append(request.url))
        page.on("console", lambda said: errors.append(said.text) if said.type == "error" else None)
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.set_default_timeout(60_000)
        page.goto(address)
        pages.append(page)
        return page

    open_page.errors = errors
    yield open_page
    for page in pages:
        page.close()
    local = ("http://127.0.0.1", "ws://127.0.0.1", "file:", "data:", "blob:", "about:")
    assert asked and [url for url in asked if not url.startswith(local)] == []
    assert errors == []


@pytest.fixture
def screenshot():
    """Keep what a page shows under a name, for a reader to look at."""
    SCREENSHOTS.mkdir(parents=True, exist_ok=True)
    return lambda page, name, **options: page.screenshot(path=SCREENSHOTS / f"{name}.png", **options)


@pytest.fixture(scope="session")
def lab(browser, tmp_path_factory):
    """Address of a JupyterLab on a copy of the notebooks and of the sample; its folder is the attribute `folder`."""
    folder = tmp_path_factory.mktemp("lab")
    for name in ("notebooks", "data"):
        shutil.copytree(ROOT / name, folder / name)
    for name, text in QUIET.items():
        file = folder / "settings" / "@jupyterlab" / f"{name}.jupyterlab-settings"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "jupyterlab", "--no-browser", "--allow-root", f"--port={port}"]
    command += [
        "--ip=127.0.0.1",
        "--IdentityProvider.token=",
        "--ServerApp.password=",
        "--ServerApp.disable_check_xsrf=True",
        f"--notebook-dir={folder}",
    ]
    places = {
        "JUPYTERLAB_SETTINGS_DIR": folder / "settings",
        "JUPYTERLAB_WORKSPACES_DIR": folder / "workspaces",
        "JUPYTER_RUNTIME_DIR": folder / "runtime",
        "PYTHONPATH": ROOT,
    }
    environment = os.environ | {name: str(path) for name, path in places.items()}
    with (folder / "log.txt").open("w") as log:
        server = subprocess.Popen(command, cwd=folder, env=environment, stdout=log, stderr=log)
    address = f"http://127.0.0.1:{port}"
    try:
        for _ in range(600):
            try:
                urlopen(f"{address}/api", timeout=2).close()
                break
            except OSError:
                time.sleep(0.5)
        else:
            pytest.fail("JupyterLab did not start: " + (folder / "log.txt").read_text()[-2000:])
        yield Lab(address, folder)
    finally:
        server.terminate()
        server.wait(20)


class Lab:
    """A running JupyterLab: opens a notebook and runs all its cells.

    One kernel serves all notebooks: it imports the libraries, and reads and counts the sample, once. That a stage
    knows nothing of the one before is tested with runs.
    """

    def __init__(self, address, folder):
        self.address, self.folder = address, folder
        self.kernel = self._post("kernels", {"name": "python3", "path": "notebooks"})["id"]

    def _post(self, what, content):
        body, kind = json.dumps(content).encode(), {"Content-Type": "application/json"}
        with urlopen(Request(f"{self.address}/api/{what}", body, kind), timeout=60) as answer:
            return json.load(answer)

    def run_all(self, visit, name):
        """The page of a notebook after Run All, when no cell is waiting any more."""
        session = {"path": f"notebooks/{name}.ipynb", "name": name, "type": "notebook"}
        self._post("sessions", session | {"kernel": {"id": self.kernel}})
        page = visit(f"{self.address}/lab/tree/notebooks/{name}.ipynb?reset", height=1400)
        page.locator(".jp-Notebook .jp-CodeCell").first.wait_for()
        page.locator(".jp-Toolbar-kernelName", has_text="Python 3").first.wait_for()
        page.locator('.jp-Notebook-ExecutionIndicator[data-status="idle"]').first.wait_for()
        page.get_by_role("menuitem", name="Run", exact=True).click()
        page.get_by_role("menuitem", name="Run All Cells", exact=True).click()
        page.wait_for_function(
            """() => { const cells = [...document.querySelectorAll(".jp-CodeCell .jp-InputArea-prompt")];
            return cells.length && cells.every(cell => /\\[\\d+\\]/.test(cell.textContent))
              || document.querySelector('[data-mime-type="application/vnd.jupyter.error"]') }""",
            timeout=240_000,
            polling=300,  # milliseconds; at every frame it would cost as much as the page
        )
        return page

    def settle(self, page):
        """Wait until the kernel has answered what was clicked, and the page shows it."""
        page.wait_for_timeout(500)
        page.locator('.jp-Notebook-ExecutionIndicator[data-status="idle"]').first.wait_for()
        page.wait_for_timeout(500)
