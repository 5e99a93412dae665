"""Fields commit when they are left, and give undo to the window when they have nothing to undo."""

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from alternat.ui.parts.widgets.text_fields import GrowingField, LineField

FIELDS = pytest.mark.parametrize("make", [LineField, GrowingField])
Field = LineField | GrowingField


@pytest.fixture
def sheet(qtbot: QtBot) -> QWidget:
    """A window to put fields on, with another field to go to."""
    sheet = QWidget()
    qtbot.addWidget(sheet)
    QVBoxLayout(sheet).addWidget(LineField())
    sheet.resize(300, 200)
    sheet.show()
    sheet.activateWindow()
    return sheet


@pytest.fixture
def field(sheet: QWidget, make: type[Field], qtbot: QtBot) -> Field:
    field = make("Ottawa")
    layout = sheet.layout()
    assert layout is not None
    layout.addWidget(field)
    field.show()
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    return field


@FIELDS
@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Tab])
def test_a_change_is_committed_once_when_the_field_is_left(field: Field, key: Qt.Key, qtbot: QtBot) -> None:
    field.selectAll()
    QTest.keyClicks(field, "Gatineau")
    with qtbot.waitSignal(field.committed) as committed:
        QTest.keyClick(field, key)
    with qtbot.assertNotEmitted(field.committed):
        field.clearFocus()

    assert committed.args == ["Gatineau"]


@FIELDS
def test_leaving_without_a_change_commits_nothing(field: Field, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(field.committed):
        QTest.keyClick(field, Qt.Key.Key_Tab)


@FIELDS
def test_escape_gives_the_change_up(field: Field, qtbot: QtBot) -> None:
    QTest.keyClicks(field, "x")
    QTest.keyClick(field, Qt.Key.Key_Escape)
    with qtbot.assertNotEmitted(field.committed):
        QTest.keyClick(field, Qt.Key.Key_Tab)

    assert field.text() == "Ottawa"


@FIELDS
def test_a_reload_never_overwrites_what_is_being_typed(field: Field) -> None:
    field.selectAll()
    QTest.keyClicks(field, "Gat")
    field.show_text("Montréal")

    assert field.text() == "Gat"


@FIELDS
def test_a_reload_shows_in_a_field_nobody_types_in(field: Field) -> None:
    field.show_text("Montréal")

    assert field.text() == "Montréal"


@FIELDS
def test_undo_goes_to_the_window_when_the_field_has_nothing_to_undo(
    field: Field, sheet: QWidget, qtbot: QtBot
) -> None:
    undo = QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), sheet)
    with qtbot.waitSignal(undo.activated):
        QTest.keySequence(field, QKeySequence(QKeySequence.StandardKey.Undo))


@FIELDS
def test_undo_takes_typing_back_first(field: Field, sheet: QWidget, qtbot: QtBot) -> None:
    undo = QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), sheet)
    QTest.keyClicks(field, "x")
    with qtbot.assertNotEmitted(undo.activated):
        QTest.keySequence(field, QKeySequence(QKeySequence.StandardKey.Undo))

    assert field.text() == "Ottawa"


@pytest.mark.parametrize("make", [GrowingField])
def test_a_long_text_makes_the_field_taller(field: GrowingField) -> None:
    before = field.height()
    field.setPlainText("A text that is far too long for one line. " * 5)

    assert field.height() > 2 * before


@pytest.mark.parametrize("make", [GrowingField])
def test_a_pasted_line_break_becomes_a_space(field: GrowingField) -> None:
    data = QMimeData()
    data.setText("National Security\nand  the Rule of Law\n")
    field.selectAll()
    field.insertFromMimeData(data)

    assert field.text() == "National Security and the Rule of Law"
