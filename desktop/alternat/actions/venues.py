"""Verbs about where things happen: venues, their rooms, and the ways between venues."""

from collections.abc import Iterable
from datetime import time
from typing import Any

from alternat.actions.fields import Fields, checked
from alternat.actions.sequences import count_up, write_sessions
from alternat.actions.verbs import verb
from alternat.errors import AlternatError
from alternat.language.label import Label, Language
from alternat.language.messages import mark, message
from alternat.models.tables import Tables
from alternat.nouns.venues import ROOM, VENUE
from alternat.planning.rows import found, rows, same_name
from alternat.storage.changes import Change, Changes
from alternat.storage.workspace import Workspace


class RoomTwice(AlternatError):
    """Two rooms of a meeting cannot share a code."""

    template = mark("There is already a room “{code}” at this meeting. Give this one another code.")


class VenueTwice(AlternatError):
    """Two venues of a meeting cannot share a name in one language."""

    template = mark("There is already a venue “{name}” at this meeting. Give this one another name.")


class ClosesBeforeOpening(AlternatError):
    """A room's hours run backwards."""

    template = mark(
        "The room would close at {closes}, before it opens at {opens}. Correct one of the two times."
    )


class SameVenue(AlternatError):
    """A way leads from one venue to another."""

    template = mark("A way leads from one venue to another one of the same meeting.")


def room_id(tables: Tables, meeting: int, code: str) -> int:
    """Return the id of the meeting's room with that code, in any case; else an `UnknownRow`."""
    return found(tables, ROOM, code, meeting)


def venue_id(tables: Tables, meeting: int, name: str, language: Language | None = None) -> int:
    """Return the id of the meeting's venue with that name, in that language before others; see `found`."""
    return found(tables, VENUE, name, meeting, language=language)


@verb
def add_venue(workspace: Workspace, meeting: int, fields: Fields) -> Changes:
    """Add a venue to a meeting: its name and its address."""
    tables = workspace.tables
    values = {**checked(tables.Venue, fields, is_new=True), "meeting": meeting}
    _check_venue(tables, meeting, None, values["name"])
    with workspace.change(message("Add the venue {name}", name=values["name"])) as change:
        change.insert(tables.Venue, [values])
    return change.result


@verb
def change_venue(workspace: Workspace, venue: int, fields: Fields) -> Changes:
    """Change fields of a venue; calendars hear of a new name or address."""
    tables = workspace.tables
    row, values = tables.Venue.get_by_id(venue), checked(tables.Venue, fields)
    if "name" in values:
        _check_venue(tables, row.meeting_id, venue, values["name"])
    with workspace.change(message("Change the venue {name}", name=row.name)) as change:
        change.update(tables.Venue, {venue: values})
        if any(getattr(row, name) != value for name, value in values.items()):
            count_up(tables, change, _sessions_in(tables, _rooms_of(tables, venue)))
    return change.result


@verb
def remove_venue(workspace: Workspace, venue: int) -> Changes:
    """Remove a venue with its rooms; their sessions stay and are without a room."""
    tables = workspace.tables
    row = tables.Venue.get_by_id(venue)
    with workspace.change(message("Remove the venue {name}", name=row.name)) as change:
        _vacate(tables, change, _rooms_of(tables, venue))
        change.delete(tables.Venue, [venue])
    return change.result


@verb
def add_room(workspace: Workspace, venue: int, fields: Fields) -> Changes:
    """Add a room to a venue, behind its other rooms; the code must be new at the meeting."""
    tables = workspace.tables
    numbers = [row.number for row in tables.Room.select().where(tables.Room.venue == venue)]
    values = {**checked(tables.Room, fields, is_new=True), "venue": venue}
    _check_room(tables, None, values)
    with workspace.change(message("Add the room {code}", code=values["code"])) as change:
        change.insert(tables.Room, [{**values, "number": max(numbers, default=0) + 1}])
    return change.result


@verb
def change_room(workspace: Workspace, room: int, fields: Fields) -> Changes:
    """Change fields of a room; calendars hear of a new code, name or venue."""
    tables = workspace.tables
    row = tables.Room.get_by_id(room)
    values = checked(tables.Room, fields)
    kept = {name: getattr(row, name) for name in ("code", "opens", "closes")}
    _check_room(tables, room, {**kept, "venue": row.venue_id, **values})
    shown = {"code": row.code, "name": row.name, "venue": row.venue_id}
    with workspace.change(message("Change the room {code}", code=row.code)) as change:
        change.update(tables.Room, {room: values})
        if any(values.get(name, now) != now for name, now in shown.items()):
            count_up(tables, change, _sessions_in(tables, [room]))
    return change.result


@verb
def remove_room(workspace: Workspace, room: int) -> Changes:
    """Remove a room; its sessions stay and are without a room."""
    tables = workspace.tables
    row = tables.Room.get_by_id(room)
    with workspace.change(message("Remove the room {code}", code=row.code)) as change:
        _vacate(tables, change, [room])
        change.delete(tables.Room, [room])
    return change.result


@verb
def set_way(workspace: Workspace, one: int, other: int, minutes: int | None) -> Changes:
    """Say how many minutes the way between two venues takes, in either direction; None forgets it."""
    tables = workspace.tables
    venues = {row.id: row for row in tables.Venue.select().where(tables.Venue.id.in_([one, other]))}
    if len(venues) != 2 or len({row.meeting_id for row in venues.values()}) != 1:
        raise SameVenue
    if minutes is not None:
        checked(tables.Way, {"minutes": minutes})
    label = message("Set the way from {one} to {other}", one=venues[one].name, other=venues[other].name)
    with workspace.change(label) as change:
        _write_way(tables, change, one, other, minutes)
    return change.result


def _write_way(tables: Tables, change: Change, one: int, other: int, minutes: int | None) -> None:
    way: Any = tables.Way
    both = ((way.one == one) & (way.other == other)) | ((way.one == other) & (way.other == one))
    known = list(way.select().where(both).order_by(way.id))
    if minutes is None:
        change.delete(way, [row.id for row in known])
    elif known:
        change.update(way, {row.id: {"minutes": minutes} for row in known})
    else:
        change.insert(way, [{"one": one, "other": other, "minutes": minutes}])


def _check_venue(tables: Tables, meeting: int, venue: int | None, name: Label) -> None:
    others = [row for row in rows(tables, VENUE, meeting) if row.id != venue]
    if same_name(VENUE, others, name) is not None:
        raise VenueTwice(name=name)


def _check_room(tables: Tables, room: int | None, values: dict[str, Any]) -> None:
    opens, closes = values.get("opens"), values.get("closes")
    if isinstance(opens, time) and isinstance(closes, time) and closes <= opens:
        raise ClosesBeforeOpening(opens=opens, closes=closes)
    meeting = tables.Venue.get_by_id(values["venue"]).meeting_id
    folded = values["code"].casefold()
    if any(row.id != room and row.code.casefold() == folded for row in _rooms(tables, meeting)):
        raise RoomTwice(code=values["code"])


def _rooms(tables: Tables, meeting: int) -> list[Any]:
    room, venue = tables.Room, tables.Venue
    query = room.select().join(venue).where(venue.meeting == meeting)
    return list(query.order_by(venue.id, room.number, room.id))


def _rooms_of(tables: Tables, venue: int) -> list[int]:
    return [row.id for row in tables.Room.select(tables.Room.id).where(tables.Room.venue == venue)]


def _sessions_in(tables: Tables, rooms: Iterable[int]) -> list[int]:
    session: Any = tables.Session
    return [row.id for row in session.select(session.id).where(session.room.in_(list(rooms)))]


def _vacate(tables: Tables, change: Change, rooms: Iterable[int]) -> None:
    write_sessions(tables, change, {key: {"room": None} for key in _sessions_in(tables, rooms)})
