"""What the ruler beside the timeline says: the clocks of both capitals, their days and clock changes."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from alternat.language.catalogs import Catalog
from alternat.language.messages import message
from alternat.planning.clocks import ClockChange, WallTime, clock_changes, readings, wall_time
from alternat.planning.programme import moment
from alternat.ui.programme.timeline.scale import DAY


@dataclass(frozen=True, slots=True)
class Mark:
    """What one clock shows at an hour, such as `21:00`, with `+1` where it is the next day there."""

    text: str
    is_new_day: bool
    """Whether it is the first full hour of a day there."""
    day: str
    """How many days ahead, such as `+1 d`; empty on the same day."""


@dataclass(frozen=True, slots=True)
class Hour:
    """An hour of the sheet, and what the clocks show then, by the names of the places."""

    minute: int
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Jump:
    """A change of the clock: the stretch of the sheet that it skips or repeats, and the words for it."""

    first: int
    last: int
    is_skipped: bool
    """Whether the stretch does not exist; else it exists twice."""
    text: str


@dataclass(frozen=True, slots=True)
class Ruler:
    """The hours of a day and its clock changes."""

    names: tuple[str, ...]
    hours: tuple[Hour, ...]
    jumps: tuple[Jump, ...]


def ruler_of(day: date, zone: str, capitals: Mapping[str, str], catalog: Catalog) -> Ruler:
    """Return the ruler of a day in the zone of the meeting.

    `capitals` gives the zones of the capitals by what to call them; the meeting's own clock comes first.
    """
    own = next((name for name, each in capitals.items() if each == zone), None)
    names = {own or _place(zone): zone} | {name: each for name, each in capitals.items() if name != own}
    hours = tuple(Hour(hour * 60, _marks(day, hour, zone, names, catalog)) for hour in range(24))
    jumps = tuple(jump for name, each in names.items() for jump in _jumps(day, zone, name, each, catalog))
    return Ruler(tuple(names), hours, jumps)


def _place(zone: str) -> str:
    return zone.rpartition("/")[2].replace("_", " ")


def _marks(day: date, hour: int, zone: str, names: Mapping[str, str], catalog: Catalog) -> tuple[Mark, ...]:
    at = time(hour)
    if wall_time(day, at, zone) is WallTime.SKIPPED:
        return tuple(Mark("–", is_new_day=False, day="") for _ in names)
    shown = readings(moment(day, at, zone), names, zone)
    return tuple(
        Mark(
            f"{each.shown:%H:%M}",
            is_new_day=each.shown.hour == 0 and hour > 0,
            day=catalog.say(message("{days} d", days=f"{each.days_ahead:+d}")) if each.days_ahead else "",
        )
        for each in shown
    )


def _jumps(day: date, zone: str, name: str, other: str, catalog: Catalog) -> list[Jump]:
    """Return the changes of one clock that fall on the sheet of a day in `zone`."""
    around = clock_changes(other, day - timedelta(days=1), day + timedelta(days=1))
    return [jump for change in around for jump in _jump(change, day, zone, name, catalog)]


def _jump(change: ClockChange, day: date, zone: str, name: str, catalog: Catalog) -> list[Jump]:
    before = (change.moment - timedelta(minutes=1)).astimezone(ZoneInfo(zone)) + timedelta(minutes=1)
    start = datetime.combine(day, time())
    first = round((before.replace(tzinfo=None) - start).total_seconds() / 60)
    if not 0 <= first < DAY:
        return []
    is_forward, length = change.minutes > 0, abs(change.minutes)
    text = (
        message("{place}: the clock goes forward by {minutes} min", place=name, minutes=length)
        if is_forward
        else message("{place}: the clock goes back by {minutes} min", place=name, minutes=length)
    )
    if change.zone != zone:
        return [Jump(first, first, is_skipped=False, text=catalog.say(text))]
    at = first if is_forward else first - length
    return [Jump(at, at + length, is_skipped=is_forward, text=catalog.say(text))]
