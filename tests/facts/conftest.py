"""Two desks with the same example dialogue, whose every day, moment and name is given."""

import datetime as dt
import shutil
from pathlib import Path
from types import SimpleNamespace

import pytest

from alternat.actions import releases, revisions
from alternat.actions.demo import create_demo
from alternat.storage.journal import steps
from alternat.storage.workspace import create_workspace
from tests.cli.terminal import Terminal
from tests.facts.transcripts import Desk

NOW = dt.datetime(2027, 3, 2, 9, tzinfo=dt.UTC)
"""The moment at which all of it happens, so that nothing that is kept changes by itself."""


class StillClock(dt.datetime):
    """A clock that has stopped."""

    @classmethod
    def now(cls, tz: dt.tzinfo | None = None) -> dt.datetime:  # type: ignore[override]
        """Return the moment at which it stopped."""
        return NOW.astimezone(tz)


def stop_clocks(patch: pytest.MonkeyPatch) -> None:
    """Let the journal, what is published and what is shared all have one moment."""
    patch.setattr(steps, "dt", SimpleNamespace(datetime=StillClock, UTC=dt.UTC))
    for module in (releases, revisions):
        patch.setattr(module, "datetime", StillClock)


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
