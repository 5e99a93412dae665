"""What is told of a removal before it is done."""

import json
from datetime import date
from typing import Any

from alternat.actions.consents import give_consent
from alternat.actions.countdown import add_task
from alternat.actions.erasure import plan_erasure
from alternat.actions.guidance import add_guidance
from alternat.actions.meetings import remove_meeting
from alternat.actions.people import remove_people
from alternat.actions.releases import note_releases
from alternat.actions.removals import (
    meeting_removal,
    people_removal,
    rooms_removal,
    subgroup_removal,
    taken_out,
    text_removal,
    venue_removal,
)
from alternat.actions.subgroups import add_subgroup
from alternat.actions.venues import remove_venue
from alternat.language.catalogs import catalog
from alternat.language.label import Label, Language
from alternat.language.messages import Message, message
from alternat.nouns.consents import ConsentStep
from alternat.planning.releases import Leaving
from alternat.storage.erasure.erasing import Manner
from alternat.storage.workspace import Workspace
from tests.factories.programmes import fill_programme


def said(*told: Message) -> list[str]:
    return [catalog(Language.EN).say(each) for each in told]


def test_the_sessions_that_lose_their_room_are_named(dialogue: Workspace) -> None:
    filled = fill_programme(dialogue)
    tables = dialogue.tables
    session: Any = tables.Session
    (told,) = said(*rooms_removal(tables, [filled.rooms["A1"]]))
    lost = tables.Session.select().where(tables.Session.room == filled.rooms["A1"]).count()
    assert told.startswith(f"{lost} sessions stay in the programme without a room: ") or lost == 1
    venue = tables.Room.get_by_id(filled.rooms["A1"]).venue_id
    roomy = session.select().where(session.room.is_null(is_null=False)).count()
    along, without = said(*venue_removal(tables, venue))
    assert "rooms: 3" in along
    remove_venue(dialogue, venue)
    left = session.select().where(session.room.is_null(is_null=False)).count()
    assert without.startswith(f"{roomy - left} sessions stay in the programme without a room: ")
    assert rooms_removal(tables, [filled.rooms["B1"]]) or not left


def test_all_that_goes_with_a_meeting_is_counted_with_what_has_left(dialogue: Workspace) -> None:
    filled = fill_programme(dialogue)
    tables = dialogue.tables
    reference = tables.Meeting.get_by_id(filled.meeting).reference
    (told,) = said(*meeting_removal(tables, filled.meeting))
    assert "parts in meetings: 14" in told
    assert "sessions: 9" in told
    note_releases(dialogue, [Leaving("ics", "all.ics", reference), Leaving("badges", "b.pdf", reference)])
    _, calendars, papers = said(*meeting_removal(tables, filled.meeting))
    assert calendars.startswith("1 calendar file of it has left. Cancel the meeting")
    assert papers.startswith("1 paper or file with this has left")
    counts = {each.__name__: each.select().count() for each in tables.all()}
    changes = remove_meeting(dialogue, filled.meeting)
    for name, words in (("Session", "sessions"), ("Participation", "parts in meetings"), ("Room", "rooms")):
        gone = counts[name] - tables.named(getattr(tables, name)._meta.table_name).select().count()
        assert f"{words}: {gone}" in told, name
    assert changes


def test_what_people_take_with_them_is_told(dialogue: Workspace) -> None:
    filled = fill_programme(dialogue)
    tables = dialogue.tables
    (chair, *_) = {row.person_id for row in tables.Chair.select()}
    sentences = said(*people_removal(tables, [chair]))
    assert "parts in meetings: 1" in sentences[0]
    assert "a chair or a lead speaker: " in sentences[1]
    reference = tables.Meeting.get_by_id(filled.meeting).reference
    content = json.dumps({"scope": f"//{chair}"})
    note_releases(
        dialogue,
        [
            Leaving("ics", "mine.ics", reference, people=(chair,), content=content),
            Leaving("badges", "b.pdf", reference, people=(chair,)),
        ],
    )
    sentences = said(*people_removal(tables, [chair]))
    assert sentences[2].startswith("1 personal calendar has left, which cannot be struck out any more.")
    assert sentences[3].startswith("1 paper or file with this has left")
    remove_people(dialogue, [chair])
    assert dialogue.undo()
    assert said(*people_removal(tables, [chair])) == sentences


def test_a_sub_group_an_entity_and_a_topic_tell_what_belongs_to_them(dialogue: Workspace) -> None:
    filled = fill_programme(dialogue)
    tables = dialogue.tables
    topic = tables.Provision.get(tables.Provision.kind == "topic")
    (group,) = add_subgroup(dialogue, filled.meeting, Label("Cyber"), [topic.id]).inserted("sub_group")
    assert said(*subgroup_removal(tables, group)) == [
        "With it goes what belongs to it: topics of sub-groups: 1."
    ]
    told, taken = said(*text_removal(tables, tables.Provision, topic.id))
    assert "topics of sub-groups: 1" in told
    assert taken.startswith("Taken out of what stays: the agenda item ")
    lone = tables.Entity.select().order_by(tables.Entity.id.desc()).first()
    assert text_removal(tables, tables.Entity, lone.id) == ()


def test_what_stays_and_loses_its_reference_is_told_for_every_noun(dialogue: Workspace) -> None:
    filled = fill_programme(dialogue)
    tables, meeting = dialogue.tables, filled.meeting
    people: Any = tables.Person
    person = people.select().where(people.entity.is_null(is_null=False)).first()
    topic = tables.Provision.get(tables.Provision.kind == "topic")
    talk = tables.Provision.get(tables.Provision.kind == "existing-dialogue")
    item = tables.AgendaItem.select().first()
    request = {
        "dialogue": talk.id,
        "question": Label("Who pays?"),
        "asked_by": person.id,
        "asked_on": date(2027, 1, 1),
    }
    (asked,) = add_guidance(dialogue, request).inserted("guidance")
    add_task(
        dialogue,
        meeting,
        text=Label("Send invitations"),
        days_before=9,
        owner_side=person.side_id,
        owner=person.id,
    )
    (group,) = add_subgroup(dialogue, meeting, Label("Cyber"), (), {person.entity_id: person.id}).inserted(
        "sub_group"
    )
    side = tables.Side.get_by_id(person.side_id).code
    give_consent(dialogue, subgroup=group, side=side, step=ConsentStep.PROPOSED, given=date(2027, 1, 1))
    with dialogue.change(message("Other rows that refer to them")) as change:
        change.update(tables.AgendaItem, {item.id: {"topic": topic.id, "text": Label("Opening")}})
        change.update(tables.Session, {item.session_id: {"subgroup": group}})
        other = tables.Participation.select().where(tables.Participation.person != person.id).first()
        change.update(tables.Participation, {other.id: {"stands_for": person.id}})

    told = taken_out(tables, tables.Person, [person.id])
    assert set(told) <= set(people_removal(tables, [person.id]))
    (sentence,) = said(*told)
    assert sentence.startswith("Taken out of what stays: ")
    for part in ("Who pays? (asked by", "Send invitations (", "the sub-group Cyber (", "the meeting 2027 ("):
        assert part in sentence, part
    assert any(
        "the agenda item Opening (" in each
        for each in said(*text_removal(tables, tables.Provision, topic.id))
    )
    assert "consents: 1" in said(*subgroup_removal(tables, group))[0]
    gone = said(*meeting_removal(tables, meeting))
    assert "sub-groups: 1" in gone[0]
    assert "consents: 1" in gone[0]
    assert not any("Taken out" in each for each in gone), "nothing of the meeting stays"

    assert plan_erasure(dialogue, [person.id], Manner.PURGE).taken_out == told
    assert plan_erasure(dialogue, [person.id], Manner.PSEUDONYMISE).taken_out == ()
    remove_people(dialogue, [person.id])
    assert tables.Guidance.get_by_id(asked).asked_by_id is None
