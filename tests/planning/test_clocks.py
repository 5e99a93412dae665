"""Two capitals' clocks, and the nights on which one of them jumps."""

from datetime import UTC, date, datetime, time

import pytest

from alternat.planning.clocks import ClockChange, ClockReading, WallTime, clock_changes, readings, wall_time

OTTAWA, BEIJING = "America/Toronto", "Asia/Shanghai"


@pytest.mark.parametrize(
    ("day", "clock", "zone", "expected"),
    [
        (date(2027, 3, 14), time(1, 59), OTTAWA, WallTime.ONCE),
        (date(2027, 3, 14), time(2, 0), OTTAWA, WallTime.SKIPPED),
        (date(2027, 3, 14), time(2, 59), OTTAWA, WallTime.SKIPPED),
        (date(2027, 3, 14), time(3, 0), OTTAWA, WallTime.ONCE),
        (date(2027, 3, 14), time(2, 30), BEIJING, WallTime.ONCE),
        (date(2027, 11, 7), time(0, 59), OTTAWA, WallTime.ONCE),
        (date(2027, 11, 7), time(1, 0), OTTAWA, WallTime.TWICE),
        (date(2027, 11, 7), time(1, 59), OTTAWA, WallTime.TWICE),
        (date(2027, 11, 7), time(2, 0), OTTAWA, WallTime.ONCE),
        (date(2027, 11, 7), time(1, 30), BEIJING, WallTime.ONCE),
    ],
)
def test_a_wall_clock_shows_a_time_once_never_or_twice(
    day: date, clock: time, zone: str, expected: WallTime
) -> None:
    assert wall_time(day, clock, zone) is expected


def test_the_jumps_of_a_year_are_found_to_the_minute() -> None:
    assert clock_changes(OTTAWA, date(2027, 1, 1), date(2027, 12, 31)) == (
        ClockChange(OTTAWA, datetime(2027, 3, 14, 7, tzinfo=UTC), 60),
        ClockChange(OTTAWA, datetime(2027, 11, 7, 6, tzinfo=UTC), -60),
    )
    assert clock_changes(BEIJING, date(2027, 1, 1), date(2027, 12, 31)) == ()


def test_an_evening_in_ottawa_is_the_next_morning_in_beijing() -> None:
    moment = datetime(2027, 6, 13, 0, 30, tzinfo=UTC)
    ours, theirs = readings(moment, {"CA": OTTAWA, "CN": BEIJING}, OTTAWA)
    assert (ours.shown.strftime("%d %H:%M"), ours.days_ahead) == ("12 20:30", 0)
    assert (theirs.shown.strftime("%d %H:%M"), theirs.days_ahead) == ("13 08:30", 1)
    assert isinstance(theirs, ClockReading)
