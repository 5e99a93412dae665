"""Programmes without a database for the tests of the rules: invented at random, and as large as asked."""

import random
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, time
from types import MappingProxyType
from typing import Any

from hypothesis import strategies as st

from alternat.language.label import Label
from alternat.nouns.delegations import ParticipationStatus, Role
from alternat.nouns.people import Gender, NameOrder
from alternat.nouns.programme import Interpretation, PartyKind, SessionKind
from alternat.nouns.venues import RoomLayout
from alternat.planning.clashes.context import ClashContext
from alternat.planning.programme import AssignmentPlan, PartyPlan, Programme, RoomPlan, SessionPlan, VenuePlan
from alternat.planning.roster import Delegate

SIDES = MappingProxyType({"CA": Label.same("Canada"), "CN": Label.same("China")})
OTTAWA, BEIJING = "America/Toronto", "Asia/Shanghai"
NIGHTS = (date(2027, 3, 14), date(2027, 11, 7))
"""On these days Ottawa's clock jumps forward and back; Beijing's never does."""


def delegate(person: int, **fields: Any) -> Delegate:
    """Return one of the invented people; even numbers are Canadian."""
    is_canadian = person % 2 == 0
    values: dict[str, Any] = {
        "person": person,
        "participation": person,
        "side": "CA" if is_canadian else "CN",
        "side_number": 1 if is_canadian else 2,
        "entity": 1 + person % 4,
        "entity_number": 1,
        "entity_name": Label(),
        "entity_acronym": Label(),
        "family": f"Ives {person}",
        "given": "Zoé",
        "name_zh": "",
        "sort_key": "",
        "printed_name": "",
        "name_order": NameOrder.GIVEN_FIRST,
        "honorific": Label(),
        "position": Label(),
        "gender": Gender.FEMININE,
        "languages": ("en",) if is_canadian else ("zh",),
        "photo": None,
        "role": Role.INTERPRETER if person % 5 == 0 else Role.MEMBER,
        "status": ParticipationStatus.CONFIRMED,
        "place": person,
        "stands_for": None,
        "serial": person,
        "token": "",
        **fields,
    }
    return Delegate(**values)


def room(key: int, venue: int, capacity: int | None = None) -> RoomPlan:
    """Return a room, open from eight to eight."""
    name = Label.same(f"R{key}")
    return RoomPlan(key, f"R{key}", key, name, venue, capacity, RoomLayout.OPEN, 1, time(8), time(20))


def session(key: int, day: date, start: time, minutes: int, **fields: Any) -> SessionPlan:
    """Return a session; what is not given is plain."""
    values: dict[str, Any] = {
        "id": key,
        "uid": str(key),
        "kind": SessionKind.BILATERAL,
        "title": Label.same(f"Session {key}"),
        "day": day,
        "start": start,
        "minutes": minutes,
        "time_zone": OTTAWA,
        "room": None,
        "subgroup": None,
        "interpretation": Interpretation.NONE,
        "is_fixed": False,
        "is_cancelled": False,
        "sequence": 0,
        "private_note": "",
        "chairs": MappingProxyType({}),
        "agenda": (),
        "parties": (),
        "assignments": (),
        **fields,
    }
    return SessionPlan(**values)


def programme(people: int, rooms: int, sessions: Iterable[SessionPlan], *, minutes: int = 20) -> Programme:
    """Return the programme of two venues that lie `minutes` apart."""
    venues = {key: VenuePlan(key, Label.same(f"V{key}"), "") for key in (1, 2)}
    ordered = sorted(sessions, key=lambda each: (each.starts, each.id))
    return Programme(
        meeting=1,
        reference="2027",
        starts=date(2027, 3, 14),
        ends=date(2027, 3, 15),
        time_zone=OTTAWA,
        host="CA",
        venues=MappingProxyType(venues),
        rooms=MappingProxyType({key: room(key, 1 + key % 2, 3 + key) for key in range(1, rooms + 1)}),
        ways=MappingProxyType({(1, 2): minutes, (2, 1): minutes}),
        people=MappingProxyType({person: delegate(person) for person in range(1, people + 1)}),
        sessions=MappingProxyType({each.id: each for each in ordered}),
    )


def context(of: Programme) -> ClashContext:
    """Return the context of a programme in which everybody interprets between Chinese and English."""
    pairs = {person: frozenset({("en", "zh")}) for person in of.people}
    return ClashContext(of, SIDES, MappingProxyType(pairs))


_CLOCKS = st.builds(time, st.integers(0, 4), st.sampled_from((0, 15, 30, 45)))
_TIMES = st.none() | _CLOCKS


@st.composite
def parties(draw: st.DrawFn) -> PartyPlan:
    """Return a line of attendance for one of eight people, some of them part-time or excepted."""
    kind = draw(st.sampled_from(list(PartyKind)))
    keys = {
        PartyKind.EVERYONE: st.just(""),
        PartyKind.SIDE: st.sampled_from(("CA", "CN")),
        PartyKind.ENTITY: st.sampled_from(("1", "2", "3", "4")),
        PartyKind.ROLE: st.sampled_from((Role.INTERPRETER.value, Role.MEMBER.value)),
        PartyKind.PERSON: st.integers(1, 9).map(str),
    }
    is_exception = draw(st.integers(0, 4)) == 0
    return PartyPlan(kind, draw(keys[kind]), is_exception, draw(_TIMES), draw(_TIMES))


@st.composite
def sessions(draw: st.DrawFn, key: int) -> SessionPlan:
    """Return a session of a clock-change night, in either zone, with eight people and four rooms about."""
    assigned = draw(st.lists(st.integers(1, 9), max_size=2, unique=True))
    return session(
        key,
        draw(st.sampled_from(NIGHTS)),
        draw(_CLOCKS),
        draw(st.sampled_from((15, 45, 60, 120, 300))),
        kind=draw(st.sampled_from(list(SessionKind))),
        time_zone=draw(st.sampled_from((OTTAWA, OTTAWA, BEIJING))),
        room=draw(st.none() | st.integers(1, 4)),
        is_cancelled=draw(st.integers(0, 5)) == 0,
        interpretation=draw(st.sampled_from(list(Interpretation))),
        parties=tuple(draw(st.lists(parties(), max_size=3))),
        chairs=MappingProxyType(draw(st.dictionaries(st.sampled_from(("CA", "CN")), st.integers(1, 9)))),
        assignments=tuple(AssignmentPlan(person, ("en", "zh")) for person in assigned),
    )


@st.composite
def programmes(draw: st.DrawFn) -> Programme:
    """Return a programme of up to seven sessions."""
    count = draw(st.integers(0, 7))
    return programme(8, 4, [draw(sessions(key)) for key in range(1, count + 1)])


def large_programme(count: int = 1000, rooms: int = 70, people: int = 600) -> Programme:
    """Return a realistic large programme: five days, plenaries, and sessions of a dozen people elsewhere."""
    chance = random.Random(2027)
    made = []
    for key in range(1, count + 1):
        place, slot = key % rooms + 1, key // rooms
        day, hour = date(2027, 6, 12 + slot // 3), 9 + slot % 3 * 3
        lines = [PartyPlan(PartyKind.PERSON, str(1 + (place * 8 + n) % people)) for n in range(8)]
        lines += [PartyPlan(PartyKind.PERSON, str(chance.randint(1, people)))]
        if place == 1:
            lines = [PartyPlan(PartyKind.ENTITY, "1")]
        minutes = chance.choice((60, 90, 120))
        made.append(
            session(key, day, time(hour, chance.choice((0, 15))), minutes, room=place, parties=tuple(lines))
        )
    whole = programme(people, rooms, made)
    return replace(whole, starts=made[0].day, ends=made[-1].day)
