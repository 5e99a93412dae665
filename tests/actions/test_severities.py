"""What a dialogue takes less seriously: known kinds only, each once, as a step that can be undone."""

import pytest

from alternat.actions.severities import lower_finding, restore_finding
from alternat.planning.finding_kinds import UnknownFindingKindNear
from alternat.planning.findings import Severity
from alternat.planning.severities import Lowered, read_lowered
from alternat.storage.workspace import Workspace


def test_a_kind_that_no_check_has_is_refused_and_nothing_is_written(workspace: Workspace) -> None:
    with pytest.raises(UnknownFindingKindNear):
        lower_finding(workspace, "rooms-twice", Severity.NOTES, "A folding wall")
    assert read_lowered(workspace.tables) == {}
    assert workspace.undoable is None


def test_a_kind_lowered_again_stands_once_with_the_later_reason(workspace: Workspace) -> None:
    lower_finding(workspace, " Room-Twice", Severity.WARNS, "A folding wall")
    lower_finding(workspace, "room-twice", Severity.NOTES, " Two doors ")
    assert read_lowered(workspace.tables) == {"room-twice": Lowered(Severity.NOTES, "Two doors")}
    workspace.undo()
    assert read_lowered(workspace.tables) == {"room-twice": Lowered(Severity.WARNS, "A folding wall")}


def test_a_kind_that_was_not_lowered_is_restored_without_a_step(workspace: Workspace) -> None:
    assert not restore_finding(workspace, "room-twice")
    assert workspace.undoable is None
