"""Commands about the sessions of a meeting's programme: adding, changing and listing them."""

from datetime import datetime
from typing import TYPE_CHECKING, Any

from alternat.cli.attendance import read_parties
from alternat.cli.face import Exit, Face
from alternat.cli.parameters import AS_JSON, FILE, ONE_MEETING
from alternat.cli.session_chairs import chair
from alternat.cli.session_imports import import_sessions
from alternat.cli.session_late import late
from alternat.cli.session_listing import tell_done, tell_sessions
from alternat.cli.session_parameters import (
    NONE,
    ROOM,
    SESSION,
    described,
    kind,
    minutes,
    read_room,
    read_subgroup,
    start,
)
from alternat.cli.session_places import copy, move
from alternat.cli.session_states import cancel, reinstate, remove
from alternat.cli.syntax import Group, command
from alternat.language.label import Label, Language
from alternat.language.messages import message

if TYPE_CHECKING:
    from alternat.models.tables import Tables


@command("add", message("Add a session to the programme."))
@FILE
@ONE_MEETING
@start(is_required=True)
@minutes(is_required=True)
@kind(is_required=True)
@ROOM
@described
@AS_JSON
def add(
    face: Face,
    file: str,
    meeting: str,
    start: datetime,
    minutes: int,
    kind: str,
    room: str | None,
    *,
    as_json: bool,
    **given: str | None,
) -> Exit:
    """Add a session to the programme."""
    from alternat.actions.meetings import meeting_id
    from alternat.actions.programme import add_session
    from alternat.nouns.programme import SessionKind

    with face.writing(file) as workspace:
        tables = workspace.tables
        key = meeting_id(tables, meeting)
        changes = add_session(
            workspace,
            key,
            kind=SessionKind(kind),
            day=start.date(),
            start=start.time(),
            minutes=minutes,
            room=read_room(tables, key, room),
            title=Label(*(given[f"title_{language}"] or "" for language in Language)),
            parties=read_parties(tables, given["people"] or ""),
            **_fields(tables, key, given),
        )
        tell_done(face, workspace, key, changes, changes.inserted("session"), as_json=as_json)
        if not as_json:
            (new,) = changes.inserted("session")
            face.tell(message("The number of the session is {number}.", number=str(new)))
    return Exit.DONE


@command("set", message("Change what a session is, its title, its participants and how it is held."))
@FILE
@SESSION
@ONE_MEETING
@kind()
@described
@AS_JSON
def change(
    face: Face,
    file: str,
    number: int,
    meeting: str,
    kind: str | None,
    *,
    as_json: bool,
    **given: str | None,
) -> Exit:
    """Change fields of a session, all in one step."""
    from alternat.actions.meetings import meeting_id
    from alternat.actions.programme import change_sessions, session_id

    with face.writing(file) as workspace:
        tables = workspace.tables
        key = meeting_id(tables, meeting)
        session = session_id(tables, key, number)
        title = tables.Session.get_by_id(session).title
        for language in Language:
            if (text := given[f"title_{language}"]) is not None:
                title = title.with_text(language, text)
        fields = {"title": title, **_fields(tables, key, given)}
        if kind is not None:
            fields["kind"] = kind
        parties = None if given["people"] is None else read_parties(tables, given["people"])
        changes = change_sessions(workspace, [session], fields, parties=parties)
        tell_done(face, workspace, key, changes, [session], as_json=as_json)
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


def _fields(tables: "Tables", meeting: int, given: dict[str, str | None]) -> dict[str, Any]:
    """Return the fields that were given on the line, besides the title, under their names in the model."""
    from alternat.nouns.programme import Interpretation

    fields: dict[str, Any] = {}
    if given["interpretation"] is not None:
        fields["interpretation"] = Interpretation(given["interpretation"])
    if given["subgroup"] is not None:
        fields["subgroup"] = read_subgroup(tables, meeting, given["subgroup"])
    if given["zone"] is not None:
        fields["time_zone"] = given["zone"]
    if given["end_zone"] is not None:
        fields["end_zone"] = "" if given["end_zone"] == NONE else given["end_zone"]
    if given["note"] is not None:
        fields["private_note"] = given["note"]
    if given["hold"] is not None:
        fields["is_fixed"] = given["hold"] == "fixed"
    return fields


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
