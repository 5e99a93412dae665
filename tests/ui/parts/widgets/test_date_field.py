"""A day is typed in any usual order of figures, or chosen from a calendar."""

from datetime import date

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCalendarWidget
from pytestqt.qtbot import QtBot

from alternat.language.messages import message
from alternat.ui.look.screen import Screen
from alternat.ui.parts.widgets.date_field import DateField, read_day

DAY = date(2027, 6, 12)


@pytest.fixture
def field(qtbot: QtBot, screen: Screen) -> DateField:
    field = DateField(screen, message("First day"))
    qtbot.addWidget(field)
    field.show_day(None, proposal=DAY)
    field.show()
    field.activateWindow()
    field.setFocus()
    return field


@pytest.mark.parametrize(
    "text", ["2027-06-12", "2027/6/12", "2027.06.12", "2027年6月12日", " 2027 - 6 - 12 "]
)
def test_usual_ways_to_write_a_day_are_read(text: str) -> None:
    assert read_day(text) == DAY


@pytest.mark.parametrize("text", ["", "12.6.2027", "2027-13-01", "2027-02-30", "soon"])
def test_anything_else_is_no_day(text: str) -> None:
    assert read_day(text) is None


def test_a_typed_day_is_committed_and_tidied(field: DateField, qtbot: QtBot) -> None:
    QTest.keyClicks(field.field, "2027/6/12")
    with qtbot.waitSignal(field.committed) as committed:
        QTest.keyClick(field.field, Qt.Key.Key_Return)

    assert committed.args == [DAY]
    assert field.field.text() == "2027-06-12"


def test_emptying_the_field_commits_that_there_is_no_day(field: DateField, qtbot: QtBot) -> None:
    field.show_day(DAY)
    field.field.clear()
    with qtbot.waitSignal(field.committed) as committed:
        QTest.keyClick(field.field, Qt.Key.Key_Return)

    assert committed.args == [None]


def test_what_is_no_day_is_marked_and_not_committed(field: DateField, qtbot: QtBot) -> None:
    QTest.keyClicks(field.field, "soon")
    with qtbot.assertNotEmitted(field.committed):
        QTest.keyClick(field.field, Qt.Key.Key_Return)

    assert field.field.property("missing") == "true"


def test_the_calendar_opens_where_the_day_will_probably_be(field: DateField, qtbot: QtBot) -> None:
    field.open_calendar()
    popup = QApplication.activePopupWidget()
    assert popup is not None
    (calendar,) = popup.findChildren(QCalendarWidget)
    assert calendar.selectedDate() == QDate(2027, 6, 12)
    with qtbot.waitSignal(field.committed) as committed:
        calendar.clicked.emit(QDate(2027, 6, 14))

    assert committed.args == [date(2027, 6, 14)]
