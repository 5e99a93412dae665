"""What importing a list of sessions would do, row by row, as values to be looked at first."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from alternat.language.messages import Message, counted, message
from alternat.planning.event_changes import EventChange, Naming, changes, changes_time, merged_parties
from alternat.planning.event_drafts import NO_WISHES, DateOrder, EventDraft, EventWishes, Moved, Newcomer
from alternat.planning.event_matching import Match, likeness, matches
from alternat.planning.findings import Severity
from alternat.planning.imports import RowProblem
from alternat.planning.programme import PartyPlan, SessionPlan


class EventAction(StrEnum):
    """What happens to one row of the list."""

    ADD = "add"
    UPDATE = "update"
    SKIP = "skip"
    ASK = "ask"
    """Nothing happens until somebody says whether a session of that title has moved."""


@dataclass(frozen=True, slots=True)
class PlannedEvent:
    """A row with what happens to it, and the session that it is already, if it is one."""

    draft: EventDraft
    action: EventAction
    session: int | None = None
    changes: tuple[EventChange, ...] = ()
    """What of the session that is there becomes another, or would, had it moved."""
    candidate: SessionPlan | None = None
    """The session of the same title at another time that somebody is asked about."""
    decision: Moved | None = None
    parties: tuple[PartyPlan, ...] = ()
    """The lines of attendance of the session that is there, with those of the row."""

    @property
    def writes(self) -> bool:
        """Return whether the row adds or changes a session."""
        return self.action in {EventAction.ADD, EventAction.UPDATE} and not self.draft.is_blocked


@dataclass(frozen=True, slots=True)
class EventPlan:
    """All rows of a list, compared with the programme of a meeting as it stood in `seen`."""

    meeting: int
    source: str
    rows: tuple[PlannedEvent, ...]
    seen: tuple[SessionPlan, ...]
    notes: tuple[Message, ...] = ()
    wishes: EventWishes = NO_WISHES
    date_order: DateOrder | None = None
    """What comes first in dates in figures, as far as it is known."""
    needs_order: bool = False
    """Whether some dates would be other days the other way round."""

    @property
    def asks_order(self) -> bool:
        """Return whether rows are kept out until somebody says what comes first in dates in figures."""
        return self.needs_order and self.date_order is None and self.is_blocked

    @property
    def is_blocked(self) -> bool:
        """Return whether any row keeps the list from being imported."""
        return any(each.draft.is_blocked for each in self.rows)

    @property
    def problems(self) -> tuple[RowProblem, ...]:
        """Return what is wrong or doubtful, by row."""
        return tuple(problem for each in self.rows for problem in each.draft.problems)

    @property
    def doubts(self) -> tuple[RowProblem, ...]:
        """Return what has to be confirmed about times that would be written."""
        return tuple(doubt for each in self.rows for doubt in each.draft.doubts)

    @property
    def asked(self) -> tuple[PlannedEvent, ...]:
        """Return the rows of which somebody has to say whether a session has moved."""
        return tuple(each for each in self.rows if each.action is EventAction.ASK)

    @property
    def is_open(self) -> bool:
        """Return whether something has to be said before anything can be written."""
        return bool(self.asked) or (bool(self.doubts) and not self.wishes.confirms_times)

    @property
    def unknown_people(self) -> tuple[str, ...]:
        """Return the names that name nobody at the meeting and keep the list out."""
        return tuple(dict.fromkeys(name for each in self.rows for name in each.draft.unknown_people))

    @property
    def newcomers(self) -> tuple[Newcomer, ...]:
        """Return those who join a delegation since a row that is written names them, each once."""
        found = {
            newcomer.name: newcomer
            for each in reversed(self.rows)
            if each.writes
            for newcomer in each.draft.newcomers
        }
        return tuple(reversed(found.values()))

    @property
    def new_rooms(self) -> tuple[str, ...]:
        """Return the texts that name rooms which are to be made."""
        return tuple(
            dict.fromkeys(each.draft.new_room for each in self.rows if each.writes and each.draft.new_room)
        )

    def count(self, action: EventAction) -> int:
        """Return how many rows something happens to; those that are blocked count for nothing."""
        return sum(each.action is action and not each.draft.is_blocked for each in self.rows)

    @property
    def summary(self) -> Message:
        """Return what would happen in one sentence."""
        counts = {
            "added": self.count(EventAction.ADD),
            "updated": self.count(EventAction.UPDATE),
            "skipped": self.count(EventAction.SKIP),
        }
        blocked = sum(each.draft.is_blocked for each in self.rows)
        asked = self.count(EventAction.ASK)
        if blocked:
            return counted(
                "{count} row: {added} to add, {updated} to change, {skipped} as they are, {blocked} blocked",
                "{count} rows: {added} to add, {updated} to change, {skipped} as they are, {blocked} blocked",
                len(self.rows),
                **counts,
                blocked=blocked,
            )
        if asked:
            return counted(
                "{count} row: {added} to add, {updated} to change, {skipped} as they are, {asked} to decide",
                "{count} rows: {added} to add, {updated} to change, {skipped} as they are, {asked} to decide",
                len(self.rows),
                **counts,
                asked=asked,
            )
        return counted(
            "{count} row: {added} to add, {updated} to change, {skipped} as they are",
            "{count} rows: {added} to add, {updated} to change, {skipped} as they are",
            len(self.rows),
            **counts,
        )


def compared(
    drafts: Sequence[EventDraft], sessions: Sequence[SessionPlan], wishes: EventWishes, names: Naming
) -> tuple[PlannedEvent, ...]:
    """Return what importing the rows of a list does, as far as it is decided."""
    moved = {row for row, answer in wishes.moved.items() if answer is Moved.MOVE}
    found: Mapping[int, Match] = matches(drafts, sessions, moved)
    keys = {each.uid for each in sessions}
    return tuple(_told(_planned(draft, found[draft.row], wishes, names), sessions, keys) for draft in drafts)


def _planned(draft: EventDraft, match: Match, wishes: EventWishes, names: Naming) -> PlannedEvent:
    if match.candidate is None and wishes.moved.get(draft.row) is Moved.SKIP:
        return _left_out(draft, match.session, names)
    if match.session is not None:
        return _kept(draft, match.session, names)
    if draft.is_cancelled:
        return PlannedEvent(_timeless(draft), EventAction.SKIP)
    timed = _timed(draft)
    if timed.is_blocked:
        return PlannedEvent(timed, EventAction.SKIP)
    if match.candidate is None:
        return PlannedEvent(timed, EventAction.ADD)
    return _perhaps_moved(draft, match.candidate, wishes.of(draft.row), names)


def _left_out(draft: EventDraft, session: SessionPlan | None, names: Naming) -> PlannedEvent:
    """Return a row that somebody leaves out, with what it would change of the session that it is."""
    left = PlannedEvent(_out(draft), EventAction.SKIP, decision=Moved.SKIP)
    if session is None or draft.is_blocked:
        return left
    return replace(left, session=session.id, changes=_kept(draft, session, names).changes)


def _perhaps_moved(
    draft: EventDraft, candidate: SessionPlan, decision: Moved | None, names: Naming
) -> PlannedEvent:
    """Return what happens to a row whose title a session has at another time, as far as that is decided."""
    if decision is Moved.SKIP:
        return PlannedEvent(_out(draft), EventAction.SKIP, candidate=candidate, decision=decision)
    moved = _kept(draft, candidate, names)
    if decision is Moved.MOVE:
        return replace(moved, candidate=candidate, decision=decision)
    action = EventAction.ASK if decision is None else EventAction.ADD
    return PlannedEvent(_timed(draft), action, None, moved.changes, candidate, decision)


def _kept(draft: EventDraft, session: SessionPlan, names: Naming) -> PlannedEvent:
    """Return what a row does to the session that it is."""
    known = _timed(draft) if changes_time(draft, session) else _timeless(draft)
    if known.is_blocked:
        return PlannedEvent(known, EventAction.SKIP, session.id)
    found = changes(known, session, names)
    action = EventAction.UPDATE if found else EventAction.SKIP
    parties = merged_parties(known, session.parties, names.can_name)
    return PlannedEvent(known, action, session.id, found, parties=parties)


def _timed(draft: EventDraft) -> EventDraft:
    """Return a draft whose time is written: all that is to be known about it holds."""
    return replace(draft, problems=(*draft.problems, *draft.of_time), of_time=())


def _out(draft: EventDraft) -> EventDraft:
    """Return a draft that somebody leaves out: nothing about it keeps the list out any more."""
    told = tuple(replace(each, severity=Severity.NOTES) for each in draft.problems)
    return replace(draft, problems=told, of_time=(), doubts=())


def _timeless(draft: EventDraft) -> EventDraft:
    """Return a draft whose time is not written."""
    return replace(draft, of_time=(), doubts=())


def _told(row: PlannedEvent, sessions: Sequence[SessionPlan], keys: set[str]) -> PlannedEvent:
    """Return a row with what should be known about how it was compared."""
    draft = row.draft
    told: list[RowProblem] = []
    if draft.uid and draft.uid not in keys:
        text = message("No session here has the calendar key of the row; its title was compared.")
        told.append(RowProblem(draft.row, "", Severity.NOTES, text))
    if row.action in {EventAction.ADD, EventAction.ASK}:
        told += [RowProblem(draft.row, "", Severity.WARNS, each) for each in _beside(draft, sessions)]
    return replace(row, draft=replace(draft, problems=(*draft.problems, *told))) if told else row


def _beside(draft: EventDraft, sessions: Sequence[SessionPlan]) -> list[Message]:
    """Return which sessions begin then, and there, whose titles have no language in common with the row's."""
    return [
        message(
            "“{title}” begins then too, and shares no language with the title of the row. It stays as it is; "
            "give its calendar key or its title if it is meant.",
            title=each.title,
        )
        for each in sessions
        if (each.day, each.start) == (draft.day, draft.start)
        and not each.is_cancelled
        and (draft.room is None or each.room in {None, draft.room})
        and not set(draft.title.as_mapping()) & set(each.title.as_mapping())
        and not likeness(draft.title, each.title)
    ]
