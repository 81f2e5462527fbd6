"""Fixtures shared by all tests."""

import os
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

HERE = Path(__file__).resolve().parent

# what the command line says is compared in English, whatever the machine speaks
os.environ["LANGUAGE"] = "en"

# processes that test beside each other have one core each: threads of their libraries would only wait for one another
os.environ |= dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1")

# nbformat loads it through jsonschema and compiles 38 grammars of addresses, which no notebook has
sys.modules.setdefault("rfc3987_syntax", None)

# a machine that does other work besides is no reason to fail
settings.register_profile("any machine", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("any machine")


@pytest.fixture(scope="session")
def shared():
    """Folder with real documents beside the checkout; tests that need them are skipped where it is absent."""
    folder = HERE.parent.parent / "shared"
    if not (folder / "corpora").is_dir():
        pytest.skip("no real documents beside the checkout")
    return folder


@pytest.fixture(scope="session")
def sample():
    """Folder of the sample corpus."""
    return HERE.parent / "data" / "sample"


@pytest.fixture(scope="session")
def sample_corpus(sample):
    """The sample corpus, read once for all tests; they don't change it."""
    import govnlp as gn

    return gn.read_corpus(sample)


def pytest_collection_modifyitems(items):
    """Files with slow tests come first: begun last, they would keep one worker busy alone."""
    slow = {item.path for item in items if item.get_closest_marker("slow")}
    items.sort(key=lambda item: item.path not in slow)
