"""How a meeting goes from draft to held, aside, and back."""

from datetime import date

import pytest

from alternat.actions.consents import give_consent
from alternat.actions.meetings import (
    ConsentNeeded,
    DatesNeeded,
    ReasonNeeded,
    StatusNotAllowed,
    TurnUndecided,
    add_meeting,
    change_meeting,
    set_status,
)
from alternat.language.catalogs import catalog
from alternat.language.label import Language
from alternat.nouns.consents import ConsentStep
from alternat.nouns.meetings import MeetingStatus
from alternat.planning.statuses import NEXT_STATUSES
from alternat.storage.workspace import Workspace


@pytest.fixture
def meeting(dialogue: Workspace) -> int:
    changes = add_meeting(dialogue, year=2027, host="CN", starts=date(2027, 6, 15))
    return changes.inserted("meeting")[0]


def _status(dialogue: Workspace, meeting: int) -> MeetingStatus:
    return dialogue.tables.Meeting.get_by_id(meeting).status


def _agree(dialogue: Workspace, meeting: int) -> None:
    give_consent(dialogue, side="CN", step=ConsentStep.PROPOSED, given=date(2027, 1, 4), meeting=meeting)
    give_consent(dialogue, side="CA", step=ConsentStep.ACCEPTED, given=date(2027, 1, 9), meeting=meeting)


def test_a_meeting_goes_from_draft_to_held_once_both_sides_agree(dialogue: Workspace, meeting: int) -> None:
    set_status(dialogue, meeting, MeetingStatus.PROPOSED)
    with pytest.raises(ConsentNeeded) as refused:
        set_status(dialogue, meeting, MeetingStatus.AGREED)
    assert catalog(Language.EN).say_error(refused.value) == (
        "The meeting 2027 cannot be agreed: the consent of Canada and China is not on record. "
        "Record its date and document before."
    )
    _agree(dialogue, meeting)
    for status in (MeetingStatus.AGREED, MeetingStatus.CONFIRMED, MeetingStatus.HELD):
        set_status(dialogue, meeting, status)
    assert _status(dialogue, meeting) is MeetingStatus.HELD


@pytest.mark.parametrize("now", MeetingStatus)
def test_no_other_step_is_possible(dialogue: Workspace, now: MeetingStatus) -> None:
    changes = add_meeting(dialogue, year=2027, host="CN", starts=date(2027, 6, 15), status=now)
    (meeting,) = changes.inserted("meeting")
    for wanted in set(MeetingStatus) - {now, *NEXT_STATUSES[now]}:
        with pytest.raises(StatusNotAllowed):
            change_meeting(dialogue, meeting, {"status": wanted})
    assert _status(dialogue, meeting) is now


def test_dates_come_before_a_proposal(dialogue: Workspace) -> None:
    (meeting,) = add_meeting(dialogue, year=2027, host="CN").inserted("meeting")
    with pytest.raises(DatesNeeded):
        set_status(dialogue, meeting, MeetingStatus.PROPOSED)


def test_hosting_out_of_turn_needs_a_reason_before_it_is_proposed(dialogue: Workspace, meeting: int) -> None:
    change_meeting(dialogue, meeting, {"host": 1})
    with pytest.raises(ReasonNeeded, match="It is the turn of"):
        set_status(dialogue, meeting, MeetingStatus.PROPOSED)
    set_status(dialogue, meeting, MeetingStatus.PROPOSED, reason="Elections in Beijing")
    row = dialogue.tables.Meeting.get_by_id(meeting)
    assert (row.status, row.host_reason) == (MeetingStatus.PROPOSED, "Elections in Beijing")


def test_cancelling_asks_whether_the_turn_passes(dialogue: Workspace, meeting: int) -> None:
    with pytest.raises(TurnUndecided):
        set_status(dialogue, meeting, MeetingStatus.CANCELLED)
    set_status(dialogue, meeting, MeetingStatus.CANCELLED, "Flood", turn_passes=True)
    assert dialogue.tables.Meeting.get_by_id(meeting).turn_passes
    assert dialogue.undoable is not None
    assert catalog(Language.EN).say(dialogue.undoable) == "Set the meeting 2027 to cancelled: Flood"
    set_status(dialogue, meeting, MeetingStatus.DRAFT)
    assert not dialogue.tables.Meeting.get_by_id(meeting).turn_passes
