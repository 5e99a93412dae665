"""A meeting's zone and days take its programme along in one step, or findings stand while they differ."""

from datetime import date, time

import pytest

from alternat.actions.meetings import change_meeting
from alternat.actions.programme import change_sessions
from alternat.language.label import Label
from alternat.language.messages import message
from alternat.nouns.programme import SessionKind
from alternat.planning.city_zones import zone_of_city
from alternat.planning.programme import read_sessions
from alternat.planning.programme_shifts import ProgrammeWish, programme_shift
from alternat.planning.whole_check import MeetingCheck, check_everything
from alternat.storage.workspace import Workspace
from tests.factories.clocks import NOW
from tests.factories.programmes import FilledProgramme, at, fill_programme

VANCOUVER = "America/Vancouver"
LATER = {"starts": date(2027, 6, 19), "ends": date(2027, 6, 20), "time_zone": VANCOUVER}


@pytest.fixture
def filled(dialogue: Workspace) -> FilledProgramme:
    return fill_programme(dialogue)


def whens(workspace: Workspace, meeting: int) -> list[tuple[date, time, str]]:
    plans = sorted(read_sessions(workspace.tables, meeting).values(), key=lambda each: each.id)
    return [(each.day, each.start, each.time_zone) for each in plans]


def codes(workspace: Workspace, meeting: int) -> list[str]:
    return [each.code for each in check_everything(workspace.tables, meeting, today=NOW.date())]


def test_the_programme_goes_along_in_one_step(dialogue: Workspace, filled: FilledProgramme) -> None:
    before = whens(dialogue, filled.meeting)
    change_meeting(dialogue, filled.meeting, LATER, programme=ProgrammeWish.MOVE)
    moved = whens(dialogue, filled.meeting)
    assert [(new[0] - old[0]).days for old, new in zip(before, moved, strict=True)] == [7] * len(before)
    assert [(new[1], new[2]) for new in moved] == [(old[1], VANCOUVER) for old in before]
    assert not {"zone-differs", "outside-meeting"} & set(codes(dialogue, filled.meeting))
    dialogue.undo()
    assert whens(dialogue, filled.meeting) == before
    assert dialogue.tables.Meeting.get_by_id(filled.meeting).time_zone == "America/Toronto"


def test_findings_stand_while_the_programme_stays_behind(
    dialogue: Workspace, filled: FilledProgramme
) -> None:
    before = whens(dialogue, filled.meeting)
    check = MeetingCheck(dialogue.tables, filled.meeting, dialogue.noting, today=NOW.date())
    changes = change_meeting(dialogue, filled.meeting, LATER)
    assert whens(dialogue, filled.meeting) == before
    check.follow(changes.rows)
    found = [each.code for each in check.findings()]
    assert (found.count("zone-differs"), found.count("outside-meeting")) == (9, 9)
    assert sorted(found) == sorted(codes(dialogue, filled.meeting))
    changes = change_sessions(dialogue, [filled.sessions["lunch"]], {"time_zone": VANCOUVER})
    check.follow(changes.rows)
    assert [each.code for each in check.findings()].count("zone-differs") == 8


def test_what_happens_in_another_zone_stays_there(dialogue: Workspace, filled: FilledProgramme) -> None:
    flight = at(
        dialogue, filled.meeting, "14:00", kind=SessionKind.TRAVEL, time_zone="Asia/Shanghai",
        title=Label("Flight"),
    )  # fmt: skip
    with dialogue.change(message("A flight")) as change:
        change.update(dialogue.tables.Session, {flight: {"end_zone": "America/Toronto"}})
    assert "zone-differs" not in codes(dialogue, filled.meeting)
    change_meeting(dialogue, filled.meeting, {"time_zone": VANCOUVER}, programme=ProgrammeWish.MOVE)
    row = dialogue.tables.Session.get_by_id(flight)
    assert (row.time_zone, row.end_zone) == ("Asia/Shanghai", VANCOUVER)
    assert "zone-differs" not in codes(dialogue, filled.meeting)


def test_zones_with_the_same_clock_do_not_differ(dialogue: Workspace, filled: FilledProgramme) -> None:
    change_meeting(dialogue, filled.meeting, {"time_zone": "America/New_York"})
    assert "zone-differs" not in codes(dialogue, filled.meeting)


def test_a_change_of_other_facts_moves_nothing(dialogue: Workspace, filled: FilledProgramme) -> None:
    tables = dialogue.tables
    assert programme_shift(tables, filled.meeting, {"city": Label("Halifax")}) is None
    assert programme_shift(tables, filled.meeting, {"ends": date(2027, 6, 14)}) is None
    shift = programme_shift(tables, filled.meeting, {"starts": date(2027, 6, 10)})
    assert shift is not None
    assert (shift.days, shift.sessions, str(shift.sentence)[:10]) == (-2, 9, "9 sessions")


def test_a_city_in_another_zone_is_found(dialogue: Workspace, filled: FilledProgramme) -> None:
    assert "city-zone" not in codes(dialogue, filled.meeting)
    for city, is_found in (
        (Label("Vancouver", "Vancouver", "温哥华"), True),
        (Label("Beijing", "Beijing", "北京"), True),
        (Label("Montréal", "Montréal", "蒙特利尔"), False),
        (Label("Moose Jaw", "Moose Jaw", "穆斯乔"), False),
    ):
        change_meeting(dialogue, filled.meeting, {"city": city})
        assert ("city-zone" in codes(dialogue, filled.meeting)) is is_found


def test_a_city_of_another_continent_is_not_meant() -> None:
    capitals = ((Label("Ottawa"), "America/Toronto"), (Label("Beijing", zh="北京"), "Asia/Shanghai"))
    assert zone_of_city(Label("London"), capitals) is None
    assert zone_of_city(Label(zh="北京"), capitals) == "Asia/Shanghai"
    assert zone_of_city(Label("St. John’s", "Saint-Jean"), capitals) == "America/St_Johns"
