"""Lets a window hear of the steps of other desks, in a thread of its own, also after a cut."""

from contextlib import suppress
from threading import Event, Thread

from PySide6.QtCore import QObject, Signal

from alternat.errors import AlternatError
from alternat.storage.engines.guard import Ear

PATIENCE = 0.5
"""How long the thread listens before it looks whether it is still wanted, in seconds."""
RETRY = 1.0
"""How long it waits before it knocks again at a server that does not answer, in seconds."""


class Following(QObject):
    """Tells the window when there is something to catch up with, and whether the server is away."""

    stepped = Signal()
    """A step was announced, or may have been missed."""
    away_changed = Signal(bool)
    """The server has stopped answering (true), or answers again."""

    def __init__(self, ear: Ear, parent: QObject) -> None:
        super().__init__(parent)
        self._ear, self._is_ended, self._is_away = ear, Event(), False
        self._thread = Thread(target=self._listen, name="steps of other desks", daemon=True)

    def start(self) -> None:
        """Begin to listen."""
        self._thread.start()

    def stop(self) -> None:
        """Listen no more; nothing is told after this."""
        self._is_ended.set()
        self._thread.join(2 * PATIENCE)

    def _listen(self) -> None:
        while not self._is_ended.is_set():
            try:
                self._ear.attend()
            except AlternatError:
                self._tell_away(is_away=True)
                self._is_ended.wait(RETRY)
                continue
            self._tell_away(is_away=False)
            # Whatever was announced while nobody listened is gone, so that one has to look.
            self._tell_step()
            with suppress(AlternatError):
                self._attend()
        self._ear.close()

    def _attend(self) -> None:
        while not self._is_ended.is_set():
            if self._ear.wait(PATIENCE):
                self._tell_step()

    def _tell_step(self) -> None:
        if not self._is_ended.is_set():
            self.stepped.emit()

    def _tell_away(self, *, is_away: bool) -> None:
        if is_away is not self._is_away and not self._is_ended.is_set():
            self._is_away = is_away
            self.away_changed.emit(is_away)
