"""What has changed between two states of a programme: session by session, and for each person."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from types import MappingProxyType
from typing import Any

from alternat.language.called import shown_name
from alternat.language.label import Label
from alternat.models.tables import Tables
from alternat.nouns.programme import PROGRAMME_REVISION
from alternat.planning.programme import read_programme
from alternat.planning.rows import UnknownRow
from alternat.planning.snapshots import SessionState, Snapshot, snapshot

__all__ = [
    "ChangeKind",
    "NamedPerson",
    "PersonChanges",
    "ProgrammeChanges",
    "Revision",
    "SessionChange",
    "Snapshot",
    "changes_between",
    "current_changes",
    "differences",
    "differences_by_person",
    "last_revision",
    "next_number",
    "revisions",
    "snapshot",
]


class ChangeKind(StrEnum):
    """What has changed about a session, in the order in which a change sheet tells it."""

    ADDED = "added"
    DROPPED = "dropped"
    CANCELLED = "cancelled"
    REINSTATED = "reinstated"
    """It was cancelled before and is on again."""
    MOVED = "moved"
    """The day, the start, the length or the zone."""
    ROOM = "room"
    TITLE = "title"
    """The title or the kind of the session."""
    PEOPLE = "people"
    """Who is there, for how long, or who chairs."""
    INTERPRETATION = "interpretation"
    """The mode, or the interpreters and their languages."""
    AGENDA = "agenda"


@dataclass(frozen=True, slots=True)
class SessionChange:
    """One thing that has changed about a session; a session that moved to another room has two."""

    session: str
    """The uid."""
    kind: ChangeKind
    before: SessionState | None
    """None where the session is new."""
    after: SessionState | None
    """None where the session is gone."""
    affected: tuple[int, ...]
    """The people whom it concerns, by id."""

    @property
    def state(self) -> SessionState:
        """Return the session as it is now, or as it was if it is gone."""
        state = self.after or self.before
        assert state is not None, "a change has at least one of the two"
        return state

    @property
    def joined(self) -> tuple[int, ...]:
        """Return the people who are new in the session, by id."""
        return tuple(sorted(_there(self.after) - _there(self.before)))

    @property
    def left(self) -> tuple[int, ...]:
        """Return the people who are no longer in the session, by id."""
        return tuple(sorted(_there(self.before) - _there(self.after)))


@dataclass(frozen=True, slots=True)
class PersonChanges:
    """What has changed for one person, in the order of time.

    Seen from the person, a session that others already had is added, and one that goes on without the person
    is dropped; the states hold of the people only that person's own part.
    """

    person: int
    changes: tuple[SessionChange, ...]


@dataclass(frozen=True, slots=True)
class Revision:
    """A published state of the programme; `published` is in UTC."""

    id: int
    number: int
    published: datetime
    published_by: str
    snapshot: Snapshot


@dataclass(frozen=True, slots=True)
class NamedPerson:
    """A person of a change, with the name as sentences call it."""

    person: int
    side: str
    name: Label


@dataclass(frozen=True, slots=True)
class ProgrammeChanges:
    """Everything that has changed between two states of a meeting's programme."""

    since: Revision | None
    """None where nothing was published before: then everything is new."""
    until: Revision | None
    """None for the programme as it stands now."""
    sessions: tuple[SessionChange, ...]
    people: tuple[PersonChanges, ...]
    """By side and place of precedence; those who no longer take part come last."""
    names: Mapping[int, NamedPerson]
    """The people of all changes by id; somebody who is no longer in the dialogue is missing."""

    def __bool__(self) -> bool:
        return bool(self.sessions)


def differences(old: Snapshot, new: Snapshot) -> tuple[SessionChange, ...]:
    """Return what has changed, in the order of time and for each session in the order of `ChangeKind`.

    Sessions are told apart by their uid. One that was cancelled in both states, or that came and was
    cancelled in between, concerns nobody and is passed over.
    """
    found = [
        change
        for uid in {**old.sessions, **new.sessions}
        for change in _session_changes(uid, old.sessions.get(uid), new.sessions.get(uid))
    ]
    return tuple(sorted(found, key=_time_and_title))


def _time_and_title(change: SessionChange) -> tuple[datetime, str, str, str, str]:
    """Order sessions that begin together by their titles: a uid is random and says nothing to a reader."""
    title = change.state.title
    return change.state.starts, title.en, title.fr, title.zh, change.session


def differences_by_person(changes: tuple[SessionChange, ...]) -> tuple[PersonChanges, ...]:
    """Return what the changes of sessions mean for each person whom they concern, by id."""
    found: dict[int, list[SessionChange]] = defaultdict(list)
    pairs = {change.session: (change.before, change.after) for change in changes}
    for uid, (before, after) in pairs.items():
        parts = tuple({} if state is None else state.by_person() for state in (before, after))
        for person in parts[0].keys() | parts[1].keys():
            found[person] += _session_changes(uid, parts[0].get(person), parts[1].get(person))
    return tuple(
        PersonChanges(person, tuple(sorted(own, key=_time_and_title)))
        for person, own in sorted(found.items())
        if own
    )


def revisions(tables: Tables, meeting: int) -> tuple[Revision, ...]:
    """Return all that was published of a meeting's programme, the first revision first."""
    row: Any = tables.ProgrammeRevision
    query = row.select().where(row.meeting == meeting).order_by(row.number)
    return tuple(_revision(each) for each in query)


def last_revision(tables: Tables, meeting: int) -> Revision | None:
    """Return what was published last of a meeting's programme."""
    row: Any = tables.ProgrammeRevision
    last = row.select().where(row.meeting == meeting).order_by(row.number.desc()).first()
    return None if last is None else _revision(last)


def next_number(tables: Tables, meeting: int) -> int:
    """Return the number of the next revision: past every one that was ever given, taken back or not."""
    last = last_revision(tables, meeting)
    return max(tables.Meeting.get_by_id(meeting).last_revision, last.number if last else 0) + 1


def current_changes(tables: Tables, meeting: int) -> ProgrammeChanges:
    """Return what has changed since the programme was published last."""
    return _changes(tables, meeting, last_revision(tables, meeting), None)


def changes_between(tables: Tables, meeting: int, since: int, until: int | None = None) -> ProgrammeChanges:
    """Return what has changed between two revisions, or between one and now; else an `UnknownRow`."""
    known = {each.number: each for each in revisions(tables, meeting)}
    for number in (since, until):
        if number is not None and number not in known:
            raise UnknownRow(PROGRAMME_REVISION, str(number), tuple(map(str, known)))
    return _changes(tables, meeting, known[since], None if until is None else known[until])


def _changes(
    tables: Tables, meeting: int, since: Revision | None, until: Revision | None
) -> ProgrammeChanges:
    programme = read_programme(tables, meeting)
    new = until.snapshot if until else Snapshot.of(programme)
    old = since.snapshot if since else Snapshot(new.reference, new.time_zone, MappingProxyType({}))
    sessions = differences(old, new)
    order = {person: place for place, person in enumerate(programme.people)}
    people = sorted(
        differences_by_person(sessions),
        key=lambda each: (order.get(each.person, len(order)), each.person),
    )
    concerned = {person for change in sessions for person in _there(change.before) | _there(change.after)}
    return ProgrammeChanges(since, until, sessions, tuple(people), _names(tables, concerned))


def _names(tables: Tables, ids: set[int]) -> Mapping[int, NamedPerson]:
    person, side = tables.Person, tables.Side
    rows: Any = person.select(person, side).join(side)
    found = {}
    for row in rows:
        if row.id in ids:
            found[row.id] = NamedPerson(row.id, row.side.code, shown_name(row))
    return MappingProxyType(found)


def _revision(row: Any) -> Revision:
    return Revision(
        row.id,
        row.number,
        row.published.replace(tzinfo=UTC),
        row.published_by,
        Snapshot.parse(row.content),
    )


def _there(state: SessionState | None) -> frozenset[int]:
    return frozenset() if state is None else state.participants


def _session_changes(
    uid: str, before: SessionState | None, after: SessionState | None
) -> Iterator[SessionChange]:
    was_on = before is not None and not before.is_cancelled
    is_on = after is not None and not after.is_cancelled
    if was_on and before and is_on and after:
        for kind in _kinds(before, after):
            yield SessionChange(uid, kind, before, after, _affected(kind, before, after))
    elif is_on:
        kind = ChangeKind.ADDED if before is None else ChangeKind.REINSTATED
        yield SessionChange(uid, kind, before, after, tuple(sorted(_there(after))))
    elif was_on:
        kind = ChangeKind.DROPPED if after is None else ChangeKind.CANCELLED
        yield SessionChange(uid, kind, before, after, tuple(sorted(_there(before))))


_COMPARED: Mapping[ChangeKind, tuple[str, ...]] = MappingProxyType(
    {
        ChangeKind.MOVED: ("day", "start", "minutes", "time_zone", "end_zone"),
        ChangeKind.ROOM: ("room",),
        ChangeKind.TITLE: ("title", "kind"),
        ChangeKind.PEOPLE: ("people", "chairs"),
        ChangeKind.INTERPRETATION: ("interpretation", "interpreters"),
        ChangeKind.AGENDA: ("agenda",),
    }
)
"""The fields of a session's state that each kind of change is about; together they are all but the uid."""


def _kinds(before: SessionState, after: SessionState) -> Iterator[ChangeKind]:
    for kind, names in _COMPARED.items():
        if any(getattr(before, name) != getattr(after, name) for name in names):
            yield kind


def _affected(kind: ChangeKind, before: SessionState, after: SessionState) -> tuple[int, ...]:
    people = before.participants | after.participants
    if kind is ChangeKind.PEOPLE:
        parts = {each.person for each in set(before.people) ^ set(after.people)}
        people = frozenset(parts | (_chairs(before) ^ _chairs(after)))
    return tuple(sorted(people))


def _chairs(state: SessionState) -> frozenset[int]:
    return frozenset(person for _, person in state.chairs)
