"""A list of values as a Qt model: what a cell says, and what an edit of it writes."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Protocol, TypeVar

from PySide6.QtCore import QModelIndex, QObject, Qt, Signal

from alternat.errors import AlternatError
from alternat.ui.parts.tables.columns import Column, Reading
from alternat.ui.parts.tables.rows import Index, RowsModel

Roles = Qt.ItemDataRole
VALUE_ROLE = int(Roles.UserRole)
"""The role in which any cell of a row gives the whole value."""


class Listed(Protocol):
    """A value of a list, known by the id of its row."""

    @property
    def id(self) -> int:
        """The id of the row."""
        ...


T = TypeVar("T", bound=Listed)
R = TypeVar("R", bound=Reading)
WriteRows = Callable[[Sequence[int], Mapping[str, object]], AlternatError | None]
"""Gives fields to rows, and answers with the error that refused them."""


class ListModel(RowsModel[T]):
    """Values known by their ids, in columns."""

    refused = Signal(object)
    """What was typed or chosen in a cell was refused; carries the error."""

    def __init__(
        self, columns: Sequence[Column[T, R]], reader: R, write: WriteRows, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.columns: tuple[Column[T, Any], ...] = tuple(columns)
        self.reader: Any = reader
        self._write = write

    def key(self, value: T) -> int:
        """Return the id of the value."""
        return value.id

    def set_reader(self, reader: Reading) -> None:
        """Show everything in another language."""
        self.reader = reader
        self.refresh()
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self.columns) - 1)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Return the number of columns."""
        return 0 if parent.isValid() else len(self.columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Roles.DisplayRole) -> Any:
        """Return the title of a column."""
        if orientation is not Qt.Orientation.Horizontal or role not in {Roles.DisplayRole, Roles.ToolTipRole}:
            return None
        return self.reader.catalog.say(self.columns[section].title)

    def data(self, index: Index, role: int = Roles.DisplayRole) -> Any:
        """Return the text of a cell, what its editor starts with, or how a screen reader calls it."""
        if not index.isValid():
            return None
        value, column = self.value(index.row()), self.columns[index.column()]
        if role == VALUE_ROLE:
            return value
        if role == Roles.EditRole:
            return self._begin(value, column)
        if role == Roles.ToolTipRole and column.tip is not None:
            return column.tip(value, self.reader)
        if role in {Roles.DisplayRole, Roles.ToolTipRole, Roles.AccessibleTextRole}:
            text = column.text(value, self.reader)
            title = self.reader.catalog.say(column.title)
            return f"{title}: {text}" if role == Roles.AccessibleTextRole else text
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Return what can be done with a cell."""
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return flags | Qt.ItemFlag.ItemIsEditable if self.columns[index.column()].editor else flags

    def setData(self, index: Index, value: Any, role: int = Roles.EditRole) -> bool:
        """Write what an editor returned, if it differs; return whether it was written."""
        held, column = self.value(index.row()), self.columns[index.column()]
        if role != Roles.EditRole or column.editor is None or value == self._begin(held, column):
            return False
        try:
            error = self._write((held.id,), column.editor.fields(held, value, self.reader))
        except AlternatError as unread:
            error = unread
        if error is not None:
            self.refused.emit(error)
        return error is None

    def _begin(self, value: T, column: Column[T, Any]) -> object:
        edit = column.editor.begin if column.editor else column.text
        return edit(value, self.reader)
