"""Numbers that were given out: undo leaves them given, redo and checking go on working."""

from datetime import time
from typing import Any

import pytest

from alternat.actions.meetings import change_meeting, raise_revision, remove_meeting
from alternat.actions.programme import move_session
from alternat.actions.revisions import publish
from alternat.planning.revisions import revisions
from alternat.storage.workspace import Workspace, open_workspace
from tests.factories.meetings import add_ottawa_2027
from tests.factories.people import add_delegate
from tests.factories.programmes import fill_programme


def _serials(workspace: Workspace) -> list[int]:
    part: Any = workspace.tables.Participation
    return [row.serial for row in part.select().order_by(part.id)]


def test_a_badge_number_that_was_taken_back_is_not_given_again(dialogue: Workspace) -> None:
    meeting = add_ottawa_2027(dialogue)
    add_delegate(dialogue, meeting, family="Roy")
    add_delegate(dialogue, meeting, family="Gagnon")
    dialogue.undo()
    add_delegate(dialogue, meeting, family="Fortin")
    assert _serials(dialogue) == [1, 3]
    assert dialogue.verify() == ()


def test_what_is_done_again_keeps_its_badge_number_and_the_next_one_is_higher(dialogue: Workspace) -> None:
    meeting = add_ottawa_2027(dialogue)
    add_delegate(dialogue, meeting, family="Roy")
    dialogue.undo()
    dialogue.redo()
    add_delegate(dialogue, meeting, family="Fortin")
    assert _serials(dialogue) == [1, 2]
    assert dialogue.verify() == ()


def test_undo_is_not_held_up_by_numbers_that_another_desk_has_given_since(dialogue: Workspace) -> None:
    meeting = add_ottawa_2027(dialogue)
    add_delegate(dialogue, meeting, family="Roy")
    address = dialogue.address
    dialogue.close()
    with open_workspace(address, actor="Another") as other:
        add_delegate(other, meeting, family="Fortin")
    with open_workspace(address, actor="Test") as again:
        again.undo()
        add_delegate(again, meeting, family="Gagnon")
        assert _serials(again) == [2, 3]


def test_a_revision_that_was_taken_back_is_not_given_again(dialogue: Workspace) -> None:
    filled = fill_programme(dialogue)
    publish(dialogue, filled.meeting, "Zoé Ives")
    dialogue.undo()
    move_session(dialogue, filled.sessions["bilateral"], start=time(11, 15))
    publish(dialogue, filled.meeting, "Zoé Ives")
    assert [each.number for each in revisions(dialogue.tables, filled.meeting)] == [2]
    assert dialogue.verify() == ()


@pytest.mark.parametrize("turns", [("undo",), ("undo", "redo", "undo")])
def test_a_revision_of_the_lists_goes_back_but_its_number_is_not_given_again(
    dialogue: Workspace, turns: tuple[str, ...]
) -> None:
    meeting = add_ottawa_2027(dialogue)
    raise_revision(dialogue, meeting)
    for turn in turns:
        getattr(dialogue, turn)()
    assert dialogue.tables.Meeting.get_by_id(meeting).list_revision == 1
    raise_revision(dialogue, meeting)
    assert dialogue.tables.Meeting.get_by_id(meeting).list_revision == 3
    assert dialogue.verify() == ()


def test_a_meeting_that_comes_back_remembers_what_it_gave_out(dialogue: Workspace) -> None:
    filled = fill_programme(dialogue)
    publish(dialogue, filled.meeting, "Zoé Ives")
    highest = max(_serials(dialogue))
    remove_meeting(dialogue, filled.meeting)
    dialogue.undo()
    row = dialogue.tables.Meeting.get_by_id(filled.meeting)
    assert (row.last_serial, row.last_revision) == (highest, 1)
    assert dialogue.verify() == ()


def test_a_meeting_that_is_taken_back_and_made_again_remembers_what_it_gave_out(dialogue: Workspace) -> None:
    meeting = add_ottawa_2027(dialogue)
    add_delegate(dialogue, meeting, family="Roy")
    for _ in range(2):
        dialogue.undo()
    assert dialogue.tables.Meeting.get_or_none(dialogue.tables.Meeting.id == meeting) is None
    dialogue.redo()
    assert dialogue.tables.Meeting.get_by_id(meeting).last_serial == 1
    add_delegate(dialogue, meeting, family="Fortin")
    assert _serials(dialogue) == [2]
    assert dialogue.verify() == ()


def test_other_fields_of_the_same_row_go_back_as_ever(dialogue: Workspace) -> None:
    meeting = add_ottawa_2027(dialogue)
    change_meeting(dialogue, meeting, {"region": "CA-QC"})
    add_delegate(dialogue, meeting, family="Roy")
    for _ in range(2):
        dialogue.undo()
    row = dialogue.tables.Meeting.get_by_id(meeting)
    assert (row.region, row.last_serial) == ("", 1)
