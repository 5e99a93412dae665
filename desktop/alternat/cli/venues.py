"""Commands about where things happen: venues, and the ways between them; `rooms` has their rooms."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from alternat.cli.face import Exit, Face
from alternat.cli.given import Cleared, OrNone
from alternat.cli.noun_commands import Beside, Says, Verbs, noun_commands, one, told
from alternat.cli.parameters import AS_JSON, FILE, ONE_MEETING
from alternat.cli.syntax import Group, argument, command, option
from alternat.cli.values import within
from alternat.language.label import Label
from alternat.language.messages import counted, message, series
from alternat.nouns.venues import ON_THE_WAY, VENUE

if TYPE_CHECKING:
    from alternat.models.tables import Tables

_NAME = message("The name of the venue, in any language.")


def _verbs() -> Verbs:
    from alternat.actions.removals import venue_removal
    from alternat.actions.venues import add_venue, change_venue, remove_venue

    def along(tables: "Tables", venues: Sequence[int]) -> Sequence[Any]:
        return venue_removal(tables, venues[0])

    return Verbs(add_venue, one(change_venue), one(remove_venue), along)


def _ways(tables: "Tables", meeting: int | None) -> Mapping[int, list[tuple[Label, int]]]:
    """Return the venues that the way to is known, by name and with its minutes, for each venue."""
    from alternat.planning.programme import read_ways

    names = {row.id: row.name for row in tables.Venue.select().where(tables.Venue.meeting == meeting)}
    ways = sorted(read_ways(tables, meeting or 0).items())
    return {
        venue: [(names[other], minutes) for (start, other), minutes in ways if start == venue]
        for venue in names
    }


def _as_json(tables: "Tables", meeting: int | None) -> Mapping[int, Mapping[str, Any]]:
    return {
        venue: {"ways": [{"to": name.as_mapping(), "minutes": minutes} for name, minutes in ways]}
        for venue, ways in _ways(tables, meeting).items()
    }


def _cells(face: Face, tables: "Tables", meeting: int | None) -> Mapping[int, Sequence[object]]:
    def way_to(name: Label, minutes: int) -> str:
        return face.say(counted("{venue}: {count} minute", "{venue}: {count} minutes", minutes, venue=name))

    return {
        venue: (face.show(series(way_to(name, minutes) for name, minutes in ways)),)
        for venue, ways in _ways(tables, meeting).items()
    }


@command("way", message("Say how many minutes the way between two venues takes, in either direction."))
@FILE
@argument("one", metavar="VENUE", explains=_NAME)
@argument("other", metavar="VENUE", explains=message("The name of the other venue, in any language."))
@ONE_MEETING
@option(
    "--minutes",
    metavar="N",
    type=OrNone(within(ON_THE_WAY)),
    required=True,
    explains=message("How many minutes it takes; “-” forgets it."),
)
@AS_JSON
def way(
    face: Face, file: str, one: str, other: str, meeting: str, minutes: int | Cleared, *, as_json: bool
) -> Exit:
    """Say how many minutes the way between two venues takes."""
    from alternat.actions.meetings import meeting_id
    from alternat.actions.venues import set_way, venue_id

    with face.writing(file) as workspace:
        tables = workspace.tables
        key = meeting_id(tables, meeting)
        ends = (venue_id(tables, key, one, face.language), venue_id(tables, key, other, face.language))
        changes = set_way(workspace, *ends, None if isinstance(minutes, Cleared) else minutes)
        if as_json:
            face.tell_json(told(VENUE, tables, key, ends, _BESIDE))
        else:
            face.tell_done(changes)
    return Exit.DONE


_SAYS = Says(
    row=_NAME,
    add=message("Add a venue to a meeting."),
    set=message("Change the name or the address of a venue."),
    remove=message("Remove a venue with its rooms; their sessions stay, without a room."),
    list=message("List the venues of a meeting."),
)
_BESIDE = Beside(_as_json, (message("Ways"),), _cells)

COMMANDS = (
    Group(
        "venue",
        (*noun_commands(VENUE, _verbs, _SAYS, beside=_BESIDE), way),
        message("Add, change, remove or list the venues of a meeting, and the ways between them."),
    ),
)
