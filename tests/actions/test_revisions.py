"""Publishing the programme."""

from datetime import UTC, datetime, time, timedelta, timezone

import pytest

from alternat.actions.fields import TooLong
from alternat.actions.programme import change_sessions, move_session
from alternat.actions.revisions import NothingChanged, NothingToPublish, publish
from alternat.planning.revisions import last_revision, revisions
from alternat.storage.workspace import Workspace
from tests.factories.meetings import add_ottawa_2027
from tests.factories.programmes import fill_programme


def test_revisions_are_numbered_and_keep_when_and_who(dialogue: Workspace) -> None:
    filled = fill_programme(dialogue)
    beijing = datetime(2027, 6, 2, 1, 30, tzinfo=timezone(timedelta(hours=8)))
    publish(dialogue, filled.meeting, "Zoé Ives", now=beijing)
    move_session(dialogue, filled.sessions["bilateral"], start=time(11, 15))
    publish(dialogue, filled.meeting, "Max Fortin", now=datetime(2027, 6, 3, tzinfo=UTC))
    assert [
        (each.number, each.published, each.published_by)
        for each in revisions(dialogue.tables, filled.meeting)
    ] == [
        (1, datetime(2027, 6, 1, 17, 30, tzinfo=UTC), "Zoé Ives"),
        (2, datetime(2027, 6, 3, tzinfo=UTC), "Max Fortin"),
    ]


def test_publishing_can_be_taken_back(dialogue: Workspace) -> None:
    filled = fill_programme(dialogue)
    publish(dialogue, filled.meeting, "Zoé Ives")
    kept = last_revision(dialogue.tables, filled.meeting)
    dialogue.undo()
    assert last_revision(dialogue.tables, filled.meeting) is None
    dialogue.redo()
    assert last_revision(dialogue.tables, filled.meeting) == kept


def test_an_empty_programme_is_not_published(dialogue: Workspace) -> None:
    with pytest.raises(NothingToPublish):
        publish(dialogue, add_ottawa_2027(dialogue), "Zoé Ives")


def test_what_has_not_changed_is_not_published_again_nor_for_a_private_note(dialogue: Workspace) -> None:
    filled = fill_programme(dialogue)
    publish(dialogue, filled.meeting, "Zoé Ives")
    change_sessions(dialogue, [filled.sessions["lunch"]], {"private_note": "Beside the side door"})
    with pytest.raises(NothingChanged):
        publish(dialogue, filled.meeting, "Zoé Ives")
    assert len(revisions(dialogue.tables, filled.meeting)) == 1


def test_who_publishes_has_a_name_of_bearable_length(dialogue: Workspace) -> None:
    filled = fill_programme(dialogue)
    with pytest.raises(TooLong):
        publish(dialogue, filled.meeting, "x" * 201)
