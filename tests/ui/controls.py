"""Finds controls as people do, by their names, and types into them."""

from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget

W = TypeVar("W", bound=QWidget)


def named(parent: QWidget, name: str, kind: type[W]) -> list[W]:
    """Return the controls of a class that a screen reader calls so, in their order."""
    return [each for each in parent.findChildren(kind) if each.accessibleName() == name]


def type_in(field: QLineEdit, text: str) -> None:
    """Type a text over what stands in a field, and leave it with Return."""
    field.setFocus()
    field.selectAll()
    QTest.keyClick(field, Qt.Key.Key_Delete)
    QTest.keyClicks(field, text)
    QTest.keyClick(field, Qt.Key.Key_Return)
