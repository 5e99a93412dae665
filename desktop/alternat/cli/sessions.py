"""Commands about the sessions of a meeting's programme."""

from datetime import datetime
from typing import TYPE_CHECKING, Any

from alternat.cli.attendance import read_parties
from alternat.cli.face import Exit, Face
from alternat.cli.parameters import AS_JSON, FILE, ONE_MEETING
from alternat.cli.session_imports import import_sessions
from alternat.cli.syntax import Group, argument, command, option
from alternat.cli.values import Choice, Moment, WholeNumber
from alternat.language.label import Label, Language
from alternat.language.messages import message

if TYPE_CHECKING:
    from alternat.planning.programme import Programme, SessionPlan
    from alternat.storage.workspace import Workspace

_KINDS = (
    *("plenary", "sub-group", "bilateral", "pull-aside", "courtesy-call", "ceremony", "signing"),
    *("photo", "meal", "break", "visit", "press", "travel", "internal"),
)
_MODES = ("none", "consecutive", "simultaneous", "whispered")
_NO_ROOM = "-"

_SESSION = argument(
    "number",
    metavar="SESSION",
    type=WholeNumber(1, 2**31),
    explains=message("The number of the session, as “session list” shows it."),
)
_ROOM = message("The code of the room; a single minus means no room.")
_TITLE_EN = option("--title-en", metavar="TEXT", explains=message("The title in English."))
_TITLE_FR = option("--title-fr", metavar="TEXT", explains=message("The title in French."))
_TITLE_ZH = option("--title-zh", metavar="TEXT", explains=message("The title in Chinese."))
_PEOPLE = option(
    "--people",
    metavar="WHO",
    explains=message(
        "Who takes part: everyone, codes of sides and entities, roles, numbers of people, such as CA,17,-21."
    ),
)
_MODE = option(
    "--interpretation", metavar="MODE", type=Choice(_MODES), explains=message("How it is interpreted.")
)


@command("add", message("Add a session to the programme."))
@FILE
@ONE_MEETING
@option(
    "--start",
    metavar="TIME",
    type=Moment(),
    required=True,
    explains=message("The day and the time on the wall clock there, such as 2027-06-12T09:00."),
)
@option("--minutes", metavar="N", type=int, required=True, explains=message("How long it lasts, in minutes."))
@option(
    "--kind",
    metavar="KIND",
    type=Choice(_KINDS),
    required=True,
    explains=message("What it is, such as plenary."),
)
@option("--room", metavar="R", explains=_ROOM)
@_TITLE_EN
@_TITLE_FR
@_TITLE_ZH
@_PEOPLE
@_MODE
@option("--fixed", is_flag=True, explains=message("Holds its time when the day runs late."))
@AS_JSON
def add(
    face: Face,
    file: str,
    meeting: str,
    start: datetime,
    minutes: int,
    kind: str,
    room: str | None,
    title_en: str | None,
    title_fr: str | None,
    title_zh: str | None,
    people: str | None,
    interpretation: str | None,
    *,
    fixed: bool,
    as_json: bool,
) -> Exit:
    """Add a session to the programme."""
    from alternat.actions.meetings import meeting_id
    from alternat.actions.programme import add_session
    from alternat.models.programme import Interpretation, SessionKind

    with face.writing(file) as workspace:
        key = meeting_id(workspace.tables, meeting)
        changes = add_session(
            workspace,
            key,
            kind=SessionKind(kind),
            day=start.date(),
            start=start.time(),
            minutes=minutes,
            room=_room(workspace, key, room),
            title=Label(title_en or "", title_fr or "", title_zh or ""),
            parties=read_parties(workspace.tables, people or ""),
            interpretation=Interpretation(interpretation or "none"),
            is_fixed=fixed,
        )
        if as_json:
            _tell_sessions(face, workspace, key, changes.inserted("session"), as_json=True)
        else:
            face.tell_done(changes)
    return Exit.DONE


@command("move", message("Put a session at another time or into another room."))
@FILE
@_SESSION
@ONE_MEETING
@option(
    "--start",
    metavar="TIME",
    type=Moment(),
    explains=message("The day and the time on the wall clock there, such as 2027-06-12T09:00."),
)
@option("--minutes", metavar="N", type=int, explains=message("How long it lasts, in minutes."))
@option("--room", metavar="R", explains=_ROOM)
def move(
    face: Face,
    file: str,
    number: int,
    meeting: str,
    start: datetime | None,
    minutes: int | None,
    room: str | None,
) -> Exit:
    """Put a session at another time or into another room."""
    from alternat.actions.meetings import meeting_id
    from alternat.actions.programme import move_session, session_id

    with face.writing(file) as workspace:
        key = meeting_id(workspace.tables, meeting)
        session = session_id(workspace.tables, key, number)
        place = {} if room is None else {"room": _room(workspace, key, room)}
        day, clock = (start.date(), start.time()) if start else (None, None)
        face.tell_done(move_session(workspace, session, day=day, start=clock, minutes=minutes, **place))
    return Exit.DONE


@command("set", message("Change the title, the kind, the participants or the interpretation of a session."))
@FILE
@_SESSION
@ONE_MEETING
@option("--kind", metavar="KIND", type=Choice(_KINDS), explains=message("What it is, such as plenary."))
@_TITLE_EN
@_TITLE_FR
@_TITLE_ZH
@_PEOPLE
@_MODE
def change(
    face: Face,
    file: str,
    number: int,
    meeting: str,
    kind: str | None,
    title_en: str | None,
    title_fr: str | None,
    title_zh: str | None,
    people: str | None,
    interpretation: str | None,
) -> Exit:
    """Change fields of a session, all in one step."""
    from alternat.actions.meetings import meeting_id
    from alternat.actions.programme import change_sessions, session_id

    with face.writing(file) as workspace:
        tables = workspace.tables
        session = session_id(tables, meeting_id(tables, meeting), number)
        title = tables.Session.get_by_id(session).title
        for language, text in zip(Language, (title_en, title_fr, title_zh), strict=True):
            title = title if text is None else title.with_text(language, text)
        given = {"kind": kind, "interpretation": interpretation, "title": title}
        fields = {name: value for name, value in given.items() if value is not None}
        parties = None if people is None else read_parties(tables, people)
        face.tell_done(change_sessions(workspace, [session], fields, parties=parties))
    return Exit.DONE


@command("cancel", message("Cancel a session; it stays on record, and calendars are told."))
@FILE
@_SESSION
@ONE_MEETING
def cancel(face: Face, file: str, number: int, meeting: str) -> Exit:
    """Cancel a session."""
    from alternat.actions.meetings import meeting_id
    from alternat.actions.programme import cancel_sessions, session_id

    with face.writing(file) as workspace:
        tables = workspace.tables
        session = session_id(tables, meeting_id(tables, meeting), number)
        face.tell_done(cancel_sessions(workspace, [session]))
    return Exit.DONE


@command("list", message("List the sessions of a meeting in the order of time."))
@FILE
@ONE_MEETING
@AS_JSON
def list_sessions(face: Face, file: str, meeting: str, *, as_json: bool) -> Exit:
    """List the sessions of a meeting in the order of time."""
    from alternat.actions.meetings import meeting_id

    with face.reading(file) as workspace:
        _tell_sessions(face, workspace, meeting_id(workspace.tables, meeting), None, as_json=as_json)
    return Exit.DONE


def _room(workspace: "Workspace", meeting: int, code: str | None) -> int | None:
    from alternat.actions.venues import room_id

    return None if code is None or code == _NO_ROOM else room_id(workspace.tables, meeting, code)


def _tell_sessions(
    face: Face, workspace: "Workspace", meeting: int, only: tuple[int, ...] | None, *, as_json: bool
) -> None:
    from alternat.planning.programme import read_programme

    programme = read_programme(workspace.tables, meeting)
    plans = [each for key, each in programme.sessions.items() if only is None or key in only]
    if as_json:
        face.tell_json([_as_json(programme, each) for each in plans])
    else:
        _tell_table(face, programme, plans)


def _tell_table(face: Face, programme: "Programme", plans: "list[SessionPlan]") -> None:
    from alternat.planning.programme import presences

    headings = (
        message("Number"),
        message("Day"),
        message("Start"),
        message("Length"),
        message("Room"),
        message("Kind"),
        message("Title"),
        message("People"),
        message("Status"),
    )
    rows = [
        (
            each.id,
            each.day.isoformat(),
            each.start.isoformat("minutes"),
            each.minutes,
            programme.rooms[each.room].code if each.room is not None else "",
            face.show(each.kind),
            face.read(each.title),
            len(presences(each, programme.people)),
            face.say(message("Cancelled")) if each.is_cancelled else "",
        )
        for each in plans
    ]
    face.tell_table(headings, rows)


def _as_json(programme: "Programme", plan: "SessionPlan") -> dict[str, Any]:
    """Return a session for JSON; the private note stays at the desk."""
    from alternat.planning.programme import presences

    return {
        "id": plan.id,
        "uid": plan.uid,
        "kind": plan.kind.value,
        "title": plan.title.as_mapping(),
        "start": f"{plan.day.isoformat()}T{plan.start.isoformat('minutes')}",
        "minutes": plan.minutes,
        "time_zone": plan.time_zone,
        "starts": plan.starts.isoformat(),
        "room": programme.rooms[plan.room].code if plan.room is not None else None,
        "interpretation": plan.interpretation.value,
        "is_fixed": plan.is_fixed,
        "is_cancelled": plan.is_cancelled,
        "sequence": plan.sequence,
        "people": [each.person for each in presences(plan, programme.people)],
    }


COMMANDS = (
    Group(
        "session",
        (add, move, change, cancel, list_sessions, import_sessions),
        message("Add, move, change, cancel or list the sessions of a meeting."),
    ),
)
