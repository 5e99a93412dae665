"""Two rows with one name: two people unless something says otherwise, and nothing merged unsaid."""

from typing import Any

import pytest

from alternat.actions.imports import import_people
from alternat.language.label import Label
from alternat.planning.import_plans import plan_import
from alternat.planning.imports import Choice, Decision, ImportAction, ImportPlan, PersonDraft, decide_all
from alternat.planning.namesakes import Verdict, twins
from alternat.planning.spellings import richer
from alternat.storage.workspace import Workspace
from tests.factories.drafts import draft

DEPUTY = Label(en="Deputy")


def planned(workspace: Workspace, *drafts: PersonDraft, **options: Any) -> ImportPlan:
    return plan_import(workspace.tables, None, "list.csv", drafts, **options)


def unit(name: str) -> Label:
    return Label(en=name)


def of(row: int, **stated: Any) -> PersonDraft:
    return draft(row, **{"email": "", "position": Label(), **stated})


def test_a_list_of_thousands_keeps_its_namesakes(dialogue: Workspace) -> None:
    people = [
        of(2 + at, family=f"Ives{at}", new_entity=unit(f"Region {at % 35}"), position=DEPUTY)
        for at in range(2_969)
    ]
    again = [
        of(2 + 2_969 + at, family=f"Ives{at}", new_entity=unit(f"Region {at % 35 + 40}"), position=DEPUTY)
        for at in range(31)
    ]
    plan = planned(dialogue, *people, *again)
    assert plan.counts.added == 3_000
    assert sum("taken to be another person" in each.message.template for each in plan.problems) == 31


@pytest.mark.parametrize(
    ("first", "second", "verdict"),
    [
        ({"new_entity": unit("A")}, {"new_entity": unit("B")}, Verdict.OTHER),
        (
            {"new_entity": unit("A"), "position": DEPUTY},
            {"new_entity": unit("B"), "position": DEPUTY},
            Verdict.OTHER,
        ),
        (
            {"new_entity": unit("A"), "position": DEPUTY},
            {"new_entity": unit("A"), "position": DEPUTY},
            Verdict.SAME,
        ),
        ({"new_entity": unit("A")}, {"new_entity": unit("A")}, Verdict.SAME),
        (
            {"new_entity": unit("A"), "position": DEPUTY},
            {"new_entity": unit("A"), "position": Label(en="Driver")},
            Verdict.ASKED,
        ),
        ({"new_entity": unit("A"), "position": DEPUTY}, {"new_entity": unit("A")}, Verdict.ASKED),
        ({"email": "z@example.org"}, {"email": "Z@example.org"}, Verdict.SAME),
        ({"email": "z@example.org", "new_entity": unit("A")}, {"email": "z@example.org"}, Verdict.SAME),
        (
            {"email": "z@example.org", "new_entity": unit("A")},
            {"email": "z@example.org", "new_entity": unit("B")},
            Verdict.ASKED,
        ),
        ({"name_zh": "艾诺"}, {"name_zh": "艾娜"}, Verdict.OTHER),
        ({}, {}, Verdict.ASKED),
        ({"unread": (("Province", "A"),)}, {"unread": (("Province", "B"),)}, Verdict.OTHER),
        ({"post_nominals": "Jr."}, {"post_nominals": "Sr."}, Verdict.OTHER),
    ],
)
def test_what_two_rows_with_one_name_are(
    first: dict[str, Any], second: dict[str, Any], verdict: Verdict
) -> None:
    assert twins([of(2, **first), of(3, **second)])[3].verdict is verdict


def test_what_half_of_the_list_shares_tells_nobody_from_anybody() -> None:
    many = [of(2 + at, family=f"Ives{at}", new_entity=unit("A"), position=DEPUTY) for at in range(20)]
    last = of(40, family="Ives3", new_entity=unit("A"), position=DEPUTY)
    assert twins([*many, last])[40].verdict is Verdict.ASKED


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_the_richer_spelling_wins_and_the_merge_is_told(dialogue: Workspace, order: tuple[int, int]) -> None:
    spellings = ({"family": "Cote", "given": "Jean Noe"}, {"family": "Côté", "given": "Jean-Noé"})
    rows = [of(2 + at, new_entity=unit("A"), **spellings[which]) for at, which in enumerate(order)]
    plan = planned(dialogue, *rows)
    assert [row.action for row in plan.rows] == [ImportAction.ADD, ImportAction.SKIP]
    assert (plan.rows[0].draft.family, plan.rows[0].draft.given) == ("Côté", "Jean-Noé")
    assert plan.rows[1].merged_into == 2
    assert [each.row for each in plan.problems] == [3]


def test_a_doubtful_pair_waits_and_every_answer_does_what_it_says(dialogue: Workspace) -> None:
    rows = (of(2, new_entity=unit("A"), position=DEPUTY), of(3, new_entity=unit("A"), phone="1"))
    plan = planned(dialogue, *rows)
    assert [row.row for row in plan.undecided] == [3]
    assert plan.rows[1].candidates[0].row == 2
    by_choice = {
        choice: planned(dialogue, *rows, decisions=decide_all(plan, choice)).counts for choice in Choice
    }
    assert {choice: (each.added, each.skipped) for choice, each in by_choice.items()} == {
        Choice.ADD: (2, 0),
        Choice.MERGE: (1, 1),
        Choice.SKIP: (1, 1),
    }
    merging = planned(dialogue, *rows, decisions={3: Decision(Choice.MERGE, row=2)})
    assert merging.rows[0].draft.phone == "1"


def test_to_add_all_means_rows_that_were_merged_too(dialogue: Workspace) -> None:
    rows = (of(2, new_entity=unit("A")), of(3, new_entity=unit("A")))
    plan = planned(dialogue, *rows)
    assert plan.counts.added == 1
    assert planned(dialogue, *rows, decisions=decide_all(plan, Choice.ADD)).counts.added == 2


def test_namesakes_are_found_again_after_the_import(dialogue: Workspace) -> None:
    rows = (of(2, new_entity=unit("A"), position=DEPUTY), of(3, new_entity=unit("B"), position=DEPUTY))
    import_people(dialogue, planned(dialogue, *rows, creates_entities=True))
    ids = {row.name.en: row.id for row in dialogue.tables.Entity.select()}
    known = (of(2, entity=ids["A"], position=DEPUTY), of(3, entity=ids["B"], position=DEPUTY))
    assert [row.action for row in planned(dialogue, *known).rows] == [ImportAction.SKIP, ImportAction.SKIP]


@pytest.mark.parametrize(
    ("first", "second", "kept"),
    [
        ("Cote", "Côté", "Côté"),
        ("Côté", "Cote", "Côté"),
        ("CÔTE", "Côte", "Côte"),
        ("Jean Guy", "Jean-Guy", "Jean-Guy"),
        ("Z.", "Zoé", "Zoé"),
        ("Zoé", "Z", "Zoé"),
        ("Ives", "Roy", "Ives"),
        ("", "Roy", "Roy"),
    ],
)
def test_the_richer_of_two_spellings(first: str, second: str, kept: str) -> None:
    assert richer(first, second) == kept


NEARLY = [
    ({"family": "Nakamura", "given": "Keiko O'Connell"}, {"family": "O’Connell-Nakamura", "given": "Keiko"}),
    ({"family": "Tremblay", "given": "J.-F."}, {"family": "Tremblay", "given": "Jean-François"}),
    ({"family": "Arsenault-Reid", "given": "Marie"}, {"family": "Arsenault", "given": "Marie"}),
    ({"family": "Roy", "given": "Guy"}, {"family": "Guy", "given": "Roy"}),
    (
        {"family": "Wang", "given": "Fang", "name_zh": "王芳"},
        {"family": "Wang", "given": "F.", "name_zh": "王芳"},
    ),
]


@pytest.mark.parametrize(("first", "second"), NEARLY)
@pytest.mark.parametrize(
    "shared", [{}, {"new_entity": unit("A"), "position": DEPUTY}, {"email": "z@example.org"}]
)
def test_nearly_one_name_is_asked_about_and_never_one_or_two_unsaid(
    first: dict[str, Any], second: dict[str, Any], shared: dict[str, Any]
) -> None:
    for one, other in ((first, second), (second, first)):
        found = twins([of(2, **one, **shared), of(3, **other, **shared)])[3]
        assert (found.row, found.verdict, found.is_near) == (2, Verdict.ASKED, True)


def test_nearly_one_name_in_two_units_is_told_as_two(dialogue: Workspace) -> None:
    first, second = NEARLY[1]
    plan = planned(dialogue, of(2, new_entity=unit("A"), **first), of(3, new_entity=unit("B"), **second))
    assert plan.counts.added == 2
    assert [each.message.template for each in plan.problems] == [
        "Nearly the same name as in row {row}; taken to be another person."
    ]


@pytest.mark.parametrize(
    ("shared", "verdict"),
    [
        ({"new_entity": unit("A"), "position": DEPUTY}, Verdict.OTHER),
        ({"email": "z@example.org"}, Verdict.ASKED),
        ({"phone": "1"}, Verdict.ASKED),
    ],
)
def test_marie_and_marie_eve_are_two_unless_they_share_more(shared: dict[str, Any], verdict: Verdict) -> None:
    rows = [of(2, given="Marie", **shared), of(3, given="Marie-Ève", **shared)]
    assert twins(rows)[3].verdict is verdict


def test_names_of_other_characters_are_not_nearly_one() -> None:
    first = of(2, family="Wang", given="Xiao", name_zh="王晓")
    assert 3 not in twins([first, of(3, family="Wang", given="Xiao Ming", name_zh="王小明")])


def test_the_surer_division_of_a_name_wins(dialogue: Workspace) -> None:
    rows = (
        of(2, family="Nakamura", given="Keiko O'Connell", is_name_guessed=True),
        of(3, family="O’Connell-Nakamura", given="Keiko"),
    )
    plan = planned(dialogue, *rows, decisions={3: Decision(Choice.MERGE, row=2)})
    assert (plan.rows[0].draft.family, plan.rows[0].draft.given) == ("O’Connell-Nakamura", "Keiko")
