"""The verbs that put sessions, one or several together, elsewhere in the programme, or copies of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time

from alternat.actions.programme import copy_sessions, move_session
from alternat.actions.verbs import verb
from alternat.language.messages import counted, message
from alternat.storage.changes import Changes
from alternat.storage.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a session is to stand: a wall-clock time of its own zone, a length, and a room or none."""

    session: int
    day: date
    start: time
    minutes: int
    room: int | None


@verb
def place_sessions(workspace: Workspace, spots: Sequence[Spot]) -> Changes:
    """Put sessions where the spots say, all in one step; if one is refused, none is moved."""
    label = counted("Move {count} session", "Move {count} sessions", len(spots))
    if len(spots) == 1:
        title = workspace.tables.Session.get_by_id(spots[0].session).title
        label = message("Move {session}", session=title)
    with workspace.change(label) as change:
        for spot in spots:
            move_session(
                workspace,
                spot.session,
                day=spot.day,
                start=spot.start,
                minutes=spot.minutes,
                room=spot.room,
            )
    return change.result


@verb
def copy_sessions_to(workspace: Workspace, spots: Sequence[Spot]) -> Changes:
    """Copy sessions, with all that hangs on them, to where the spots say, all in one step."""
    label = counted("Copy {count} session", "Copy {count} sessions", len(spots))
    with workspace.change(label) as change:
        for spot in spots:
            copy_session_to(workspace, spot.session, day=spot.day, start=spot.start, room=spot.room)
    return change.result


@verb
def copy_session_to(
    workspace: Workspace, session: int, *, day: date, start: time, room: int | None
) -> Changes:
    """Copy a session, with all that hangs on it, to a wall-clock time of its own zone and to a room."""
    row = workspace.tables.Session.get_by_id(session)
    with workspace.change(message("Copy {session}", session=row.title)) as change:
        # A jump of the clock may forbid the old hour on the new day, so that the copy is made where it was.
        new = copy_sessions(workspace, [session], row.day).inserted("session")[-1]
        move_session(workspace, new, day=day, start=start, room=room)
    return change.result
