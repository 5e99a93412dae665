"""Commands about the rooms of the venues of a meeting."""

from collections.abc import Callable, Iterable
from datetime import time
from typing import TYPE_CHECKING, Any

from alternat.cli.face import Exit, Face
from alternat.cli.given import OrNone, given, with_texts
from alternat.cli.parameters import AS_JSON, FILE, ONE_MEETING
from alternat.cli.syntax import Group, argument, command, option
from alternat.cli.values import Choice, Clock, WholeNumber
from alternat.language.label import Label
from alternat.language.messages import message

if TYPE_CHECKING:
    from alternat.models.tables import Tables
    from alternat.planning.programme import Programme, RoomPlan

_LAYOUTS = ("meeting-table", "u-shape", "theatre", "round-tables", "armchairs", "open")
_SEATS, _BOOTHS = WholeNumber(0, 100000), WholeNumber(0, 50)
_ROOM = argument("room", metavar="ROOM", explains=message("The code of the room, which “room list” shows."))


def _described(function: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options that name a room and say how it is set to a command."""
    options = (
        option("--name-en", metavar="TEXT", explains=message("The name in English.")),
        option("--name-fr", metavar="TEXT", explains=message("The name in French.")),
        option("--name-zh", metavar="TEXT", explains=message("The name in Chinese.")),
        option(
            "--booths",
            metavar="N",
            type=_BOOTHS,
            explains=message("How many interpretation booths it has."),
        ),
        option(
            "--layout",
            metavar="L",
            type=Choice(_LAYOUTS),
            explains=message("How it is set, such as u-shape."),
        ),
    )
    for each in reversed(options):
        function = each(function)
    return function


@command("add", message("Add a room to a venue."))
@FILE
@ONE_MEETING
@option("--venue", metavar="V", required=True, explains=message("The name of the venue, in any language."))
@option("--code", metavar="R", required=True, explains=message("The code that names the room, such as A1."))
@option("--seats", metavar="N", type=_SEATS, explains=message("How many people it seats."))
@option("--opens", metavar="TIME", type=Clock(), explains=message("When it opens, such as 08:00."))
@option("--closes", metavar="TIME", type=Clock(), explains=message("When it closes, such as 20:00."))
@_described
@AS_JSON
def add_room(
    face: Face,
    file: str,
    meeting: str,
    venue: str,
    code: str,
    seats: int | None,
    opens: time | None,
    closes: time | None,
    *,
    as_json: bool,
    **described: Any,
) -> Exit:
    """Add a room to a venue."""
    from alternat.actions.meetings import meeting_id
    from alternat.actions.venues import add_room as add
    from alternat.actions.venues import venue_id

    fields: dict[str, Any] = {"code": code, "capacity": seats, "opens": opens, "closes": closes}
    fields |= {"name": with_texts(Label(), _texts(described)) or Label(), "booths": described["booths"] or 0}
    if described["layout"]:
        fields["layout"] = described["layout"]
    with face.writing(file) as workspace:
        tables = workspace.tables
        changes = add(workspace, venue_id(tables, meeting_id(tables, meeting), venue), fields)
        if as_json:
            face.tell_json(_as_json(_programme(tables, meeting), changes.inserted("room")))
        else:
            face.tell_done(changes)
    return Exit.DONE


@command("set", message("Change a room: its code, name, venue, seats, hours or how it is set."))
@FILE
@_ROOM
@ONE_MEETING
@option("--venue", metavar="V", explains=message("The name of the venue to put it into."))
@option("--code", metavar="R", explains=message("The new code, such as A1."))
@option(
    "--seats", metavar="N", type=OrNone(_SEATS), explains=message("How many people it seats; “-” if unknown.")
)
@option(
    "--opens",
    metavar="TIME",
    type=OrNone(Clock()),
    explains=message("When it opens, such as 08:00; “-” if unknown."),
)
@option(
    "--closes",
    metavar="TIME",
    type=OrNone(Clock()),
    explains=message("When it closes, such as 20:00; “-” if unknown."),
)
@_described
@AS_JSON
def change(
    face: Face,
    file: str,
    room: str,
    meeting: str,
    venue: str | None,
    code: str | None,
    seats: Any,
    opens: Any,
    closes: Any,
    *,
    as_json: bool,
    **described: Any,
) -> Exit:
    """Change fields of a room, all in one step."""
    from alternat.actions.meetings import meeting_id
    from alternat.actions.venues import change_room, venue_id

    with face.writing(file) as workspace:
        tables = workspace.tables
        key = _room(tables, meeting, room)
        values = {
            "code": code,
            "name": with_texts(tables.Room.get_by_id(key).name, _texts(described)),
            "venue": None if venue is None else venue_id(tables, meeting_id(tables, meeting), venue),
            "capacity": seats,
            "opens": opens,
            "closes": closes,
            "booths": described["booths"],
            "layout": described["layout"],
        }
        options = ("--code", "--name-en", "--name-fr", "--name-zh", "--venue", "--seats", "--opens")
        fields = given(values, (*options, "--closes", "--booths", "--layout"))
        changes = change_room(workspace, key, fields)
        if as_json:
            face.tell_json(_as_json(_programme(tables, meeting), (key,)))
        else:
            face.tell_done(changes)
    return Exit.DONE


@command("remove", message("Remove a room; its sessions stay, without a room."))
@FILE
@_ROOM
@ONE_MEETING
@AS_JSON
def remove(face: Face, file: str, room: str, meeting: str, *, as_json: bool) -> Exit:
    """Remove a room; JSON tells what was removed."""
    from alternat.actions.removals import rooms_removal
    from alternat.actions.venues import remove_room

    with face.writing(file) as workspace:
        tables = workspace.tables
        key = _room(tables, meeting, room)
        before = _as_json(_programme(tables, meeting), (key,))
        along = rooms_removal(tables, [key])
        changes = remove_room(workspace, key)
        if as_json:
            told = {"along": [face.say(each) for each in along]} if along else {}
            face.tell_json([{**each, **told} for each in before])
        else:
            face.tell_done(changes, along=along)
    return Exit.DONE


@command("list", message("List the rooms of a meeting."))
@FILE
@ONE_MEETING
@AS_JSON
def list_rooms(face: Face, file: str, meeting: str, *, as_json: bool) -> Exit:
    """List the rooms of a meeting."""
    with face.reading(file) as workspace:
        programme = _programme(workspace.tables, meeting)
    if as_json:
        face.tell_json(_as_json(programme, programme.rooms))
        return Exit.DONE
    headings = (message("Room"), message("Name"), message("Venue"), message("Seats"), message("Layout"))
    rows = [
        (
            each.code,
            face.read(each.name),
            face.read(programme.venues[each.venue].name),
            each.capacity,
            face.show(each.layout),
        )
        for each in programme.rooms.values()
    ]
    face.tell_table(headings, rows)
    return Exit.DONE


def _programme(tables: "Tables", reference: str) -> "Programme":
    from alternat.actions.meetings import meeting_id
    from alternat.planning.programme import read_programme

    return read_programme(tables, meeting_id(tables, reference))


def _room(tables: "Tables", meeting: str, code: str) -> int:
    from alternat.actions.meetings import meeting_id
    from alternat.actions.venues import room_id

    return room_id(tables, meeting_id(tables, meeting), code)


def _texts(described: dict[str, Any]) -> tuple[str | None, ...]:
    return (described["name_en"], described["name_fr"], described["name_zh"])


def _as_json(programme: "Programme", rooms: Iterable[int]) -> list[dict[str, object]]:
    return [_room_as_json(programme, programme.rooms[key]) for key in rooms]


def _room_as_json(programme: "Programme", room: "RoomPlan") -> dict[str, object]:
    return {
        "code": room.code,
        "number": room.number,
        "name": room.name.as_mapping(),
        "venue": programme.venues[room.venue].name.as_mapping(),
        "seats": room.capacity,
        "layout": room.layout.value,
        "booths": room.booths,
        "opens": room.opens.isoformat("minutes") if room.opens else None,
        "closes": room.closes.isoformat("minutes") if room.closes else None,
    }


COMMANDS = (
    Group(
        "room",
        (add_room, change, remove, list_rooms),
        message("Add, change, remove or list the rooms of a meeting."),
    ),
)
