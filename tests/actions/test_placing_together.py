"""Several sessions put elsewhere together: one step, and all or none of them."""

from datetime import date, time

import pytest

from alternat.actions.placing import Spot, copy_sessions_to, place_sessions
from alternat.actions.programme import RoomElsewhere
from alternat.storage.workspace import Workspace
from tests.factories.programmes import fill_programme

DAY = date(2027, 6, 12)


def test_sessions_move_together_in_one_step(dialogue: Workspace) -> None:
    filled, sessions = fill_programme(dialogue), dialogue.tables.Session
    one, other = filled.sessions["sub-group"], filled.sessions["bilateral"]

    place_sessions(
        dialogue,
        [
            Spot(one, DAY, time(15), 45, None),
            Spot(other, DAY, time(16), 30, filled.rooms["A1"]),
        ],
    )

    moved = [sessions.get_by_id(session) for session in (one, other)]
    assert [(row.start, row.minutes, row.room_id) for row in moved] == [
        (time(15), 45, None),
        (time(16), 30, filled.rooms["A1"]),
    ]
    dialogue.undo()
    assert [sessions.get_by_id(session).start for session in (one, other)] == [time(11), time(11)]


def test_if_one_is_refused_none_moves(dialogue: Workspace) -> None:
    filled, sessions = fill_programme(dialogue), dialogue.tables.Session
    one, other = filled.sessions["sub-group"], filled.sessions["bilateral"]

    with pytest.raises(RoomElsewhere):
        place_sessions(dialogue, [Spot(one, DAY, time(15), 45, None), Spot(other, DAY, time(16), 30, 9999)])

    assert sessions.get_by_id(one).start == time(11)


def test_copies_are_made_together_in_one_step(dialogue: Workspace) -> None:
    filled, sessions = fill_programme(dialogue), dialogue.tables.Session
    one, other = filled.sessions["sub-group"], filled.sessions["bilateral"]
    count = sessions.select().count()

    changes = copy_sessions_to(
        dialogue, [Spot(one, DAY, time(15), 60, None), Spot(other, DAY, time(16), 45, None)]
    )

    copies = [sessions.get_by_id(session) for session in changes.inserted("session")]
    assert [(row.title, row.start) for row in copies] == [
        (sessions.get_by_id(one).title, time(15)),
        (sessions.get_by_id(other).title, time(16)),
    ]
    dialogue.undo()
    assert sessions.select().count() == count
