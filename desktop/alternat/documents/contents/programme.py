"""What every document of a programme reads: the sessions without their private notes, and both clocks."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from types import MappingProxyType
from zoneinfo import ZoneInfo

from alternat.documents.contents.meeting import Gathered, SideFacts, gather_delegations, side_facts
from alternat.documents.contents.sheet_options import SideSheetOptions
from alternat.language.label import Label
from alternat.language.messages import Message, message
from alternat.models.tables import Tables
from alternat.nouns.programme import PartyKind, SessionKind
from alternat.planning.programme import Programme, SessionPlan, presences, read_programme
from alternat.planning.revisions import differences, last_revision
from alternat.planning.snapshots import Snapshot


@dataclass(frozen=True, slots=True)
class Place:
    """A place with a clock; `zone` is its IANA zone."""

    name: Label
    zone: str


@dataclass(frozen=True, slots=True)
class ProgrammeFacts:
    """A meeting's programme as paper may show it; `away` is the guest's capital, if its clock differs."""

    gathered: Gathered
    programme: Programme
    sides: tuple[SideFacts, ...]
    home: Place
    away: Place | None
    edition: Message

    def sessions_of(self, sides: tuple[str, ...]) -> tuple[SessionPlan, ...]:
        """Return the sessions to print, in the order of time: of one side, or all for both.

        Cancelled ones are left out. Internal meetings of a side print only where that side alone is asked
        for, since the whole programme goes to both.
        """
        found = (each for each in self.programme.sessions.values() if not each.is_cancelled)
        if len(sides) != 1:
            return tuple(each for each in found if each.kind is not SessionKind.INTERNAL)
        return tuple(each for each in found if self._has(each, sides[0]))

    def _has(self, session: SessionPlan, side: str) -> bool:
        people = self.programme.people
        return any(people[each.person].side == side for each in presences(session, people))


def gather_programme(tables: Tables, meeting: int, copy_for: str, sides: tuple[str, ...]) -> ProgrammeFacts:
    """Return the programme of a meeting; an unknown side or a meeting that is gone is an error."""
    gathered = gather_delegations(tables, meeting, sides, copy_for)
    programme = read_programme(tables, meeting)
    edition = _edition(tables, programme)
    capitals = {row.code: Place(row.capital, row.time_zone) for row in tables.Side.select()}
    host = capitals[programme.host]
    home = Place(gathered.meeting.city or host.name, programme.time_zone)
    others = (place for code, place in capitals.items() if code != programme.host)
    away = next((place for place in others if place.zone != home.zone), None)
    facts = tuple(sorted(side_facts(tables), key=lambda side: side.code != copy_for))
    return ProgrammeFacts(gathered, _without_notes(programme), facts, home, away, edition)


def gather_whole_programme(tables: Tables, meeting: int, options: SideSheetOptions) -> ProgrammeFacts:
    """Return what a programme or its run of show prints; reads the open workspace."""
    return gather_programme(tables, meeting, options.copy_for, options.sides)


def by_day(sessions: tuple[SessionPlan, ...]) -> Mapping[date, tuple[SessionPlan, ...]]:
    """Return sessions by the day at their own place."""
    days: dict[date, list[SessionPlan]] = {}
    for session in sessions:
        days.setdefault(session.day, []).append(session)
    return MappingProxyType({day: tuple(days[day]) for day in sorted(days)})


def named_in_session(session: SessionPlan) -> Iterable[int]:
    """Yield those whom a session names one by one."""
    yield from session.chairs.values()
    yield from (assignment.person for assignment in session.assignments)
    for item in session.agenda:
        yield from item.leads.values()
    for party in session.parties:
        if party.kind is PartyKind.PERSON and party.key.isdecimal():
            yield int(party.key)


def clock_at(at: datetime, zone: str, day: date) -> str:
    """Return what the clock of a zone shows, with `⁺¹` or `⁻¹` where its day is not `day`."""
    local = at.astimezone(ZoneInfo(zone))
    return f"{local:%H:%M}{_days_mark((local.date() - day).days)}"


def span_at(session: SessionPlan, zone: str) -> str:
    """Return a session's start and end on the clock of a zone, as `21:00–22:30`."""
    ends = session.starts + timedelta(minutes=session.minutes)
    return f"{clock_at(session.starts, zone, session.day)}–{clock_at(ends, zone, session.day)}"


def _days_mark(days: int) -> str:
    digits = str(abs(days)).translate(str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹"))
    return f"{'⁺' if days > 0 else '⁻'}{digits}" if days else ""


def _without_notes(programme: Programme) -> Programme:
    """Return the programme as it may leave the desk: the private notes end here."""
    sessions = {key: replace(each, private_note="") for key, each in programme.sessions.items()}
    return replace(programme, sessions=MappingProxyType(sessions))


def _edition(tables: Tables, programme: Programme) -> Message:
    """Return which state of the programme it is: a draft, a revision, or what has come of one."""
    last = last_revision(tables, programme.meeting)
    if last is None:
        return message("Draft")
    if differences(last.snapshot, Snapshot.of(programme)):
        return message("Revision {number}, with later changes", number=last.number)
    return message("Revision {number}", number=last.number)
