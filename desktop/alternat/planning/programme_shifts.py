"""What becomes of a programme whose meeting gets another time zone or other days."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Any

from alternat.language.messages import Message, counted, message
from alternat.models.tables import Tables


class ProgrammeWish(StrEnum):
    """What happens to the sessions of a meeting that gets another zone or other days."""

    MOVE = "move"
    """They go along: by as many days, and at the same clock times in the new zone."""
    KEEP = "keep"
    """They stay as they are; findings say so while they differ."""


@dataclass(frozen=True, slots=True)
class ProgrammeShift:
    """By how many days a meeting moves, and from which zone to which; `sessions` would go along."""

    days: int
    before: str
    after: str
    sessions: int

    @property
    def sentence(self) -> Message:
        """Return what taking the programme along does, in one sentence."""
        how = message("at the same clock times in the zone {zone}", zone=self.after)
        days = counted("{count} day later", "{count} days later", self.days)
        if self.days < 0:
            days = counted("{count} day earlier", "{count} days earlier", -self.days)
        if self.before == self.after:
            how = days
        elif self.days:
            how = message("{days}, at the same clock times in the zone {zone}", days=days, zone=self.after)
        return counted(
            "{count} session of the meeting can go along: {how}.",
            "{count} sessions of the meeting can go along: {how}.",
            self.sessions,
            how=how,
        )


def programme_shift(tables: Tables, meeting: int, fields: Mapping[str, Any]) -> ProgrammeShift | None:
    """Return what taking the programme along with a change of a meeting would do; None for nothing."""
    row = tables.Meeting.get_by_id(meeting)
    count = tables.Session.select().where(tables.Session.meeting == meeting).count()
    starts, zone = fields.get("starts", row.starts), str(fields.get("time_zone", row.time_zone))
    days = (starts - row.starts).days if isinstance(starts, date) and row.starts is not None else 0
    if not count or (days == 0 and zone == row.time_zone):
        return None
    return ProgrammeShift(days, row.time_zone, zone, count)


def shifted(tables: Tables, meeting: int, shift: ProgrammeShift) -> Mapping[int, Mapping[str, Any]]:
    """Return the new values of a meeting's sessions, by session.

    Wall clocks stay. What is noted in the zone of the meeting goes to the new one; what happens in another
    zone, such as the far end of a flight, stays there.
    """
    rows = tables.Session.select().where(tables.Session.meeting == meeting).order_by(tables.Session.id)
    found: dict[int, Mapping[str, Any]] = {}
    for row in rows:
        values: dict[str, Any] = {}
        if shift.days:
            values["day"] = row.day + timedelta(days=shift.days)
        if shift.before != shift.after:
            zones = {name: getattr(row, name) for name in ("time_zone", "end_zone")}
            values |= {name: shift.after for name, zone in zones.items() if zone == shift.before}
        if values:
            found[row.id] = values
    return found
