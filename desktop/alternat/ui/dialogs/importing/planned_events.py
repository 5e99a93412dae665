"""The rows of an import of sessions as a Qt model: when and what, what happens, and what to know."""

from collections.abc import Callable, Mapping
from enum import Enum, auto
from typing import Any

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QColor, QIcon

from alternat.language.formats import clock, short_date
from alternat.language.messages import Message, message
from alternat.planning.event_imports import EventAction, PlannedEvent
from alternat.planning.findings import Severity
from alternat.ui.dialogs.importing.planned_rows import ActionLook
from alternat.ui.screen import Screen
from alternat.ui.tables.rows import Index, RowsModel
from alternat.ui.widgets.severity import SEVERITY_LOOKS, severity_colour

TITLES = (
    message("Row"),
    message("Day"),
    message("Start time"),
    message("Minutes"),
    message("Title"),
    message("What happens"),
    message("To know"),
)
HAPPENS, KNOWN = 5, 6
Roles = Qt.ItemDataRole


class Which(Enum):
    """Which rows of a plan show."""

    ALL = auto()
    PROBLEMS = auto()
    ADDED = auto()
    UPDATED = auto()
    SKIPPED = auto()


LOOKS: Mapping[EventAction, ActionLook] = {
    EventAction.ADD: ActionLook("plus", message("Added"), "good"),
    EventAction.UPDATE: ActionLook("pencil", message("Changed"), "notes"),
    EventAction.SKIP: ActionLook("circle", message("As it is"), "muted"),
}
BLOCKED = ActionLook("ban", message("Blocked"), "blocks")

_BELONGS: Mapping[Which, Callable[[PlannedEvent], bool]] = {
    Which.ALL: lambda _: True,
    Which.PROBLEMS: lambda row: bool(row.draft.problems),
    Which.ADDED: lambda row: row.action is EventAction.ADD,
    Which.UPDATED: lambda row: row.action is EventAction.UPDATE,
    Which.SKIPPED: lambda row: row.action is EventAction.SKIP and not row.draft.is_blocked,
}


def belongs(row: PlannedEvent, which: Which) -> bool:
    """Return whether a row is one of those."""
    return _BELONGS[which](row)


def look_of(row: PlannedEvent) -> ActionLook:
    """Return how it is shown what happens to a row."""
    return BLOCKED if row.draft.is_blocked else LOOKS[row.action]


def known_of(row: PlannedEvent) -> tuple[Message, ...]:
    """Return what to know of a row: each problem with its column, or else what would change."""
    if row.draft.problems:
        return tuple(
            message("{column}: {problem}", column=each.column or each.field or "–", problem=each.message)
            for each in row.draft.problems
        )
    if row.draft.is_cancelled:
        return (message("The list says that it is cancelled."),)
    return (message("Becomes another: {fields}", fields=row.changes),) if row.changes else ()


class PlannedEventsModel(RowsModel[PlannedEvent]):
    """Rows of a plan, known by their number in the list."""

    def __init__(self, screen: Screen) -> None:
        super().__init__()
        self._screen = screen

    def key(self, value: PlannedEvent) -> int:
        """Return the row's number in the list."""
        return value.draft.row

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Return the number of columns."""
        return 0 if parent.isValid() else len(TITLES)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Roles.DisplayRole) -> Any:
        """Return the title of a column."""
        if orientation is not Qt.Orientation.Horizontal or role != Roles.DisplayRole:
            return None
        return self._screen.say(TITLES[section])

    def data(self, index: Index, role: int = Roles.DisplayRole) -> Any:
        """Return a text, or the icon of what happens and of the gravest problem."""
        row = self.value(index.row())
        if role in {Roles.DisplayRole, Roles.ToolTipRole}:
            return self._texts(row)[index.column()]
        if role == Roles.DecorationRole:
            return self._icon(row, index.column())
        if role == Roles.ForegroundRole and row.action is EventAction.SKIP and not row.draft.is_blocked:
            return QColor(self._screen.palette.muted)
        return None

    def _texts(self, row: PlannedEvent) -> tuple[str, ...]:
        draft, screen = row.draft, self._screen
        return (
            str(draft.row),
            short_date(draft.day, screen.language) if draft.day else "",
            clock(draft.start, screen.language, in_table=True) if draft.start else "",
            str(draft.minutes) if draft.minutes else "",
            screen.read(draft.title),
            screen.say(look_of(row).word),
            "  ".join(screen.say(each) for each in known_of(row)),
        )

    def _icon(self, row: PlannedEvent, column: int) -> QIcon | None:
        palette = self._screen.palette
        if column == HAPPENS:
            look = look_of(row)
            return self._screen.icon(look.icon, colour=str(getattr(palette, look.colour)))
        found = {problem.severity for problem in row.draft.problems}
        gravest = next((severity for severity in Severity if severity in found), None)
        if column == KNOWN and gravest is not None:
            return self._screen.icon(SEVERITY_LOOKS[gravest].icon, colour=severity_colour(gravest, palette))
        return None
