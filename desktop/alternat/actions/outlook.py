"""What a change of a meeting brings along, told before it is made."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from alternat.actions.fields import Fields
from alternat.actions.meetings import checked_change, setback
from alternat.language.label import Label, Language
from alternat.language.messages import Message, counted, message
from alternat.models.meetings import Meeting
from alternat.models.tables import Tables
from alternat.nouns.meetings import MeetingStatus
from alternat.planning.clashes.places import AROUND_THE_MEETING
from alternat.planning.programme_shifts import ProgrammeShift, programme_shift

_NAMED = 3
"""How many sessions are named; more are counted."""


@dataclass(frozen=True, slots=True)
class Outlook:
    """What follows from a change: how the programme could go along, and what else there is to know."""

    shift: ProgrammeShift | None
    setback: Message | None
    """That consent is lost, where it is."""
    left: tuple[Message, ...]
    """What is left behind, such as sessions outside the new days."""
    stays: tuple[Message, ...]
    """What does not follow, though one might think so."""

    @property
    def follows(self) -> tuple[Message, ...]:
        """Return what comes of it without being asked for; it is worth a question."""
        return (*((self.setback,) if self.setback else ()), *self.left)


def outlook(tables: Tables, meeting: int, fields: Fields) -> Outlook:
    """Return what giving a meeting these values brings along; errors are those of `change_meeting`."""
    row: Meeting = tables.Meeting.get_by_id(meeting)
    values = checked_change(tables, row, fields)
    shift = programme_shift(tables, meeting, values)
    back = setback(tables, row, values)
    left = () if shift is not None and shift.days else tuple(_left_outside(tables, row, values))
    return Outlook(shift, _lost_consent(back), left, tuple(_unmoved(row, values)))


def _lost_consent(status: MeetingStatus | None) -> Message | None:
    if status is None:
        return None
    return message("The meeting goes back to “{status}”: both sides have to consent again.", status=status)


def _left_outside(tables: Tables, row: Meeting, values: dict[str, Any]) -> Iterator[Message]:
    """Tell which sessions are within the days of now and no longer within the new ones."""
    starts, ends = values.get("starts", row.starts), values.get("ends", row.ends)
    if row.starts is None or starts is None or (starts, ends) == (row.starts, row.ends):
        return
    sessions = tables.Session.select().where(tables.Session.meeting == row.id).order_by(tables.Session.day)
    left = [each for each in sessions if _within(each.day, row.starts, row.ends)]
    left = [
        each for each in left if not _within(each.day, starts, ends) and each.kind not in AROUND_THE_MEETING
    ]
    if left:
        more = len(left) - _NAMED
        rest = (counted("{count} other session", "{count} other sessions", more),) if more > 0 else ()
        yield counted(
            "{count} session is then outside the days of the meeting: {names}.",
            "{count} sessions are then outside the days of the meeting: {names}.",
            len(left),
            names=(*(each.title for each in left[:_NAMED]), *rest),
        )


def _within(day: date, starts: date, ends: date | None) -> bool:
    return starts <= day <= (ends or starts)


def _unmoved(row: Meeting, values: dict[str, Any]) -> Iterator[Message]:
    """Tell what still speaks of the old city when a new one is written in some languages only."""
    city: Label = row.city
    new: Label = values.get("city", city)
    changed = [each for each in Language if new.text(each) != city.text(each) and new.text(each)]
    kept = [each for each in Language if new.text(each) and new.text(each) == city.text(each)]
    if not changed or not any(city.text(each) for each in changed):
        return
    if kept:
        yield message(
            "The city stays {names} in the other languages.",
            names=tuple(dict.fromkeys(new.text(each) for each in kept)),
        )
    if "time_zone" not in values:
        yield message("The time zone stays {zone}.", zone=row.time_zone)
