"""What importing a list would do, given who is there already."""

from typing import Any

import pytest

from alternat.actions.imports import import_people
from alternat.language.label import Label
from alternat.language.messages import message
from alternat.nouns.delegations import Role
from alternat.nouns.people import Gender
from alternat.planning.findings import Severity
from alternat.planning.import_plans import decided, plan_import
from alternat.planning.imports import (
    Choice,
    Decision,
    FieldChange,
    ImportAction,
    ImportPlan,
    PersonDraft,
    PlanCounts,
    RowProblem,
    decide_all,
)
from alternat.storage.workspace import Workspace
from tests.factories.drafts import draft
from tests.factories.meetings import add_ottawa_2027
from tests.factories.people import add_delegate


def planned(
    workspace: Workspace, *drafts: PersonDraft, meeting: int | None = None, **options: Any
) -> ImportPlan:
    return plan_import(workspace.tables, meeting, "list.csv", drafts, **options)


def add_ives(workspace: Workspace, meeting: int | None = None, **fields: Any) -> int:
    """Add the person of `draft` as somebody typed her."""
    values: dict[str, Any] = {
        "family": "Ives",
        "given": "Zoé",
        "name_zh": "",
        "position": Label(en="Director"),
        "contact": {"email": "zoe.ives@example.org"},
        "gender": Gender.UNKNOWN,
        **fields,
    }
    return add_delegate(workspace, meeting, **values)


def entities(workspace: Workspace) -> dict[str, int]:
    return {row.code: row.id for row in workspace.tables.Entity.select()}


def actions(plan: ImportPlan) -> list[ImportAction]:
    return [row.action for row in plan.rows]


def test_somebody_new_is_added(dialogue: Workspace) -> None:
    plan = planned(dialogue, draft())
    assert actions(plan) == [ImportAction.ADD]
    assert plan.counts == PlanCounts(added=1, updated=0, skipped=0, undecided=0)


def test_somebody_who_is_there_unchanged_is_skipped(dialogue: Workspace) -> None:
    person = add_ives(dialogue)
    (row,) = planned(dialogue, draft()).rows
    assert (row.action, row.person, row.changes) == (ImportAction.SKIP, person, ())
    assert row.reason == message("{name} is there already, unchanged.", name="Zoé IVES")


@pytest.mark.parametrize(
    ("stated", "change"),
    [
        (
            {"position": Label(en="Director General", fr="Directrice générale")},
            FieldChange(
                "position", Label(en="Director"), Label(en="Director General", fr="Directrice générale")
            ),
        ),
        (
            {"position": Label(fr="Directrice")},
            FieldChange("position", Label(en="Director"), Label(en="Director", fr="Directrice")),
        ),
        ({"email": "ives@example.org"}, FieldChange("email", "zoe.ives@example.org", "ives@example.org")),
        ({"phone": "+1 613 555-0100"}, FieldChange("phone", "", "+1 613 555-0100")),
        ({"name_zh": "艾诺"}, FieldChange("name_zh", "", "艾诺")),
        ({"gender": Gender.FEMININE}, FieldChange("gender", Gender.UNKNOWN, Gender.FEMININE)),
        ({"languages": ("fr", "en")}, FieldChange("languages", (), ("fr", "en"))),
        ({"sort_key": "Ives Z"}, FieldChange("sort_key", "", "Ives Z")),
    ],
)
def test_what_the_list_states_otherwise_is_updated(
    dialogue: Workspace, stated: dict[str, Any], change: FieldChange
) -> None:
    person = add_ives(dialogue)
    (row,) = planned(dialogue, draft(**stated)).rows
    assert (row.action, row.person, row.changes) == (ImportAction.UPDATE, person, (change,))


def test_what_the_list_leaves_out_stays(dialogue: Workspace) -> None:
    add_ives(dialogue, position=Label(en="Director", fr="Directrice"), honorific=Label(en="Ms."))
    assert actions(planned(dialogue, draft(position=Label(), email=""))) == [ImportAction.SKIP]


def test_an_email_in_other_case_is_no_change(dialogue: Workspace) -> None:
    add_ives(dialogue)
    assert actions(planned(dialogue, draft(email="Zoe.Ives@Example.org"))) == [ImportAction.SKIP]


def test_accents_are_gained_and_never_lost(dialogue: Workspace) -> None:
    add_ives(dialogue, family="Cote", given="Zoé")
    (row,) = planned(dialogue, draft(family="Côté", given="Zoe")).rows
    assert row.changes == (FieldChange("family", "Cote", "Côté"),)


def test_an_entity_is_filled_in_but_another_one_is_asked_about(dialogue: Workspace) -> None:
    code = entities(dialogue)
    person = add_ives(dialogue)
    (row,) = planned(dialogue, draft(entity=code["CA-PCO"])).rows
    assert row.changes == (FieldChange("entity", None, code["CA-PCO"]),)
    import_people(dialogue, planned(dialogue, draft(entity=code["CA-PCO"])))
    (row,) = planned(dialogue, draft(entity=code["CA-GAC"], email="")).rows
    assert (row.action, [each.person for each in row.candidates]) == (
        ImportAction.POSSIBLE_DUPLICATE,
        [person],
    )
    assert row.candidates[0].reason == message("The same name in another entity.")


def test_the_same_email_makes_another_entity_a_change(dialogue: Workspace) -> None:
    code = entities(dialogue)
    add_ives(dialogue, entity=code["CA-PCO"])
    (row,) = planned(dialogue, draft(entity=code["CA-GAC"])).rows
    assert row.changes == (FieldChange("entity", code["CA-PCO"], code["CA-GAC"]),)


@pytest.mark.parametrize(
    ("there", "stated", "score"),
    [
        ({"family": "Yves"}, {}, 0.88),
        ({"given": "Z."}, {}, 0.9),
        ({"family": "Zoé", "given": "Ives"}, {}, 0.95),
        (
            {"family": "Hu", "given": "Nuo", "name_zh": "胡诺"},
            {"family": "Hoo", "given": "Nora", "name_zh": "胡诺"},
            0.8,
        ),
        ({"name_zh": "艾诺"}, {"name_zh": "艾娜"}, 0.7),
        (
            {"contact": {"email": "other@example.org"}, "position": Label(en="Driver")},
            {},
            0.85,
        ),
    ],
)
def test_somebody_who_may_be_there_is_asked_about(
    dialogue: Workspace, there: dict[str, Any], stated: dict[str, Any], score: float
) -> None:
    person = add_ives(dialogue, **there)
    (row,) = planned(dialogue, draft(**stated)).rows
    assert row.action is ImportAction.POSSIBLE_DUPLICATE
    assert [(each.person, round(each.score, 2)) for each in row.candidates] == [(person, score)]


@pytest.mark.parametrize("there", [{"side": "CN"}, {"family": "Roy"}, {"family": "Ivanov"}])
def test_somebody_else_is_not_asked_about(dialogue: Workspace, there: dict[str, Any]) -> None:
    add_ives(dialogue, **there)
    assert actions(planned(dialogue, draft())) == [ImportAction.ADD]


def test_a_decision_adds_merges_or_skips(dialogue: Workspace) -> None:
    person = add_ives(dialogue, family="Yves")
    plan = planned(dialogue, draft())
    assert plan.undecided == plan.rows
    by_choice = {
        choice: planned(dialogue, draft(), decisions=decide_all(plan, choice)).rows[0] for choice in Choice
    }
    assert {choice: row.action for choice, row in by_choice.items()} == {
        Choice.ADD: ImportAction.ADD,
        Choice.MERGE: ImportAction.UPDATE,
        Choice.SKIP: ImportAction.SKIP,
    }
    merged = by_choice[Choice.MERGE]
    assert (merged.person, merged.changes) == (person, (FieldChange("family", "Yves", "Ives"),))
    assert merged.decision == Decision(Choice.MERGE, person)


def test_any_row_can_be_left_out_by_decision(dialogue: Workspace) -> None:
    plan = planned(dialogue, draft(), decisions={2: Decision(Choice.SKIP)})
    assert actions(plan) == [ImportAction.SKIP]


def test_a_decision_for_somebody_who_is_gone_counts_for_nothing(dialogue: Workspace) -> None:
    plan = planned(dialogue, draft(), decisions={2: Decision(Choice.MERGE, 999)})
    assert actions(plan) == [ImportAction.ADD]


def test_decisions_are_kept_as_values() -> None:
    skip = Decision(Choice.SKIP)
    assert decided(decided({}, 2, skip), 3, skip) == {2: skip, 3: skip}
    assert decided({2: skip, 3: skip}, 2, None) == {3: skip}


def test_a_row_that_says_the_same_person_again_is_skipped(dialogue: Workspace) -> None:
    plan = planned(dialogue, draft(2), draft(5, email=""))
    assert actions(plan) == [ImportAction.ADD, ImportAction.SKIP]
    assert plan.rows[1].reason == message("The same person as in row {row}; merged with it.", row="2")


def test_two_people_of_one_name_are_both_added_with_a_warning(dialogue: Workspace) -> None:
    other = draft(5, email="zoe.2@example.org", position=Label(en="Adviser"))
    plan = planned(dialogue, draft(2), other)
    assert actions(plan) == [ImportAction.ADD, ImportAction.ADD]
    sentence = message("The same name as in row {row}; taken to be another person.", row="2")
    assert plan.problems == (RowProblem(5, "", Severity.WARNS, sentence),)


def test_two_people_of_one_name_are_each_found_again(dialogue: Workspace) -> None:
    rows = (draft(2), draft(5, email="zoe.2@example.org", position=Label(en="Adviser")))
    import_people(dialogue, planned(dialogue, *rows))
    first, second = (row.id for row in dialogue.tables.Person.select().order_by(dialogue.tables.Person.id))
    plan = planned(dialogue, *reversed(rows))
    assert [(row.action, row.person) for row in plan.rows] == [
        (ImportAction.SKIP, second),
        (ImportAction.SKIP, first),
    ]


def test_a_blocked_row_is_skipped_with_its_problem(dialogue: Workspace) -> None:
    problem = RowProblem(2, "", Severity.BLOCKS, message("The row has no name."))
    (row,) = planned(dialogue, draft(family="", given="", problems=(problem,))).rows
    assert (row.action, row.reason, row.problems) == (ImportAction.SKIP, problem.message, (problem,))


def test_who_is_there_joins_the_meeting(dialogue: Workspace) -> None:
    meeting = add_ottawa_2027(dialogue)
    add_ives(dialogue)
    (row,) = planned(dialogue, draft(), meeting=meeting).rows
    assert (row.action, row.joins, row.changes) == (ImportAction.UPDATE, True, ())
    assert row.reason == message("Adds {name} to the meeting.", name="Zoé IVES")


def test_a_role_changes_only_where_the_list_states_it(dialogue: Workspace) -> None:
    meeting = add_ottawa_2027(dialogue)
    add_ives(dialogue, meeting, role=Role.HEAD)
    suggested = draft(role=Role.INTERPRETER)
    stated = draft(role=Role.INTERPRETER, is_role_stated=True)
    assert planned(dialogue, suggested, meeting=meeting).rows[0].changes == ()
    assert planned(dialogue, stated, meeting=meeting).rows[0].changes == (
        FieldChange("role", Role.HEAD, Role.INTERPRETER),
    )


def test_the_summary_counts_rows_that_wait_among_the_skipped(dialogue: Workspace) -> None:
    add_ives(dialogue, family="Yves")
    plan = planned(dialogue, draft(2), draft(3, given="Guy", email=""))
    assert (plan.summary.arguments["updated"], plan.summary.arguments["skipped"]) == (0, 1)
    assert plan.writes


@pytest.mark.parametrize(
    ("there", "listed", "kept", "text"),
    [
        ({"family": "Arsenault-Reid"}, {"family": "Arsenault"}, "Arsenault-Reid", "Arsenault"),
        ({"family": "García Márquez"}, {"family": "Garcia"}, "García Márquez", "Garcia"),
        ({"family": "de la Fontaine"}, {"family": "Fontaine"}, "de la Fontaine", "Fontaine"),
        ({"given": "Jean-François"}, {"given": "J.-F."}, "Jean-François", "J.-F."),
        ({"name_zh": "买买提·艾力"}, {"name_zh": "买买提"}, "买买提·艾力", "买买提"),
        ({"printed_name": "Zoé IVES-ROY"}, {"printed_name": "Zoé IVES"}, "Zoé IVES-ROY", "Zoé IVES"),
    ],
)
def test_a_shorter_name_is_told_and_never_taken(
    dialogue: Workspace, there: dict[str, Any], listed: dict[str, Any], kept: str, text: str
) -> None:
    person = add_ives(dialogue, **there)
    decision = {2: Decision(Choice.MERGE, person)}
    (row,) = planned(dialogue, draft(**listed), decisions=decision).rows
    assert (row.action, row.changes) == (ImportAction.SKIP, ())
    sentence = message("The list has only “{text}”; “{name}” is kept.", text=text, name=kept)
    assert row.problems == (RowProblem(2, "", Severity.WARNS, sentence),)


def test_a_longer_name_is_a_change_to_confirm(dialogue: Workspace) -> None:
    person = add_ives(dialogue, family="García")
    asked = planned(dialogue, draft(family="Garcia Marquez"))
    assert actions(asked) == [ImportAction.POSSIBLE_DUPLICATE]
    (row,) = planned(
        dialogue, draft(family="Garcia Marquez"), decisions={2: Decision(Choice.MERGE, person)}
    ).rows
    assert row.changes == (FieldChange("family", "García", "García Marquez"),)


def test_a_name_divided_otherwise_stays_as_it_was(dialogue: Workspace) -> None:
    person = add_ives(dialogue, family="O’Connell-Nakamura", given="Keiko")
    listed = draft(family="Nakamura", given="Keiko O'Connell")
    assert planned(dialogue, listed).rows[0].candidates[0].reason == message(
        "The same name, divided otherwise."
    )
    (row,) = planned(dialogue, listed, decisions={2: Decision(Choice.MERGE, person)}).rows
    assert (row.action, len(row.problems)) == (ImportAction.SKIP, 1)


def test_only_the_accents_of_a_bare_name_are_asked_about(dialogue: Workspace) -> None:
    add_ives(dialogue, family="Côté", contact={})
    bare: dict[str, Any] = {"position": Label(), "email": ""}
    assert actions(planned(dialogue, draft(family="Cote", **bare))) == [ImportAction.POSSIBLE_DUPLICATE]
    assert actions(planned(dialogue, draft(family="CÔTÉ", **bare))) == [ImportAction.SKIP]
    (row,) = planned(dialogue, draft(family="Cote", email="")).rows
    assert [each.message.arguments["name"] for each in row.problems] == ["Côté"]


def test_somebody_added_under_a_known_email_is_told(dialogue: Workspace) -> None:
    add_ives(dialogue)
    (row,) = planned(dialogue, draft(family="Roy", given="Guy")).rows
    assert row.action is ImportAction.ADD
    sentence = message("{name} is there already with the same e-mail.", name="Zoé IVES")
    assert row.problems == (RowProblem(2, "", Severity.WARNS, sentence),)


def test_a_title_that_is_there_in_another_language_is_no_new_value(dialogue: Workspace) -> None:
    add_ives(dialogue, position=Label(en="Director", fr="Agent"))
    guessed = draft(position=Label(en="agent"), is_language_guessed=True)
    assert actions(planned(dialogue, guessed)) == [ImportAction.SKIP]
    stated = draft(position=Label(en="Agent"))
    (row,) = planned(dialogue, stated).rows
    assert row.changes[0].after == Label(en="Agent", fr="Agent")


def test_a_change_of_entity_is_told_in_words(dialogue: Workspace) -> None:
    code = entities(dialogue)
    add_ives(dialogue, entity=code["CA-PCO"])
    name = Label(en="Global Affairs Canada")
    (row,) = planned(dialogue, draft(entity=code["CA-GAC"], entity_name=name)).rows
    assert [str(problem.message.arguments["after"]) for problem in row.problems] == [str(name)]
    assert row.problems[0].message.template == "{name} moves from “{before}” to “{after}”."
    assert planned(dialogue, draft(entity=code["CA-PCO"], entity_name=name)).problems == ()
