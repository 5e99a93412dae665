"""Venues and rooms, edited in place: a card for each venue, a line of fields for each room."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from alternat.actions.removals import rooms_removal, venue_removal
from alternat.actions.venues import add_room, add_venue, change_room, change_venue, remove_room, remove_venue
from alternat.language.label import Label
from alternat.language.messages import message
from alternat.nouns.venues import ROOM, VENUE
from alternat.planning.programme import Programme, RoomPlan, VenuePlan
from alternat.ui.desk.desk import Desk
from alternat.ui.look.style import hairline, surface
from alternat.ui.look.tokens import Space
from alternat.ui.look.wording import Wording
from alternat.ui.parts.dialogs.asking import agrees
from alternat.ui.parts.inspector.field_rows import FieldRows
from alternat.ui.parts.widgets.arranged import arrange, read_in_order
from alternat.ui.parts.widgets.buttons import Button, IconButton
from alternat.ui.programme.ways import WaysCard

TOP = Qt.AlignmentFlag.AlignTop


class RoomLine(QWidget):
    """The fields of a room, each of them one undo step."""

    def __init__(self, desk: Desk, room: RoomPlan) -> None:
        super().__init__()
        self._desk, self._room = desk, room
        self._rows = rows = FieldRows(
            ROOM,
            desk.screen,
            lambda fields: desk.refusal(lambda: change_room(desk.workspace, room.id, fields)),
        )
        self._remove = IconButton(desk.screen, message("Remove the room {code}", code=room.code), "trash-2")
        self._remove.clicked.connect(self._ask_to_remove)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(hairline())
        grid = QGridLayout()
        grid.setContentsMargins(0, Space.XS, 0, Space.XS)
        grid.addWidget(rows.make("name", message("Room")), 0, 0, 2, 1)
        grid.addWidget(rows.make("code", message("Code")), 0, 1, TOP)
        grid.addWidget(rows.make("capacity", message("Seats")), 0, 2, TOP)
        grid.addWidget(rows.make("booths", message("Booths")), 0, 3, TOP)
        grid.addWidget(rows.make("opens", message("Opens")), 1, 1, TOP)
        grid.addWidget(rows.make("closes", message("Closes")), 1, 2, TOP)
        grid.addWidget(rows.make("layout", message("Layout")), 1, 3, 1, 2, TOP)
        grid.addWidget(self._remove, 0, 4, TOP)
        grid.setColumnStretch(0, 3)
        for at in (1, 2, 3):
            grid.setColumnStretch(at, 1)
        column.addLayout(grid)
        self.show_room(room)

    def show_room(self, room: RoomPlan) -> None:
        """Show the room as it stands; what was refused in a field stays there."""
        self._room = room
        self._remove.say(message("Remove the room {code}", code=room.code))
        self._rows.show(room)

    def _ask_to_remove(self) -> None:
        desk, room = self._desk, self._room
        told = rooms_removal(desk.tables, [room.id])
        if agrees(desk.screen, message("Remove the room {code}", code=room.code), told):
            desk.attempt(lambda: remove_room(desk.workspace, room.id))


class VenueCard(QFrame):
    """The fields of a venue, with a line for each of its rooms."""

    def __init__(self, desk: Desk, venue: VenuePlan) -> None:
        super().__init__()
        self._desk, self._venue = desk, venue
        self._lines: dict[int, RoomLine] = {}
        self._rows = rows = FieldRows(
            VENUE,
            desk.screen,
            lambda fields: desk.refusal(lambda: change_venue(desk.workspace, venue.id, fields)),
        )
        self._remove = IconButton(desk.screen, message("Remove the venue {name}", name=venue.name), "trash-2")
        self._remove.clicked.connect(self._ask_to_remove)
        self._add = Button(desk.screen, message("Add a room"), icon="plus", kind="link")
        self._add.clicked.connect(self._add_room)
        surface(self, "card")
        head, self._rooms, column = QHBoxLayout(), QVBoxLayout(), QVBoxLayout(self)
        column.setContentsMargins(Space.L, Space.M, Space.L, Space.M)
        head.addWidget(rows.make("name", message("Venue")), 1)
        head.addWidget(rows.make("address", message("Address")), 1, TOP)
        head.addWidget(self._remove, 0, TOP)
        column.addLayout(head)
        column.addLayout(self._rooms)
        column.addWidget(self._add, 0, Qt.AlignmentFlag.AlignLeft)

    def show_venue(self, venue: VenuePlan, rooms: list[RoomPlan]) -> bool:
        """Show the venue and its rooms as they stand, and return whether there are others than before."""
        self._venue = venue
        self._remove.say(message("Remove the venue {name}", name=venue.name))
        self._rows.show(venue)
        self._lines = {room.id: self._lines.get(room.id) or RoomLine(self._desk, room) for room in rooms}
        for room in rooms:
            self._lines[room.id].show_room(room)
        lines = list(self._lines.values())
        is_other = arrange(self._rooms, lines)
        if is_other:
            read_in_order([*lines, self._add])
        return is_other

    def _ask_to_remove(self) -> None:
        desk, venue = self._desk, self._venue
        told = venue_removal(desk.tables, venue.id)
        if agrees(desk.screen, message("Remove the venue {name}", name=venue.name), told):
            desk.attempt(lambda: remove_venue(desk.workspace, venue.id))

    def _add_room(self) -> None:
        code, venue = self._new_code(), self._venue.id
        self._desk.attempt(lambda: add_room(self._desk.workspace, venue, {"code": code}))

    def _new_code(self) -> str:
        room, venue = self._desk.tables.Room, self._desk.tables.Venue
        rows = room.select(room.code).join(venue).where(venue.meeting == self._desk.meeting)
        codes = {row.code.casefold() for row in rows}
        number = next(n for n in range(1, len(codes) + 2) if f"r{n}" not in codes)
        return f"R{number}"


class RoomsView(QScrollArea):
    """The venues of the meeting; rooms without a venue do not exist, so a venue comes first."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._shown: tuple[object, ...] | None = None
        self._cards: dict[int, VenueCard] = {}
        self._wording = Wording(desk.screen)
        self._wording.put(self.setAccessibleName, message("Venues and rooms"))
        desk.screen.language_changed.connect(self._wording.say_again)
        body = QWidget()
        surface(body, "page")
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, Space.L, Space.L)
        column.setSpacing(Space.M)
        self._venues = QVBoxLayout()
        self._venues.setSpacing(Space.M)
        self.add = Button(desk.screen, message("Add a venue"), icon="plus")
        self.add.clicked.connect(self.add_venue)
        column.addLayout(self._venues)
        column.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        self.ways = WaysCard(desk)
        column.addWidget(self.ways)
        column.addStretch()
        self.setWidget(body)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def show_programme(self, programme: Programme) -> None:
        """Show the venues of a programme; nothing is touched while nothing of them has changed."""
        self.ways.show_programme(programme)
        venues, rooms = programme.venues, programme.rooms.values()
        shown = (self._desk.screen.language, *venues.values(), *rooms)
        if shown == self._shown:
            return
        self._shown = shown
        self._cards = {key: self._cards.get(key) or VenueCard(self._desk, venues[key]) for key in venues}
        changes = [arrange(self._venues, list(self._cards.values()))]
        for key, card in self._cards.items():
            changes.append(card.show_venue(venues[key], [room for room in rooms if room.venue == key]))
        if any(changes):
            read_in_order([*self._cards.values(), self.add, self.ways])

    def add_venue(self) -> None:
        """Add a venue, ready to be named and to be given rooms."""
        meeting, workspace, screen = self._desk.meeting, self._desk.workspace, self._desk.screen
        if meeting is None:
            return
        name = Label().with_text(screen.language, self._new_name())
        self._desk.attempt(lambda: add_venue(workspace, meeting, {"name": name}))

    def _new_name(self) -> str:
        """Return a name that no venue of the meeting has yet."""
        screen, venue = self._desk.screen, self._desk.tables.Venue
        rows = venue.select().where(venue.meeting == self._desk.meeting)
        taken = {row.name.text(screen.language).casefold() for row in rows}
        usual = screen.say(message("New venue"))
        names = (usual, *(f"{usual} {n}" for n in range(2, len(taken) + 2)))
        return next(name for name in names if name.casefold() not in taken)
