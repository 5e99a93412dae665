"""The time it is now in both capitals, one under the other."""

from collections.abc import Callable
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLabel

from alternat.language.formats import clock
from alternat.language.messages import message
from alternat.ui.desk.desk import Desk
from alternat.ui.look.style import label
from alternat.ui.look.tokens import Space

_EVERY = 10_000
"""How often the clocks are read, in milliseconds."""


def utc_now() -> datetime:
    """Return the moment it is."""
    return datetime.now(UTC)


class CapitalClocks:
    """Writes the day and the time of each side's capital on a label, and keeps them right."""

    def __init__(self, desk: Desk, now: Callable[[], datetime] = utc_now) -> None:
        self._desk, self._now = desk, now
        self.label: QLabel = label(wrap=True)
        self.label.setContentsMargins(0, Space.XS, 0, 0)
        self._timer = QTimer(self.label)
        self._timer.setInterval(_EVERY)
        self._timer.timeout.connect(self._tick)
        self._timer.start()

    def load(self) -> None:
        """Show the clocks."""
        screen, side = self._desk.screen, self._desk.tables.Side
        lines = []
        for row in side.select().order_by(side.number):
            here = self._now().astimezone(ZoneInfo(row.time_zone))
            time = clock(here, screen.language)
            text = message("{capital}: {time}, {day}", capital=row.capital, time=time, day=here.date())
            lines.append(screen.say(text))
        self.label.setText("\n".join(lines))

    def _tick(self) -> None:
        if self.label.isVisible():
            self.load()
