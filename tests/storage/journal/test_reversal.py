"""Undo and redo on either engine: what returns, what is refused, and whose steps they are."""

import pytest

from alternat.language.messages import message
from alternat.storage.changes import Changes, Origin, RowChange, RowKind
from alternat.storage.journal.reversal import UndoConflict
from alternat.storage.journal.tables import StepState
from alternat.storage.workspace import Workspace, open_workspace
from tests.storage.rows import CANADA, add_people, add_side, contents, families, person, rename


def test_undo_and_redo_walk_through_the_steps(any_workspace: Workspace) -> None:
    (key,) = add_people(any_workspace, "A")
    for family in ("B", "C"):
        rename(any_workspace, key, family)

    walked = []
    for turn in (any_workspace.undo, any_workspace.undo, any_workspace.redo, any_workspace.undo):
        turn()
        walked.append(families(any_workspace))
    assert walked == [["B"], ["A"], ["B"], ["A"]]
    assert any_workspace.redoable == message("Rename to {family}", family="B")


def test_undo_tells_what_it_changed(any_workspace: Workspace) -> None:
    (key,) = add_people(any_workspace, "A")
    assert any_workspace.undo() == Changes(
        3, message("Add people"), Origin.UNDONE, (RowChange("person", key, RowKind.DELETED),)
    )
    assert any_workspace.redo() == Changes(
        4, message("Add people"), Origin.REDONE, (RowChange("person", key, RowKind.INSERTED),)
    )


def test_with_nothing_to_turn_nothing_happens(any_workspace: Workspace) -> None:
    assert any_workspace.undoable is None
    assert any_workspace.redoable is None
    assert any_workspace.undo() is None
    assert any_workspace.redo() is None
    assert any_workspace.history() == ()


def test_a_new_step_drops_what_was_undone(any_workspace: Workspace) -> None:
    (key,) = add_people(any_workspace, "A")
    rename(any_workspace, key, "B")
    any_workspace.undo()
    rename(any_workspace, key, "C")

    assert any_workspace.redo() is None
    assert [step.state for step in any_workspace.history() if step.origin is Origin.DONE] == [
        StepState.DONE,
        StepState.DROPPED,
        StepState.DONE,
        StepState.DONE,
    ]
    any_workspace.undo()
    assert families(any_workspace) == ["A"]


def test_versions_only_ever_grow(any_workspace: Workspace) -> None:
    (key,) = add_people(any_workspace, "A")
    rename(any_workspace, key, "B")
    with any_workspace.change(message("Remove")) as change:
        change.delete(any_workspace.tables.Person, [key])

    versions = []
    for turn in (any_workspace.undo, any_workspace.undo, any_workspace.redo):
        turn()
        versions.append(any_workspace.tables.Person.get_by_id(key).version)
    # 3 stands for the removal itself.
    assert versions == [4, 5, 6]
    any_workspace.undo()
    any_workspace.undo()
    any_workspace.redo()
    assert any_workspace.tables.Person.get_by_id(key).version > 6


def test_values_that_must_be_unique_can_change_places_again(any_workspace: Workspace) -> None:
    side = add_side(any_workspace)
    tables = any_workspace.tables
    with any_workspace.change(message("Two")) as change:
        (other,) = change.insert(tables.Side, [{**CANADA, "code": "CN"}])
    with any_workspace.change(message("Swap")) as change:
        for key, code in ((side, "-"), (other, "CA"), (side, "CN")):
            change.update(tables.Side, {key: {"code": code}})

    any_workspace.undo()
    assert [row.code for row in tables.Side.select().order_by(tables.Side.id)] == ["CA", "CN"]
    any_workspace.redo()
    assert [row.code for row in tables.Side.select().order_by(tables.Side.id)] == ["CN", "CA"]


def test_each_actor_takes_back_own_steps(any_address: str, any_workspace: Workspace) -> None:
    first, second = add_people(any_workspace, "A", "B")
    rename(any_workspace, first, "A1")
    any_workspace.close()
    with open_workspace(any_address, actor="Other") as other:
        assert other.undoable is None
        rename(other, second, "B1")
        other.undo()
        rename(other, second, "B2")
    with open_workspace(any_address, actor="Test") as workspace:
        workspace.undo()
        assert families(workspace) == ["A", "B2"]
        assert workspace.redoable == message("Rename to {family}", family="A1")


def other_did(address: str, workspace: Workspace) -> Workspace:
    """Close the workspace and open it as somebody else."""
    workspace.close()
    return open_workspace(address, actor="Other")


def test_a_row_that_somebody_changed_since_is_a_conflict(any_address: str, any_workspace: Workspace) -> None:
    (key, untouched) = add_people(any_workspace, "A", "B")
    with any_workspace.change(message("Rename both")) as change:
        change.update(any_workspace.tables.Person, {key: {"family": "A1"}, untouched: {"family": "B1"}})
    with other_did(any_address, any_workspace) as other:
        rename(other, key, "A2")

    with open_workspace(any_address, actor="Test") as workspace:
        before = contents(workspace)
        with pytest.raises(UndoConflict) as refused:
            workspace.undo()
        assert refused.value.rows == (("person", key),)
        assert "“Rename both” cannot be taken back" in str(refused.value)
        assert "the person A2 (by Other)" in str(refused.value)
        assert contents(workspace) == before
        assert workspace.undoable == message("Rename both")


def test_another_field_of_the_row_is_no_conflict(any_address: str, any_workspace: Workspace) -> None:
    (key,) = add_people(any_workspace, "A")
    rename(any_workspace, key, "B")
    with other_did(any_address, any_workspace) as other, other.change(message("Given")) as change:
        change.update(other.tables.Person, {key: {"given": "Ann"}})

    with open_workspace(any_address, actor="Test") as workspace:
        workspace.undo()
        row = workspace.tables.Person.get_by_id(key)
        assert (row.family, row.given) == ("A", "Ann")


def test_a_row_that_somebody_removed_is_a_conflict(any_address: str, any_workspace: Workspace) -> None:
    (key,) = add_people(any_workspace, "A")
    rename(any_workspace, key, "B")
    with other_did(any_address, any_workspace) as other, other.change(message("Remove")) as change:
        change.delete(other.tables.Person, [key])

    with open_workspace(any_address, actor="Test") as workspace:
        with pytest.raises(UndoConflict) as refused:
            workspace.undo()
        assert refused.value.rows == (("person", key),)


def test_a_new_row_that_somebody_refers_to_is_not_taken_away(
    any_address: str, any_workspace: Workspace
) -> None:
    side = add_side(any_workspace)
    with other_did(any_address, any_workspace) as other, other.change(message("Add")) as change:
        (key,) = change.insert(other.tables.Person, [person(side, "A")])

    with open_workspace(any_address, actor="Test") as workspace:
        with pytest.raises(UndoConflict) as refused:
            workspace.undo()
        assert refused.value.rows == (("person", key),)
        assert families(workspace) == ["A"]


def test_a_row_whose_target_is_gone_does_not_return(any_address: str, any_workspace: Workspace) -> None:
    side = add_side(any_workspace)
    (key,) = add_people(any_workspace, "A")
    with any_workspace.change(message("Remove")) as change:
        change.delete(any_workspace.tables.Person, [key])
    with other_did(any_address, any_workspace) as other, other.change(message("Remove")) as change:
        change.delete(other.tables.Side, [side])

    with open_workspace(any_address, actor="Test") as workspace:
        with pytest.raises(UndoConflict) as refused:
            workspace.undo()
        assert refused.value.rows == (("person", key),)
        assert families(workspace) == []


def test_a_unique_value_that_somebody_took_is_a_conflict(any_address: str, any_workspace: Workspace) -> None:
    side = add_side(any_workspace)
    with any_workspace.change(message("Rename")) as change:
        change.update(any_workspace.tables.Side, {side: {"code": "XX"}})
    with other_did(any_address, any_workspace) as other:
        add_side(other)

    with open_workspace(any_address, actor="Test") as workspace:
        with pytest.raises(UndoConflict) as refused:
            workspace.undo()
        assert refused.value.rows == (("side", side),)
        assert [row.code for row in workspace.tables.Side.select()] == ["XX", "CA"]
