"""Running late: what happens to the rest of a day when everything is pushed, and what no longer fits."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from alternat.planning.programme import Programme, SessionPlan, presences


@dataclass(frozen=True, slots=True)
class Move:
    """A session's new wall-clock time, in its own zone."""

    session: int
    day: date
    start: time


@dataclass(frozen=True, slots=True)
class Squeeze:
    """A pushed session that now runs into one that holds its time."""

    session: int
    fixed: int
    minutes: int
    """How long the two overlap."""
    shares_room: bool
    people: tuple[int, ...]
    """Who would have to be in both."""


@dataclass(frozen=True, slots=True)
class Delay:
    """What a delay moves, and what no longer fits before a fixed session."""

    moves: tuple[Move, ...]
    squeezes: tuple[Squeeze, ...]


def run_late_by(programme: Programme, after: datetime, minutes: int, *, room: int | None = None) -> Delay:
    """Return what a delay does to the sessions that begin at a moment or later on the same day.

    `after` is a moment with a zone; the day is the one that the meeting's clock shows then. Fixed and
    cancelled sessions hold. With `room`, only that room's sessions are pushed, and they are held against
    everything that stays.
    """
    pushed = [each for each in programme.sessions.values() if _is_pushed(programme, each, after, room)]
    delay = timedelta(minutes=minutes)
    moves = tuple(_move(session, delay) for session in pushed)
    moving = {session.id for session in pushed}
    held = [each for each in programme.sessions.values() if each.id not in moving and not each.is_cancelled]
    squeezes = [
        squeeze
        for session in pushed
        for other in held
        if other.is_fixed or room is not None
        for squeeze in _squeeze(programme, session, other, delay)
    ]
    return Delay(moves, tuple(squeezes))


def _is_pushed(programme: Programme, session: SessionPlan, after: datetime, room: int | None) -> bool:
    zone = ZoneInfo(programme.time_zone)
    today, own_day = after.astimezone(zone).date(), session.starts.astimezone(zone).date()
    return (
        session.starts >= after
        and own_day == today
        and not session.is_fixed
        and not session.is_cancelled
        and (room is None or session.room == room)
    )


def _move(session: SessionPlan, delay: timedelta) -> Move:
    shown = (session.starts + delay).astimezone(ZoneInfo(session.time_zone))
    return Move(session.id, shown.date(), shown.time())


def _squeeze(
    programme: Programme, session: SessionPlan, held: SessionPlan, delay: timedelta
) -> Iterable[Squeeze]:
    """Yield how a pushed session runs into one that holds, unless it ran as far into it before the delay."""
    overlap = min(session.ends + delay, held.ends) - max(session.starts + delay, held.starts)
    before = min(session.ends, held.ends) - max(session.starts, held.starts)
    if overlap <= max(before, timedelta()):
        return
    shares_room = session.room is not None and session.room == held.room
    ours = {each.person for each in presences(session, programme.people)}
    people = tuple(sorted(ours & {each.person for each in presences(held, programme.people)}))
    if shares_room or people:
        yield Squeeze(session.id, held.id, int(overlap.total_seconds() // 60), shares_room, people)
