"""The programme page: the days of the meeting as a timeline or a table, and its venues and rooms."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date, time, timedelta

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from alternat.actions.placing import Spot
from alternat.language.messages import message
from alternat.planning.findings import Severity
from alternat.planning.programme import Programme, SessionPlan, read_programme, read_sessions, with_sessions
from alternat.planning.session_changes import SESSION_TABLES, touched_sessions
from alternat.storage.changes import Changes
from alternat.ui.desk.desk import Desk
from alternat.ui.desk.place import Place
from alternat.ui.look.tokens import Space
from alternat.ui.parts.page import Page
from alternat.ui.programme.bar import DayTabs, ProgrammeBar
from alternat.ui.programme.commands import ProgrammeCommands
from alternat.ui.programme.empty_states import EmptyStates
from alternat.ui.programme.inspector import SessionInspector
from alternat.ui.programme.interpreters import Interpreters
from alternat.ui.programme.late import RunningLate
from alternat.ui.programme.revision_line import RevisionLine
from alternat.ui.programme.rooms import RoomsView
from alternat.ui.programme.table import SessionTable
from alternat.ui.programme.timeline.cards import (
    Card,
    cards_after,
    cards_of,
    columns_of,
    days_of,
    gravest,
    judged,
    local_start,
)
from alternat.ui.programme.timeline.ground_painter import Closed
from alternat.ui.programme.timeline.placement import Placement, Stretch
from alternat.ui.programme.timeline.ruler import ruler_of
from alternat.ui.programme.timeline.scale import DAY, day_and_clock, minute_of
from alternat.ui.programme.timeline.view import TimelineView
from alternat.ui.programme.verbs import ProgrammeVerbs, shifted

NEW = 60
"""The minutes of a session that was added without drawing a stretch."""
MORNING = 9 * 60
"""The minute at which the first session of an empty day is put."""


class ProgrammeViews(Page):
    """The twins, the rooms and the inspector, following what changes; what is done to them is not here."""

    def build(self) -> None:
        """Make the bar, the days, the twins, the rooms, the empty states and the inspector."""
        desk, screen = self.desk, self.desk.screen
        self._verbs = ProgrammeVerbs(desk)
        self._programme: Programme | None = None
        self._selected = 0
        self.timeline = TimelineView(screen)
        self.table = SessionTable(screen, self._write, self)
        self.rooms = RoomsView(desk)
        self._inspector = SessionInspector(desk, self.reads)
        self.days = DayTabs(screen)
        self.commands = ProgrammeCommands(desk, self, (self.timeline, self.table))
        self.bar = ProgrammeBar(screen, self.commands)
        self.revision = RevisionLine(desk, self.reads)
        self.empty = EmptyStates(desk, self.commands, lambda: self.show_mode("rooms"))
        self._lay_out()

    def load(self) -> None:
        """Read the programme of the meeting in view."""
        meeting = self.desk.meeting
        self._programme = read_programme(self.desk.tables, meeting) if meeting is not None else None
        if self._programme is not None:
            self.days.show_days(days_of(self._programme))
            self._show_programme()
        self.revision.compare_soon()
        self._show_state()

    def retranslate(self) -> None:
        """Name the views and the days in the screen language."""
        self.timeline.setAccessibleName(self.say(message("Timeline")))
        self.table.setAccessibleName(self.say(message("Sessions")))

    def primary_action(self) -> QAction | None:
        """Return the command that adds a session."""
        return self.commands.add

    def actions_offered(self) -> tuple[QAction, ...]:
        """Return the other commands."""
        return self.commands.all

    def inspector(self) -> QWidget | None:
        """Return the inspector of the selected session."""
        return self._inspector

    @property
    def day(self) -> date | None:
        """The day in view."""
        return self.days.day

    def show_mode(self, mode: str) -> None:
        """Show the timeline, the table or the rooms."""
        self.bar.mode.choose(mode)
        self._show_state()

    def _chosen(self) -> tuple[SessionPlan, ...]:
        if self._programme is None:
            return ()
        is_table = self.bar.mode.value == "table"
        ids = self.table.selected if is_table else [card.session for card in self.timeline.chosen]
        return tuple(plan for each in ids if (plan := self._programme.sessions.get(each)) is not None)

    def _write(self, session: int, fields: object) -> bool:
        assert isinstance(fields, dict)
        error = self._verbs.change([session], fields)
        if error is not None:
            self.desk.announced.emit(Severity.BLOCKS, self.desk.screen.say_error(error))
        return error is None

    def _show_programme(self) -> None:
        programme, day = self._programme, self.day
        if programme is None:
            return
        findings = gravest(self.desk.findings.findings)
        self.timeline.set_sides({side.code: side.colour for side in self.desk.tables.Side.select()})
        self.table.show_programme(programme, findings)
        self.rooms.show_programme(programme)
        if day is not None:
            _show_day(self.timeline, self.desk, programme, day, findings)
        self._mark()

    def _mark(self) -> None:
        """Mark what is selected in both twins, and show it in the inspector."""
        programme = self._programme
        assert programme is not None
        if self._selected not in {card.session for card in self.timeline.chosen}:
            self.timeline.select(self._selected)
        if self._selected not in self.table.selected:
            self.table.select(self._selected)
        self._inspector.show_session(programme, self._selected)
        self._refresh_commands()

    def _reread(self, touched: frozenset[int]) -> None:
        """Show some sessions as they stand now, and leave everything else as it is."""
        programme, day = self._programme, self.day
        if programme is None or day is None:
            return
        changed = read_sessions(self.desk.tables, programme.meeting, only=touched)
        self._programme = programme = with_sessions(programme, touched, changed)
        self.days.show_days(days_of(programme))
        if self.day != day:
            self._show_programme()
        else:
            findings, view = gravest(self.desk.findings.findings), self.timeline
            catalog = self.desk.screen.catalog
            cards = cards_after(view.cards, programme, day, view.columns, catalog, findings, touched)
            view.show_cards(cards)
            self.table.follow(programme, findings)
            if self._selected not in programme.sessions:
                self._selected = 0
            self._mark()
        self.revision.compare_soon()
        self._show_state()

    def _on_changes(self, changes: Changes) -> None:
        names = {row.table for row in changes.rows} & self.reads.tables
        is_shown = self.isVisible() and not self._is_stale and self._programme is not None
        if names and is_shown and names <= SESSION_TABLES:
            with self.reads.noting():
                self._reread(touched_sessions(self.desk.tables, changes.rows))
        else:
            super()._on_changes(changes)

    def _show_state(self) -> None:
        programme, mode = self._programme, self.bar.mode.value
        is_whole = programme is not None and self.day is not None
        is_empty = is_whole and mode != "rooms" and not (programme and programme.sessions)
        self.bar.setVisible(is_whole)
        self.revision.setVisible(bool(is_whole and programme and programme.sessions))
        self.days.setVisible(is_whole and mode == "timeline" and not is_empty)
        self.bar.show_zooming(is_shown=mode == "timeline" and not is_empty)
        views = {"timeline": self.timeline, "table": self.table, "rooms": self.rooms}
        state: QWidget = views[str(mode)]
        if not is_whole:
            state = self.empty.no_meeting if programme is None else self.empty.no_days
        elif is_empty:
            state = self.empty.no_sessions
        self.states.setCurrentWidget(state)
        self._refresh_commands()

    def _refresh_commands(self) -> None:
        commands, chosen = self.commands, self._chosen()
        commands.add.setEnabled(self.day is not None)
        commands.interpreters.setEnabled(self._programme is not None)
        commands.late.setEnabled(bool(self._programme and self._programme.sessions))
        for action in (commands.edit, commands.copy, commands.take_off):
            action.setEnabled(bool(chosen))
        commands.take_up.setEnabled(any(each.is_cancelled for each in chosen))

    def _show_findings(self) -> None:
        if self.isVisible() and self._programme is not None and not self._is_stale:
            findings = gravest(self.desk.findings.findings)
            self.timeline.show_cards(judged(self.timeline.cards, findings))
            self.table.follow(self._programme, findings)

    def _lay_out(self) -> None:
        self.states = QStackedWidget()
        empty = self.empty
        for state in (
            self.timeline,
            self.table,
            self.rooms,
            empty.no_sessions,
            empty.no_meeting,
            empty.no_days,
        ):
            self.states.addWidget(state)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.L, Space.M, 0, 0)
        column.setSpacing(Space.S)
        column.addWidget(self.bar)
        column.addWidget(self.revision)
        column.addWidget(self.days)
        column.addWidget(self.states, 1)


class ProgrammePage(ProgrammeViews):
    """Shows the programme of the meeting in view; selection and inspector are shared by both its twins."""

    def build(self) -> None:
        """Make the views, and connect them with what is done."""
        super().build()
        self._connect()

    def show_place(self, place: Place) -> None:
        """Bring a session, or the rooms, into view."""
        self.catch_up()
        if place.table in {"room", "venue"}:
            self.show_mode("rooms")
            return
        if self.bar.mode.value == "rooms":
            self.show_mode("timeline")
        self.select(place.row)
        if place.field:
            self.inspector_wanted.emit()
            self._inspector.focus_field(place.field)

    def select(self, session: int) -> None:
        """Select a session in both twins and in the inspector, on its day; 0 selects none."""
        programme = self._programme
        if programme is None:
            return
        self._selected = session
        plan = programme.sessions.get(session)
        if plan is not None:
            day = local_start(plan, programme.time_zone).date()
            self.days.choose(day)
        self.timeline.select(session)
        self.table.select(session)
        self._inspector.show_session(programme, session)
        self._refresh_commands()

    def edit(self) -> None:
        """Put the cursor into the inspector of the selected session."""
        if self._selected:
            self.inspector_wanted.emit()
            self._inspector.focus_title()

    def add_session(self) -> None:
        """Add an hour after the selected session, or behind the last one of the day in its room."""
        day = self.day
        if day is None:
            return
        card = self.timeline.selected
        column = card.column if card is not None else 0
        ends = [each.last for each in self.timeline.cards if each.column == column]
        first = min(card.last if card is not None else max(ends, default=MORNING), DAY - NEW)
        self.add_stretch(Stretch(column, first, first + NEW))

    def add_stretch(self, stretch: Stretch) -> None:
        """Add a session in a stretch of the day in view, and put the cursor into its title."""
        day = self.day
        if day is None:
            return
        on, start = day_and_clock(day, stretch.first)
        room = self.timeline.columns[stretch.column].room
        new = self._verbs.add(on, start, stretch.last - stretch.first, room)
        if new is not None:
            self.select(new)
            self.edit()

    def place(self, placements: tuple[Placement, ...]) -> None:
        """Move, stretch or copy sessions as the timeline asks, in one step."""
        programme = self._programme
        if programme is None:
            return
        cards = {card.session: card for card in self.timeline.cards}
        spots = [
            _spot(programme, cards[each.session], each, self.timeline.columns[each.column].room)
            for each in placements
        ]
        if placements[0].is_copy:
            self.choose(self._verbs.copy_to(spots))
        else:
            self._verbs.place(spots)

    def copy(self) -> None:
        """Copy the selected sessions to behind themselves, with the same distances."""
        programme, chosen = self._programme, self._chosen()
        if programme is None or not chosen:
            return
        spots = _behind(programme, chosen)
        self.choose(self._verbs.copy_to(spots))

    def choose(self, sessions: Collection[int]) -> None:
        """Select several sessions, the day and the inspector on the first; nothing where there are none."""
        if sessions:
            first = next(iter(sessions))
            self.select(first)
            self.timeline.choose(sessions, first)
            self.table.choose(sessions)
            self._refresh_commands()

    def run_late(self) -> None:
        """Ask how late the day runs, from the selected session on."""
        programme, day = self._programme, self.day
        if programme is None or day is None:
            return
        card = self.timeline.selected
        first = min((each.first for each in self.timeline.cards), default=MORNING)
        start = day_and_clock(day, card.first if card is not None else first)[1]
        RunningLate(self.desk, programme, day, start, self.window()).open()

    def show_interpreters(self) -> None:
        """Show the interpreters of the meeting, and who is free for the selected session."""
        if self.desk.meeting is not None:
            Interpreters(self.desk, self.desk.meeting, self._selected, self.window()).open()

    def _on_table(self) -> None:
        chosen = self.table.selected
        if len(chosen) == 1 and chosen[0] != self._selected:
            self.select(chosen[0])
        elif len(chosen) > 1 and self.bar.mode.value == "table":
            self.timeline.choose(chosen, self._selected if self._selected in chosen else chosen[0])
        self._refresh_commands()

    def _on_timeline(self) -> None:
        if self.bar.mode.value == "table":
            return  # the table leads, which may have sessions of other days selected
        card = self.timeline.selected
        chosen = [each.session for each in self.timeline.chosen]
        if len(chosen) < 2 and (card.session if card else 0) != self._selected:
            self.select(card.session if card else 0)
        elif self._programme is not None and self.bar.mode.value != "table":
            self.table.choose(chosen)
            if card is not None and card.session != self._selected:
                self._selected = card.session
                self._inspector.show_session(self._programme, card.session)
        self._refresh_commands()

    def _on_day(self) -> None:
        self._show_programme()
        self.timeline.enter_day()

    def _connect(self) -> None:
        commands = self.commands
        commands.connect(
            {
                commands.add: self.add_session,
                commands.edit: self.edit,
                commands.copy: self.copy,
                commands.take_off: lambda: self._verbs.take_off(self._chosen()),
                commands.take_up: lambda: self._verbs.take_up([each.id for each in self._chosen()]),
                commands.late: self.run_late,
                commands.interpreters: self.show_interpreters,
                commands.zoom_in: lambda: self.timeline.zoom(1),
                commands.zoom_out: lambda: self.timeline.zoom(-1),
            }
        )
        self.bar.mode.chosen.connect(lambda _mode: self._show_state())
        self.days.currentChanged.connect(lambda _at: self._on_day())
        self.timeline.selection_changed.connect(self._on_timeline)
        self.timeline.placed.connect(self.place)
        self.timeline.drawn.connect(self.add_stretch)
        self.timeline.details_wanted.connect(self.edit)
        self.table.selection_changed.connect(self._on_table)
        self.table.details_wanted.connect(self.edit)
        self.desk.findings.found.connect(self._show_findings)


def _spot(programme: Programme, card: Card, placement: Placement, room: int | None) -> Spot:
    """Return where a placement puts a session; what of it is not in view on the day stays as it is."""
    longer = (placement.last - placement.first) - (card.last - card.first)
    session = programme.sessions[placement.session]
    return shifted(session, placement.first - card.first, longer, room, programme.time_zone)


def _behind(programme: Programme, chosen: Sequence[SessionPlan]) -> list[Spot]:
    """Return the spots right behind some sessions, with the same distances."""
    zone = programme.time_zone
    starts = [local_start(each, zone).replace(tzinfo=None) for each in chosen]
    ends = [start + timedelta(minutes=each.minutes) for start, each in zip(starts, chosen, strict=True)]
    later = round((max(ends) - min(starts)).total_seconds() / 60)
    return [shifted(each, later, 0, each.room, zone) for each in chosen]


def _show_day(
    view: TimelineView, desk: Desk, programme: Programme, day: date, findings: Mapping[int, Severity]
) -> None:
    """Show a day of the programme on the timeline, and scroll to where it begins the first time."""
    catalog, was_empty = desk.screen.catalog, not view.columns
    columns = columns_of(programme, catalog)
    capitals = {
        side.capital.on_screen(catalog.language): side.time_zone
        for side in desk.tables.Side.select().order_by(desk.tables.Side.number)
    }
    cards = cards_of(programme, day, columns, catalog, findings)
    ruler = ruler_of(day, programme.time_zone, capitals, catalog)
    view.show_day(columns, cards, ruler, _closed(programme))
    if was_empty:
        view.enter_day()


def _closed(programme: Programme) -> list[Closed]:
    """Return when the rooms are closed, by column."""
    found = []
    for column, room in enumerate(programme.rooms.values()):
        if room.opens is not None and room.opens > time():
            found.append(Closed(column, 0, minute_of(room.opens)))
        if room.closes is not None:
            found.append(Closed(column, minute_of(room.closes), DAY))
    return found
