"""The rows of an import plan as a Qt model: the person, what happens, and what to know."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum, auto
from typing import Any

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QColor, QIcon

from alternat.language.label import Label
from alternat.language.messages import Message, message
from alternat.planning.findings import Severity
from alternat.planning.imports import ImportAction, PlannedRow
from alternat.ui.look.screen import Screen
from alternat.ui.parts.tables.rows import Index, RowsModel
from alternat.ui.parts.widgets.severity import SEVERITY_LOOKS, severity_colour

TITLES = (
    *(message("Row"), message("Person"), message("Side")),
    *(message("What happens"), message("To know")),
)
Roles = Qt.ItemDataRole


class Which(Enum):
    """Which rows of a plan show."""

    ALL = auto()
    UNDECIDED = auto()
    PROBLEMS = auto()
    ADDED = auto()
    UPDATED = auto()
    SKIPPED = auto()


@dataclass(frozen=True, slots=True)
class ActionLook:
    """The icon, the word and the colour of what happens to a row."""

    icon: str
    word: Message
    colour: str


ACTION_LOOKS: Mapping[ImportAction, ActionLook] = {
    ImportAction.ADD: ActionLook("user-plus", message("Add"), "good"),
    ImportAction.UPDATE: ActionLook("pencil", message("Update"), "notes"),
    ImportAction.SKIP: ActionLook("circle", message("Leave out"), "muted"),
    ImportAction.POSSIBLE_DUPLICATE: ActionLook("circle-alert", message("Decide"), "warns"),
}

_BELONGS: Mapping[Which, Callable[[PlannedRow], bool]] = {
    Which.ALL: lambda _: True,
    Which.UNDECIDED: lambda row: row.action is ImportAction.POSSIBLE_DUPLICATE or row.decision is not None,
    Which.PROBLEMS: lambda row: any(each.severity is not Severity.NOTES for each in row.problems),
    Which.ADDED: lambda row: row.action is ImportAction.ADD,
    Which.UPDATED: lambda row: row.action is ImportAction.UPDATE,
    Which.SKIPPED: lambda row: row.action is ImportAction.SKIP,
}


def belongs(row: PlannedRow, which: Which) -> bool:
    """Return whether a row is one of those."""
    return _BELONGS[which](row)


def gravest(row: PlannedRow) -> Severity | None:
    """Return the gravest severity among a row's problems."""
    found = {problem.severity for problem in row.problems}
    return next((severity for severity in Severity if severity in found), None)


class PlannedRowsModel(RowsModel[PlannedRow]):
    """Rows of a plan, known by their number in the list."""

    def __init__(self, screen: Screen, sides: Mapping[str, Label]) -> None:
        super().__init__()
        self._screen, self._sides = screen, sides

    def key(self, value: PlannedRow) -> int:
        """Return the row's number in the list."""
        return value.row

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
        if role == Roles.ForegroundRole and row.action is ImportAction.SKIP:
            return QColor(self._screen.palette.muted)
        return None

    def _texts(self, row: PlannedRow) -> tuple[str, ...]:
        say = self._screen.say
        problems = "  ".join(say(problem.message) for problem in row.problems)
        known = problems or say(row.reason)
        side = self._screen.read(self._sides.get(row.draft.side, Label()))
        if row.draft.is_side_guessed:
            side = say(message("{side}?", side=side))
        return str(row.row), row.draft.shown_name, side, say(ACTION_LOOKS[row.action].word), known

    def _icon(self, row: PlannedRow, column: int) -> QIcon | None:
        palette = self._screen.palette
        if column == 3:
            look = ACTION_LOOKS[row.action]
            return self._screen.icon(look.icon, colour=str(getattr(palette, look.colour)))
        severity = gravest(row)
        if column == 4 and severity is not None:
            return self._screen.icon(SEVERITY_LOOKS[severity].icon, colour=severity_colour(severity, palette))
        return None
