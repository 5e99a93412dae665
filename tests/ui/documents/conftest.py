"""The documents page on a desk, empty or with two delegations of twelve."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from alternat.storage.workspace import Workspace
from alternat.ui.desk.desk import Desk
from alternat.ui.documents.page import DocumentsPage
from tests.factories.meetings import add_ottawa_2027
from tests.factories.people import add_delegation
from tests.ui.desks import make_desk
from tests.ui.documents.bench import Answers, Bench, Opener


@pytest.fixture
def open_page(qapp: QApplication, qtbot: QtBot, dialogue: Workspace, tmp_path: Path) -> Iterator[Opener]:
    desks: list[Desk] = []

    def opened(meeting: int | None) -> Bench:
        desk = make_desk(qapp, dialogue, meeting)
        desks.append(desk)
        page = DocumentsPage(desk)
        answers = Answers(tmp_path / "out")
        answers.folder_.mkdir()
        page.output.dialogs = answers  # type: ignore[assignment] # answers in place of the person
        page.resize(1072, 620)
        qtbot.addWidget(page)
        with qtbot.waitExposed(page):
            page.show()
        return Bench(page, desk, meeting or 0, answers, qtbot)

    yield opened
    for desk in desks:
        desk.close()


@pytest.fixture
def bench(open_page: Opener, dialogue: Workspace) -> Bench:
    """Twelve Canadians and twelve Chinese at the next meeting in Ottawa; the delegation list in view."""
    meeting = add_ottawa_2027(dialogue)
    for side in ("CA", "CN"):
        add_delegation(dialogue, meeting, side, 12)
    opened = open_page(meeting)
    opened.wait_for("ARNAULT")
    return opened
