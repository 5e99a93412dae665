"""Backups of the open dialogue, by the hour and at the end."""

from collections.abc import Iterator
from pathlib import Path
from threading import current_thread

import pytest
from PySide6.QtCore import QObject

from alternat.actions.meetings import add_meeting
from alternat.language.messages import message
from alternat.storage.faults import DiskFull
from alternat.storage.workspace import Workspace, open_workspace
from alternat.ui.look.screen import Screen
from alternat.ui.opening.backups import RegularBackups
from alternat.ui.opening.opener import Opener
from alternat.ui.parts.dialogs.waiting import wait_for


@pytest.fixture
def owner(qapp: QObject) -> Iterator[QObject]:
    del qapp
    owner = QObject()
    yield owner
    owner.deleteLater()


def _backups(workspace: Workspace) -> list[Path]:
    return sorted(Path(f"{workspace.address}-backups").glob("*"))


def test_nothing_is_backed_up_until_something_changes(dialogue: Workspace, owner: QObject) -> None:
    backups = RegularBackups(dialogue, owner)
    backups.catch_up()
    assert _backups(dialogue) == []

    add_meeting(dialogue, year=2027, host="CA")
    backups.catch_up()
    backups.settle()
    assert len(_backups(dialogue)) == 1
    backups.stop()

    (kept,) = _backups(dialogue)
    with open_workspace(kept, actor="Test", write=False) as copy:
        assert copy.tables.Meeting.select().count() == 3


def test_a_backup_that_fails_is_tried_again_and_stops_nobody(
    dialogue: Workspace, owner: QObject, monkeypatch: pytest.MonkeyPatch
) -> None:
    backups = RegularBackups(dialogue, owner)
    add_meeting(dialogue, year=2027, host="CA")
    with monkeypatch.context() as patch:
        patch.setattr(Workspace, "back_up", _full_disk)
        backups.catch_up()
        backups.settle()
    assert _backups(dialogue) == []

    backups.stop()
    assert len(_backups(dialogue)) == 1


def test_closing_a_dialogue_in_the_window_leaves_a_backup_of_what_was_done(
    opener: Opener, demo_path: str
) -> None:
    opener.open(demo_path)
    assert opener.desk is not None
    workspace = opener.desk.workspace
    add_meeting(workspace, year=2030, host="CN")

    opener.close()

    assert len(_backups(workspace)) == 1


def _full_disk(_workspace: Workspace) -> None:
    raise DiskFull(place="the disk")


def test_neither_the_hour_nor_the_end_holds_the_window(
    dialogue: Workspace, owner: QObject, screen: Screen, monkeypatch: pytest.MonkeyPatch
) -> None:
    threads: list[str] = []
    own = Workspace.back_up

    def noted(workspace: Workspace) -> object:
        threads.append(current_thread().name)
        return own(workspace)

    monkeypatch.setattr(Workspace, "back_up", noted)
    backups = RegularBackups(dialogue, owner, lambda job: wait_for(screen, None, message("Backup"), job))
    add_meeting(dialogue, year=2027, host="CA")
    backups.catch_up()
    backups.settle()
    add_meeting(dialogue, year=2028, host="CN")
    backups.stop()
    assert threads == ["hourly backup", "waiting"]
    assert len(_backups(dialogue)) == 2
