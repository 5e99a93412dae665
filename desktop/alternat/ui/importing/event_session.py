"""What has been chosen so far in one import of sessions: the list and what its columns mean."""

from collections.abc import Iterable
from dataclasses import replace

from alternat.exchange.events.columns import EventColumns, guessed_columns
from alternat.exchange.events.fields import EventField
from alternat.exchange.events_import import event_names, plan_events
from alternat.exchange.sources.table import Table
from alternat.models.tables import Tables
from alternat.planning.event_drafts import NO_WISHES, DateOrder, EventWishes, Moved, UnknownPeople
from alternat.planning.event_imports import EventPlan
from alternat.planning.programme import read_programme
from alternat.ui.importing.event_people import Known
from alternat.ui.importing.list_session import ListSession


class EventSession(ListSession):
    """The choices of the person who imports, and the plan that follows from them; nothing is written."""

    def __init__(self, tables: Tables, meeting: int) -> None:
        super().__init__()
        self._tables, self._meeting = tables, meeting
        self.columns: EventColumns | None = None
        self.wishes: EventWishes = NO_WISHES

    def take(self, table: Table | None) -> None:
        """Take another list; what was chosen for the one before is forgotten."""
        super().take(table)
        self.wishes = NO_WISHES
        self.columns = guessed_columns(table) if table is not None else None

    def choose_field(self, position: int, meaning: EventField) -> None:
        """Say what a column means."""
        assert self.columns is not None
        self.columns = self.columns.with_field(position, meaning)

    def decide(self, row: int, moved: Moved) -> None:
        """Say of one row whether the session has moved."""
        self.wishes = replace(self.wishes, moved={**self.wishes.moved, row: moved})

    def decide_rest(self, rows: Iterable[int], moved: Moved) -> None:
        """Say the same of several rows."""
        self.wishes = replace(self.wishes, moved={**self.wishes.moved, **dict.fromkeys(rows, moved)})

    def confirm_times(self, *, are_right: bool) -> None:
        """Say whether the times that are asked about are right."""
        self.wishes = replace(self.wishes, confirms_times=are_right)

    def make_rooms(self, *, wanted: bool) -> None:
        """Say whether rooms that are unknown are made."""
        self.wishes = replace(self.wishes, makes_rooms=wanted)

    def read_dates(self, order: DateOrder) -> None:
        """Say what comes first in dates in figures."""
        self.wishes = replace(self.wishes, date_order=order)

    def settle_people(self, wishes: UnknownPeople) -> None:
        """Say what is done with names that name nobody at the meeting."""
        self.wishes = replace(self.wishes, people=wishes)

    @property
    def known(self) -> Known:
        """Return whom a name in the list can stand for."""
        tables = self._tables
        names = event_names(tables, read_programme(tables, self._meeting))
        sides = tuple((row.code, row.country) for row in tables.Side.select())
        return Known(sides, names.everybody)

    def plan(self) -> EventPlan:
        """Return what the import would do now; the columns are complete by then."""
        assert self.table is not None
        assert self.columns is not None
        return plan_events(self._tables, self._meeting, self.table, self.columns, self.wishes)
