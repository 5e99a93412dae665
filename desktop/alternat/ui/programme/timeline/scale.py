"""Minutes of a day and places on the sheet, turned into each other, and onto the grid."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

GRID = 5
"""The minutes to which whatever is dragged snaps."""
DAY = 24 * 60
"""The minutes that the wall clock shows in a day."""
ZOOMS = (0.6, 0.9, 1.4, 2.2, 3.4, 5.0)
"""How many pixels a minute has, from the whole day in view to single steps of the grid."""


@dataclass(frozen=True, slots=True)
class Scale:
    """How high a minute is, in logical pixels; minutes count from midnight on the wall clock."""

    pixels: float

    @property
    def height(self) -> int:
        """The height of a whole day."""
        return round(DAY * self.pixels)

    def y(self, minute: float) -> float:
        """Return how far below midnight a minute lies."""
        return minute * self.pixels

    def minute(self, y: float) -> float:
        """Return the minute at a height below midnight, within the day."""
        return min(max(y / self.pixels, 0), DAY)

    @property
    def step(self) -> int:
        """The minutes between two lines of the grid that still stand apart enough to be read."""
        return next((step for step in (GRID, 15, 30) if step * self.pixels >= 12), 60)


def snapped(minute: float) -> int:
    """Return the nearest minute of the grid.

    >>> snapped(62.4)
    60
    """
    return round(minute / GRID) * GRID


def minute_of(clock: time) -> int:
    """Return the minute of the day at which a clock shows a time."""
    return clock.hour * 60 + clock.minute


def day_and_clock(day: date, minute: int) -> tuple[date, time]:
    """Return the day and the wall-clock time of a minute, which may lie before or after the day."""
    at = datetime.combine(day, time()) + timedelta(minutes=minute)
    return at.date(), at.time()
