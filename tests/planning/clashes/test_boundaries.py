"""Rules at their boundaries: the last minute that is still well, and the first that is not."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, time
from types import MappingProxyType
from typing import Any

import pytest

from alternat.language.label import Label
from alternat.nouns.programme import Interpretation, PartyKind, SessionKind
from alternat.planning.clashes.engine import check_programme
from alternat.planning.programme import AgendaPlan, AssignmentPlan, PartyPlan, Programme, SessionPlan
from tests.planning.clashes.programmes import BEIJING, context, programme, session

DAY = date(2027, 3, 15)
PAIR = ("en", "zh")
INTERPRETER = 5
EVERYBODY = (PartyPlan(PartyKind.EVERYONE),)


def told(of: Programme) -> set[str]:
    return {each.code for each in check_programme(context(of))}


def interpreted(key: int, start: time, minutes: int, **fields: Any) -> SessionPlan:
    alone = (AssignmentPlan(INTERPRETER, PAIR),)
    values: dict[str, Any] = {"interpretation": Interpretation.SIMULTANEOUS, "assignments": alone, **fields}
    return session(key, DAY, start, minutes, parties=EVERYBODY, **values)


@pytest.mark.parametrize(
    ("sessions", "is_missed"),
    [
        ([interpreted(1, time(9), 30)], False),
        ([interpreted(1, time(9), 31)], True),
        ([interpreted(1, time(9), 20), interpreted(2, time(9, 34), 20)], True),
        ([interpreted(1, time(9), 20), interpreted(2, time(9, 35), 20)], False),
        ([interpreted(1, time(9), 90, interpretation=Interpretation.CONSECUTIVE)], False),
        ([interpreted(1, time(9), 90, interpretation=Interpretation.NONE)], False),
        (
            [
                interpreted(
                    1, time(9), 90, assignments=(AssignmentPlan(5, PAIR), AssignmentPlan(10, ("zh", "en")))
                )
            ],
            False,
        ),
    ],
)
def test_one_alone_interprets_half_an_hour_and_rests_a_quarter(
    sessions: Sequence[SessionPlan], *, is_missed: bool
) -> None:
    assert ("relief-missing" in told(programme(10, 0, sessions))) is is_missed


def person(key: int, joins: time | None = None, leaves: time | None = None) -> PartyPlan:
    return PartyPlan(PartyKind.PERSON, str(key), joins=joins, leaves=leaves)


@pytest.mark.parametrize(
    ("parties", "is_too_small"),
    [
        ([person(1), person(2), person(3), person(4)], False),
        ([person(1), person(2), person(3), person(4), person(6)], True),
        ([person(1), person(2), person(3), person(4, leaves=time(10)), person(6, joins=time(10))], False),
        ([person(1), person(2), person(3), person(4, leaves=time(10, 1)), person(6, joins=time(10))], True),
    ],
)
def test_a_room_may_be_full_to_its_last_seat(parties: Sequence[PartyPlan], *, is_too_small: bool) -> None:
    of = programme(8, 1, [session(1, DAY, time(9), 120, room=1, parties=tuple(parties))])
    assert of.rooms[1].capacity == 4
    assert ("room-too-small" in told(of)) is is_too_small


def item(minutes: int, topic: int | None = None, **leads: int) -> AgendaPlan:
    return AgendaPlan(1, 1, Label.same("Item"), minutes, topic, False, MappingProxyType(leads))


@pytest.mark.parametrize(("minutes", "is_too_long"), [(60, False), (61, True)])
def test_an_agenda_may_fill_its_session(minutes: int, *, is_too_long: bool) -> None:
    of = programme(4, 0, [session(1, DAY, time(9), 60, parties=EVERYBODY, agenda=(item(minutes),))])
    assert ("agenda-too-long" in told(of)) is is_too_long


CANADIANS, CHINESE = PartyPlan(PartyKind.SIDE, "CA"), PartyPlan(PartyKind.SIDE, "CN")


@pytest.mark.parametrize(
    ("agenda", "parties", "is_missed"),
    [
        (item(5, topic=1), (CANADIANS, CHINESE), True),
        (item(5, topic=1, CA=2), (CANADIANS, CHINESE), True),
        (item(5, topic=1, CA=2, CN=1), (CANADIANS, CHINESE), False),
        (item(5, topic=1, CA=2), (CANADIANS,), False),
        (item(5), (CANADIANS, CHINESE), False),
        (replace(item(5), has_record=True), (CANADIANS, CHINESE), True),
        (replace(item(5, CA=2, CN=1), has_record=True), (CANADIANS, CHINESE), False),
    ],
)
def test_each_side_that_is_there_leads_on_a_topic(
    agenda: AgendaPlan, parties: tuple[PartyPlan, ...], *, is_missed: bool
) -> None:
    of = programme(4, 0, [session(1, DAY, time(9), 60, parties=parties, agenda=(agenda,))])
    assert ("lead-missing" in told(of)) is is_missed


@pytest.mark.parametrize(
    ("chairs", "people", "codes"),
    [
        ({}, 4, {"chair-missing"}),
        ({"CA": 2}, 4, {"chair-missing"}),
        ({"CA": 2, "CN": 1}, 4, set()),
        ({"CN": 1}, 1, set()),  # no Canadian comes to the meeting
        ({"CA": 6, "CN": 1}, 4, {"chair-absent"}),
    ],
)
def test_a_plenary_has_a_chair_of_each_side_that_comes(
    chairs: dict[str, int], people: int, codes: set[str]
) -> None:
    plenary = session(
        1, DAY, time(9), 60, kind=SessionKind.PLENARY, parties=EVERYBODY, chairs=MappingProxyType(chairs)
    )
    assert {each for each in told(programme(people, 0, [plenary])) if each.startswith("chair-")} == codes


def test_a_chair_who_is_there_for_a_part_is_told_of() -> None:
    chairs = MappingProxyType({"CA": 2, "CN": 1})
    for leaves, is_part in ((time(9, 59), True), (time(10), False)):
        parties = (*EVERYBODY, person(2, leaves=leaves))
        of = programme(4, 0, [session(1, DAY, time(9), 60, parties=parties, chairs=chairs)])
        assert ("chair-part-time" in told(of)) is is_part


@pytest.mark.parametrize(
    ("day", "ends", "is_outside"),
    [
        (date(2027, 3, 13), date(2027, 3, 15), True),
        (date(2027, 3, 14), date(2027, 3, 15), False),
        (date(2027, 3, 15), date(2027, 3, 15), False),
        (date(2027, 3, 16), date(2027, 3, 15), True),
        (date(2027, 3, 14), None, False),
        (date(2027, 3, 15), None, True),
    ],
)
def test_a_meeting_lasts_from_its_first_to_its_last_day(
    day: date, ends: date | None, *, is_outside: bool
) -> None:
    of = replace(programme(4, 0, [session(1, day, time(9), 60)]), ends=ends)
    assert ("outside-meeting" in told(of)) is is_outside


@pytest.mark.parametrize(
    ("fields", "is_told"),
    [
        ({"time_zone": BEIJING}, True),
        ({"time_zone": "America/New_York"}, False),  # whose clocks show the same
        ({"time_zone": BEIJING, "kind": SessionKind.TRAVEL}, False),
        ({"time_zone": BEIJING, "end_zone": BEIJING}, False),
    ],
)
def test_another_clock_than_the_meetings_is_told_but_for_journeys(
    fields: dict[str, Any], *, is_told: bool
) -> None:
    of = programme(4, 0, [session(1, DAY, time(9), 60, **fields)])
    assert ("zone-differs" in told(of)) is is_told
