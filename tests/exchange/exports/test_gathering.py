"""What may leave: scopes, refusals with choices, and no private word in the bytes of any format."""

import zipfile
from datetime import datetime
from io import BytesIO

import pytest

from alternat.actions.agendas import change_agenda_item
from alternat.actions.people import add_person, change_contact, change_people
from alternat.actions.programme import change_sessions
from alternat.documents.contents.meeting import NotOfThisDialogue
from alternat.exchange.exports.formats import (
    EXPORTS,
    ExportFormat,
    UnknownExportFormat,
    export_format,
)
from alternat.exchange.exports.gathering import PersonNotAtMeeting, RoomNotAtMeeting
from alternat.exchange.exports.public import WHOLE, ExportScope
from alternat.language.label import Label, Language
from alternat.nouns.programme import SessionKind
from alternat.planning.programme import read_programme
from alternat.storage.workspace import Workspace
from tests.exchange.exports.scopes import gathered
from tests.factories.programmes import PRIVATE_NOTE, FilledProgramme, at, people

ALL = tuple(Language)
EVERY = pytest.mark.parametrize("chosen", EXPORTS, ids=lambda each: each.id)


def titles(workspace: Workspace, meeting: int, scope: ExportScope) -> list[str]:
    return [each.title.en for each in gathered(workspace, meeting, scope, ALL).sessions]


def unpacked(content: bytes) -> bytes:
    if not zipfile.is_zipfile(BytesIO(content)):
        return content.replace(b"\r\n ", b"")
    with zipfile.ZipFile(BytesIO(content)) as package:
        return b"".join(package.read(part) for part in package.namelist())


@EVERY
def test_no_private_word_is_in_any_output(
    chosen: ExportFormat, dialogue: Workspace, filled: FilledProgramme, now: datetime
) -> None:
    contact = {
        "passport_name": "PASSPORTMARKER",
        "email": "emailmarker@example.org",
        "phone": "+1 613 555 0199",
        "note": "NOTEMARKER",
    }
    for person in (*filled.canadians, *filled.chinese):
        change_contact(dialogue, person, contact)
    change_sessions(dialogue, filled.sessions.values(), {"private_note": "SESSIONMARKER"})
    tokens = [each.token for each in read_programme(dialogue.tables, filled.meeting).people.values()]
    content = unpacked(chosen.write(gathered(dialogue, filled.meeting, WHOLE, ALL), now))
    assert "开幕全体会议".encode() in content
    for private in (*contact.values(), "SESSIONMARKER", PRIVATE_NOTE, *tokens):
        assert private.encode() not in content


@pytest.mark.parametrize(
    ("name", "is_named"), [("ics", False), ("xlsx", False), ("csv", False), ("html", True)]
)
def test_who_is_there_is_named_only_where_one_can_choose_by_person(
    dialogue: Workspace, filled: FilledProgramme, now: datetime, name: str, is_named: bool
) -> None:
    someone = dialogue.tables.Person.get_by_id(filled.canadians[5])
    change_people(dialogue, [someone.id], {"family": "Nowhereelse"})
    content = unpacked(export_format(name).write(gathered(dialogue, filled.meeting, WHOLE, ALL), now))
    assert (b"NOWHEREELSE" in content) is is_named


@EVERY
def test_the_same_programme_gives_the_same_bytes(
    chosen: ExportFormat, dialogue: Workspace, filled: FilledProgramme, now: datetime
) -> None:
    first = chosen.write(gathered(dialogue, filled.meeting, WHOLE, ALL), now)
    assert chosen.write(gathered(dialogue, filled.meeting, WHOLE, ALL), now) == first


@EVERY
def test_a_meeting_without_sessions_can_be_exported(
    chosen: ExportFormat, dialogue: Workspace, filled: FilledProgramme, now: datetime
) -> None:
    scope = ExportScope(room="A2", person=filled.canadians[5])
    assert chosen.write(gathered(dialogue, filled.meeting, scope, ALL), now)


def test_a_room_has_its_own_sessions(dialogue: Workspace, filled: FilledProgramme) -> None:
    assert titles(dialogue, filled.meeting, ExportScope(room="a2")) == [
        "Bilateral: Justice",
        "Press conference",
    ]


def test_an_internal_meeting_leaves_only_in_the_copy_of_its_side(
    dialogue: Workspace, filled: FilledProgramme
) -> None:
    at(
        dialogue,
        filled.meeting,
        "08:00",
        30,
        kind=SessionKind.INTERNAL,
        parties=people(*filled.canadians[:2]),
    )
    whole = gathered(dialogue, filled.meeting, WHOLE, ALL)
    assert (len(whole.sessions), whole.internal_left_out) == (9, 1)
    assert "Internal meeting" in titles(dialogue, filled.meeting, ExportScope(side="CA"))
    assert "Internal meeting" not in titles(dialogue, filled.meeting, ExportScope(side="CN"))
    assert "Internal meeting" in titles(dialogue, filled.meeting, ExportScope(person=filled.canadians[0]))


@EVERY
def test_a_dropped_agenda_item_leaves_with_nothing_and_the_others_close_up(
    chosen: ExportFormat, dialogue: Workspace, filled: FilledProgramme, now: datetime
) -> None:
    item = dialogue.tables.AgendaItem
    second = item.get((item.session == filled.sessions["plenary"]) & (item.number == 2))
    change_agenda_item(dialogue, second.id, {"text": Label("Droppedmarker"), "is_dropped": True})
    programme = gathered(dialogue, filled.meeting, WHOLE, ALL)
    (plenary,) = (each for each in programme.sessions if each.title.en == "Opening plenary")
    assert [(each.number, each.text.en) for each in plenary.agenda] == [
        (1, "Opening remarks"),
        (2, "Judicial co-operation"),
    ]
    assert b"Droppedmarker" not in unpacked(chosen.write(programme, now))


def test_the_clock_of_the_other_capital_is_told(dialogue: Workspace, filled: FilledProgramme) -> None:
    programme = gathered(dialogue, filled.meeting, WHOLE, ALL)
    assert [clock.time_zone for clock in programme.clocks] == ["Asia/Shanghai"]
    assert programme.sessions[0].seen_from(programme.clocks[0]).strftime("%H:%M") == "21:00"


def test_what_the_meeting_does_not_have_is_refused_with_choices(
    dialogue: Workspace, filled: FilledProgramme
) -> None:
    stranger = add_person(dialogue, "CA", {"family": "Nobody"}).inserted("person")[0]
    with pytest.raises(RoomNotAtMeeting) as no_room:
        gathered(dialogue, filled.meeting, ExportScope(room="Z9"), ALL)
    assert str(no_room.value.arguments["choices"]) == "A1, A2, A3, B1"
    with pytest.raises(PersonNotAtMeeting) as no_person:
        gathered(dialogue, filled.meeting, ExportScope(person=stranger), ALL)
    assert f"{filled.canadians[0]} " in str(no_person.value.arguments["choices"])
    with pytest.raises(NotOfThisDialogue):
        gathered(dialogue, filled.meeting, ExportScope(side="XX"), ALL)
    with pytest.raises(UnknownExportFormat):
        export_format("docx")


def test_people_of_one_name_are_told_apart(dialogue: Workspace, filled: FilledProgramme) -> None:
    names = [each.name.zh for each in gathered(dialogue, filled.meeting, WHOLE, ALL).people]
    assert names[0].endswith("（加拿大）")
    assert len(set(names)) == len(names)
