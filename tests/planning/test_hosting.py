"""Whose turn it is to host."""

import pytest
from alternat.storage.workspace import Workspace

from alternat.actions.meetings import add_meeting, change_meeting
from alternat.language.catalogs import catalog
from alternat.language.label import Language
from alternat.models.meetings import MeetingStatus
from alternat.planning.hosting import next_host


def test_the_side_that_did_not_host_the_last_held_meeting_is_next(dialogue: Workspace) -> None:
    turn = next_host(dialogue.tables)
    assert turn.side == "CN"
    assert catalog(Language.EN).say(turn.reason) == "Canada hosted the last meeting held, in 2017."


@pytest.mark.parametrize(
    "status", [MeetingStatus.POSTPONED, MeetingStatus.CANCELLED, MeetingStatus.CONFIRMED]
)
def test_a_meeting_that_was_not_held_leaves_the_turn_where_it_was(
    dialogue: Workspace, status: MeetingStatus
) -> None:
    add_meeting(dialogue, year=2018, host="CN", status=status)
    assert next_host(dialogue.tables).side == "CN"


def test_holding_a_meeting_passes_the_turn_whatever_the_year(dialogue: Workspace) -> None:
    meeting = add_meeting(dialogue, year=2026, host="CN").inserted("meeting")[0]
    change_meeting(dialogue, meeting, {"status": MeetingStatus.HELD})
    assert next_host(dialogue.tables).side == "CA"
