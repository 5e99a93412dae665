"""Background work is done in order, in another thread, and only as long as anybody wants it."""

from collections.abc import Iterator
from threading import Event, current_thread, main_thread

import pytest
from pytestqt.qtbot import QtBot

from alternat.ui.documents.preview.background import Background
from tests.patience import LONG


@pytest.fixture
def background(qapp: object) -> Iterator[Background]:
    del qapp
    made = Background("test")
    yield made
    made.stop()


class Gate:
    """A job that is in hand until it is let go."""

    def __init__(self) -> None:
        self.begun, self.let_go = Event(), Event()
        self.times = 0

    def __call__(self) -> str:
        self.times += 1
        self.begun.set()
        assert self.let_go.wait(LONG)
        return "gate"


def collected(background: Background) -> list[object]:
    results: list[object] = []
    background.done.connect(results.append)
    return results


def test_jobs_are_done_in_order_outside_the_windows_thread(qtbot: QtBot, background: Background) -> None:
    results = collected(background)
    background.replace([lambda: current_thread() is main_thread(), lambda: 2, lambda: 3])
    qtbot.waitUntil(lambda: results == [False, 2, 3])


def test_jobs_that_were_overtaken_are_dropped(qtbot: QtBot, background: Background) -> None:
    results, gate = collected(background), Gate()
    background.replace([gate, lambda: "stale", lambda: "staler"])
    assert gate.begun.wait(LONG)
    background.replace([lambda: "new"])
    gate.let_go.set()
    qtbot.waitUntil(lambda: results == ["gate", "new"])


def test_the_job_in_hand_is_not_begun_again(qtbot: QtBot, background: Background) -> None:
    results, gate = collected(background), Gate()
    background.replace([gate])
    assert gate.begun.wait(LONG)
    background.replace([gate, lambda: "next"])
    gate.let_go.set()
    qtbot.waitUntil(lambda: results == ["gate", "next"])
    assert gate.times == 1


def test_what_goes_wrong_crosses_to_the_window_and_work_goes_on(qtbot: QtBot, background: Background) -> None:
    results = collected(background)

    def fail() -> object:
        raise ValueError("broken")

    with qtbot.waitSignal(background.failed) as failure:
        background.replace([fail, lambda: "after"])
    assert str(failure.args[0]) == "broken"
    qtbot.waitUntil(lambda: results == ["after"])


def test_after_the_stop_nothing_is_sent(qtbot: QtBot, background: Background) -> None:
    gate = Gate()
    with qtbot.assertNotEmitted(background.done, wait=20):
        background.replace([gate, lambda: "never"])
        assert gate.begun.wait(LONG)
        gate.let_go.set()
        background.stop()
        background.replace([lambda: "never either"])
