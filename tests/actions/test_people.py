"""Adding, changing and removing people."""

import pytest

from alternat.actions.fields import InvalidValue, TooLong, UnknownField
from alternat.actions.people import (
    EntityOfOtherSide,
    NameMissing,
    add_person,
    change_contact,
    change_people,
    remove_people,
)
from alternat.language.label import Label, Language
from alternat.nouns.people import NameOrder
from alternat.planning.roster import roster
from alternat.storage.workspace import Workspace
from tests.factories.meetings import add_ottawa_2027
from tests.factories.people import add_delegate


def test_the_family_name_comes_first_on_the_chinese_side_unless_said_otherwise(dialogue: Workspace) -> None:
    chinese = add_delegate(dialogue, None, side="CN")
    canadian = add_delegate(dialogue, None)
    person = dialogue.tables.Person
    assert person.get_by_id(chinese).name_order is NameOrder.FAMILY_FIRST
    assert person.get_by_id(canadian).name_order is NameOrder.GIVEN_FIRST


def test_texts_are_composed_and_trimmed_and_look_alike_dots_become_the_middle_dot(
    dialogue: Workspace,
) -> None:
    person = add_delegate(dialogue, None, family=" Co\u0302te\u0301 ", name_zh="买买提•艾力")
    row = dialogue.tables.Person.get_by_id(person)
    assert (row.family, row.name_zh) == ("Côté", "买买提·艾力")


@pytest.mark.parametrize(
    ("fields", "error"),
    [
        ({"famly": "X"}, UnknownField),
        ({"id": 3}, UnknownField),
        ({"family": "x" * 201}, TooLong),
        ({"family": None}, InvalidValue),
        ({"position": "Director"}, InvalidValue),
        ({"gender": "other"}, InvalidValue),
        ({"given": "", "family": " ", "name_zh": "", "printed_name": ""}, NameMissing),
    ],
)
def test_bad_fields_are_refused_and_nothing_is_written(
    dialogue: Workspace, fields: dict[str, object], error: type[Exception]
) -> None:
    person = add_delegate(dialogue, None)
    steps = dialogue.history()
    with pytest.raises(error):
        change_people(dialogue, [person], fields)
    assert dialogue.history() == steps


def test_an_entity_of_the_other_side_is_refused(dialogue: Workspace) -> None:
    tables = dialogue.tables
    chinese = tables.Entity.select().join(tables.Side).where(tables.Side.code == "CN").first()
    with pytest.raises(EntityOfOtherSide):
        add_person(dialogue, "CA", {"family": "Ives", "entity": chinese.id})


def test_one_language_changes_without_touching_the_others(dialogue: Workspace) -> None:
    person = add_delegate(dialogue, None)
    row = dialogue.tables.Person.get_by_id(person)
    change_people(dialogue, [person], {"position": row.position.with_text(Language.FR, "Sous-ministre")})
    assert dialogue.tables.Person.get_by_id(person).position == Label("Director", "Sous-ministre", "处长")


def test_removing_a_person_takes_contact_and_participations_along_and_undo_brings_all_back(
    dialogue: Workspace,
) -> None:
    meeting = add_ottawa_2027(dialogue)
    person = add_delegate(dialogue, meeting, contact={"email": "lea@example.org"})
    before = roster(dialogue.tables, meeting)
    remove_people(dialogue, [person])
    assert roster(dialogue.tables, meeting) == ()
    assert dialogue.tables.Contact.select().count() == 0
    dialogue.undo()
    assert roster(dialogue.tables, meeting) == before
    assert dialogue.tables.Contact.get().email == "lea@example.org"


def test_the_contact_is_made_when_first_filled_and_changed_after_that(dialogue: Workspace) -> None:
    person = add_delegate(dialogue, None)
    change_contact(dialogue, person, {"phone": "+1 613 555 0100"})
    change_contact(dialogue, person, {"email": "lea@example.org"})
    contact = dialogue.tables.Contact.get()
    assert (contact.phone, contact.email) == ("+1 613 555 0100", "lea@example.org")
