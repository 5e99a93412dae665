"""The programme of a meeting as frozen values, read in a handful of queries; who is where when."""

from bisect import insort
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta
from types import MappingProxyType
from typing import Any
from zoneinfo import ZoneInfo

from peewee import JOIN

from alternat.language.label import Label
from alternat.models.base import tuples
from alternat.models.tables import Tables
from alternat.nouns.programme import Interpretation, PartyKind, SessionKind
from alternat.nouns.venues import RoomLayout
from alternat.planning.roster import Delegate, roster


@dataclass(frozen=True, slots=True)
class VenuePlan:
    """A venue of the meeting."""

    id: int
    name: Label
    address: str


@dataclass(frozen=True, slots=True)
class RoomPlan:
    """A room with its venue; `opens` and `closes` are in the meeting's zone."""

    id: int
    code: str
    number: int
    name: Label
    venue: int
    capacity: int | None
    layout: RoomLayout
    booths: int
    opens: time | None
    closes: time | None


@dataclass(frozen=True, slots=True)
class AgendaPlan:
    """An agenda item; `leads` maps a side's code to the person who speaks first for it."""

    id: int
    number: int
    text: Label
    minutes: int
    topic: int | None
    is_dropped: bool
    leads: Mapping[str, int]
    has_record: bool = False
    """Whether it deals with an outcome, a request for guidance or an objective."""


@dataclass(frozen=True, slots=True)
class PartyPlan:
    """A line of a session's attendance; `joins` and `leaves` are in the session's zone."""

    kind: PartyKind
    key: str = ""
    is_exception: bool = False
    joins: time | None = None
    leaves: time | None = None


@dataclass(frozen=True, slots=True)
class AssignmentPlan:
    """An interpreter's part in a session, with the pair of languages as codes."""

    person: int
    pair: tuple[str, str]


@dataclass(frozen=True, slots=True)
class Presence:
    """Somebody's stretch in a session, as moments in UTC."""

    person: int
    start: datetime
    end: datetime
    is_part_time: bool


@dataclass(frozen=True, slots=True)
class SessionPlan:
    """A session with all that hangs on it; `day` and `start` are wall-clock in `time_zone`."""

    id: int
    uid: str
    kind: SessionKind
    title: Label
    day: date
    start: time
    minutes: int
    time_zone: str
    room: int | None
    subgroup: int | None
    interpretation: Interpretation
    is_fixed: bool
    is_cancelled: bool
    sequence: int
    """What calendars are told (RFC 5545, 3.8.7.4).

    It is counted from the row's version, which never falls back, not even when a step is undone or a removed
    session comes back.
    """
    private_note: str
    chairs: Mapping[str, int]
    agenda: tuple[AgendaPlan, ...]
    parties: tuple[PartyPlan, ...]
    assignments: tuple[AssignmentPlan, ...]
    end_zone: str = ""
    """For a journey: the IANA zone at its end, where that is another one."""

    @property
    def starts(self) -> datetime:
        """Return the first moment, in UTC."""
        return moment(self.day, self.start, self.time_zone)

    @property
    def ends(self) -> datetime:
        """Return the last moment, in UTC."""
        return self.starts + timedelta(minutes=self.minutes)

    @property
    def arrival(self) -> datetime:
        """Return the last moment as the clock shows it where the session ends."""
        return self.ends.astimezone(ZoneInfo(self.end_zone or self.time_zone))


@dataclass(frozen=True, slots=True)
class Programme:
    """Everything about one meeting's programme that rules, pages, papers and exports need."""

    meeting: int
    reference: str
    starts: date | None
    ends: date | None
    time_zone: str
    host: str
    venues: Mapping[int, VenuePlan]
    rooms: Mapping[int, RoomPlan]
    ways: Mapping[tuple[int, int], int]
    """Minutes between two venues, each pair in both directions."""
    people: Mapping[int, Delegate]
    """Those who attend the meeting, by person."""
    sessions: Mapping[int, SessionPlan] = field(default_factory=lambda: MappingProxyType({}))
    """By session, in the order of time."""


def moment(day: date, clock: time, zone: str) -> datetime:
    """Return a wall-clock time of a zone as a moment in UTC; of a time that exists twice, the first one."""
    return datetime.combine(day, clock, ZoneInfo(zone)).astimezone(UTC)


def is_included(party: PartyPlan, delegate: Delegate) -> bool:
    """Return whether a line of attendance names a delegate."""
    match party.kind:
        case PartyKind.EVERYONE:
            return True
        case PartyKind.SIDE:
            return delegate.side == party.key
        case PartyKind.ENTITY:
            return str(delegate.entity) == party.key
        case PartyKind.ROLE:
            return delegate.role == party.key
        case PartyKind.PERSON:
            return str(delegate.person) == party.key


def presences(session: SessionPlan, people: Mapping[int, Delegate]) -> tuple[Presence, ...]:
    """Return who is in a session and from when to when, interpreters and chairs included, by person.

    Somebody is there whom one line of attendance names and none excepts; the line for the person alone
    decides about part-time presence, else the first that names the person. Whoever would come after the end
    or leave before the start is not there.
    """
    start, end = session.starts, session.ends
    found: dict[int, Presence] = {}
    for person, lines in _lines_by_person(session.parties, people).items():
        if not any(party.is_exception for party in lines):
            own = next((party for party in lines if party.kind is PartyKind.PERSON), lines[0])
            found[person] = _presence(session, person, own, (start, end))
    for person in (*session.chairs.values(), *(each.person for each in session.assignments)):
        if person in people:
            found.setdefault(person, Presence(person, start, end, is_part_time=False))
    return tuple(found[person] for person in sorted(found) if found[person].start < found[person].end)


def _lines_by_person(
    parties: Iterable[PartyPlan], people: Mapping[int, Delegate]
) -> Mapping[int, list[PartyPlan]]:
    """Return for each person the lines that name them; lines for one person alone are not searched for."""
    found: dict[int, list[PartyPlan]] = defaultdict(list)
    for party in parties:
        named: Iterable[int] = people
        if party.kind is PartyKind.PERSON:
            named = (int(party.key),) if party.key.isdecimal() else ()
        for person in named:
            if person in people and is_included(party, people[person]):
                found[person].append(party)
    return found


def _presence(
    session: SessionPlan, person: int, party: PartyPlan, whole: tuple[datetime, datetime]
) -> Presence:
    if party.joins is None and party.leaves is None:
        return Presence(person, *whole, is_part_time=False)
    return Presence(person, *stretch(session, party, *whole), is_part_time=True)


def stretch(
    session: SessionPlan, party: PartyPlan, start: datetime, end: datetime
) -> tuple[datetime, datetime]:
    """Return the part of a session, given by its first and last moment, that a line of attendance names.

    A clock before the start means the next day where the session lasts until then.
    """
    joins = start if party.joins is None else _within(session, party.joins, end)
    leaves = end if party.leaves is None else _within(session, party.leaves, end)
    return max(start, joins), min(end, leaves)


def _within(session: SessionPlan, clock: time, end: datetime) -> datetime:
    same_day = moment(session.day, clock, session.time_zone)
    if clock >= session.start:
        return same_day
    next_day = moment(session.day + timedelta(days=1), clock, session.time_zone)
    return next_day if next_day <= end else same_day


def read_programme(tables: Tables, meeting: int) -> Programme:
    """Return the programme of a meeting as it stands in the workspace."""
    row = tables.Meeting.get_by_id(meeting)
    venues = {
        each.id: VenuePlan(each.id, each.name, each.address)
        for each in tables.Venue.select().where(tables.Venue.meeting == meeting).order_by(tables.Venue.id)
    }
    return Programme(
        meeting=meeting,
        reference=row.reference,
        starts=row.starts,
        ends=row.ends,
        time_zone=row.time_zone,
        host=tables.Side.get_by_id(row.host_id).code,
        venues=MappingProxyType(venues),
        rooms=MappingProxyType(_rooms(tables, meeting)),
        ways=MappingProxyType(read_ways(tables, meeting)),
        people=MappingProxyType({delegate.person: delegate for delegate in roster(tables, meeting)}),
        sessions=MappingProxyType(read_sessions(tables, meeting)),
    )


def read_sessions(tables: Tables, meeting: int, only: Iterable[int] | None = None) -> dict[int, SessionPlan]:
    """Return the sessions of a meeting, or those of them with the ids in `only`, in the order of time."""
    session: Any = tables.Session
    condition = session.meeting == meeting
    if only is not None:
        condition &= session.id.in_(list(only))
    rows = list(session.select().where(condition))
    chosen = session.select(session.id).where(condition)
    chairs, parties = _chairs(tables, chosen), _parties(tables, chosen)
    agenda, assignments = _agenda(tables, chosen), _assignments(tables, chosen)
    plans = [
        SessionPlan(
            id=row.id,
            uid=row.uid,
            kind=row.kind,
            title=row.title,
            day=row.day,
            start=row.start,
            minutes=row.minutes,
            time_zone=row.time_zone,
            room=row.room_id,
            subgroup=row.subgroup_id,
            interpretation=row.interpretation,
            is_fixed=row.is_fixed,
            is_cancelled=row.is_cancelled,
            sequence=row.version - 1,
            private_note=row.private_note,
            chairs=MappingProxyType(chairs[row.id]),
            agenda=tuple(agenda[row.id]),
            parties=tuple(parties[row.id]),
            assignments=tuple(assignments[row.id]),
            end_zone=row.end_zone,
        )
        for row in rows
    ]
    return {plan.id: plan for plan in sorted(plans, key=lambda plan: (plan.starts, plan.id))}


def with_sessions(
    programme: Programme, touched: Collection[int], changed: Mapping[int, SessionPlan]
) -> Programme:
    """Return a programme in which the touched sessions are as they were read anew, or gone; in order."""
    plans = [plan for plan in programme.sessions.values() if plan.id not in touched]
    for plan in changed.values():
        insort(plans, plan, key=lambda each: (each.starts, each.id))
    return replace(programme, sessions=MappingProxyType({plan.id: plan for plan in plans}))


def _rooms(tables: Tables, meeting: int) -> dict[int, RoomPlan]:
    room, venue = tables.Room, tables.Venue
    rows = room.select().join(venue).where(venue.meeting == meeting).order_by(venue.id, room.number, room.id)
    return {
        row.id: RoomPlan(
            row.id, row.code, row.number, row.name, row.venue_id,
            row.capacity, row.layout, row.booths, row.opens, row.closes,
        )
        for row in rows
    }  # fmt: skip


def read_ways(tables: Tables, meeting: int) -> dict[tuple[int, int], int]:
    """Return how many minutes the ways between the venues of a meeting take, in both directions."""
    way, venue = tables.Way, tables.Venue
    rows = way.select(way.one, way.other, way.minutes).join(venue, on=way.one == venue.id)
    ways: dict[tuple[int, int], int] = {}
    for one, other, minutes in tuples(rows.where(venue.meeting == meeting)):
        ways[one, other] = ways[other, one] = minutes
    return ways


def _chairs(tables: Tables, sessions: Any) -> dict[int, dict[str, int]]:
    chair, side = tables.Chair, tables.Side
    rows = chair.select(chair.session, side.code, chair.person).join(side)
    found: dict[int, dict[str, int]] = defaultdict(dict)
    for session, code, person in tuples(_of(rows, chair.session, sessions).order_by(side.number)):
        found[session][code] = person
    return found


def _parties(tables: Tables, sessions: Any) -> dict[int, list[PartyPlan]]:
    party = tables.Party
    rows = party.select(party.session, party.kind, party.key, party.is_exception, party.joins, party.leaves)
    found: dict[int, list[PartyPlan]] = defaultdict(list)
    # The same people come up in many sessions, and a line that says the same is the same frozen value.
    made: dict[tuple[Any, ...], PartyPlan] = {}
    for session, *values in tuples(_of(rows, party.session, sessions).order_by(party.id)):
        line = tuple(values)
        if line not in made:
            made[line] = PartyPlan(*line)
        found[session].append(made[line])
    return found


def _agenda(tables: Tables, sessions: Any) -> dict[int, list[AgendaPlan]]:
    item, lead, side = tables.AgendaItem, tables.Lead, tables.Side
    rows = (
        item.select(
            item.session, item.id, item.number, item.text, item.minutes, item.topic, item.is_dropped,
            item.outcome, item.guidance, item.objective, side.code, lead.person,
        )
        .join(lead, JOIN.LEFT_OUTER, on=lead.item == item.id)
        .join(side, JOIN.LEFT_OUTER, on=lead.side == side.id)
    )  # fmt: skip
    found: dict[int, list[AgendaPlan]] = defaultdict(list)
    leads: dict[int, dict[str, int]] = defaultdict(dict)
    ordered = _of(rows, item.session, sessions).order_by(item.number, item.id, side.number)
    for session, key, number, text, minutes, topic, is_dropped, *records, code, person in tuples(ordered):
        if key not in leads:
            found[session].append(
                AgendaPlan(
                    key,
                    number,
                    text,
                    minutes,
                    topic,
                    is_dropped,
                    leads=MappingProxyType(leads[key]),
                    has_record=any(each is not None for each in records),
                )
            )
        if code is not None:
            leads[key][code] = person
    return found


def _assignments(tables: Tables, sessions: Any) -> dict[int, list[AssignmentPlan]]:
    part = tables.Assignment
    rows = part.select(part.session, part.person, part.one, part.other)
    found: dict[int, list[AssignmentPlan]] = defaultdict(list)
    for session, person, one, other in tuples(_of(rows, part.session, sessions).order_by(part.id)):
        found[session].append(AssignmentPlan(person, (one, other)))
    return found


def _of(rows: Any, reference: Any, sessions: Any) -> Any:
    """Return those of the rows that hang on the sessions that a query chooses."""
    return rows.where(reference.in_(sessions))
