"""Controls that leave the wheel to the page: scrolling past a control must never change what it holds.

A value is changed by clicking, typing or the arrow keys. Everything in the window that Qt would turn with
the wheel is made from these; `tests/test_architecture.py` refuses the classes of Qt anywhere else. One filter
for the whole application would be asked about every event there is, which doubles the time that a change of
language takes.
"""

from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QAbstractSlider, QComboBox, QDateEdit, QDoubleSpinBox, QSpinBox, QTabBar


class LeavesWheel:
    """The one guard: put before a class of Qt, it lets the wheel go on to what scrolls around the control."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page, focused or not."""
        event.ignore()


class NumberField(LeavesWheel, QSpinBox):
    """A whole number."""


class MeasureField(LeavesWheel, QDoubleSpinBox):
    """A number with decimals."""


class DayField(LeavesWheel, QDateEdit):
    """A day that is always there."""


class DropDown(LeavesWheel, QComboBox):
    """A list that drops down."""


class Slider(LeavesWheel, QAbstractSlider):
    """What is a slider for assistive tools, whatever it looks like."""


class Tabs(LeavesWheel, QTabBar):
    """Tabs side by side."""
