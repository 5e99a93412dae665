"""Reads a programme out of the workspace into the public values, refusing what the meeting does not have."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from types import MappingProxyType
from typing import Any

from alternat.documents.contents.meeting import (
    Gathered,
    MeetingFacts,
    SideFacts,
    gather_delegations,
    printing_habits,
)
from alternat.documents.contents.programme import named_in_session
from alternat.documents.contents.titles import meeting_title, place_and_dates
from alternat.errors import AlternatError
from alternat.exchange.exports.public import (
    ExportScope,
    PublicClock,
    PublicItem,
    PublicPerson,
    PublicProgramme,
    PublicRoom,
    PublicSession,
    PublicSide,
)
from alternat.exchange.exports.telling import MovedOut
from alternat.language.called import shown_name, with_honorific
from alternat.language.label import Label, Language
from alternat.language.messages import mark, offered
from alternat.language.vocabulary import entity_of, heading, meeting_status_label, member_label
from alternat.models.tables import Tables
from alternat.nouns.delegations import Role
from alternat.nouns.programme import Interpretation, PartyKind, SessionKind
from alternat.planning.programme import (
    AgendaPlan,
    PartyPlan,
    Programme,
    RoomPlan,
    SessionPlan,
    presences,
    read_programme,
)
from alternat.planning.revisions import last_revision
from alternat.planning.snapshots import SessionState, Snapshot
from alternat.planning.statuses import ASIDE
from alternat.planning.told import Told, ToldMeeting, ToldSession, told_before, written


class RoomNotAtMeeting(AlternatError):
    """The scope names a room that the meeting does not have."""

    template = mark("There is no room “{code}” at this meeting. The rooms are: {choices}.")


class PersonNotAtMeeting(AlternatError):
    """The scope names a person who does not attend the meeting."""

    template = mark("Person {number} does not take part in this meeting. Those who do are: {choices}.")


@dataclass(frozen=True, slots=True)
class ProgrammeExport:
    """What may leave of a programme, and what is to be remembered of it once it has left as a calendar."""

    public: PublicProgramme
    meeting: int | None
    """None for a meeting that is gone: all that leaves of it is that its sessions are off."""
    scope: str
    told: tuple[ToldSession, ...]
    """The sessions that were not told so before."""
    named: tuple[int, ...] = ()
    """The ids of those whom the sessions name one by one."""
    subject: tuple[int, ...] = ()
    """The id of the person whose programme it is, who is named in its title."""
    moved: tuple[MovedOut, ...] = ()
    """Sessions that left in the file of a room before and go on in another."""

    def record(self) -> str:
        """Return what the release of a calendar remembers."""
        public = self.public
        heading = ToldMeeting(public.title, public.place, public.time_zone, public.paper.value)
        return written(self.meeting, heading, self.scope, self.told)


def gather_public(
    tables: Tables,
    meeting: int,
    scope: ExportScope,
    languages: Iterable[Language],
    *,
    removals: Mapping[str, int],
) -> PublicProgramme:
    """Return what may leave of a meeting's programme; see `gather_export`."""
    return gather_export(tables, meeting, scope, languages, removals=removals).public


def gather_export(
    tables: Tables,
    meeting: int,
    scope: ExportScope,
    languages: Iterable[Language],
    *,
    removals: Mapping[str, int],
    last_written: Mapping[str, datetime] = MappingProxyType({}),
) -> ProgrammeExport:
    """Return what may leave of a meeting's programme, the sessions that are gone since they left with it.

    `removals` and `last_written` are those of sessions by uid, as the `Workspace` tells them.
    An unknown side is a `NotOfThisDialogue`, an unknown room a `RoomNotAtMeeting`, a person who does not
    attend a `PersonNotAtMeeting`, a removed meeting a `MeetingGone`.
    """
    host = tables.Meeting.get_or_none(tables.Meeting.id == meeting)
    copy_for = scope.side or (host.host.code if host is not None else _first_side(tables))
    gathered = gather_delegations(tables, meeting, (), copy_for)
    programme = read_programme(tables, meeting)
    reader = _Reader(tables, programme, gathered)
    room = _room(programme, scope.room)
    _require_person(programme, scope.person)
    wanted, left_out = [], 0
    for plan in programme.sessions.values():
        people = frozenset(each.person for each in presences(plan, programme.people))
        if not _is_in(scope, room, plan, people, programme):
            continue
        if plan.kind is SessionKind.INTERNAL and scope.side is None and scope.person is None:
            left_out += 1
            continue
        wanted.append((plan, tuple(sorted(people))))
    told = told_before(tables, meeting, programme.reference)
    off = _off(host)
    numbers = _Numbers(told, _key(scope), programme, removals, is_off=bool(off))
    gone = _gone(told, scope, programme, {plan.uid for plan, _ in wanted})
    last = last_revision(tables, meeting)
    public = replace(
        reader.programme(
            [reader.session(plan, people, numbers.standing(plan)) for plan, people in wanted],
            _subject(reader, scope, room),
            tuple(languages),
            left_out,
        ),
        dropped=tuple(dropped_session(state, numbers.gone(state)) for state in gone),
        revision=last.number if last else 0,
        published=last.published if last else None,
        off=off,
    )
    return ProgrammeExport(
        _with_moments(public, last_written),
        meeting,
        _key(scope),
        told.news(numbers.given),
        tuple(sorted({person for plan, _ in wanted for person in named_in_session(plan)})),
        () if scope.person is None else (scope.person,),
        _moved_out(told, _key(scope), programme, {plan.uid for plan, _ in wanted}) if scope.room else (),
    )


def _off(meeting: Any) -> Label:
    """Return the word that says that a meeting does not take place when it was to; empty if it does."""
    if meeting is None or meeting.status not in ASIDE:
        return Label()
    return heading(meeting_status_label(meeting.status))


def _moved_out(told: Told, scope: str, programme: Programme, wanted: Collection[str]) -> tuple[MovedOut, ...]:
    """Return the sessions that left in the file of this room and go on without it."""
    last = {each.state.uid: each.state for each in told.sessions if each.scope == scope}
    rooms = programme.rooms
    return tuple(
        MovedOut(plan.title, rooms[plan.room].code if plan.room is not None else "")
        for plan in programme.sessions.values()
        if plan.uid in last and plan.uid not in wanted and not last[plan.uid].is_cancelled
        if plan.kind is not SessionKind.INTERNAL
    )


class _Numbers:
    """Gives each session that leaves the number that calendars are told, and remembers which."""

    def __init__(
        self, told: Told, scope: str, programme: Programme, removals: Mapping[str, int], *, is_off: bool
    ) -> None:
        self._told, self._scope, self._removals, self._is_off = told, scope, removals, is_off
        self._standing = {plan.uid: plan.sequence for plan in programme.sessions.values()}
        self._states = Snapshot.of(programme).sessions
        self.given: list[ToldSession] = []

    def standing(self, plan: SessionPlan) -> int:
        """Return the number of a session that is there."""
        state = self._states[plan.uid]
        return self._give(state.called_off() if self._is_off else state, plan.sequence)

    def gone(self, state: SessionState) -> int:
        """Return the number of a session that is gone, from the programme or from the scope."""
        at_least = self._standing.get(state.uid, self._removals.get(state.uid, 1) - 1)
        return self._give(state.called_off(), at_least)

    def _give(self, state: SessionState, at_least: int) -> int:
        number = self._told.sequence(state, at_least, self._scope)
        self.given.append(ToldSession(state, number, self._scope))
        return number


def _key(scope: ExportScope) -> str:
    """Return how a release names the part of the programme that it holds."""
    person = str(scope.person) if scope.person is not None else ""
    return "/".join((scope.side or "", (scope.room or "").strip().casefold(), person)).strip("/")


def _gone(
    told: Told, scope: ExportScope, programme: Programme, wanted: Collection[str]
) -> list[SessionState]:
    """Return the sessions that left before and are not among those that leave now."""
    stays = set(wanted)
    if not _tells_who_left(scope):
        plans = programme.sessions.values()
        stays |= {plan.uid for plan in plans if plan.kind is not SessionKind.INTERNAL}
    states = told.last_states(lambda state: _was_in(scope, state, programme))
    return [state for state in states if state.uid not in stays]


def _with_moments(public: PublicProgramme, last_written: Mapping[str, datetime]) -> PublicProgramme:
    """Return a programme whose sessions say when each was last changed."""
    return replace(
        public,
        sessions=tuple(replace(each, modified=last_written.get(each.uid)) for each in public.sessions),
        dropped=tuple(replace(each, modified=last_written.get(each.uid)) for each in public.dropped),
    )


def _first_side(tables: Tables) -> str:
    return str(tables.Side.select().order_by(tables.Side.number).get().code)


def _room(programme: Programme, code: str | None) -> RoomPlan | None:
    if code is None:
        return None
    for room in programme.rooms.values():
        if room.code.casefold() == code.strip().casefold():
            return room
    raise RoomNotAtMeeting(code=code, choices=offered(room.code for room in programme.rooms.values()))


def _require_person(programme: Programme, person: int | None) -> None:
    if person is None or person in programme.people:
        return
    known = [f"{each.person} {shown_name(each).en}" for each in programme.people.values()]
    raise PersonNotAtMeeting(number=str(person), choices=offered(known))


def _is_in(
    scope: ExportScope,
    room: RoomPlan | None,
    plan: SessionPlan,
    people: frozenset[int],
    programme: Programme,
) -> bool:
    """Return whether a session is in the scope; one that nobody is in yet belongs to both sides."""
    if room is not None and plan.room != room.id:
        return False
    if scope.person is not None and scope.person not in people:
        return False
    sides = {programme.people[person].side for person in people if person in programme.people}
    return scope.side is None or scope.side in sides or (not people and plan.kind is not SessionKind.INTERNAL)


def _was_in(scope: ExportScope, state: SessionState, programme: Programme) -> bool:
    """Return whether a session that is gone was in the scope, as far as its people are still known."""
    code = state.room.code if state.room is not None else ""
    if scope.room is not None and code.casefold() != scope.room.strip().casefold():
        return False
    if scope.person is not None and scope.person not in state.participants:
        return False
    sides = {programme.people[each].side for each in state.participants if each in programme.people}
    is_internal = state.kind is SessionKind.INTERNAL
    if scope.side is not None:
        return scope.side in sides or (not state.participants and not is_internal)
    return scope.person is not None or not is_internal


def _tells_who_left(scope: ExportScope) -> bool:
    """Return whether a session that goes on without the scope is to be struck out there.

    A side or a person has one calendar, in which it would stay for ever. Calendars of two rooms may come
    together in one, where it must not be struck out because it has moved from one room to the other.
    """
    return scope.room is None and (scope.side is not None or scope.person is not None)


def _subject(reader: "_Reader", scope: ExportScope, room: RoomPlan | None) -> Label:
    parts = []
    if scope.side is not None:
        parts.append(reader.sides[scope.side].name)
    if room is not None:
        parts.append(reader.rooms[room.id].name or Label.same(room.code))
    if scope.person is not None:
        parts.append(reader.people[scope.person].name)
    return Label(*(", ".join(part.filled().text(language) for part in parts) for language in Language))


class _Reader:
    """Turns the plans of one programme into public values, the ones that many sessions share once."""

    def __init__(self, tables: Tables, programme: Programme, gathered: Gathered) -> None:
        self._programme, self._gathered = programme, gathered
        self._paper = printing_habits(tables, programme.meeting).paper
        rows = list(tables.Side.select().order_by(tables.Side.number))
        self.sides = {row.code: PublicSide(row.code, row.country) for row in rows}
        # A Chinese list of who takes part names the side (加方), not the state.
        self._parties = {row.code: row.country.with_text(Language.ZH, row.side_name.zh) for row in rows}
        office = next((row for row in rows if row.code == gathered.copy_for.code and row.office_email), None)
        self._office = (office.office_email, office.side_name) if office is not None else None
        self._clocks = tuple(
            PublicClock(row.capital, row.time_zone) for row in rows if row.time_zone != programme.time_zone
        )
        self.rooms = {key: self._room(room) for key, room in programme.rooms.items()}
        names = {key: shown_name(each) for key, each in programme.people.items()}
        twice = _told_twice(names.values())
        self.people = {
            key: PublicPerson(
                key,
                each.side,
                _told_apart(names[key], self.sides[each.side].name, twice),
                _addressed(names[key], each.honorific),
            )
            for key, each in programme.people.items()
        }
        self._entities = {
            str(row.id): entity_of(row.name, self.sides[row.side.code].name)
            for row in tables.Entity.select(tables.Entity, tables.Side).join(tables.Side)
        }

    def session(self, plan: SessionPlan, people: tuple[int, ...], sequence: int) -> PublicSession:
        """Return a session with those who are there, and the number that calendars are told."""
        quiet = plan.interpretation is Interpretation.NONE
        return PublicSession(
            uid=plan.uid,
            sequence=sequence,
            kind=heading(member_label(plan.kind)),
            title=plan.title,
            day=plan.day,
            start=plan.start,
            minutes=plan.minutes,
            time_zone=plan.time_zone,
            room=self.rooms.get(plan.room or 0),
            interpretation=Label() if quiet else heading(member_label(plan.interpretation)),
            is_cancelled=plan.is_cancelled,
            chairs=tuple(self.people[each] for each in plan.chairs.values() if each in self.people),
            agenda=_items(plan.agenda),
            parties=self._named(plan.parties, is_exception=False),
            exceptions=self._named(plan.parties, is_exception=True),
            people=people,
            end_zone=plan.end_zone,
            is_free=plan.kind is SessionKind.BREAK,
        )

    def programme(
        self, sessions: list[PublicSession], subject: Label, languages: tuple[Language, ...], left_out: int
    ) -> PublicProgramme:
        """Return the sessions with what they have in common."""
        there = {person for session in sessions for person in session.people}
        rooms = {session.room for session in sessions if session.room is not None}
        meeting, side = _without_gaps(self._gathered)
        return PublicProgramme(
            paper=self._paper,
            reference=meeting.reference,
            title=Label(*(meeting_title(meeting, side, language) for language in Language)),
            place_and_dates=Label(*(place_and_dates(meeting, language) for language in Language)),
            time_zone=self._programme.time_zone,
            place=meeting.city,
            languages=languages,
            subject=subject,
            clocks=self._clocks,
            sides=tuple(self.sides.values()),
            rooms=tuple(dict.fromkeys(room for room in self.rooms.values() if room in rooms)),
            people=tuple(each for key, each in self.people.items() if key in there),
            sessions=tuple(sessions),
            dropped=(),
            internal_left_out=left_out,
            office=self._office,
        )

    def _room(self, room: RoomPlan) -> PublicRoom:
        venue = self._programme.venues[room.venue]
        return PublicRoom(room.code, room.name, venue.name, venue.address)

    def _named(self, parties: Iterable[PartyPlan], *, is_exception: bool) -> tuple[Label, ...]:
        lines = (self._words(each) for each in parties if each.is_exception is is_exception)
        return tuple(line for line in lines if line)

    def _words(self, party: PartyPlan) -> Label:
        readers: Mapping[PartyKind, Any] = {
            PartyKind.EVERYONE: lambda _: heading(member_label(PartyKind.EVERYONE)),
            PartyKind.SIDE: lambda key: self._parties.get(key, Label()),
            PartyKind.ENTITY: lambda key: self._entities.get(key, Label()),
            PartyKind.ROLE: lambda key: heading(member_label(Role(key))),
            PartyKind.PERSON: self._person,
        }
        words: Label = readers[party.kind](party.key)
        return words

    def _person(self, key: str) -> Label:
        person = self.people.get(int(key)) if key.isdecimal() else None
        return person.name if person else Label()


def dropped_session(state: SessionState, sequence: int) -> PublicSession:
    """Return a session that is gone, as cancelled: only what a calendar needs to strike it out."""
    room = state.room
    return PublicSession(
        uid=state.uid,
        sequence=sequence,
        kind=heading(member_label(state.kind)),
        title=state.title,
        day=state.day,
        start=state.start,
        minutes=state.minutes,
        time_zone=state.time_zone,
        room=PublicRoom(room.code, room.name, room.venue, "") if room is not None else None,
        interpretation=Label(),
        is_cancelled=True,
        chairs=(),
        agenda=(),
        parties=(),
        exceptions=(),
        people=(),
        end_zone=state.end_zone,
    )


def _without_gaps(gathered: Gathered) -> tuple[MeetingFacts, SideFacts]:
    """Return what heads the file, each missing name stood in by another language’s."""
    meeting, side = gathered.meeting, gathered.copy_for
    return (
        replace(meeting, city=meeting.city.filled()),
        replace(side, dialogue_name=side.dialogue_name.filled()),
    )


def _told_twice(names: Iterable[Label]) -> frozenset[tuple[Language, str]]:
    """Return the names that several people have, each with its language."""
    counts = Counter((language, name.text(language)) for name in names for language in Language)
    return frozenset(each for each, count in counts.items() if count > 1)


def _told_apart(name: Label, country: Label, twice: frozenset[tuple[Language, str]]) -> Label:
    """Return a name with its country in brackets in those languages in which it is somebody else's too."""
    for language in Language:
        text = name.text(language)
        if text and (language, text) in twice:
            pattern = "{}（{}）" if language is Language.ZH else "{} ({})"
            name = name.with_text(language, pattern.format(text, country.filled().text(language)))
    return name


def _addressed(name: Label, honorific: Label) -> Label:
    """Return a name with the form of address of each language."""
    texts = (with_honorific(name.text(each), honorific.text(each), each) for each in Language)
    return Label(*texts)


def _items(agenda: Iterable[AgendaPlan]) -> tuple[PublicItem, ...]:
    kept = (item for item in agenda if not item.is_dropped)
    return tuple(PublicItem(number, item.text, item.minutes) for number, item in enumerate(kept, start=1))
