"""How long tests wait for what comes by itself: as long as a machine that is busy may need."""

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

LONG = 60
"""Seconds after which what a test waits for will never come; it goes on at once when it does."""


class PatientBot(QtBot):
    """A `QtBot` whose waits end in failure after `LONG`, so that no test names a limit of its own."""

    def waitUntil(self, callback: Callable[[], bool | None], *, timeout: int = LONG * 1000) -> None:
        """Wait until a condition holds."""
        super().waitUntil(callback, timeout=timeout)

    def waitSignal(self, signal: Any, *, timeout: int = LONG * 1000, **options: Any) -> Any:
        """Wait until what is done in the block has made a signal come."""
        return super().waitSignal(signal, timeout=timeout, **options)

    def waitExposed(self, widget: QWidget, *, timeout: int = LONG * 1000) -> Any:
        """Wait until a window that the block shows is in view."""
        return super().waitExposed(widget, timeout=timeout)

    def waitActive(self, widget: QWidget, *, timeout: int = LONG * 1000) -> Any:
        """Wait until a window that the block brings to the front is there."""
        return super().waitActive(widget, timeout=timeout)
