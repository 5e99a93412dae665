"""The arguments and options that several commands about sessions share, and how their values are read."""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

from alternat.cli.syntax import argument, option
from alternat.cli.values import Moment, within
from alternat.language.messages import message
from alternat.nouns.kinds import KEYS
from alternat.nouns.programme import LENGTH

if TYPE_CHECKING:
    from alternat.models.tables import Tables

NONE = "-"
"""Stands for no room."""

SESSION = argument(
    "number",
    metavar="SESSION",
    type=within(KEYS),
    explains=message("The number of the session, as “session list” shows it."),
)
SESSIONS = argument(
    "numbers",
    metavar="SESSION",
    nargs=-1,
    required=True,
    type=within(KEYS),
    explains=message("The numbers of one or several sessions, as “session list” shows them."),
)
MINUTES = option(
    "--minutes",
    metavar="N",
    type=within(LENGTH),
    explains=message("How long it lasts, in minutes."),
)
ROOM = option("--room", metavar="R", explains=message("The code of the room; a single minus means no room."))


def start(*, is_required: bool = False) -> Callable[[Any], Any]:
    """Return the option for the day and the time at which a session begins."""
    return option(
        "--start",
        metavar="TIME",
        type=Moment(),
        required=is_required,
        explains=message("The day and the time on the wall clock there, such as 2027-06-12T09:00."),
    )


def read_room(tables: "Tables", meeting: int, code: str | None) -> int | None:
    """Return the id of the room with a code; nothing given, or a minus, means no room."""
    from alternat.actions.venues import room_id

    return None if code is None or code == NONE else room_id(tables, meeting, code)


def read_sessions(tables: "Tables", meeting: int, numbers: Iterable[int]) -> tuple[int, ...]:
    """Return the ids of sessions, each one once; a number that the meeting does not have is refused."""
    from alternat.actions.programme import session_id

    return tuple(session_id(tables, meeting, number) for number in dict.fromkeys(numbers))
