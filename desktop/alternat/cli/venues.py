"""Commands about where things happen: venues and their rooms."""

from datetime import time
from typing import TYPE_CHECKING, Any

from alternat.cli.face import Exit, Face
from alternat.cli.parameters import AS_JSON, FILE, ONE_MEETING
from alternat.cli.syntax import Group, command, option
from alternat.cli.values import Choice, Clock, WholeNumber
from alternat.language.label import Label
from alternat.language.messages import message

if TYPE_CHECKING:
    from alternat.models.tables import Tables

_NAME_EN = option("--name-en", metavar="TEXT", default="", explains=message("The name in English."))
_NAME_FR = option("--name-fr", metavar="TEXT", default="", explains=message("The name in French."))
_NAME_ZH = option("--name-zh", metavar="TEXT", default="", explains=message("The name in Chinese."))
_LAYOUTS = ("meeting-table", "u-shape", "theatre", "round-tables", "armchairs", "open")


@command("add", message("Add a venue to a meeting."))
@FILE
@ONE_MEETING
@_NAME_EN
@_NAME_FR
@_NAME_ZH
@option("--address", metavar="TEXT", default="", explains=message("The address."))
def add_venue(
    face: Face, file: str, meeting: str, name_en: str, name_fr: str, name_zh: str, address: str
) -> Exit:
    """Add a venue to a meeting."""
    from alternat.actions.meetings import meeting_id
    from alternat.actions.venues import add_venue as add

    with face.writing(file) as workspace:
        fields = {"name": Label(name_en, name_fr, name_zh), "address": address}
        face.tell_done(add(workspace, meeting_id(workspace.tables, meeting), fields))
    return Exit.DONE


@command("list", message("List the venues of a meeting."))
@FILE
@ONE_MEETING
@AS_JSON
def list_venues(face: Face, file: str, meeting: str, *, as_json: bool) -> Exit:
    """List the venues of a meeting."""
    with face.reading(file) as workspace:
        programme = _programme(workspace.tables, meeting)
        venues = list(programme.venues.values())
        if as_json:
            face.tell_json(
                [{"id": each.id, "name": each.name.as_mapping(), "address": each.address} for each in venues]
            )
        else:
            headings = (message("Venue"), message("Address"))
            face.tell_table(headings, [(face.read(each.name), each.address) for each in venues])
    return Exit.DONE


@command("add", message("Add a room to a venue."))
@FILE
@ONE_MEETING
@option("--venue", metavar="V", required=True, explains=message("The name of the venue, in any language."))
@option("--code", metavar="R", required=True, explains=message("The code that names the room, such as A1."))
@_NAME_EN
@_NAME_FR
@_NAME_ZH
@option("--seats", metavar="N", type=WholeNumber(0, 100000), explains=message("How many people it seats."))
@option(
    "--booths",
    metavar="N",
    type=WholeNumber(0, 50),
    default=0,
    explains=message("How many interpretation booths it has."),
)
@option("--layout", metavar="L", type=Choice(_LAYOUTS), explains=message("How it is set, such as u-shape."))
@option("--opens", metavar="TIME", type=Clock(), explains=message("When it opens, such as 08:00."))
@option("--closes", metavar="TIME", type=Clock(), explains=message("When it closes, such as 20:00."))
def add_room(
    face: Face,
    file: str,
    meeting: str,
    venue: str,
    code: str,
    name_en: str,
    name_fr: str,
    name_zh: str,
    seats: int | None,
    booths: int,
    layout: str | None,
    opens: time | None,
    closes: time | None,
) -> Exit:
    """Add a room to a venue."""
    from alternat.actions.meetings import meeting_id
    from alternat.actions.venues import add_room as add
    from alternat.actions.venues import venue_id

    fields: dict[str, Any] = {"code": code, "name": Label(name_en, name_fr, name_zh), "capacity": seats}
    fields |= {"booths": booths, "opens": opens, "closes": closes}
    if layout is not None:
        fields["layout"] = layout
    with face.writing(file) as workspace:
        tables = workspace.tables
        face.tell_done(add(workspace, venue_id(tables, meeting_id(tables, meeting), venue), fields))
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
            face.tell_json([_room_as_json(programme, each) for each in programme.rooms.values()])
        else:
            headings = (
                message("Room"),
                message("Name"),
                message("Venue"),
                message("Seats"),
                message("Layout"),
            )
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


def _programme(tables: "Tables", reference: str) -> Any:
    from alternat.actions.meetings import meeting_id
    from alternat.planning.programme import read_programme

    return read_programme(tables, meeting_id(tables, reference))


def _room_as_json(programme: Any, room: Any) -> dict[str, object]:
    return {
        "code": room.code,
        "name": room.name.as_mapping(),
        "venue": programme.venues[room.venue].name.as_mapping(),
        "seats": room.capacity,
        "layout": room.layout.value,
        "booths": room.booths,
        "opens": room.opens.isoformat("minutes") if room.opens else None,
        "closes": room.closes.isoformat("minutes") if room.closes else None,
    }


COMMANDS = (
    Group("venue", (add_venue, list_venues), message("Add or list the venues of a meeting.")),
    Group("room", (add_room, list_rooms), message("Add or list the rooms of a meeting.")),
)
