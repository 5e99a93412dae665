"""What importing a list of sessions would do, row by row, as values to be looked at first."""

from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum

from alternat.language.label import Label
from alternat.language.messages import Message, counted, message
from alternat.models.programme import PartyKind, SessionKind
from alternat.planning.findings import Severity
from alternat.planning.imports import RowProblem
from alternat.planning.programme import PartyPlan, SessionPlan


class EventAction(StrEnum):
    """What happens to one row of the list."""

    ADD = "add"
    UPDATE = "update"
    SKIP = "skip"


@dataclass(frozen=True, slots=True)
class EventDraft:
    """A session as a list states it; `day` and `start` are wall-clock in `time_zone`, None if unreadable."""

    row: int
    """The row number as a spreadsheet shows it."""
    day: date | None
    start: time | None
    minutes: int
    time_zone: str
    room: int | None
    is_room_stated: bool
    title: Label
    """Languages that the list does not state are empty."""
    kind: SessionKind
    is_kind_stated: bool
    parties: tuple[PartyPlan, ...]
    are_parties_stated: bool
    uid: str
    is_cancelled: bool
    problems: tuple[RowProblem, ...]

    @property
    def is_blocked(self) -> bool:
        """Return whether something about the row keeps the whole list from being imported."""
        return any(problem.severity is Severity.BLOCKS for problem in self.problems)


@dataclass(frozen=True, slots=True)
class PlannedEvent:
    """A row with what happens to it, and the session that it is already, if it is one."""

    draft: EventDraft
    action: EventAction
    session: int | None = None
    changes: tuple[Message, ...] = ()
    """What of the session that is there becomes another."""


@dataclass(frozen=True, slots=True)
class EventPlan:
    """All rows of a list, compared with the programme of a meeting as it stood in `seen`."""

    meeting: int
    source: str
    rows: tuple[PlannedEvent, ...]
    seen: tuple[SessionPlan, ...]
    notes: tuple[Message, ...] = ()

    @property
    def is_blocked(self) -> bool:
        """Return whether any row keeps the list from being imported."""
        return any(each.draft.is_blocked for each in self.rows)

    @property
    def problems(self) -> tuple[RowProblem, ...]:
        """Return what is wrong or doubtful, by row."""
        return tuple(problem for each in self.rows for problem in each.draft.problems)

    def count(self, action: EventAction) -> int:
        """Return how many rows something happens to; those that are blocked count for nothing."""
        return sum(each.action is action and not each.draft.is_blocked for each in self.rows)

    @property
    def summary(self) -> Message:
        """Return what would happen in one sentence."""
        blocked = sum(each.draft.is_blocked for each in self.rows)
        if blocked:
            return counted(
                "{count} row: {added} to add, {updated} to change, {skipped} as they are, {blocked} blocked",
                "{count} rows: {added} to add, {updated} to change, {skipped} as they are, {blocked} blocked",
                len(self.rows),
                added=self.count(EventAction.ADD),
                updated=self.count(EventAction.UPDATE),
                skipped=self.count(EventAction.SKIP),
                blocked=blocked,
            )
        return counted(
            "{count} row: {added} to add, {updated} to change, {skipped} as they are",
            "{count} rows: {added} to add, {updated} to change, {skipped} as they are",
            len(self.rows),
            added=self.count(EventAction.ADD),
            updated=self.count(EventAction.UPDATE),
            skipped=self.count(EventAction.SKIP),
        )


def compared(draft: EventDraft, sessions: tuple[SessionPlan, ...]) -> PlannedEvent:
    """Return what importing a row does to the session with its key, else with its start and title."""
    if draft.is_cancelled or draft.is_blocked:
        return PlannedEvent(draft, EventAction.SKIP)
    session = _session_of(draft, sessions)
    if session is None:
        return PlannedEvent(draft, EventAction.ADD)
    changes = _changes(draft, session)
    return PlannedEvent(draft, EventAction.UPDATE if changes else EventAction.SKIP, session.id, changes)


def merged_title(draft: EventDraft, title: Label) -> Label:
    """Return a session's title with the languages that the row states put in."""
    return Label.from_mapping({**title.as_mapping(), **draft.title.as_mapping()})


def same_parties(some: tuple[PartyPlan, ...], others: tuple[PartyPlan, ...]) -> bool:
    """Return whether the same lines of attendance are named, whatever their part-time hours."""
    return _keys(some) == _keys(others)


def _keys(parties: tuple[PartyPlan, ...]) -> set[tuple[PartyKind, str, bool]]:
    return {(party.kind, party.key, party.is_exception) for party in parties}


def _session_of(draft: EventDraft, sessions: tuple[SessionPlan, ...]) -> SessionPlan | None:
    for session in sessions:
        if draft.uid and session.uid == draft.uid:
            return session
    stated = draft.title.as_mapping().items()
    for session in sessions:
        is_same_start = (session.day, session.start) == (draft.day, draft.start)
        if is_same_start and all(session.title.as_mapping().get(each, text) == text for each, text in stated):
            return session
    return None


def _changes(draft: EventDraft, session: SessionPlan) -> tuple[Message, ...]:
    differences = (
        (draft.day != session.day, message("Day")),
        (draft.start != session.start, message("Start time")),
        (draft.minutes != session.minutes, message("Minutes")),
        (draft.time_zone != session.time_zone, message("Time zone")),
        (draft.is_room_stated and draft.room != session.room, message("Room")),
        (merged_title(draft, session.title) != session.title, message("Title")),
        (draft.is_kind_stated and draft.kind is not session.kind, message("Kind")),
        (
            draft.are_parties_stated and not same_parties(draft.parties, session.parties),
            message("Takes part"),
        ),
    )
    return tuple(name for differs, name in differences if differs)
