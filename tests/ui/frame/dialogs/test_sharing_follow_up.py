"""The dialog that shares the follow-up: for whom it is and what stays is said before, and it is noted."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from alternat.exchange.follow_up.workbook import is_follow_up
from alternat.planning.disclosure import Audience
from alternat.planning.releases import read_releases
from alternat.storage.workspace import Workspace
from alternat.ui.desk.desk import Desk
from alternat.ui.frame.dialogs.sharing_follow_up import ShareFollowUp
from tests.exchange.follow_up.workbooks import filled
from tests.ui.desks import make_desk


@pytest.fixture
def full_desk(qapp: QApplication, dialogue: Workspace) -> Iterator[Desk]:
    programme, _ = filled(dialogue)
    desk = make_desk(qapp, dialogue, programme.meeting)
    yield desk
    desk.findings.stop()


def test_the_workbook_is_saved_for_whom_was_chosen_and_noted(
    full_desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    place = tmp_path / "shared"
    dialog = ShareFollowUp(full_desk, parent, lambda *_: str(place))
    dialog.open()
    assert "Progress notes: 1 row is not for this audience and is left out." in dialog.staying.text()
    assert "Progress notes: 1" in dialog.leaving.text()
    field = dialog.audience.field
    field.choose(Audience.DESK)
    field.activated.emit(field.currentIndex())
    assert "Progress notes: 2" in dialog.leaving.text()
    assert "left out" not in dialog.staying.text()
    dialog.save.click()
    assert is_follow_up((tmp_path / "shared.xlsx").read_bytes())
    (release,) = read_releases(full_desk.tables)
    assert (release.kind, release.name) == ("follow-up-xlsx", "shared.xlsx")
