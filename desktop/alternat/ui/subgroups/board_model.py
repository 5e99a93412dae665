"""The board as a table: a row for each topic, sub-group and session, a column for each entity seated."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from zoneinfo import ZoneInfo

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor

from alternat.language.called import shown_name
from alternat.language.formats import clock, short_date
from alternat.language.messages import message
from alternat.models.tables import Tables
from alternat.planning.programme import Programme
from alternat.planning.subgroups import Board, BoardRow, BoardSession, SeatedEntity
from alternat.ui.look.screen import Screen

Index = QModelIndex | QPersistentModelIndex
NO_PARENT = QModelIndex()
TOPIC, SUBGROUP, TIME = range(3)
FIXED = 3
"""How many columns stand before those of the entities."""
TITLES = (message("Topic"), message("Sub-group"), message("Time and place"))


@dataclass(frozen=True, slots=True)
class BoardLine:
    """One row: a topic, its sub-group, and one session of it or none."""

    row: BoardRow
    session: BoardSession | None
    is_first: bool
    """Whether the row above is about another topic."""


class BoardModel(QAbstractTableModel):
    """Shows the board in the screen language."""

    def __init__(self, screen: Screen) -> None:
        super().__init__()
        self._screen = screen
        self._programme: Programme | None = None
        self._countries: Mapping[str, str] = {}
        self.lines: tuple[BoardLine, ...] = ()
        self.entities: tuple[SeatedEntity, ...] = ()

    def show_board(self, tables: Tables, board: Board, programme: Programme) -> None:
        """Show a board of a programme."""
        self.beginResetModel()
        self._programme = programme
        self._countries = {row.code: self._screen.read(row.country) for row in tables.Side.select()}
        self.lines = _lines(board)
        seated = [each for row in board.rows if row.subgroup for each in row.subgroup.entities]
        order = {code: at for at, code in enumerate(self._countries)}
        by_entity = {each.entity: each for each in sorted(seated, key=lambda each: order[each.side])}
        self.entities = tuple(by_entity.values())
        self.endResetModel()

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        """Return how many rows there are."""
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: Index = NO_PARENT) -> int:
        """Return how many columns there are."""
        return 0 if parent.isValid() else FIXED + len(self.entities)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> Any:
        """Return what a column is about; an entity's full name and side in the tip."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if section < FIXED:
            return self._screen.say(TITLES[section]) if role == Qt.ItemDataRole.DisplayRole else None
        entity = self.entities[section - FIXED]
        country, name = self._countries[entity.side], self._screen.read(entity.name)
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{self._screen.read(entity.acronym) or name}\n{country}"
        if role in {Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole}:
            return self._screen.say(message("{name}, {country}", name=name, country=country))
        return None

    def data(self, index: Index, role: int = 0) -> Any:
        """Return the words of a cell; what is missing is said in words and in the colour of a warning."""
        line, column = self.lines[index.row()], index.column()
        if role == Qt.ItemDataRole.DisplayRole and column == TOPIC and not line.is_first:
            return ""
        if role in {
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.AccessibleTextRole,
            Qt.ItemDataRole.ToolTipRole,
        }:
            return self._text(line, column)
        if role == Qt.ItemDataRole.ForegroundRole and self._is_gap(line, column):
            return QColor(self._screen.palette.warns)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None

    def _text(self, line: BoardLine, column: int) -> str:
        read, say, row = self._screen.read, self._screen.say, line.row
        if column == TOPIC:
            return read(row.topic.short or row.topic.text) if row.topic else say(message("No topic yet"))
        if column == SUBGROUP:
            return read(row.subgroup.name) if row.subgroup else say(message("No sub-group"))
        if column == TIME:
            return self._when(line)
        return self._who(line, self.entities[column - FIXED].entity)

    def _when(self, line: BoardLine) -> str:
        if line.row.subgroup is None:
            return ""
        if line.session is None or self._programme is None:
            return self._screen.say(message("No session yet"))
        language, plan = self._screen.language, self._programme.sessions[line.session.session]
        end = plan.ends.astimezone(ZoneInfo(plan.time_zone)).time()
        hours = f"{clock(plan.start, language, in_table=True)}–{clock(end, language, in_table=True)}"
        room = self._programme.rooms.get(plan.room or 0)
        place = (self._screen.read(room.name) or room.code) if room else ""
        return "\n".join(filter(None, (f"{short_date(plan.day, language)}  {hours}", place)))

    def _who(self, line: BoardLine, entity: int) -> str:
        seat = self._seat(line, entity)
        if seat is None or self._programme is None:
            return ""
        people = line.session.people.get(entity, ()) if line.session else ()
        if line.session is None and seat.lead in self._programme.people:
            people = (seat.lead or 0,)
        if not people:
            return self._screen.say(message("Nobody") if line.session else message("No lead yet"))
        return "\n".join(self._name(person, is_lead=person == seat.lead) for person in people)

    def _name(self, person: int, *, is_lead: bool) -> str:
        assert self._programme is not None, "people are only named once a board is shown"
        name = shown_name(self._programme.people[person])
        if is_lead:
            return self._screen.say(message("{name} (lead)", name=name))
        return self._screen.read(name)

    def _is_gap(self, line: BoardLine, column: int) -> bool:
        if column == TOPIC:
            return line.row.topic is None
        if column == SUBGROUP:
            return False
        if column == TIME:
            return line.row.subgroup is not None and line.session is None
        entity = self.entities[column - FIXED].entity
        seat = self._seat(line, entity)
        if seat is None:
            return False
        return seat.lead is None if line.session is None else not line.session.people.get(entity)

    def _seat(self, line: BoardLine, entity: int) -> SeatedEntity | None:
        seats = line.row.subgroup.entities if line.row.subgroup else ()
        return next((each for each in seats if each.entity == entity), None)


def _lines(board: Board) -> tuple[BoardLine, ...]:
    lines: list[BoardLine] = []
    before = -1
    for row in board.rows:
        topic = row.topic.id if row.topic else 0
        for session in row.sessions or (None,):
            lines.append(BoardLine(row, session, is_first=topic != before))
            before = topic
    return tuple(lines)
