"""A programme as it is kept when it is published."""

import json
from datetime import time

import pytest
from hypothesis import given

from alternat.actions.programme import set_parties
from alternat.nouns.programme import PartyKind
from alternat.planning.programme import PartyPlan, read_programme
from alternat.planning.snapshots import (
    AgendaState,
    Attendance,
    RoomState,
    Snapshot,
    UnreadableRevision,
    snapshot,
)
from alternat.storage.workspace import Workspace
from tests.factories.programmes import PRIVATE_NOTE, fill_programme
from tests.factories.snapshots import session, snapshots, state


@given(snapshots("a", "b", "c"))
def test_what_is_written_down_reads_back_as_the_same(kept: Snapshot) -> None:
    assert Snapshot.parse(kept.as_json()) == kept
    assert list(Snapshot.parse(kept.as_json()).sessions) == list(kept.sessions)


def test_a_programme_is_kept_with_rooms_agenda_chairs_and_all_who_are_there(dialogue: Workspace) -> None:
    filled = fill_programme(dialogue)
    programme = read_programme(dialogue.tables, filled.meeting)
    plan = programme.sessions[filled.sessions["plenary"]]
    kept = Snapshot.parse(snapshot(programme)).sessions[plan.uid]
    everybody = sorted((*filled.canadians, *filled.chinese, *filled.interpreters))
    assert kept.people == tuple(Attendance(person) for person in everybody)
    assert kept.chairs == (("CA", filled.canadians[0]), ("CN", filled.chinese[0]))
    assert kept.room == RoomState(
        "A1", programme.rooms[filled.rooms["A1"]].name, next(iter(programme.venues.values())).name
    )
    assert kept.agenda[0] == AgendaState(
        plan.agenda[0].text, 20, (("CA", filled.canadians[0]), ("CN", filled.chinese[0]))
    )
    assert kept.interpreters == tuple((person, "en", "zh") for person in sorted(filled.interpreters))
    assert (kept.title, kept.day, kept.start, kept.minutes) == (plan.title, plan.day, plan.start, 90)


def test_part_time_presence_is_kept_with_its_times(dialogue: Workspace) -> None:
    filled = fill_programme(dialogue)
    late, early, whole, never = filled.canadians[:4]
    lunch = filled.sessions["lunch"]
    lines = (
        PartyPlan(PartyKind.PERSON, str(late), False, time(13), None),
        PartyPlan(PartyKind.PERSON, str(early), False, None, time(13, 30)),
        PartyPlan(PartyKind.PERSON, str(whole), False, None, None),
    )
    set_parties(dialogue, lunch, lines)
    programme = read_programme(dialogue.tables, filled.meeting)
    kept = Snapshot.of(programme).sessions[programme.sessions[lunch].uid]
    assert Attendance(late, time(13), None) in kept.people
    assert Attendance(early, None, time(13, 30)) in kept.people
    assert Attendance(whole) in kept.people
    assert never not in kept.participants


def test_private_notes_and_names_are_not_kept(dialogue: Workspace) -> None:
    filled = fill_programme(dialogue)
    programme = read_programme(dialogue.tables, filled.meeting)
    text = snapshot(programme)
    assert PRIVATE_NOTE not in text
    assert not [person for person in programme.people.values() if person.name_zh in text]


def test_dropped_agenda_items_are_not_kept(dialogue: Workspace) -> None:
    from alternat.actions.programme import change_agenda_item

    filled = fill_programme(dialogue)
    plan = read_programme(dialogue.tables, filled.meeting).sessions[filled.sessions["plenary"]]
    change_agenda_item(dialogue, plan.agenda[1].id, {"is_dropped": True})
    kept = Snapshot.of(read_programme(dialogue.tables, filled.meeting)).sessions[plan.uid]
    assert [item.text for item in kept.agenda] == [plan.agenda[0].text, plan.agenda[2].text]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "{}",
        "null",
        '{"format": 2, "sessions": [], "meeting": "2027", "time_zone": "UTC"}',
        json.dumps({"format": 1, "sessions": [{"uid": "s1"}], "meeting": "2027", "time_zone": "UTC"}),
        state(session()).as_json().replace("plenary", "picnic"),
        state(session()).as_json().replace("2027-06-12", "2027-06-31"),
    ],
)
def test_a_text_that_is_damaged_or_newer_is_refused(text: str) -> None:
    with pytest.raises(UnreadableRevision):
        Snapshot.parse(text)
