"""The rows of a workbook of the follow-up as a Qt model: where, what happens, and what would change."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QColor

from alternat.language.messages import Message, message
from alternat.planning.follow_up_plans import PlannedRecord, RowAction
from alternat.ui.importing.planned_rows import ActionLook
from alternat.ui.look.screen import Screen
from alternat.ui.parts.tables.rows import Index, RowsModel

TITLES = (
    message("Sheet"),
    message("Row"),
    message("Entry"),
    message("What happens"),
    message("What changes"),
)
HAPPENS = 3
Roles = Qt.ItemDataRole

LOOKS: Mapping[RowAction, ActionLook] = {
    RowAction.ADD: ActionLook("plus", message("Added"), "good"),
    RowAction.UPDATE: ActionLook("pencil", message("Changed"), "notes"),
    RowAction.SKIP: ActionLook("circle", message("As it is"), "muted"),
    RowAction.LEAVE: ActionLook("circle-alert", message("Left out"), "warns"),
}
_ROWS = 1_000_000
"""More than a sheet can have: what keeps rows of one number on several sheets apart."""


class PlannedFollowUpModel(RowsModel[PlannedRecord]):
    """Rows of a plan, known by their sheet and their number on it."""

    def __init__(self, screen: Screen) -> None:
        super().__init__()
        self._screen = screen
        self._sheets: dict[str, int] = {}

    def key(self, value: PlannedRecord) -> int:
        """Return a number that no other row has."""
        return self._sheets.setdefault(value.sheet.id, len(self._sheets)) * _ROWS + value.row

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Return the number of columns."""
        return 0 if parent.isValid() else len(TITLES)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Roles.DisplayRole) -> Any:
        """Return the title of a column."""
        if orientation is not Qt.Orientation.Horizontal or role != Roles.DisplayRole:
            return None
        return self._screen.say(TITLES[section])

    def data(self, index: Index, role: int = Roles.DisplayRole) -> Any:
        """Return a text, or the icon of what happens."""
        row = self.value(index.row())
        if role in {Roles.DisplayRole, Roles.ToolTipRole}:
            return self._texts(row)[index.column()]
        look = LOOKS[row.action]
        if role == Roles.DecorationRole and index.column() == HAPPENS:
            return self._screen.icon(look.icon, colour=str(getattr(self._screen.palette, look.colour)))
        if role == Roles.ForegroundRole and not row.writes:
            return QColor(self._screen.palette.muted)
        return None

    def _texts(self, row: PlannedRecord) -> tuple[str, ...]:
        screen = self._screen
        return (
            screen.say(row.sheet.title),
            str(row.row),
            screen.catalog.show(row.name),
            screen.say(LOOKS[row.action].word),
            "  ".join(screen.say(each) for each in changes_of(row)),
        )


def changes_of(row: PlannedRecord) -> tuple[Message, ...]:
    """Return each field of a row that would become another."""
    return tuple(each.sentence for each in row.changes)
