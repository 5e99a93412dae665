"""How soon one changed badge shows on the pages: from the written change to its pixels on the screen."""

from collections.abc import Callable
from itertools import cycle

import pytest
from PySide6.QtCore import QElapsedTimer, QEventLoop
from PySide6.QtWidgets import QApplication
from pytest_benchmark.fixture import BenchmarkFixture
from pytestqt.qtbot import QtBot

from alternat.actions.people import change_people
from alternat.storage.workspace import Workspace
from alternat.ui.documents.page import DocumentsPage
from tests.factories.meetings import add_ottawa_2027
from tests.factories.people import add_delegation
from tests.ui.desks import make_desk

LONGEST = 10_000
"""Milliseconds after which the pages will not come any more."""


def until(application: QApplication, is_done: Callable[[], bool]) -> None:
    clock = QElapsedTimer()
    clock.start()
    while not is_done():
        # Waiting, not spinning, leaves the interpreter to the thread that makes the pages.
        application.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        assert clock.elapsed() < LONGEST


@pytest.mark.parametrize("badges", [40, 1000])
def test_one_changed_badge(
    qapp: QApplication, qtbot: QtBot, dialogue: Workspace, benchmark: BenchmarkFixture, badges: int
) -> None:
    meeting = add_ottawa_2027(dialogue)
    add_delegation(dialogue, meeting, "CA", badges)
    desk = make_desk(qapp, dialogue, meeting)
    page = DocumentsPage(desk)
    qtbot.addWidget(page)
    page.resize(1072, 620)
    page.show()
    page.choose_kind("badges")
    view = page.preview.view
    until(qapp, lambda: view.page_count > 0)
    assert view.proof is not None
    person = view.proof.placements[0].person
    names = cycle(["Tremblay", "Gagnon"])

    def change() -> None:
        before = view.proof
        change_people(dialogue, [person], {"family": next(names)})
        until(qapp, lambda: view.proof is not before)
        view.viewport().repaint()

    benchmark.pedantic(change, rounds=20, warmup_rounds=3)  # type: ignore[no-untyped-call]
    desk.close()
