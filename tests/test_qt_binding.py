"""The Qt binding does not lose references: some versions do, and abort after a few thousand calls."""

import sys
from collections.abc import Callable

import pytest
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

ROUNDS = 2_000
SLACK = 50
"""How far a count may move for other reasons."""


class Bell(QObject):
    rung = Signal(bool)


def void_calls() -> None:
    bell = QObject()
    for _ in range(ROUNDS):
        bell.setObjectName("bell")


def emissions() -> None:
    bell = Bell()
    heard: list[bool] = []
    bell.rung.connect(heard.append)
    for _ in range(ROUNDS):
        bell.rung.emit(True)
    assert len(heard) == ROUNDS


@pytest.mark.parametrize("work", [void_calls, emissions])
@pytest.mark.parametrize("constant", [None, True, False], ids=["None", "True", "False"])
def test_calls_and_emissions_keep_the_count_of_references(
    qapp: QApplication, constant: object, work: Callable[[], None]
) -> None:
    del qapp
    before = sys.getrefcount(constant)
    work()

    assert abs(sys.getrefcount(constant) - before) < SLACK
