"""Commands that call sessions off, take them up again, or remove them for good."""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from alternat.cli.face import Exit, Face
from alternat.cli.parameters import AS_JSON, FILE, ONE_MEETING
from alternat.cli.session_listing import as_json_values, tell_done
from alternat.cli.session_parameters import SESSIONS, read_sessions
from alternat.cli.syntax import command
from alternat.language.messages import message

if TYPE_CHECKING:
    from alternat.storage.changes import Changes
    from alternat.storage.workspace import Workspace


@command("cancel", message("Cancel sessions; they stay on record, and calendars are told."))
@FILE
@SESSIONS
@ONE_MEETING
@AS_JSON
def cancel(face: Face, file: str, numbers: tuple[int, ...], meeting: str, *, as_json: bool) -> Exit:
    """Cancel sessions."""
    from alternat.actions.programme import cancel_sessions

    return _apply(face, file, meeting, numbers, cancel_sessions, as_json=as_json)


@command("reinstate", message("Take cancelled sessions up again; calendars are told."))
@FILE
@SESSIONS
@ONE_MEETING
@AS_JSON
def reinstate(face: Face, file: str, numbers: tuple[int, ...], meeting: str, *, as_json: bool) -> Exit:
    """Take cancelled sessions up again."""
    from alternat.actions.programme import reinstate_sessions

    return _apply(face, file, meeting, numbers, reinstate_sessions, as_json=as_json)


@command(
    "remove", message("Remove sessions with all that hangs on them; published ones are better cancelled.")
)
@FILE
@SESSIONS
@ONE_MEETING
@AS_JSON
def remove(face: Face, file: str, numbers: tuple[int, ...], meeting: str, *, as_json: bool) -> Exit:
    """Remove sessions; as JSON, tell how they were."""
    from alternat.actions.meetings import meeting_id
    from alternat.actions.programme import remove_sessions
    from alternat.planning.programme import read_programme

    with face.writing(file) as workspace:
        key = meeting_id(workspace.tables, meeting)
        sessions = read_sessions(workspace.tables, key, numbers)
        programme = read_programme(workspace.tables, key)
        plans = [each for each in programme.sessions.values() if each.id in sessions]
        gone = as_json_values(workspace.tables, programme, plans)
        changes = remove_sessions(workspace, sessions)
        face.tell_done(changes, as_json=as_json, rows=gone)
    return Exit.DONE


def _apply(
    face: Face,
    file: str,
    meeting: str,
    numbers: tuple[int, ...],
    verb: "Callable[[Workspace, Iterable[int]], Changes]",
    *,
    as_json: bool,
) -> Exit:
    from alternat.actions.meetings import meeting_id

    with face.writing(file) as workspace:
        key = meeting_id(workspace.tables, meeting)
        sessions = read_sessions(workspace.tables, key, numbers)
        changes = verb(workspace, sessions)
        tell_done(face, workspace, key, changes, sessions, as_json=as_json)
    return Exit.DONE
