"""A workbook of the follow-up in another dialogue, or with parts missing: what comes along, what is told."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import openpyxl
import pytest

from alternat.actions.dialogues import create_dialogue
from alternat.actions.follow_up_imports import import_follow_up
from alternat.actions.outcomes import add_outcome
from alternat.language.catalogs import catalog
from alternat.language.label import Label, Language
from alternat.language.messages import message
from alternat.nouns.outcomes import OutcomeKind
from alternat.nouns.provisions import ProvisionState
from alternat.planning.disclosure import Audience
from alternat.planning.findings import Severity
from alternat.planning.follow_up_plans import FollowUpPlan, RowAction
from alternat.storage.workspace import Workspace, create_workspace
from tests.exchange.follow_up.workbooks import contents, edited, export, filled, place, plan, read_back
from tests.factories.programmes import fill_programme

SAY = catalog(Language.EN).say
CLOSED = date(2027, 7, 1)


@pytest.fixture
def other(tmp_path: Path) -> Iterator[Workspace]:
    """Another dialogue, with a closed record and a number that was given and taken away."""
    with create_workspace(tmp_path / "other.alternat", actor="Test") as workspace:
        create_dialogue(workspace, "canada-china")
        programme, _ = filled(workspace)
        with workspace.change(message("Close")) as change:
            facts = {"record_closed": CLOSED, "last_outcome": 5}
            change.update(workspace.tables.Meeting, {programme.meeting: facts})
        yield workspace


def notes(told: FollowUpPlan) -> list[str]:
    return [SAY(each) for each in told.notes]


def test_a_closed_record_comes_along_with_its_last_number_and_cannot_be_rewritten(
    dialogue: Workspace, other: Workspace, tmp_path: Path
) -> None:
    fill_programme(dialogue)
    path = export(other, tmp_path / "f.xlsx")
    told = plan(dialogue, path)
    (row,) = (each for each in told.rows if each.sheet.id == "records" and each.writes)
    assert [SAY(each.sentence).partition(":")[2] for each in row.changes] == [
        " – → Thursday, July 1, 2027",
        " 0 → 5",
    ]
    import_follow_up(dialogue, told)
    meeting = dialogue.tables.Meeting.get(dialogue.tables.Meeting.reference == "2027")
    assert (meeting.record_closed, meeting.last_outcome) == (CLOSED, 5)
    assert contents(dialogue)["records"] == contents(other)["records"]
    assert not plan(dialogue, path).writes
    edited(path, "outcomes", {("text.en", 4): "Rewritten"})
    assert "is corrected in it with a date and a reason" in str(plan(dialogue, path).problems[0].message)


@pytest.mark.parametrize("day", ["2027-08-01", None])
def test_a_record_that_is_closed_here_stays_so_and_the_row_is_told(
    dialogue: Workspace, tmp_path: Path, day: str | None
) -> None:
    programme, _ = filled(dialogue)
    path = edited(export(dialogue, tmp_path / "f.xlsx"), "records", {("record_closed", 5): day})
    with dialogue.change(message("Close")) as change:
        change.update(dialogue.tables.Meeting, {programme.meeting: {"record_closed": CLOSED}})
    told = plan(dialogue, path)
    assert [(each.severity, SAY(each.message)) for each in told.problems] == [
        (
            Severity.WARNS,
            (
                "The record of the meeting 2027 was closed here on Thursday, July 1, 2027 and stays closed; "
                "the row is left out."
            ),
        )
    ]
    assert told.count(RowAction.LEAVE) == 1
    assert not told.writes


def test_a_record_is_closed_by_a_day_that_somebody_fills_in(dialogue: Workspace, tmp_path: Path) -> None:
    programme, _ = filled(dialogue)
    path = edited(export(dialogue, tmp_path / "f.xlsx"), "records", {("record_closed", 5): "2027-06-01"})
    assert "before the meeting 2027" in str(plan(dialogue, path).problems[0].message)
    read_back(dialogue, edited(path, "records", {("record_closed", 5): "2027-07-01"}))
    assert dialogue.tables.Meeting.get_by_id(programme.meeting).record_closed == CLOSED
    dialogue.undo()
    assert dialogue.tables.Meeting.get_by_id(programme.meeting).record_closed is None


def test_what_no_workbook_carries_is_told_by_kind_before_anything_is_written(
    dialogue: Workspace, other: Workspace, tmp_path: Path
) -> None:
    fill_programme(dialogue)
    path = export(other, tmp_path / "f.xlsx")
    carried = "What no workbook carries stays where it was written: "
    (told,) = (each for each in notes(plan(dialogue, path)) if each.startswith(carried))
    for kind in ("1 check of a text", "1 collation", "1 dismissed difference", "1 proposal for an agenda"):
        assert kind in told
    # The dialogue itself has them, and hears nothing of it, even where rows are added by hand.
    new = {"meeting": 2027, "kind": "Noted", "text.en": "New"}
    path = edited(export(dialogue, tmp_path / "g.xlsx"), "outcomes", {(n, 9): v for n, v in new.items()})
    assert notes(plan(dialogue, path)) == []
    # How much the desk keeps for itself is told to nobody else.
    shared = notes(plan(dialogue, export(other, tmp_path / "h.xlsx", audience=Audience.BOTH)))
    assert "1 check of a text" in shared[0]
    assert not any("dismissed" in each or "proposal" in each for each in shared)
    assert shared[1:] == [
        "Progress notes: 1 row was not for the audience of the workbook and does not come along."
    ]


def test_a_sheet_and_a_column_that_are_missing_are_told(dialogue: Workspace, tmp_path: Path) -> None:
    filled(dialogue)
    path = export(dialogue, tmp_path / "f.xlsx")
    book = openpyxl.load_workbook(path)
    outcomes = book.worksheets[1]
    outcomes.delete_cols(place(outcomes, "due"))
    book.remove(book.worksheets[2])
    book.save(path)
    told = plan(dialogue, path)
    assert notes(told) == [
        "Outcomes: columns that the workbook lacks, so that what they say stays as it is: due date",
        "The workbook has no sheet “Progress notes”: 2 rows of the dialogue stay as they are.",
    ]
    assert not told.writes


HAPPENED = [
    ("outcomes", {"state": "Done", "state_on": "2028-02-01"}, 4),
    ("outcomes", {"last_heard": "dialogue-1 2028-02-01"}, 4),
    ("outcomes", {"consent_asked": "2028-02-01", "consent_given": None}, 4),
    ("notes", {"day": "2028-02-01"}, 3),
    ("guidance", {"closed_on": "2028-02-01"}, 3),
    ("steps", {"done_on": "2028-02-01"}, 3),
    ("records", {"record_closed": "2028-02-01"}, 5),
    ("objectives", {"state": "Achieved", "state_on": "2028-02-01"}, 3),
]


@pytest.mark.parametrize(("sheet", "cells", "row"), HAPPENED)
def test_what_has_happened_is_of_no_day_to_come(
    dialogue: Workspace, tmp_path: Path, sheet: str, cells: dict[str, object], row: int
) -> None:
    filled(dialogue)
    path = export(dialogue, tmp_path / "f.xlsx")
    told = plan(dialogue, edited(path, sheet, {(name, row): value for name, value in cells.items()}))
    assert [(each.row, each.severity, SAY(each.message)) for each in told.problems] == [
        (
            row,
            Severity.BLOCKS,
            (
                "Tuesday, February 1, 2028 has not come yet; today is Sunday, October 31, 2027. Give the day "
                "on which it happened."
            ),
        )
    ]


def test_merged_cells_are_refused_and_not_taken_for_emptied_ones(dialogue: Workspace, tmp_path: Path) -> None:
    filled(dialogue)
    path = export(dialogue, tmp_path / "f.xlsx")
    book = openpyxl.load_workbook(path)
    at = place(book.worksheets[1], "due")
    book.worksheets[1].merge_cells(start_row=3, end_row=4, start_column=at, end_column=at)
    book.save(path)
    (problem,) = plan(dialogue, path).problems
    assert (problem.row, SAY(problem.field) if problem.field else "") == (4, "due date")
    assert "The cell is merged with another one." in SAY(problem.message)


def test_a_dialogue_that_meets_no_more_takes_on_nothing(dialogue: Workspace, tmp_path: Path) -> None:
    programme, made = filled(dialogue)
    with dialogue.change(message("Close")) as change:
        change.update(dialogue.tables.Provision, {made.dialogue: {"state": ProvisionState.CLOSED}})
    new = {"meeting": programme.meeting, "kind": OutcomeKind.AGREED, "text": Label("New")}
    add_outcome(dialogue, new)
    path = export(dialogue, tmp_path / "f.xlsx")
    assert not plan(dialogue, path).problems
    (problem,) = plan(dialogue, edited(path, "outcomes", {("carriers", 5): "dialogue-1"})).problems
    assert problem.severity is Severity.BLOCKS
    assert (
        "“dialogue-1” meets no more and takes on nothing new. Those that still meet are: dialogue-2"
        in SAY(problem.message)
    )


def test_a_state_that_becomes_another_and_keeps_its_day_is_told(dialogue: Workspace, tmp_path: Path) -> None:
    filled(dialogue)
    path = edited(export(dialogue, tmp_path / "f.xlsx"), "outcomes", {("state", 4): "Carried out"})
    (problem,) = plan(dialogue, path).problems
    assert problem.severity is Severity.WARNS
    assert "its day stays Sunday, August 1, 2027" in SAY(problem.message)
    edited(path, "outcomes", {("state_on", 4): "2027-09-03"})
    assert not plan(dialogue, path).problems


def test_a_code_that_was_changed_is_told_and_not_taken_for_a_new_outcome_in_silence(
    dialogue: Workspace, tmp_path: Path
) -> None:
    filled(dialogue)
    path = edited(export(dialogue, tmp_path / "f.xlsx"), "outcomes", {("code", 3): "2027-9"})
    told = [SAY(each.message) for each in plan(dialogue, path).problems if each.row == 3]
    assert [each.rpartition(". If")[0] for each in told] == [
        "2027-9 would be new and says the same as 2027-1, which stays as it is"
    ]


def test_a_state_that_nothing_noted_can_have_is_told_by_its_own_word(
    dialogue: Workspace, tmp_path: Path
) -> None:
    _, made = filled(dialogue)
    with dialogue.change(message("Note")) as change:
        change.update(dialogue.tables.Outcome, {made.earlier: {"kind": OutcomeKind.NOTED}})
    path = edited(export(dialogue, tmp_path / "f.xlsx"), "outcomes", {("state", 3): "Carried out"})
    (change_,) = (each for row in plan(dialogue, path).rows for each in row.changes)
    assert SAY(change_.sentence) == "state: Noted → Carried out"
