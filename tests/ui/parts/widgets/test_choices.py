"""Choosing one, or several, among a few."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from alternat.language.label import Language
from alternat.language.messages import message
from alternat.ui.look.screen import Screen
from alternat.ui.look.wording import spoken
from alternat.ui.parts.widgets.choice import Choice
from alternat.ui.parts.widgets.segmented import Segmented

LETTERS = [(letter, spoken(letter)) for letter in "ABC"]


@pytest.mark.parametrize(("several", "value"), [(False, "B"), (True, ("B",))])
def test_a_segment_tells_what_was_chosen(screen: Screen, qtbot: QtBot, several: bool, value: object) -> None:
    choice = Segmented(screen, message("Severity"), LETTERS, several=several)
    qtbot.addWidget(choice)
    with qtbot.waitSignal(choice.chosen) as chosen:
        choice.button("B").click()

    assert chosen.args == [value]
    assert choice.value == value


def test_showing_a_choice_tells_nobody(screen: Screen, qtbot: QtBot) -> None:
    choice = Segmented(screen, message("Severity"), LETTERS, several=True)
    qtbot.addWidget(choice)
    with qtbot.assertNotEmitted(choice.chosen):
        choice.choose(("A", "C"))

    assert choice.value == ("A", "C")


def test_a_segment_says_what_it_chooses(screen: Screen, qtbot: QtBot) -> None:
    choice = Segmented(screen, message("Severity"), [("all", message("All"))])
    qtbot.addWidget(choice)
    screen.set_language(Language.FR)
    button = choice.button("all")

    assert (button.accessibleName(), button.accessibleDescription()) == ("Tous", "Gravité")


def test_a_drop_down_list_speaks_the_language_and_keeps_its_value(screen: Screen, qtbot: QtBot) -> None:
    choice = Choice(screen, message("Severity"), [(1, message("Blocks")), (2, message("Warns"))])
    qtbot.addWidget(choice)
    choice.choose(2)
    screen.set_language(Language.ZH)

    assert (choice.value, choice.currentText(), choice.accessibleName()) == (2, "警告", "级别")


def test_the_wheel_over_a_list_scrolls_the_page_instead(screen: Screen, qtbot: QtBot) -> None:
    choice = Choice(screen, message("Severity"), LETTERS)
    qtbot.addWidget(choice)
    choice.choose("A")
    turned = QWheelEvent(
        QPointF(5, 5),
        QPointF(5, 5),
        QPoint(0, -120),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(choice, turned)

    assert choice.value == "A"
