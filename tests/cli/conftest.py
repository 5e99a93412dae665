"""A command line to type on, and example dialogues to type about."""

import shutil
from pathlib import Path

import pytest

from tests.cli.terminal import Terminal


@pytest.fixture
def terminal() -> Terminal:
    """A terminal in English without a display."""
    return Terminal(environ={"LANG": "en_CA.UTF-8"})


@pytest.fixture(scope="session")
def _example(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("example")
    Terminal(environ={"LANG": "C"}).done("demo", folder / "demo", "--no-window")
    return folder / "demo" / "dialogue.alternat"


@pytest.fixture
def example(_example: Path, tmp_path: Path) -> Path:
    """A dialogue of its own with the example's two meetings and two delegations."""
    return Path(shutil.copy(_example, tmp_path / "talks.alternat"))


@pytest.fixture
def empty(terminal: Terminal, tmp_path: Path) -> Path:
    """A new dialogue from the Canada–China template, without people."""
    path = tmp_path / "empty.alternat"
    terminal.done("new", path)
    return path
