"""Clocks of two capitals: what time it is there, and the nights on which a zone's clock jumps."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo


class WallTime(StrEnum):
    """Whether a clock on the wall ever shows a time on a day."""

    ONCE = "once"
    SKIPPED = "skipped"
    """The clock jumps over it: it does not exist."""
    TWICE = "twice"
    """The clock is set back and shows it a second time."""


@dataclass(frozen=True, slots=True)
class ClockReading:
    """What the clock of one place shows at a moment, and how many days it is ahead of another place."""

    name: str
    shown: datetime
    """With the zone of the place."""
    days_ahead: int


@dataclass(frozen=True, slots=True)
class ClockChange:
    """A jump of a zone's clock: the moment in UTC, and by how many minutes; forward is positive."""

    zone: str
    moment: datetime
    minutes: int


def wall_time(day: date, clock: time, zone: str) -> WallTime:
    """Return whether the clock of a zone shows a time once, never or twice on a day.

    Source of the rule: PEP 495; a gap gives the two folds the smaller offset second, an overlap the larger.
    """
    first = datetime.combine(day, clock.replace(fold=0), ZoneInfo(zone)).utcoffset()
    second = datetime.combine(day, clock.replace(fold=1), ZoneInfo(zone)).utcoffset()
    assert first is not None and second is not None  # noqa: PT018 - a zone always has an offset
    if first == second:
        return WallTime.ONCE
    return WallTime.TWICE if first > second else WallTime.SKIPPED


def has_change(day: date, zone: str) -> bool:
    """Return whether the clock of a zone jumps on a day, midnight at both ends included."""
    return bool(clock_changes(zone, day, day))


def clock_changes(zone: str, first: date, last: date) -> tuple[ClockChange, ...]:
    """Return the jumps of a zone's clock from one day's start to another's end, in order of time."""
    found = []
    day = first
    while day <= last:
        start, end = _midnight(day, zone), _midnight(day + timedelta(days=1), zone)
        if _offset(start, zone) != _offset(end, zone):
            found.append(_change_between(start, end, zone))
        day += timedelta(days=1)
    return tuple(found)


def readings(moment: datetime, zones: Mapping[str, str], home: str) -> tuple[ClockReading, ...]:
    """Return what the clocks of places show at a moment; days are counted from those of the zone `home`.

    `zones` maps a name, such as a side's code, to the IANA zone of its capital.
    """
    at_home = moment.astimezone(ZoneInfo(home)).date()
    return tuple(
        ClockReading(name, shown, (shown.date() - at_home).days) for name, shown in _shown(moment, zones)
    )


def _shown(moment: datetime, zones: Mapping[str, str]) -> Iterable[tuple[str, datetime]]:
    return ((name, moment.astimezone(ZoneInfo(zone))) for name, zone in zones.items())


def _midnight(day: date, zone: str) -> datetime:
    return datetime.combine(day, time(), ZoneInfo(zone)).astimezone(UTC)


def _offset(moment: datetime, zone: str) -> timedelta:
    offset = moment.astimezone(ZoneInfo(zone)).utcoffset()
    assert offset is not None
    return offset


def _change_between(start: datetime, end: datetime, zone: str) -> ClockChange:
    """Halve the stretch until the minute of the jump is found; zones jump on whole minutes today."""
    before, after = _offset(start, zone), _offset(end, zone)
    while end - start > timedelta(minutes=1):
        middle = start + (end - start) // 2
        middle = middle.replace(second=0, microsecond=0)
        if middle in {start, end}:
            break
        start, end = (middle, end) if _offset(middle, zone) == before else (start, middle)
    return ClockChange(zone, end, int((after - before).total_seconds() // 60))
