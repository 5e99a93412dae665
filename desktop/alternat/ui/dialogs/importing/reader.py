"""Reading a list off the window's thread, so that a slow or hostile file never holds up the person."""

from collections.abc import Callable
from pathlib import Path
from threading import Thread

from PySide6.QtCore import QObject, Signal

from alternat.errors import AlternatError
from alternat.exchange.people_import import read_source
from alternat.exchange.sources.table import Table

Read = Callable[[Path, str | None], Table]


def read(path: Path, encoding: str | None) -> Table:
    """Return the list in a file, its text in the encoding asked for or in the one recognised."""
    return read_source(path, encoding=encoding)


class SourceReader(QObject):
    """Reads one file at a time; whatever was asked for before or cancelled since is not reported.

    It has no parent, since a reading in hand may outlive the dialog that asked for it.
    """

    done = Signal(object)
    """The `Table` that was read."""
    refused = Signal(object)
    """The `AlternatError` that says why the file cannot be read."""
    _answered = Signal(int, object)

    def __init__(self, reading: Read = read) -> None:
        super().__init__()
        self._reading = reading
        self._ticket = 0
        self._is_busy = False
        self._answered.connect(self._report)

    @property
    def is_busy(self) -> bool:
        """Return whether a file is being read."""
        return self._is_busy

    def start(self, path: Path, encoding: str | None = None) -> None:
        """Read a file; `done` or `refused` tells when it is over."""
        self._ticket += 1
        self._is_busy = True
        # A thread that dies with the program: a reading process ends by itself within its time limit.
        Thread(target=self._work, args=(self._ticket, path, encoding), daemon=True).start()

    def cancel(self) -> None:
        """Forget what is being read."""
        self._ticket += 1
        self._is_busy = False

    def _work(self, ticket: int, path: Path, encoding: str | None) -> None:
        try:
            answer: Table | AlternatError = self._reading(path, encoding)
        except AlternatError as error:
            answer = error
        self._answered.emit(ticket, answer)

    def _report(self, ticket: int, answer: Table | AlternatError) -> None:
        if ticket != self._ticket:
            return
        self._is_busy = False
        if isinstance(answer, AlternatError):
            self.refused.emit(answer)
        else:
            self.done.emit(answer)
