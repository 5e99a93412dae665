"""The findings as rows of a table: how grave, about whom, what is the matter, what would mend it."""

from collections.abc import Mapping
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor

from alternat.language.label import Label
from alternat.language.messages import message
from alternat.planning.findings import Finding, Subject
from alternat.ui.look.screen import Screen
from alternat.ui.parts.widgets.severity import SEVERITY_LOOKS, severity_colour

Index = QModelIndex | QPersistentModelIndex
NO_PARENT = QModelIndex()


class Column(IntEnum):
    """The columns, in reading order."""

    SEVERITY = 0
    SUBJECT = 1
    SENTENCE = 2
    FIX = 3


TITLES = {
    Column.SEVERITY: message("Severity"),
    Column.SUBJECT: message("About"),
    Column.SENTENCE: message("Finding"),
    Column.FIX: message("What to do"),
}


class FindingsModel(QAbstractTableModel):
    """Shows findings in the screen language."""

    def __init__(self, screen: Screen) -> None:
        super().__init__()
        self._screen = screen
        self._findings: tuple[Finding, ...] = ()
        self._names: Mapping[Subject, Label] = {}

    def show(self, findings: tuple[Finding, ...], names: Mapping[Subject, Label]) -> None:
        """Show other findings."""
        self.beginResetModel()
        self._findings, self._names = findings, names
        self.endResetModel()

    def finding(self, row: int) -> Finding:
        """Return the finding of a row."""
        return self._findings[row]

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        """Return how many findings there are."""
        return 0 if parent.isValid() else len(self._findings)

    def columnCount(self, parent: Index = NO_PARENT) -> int:
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(Column)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> Any:
        """Return the title of a column."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._screen.say(TITLES[Column(section)])
        return None

    def data(self, index: Index, role: int = 0) -> Any:
        """Return what a cell shows: words, and for the severity an icon and a colour as well."""
        finding, column = self._findings[index.row()], Column(index.column())
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return self._text(finding, column)
        if role == Qt.ItemDataRole.ToolTipRole:
            return finding.reason if column is Column.SEVERITY else self._text(finding, column)
        palette = self._screen.palette
        if column is Column.SEVERITY:
            colour = severity_colour(finding.severity, palette)
            if role == Qt.ItemDataRole.DecorationRole:
                return self._screen.icon(SEVERITY_LOOKS[finding.severity].icon, colour=colour)
            if role == Qt.ItemDataRole.ForegroundRole:
                return QColor(colour)
        if column is Column.FIX and role == Qt.ItemDataRole.ForegroundRole:
            return QColor(palette.accent)
        return None

    def _text(self, finding: Finding, column: Column) -> str:
        if column is Column.SEVERITY:
            word = SEVERITY_LOOKS[finding.severity].word
            return self._screen.say(message("{severity}, lowered", severity=word) if finding.reason else word)
        if column is Column.SUBJECT:
            return self._screen.read(self._names.get(finding.subject, Label()))
        if column is Column.SENTENCE:
            return self._screen.say(finding.message)
        return self._screen.say(finding.fix.label if finding.fix else message("Show"))
