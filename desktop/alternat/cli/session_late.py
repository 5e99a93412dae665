"""The command for a day that runs late: it tells what moves, what holds its time and what no longer fits."""

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from alternat.cli.face import Exit, Face
from alternat.cli.parameters import AS_JSON, FILE, ONE_MEETING
from alternat.cli.session_parameters import read_room
from alternat.cli.syntax import command, option
from alternat.cli.values import Moment, within
from alternat.errors import AlternatError
from alternat.language.messages import counted, mark, message
from alternat.nouns.programme import LATE

if TYPE_CHECKING:
    from alternat.planning.programme import Programme, SessionPlan
    from alternat.planning.running_late import Delay, Move


class SkippedMoment(AlternatError):
    """The clock jumps over the time from which a day is to run late."""

    template = mark(
        "The time {clock} in --after does not exist on {day} in {zone}: the clock is put forward over it. "
        "Give another time."
    )


class NothingAfter(AlternatError):
    """There is nothing that could run late."""

    template = mark(
        "No session begins on {day} at {clock} or later, so nothing can be pushed. Correct --after or --room."
    )


@dataclass(frozen=True, slots=True)
class _Outlook:
    """A delay with the programme as it is before it, and the sessions that hold their time."""

    programme: "Programme"
    delay: "Delay"
    holding: "tuple[SessionPlan, ...]"


@command("late", message("Push the rest of a day; fixed sessions hold, and what no longer fits is named."))
@FILE
@ONE_MEETING
@option(
    "--after",
    metavar="TIME",
    type=Moment(),
    required=True,
    explains=message("What begins then or later that day is pushed, such as 2027-06-12T10:30."),
)
@option(
    "--minutes",
    metavar="N",
    type=within(LATE),
    required=True,
    explains=message("How late the day runs, in minutes."),
)
@option("--room", metavar="R", explains=message("Only what is in the room with this code."))
@option("--dry-run", is_flag=True, explains=message("Tell what would happen and write nothing."))
@AS_JSON
def late(
    face: Face,
    file: str,
    meeting: str,
    after: datetime,
    minutes: int,
    room: str | None,
    *,
    dry_run: bool,
    as_json: bool,
) -> Exit:
    """Push the rest of a day, in one step."""
    from alternat.actions.meetings import meeting_id
    from alternat.actions.programme import run_late
    from alternat.planning.programme import moment, read_programme

    with face.reading(file) if dry_run else face.writing(file) as workspace:
        tables = workspace.tables
        key = meeting_id(tables, meeting)
        programme = read_programme(tables, key)
        place = read_room(tables, key, room)
        outlook = _outlook(programme, after, minutes, place)
        changes = None
        if not dry_run:
            since = moment(after.date(), after.time(), programme.time_zone)
            changes = run_late(workspace, key, since, minutes, room=place)
    if as_json:
        face.tell_json(_as_json(outlook))
        return Exit.DONE
    _tell(face, outlook)
    if changes is None:
        face.tell(message("Nothing was written, as --dry-run asks."))
    else:
        face.tell_done(changes)
    return Exit.DONE


def _outlook(programme: "Programme", after: datetime, minutes: int, room: int | None) -> _Outlook:
    """Return what a delay does; a time that no clock shows, or after which nothing begins, is refused."""
    from alternat.planning.clocks import WallTime, wall_time
    from alternat.planning.programme import moment
    from alternat.planning.running_late import run_late_by

    day, clock, zone = after.date(), after.time(), programme.time_zone
    if wall_time(day, clock, zone) is WallTime.SKIPPED:
        raise SkippedMoment(clock=clock, day=day, zone=zone)
    since = moment(day, clock, zone)
    delay = run_late_by(programme, since, minutes, room=room)
    holding = tuple(
        each
        for each in programme.sessions.values()
        if each.is_fixed
        and not each.is_cancelled
        and each.starts >= since
        and each.starts.astimezone(ZoneInfo(zone)).date() == day
        and room in {None, each.room}
    )
    if not delay.moves and not holding:
        raise NothingAfter(day=day, clock=clock)
    return _Outlook(programme, delay, holding)


def _tell(face: Face, outlook: _Outlook) -> None:
    sessions, delay = outlook.programme.sessions, outlook.delay
    headings = (message("Number"), message("Start"), message("New start"), message("Title"))
    shown = {each.session: _new_start(sessions[each.session], each) for each in delay.moves}
    shown |= {each.id: face.say(message("Holds its time")) for each in outlook.holding}
    rows = [
        (each.id, each.start.isoformat("minutes"), shown[each.id], face.read(each.title))
        for each in sessions.values()
        if each.id in shown
    ]
    face.tell_table(headings, rows)
    face.tell()
    for each in delay.squeezes:
        sentence = message(
            "{session} runs {minutes} min into {fixed}, which holds its time",
            session=sessions[each.session].title,
            minutes=each.minutes,
            fixed=sessions[each.fixed].title,
        )
        face.tell(sentence)
    tight = len({each.session for each in delay.squeezes})
    fits = counted("{count} no longer fits", "{count} no longer fit", tight)
    face.tell(fits if tight else message("Everything still fits"))


def _new_start(plan: "SessionPlan", move: "Move") -> str:
    """Return the clock at which a session now begins, with the day if it is another one."""
    clock = move.start.isoformat("minutes")
    return clock if move.day == plan.day else f"{move.day.isoformat()} {clock}"


def _as_json(outlook: _Outlook) -> dict[str, Any]:
    return {
        "moves": [_move_as_json(outlook.programme, each) for each in outlook.delay.moves],
        "holds": [each.id for each in outlook.holding],
        "no_longer_fits": [
            {
                "session": each.session,
                "fixed": each.fixed,
                "minutes": each.minutes,
                "shares_room": each.shares_room,
                "people": list(each.people),
            }
            for each in outlook.delay.squeezes
        ],
    }


def _move_as_json(programme: "Programme", move: "Move") -> dict[str, Any]:
    plan = programme.sessions[move.session]
    return {
        "session": move.session,
        "from": f"{plan.day.isoformat()}T{plan.start.isoformat('minutes')}",
        "to": f"{move.day.isoformat()}T{move.start.isoformat('minutes')}",
    }
