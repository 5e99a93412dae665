"""Commands about the sessions of a meeting's programme: adding, changing and listing them."""

from datetime import datetime
from typing import Any

from alternat.cli.attendance import read_parties
from alternat.cli.described import options, read, spellings
from alternat.cli.face import Exit, Face
from alternat.cli.given import given
from alternat.cli.parameters import AS_JSON, FILE, ONE_MEETING
from alternat.cli.session_chairs import chair
from alternat.cli.session_imports import import_sessions
from alternat.cli.session_late import late
from alternat.cli.session_listing import tell_done, tell_sessions
from alternat.cli.session_parameters import SESSION as NUMBER
from alternat.cli.session_parameters import start
from alternat.cli.session_places import copy, move
from alternat.cli.session_states import cancel, reinstate, remove
from alternat.cli.syntax import Group, command, option
from alternat.language.messages import message
from alternat.nouns.programme import SESSION

_PLACE = ("minutes", "room")
"""What “session move” changes."""
_PEOPLE = option(
    "--people",
    metavar="WHO",
    explains=message(
        "Who takes part: everyone, codes of sides and entities, roles, numbers of people, such as CA,17,-21."
    ),
)


@command("add", message("Add a session to the programme."))
@FILE
@ONE_MEETING
@start(is_required=True)
@options(SESSION, is_new=True, without=("time_zone?",))
@_PEOPLE
@AS_JSON
def add(
    face: Face, file: str, meeting: str, start: datetime, people: str | None, *, as_json: bool, **typed: Any
) -> Exit:
    """Add a session to the programme."""
    from alternat.actions.meetings import meeting_id
    from alternat.actions.programme import add_session

    with face.writing(file) as workspace:
        tables = workspace.tables
        key = meeting_id(tables, meeting)
        changes = add_session(
            workspace,
            key,
            day=start.date(),
            start=start.time(),
            parties=read_parties(tables, people or ""),
            **read(face, tables, SESSION, typed, meeting=key),
        )
        tell_done(face, workspace, key, changes, changes.inserted("session"), as_json=as_json)
        if not as_json:
            (new,) = changes.inserted("session")
            face.tell(message("The number of the session is {number}.", number=str(new)))
    return Exit.DONE


@command("set", message("Change what a session is, its title, its participants and how it is held."))
@FILE
@NUMBER
@ONE_MEETING
@options(SESSION, is_new=False, without=_PLACE)
@_PEOPLE
@AS_JSON
def change(
    face: Face, file: str, number: int, meeting: str, people: str | None, *, as_json: bool, **typed: Any
) -> Exit:
    """Change fields of a session, all in one step."""
    from alternat.actions.meetings import meeting_id
    from alternat.actions.programme import change_sessions, session_id

    with face.writing(file) as workspace:
        tables = workspace.tables
        key = meeting_id(tables, meeting)
        row = tables.Session.get_by_id(session_id(tables, key, number))
        fields = read(face, tables, SESSION, typed, meeting=key, row=row)
        parties = None if people is None else read_parties(tables, people)
        if parties is None:
            given(fields, (*spellings(SESSION, without=_PLACE), "--people"))
        changes = change_sessions(workspace, [row.id], fields, parties=parties)
        tell_done(face, workspace, key, changes, [row.id], as_json=as_json)
    return Exit.DONE


@command("list", message("List the sessions of a meeting in the order of time."))
@FILE
@ONE_MEETING
@AS_JSON
def list_sessions(face: Face, file: str, meeting: str, *, as_json: bool) -> Exit:
    """List the sessions of a meeting in the order of time."""
    from alternat.actions.meetings import meeting_id

    with face.reading(file) as workspace:
        tell_sessions(face, workspace, meeting_id(workspace.tables, meeting), as_json=as_json)
    return Exit.DONE


COMMANDS = (
    Group(
        "session",
        (
            *(add, move, copy, change, chair, late),
            *(cancel, reinstate, remove, list_sessions, import_sessions),
        ),
        message("Add, move, change, cancel or list the sessions of a meeting."),
    ),
)
