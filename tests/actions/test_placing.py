"""Copying a session to another time and room."""

from datetime import time

from alternat.actions.placing import copy_session_to
from alternat.planning.programme import read_sessions
from alternat.storage.workspace import Workspace
from tests.factories.programmes import SECOND_DAY, fill_programme


def test_a_copy_carries_everything_and_is_one_step(dialogue: Workspace) -> None:
    filled = fill_programme(dialogue)
    original = filled.sessions["plenary"]

    changes = copy_session_to(dialogue, original, day=SECOND_DAY, start=time(14, 5), room=filled.rooms["A2"])

    (key,) = changes.inserted("session")
    plans = read_sessions(dialogue.tables, filled.meeting)
    copy, old = plans[key], plans[original]
    assert (copy.day, copy.start, copy.room) == (SECOND_DAY, time(14, 5), filled.rooms["A2"])
    assert (copy.title, copy.chairs, copy.parties, copy.assignments) == (
        old.title,
        old.chairs,
        old.parties,
        old.assignments,
    )
    assert [item.text for item in copy.agenda] == [item.text for item in old.agenda]
    dialogue.undo()
    assert key not in read_sessions(dialogue.tables, filled.meeting)
