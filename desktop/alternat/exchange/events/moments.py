"""When the session of a row is: its day, start and length at the wall clock of its zone."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from alternat.exchange.events.clocks import (
    DAY,
    Clock,
    Hours,
    names_zone,
    read_hours,
    read_instant,
    read_length,
    together,
)
from alternat.exchange.events.day_checks import block_year, check_day, tell_weekday
from alternat.exchange.events.day_reader import DayReader, ListOrder, which_day
from alternat.exchange.events.days import EPOCH, DayReading, Frame, names_nth
from alternat.exchange.events.fields import EventField
from alternat.exchange.events.row import Row
from alternat.language.messages import message
from alternat.planning.clocks import WallTime, wall_time
from alternat.planning.programme import Programme, SessionPlan, moment

LONGEST = DAY
"""The longest session, in minutes."""
USUAL = 8 * 60
"""A session that is longer, in minutes, is asked about."""
EARLIEST = time(6)
"""A session that begins earlier is asked about."""
_OVERNIGHT = 16 * 60
"""An end before the start is on the next day, unless the session were longer than that, in minutes."""


@dataclass(frozen=True, slots=True)
class When:
    """A time at the wall clock of a zone; `day` and `start` are None if unreadable, `minutes` then 0."""

    zone: str
    is_zone_stated: bool
    day: date | None = None
    start: time | None = None
    minutes: int = 0


@dataclass(frozen=True, slots=True)
class _End:
    """Where a cell says that a session ends: at a moment, or at a time of day, perhaps of its own day."""

    instant: datetime | None = None
    clock: Clock | None = None
    day: date | None = None


class MomentReader:
    """Reads one list row after row, since a day that is left blank is that of the row above."""

    def __init__(self, programme: Programme, frame: Frame, order: ListOrder, *, has_days: bool) -> None:
        """Read by a meeting's days and zone; `has_days` says that the list has a column for the day."""
        self._programme = programme
        self._days = DayReader(frame, order)
        self._frame = self._days.frame
        self._has_days = has_days
        self._day: date | None = None
        self._is_headed = False
        self._zone = ""
        self._sessions: Mapping[str, SessionPlan] = {each.uid: each for each in programme.sessions.values()}

    def take_heading(self, row: Row) -> bool:
        """Return whether a row is but a day, which is then that of the rows below.

        What is to be known about it is noted on the row; a day that is not clear keeps the list out.
        """
        if len(row.texts) != 1:
            return False
        text = row.texts[0]
        reading = self._days.read(row.unnoted(), EventField.DAY, text)
        near = tuple(day for day in reading.days if self._frame.is_near(day))
        if not reading.is_whole or not (near or self._is_day(text, reading)):
            return False
        self._days.read(row, EventField.DAY, text)
        self._day, self._is_headed = near[0] if len(near) == 1 else None, True
        if len(near) == 1 and reading.contradicts:
            tell_weekday(row, near[0])
        elif len(near) > 1 or not reading.days:
            row.block(EventField.DAY, which_day(text, reading))
        elif not near:
            block_year(row, self._day_field, reading.days[0], self._frame)
        return True

    def _is_day(self, text: str, reading: DayReading) -> bool:
        """Return whether a text is a day and nothing else, though it cannot be one of this meeting."""
        return reading.is_alone and (bool(reading.days) or reading.weekday is not None or names_nth(text))

    def read(self, row: Row) -> When:
        """Return when the session of a row is."""
        zone, is_stated = self._read_zone(row)
        field = self._field_of_start(row)
        instant = read_instant(row.text(field))
        if instant is not None:
            return self._from_instant(row, field, instant, When(zone, is_stated))
        day_of_start, hours = self._read_start(row, field)
        stated = "" if field is EventField.DAY else row.text(EventField.DAY)
        day = self._read_day(row, day_of_start, stated) if stated or hours else None
        end = self._read_end(row, hours, zone) if hours else None
        if hours is None or day is None:
            return When(zone, is_stated)
        return self._read_length(row, day, hours.start, end, When(zone, is_stated))

    def _read_zone(self, row: Row) -> tuple[str, bool]:
        stated = row.text(EventField.ZONE)
        zone = stated or self._programme.time_zone
        try:
            ZoneInfo(zone)
        except (ZoneInfoNotFoundError, ValueError, OSError):
            row.block(
                EventField.ZONE,
                message("“{text}” is not an IANA time zone, such as Asia/Shanghai.", text=zone),
            )
            return self._programme.time_zone, False
        standing = self._sessions.get(row.text(EventField.UID))
        if standing is not None and zone == standing.time_zone:
            return zone, True
        self._zone = self._zone or zone
        if zone != self._zone:
            row.block(
                EventField.ZONE,
                message(
                    "The zone {zone} differs from {first} in the rows above. Import each zone by itself.",
                    zone=zone,
                    first=self._zone,
                ),
            )
        return zone, bool(stated)

    def _from_instant(self, row: Row, field: EventField, instant: datetime, when: When) -> When:
        """Return the wall clock of a zone at a moment that is written with its offset."""
        shown = _shown(instant, when.zone)
        day, start = shown.date(), shown.time().replace(second=0, microsecond=0, fold=0)
        row.tell_time(
            field,
            message(
                "“{text}” is {start} on {day} in {zone}.",
                text=row.text(field),
                start=start,
                day=day,
                zone=when.zone,
            ),
        )
        stated = self._stated_day(row) if field is EventField.START else None
        if stated is not None and stated not in {day, instant.date()}:
            row.block_time(EventField.DAY, message("The day is another one in the column of the start."))
        self._take_day(row, day)
        clock = Clock(start.hour * 60 + start.minute)
        end = self._read_end(row, Hours(clock), when.zone)
        if end is not None and end.instant is None:
            row.doubt(
                EventField.END,
                message(
                    "The start has an offset from UTC, the end “{text}” has none: "
                    "it is taken as one in {zone}.",
                    text=row.text(EventField.END),
                    zone=when.zone,
                ),
            )
        return self._read_length(row, day, clock, end, when)

    def _stated_day(self, row: Row) -> date | None:
        text = row.text(EventField.DAY)
        days = self._days.read(row, EventField.DAY, text).days if text else ()
        return days[0] if len(days) == 1 else None

    def _field_of_start(self, row: Row) -> EventField:
        """Return the field that holds the start: that of the day where only that has a time."""
        text = row.text(EventField.DAY)
        if row.text(EventField.START) or not text:
            return EventField.START
        reading = self._days.read(row.unnoted(), EventField.DAY, text, alone=False)
        has_time = read_instant(text) is not None or (reading.days and read_hours(reading.rest) is not None)
        return EventField.DAY if has_time else EventField.START

    def _read_start(self, row: Row, field: EventField) -> tuple[date | None, Hours | None]:
        text = row.text(field)
        if not text:
            row.block(EventField.START, message("The start is missing."))
            return None, None
        return self._read_cell(row, field, text)

    def _read_cell(self, row: Row, field: EventField, text: str) -> tuple[date | None, Hours | None]:
        """Return the time of a cell, and the day if it holds one too."""
        if names_zone(text):
            row.block(
                field,
                message("“{text}” has a zone of its own. Give wall-clock times and one zone.", text=text),
            )
            return None, None
        if whole := read_hours(text):
            return None, whole
        reading = self._days.read(row, field, text, alone=False)
        is_epoch = len(reading.days) == 1 and reading.days[0].year < EPOCH
        if is_epoch and not reading.rest:
            return None, Hours(Clock(DAY if reading.days[0].year == 1900 else 0))
        hours = read_hours(reading.rest) if reading.days else None
        if hours is None or len(reading.days) > 1:
            no_time = message("“{text}” is not a time of day. Write it as 09:30.", text=text)
            row.block(field, no_time if hours is None else which_day(text, reading))
            return None, None
        if not reading.days or is_epoch:
            return None, hours
        if reading.contradicts:
            tell_weekday(row, reading.days[0])
        return reading.days[0], hours

    def _read_day(self, row: Row, day_of_start: date | None, text: str) -> date | None:
        if not text and day_of_start is not None:
            return self._take_day(row, day_of_start)
        if not text and self._day is not None:
            return self._day_above(row, self._day)
        reading = self._days.read(row, EventField.DAY, text)
        if len(reading.days) != 1 or not reading.is_whole:
            self._day = None
            row.block(self._day_field, which_day(text, reading))
            return None
        day = reading.days[0]
        if reading.contradicts:
            tell_weekday(row, day)
        if day_of_start not in {None, day}:
            row.block_time(EventField.DAY, message("The day is another one in the column of the start."))
        return self._take_day(row, day, is_reckoned=reading.is_reckoned)

    def _take_day(self, row: Row, day: date, *, is_reckoned: bool = False) -> date:
        """Return the day that a row gives itself, which is also that of the rows below without one."""
        self._day, self._is_headed = day, False
        return check_day(row, self._day_field, day, self._frame, is_reckoned=is_reckoned)

    def _day_above(self, row: Row, day: date) -> date:
        """Return the day of the rows above for a row without one; that it is only supposed is told.

        Below a row that is but a day nothing is supposed.
        """
        if not self._is_headed:
            row.tell(
                self._day_field,
                message("No day is given: read as the day of the row above, {day}.", day=day),
            )
        return check_day(row, self._day_field, day, self._frame)

    @property
    def _day_field(self) -> EventField:
        return EventField.DAY if self._has_days else EventField.START

    def _read_end(self, row: Row, hours: Hours, zone: str) -> _End | None:
        text = row.text(EventField.END)
        standing = self._sessions.get(row.text(EventField.UID))
        if standing is not None and standing.end_zone and row.text(EventField.MINUTES):
            # A journey ends on another clock than it begins on; its length says when.
            return None
        if not text:
            return _End(clock=hours.end) if hours.end is not None else None
        instant = read_instant(text)
        if instant is not None:
            return _End(instant=instant.astimezone(ZoneInfo(zone)))
        day, last = self._read_cell(row, EventField.END, text)
        if last is None:
            return None
        _check_spans(row, hours, last)
        return _End(clock=last.end or last.start, day=day)

    def _read_length(self, row: Row, day: date, start: Clock, end: _End | None, when: When) -> When:
        first, last = (start.minutes, None)
        if end is not None and end.clock is not None and end.day is None:
            first, last = together(start, end.clock)
        day, clock = _wall(day, first)
        if first >= DAY:
            row.tell_time(
                EventField.START,
                message(
                    "The midnight at the end of a day is taken as {start} on {day}.", start=clock, day=day
                ),
            )
        _check_clock(row, day, clock, when.zone)
        minutes = self._minutes(row, day, clock, end, None if last is None else last - first, when.zone)
        _ask(row, clock, minutes)
        return When(when.zone, when.is_zone_stated, day, clock, minutes)

    def _minutes(
        self, row: Row, day: date, start: time, end: _End | None, length: int | None, zone: str
    ) -> int:
        """Return the length: the one stated, which an end must fit, else from start to end."""
        begins = moment(day, start, zone)
        ends = _moment_of(end, day, start, length, zone)
        stated = row.text(EventField.MINUTES)
        if not stated:
            is_dated = end is not None and (end.day is not None or end.instant is not None)
            most = LONGEST if is_dated else _OVERNIGHT
            return self._from_clocks(row, begins, ends, most, zone)
        minutes = read_length(stated) or 0
        if not 1 <= minutes <= LONGEST:
            row.block_time(
                EventField.MINUTES, message("“{text}” is not a length from 1 to 1440 minutes.", text=stated)
            )
            return 0
        if ends is not None and ends != begins + timedelta(minutes=minutes):
            row.block_time(
                EventField.END,
                message(
                    "{minutes} minutes do not end at {end}.", minutes=minutes, end=_clock(_shown(ends, zone))
                ),
            )
        return minutes

    def _from_clocks(self, row: Row, begins: datetime, ends: datetime | None, most: int, zone: str) -> int:
        if row.has_no_time:
            return 0
        if ends is None:
            row.block_time(EventField.END, message("The end or the length is missing."))
            return 0
        minutes = int((ends - begins).total_seconds() // 60)
        start, end = _shown(begins, zone), _shown(ends, zone)
        is_next_day = end.date() > start.date()
        if not 1 <= minutes <= (most if is_next_day else LONGEST):
            row.block_time(
                EventField.END,
                message(
                    "The end {end} is not after the start {start}.", end=_clock(end), start=_clock(start)
                ),
            )
            return 0
        if is_next_day and end.time() > time():
            row.tell_time(
                EventField.END,
                message(
                    "Ends on the next day, after {minutes} minutes: {day}.", minutes=minutes, day=end.date()
                ),
            )
        return minutes


def _ask(row: Row, start: time, minutes: int) -> None:
    if minutes > USUAL:
        hours, rest = divmod(minutes, 60)
        row.doubt(
            EventField.END,
            message("Lasts {hours} h {minutes} min, more than 8 hours.", hours=hours, minutes=rest),
        )
    if start < EARLIEST:
        row.doubt(EventField.START, message("Begins at {start}, before 6 in the morning.", start=start))


def _check_clock(row: Row, day: date, start: time, zone: str) -> None:
    kind = wall_time(day, start, zone)
    if kind is WallTime.SKIPPED:
        row.block_time(
            EventField.START,
            message("{start} does not exist on {day}: the clock is put forward.", start=start, day=day),
        )
    elif kind is WallTime.TWICE:
        row.warn_of_time(
            EventField.START,
            message("{start} comes twice on {day}; the first one is taken.", start=start, day=day),
        )


def _check_spans(row: Row, hours: Hours, last: Hours) -> None:
    """Refuse two columns of which one holds a span that the other contradicts."""
    starts_elsewhere = last.end is not None and not _same(last.start, hours.start)
    ends_elsewhere = hours.end is not None and not _same(hours.end, last.end or last.start)
    if starts_elsewhere or ends_elsewhere:
        row.block_time(
            EventField.END,
            message(
                "“{start}” and “{end}” say two things about when it is.",
                start=row.text(EventField.START),
                end=row.text(EventField.END),
            ),
        )


def _same(one: Clock, other: Clock) -> bool:
    """Return whether two times can be the same one, where either may leave its half of the day open."""
    is_open = one.is_open or other.is_open
    return (one.minutes - other.minutes) % (DAY // 2 if is_open else DAY) == 0


def _wall(day: date, minutes: int) -> tuple[date, time]:
    days, rest = divmod(minutes, DAY)
    return day + timedelta(days=days), time(*divmod(rest, 60))


def _moment_of(end: _End | None, day: date, start: time, length: int | None, zone: str) -> datetime | None:
    """Return the moment of an end; that of a time of day is that much later on the wall clock."""
    if end is None:
        return None
    if end.instant is not None:
        return end.instant
    if end.day is not None and end.clock is not None:
        return moment(*_wall(end.day, end.clock.minutes), zone)
    if length is None:
        return None
    last = datetime.combine(day, start) + timedelta(minutes=length)
    return moment(last.date(), last.time(), zone)


def _shown(when: datetime, zone: str) -> datetime:
    return when.astimezone(ZoneInfo(zone))


def _clock(when: datetime) -> time:
    return when.time().replace(fold=0)
