"""The controls for what is known of the printer, kept with the stock: where it prints, and how large."""

from decimal import Decimal
from typing import Any

from PySide6.QtCore import QLocale, QSignalBlocker
from PySide6.QtWidgets import QGridLayout

from alternat.language.messages import Message, message
from alternat.ui.documents.editors import Editor, Setting
from alternat.ui.look.screen import Screen
from alternat.ui.look.style import label
from alternat.ui.look.tokens import Space
from alternat.ui.parts.widgets.buttons import Button
from alternat.ui.parts.widgets.wheel import MeasureField

LARGEST_DRIFT = 20.0
"""Millimetres; a printer that is further off has the wrong paper in it."""
SCALES = (90.0, 110.0)
"""Percent, likewise."""


class PrinterEditor(Editor):
    """A control for what is kept with a stock, and the way back to what was kept when it came into view."""

    def __init__(self, setting: Setting, title: Message) -> None:
        super().__init__(setting, title)
        self._stock, self._before = "", None
        self._back = Button(self._screen, message("Take back"), kind="link", icon="undo-2")
        self._back.setObjectName("take-back")
        self._back.clicked.connect(lambda: self.edited.emit(self._before))

    def show_value(self, value: Any, options: Any) -> None:
        """Show the value and, where it is not the one that came into view with the stock, the way back."""
        if options.stock != self._stock or self._before is None:
            self._stock, self._before = options.stock, value
        self._back.setHidden(value == self._before)
        self._back.say(self.way_back(self._before))
        self.show_numbers(value)

    def way_back(self, before: Any) -> Message:
        """Return the words for going back to a value."""
        raise NotImplementedError

    def show_numbers(self, value: Any) -> None:
        """Show the value in its fields."""
        raise NotImplementedError


class Drift(PrinterEditor):
    """How far the printer is off, to the right and down, and the test sheet that shows it."""

    def __init__(self, setting: Setting, title: Message) -> None:
        super().__init__(setting, title)
        grid = QGridLayout()
        self._right = self._millimetres(grid, 0, message("To the right"))
        self._down = self._millimetres(grid, 1, message("Down"))
        test = Button(self._screen, message("Print a test sheet…"), kind="link", icon="printer")
        test.clicked.connect(setting.print_test_sheet)
        self.column.addLayout(grid)
        self.column.addWidget(self._back)
        self.column.addWidget(test)

    def way_back(self, before: Any) -> Message:
        """Return the words for going back to a place."""
        right, down = (_tenths(length) for length in before)
        return message("Take back: {right} and {down} mm as before", right=right, down=down)

    def show_numbers(self, value: Any) -> None:
        """Show the correction."""
        for box, length in zip((self._right, self._down), value, strict=True):
            with QSignalBlocker(box):
                box.setValue(length)

    def _millimetres(self, grid: QGridLayout, column: int, name: Message) -> MeasureField:
        box = _tenths_field(self._screen, name, (-LARGEST_DRIFT, LARGEST_DRIFT), " mm")
        box.valueChanged.connect(lambda: self.edited.emit((self._right.value(), self._down.value())))
        grid.addWidget(label("caption", self._screen.say(name)), 0, column)
        grid.addWidget(box, 1, column)
        return box


class Scale(PrinterEditor):
    """How large everything prints, in percent, for a printer that makes it smaller or larger."""

    def __init__(self, setting: Setting, title: Message) -> None:
        super().__init__(setting, title)
        self._box = _tenths_field(self._screen, title, SCALES, " %")
        self._box.valueChanged.connect(lambda: self.edited.emit(self._box.value()))
        self.column.addWidget(self._box)
        self.column.addWidget(self._back)

    def way_back(self, before: Any) -> Message:
        """Return the words for going back to a size."""
        return message("Take back: {percent} % as before", percent=_tenths(before))

    def show_numbers(self, value: Any) -> None:
        """Show the size."""
        with QSignalBlocker(self._box):
            self._box.setValue(value)


def _tenths(value: float) -> Decimal:
    return Decimal(f"{value:.1f}")


def _tenths_field(screen: Screen, name: Message, limits: tuple[float, float], unit: str) -> MeasureField:
    """Return a field for a number with one decimal, which is written when it is left."""
    box = MeasureField()
    box.setRange(*limits)
    box.setSingleStep(0.1)
    box.setDecimals(1)
    box.setSuffix(unit)
    box.setLocale(QLocale(screen.language.locale))
    box.setAccessibleName(screen.say(name))
    box.setKeyboardTracking(False)
    box.lineEdit().setTextMargins(Space.XS, 0, 0, 0)
    return box
