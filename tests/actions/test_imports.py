"""Writing an import: one change, one step to undo, and nothing on a plan that is out of date."""

from pathlib import Path
from typing import Any

import pytest

from alternat.actions.imports import PlanOutOfDate, import_people
from alternat.actions.people import add_person, change_contact, change_people, remove_people
from alternat.language.label import Label
from alternat.language.messages import counted
from alternat.nouns.delegations import ParticipationStatus, Role
from alternat.nouns.people import Gender, NameOrder
from alternat.planning.import_plans import plan_import
from alternat.planning.imports import Choice, ImportPlan, PersonDraft, decide_all
from alternat.planning.roster import roster
from alternat.storage.changes import ConflictError
from alternat.storage.workspace import Workspace
from tests.factories.drafts import draft
from tests.factories.meetings import add_ottawa_2027
from tests.factories.people import add_delegate


def planned(
    workspace: Workspace, *drafts: PersonDraft, meeting: int | None = None, **options: Any
) -> ImportPlan:
    return plan_import(workspace.tables, meeting, "list.csv", drafts, **options)


def rows(workspace: Workspace) -> dict[str, list[dict[str, Any]]]:
    """Return every row of the tables that an import writes."""
    tables = workspace.tables
    models: tuple[Any, ...] = (tables.Person, tables.Contact, tables.Participation, tables.Entity)
    return {model.__name__: list(model.select().order_by(model.id).dicts()) for model in models}


def only(query: Any) -> dict[str, Any]:
    """Return the only row of a query as a dictionary."""
    (row,) = query.dicts()
    return dict(row)


def test_a_new_person_is_written_with_contact_and_part_in_the_meeting(dialogue: Workspace) -> None:
    meeting = add_ottawa_2027(dialogue)
    entity = dialogue.tables.Entity.get(dialogue.tables.Entity.code == "CN-MFA").id
    stated = draft(
        side="CN",
        entity=entity,
        family="Gao",
        given="Wennuo",
        name_zh="高文诺",
        sort_key="Gao",
        printed_name="GAO Wennuo",
        name_order=NameOrder.FAMILY_FIRST,
        honorific=Label("Ms.", "Mme", "女士"),
        position=Label("Director", "Directrice", "司长"),
        gender=Gender.FEMININE,
        languages=("zh", "en"),
        role=Role.ADVISER,
        passport_name="GAO WENNUO",
        phone="+86 10 5550 0100",
        note="vegetarian",
    )
    changes = import_people(dialogue, planned(dialogue, stated, meeting=meeting))
    person = only(dialogue.tables.Person.select())
    contact = only(dialogue.tables.Contact.select())
    (part,) = roster(dialogue.tables, meeting)
    side = dialogue.tables.Side.get(dialogue.tables.Side.code == "CN").id
    assert person == {
        "id": changes.inserted("person")[0],
        "version": 1,
        "side": side,
        "entity": entity,
        "family": "Gao",
        "given": "Wennuo",
        "name_zh": "高文诺",
        "sort_key": "Gao",
        "printed_name": "GAO Wennuo",
        "name_order": NameOrder.FAMILY_FIRST,
        "honorific": Label("Ms.", "Mme", "女士"),
        "position": Label("Director", "Directrice", "司长"),
        "gender": Gender.FEMININE,
        "languages": ("zh", "en"),
        "photo": None,
        "post_nominals": "",
    }
    assert {name: contact[name] for name in ("person", "passport_name", "email", "phone", "note")} == {
        "person": person["id"],
        "passport_name": "GAO WENNUO",
        "email": "zoe.ives@example.org",
        "phone": "+86 10 5550 0100",
        "note": "vegetarian",
    }
    assert (part.person, part.role, part.status, part.place, part.serial) == (
        person["id"],
        Role.ADVISER,
        ParticipationStatus.INVITED,
        1,
        1,
    )


def test_without_contact_details_there_is_no_contact(dialogue: Workspace) -> None:
    import_people(dialogue, planned(dialogue, draft(email="")))
    assert dialogue.tables.Contact.select().count() == 0


def test_people_join_behind_those_who_are_there_in_the_order_of_the_list(dialogue: Workspace) -> None:
    meeting = add_ottawa_2027(dialogue)
    head = add_delegate(dialogue, meeting, family="Roy", given="Guy")
    known = add_delegate(dialogue, None, family="Bélair", given="Noé")
    drafts = (
        draft(2, family="Zed", email=""),
        draft(3, family="Bélair", given="Noé", position=Label(), email=""),
        draft(4, family="Abel", email="", role=Role.INTERPRETER),
        draft(5, side="CN", family="Gao", email=""),
    )
    import_people(dialogue, planned(dialogue, *drafts, meeting=meeting))
    people = {row.id: row.family for row in dialogue.tables.Person.select()}
    found = [
        (each.side, each.place, people[each.person], each.role) for each in roster(dialogue.tables, meeting)
    ]
    assert found == [
        ("CA", 1, "Roy", Role.MEMBER),
        ("CA", 2, "Zed", Role.MEMBER),
        ("CA", 3, "Bélair", Role.MEMBER),
        ("CA", 4, "Abel", Role.INTERPRETER),
        ("CN", 1, "Gao", Role.MEMBER),
    ]
    assert people[head], people[known]


def test_an_update_changes_what_the_list_states_and_nothing_else(dialogue: Workspace) -> None:
    meeting = add_ottawa_2027(dialogue)
    person = add_delegate(dialogue, meeting, family="Ives", given="Zoé", contact={"phone": "+1 613 555-0100"})
    stated = draft(position=Label(en="Director General"), role=Role.HEAD, is_role_stated=True)
    before = only(dialogue.tables.Person.select())
    import_people(dialogue, planned(dialogue, stated, meeting=meeting))
    after = only(dialogue.tables.Person.select())
    assert after == {
        **before,
        "version": 2,
        "position": Label(en="Director General", fr="Directrice", zh="处长"),
    }
    contact = dialogue.tables.Contact.get()
    assert (contact.person_id, contact.email, contact.phone) == (
        person,
        "zoe.ives@example.org",
        "+1 613 555-0100",
    )
    assert roster(dialogue.tables, meeting)[0].role is Role.HEAD


def test_one_undo_takes_an_import_back_and_redo_brings_it_again(dialogue: Workspace) -> None:
    meeting = add_ottawa_2027(dialogue)
    add_delegate(dialogue, meeting, family="Roy", given="Guy", contact={"phone": "1"})
    before = rows(dialogue)
    drafts = (draft(2), draft(3, family="Roy", given="Guy", email="guy.roy@example.org"))
    plan = planned(dialogue, *drafts, meeting=meeting)
    import_people(dialogue, plan)
    after = rows(dialogue)
    assert dialogue.undoable == counted(
        "Import {count} person from {source}", "Import {count} people from {source}", 2, source="list.csv"
    )
    dialogue.undo()
    undone = rows(dialogue)
    assert [len(undone[table]) for table in undone] == [len(before[table]) for table in before]
    assert undone["Person"][0]["position"] == before["Person"][0]["position"]
    dialogue.redo()
    assert [len(rows(dialogue)[table]) for table in after] == [len(after[table]) for table in after]


def test_the_same_list_again_changes_nothing(dialogue: Workspace) -> None:
    meeting = add_ottawa_2027(dialogue)
    drafts = [draft(row, family=f"Ives-{row}", email=f"{row}@example.org") for row in range(2, 12)]
    import_people(dialogue, planned(dialogue, *drafts, meeting=meeting))
    before = rows(dialogue)
    plan = planned(dialogue, *drafts, meeting=meeting)
    assert (plan.writes, plan.counts.skipped) == (False, 10)
    assert not import_people(dialogue, plan)
    assert rows(dialogue) == before


def test_rows_that_wait_for_a_decision_are_left_out(dialogue: Workspace) -> None:
    add_delegate(dialogue, None, family="Yves", given="Zoé", name_zh="")
    plan = planned(dialogue, draft())
    assert not import_people(dialogue, plan)
    import_people(dialogue, planned(dialogue, draft(), decisions=decide_all(plan, Choice.MERGE)))
    assert [row.family for row in dialogue.tables.Person.select()] == ["Ives"]


def test_unknown_entities_are_created_once_where_the_plan_says_so(dialogue: Workspace) -> None:
    parks = Label(en="Parks Canada")
    known = add_delegate(dialogue, None, family="Roy", given="Guy", name_zh="", position=Label())
    drafts = (
        draft(2, new_entity=parks),
        draft(3, family="Bélair", email="", new_entity=Label(en="PARKS CANADA")),
        draft(4, family="Roy", given="Guy", email="", position=Label(), new_entity=parks),
    )
    import_people(dialogue, planned(dialogue, *drafts))
    assert {row.entity_id for row in dialogue.tables.Person.select()} == {None}
    dialogue.undo()
    import_people(dialogue, planned(dialogue, *drafts, creates_entities=True))
    entity = dialogue.tables.Entity.get(dialogue.tables.Entity.name == parks)
    people = {row.id: row.entity_id for row in dialogue.tables.Person.select()}
    assert (set(people.values()), people[known]) == ({entity.id}, entity.id)
    dialogue.undo()
    assert dialogue.tables.Entity.select().count() == 11


def test_people_added_since_make_a_plan_out_of_date(dialogue: Workspace) -> None:
    plan = planned(dialogue, draft())
    add_person(dialogue, "CA", {"family": "Roy"})
    before = rows(dialogue)
    with pytest.raises(PlanOutOfDate):
        import_people(dialogue, plan)
    assert rows(dialogue) == before


def test_writing_the_same_plan_twice_is_out_of_date(dialogue: Workspace) -> None:
    plan = planned(dialogue, draft())
    import_people(dialogue, plan)
    with pytest.raises(ConflictError):
        import_people(dialogue, plan)


@pytest.mark.parametrize("what", ["person", "contact", "gone"])
def test_somebody_changed_since_is_a_conflict_and_nothing_is_written(dialogue: Workspace, what: str) -> None:
    person = add_delegate(dialogue, None, family="Ives", given="Zoé", contact={"phone": "1"})
    plan = planned(dialogue, draft(2, phone="2"), draft(3, family="Roy", email=""))
    changes = {
        "person": lambda: change_people(dialogue, [person], {"given": "Zoë"}),
        "contact": lambda: change_contact(dialogue, person, {"note": "x"}),
        "gone": lambda: remove_people(dialogue, [person]),
    }
    changes[what]()
    before = rows(dialogue)
    with pytest.raises(ConflictError):
        import_people(dialogue, plan)
    assert rows(dialogue) == before


def test_an_import_is_written_alike_on_both_engines(any_workspace: Workspace) -> None:
    from alternat.actions.dialogues import create_dialogue

    create_dialogue(any_workspace)
    meeting = add_ottawa_2027(any_workspace)
    drafts = [draft(row, family=f"Ives-{row}", email=f"{row}@example.org") for row in range(2, 302)]
    import_people(any_workspace, planned(any_workspace, *drafts, meeting=meeting))
    people = {row.id: row.family for row in any_workspace.tables.Person.select()}
    assert [people[each.person] for each in roster(any_workspace.tables, meeting)] == [
        each.family for each in drafts
    ]
    any_workspace.undo()
    assert any_workspace.tables.Person.select().count() == 0


def test_the_file_is_backed_up_before_an_import_and_not_for_an_empty_one(dialogue: Workspace) -> None:
    backups = Path(f"{dialogue.address}-backups")
    import_people(dialogue, planned(dialogue))
    assert not backups.exists()
    import_people(dialogue, planned(dialogue, draft(family="Ives")))
    assert [file.suffix for file in backups.iterdir()] == [".alternat"]
