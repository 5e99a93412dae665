"""Which entities of each side sit in a sub-group, and who leads for each."""

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from alternat.language.called import shown_name
from alternat.language.messages import message
from alternat.models.tables import Tables
from alternat.planning.programme import Programme
from alternat.ui.desk.desk import Desk
from alternat.ui.look.tokens import Space
from alternat.ui.parts.choices import Choice
from alternat.ui.parts.inspector.rows import ChoiceField
from alternat.ui.parts.widgets.tag import SideTag

Seats = Mapping[int, int | None]
"""The entities that sit in a sub-group, each with the person who leads for it."""


class SeatLine(QWidget):
    """An entity: ticked where it has a seat, and then with the list from which its lead is chosen."""

    def __init__(self, write: Callable[[], object]) -> None:
        super().__init__()
        self.tick, self.lead = QCheckBox(), ChoiceField()
        self.tick.clicked.connect(lambda _checked: write())
        self.lead.chosen.connect(lambda _person: write())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.XS)
        column.addWidget(self.tick)
        column.addWidget(self.lead)


class SeatsEditor(QWidget):
    """The entities of both sides side by side; `write` takes all seats as they are now ticked."""

    def __init__(self, desk: Desk, write: Callable[[Seats], object]) -> None:
        super().__init__()
        self._desk, self._write = desk, write
        self._order: tuple[int, ...] = ()
        self.lines: dict[int, SeatLine] = {}
        self._heads: dict[str, SideTag] = {}
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(Space.L)

    def show_seats(self, seats: Seats, programme: Programme) -> None:
        """Show who sits in a sub-group; leads are chosen from the people of the programme."""
        screen, tables = self._desk.screen, self._desk.tables
        rows = _entities(tables)
        if tuple(row.id for row in rows) != self._order:
            self._rebuild(rows)
        for side in tables.Side.select():
            self._heads[side.code].show_side(screen.read(side.country), side.colour)
        for row in rows:
            line = self.lines[row.id]
            name = screen.read(row.acronym) or screen.read(row.name)
            line.tick.setText(name.replace("&", "&&"))
            line.tick.setAccessibleName(screen.read(row.name))
            line.tick.setToolTip(screen.read(row.name))
            line.tick.setChecked(row.id in seats)
            people = [
                Choice(person, screen.read(shown_name(delegate)))
                for person, delegate in programme.people.items()
                if delegate.entity == row.id
            ]
            lead = seats.get(row.id)
            if lead is not None and lead not in {each.value for each in people}:
                people.append(Choice(lead, screen.say(message("Somebody who does not take part"))))
            nobody = Choice(None, screen.say(message("Nobody leads yet")))
            line.lead.show_choices((nobody, *people), lead)
            line.lead.setAccessibleName(screen.say(message("Who leads for {entity}", entity=row.name)))
            line.lead.setVisible(row.id in seats)

    def _rebuild(self, rows: list[Any]) -> None:
        while (item := self._row.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self._order = tuple(row.id for row in rows)
        self.lines = {}
        for side in self._desk.tables.Side.select().order_by(self._desk.tables.Side.number):
            part = QWidget()
            column = QVBoxLayout(part)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(Space.S)
            self._heads[side.code] = SideTag(self._desk.screen)
            column.addWidget(self._heads[side.code])
            for row in rows:
                if row.side_id == side.id:
                    self.lines[row.id] = SeatLine(self._commit)
                    column.addWidget(self.lines[row.id])
            column.addStretch()
            self._row.addWidget(part, 1)

    def _commit(self) -> None:
        seats = {}
        for entity, line in self.lines.items():
            if line.tick.isChecked():
                lead = line.lead.value
                seats[entity] = lead if isinstance(lead, int) else None
        self._write(seats)


def _entities(tables: Tables) -> list[Any]:
    side = tables.Side
    return list(tables.Entity.select().join(side).order_by(side.number, tables.Entity.number))
