"""Who is there already, under every form of the name."""

import pytest

from alternat.planning.duplicates import acquaintances, latin_key
from alternat.storage.workspace import Workspace
from tests.factories.drafts import draft
from tests.factories.meetings import add_ottawa_2027
from tests.factories.people import add_delegate


@pytest.mark.parametrize(
    ("family", "given"),
    [
        ("Desrosiers-Côté", "Léa"),
        ("DESROSIERS COTE", "lea"),
        ("Desrosiers Côté", "Lé a"),
        ("desrosiers-cote", "LÉA"),
    ],
)
def test_spellings_of_one_name_have_one_key(family: str, given: str) -> None:
    assert latin_key(draft(family=family, given=given)) == "desrosierscote lea"


def test_a_person_is_known_with_contact_and_part_in_the_meeting(dialogue: Workspace) -> None:
    meeting = add_ottawa_2027(dialogue)
    person = add_delegate(dialogue, meeting, family="Roy", given="Guy", contact={"phone": "1"})
    known = acquaintances(dialogue.tables, meeting).people[person]
    assert (known.shown_name, known.phone, known.participation is not None) == ("Guy ROY 安蕾", "1", True)
    elsewhere = acquaintances(dialogue.tables, None).people[person]
    assert (elsewhere.participation, elsewhere.role) == (None, None)


def test_without_a_contact_its_fields_are_empty(dialogue: Workspace) -> None:
    person = add_delegate(dialogue, None)
    known = acquaintances(dialogue.tables, None).people[person]
    assert (known.contact, known.email, known.note) == (None, "", "")


def test_the_same_name_comes_before_others_and_alone(dialogue: Workspace) -> None:
    add_delegate(dialogue, None, family="Iver", given="Zoé", name_zh="")
    same = add_delegate(dialogue, None, family="Ives", given="Zoé", name_zh="")
    likenesses = acquaintances(dialogue.tables, None).like(draft(position=draft().position))
    assert [(each.person.id, each.is_same) for each in likenesses] == [(same, True)]


def test_several_near_names_come_with_the_nearest_first(dialogue: Workspace) -> None:
    far = add_delegate(dialogue, None, family="Desrochers", given="Léa", name_zh="")
    near = add_delegate(dialogue, None, family="Desrosier", given="Léa", name_zh="")
    likenesses = acquaintances(dialogue.tables, None).like(draft(family="Desrosiers", given="Léa"))
    assert [each.person.id for each in likenesses] == [near, far]


def test_nobody_is_like_a_person_without_a_latin_name(dialogue: Workspace) -> None:
    add_delegate(dialogue, None, name_zh="安蕾")
    assert acquaintances(dialogue.tables, None).like(draft(family="", given="", name_zh="白诺")) == []
