"""What reading a workbook back would run into is told before it is written, and nothing is left of that."""

from datetime import date
from pathlib import Path

import pytest

from alternat.actions.follow_up_imports import FollowUpBlocked, import_follow_up, rehearsed
from alternat.language.catalogs import catalog
from alternat.language.label import Language
from alternat.planning.follow_up_plans import FollowUpPlan
from alternat.storage.workspace import Workspace
from tests.exchange.follow_up.workbooks import contents, edited, export, filled, plan
from tests.factories.people import add_delegate

SAY = catalog(Language.EN).say


@pytest.fixture
def path(any_workspace: Workspace, tmp_path: Path) -> Path:
    from alternat.actions.dialogues import create_dialogue

    create_dialogue(any_workspace, "canada-china")
    filled(any_workspace)
    return export(any_workspace, tmp_path / "f.xlsx")


def tried(workspace: Workspace, path: Path) -> FollowUpPlan:
    """Rehearse a workbook and see that nothing is left of that."""
    before, steps = contents(workspace), len(workspace.history())
    told = rehearsed(workspace, plan(workspace, path))
    assert (contents(workspace), len(workspace.history())) == (before, steps)
    return told


REFUSED = [
    ("topics", {("state", 3): "merged", ("state_on", 3): date(2027, 8, 1), ("merged_into", 3): "topic-1"}),
    ("objectives", {("state", 3): "closed", ("state_on", 3): None}),
    ("officials", {("provision", 4): "dialogue-1", ("side", 4): "CA", ("person", 4): "Noé 0 Bélair"}),
]


@pytest.mark.parametrize(("sheet", "edits"), REFUSED)
def test_what_writing_refuses_is_told_with_its_row(
    any_workspace: Workspace, path: Path, sheet: str, edits: dict[tuple[str, int], object]
) -> None:
    told = tried(any_workspace, edited(path, sheet, edits))
    assert told.is_blocked
    (row,) = {row for _, row in edits}
    assert row in {each.row for each in told.problems}
    with pytest.raises(FollowUpBlocked):
        import_follow_up(any_workspace, told)


def test_what_writing_allows_is_written_after_it_as_it_was_told(any_workspace: Workspace, path: Path) -> None:
    told = tried(any_workspace, edited(path, "outcomes", {("short.en", 4): "Other"}))
    assert (told.problems, told.lacks) == ((), ())
    import_follow_up(any_workspace, told)
    assert any_workspace.tables.Outcome.get_by_id(2).short.en == "Other"


def test_what_a_record_lacks_that_a_workbook_closes_is_told(any_workspace: Workspace, path: Path) -> None:
    table = any_workspace.tables.Meeting
    with any_workspace.change(plan(any_workspace, path).summary) as change:
        change.update(table, {row.id: {"record_closed": None} for row in table.select()})
    edited(path, "records", {("record_closed", 3): date(2027, 8, 1)})
    told = tried(any_workspace, path)
    assert not told.is_blocked
    assert [SAY(each) for each in told.lacks] == ["The record of the meeting 2016 has no outcome."]


@pytest.mark.parametrize("is_chosen", [False, True])
def test_nobody_leads_for_the_other_side(any_workspace: Workspace, path: Path, *, is_chosen: bool) -> None:
    person = add_delegate(any_workspace, None, side="CA", family="Only", given="One")
    name = "Somebody" if is_chosen else "One ONLY"
    told = plan(
        any_workspace,
        edited(path, "outcomes", {("lead.CN", 4): name}),
        {name: person},
    )
    (problem,) = told.problems
    assert problem.row == 4
    assert SAY(problem.message) == "This person is not of the side China; choose one of its own."
    assert told.is_blocked
