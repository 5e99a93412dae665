"""What is wrong or doubtful about the day of a row: its year, its weekday, how far it is from the meeting."""

from datetime import date

from alternat.exchange.events.days import Frame
from alternat.exchange.events.fields import EventField
from alternat.exchange.events.row import Row
from alternat.language.messages import Message, counted, message

_AROUND = 3
"""A session on a day so near to the meeting is usual; further away somebody should look at it."""


def check_day(row: Row, field: EventField, day: date, frame: Frame, *, is_reckoned: bool = False) -> date:
    """Return the day of a row, with what is to be known about it noted on the row.

    One that was reckoned from the days of the meeting has been told to be none of them.
    """
    if row.weekday is not None and row.weekday != day.weekday():
        tell_weekday(row, day)
    if not frame.is_near(day):
        block_year(row, field, day, frame)
    elif away := 0 if is_reckoned else frame.days_away(day):
        note = row.tell_time if abs(away) <= _AROUND else row.warn_of_time
        note(field, _outside(day, away))
    return day


def block_year(row: Row, field: EventField, day: date, frame: Frame) -> None:
    """Note that a day is in another year than the meeting."""
    row.block_time(
        field,
        message("The day {day} is not in the year of the meeting, {year}.", day=day, year=str(frame.year)),
    )


def tell_weekday(row: Row, day: date) -> None:
    """Note that the list gives another day of the week than the date has."""
    row.warn_of_time(
        EventField.DAY,
        message("The list gives another day of the week. The date is taken: {day}.", day=day),
    )


def _outside(day: date, away: int) -> Message:
    if away < 0:
        return counted(
            "{day} is outside the days of the meeting: {count} day before it begins.",
            "{day} is outside the days of the meeting: {count} days before it begins.",
            -away,
            day=day,
        )
    return counted(
        "{day} is outside the days of the meeting: {count} day after its last.",
        "{day} is outside the days of the meeting: {count} days after its last.",
        away,
        day=day,
    )
