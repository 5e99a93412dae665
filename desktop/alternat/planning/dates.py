"""The date finder: stretches of days for a meeting, ranked by what speaks against each for each side."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import groupby
from zoneinfo import ZoneInfo

from alternat.errors import AlternatError
from alternat.language.label import Label
from alternat.language.messages import Message, mark, message
from alternat.models.sides import Side
from alternat.models.tables import Tables
from alternat.planning.calendar import DayMark, MarkKind, day_marks

MOST_DAYS = 14
"""The longest meeting that the finder looks for, in days."""
MOST_TRAVEL = 7
"""The most days of travel on each side of the meeting."""
MOST_YEARS = 5
"""How far apart the two dates may be, in years."""


class DatesReversed(AlternatError):
    """The stretch to search ends before it begins."""

    template = mark(
        "The search would end on {last}, before it begins on {first}. Correct one of the two dates."
    )


class StretchTooShort(AlternatError):
    """The meeting with its travel does not fit between the two dates."""

    template = mark(
        "From {first} to {last} there are {found} days, but {needed} are needed with the travel. "
        "Give more days, or a shorter meeting."
    )


class StretchTooLong(AlternatError):
    """The two dates are too far apart to look at every day between them."""

    template = mark("Search {most} years at a time at most.")


class DaysOutOfRange(AlternatError):
    """The number of meeting days cannot be meant."""

    template = mark("A meeting has from 1 to {most} days; {days} cannot be searched for.")


class TravelOutOfRange(AlternatError):
    """The number of travel days cannot be meant."""

    template = mark(
        "Allow from 0 to {most} days of travel before and after; {travel} cannot be searched for."
    )


@dataclass(frozen=True, slots=True)
class Candidate:
    """A stretch of days for the meeting, travel not included."""

    starts: date
    ends: date
    score: int
    """Points against it; 0 when nothing speaks against it."""
    against: tuple[Message, ...] = ()
    """What speaks against it, by day, each with the side that it concerns."""


@dataclass(frozen=True, slots=True)
class _Weight:
    """The points against a day of the meeting and against a day of travel."""

    meeting: int
    travel: int


_WEIGHTS: Mapping[MarkKind, _Weight] = {
    MarkKind.MEETING: _Weight(40, 20),
    MarkKind.HOLIDAY: _Weight(20, 5),
    MarkKind.AVOID: _Weight(15, 6),
    MarkKind.MAKE_UP: _Weight(4, 1),
}
_WEEKEND = _Weight(8, 1)
_CLOCK_CHANGE = 3


@dataclass(frozen=True, slots=True)
class _Objection:
    """One thing that speaks against one day, for one side or for both (`side` is empty)."""

    day: date
    side: str
    country: Label
    kind: MarkKind | None
    """None is a week-end."""
    name: Label
    is_provisional: bool


def find_dates(
    tables: Tables, *, days: int = 2, first: date, last: date, travel: int = 1
) -> tuple[Candidate, ...]:
    """Return every stretch of so many days between two dates, the best first, then the earliest.

    `travel` days before and after lie between the two dates as well and count less than meeting days. What
    speaks against a stretch: days off, make-up working days and week-ends of each side, dates that a side
    avoids, a clock change in either capital, and another meeting. A private reason is not told. Bad numbers
    and dates are an `AlternatError` of this module.
    """
    _refuse(days, first, last, travel)
    sides = list(tables.Side.select().order_by(tables.Side.number))
    objections = _objections(sides, day_marks(tables, first, last), first, last)
    changes = {day: list(countries) for day, countries in _clock_changes(sides, first, last).items()}
    count = (last - first).days + 1 - days - 2 * travel + 1
    starts = [first + timedelta(days=travel + offset) for offset in range(count)]
    found = [_candidate(start, days, travel, objections, changes) for start in starts]
    return tuple(sorted(found, key=lambda each: (each.score, each.starts)))


def _refuse(days: int, first: date, last: date, travel: int) -> None:
    if not 1 <= days <= MOST_DAYS:
        raise DaysOutOfRange(days=days, most=MOST_DAYS)
    if not 0 <= travel <= MOST_TRAVEL:
        raise TravelOutOfRange(travel=travel, most=MOST_TRAVEL)
    if last < first:
        raise DatesReversed(first=first, last=last)
    found, needed = (last - first).days + 1, days + 2 * travel
    if found < needed:
        raise StretchTooShort(first=first, last=last, found=found, needed=needed)
    if found > MOST_YEARS * 366:
        raise StretchTooLong(most=MOST_YEARS)


def _candidate(
    starts: date,
    days: int,
    travel: int,
    objections: Mapping[date, Sequence[_Objection]],
    changes: Mapping[date, Sequence[Label]],
) -> Candidate:
    ends = starts + timedelta(days=days - 1)
    window = _days(starts - timedelta(days=travel), ends + timedelta(days=travel))
    score, against, moved = 0, [], []
    for day in window:
        is_travel = not starts <= day <= ends
        for objection in objections.get(day, ()):
            weight = _WEIGHTS[objection.kind] if objection.kind else _WEEKEND
            score += weight.travel if is_travel else weight.meeting
            against.append(objection)
        for country in changes.get(day, ()):
            score += _CLOCK_CHANGE
            moved.append(message("{country} changes its clocks on {day}.", country=country, day=day))
    return Candidate(starts, ends, score, (*_told(against), *moved))


def _objections(
    sides: Sequence[Side], marks: Iterable[DayMark], first: date, last: date
) -> Mapping[date, Sequence[_Objection]]:
    """Return what speaks against each day; a day off is not a week-end too, nor is one that is worked."""
    countries = {side.code: side.country for side in sides}
    found: dict[date, list[_Objection]] = defaultdict(list)
    kinds: dict[tuple[date, str | None], set[MarkKind]] = defaultdict(set)
    for each in marks:
        country = countries.get(each.side or "", Label())
        kinds[each.day, each.side].add(each.kind)
        found[each.day].append(
            _Objection(each.day, each.side or "", country, each.kind, each.name, each.is_provisional)
        )
    for day in _days(first, last):
        for side in sides:
            is_free = not kinds[day, side.code] & {MarkKind.HOLIDAY, MarkKind.MAKE_UP}
            if day.weekday() >= 5 and is_free:
                found[day].append(
                    _Objection(day, side.code, side.country, None, Label(), is_provisional=False)
                )
    return found


def _told(objections: Iterable[_Objection]) -> Iterator[Message]:
    """Yield one sentence for what speaks against days in a row for the same side and reason."""

    def reason(objection: _Objection) -> tuple[str, str, str, bool]:
        name = objection.name.en or objection.name.zh
        return objection.side, objection.kind or "", name, objection.is_provisional

    ordered = sorted(objections, key=lambda each: (reason(each), each.day))
    groups = [list(group) for _, group in groupby(ordered, key=reason)]
    for group in sorted(groups, key=lambda each: (each[0].day, reason(each[0]))):
        yield _sentence(group[0], _when(tuple(each.day for each in group)))


def _when(days: tuple[date, ...]) -> Message | tuple[date, ...]:
    is_run = (days[-1] - days[0]).days == len(days) - 1
    if len(days) > 2 and is_run:
        return message("{first} to {last}", first=days[0], last=days[-1])
    return days


def _sentence(objection: _Objection, days: Message | tuple[date, ...]) -> Message:
    country, name = objection.country, objection.name
    if objection.kind is None:
        return message("{country}: week-end on {days}.", country=country, days=days)
    if objection.kind is MarkKind.MEETING:
        return message("Another meeting, {name}, on {days}.", name=name, days=days)
    if objection.is_provisional:
        return message("{country}: {name} on {days}, provisional.", country=country, name=name, days=days)
    return message("{country}: {name} on {days}.", country=country, name=name, days=days)


def _clock_changes(sides: Iterable[Side], first: date, last: date) -> Mapping[date, Sequence[Label]]:
    """Return the countries whose capitals put their clocks forward or back on a day."""
    found: dict[date, list[Label]] = defaultdict(list)
    for side in sides:
        zone = ZoneInfo(side.time_zone)
        before = _offset(first, zone)
        for day in _days(first, last):
            after = _offset(day + timedelta(days=1), zone)
            if after != before:
                found[day].append(side.country)
            before = after
    return found


def _offset(day: date, zone: ZoneInfo) -> timedelta | None:
    return datetime.combine(day, time(), zone).utcoffset()


def _days(first: date, last: date) -> list[date]:
    return [first + timedelta(days=offset) for offset in range((last - first).days + 1)]
