"""How long the window takes to its first paint, against an empty window of Qt, whole processes in one run."""

import subprocess
import sys
from pathlib import Path
from time import perf_counter
from typing import Any

import pytest

from alternat.actions.demo import create_demo
from alternat.storage.workspace import create_workspace

ROUNDS = 5
EMPTY = """
from PySide6.QtWidgets import QApplication, QMainWindow
application = QApplication([])
window = QMainWindow()
window.show()
application.processEvents()
"""
OURS = """
from alternat.storage.engines.driver import postpone_driver
postpone_driver()
from PySide6.QtWidgets import QApplication
QApplication.exec = staticmethod(lambda: 0)
from alternat.app import run
run({address!r})
"""
DESKTOP = Path(__file__).parents[2] / "desktop"


def seconds(source: str) -> float:
    """Return how long a process of its own takes to run the source."""
    start = perf_counter()
    subprocess.run([sys.executable, "-c", source], check=True, cwd=DESKTOP, capture_output=True)
    return perf_counter() - start


def ratio(source: str) -> float:
    """Return how many times an empty window's time the source takes, the best of some rounds in turn."""
    pairs = [(seconds(source), seconds(EMPTY)) for _ in range(ROUNDS)]
    return min(ours for ours, _ in pairs) / min(empty for _, empty in pairs)


@pytest.fixture
def example(tmp_path: Path) -> str:
    path = tmp_path / "example.alternat"
    with create_workspace(path, actor="Test") as workspace:
        create_demo(workspace)
    return str(path)


def test_the_window_to_its_first_paint(benchmark: Any) -> None:
    source = OURS.format(address=None)
    benchmark.pedantic(seconds, (source,), rounds=ROUNDS)
    benchmark.extra_info["times an empty window"] = ratio(source)

    assert benchmark.extra_info["times an empty window"] <= 3


def test_the_window_with_a_dialogue_shown_whole(benchmark: Any, example: str) -> None:
    """The first paint comes as early as without one; this is until the overview stands there."""
    source = OURS.format(address=example)
    benchmark.pedantic(seconds, (source,), rounds=ROUNDS)
    benchmark.extra_info["times an empty window"] = ratio(source)

    assert benchmark.extra_info["times an empty window"] <= 6
