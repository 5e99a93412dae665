"""Taking a step back after somebody else has changed what it did not."""

from alternat.actions.people import change_person
from alternat.storage.workspace import Workspace, open_workspace
from tests.factories.programmes import fill_programme


def test_that_others_counted_up_the_same_sessions_keeps_nothing_from_being_taken_back(
    dialogue: Workspace,
) -> None:
    filled = fill_programme(dialogue)
    chair, address, actor = filled.canadians[0], dialogue.address, dialogue.actor
    before = dialogue.tables.Person.get_by_id(chair).family
    change_person(dialogue, chair, {"family": "Une"})
    dialogue.close()
    with open_workspace(address, actor="Other", desk="other") as other:
        change_person(other, chair, {"given": "Zoe"})
        session = other.tables.Session
        counted = {row.id: row.sequence for row in session.select()}
    with open_workspace(address, actor=actor) as back:
        assert back.undo()
        person = back.tables.Person.get_by_id(chair)
        assert (person.family, person.given) == (before, "Zoe")
        assert {row.id: row.sequence for row in back.tables.Session.select()} == counted
