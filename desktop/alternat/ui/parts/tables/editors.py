"""The editors that open in a cell: a field, two fields for a Latin name, and lists to choose from."""

from collections.abc import Sequence
from typing import Any, Protocol

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLineEdit, QWidget

from alternat.ui.parts.choices import Choice
from alternat.ui.parts.widgets.wheel import DropDown

_ENDING_KEYS = frozenset(
    {Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape}
)


class CellEditor(Protocol):
    """What an editor of a cell can do."""

    def begin(self, value: Any) -> None:
        """Show the value to start with; once begun, later values do not disturb what is being typed."""
        ...

    def answer(self) -> object:
        """Return the value as typed or chosen."""
        ...


class TextEditor(QLineEdit):
    """One line of text."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._has_begun = False

    def begin(self, value: str) -> None:
        """Show the text, ready to be typed over."""
        if not self._has_begun:
            self._has_begun = True
            self.setText(value)
            self.selectAll()

    def answer(self) -> object:
        """Return the text."""
        return self.text()


class ChoiceEditor(DropDown):
    """A list that drops down at once in its cell."""

    def __init__(self, choices: Sequence[Choice], parent: QWidget) -> None:
        super().__init__(parent)
        self._choices = tuple(choices)
        self._has_begun = False
        for row, choice in enumerate(self._choices):
            self.addItem(choice.text)
            self.model().item(row).setEnabled(not choice.is_heading)  # type: ignore[attr-defined]
        self.setSizeAdjustPolicy(DropDown.SizeAdjustPolicy.AdjustToContents)

    def begin(self, value: object) -> None:
        """Make a value the current one; an unknown value leaves none current."""
        if not self._has_begun:
            self._has_begun = True
            values = [choice.value for choice in self._choices]
            self.setCurrentIndex(values.index(value) if value in values else -1)

    def answer(self) -> object:
        """Return the value of the current entry."""
        return self._choices[self.currentIndex()].value if self.currentIndex() >= 0 else None


class NameEditor(QWidget):
    """The family name and the given name side by side; Tab goes from the first to the second."""

    def __init__(self, family_hint: str, given_hint: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._has_begun = False
        self.family, self.given = QLineEdit(self), QLineEdit(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        for field, hint in ((self.family, family_hint), (self.given, given_hint)):
            field.setPlaceholderText(hint)
            field.setAccessibleName(hint)
            field.installEventFilter(self)
            row.addWidget(field)
        self.setFocusProxy(self.family)
        self.setAutoFillBackground(True)

    def begin(self, value: tuple[str, str]) -> None:
        """Show a family name and a given name, the first ready to be typed over."""
        if not self._has_begun:
            self._has_begun = True
            self.family.setText(value[0])
            self.given.setText(value[1])
            self.family.selectAll()

    def answer(self) -> object:
        """Return the family name and the given name."""
        return self.family.text(), self.given.text()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Pass ending keys and the loss of focus on to the whole editor, except between its two fields."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._on_key(watched, event)
        if event.type() == QEvent.Type.FocusOut:
            self._pass_on_focus_out()
        return False

    def _on_key(self, watched: QObject, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_Tab and watched is self.family:
            self.given.setFocus(Qt.FocusReason.TabFocusReason)
            self.given.selectAll()
            return True
        if event.key() == Qt.Key.Key_Backtab and watched is self.given:
            self.family.setFocus(Qt.FocusReason.BacktabFocusReason)
            return True
        if event.key() in _ENDING_KEYS:
            QApplication.sendEvent(self, QKeyEvent(event))
            return True
        return False

    def _pass_on_focus_out(self) -> None:
        if QApplication.focusWidget() not in {self.family, self.given}:
            QApplication.sendEvent(self, QFocusEvent(QEvent.Type.FocusOut))
