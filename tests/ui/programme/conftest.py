"""The programme page with a filled programme, for the tests of what is done on it."""

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from alternat.storage.workspace import Workspace
from alternat.ui.desk.desk import Desk
from alternat.ui.programme.page import ProgrammePage
from tests.factories.programmes import FilledProgramme, fill_programme


@pytest.fixture
def filled(dialogue: Workspace) -> FilledProgramme:
    return fill_programme(dialogue)


@pytest.fixture
def page(
    qtbot: QtBot, dialogue: Workspace, filled: FilledProgramme, make_desk: Callable[[Workspace], Desk]
) -> ProgrammePage:
    desk = make_desk(dialogue)
    desk.set_meeting(filled.meeting)
    page = ProgrammePage(desk)
    qtbot.addWidget(page)
    inspector = page.inspector()
    assert inspector is not None
    qtbot.addWidget(inspector)
    page.resize(1000, 640)
    page.show()
    return page
