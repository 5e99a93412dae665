"""How long the window is held while the import of 5,000 people is read, recognised and planned."""

from collections.abc import Callable, Iterator
from pathlib import Path
from time import perf_counter, thread_time
from typing import Any

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from alternat.actions.imports import import_people
from alternat.exchange.people_import import plan, read_source, recognise
from alternat.storage.workspace import Workspace
from alternat.ui.importing.people import ImportPeople
from tests.factories.meetings import add_ottawa_2027
from tests.factories.spreadsheets import TRILINGUAL_HEADINGS, csv_bytes, many_rows
from tests.ui.desks import dispose, make_desk

PEOPLE = 5_000
MOST = 0.050
"""In seconds."""


class Pulse:
    """Beats as often as the event loop lets it, and keeps the longest pause between two beats.

    `longest` is by the clock, other programs and threads included; `own` counts the window's own work only,
    which is the same on a busy machine.
    """

    def __init__(self) -> None:
        self.longest = self.own = 0.0
        self._last, self._last_own = perf_counter(), thread_time()
        self._timer = QTimer()
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._beat)
        self._timer.start()

    def _beat(self) -> None:
        now, own = perf_counter(), thread_time()
        self.longest = max(self.longest, now - self._last)
        self.own = max(self.own, own - self._last_own)
        self._last, self._last_own = now, own

    def start_again(self) -> None:
        """Forget the pauses so far."""
        self.longest = self.own = 0.0
        self._last, self._last_own = perf_counter(), thread_time()


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "list.csv"
    path.write_bytes(csv_bytes((TRILINGUAL_HEADINGS, *many_rows(PEOPLE))))
    return path


@pytest.fixture
def opened(
    qapp: QApplication, qtbot: QtBot, dialogue: Workspace, source: Path
) -> Iterator[Callable[[bool], ImportPeople]]:
    kept: list[QWidget] = []
    desks = []

    def open_dialog(again: bool) -> ImportPeople:
        meeting = add_ottawa_2027(dialogue)
        if again:
            table = read_source(source)
            import_people(
                dialogue, plan(dialogue.tables, meeting, None, table, recognise(table, dialogue.tables))
            )
        desk = make_desk(qapp, dialogue, meeting)
        window = QWidget()
        dialog = ImportPeople(desk, window)
        kept.extend((dialog, window))
        desks.append(desk)
        with qtbot.waitExposed(dialog):
            dialog.show()
        return dialog

    yield open_dialog
    for widget in kept:
        dispose(widget)
    for desk in desks:
        desk.findings.stop()


@pytest.mark.parametrize("again", [False, True], ids=["new people", "the same people"])
def test_the_window_is_never_held(
    benchmark: Any,
    qtbot: QtBot,
    opened: Callable[[bool], ImportPeople],
    source: Path,
    *,
    again: bool,
) -> None:
    dialog = opened(again)
    pauses: dict[str, float] = {}
    # The first paint of a Chinese character loads its font, whoever asks for it.
    with qtbot.waitSignal(dialog.reader.done, timeout=60_000):
        dialog.open_file(str(source))
    qtbot.wait(50)

    def work() -> None:
        pulse = Pulse()
        with qtbot.waitSignal(dialog.reader.done, timeout=60_000):
            dialog.open_file(str(source))
        qtbot.wait(50)
        pauses["read, by the clock"], pauses["read"] = pulse.longest, pulse.own
        dialog.forward.click()
        qtbot.wait(50)
        pulse.start_again()
        with qtbot.waitSignal(dialog.check.planner.done, timeout=60_000):
            dialog.forward.click()
        qtbot.wait(50)
        pauses["planned, by the clock"], pauses["planned"] = pulse.longest, pulse.own

    benchmark.pedantic(work, rounds=1)
    benchmark.extra_info.update(pauses)
    assert dialog.check.plan is not None
    assert len(dialog.check.plan.rows) == PEOPLE
    assert max(pauses["read"], pauses["planned"]) <= MOST, pauses
