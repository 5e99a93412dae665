"""The first rows of a sheet as they stand in the file."""

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from alternat.exchange.sources.table import Sheet
from alternat.language.messages import message
from alternat.ui.look.screen import Screen
from alternat.ui.look.tokens import ROW_HEIGHT
from alternat.ui.parts.tables.rows import Index

FIRST_ROWS = 50
WIDEST = 260
Roles = Qt.ItemDataRole


class SheetModel(QAbstractTableModel):
    """The cells of a sheet's first rows, with its own row numbers and column letters."""

    def __init__(self) -> None:
        super().__init__()
        self._sheet = Sheet("", (), (), ())

    def show_sheet(self, sheet: Sheet) -> None:
        """Show another sheet."""
        self.beginResetModel()
        self._sheet = sheet
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Return how many rows show."""
        return 0 if parent.isValid() else min(FIRST_ROWS, len(self._sheet.rows))

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Return how many columns the sheet has."""
        return 0 if parent.isValid() else len(self._sheet.columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Roles.DisplayRole) -> Any:
        """Return the letters of a column or the number of a row."""
        if role != Roles.DisplayRole:
            return None
        is_column = orientation is Qt.Orientation.Horizontal
        return self._sheet.columns[section] if is_column else str(self._sheet.numbers[section])

    def data(self, index: Index, role: int = Roles.DisplayRole) -> Any:
        """Return the text of a cell."""
        if role not in {Roles.DisplayRole, Roles.ToolTipRole}:
            return None
        text = self._sheet.rows[index.row()][index.column()]
        return " ".join(text.split()) if role == Roles.DisplayRole else text


class SheetPreview(QTableView):
    """A quiet table of a sheet's first rows."""

    def __init__(self, screen: Screen) -> None:
        super().__init__()
        self._screen = screen
        self._model = SheetModel()
        self.setModel(self._model)
        quieten(self, screen)
        screen.language_changed.connect(self._speak)
        self._speak()

    def show_sheet(self, sheet: Sheet) -> None:
        """Show the first rows of a sheet."""
        self._model.show_sheet(sheet)
        self.resizeColumnsToContents()
        for column in range(self._model.columnCount()):
            self.setColumnWidth(column, min(self.columnWidth(column), self._screen.px(WIDEST)))

    def _speak(self) -> None:
        self.setAccessibleName(self._screen.say(message("The first rows of the list")))


def quieten(table: QTableView, screen: Screen) -> None:
    """Set up a table that is only looked at."""
    table.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setShowGrid(False)
    table.setWordWrap(False)
    table.setTabKeyNavigation(False)
    table.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    table.verticalHeader().setDefaultSectionSize(screen.px(ROW_HEIGHT - 6))
    table.horizontalHeader().setHighlightSections(False)
    table.horizontalHeader().setTextElideMode(Qt.TextElideMode.ElideRight)
    table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
