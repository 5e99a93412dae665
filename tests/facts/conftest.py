"""Two desks with the same example dialogue, whose every day, moment and name is given."""

import shutil
from pathlib import Path

import pytest

from alternat.actions.demo import create_demo
from alternat.storage.workspace import create_workspace
from tests.cli.terminal import Terminal
from tests.factories.clocks import NOW, stop_clocks
from tests.facts.transcripts import Desk


@pytest.fixture(autouse=True)
def _steady_place(monkeypatch: pytest.MonkeyPatch) -> None:
    """Stop the clocks, give the account a name and the terminal a width."""
    stop_clocks(monkeypatch)
    monkeypatch.setenv("LOGNAME", "desk")
    monkeypatch.setenv("COLUMNS", "80")


@pytest.fixture(scope="session")
def _example(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("example") / "talks.alternat"
    with pytest.MonkeyPatch.context() as patch:
        stop_clocks(patch)
        with create_workspace(path, actor="desk") as workspace:
            create_demo(workspace, today=NOW.date())
    return path


@pytest.fixture
def desks(_example: Path, tmp_path: Path) -> tuple[Desk, Desk]:
    """Two desks, each with a terminal in English and an example of its own."""
    folders = [tmp_path / name for name in ("plain", "json")]
    for folder in folders:
        folder.mkdir()
    files = [Path(shutil.copy(_example, folder)) for folder in folders]
    plain, as_json = (Desk(Terminal(environ={"LANG": "en_CA.UTF-8"}), file) for file in files)
    return plain, as_json
