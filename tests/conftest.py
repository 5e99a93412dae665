"""Fixtures that every test may use: open workspaces, a filled dialogue, and a home nobody lives in."""

import os
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import settings

from alternat.actions import fields, objectives
from alternat.storage.workspace import Workspace, create_workspace

pytest_plugins = ["tests.postgres"]

# Before the first import of Qt, wherever that is.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# The test command must answer alike for the same code; HYPOTHESIS_PROFILE=explore looks for new examples.
settings.register_profile("steady", derandomize=True, deadline=None)
settings.register_profile("explore", max_examples=2_000, deadline=None)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "steady"))


@pytest.fixture(autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home folder of the test's own, so that no test reads or writes the real one's settings."""
    folder = tmp_path_factory.mktemp("home")
    for name in ("HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(folder))
    for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"):
        monkeypatch.setenv(name, str(folder / name.lower()))
    return folder


@pytest.fixture(autouse=True, scope="session")
def late_day() -> Iterator[None]:
    """A day for verbs to refuse what is still to come by, after all that tests tell of."""
    with pytest.MonkeyPatch.context() as patch:
        for verbs in (fields, objectives):
            patch.setattr(verbs, "this_day", lambda: date(2099, 1, 1))
        yield


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    """A new SQLite workspace with empty tables."""
    with create_workspace(tmp_path / "dialogue.alternat", actor="Test") as opened:
        yield opened


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgresql)])
def any_address(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """An address on either engine where there is no dialogue yet."""
    if request.param == "sqlite":
        return str(tmp_path / "dialogue.alternat")
    return str(request.getfixturevalue("postgresql_address"))


@pytest.fixture
def any_workspace(any_address: str) -> Iterator[Workspace]:
    """A new workspace with empty tables on either engine."""
    with create_workspace(any_address, actor="Test") as opened:
        yield opened


@pytest.fixture
def dialogue(workspace: Workspace) -> Workspace:
    """The SQLite workspace, filled from the Canada–China template."""
    from alternat.actions.dialogues import create_dialogue

    create_dialogue(workspace, "canada-china")
    return workspace
