"""The rows of an import of sessions as a Qt model: when and what, what happens, and what to know."""

from collections.abc import Callable, Mapping
from enum import Enum, auto
from typing import Any

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QColor, QIcon

from alternat.language.formats import clock, short_date
from alternat.language.messages import Message, message
from alternat.planning.event_drafts import Moved
from alternat.planning.event_imports import EventAction, PlannedEvent
from alternat.planning.findings import Severity
from alternat.ui.importing.planned_rows import ActionLook
from alternat.ui.look.screen import Screen
from alternat.ui.parts.tables.rows import Index, RowsModel
from alternat.ui.parts.widgets.severity import SEVERITY_LOOKS, severity_colour

TITLES = (
    message("Row"),
    message("Day"),
    message("Start time"),
    message("Minutes"),
    message("Title"),
    message("What happens"),
    message("Kind"),
    message("To know"),
)
HAPPENS, KNOWN = 5, 7
Roles = Qt.ItemDataRole


class Which(Enum):
    """Which rows of a plan show."""

    ALL = auto()
    ASKED = auto()
    PROBLEMS = auto()
    ADDED = auto()
    UPDATED = auto()
    SKIPPED = auto()


LOOKS: Mapping[EventAction, ActionLook] = {
    EventAction.ADD: ActionLook("plus", message("Added"), "good"),
    EventAction.UPDATE: ActionLook("pencil", message("Changed"), "notes"),
    EventAction.SKIP: ActionLook("circle", message("As it is"), "muted"),
    EventAction.ASK: ActionLook("circle-alert", message("Moved or new?"), "warns"),
}
BLOCKED = ActionLook("ban", message("Blocked"), "blocks")
LEFT_OUT = ActionLook("circle", message("Left out"), "muted")

_BELONGS: Mapping[Which, Callable[[PlannedEvent], bool]] = {
    Which.ALL: lambda _: True,
    Which.ASKED: lambda row: row.candidate is not None or bool(row.draft.doubts),
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
    if row.draft.is_blocked:
        return BLOCKED
    is_out = row.decision is Moved.SKIP or (row.draft.is_cancelled and row.session is None)
    return LEFT_OUT if is_out else LOOKS[row.action]


def kind_of(row: PlannedEvent) -> object:
    """Return the kind that the session gets, marked where it is guessed; none where it stays."""
    if row.draft.is_kind_stated:
        return row.draft.kind
    return "–" if row.session is not None else message("{kind} (guessed)", kind=row.draft.kind)


def known_of(row: PlannedEvent) -> tuple[Message, ...]:
    """Return what to know of a row: each problem with its column, and each field that would change."""
    noted = (*row.draft.problems, *row.draft.doubts)
    known = [
        message("{column}: {problem}", column=each.column or each.field or "–", problem=each.message)
        for each in noted
    ]
    if row.draft.is_cancelled and row.session is None:
        known.append(message("The list says that it is cancelled."))
    if not row.draft.is_blocked and (row.session is not None or row.action is EventAction.ASK):
        known += [each.sentence for each in row.changes]
    return tuple(known)


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
            screen.catalog.show(kind_of(row)),
            "  ".join(screen.say(each) for each in known_of(row)),
        )

    def _icon(self, row: PlannedEvent, column: int) -> QIcon | None:
        palette = self._screen.palette
        if column == HAPPENS:
            look = look_of(row)
            return self._screen.icon(look.icon, colour=str(getattr(palette, look.colour)))
        found = {problem.severity for problem in (*row.draft.problems, *row.draft.doubts)}
        gravest = next((severity for severity in Severity if severity in found), None)
        if column == KNOWN and gravest is not None:
            return self._screen.icon(SEVERITY_LOOKS[gravest].icon, colour=severity_colour(gravest, palette))
        return None
