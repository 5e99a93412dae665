"""The rooms and people that a list of sessions names: known, new, or to be settled."""

from datetime import time
from pathlib import Path

import pytest

from alternat.actions.event_imports import import_events
from alternat.exchange.events.newcomers import UnknownStandIn, UselessStandIn
from alternat.language.label import Label
from alternat.language.messages import message
from alternat.nouns.programme import PartyKind
from alternat.planning.event_drafts import EventWishes, UnknownPeople
from alternat.planning.event_imports import EventAction
from alternat.planning.programme import PartyPlan, read_sessions
from alternat.storage.workspace import Workspace
from tests.exchange.event_lists import HEADINGS, planned, said, sessions
from tests.factories.people import add_delegate
from tests.factories.programmes import FilledProgramme, at, person


def test_unknown_rooms_are_made_when_asked_for(
    dialogue: Workspace, filled: FilledProgramme, tmp_path: Path
) -> None:
    rooms = {row.code for row in dialogue.tables.Room.select()}
    text = (
        f"{HEADINGS}2027-06-13,16:00,17:00,Z9,X,\n2027-06-13,17:00,18:00,Salle du Pont-Neuf,Y,\n"
        "2027-06-13,18:00,19:00,z9,Z,\n"
    )
    assert planned(dialogue, filled.meeting, tmp_path, text).is_blocked
    plan = planned(dialogue, filled.meeting, tmp_path, text, EventWishes(makes_rooms=True))
    import_events(dialogue, plan)
    made = {row.code: row.name.en for row in dialogue.tables.Room.select() if row.code not in rooms}
    assert made == {"Z9": "", "R1": "Salle du Pont-Neuf"}
    dialogue.undo()
    assert {row.code for row in dialogue.tables.Room.select()} == rooms


def test_hours_of_attendance_and_absent_people_outlast_an_import(
    dialogue: Workspace, filled: FilledProgramme, tmp_path: Path
) -> None:
    part_time = PartyPlan(PartyKind.SIDE, "CA", joins=time(16, 30))
    gone = person(add_delegate(dialogue, None))
    session = at(dialogue, filled.meeting, "16:00", title=Label("Review"), parties=[part_time])
    with dialogue.change(message("Somebody who has left")) as change:
        change.insert(dialogue.tables.Party, [{"session": session, "kind": gone.kind, "key": gone.key}])
    text = f"{HEADINGS}2027-06-12,16:00,17:00,,Review,Canada; China\n"
    import_events(dialogue, planned(dialogue, filled.meeting, tmp_path, text))
    parties = read_sessions(dialogue.tables, filled.meeting, only=[session])[session].parties
    assert parties == (part_time, PartyPlan(PartyKind.SIDE, "CN"), gone)


STRANGERS = (
    f"{HEADINGS}2027-06-12,16:00,17:00,A2,Review,China; Ada Stranger\n"
    "2027-06-12,17:00,18:00,A2,Talk,陌生人、Ada Stranger\n"
)


def test_names_that_are_unknown_are_kept_as_a_note(
    dialogue: Workspace, filled: FilledProgramme, tmp_path: Path
) -> None:
    plan = planned(dialogue, filled.meeting, tmp_path, STRANGERS)
    assert (plan.is_blocked, plan.unknown_people) == (True, ("Ada Stranger", "陌生人"))
    wishes = EventWishes(people=UnknownPeople(keeps_names=True))
    plan = planned(dialogue, filled.meeting, tmp_path, STRANGERS, wishes)
    assert (plan.is_blocked, len(plan.problems)) == (False, 3)
    import_events(dialogue, plan)
    added = sessions(dialogue, filled.meeting)
    notes = {each.title.en: (each.private_note, len(each.parties)) for each in added}
    assert {title: notes[title] for title in ("Review", "Talk")} == {
        "Review": ("Participants / 参加人员: Ada Stranger", 1),
        "Talk": ("Participants / 参加人员: 陌生人; Ada Stranger", 0),
    }
    again = planned(dialogue, filled.meeting, tmp_path, STRANGERS, wishes)
    assert [row.action for row in again.rows] == [EventAction.SKIP, EventAction.SKIP]


def test_names_that_are_unknown_join_a_delegation_in_the_same_step(
    dialogue: Workspace, filled: FilledProgramme, tmp_path: Path
) -> None:
    before = dialogue.tables.Person.select().count(), sessions(dialogue, filled.meeting)
    wishes = EventWishes(people=UnknownPeople(joins="CA"))
    plan = planned(dialogue, filled.meeting, tmp_path, STRANGERS, wishes)
    assert [each.name for each in plan.newcomers] == ["Ada Stranger", "陌生人"]
    assert "2: “Ada Stranger” joins the delegation CA as Ada Stranger." in said(plan)
    import_events(dialogue, plan)
    assert dialogue.tables.Person.select().count() == before[0] + 2
    again = planned(dialogue, filled.meeting, tmp_path, STRANGERS)
    assert [row.action for row in again.rows] == [EventAction.SKIP, EventAction.SKIP]
    dialogue.undo()
    assert (dialogue.tables.Person.select().count(), sessions(dialogue, filled.meeting)) == before


def test_a_name_stands_for_somebody_and_a_useless_answer_is_refused(
    dialogue: Workspace, filled: FilledProgramme, tmp_path: Path
) -> None:
    standing_for = {"Ada Stranger": str(filled.canadians[0]), "陌生人": "China"}
    wishes = EventWishes(people=UnknownPeople(standing_for=standing_for))
    plan = planned(dialogue, filled.meeting, tmp_path, STRANGERS, wishes)
    assert not plan.problems
    assert plan.rows[1].draft.parties == (
        PartyPlan(PartyKind.SIDE, "CN"),
        PartyPlan(PartyKind.PERSON, str(filled.canadians[0])),
    )
    for name, who, error in (
        ("Ada Stranger", "Nobody", UnknownStandIn),
        ("Bob Stranger", "China", UselessStandIn),
    ):
        wishes = EventWishes(people=UnknownPeople(standing_for={name: who}))
        with pytest.raises(error):
            planned(dialogue, filled.meeting, tmp_path, STRANGERS, wishes)


def test_a_room_that_is_taken_is_told_with_what_is_there(
    dialogue: Workspace, filled: FilledProgramme, tmp_path: Path
) -> None:
    text = (
        f"{HEADINGS}2027-06-13,20:00,21:00,A2,One,\n2027-06-13,20:30,21:30,A2,Two,\n"
        "2027-06-13,21:30,22:00,A2,Three,\n2027-06-13,20:00,21:00,,Nowhere,\n"
    )
    told = said(planned(dialogue, filled.meeting, tmp_path, text))
    assert told == ["3: “One” is in A2 at that time, from 20:00 to 21:00."]
    standing = sessions(dialogue, filled.meeting)[0]
    room = next(code for code, key in filled.rooms.items() if key == standing.room)
    text = f"{HEADINGS}{standing.day},{standing.start:%H:%M},{standing.arrival:%H:%M},{room},Renamed,\n"
    (told_once,) = said(planned(dialogue, filled.meeting, tmp_path, text))
    assert f"“{standing.title.en}” is in {room} at that time" in told_once
    uid = f"uid,{HEADINGS}{standing.uid},{standing.day},{standing.start:%H:%M},{standing.arrival:%H:%M},"
    assert said(planned(dialogue, filled.meeting, tmp_path, f"{uid}{room},{standing.title.en},\n")) == []


def test_what_stands_for_no_room_or_nobody_yet_is_left_out_and_told(
    dialogue: Workspace, filled: FilledProgramme, tmp_path: Path
) -> None:
    text = f"{HEADINGS}2027-06-12,16:00,17:00,TBC,One,待定\n2027-06-12,17:00,18:00,à déterminer,Two,TBD\n"
    wishes = EventWishes(makes_rooms=True)
    plan = planned(dialogue, filled.meeting, tmp_path, text, wishes)
    assert (plan.is_blocked, plan.new_rooms) == (False, ())
    assert [(row.draft.room, row.draft.parties) for row in plan.rows] == [(None, ()), (None, ())]
    assert said(plan) == [
        "2: “待定” names nobody yet; nobody is written.",
        "2: “TBC” names no room yet; none is written.",
        "3: “TBD” names nobody yet; nobody is written.",
        "3: “à déterminer” names no room yet; none is written.",
    ]
