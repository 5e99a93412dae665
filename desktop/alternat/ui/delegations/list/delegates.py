"""The delegation list as a Qt model: who shows, what a cell says, what an edit or a drop does."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QMimeData, QModelIndex, QObject, Qt

from alternat.language.catalogs import Catalog
from alternat.language.messages import message
from alternat.planning.roster import Delegate
from alternat.ui.delegations.list.arrangement import Filter, Sorting, arranged
from alternat.ui.delegations.list.columns import COLUMNS, Column, Editor, missing_languages, search_texts
from alternat.ui.delegations.list.dragging import MIME_TYPE, carried, packed, place_at
from alternat.ui.delegations.list.edits import DelegateVerbs, edited_value, write
from alternat.ui.parts.tables.rows import Index, RowsModel
from alternat.ui.parts.tables.searching import searchable

Roles = Qt.ItemDataRole

DELEGATE_ROLE = int(Roles.UserRole)
"""The role in which any cell of a row gives the whole `Delegate`, for painting and editing."""


_ROW_FLAGS = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsDragEnabled
_FLAGS = tuple(
    _ROW_FLAGS if column.editor is Editor.NONE else _ROW_FLAGS | Qt.ItemFlag.ItemIsEditable
    for column in COLUMNS
)


class DelegatesModel(RowsModel[Delegate]):
    """The delegates of one meeting, filtered, sorted and edited in place; keys are participation ids."""

    def __init__(self, catalog: Catalog, verbs: DelegateVerbs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._catalog = catalog
        self._verbs = verbs
        self._everyone: tuple[Delegate, ...] = ()
        self._filter = Filter()
        self._sorting: Sorting | None = None
        self._searched: dict[int, tuple[Delegate, str]] = {}

    def key(self, value: Delegate) -> int:
        """Return the participation, which stays the same when the person or the place changes."""
        return value.participation

    @property
    def everyone(self) -> tuple[Delegate, ...]:
        """Return all delegates of the meeting, shown or not, in their order of precedence."""
        return self._everyone

    @property
    def sorting(self) -> Sorting | None:
        """Return the order chosen to find somebody, or nothing while the list stands in precedence."""
        return self._sorting

    @property
    def filter(self) -> Filter:
        """Return what a delegate must be to show."""
        return self._filter

    def set_delegates(self, delegates: tuple[Delegate, ...]) -> None:
        """Take the meeting's delegates, all of them and in their order of precedence."""
        self._everyone = delegates
        present = {delegate.participation for delegate in delegates}
        self._searched = {key: found for key, found in self._searched.items() if key in present}
        self._arrange()

    def set_filter(self, wanted: Filter) -> None:
        """Show only those who pass."""
        self._filter = wanted
        self._arrange()

    def set_sorting(self, sorting: Sorting | None) -> None:
        """Order by a column, or go back to the order of precedence."""
        self._sorting = sorting
        self._arrange()

    def set_catalog(self, catalog: Catalog) -> None:
        """Show everything in another language."""
        self._catalog = catalog
        self._arrange()
        self.refresh()
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(COLUMNS) - 1)

    def _arrange(self) -> None:
        self.show(arranged(self._everyone, self._filter, self._sorting, self._text_searched, self._catalog))

    def _text_searched(self, delegate: Delegate) -> str:
        kept = self._searched.get(delegate.participation)
        if kept is None or kept[0] is not delegate:
            kept = (delegate, searchable(search_texts(delegate)))
            self._searched[delegate.participation] = kept
        return kept[1]

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Return the number of columns, hidden ones included."""
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Roles.DisplayRole) -> Any:
        """Return the title of a column."""
        if orientation is not Qt.Orientation.Horizontal or role not in {Roles.DisplayRole, Roles.ToolTipRole}:
            return None
        return self._catalog.say(COLUMNS[section].title)

    def data(self, index: Index, role: int = Roles.DisplayRole) -> Any:
        """Return the text of a cell, the value its editor starts with, or how a screen reader calls it."""
        answer = _ANSWERS.get(role)
        if answer is None or not index.isValid():
            return None
        return answer(self.value(index.row()), COLUMNS[index.column()], self._catalog)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Return what can be done with a cell; rows are dropped between rows, never on one."""
        return _FLAGS[index.column()] if index.isValid() else Qt.ItemFlag.ItemIsDropEnabled

    def setData(self, index: Index, value: Any, role: int = Roles.EditRole) -> bool:
        """Write what an editor returned, if it differs; return whether it was written."""
        if role != Roles.EditRole or not index.isValid():
            return False
        delegate, column = self.value(index.row()), COLUMNS[index.column()]
        language = self._catalog.language
        if value == edited_value(delegate, column, language):
            return False
        return write(self._verbs, delegate, column, value, language)

    def supportedDragActions(self) -> Qt.DropAction:
        """Return that rows are moved, never copied."""
        return Qt.DropAction.MoveAction

    def supportedDropActions(self) -> Qt.DropAction:
        """Return that rows are moved, never copied."""
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        """Return the one type the list drags and accepts."""
        return [MIME_TYPE]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """Return the participations of the dragged rows, in the order of the list."""
        rows = sorted({index.row() for index in indexes})
        values = [self.value(row) for row in rows]
        return packed([each.participation for each in values], [self.line(each) for each in values])

    def line(self, delegate: Delegate) -> str:
        """Return a row as plain text with tabs, as another program takes it from the clipboard."""
        return "\t".join(column.text(delegate, self._catalog) for column in COLUMNS if column.at_first)

    def canDropMimeData(
        self, data: QMimeData, _action: Qt.DropAction, row: int, _column: int, parent: Index
    ) -> bool:
        """Return whether the dragged people can stand there: in precedence, and within their own side."""
        return self._drop_place(data, parent.row() if parent.isValid() else row) is not None

    def dropMimeData(
        self, data: QMimeData, _action: Qt.DropAction, row: int, _column: int, parent: Index
    ) -> bool:
        """Move the dragged people before a row, or to the end of the shown ones below the last."""
        place = self._drop_place(data, parent.row() if parent.isValid() else row)
        return place is not None and self._verbs.move(carried(data), place)

    def _drop_place(self, data: QMimeData, row: int) -> int | None:
        if self._sorting is not None:
            return None
        return place_at(self._everyone, self._rows, carried(data), row)


def _shown_text(delegate: Delegate, column: Column, catalog: Catalog) -> str:
    return column.text(delegate, catalog)


def _hint(delegate: Delegate, column: Column, catalog: Catalog) -> str:
    if column.id != "missing":
        return column.text(delegate, catalog)
    gaps = missing_languages(delegate)
    return catalog.say(message("Name or position missing: {languages}", languages=gaps)) if gaps else ""


def _spoken(delegate: Delegate, column: Column, catalog: Catalog) -> str:
    text = _hint(delegate, column, catalog) if column.id == "missing" else column.text(delegate, catalog)
    return f"{catalog.say(column.title)}: {text}" if text else catalog.say(column.title)


_ANSWERS: Mapping[int, Callable[[Delegate, Column, Catalog], object]] = {
    Roles.DisplayRole: _shown_text,
    Roles.EditRole: lambda delegate, column, catalog: edited_value(delegate, column, catalog.language),
    Roles.ToolTipRole: _hint,
    Roles.AccessibleTextRole: _spoken,
    DELEGATE_ROLE: lambda delegate, *_: delegate,
}
