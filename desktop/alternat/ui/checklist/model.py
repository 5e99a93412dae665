"""The checklist or its template as a Qt model: what a cell says, and what an edit of it writes."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Protocol

from PySide6.QtCore import QModelIndex, QObject, Qt

from alternat.language.label import Label
from alternat.ui.checklist.columns import Editing, LineColumn, Reader, done
from alternat.ui.checklist.lines import Line, read_distance, written
from alternat.ui.parts.tables.rows import Index, RowsModel

Roles = Qt.ItemDataRole
LINE_ROLE = int(Roles.UserRole)
"""The role in which any cell of a row gives the whole `Line`."""


class LineVerbs(Protocol):
    """What the list asks of its page."""

    def change(self, ids: Sequence[int], fields: Mapping[str, object]) -> bool:
        """Change fields of lines; return whether it was done."""
        ...

    def set_done(self, ids: Sequence[int], *, done: bool) -> None:
        """Tick tasks off, or reopen them."""
        ...


class LinesModel(RowsModel[Line]):
    """Lines known by their ids, in columns."""

    def __init__(
        self,
        columns: Sequence[LineColumn],
        reader: Reader,
        verbs: LineVerbs,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self._reader, self._verbs = reader, verbs

    def key(self, value: Line) -> int:
        """Return the id of the line."""
        return value.id

    def set_reader(self, reader: Reader) -> None:
        """Show everything in another language."""
        self._reader = reader
        self.refresh()
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self.columns) - 1)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Return the number of columns."""
        return 0 if parent.isValid() else len(self.columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Roles.DisplayRole) -> Any:
        """Return the title of a column."""
        if orientation is not Qt.Orientation.Horizontal or role not in {Roles.DisplayRole, Roles.ToolTipRole}:
            return None
        return self._reader.catalog.say(self.columns[section].title)

    def data(self, index: Index, role: int = Roles.DisplayRole) -> Any:
        """Return the text of a cell, what its editor starts with, or how a screen reader calls it."""
        if not index.isValid():
            return None
        line, column = self.value(index.row()), self.columns[index.column()]
        if role == LINE_ROLE:
            return line
        if role == Roles.EditRole:
            return self._begin(line, column)
        if role in {Roles.DisplayRole, Roles.ToolTipRole, Roles.AccessibleTextRole}:
            text = column.text(line, self._reader)
            if role == Roles.ToolTipRole and column.editing is Editing.TICK and line.is_done:
                return f"{text}: {done(line, self._reader)}"
            title = self._reader.catalog.say(column.title)
            return f"{title}: {text}" if role == Roles.AccessibleTextRole else text
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Return what can be done with a cell."""
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if self.columns[index.column()].editing in {Editing.NONE, Editing.TICK}:
            return flags
        return flags | Qt.ItemFlag.ItemIsEditable

    def setData(self, index: Index, value: Any, role: int = Roles.EditRole) -> bool:
        """Write what an editor returned, if it differs; return whether it was written."""
        line, column = self.value(index.row()), self.columns[index.column()]
        if role != Roles.EditRole or value == self._begin(line, column):
            return False
        fields = _WRITES[column.editing](line, value, self._with_text(line, value))
        return bool(fields) and self._verbs.change((line.id,), fields)

    def _begin(self, line: Line, column: LineColumn) -> object:
        match column.editing:
            case Editing.DISTANCE:
                return written(line.days_before)
            case Editing.TEXT:
                return line.text.text(self._reader.catalog.language)
            case Editing.OWNER:
                return line.owner
            case Editing.PERSON:
                return line.person
            case _:
                return column.text(line, self._reader)

    def _with_text(self, line: Line, value: object) -> Label:
        return line.text.with_text(self._reader.catalog.language, str(value).strip())


def _distance(_line: Line, value: object, _text: Label) -> Mapping[str, object]:
    days = read_distance(str(value))
    return {} if days is None else {"days_before": days}


_WRITES: Mapping[Editing, Callable[[Line, object, Label], Mapping[str, object]]] = {
    Editing.NONE: lambda *_: {},
    Editing.TICK: lambda *_: {},
    Editing.DISTANCE: _distance,
    Editing.TEXT: lambda _line, _value, text: {"text": text},
    Editing.OWNER: lambda _line, value, _text: {"owner": value},
    Editing.PERSON: lambda _line, value, _text: {"person": value},
}
