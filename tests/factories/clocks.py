"""Clocks and dice that stand still, for what is kept as text and for pictures that are compared."""

import datetime as dt
from itertools import count
from types import SimpleNamespace

import pytest

NOW = dt.datetime(2027, 3, 2, 9, tzinfo=dt.UTC)
"""The moment at which all of it happens, so that nothing of it changes by itself."""


class StillClock(dt.datetime):
    """A clock that has stopped."""

    @classmethod
    def now(cls, tz: dt.tzinfo | None = None) -> dt.datetime:  # type: ignore[override]
        """Return the moment at which it stopped."""
        return NOW.astimezone(tz)


class StillDay(dt.date):
    """A calendar that has stopped."""

    @classmethod
    def today(cls) -> dt.date:  # type: ignore[override]
        """Return the day on which it stopped."""
        return NOW.date()


def stop_clocks(patch: pytest.MonkeyPatch) -> None:
    """Let the journal, what is published, what is shared and what commands call today be of one moment."""
    from alternat import clock
    from alternat.actions import releases, revisions
    from alternat.storage.journal import steps

    patch.setattr(steps, "dt", SimpleNamespace(datetime=StillClock, UTC=dt.UTC))
    patch.setattr(clock, "date", StillDay)
    for module in (releases, revisions):
        patch.setattr(module, "datetime", StillClock)


def throw_no_dice(patch: pytest.MonkeyPatch) -> None:
    """Let the codes on badges be numbered."""
    from alternat.actions import delegations

    numbers = count(1)
    token = SimpleNamespace(token_urlsafe=lambda size: f"{next(numbers):0{size * 4 // 3}}")
    patch.setattr(delegations, "secrets", token)


def stop_window_clocks(patch: pytest.MonkeyPatch) -> None:
    """Let what the window tells of the hour be of that moment too."""
    from PySide6.QtCore import QTime

    from alternat.ui.frame import status_bar
    from alternat.ui.overview import capital_clocks

    class StillTime(QTime):
        @staticmethod
        def currentTime() -> QTime:  # noqa: N802 - Qt's name
            return QTime(NOW.hour, NOW.minute)

    stop_clocks(patch)
    throw_no_dice(patch)
    patch.setattr(capital_clocks, "datetime", StillClock)
    patch.setattr(status_bar, "QTime", StillTime)
