"""What an official notice of days off would change in the calendar of one side, day by day."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from alternat.language.label import Label
from alternat.models.calendars import NoticeDay
from alternat.models.tables import Tables
from alternat.nouns.calendars import DayKind
from alternat.planning.calendar import DayMark, MarkKind, holidays_of, holidays_with


class NoticeChangeKind(StrEnum):
    """What becomes of a day."""

    NEW_DAY_OFF = "new-day-off"
    NEW_WORKING_DAY = "new-working-day"
    NO_LONGER = "no-longer"
    NOW_FIRM = "now-firm"
    OTHERWISE = "otherwise"
    """It stays marked, but by another name or as provisional."""


@dataclass(frozen=True, slots=True)
class NoticeChange:
    """A day that the calendar shows otherwise once the notice is taken."""

    day: date
    kind: NoticeChangeKind
    name: Label


def own_years(days: Iterable[date]) -> list[int]:
    """Return the years whose notice these days are.

    A notice may move days of December of the year before; it is not that year's notice for that.
    """
    named = set(days)
    years = {day.year for day in named}
    spilt = {
        year
        for year in years
        if year + 1 in years and all(day.month == 12 for day in named if day.year == year)
    }
    return sorted(years - spilt)


def notice_changes(
    tables: Tables,
    side: str,
    days: Mapping[date, DayKind],
    names: Mapping[date, Label],
    provisional: Collection[date] = (),
) -> tuple[NoticeChange, ...]:
    """Return by day what a notice with these days would change for its years; nothing is written."""
    row = tables.Side.get(tables.Side.code == side)
    changes: list[NoticeChange] = []
    own = own_years(days)
    for year in sorted({day.year for day in days}):
        kept = [] if year in own else _kept(tables, row.id, year, days)
        notice = kept + [
            tables.NoticeDay(
                side=row.id, day=day, kind=kind, name=names[day], is_provisional=day in provisional
            )
            for day, kind in sorted(days.items())
            if day.year == year
        ]
        before = {mark.day: mark for mark in holidays_of(tables, row, year)}
        after = {mark.day: mark for mark in holidays_with(side, year, notice)}
        found = (_change(before.get(day), after.get(day)) for day in sorted({*before, *after}))
        changes.extend(change for change in found if change is not None)
    return tuple(changes)


def _kept(tables: Tables, side: int, year: int, days: Collection[date]) -> list[NoticeDay]:
    """Return what a side's notice of a year says of other days, which stays."""
    notice = tables.NoticeDay
    rows = notice.select().where(
        notice.side == side, notice.day.between(date(year, 1, 1), date(year, 12, 31))
    )
    return [row for row in rows if row.day not in days]


def _change(before: DayMark | None, after: DayMark | None) -> NoticeChange | None:
    if after is None:
        return None if before is None else NoticeChange(before.day, NoticeChangeKind.NO_LONGER, before.name)
    if before is None or before.kind is not after.kind:
        is_working = after.kind is MarkKind.MAKE_UP
        kind = NoticeChangeKind.NEW_WORKING_DAY if is_working else NoticeChangeKind.NEW_DAY_OFF
        return NoticeChange(after.day, kind, after.name)
    if before == after:
        return None
    firm = before.is_provisional and not after.is_provisional
    return NoticeChange(
        after.day, NoticeChangeKind.NOW_FIRM if firm else NoticeChangeKind.OTHERWISE, after.name
    )
