"""The verb that copies a session to another time and room in one step."""

from datetime import date, time

from alternat.actions.programme import copy_sessions, move_session
from alternat.language.messages import message
from alternat.storage.changes import Changes
from alternat.storage.workspace import Workspace


def copy_session_to(
    workspace: Workspace, session: int, *, day: date, start: time, room: int | None
) -> Changes:
    """Copy a session, with all that hangs on it, to a wall-clock time of its own zone and to a room."""
    row = workspace.tables.Session.get_by_id(session)
    with workspace.change(message("Copy {session}", session=row.title)) as change:
        # A jump of the clock may forbid the old hour on the new day, so that the copy is made where it was.
        (new,) = _copied(workspace, session, row.day)
        move_session(workspace, new, day=day, start=start, room=room)
    return change.result


def _copied(workspace: Workspace, session: int, day: date) -> tuple[int, ...]:
    return copy_sessions(workspace, [session], day).inserted("session")
