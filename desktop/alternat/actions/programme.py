"""Verbs about the sessions of a meeting: adding, moving, copying, cancelling, and running late."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import uuid4
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from alternat.actions.agendas import (
    add_agenda_item,
    change_agenda_item,
    move_agenda_item,
    remove_agenda_items,
    set_agenda,
    set_lead,
)
from alternat.actions.attendance import insert_parties, require_parties, set_chair, set_parties
from alternat.actions.fields import Fields, InvalidValue, Needed, checked
from alternat.actions.sequences import write_sessions
from alternat.actions.verbs import verb
from alternat.errors import AlternatError
from alternat.language.label import Label
from alternat.language.messages import counted, mark, message
from alternat.language.vocabulary import heading, member_label
from alternat.models.tables import Tables
from alternat.nouns.programme import LATE, SESSION, Interpretation, SessionKind
from alternat.planning.clocks import WallTime, wall_time
from alternat.planning.programme import PartyPlan, read_programme
from alternat.planning.rows import UnknownRow
from alternat.planning.running_late import run_late_by
from alternat.storage.changes import Change, Changes
from alternat.storage.workspace import Workspace

__all__ = [
    "add_agenda_item",
    "add_session",
    "cancel_sessions",
    "change_agenda_item",
    "change_sessions",
    "copy_session",
    "copy_sessions",
    "move_agenda_item",
    "move_session",
    "reinstate_sessions",
    "remove_agenda_items",
    "remove_sessions",
    "run_late",
    "session_id",
    "set_agenda",
    "set_chair",
    "set_lead",
    "set_parties",
]

MARGIN = timedelta(days=31)
"""How far outside its meeting's year a session may lie: a journey around New Year, no slip of the year."""

_UNCHANGED: Any = object()
"""Stands for a field that a move leaves alone, where None means no room."""


class SessionOutsideYear(AlternatError):
    """The day is in another year than the meeting."""

    template = mark("The day {day} is not in the year of the meeting, {year}. Correct the day.")


class NonexistentTime(AlternatError):
    """The clock jumps over the time on that day."""

    template = mark(
        "The start {start} does not exist on {day} in {zone}: the clock is put forward over it. "
        "Choose another start."
    )


class RoomElsewhere(AlternatError):
    """The room is not one of the meeting's."""

    template = mark("The room is not one of this meeting’s rooms. Choose another one.")


class DelayOutOfRange(AlternatError):
    """A day cannot run so few or so many minutes late."""

    template = mark("A delay is from {least} to {most} minutes long.")


def session_id(tables: Tables, meeting: int, number: int) -> int:
    """Return the id of a meeting's session as lists show it; another meeting's is an `UnknownRow`."""
    row = tables.Session.get_or_none((tables.Session.id == number) & (tables.Session.meeting == meeting))
    if row is None:
        raise UnknownRow(SESSION, str(number))
    return int(row.id)


@verb
def add_session(
    workspace: Workspace,
    meeting: int,
    *,
    kind: SessionKind,
    day: date,
    start: time,
    minutes: int,
    room: int | None = None,
    title: Label | None = None,
    parties: Iterable[PartyPlan] = (),
    time_zone: str | None = None,
    end_zone: str = "",
    subgroup: int | None = None,
    interpretation: Interpretation = Interpretation.NONE,
    is_fixed: bool = False,
    private_note: str = "",
) -> Changes:
    """Add a session; `day` and `start` are wall-clock values, in the meeting's zone unless another is given.

    `end_zone` is where a journey ends. Without a title it is called by its kind. Without `parties` nobody
    takes part yet. A time that the clock skips is a `NonexistentTime`; one that exists twice means the first
    of the two.
    """
    tables, listed = workspace.tables, list(parties)
    row = tables.Meeting.get_by_id(meeting)
    fields = {
        "kind": kind,
        "title": title or heading(member_label(kind)),
        "day": day,
        "start": start,
        "minutes": minutes,
        "time_zone": time_zone or row.time_zone,
        "end_zone": end_zone,
        "room": room,
        "subgroup": subgroup,
        "interpretation": interpretation,
        "is_fixed": is_fixed,
        "private_note": private_note,
    }
    values = {**checked(tables.Session, fields), "meeting": meeting, "uid": str(uuid4())}
    _check(tables, values)
    require_parties(tables, listed, values["start"], values["minutes"])
    with workspace.change(message("Add {session}", session=values["title"])) as change:
        (session,) = change.insert(tables.Session, [values])
        insert_parties(tables, change, session, listed)
    return change.result


@verb
def change_sessions(
    workspace: Workspace,
    sessions: Iterable[int],
    fields: Fields,
    *,
    parties: Iterable[PartyPlan] | None = None,
) -> Changes:
    """Give the same values, and participants if given, to one or several sessions; calendars hear of it."""
    tables, ids = workspace.tables, list(sessions)
    lines = None if parties is None else list(parties)
    values = checked(tables.Session, fields)
    for row in _rows(tables, ids):
        _check(tables, {**_standing(row), **values})
    label = counted("Change {count} session", "Change {count} sessions", len(ids))
    with workspace.change(label) as change:
        write_sessions(tables, change, dict.fromkeys(ids, values))
        for session in ids if lines is not None else ():
            set_parties(workspace, session, lines or ())
    return change.result


@verb
def move_session(
    workspace: Workspace,
    session: int,
    *,
    day: date | None = None,
    start: time | None = None,
    minutes: int | None = None,
    room: int | None = _UNCHANGED,
) -> Changes:
    """Put a session at another time, length or room, whatever is given; a room of None means no room."""
    tables = workspace.tables
    row = tables.Session.get_by_id(session)
    asked: dict[str, Any] = {"day": day, "start": start, "minutes": minutes}
    values = {name: value for name, value in asked.items() if value is not None}
    if room is not _UNCHANGED:
        values["room"] = room
    tidy = checked(tables.Session, values)
    _check(tables, {**_standing(row), **tidy})
    with workspace.change(message("Move {session}", session=row.title)) as change:
        write_sessions(tables, change, {session: tidy})
    return change.result


@verb
def copy_sessions(workspace: Workspace, sessions: Iterable[int], day: date) -> Changes:
    """Copy sessions, with chairs, participants, agenda and interpreters, to the same hours of another day.

    Of sessions of several days the first ones go to `day` and the others keep their distance.
    """
    tables = workspace.tables
    rows = _rows(tables, list(sessions))
    first = min((row.day for row in rows), default=day)
    for row in rows:
        _check(tables, {**_standing(row), "day": day + (row.day - first)})
    with workspace.change(counted("Copy {count} session", "Copy {count} sessions", len(rows))) as change:
        for row in rows:
            _copy(tables, change, row, day + (row.day - first))
    return change.result


@verb
def copy_session(
    workspace: Workspace, session: int, *, day: date, start: time, room: int | None = _UNCHANGED
) -> Changes:
    """Copy one session to another time, and into another room if one is given, in one step."""
    title = workspace.tables.Session.get_by_id(session).title
    with workspace.change(message("Copy {session}", session=title)) as change:
        (copy,) = copy_sessions(workspace, [session], day).inserted("session")
        move_session(workspace, copy, start=start, room=room)
        change.update(workspace.tables.Session, {copy: {"sequence": 0}}, reckoned=True)
    return change.result


@verb
def cancel_sessions(workspace: Workspace, sessions: Iterable[int]) -> Changes:
    """Cancel sessions: they stay on record, and calendars are told that they are off."""
    ids = list(sessions)
    with workspace.change(counted("Cancel {count} session", "Cancel {count} sessions", len(ids))) as change:
        write_sessions(workspace.tables, change, {key: {"is_cancelled": True} for key in ids})
    return change.result


@verb
def reinstate_sessions(workspace: Workspace, sessions: Iterable[int]) -> Changes:
    """Take cancelled sessions up again."""
    ids = list(sessions)
    label = counted("Take up {count} session again", "Take up {count} sessions again", len(ids))
    with workspace.change(label) as change:
        write_sessions(workspace.tables, change, {key: {"is_cancelled": False} for key in ids})
    return change.result


@verb
def remove_sessions(workspace: Workspace, sessions: Iterable[int]) -> Changes:
    """Remove sessions with all that hangs on them; one that calendars know is better cancelled."""
    ids = list(sessions)
    with workspace.change(counted("Remove {count} session", "Remove {count} sessions", len(ids))) as change:
        change.delete(workspace.tables.Session, ids)
    return change.result


@verb
def run_late(
    workspace: Workspace, meeting: int, after: datetime, minutes: int, *, room: int | None = None
) -> Changes:
    """Push what begins at a moment or later that day by some minutes, in one step; fixed sessions hold.

    `room` limits the delay to one room. `planning.running_late` tells beforehand what no longer fits.
    """
    if not LATE.least <= minutes <= LATE.most:
        raise DelayOutOfRange(least=LATE.least, most=LATE.most)
    tables = workspace.tables
    delay = run_late_by(read_programme(tables, meeting), after, minutes, room=room)
    label = counted("Run {count} minute late", "Run {count} minutes late", minutes)
    with workspace.change(label) as change:
        moves = {each.session: {"day": each.day, "start": each.start} for each in delay.moves}
        write_sessions(tables, change, moves)
    return change.result


def _rows(tables: Tables, sessions: list[int]) -> list[Any]:
    rows = tables.Session.select().where(tables.Session.id.in_(sessions))
    return list(rows.order_by(tables.Session.day, tables.Session.start, tables.Session.id))


def _standing(row: Any) -> dict[str, Any]:
    names = ("day", "start", "minutes", "time_zone", "end_zone", "title")
    references = {"room": row.room_id, "subgroup": row.subgroup_id, "meeting": row.meeting_id}
    return {**{name: getattr(row, name) for name in names}, **references}


def _check(tables: Tables, values: Mapping[str, Any]) -> None:
    if not values["title"]:
        raise Needed(field=SESSION.title("title"), value="")
    _check_clock(values)
    _check_year(tables.Meeting.get_by_id(values["meeting"]), values["day"])
    _check_room(tables, values["meeting"], values["room"])
    _check_subgroup(tables, values["meeting"], values["subgroup"])


def _check_clock(values: Mapping[str, Any]) -> None:
    start, zone = values["start"], values["time_zone"]
    if start.second or start.microsecond or start.tzinfo is not None:
        raise InvalidValue(field=SESSION.title("start"), value=start.isoformat())
    _require_zone("time_zone", zone)
    if values["end_zone"]:
        _require_zone("end_zone", values["end_zone"])
    if wall_time(values["day"], start, zone) is WallTime.SKIPPED:
        raise NonexistentTime(start=start, day=values["day"], zone=zone)


def _require_zone(field: str, zone: str) -> None:
    try:
        ZoneInfo(zone)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise InvalidValue(field=SESSION.title(field), value=zone) from error


def _check_year(meeting: Any, day: date) -> None:
    first = min(meeting.starts or date(meeting.year, 1, 1), date(meeting.year, 1, 1))
    last = max(meeting.ends or date(meeting.year, 12, 31), date(meeting.year, 12, 31))
    is_near = meeting.starts and meeting.ends and meeting.starts - MARGIN <= day <= meeting.ends + MARGIN
    if not first <= day <= last and not is_near:
        raise SessionOutsideYear(day=day, year=str(meeting.year))


def _check_room(tables: Tables, meeting: int, room: int | None) -> None:
    if room is None:
        return
    row = tables.Room.get_or_none(tables.Room.id == room)
    if row is None or tables.Venue.get_by_id(row.venue_id).meeting_id != meeting:
        raise RoomElsewhere


def _check_subgroup(tables: Tables, meeting: int, subgroup: int | None) -> None:
    if subgroup is None:
        return
    row = tables.SubGroup.get_or_none(tables.SubGroup.id == subgroup)
    if row is None or row.meeting_id not in {None, meeting}:
        raise InvalidValue(field=SESSION.title("subgroup"), value=str(subgroup))


def _copy(tables: Tables, change: Change, row: Any, day: date) -> None:
    names = SESSION.by_name.keys() - {"room", "subgroup", "day"}
    values = {name: getattr(row, name) for name in names} | {"room": row.room_id, "subgroup": row.subgroup_id}
    new = {**values, "meeting": row.meeting_id, "day": day, "uid": str(uuid4())}
    (session,) = change.insert(tables.Session, [new])
    for table, columns in (
        (tables.Chair, ("side_id", "person_id")),
        (tables.Party, ("kind", "key", "is_exception", "joins", "leaves")),
        (tables.Assignment, ("person_id", "one", "other")),
    ):
        _copy_rows(change, table, "session", row.id, session, columns)
    item: Any = tables.AgendaItem
    for old in item.select().where(item.session == row.id).order_by(item.number, item.id):
        columns = ("number", "text", "minutes", "topic_id", "is_dropped")
        (key,) = change.insert(item, [{**_columns(old, columns), "session": session}])
        _copy_rows(change, tables.Lead, "item", old.id, key, ("side_id", "person_id"))


def _copy_rows(change: Change, table: Any, owner: str, old: int, new: int, columns: tuple[str, ...]) -> None:
    rows = table.select().where(getattr(table, owner) == old).order_by(table.id)
    change.insert(table, [{**_columns(each, columns), owner: new} for each in rows])


def _columns(row: Any, columns: tuple[str, ...]) -> dict[str, Any]:
    return {name.removesuffix("_id"): getattr(row, name) for name in columns}
