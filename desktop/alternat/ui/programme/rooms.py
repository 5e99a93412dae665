"""Venues and rooms, edited in place: a card for each venue, a line of fields for each room."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from alternat.actions.removals import rooms_removal, venue_removal
from alternat.actions.venues import add_room, add_venue, change_room, change_venue, remove_room, remove_venue
from alternat.errors import AlternatError
from alternat.language.label import Label
from alternat.language.messages import message
from alternat.nouns.venues import RoomLayout
from alternat.planning.programme import Programme, RoomPlan, VenuePlan
from alternat.storage.changes import Changes
from alternat.ui.desk.desk import Desk
from alternat.ui.look.style import hairline, surface
from alternat.ui.look.tokens import Space
from alternat.ui.look.wording import Wording
from alternat.ui.parts.choices import members
from alternat.ui.parts.dialogs.asking import agrees
from alternat.ui.parts.inspector.clock_row import ClockRow, NumberRow
from alternat.ui.parts.inspector.rows import ChoiceRow, FieldRow, TextRow
from alternat.ui.parts.widgets.buttons import Button, IconButton
from alternat.ui.parts.widgets.label_edit import LabelEdit
from alternat.ui.programme.section import emptied
from alternat.ui.programme.ways import WaysCard


class RoomsView(QScrollArea):
    """Every field is one undo step; rooms without a venue do not exist, so a venue comes first."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._shown: tuple[object, ...] | None = None
        self._wording = Wording(desk.screen)
        self._wording.put(self.setAccessibleName, message("Venues and rooms"))
        desk.screen.language_changed.connect(self._wording.say_again)
        body = QWidget()
        surface(body, "page")
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, Space.L, Space.L)
        column.setSpacing(Space.M)
        self.venues = QVBoxLayout()
        self.venues.setSpacing(Space.M)
        self.add = Button(desk.screen, message("Add a venue"), icon="plus")
        self.add.clicked.connect(self.add_venue)
        column.addLayout(self.venues)
        column.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        self.ways = WaysCard(desk)
        column.addWidget(self.ways)
        column.addStretch()
        self.setWidget(body)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def show_programme(self, programme: Programme) -> None:
        """Show the venues of a programme; nothing is rebuilt while nothing of them has changed."""
        self.ways.show_programme(programme)
        shown = (self._desk.screen.language, *programme.venues.values(), *programme.rooms.values())
        if shown == self._shown:
            return
        self._shown = shown
        place, focus = self.verticalScrollBar().value(), self._focused_control()
        emptied(self.venues)
        for venue in programme.venues.values():
            rooms = [room for room in programme.rooms.values() if room.venue == venue.id]
            self.venues.addWidget(self._card(venue, rooms))
        self._focus_control(focus)
        self.verticalScrollBar().setValue(place)

    def controls_named(self, name: str) -> list[QWidget]:
        """Return the controls of that accessible name, from top to bottom."""
        return [each for each in self._controls() if each.accessibleName() == name]

    def _controls(self) -> list[QWidget]:
        cards = (item.widget() for at in range(self.venues.count()) if (item := self.venues.itemAt(at)))
        children = (child for card in cards if card for child in card.findChildren(QWidget))
        return [each for each in children if each.focusPolicy() & Qt.FocusPolicy.TabFocus]

    def _focused_control(self) -> tuple[int, str] | None:
        """Return which control has the cursor: its place among all, and its name."""
        focused = QApplication.focusWidget()
        controls = self._controls()
        if focused is None or focused not in controls:
            return None
        return controls.index(focused), focused.accessibleName()

    def _focus_control(self, wanted: tuple[int, str] | None) -> None:
        """Put the cursor back into the control of the same place and name."""
        controls = self._controls()
        if wanted is not None and wanted[0] < len(controls):
            control = controls[wanted[0]]
            if control.accessibleName() == wanted[1]:
                control.setFocus()

    def add_venue(self) -> None:
        """Add a venue, ready to be named and to be given rooms."""
        meeting, workspace, screen = self._desk.meeting, self._desk.workspace, self._desk.screen
        if meeting is None:
            return
        name = Label().with_text(screen.language, screen.say(message("New venue")))

        self._desk.attempt(lambda: add_venue(workspace, meeting, {"name": name}))

    def _remove_venue(self, venue: VenuePlan) -> None:
        desk = self._desk
        told = venue_removal(desk.tables, venue.id)
        if agrees(desk.screen, message("Remove the venue {name}", name=venue.name), told):
            desk.attempt(lambda: remove_venue(desk.workspace, venue.id))

    def _remove_room(self, room: RoomPlan) -> None:
        desk = self._desk
        told = rooms_removal(desk.tables, [room.id])
        if agrees(desk.screen, message("Remove the room {code}", code=room.code), told):
            desk.attempt(lambda: remove_room(desk.workspace, room.id))

    def _new_room(self) -> dict[str, object]:
        room, venue = self._desk.tables.Room, self._desk.tables.Venue
        rows = room.select(room.code).join(venue).where(venue.meeting == self._desk.meeting)
        codes = {row.code.casefold() for row in rows}
        number = next(n for n in range(1, len(codes) + 2) if f"r{n}" not in codes)
        return {"code": f"R{number}"}

    def _card(self, venue: VenuePlan, rooms: list[RoomPlan]) -> QWidget:
        screen, workspace = self._desk.screen, self._desk.workspace
        card = QFrame()
        surface(card, "card")
        column = QVBoxLayout(card)
        column.setContentsMargins(Space.L, Space.M, Space.L, Space.M)
        head, name = QHBoxLayout(), LabelEdit(screen, message("Venue"))
        row = FieldRow(screen, message("Venue"), name)
        name.show_label(venue.name)
        name.committed.connect(
            lambda value: row.judge(_tried(lambda: change_venue(workspace, venue.id, {"name": value})))
        )
        address = TextRow(
            screen,
            message("Address"),
            lambda text: _tried(lambda: change_venue(workspace, venue.id, {"address": text})),
        )
        address.show_text(venue.address, is_other=True)
        called = screen.read(venue.name)
        remove = IconButton(screen, message("Remove the venue {name}", name=called), "trash-2")
        remove.clicked.connect(lambda: self._remove_venue(venue))
        head.addWidget(row, 1)
        head.addWidget(address, 1, Qt.AlignmentFlag.AlignTop)
        head.addWidget(remove, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(head)
        for room in rooms:
            column.addWidget(hairline())
            column.addWidget(self._room(room))
        add = Button(screen, message("Add a room"), icon="plus", kind="link")
        add.clicked.connect(
            lambda: self._desk.attempt(lambda: add_room(workspace, venue.id, self._new_room()))
        )
        column.addWidget(add, 0, Qt.AlignmentFlag.AlignLeft)
        return card

    def _room(self, room: RoomPlan) -> QWidget:
        screen, workspace = self._desk.screen, self._desk.workspace

        def write(fields: Mapping[str, object]) -> AlternatError | None:
            return _tried(lambda: change_room(workspace, room.id, fields))

        line = QWidget()
        grid = QGridLayout(line)
        grid.setContentsMargins(0, Space.XS, 0, Space.XS)
        code = TextRow(screen, message("Code"), lambda text: write({"code": text}))
        code.show_text(room.code, is_other=True)
        name = LabelEdit(screen, message("Room"))
        name_row = FieldRow(screen, message("Room"), name)
        name.show_label(room.name)
        name.committed.connect(lambda value: name_row.judge(write({"name": value})))
        seats = NumberRow(
            screen, message("Seats"), lambda number: write({"capacity": number}), may_be_empty=True
        )
        seats.show_number(room.capacity, is_other=True)
        booths = NumberRow(screen, message("Booths"), lambda number: write({"booths": number}))
        booths.show_number(room.booths, is_other=True)
        opens = ClockRow(screen, message("Opens"), lambda at: write({"opens": at}), may_be_empty=True)
        closes = ClockRow(screen, message("Closes"), lambda at: write({"closes": at}), may_be_empty=True)
        opens.show_clock(room.opens, is_other=True)
        closes.show_clock(room.closes, is_other=True)
        remove = IconButton(screen, message("Remove the room {code}", code=room.code), "trash-2")
        remove.clicked.connect(lambda: self._remove_room(room))
        top = Qt.AlignmentFlag.AlignTop
        grid.addWidget(name_row, 0, 0, 2, 1)
        layout = ChoiceRow(screen, message("Layout"), lambda value: write({"layout": value}))
        layout.field.show_choices(members(screen.catalog, RoomLayout), room.layout)
        for at, widget in enumerate((code, seats, booths, opens, closes, layout)):
            grid.addWidget(widget, at // 3, 1 + at % 3, 1, 2 if widget is layout else 1, top)
        grid.addWidget(remove, 0, 4, Qt.AlignmentFlag.AlignTop)
        grid.setColumnStretch(0, 3)
        for at in (1, 2, 3):
            grid.setColumnStretch(at, 1)
        return line


def _tried(verb: Callable[[], Changes]) -> AlternatError | None:
    try:
        verb()
    except AlternatError as error:
        return error
    return None
