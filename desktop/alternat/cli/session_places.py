"""Commands that put a session, or a copy of it, at another time or into another room."""

from datetime import datetime

from alternat.cli.face import Exit, Face
from alternat.cli.parameters import AS_JSON, FILE, ONE_MEETING
from alternat.cli.session_listing import tell_done
from alternat.cli.session_parameters import MINUTES, ROOM, SESSION, read_room, start
from alternat.cli.syntax import command
from alternat.language.messages import message


@command("move", message("Put a session at another time or into another room."))
@FILE
@SESSION
@ONE_MEETING
@start()
@MINUTES
@ROOM
@AS_JSON
def move(
    face: Face,
    file: str,
    number: int,
    meeting: str,
    start: datetime | None,
    minutes: int | None,
    room: str | None,
    *,
    as_json: bool,
) -> Exit:
    """Put a session at another time or into another room."""
    from alternat.actions.meetings import meeting_id
    from alternat.actions.programme import move_session, session_id

    with face.writing(file) as workspace:
        key = meeting_id(workspace.tables, meeting)
        session = session_id(workspace.tables, key, number)
        place = {} if room is None else {"room": read_room(workspace.tables, key, room)}
        day, clock = (start.date(), start.time()) if start else (None, None)
        changes = move_session(workspace, session, day=day, start=clock, minutes=minutes, **place)
        tell_done(face, workspace, key, changes, [session], as_json=as_json)
    return Exit.DONE


@command("copy", message("Copy a session, with all that hangs on it, to another time."))
@FILE
@SESSION
@ONE_MEETING
@start(is_required=True)
@ROOM
@AS_JSON
def copy(
    face: Face, file: str, number: int, meeting: str, start: datetime, room: str | None, *, as_json: bool
) -> Exit:
    """Copy a session to another time; into its own room, unless another one is named."""
    from alternat.actions.meetings import meeting_id
    from alternat.actions.placing import copy_session_to
    from alternat.actions.programme import session_id

    with face.writing(file) as workspace:
        tables = workspace.tables
        key = meeting_id(tables, meeting)
        session = session_id(tables, key, number)
        own = tables.Session.get_by_id(session).room_id
        place = own if room is None else read_room(tables, key, room)
        changes = copy_session_to(workspace, session, day=start.date(), start=start.time(), room=place)
        tell_done(face, workspace, key, changes, changes.inserted("session"), as_json=as_json)
        if not as_json:
            for new in changes.inserted("session"):
                face.tell(message("The number of the session is {number}.", number=str(new)))
    return Exit.DONE
