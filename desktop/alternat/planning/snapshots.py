"""A published programme as it is kept: all that participants see of it, in JSON without private notes."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from types import MappingProxyType
from typing import Any
from zoneinfo import ZoneInfo

from alternat.errors import AlternatError
from alternat.language.label import Label
from alternat.language.messages import mark
from alternat.nouns.programme import Interpretation, SessionKind
from alternat.planning.programme import AgendaPlan, Presence, Programme, SessionPlan, moment, presences

FORMAT = 1
"""The version of the JSON; a reader refuses what is newer than itself."""


class UnreadableRevision(AlternatError):
    """The kept text of a revision is damaged or was written by a newer version."""

    template = mark(
        "The published programme cannot be read: it is damaged or was written by a newer version of Alternat."
    )


@dataclass(frozen=True, slots=True)
class RoomState:
    """A room as participants know it."""

    code: str
    name: Label
    venue: Label


@dataclass(frozen=True, slots=True)
class AgendaState:
    """An agenda item that is not dropped; `leads` pairs a side's code with the person who speaks first."""

    text: Label
    minutes: int
    leads: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Attendance:
    """Somebody's part in a session; `joins` and `leaves` are in the session's zone, None for its two ends."""

    person: int
    joins: time | None = None
    leaves: time | None = None


@dataclass(frozen=True, slots=True)
class SessionState:
    """A session as participants see it; `day` and `start` are wall-clock in `time_zone`, people are ids."""

    uid: str
    kind: SessionKind
    title: Label
    day: date
    start: time
    minutes: int
    time_zone: str
    room: RoomState | None
    interpretation: Interpretation
    is_cancelled: bool
    chairs: tuple[tuple[str, int], ...]
    """A side's code with the person who chairs for it."""
    agenda: tuple[AgendaState, ...]
    people: tuple[Attendance, ...]
    """By person; chairs and interpreters are among them."""
    interpreters: tuple[tuple[int, str, str], ...]
    """An interpreter with the pair of languages."""
    end_zone: str = ""
    """For a journey: the zone at its end, where that is another one."""

    @property
    def starts(self) -> datetime:
        """Return the first moment, in UTC."""
        return moment(self.day, self.start, self.time_zone)

    @property
    def ends(self) -> datetime:
        """Return the last moment, in UTC."""
        return self.starts + timedelta(minutes=self.minutes)

    @property
    def participants(self) -> frozenset[int]:
        """Return the ids of all who are there."""
        return frozenset(each.person for each in self.people)

    def called_off(self) -> "SessionState":
        """Return the session as cancelled."""
        return replace(self, is_cancelled=True)

    def by_person(self) -> dict[int, "SessionState"]:
        """Return the session as it concerns each participant: of the people only that person's own part."""
        return {
            each.person: replace(
                self,
                chairs=tuple(chair for chair in self.chairs if chair[1] == each.person),
                people=(each,),
                interpreters=tuple(part for part in self.interpreters if part[0] == each.person),
            )
            for each in self.people
        }


@dataclass(frozen=True, slots=True)
class Snapshot:
    """The programme of a meeting at one moment, its sessions by uid in the order of time."""

    reference: str
    time_zone: str
    sessions: Mapping[str, SessionState]

    @classmethod
    def of(cls, programme: Programme) -> "Snapshot":
        """Return the state of a programme."""
        states = (_state(programme, plan) for plan in programme.sessions.values())
        return cls(programme.reference, programme.time_zone, _by_uid(states))

    @classmethod
    def parse(cls, text: str) -> "Snapshot":
        """Return the state that `as_json` has written down; anything else is an `UnreadableRevision`."""
        try:
            document = json.loads(text)
            if document["format"] != FORMAT:
                raise UnreadableRevision
            states = [read_state(each) for each in document["sessions"]]
            return cls(document["meeting"], document["time_zone"], _by_uid(states))
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise UnreadableRevision from error

    def as_json(self) -> str:
        """Return the state as one text, the same for the same state."""
        document = {
            "format": FORMAT,
            "meeting": self.reference,
            "time_zone": self.time_zone,
            "sessions": [written_state(each) for each in self.sessions.values()],
        }
        return json.dumps(document, ensure_ascii=False, separators=(",", ":"))


def snapshot(programme: Programme) -> str:
    """Return the JSON of a programme as `ProgrammeRevision` keeps it.

    It holds what tells changes: sessions, rooms, agendas, and who is there by the ids of people. Private
    notes are not in it, nor names: those are read where they are kept, so that a person can be erased.
    """
    return Snapshot.of(programme).as_json()


def _by_uid(states: Any) -> Mapping[str, SessionState]:
    ordered = sorted(states, key=lambda state: (state.starts, state.uid))
    return MappingProxyType({state.uid: state for state in ordered})


def _state(programme: Programme, plan: SessionPlan) -> SessionState:
    return SessionState(
        uid=plan.uid,
        kind=plan.kind,
        title=plan.title,
        day=plan.day,
        start=plan.start,
        minutes=plan.minutes,
        time_zone=plan.time_zone,
        room=_room(programme, plan.room),
        interpretation=plan.interpretation,
        is_cancelled=plan.is_cancelled,
        chairs=tuple(sorted(plan.chairs.items())),
        agenda=tuple(_agenda_state(item) for item in plan.agenda if not item.is_dropped),
        people=tuple(_attendance(plan, each) for each in presences(plan, programme.people)),
        interpreters=tuple(sorted((each.person, *each.pair) for each in plan.assignments)),
        end_zone=plan.end_zone,
    )


def _room(programme: Programme, room: int | None) -> RoomState | None:
    if room is None:
        return None
    plan = programme.rooms[room]
    return RoomState(plan.code, plan.name, programme.venues[plan.venue].name)


def _agenda_state(item: AgendaPlan) -> AgendaState:
    return AgendaState(item.text, item.minutes, tuple(sorted(item.leads.items())))


def _attendance(plan: SessionPlan, presence: Presence) -> Attendance:
    if not presence.is_part_time:
        return Attendance(presence.person)
    zone = ZoneInfo(plan.time_zone)
    joins = presence.start.astimezone(zone).time() if presence.start > plan.starts else None
    leaves = presence.end.astimezone(zone).time() if presence.end < plan.ends else None
    return Attendance(presence.person, joins, leaves)


def written_state(state: SessionState) -> dict[str, Any]:
    """Return the state of a session in JSON's own types."""
    written = {
        "uid": state.uid,
        "kind": state.kind.value,
        "title": state.title.as_mapping(),
        "day": state.day.isoformat(),
        "start": state.start.isoformat(),
        "minutes": state.minutes,
        "time_zone": state.time_zone,
        "room": state.room and _written_room(state.room),
        "interpretation": state.interpretation.value,
        "is_cancelled": state.is_cancelled,
        "chairs": dict(state.chairs),
        "agenda": [
            {"text": item.text.as_mapping(), "minutes": item.minutes, "leads": dict(item.leads)}
            for item in state.agenda
        ],
        "people": [_written_attendance(each) for each in state.people],
        "interpreters": [list(each) for each in state.interpreters],
    }
    # Most sessions end where they begin; what was written before there were journeys reads the same.
    return {**written, "end_zone": state.end_zone} if state.end_zone else written


def _written_room(room: RoomState) -> dict[str, Any]:
    return {"code": room.code, "name": room.name.as_mapping(), "venue": room.venue.as_mapping()}


def _written_attendance(each: Attendance) -> int | list[int | str | None]:
    """Return the id of a person who is there throughout, which most are; else the id and the two times."""
    if each.joins is None and each.leaves is None:
        return each.person
    joins, leaves = (None if clock is None else clock.isoformat() for clock in (each.joins, each.leaves))
    return [each.person, joins, leaves]


def read_state(texts: dict[str, Any]) -> SessionState:
    """Return the state that `written_state` has written down."""
    return SessionState(
        uid=texts["uid"],
        kind=SessionKind(texts["kind"]),
        title=Label.from_mapping(texts["title"]),
        day=date.fromisoformat(texts["day"]),
        start=time.fromisoformat(texts["start"]),
        minutes=texts["minutes"],
        time_zone=texts["time_zone"],
        room=_read_room(texts["room"]) if texts["room"] else None,
        interpretation=Interpretation(texts["interpretation"]),
        is_cancelled=texts["is_cancelled"],
        chairs=tuple(texts["chairs"].items()),
        agenda=tuple(
            AgendaState(Label.from_mapping(item["text"]), item["minutes"], tuple(item["leads"].items()))
            for item in texts["agenda"]
        ),
        people=tuple(_read_attendance(each) for each in texts["people"]),
        interpreters=tuple((person, one, other) for person, one, other in texts["interpreters"]),
        end_zone=texts.get("end_zone", ""),
    )


def _read_room(texts: dict[str, Any]) -> RoomState:
    return RoomState(texts["code"], Label.from_mapping(texts["name"]), Label.from_mapping(texts["venue"]))


def _read_attendance(each: Any) -> Attendance:
    if isinstance(each, int):
        return Attendance(each)
    person, joins, leaves = each
    return Attendance(person, joins and time.fromisoformat(joins), leaves and time.fromisoformat(leaves))
