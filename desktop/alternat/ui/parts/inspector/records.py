"""Records that hang on what an inspector shows: each told in a line, edited under it once it is opened."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Generic, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from alternat.errors import AlternatError
from alternat.language.messages import Message, message
from alternat.nouns.noun import Noun
from alternat.ui.look.screen import Screen
from alternat.ui.look.style import label, surface
from alternat.ui.look.tokens import Space
from alternat.ui.parts.inspector.field_rows import FieldRows
from alternat.ui.parts.inspector.section import Section
from alternat.ui.parts.tables.list_model import Listed
from alternat.ui.parts.widgets.buttons import Button, IconButton
from alternat.ui.parts.widgets.focus import focus_first

T = TypeVar("T", bound=Listed)
WriteRecord = Callable[[int, Mapping[str, Any]], AlternatError | None]
"""Gives fields to a record, and answers with the error that refused them."""


class _Line(QWidget):
    """A record told in a line, with the ways to open and to remove it."""

    def __init__(self, screen: Screen) -> None:
        super().__init__()
        self.text = label(wrap=True)
        self.change = IconButton(screen, message("Change"), "pencil")
        self.remove = IconButton(screen, message("Remove"), "trash-2")
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self.text, 1)
        for button in (self.change, self.remove):
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(Space.XS)
        self.column.addLayout(row)

    def tell(self, text: str) -> None:
        """Show what the record says."""
        self.text.setText(text)
        self.change.say(message("Change: {name}", name=text))
        self.remove.say(message("Remove: {name}", name=text))


class RecordsSection(Section, Generic[T]):
    """A heading, the records in their order, and a button that adds one.

    The page lays the rows of a record out with `add_row`; they are there once, under the line that is opened.
    """

    add_wanted = Signal()
    removal_wanted = Signal(int)
    """A record is to go; carries its id."""

    def __init__(
        self, screen: Screen, title: Message, adding: Message, noun: Noun, write: WriteRecord
    ) -> None:
        super().__init__(screen, title)
        self._opened: int | None = None
        self._records: dict[int, T] = {}
        self._lines: dict[int, _Line] = {}
        self._body = QVBoxLayout()
        self._body.setSpacing(Space.XS)
        self.editor = QFrame()
        surface(self.editor, "card")
        self._rows_of_one = QVBoxLayout(self.editor)
        self._rows_of_one.setContentsMargins(Space.S, Space.S, Space.S, Space.S)
        self._rows_of_one.setSpacing(Space.XS)
        self.editor.hide()
        self.rows = FieldRows(noun, screen, lambda fields: write(self._opened or 0, fields))
        self.add = Button(screen, adding, icon="plus", kind="quiet")
        self.add.clicked.connect(self.add_wanted)
        self.column.addLayout(self._body)
        self.column.addWidget(self.editor)
        self.column.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)

    def add_row(self, row: QWidget) -> None:
        """Put a row below the last one of a record."""
        self._rows_of_one.addWidget(row)

    @property
    def told(self) -> tuple[str, ...]:
        """Return what the lines say, from top to bottom."""
        return tuple(self._lines[key].text.text() for key in self._records)

    @property
    def opened(self) -> int | None:
        """Return the id of the record that is opened."""
        return self._opened

    def show_records(self, records: Sequence[T], told: Sequence[str], *, is_other: bool = False) -> None:
        """Show records, each told in words; `is_other` tells that they hang on something else than before."""
        self._records = {each.id: each for each in records}
        for key in [key for key in self._lines if key not in self._records]:
            self._drop(key)
        for at, (record, text) in enumerate(zip(records, told, strict=True)):
            line = self._lines.get(record.id) or self._make(record.id)
            line.tell(text)
            if self._body.indexOf(line) != at:
                self._body.insertWidget(at, line)
        if self._opened is not None:
            self.rows.show(self._records[self._opened], is_other=is_other)

    def open(self, key: int, *, focuses: bool = True) -> None:
        """Open a record under its line, the cursor in its first field."""
        if key not in self._records:
            return
        self._finish_typing()
        self._opened = key
        self._lines[key].column.addWidget(self.editor)
        self.rows.show(self._records[key], is_other=True)
        self.editor.show()
        if focuses:
            focus_first(self.editor)

    def close_opened(self) -> None:
        """Close the record that is opened."""
        self._finish_typing()
        self._opened = None
        self.editor.hide()
        self.column.insertWidget(self.column.count() - 1, self.editor)

    def _toggle(self, key: int) -> None:
        if self._opened == key:
            self.close_opened()
        else:
            self.open(key)

    def _make(self, key: int) -> _Line:
        line = self._lines[key] = _Line(self.screen_of)
        line.change.clicked.connect(lambda: self._toggle(key))
        line.remove.clicked.connect(lambda: self.removal_wanted.emit(key))
        return line

    def _drop(self, key: int) -> None:
        if self._opened == key:
            # What is typed there is of a record that is gone.
            self._opened = None
            self.editor.hide()
            self.column.insertWidget(self.column.count() - 1, self.editor)
        line = self._lines.pop(key)
        has_focus = line.isAncestorOf(QApplication.focusWidget() or self)
        self._body.removeWidget(line)
        line.hide()
        line.deleteLater()
        if has_focus:
            self.add.setFocus(Qt.FocusReason.OtherFocusReason)

    def _finish_typing(self) -> None:
        typing = QApplication.focusWidget()
        if typing is not None and self.editor.isAncestorOf(typing):
            typing.clearFocus()
