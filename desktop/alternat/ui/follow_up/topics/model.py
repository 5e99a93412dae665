"""The picture of topics over the years as a table: a row for each topic, a column for each meeting."""

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from alternat.language.messages import Message, counted, message
from alternat.nouns.provisions import ProvisionKind, ProvisionState
from alternat.planning.coverage import Coverage, CoverageCell, CoverageRow, CoveredMeeting, is_gap
from alternat.planning.provision_states import PROVISION_STATES
from alternat.ui.look.screen import Screen

_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
MARK = Qt.ItemDataRole.UserRole
"""The role under which a cell says what is to be drawn: `DEALT`, `GAP` or `OPEN`."""
DEALT, GAP, OPEN = "dealt", "gap", "open"


class CoverageModel(QAbstractTableModel):
    """Topics by meetings."""

    def __init__(self, screen: Screen) -> None:
        super().__init__()
        self._screen = screen
        self.coverage = Coverage((), ())

    def show_coverage(self, coverage: Coverage) -> None:
        """Show what was read."""
        self.beginResetModel()
        self.coverage = coverage
        self.endResetModel()

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        """Return how many topics there are."""
        return 0 if parent.isValid() else len(self.coverage.topics)

    def columnCount(self, parent: _Index = _NOWHERE) -> int:
        """Return how many meetings there are."""
        return 0 if parent.isValid() else len(self.coverage.meetings)

    def at(self, index: _Index) -> tuple[CoverageRow, CoveredMeeting, CoverageCell]:
        """Return the topic, the meeting and what that did about it."""
        row, column = self.coverage.topics[index.row()], index.column()
        return row, self.coverage.meetings[column], row.cells[column]

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a cell says in short, in full to a tip and a screen reader, and what is drawn in it."""
        if not index.isValid():
            return None
        topic, meeting, cell = self.at(index)
        if role == Qt.ItemDataRole.DisplayRole:
            return self._screen.say(in_short(topic, meeting, cell))
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._screen.say(self._in_full(index))
        if role == MARK:
            return mark_of(topic, meeting, cell)
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return the meeting over a column, and the topic before a row."""
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        if orientation is Qt.Orientation.Horizontal:
            return self.coverage.meetings[section].reference
        return self._screen.say(named(self.coverage.topics[section]))

    def _in_full(self, index: _Index) -> Message:
        topic, meeting, cell = self.at(index)
        return message(
            "{topic}, {meeting}: {done}",
            topic=topic.name,
            meeting=meeting.reference,
            done=in_short(topic, meeting, cell),
        )


def named(row: CoverageRow) -> Message:
    """Return a topic with its number, and its state where it is no longer active."""
    names = {"number": str(row.number), "name": row.name}
    if row.state is ProvisionState.ACTIVE:
        return message("{number}. {name}", **names)
    state = PROVISION_STATES[ProvisionKind.TOPIC][row.state]
    return message("{number}. {name} ({state})", state=state, **names)


def mark_of(topic: CoverageRow, meeting: CoveredMeeting, cell: CoverageCell) -> str:
    """Return what is drawn for a cell."""
    if cell.is_dealt_with:
        return DEALT
    return GAP if is_gap(topic, meeting, cell) else OPEN


def in_short(topic: CoverageRow, meeting: CoveredMeeting, cell: CoverageCell) -> Message:
    """Return what a meeting did about a topic, in a few words."""
    if not cell.is_dealt_with:
        if is_gap(topic, meeting, cell):
            return message("Not dealt with")
        if meeting.is_held and not topic.stood_at(meeting):
            return message("No topic then")
        if meeting.is_held:
            return message("Nothing on record")
        return message("Listed") if cell.is_listed else message("Not planned yet")
    counts = (
        counted("{count} session", "{count} sessions", len(cell.sessions)),
        counted("{count} sub-group", "{count} sub-groups", len(cell.subgroups)),
        counted("{count} outcome", "{count} outcomes", len(cell.outcomes)),
    )
    first, *others = [each for each in counts if each.count]
    whole = first
    for each in others:
        whole = message("{sentence}\n{next}", sentence=whole, next=each)
    return whole
