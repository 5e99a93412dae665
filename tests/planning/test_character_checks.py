"""Characters that nobody sees or that one computer only knows: named by the check, refused by the verbs."""

import pytest

from alternat.actions.fields import UnseenCharacter
from alternat.actions.people import add_person, change_people
from alternat.language.characters import composed, private_in, proposal_for, unseen_in, without_unseen
from alternat.language.messages import message
from alternat.planning.checks import check_meeting
from alternat.storage.workspace import Workspace
from tests.factories.meetings import add_ottawa_2027
from tests.factories.people import add_delegate


@pytest.mark.parametrize(
    "unseen", ["\u202e", "\u200b", "\u200f", "\u2066", "\u2069", "\ufeff", "\u00ad", "\x07", "\u3164"]
)
def test_a_verb_refuses_what_nobody_sees(dialogue: Workspace, unseen: str) -> None:
    person = add_delegate(dialogue, None)
    before = dialogue.undoable
    with pytest.raises(UnseenCharacter):
        change_people(dialogue, [person], {"given": f"Zo{unseen}é"})
    with pytest.raises(UnseenCharacter):
        add_person(dialogue, "CA", {"family": f"{unseen}Ives"})
    assert dialogue.undoable == before


@pytest.mark.parametrize("seen", ["葛\U000e0100", "Zoé\u00a0Ives", "\ufa10", "l’Île", "𠮷"])
def test_what_is_part_of_a_name_stays(dialogue: Workspace, seen: str) -> None:
    person = add_delegate(dialogue, None)
    change_people(dialogue, [person], {"printed_name": seen})
    assert dialogue.tables.Person.get_by_id(person).printed_name == seen
    assert unseen_in(seen) == ()


def test_the_check_names_the_person_and_the_character(dialogue: Workspace) -> None:
    meeting = add_ottawa_2027(dialogue)
    person = add_delegate(dialogue, meeting, family="Ives", given="Zoé", name_zh="王\ue863")
    with dialogue.change(message("Plant")) as change:
        change.update(dialogue.tables.Person, {person: {"given": "Zo\u202eé"}})
    found = {each.code: each for each in check_meeting(dialogue.tables, meeting)}
    assert found["unseen-character"].subject.id == person
    assert found["unseen-character"].message.arguments["code"] == "U+202E"
    assert "\u202e" not in str(found["unseen-character"].message.arguments["name"])
    question = found["private-character"].message.arguments["question"]
    assert "U+4DAE" in str(question)


@pytest.mark.parametrize(
    ("private", "meant"),
    [
        ("\ue863", "\u4dae"),
        ("\ue81e", "\u9fb4"),
        ("\ue864", "\u9fbb"),
        ("\ue816", "\U00020087"),
        ("\uf000", ""),
    ],
)
def test_what_older_files_keep_at_private_code_points(private: str, meant: str) -> None:
    assert (private_in(f"王{private}"), proposal_for(private)) == ((private,), meant)


def test_lines_stay_lines_and_compatibility_ideographs_themselves() -> None:
    assert without_unseen("a\r\nb\u2028c\u200b") == "a\nb\nc"
    assert composed("e\u0301\uf900") == "é\uf900"
