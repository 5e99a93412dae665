"""A command line to type on, and example dialogues to type about."""

import shutil
from pathlib import Path

import pytest

from alternat.actions.demo import create_demo
from alternat.storage.workspace import create_workspace, open_workspace
from tests.cli.terminal import Terminal
from tests.factories.preparations import forget_preparations


@pytest.fixture
def terminal() -> Terminal:
    """A terminal in English without a display."""
    return Terminal(environ={"LANG": "en_CA.UTF-8"})


@pytest.fixture(scope="session")
def _example(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("example") / "dialogue.alternat"
    with create_workspace(path, actor="Test") as workspace:
        create_demo(workspace)
    return path


@pytest.fixture
def example(_example: Path, tmp_path: Path) -> Path:
    """A dialogue of its own with the example's two meetings and two delegations."""
    return Path(shutil.copy(_example, tmp_path / "talks.alternat"))


@pytest.fixture(scope="session")
def _unprepared(_example: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = shutil.copy(_example, tmp_path_factory.mktemp("unprepared") / "dialogue.alternat")
    with open_workspace(path, actor="Test") as workspace:
        forget_preparations(workspace)
    return Path(path)


@pytest.fixture
def unprepared(_unprepared: Path, tmp_path: Path) -> Path:
    """The example before its coming meeting was prepared."""
    return Path(shutil.copy(_unprepared, tmp_path / "unprepared.alternat"))


@pytest.fixture
def empty(terminal: Terminal, tmp_path: Path) -> Path:
    """A new dialogue from the Canada–China template, without people."""
    path = tmp_path / "empty.alternat"
    terminal.done("new", path)
    return path
