"""Long work goes on beside the window, which keeps painting."""

from threading import Event, current_thread, main_thread

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from alternat.language.label import Language
from alternat.language.messages import message
from alternat.settings import SettingsFile
from alternat.storage.faults import Stopped
from alternat.ui.look.screen import Screen
from alternat.ui.parts.dialogs.waiting import Waiting, wait_for
from tests.patience import LONG


@pytest.fixture
def screen(qapp: QApplication) -> Screen:
    settings = SettingsFile()
    settings.change(language=Language.EN)
    return Screen(qapp, settings)


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    return widget


def the_dialog(qapp: QApplication) -> Waiting:
    (found,) = (each for each in qapp.topLevelWidgets() if isinstance(each, Waiting) and each.isVisible())
    return found


def when_shown(qapp: QApplication, act: object) -> QTimer:
    """Call `act` with the dialog once it shows."""
    timer = QTimer(interval=10)

    def look() -> None:
        if any(isinstance(each, Waiting) and each.isVisible() for each in qapp.topLevelWidgets()):
            timer.stop()
            assert callable(act)
            act(the_dialog(qapp))

    timer.timeout.connect(look)
    timer.start()
    return timer


def test_the_window_goes_on_while_the_work_is_done_elsewhere(screen: Screen, parent: QWidget) -> None:
    painted = Event()
    QTimer.singleShot(0, painted.set)

    def job() -> bool:
        # It waits for the window: were it done in the window's thread, this would never come.
        return painted.wait(LONG) and current_thread() is not main_thread()

    assert wait_for(screen, parent, message("Please wait"), job)


def test_work_that_cannot_be_stopped_says_so_and_is_not_left(
    qapp: QApplication, screen: Screen, parent: QWidget
) -> None:
    go_on, told = Event(), []

    def press_escape(dialog: Waiting) -> None:
        dialog.reject()
        told.append((dialog.isVisible(), dialog.cancel.isVisible(), dialog.hint.text()))
        go_on.set()

    timer = when_shown(qapp, press_escape)
    assert wait_for(screen, parent, message("Please wait"), lambda: go_on.wait(LONG))
    assert told == [(True, False, "This cannot be interrupted. It ends by itself.")]
    del timer


def test_cancel_stops_work_that_looks_at_it(qapp: QApplication, screen: Screen, parent: QWidget) -> None:
    stop = Event()

    def job() -> None:
        if stop.wait(LONG):
            raise Stopped

    timer = when_shown(qapp, lambda dialog: dialog.cancel.click())
    with pytest.raises(Stopped):
        wait_for(screen, parent, message("Please wait"), job, stop)
    del timer


def test_what_goes_wrong_in_the_work_is_raised_in_the_window(screen: Screen, parent: QWidget) -> None:
    def job() -> None:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        wait_for(screen, parent, message("Please wait"), job)
