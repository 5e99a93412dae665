"""What stands in the calendar of both sides: days off, make-up days, dates to avoid, and meetings."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from alternat.language.label import Label, Language
from alternat.models.calendars import AvoidDates, NoticeDay
from alternat.models.meetings import Meeting
from alternat.models.sides import Side
from alternat.models.tables import Tables
from alternat.nouns.calendars import DayKind
from alternat.nouns.meetings import MeetingStatus
from alternat.planning.public_holidays import (
    PublicDay,
    is_replaced,
    make_up_name,
    public_days,
    regional_days,
)
from alternat.planning.regions import region_of

UNAVAILABLE = Label("Dates to avoid", "Dates à éviter", "避开日期")
"""What stands in place of a private reason wherever others may read it."""


class MarkKind(StrEnum):
    """What is marked on a day."""

    HOLIDAY = "holiday"
    MAKE_UP = "make-up"
    """A week-end day that is worked in exchange for another day off."""
    AVOID = "avoid"
    MEETING = "meeting"
    DIALOGUE = "dialogue"
    """An existing dialogue meets."""


@dataclass(frozen=True, slots=True)
class DayMark:
    """One mark on one day, of one side or, for a meeting of any kind, of both (`side` is None)."""

    day: date
    side: str | None
    kind: MarkKind
    name: Label
    is_provisional: bool = False
    """The official notice of that year is not out, or the meeting's dates are not agreed."""
    is_private: bool = False
    """The side keeps the reason of these dates to itself."""
    row: int = 0
    """The id of the meeting of an existing dialogue; 0 for any other mark."""


def day_marks(
    tables: Tables, first: date, last: date, *, with_private: bool = False, with_dialogues: bool = False
) -> tuple[DayMark, ...]:
    """Return all marks of the days from `first` to `last`, by day, side and kind.

    Meetings of existing dialogues stand there only `with_dialogues`: they speak against no date.

    The reason of private dates is left out unless `with_private`, which is for this desk's screen only: paper
    and files that leave never ask for it.
    """
    sides = list(tables.Side.select().order_by(tables.Side.number))
    marks = [
        *_holiday_marks(tables, sides, first, last),
        *_avoid_marks(tables, sides, first, last, with_private=with_private),
        *_meeting_marks(tables, first, last),
        *(_dialogue_marks(tables, first, last) if with_dialogues else ()),
    ]
    numbers = {side.code: side.number for side in sides}
    order = list(MarkKind)
    return tuple(
        sorted(marks, key=lambda mark: (mark.day, numbers.get(mark.side or "", 0), order.index(mark.kind)))
    )


def holidays_of(tables: Tables, side: Side, year: int) -> tuple[DayMark, ...]:
    """Return the days off and the make-up working days of one side in a year, its notice included."""
    notice = tables.NoticeDay.select().where(
        tables.NoticeDay.side == side.id,
        tables.NoticeDay.day.between(date(year, 1, 1), date(year, 12, 31)),
    )
    return holidays_with(side.code, year, list(notice))


def holidays_with(code: str, year: int, notice: list[NoticeDay]) -> tuple[DayMark, ...]:
    """Return the days off and the make-up working days of a country in a year as that notice has them."""
    return _with_notice(code, public_days(code, year), notice)


def is_provisional(tables: Tables, side: Side, year: int) -> bool:
    """Return whether the official notice of a side's days off in a year is still to come."""
    return any(mark.is_provisional for mark in holidays_of(tables, side, year))


def is_firm(meeting: Meeting) -> bool:
    """Return whether a meeting's dates are agreed by both sides."""
    return meeting.status in {MeetingStatus.AGREED, MeetingStatus.CONFIRMED, MeetingStatus.HELD}


def takes_place(meeting: Meeting) -> bool:
    """Return whether a meeting stands in the calendar: it has dates and is not called off."""
    return meeting.starts is not None and meeting.status not in {
        MeetingStatus.POSTPONED,
        MeetingStatus.CANCELLED,
    }


def _with_notice(code: str, library: tuple[PublicDay, ...], notice: list[NoticeDay]) -> tuple[DayMark, ...]:
    """Lay a side's notice over the library's days.

    A notice that is settled ends the library's doubts of that year: where it would have moved a holiday to is
    for the notice to say, and the holidays themselves stand.
    """
    is_settled = any(not row.is_provisional for row in notice)
    known = [
        replace(day, is_provisional=False) if is_settled else day
        for day in library
        if not (is_settled and day.is_provisional and day.is_guess)
    ]
    marks = {day.day: _public_mark(code, day) for day in known}
    for row in notice:
        if (noted := _noted_mark(code, row, marks.get(row.day))) is None:
            marks.pop(row.day, None)
        else:
            marks[row.day] = noted
    return tuple(marks[day] for day in sorted(marks))


def _public_mark(code: str, day: PublicDay) -> DayMark:
    kind = MarkKind.MAKE_UP if day.is_working else MarkKind.HOLIDAY
    return DayMark(day.day, code, kind, day.name, day.is_provisional)


def _noted_mark(code: str, row: NoticeDay, before: DayMark | None) -> DayMark | None:
    if row.kind is DayKind.DAY_OFF:
        name = row.name or (before.name if before else Label("Day off", "Jour de congé", "放假"))
        return DayMark(row.day, code, MarkKind.HOLIDAY, name, row.is_provisional)
    is_weekend = row.day.weekday() >= 5
    if not is_weekend:
        # The holiday was moved away, and the day is one like any other.
        return None
    return DayMark(row.day, code, MarkKind.MAKE_UP, row.name or make_up_name(), row.is_provisional)


def _holiday_marks(tables: Tables, sides: Iterable[Side], first: date, last: date) -> Iterator[DayMark]:
    held = _regions_by_year(tables, first, last)
    for side in sides:
        for year in range(first.year, last.year + 1):
            regions = [each for each in held.get(year, ()) if each.partition("-")[0] == side.code]
            for mark in _with_regions(holidays_of(tables, side, year), side.code, year, regions):
                if first <= mark.day <= last:
                    yield mark


def _regions_by_year(tables: Tables, first: date, last: date) -> Mapping[int, Sequence[str]]:
    """Return the provinces in which meetings of each year are held: their days off count in that year."""
    meeting = tables.Meeting
    found: dict[int, list[str]] = {}
    query = meeting.select().where(meeting.year.between(first.year, last.year)).order_by(meeting.id)
    for row in query:
        region = region_of(row)
        is_off = row.status in {MeetingStatus.POSTPONED, MeetingStatus.CANCELLED}
        if region and not is_off and region not in found.setdefault(row.year, []):
            found[row.year].append(region)
    return found


def _with_regions(
    marks: tuple[DayMark, ...], code: str, year: int, regions: Sequence[str]
) -> Iterator[DayMark]:
    """Yield a country's marks of a year with those of the provinces in which a meeting is held.

    A day that the country has off keeps its mark, unless the only province has another day in its place.
    """
    replaced = {
        day.day for day in public_days(code, year) if len(regions) == 1 and is_replaced(day, regions[0])
    }
    kept = {mark.day: mark for mark in marks if mark.day not in replaced}
    yield from kept.values()
    for region in regions:
        for day in regional_days(region, year):
            if day.day not in kept:
                yield DayMark(day.day, code, MarkKind.HOLIDAY, day.name)


def _avoid_marks(
    tables: Tables, sides: Iterable[Side], first: date, last: date, *, with_private: bool
) -> Iterator[DayMark]:
    codes = {side.id: side.code for side in sides}
    avoid = tables.AvoidDates
    query = avoid.select().where(avoid.starts <= last, avoid.ends >= first).order_by(avoid.starts, avoid.id)
    for row in query:
        for day in _days(max(row.starts, first), min(row.ends, last)):
            name = _reason(row, with_private=with_private)
            yield DayMark(day, codes[row.side_id], MarkKind.AVOID, name, is_private=row.is_private)


def _reason(row: AvoidDates, *, with_private: bool) -> Label:
    hides = row.is_private and not with_private
    return UNAVAILABLE if hides or not row.reason else row.reason


def _meeting_marks(tables: Tables, first: date, last: date) -> Iterator[DayMark]:
    meeting = tables.Meeting
    query = meeting.select().where(meeting.starts <= last, meeting.ends >= first).order_by(meeting.starts)
    for row in query:
        if row.starts is None or row.ends is None or not takes_place(row):
            continue
        for day in _days(max(row.starts, first), min(row.ends, last)):
            yield DayMark(day, None, MarkKind.MEETING, _meeting_name(row), is_provisional=not is_firm(row))


def _dialogue_marks(tables: Tables, first: date, last: date) -> Iterator[DayMark]:
    meeting, provision = tables.DialogueMeeting, tables.Provision
    rows = [
        row
        for row in meeting.select().where(meeting.starts <= last).order_by(meeting.starts, meeting.id)
        if (row.ends or row.starts) >= first
    ]
    if not rows:
        return
    led = provision.select().where(provision.id.in_({row.dialogue_id for row in rows}))
    names = {row.id: row.short or row.text for row in led}
    for row in rows:
        name = _in_city(names[row.dialogue_id], row.city)
        for day in _days(max(row.starts, first), min(row.ends or row.starts, last)):
            yield DayMark(day, None, MarkKind.DIALOGUE, name, row=row.id)


def _in_city(name: Label, city: Label) -> Label:
    """Return a name with the city, in each language that has the name."""
    return Label(
        *(
            f"{text}, {city.text(each)}" if text and city.text(each) else text
            for each in Language
            for text in (name.text(each),)
        )
    )


def _meeting_name(meeting: Meeting) -> Label:
    city, reference = meeting.city, meeting.reference
    return Label(*(f"{text} {reference}".strip() for text in (city.en, city.fr, city.zh)))


def _days(first: date, last: date) -> Iterator[date]:
    for offset in range((last - first).days + 1):
        yield first + timedelta(days=offset)
