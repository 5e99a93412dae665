"""An agreement holds for the days, host and city that it was given for, and for nothing else."""

from datetime import date

import pytest

from alternat.actions.consents import give_consent, withdraw_consent
from alternat.actions.fields import Fields
from alternat.actions.meetings import (
    ConsentNeeded,
    DatesNeeded,
    add_meeting,
    change_meeting,
    set_status,
)
from alternat.language.catalogs import catalog
from alternat.language.label import Label, Language
from alternat.language.messages import message
from alternat.nouns.consents import ConsentStep
from alternat.nouns.meetings import MeetingStatus
from alternat.planning.checks import check_meeting
from alternat.planning.consents import agreement
from alternat.planning.findings import Severity
from alternat.storage.workspace import Workspace

JUNE, JULY = date(2027, 6, 15), date(2027, 7, 6)


def _consent(dialogue: Workspace, meeting: int) -> None:
    give_consent(dialogue, side="CN", step=ConsentStep.PROPOSED, given=date(2027, 1, 4), meeting=meeting)
    give_consent(dialogue, side="CA", step=ConsentStep.ACCEPTED, given=date(2027, 1, 9), meeting=meeting)


@pytest.fixture
def meeting(dialogue: Workspace) -> int:
    """The meeting of June 2027 in Beijing, confirmed by both sides."""
    (meeting,) = add_meeting(dialogue, year=2027, host="CN", starts=JUNE).inserted("meeting")
    _consent(dialogue, meeting)
    for status in (MeetingStatus.PROPOSED, MeetingStatus.AGREED, MeetingStatus.CONFIRMED):
        set_status(dialogue, meeting, status)
    return meeting


def _status(dialogue: Workspace, meeting: int) -> MeetingStatus:
    return dialogue.tables.Meeting.get_by_id(meeting).status


@pytest.mark.parametrize(
    ("fields", "status"),
    [
        ({"starts": JULY, "ends": JULY}, MeetingStatus.PROPOSED),
        ({"ends": date(2027, 6, 16)}, MeetingStatus.PROPOSED),
        ({"starts": JULY, "ends": JULY, "status": MeetingStatus.CONFIRMED}, MeetingStatus.PROPOSED),
        ({"city": Label("Shanghai", "Shanghai", "上海")}, MeetingStatus.PROPOSED),
        ({"starts": None, "ends": None}, MeetingStatus.DRAFT),
    ],
)
def test_moving_an_agreed_meeting_sets_it_back_in_the_same_step(
    dialogue: Workspace, meeting: int, fields: Fields, status: MeetingStatus
) -> None:
    changes = change_meeting(dialogue, meeting, fields)

    assert _status(dialogue, meeting) is status
    assert "both sides have to consent again" in catalog(Language.EN).say(changes.label)
    assert not agreement(dialogue.tables, meeting=meeting).is_complete
    dialogue.undo()
    assert _status(dialogue, meeting) is MeetingStatus.CONFIRMED
    assert agreement(dialogue.tables, meeting=meeting).is_complete


def test_another_host_sets_an_agreed_meeting_back(dialogue: Workspace, meeting: int) -> None:
    canada = dialogue.tables.Side.get(dialogue.tables.Side.code == "CA").id

    change_meeting(dialogue, meeting, {"host": canada, "host_reason": "Works in Beijing"})

    assert _status(dialogue, meeting) is MeetingStatus.PROPOSED


def test_what_moves_nothing_leaves_the_agreement(dialogue: Workspace, meeting: int) -> None:
    change_meeting(dialogue, meeting, {"city": Label("Beijing", "Pékin", "北京市")})
    change_meeting(dialogue, meeting, {"number": 3, "starts": JUNE})

    assert _status(dialogue, meeting) is MeetingStatus.CONFIRMED


def test_a_city_renamed_language_by_language_is_another_city_in_the_end(
    dialogue: Workspace, meeting: int
) -> None:
    city = dialogue.tables.Meeting.get_by_id(meeting).city
    for language, text in ((Language.EN, "Xi’an"), (Language.FR, "Xi’an"), (Language.ZH, "西安")):
        assert _status(dialogue, meeting) is MeetingStatus.CONFIRMED
        city = city.with_text(language, text)
        change_meeting(dialogue, meeting, {"city": city})

    assert _status(dialogue, meeting) is MeetingStatus.PROPOSED


def test_consent_to_other_days_counts_again_only_on_those_days(dialogue: Workspace, meeting: int) -> None:
    change_meeting(dialogue, meeting, {"starts": JULY, "ends": JULY})
    with pytest.raises(ConsentNeeded):
        set_status(dialogue, meeting, MeetingStatus.AGREED)
    standing = agreement(dialogue.tables, meeting=meeting)
    assert [(word.side, word.starts, word.host) for word in standing.outdated] == [
        ("CN", JUNE, "CN"),
        ("CA", JUNE, "CN"),
    ]

    change_meeting(dialogue, meeting, {"starts": JUNE, "ends": JUNE})
    set_status(dialogue, meeting, MeetingStatus.AGREED)

    assert _status(dialogue, meeting) is MeetingStatus.AGREED


def test_both_sides_can_consent_again_to_the_new_days(dialogue: Workspace, meeting: int) -> None:
    change_meeting(dialogue, meeting, {"starts": JULY, "ends": JULY})

    _consent(dialogue, meeting)
    set_status(dialogue, meeting, MeetingStatus.AGREED)

    assert agreement(dialogue.tables, meeting=meeting).outdated == ()
    assert dialogue.tables.Consent.select().count() == 2


def test_agreeing_and_moving_at_once_needs_consent_to_the_new_days(dialogue: Workspace, meeting: int) -> None:
    set_status(dialogue, meeting, MeetingStatus.AGREED)
    with pytest.raises(ConsentNeeded):
        change_meeting(dialogue, meeting, {"starts": JULY, "ends": JULY, "status": MeetingStatus.CONFIRMED})


@pytest.mark.parametrize("side", ["CA", "CN"])
def test_withdrawing_a_consent_sets_an_agreed_meeting_back(
    dialogue: Workspace, meeting: int, side: str
) -> None:
    word = agreement(dialogue.tables, meeting=meeting).word_of(side)
    assert word is not None

    changes = withdraw_consent(dialogue, word.id)

    assert _status(dialogue, meeting) is MeetingStatus.PROPOSED
    told = catalog(Language.EN).say(changes.label)
    assert "which goes back to proposed" in told
    assert told.endswith("; the acceptance of Canada goes with it") == (side == "CN")
    dialogue.undo()
    assert _status(dialogue, meeting) is MeetingStatus.CONFIRMED


def test_nobody_consents_to_a_meeting_without_days(dialogue: Workspace) -> None:
    (meeting,) = add_meeting(dialogue, year=2028, host="CA").inserted("meeting")
    with pytest.raises(DatesNeeded):
        _consent(dialogue, meeting)


def test_a_meeting_entered_as_agreed_is_found_wanting(dialogue: Workspace) -> None:
    added = add_meeting(dialogue, year=2027, host="CN", starts=JUNE, status=MeetingStatus.AGREED)
    (meeting,) = added.inserted("meeting")

    (finding,) = [
        each for each in check_meeting(dialogue.tables, meeting) if each.code == "meeting-consent-missing"
    ]

    assert finding.severity is Severity.WARNS
    assert catalog(Language.EN).say(finding.message) == (
        "The meeting 2027 is agreed, but the consent of Canada and China is not on record."
    )


def test_the_reason_of_a_meeting_called_off_stays_with_it_until_it_is_taken_up_again(
    dialogue: Workspace, meeting: int
) -> None:
    set_status(dialogue, meeting, MeetingStatus.POSTPONED, "Elections")
    assert dialogue.tables.Meeting.get_by_id(meeting).status_reason == "Elections"

    set_status(dialogue, meeting, MeetingStatus.PROPOSED)

    assert dialogue.tables.Meeting.get_by_id(meeting).status_reason == ""


def test_a_meeting_that_stands_as_agreed_on_outdated_consent_is_blocked(
    dialogue: Workspace, meeting: int
) -> None:
    with dialogue.change(message("Move without a verb")) as change:
        change.update(dialogue.tables.Meeting, {meeting: {"starts": JULY, "ends": JULY}})

    (finding,) = [each for each in check_meeting(dialogue.tables, meeting) if each.code == "consent-outdated"]

    assert finding.severity is Severity.BLOCKS
    assert catalog(Language.EN).say(finding.message) == (
        "The meeting 2027 is confirmed, but the sides have consented to other days, another host or "
        "another city."
    )
