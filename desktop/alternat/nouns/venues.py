"""Where things happen: venues, their rooms, and the ways between venues."""

from enum import StrEnum

from alternat.language.messages import mark, message
from alternat.nouns.kinds import PLACES, Clock, Number, OneOf, RowOf, Text, Texts
from alternat.nouns.noun import PUBLIC, Field, Noun

ON_THE_WAY = Number(0, 24 * 60)
"""How many minutes a way may take."""


class RoomLayout(StrEnum):
    """How a room is set."""

    MEETING_TABLE = "meeting-table"
    U_SHAPE = "u-shape"
    THEATRE = "theatre"
    ROUND_TABLES = "round-tables"
    ARMCHAIRS = "armchairs"
    OPEN = "open"


VENUE = Noun(
    table="venue",
    named=mark("the venue {name}"),
    many=mark("venues"),
    unknown=mark("There is no venue “{name}” at this meeting. The venues are: {choices}."),
    above="meeting",
    found_by=("name",),
    called_by="name",
    fields=(
        Field("name", Texts(), message("name"), PUBLIC, message("The name."), is_needed=True),
        Field("address", Text(), message("address"), PUBLIC, message("The address.")),
    ),
)

ROOM = Noun(
    table="room",
    named=mark("the room {name}"),
    many=mark("rooms"),
    unknown=mark("There is no room “{name}” at this meeting. The rooms are: {choices}."),
    above="venue",
    found_by=("code",),
    ordered_by=("number",),
    called_by="code",
    fields=(
        Field(
            "code",
            Text(40, is_code=True),
            message("code"),
            PUBLIC,
            message("The code that names the room, such as A1."),
            heading=message("Room"),
            is_needed=True,
        ),
        Field("number", PLACES, message("number"), PUBLIC, is_told_only=True, is_needed=True),
        Field("name", Texts(), message("name"), PUBLIC, message("The name.")),
        Field(
            "venue",
            RowOf("venue"),
            message("venue"),
            PUBLIC,
            message("The name of the venue, in any language."),
            is_needed=True,
        ),
        Field(
            "capacity",
            Number(0, 100_000),
            message("seats"),
            PUBLIC,
            message("How many people it seats."),
            key="seats",
            may_be_empty=True,
        ),
        Field(
            "layout",
            OneOf(RoomLayout),
            message("layout"),
            PUBLIC,
            message("How it is set, such as u-shape."),
        ),
        Field(
            "booths",
            Number(0, 50),
            message("interpretation booths"),
            PUBLIC,
            message("How many interpretation booths it has."),
            heading=message("Booths"),
        ),
        Field(
            "opens",
            Clock(),
            message("opening time"),
            PUBLIC,
            message("When it opens, such as 08:00."),
            heading=message("Opens"),
            may_be_empty=True,
        ),
        Field(
            "closes",
            Clock(),
            message("closing time"),
            PUBLIC,
            message("When it closes, such as 20:00."),
            heading=message("Closes"),
            may_be_empty=True,
        ),
    ),
)

WAY = Noun(
    table="way",
    named=mark("the way between venues {name}"),
    many=mark("ways between venues"),
    fields=(
        Field("one", RowOf("venue"), message("venue"), PUBLIC, is_given_once=True, is_needed=True),
        Field("other", RowOf("venue"), message("other venue"), PUBLIC, is_given_once=True, is_needed=True),
        Field(
            "minutes",
            ON_THE_WAY,
            message("minutes on the way"),
            PUBLIC,
            is_needed=True,
        ),
    ),
)
