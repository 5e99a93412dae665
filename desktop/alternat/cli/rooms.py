"""Commands about the rooms of the venues of a meeting."""

from alternat.cli.noun_commands import Says, Verbs, noun_commands, one
from alternat.cli.syntax import Group
from alternat.language.messages import message
from alternat.nouns.venues import ROOM


def _verbs() -> Verbs:
    from alternat.actions.removals import rooms_removal
    from alternat.actions.venues import add_room, change_room, remove_room

    return Verbs(add_room, one(change_room), one(remove_room), rooms_removal)


_SAYS = Says(
    row=message("The code of the room, which “room list” shows."),
    add=message("Add a room to a venue."),
    set=message("Change a room: its code, name, venue, seats, hours or how it is set."),
    remove=message("Remove a room; its sessions stay, without a room."),
    list=message("List the rooms of a meeting."),
)
_COLUMNS = ("code", "name", "venue", "capacity", "layout", "booths", "opens", "closes")

COMMANDS = (
    Group(
        "room",
        noun_commands(ROOM, _verbs, _SAYS, columns=_COLUMNS),
        message("Add, change, remove or list the rooms of a meeting."),
    ),
)
