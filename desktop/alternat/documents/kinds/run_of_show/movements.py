"""What happens at a meeting minute by minute: sessions begin and end, people come, go, and change rooms."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import IntEnum
from zoneinfo import ZoneInfo

from alternat.planning.programme import Presence, Programme, SessionPlan, presences


class EventKind(IntEnum):
    """What happens, in the order in which events of one minute are told."""

    LEAVES = 0
    ENDS = 1
    STARTS = 2
    JOINS = 3


@dataclass(frozen=True, slots=True)
class Move:
    """People who come from the room in which they were before on that day; `minutes` is the way, if known."""

    room: int
    people: tuple[int, ...]
    minutes: int | None


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that happens at a moment in UTC; `people` are those whom it concerns, by precedence."""

    at: datetime
    kind: EventKind
    session: SessionPlan
    people: tuple[int, ...]
    moves: tuple[Move, ...] = ()

    @property
    def day(self) -> date:
        """Return the day at the session's own place."""
        return self.at.astimezone(ZoneInfo(self.session.time_zone)).date()


def events(programme: Programme, sessions: Sequence[SessionPlan]) -> tuple[Event, ...]:
    """Return what happens in the order of time; endings come before beginnings of the same minute."""
    order = {person: place for place, person in enumerate(programme.people)}
    there = {session.id: presences(session, programme.people) for session in sessions}
    rooms = _rooms_by_person(sessions, there)
    found: list[Event] = []
    for session in sessions:
        present = there[session.id]
        on_time = _sorted((each.person for each in present if each.start == session.starts), order)
        moves = _moves(programme, session, on_time, rooms)
        found.append(Event(session.starts, EventKind.STARTS, session, on_time, moves))
        found.append(Event(session.ends, EventKind.ENDS, session, ()))
        found += _comings(programme, session, present, order, rooms)
    return tuple(sorted(found, key=lambda event: (event.day, event.at, event.kind, event.session.id)))


Rooms = dict[int, list[tuple[datetime, int]]]
"""For each person the end of every stretch in a room, with the room, in the order of time."""


def _rooms_by_person(sessions: Sequence[SessionPlan], there: dict[int, tuple[Presence, ...]]) -> Rooms:
    rooms: Rooms = defaultdict(list)
    for session in sessions:
        if session.room is not None:
            for each in there[session.id]:
                rooms[each.person].append((each.end, session.room))
    for stretches in rooms.values():
        stretches.sort()
    return rooms


def _comings(
    programme: Programme,
    session: SessionPlan,
    present: tuple[Presence, ...],
    order: dict[int, int],
    rooms: Rooms,
) -> list[Event]:
    """Return who joins late and who leaves early."""
    late: dict[datetime, list[int]] = defaultdict(list)
    early: dict[datetime, list[int]] = defaultdict(list)
    for each in present:
        if each.start > session.starts:
            late[each.start].append(each.person)
        if each.end < session.ends:
            early[each.end].append(each.person)
    found = []
    for at, people in late.items():
        coming = _sorted(people, order)
        moves = _moves(programme, session, coming, rooms, at)
        found.append(Event(at, EventKind.JOINS, session, coming, moves))
    found += [Event(at, EventKind.LEAVES, session, _sorted(people, order)) for at, people in early.items()]
    return found


def _moves(
    programme: Programme,
    session: SessionPlan,
    people: tuple[int, ...],
    rooms: Rooms,
    at: datetime | None = None,
) -> tuple[Move, ...]:
    """Return from which other rooms people come, in the order of the rooms."""
    if session.room is None:
        return ()
    at = at or session.starts
    coming: dict[int, list[int]] = defaultdict(list)
    for person in people:
        before = [room for end, room in rooms[person] if end <= at and _same_day(end, at, session.time_zone)]
        if before and before[-1] != session.room:
            coming[before[-1]].append(person)
    return tuple(
        Move(room, tuple(coming[room]), _way(programme, room, session.room))
        for room in programme.rooms
        if room in coming
    )


def _way(programme: Programme, one: int, other: int) -> int | None:
    venues = programme.rooms[one].venue, programme.rooms[other].venue
    return programme.ways.get(venues)


def _same_day(one: datetime, other: datetime, zone: str) -> bool:
    return one.astimezone(ZoneInfo(zone)).date() == other.astimezone(ZoneInfo(zone)).date()


def _sorted(people: Iterable[int], order: dict[int, int]) -> tuple[int, ...]:
    return tuple(sorted(people, key=order.__getitem__))
