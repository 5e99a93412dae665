"""The arguments and options that several commands about sessions share, and how their values are read."""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

from alternat.cli.syntax import argument, option
from alternat.cli.values import Choice, Moment, WholeNumber
from alternat.language.messages import message

if TYPE_CHECKING:
    from alternat.models.tables import Tables

_KINDS = (
    *("plenary", "sub-group", "bilateral", "pull-aside", "courtesy-call", "ceremony", "signing"),
    *("photo", "meal", "break", "visit", "press", "travel", "internal"),
)
_MODES = ("none", "consecutive", "simultaneous", "whispered")
_HIGHEST = 2**31 - 1
_LONGEST = 24 * 60
"""The longest session in minutes, as `actions.programme` has it."""
NONE = "-"
"""Stands for no room, no sub-group or nobody."""

SESSION = argument(
    "number",
    metavar="SESSION",
    type=WholeNumber(1, _HIGHEST),
    explains=message("The number of the session, as “session list” shows it."),
)
SESSIONS = argument(
    "numbers",
    metavar="SESSION",
    nargs=-1,
    required=True,
    type=WholeNumber(1, _HIGHEST),
    explains=message("The numbers of one or several sessions, as “session list” shows them."),
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


def minutes(*, is_required: bool = False) -> Callable[[Any], Any]:
    """Return the option for the length of a session."""
    return option(
        "--minutes",
        metavar="N",
        type=WholeNumber(1, _LONGEST),
        required=is_required,
        explains=message("How long it lasts, in minutes."),
    )


def kind(*, is_required: bool = False) -> Callable[[Any], Any]:
    """Return the option for what a session is."""
    return option(
        "--kind",
        metavar="KIND",
        type=Choice(_KINDS),
        required=is_required,
        explains=message("What it is, such as plenary."),
    )


def described(function: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options that say what a session is about, who is there and how it is held to a command."""
    options = (
        option("--title-en", metavar="TEXT", explains=message("The title in English.")),
        option("--title-fr", metavar="TEXT", explains=message("The title in French.")),
        option("--title-zh", metavar="TEXT", explains=message("The title in Chinese.")),
        option(
            "--people",
            metavar="WHO",
            explains=message(
                "Who takes part: everyone, codes of sides and entities, roles, numbers of people, "
                "such as CA,17,-21."
            ),
        ),
        option(
            "--interpretation",
            metavar="MODE",
            type=Choice(_MODES),
            explains=message("How it is interpreted."),
        ),
        option(
            "--subgroup",
            metavar="NAME",
            explains=message("The number or the name of its sub-group; a single minus means none."),
        ),
        option(
            "--zone",
            metavar="ZONE",
            explains=message("The time zone of its place, such as Asia/Shanghai."),
        ),
        option(
            "--end-zone",
            metavar="ZONE",
            explains=message("For a journey, the time zone where it ends; a single minus means the same."),
        ),
        option(
            "--note",
            metavar="TEXT",
            explains=message("A private note; it is never printed or exported."),
        ),
        option(
            "--fixed",
            "hold",
            flag_value="fixed",
            explains=message("Holds its time when the day runs late."),
        ),
        option(
            "--movable",
            "hold",
            flag_value="movable",
            explains=message("Is pushed when the day runs late."),
        ),
    )
    for each in reversed(options):
        function = each(function)
    return function


def read_room(tables: "Tables", meeting: int, code: str | None) -> int | None:
    """Return the id of the room with a code; nothing given, or a minus, means no room."""
    from alternat.actions.venues import room_id

    return None if code is None or code == NONE else room_id(tables, meeting, code)


def read_subgroup(tables: "Tables", meeting: int, name: str | None) -> int | None:
    """Return the id of the sub-group with a number or a name; nothing given, or a minus, means none."""
    from alternat.actions.subgroups import subgroup_id

    return None if name is None or name == NONE else subgroup_id(tables, meeting, name)


def read_sessions(tables: "Tables", meeting: int, numbers: Iterable[int]) -> tuple[int, ...]:
    """Return the ids of sessions, each one once; a number that the meeting does not have is refused."""
    from alternat.actions.programme import session_id

    return tuple(session_id(tables, meeting, number) for number in dict.fromkeys(numbers))
