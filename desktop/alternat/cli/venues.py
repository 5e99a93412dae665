"""Commands about where things happen: venues, and the ways between them; `rooms` has their rooms."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from alternat.cli.face import Exit, Face
from alternat.cli.given import Cleared, OrNone, given, with_texts
from alternat.cli.parameters import AS_JSON, FILE, ONE_MEETING
from alternat.cli.syntax import Group, argument, command, option
from alternat.cli.values import WholeNumber
from alternat.language.label import Label
from alternat.language.messages import counted, message

if TYPE_CHECKING:
    from alternat.models.tables import Tables
    from alternat.planning.programme import Programme

_NAME_EN = option("--name-en", metavar="TEXT", explains=message("The name in English."))
_NAME_FR = option("--name-fr", metavar="TEXT", explains=message("The name in French."))
_NAME_ZH = option("--name-zh", metavar="TEXT", explains=message("The name in Chinese."))
_ADDRESS = option("--address", metavar="TEXT", explains=message("The address."))
_VENUE = argument("venue", metavar="VENUE", explains=message("The name of the venue, in any language."))
_LONGEST_WAY = 24 * 60


@command("add", message("Add a venue to a meeting."))
@FILE
@ONE_MEETING
@_NAME_EN
@_NAME_FR
@_NAME_ZH
@_ADDRESS
@AS_JSON
def add_venue(
    face: Face,
    file: str,
    meeting: str,
    name_en: str | None,
    name_fr: str | None,
    name_zh: str | None,
    address: str | None,
    *,
    as_json: bool,
) -> Exit:
    """Add a venue to a meeting."""
    from alternat.actions.meetings import meeting_id
    from alternat.actions.venues import add_venue as add

    with face.writing(file) as workspace:
        tables = workspace.tables
        name = Label(name_en or "", name_fr or "", name_zh or "")
        changes = add(workspace, meeting_id(tables, meeting), {"name": name, "address": address or ""})
        if as_json:
            face.tell_json(_as_json(_programme(tables, meeting), changes.inserted("venue")))
        else:
            face.tell_done(changes)
    return Exit.DONE


@command("set", message("Change the name or the address of a venue."))
@FILE
@_VENUE
@ONE_MEETING
@_NAME_EN
@_NAME_FR
@_NAME_ZH
@_ADDRESS
@AS_JSON
def change(
    face: Face,
    file: str,
    venue: str,
    meeting: str,
    name_en: str | None,
    name_fr: str | None,
    name_zh: str | None,
    address: str | None,
    *,
    as_json: bool,
) -> Exit:
    """Change the name or the address of a venue."""
    from alternat.actions.venues import change_venue

    with face.writing(file) as workspace:
        tables = workspace.tables
        key = _venue(tables, meeting, venue)
        name = with_texts(tables.Venue.get_by_id(key).name, (name_en, name_fr, name_zh))
        options = ("--name-en", "--name-fr", "--name-zh", "--address")
        changes = change_venue(workspace, key, given({"name": name, "address": address}, options))
        if as_json:
            face.tell_json(_as_json(_programme(tables, meeting), (key,)))
        else:
            face.tell_done(changes)
    return Exit.DONE


@command("remove", message("Remove a venue with its rooms; their sessions stay, without a room."))
@FILE
@_VENUE
@ONE_MEETING
@AS_JSON
def remove(face: Face, file: str, venue: str, meeting: str, *, as_json: bool) -> Exit:
    """Remove a venue with its rooms; JSON tells what was removed."""
    from alternat.actions.removals import venue_removal
    from alternat.actions.venues import remove_venue

    with face.writing(file) as workspace:
        tables = workspace.tables
        key = _venue(tables, meeting, venue)
        before = _as_json(_programme(tables, meeting), (key,))
        along = venue_removal(tables, key)
        changes = remove_venue(workspace, key)
        if as_json:
            told = {"along": [face.say(each) for each in along]} if along else {}
            face.tell_json([{**each, **told} for each in before])
        else:
            face.tell_done(changes, along=along)
    return Exit.DONE


@command("way", message("Say how many minutes the way between two venues takes, in either direction."))
@FILE
@argument("one", metavar="VENUE", explains=message("The name of the venue, in any language."))
@argument("other", metavar="VENUE", explains=message("The name of the other venue, in any language."))
@ONE_MEETING
@option(
    "--minutes",
    metavar="N",
    type=OrNone(WholeNumber(0, _LONGEST_WAY)),
    required=True,
    explains=message("How many minutes it takes; “-” forgets it."),
)
@AS_JSON
def way(
    face: Face, file: str, one: str, other: str, meeting: str, minutes: int | Cleared, *, as_json: bool
) -> Exit:
    """Say how many minutes the way between two venues takes."""
    from alternat.actions.venues import set_way

    with face.writing(file) as workspace:
        tables = workspace.tables
        ends = (_venue(tables, meeting, one), _venue(tables, meeting, other))
        changes = set_way(workspace, *ends, None if isinstance(minutes, Cleared) else minutes)
        if as_json:
            face.tell_json(_as_json(_programme(tables, meeting), ends))
        else:
            face.tell_done(changes)
    return Exit.DONE


@command("list", message("List the venues of a meeting."))
@FILE
@ONE_MEETING
@AS_JSON
def list_venues(face: Face, file: str, meeting: str, *, as_json: bool) -> Exit:
    """List the venues of a meeting."""
    with face.reading(file) as workspace:
        programme = _programme(workspace.tables, meeting)
    if as_json:
        face.tell_json(_as_json(programme, programme.venues))
        return Exit.DONE
    headings = (message("Venue"), message("Address"), message("Ways"))
    rows = [
        (face.read(each.name), each.address, ", ".join(_ways(face, programme, each.id)))
        for each in programme.venues.values()
    ]
    face.tell_table(headings, rows)
    return Exit.DONE


def _programme(tables: "Tables", reference: str) -> "Programme":
    from alternat.actions.meetings import meeting_id
    from alternat.planning.programme import read_programme

    return read_programme(tables, meeting_id(tables, reference))


def _venue(tables: "Tables", meeting: str, name: str) -> int:
    from alternat.actions.meetings import meeting_id
    from alternat.actions.venues import venue_id

    return venue_id(tables, meeting_id(tables, meeting), name)


def _ways_from(programme: "Programme", venue: int) -> list[tuple[Label, int]]:
    """Return the names of the venues that the way to is known, each with its minutes."""
    return [
        (programme.venues[other].name, minutes)
        for (one, other), minutes in sorted(programme.ways.items())
        if one == venue
    ]


def _ways(face: Face, programme: "Programme", venue: int) -> list[str]:
    return [
        face.say(counted("{venue}: {count} minute", "{venue}: {count} minutes", minutes, venue=name))
        for name, minutes in _ways_from(programme, venue)
    ]


def _as_json(programme: "Programme", venues: Iterable[int]) -> list[dict[str, Any]]:
    return [
        {
            "id": each.id,
            "name": each.name.as_mapping(),
            "address": each.address,
            "ways": [
                {"to": name.as_mapping(), "minutes": minutes}
                for name, minutes in _ways_from(programme, each.id)
            ],
        }
        for each in (programme.venues[key] for key in venues)
    ]


COMMANDS = (
    Group(
        "venue",
        (add_venue, change, remove, way, list_venues),
        message("Add, change, remove or list the venues of a meeting, and the ways between them."),
    ),
)
