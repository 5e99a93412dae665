"""Where each day of one or several years stands in the painted calendar."""

import calendar
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtCore import QPoint, QRect

MONTHS = 12
WEEKS = 6
DAYS = 7


@dataclass(frozen=True, slots=True)
class Measures:
    """The lengths that a plan is made from, in pixels."""

    width: int
    height: int
    title: int
    """The height of a month's name."""
    weekdays: int
    """The height of the line of weekdays; 0 leaves it out."""
    smallest: int
    """The least height of a day."""
    gap: int
    """Between two months beside each other."""
    gap_below: int
    margin: int
    gutter: int = 0
    """The width of the year's name on the left."""
    columns: int = 4


class Plan:
    """The rectangles of months and days; weeks begin on Monday, so that week-ends stand together."""

    def __init__(self, years: Sequence[int], measures: Measures) -> None:
        self.years, self._measures = tuple(years), measures
        m = measures
        self._column = (m.width - 2 * m.margin - m.gutter - (m.columns - 1) * m.gap) // m.columns
        self.cell_width = max(5, self._column // DAYS)
        rows = len(self.years) * (MONTHS // m.columns)
        free = (m.height - m.margin - (rows - 1) * m.gap_below) // rows - m.title - m.weekdays
        self.cell_height = max(m.smallest, min(free // WEEKS, 2 * self.cell_width))
        self._row = m.title + m.weekdays + WEEKS * self.cell_height + m.gap_below
        self.height = rows * self._row - m.gap_below + m.margin

    def months(self) -> Iterator[tuple[int, int]]:
        """Yield the year and the number of each month."""
        return ((year, month) for year in self.years for month in range(1, MONTHS + 1))

    def month(self, year: int, month: int) -> QRect:
        """Return the rectangle of a month, its name included."""
        m = self._measures
        at = self.years.index(year) * MONTHS + month - 1
        row, column = divmod(at, m.columns)
        left = m.margin + m.gutter + column * (self._column + m.gap)
        return QRect(left, row * self._row, DAYS * self.cell_width, self._row - m.gap_below)

    def title(self, year: int, month: int) -> QRect:
        """Return where the name of a month stands."""
        rect = self.month(year, month)
        return QRect(rect.left(), rect.top(), self._column, self._measures.title)

    def weekday(self, year: int, month: int, weekday: int) -> QRect:
        """Return where the name of a weekday stands, 0 being Monday."""
        rect, m = self.month(year, month), self._measures
        left = rect.left() + weekday * self.cell_width
        return QRect(left, rect.top() + m.title, self.cell_width, m.weekdays)

    def day(self, day: date) -> QRect:
        """Return the rectangle of a day."""
        rect, m = self.month(day.year, day.month), self._measures
        week, weekday = divmod(date(day.year, day.month, 1).weekday() + day.day - 1, DAYS)
        top = rect.top() + m.title + m.weekdays + week * self.cell_height
        return QRect(rect.left() + weekday * self.cell_width, top, self.cell_width, self.cell_height)

    def day_at(self, point: QPoint) -> date | None:
        """Return the day at a point, or nothing between the months."""
        for year, month in self.months():
            if not self.month(year, month).contains(point):
                continue
            for day in days_of(year, month):
                if self.day(day).contains(point):
                    return day
        return None


def days_of(year: int, month: int) -> Iterator[date]:
    """Yield the days of a month."""
    for number in range(1, calendar.monthrange(year, month)[1] + 1):
        yield date(year, month, number)


def months_later(day: date, months: int) -> date:
    """Return the same day of another month, or the last one of it where the month is shorter."""
    year, month = divmod(day.year * MONTHS + day.month - 1 + months, MONTHS)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def month_edge(day: date, *, end: bool) -> date:
    """Return the first or the last day of a day's month."""
    first = day.replace(day=1)
    return months_later(first, 1) - timedelta(days=1) if end else first
