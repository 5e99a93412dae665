"""The wheel scrolls and never changes what a control holds: on every page, in every panel and dialog."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QScrollBar,
    QTabBar,
    QTextEdit,
    QWidget,
)

from alternat.language.label import Language
from alternat.settings import Theme
from alternat.ui.frame.pages import PAGES
from alternat.ui.parts.widgets.wheel import DayField, DropDown, LeavesWheel, MeasureField, NumberField, Tabs
from tests import pictures

TURNED = (QAbstractSpinBox, QComboBox, QAbstractSlider, QTabBar)
"""What Qt turns with the wheel; scroll bars, which are sliders too, are there to be turned."""


def turn(widget: QWidget, steps: int = 1) -> None:
    """Turn the wheel over a widget, as the system sends it."""
    middle = QPointF(widget.rect().center())
    event = QWheelEvent(
        middle,
        widget.mapToGlobal(middle),
        QPoint(),
        QPoint(0, 120 * steps),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(widget, event)


def turn_through_the_window(widget: QWidget, steps: int) -> None:
    """Turn the wheel with the pointer over a widget; what takes no notice leaves it to what is around it."""
    window = widget.window()
    place = QPointF(widget.mapTo(window, widget.rect().center()))
    QTest.wheelEvent(window.windowHandle(), place, QPoint(0, 120 * steps))
    QApplication.processEvents()


def controls(root: QWidget) -> Iterator[QWidget]:
    """Yield every control in view that holds a value."""
    kinds = (*TURNED, QAbstractButton, QLineEdit, QPlainTextEdit, QTextEdit, QAbstractItemView)
    for widget in root.findChildren(QWidget):
        if isinstance(widget, kinds) and not isinstance(widget, QScrollBar) and widget.isVisible():
            yield widget


def value(widget: QWidget) -> object:
    """Return what a control holds."""
    read: dict[type[QWidget] | tuple[type[QWidget], ...], Callable[[Any], object]] = {
        QAbstractSpinBox: lambda box: box.text(),
        (QComboBox, QTabBar): lambda choice: choice.currentIndex(),
        QAbstractSlider: lambda slider: slider.value(),
        QAbstractButton: lambda button: button.isChecked(),
        QLineEdit: lambda field: field.text(),
        (QPlainTextEdit, QTextEdit): lambda field: field.toPlainText(),
        QAbstractItemView: lambda view: [
            (each.row(), each.column()) for each in view.selectionModel().selectedIndexes()
        ],
    }
    return next(get(widget) for kinds, get in read.items() if isinstance(widget, kinds))


def values(root: QWidget) -> dict[QWidget, object]:
    return {each: value(each) for each in controls(root)}


def test_the_wheel_over_any_control_of_any_page_or_dialog_changes_nothing(
    qapp: QApplication, tmp_path: Path
) -> None:
    files = pictures.make_files(tmp_path)
    window, opener = pictures.open_window(qapp, Language.EN, Theme.LIGHT)
    met: set[str] = set()
    changed: list[str] = []
    turned = 0
    for name, widget in pictures.scenes(window, opener, files):
        qapp.processEvents()
        met.add(name)
        before = values(widget)
        steps = len(opener.desk.workspace.history()) if opener.desk else 0
        for control in before:
            for notches in (1, -1):
                turn(control, notches)
            turned += isinstance(control, TURNED)
        qapp.processEvents()
        after = values(widget)
        changed += [
            f"{name}: {control.accessibleName() or type(control).__name__} {held} -> {after[control]}"
            for control, held in before.items()
            if control in after and after[control] != held
        ]
        if opener.desk:
            assert len(opener.desk.workspace.history()) == steps, name
    window.close()
    window.deleteLater()

    assert changed == []
    assert {page.id for page in PAGES} <= met
    assert {"import-columns", "import-programme-columns", "share", "revisions", "programme-late"} <= met
    assert turned > 60


@pytest.mark.parametrize("made", [NumberField, MeasureField, DayField, DropDown, Tabs])
def test_a_control_with_the_focus_leaves_the_wheel_to_the_page_too(
    qapp: QApplication, made: type[LeavesWheel]
) -> None:
    area, sheet = QScrollArea(), QWidget()
    sheet.setFixedSize(100, 4000)
    control = made()
    assert isinstance(control, QWidget)
    control.setParent(sheet)
    if isinstance(control, QComboBox):
        control.addItems(["a", "b", "c"])
        control.setCurrentIndex(1)
    if isinstance(control, QTabBar):
        for text in "abc":
            control.addTab(text)
        control.setCurrentIndex(1)
    area.setWidget(sheet)
    area.resize(120, 300)
    area.show()
    control.setFocus()
    qapp.processEvents()
    held = value(control)

    turn_through_the_window(control, -2)

    assert value(control) == held
    assert area.verticalScrollBar().value() > 0
    area.close()
    area.deleteLater()
